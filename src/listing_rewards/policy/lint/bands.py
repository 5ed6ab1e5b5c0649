"""Bands of a base: none of them overlaps another, and nothing between two of them is left out.

What lies below the lowest band or above the highest is given nothing, which a document may mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import Band, BandsAmount
from listing_rewards.policy.lint.finding import Finding, amounts_of, error, number_of
from listing_rewards.policy.model import Policy


def bands(policy: Policy) -> Iterator[Finding]:
    """Gaps and overlaps between the bands of each amount."""
    for path, _, amount in amounts_of(policy):
        if isinstance(amount, BandsAmount):
            yield from _between(path, amount, policy)


def _between(path: str, amount: BandsAmount, policy: Policy) -> Iterator[Finding]:
    """Each band in rising order against the one before it that reaches furthest."""
    for below, above in amount.neighbours:
        if below is not None and above is not None:
            yield from _joint(path, amount, (below, above), policy)


def _joint(
    path: str, amount: BandsAmount, pair: Sequence[int], policy: Policy
) -> Iterator[Finding]:
    """What is wrong where a band (the second of `pair`) follows another."""
    lower, upper = (amount.bands[index] for index in pair)
    one, other = (f"bands[{index}]" for index in pair)
    place = f"{path}.{other}"
    end, (start, start_excluded) = lower.upper, upper.start
    said = number_of(policy, amount.of, start)
    if end is None or start < end:
        yield error(fault("bands_overlap", path=place, one=one, other=other, start=said))
    elif start > end:
        ends = number_of(policy, amount.of, end)
        yield error(fault("bands_apart", path=place, one=one, other=other, end=ends, start=said))
    elif lower.at_most is None and start_excluded:
        yield error(fault("number_in_no_band", path=place, one=one, other=other, number=said))
    elif lower.at_most is not None and not start_excluded and _differ(lower, upper, start):
        yield error(fault("number_in_two_bands", path=place, one=one, other=other, number=said))


def _differ(one: Band, other: Band, base: Decimal) -> bool:
    """Whether two bands may give different amounts for the same base."""
    given = _given(one, base)
    return given is None or given != _given(other, base)


def _given(band: Band, base: Decimal) -> Decimal | None:
    """What a band gives for a base; None where the source does not say."""
    if band.rate is None:
        return band.fixed
    share = base * band.rate
    return share if band.cap is None else min(share, band.cap)
