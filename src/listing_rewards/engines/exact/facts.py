"""A case as a policy reads it on a day: what counts, what does not yet, what silence means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import chain

from listing_rewards.case import Case, Event, Payment
from listing_rewards.engines.exact.breaches import first_broken
from listing_rewards.engines.exact.days import Day, ExactDays
from listing_rewards.engines.exact.silence import open_events
from listing_rewards.meaning.bases import counted_between
from listing_rewards.meaning.made_figures import Known, figure_read
from listing_rewards.policy.counted import Counted, CountedWindow
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import ANYTHING, NOTHING, Bounds, exactly, total
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of


def _by_day(event: Event) -> tuple[date, str, bool, Decimal]:
    """An order of events that does not depend on how the case lists them."""
    return event.on, event.kind, event.amount is None, event.amount or ZERO


def _by_day_paid(payment: Payment) -> tuple[date, str, Decimal, str]:
    """An order of payments that does not depend on how the case lists them."""
    return payment.on, payment.award, payment.amount, payment.policy or ""


class Facts:
    """The events and payments of a case that count on a day, each list earliest first.

    Attributes:
        as_of: the day.
        policy: the policy it is read by.
        relations: what in the policy hangs on what.
        kept: what follows from the policy alone.
        figures: as the case states them, with those that are made of them and known.
        made: what is known of each figure that is made of others.
        flags, attributes, approved: as the case states them.
        events: the events that have happened, by kind.
        payments: the payments that count, by award.
        returns: the money that came back of them, by award; amounts below 0.
        paid: yuan paid for each award of the policy and not returned, what was called back
            after an undertaking was broken counted as paid.
        called_back: yuan of each award that came back after that.
        later_events: events dated after the day.
        later_payments: payments dated after the day.
        applied: the day on which each award was applied for, by the day.
        later_applications: the awards that are applied for after the day, and when.
        elsewhere: payments under a policy whose payments do not count here.
        within: ranges in which figures and amounts of events are taken to lie.
        taken_on: days on which events are taken to have happened for the first time, where the case
            does not say whether they did, as far as amounts count around them.
        applied_by: days by which awards are taken to have been applied for, where the case does not
            say when.
    """

    within: Mapping[str, Bounds]
    taken_on: Mapping[str, date]
    applied_by: Mapping[str, date]

    def __init__(self, case: Case, policy: Policy, as_of: date) -> None:
        self.as_of = as_of
        self.policy = policy
        self.relations = policy.relations
        self.kept = policy.memo
        self.figures: Mapping[str, Decimal] = case.figures
        self.flags = case.flags
        self.attributes = case.attributes
        self.approved = case.approved
        self.events: dict[str, list[Event]] = defaultdict(list)
        self.payments: dict[str, list[Payment]] = defaultdict(list)
        self.returns: dict[str, list[Payment]] = defaultdict(list)
        self.applied = {name: on for name, on in case.applied.items() if on <= as_of}
        self.later_applications = {name: on for name, on in case.applied.items() if on > as_of}
        self.later_events: list[Event] = []
        self.later_payments: list[Payment] = []
        self.elsewhere: list[Payment] = []
        self.within, self.taken_on, self.applied_by = {}, {}, {}
        for event in case.events:
            happened = event.on <= as_of
            (self.events[event.kind] if happened else self.later_events).append(event)
        for events in (*self.events.values(), self.later_events):
            if len(events) > 1:
                events.sort(key=_by_day)
        for payment in sorted(case.payments, key=_by_day_paid):
            if payment.on > as_of:
                self.later_payments.append(payment)
            elif policy.counts(payment.policy):
                came_back = payment.amount < 0
                (self.returns if came_back else self.payments)[payment.award].append(payment)
            else:
                self.elsewhere.append(payment)
        self._known_not = {*case.absent, *[each.kind for each in self.later_events]}
        self._in_force: dict[str, list[Event]] = {}
        self.paid = dict.fromkeys(self.relations.awards, ZERO)
        for award, payments in self.payments.items():
            self.paid[award] = sum([each.amount for each in payments], ZERO)
        for name, several in self.relations.together.items():
            self._take_together(name, several)
        self._days = {kind: tuple([e.on for e in events]) for kind, events in self.events.items()}
        self.called_back = dict.fromkeys(self.paid, ZERO)
        if self.returns:
            self._take_off_returns()
        self._open = open_events(policy, self.events, self._known_not, self.paid)
        self.made = self._figures_made(case)

    def _figures_made(self, case: Case) -> dict[str, Known]:
        """What is known of each figure that is made of others; those known stand with the rest."""
        kinds = self.policy.figures
        found: dict[str, Known] = {}
        for name, kind in kinds.items():
            if kind.made is not None and not kind.yearly and name not in case.figures:
                days = self.days(kind.made.before) if kind.made.before else ()
                year = days[0].year - 1 if days else None
                read = self.policy.memo.of(
                    ("figure", name, year), partial(figure_read, name, year, kinds)
                )
                found[name] = known = read(case.figures)
                if known.value is not None:
                    self.figures = {**self.figures, name: known.value}
        return found

    def _take_together(self, name: str, several: SeveralEvents) -> None:
        """Events that earn an award together, as one: on the later day, or on any of their days."""
        events = [self.events.get(kind, []) for kind in several.names]
        if several.all_needed and all(events):
            latest = max(each[0].on for each in events)
            self.events[name] = [Event(kind=name, on=latest)]
        elif not several.all_needed and any(events):
            self.events[name] = sorted(chain.from_iterable(events), key=_by_day)

    def happened(self, kind: str) -> Truth:
        """Whether an event of this kind has happened by the day.

        Of a base that counts within a time of another event, unknown as long as that one is.
        """
        if kind in self.events:
            return MET
        base = self.relations.bases.get(kind)
        if base is not None:
            return self._may_count(self.happened(base.event), base.counted)
        if several := self.relations.together.get(kind):
            each = map(self.happened, several.names)
            return all_of(each) if several.all_needed else any_of(each)
        return UNKNOWN if kind in self._open else NOT_MET

    def _may_count(self, happened: Truth, counted: Counted) -> Truth:
        if happened is NOT_MET or not isinstance(counted, CountedWindow):
            return happened
        if counted.event in self.taken_on:
            return happened
        return UNKNOWN if self.happened(counted.event) is UNKNOWN else happened

    def _take_off_returns(self) -> None:
        """Take what came back off what was paid, but for what an undertaking called back."""
        for award, returns in self.returns.items():
            broken = first_broken(
                award,
                self.events,
                self.payments.get(award, ()),
                self.policy,
                self.surely_not,
            )
            for each in returns:
                if broken is not None and each.on >= broken:
                    self.called_back[award] -= each.amount
                else:
                    self.paid[award] += each.amount

    def surely_not(self, kind: str) -> bool:
        """Whether an event that is not stated did not happen, whatever else is asked."""
        silence = self.policy.events[kind].silence
        return kind in self._known_not or silence == "did_not_happen"

    def may_have_another_day(self, kind: str) -> bool:
        """Whether it is unknown if a further event of this kind has happened."""
        several = self.relations.together.get(kind)
        if several is None or several.all_needed:
            return self.happened(kind) is UNKNOWN
        return any(self.happened(each) is UNKNOWN for each in several.names)

    def silent(self, kind: str) -> bool:
        """Whether the case says nothing about this event, neither its day nor its absence."""
        return not self.events.get(kind) and kind not in self._known_not

    def days(self, kind: str) -> tuple[date, ...]:
        """The days on which an event of this kind has happened, earliest first."""
        return self._days.get(kind, ())

    def in_force(self, kind: str) -> list[Event]:
        """The events of this kind that fall on the policy's days; of a base, those that count."""
        if kind not in self._in_force:
            base = self.relations.bases.get(kind)
            if base is None:
                includes, events = self.policy.in_force.includes, self.events.get(kind, ())
                self._in_force[kind] = [each for each in events if includes(each.on)]
            else:
                self._in_force[kind] = [*self._counting(kind, base.event, base.counted)]
        return self._in_force[kind]

    def _counting(self, base: str, kind: str, counted: Counted) -> Iterator[Event]:
        """The events of a kind whose amounts count; none where a time has no day to run from."""
        since: tuple[Day, ...] = ()
        until: tuple[Day, ...] = ()
        if isinstance(counted, CountedWindow):
            anchors = self.events.get(counted.event)
            anchor = anchors[0].on if anchors else self.taken_on.get(counted.event)
            if anchor is None:
                return
            since, until = counted_between(ExactDays(), base, counted, anchor)
        for event in self.events.get(kind, ()):
            begun = all(day is not None and day <= event.on for day in since)
            if begun and all(day is not None and event.on <= day for day in until):
                yield event

    def take_as_stated(self, kind: str, day: date) -> None:
        """Read the case as if it stated an event on a day."""
        self.events = defaultdict(list, self.events)
        self.events[kind] = [Event(kind=kind, on=day)]
        self._days, self._in_force = {**self._days, kind: (day,)}, {}

    def take_as_happened(self, days: Mapping[str, date]) -> None:
        """Count amounts as if events had happened for the first time on some days."""
        self.taken_on, self._in_force = days, {}

    def take_as_absent(self, kinds: Iterable[str]) -> None:
        """Read the case as if it said of events that they did not happen.

        What else is open stays so, also where it would not have to be known any more.
        """
        self._known_not = {*self._known_not, *kinds}
        self._open = self._open.difference(kinds)

    def limit_of(self, name: str) -> Decimal | None:
        """What a figure made of others cannot exceed, whatever those are that are not stated."""
        made = self.made.get(name)
        return None if made is None else made.at_most

    def amount_of(self, name: str) -> Bounds | None:
        """A figure, or the amounts of an event together; None for a figure that is not stated."""
        found, within = self._amount_of(name), self.within.get(name)
        if within is None:
            return found
        return within if found is None else found.meet(within)

    def may_be(self) -> bool:
        """Whether each range in which an amount is taken to lie holds one that it may be."""
        return all(
            (self._amount_of(name) or ANYTHING).overlaps(within)
            for name, within in self.within.items()
        )

    def _amount_of(self, name: str) -> Bounds | None:
        if name in self.policy.figures:
            stated = self.figures.get(name)
            return None if stated is None else exactly(stated)
        events = self.in_force(name)
        if not events:
            return ANYTHING if self.happened(name) is UNKNOWN else NOTHING
        return total(
            ANYTHING if event.amount is None else exactly(event.amount) for event in events
        )
