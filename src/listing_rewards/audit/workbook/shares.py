"""What is payable, by the levels of government that bear it, as formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from listing_rewards.audit.workbook.bench import Bench
from listing_rewards.audit.workbook.formulas import Span
from listing_rewards.audit.workbook.settling import TotalCells
from listing_rewards.audit.workbook.splits import split_rows


class LevelCells(NamedTuple):
    """The part of one level, on the sheet of the calculation."""

    award: str
    level: str
    title: str
    amount: Span


def level_rows(bench: Bench, totals: Sequence[TotalCells]) -> Iterator[LevelCells]:
    """The parts of every award that several levels bear."""
    say = bench.calculation.say
    for line in (line for each in totals for line in each.lines if line.award.borne_by):
        way, title = line.award.borne_by or "", bench.words.text(line.award.title)
        bench.calculation.section(say("section_levels", award=title))
        ground, parts = bench.policy.grounds[f"shares.{way}"], bench.policy.shares[way].parts
        cells = [
            bench.numbers.cell(
                f"shares.{way}.{part.level}", bench.words.text(part.title), part.share,
                "input_rate", ground,
            )
            for part in parts
        ]  # fmt: skip
        shares = [(cell, part.share) for cell, part in zip(cells, parts, strict=True)]
        spans = split_rows(bench, title, line.payable, shares, ground)
        for part, span in zip(parts, spans, strict=True):
            yield LevelCells(line.award.id, part.level, bench.words.text(part.title), span)
