"""What is payable, by the levels of government that bear it, as formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.formulas import Span
from listing_rewards.engines.sheet.settling import TotalCells
from listing_rewards.engines.sheet.splits import Part, split_rows


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
        cut = []
        for part in parts:
            label, path = bench.words.text(part.title), f"shares.{way}.{part.level}"
            cell = bench.numbers.cell(path, label, part.share, "input_rate", ground)
            cut.append(Part(label, cell, part.share))
        spans = split_rows(bench, title, line.payable, cut, ground)
        for part, span in zip(parts, spans, strict=True):
            yield LevelCells(line.award.id, part.level, bench.words.text(part.title), span)
