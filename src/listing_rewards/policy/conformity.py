"""What in a case a policy does not know, or what cannot have happened."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from operator import attrgetter

from listing_rewards.case import Case, Event
from listing_rewards.errors import Fault, InvalidAmount, fault, under
from listing_rewards.policy.fact_kinds import FigureKind
from listing_rewards.policy.figures import faults_stated, kind_stated
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import plain_signs, read_yuan, write_number
from listing_rewards.values.rate import write_rate

_day_of = attrgetter("on")
_DIGIT = re.compile(r"\d")
_LOOK_ALIKE = str.maketrans("oil_", "011-")


def faults_against(case: Case, policy: Policy) -> list[Fault]:
    """Every fault of `case` that can be seen only with the policy at hand, in document order."""
    stated: dict[str, list[Event]] = defaultdict(list)
    for event in case.events:
        stated[event.kind].append(event)
    for events in stated.values():
        if len(events) > 1:
            events.sort(key=_day_of)
    faults = list(_of_events(case, stated, policy))
    if len(stated) < len(case.events):
        faults += _repeated(stated, policy)
    if case.figures or case.flags or case.attributes or case.approved or case.applied:
        faults += [*_undeclared(case, policy), *_out_of_range(case, policy)]
    if case.payments:
        faults += [*_of_payments(case, policy), *_duplicate_payments(case, policy)]
        faults += _returned_too_much(case, policy)
    if case.absent:
        faults += _of_absent(case, stated, policy)
    return faults


def _of_events(case: Case, stated: Mapping[str, list[Event]], policy: Policy) -> Iterator[Fault]:
    """Events that are not declared, amounts that they do not take, days in no possible order."""
    declared = policy.events
    for i, event in enumerate(case.events):
        name, on, amount = event.kind, event.on, event.amount
        kind = declared.get(name)
        if kind is None:
            yield _unknown("event", name, f"events[{i}].kind", declared, policy)
            continue
        if amount is not None and not kind.amount:
            named = _event(policy, name)
            yield fault("amount_not_taken", amount, path=f"events[{i}].amount", event=named)
        for before in kind.after:
            earlier = stated.get(before)
            if earlier and on < earlier[0].on:
                yield fault(
                    "impossible_order",
                    on,
                    event=_event(policy, name),
                    before=_event(policy, before),
                    day=earlier[0].on,
                    path=f"events[{i}].on",
                )


def _undeclared(case: Case, policy: Policy) -> Iterator[Fault]:
    named: tuple[tuple[str, str, Iterable[str], Iterable[str]], ...] = (
        ("flag", "flags", case.flags, policy.flags),
        ("attribute", "attributes", case.attributes, policy.attributes),
        ("award", "approved", case.approved, policy.relations.awards),
        ("award", "applied", case.applied, policy.relations.awards),
    )
    yield from _figures_named(tuple(case.figures), policy)[0]
    for what, table, names, declared in named:
        for name in names:
            if name not in declared:
                yield _unknown(what, name, under(table, name), declared, policy)


def _figures_named(
    names: tuple[str, ...], policy: Policy
) -> tuple[tuple[Fault, ...], tuple[tuple[str, FigureKind, Decimal], ...]]:
    """What is wrong with the names under which figures are stated, and how large each may be.

    Most enterprises of a table state the same figures, so it is kept with the policy.
    """

    def of_names() -> tuple[tuple[Fault, ...], tuple[tuple[str, FigureKind, Decimal], ...]]:
        kinds = ((name, kind_stated(name, policy.figures)) for name in names)
        limited = ((name, kind, kind.limit) for name, kind in kinds if kind is not None)
        return (
            tuple(faults_stated(names, policy.figures, policy.id)),
            tuple((name, kind, limit) for name, kind, limit in limited if limit is not None),
        )

    return policy.memo.of(("figures_named", names), of_names)


def _unknown(what: str, name: str, path: str, declared: Iterable[str], policy: Policy) -> Fault:
    return fault(f"unknown_{what}", name, path=path, accepted=declared, policy=policy.id)


def _of_payments(case: Case, policy: Policy) -> Iterator[Fault]:
    """Payments for no award of the policy, or under an id that is almost one of those that count.

    Uncounted, what was paid under a misspelt id would be paid again.
    """
    awards, known = policy.relations.awards, policies_counted(policy)
    for i, payment in enumerate(case.payments):
        if payment.award not in awards and policy.counts(payment.policy):
            yield _unknown("award", payment.award, f"payments[{i}].award", awards, policy)
        if misspelt_policy(payment.policy, known):
            path = f"payments[{i}].policy"
            yield fault("unknown_policy_paid", payment.policy, path=path, accepted=known)


def policies_counted(policy: Policy) -> tuple[str, ...]:
    """The ids of the policies under which a payment counts."""
    return tuple(dict.fromkeys((policy.id, *policy.based_on, *policy.counts_payments_under)))


def misspelt_policy(under: str | None, known: Sequence[str]) -> str:
    """The id of those that count that was meant by one that is almost it; empty where none was.

    The same words with other digits, no more and no fewer, are another year, and not a slip.
    """
    if under is None or under in known:
        return ""
    if alike := [name for name in known if _looks(name) == _looks(under)]:
        return alike[0]
    if any(_DIGIT.sub("0", under) == _DIGIT.sub("0", name) for name in known):
        return ""
    return next(iter(get_close_matches(under, known, n=1, cutoff=0.9)), "")


def _looks(name: str) -> str:
    """An id for comparing: what looks alike is alike."""
    return plain_signs(name).lower().translate(_LOOK_ALIKE)


def _out_of_a_budget(case: Case, policy: Policy) -> Iterator[Fault]:
    """What falls to an award out of a budget and is no amount of money, so that none is paid."""
    for name, figure in case.figures.items():
        kind = policy.figures.get(name)
        if kind is not None and kind.allotted_from:
            try:
                read_yuan(figure)
            except InvalidAmount as error:
                yield from (each.within(under("figures", name)) for each in error.faults)


def _out_of_range(case: Case, policy: Policy) -> Iterator[Fault]:
    """A value that its fact cannot have: a figure too large, no value of an attribute.

    And an approved amount for an award whose amount needs no approval.
    """
    for name, kind, limit in _figures_named(tuple(case.figures), policy)[1]:
        figure = case.figures[name]
        if figure > limit:
            percent = kind.unit == "percent"
            say = write_rate if percent else write_number
            label = (name, kind.zh)
            path = under("figures", name)
            yield fault("figure_too_large", say(figure), path=path, figure=label, most=say(limit))
    if policy.budgets:
        yield from _out_of_a_budget(case, policy)
    for name, value in case.attributes.items():
        attribute = policy.attributes.get(name)
        if attribute and value not in attribute.values:
            label = (name, attribute.zh)
            path = under("attributes", name)
            yield fault(
                "unknown_value", value, path=path, accepted=attribute.values, attribute=label
            )
    for name in case.approved:
        award = policy.relations.awards.get(name)
        if award is not None and not award.is_a_ceiling:
            ceilings = {each.id for each in policy.awards if each.is_a_ceiling}
            path = under("approved", name)
            yield fault("nothing_to_approve", name, path=path, accepted=ceilings)


def _repeated(stated: Mapping[str, list[Event]], policy: Policy) -> Iterator[Fault]:
    for name, events in stated.items():
        kind = policy.events.get(name) if len(events) > 1 else None
        if kind is None or kind.repeats:
            continue
        if kind.ended_by is None:
            days = ", ".join(str(each.on) for each in events)
            yield fault("event_repeated", event=_event(policy, name), days=days, path="events")
        else:
            yield from _not_ended(name, events, kind.ended_by, stated, policy)


def _not_ended(
    name: str,
    events: Sequence[Event],
    ended_by: str,
    stated: Mapping[str, list[Event]],
    policy: Policy,
) -> Iterator[Fault]:
    """An event that may happen again only after another one has ended it."""
    ends = [each.on for each in stated.get(ended_by, [])]
    for earlier, later in pairwise(events):
        if bisect_left(ends, earlier.on) == bisect_right(ends, later.on):
            yield fault(
                "event_repeated_without_end",
                later.on,
                event=_event(policy, name),
                ended_by=_event(policy, ended_by),
                path="events",
            )


def _of_absent(case: Case, stated: Mapping[str, list[Event]], policy: Policy) -> Iterator[Fault]:
    """Events that are not declared, or that are said not to have happened, and yet have a day."""
    for i, name in enumerate(case.absent):
        path = f"absent[{i}]"
        if name not in policy.events:
            yield _unknown("event", name, path, policy.events, policy)
        for event in stated.get(name, []):
            named = _event(policy, event.kind)
            yield fault("absent_but_stated", event=named, day=event.on, path=path)


def _duplicate_payments(case: Case, policy: Policy) -> Iterator[Fault]:
    seen: set[tuple[str, date, Decimal, str]] = set()
    for i, payment in enumerate(case.payments):
        same = (payment.award, payment.on, payment.amount, payment.policy or policy.id)
        if same in seen:
            award = policy.relations.awards.get(payment.award)
            yield fault(
                "duplicate_payment",
                payment.amount,
                award=(payment.award, award.title.zh if award else payment.award),
                day=payment.on,
                path=f"payments[{i}]",
            )
        seen.add(same)


def _returned_too_much(case: Case, policy: Policy) -> Iterator[Fault]:
    """Money that came back before so much had been paid for the award and not come back already."""
    left: dict[str, Decimal] = defaultdict(Decimal)
    counted = [
        (each.on, each.amount < 0, i)
        for i, each in enumerate(case.payments)
        if policy.counts(each.policy)
    ]
    for on, came_back, i in sorted(counted):
        payment = case.payments[i]
        left[payment.award] += payment.amount
        if came_back and left[payment.award] < 0:
            award = policy.relations.awards.get(payment.award)
            yield fault(
                "returned_too_much",
                -payment.amount,
                award=(payment.award, award.title.zh if award else payment.award),
                day=on,
                path=f"payments[{i}].amount",
            )
            left[payment.award] = Decimal(0)


def _event(policy: Policy, kind: str) -> tuple[str, str]:
    """An event by its id in English, by its label in Chinese."""
    return kind, policy.events[kind].zh if kind in policy.events else kind
