"""What of a policy hangs on what: looked up once, whatever case it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from graphlib import TopologicalSorter
from typing import NamedTuple

from listing_rewards.policy.amounts import Amount, DatedAmount, plain_amounts
from listing_rewards.policy.claims import asked_by_amount, conditions_asked, periods_in
from listing_rewards.policy.conditions import (
    Condition,
    FigureCondition,
    SeasoningCondition,
    conditions_within,
    tested_of_an_award,
    tested_on_application,
    tested_on_payment,
)
from listing_rewards.policy.content import Content
from listing_rewards.policy.counted import Counted, base_key
from listing_rewards.policy.grants import Award
from listing_rewards.values.range import ANYTHING, exactly


class Base(NamedTuple):
    """An event of which other amounts count than those on the policy's days.

    Attributes:
        event: the event.
        counted: which of its amounts count.
        path: the part of the policy that says so.
    """

    event: str
    counted: Counted
    path: str


class Asked(NamedTuple):
    """A condition as it is asked of one award, or of all alike.

    Attributes:
        condition: its name.
        award: the award; empty where it comes out alike for all.
        now: whether what is tested on the day of a payment is tested on the as-of date instead.
    """

    condition: str
    award: str = ""
    now: bool = False


class Relations:
    """What hangs on what in one policy: all but the first seven and `undertakings` by award.

    Attributes:
        levels: the levels of government that bear a part of some award, each with its title.
        members: the awards that share a group's cap, in the policy's order; under None the others.
        caps: the cap of each group of which no condition changes it.
        together: the events that earn an award together, by the name that stands for them as one.
        bases: events of which other amounts count than those on the policy's days, by the name
            under which engines read them.
        followers: for each event that earns an award, those that it must not be later than, if any.
        may_be_open: the events of which silence may leave open whether they happened.
        awards: the awards.
        earned_by: the event that earns it; of several, the name that stands for them as one.
        place: the place of an award among those that share its cap, from 0.
        needs: the conditions that it needs, those of every award first.
        asked: the conditions that it needs, each by the name under which engines read it.
        still_asked: the same, as they are tested before a further payment; only of awards that need
            one which is tested on the day of a payment.
        tests_application: the awards that need a condition which is tested on the application.
        takes_application: those, and the awards that are claimed on a budget by its day.
        amount_asks: the conditions on which its amount, or the cap over it, depends, each by the
            name under which engines read it.
        asked_by_amount: the conditions on which its amount, or the cap over it, depends.
        undertakings: what was promised, by name, also in the old form.
        binding: the names of those about it that leave nothing payable once they are broken.
        periods: the conditions of a full period among those that it needs, at any remove, by the
            name under which engines read them; only of awards that need one.
        reads: the events of which it reads amounts or how many there are, and which of them count;
            but for those that earn it and count on the policy's days, of which its checks say that;
            only of awards that read one.
        notices: the notices about it, in the policy's order: since when, and the name.
        withholding: of these, those that hold back what is payable.
        replacers: the awards that may take its place.
        choice: the name of the choice of the best in which it stands, if it does.
        rivals: the awards of that choice, itself among them.
        replacing: each award that replaces others, with those.
        swaps: of these, those that are not entangled: none is in a choice of the best, or replaces
            or is replaced besides.
        self_contained: the awards of which, as long as nothing was paid, all but the days follows
            from whether they are due: they have no alternative and no instalments, and no fact, no
            day and no other award goes into their amount.
        self_evident: the awards of which that holds while their event has not happened: nothing
            but the event itself goes into their amount.
    """

    def __init__(self, policy: Content) -> None:
        self.levels = {
            part.level: part.title for shares in policy.shares.values() for part in shares.parts
        }
        self._take_events(policy)
        self._take_awards(policy)
        self._take_alternatives(policy)
        apart = [
            each
            for each in policy.awards
            if not (each.replaces or self.replacers[each.id] or each.id in self.choice)
            and each.paid_in is None
            and not each.is_a_ceiling
        ]
        self.self_contained = {each.id for each in apart if _reads_nothing(each.amount)}
        self.self_evident = {
            each.id
            for each in apart
            if all(name == each.event for _, _, name in each.amount.references())
        }
        self._hangs_on: dict[str, tuple[str, ...]] = {}

    def _take_events(self, policy: Content) -> None:
        self.earned_by = {award.id: award.event for award in policy.awards}
        self.together = {
            each.event: each.earned_by
            for each in policy.awards
            if not isinstance(each.earned_by, str)
        }
        self._events = frozenset(policy.events)
        self.bases: dict[str, Base] = {}
        for award in policy.awards:
            for amount in plain_amounts(award.amount):
                self._take_bases(amount.read(), amount.counted, f"awards.{award.id}.amount")
        for name, each in policy.conditions.items():
            if isinstance(each, FigureCondition):
                self._take_bases((each.figure,), each.counted, f"conditions.{name}")
        later = {
            earlier: [name for name, kind in policy.events.items() if earlier in kind.after]
            for earlier in dict.fromkeys(name for each in policy.awards for name in each.events)
        }
        self._once = {name for name, kind in policy.events.items() if kind.happens_once}
        self.followers = {earlier: names for earlier, names in later.items() if names}
        self.may_be_open = frozenset(
            name for name, kind in policy.events.items() if kind.silence != "did_not_happen"
        )

    def _take_bases(self, names: Iterable[str], counted: Counted, path: str) -> None:
        if counted != "in_force":
            for each in self._events.intersection(names):
                self.bases.setdefault(base_key(each, counted), Base(each, counted, path))

    def base(self, name: str, counted: Counted) -> str:
        """The name under which a figure, or an event whose amounts count so, is read."""
        return base_key(name, counted) if name in self._events else name

    def stated_as(self, base: str) -> str:
        """The figure or event that is stated, of one that is read under this name."""
        return self.bases[base].event if base in self.bases else base

    def bases_of(self, base: str) -> tuple[str, ...]:
        """The names under which what is stated as one of them is read."""
        stated = self.stated_as(base)
        return (stated, *(name for name, each in self.bases.items() if each.event == stated))

    def at_most_once(self, base: str) -> bool:
        """Whether there can be one event only, of those that are read under this name."""
        return self.stated_as(base) in self._once

    def _take_awards(self, policy: Content) -> None:
        self.members: dict[str | None, list[Award]] = {name: [] for name in (*policy.groups, None)}
        self.place: dict[str, int] = {}
        for award in policy.awards:
            self.place[award.id] = len(self.members[award.group])
            self.members[award.group].append(award)
        self.caps = {
            name: ANYTHING if group.cap == "unknown" else exactly(group.cap)
            for name, group in policy.groups.items()
            if not group.cap_when
        }
        self.awards = {each.id: each for each in policy.awards}
        self.needs = {
            each.id: tuple(dict.fromkeys((*policy.needs, *each.needs))) for each in policy.awards
        }
        self.undertakings = policy.promises()
        self.binding = {
            each.id: tuple(
                name
                for name, promised in self.undertakings.items()
                if promised.binding and each.id in promised.awards
            )
            for each in policy.awards
        }
        self.asked_by_amount = {each.id: asked_by_amount(each, policy) for each in policy.awards}
        self._take_tests(policy)
        reads = {each.id: tuple(dict.fromkeys(_reads(each, policy))) for each in policy.awards}
        self.reads = {award: names for award, names in reads.items() if names}
        about = {
            each.id: [notice for notice in policy.notices if each.id in notice.awards]
            for each in policy.awards
        }
        self.notices = {
            name: [(each.since, each.id) for each in notices] for name, notices in about.items()
        }
        self.withholding = {
            name: [each for each in notices if each.effect == "withhold"]
            for name, notices in about.items()
        }

    def _take_tests(self, policy: Content) -> None:
        """Which conditions come out differently for different awards, and which are tested when."""
        self._of_an_award = _made_of(tested_of_an_award, policy)
        self._on_payment = _made_of(tested_on_payment, policy)
        on_application = _made_of(tested_on_application, policy)
        self._asked = {name: Asked(name) for name in policy.conditions}
        self.asked: dict[str, tuple[str, ...]] = {}
        self.still_asked: dict[str, tuple[str, ...]] = {}
        self.amount_asks: dict[str, tuple[str, ...]] = {}
        self.tests_application: set[str] = set()
        self.periods: dict[str, dict[str, SeasoningCondition]] = {}
        for award, needs in self.needs.items():
            for name in self._of_an_award:
                self._asked[self.ask(name, award)] = Asked(name, award)
            for name in self._on_payment:
                self._asked[self.ask(name, award, now=True)] = Asked(name, award, now=True)
            self.asked[award] = tuple([self.ask(name, award) for name in needs])
            caps = self._caps_asked(award, policy)
            by_amount = self.asked_by_amount[award]
            self.amount_asks[award] = tuple(
                [each if each in caps else self.ask(each, award) for each in by_amount]
            )
            if not self._on_payment.isdisjoint(needs):
                self.still_asked[award] = tuple([self.ask(name, award, now=True) for name in needs])
            if not on_application.isdisjoint((*needs, *self.asked_by_amount[award])):
                self.tests_application.add(award)
            if periods := periods_in(needs, policy):
                self.periods[award] = {
                    self.ask(name, award): each for name, each in periods.items()
                }
        claimed = (
            each.awards for each in policy.budgets.values() if each.counted_on == "application"
        )
        self.takes_application = self.tests_application.union(*claimed)

    def _caps_asked(self, award: str, policy: Content) -> set[str]:
        """The conditions on which the common cap over an award depends, and not its own amount."""
        group, own = self.awards[award].group, plain_amounts(self.awards[award].amount)
        named = {each for amount in own for each in amount.asks}
        return {each.when for each in policy.groups[group].cap_when} - named if group else set()

    def ask(self, condition: str, award: str, *, now: bool = False) -> str:
        """The name under which a condition is read for an award; the same where all are alike."""
        if not award or condition not in self._of_an_award:
            return condition
        still = now and condition in self._on_payment
        return f"{condition} | {award}{' | now' if still else ''}"

    def asked_as(self, key: str) -> Asked:
        """The condition that is read under a name."""
        return self._asked[key]

    def comes_out_alike(self, condition: str) -> bool:
        """Whether a condition comes out alike for all awards."""
        return condition not in self._of_an_award

    def _take_alternatives(self, policy: Content) -> None:
        self.replacers: dict[str, list[str]] = {name: [] for name in self.awards}
        for award in policy.awards:
            for name in dict.fromkeys(award.replaces):
                self.replacers[name].append(award.id)
        self.rivals: dict[str, tuple[str, ...]] = {}
        self.choice: dict[str, str] = {}
        for choice, best in policy.best_of.items():
            self.rivals |= dict.fromkeys(best.awards, best.awards)
            self.choice |= dict.fromkeys(best.awards, choice)
        self.replacing = [(each.id, *each.replaces) for each in policy.awards if each.replaces]
        self.swaps = [names for names in self.replacing if self._not_entangled(*names)]

    def _not_entangled(self, name: str, *replaced: str) -> bool:
        return (
            not self.replacers[name]
            and self.choice.keys().isdisjoint((name, *replaced))
            and all(
                len(self.replacers[each]) == 1 and not self.awards[each].replaces
                for each in replaced
            )
        )

    def hangs_on(self, name: str) -> tuple[str, ...]:
        """The awards on which an award's amount depends besides itself, at any remove."""
        if name not in self._hangs_on:
            self._hangs_on[name] = tuple(self._reached_from(name))
        return self._hangs_on[name]

    def _reached_from(self, name: str) -> Iterable[str]:
        found: dict[str, None] = {}
        waiting = [name]
        while waiting:
            for other in self._next_to(waiting.pop()):
                if other != name and other not in found:
                    found[other] = None
                    waiting.append(other)
        return found

    def _next_to(self, name: str) -> Iterator[str]:
        award = self.awards[name]
        for amount in plain_amounts(award.amount):
            yield from amount.less
        yield from self.replacers[name]
        yield from self.rivals.get(name, ())
        yield from award.replaces


def _made_of(test: Callable[[Condition], bool], policy: Content) -> frozenset[str]:
    """The conditions that pass a test, by themselves or by those that they are made of."""
    inner = {name: conditions_within(each) for name, each in policy.conditions.items()}
    found: set[str] = set()
    for name in TopologicalSorter(inner).static_order():
        if test(policy.conditions[name]) or not found.isdisjoint(inner[name]):
            found.add(name)
    return frozenset(found)


def _reads(award: Award, policy: Content) -> Iterator[tuple[str, Counted]]:
    for amount in plain_amounts(award.amount):
        for name in amount.read():
            if name in policy.events and (amount.counted != "in_force" or name not in award.events):
                yield name, amount.counted
    for each in conditions_asked(award, policy):
        if isinstance(each, FigureCondition) and each.figure in policy.events:
            yield each.figure, each.counted


def _reads_nothing(amount: Amount) -> bool:
    """Whether an amount is the same for every enterprise and on every day."""
    return not isinstance(amount, DatedAmount) and not [*amount.references()]
