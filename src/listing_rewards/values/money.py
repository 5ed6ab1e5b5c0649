"""Money: exact yuan as `Decimal`, and the one rounding function.

A float is refused at every door. Arithmetic runs in a context of its own that raises where a
result would not be exact, so that a program's own decimal settings cannot change an amount.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import (
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import lru_cache, wraps
from math import isfinite
from typing import Annotated, Literal, ParamSpec, TypeAlias, TypeVar

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from listing_rewards.errors import InvalidAmount, fault
from listing_rewards.values.scalar import plain

P = ParamSpec("P")
R = TypeVar("R")

RoundingMode: TypeAlias = Literal["half_up", "half_even", "down", "up"]

FEN = Decimal("0.01")
ZERO = Decimal("0.00")
LIMIT = Decimal(10) ** 15
"""Every amount and figure is below this, in yuan."""
LONGEST = 40
"""A number has at most so many digits, and so many places behind the point."""
_LONGEST_TEXT = 100
"""A text that is longer is no amount."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xFFE5: "¥"}
_UNITS = {"元": 0, "万元": 4, "万": 4, "亿元": 8, "亿": 8, "yuan": 0}
_AMOUNT = re.compile(
    r"[¥]?\s*(?P<number>-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)\s*(?P<unit>万元|亿元|元|万|亿|yuan|)",
    re.ASCII,
)
_PERCENT = re.compile(r"(?P<number>-?\d+(?:\.\d+)?)\s*%", re.ASCII)
_CAME_BACK = re.compile(
    r"红字\s*(?P<red>[^-].*)|\((?P<bracketed>[^-].*)\)(?P<unit>\D*)|(?P<before>[^-].*(?<!\s))\s*-"
    r"|(?P<sign>¥?)\s*-(?P<after>.*)",
)
_EXACT = Context(prec=10_000, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])


