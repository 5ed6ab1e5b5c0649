"""A tiny interpreter of steps: each operation done again by hand, in exact fractions.

It follows the words of `Step` and of docs/explanation/how-a-policy-is-carried-out.md and shares
nothing with the rules of the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from listing_rewards.assessment import AwardLine, Step
from listing_rewards.policy.amounts import Band
from listing_rewards.values.range import Bounds

End: TypeAlias = Fraction | None
"""The upper end of a range; None for an open one."""
ZERO = Fraction(0)


@dataclass(frozen=True)
class Range:
    """What is certain, and what it cannot exceed."""

    least: Fraction
    most: End


NOTHING = Range(ZERO, ZERO)


def of(amount: Bounds | None) -> Range:
    """A range of the library in fractions."""
    assert amount is not None
    return Range(Fraction(amount.at_least), None if amount.at_most is None else _f(amount.at_most))


def _f(number: Decimal | None) -> Fraction:
    assert number is not None
    return Fraction(number)


def lesser(one: End, other: End) -> End:
    """The smaller of two ends, an open one being larger than any number."""
    return min((end for end in (one, other) if end is not None), default=None)


def greater(one: End, other: End) -> End:
    """The larger of two ends."""
    return None if one is None or other is None else max(one, other)


def up_to(amount: Range, limit: Range) -> Range:
    """Each end no more than the same end of the limit."""
    least = lesser(amount.least, limit.least)
    assert least is not None
    return Range(least, lesser(amount.most, limit.most))


def minus(amount: Range, taken: Range) -> Range:
    """Less anything from what is taken, never below 0."""
    least = ZERO if taken.most is None else max(amount.least - taken.most, ZERO)
    return Range(least, None if amount.most is None else max(amount.most - taken.least, ZERO))


def plus(amounts: Iterable[Range]) -> Range:
    """The sum, end by end."""
    least, most = ZERO, Fraction(0)
    open_ended = False
    for each in amounts:
        least += each.least
        most, open_ended = most + (each.most or ZERO), open_ended or each.most is None
    return Range(least, None if open_ended else most)


def hull(amounts: list[Range]) -> Range:
    """From the least to the most of some ranges."""
    most: End = ZERO
    for each in amounts:
        most = greater(most, each.most)
    return Range(min(each.least for each in amounts), most)


def at_both_ends(rule: Callable[[Fraction], Fraction], amount: Range) -> Range:
    """A rule that never falls, applied to both ends."""
    return Range(rule(amount.least), None if amount.most is None else rule(amount.most))


def if_met(truth: str, amount: Range) -> Range:
    """The amount if met, 0 if not, anything from 0 up to it if that is not known."""
    return {"met": amount, "not_met": NOTHING, "unknown": Range(ZERO, amount.most)}[truth]


def to_unit(amount: Fraction, step: Step) -> Fraction:
    """The multiple of the step's unit that its way of rounding chooses."""
    unit = _f(step.unit)
    below = amount // unit
    rest = amount - below * unit
    up = {
        "down": False,
        "up": rest > 0,
        "half_up": 2 * rest >= unit,
        "half_even": 2 * rest > unit or (2 * rest == unit and below % 2 == 1),
    }
    assert step.mode is not None
    return (below + up[step.mode]) * unit


def by_share(amount: Range, step: Step) -> Range:
    """The amount by the share that one thing is of another, whole from a threshold on."""
    part, whole, full_at = of(step.value), of(step.whole), _f(step.rate)

    def given(value: Fraction, share: Fraction) -> Fraction:
        if share >= full_at:
            return value
        cut = {"share": share, "share_of_threshold": share / (full_at or 1), "nothing": ZERO}
        return value * cut[str(step.short)]

    may_be_0 = whole.least == 0 or whole.most is None
    lowest = ZERO if may_be_0 or not whole.most else part.least / whole.most
    least, most = given(amount.least, lowest), amount.most
    if whole.most == 0:
        most = given(most, ZERO) if most is not None else None if full_at == 0 else ZERO
    elif most is not None and part.most is not None and whole.least > 0:
        most = given(most, part.most / whole.least)
    return Range(least, most)


# ---- tables of bands ---------------------------------------------------------------------------


def holds(band: Band, number: Fraction) -> bool:
    """Whether a number lies within the bounds of a band."""
    return (
        (band.at_least is None or number >= band.at_least)
        and (band.over is None or number > band.over)
        and (band.at_most is None or number <= band.at_most)
        and (band.below is None or number < band.below)
    )


def probes(base: Range, bands: Iterable[Band]) -> list[Fraction]:
    """Numbers of the base, such that between two of them nothing changes."""
    bounds = {
        Fraction(each)
        for band in bands
        for each in (band.at_least, band.over, band.at_most, band.below)
        if each is not None
    }
    top = max({base.least, *bounds}) + 1 if base.most is None else base.most
    marks = sorted({base.least, top, *(each for each in bounds if base.least < each < top)})
    return sorted([*marks, *((a + b) / 2 for a, b in pairwise(marks))])


