"""An amount in parts that add up to the whole, by the largest remainder, as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.formulas import UNLIMITED, Span, places_of, rounded_off
from listing_rewards.policy.source import Ground

_PLACES = 6


class Part(NamedTuple):
    """One part: what it is called, where its share stands, and the share."""

    label: str
    cell: str
    share: Decimal


def split_rows(
    bench: Bench,
    title: str,
    amount: Span,
    parts: Sequence[Part],
    ground: Ground,
) -> list[Span]:
    """Rows with each part: exact where the amount is determined, otherwise within a unit of it."""
    calculation, unit = bench.calculation, bench.unit
    fine = places_of(part.share for part in parts) > _PLACES
    known = _by_remainder(bench, title, amount.least, parts, fine=fine)
    spans = []
    for i, part in enumerate(parts):
        ends = [f"{_units(end, unit)}*{part.cell}" for end in amount]
        exact = [f"ROUND({end},{_places(end, fine=fine)})" for end in ends]
        low = f"INT({exact[0]})*{unit}"
        below_a_unit = "" if i else f"+IF({unit}=0.01,0,{unit})"
        high = f"-INT(-{exact[1]})*{unit}{below_a_unit}"
        determined = f"{amount.least}={amount.most}"
        least = rounded_off(f"IF({determined},{known[i]},{low})")
        most = rounded_off(f"IF({determined},{known[i]},{high})")
        open_end = f"IF({amount.most}>={UNLIMITED},{UNLIMITED},{most})"
        said = calculation.say("row_part", part=part.label, award=title)
        spans.append(calculation.amount(said, Span(least, open_end), ground))
    return spans


def _units(amount: str, unit: str) -> str:
    """How many whole units there are in an amount."""
    return f"INT(ROUND({amount}/{unit},{_PLACES}))"


def _places(product: str, *, fine: bool) -> str:
    """The places to which a share of some units holds: of a fine share, as many as a sheet keeps.

    A third in ten digits, of three units, is less than one by far less than six places show.
    """
    return f"14-LEN(INT({product}))" if fine else str(_PLACES)


def _by_remainder(
    bench: Bench, title: str, amount: str, parts: Sequence[Part], *, fine: bool
) -> list[str]:
    """The parts of one amount: whole units, and one more where the remainder is largest."""
    row, say, unit = bench.calculation.number, bench.calculation.say, bench.unit
    units = row(say("row_whole_units", award=title), _units(amount, unit))
    places = [_places(f"{units}*{part.cell}", fine=fine) for part in parts]
    exact = [f"ROUND({units}*{part.cell},{n})" for part, n in zip(parts, places, strict=True)]
    floors = [
        row(say("row_part_floor", part=part.label), f"INT({each})")
        for part, each in zip(parts, exact, strict=True)
    ]
    rests = [
        row(say("row_part_rest", part=part.label), f"ROUND({each}-{floor},{n})")
        for part, each, floor, n in zip(parts, exact, floors, places, strict=True)
    ]
    left = f"{units}-SUM({','.join(floors)})"
    amounts = []
    for i, floor in enumerate(floors):
        larger = [
            f"({other}{'>=' if j < i else '>'}{rests[i]})"
            for j, other in enumerate(rests)
            if j != i
        ]
        below_a_unit = "" if i else f"+{amount}-{units}*{unit}"
        before = "+".join(larger) or "0"
        amounts.append(f"({floor}+IF({before}<{left},1,0))*{unit}{below_a_unit}")
    return amounts
