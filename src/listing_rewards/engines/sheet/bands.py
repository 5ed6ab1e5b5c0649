"""A table of bands as formulas: which bands may hold a base, and what they give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.formulas import (
    ANY,
    UNLIMITED,
    Span,
    both,
    capped,
    exactly,
    one_of,
    times,
    yes,
)
from listing_rewards.engines.sheet.ranges import RangeCells, range_cells
from listing_rewards.policy.amounts import Band, BandsAmount
from listing_rewards.policy.source import Ground
from listing_rewards.report.amounts import band_text


class BandCells(NamedTuple):
    """One band: its bounds, whether it may hold the base, what it gives, what it is capped at."""

    band: Band
    bounds: RangeCells
    holds: str
    gives: Span
    cap: str | None
    fixed: str | None


def bands_of(
    bench: Bench, amount: BandsAmount, base: Span, path: str, ground: Ground
) -> tuple[Span, Span]:
    """The rows of a table, one for each band, and what it gives with the cap over it."""
    calculation = bench.calculation
    rows = []
    for each in _cells(bench, amount, base, path, ground):
        text = calculation.say("row_band", band=band_text(bench.words, amount, each.band))
        holds, gives = calculation.holding(text, yes(each.holds), each.gives, ground)
        rows.append(each._replace(holds=f"{holds}=1", gives=gives))
    none = calculation.truth(calculation.say("row_no_band"), yes(_none(amount, rows, base)))
    result, cap = _either(rows, f"{none}=1"), _cap(rows)
    said = calculation.amount(calculation.say("row_bands"), result, ground)
    if not any(each.cap for each in rows):
        return said, exactly(UNLIMITED)
    return said, calculation.amount(calculation.say("row_bands_cap"), cap, ground)


def band_ends(
    bench: Bench, amount: BandsAmount, base: Span, path: str, ground: Ground
) -> tuple[Span, Span]:
    """What a table gives for a base that stands in a column, and the cap over it, as formulas."""
    rows = list(_cells(bench, amount, base, path, ground))
    cap = _cap(rows) if any(each.cap for each in rows) else exactly(UNLIMITED)
    return _either(rows, _none(amount, rows, base)), cap


def _cells(
    bench: Bench, amount: BandsAmount, base: Span, path: str, ground: Ground
) -> Iterator[BandCells]:
    for number, band in enumerate(amount.bands):
        at, text = f"{path}.bands[{number}]", band_text(bench.words, amount, band)
        bounds = range_cells(bench, band, at, amount.of, ground)

        def cell(key: str, value: Decimal | None, at: str = at, text: str = text) -> str | None:
            if value is None:
                return None
            look = "input_rate" if key == "rate" else "input_amount"
            label = bench.calculation.say(f"band_{key}", band=text)
            return bench.numbers.cell(f"{at}.{key}", label, value, look, ground)  # type: ignore[arg-type]

        fixed, rate, cap = cell("fixed", band.fixed), cell("rate", band.rate), cell("cap", band.cap)
        gives = ANY if fixed is None else exactly(fixed)
        if rate is not None:
            part = Span(
                base.least if bounds.lower is None else f"MAX({base.least},{bounds.lower})",
                base.most if bounds.upper is None else f"MIN({base.most},{bounds.upper})",
            )
            gives = times(part, rate)
            gives = capped(gives, cap) if cap is not None else gives
        yield BandCells(band, bounds, _may_hold(bounds, base), gives, cap, fixed)


def _may_hold(bounds: RangeCells, base: Span) -> str:
    """That some number of the base lies within the bounds."""
    tests = []
    if bounds.lower is not None:
        tests.append(f"{base.most}{bounds.above}{bounds.lower}")
    if bounds.upper is not None:
        tests.append(f"{base.least}{bounds.under}{bounds.upper}")
    return both(*tests) if tests else "TRUE()"


def _none(amount: BandsAmount, rows: list[BandCells], base: Span) -> str:
    """That some number of the base lies in no band: in one of the gaps between them."""
    tests = []
    for below, above in amount.neighbours:
        one, other = (None if each is None else rows[each].bounds for each in (below, above))
        if test := _in_gap(one, other, base):
            tests.append(test)
    return one_of(tests)


def _in_gap(below: RangeCells | None, above: RangeCells | None, base: Span) -> str | None:
    """That some number of the base lies above one band and below the next."""
    tests = []
    if below is not None:
        if below.upper is None:
            return None
        tests.append(f"{base.most}{'>' if below.under == '<=' else '>='}{below.upper}")
    if above is not None:
        if above.lower is None:
            return None
        tests.append(f"{base.least}{'<' if above.above == '>=' else '<='}{above.lower}")
    if below is not None and above is not None:
        excluded = below.under == "<" and above.above == ">"
        tests.append(f"{below.upper}{'<=' if excluded else '<'}{above.lower}")
    return both(*tests)


def _either(rows: list[BandCells], none: str) -> Span:
    """The least and the most of what the bands give that may hold the base."""
    least = [f"IF({each.holds},{each.gives.least},{UNLIMITED})" for each in rows]
    most = [f"IF({each.holds},{each.gives.most},0)" for each in rows]
    return Span(f"MIN({','.join(least)},IF({none},0,{UNLIMITED}))", f"MAX({','.join(most)},0)")


def _cap(rows: list[BandCells]) -> Span:
    """The cap that rounding must not exceed, whichever of the bands it is."""
    capped_ones = one_of([each.holds for each in rows if each.cap])
    open_ones = one_of([each.holds for each in rows if not each.cap])
    ends = [(each.holds, each.cap or each.fixed) for each in rows if each.cap or each.fixed]
    lowest = ",".join(f"IF({holds},{value},{UNLIMITED})" for holds, value in ends)
    highest = ",".join(f"IF({each.holds},{each.cap},0)" for each in rows if each.cap)
    return Span(
        f"IF({capped_ones},MIN({lowest}),{UNLIMITED})",
        f"IF(AND({capped_ones},NOT({open_ones})),MAX({highest}),{UNLIMITED})",
    )
