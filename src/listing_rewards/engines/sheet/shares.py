"""What is payable, by the levels of government that bear it and by who receives it, as formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from listing_rewards.engines.sheet.formulas import Span
from listing_rewards.engines.sheet.machine import SheetMachine
from listing_rewards.engines.sheet.quantities import Rows
from listing_rewards.meaning import settling

Line: TypeAlias = settling.Line[Span, str, Rows]
Together: TypeAlias = settling.Together[Span, str, Rows]


class PartCells(NamedTuple):
    """The part of one level, or of somebody else, on the sheet of the calculation."""

    award: str
    title: str
    amount: Span


def level_rows(machine: SheetMachine, totals: Sequence[Together]) -> Iterator[PartCells]:
    """The parts of every award that several levels bear."""
    words, calculation = machine.bench.words, machine.bench.calculation
    for line in (line for each in totals for line in each.lines):
        award = line.granted.award
        if award.borne_by:
            calculation.section(calculation.say("section_levels", award=words.award(award.id)))
            for part, amount in settling.by_level(machine, award, line.payable):
                yield PartCells(award.id, words.text(part.title), amount)


def rows_for_others(machine: SheetMachine, totals: Sequence[Together]) -> Iterator[PartCells]:
    """The parts of every award that are for somebody else."""
    words, calculation = machine.bench.words, machine.bench.calculation
    for line in (line for each in totals for line in each.lines):
        award = line.granted.award
        if award.of_which:
            calculation.section(calculation.say("section_others", award=words.award(award.id)))
            for part, amount in settling.for_others(machine, line):
                yield PartCells(award.id, words.text(part.recipient), amount)
