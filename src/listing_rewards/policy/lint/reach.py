"""Awards that nobody can be given, and events that cannot happen in the order declared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import DatedAmount, DatedValue
from listing_rewards.policy.conditions import HappenedCondition
from listing_rewards.policy.lint.demands import contradictions, demands
from listing_rewards.policy.lint.finding import Finding, error, event_named
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Validity


def needs_that_contradict(policy: Policy) -> Iterator[Finding]:
    """Conditions that every award needs, or that one does, and that are never met together."""
    common = contradictions(policy, policy.needs)
    yield from (error(each.within("needs")) for each in common)
    for award in () if common else policy.awards:
        names = (*policy.needs, *award.needs)
        for each in contradictions(policy, names, (award.earned_by,)):
            yield error(each.within(f"awards.{award.id}.needs"))


def events_never_in_time(policy: Policy) -> Iterator[Finding]:
    """An award whose event must fall on days that are none of the policy's.

    An event that may happen any number of times may have one day here and another there.
    """
    for award in policy.awards:
        if policy.events[award.earned_by].repeats:
            continue
        for asked in demands(policy, (*policy.needs, *award.needs)):
            about = asked.condition
            if (
                isinstance(about, HappenedCondition)
                and asked.met
                and about.happened == award.earned_by
                and not _meet(about.first, about.last, policy.in_force)
            ):
                yield error(
                    fault(
                        "never_in_time",
                        path=f"awards.{award.id}.needs",
                        condition=asked.said,
                        event=event_named(policy, award.earned_by),
                        asked=_days(about.first, about.last),
                        in_force=_days(policy.in_force.first, policy.in_force.end),
                    )
                )


def _meet(first: date | None, last: date | None, in_force: Validity) -> bool:
    """Whether some day from `first` to `last` is one of the policy's days."""
    begins_in_time = first is None or in_force.end is None or first <= in_force.end
    return begins_in_time and (last is None or in_force.first <= last)


def _days(first: date | None, last: date | None) -> tuple[str, str]:
    """Days from one to another, either of which may be left out."""
    english = f"from {first} " if first else ""
    english += f"to {last}" if last else "on"
    return english if first else f"up {english}", f"{first or ''}至{last or '不限'}"


def nothing_ever_given(policy: Policy) -> Iterator[Finding]:
    """An award none of whose dated values holds on any of the policy's days."""
    for award in policy.awards:
        if isinstance(award.amount, DatedAmount) and not _gives(award.amount, policy.in_force):
            days = _days(policy.in_force.first, policy.in_force.end)
            path = f"awards.{award.id}.amount.dated"
            yield error(fault("nothing_ever_given", path=path, in_force=days))


def _gives(amount: DatedAmount, in_force: Validity) -> bool:
    """Whether some value holds on one of the policy's days and is not repealed."""
    nexts: list[DatedValue | None] = [*amount.dated[1:], None]
    return any(
        value.amount is not None
        and (in_force.end is None or value.since <= in_force.end)
        and (later is None or later.since > in_force.first)
        for value, later in zip(amount.dated, nexts, strict=True)
    )


def events_in_a_circle(policy: Policy) -> Iterator[Finding]:
    """Events each of which must come after the other; one circle at a time."""
    try:
        TopologicalSorter({name: kind.after for name, kind in policy.events.items()}).prepare()
    except CycleError as circle:
        way: list[str] = circle.args[1]
        yield error(fault("events_in_a_circle", " → ".join(way), path=f"events.{way[0]}.after"))
