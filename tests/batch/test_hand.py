"""What was computed by hand comes out of a frame too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from cases.test_tables import POLICIES, TableCase, all_cases, bounds
from property.small_policies import AS_OF, LISTED, policy_of
from property.values import AFTER_ALMOST_ALL, ILLUSTRATIVE, PLAN_FIRST

from batch.agreeing import assert_agrees, rows_of
from listing_rewards import Case, Policy, load_policy
from listing_rewards.engines.columns import assess_frame, frame_of


@pytest.mark.parametrize("case", all_cases())
def test_case(case: TableCase) -> None:
    """Every amount and status that a table states, and all else that `assess` says."""
    policy = case.the_policy()
    for asked in case.asked:
        [row] = rows_of([case.the_case()], policy, asked.as_of)
        payable = bounds(asked.in_a_frame or asked.payable)
        assert (row["payable"], row["payable_at_most"]) == (payable.at_least, payable.at_most)
        for award, line in asked.lines.items():
            for name, value in line.model_dump(exclude_none=True).items():
                if name == "status":
                    assert row[f"{award}.status"] == value
                else:
                    amount = bounds(value)
                    assert row[f"{award}.{name}.at_least"] == amount.at_least
                    assert row[f"{award}.{name}.at_most"] == amount.at_most
        assert_agrees(row, case.the_case(), policy, asked.as_of)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_real_policies_compile(path: Path) -> None:
    """No real policy says what a frame cannot work out, however its figures are written."""
    policy = load_policy(path)
    answer = assess_frame(frame_of([], policy), policy, as_of=AFTER_ALMOST_ALL)
    assert answer.collect().height == 0
    text = dict.fromkeys(policy.figures, pl.String)
    assert (
        assess_frame(pl.LazyFrame(schema=text), policy, as_of=AFTER_ALMOST_ALL).collect().is_empty()
    )


def test_listed_again_on_the_day_of_delisting() -> None:
    """The day of a break may be the first day of the next period, which is full a year later."""
    events = [
        {"kind": "neeq_listed", "on": "2022-01-04"},
        {"kind": "neeq_delisted", "on": "2023-09-01"},
        {"kind": "neeq_listed", "on": "2023-09-01"},
        {"kind": "bse_accepted", "on": "2024-09-01"},
    ]
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": events})
    [row] = rows_of([case], ILLUSTRATIVE, AFTER_ALMOST_ALL)
    assert row["bse_accepted.truth"] == "met"
    assert_agrees(row, case, ILLUSTRATIVE, AFTER_ALMOST_ALL)


def test_the_boundary_of_half_a_fen() -> None:
    """2% of 0.25 yuan is half a fen and goes up, of 0.24 it goes down, and at 5,000,000 it is full.

    Rounding up from 99,999.995 gives the cap itself and nothing beyond it.
    """
    amounts = ["0.24", "0.25", "4999999.74", "4999999.75", "5000000.00", "5000000.01"]
    frame = pl.DataFrame(
        {"regional_financing": [PLAN_FIRST] * 6, "regional_financing_amount": amounts}
    )
    answer = assess_frame(frame, ILLUSTRATIVE, as_of=AFTER_ALMOST_ALL).collect()
    paid = ["0.00", "0.01", "99999.99", "100000.00", "100000.00", "100000.00"]
    assert answer["payable"].to_list() == [Decimal(each) for each in paid]


def test_one_need_brings_another() -> None:
    """What may have happened may earn an award that has to know of a third event.

    Neither the second event nor the third is mentioned; the first award has to know of the
    second, so that it is unknown, and the award that the second would earn of the third.
    """
    silent = {"silence": "unknown_if_needed"}
    events = {kind: {"zh": kind, "en": kind} | silent for kind in ("listed", "moved", "left")}
    conditions = {f"not_{kind}": {"clause": "c", "absent": kind} for kind in ("moved", "left")}
    policy = policy_of({"fixed": "1"}, events=events, conditions=conditions)
    award = policy.awards[0].model_dump()
    awards = [
        award | {"id": kind, "title": f"for {kind}", "earned_by": kind, "needs": needs}
        for kind, needs in (("listed", ["not_moved"]), ("moved", ["not_left"]), ("left", []))
    ]
    policy = Policy.model_validate(policy.model_dump() | {"awards": awards})
    case = Case.model_validate(
        {"enterprise": {"name": "示例甲公司"}, "events": [{"kind": "listed", "on": "2024-06-01"}]}
    )
    [row] = rows_of([case], policy, AFTER_ALMOST_ALL)
    assert [row[f"{kind}.truth"] for kind in events] == ["unknown"] * 3
    assert row["left.status"] == "open"
    assert_agrees(row, case, policy, AFTER_ALMOST_ALL)


def test_a_dated_amount_on_its_days() -> None:
    """A value holds from its day on, that day included; before the first there is nothing."""
    first = {"since": "2024-06-01", "amount": {"clause": "c", "fixed": "1"}}
    then = {"since": "2024-06-03", "amount": {"clause": "c", "fixed": "2"}}
    policy = policy_of({"dated": [first, then]})
    days = [date(2024, 5, 31), date(2024, 6, 1), date(2024, 6, 2), date(2024, 6, 3)]
    answer = assess_frame(pl.DataFrame({"listed": days}), policy, as_of=AFTER_ALMOST_ALL)
    assert answer.collect()["payable"].to_list() == [Decimal(each) for each in (0, 1, 1, 2)]


def test_a_dated_amount_of_an_event_that_may_have_been_earlier() -> None:
    """Listed after the amount rose; had it moved in before, unknown, it was the one before."""
    values = [
        {"since": "2024-01-01", "amount": {"clause": "c", "fixed": "100"}},
        {"since": "2024-05-01", "amount": {"clause": "c", "fixed": "300"}},
    ]
    small = policy_of({"dated": values}).model_dump(mode="json", exclude_unset=True)
    moved_in = {"zh": "迁入", "en": "moved in", "silence": "unknown"}
    [award] = small["awards"]
    policy = Policy.model_validate(
        small
        | {
            "events": small["events"] | {"moved_in": moved_in},
            "awards": [award | {"earned_by": {"any_of": ["listed", "moved_in"]}}],
        }
    )
    facts = {"enterprise": {"name": "示例甲公司"}, "events": [LISTED]}
    case = Case.model_validate(facts)
    [row] = rows_of([case], policy, AS_OF)
    assert (row["payable"], row["payable_at_most"]) == (Decimal(100), Decimal(300))
    assert_agrees(row, case, policy, AS_OF)
