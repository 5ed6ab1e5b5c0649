"""Excel formulas on ranges: the arithmetic of `Bounds` and of three-valued truth, as text.

A truth is a number: 1 met, 0 not met, 0.5 not known. "All" is then the smallest, "any" the
largest, "not" one less it. An end that has no limit is the name `UNLIMITED`, a number larger than
any amount. Differences and sums are rounded to the places that their terms have, since a sheet
computes in binary numbers of some 15 digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.meaning.machine import Short
from listing_rewards.values.money import RoundingMode

UNLIMITED = "UNLIMITED"
UNKNOWN = "0.5"
ALWAYS, NEVER = "TRUE()", "FALSE()"
FEN_PLACES = 2
_NOISE = 6
"""Places to which a quotient is cleaned before its whole part is taken."""


class Span(NamedTuple):
    """A range of yuan as two formulas, without their signs of equality."""

    least: str
    most: str


NONE = Span("0", "0")
ANY = Span("0", UNLIMITED)


def exactly(value: str) -> Span:
    """The range that holds one amount."""
    return Span(value, value)


def rounded_off(value: str, places: int = FEN_PLACES) -> str:
    """A sum or difference without what binary numbers add to it."""
    return f"ROUND({value},{places})"


def capped(amount: Span, cap: str) -> Span:
    """Each end at most `cap`."""
    return within(amount, exactly(cap))


def within(amount: Span, room: Span) -> Span:
    """Each end at most the same end of `room`."""
    return Span(f"MIN({amount.least},{room.least})", f"MIN({amount.most},{room.most})")


def at_the_least(amount: Span, floor: Span) -> Span:
    """The larger of the two."""
    return Span(f"MAX({amount.least},{floor.least})", f"MAX({amount.most},{floor.most})")


def meet(one: Span, other: Span) -> Span:
    """What both ranges hold."""
    return Span(f"MAX({one.least},{other.least})", f"MIN({one.most},{other.most})")


def less(amount: Span, taken: Span, places: int = FEN_PLACES) -> Span:
    """What is left after taking off anything from `taken`, never below 0."""
    return Span(
        f"MAX({rounded_off(f'{amount.least}-{taken.most}', places)},0)",
        f"MAX({rounded_off(f'{amount.most}-{taken.least}', places)},0)",
    )


class _Sum(str):
    """A sum that goes on as one sum, not one within the other."""

    __slots__ = ("terms",)
    terms: tuple[str, ...]


def total(amounts: Iterable[Span]) -> Span:
    """The sum, end by end."""
    parts = list(amounts)
    return Span(_sum(each.least for each in parts), _sum(each.most for each in parts))


def _sum(ends: Iterable[str]) -> str:
    terms = [t for end in ends for t in (end.terms if isinstance(end, _Sum) else (end,))]
    terms = [term for term in terms if term != "0"]
    if len(terms) < 2:
        return terms[0] if terms else "0"
    found = _Sum(rounded_off(f"SUM({','.join(terms)})"))
    found.terms = tuple(terms)
    return found


def times(amount: Span, factor: str) -> Span:
    """Each end times a factor; what has no limit has none afterwards, unless the factor is 0."""
    return Span(
        *(f"IF(AND({end}>={UNLIMITED},{factor}>0),{UNLIMITED},{end}*{factor})" for end in amount)
    )


def scaled(amount: Span, part: Span, whole: Span, full_at: str, short: Short) -> Span:
    """Each end in proportion to a share, whole from a threshold on; of no limit there is none."""

    def share(value: str, numerator: str, denominator: str) -> str:
        divisor = denominator if short == "share" else f"({denominator}*{full_at})"
        below = "0" if short == "nothing" else f"{value}*{numerator}/{divisor}"
        return f"IF(ROUND({numerator}-{full_at}*{denominator},8)>=0,{value},{below})"

    low, high = (f"IF({full_at}<=0,{end},0)" for end in amount)
    unclear = f"OR({whole.least}=0,{whole.most}>={UNLIMITED})"
    open_part = f"OR({whole.least}=0,{part.most}>={UNLIMITED})"
    least = f"IF({unclear},{low},{share(amount.least, part.least, whole.most)})"
    most = f"IF({open_part},{amount.most},{share(amount.most, part.most, whole.least)})"
    return Span(
        f"IF({amount.least}>={UNLIMITED},{amount.least},{least})",
        f"IF(OR({whole.most}=0,{part.most}=0),{high},IF({amount.most}>={UNLIMITED},{amount.most},{most}))",
    )


def when(truth: str, amount: Span) -> Span:
    """The amount if met, nothing if not, anything up to it if that is unknown."""
    if truth in {"0", "1"}:
        return amount if truth == "1" else NONE
    return Span(f"IF({truth}=1,{amount.least},0)", f"IF({truth}=0,0,{amount.most})")


def either(truth: str, one: Span, other: Span) -> Span:
    """One range if met, the other if not, whichever it is if that is unknown."""
    if truth in {"0", "1"}:
        return one if truth == "1" else other
    choices = (("MIN", one.least, other.least), ("MAX", one.most, other.most))
    ends = (f"IF({truth}=1,{a},IF({truth}=0,{b},{which}({a},{b})))" for which, a, b in choices)
    return Span(*ends)


def chosen(condition: str, one: Span, other: Span) -> Span:
    """One range if a condition of the sheet holds, otherwise the other."""
    return Span(
        f"IF({condition},{one.least},{other.least})", f"IF({condition},{one.most},{other.most})"
    )


def every(truths: Iterable[str]) -> str:
    """Kleene "all"."""
    return _of("MIN", truths, "1")


def some(truths: Iterable[str]) -> str:
    """Kleene "any"."""
    return _of("MAX", truths, "0")


def opposite(truth: str) -> str:
    """Kleene "not"."""
    if truth in {"0", "1"}:
        return "1" if truth == "0" else "0"
    return f"(1-{truth})"


def yes(condition: str) -> str:
    """The truth of a condition of the sheet."""
    return f"IF({condition},1,0)"


def both(*conditions: str) -> str:
    """Conditions of the sheet, all of them."""
    return conditions[0] if len(conditions) == 1 else f"AND({','.join(conditions)})"


def one_of(conditions: Sequence[str]) -> str:
    """Conditions of the sheet, at least one of them."""
    if not conditions:
        return NEVER
    return conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"


def _of(function: str, parts: Iterable[str], none: str) -> str:
    terms = list(dict.fromkeys(part for part in parts if part != none))
    if not terms:
        return none
    return terms[0] if len(terms) == 1 else f"{function}({','.join(terms)})"


def round_to(value: str, unit: str, mode: RoundingMode) -> str:
    """A value rounded to a multiple of the cell `unit`."""
    units = f"{value}/{unit}"
    clean = f"ROUND({units},{_NOISE})"
    whole = {
        "half_up": f"ROUND({clean},0)",
        "down": f"INT({clean})",
        "up": f"-INT(-{clean})",
        "half_even": f"IF(ROUND(MOD({clean},2)-0.5,{_NOISE})=0,INT({clean}),ROUND({clean},0))",
    }[mode]
    rounded = f"IF({value}>={UNLIMITED},{value},ROUND({whole}*{unit},2))"
    return f"IF({unit}=0.01,ROUND({value},2),{rounded})" if mode == "half_up" else rounded


def places_of(numbers: Iterable[Decimal]) -> int:
    """Places behind the point that a number out of these has, at least those of a fen."""
    exponents = [number.normalize().as_tuple().exponent for number in numbers]
    return max([FEN_PLACES, *(-each for each in exponents if isinstance(each, int))])
