"""The columnar engine says of every row what `assess` says of the case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from property.generated_cases import asked_for, cases_for
from property.generated_policies import policies
from property.strategies import lives
from property.values import ILLUSTRATIVE, SOURCE, as_of_days

from batch.agreeing import assert_agrees, rows_or_none
from listing_rewards import Case, Policy
from listing_rewards.engines.columns import assess_frame, frame_of


class Questions(NamedTuple):
    """Cases that are asked under one policy on one day."""

    cases: list[Case]
    policy: Policy
    as_of: date

    def __repr__(self) -> str:
        """What a person needs to see of a counterexample."""
        policy = self.policy.model_dump_json(exclude_defaults=True, exclude={"document", "clauses"})
        cases = "\n    ".join(each.model_dump_json(exclude_defaults=True) for each in self.cases)
        return f"Questions(\n  cases={cases},\n  policy={policy},\n  as_of={self.as_of})"


@st.composite
def generated(draw: st.DrawFn) -> Questions:
    """A few random cases under a random policy, on a day on which something turns."""
    policy = draw(policies())
    cases = draw(st.lists(cases_for(policy), min_size=4, max_size=4))
    return Questions(cases, policy, draw(asked_for(policy, cases[0])))


def assert_agreement(asked: Questions) -> None:
    """Every row agrees, unless the policy multiplies numbers of so many digits."""
    rows = rows_or_none(asked.cases, asked.policy, asked.as_of)
    if rows is None:
        assert '"times"' in repr(asked) or "12.345678901234567%" in repr(asked)
        return
    for row, case in zip(rows, asked.cases, strict=True):
        assert_agrees(row, case, asked.policy, asked.as_of)


class TestAgreement:
    """Whatever a policy says, a frame is answered as `assess` answers each of its cases."""

    @given(generated())
    def test_of_any_policy(self, asked: Questions) -> None:
        """Every amount of every line and total, each end, status, truth and reason."""
        assert_agreement(asked)

    @given(
        st.lists(lives(), min_size=8, max_size=8),
        st.sampled_from([SOURCE, ILLUSTRATIVE]),
        as_of_days(),
    )
    def test_of_the_shipped_policies(self, cases: list[Case], policy: Policy, as_of: date) -> None:
        """Whole lives of enterprises under the documents that ship."""
        assert_agreement(Questions(cases, policy, as_of))


def written_otherwise(frame: pl.DataFrame, money: pl.DataType) -> pl.DataFrame:
    """The same facts in other columns: single dates, other types, one column for each payment."""
    columns: list[pl.Expr] = []
    for name, kind in frame.schema.items():
        column = pl.col(name)
        if isinstance(kind, pl.Decimal):
            columns.append(column.cast(money))
        elif name == "payments" and _alone(frame[name]):
            columns += _paid_columns()
        elif (
            isinstance(kind, pl.List) and name not in {"payments", "absent"} and _alone(frame[name])
        ):
            entry = column.list.get(0, null_on_oob=True).struct
            columns.append(entry.field("on").alias(name))
            if SOURCE.events[name].amount:
                columns.append(entry.field("amount").cast(money).alias(f"{name}_amount"))
        else:
            columns.append(column)
    return frame.select(columns)


def _alone(lists: pl.Series) -> bool:
    """Whether no row lists more than one entry, and none a payment under a named policy."""
    entries = [entry for row in lists.to_list() for entry in row]
    return lists.list.len().max() in {0, 1} and not any(e.get("policy") for e in entries)


def _paid_columns() -> Iterator[pl.Expr]:
    payment = pl.col("payments").list.get(0, null_on_oob=True).struct
    for award in SOURCE.awards:
        own = pl.when(payment.field("award") == award.id)
        yield own.then(payment.field("amount")).alias(f"paid_{award.id}")
        yield own.then(payment.field("on")).alias(f"paid_{award.id}_on")


class TestLayouts:
    """How a fact is written changes nothing."""

    @given(
        st.lists(lives(), min_size=1, max_size=2),
        st.sampled_from([pl.String(), pl.Decimal(38, 2), pl.Decimal(38, 4), pl.Decimal(25, 8)]),
        as_of_days(),
    )
    @settings(max_examples=settings().max_examples // 4)
    def test_written_otherwise(self, cases: list[Case], money: pl.DataType, as_of: date) -> None:
        """A list of one or a date, payments in a list or in columns, text or Decimal."""
        frame = frame_of(cases, ILLUSTRATIVE)
        other = written_otherwise(frame, money)
        answers = [assess_frame(each, ILLUSTRATIVE, as_of=as_of) for each in (frame, other)]
        assert answers[0].collect().equals(answers[1].collect())

    @settings(max_examples=settings().max_examples // 4)
    @given(st.integers(0, 10**13), st.sampled_from([pl.Int64, pl.UInt64, pl.Int128, pl.String]))
    def test_whole_yuan(self, amount: int, kind: type[pl.DataType]) -> None:
        """Whole numbers are yuan, of whichever type."""
        day = [date(2023, 8, 1)]
        frame = pl.DataFrame({"regional_financing": day, "regional_financing_amount": [amount]})
        frame = frame.with_columns(pl.col("regional_financing_amount").cast(kind))
        answer = assess_frame(frame, SOURCE, as_of=date(2025, 12, 31)).collect()
        assert answer["payable"].to_list() == [min(Decimal(amount) / 50, Decimal(100000))]
