"""A policy is compiled once for frames of one layout on one day, and anew for any other."""

from __future__ import annotations

import gc
import weakref
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from listing_rewards import InvalidCase, Policy, load_policy
from listing_rewards.engines.columns import assess_frame
from listing_rewards.engines.columns.compiled import MOST, Compiled, compile_policy

AS_OF = date(2025, 12, 31)
SCHEMA = pl.Schema({"name": pl.String(), "neeq_listed": pl.Date(), "row": pl.Int64()})


def fresh() -> Policy:
    """A policy of which nobody has asked anything yet."""
    return load_policy("zhanjiang-bse-2023-illustrative")


def compiled(policy: Policy, schema: pl.Schema = SCHEMA, **other: Any) -> Compiled:
    """The policy compiled for frames of a schema."""
    asked: dict[str, Any] = {"as_of": AS_OF, "keep": ["row"], "repeats": 8} | other
    return compile_policy(schema, policy, **asked)


def test_once() -> None:
    """The second frame of a layout is answered with what the first one had compiled."""
    policy = fresh()
    assert compiled(policy) is compiled(policy)


@pytest.mark.parametrize(
    "other",
    [
        {"as_of": AS_OF - timedelta(1)},
        {"repeats": 4},
        {"schema": pl.Schema(SCHEMA | {"neeq_listed": pl.String()})},
        {"schema": pl.Schema(SCHEMA | {"bse_listed": pl.Date()})},
        {"schema": pl.Schema(reversed(SCHEMA.items()))},
        {"schema": pl.Schema(SCHEMA | {"again": pl.Int64()}), "keep": ["row", "again"]},
        {"schema": pl.Schema(SCHEMA | {"again": pl.Int64()}), "keep": ["again", "row"]},
    ],
)
def test_anew(other: dict[str, Any]) -> None:
    """Another day, column, type, order or length of lists is compiled for itself."""
    policy = fresh()
    first = compiled(policy)
    assert compiled(policy, **other) is not first
    assert compiled(policy) is first


def test_each_day_has_its_own_answer() -> None:
    """What counts on one day is not what counts on the day before."""
    policy = fresh()
    frame = pl.DataFrame({"name": ["示例甲公司"], "neeq_listed": [date(2023, 9, 15)]})
    days = (date(2023, 9, 14), date(2023, 9, 15), date(2023, 9, 14))
    paid = [assess_frame(frame, policy, as_of=day).collect()["payable"].item() for day in days]
    assert paid == [Decimal("0.00"), Decimal("500000.00"), Decimal("0.00")]


def test_a_changed_policy_gives_its_own_amounts() -> None:
    """Nothing of one policy holds for a copy of it with another amount."""
    policy = fresh()
    frame = pl.DataFrame({"name": ["示例甲公司"], "neeq_listed": [date(2023, 9, 15)]})
    [first, *others] = policy.awards
    amount = first.amount.model_copy(update={"fixed": Decimal("300000.00")})
    lower = policy.model_copy(
        update={"awards": (first.model_copy(update={"amount": amount}), *others)}
    )
    paid = [
        assess_frame(frame, each, as_of=AS_OF).collect()["payable"].item()
        for each in (policy, lower, policy)
    ]
    assert paid == [Decimal("500000.00"), Decimal("300000.00"), Decimal("500000.00")]


def test_no_more_than_so_many() -> None:
    """What was asked for last is kept, and no more, so that memory stays bounded."""
    policy = fresh()
    first = compiled(policy)
    for days in range(1, MOST):
        compiled(policy, as_of=AS_OF - timedelta(days))
    assert compiled(policy) is first
    for days in range(1, MOST + 1):
        compiled(policy, as_of=AS_OF - timedelta(days))
    assert compiled(policy) is not first


def test_a_policy_that_nobody_holds_is_freed() -> None:
    """What is kept with a policy holds it in no way that the garbage collector cannot see."""
    event = {"on": pl.Date(), "amount": pl.Decimal(18, 2)}
    payment = event | {"award": pl.String(), "policy": pl.String()}
    policy = fresh()
    lists = {
        "regional_financing": pl.List(pl.Struct(event)),
        "payments": pl.List(pl.Struct(payment)),
    }
    compiled(policy, pl.Schema(SCHEMA | lists | {"absent": pl.List(pl.String())}))
    held = weakref.ref(policy)
    del policy
    gc.collect()
    assert held() is None


def test_a_fault_is_told_each_time() -> None:
    """A frame that cannot be read is refused at the second question as at the first."""
    policy, wrong = fresh(), pl.Schema(SCHEMA | {"neeq_lisetd": pl.Date()})
    said = []
    for _ in range(2):
        with pytest.raises(InvalidCase) as refused:
            compiled(policy, wrong)
        said.append(str(refused.value))
    assert said[0] == said[1]
