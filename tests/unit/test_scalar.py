"""Values of NumPy and pandas in a case: what they are, or refused with the way out."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from listing_rewards import Case, InvalidCase, assess, load_policy

NAMED = {"enterprise": {"name": "示例甲公司"}}
DAY = date(2023, 9, 15)
MIDNIGHT = datetime(2023, 9, 15)  # noqa: DTZ001  (of no time zone, as pandas writes a day)


def case_with(**event: Any) -> Case:
    """A case with one event."""
    happened = {"kind": "regional_financing", "on": DAY} | event
    return Case.model_validate({**NAMED, "events": [happened]})


def refused(**event: Any) -> tuple[str, str]:
    """The code and path of the one fault, its sentences said."""
    with pytest.raises(InvalidCase) as caught:
        case_with(**event)
    (wrong,) = caught.value.faults
    assert wrong.sentence("en")
    assert wrong.sentence("zh")
    return wrong.code, wrong.path


@pytest.mark.parametrize(
    "day",
    [
        pd.Timestamp("2023-09-15"), MIDNIGHT, np.datetime64("2023-09-15"),
        np.datetime64("2023-09-15T00:00:00.000000000"), np.str_("2023-09-15"),
    ],
)  # fmt: skip
def test_a_day(day: Any) -> None:
    """Midnight without a time zone is its day, and kept as one."""
    (event,) = case_with(on=day).events
    assert (event.on, type(event.on)) == (DAY, date)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (pd.Timestamp("2023-09-15 08:00"), "time_of_day"),
        (MIDNIGHT.replace(microsecond=1), "time_of_day"),
        (pd.Timestamp("2023-09-15 00:00:00.000000001"), "time_of_day"),
        (np.datetime64("2023-09-15T08:00"), "time_of_day"),
        (np.datetime64("2023-09-15T00:00:00.000000001"), "not_a_date"),
        (pd.Timestamp("2023-09-15", tz="Asia/Shanghai"), "not_a_date"),
        (pd.NaT, "not_a_date"),
        (np.datetime64("NaT"), "not_a_date"),
        (np.int64(20230915), "not_a_date"),
        (MIDNIGHT.replace(year=2200), "date_out_of_range"),
    ],
)
def test_what_is_no_day(day: Any, code: str) -> None:
    """Another time of day, a time zone, nothing, a number."""
    assert refused(on=day) == (code, "events[0].on")


@pytest.mark.parametrize("amount", [np.int64(3000000), np.uint32(3000000), np.str_("300万元")])
def test_an_amount(amount: Any) -> None:
    """Whole numbers and text."""
    (event,) = case_with(amount=amount).events
    assert (event.amount, type(event.amount)) == (Decimal("3000000.00"), Decimal)


@pytest.mark.parametrize("amount", [np.float64(3000000), np.float32(0.5), 1.5, np.float16(2)])
def test_a_float(amount: Any) -> None:
    """Refused, with the digits to write as text."""
    assert refused(amount=amount) == ("float_amount", "events[0].amount")
    with pytest.raises(InvalidCase, match=f'write it as text \\("{float(amount)!r}"\\)'):
        case_with(amount=amount)


@pytest.mark.parametrize("amount", [np.bool_(1), np.complex64(1), float("nan"), np.float64("inf")])
def test_what_is_no_amount(amount: Any) -> None:
    """A truth, a complex number, and what is not finite: NaN may be a computation that failed."""
    code = "not_finite" if isinstance(amount, float) else "not_an_amount"
    assert refused(amount=amount) == (code, "events[0].amount")


@pytest.mark.parametrize("nothing", [None, pd.NA, pd.NaT])
def test_nothing(nothing: Any) -> None:
    """Not stated, wherever a fact may be left out."""
    stated = Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司", "uscc": nothing, "county": nothing},
            "events": [{"kind": "neeq_listed", "on": DAY, "amount": nothing, "evidence": nothing}],
            "figures": {"net_profit": nothing},
            "flags": {"eligible": nothing},
            "attributes": {"board": nothing},
            "approved": {"listed": nothing},
            "applied": {"listed": nothing},
        }
    )
    left_out = {**NAMED, "events": [{"kind": "neeq_listed", "on": DAY}]}
    assert stated == Case.model_validate(left_out)
    assert stated.model_dump_json() == Case.model_validate(left_out).model_dump_json()


def test_every_part_of_a_case() -> None:
    """Flags, figures, approved amounts, days of applications, payments."""
    case = Case.model_validate(
        {
            **NAMED,
            "figures": {"employees": np.int32(20)},
            "flags": {"eligible": np.bool_(1), "first_listing": np.bool_(0)},
            "attributes": {"board": np.str_("main")},
            "approved": {"listed": np.int64(500000)},
            "applied": {"listed": pd.Timestamp("2023-09-15")},
            "payments": [
                {"award": "listed", "on": pd.Timestamp("2024-01-10"), "amount": np.int64(-5)}
            ],
        }
    )
    assert case.flags == {"eligible": True, "first_listing": False}
    assert [type(each) for each in case.flags.values()] == [bool, bool]
    assert case.figures == {"employees": Decimal(20)}
    assert case.applied == {"listed": DAY}
    assert case.payments[0].amount == Decimal("-5.00")
    assert Case.model_validate_json(case.model_dump_json()) == case


def test_the_as_of_date() -> None:
    """A day of pandas too; no other moment."""
    case, policy = Case.model_validate(NAMED), load_policy("zhanjiang-bse-2023")
    answer = assess(case, policy, as_of=pd.Timestamp("2025-12-31"))
    assert answer == assess(case, policy, as_of=date(2025, 12, 31))
    with pytest.raises(InvalidCase):
        assess(case, policy, as_of=pd.Timestamp("2025-12-31 08:00"))
