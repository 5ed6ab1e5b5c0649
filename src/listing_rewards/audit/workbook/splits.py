"""An amount in parts that add up to the whole, by the largest remainder, as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from listing_rewards.audit.workbook.conditions import Bench
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
    calculation, say = bench.calculation, bench.calculation.say
    shares = [cell for cell, _ in parts]
    fine = places_of(share for _, share in parts) > _PLACES
    places = _MANY_PLACES if fine else _PLACES
    unit = bench.numbers.cell(
        "rounding.unit", say("number_unit"), bench.policy.rounding.unit, "input_amount",
        bench.policy.grounds["rounding"],
    )  # fmt: skip
    units = calculation.number(
        say("row_whole_units", award=title), f"INT(ROUND({amount.least}/{unit},{places}))"
    )
    exact = [f"ROUND({units}*{share},{places})" for share in shares]
    floors = [
        calculation.number(say("row_part_floor", number=i), f"INT({each})")
        for i, each in enumerate(exact, 1)
    ]
    rests = [
        calculation.number(say("row_part_rest", number=i), f"ROUND({each}-{floor},{places})")
        for i, (each, floor) in enumerate(zip(exact, floors, strict=True), 1)
    ]
    left = f"{units}-SUM({','.join(floors)})"
    spans = []
    for i, (share, floor) in enumerate(zip(shares, floors, strict=True)):
        before = "+".join(
            f"({other}{'>=' if j < i else '>'}{rests[i]})"
            for j, other in enumerate(rests)
            if j != i
        )
        part = f"({floor}+IF({before or '0'}<{left},1,0))*{unit}"
        low = f"INT(ROUND({units}*{share},{places}))*{unit}"
        high_units = f"INT(ROUND({amount.most}/{unit},{places}))"
        high = f"-INT(-ROUND({high_units}*{share},{places}))*{unit}"
        if i == 0:
            part = f"{part}+{amount.least}-{units}*{unit}"
            high = f"{high}+{unit}"
        known = f"{amount.least}={amount.most}"
        least = rounded_off(f"IF({known},{part},{low})")
        most = rounded_off(f"IF({known},{part},{high})")
        open_end = f"IF({amount.most}>={UNLIMITED},{UNLIMITED},{most})"
        said = say("row_part", number=i + 1, award=title)
        spans.append(calculation.amount(said, Span(least, open_end), ground))
    return spans
