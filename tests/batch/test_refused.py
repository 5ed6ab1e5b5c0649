"""What a frame cannot be asked, and rows that `assess` would refuse."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import few
from property.generated_cases import cases_for
from property.generated_policies import policies
from property.small_policies import policy_of
from property.values import AFTER_ALMOST_ALL, ILLUSTRATIVE, SOURCE, days

from batch.agreeing import REPEATS, assert_agrees, rows_of, rows_or_none
from listing_rewards import Case, InvalidCase, InvalidPolicy, Policy, assess
from listing_rewards.engines.columns import (
    assess_batches,
    assess_file,
    assess_frame,
    case_of,
    output_schema,
)

AS_OF = date(2025, 12, 31)


def codes_of(frame: pl.DataFrame, policy: Policy = SOURCE, **options: Any) -> list[str]:
    """The codes for which a frame is refused."""
    with pytest.raises(InvalidCase) as caught:
        assess_frame(frame, policy, as_of=AS_OF, **options)
    return [each.code for each in caught.value.faults]


class TestColumns:
    """A column that cannot be read exactly is refused by name, before any row is read."""

    @pytest.mark.parametrize(
        "column",
        [
            {"regional_financing_amount": [0.1], "regional_financing": [date(2023, 8, 1)]},
            {"net_profit": [1.0]},
            {"paid_neeq_listed": [1.0], "paid_neeq_listed_on": [date(2024, 1, 1)]},
            {"regional_financing": [[{"on": date(2023, 8, 1), "amount": 0.1}]]},
            {"regional_financing": [1.5]},
            {"payments": [[{"award": "neeq_listed", "on": date(2024, 1, 1), "amount": 0.1}]]},
        ],
    )
    def test_no_float(self, column: dict[str, Any]) -> None:
        """Nowhere, however deep."""
        frame = pl.DataFrame(column)
        assert codes_of(frame) == ["float_column"]
        assert codes_of(frame.cast({pl.Float64: pl.Float32})) == ["float_column"]
        with pytest.raises(InvalidCase, match=next(iter(column))):
            assess_frame(frame, SOURCE, as_of=AS_OF)

    @pytest.mark.parametrize(
        "column",
        [
            {"neeq_listed": [20230915]},
            {"neeq_listed": [datetime(2023, 9, 15, tzinfo=UTC)]},  # a moment, which is no day
            {"eligible": [1]},
            {"name": [7]},
            {"absent": ["neeq_delisted"]},
            {"net_profit": [True]},
            {"payments": [[{"award": "neeq_listed", "amount": 1}]]},
            {"neeq_listed": [[date(2023, 9, 15)]]},
            {"neeq_listed": [[{"on": date(2023, 9, 15), "place": "x"}]]},
            {"regional_financing": [[{"on": "2023-08-01", "amount": 1}]]},
        ],
    )
    def test_another_type(self, column: dict[str, Any]) -> None:
        """Told with the type it has and the one it must have, in both languages."""
        frame = pl.DataFrame(column)
        assert codes_of(frame) == ["wrong_column"]
        with pytest.raises(InvalidCase) as caught:
            assess_frame(frame, SOURCE, as_of=AS_OF)
        assert next(iter(column)) in caught.value.explain("zh")

    def test_the_nearest_name_is_told(self) -> None:
        """A misspelt column is never left out in silence."""
        with pytest.raises(InvalidCase) as caught:
            assess_frame(pl.DataFrame({"neeq_lister": [None]}), SOURCE, as_of=AS_OF)
        assert caught.value.faults[0].nearest == "neeq_listed"

    def test_every_fault_at_once(self) -> None:
        """All columns are looked at."""
        frame = pl.DataFrame({"net_profit": [0.5], "eligibel": [True], "neeq_listed": [True]})
        found = codes_of(frame)
        assert found == ["float_column", "column_without_meaning", "wrong_column"]

    def test_amounts_need_their_days(self) -> None:
        """A column of amounts without that of the days says nothing."""
        assert codes_of(pl.DataFrame({"regional_financing_amount": [1]})) == ["column_without_days"]
        listed = {"on": date(2023, 8, 1), "amount": 1}
        frame = pl.DataFrame({"regional_financing": [[listed]], "regional_financing_amount": [1]})
        assert codes_of(frame) == ["column_without_days"]

    def test_a_name_for_two_things(self) -> None:
        """A figure that is called like another column."""
        policy = policy_of({"fixed": "1"}, figures={"name": "a figure"})
        assert codes_of(pl.DataFrame({"name": ["示例甲公司"]}), policy) == ["ambiguous_column"]

    def test_kept_columns(self) -> None:
        """They must be there, and not bear the name of an answer."""
        frame = pl.DataFrame({"row": [1], "payable": [2]})
        assert codes_of(frame, keep=["line"]) == [
            "missing_column", "column_without_meaning", "column_without_meaning",
        ]  # fmt: skip
        assert codes_of(frame, keep=["row", "payable"]) == ["column_of_the_answer"]
        answer = assess_frame(frame.drop("payable"), SOURCE, as_of=AS_OF, keep=["row"])
        assert answer.collect()["row"].to_list() == [1]

    @pytest.mark.parametrize("name", ["row", "r", "行"])
    def test_one_name_alone_is_one_name(self, name: str, tmp_path: Path) -> None:
        """As Polars reads it, and not its letters; in each function that keeps columns."""
        frame = pl.DataFrame({"name": ["示例甲公司"], name: [1]})
        [batch] = frame.to_arrow().to_batches()
        source, target = tmp_path / "cases.parquet", tmp_path / "answers.parquet"
        frame.write_parquet(source)
        for keep in (name, [name], iter([name])):
            answer = assess_frame(frame, SOURCE, as_of=AS_OF, keep=keep)
            assert answer.collect()[name].to_list() == [1]
        [answered] = assess_batches([batch], SOURCE, as_of=AS_OF, keep=name)
        assert answered.schema == output_schema(SOURCE, keep=batch.schema.field(name))
        assert answered.schema == output_schema(SOURCE, keep=[batch.schema.field(name)])
        assess_file(str(source), str(target), SOURCE, as_of=AS_OF, columns="payable", keep=name)
        assert pl.read_parquet(target).columns == ["name", name, "payable", "fault"]
        assert case_of(frame.row(0, named=True), SOURCE, keep=name).events == ()

    @pytest.mark.parametrize("keep", ["row", ["row"], [pa.field("row", pa.int64()), "tags"]])
    def test_a_schema_needs_types(self, keep: Any) -> None:
        """A name alone has none."""
        with pytest.raises(InvalidCase) as caught:
            output_schema(SOURCE, keep=keep)
        (fault,) = caught.value.faults
        assert fault.given in {"row", "tags"}
        assert "give the name with its type" in fault.sentence("en")
        assert "请连同类型给出" in fault.sentence("zh")

    @pytest.mark.parametrize("repeats", [0, -1, "8", 8.0, True, None, Decimal(8), [8]])
    def test_a_number_of_entries(self, repeats: Any) -> None:
        """A whole number of at least 1, or one sentence."""
        frame = pl.DataFrame({"name": ["示例甲公司"]})
        assert codes_of(frame, repeats=repeats) == ["not_a_number_of_entries"]
        with pytest.raises(InvalidCase, match="at least 1, not") as caught:
            list(
                assess_batches(frame.to_arrow().to_batches(), SOURCE, as_of=AS_OF, repeats=repeats)
            )
        assert repr(repeats) in caught.value.explain("zh")
        assert assess_frame(frame, SOURCE, as_of=AS_OF, repeats=1).collect().height == 1

    def test_capitals(self) -> None:
        """The name that is meant is the same one in small letters, and no other award's."""
        with pytest.raises(InvalidCase, match="did you mean 'neeq_listed'"):
            assess_frame(pl.DataFrame({"NEEQ_listed": [None]}), SOURCE, as_of=AS_OF)

    def test_decimals_of_256_bits(self) -> None:
        """They are refused by name before Polars sees them."""
        amounts = pa.array([Decimal(100)], pa.decimal256(60, 2))
        batch = pa.record_batch({"net_profit": amounts})
        with pytest.raises(InvalidCase, match=r"net_profit.*decimal256"):
            next(assess_batches([batch], SOURCE, as_of=AS_OF))

    def test_a_row_is_refused_like_its_frame(self) -> None:
        """A column without meaning is none of a case either, unless it is kept."""
        row = {"name": "示例甲公司", "neeq_list": date(2023, 9, 15), "row": 1}
        with pytest.raises(InvalidCase, match="did you mean 'neeq_listed'") as caught:
            case_of(row, SOURCE, keep=["row"])
        assert [each.code for each in caught.value.faults] == ["column_without_meaning"]
        assert not case_of(row, SOURCE, keep=["row", "neeq_list"]).events

    @pytest.mark.parametrize("entry", [None, date(2023, 9, 15), [1]])
    @pytest.mark.parametrize("column", ["regional_financing", "payments"])
    def test_entries_of_a_list_that_are_none(self, column: str, entry: object) -> None:
        """What is no {on, amount} is a fault of the case, and no error of ours."""
        with pytest.raises(InvalidCase) as caught:
            case_of({"name": "示例甲公司", column: [entry]}, SOURCE)
        assert [each.code for each in caught.value.faults] == ["not_an_object"]

    def test_what_is_no_frame(self) -> None:
        """Nor a policy, nor a day."""
        with pytest.raises(InvalidCase, match="dict"):
            assess_frame({}, SOURCE, as_of=AS_OF)  # type: ignore[arg-type]
        with pytest.raises(InvalidPolicy):
            assess_frame(pl.DataFrame(), "zhanjiang-bse-2023", as_of=AS_OF)  # type: ignore[arg-type]
        with pytest.raises(InvalidCase, match="as_of"):
            assess_frame(pl.DataFrame(), SOURCE, as_of="x")  # type: ignore[arg-type]


