"""A policy compiled to expressions for frames of one layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

import polars as pl

from listing_rewards.engines.columns.any_frame import Frame, lazy_frame
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.faults import RowFaults
from listing_rewards.engines.columns.layout import layout_of, names_of
from listing_rewards.engines.columns.machine import ColumnMachine
from listing_rewards.engines.columns.numbers import TooLong
from listing_rewards.engines.columns.outcome import answers
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.errors import InvalidCase, InvalidPolicy, fault
from listing_rewards.meaning.awards import Awards
from listing_rewards.meaning.settling import settlements
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import read_day

REPEATS = 8
MOST = 4
"""So many ways to compile a policy are kept with it, those that were asked for last."""


def assess_frame(
    frame: Frame,
    policy: Policy,
    *,
    as_of: date,
    keep: str | Iterable[str] = (),
    repeats: int = REPEATS,
) -> pl.LazyFrame:
    """What is payable to each enterprise of a frame: `assess`, compiled to lazy expressions.

    Nothing is read before the result is collected or sunk to a file, and only what is asked of it
    is computed.

    Args:
        frame: one row per enterprise, as a frame of Polars or pandas, or whatever hands out Arrow
            (``__arrow_c_stream__``), such as a DuckDB relation or a pyarrow table;
            `listing_rewards.engines.columns.layout` says which columns it may have.
        policy: what the document grants, from `load_policy`.
        as_of: the as-of date. Events and payments dated later do not count yet.
        keep: a further column, or several, to be carried along as they are.
        repeats: how many events of one kind, and how many payments, a row may list; a row that
            lists more is refused with ``too_many_entries``; at least 1.

    Returns:
        A frame with the columns of `listing_rewards.engines.columns.answered`, one row for each
        row, in their order, after the enterprise's own and the kept columns. Amounts are yuan. A
        row that `assess` would refuse says why in ``fault``, and has no amounts.

    Raises:
        InvalidCase: a column has no meaning under the policy, or holds what cannot be read
            exactly, such as floating-point numbers; or `repeats` is not a number of entries.
        InvalidPolicy: an award multiplies numbers of so many digits that they may not fit, or a
            figure is of a year or made of others, which a frame does not carry.

    >>> from datetime import date
    >>> import polars as pl
    >>> from listing_rewards import load_policy
    >>> from listing_rewards.engines.columns import assess_frame
    >>> frame = pl.DataFrame({
    ...     "name": ["示例甲公司", "示例乙公司"],
    ...     "neeq_listed": [date(2023, 9, 15), date(2023, 7, 6)],
    ... })
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> answer = assess_frame(frame, policy, as_of=date(2025, 12, 31))
    >>> answer.select("name", "payable", "neeq_listed.reason").collect().rows()
    [('示例甲公司', Decimal('500000.00'), None), ('示例乙公司', Decimal('0.00'), 'in_force')]
    """
    lazy = lazy_frame(frame)
    schema = lazy.collect_schema()
    return compile_policy(schema, policy, as_of, keep=keep, repeats=repeats).over(lazy)


class Compiled(NamedTuple):
    """A policy compiled for frames with the same columns.

    Attributes:
        plan: what is computed first.
        columns: the columns of the answer, by name.
        carried: the columns that are passed on as they are.
    """

    plan: Plan
    columns: Mapping[str, pl.Expr]
    carried: tuple[str, ...]

    def over(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The answer for each row of a frame."""
        named = [expr.alias(name) for name, expr in self.columns.items()]
        return self.plan.over(frame).with_columns(named).select(*self.carried, *self.columns)


def compile_policy(
    schema: pl.Schema, policy: Policy, as_of: date, *, keep: str | Iterable[str], repeats: int
) -> Compiled:
    """The policy as expressions over the columns of a schema; kept for the next such frame.

    Raises:
        InvalidCase: a column cannot be read under the policy, `as_of` is not a day, or `repeats`
            not a whole number of at least 1.
        InvalidPolicy: what is no policy, multiplies numbers that may not fit, or declares figures
            of a year or made of others.
    """
    if not isinstance(policy, Policy):
        raise InvalidPolicy(fault("not_a_policy", policy))
    if type(repeats) is not int or repeats < 1:
        raise InvalidCase(fault("not_a_number_of_entries", repr(repeats)))
    compiled = policy.memo.of("compiled", lambda: lru_cache(MOST)(partial(_compiled, policy)))
    return compiled(tuple(schema.items()), _day(as_of), names_of(keep), repeats)


def _compiled(
    policy: Policy,
    columns: tuple[tuple[str, pl.DataType], ...],
    as_of: date,
    keep: tuple[str, ...],
    repeats: int,
) -> Compiled:
    by_year = [name for name, each in policy.figures.items() if each.yearly or each.made]
    if by_year:
        raise InvalidPolicy(fault("figure_in_a_frame", by_year[0]))
    layout = layout_of(pl.Schema(columns), policy, keep)
    plan = Plan([name for name, _ in columns])
    faults = RowFaults(plan)
    try:
        facts = Facts(layout, policy, as_of, plan, faults, repeats)
        machine = ColumnMachine(facts)
        answered = answers(machine, settlements(Awards(machine)), faults)
    except TooLong:
        raise InvalidPolicy(fault("number_too_long", plan.award or policy.id)) from None
    return Compiled(plan, answered, layout.carried)


def _day(as_of: date) -> date:
    try:
        return read_day(as_of)
    except InvalidCase:
        raise InvalidCase(fault("as_of_not_a_day", repr(as_of))) from None
