"""The most that awards can give: one of them, or several that share a cap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from listing_rewards.money import ZERO, round_yuan
from listing_rewards.policy.amounts import (
    Band,
    BandsAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
    TopUpAmount,
    plain_amounts,
)
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.demands import contradictions
from listing_rewards.policy.lint.finding import happens_once
from listing_rewards.policy.model import Policy

_TANGLED = 12
"""With more awards than this in each other's way, they are simply added up."""


def most_of(award: Award, policy: Policy) -> Decimal | None:
    """The most that an award can give, in yuan; None where nothing limits it."""
    return _highest(_with_extras(each, policy) for each in plain_amounts(award.amount))


def _highest(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The highest amount; None as soon as one has no limit, 0 where there is none at all."""
    highest = ZERO
    for amount in amounts:
        if amount is None:
            return None
        highest = max(highest, amount)
    return highest


def _with_extras(amount: PlainAmount, policy: Policy) -> Decimal | None:
    """The most that an amount gives when every factor that raises it applies."""
    most = _construct(amount, policy)
    if most is None:
        return None
    for each in amount.times:
        most = max(most, most * each.factor)
    return round_yuan(most, unit=policy.rounding.unit, mode=policy.rounding.mode)


def _construct(amount: PlainAmount, policy: Policy) -> Decimal | None:
    if isinstance(amount, FixedAmount):
        return _sum(amount, policy)
    if isinstance(amount, RateAmount | BandsAmount):
        if amount.scope != "enterprise" and not _once(amount.of, policy):
            return None
        if isinstance(amount, BandsAmount):
            return _highest(map(_band, amount.bands))
        return None if amount.cap is None else max(amount.cap, amount.floor or ZERO)
    return amount.topup if isinstance(amount, TopUpAmount) else None


def _sum(amount: FixedAmount, policy: Policy) -> Decimal | None:
    """The sum, or the sum times what is counted."""
    if amount.per is None:
        return amount.fixed
    if amount.every is None and _once(amount.per, policy):
        return amount.fixed if amount.cap is None else min(amount.fixed, amount.cap)
    return amount.cap


def _once(name: str, policy: Policy) -> bool:
    """Whether this is an event with one day only."""
    return name in policy.events and happens_once(policy.events[name])


def _band(band: Band) -> Decimal | None:
    """The most that a band gives, by its cap or by where it ends."""
    if band.rate is None:
        return band.fixed
    ends = (band.cap, None if band.upper is None else band.upper * band.rate)
    return min((each for each in ends if each is not None), default=None)


def most_together(awards: Sequence[Award], policy: Policy) -> Decimal | None:
    """The most that some awards can add up to, in yuan; None where nothing limits it.

    Counted together are only awards of which none excludes another, each less what it subtracts.
    """
    most: dict[str, Decimal] = {}
    for award in awards:
        alone = most_of(award, policy)
        if alone is None:
            return None
        most[award.id] = alone
    less = {award.id: _always_less(award) & most.keys() for award in awards}
    apart = {pair for pair in combinations(most, 2) if _exclude(pair, policy)}
    tangled = set[str]().union(*apart, *less.values())
    if len(tangled) > _TANGLED:
        return sum(most.values(), ZERO)
    return max(_added(each, most, less) for each in _choices(list(most), apart, tangled))


def _always_less(award: Award) -> set[str]:
    """The awards that are subtracted, whatever the day."""
    named = [set(each.less) for each in plain_amounts(award.amount)]
    return set.intersection(*named) if named else set()


def _exclude(pair: tuple[str, str], policy: Policy) -> bool:
    """Whether nobody is granted both: by `replaces`, `best_of`, or conditions that contradict."""
    one, other = (policy.award(each) for each in pair)
    return (
        other.id in one.replaces
        or one.id in other.replaces
        or any(set(pair) <= set(each.awards) for each in policy.best_of.values())
        or bool(
            contradictions(
                policy,
                (*policy.needs, *one.needs, *other.needs),
                (one.earned_by, other.earned_by),
            )
        )
    )


def _choices(
    awards: list[str], apart: set[tuple[str, str]], tangled: set[str]
) -> list[tuple[str, ...]]:
    """The sets of awards that can be granted together; what is in nobody's way is in each."""
    chosen: list[tuple[str, ...]] = [()]
    for award in awards:
        if award not in tangled:
            chosen = [(*each, award) for each in chosen]
        else:
            chosen += [
                (*each, award)
                for each in chosen
                if not any((earlier, award) in apart for earlier in each)
            ]
    return chosen


def _added(awards: Iterable[str], most: dict[str, Decimal], less: dict[str, set[str]]) -> Decimal:
    """The awards added up in the policy's order, each less those of them that it subtracts."""
    given: dict[str, Decimal] = {}
    for award in awards:
        taken = sum((given.get(name, ZERO) for name in less[award]), ZERO)
        given[award] = max(most[award] - taken, ZERO)
    return sum(given.values(), ZERO)
