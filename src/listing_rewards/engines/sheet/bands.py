"""A table of bands as formulas: which bands may hold a base, and what they give."""

from __future__ import annotations

from collections.abc import Sequence

from listing_rewards.engines.sheet.formulas import UNLIMITED, Span, both, one_of, yes
from listing_rewards.engines.sheet.ranges import RangeCells
from listing_rewards.meaning.machine import Given
from listing_rewards.policy.amounts import BandsAmount


def may_hold(bounds: RangeCells, base: Span) -> str:
    """Whether some number of the base lies within the bounds."""
    tests = []
    if bounds.lower is not None:
        tests.append(f"{base.most}{bounds.above}{bounds.lower}")
    if bounds.upper is not None:
        tests.append(f"{base.least}{bounds.under}{bounds.upper}")
    return yes(both(*tests)) if tests else "1"


def part_within(bounds: RangeCells, base: Span) -> Span:
    """The part of a base that lies between the bounds."""
    return Span(
        base.least if bounds.lower is None else f"MAX({base.least},{bounds.lower})",
        base.most if bounds.upper is None else f"MIN({base.most},{bounds.upper})",
    )


def none_holds(amount: BandsAmount, bands: Sequence[RangeCells], base: Span) -> str:
    """Whether some number of the base lies in no band: in one of the gaps between them."""
    tests = []
    for below, above in amount.neighbours:
        one, other = (None if each is None else bands[each] for each in (below, above))
        if test := _in_gap(one, other, base):
            tests.append(test)
    return yes(one_of(tests)) if tests else "0"


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


def among(held: Sequence[str], none: str, given: Sequence[Given[Span]]) -> Given[Span]:
    """The least and the most of what the bands give that may hold the base; the cap over it."""
    rows = [(f"{truth}=1", each) for truth, each in zip(held, given, strict=True)]
    least = [f"IF({holds},{each.amount.least},{UNLIMITED})" for holds, each in rows]
    most = [f"IF({holds},{each.amount.most},0)" for holds, each in rows]
    ends = Span(f"MIN({','.join(least)},IF({none}=1,0,{UNLIMITED}))", f"MAX({','.join(most)},0)")
    return Given(ends, _cap(rows))


def _cap(rows: Sequence[tuple[str, Given[Span]]]) -> Span | None:
    """The cap that rounding must not exceed, whichever of the bands it is."""
    caps = [(holds, each.cap) for holds, each in rows if each.cap is not None]
    if not caps:
        return None
    capped_ones = one_of([holds for holds, _ in caps])
    open_ones = one_of([holds for holds, each in rows if each.cap is None])
    ends = [(holds, each.cap or each.fixed) for holds, each in rows]
    lowest = ",".join(f"IF({holds},{end.least},{UNLIMITED})" for holds, end in ends if end)
    highest = ",".join(f"IF({holds},{cap.most},0)" for holds, cap in caps)
    return Span(
        f"IF({capped_ones},MIN({lowest}),{UNLIMITED})",
        f"IF(AND({capped_ones},NOT({open_ones})),MAX({highest}),{UNLIMITED})",
    )
