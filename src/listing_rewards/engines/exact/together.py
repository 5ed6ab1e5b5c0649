"""The totals of a case over all its scenarios: what holds whichever of them it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from listing_rewards.assessment import GroupTotal
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.engines.exact.scenarios import Scenario, settled_in
from listing_rewards.engines.exact.settling import Together
from listing_rewards.engines.exact.splitting import Scenarios
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning import settling
from listing_rewards.values.range import Bounds, either, total
from listing_rewards.values.truth import Truth

Part: TypeAlias = settling.Together[Bounds, Truth, Trail]
Settled: TypeAlias = Sequence[Part]

SHOWN = 4
"""So many separate amounts are listed one by one; more are given as a range."""


class Totals(NamedTuple):
    """What is payable in all, and how well that is known.

    Attributes:
        exact: whether each end of what is payable is reached by some way it may turn out.
        one_of: the amounts, where what is payable is one of a few.
        ways: each scenario, with what is payable in it.
    """

    payable: Bounds
    entitled: Bounds
    overpaid: Bounds
    withheld: Bounds
    groups: tuple[GroupTotal, ...]
    exact: bool
    one_of: tuple[Decimal, ...]
    ways: tuple[tuple[Scenario, Bounds], ...] = ()


def totals_of(
    facts: Facts, root: ExactMachine, settled: Sequence[Together], *, over_scenarios: bool
) -> Totals:
    """The totals of a case; over its scenarios, where one pass leaves any of them open."""
    one_pass = Totals(
        payable=total([each.payable for each in settled]),
        entitled=total([each.entitled for each in settled]),
        overpaid=total([each.overpaid for each in settled]),
        withheld=total([each.withheld for each in settled]),
        groups=tuple([each.group for each in settled if each.group is not None]),
        exact=True,
        one_of=(),
    )
    if all(each.determined for each in settled):
        return one_pass
    if not over_scenarios:
        return one_pass._replace(exact=one_pass.payable.determined)
    return _over(one_pass, Scenarios(facts, root))


def _over(one_pass: Totals, scenarios: Scenarios) -> Totals:
    found = [settled_in(each) for each in scenarios.machines]

    def over(name: str) -> Bounds:
        sums = (total([getattr(part, name) for part in each]) for each in found)
        before: Bounds = getattr(one_pass, name)
        return before.meet(either(sums))

    real = all(each.scenario.real for each in scenarios.machines)
    payables = [total([part.payable for part in each]) for each in found]
    payable = over("payable")
    exact = payable.determined or _reached(payable, scenarios, payables)
    return Totals(
        payable=payable,
        entitled=over("entitled"),
        overpaid=over("overpaid"),
        withheld=over("withheld"),
        groups=tuple([_group(each, found) for each in one_pass.groups]),
        exact=exact,
        one_of=_one_of(payable, payables) if real and not payable.determined else (),
        ways=tuple(zip([m.scenario for m in scenarios.machines], payables, strict=True)),
    )


def _reached(payable: Bounds, scenarios: Scenarios, payables: Sequence[Bounds]) -> bool:
    """Whether each end is what is payable in a case: in a scenario that leaves nothing out."""
    least = most = False
    for machine, each in zip(scenarios.machines, payables, strict=True):
        is_least, is_most = each.at_least == payable.at_least, each.at_most == payable.at_most
        if (is_least or is_most) and scenarios.are_tight(machine, each):
            least, most = least or is_least, most or is_most
    return least and most


def _one_of(payable: Bounds, payables: Sequence[Bounds]) -> tuple[Decimal, ...]:
    if not all(each.determined for each in payables):
        return ()
    amounts = sorted({each.at_least for each in payables})
    ends = (payable.at_least, payable.at_most)
    return tuple(amounts) if len(amounts) <= SHOWN and (amounts[0], amounts[-1]) == ends else ()


def _group(one_pass: GroupTotal, found: Sequence[Settled]) -> GroupTotal:
    parts = [part for each in found for part in each if part.group == one_pass.group]

    def over(
        before: Bounds, of: Callable[[settling.Together[Bounds, Truth, Trail]], Bounds]
    ) -> Bounds:
        return before.meet(either(map(of, parts)))

    return GroupTotal(
        group=one_pass.group,
        cap=over(one_pass.cap, lambda part: part.cap or one_pass.cap),
        entitled=over(one_pass.entitled, lambda part: part.entitled),
        paid=one_pass.paid,
        payable=over(one_pass.payable, lambda part: part.payable),
        withheld=over(one_pass.withheld, lambda part: part.withheld),
        overpaid=over(one_pass.overpaid, lambda part: part.overpaid),
        ground=one_pass.ground,
    )
