"""What in a case a policy does not know, or what cannot have happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from listing_rewards.case import Case, Event
from listing_rewards.errors import Fault, fault
from listing_rewards.policy.model import Policy


def faults_against(case: Case, policy: Policy) -> list[Fault]:
    """Every fault of `case` that can be seen only with the policy at hand, in document order."""
    return [
        *_undeclared(case, policy),
        *_amounts(case, policy),
        *_repeated(case, policy),
        *_impossible(case, policy),
        *_duplicate_payments(case, policy),
    ]


def _undeclared(case: Case, policy: Policy) -> Iterator[Fault]:
    awards = [award.id for award in policy.awards]
    named: list[tuple[str, str, str, Iterable[str]]] = [
        *(
            (f"events[{i}].kind", "event", each.kind, policy.events)
            for i, each in enumerate(case.events)
        ),
        *((f"figures.{name}", "figure", name, policy.figures) for name in case.figures),
        *((f"flags.{name}", "flag", name, policy.flags) for name in case.flags),
        *(
            (f"payments[{i}].award", "award", each.award, awards)
            for i, each in enumerate(case.payments)
        ),
        *((f"absent[{i}]", "event", name, policy.events) for i, name in enumerate(case.absent)),
    ]
    for path, what, name, declared in named:
        if name not in declared:
            yield fault(f"unknown_{what}", name, path=path, accepted=declared, policy=policy.id)


def _amounts(case: Case, policy: Policy) -> Iterator[Fault]:
    for i, event in enumerate(case.events):
        kind = policy.events.get(event.kind)
        if kind and not kind.amount and event.amount is not None:
            yield fault(
                "amount_not_taken",
                event.amount,
                path=f"events[{i}].amount",
                event=_named(policy, event.kind),
            )


def _repeated(case: Case, policy: Policy) -> Iterator[Fault]:
    for name, kind in policy.events.items():
        stated = _stated(case, name)
        if len(stated) < 2 or kind.repeats:
            continue
        if kind.ended_by is None:
            days = ", ".join(str(each.on) for each in stated)
            event = _named(policy, name)
            yield fault("event_repeated", event=event, days=days, path="events")
            continue
        ends = [each.on for each in _stated(case, kind.ended_by)]
        for earlier, later in pairwise(stated):
            if not any(earlier.on <= end <= later.on for end in ends):
                yield fault(
                    "event_repeated_without_end",
                    later.on,
                    event=_named(policy, name),
                    ended_by=_named(policy, kind.ended_by),
                    path="events",
                )


def _impossible(case: Case, policy: Policy) -> Iterator[Fault]:
    for i, event in enumerate(case.events):
        kind = policy.events.get(event.kind)
        for before in kind.after if kind else ():
            earlier = _stated(case, before)
            if earlier and event.on < earlier[0].on:
                yield fault(
                    "impossible_order",
                    event.on,
                    event=_named(policy, event.kind),
                    before=_named(policy, before),
                    day=earlier[0].on,
                    path=f"events[{i}].on",
                )
    for i, name in enumerate(case.absent):
        for event in _stated(case, name):
            yield fault(
                "absent_but_stated", event=_named(policy, name), day=event.on, path=f"absent[{i}]"
            )


def _duplicate_payments(case: Case, policy: Policy) -> Iterator[Fault]:
    for i, payment in enumerate(case.payments):
        if payment in case.payments[:i]:
            yield fault(
                "duplicate_payment",
                payment.amount,
                award=_award_named(policy, payment.award),
                day=payment.on,
                path=f"payments[{i}]",
            )


def _named(policy: Policy, kind: str) -> tuple[str, str]:
    """An event by its id in English, by its label in Chinese."""
    return kind, policy.events[kind].zh if kind in policy.events else kind


def _award_named(policy: Policy, award_id: str) -> tuple[str, str]:
    titles = {award.id: award.title.zh for award in policy.awards}
    return award_id, titles.get(award_id, award_id)


def _stated(case: Case, kind: str) -> list[Event]:
    """The events of one kind, earliest first."""
    return sorted((each for each in case.events if each.kind == kind), key=lambda each: each.on)