def rows_that_may_hold(base: Range, bands: tuple[Band, ...]) -> tuple[tuple[int, ...], bool]:
    """The rows that hold some number of the base, and whether some number lies in none."""
    held = [[i for i, band in enumerate(bands) if holds(band, n)] for n in probes(base, bands)]
    return tuple(sorted({i for rows in held for i in rows})), any(not rows for rows in held)


def table_gives(base: Range, bands: tuple[Band, ...]) -> Range:
    """From the least to the most that the table gives for the numbers of the base."""
    rows, in_none = rows_that_may_hold(base, bands)
    return hull([*(_row_gives(base, bands[i]) for i in rows), *([NOTHING] if in_none else [])])


def _row_gives(base: Range, band: Band) -> Range:
    if band.fixed is not None:
        return Range(_f(band.fixed), _f(band.fixed))
    if band.rate is None:
        return Range(ZERO, None)
    lower = band.over if band.at_least is None else band.at_least
    upper = band.below if band.at_most is None else band.at_most
    least = base.least if lower is None else max(base.least, _f(lower))
    most = lesser(base.most, None if upper is None else _f(upper))
    rate, cap = _f(band.rate), None if band.cap is None else band.cap
    share = at_both_ends(lambda number: number * rate, Range(least, most))
    if cap == "unknown":
        return Range(ZERO, share.most)
    return share if cap is None else up_to(share, Range(_f(cap), _f(cap)))


# ---- steps -------------------------------------------------------------------------------------


def under_a_condition(step: Step, if_met: Range, otherwise: Range) -> Range:
    """The one or the other by the truth of a step; either where that is unknown."""
    either = {"met": [if_met], "not_met": [otherwise], "unknown": [if_met, otherwise]}
    return hull(either[str(step.truth)])


STATED = {"event_amount", "figure", "fixed", "topup", "unknown", "nothing", "count", "dated"}
ON_ONE: dict[str, Callable[[Range, Step], Range]] = {
    "minus": lambda on, step: minus(on, of(step.value)),
    "above": lambda on, step: minus(on, of(step.value)),
    "received": lambda on, step: minus(on, of(step.value)),
    "less_paid": lambda on, step: minus(on, of(step.value)),
    "count": lambda on, step: at_both_ends(lambda n: Fraction(n // _f(step.unit)), on),
    "each": lambda on, step: at_both_ends(lambda n: n * of(step.value).least, on),
    "rate": lambda on, step: at_both_ends(lambda n: n * _f(step.rate), on),
    "cap": lambda on, step: up_to(on, of(step.value)),
    "unknown_cap": lambda on, step: up_to(on, of(step.value)),
    "room": lambda on, step: up_to(on, of(step.value)),
    "room_left": lambda on, step: up_to(on, of(step.value)),
    "floor": lambda on, step: Range(
        max(on.least, of(step.value).least), greater(on.most, of(step.value).most)
    ),
    "band": lambda on, _: on,
    "dated": lambda on, _: on,
    "uncounted": lambda *_: Range(ZERO, None),
    "scaled": by_share,
    "times": lambda on, step: under_a_condition(
        step, at_both_ends(lambda n: n * _f(step.rate), on), on
    ),
    "base_when": lambda on, step: under_a_condition(step, of(step.value), on),
    "rate_when": lambda on, step: under_a_condition(
        step, at_both_ends(lambda n: n * _f(step.rate), of(step.value)), on
    ),
    "round": lambda on, step: at_both_ends(lambda n: to_unit(n, step), on),
    "allotted": lambda on, step: up_to(on, of(step.value)),
    "approved": lambda on, step: (
        Range(ZERO, on.most) if step.value is None else up_to(on, of(step.value))
    ),
    "when": lambda on, step: if_met(str(step.truth), on),
    "kept": lambda on, step: if_met(str(step.truth), on),
    "best_of": lambda on, step: if_met(str(step.truth), on),
    "replaced": lambda on, step: if_met(
        {"met": "not_met", "not_met": "met"}.get(str(step.truth), "unknown"), on
    ),
    "as_paid": lambda on, step: {
        "met": on,
        "not_met": up_to(on, of(step.value)),
        "unknown": hull([on, up_to(on, of(step.value))]),
    }[str(step.truth)],
    "due": lambda on, step: up_to(of(step.value), on),
    "withheld": lambda *_: NOTHING,
}


def done_again(step: Step, before: list[Range], bands: tuple[Band, ...]) -> Range:
    """The result of a step, from what it states and the results it works on."""
    if step.op in STATED and not step.of:
        return of(step.value)
    on = [before[number] for number in step.of]
    if step.op == "sum":
        return plus(on)
    (one,) = on
    if step.op == "bands":
        assert step.band == rows_that_may_hold(one, bands)[0]
        return table_gives(one, bands)
    return ON_ONE[step.op](one, step)


def replayed(line: AwardLine, bands: tuple[Band, ...]) -> list[Range]:
    """Every step's result, done again from the ones before."""
    results: list[Range] = []
    for number, step in enumerate(line.steps):
        assert all(0 <= earlier < number for earlier in step.of)
        results.append(done_again(step, results, bands))
    return results
