"""What is computed in which order: stages of columns, each of which uses only earlier ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import polars as pl

from listing_rewards.engines.columns.flags import Flag, Truth
from listing_rewards.engines.columns.numbers import Number
from listing_rewards.engines.symbolic import plan
from listing_rewards.engines.symbolic.arithmetic import Span
from listing_rewards.engines.symbolic.truths import known


class Plan(plan.Plan[Number, pl.Expr]):
    """Columns that are computed once and used by name afterwards, in as few stages as possible.

    A policy's rules use each other's results again and again; written out in full, their
    expressions would double at every step.

    Attributes:
        award: the award whose amount by its rule is being planned, if one is.
    """

    def __init__(self, columns: list[str]) -> None:
        self.award = ""
        self._stage_of = dict.fromkeys(columns, 0)
        self._stages: list[list[pl.Expr]] = []
        self._names = (f"\N{MIDDLE DOT}{number}" for number in count())

    def column(self, expr: pl.Expr) -> pl.Expr:
        """The expression as a column of its own."""
        roots = expr.meta.root_names()
        if roots and expr.meta.is_column():
            return expr
        stage = max((self._stage_of[root] for root in roots), default=0)
        name = next(name for name in self._names if name not in self._stage_of)
        if stage == len(self._stages):
            self._stages.append([])
        self._stages[stage].append(expr.alias(name))
        self._stage_of[name] = stage + 1
        return pl.col(name)

    def flag(self, flag: Flag) -> Flag:
        """A yes or no as a column of its own."""
        return self.column(flag) if isinstance(flag, pl.Expr) else flag

    def truth(self, truth: Truth) -> Truth:
        """A truth as columns of its own."""
        sure = self.flag(truth.sure)
        return known(sure) if truth.settled else Truth(sure, self.flag(truth.maybe))

    def number(self, number: Number) -> Number:
        """A number as a column of its own."""
        if not isinstance(number.value, pl.Expr):
            return number
        value = self.column(number.value)
        return number if value is number.value else replace(number, value=value)

    def span(self, span: Span[Number]) -> Span[Number]:
        """A range as columns of its own; one where both ends are the same."""
        least = self.number(span.least)
        return Span(least, least if span.one else self.number(span.most))

    def over(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The frame with every column that was asked for."""
        for stage in self._stages:
            frame = frame.with_columns(stage)
        return frame