class TestNothingStated:
    """A column with nothing in it reads like a missing one, whatever type it was given."""

    @pytest.mark.parametrize(
        "column",
        [
            {"neeq_listed": [None]},
            {"net_profit": [None]},
            {"payments": [[]]},
            {"regional_financing": [[]]},
            {"regional_financing": [None], "regional_financing_amount": [None]},
            {"absent": [[]]},
            {"payments": [[{"award": None, "on": None, "amount": None}][:0]]},
            {"eligible": [None]},
        ],
    )
    def test_of_no_type(self, column: dict[str, Any]) -> None:
        """As a frame that was made from nothing but nulls has it."""
        frame = pl.DataFrame({"name": ["示例甲公司"]} | column)
        nothing = assess_frame(frame.select("name"), SOURCE, as_of=AS_OF).collect()
        assert assess_frame(frame, SOURCE, as_of=AS_OF).collect().equals(nothing)

    @pytest.mark.parametrize(
        ("amount", "day"),
        [
            ("regional_financing_amount", "regional_financing"),
            ("paid_neeq_listed", "paid_neeq_listed_on"),
        ],
    )
    def test_days_of_no_type(self, amount: str, day: str) -> None:
        """An amount beside a column of days with nothing in it still lacks its day."""
        frame = pl.DataFrame({"name": ["示例甲公司"] * 2, day: [None, None], amount: [None, 5]})
        answer = assess_frame(frame, SOURCE, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == [None, "day_missing_for_amount"]

    def test_a_figure_named_like_an_amount(self) -> None:
        """Of an event that carries no amount, it is a figure and nothing else."""
        policy = policy_of({"fixed": "1"}, figures={"listed_amount": "a figure"})
        listed = pl.Series([None], dtype=pl.Date)
        frame = pl.DataFrame({"name": ["示例甲公司"], "listed": listed, "listed_amount": [5]})
        assert assess_frame(frame, policy, as_of=AS_OF).collect()["fault"].to_list() == [None]

    def test_texts_of_few_values(self) -> None:
        """A categorical column is text."""
        kind = pl.Enum(["neeq_delisted"])
        absent = pl.Series("absent", [["neeq_delisted"]], dtype=pl.List(kind))
        listed = pl.Series("bse_listed", [date(2024, 5, 6)])
        answer = assess_frame(pl.DataFrame([absent, listed]), SOURCE, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == [None]


class TestTooLong:
    """A policy whose exact amounts may not fit is refused by the name of its award."""

    RATE = "12.345678901234567%"

    def test_a_chain_of_long_factors(self) -> None:
        """Before any row is read, whatever the rows would say."""
        conditions = {"listed_at_all": {"clause": "c", "happened": "listed"}}
        times = [{"factor": self.RATE, "when": "listed_at_all"}] * 3
        policy = policy_of({"rate": self.RATE, "of": "part", "times": times}, conditions=conditions)
        with pytest.raises(InvalidPolicy) as caught:
            assess_frame(pl.DataFrame({"part": [1]}), policy, as_of=AS_OF)
        [told] = caught.value.faults
        assert (told.code, told.given) == ("number_too_long", "a")
        assert "38" in told.sentence("zh")


class TestLargest:
    """The largest amounts that a case may state are computed exactly; none wraps."""

    LARGEST = Decimal("999999999999999.99")

    @pytest.mark.parametrize("rate", ["100%", "12.345678901234567%", "2%"])
    def test_many_of_the_largest(self, rate: str) -> None:
        """Several of the largest amounts, multiplied by ten, to the fen."""
        policy = policy_of(
            {"rate": rate, "of": "financed", "times": [{"factor": "1000%", "when": "yes"}]},
            conditions={"yes": {"clause": "c", "happened": "listed"}},
            events={
                "listed": "listed",
                "financed": {"zh": "f", "en": "f", "amount": True, "repeats": True},
            },
        )
        on = date(2024, 6, 1)
        case = Case.model_validate(
            {
                "enterprise": {"name": "示例甲公司"},
                "events": [
                    {"kind": "listed", "on": on},
                    *[{"kind": "financed", "on": on, "amount": self.LARGEST}] * REPEATS,
                ],
            }
        )
        [row] = rows_of([case], policy, AS_OF)
        assert row["payable"] == assess(case, policy, as_of=AS_OF).payable
        assert_agrees(row, case, policy, AS_OF)

    @pytest.mark.parametrize("kind", [pl.Int64, pl.UInt64, pl.Int128, pl.Decimal(38, 2), pl.String])
    def test_one_yuan_more_is_refused(self, kind: pl.DataType) -> None:
        """An amount of 10^15 yuan, and the largest of each type, is a fault of its row."""
        largest = {pl.UInt64: 2**64 - 1, pl.Int64: 2**63 - 1}.get(kind, 10**30)  # type: ignore[call-overload]
        numbers = [10**15 - 1, 10**15, largest]
        series = pl.Series([str(each) for each in numbers]).cast(pl.Decimal(38, 0)).cast(kind)
        frame = pl.DataFrame(
            {
                "regional_financing": [date(2023, 8, 1)] * 3,
                "regional_financing_amount": series,
            }
        )
        answer = assess_frame(frame, SOURCE, as_of=AS_OF).collect()
        assert answer["fault"].to_list()[0] is None
        assert answer["fault"].to_list()[1] == "amount_too_large"
        assert answer["fault"].to_list()[2] in {"amount_too_large", "not_an_amount"}
        assert answer["payable"].to_list()[1:] == [None, None]


class TestExtra:
    """The engine is an extra, and says which."""

    @pytest.mark.parametrize("package", ["polars", "pyarrow"])
    def test_without_its_packages(self, package: str) -> None:
        """Asked for without them, it names what to install; the rest of the library is there."""
        program = f"""
import sys
sys.modules["{package}"] = None
import listing_rewards
try:
    import listing_rewards.engines.columns
except listing_rewards.ListingRewardsError as error:
    print(error.explain("en"), error.explain("zh"))
"""
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout.count('pip install "listing-rewards[batch]"') == 2


# ---- rows ------------------------------------------------------------------------------------


@st.composite
def broken_cases(draw: st.DrawFn, policy: Policy) -> Case:
    """A case with something added that may not go with the rest."""
    case = draw(cases_for(policy)).model_dump()
    kinds = sorted(policy.events)
    match draw(st.sampled_from(["event", "absent", "payment", "paid twice", "figure", "value"])):
        case "event":
            kind = (
                st.sampled_from(kinds)
                if case["events"] == []
                else st.sampled_from([*kinds, *(each["kind"] for each in case["events"])])
            )
            case["events"] = [*case["events"], {"kind": draw(kind), "on": draw(days())}]
        case "absent":
            case["absent"] = [*case["absent"], draw(st.sampled_from([*kinds, "e9"]))]
        case "payment":
            under = draw(st.sampled_from([None, "generate", "generated2", "elsewhere"]))
            paid = {"award": draw(st.sampled_from(["a0", "a9"])), "on": draw(days()), "amount": 1}
            case["payments"] = [*case["payments"], paid | {"policy": under}]
        case "paid twice":
            case["payments"] = [*case["payments"], *case["payments"][:1]]
        case "figure":
            for name in policy.figures:
                case["figures"] = dict(case["figures"]) | {name: Decimal(11)}
        case "value":
            for name in policy.attributes:
                case["attributes"] = dict(case["attributes"]) | {name: "v9"}
    return Case.model_validate(case)


@st.composite
def broken(draw: st.DrawFn) -> tuple[list[Case], Policy]:
    """A few cases of which some cannot be, under a random policy."""
    policy = draw(policies())
    return draw(st.lists(broken_cases(policy), min_size=4, max_size=4)), policy


class TestRows:
    """A row is refused where `assess` refuses its case, by one of its codes, and only there."""

    @given(broken())
    @settings(max_examples=max(few(50), settings().max_examples // 2))
    def test_refused_alike(self, asked: tuple[list[Case], Policy]) -> None:
        """And the rows beside it are answered."""
        cases, policy = asked
        rows = rows_or_none(cases, policy, AFTER_ALMOST_ALL)
        for row, case in zip(rows or [], cases if rows else [], strict=True):
            assert_agrees(row, case, policy, AFTER_ALMOST_ALL)

    ON = date(2023, 8, 1)

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            ({"regional_financing": ON, "regional_financing_amount": "-1"}, "negative_amount"),
            ({"regional_financing": ON, "regional_financing_amount": "1.005"}, "too_many_decimals"),
            (
                {"regional_financing": ON, "regional_financing_amount": Decimal("1.005")},
                "too_many_decimals",
            ),
            ({"regional_financing": ON, "regional_financing_amount": "三百"}, "not_an_amount"),
            ({"regional_financing": [{"on": ON, "amount": ""}]}, "not_an_amount"),
            (
                {"regional_financing": None, "regional_financing_amount": 5},
                "day_missing_for_amount",
            ),
            ({"neeq_listed": date(1899, 12, 31)}, "date_out_of_range"),
            ({"neeq_listed": date(2200, 1, 1)}, "date_out_of_range"),
            ({"net_profit": "much"}, "not_a_number"),
            ({"net_profit": Decimal(-(10**15))}, "amount_too_large"),
            ({"paid_neeq_listed": 5, "paid_neeq_listed_on": None}, "day_missing_for_amount"),
            ({"paid_neeq_listed": None, "paid_neeq_listed_on": ON}, "amount_missing_for_day"),
            ({"absent": ["neeq_delisted", "nonsense"]}, "unknown_event"),
            ({"absent": ["neeq_delisted", None]}, "not_text"),
            ({"regional_financing": [{"on": None, "amount": 5}]}, "not_a_date"),
            ({"neeq_delisted": [{"on": ON, "amount": 5}]}, "amount_not_taken"),
            ({"payments": [{"award": None, "on": ON, "amount": 5}]}, "not_text"),
            ({"payments": [{"award": " ", "on": ON, "amount": 5}]}, "empty_text"),
            ({"payments": [{"award": "neeq_listed", "on": ON, "amount": None}]}, "not_an_amount"),
            ({"payments": [{"award": "neeq_listed", "on": None, "amount": 5}]}, "not_a_date"),
        ],
    )
    def test_what_cannot_be_read(self, row: dict[str, Any], code: str) -> None:
        """The row says what `case_of` says of it, and nothing is computed."""
        frame = pl.DataFrame(
            [row, dict.fromkeys(row)], infer_schema_length=None, schema_overrides=_types(row)
        )
        answer = assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == [code, None]
        assert answer["payable"].to_list() == [None, Decimal("0.00")]
        stated = {"name": "示例甲公司"} | frame.row(0, named=True)
        with pytest.raises(InvalidCase) as caught:
            assess(case_of(stated, ILLUSTRATIVE), ILLUSTRATIVE, as_of=AS_OF)
        assert code in [each.code for each in caught.value.faults]

    def test_more_entries_than_asked_for(self) -> None:
        """A longer list is refused in its row, and answered where more are allowed."""
        listed = [{"on": self.ON, "amount": 100}] * 3
        frame = pl.DataFrame({"regional_financing": [listed, listed[:2]]})
        answer = assess_frame(frame, SOURCE, as_of=AS_OF, repeats=2).collect()
        assert answer["fault"].to_list() == ["too_many_entries", None]
        assert answer["payable"].to_list() == [None, Decimal("4.00")]
        answer = assess_frame(frame, SOURCE, as_of=AS_OF, repeats=3).collect()
        assert answer["payable"].to_list() == [Decimal("6.00"), Decimal("4.00")]


def _types(row: dict[str, Any]) -> dict[str, Any]:
    """The types of columns that a row of nulls does not tell."""
    days: dict[str, Any] = {
        name: pl.Date for name, value in row.items() if value is None and "_amount" not in name
    }
    if row.get("paid_neeq_listed", 0) is None:
        days["paid_neeq_listed"] = pl.Int64
    return days
