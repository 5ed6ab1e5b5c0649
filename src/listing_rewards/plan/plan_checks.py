"""Planned events beside the enterprises that plan them: whose each is, and whether it can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from listing_rewards.case import Case, code_key
from listing_rewards.errors import Fault, InvalidCase, fault
from listing_rewards.plan.planned import Planned
from listing_rewards.policy.model import Policy

Plans = tuple[tuple[int, Planned], ...]
"""The planned events of one enterprise, each with its place in the whole plan."""


def plans_by_case(
    cases: Sequence[Case], planned: Sequence[Planned], policy: Policy, as_of: date
) -> list[Plans]:
    """For each enterprise what it plans, from the day after the as-of date on.

    Raises:
        InvalidCase: what is planned is past, is of no enterprise of these, is planned twice or
            stated already, or is none of the policy's events; each by its place in `planned`.
    """
    owners = _Owners(cases)
    found: dict[int, list[tuple[int, Planned]]] = defaultdict(list)
    faults: dict[int, list[Fault]] = {}
    for place, plan in enumerate(planned):
        owner, wrong = owners.of(plan)
        faults[place] = [*wrong, *_of_event(plan, policy), *_of_days(plan, as_of)]
        if owner is not None:
            found[owner].append((place, plan))
    for owner, own in found.items():
        for at, (place, plan) in enumerate(own):
            if not faults[place]:
                kinds = {each.event for _, each in own}
                faults[place] += _stated(plan, kinds, cases[owner], policy)
                faults[place] += _twice(plan, kinds, own[:at], cases[owner], policy)
    if any(faults.values()):
        raise InvalidCase(
            *(replace(each, path=f"planned[{place}].{each.path}")
              for place, own_faults in faults.items() for each in own_faults)
        )  # fmt: skip
    begins = as_of + timedelta(days=1)
    return [
        tuple((at, replace(plan, first=max(plan.first, begins))) for at, plan in found[number])
        for number in range(len(cases))
    ]


class _Owners:
    """The enterprises of a table, by code and by name."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._cases = cases
        self._names: Mapping[str, list[int]] = defaultdict(list)
        self._codes: Mapping[str, list[int]] = defaultdict(list)
        self._alike: dict[str, str] = {}
        for number, case in enumerate(cases):
            who = case.enterprise
            self._names[who.name].append(number)
            self._alike.setdefault(code_key(who.name), who.name)
            if who.uscc:
                self._codes[code_key(who.uscc)].append(number)

    def of(self, plan: Planned) -> tuple[int | None, list[Fault]]:
        """Whose a planned event is; or why that cannot be said."""
        by_code = self._codes.get(code_key(plan.uscc), []) if plan.uscc else []
        by_name = self._names.get(plan.name, []) if plan.name else []
        found = by_code or by_name
        field, given = ("uscc", plan.uscc) if by_code or not plan.name else ("name", plan.name)
        if len(found) > 1:
            return None, [fault("ambiguous_enterprise", given, path=field)]
        if not found:
            alike = self._alike.get(code_key(plan.name)) if plan.name else None
            if alike:
                return None, [fault("almost_in_table", plan.name, owner=alike, path="name")]
            names = [case.enterprise.name for case in self._cases]
            return None, [self._lost(field, given, names)]
        who = self._cases[found[0]].enterprise
        if plan.name and plan.name != who.name:
            wrong = fault("another_enterprise", plan.uscc, owner=who.name, name=plan.name)
            return None, [replace(wrong, path="uscc")]
        if plan.uscc and who.uscc and code_key(plan.uscc) != code_key(who.uscc):
            other = fault("another_code", plan.uscc, owner=who.name, known=who.uscc)
            return None, [replace(other, path="uscc")]
        return found[0], []

    @staticmethod
    def _lost(field: str, given: str | None, names: list[str]) -> Fault:
        """The fault of an enterprise that is not there, with the nearest name that is."""
        lost = fault("not_in_table", given, accepted=names, path=field)
        return replace(lost, accepted=())


def _of_event(plan: Planned, policy: Policy) -> Iterator[Fault]:
    kind = policy.events.get(plan.event)
    if kind is None:
        known = policy.events
        yield fault("unknown_event", plan.event, accepted=known, policy=policy.id, path="event")
    elif plan.amount is not None and not kind.amount:
        named = (plan.event, kind.zh)
        yield fault("amount_not_taken", plan.amount, event=named, path="amount")


def _of_days(plan: Planned, as_of: date) -> Iterator[Fault]:
    if plan.last <= as_of:
        yield fault("planned_in_the_past", last=plan.last, as_of=as_of, path="when")


def _happens_once(event: str, planned: Collection[str], case: Case, policy: Policy) -> bool:
    """Whether an event cannot happen again, as nothing ends it that is stated or planned."""
    kind = policy.events[event]
    ends = {each.kind for each in case.events} | {*planned}
    return not kind.repeats and kind.ended_by not in ends


def _stated(plan: Planned, planned: Collection[str], case: Case, policy: Policy) -> Iterator[Fault]:
    """A planned event that the enterprise states already, and that happens once."""
    if _happens_once(plan.event, planned, case, policy):
        for each in case.events:
            if each.kind == plan.event:
                named = (each.kind, policy.events[each.kind].zh)
                yield fault("planned_and_stated", event=named, day=each.on, path="event")


def _twice(
    plan: Planned,
    planned: Collection[str],
    before: Sequence[tuple[int, Planned]],
    case: Case,
    policy: Policy,
) -> Iterator[Fault]:
    """A planned event that is planned already: the same one, or one that happens once."""
    once = _happens_once(plan.event, planned, case, policy)
    for _, each in before:
        same = (each.first, each.last, each.amount) == (plan.first, plan.last, plan.amount)
        if each.event == plan.event and (once or same):
            named, days = (each.event, policy.events[each.event].zh), (each.first, each.last)
            yield fault("planned_twice", event=named, first=days[0], last=days[1], path="event")
            return
