"""Frames of text, as a CSV file has them: read like typed ones, or refused, never in between."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import few
from property.small_policies import policy_of
from property.strategies import lives
from property.values import ILLUSTRATIVE, as_of_days

from batch.agreeing import assert_agrees
from batch.test_agreement import Questions, generated
from listing_rewards import Case, InvalidCase, InvalidPolicy, Policy, assess
from listing_rewards.engines.columns import assess_frame, case_of, frame_of

AS_OF = date(2025, 12, 31)
NOTHING = [None, "", " ", "\u3000", "\t \x85"]
"""How an empty cell may come out of a file."""


def without_lists(frame: pl.DataFrame, policy: Policy) -> pl.DataFrame:
    """What CSV can hold of a frame: the first event of a kind and the first payment."""
    columns: list[pl.Expr] = []
    for name, kind in frame.schema.items():
        if name == "payments":
            columns += _paid_columns(policy)
        elif isinstance(kind, pl.List) and name != "absent":
            entry = pl.col(name).list.get(0, null_on_oob=True).struct
            columns.append(entry.field("on").alias(name))
            if policy.events[name].amount:
                columns.append(entry.field("amount").alias(f"{name}_amount"))
        elif name != "absent":
            columns.append(pl.col(name))
    return frame.select(columns)


def _paid_columns(policy: Policy) -> list[pl.Expr]:
    payment = pl.col("payments").list.get(0, null_on_oob=True).struct
    columns = []
    for award in policy.awards:
        own = pl.when((payment.field("award") == award.id) & payment.field("policy").is_null())
        columns.append(own.then(payment.field("amount")).alias(f"paid_{award.id}"))
        columns.append(own.then(payment.field("on")).alias(f"paid_{award.id}_on"))
    return columns


def as_text(frame: pl.DataFrame, nothing: str | None, around: str) -> pl.DataFrame:
    """Every column as text, with blanks around what is stated and something blank elsewhere."""
    empty = pl.lit(nothing, dtype=pl.String)
    return frame.cast(pl.String).select(
        pl.format("{}{}{}", pl.lit(around), name, pl.lit(around)).fill_null(empty).alias(name)
        for name in frame.columns
    )


class TestText:
    """How a fact is written changes nothing."""

    @given(generated(), st.sampled_from(NOTHING), st.sampled_from(["", " ", "\u3000"]))
    @settings(max_examples=max(few(20), settings().max_examples // 4))
    def test_every_column_as_text(self, asked: Questions, nothing: str, around: str) -> None:
        """Days, yes and no, numbers and values of any policy; and what is blank is not stated."""
        frame = without_lists(frame_of(asked.cases, asked.policy), asked.policy)
        text = as_text(frame, nothing, around)
        try:
            typed = assess_frame(frame, asked.policy, as_of=asked.as_of).collect()
            written = assess_frame(text, asked.policy, as_of=asked.as_of).collect()
        except InvalidPolicy:
            return
        own = ["name", "uscc", "county"]
        assert written.drop(own).equals(typed.drop(own))
        for one, other in zip(frame.rows(named=True), text.rows(named=True), strict=True):
            assert case_of(one, asked.policy) == case_of(other, asked.policy)

    @given(st.lists(lives(), min_size=1, max_size=4), as_of_days())
    @settings(max_examples=few(20))
    def test_there_and_back_by_csv(
        self, tmp_path_factory: pytest.TempPathFactory, cases: list[Case], as_of: date
    ) -> None:
        """A file that is scanned as text has the answer of the frame it was written from."""
        frame = without_lists(frame_of(cases, ILLUSTRATIVE), ILLUSTRATIVE)
        path = tmp_path_factory.mktemp("csv") / "cases.csv"
        frame.write_csv(path)
        scanned = pl.scan_csv(path, infer_schema=False)
        answers = [assess_frame(each, ILLUSTRATIVE, as_of=as_of) for each in (frame, scanned)]
        assert answers[0].collect().equals(answers[1].collect())

    def test_few_values(self) -> None:
        """A column of text stored once for each value is text, whatever it is for."""
        frame = pl.DataFrame(
            {
                "regional_financing": ["2023-08-01", ""],
                "regional_financing_amount": ["3000000.00", " "],
            }
        )
        few = frame.cast(pl.Categorical)
        answers = [assess_frame(each, ILLUSTRATIVE, as_of=AS_OF) for each in (frame, few)]
        assert answers[0].collect()["payable"].to_list() == [60000, 0]
        assert answers[0].collect().equals(answers[1].collect())


FACTS = policy_of(
    {"rate": "2%", "of": "financed"},
    figures={"share": {"zh": "s", "en": "s", "unit": "percent"}, "profit": "profit"},
    flags={"eligible": "eligible"},
    attributes={"board": {"zh": "b", "en": "b", "values": {"main": "main", "star": "star"}}},
    events={"listed": "listed", "financed": {"zh": "f", "en": "f", "amount": True}},
)
NO_DAYS = [
    "2023-9-15", "2023/09/15", "15.09.2023", "2023-02-29", "2023-13-01", "2023-00-10", "20230915",
    "2023-09-15 00:00:00", "２０２３-09-15", "2023-W05-1", "0000-01-01", "+023-09-15", "yes",
    "2023-09-1５", "2023-09-15\x00",
]  # fmt: skip
NEITHER = ["yes", "no", "True", "FALSE", "1", "0", "是", "否", "t", "null"]
NO_AMOUNTS = [
    "300万元", "3,000,000", "1e6", "+5", ".5", "5.", "１００", "12 000", "¥5", "0x10",
    "--5", "5-", "5.0.0", "5.0000000000000000000", "two",
]  # fmt: skip
BROKEN = [
    *((name, text, "not_a_date") for name in ("listed", "paid_a_on") for text in NO_DAYS),
    *(("listed", text, "date_out_of_range") for text in ("1899-12-31", "2200-01-01", "9999-12-31")),
    *(("eligible", text, "not_true_or_false") for text in NEITHER),
    *(("financed_amount", text, "not_an_amount") for text in NO_AMOUNTS),
    *(("paid_a", text, "not_an_amount") for text in NO_AMOUNTS if text != "5-"),
    *(("profit", text, "not_a_number") for text in [*NO_AMOUNTS, "8%"]),
    *(("profit", text, "not_finite") for text in ("NaN", "-inf", "Infinity")),
    ("paid_a", "nan", "not_finite"),
    ("financed_amount", "1.005", "too_many_decimals"),
    ("financed_amount", "-0.01", "negative_amount"),
    ("financed_amount", "1000000000000000", "amount_too_large"),
    ("financed_amount", "-1000000000000000", "amount_too_large"),
    ("paid_a", "1" * 30, "amount_too_large"),
    ("paid_a", "1" * 60, "amount_too_large"),
    ("profit", "1.2345678", "too_many_decimals"),
    ("profit", "-1000000000000000", "amount_too_large"),
    ("share", "10.01", "figure_too_large"),
    ("board", "Main", "unknown_value"),
    ("financed", "", "day_missing_for_amount"),
    ("paid_a", "", "amount_missing_for_day"),
    ("paid_a_on", " ", "day_missing_for_amount"),
]
SOUND = {
    "name": "示例甲公司", "uscc": None, "county": None, "listed": "2024-02-29",
    "financed": "2023-08-01", "financed_amount": "3000000.00", "profit": "-12000000.5",
    "share": "0.08", "eligible": "true", "board": "star",
    "paid_a": "5.00", "paid_a_on": "2025-01-01",
}  # fmt: skip


def read(row: dict[str, Any]) -> tuple[Case | None, set[str]]:
    """The case that a row states, or the codes of what is wrong with it."""
    try:
        return case_of(row, FACTS), set()
    except InvalidCase as error:
        return None, {each.code for each in error.faults}


class TestBroken:
    """Text that cannot be read is a fault of its row, by the code that reading a case gives it."""

    @pytest.mark.parametrize(("column", "text", "code"), BROKEN)
    def test_every_malformed_text(self, column: str, text: str, code: str) -> None:
        """Never null, never a guess; and the row beside it is answered."""
        frame = pl.DataFrame([SOUND | {column: text}, SOUND])
        answer = assess_frame(frame, FACTS, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == [code, None]
        assert answer["payable"].to_list()[0] is None
        with pytest.raises(InvalidCase) as caught:
            assess(case_of(frame.row(0, named=True), FACTS), FACTS, as_of=AS_OF)
        assert code in [each.code for each in caught.value.faults]

    @pytest.mark.parametrize(("text", "code"), [("-5", "negative_amount"), ("5-", "not_an_amount")])
    def test_money_that_came_back(self, text: str, code: str) -> None:
        """A frame takes payments alone: a row with money that came back is a fault, not a guess."""
        frame = pl.DataFrame([SOUND | {"paid_a": text}])
        answer = assess_frame(frame, FACTS, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == [code]
        assert answer["payable"].to_list() == [None]

    def test_two_faults(self) -> None:
        """What cannot be read is reported before what the policy does not allow, as of a case."""
        row = SOUND | {"share": "10.01", "profit": "8%"}
        answer = assess_frame(pl.DataFrame([row]), FACTS, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == ["not_a_number"]
        assert read(row) == (None, {"not_a_number"})

    @given(
        st.dictionaries(
            st.sampled_from(sorted(set(SOUND) - {"name", "uscc", "county"})),
            st.sampled_from([each for _, each, _ in BROKEN] + list(SOUND.values()))
            | st.sampled_from(["1.000", "000000000000000000000005.10", "-0", "0.1000000"])
            | st.text("0123456789-.,%truefalsTW万 \u3000", max_size=12),
            max_size=3,
        )
    )
    @settings(max_examples=max(few(200), settings().max_examples))
    def test_as_a_case_reads_it(self, texts: dict[str, Any]) -> None:
        """Whatever stands in the cells: the answer of the case, or a fault that the case has."""
        frame = pl.DataFrame([SOUND | texts])
        [row] = assess_frame(frame, FACTS, as_of=AS_OF).collect().to_dicts()
        case, codes = read(frame.row(0, named=True))
        assert row["fault"] in codes if case is None else not codes
        if case is not None:
            assert_agrees(row, case, FACTS, AS_OF)
