"""The reward for financing on the regional equity market. 按融资额的2%给予奖励."""

from __future__ import annotations

from decimal import Decimal

from listing_rewards.bounds import exactly
from listing_rewards.money import FEN, RoundingMode, exact, read_rate, read_yuan
from listing_rewards.rules.amounts import at_most, cap_in_units, rate_of, rounded

RATE = Decimal("0.02")
CAP = Decimal("100000.00")


@exact
def regional_financing_reward(
    financing: Decimal | int | str,
    *,
    rate: Decimal | str = RATE,
    cap: Decimal | int | str = CAP,
    unit: Decimal = FEN,
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
        InvalidAmount: for a float, a negative or non-finite amount, or more than two decimals.

    >>> from decimal import Decimal
    >>> from listing_rewards import regional_financing_reward
    >>> regional_financing_reward(Decimal("8000000"))
    Decimal('100000.00')
    >>> regional_financing_reward("300万元")
    Decimal('60000.00')
    """
    limit = read_yuan(cap)
    reward = at_most(rate_of(exactly(read_yuan(financing)), read_rate(rate)), limit)
    return at_most(rounded(reward, unit=unit, mode=mode), cap_in_units(limit, unit)).at_least