def exact(function: Callable[P, R]) -> Callable[P, R]:
    """Run `function` where decimal arithmetic is exact or raises, whatever the caller has set."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with localcontext(_EXACT):
            return function(*args, **kwargs)

    return run


def plain_signs(text: str) -> str:
    """The text with full-width letters, digits and signs made plain, and nothing else changed.

    A superscript or circled digit stays what it is: a footnote mark is not part of an amount.

    >>> plain_signs("３００万元²")
    '300万元²'
    """
    return (text if text.isascii() else text.translate(_FULL_WIDTH)).strip()


def _number(value: object, *, scale: int) -> Decimal:
    """The exact number that `value` states, under `exact`; 万元 and 亿元 are scaled to yuan."""
    if not isinstance(value, str | int | Decimal):
        value = plain(value)
    refuse_float(value)
    if isinstance(value, Decimal):
        number = value
    elif isinstance(value, int) and not isinstance(value, bool):
        number = Decimal(value)
    else:
        text = plain_signs(value) if isinstance(value, str) else ""
        match = _AMOUNT.fullmatch(text)
        if match is None:
            not_finite = text.lower().lstrip("+-") in {"nan", "inf", "infinity"}
            raise InvalidAmount(fault("not_finite" if not_finite else "not_an_amount", value))
        if match["unit"]:
            scale = _UNITS[match["unit"]]
        elif scale and text.startswith("¥"):
            raise InvalidAmount(fault("sign_against_unit", value))
        number = Decimal(match["number"].replace(",", ""))
    if not number.is_finite():
        raise InvalidAmount(fault("not_finite", value))
    if number and number.adjusted() + scale >= LIMIT.adjusted():
        raise InvalidAmount(fault("amount_too_large", shortened(value)))
    # Counting digits is slow, and no number has more of them than the text that states it.
    long = len(str(value)) > LONGEST and len(number.as_tuple().digits) > LONGEST
    if long or number.adjusted() < -LONGEST:
        raise InvalidAmount(fault("too_many_digits", shortened(value)))
    return number.scaleb(scale)


def shortened(value: object) -> str:
    """A value as a fault gives it, cut where it is long."""
    text = str(Decimal(value)) if isinstance(value, int | Decimal) else str(value)
    return text if len(text) <= 40 else f"{text[:37]}..."


@exact
def read_yuan(value: object, *, scale: int = 0) -> Decimal:
    """An amount of money, in yuan with two decimals, from what a person or a file writes.

    Args:
        value: a `Decimal`, an `int`, or text such as ``"3000000.00"``, ``"3,000,000"``,
            ``"300万元"``. A float is refused.
        scale: the power of ten that a bare number is multiplied by: 4 under a header in 万元.
            A unit written with the number itself wins; a sign of yuan alone is at odds with it.

    Returns:
        The amount in yuan, at least 0 and below 10^15, with exactly two decimals.

    Raises:
        InvalidAmount: for a float, a negative or non-finite number, more than two decimals of a
            yuan, an amount of 10^15 yuan or more, or anything that is not an amount.

    >>> read_yuan("900 万元")
    Decimal('9000000.00')
    """
    amount = _number(value, scale=scale)
    if amount < 0:
        raise InvalidAmount(fault("negative_amount", value))
    if amount % FEN:
        raise InvalidAmount(fault("too_many_decimals", value))
    return amount.quantize(FEN) + 0


@exact
def read_signed_yuan(value: object, *, scale: int = 0) -> Decimal:
    """A payment in yuan, below 0 where the money came back.

    Money that came back is written as a negative number, in brackets, with the sign behind it as
    accounting programs print it, or as 红字. Two signs at once are refused.

    Args:
        value: as for `read_yuan`.
        scale: as for `read_yuan`.

    Raises:
        InvalidAmount: as `read_yuan`, but for a negative number.

    >>> [str(read_signed_yuan(each)) for each in ("50万元", "-50", "（50）", "50-", "红字50")]
    ['500000.00', '-50.00', '-50.00', '-50.00', '-50.00']
    """
    value = plain(value)
    text = plain_signs(value).replace("\u2212", "-") if isinstance(value, str) else ""
    if len(text) <= _LONGEST_TEXT and (match := _CAME_BACK.fullmatch(text)):
        stated = "".join(part for part in match.groups() if part)
        if stated.startswith("-"):
            raise InvalidAmount(fault("not_an_amount", value))
        return -read_yuan(stated, scale=scale)
    if isinstance(value, Decimal | int) and not isinstance(value, bool) and value < 0:
        return -read_yuan(-value, scale=scale)
    return read_yuan(value, scale=scale)


@exact
def read_figure(value: object, *, scale: int = 0) -> Decimal:
    """A declared number about an enterprise: exact, may be negative, any number of decimals.

    A percentage is read as what it stands for: ``"8%"`` is 0.08.

    Raises:
        InvalidAmount: for a float, a non-finite number, one of 10^15 or more, or no number.

    >>> read_figure("-1200万元")
    Decimal('-12000000.00')
    >>> read_figure("8%")
    Decimal('0.08')
    """
    percent = _PERCENT.fullmatch(plain_signs(value)) if isinstance(value, str) else None
    if percent is not None:
        value, scale = percent["number"], -2
    try:
        figure = _number(value, scale=scale)
    except InvalidAmount as error:
        if error.faults[0].code == "not_an_amount":
            raise InvalidAmount(fault("not_a_number", value)) from None
        raise
    return tidy(figure) + 0


def write_number(number: Decimal) -> str:
    """The digits without an exponent, whatever the program's decimal settings.

    >>> write_number(Decimal("1E-7"))
    '0.0000001'
    """
    return f"{number:f}"


@lru_cache(maxsize=4096)
@exact
def write_yuan(amount: Decimal) -> str:
    """Digits with thousands separators, two decimals unless more are needed.

    >>> write_yuan(Decimal("9000000"))
    '9,000,000.00'
    """
    return f"{tidy(amount) + 0:,f}"


@lru_cache(maxsize=4096)
@exact
def write_wan(amount: Decimal) -> str:
    """The amount in 万元 (10,000 yuan), with the decimals it needs.

    >>> write_wan(Decimal("9005000.00"))
    '900.5'
    """
    return f"{amount.scaleb(-4).normalize() + 0:,f}"


def tidy(amount: Decimal) -> Decimal:
    """The same number with two decimals, or as many as it needs if that is more."""
    return amount.normalize() if amount % FEN else amount.quantize(FEN)


def round_yuan(amount: Decimal, *, unit: Decimal = FEN, mode: RoundingMode = "half_up") -> Decimal:
    """Round an amount of at least 0 to a multiple of `unit`: the only rounding there is.

    Args:
        amount: yuan, at least 0.
        unit: the smallest amount that is paid, in yuan (default: one fen).
        mode: ``half_up`` (a half goes up), ``half_even``, ``down`` or ``up``.

    >>> round_yuan(Decimal("99999.995"))
    Decimal('100000.00')
    """
    whole, rest = divmod(amount, unit)
    if rest and _goes_up(whole, 2 * rest - unit, mode):
        whole += 1
    return tidy(whole * unit)


def _goes_up(whole: Decimal, over: Decimal, mode: RoundingMode) -> bool:
    """Whether a rest that is so much over half a unit, behind so many whole ones, counts as one."""
    if mode == "half_up":
        return over >= 0
    if mode == "half_even":
        return over > 0 or (not over and whole % 2 == 1)
    return mode == "up"


Yuan = Annotated[
    Decimal,
    BeforeValidator(read_yuan),
    WithJsonSchema(
        {
            "type": "string",
            "description": "yuan, at most two decimals, or text such as 300万元; never a float",
            "examples": ["3000000.00", "300万元"],
        }
    ),
]
SignedYuan = Annotated[
    Decimal,
    BeforeValidator(read_signed_yuan),
    WithJsonSchema(
        {
            "type": "string",
            "description": "yuan, below 0 where the money came back; never a float",
            "examples": ["3000000.00", "-50万元"],
        }
    ),
]
Figure = Annotated[
    Decimal,
    BeforeValidator(read_figure),
    PlainSerializer(write_number, when_used="json"),
    WithJsonSchema({"type": "string", "description": "an exact number; never a float"}),
]


def refuse_float(value: object) -> object:
    """The value itself; a float is refused."""
    if isinstance(value, float):
        code = "float_amount" if isfinite(value) else "not_finite"
        number = repr(float(value))
        raise InvalidAmount(fault(code, number, text=number))
    return value


Exact = Annotated[
    Decimal,
    BeforeValidator(refuse_float),
    PlainSerializer(write_number, when_used="json"),
    WithJsonSchema({"type": "string", "description": "an exact number; never a float"}),
]
