"""Amounts that cannot be meant, bands that do not fit, and caps beside what awards can give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import (
    Band,
    BandsAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
    TopUpAmount,
    plain_amounts,
)
from listing_rewards.policy.conditions import FigureCondition
from listing_rewards.policy.constructs import known_cap
from listing_rewards.policy.grants import Award, Group
from listing_rewards.policy.lint.conditions import contradictions
from listing_rewards.policy.lint.finding import (
    Finding,
    advice,
    amounts_of,
    award_named,
    error,
    number_of,
    quantity_named,
    yuan,
)
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import ZERO, round_yuan


def band_from_nothing(policy: Policy) -> Iterator[Finding]:
    """A lowest band without a lower bound, so that where nothing was raised it is given as well.

    The event that earns an award has its own amount; of another, nothing may be stated.
    """
    for path, award, amount in amounts_of(policy):
        if not isinstance(amount, BandsAmount) or amount.of in award.events:
            continue
        if amount.scope != "enterprise":
            continue
        lowest = amount.neighbours[0][1]
        band = amount.bands[lowest or 0]
        if band.lower is None and band.rate is None and band.fixed != 0:
            place, zero = f"{path}.bands[{lowest}]", number_of(policy, amount.of, ZERO)
            figure = quantity_named(policy, amount.of)
            yield advice(fault("band_from_nothing", path=place, figure=figure, zero=zero))


def scaled_over_several(policy: Policy) -> Iterator[Finding]:
    """An amount for each event or year, scaled by the share of all of them together."""
    for path, _, amount in amounts_of(policy):
        each = isinstance(amount, RateAmount | BandsAmount) and amount.scope != "enterprise"
        if each and amount.scaled is not None:
            yield error(fault("scaled_over_several", path=f"{path}.scaled"))


def floor_above_cap(policy: Policy) -> Iterator[Finding]:
    """An amount that is at least more than it is at most."""
    for path, _, amount in amounts_of(policy):
        if not isinstance(amount, RateAmount) or amount.floor is None:
            continue
        cap = min((cap for _, cap in amount.caps()), default=amount.floor)
        if amount.floor > cap:
            place, floor = f"{path}.floor", yuan(amount.floor)
            yield error(fault("floor_above_cap", path=place, floor=floor, cap=yuan(cap)))


def instead_of_the_same(policy: Policy) -> Iterator[Finding]:
    """A base, rate or cap that holds under a condition, and is the one that holds without it."""
    for path, _, amount in amounts_of(policy):
        for i, each in enumerate(amount.instead if isinstance(amount, RateAmount) else ()):
            for key in each.changes:
                if getattr(each, key) == getattr(amount, key):
                    yield advice(
                        fault("instead_of_the_same", key, path=f"{path}.instead[{i}].{key}")
                    )


def nothing_is_counted(policy: Policy) -> Iterator[Finding]:
    """A cap of a fixed sum, or how much earns it once, without what is counted."""
    for path, _, amount in amounts_of(policy):
        if isinstance(amount, FixedAmount) and amount.per is None:
            for key in ("every", "cap"):
                if getattr(amount, key) is not None:
                    yield error(fault("nothing_is_counted", key, path=f"{path}.{key}"))


def counted_nothing(policy: Policy) -> Iterator[Finding]:
    """Which amounts of an event count, where no event is read."""
    for path, _, amount in amounts_of(policy):
        if amount.counted != "in_force" and not policy.events.keys() & {*amount.read()}:
            yield error(fault("counted_nothing", path=f"{path}.counted"))
    for name, each in policy.conditions.items():
        if not isinstance(each, FigureCondition) or each.counted == "in_force":
            continue
        if each.figure not in policy.events:
            yield error(fault("counted_nothing", path=f"conditions.{name}.counted"))


def share_of_what(policy: Policy) -> Iterator[Finding]:
    """A share by which an amount is scaled that is neither a percentage nor a part of a whole."""
    for path, _, amount in amounts_of(policy):
        if amount.scaled is not None and amount.scaled.of is None:
            by = amount.scaled.by
            if by not in policy.figures or policy.figures[by].unit != "percent":
                of = quantity_named(policy, by)
                yield error(fault("share_of_what", path=f"{path}.scaled.by", figure=of))


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
    if band.cap == "unknown":
        return None
    return share if band.cap is None else min(share, band.cap)


def caps_below_an_award(policy: Policy) -> Iterator[Finding]:
    """A common cap that is lower than what one of its awards can give, whatever conditions hold."""
    for award in policy.awards:
        most = most_of(award, policy)
        if award.group is None or most is None:
            continue
        cap = max((cap for _, cap in _caps(policy.groups[award.group])), default=None)
        if cap is not None and policy.groups[award.group].cap != "unknown" and cap < most:
            yield advice(
                fault(
                    "cap_below_an_award",
                    path=f"groups.{award.group}.cap",
                    cap=yuan(cap),
                    award=award_named(policy, award.id),
                    most=yuan(most),
                )
            )


def caps_above_the_sum(policy: Policy) -> Iterator[Finding]:
    """A common cap that is higher than what its awards can add up to."""
    for name, group in policy.groups.items():
        awards = [award for award in policy.awards if award.group == name]
        most = most_together(awards, policy) if awards else None
        for key, cap in _caps(group) if most is not None else ():
            if most is not None and cap > most:
                path = f"groups.{name}.{key}"
                yield advice(fault("cap_above_the_sum", path=path, cap=yuan(cap), most=yuan(most)))


def _caps(group: Group) -> Iterator[tuple[str, Decimal]]:
    """Every known cap that a group may have, with its key."""
    if group.cap != "unknown":
        yield "cap", group.cap
    yield from ((f"cap_when[{i}].cap", each.cap) for i, each in enumerate(group.cap_when))


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
        if not isinstance(amount.cap, Decimal):
            return None
        return max(amount.floor or ZERO, *(cap for _, cap in amount.caps()))
    return amount.topup if isinstance(amount, TopUpAmount) else None


def _sum(amount: FixedAmount, policy: Policy) -> Decimal | None:
    """The sum, or the sum times what is counted."""
    cap = known_cap(amount.cap)
    if amount.per is None:
        return amount.fixed
    if amount.every is None and _once(amount.per, policy):
        return amount.fixed if cap is None else min(amount.fixed, cap)
    return cap


def _once(name: str, policy: Policy) -> bool:
    """Whether this is an event with one day only."""
    return name in policy.events and policy.events[name].happens_once


def _band(band: Band) -> Decimal | None:
    """The most that a band gives, by its cap or by where it ends."""
    if band.rate is None:
        return band.fixed
    ends = (known_cap(band.cap), None if band.upper is None else band.upper * band.rate)
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
                (*one.certain_events, *other.certain_events),
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
