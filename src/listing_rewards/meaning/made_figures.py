"""Figures of a year, and figures made of others: sum, average, growth, ratio, the lower of.

A year that is not stated is unknown, never 0. A quotient or root that does not end is cut behind
its twelfth decimal, and a 5 stands behind for the rest: it then lies on the right side of every
bound of up to twelve decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.policy.fact_kinds import FigureKind, Made
from listing_rewards.values.money import tidy

_PLACES = 12


class Known(NamedTuple):
    """What is known of a figure.

    Attributes:
        value: the figure; None where it is not known.
        at_most: what it cannot exceed, where that is known and it is not.
        missing: the figures that would have to be stated, such as ``net_profit.2023``.
        undefined: the figure that is not above 0 and would have to be divided by; empty elsewhere.
    """

    value: Decimal | None
    at_most: Decimal | None = None
    missing: tuple[str, ...] = ()
    undefined: str = ""


def of_year(name: str, year: int) -> str:
    """The name under which a case states a figure of a year.

    >>> of_year("net_profit", 2024)
    'net_profit.2024'
    """
    return f"{name}.{year}"


def figure_known(
    name: str, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    """What is known of a figure, of the years up to `year`; run under `exact`.

    Args:
        name: the figure.
        year: the latest year; None where it is not known.
        kinds: the declared figures.
        stated: the figures that a case states.

    >>> kinds = {"profit": FigureKind(zh="净利润", en="Profit", yearly=True)}
    >>> figure_known("profit", 2024, kinds, {"profit.2024": Decimal(3)}).value
    Decimal('3')
    >>> figure_known("profit", 2023, kinds, {"profit.2024": Decimal(3)}).missing
    ('profit.2023',)
    """
    kind = kinds[name]
    if kind.yearly and year is None:
        return Known(None, missing=(name,))
    own = of_year(name, year or 0) if kind.yearly else name
    if (value := stated.get(own)) is not None:
        return Known(value)
    if kind.made is None:
        return Known(None, missing=(own,))
    return _WAYS[kind.made.way](kind.made, year, kinds, stated)


def _lower_of(
    made: Made, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    return _least_of([figure_known(name, year, kinds, stated) for name in made.of])


def _least(
    made: Made, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    return _least_of(_years(made.of[0], year, made.years, kinds, stated))


def _least_of(parts: list[Known]) -> Known:
    ends = [each.at_most if each.value is None else each.value for each in parts]
    most = min((each for each in ends if each is not None), default=None)
    if missing := _missing(parts):
        return Known(None, most, *missing)
    return Known(most)


def _sum(
    made: Made, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    return _total(made.of[0], year, made.years, kinds, stated)


def _total(
    name: str,
    year: int | None,
    years: int,
    kinds: Mapping[str, FigureKind],
    stated: Mapping[str, Decimal],
) -> Known:
    parts = _years(name, year, years, kinds, stated)
    ends = [each.at_most if each.value is None else each.value for each in parts]
    bounded = [each for each in ends if each is not None]
    most = sum(bounded, Decimal(0)) if len(bounded) == len(ends) else None
    if missing := _missing(parts):
        return Known(None, most, *missing)
    return Known(most)


def _average(
    made: Made, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    whole = _sum(made, year, kinds, stated)
    if whole.value is not None:
        return Known(quotient(whole.value, Decimal(made.years)))
    if whole.at_most is None:
        return whole
    return whole._replace(at_most=quotient(whole.at_most, Decimal(made.years)))


def _ratio(
    made: Made, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    over, under = (_total(name, year, made.years, kinds, stated) for name in made.of)
    return _divided(over, under, made.of[1], quotient)


def _growth(
    made: Made, year: int | None, kinds: Mapping[str, FigureKind], stated: Mapping[str, Decimal]
) -> Known:
    before = None if year is None else year - made.years
    later = figure_known(made.of[0], year, kinds, stated)
    earlier = figure_known(made.of[0], before, kinds, stated)
    name = made.of[0] if before is None else of_year(made.of[0], before)
    return _divided(later, earlier, name, lambda a, b: growth(a, b, made.years))


_WAYS: Mapping[
    str,
    Callable[[Made, int | None, Mapping[str, FigureKind], Mapping[str, Decimal]], Known],
] = {
    "sum": _sum,
    "average": _average,
    "least": _least,
    "growth": _growth,
    "compound_growth": _growth,
    "ratio": _ratio,
    "lower_of": _lower_of,
}


def _years(
    name: str,
    year: int | None,
    years: int,
    kinds: Mapping[str, FigureKind],
    stated: Mapping[str, Decimal],
) -> list[Known]:
    """The figure of so many years, the latest first; of one that is of no year, itself."""
    if year is None or not kinds[name].yearly:
        return [figure_known(name, year, kinds, stated)]
    return [figure_known(name, year - back, kinds, stated) for back in range(years)]


def _missing(parts: list[Known]) -> tuple[tuple[str, ...], str] | None:
    """What is missing of some parts, and what of them cannot be divided by; None for nothing."""
    if all(each.value is not None for each in parts):
        return None
    names = dict.fromkeys(name for each in parts for name in each.missing)
    return tuple(names), next((each.undefined for each in parts if each.undefined), "")


def _divided(
    over: Known, under: Known, name: str, way: Callable[[Decimal, Decimal], Decimal]
) -> Known:
    if under.value is not None and under.value <= 0:
        return Known(None, undefined=name)
    if over.value is None or under.value is None:
        return Known(None, None, *(_missing([over, under]) or ((), "")))
    return Known(way(over.value, under.value))


def quotient(over: Decimal, under: Decimal) -> Decimal:
    """One number by another, above 0.

    >>> quotient(Decimal(1), Decimal(4)), quotient(Decimal(1), Decimal(3))
    (Decimal('0.25'), Decimal('0.3333333333335'))
    """
    a, b = over.as_integer_ratio()
    c, d = under.as_integer_ratio()
    whole, rest = divmod(a * d * 10**_PLACES, b * c)
    return _cut(whole, ends=not rest)


def growth(later: Decimal, earlier: Decimal, years: int = 1) -> Decimal:
    """The yearly rate at which one number grew to another, both above 0, over so many years.

    >>> growth(Decimal(169), Decimal(100), 2), growth(Decimal(13), Decimal(10))
    (Decimal('0.30'), Decimal('0.30'))
    """
    if later < 0:
        return quotient(later - earlier, earlier)
    a, b = later.as_integer_ratio()
    c, d = earlier.as_integer_ratio()
    over, under = a * d * 10 ** (_PLACES * years), b * c
    root = _root(over // under, years)
    return _cut(root - 10**_PLACES, ends=root**years * under == over)


def _root(number: int, degree: int) -> int:
    """The largest whole number whose power is not above a number."""
    if degree == 1:
        return number
    low, high = 0, 1 << (number.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle - 1)
    return low


def _cut(whole: int, *, ends: bool) -> Decimal:
    """So many parts of the twelfth decimal, and where there is a rest a 5 behind them."""
    if ends:
        return tidy(Decimal(whole).scaleb(-_PLACES))
    return Decimal(10 * whole + 5).scaleb(-_PLACES - 1)
