"""The reward for financing on the regional equity market. 按融资额的2%给予奖励."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from listing_rewards.errors import InvalidAmount, fault
from listing_rewards.rules.amounts import at_most, cap_in_units, rate_of, rounded
from listing_rewards.values.money import FEN, RoundingMode, exact, read_yuan
from listing_rewards.values.range import exactly
from listing_rewards.values.rate import read_rate

RATE = Decimal("0.02")
CAP = Decimal("100000.00")


@exact
def regional_financing_reward(
    financing: Decimal | int | str,
    *,
    rate: Decimal | str = RATE,
    cap: Decimal | int | str = CAP,
    unit: Decimal | int | str = FEN,
    mode: RoundingMode = "half_up",
) -> Decimal:
    """2% of the financing, at most 100,000 yuan.

    Task 10 of the task table: 按融资额的2%给予奖励，最高奖励金额不超过10万元.

    Args:
        financing: yuan raised on the regional equity market, all financings together.
        rate: the share, ``"2%"`` by the source.
        cap: yuan, 100,000 by the source.
        unit: the smallest amount paid, in yuan; the source states no rounding.
        mode: how a part of `unit` is rounded.

    Returns:
        Yuan with two decimals, never above `cap`.

    Raises:
        InvalidAmount: for a float, a negative or non-finite amount, more than two decimals, a unit
            of 0, or another way of rounding.

    >>> from decimal import Decimal
        >>> from listing_rewards import regional_financing_reward
    >>> regional_financing_reward(Decimal("8000000"))
    Decimal('100000.00')
    >>> regional_financing_reward("300万元")
    Decimal('60000.00')
    """
    if mode not in get_args(RoundingMode):
        raise InvalidAmount(fault("not_a_rounding_mode", mode, accepted=get_args(RoundingMode)))
    limit, smallest = read_yuan(cap), read_yuan(unit)
    if not smallest:
        raise InvalidAmount(fault("no_unit", unit, path="unit"))
    reward = at_most(rate_of(exactly(read_yuan(financing)), read_rate(rate)), limit)
    whole = rounded(reward, unit=smallest, mode=mode)
    return at_most(whole, cap_in_units(limit, smallest)).at_least
