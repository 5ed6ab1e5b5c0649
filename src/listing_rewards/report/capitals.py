"""Amounts in Chinese capital numerals, as approval forms and vouchers ask for them. 人民币大写.

After the basic rules of the People's Bank of China for filling in negotiable instruments and
settlement vouchers (中国人民银行《支付结算办法》，银发〔1997〕393号，附一《正确填写票据和结算凭证的
基本规定》), items 1 to 4. Where they leave a choice, it is this one:

- 整 stands after 元 and after 角, never after 分. The rules let it go after 角; article 52 of
  财政部《会计基础工作规范》 asks for it there, so one way of writing satisfies both.
- Zeros between two other digits are written as one 零. Zeros that end a group of four digits are
  written before 角 and not before 仟: ￥107,000.53 is 壹拾万柒仟元零伍角叁分, the first of the two
  ways that the rules give for it.
"""

from __future__ import annotations

from decimal import Decimal

from listing_rewards.errors import InvalidAmount, fault
from listing_rewards.values.money import FEN, exact, refuse_float

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
_GROUP = 10**4


@exact
def capitals(amount: Decimal) -> str:
    """An amount in capital numerals, to be written directly behind 人民币.

    Args:
        amount: yuan, at least 0, with at most two decimals; as large as it may be.

    Raises:
        InvalidAmount: for a float, a negative amount, or a part of a fen.

    >>> from decimal import Decimal
    >>> capitals(Decimal("9000000.00")), capitals(Decimal("100000.05"))
    ('玖佰万元整', '壹拾万元零伍分')
    """
    refuse_float(amount)
    if amount < 0:
        raise InvalidAmount(fault("negative_amount", amount))
    if amount % FEN:
        raise InvalidAmount(fault("too_many_decimals", amount))
    yuan, rest = divmod(int(amount / FEN), 100)
    jiao, fen = divmod(rest, 10)
    text = f"{_whole(yuan)}元" if yuan or not rest else ""
    if yuan and rest and (not jiao or not yuan % 10):
        text += _DIGITS[0]
    text += f"{_DIGITS[jiao]}角" if jiao else ""
    return text + (f"{_DIGITS[fen]}分" if fen else "整")


def _whole(number: int) -> str:
    """A whole number: what stands before its highest unit, the unit, what is left below it."""
    for size, unit in _UNITS:
        if number >= size:
            above, below = divmod(number, size)
            gap = below and (below < size // 10 or not above % _GROUP)
            return (
                _whole(above)
                + unit
                + (_DIGITS[0] if gap else "")
                + (_whole(below) if below else "")
            )
    return _DIGITS[number]
