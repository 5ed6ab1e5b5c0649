"""The answer of a frame, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import polars as pl

from listing_rewards.engines.columns.answered import ENDS, NO_WORD, YUAN, as_word, columns_out
from listing_rewards.engines.columns.arithmetic import EXPRESSIONS, Span
from listing_rewards.engines.columns.comparing import is_nothing
from listing_rewards.engines.columns.faults import RowFaults
from listing_rewards.engines.columns.flags import Flag, Truth, as_expr, every, no, some
from listing_rewards.engines.columns.machine import ColumnMachine
from listing_rewards.engines.columns.numbers import FEN, Number, added
from listing_rewards.engines.columns.quantities import Result
from listing_rewards.meaning import settling

Line: TypeAlias = settling.Line[Span, Truth, Result]
Together: TypeAlias = settling.Together[Span, Truth, Result]


def answers(
    machine: ColumnMachine, settled: Sequence[Together], faults: RowFaults
) -> dict[str, pl.Expr]:
    """Every column of the answer."""
    facts = machine.facts
    sound = facts.plan.flag(faults.sound)
    columns = dict(_answers(machine, settled))
    if sound is not True:
        columns = {name: pl.when(as_expr(sound)).then(column) for name, column in columns.items()}
    columns["fault"] = faults.code()
    return {name: columns[name] for name in columns_out(facts.policy)}


def _answers(machine: ColumnMachine, settled: Sequence[Together]) -> Iterator[tuple[str, pl.Expr]]:
    facts = machine.facts
    payable = facts.plan.span(EXPRESSIONS.total(each.payable for each in settled))
    yield "payable", _yuan(payable.least)
    yield "payable_at_most", _yuan(payable.most)
    yield "determined", as_expr(EXPRESSIONS.determined(payable))
    yield from _of("entitled", EXPRESSIONS.total(each.entitled for each in settled))
    yield from _of("overpaid", EXPRESSIONS.total(each.overpaid for each in settled))
    yield from _of("withheld", EXPRESSIONS.total(each.withheld for each in settled))
    yield "paid", _yuan(added(facts.paid.values()))
    for together in settled:
        for line in together.lines:
            yield from _line(line, machine)
        yield from _group(together)


def _group(together: Together) -> Iterator[tuple[str, pl.Expr]]:
    if together.group is None or together.cap is None:
        return
    name = f"groups.{together.group}"
    yield from _of(f"{name}.cap", together.cap)
    yield from _of(f"{name}.entitled", together.entitled)
    yield from _of(f"{name}.payable", together.payable)
    yield from _of(f"{name}.withheld", together.withheld)
    yield from _of(f"{name}.overpaid", together.overpaid)
    yield f"{name}.paid", _yuan(together.paid.least)


def _line(line: Line, machine: ColumnMachine) -> Iterator[tuple[str, pl.Expr]]:
    granted = line.granted
    award, checks = granted.award.id, machine.checks[granted.award.id]
    yield f"{award}.status", _status(line, checks[0][1])
    yield f"{award}.truth", _word(granted.truth)
    yield f"{award}.reason", _reason(checks)
    yield from _of(f"{award}.nominal", granted.nominal)
    yield from _of(f"{award}.entitled", line.entitled)
    yield from _of(f"{award}.payable", line.payable)
    yield from _of(f"{award}.withheld", line.withheld)
    yield from _of(f"{award}.overpaid", line.overpaid)
    yield f"{award}.paid", _yuan(machine.facts.paid[award])


def _of(name: str, span: Span) -> Iterator[tuple[str, pl.Expr]]:
    yield from zip((f"{name}.{end}" for end in ENDS), map(_yuan, span), strict=True)


def _yuan(number: Number) -> pl.Expr:
    """An amount in fen as yuan."""
    if number.value is None:
        return pl.lit(None, dtype=YUAN)
    return number.in_parts(FEN).expr(wide=True).reinterpret(dtype=YUAN)


def _status(line: Line, reached: Truth) -> pl.Expr:
    granted, entitled = line.granted, line.entitled
    nothing = is_nothing(entitled.most)
    settled = every([EXPRESSIONS.determined(entitled), EXPRESSIONS.determined(line.settled)])
    replaced = every([granted.truth.sure, no(granted.holds.maybe), nothing])
    left_without = some([no(granted.truth.sure), no(is_nothing(granted.amount.most))])
    words: list[tuple[Flag, str]] = [
        (no(reached.maybe), "not_reached"),
        (no(granted.truth.maybe), "refused"),
        (no(settled), "open"),
        (replaced, "replaced"),
        (every([nothing, left_without]), "no_room"),
        (True, "granted"),
    ]
    return _first(words)


def _word(truth: Truth) -> pl.Expr:
    return _first([(truth.sure, "met"), (truth.maybe, "unknown"), (True, "not_met")])


def _reason(checks: Sequence[tuple[str, Truth]]) -> pl.Expr:
    """The first check that is not met; where none is, the first that is unknown."""
    refused = [(no(truth.maybe), name) for name, truth in checks]
    unknown = [(no(truth.sure), name) for name, truth in checks]
    return _first([*refused, *unknown])


def _first(words: Sequence[tuple[Flag, str]]) -> pl.Expr:
    """The word of the first flag that holds; null where none does."""
    found = NO_WORD
    for flag, word in reversed(words):
        if flag is not False:
            found = pl.when(as_expr(flag)).then(as_word(word)).otherwise(found)
    return found
