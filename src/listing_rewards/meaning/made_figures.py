"""Figures of a year, and figures made of others: sum, average, growth, ratio, the lower of.

A year that is not stated is unknown, never 0. A quotient or root that does not end is cut behind
its twelfth decimal, and a 5 stands behind for the rest: it then lies on the right side of every
bound of up to twelve decimals.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple, TypeAlias, TypeVar

from listing_rewards.policy.fact_kinds import FigureKind, Made
from listing_rewards.values.money import tidy

F = TypeVar("F")
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


Reading: TypeAlias = Callable[[Mapping[str, Decimal]], Known]
"""What is known of one figure, by the figures that a case states; run under `exact`."""
Kinds: TypeAlias = Mapping[str, FigureKind]


def always(found: F) -> Callable[[object], F]:
    """The same answer to every question: what no fact can change."""
    return lambda _: found


def figure_read(name: str, year: int | None, kinds: Kinds) -> Reading:
    """How a figure is read from what a case states, of the years up to `year`.

    Args:
        name: the figure.
        year: the latest year; None where it is not known.
        kinds: the declared figures.

    >>> kinds = {"profit": FigureKind(zh="净利润", en="Profit", yearly=True)}
    >>> figure_read("profit", 2024, kinds)({"profit.2024": Decimal(3)}).value
    Decimal('3')
    >>> figure_read("profit", 2023, kinds)({"profit.2024": Decimal(3)}).missing
    ('profit.2023',)
    """
    kind = kinds[name]
    if kind.yearly and year is None:
        return always(Known(None, missing=(name,)))
    own = _own(name, year, kinds)
    not_stated = Known(None, missing=(own,))
    made = None if kind.made is None else _WAYS[kind.made.way](kind.made, year, kinds)

    def read(stated: Mapping[str, Decimal]) -> Known:
        value = stated.get(own)
        if value is not None:
            return Known(value)
        return not_stated if made is None else made(stated)

    return read


def _own(name: str, year: int | None, kinds: Kinds) -> str:
    """The name under which a case states a figure itself."""
    return of_year(name, year or 0) if kinds[name].yearly else name


def _lower_of(made: Made, year: int | None, kinds: Kinds) -> Reading:
    return _together([(name, year) for name in made.of], kinds, min)


def _least(made: Made, year: int | None, kinds: Kinds) -> Reading:
    return _together(_years(made.of[0], year, made.years, kinds), kinds, min)


def _sum(made: Made, year: int | None, kinds: Kinds) -> Reading:
    return _total(made.of[0], year, made.years, kinds)


def _total(name: str, year: int | None, years: int, kinds: Kinds) -> Reading:
    return _together(_years(name, year, years, kinds), kinds, sum)


def _average(made: Made, year: int | None, kinds: Kinds) -> Reading:
    whole, years = _sum(made, year, kinds), Decimal(made.years)

    def read(stated: Mapping[str, Decimal]) -> Known:
        known = whole(stated)
        if known.value is not None:
            return Known(quotient(known.value, years))
        if known.at_most is None:
            return known
        return known._replace(at_most=quotient(known.at_most, years))

    return read


def _ratio(made: Made, year: int | None, kinds: Kinds) -> Reading:
    over, under = (_total(name, year, made.years, kinds) for name in made.of)
    return lambda stated: _divided(over(stated), under(stated), made.of[1], quotient)


def _growth(made: Made, year: int | None, kinds: Kinds) -> Reading:
    before = None if year is None else year - made.years
    later, earlier = (figure_read(made.of[0], each, kinds) for each in (year, before))
    name = made.of[0] if before is None else of_year(made.of[0], before)
    way = partial(growth, years=made.years)
    return lambda stated: _divided(later(stated), earlier(stated), name, way)


_WAYS: Mapping[str, Callable[[Made, int | None, Kinds], Reading]] = {
    "sum": _sum,
    "average": _average,
    "least": _least,
    "growth": _growth,
    "compound_growth": _growth,
    "ratio": _ratio,
    "lower_of": _lower_of,
}


def _years(name: str, year: int | None, years: int, kinds: Kinds) -> list[tuple[str, int | None]]:
    """The figure of so many years, the latest first; of one that is of no year, itself."""
    if year is None or not kinds[name].yearly:
        return [(name, year)]
    return [(name, year - back) for back in range(years)]


def _together(
    figures: list[tuple[str, int | None]],
    kinds: Kinds,
    way: Callable[[list[Decimal]], Decimal | int],
) -> Reading:
    """The least, or the sum, of some figures, each of a year.

    Where one is not known, the least cannot exceed any that is; the sum has a limit only where
    each has one.
    """
    parts = [figure_read(name, year, kinds) for name, year in figures]
    own = [_own(name, year, kinds) for name, year in figures]

    def read(stated: Mapping[str, Decimal]) -> Known:
        itself = [stated[name] for name in own if name in stated]
        if len(itself) == len(own):
            return Known(Decimal(way(itself)))
        known = [part(stated) for part in parts]
        values = [each.value for each in known if each.value is not None]
        if len(values) == len(known):
            return Known(Decimal(way(values)))
        ends = [each.at_most if each.value is None else each.value for each in known]
        bounded = [each for each in ends if each is not None]
        limited = bool(bounded) if way is min else len(bounded) == len(ends)
        most = Decimal(way(bounded)) if limited else None
        return Known(None, most, *_missing(known))

    return read


def _missing(parts: list[Known]) -> tuple[tuple[str, ...], str]:
    """What is missing of some parts that are not all known, and what cannot be divided by."""
    names = dict.fromkeys(name for each in parts for name in each.missing)
    return tuple(names), next((each.undefined for each in parts if each.undefined), "")


def _divided(
    over: Known, under: Known, name: str, way: Callable[[Decimal, Decimal], Decimal]
) -> Known:
    if under.value is not None and under.value <= 0:
        return Known(None, undefined=name)
    if over.value is None or under.value is None:
        return Known(None, None, *_missing([over, under]))
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
