"""An amount in parts that add up to the whole, by the largest remainder, as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from listing_rewards.audit.workbook.bench import Bench
from listing_rewards.audit.workbook.formulas import UNLIMITED, Span, places_of, rounded_off
from listing_rewards.policy.source import Ground

_PLACES, _MANY_PLACES = 6, 9


def split_rows(
    bench: Bench,
    title: str,
    amount: Span,
    parts: Sequence[tuple[str, Decimal]],
    ground: Ground,
) -> list[Span]:
    """Rows with each part: exact where the amount is determined, otherwise within a unit of it.

    Each of `parts` is the cell of its share, and the share.
    """
    calculation, unit = bench.calculation, bench.unit
    fine = places_of(share for _, share in parts) > _PLACES
    places = _MANY_PLACES if fine else _PLACES
    known = _by_remainder(bench, title, amount.least, [cell for cell, _ in parts], places)
    spans = []
    for i, (share, _) in enumerate(parts):
        ends = [f"INT(ROUND({end}/{unit},{places}))*{share}" for end in amount]
        low = f"INT(ROUND({ends[0]},{places}))*{unit}"
        high = f"-INT(-ROUND({ends[1]},{places}))*{unit}" + ("" if i else f"+{unit}")
        determined = f"{amount.least}={amount.most}"
        least = rounded_off(f"IF({determined},{known[i]},{low})")
        most = rounded_off(f"IF({determined},{known[i]},{high})")
        open_end = f"IF({amount.most}>={UNLIMITED},{UNLIMITED},{most})"
        said = calculation.say("row_part", number=i + 1, award=title)
        spans.append(calculation.amount(said, Span(least, open_end), ground))
    return spans


def _by_remainder(
    bench: Bench, title: str, amount: str, shares: Sequence[str], places: int
) -> list[str]:
    """The parts of one amount: whole units, and one more where the remainder is largest."""
    row, say, unit = bench.calculation.number, bench.calculation.say, bench.unit
    units = row(say("row_whole_units", award=title), f"INT(ROUND({amount}/{unit},{places}))")
    exact = [f"ROUND({units}*{share},{places})" for share in shares]
    floors = [
        row(say("row_part_floor", number=i), f"INT({each})") for i, each in enumerate(exact, 1)
    ]
    rests = [
        row(say("row_part_rest", number=i), f"ROUND({each}-{floor},{places})")
        for i, (each, floor) in enumerate(zip(exact, floors, strict=True), 1)
    ]
    left = f"{units}-SUM({','.join(floors)})"
    parts = []
    for i, floor in enumerate(floors):
        larger = [
            f"({other}{'>=' if j < i else '>'}{rests[i]})"
            for j, other in enumerate(rests)
            if j != i
        ]
        below_a_unit = "" if i else f"+{amount}-{units}*{unit}"
        before = "+".join(larger) or "0"
        parts.append(f"({floor}+IF({before}<{left},1,0))*{unit}{below_a_unit}")
    return parts
