"""What several conditions ask for together, and awards that they keep from everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from itertools import chain, islice
from typing import NamedTuple

from listing_rewards.errors import Fault, fault
from listing_rewards.policy.amounts import DatedAmount, DatedValue
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    ApplicationCondition,
    AttributeCondition,
    Condition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    tested_of_an_award,
)
from listing_rewards.policy.lint.finding import (
    Finding,
    InBoth,
    advice,
    error,
    event_named,
    number_of,
    quantity_named,
)
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Validity
from listing_rewards.values.rate import write_rate


class Demand(NamedTuple):
    """A condition that must be met, or must not be.

    Attributes:
        name: the condition's name.
        condition: the condition.
        met: whether it must be met, or must not.
        needed: the need that asks for it: itself, or what is made of it.
    """

    name: str
    condition: Condition
    met: bool
    needed: str

    @property
    def said(self) -> InBoth:
        """The demand by the name of the need, with what it comes down to."""
        if self.name == self.needed:
            return self.name, self.name
        english, chinese = ("", "") if self.met else ("not ", "非 ")
        return f"{self.needed} ({english}{self.name})", f"{self.needed}（{chinese}{self.name}）"


class _Side(NamedTuple):
    """A bound of a figure, and the demand that sets it."""

    number: Decimal
    included: bool
    demand: Demand


def demands(policy: Policy, names: Iterable[str]) -> tuple[Demand, ...]:
    """All that must hold for the named conditions to be met, as far as it is not a choice."""
    found: dict[tuple[str, bool], Demand] = {}
    open_ones = [(name, True, name) for name in names]
    while open_ones:
        name, met, needed = open_ones.pop(0)
        if (name, met) in found:
            continue
        condition = policy.conditions[name]
        found[name, met] = Demand(name, condition, met, needed)
        if isinstance(condition, NotCondition):
            open_ones.append((condition.not_met, not met, needed))
        elif isinstance(condition, AllCondition) and met:
            open_ones += [(part, True, needed) for part in condition.all_of]
        elif isinstance(condition, AnyCondition) and not met:
            open_ones += [(part, False, needed) for part in condition.any_of]
    return tuple(found.values())


def contradictions(
    policy: Policy, names: Iterable[str], happened: Iterable[str] = ()
) -> tuple[Fault, ...]:
    """Why the named conditions cannot all be met once the events `happened` have happened."""
    asked = demands(policy, names)
    return tuple(islice(_opposed(asked), 1)) or tuple(
        chain(
            _flags(asked),
            _attributes(asked, policy),
            _figures(asked, policy),
            _events(asked, happened, policy),
        )
    )


def _never(*these: Demand) -> Fault:
    """No case meets all these demands."""
    english, chinese = zip(*(each.said for each in dict.fromkeys(these)), strict=True)
    return fault("never_met_together", demands=(" and ".join(english), "、".join(chinese)))


def _opposed(asked: tuple[Demand, ...]) -> Iterator[Fault]:
    """A condition that must be met and must not be; directly, or by all that it is made of."""
    wanted = {(each.name, each.met): each for each in asked}
    for each in asked:
        parts: tuple[str, ...] = ()
        if isinstance(each.condition, AllCondition) and not each.met:
            parts = each.condition.all_of
        elif isinstance(each.condition, AnyCondition) and each.met:
            parts = each.condition.any_of
        if each.met and (each.name, False) in wanted:
            yield _never(each, wanted[each.name, False])
        elif parts and all((part, not each.met) in wanted for part in parts):
            yield _never(each, *(wanted[part, not each.met] for part in parts))


def _flags(asked: tuple[Demand, ...]) -> Iterator[Fault]:
    """A flag that must be yes, and must not be."""
    first: dict[str, Demand] = {}
    for each in asked:
        if isinstance(each.condition, FlagCondition):
            other = first.setdefault(each.condition.flag, each)
            if other.met != each.met:
                yield _never(other, each)


def _attributes(asked: tuple[Demand, ...], policy: Policy) -> Iterator[Fault]:
    """An attribute of which no value is left."""
    for name, attribute in policy.attributes.items():
        left, involved = set(attribute.values), list[Demand]()
        for each in asked:
            if isinstance(each.condition, AttributeCondition) and each.condition.attribute == name:
                values = set(each.condition.one_of)
                left = left & values if each.met else left - values
                involved.append(each)
        if involved and not left:
            yield _never(*involved)


def _figures(asked: tuple[Demand, ...], policy: Policy) -> Iterator[Fault]:
    """A figure between whose bounds no number lies, or that never gets as far."""
    bounds: dict[str, list[Demand]] = {}
    for each in asked:
        if isinstance(each.condition, FigureCondition):
            bounds.setdefault(each.condition.figure, []).append(each)
    for quantity, each_of in bounds.items():
        lowers, uppers = _sides(each_of)
        lower = max(lowers, key=lambda side: (side.number, not side.included), default=None)
        upper = min(uppers, key=lambda side: (side.number, side.included), default=None)
        limit = policy.figures[quantity].limit if quantity in policy.figures else None
        if lower and limit is not None and _beyond(lower, limit, included=True):
            yield fault(
                "beyond_the_figure",
                condition=lower.demand.said,
                bound=number_of(policy, quantity, lower.number),
                figure=quantity_named(policy, quantity),
                limit=number_of(policy, quantity, limit),
            )
        elif lower and upper and _beyond(lower, upper.number, included=upper.included):
            yield _never(lower.demand, upper.demand)


def _beyond(lower: _Side, upper: Decimal, *, included: bool) -> bool:
    """Whether nothing lies from the lower bound up to `upper`."""
    both = lower.included and included
    return lower.number > upper or (lower.number == upper and not both)


def _sides(asked: Iterable[Demand]) -> tuple[list[_Side], list[_Side]]:
    """The lower and the upper bounds; what must not lie between two bounds sets none."""
    lowers, uppers = list[_Side](), list[_Side]()
    for each in asked:
        bound = each.condition
        if not isinstance(bound, FigureCondition):
            continue
        if bound.lower is not None and (each.met or bound.upper is None):
            at = _Side(bound.lower, (bound.at_least is not None) == each.met, each)
            (lowers if each.met else uppers).append(at)
        if bound.upper is not None and (each.met or bound.lower is None):
            at = _Side(bound.upper, (bound.at_most is not None) == each.met, each)
            (uppers if each.met else lowers).append(at)
    return lowers, uppers


def _events(asked: tuple[Demand, ...], happened: Iterable[str], policy: Policy) -> Iterator[Fault]:
    """An event that must have happened, and must not have."""
    needed = set(happened).union(*(_needed(each) for each in asked))
    absent = {kind: each for each in asked for kind in _absent(each)}
    absent = {kind: each for kind, each in absent.items() if _at_any_time(each)}
    for kind, each in absent.items():
        if kind in needed:
            event = event_named(policy, kind)
            yield fault("needed_and_absent", event=event, condition=each.said)
    for each in asked:
        if isinstance(each.condition, SeasoningCondition) and each.met:
            tested = each.condition.tested_kinds
            if tested and all(kind in absent and kind not in needed for kind in tested):
                yield _never(each, *(absent[kind] for kind in tested))


def _needed(demand: Demand) -> set[str]:
    """The events that must have happened for this demand."""
    condition = demand.condition
    if isinstance(condition, AbsentCondition) and not demand.met:
        return {condition.absent}
    if isinstance(condition, SeasoningCondition) and demand.met:
        return {condition.seasoning}
    if isinstance(condition, HappenedCondition) and demand.met:
        return {condition.happened, condition.after or condition.happened}
    return set()


def _at_any_time(demand: Demand) -> bool:
    """Whether what must not have happened must not have happened at any time until now."""
    return not tested_of_an_award(demand.condition) or (
        isinstance(demand.condition, AbsentCondition)
        and not demand.condition.after_event
        and demand.condition.tested_on in ("payment", "as_of")
    )


def _absent(demand: Demand) -> set[str]:
    """The event that must not have happened at all for this demand."""
    condition = demand.condition
    if isinstance(condition, AbsentCondition) and demand.met:
        return {condition.absent}
    if isinstance(condition, HappenedCondition) and not demand.met:
        anything = condition.first is None and condition.last is None and condition.after is None
        return {condition.happened} if anything else set()
    return set()


def needs_that_contradict(policy: Policy) -> Iterator[Finding]:
    """Conditions that every award needs, or that one does, and that are never met together."""
    common = contradictions(policy, policy.needs)
    yield from (error(each.within("needs")) for each in common)
    for award in () if common else policy.awards:
        names = (*policy.needs, *award.needs)
        for each in contradictions(policy, names, award.certain_events):
            yield error(each.within(f"awards.{award.id}.needs"))


def events_never_in_time(policy: Policy) -> Iterator[Finding]:
    """An award whose event must fall on days that are none of the policy's.

    An event that may happen any number of times may have one day here and another there. Of events
    that must all have happened, one may be earlier than the policy's days, but none later.
    """
    for award in policy.awards:
        alone = award.event == award.earned_by
        once = [each for each in award.certain_events if not policy.events[each].repeats]
        for asked in demands(policy, (*policy.needs, *award.needs)):
            about = asked.condition
            if (
                isinstance(about, HappenedCondition)
                and asked.met
                and about.happened in once
                and not _meet(about.first, about.last if alone else None, policy.in_force)
            ):
                yield error(
                    fault(
                        "never_in_time",
                        path=f"awards.{award.id}.needs",
                        condition=asked.said,
                        event=event_named(policy, about.happened),
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


def absent_for_ever(policy: Policy) -> Iterator[Finding]:
    """An event that must never happen, although an undertaking about it ends after some time."""
    for award in policy.awards:
        never = {
            each.condition.absent: each
            for each in demands(policy, (*policy.needs, *award.needs))
            if isinstance(each.condition, AbsentCondition)
            and each.met
            and each.condition.tested_on == "as_of"
        }
        for name, promised in policy.relations.undertakings.items():
            kind = next((each for each in promised.broken_by if each in never), None)
            if kind and promised.bounded and award.id in promised.awards:
                yield advice(
                    fault(
                        "absent_for_ever",
                        path=f"awards.{award.id}.needs",
                        condition=never[kind].said,
                        event=event_named(policy, kind),
                        repayment=name,
                    )
                )


def repayments_of_old(policy: Policy) -> Iterator[Finding]:
    """An undertaking in the form of version 0.4.0, which changes no amount where it is broken."""
    for name, old in policy.repayments.items():
        form = [f"[undertakings.{name}]", f'broken_by = ["{old.event}"]']
        if old.share != 1:
            form.append(f'called_back = "{write_rate(old.share)}"')
        form.append('before_payment = "not_payable"')
        yield advice(
            fault("repayments_of_old", path=f"repayments.{name}", name=name, form=", ".join(form))
        )


def never_applied_in_time(policy: Policy) -> Iterator[Finding]:
    """A last day to apply that is before the policy's first day."""
    first = policy.in_force.first
    for name, each in policy.conditions.items():
        last = each.applied.last if isinstance(each, ApplicationCondition) else None
        if last is not None and last < first:
            path = f"conditions.{name}.applied.last"
            yield error(fault("never_applied_in_time", path=path, last=last, first=first))


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
