"""Typical uses of the library, checked by the type checker alone and never run."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

import polars as pl

from listing_rewards import (
    Assessment,
    Bounds,
    Case,
    Day,
    Enterprise,
    Event,
    Fault,
    InvalidAmount,
    InvalidCase,
    InvalidPolicy,
    InvalidRecord,
    ListingRewardsError,
    Payment,
    Policy,
    UnknownPolicy,
    assess,
    case_schema,
    compare,
    diff,
    lint,
    list_policies,
    load_policy,
    neeq_seasoning,
    policy_in_force,
    reconcile,
    record,
    regional_financing_reward,
    staged_reward,
    verify,
)
from listing_rewards.audit.ledger import LedgerLine, Reconciliation
from listing_rewards.audit.records import Record
from listing_rewards.audit.verification import Difference, Verification
from listing_rewards.batch import assess_batches, assess_frame, case_of, frame_of, output_schema
from listing_rewards.comparison import Comparison


def one_case() -> None:
    """A case, a policy, an answer."""
    policy = load_policy("zhanjiang-bse-2023")
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    answer = assess(case, policy, as_of=date(2025, 12, 31))
    assert_type(policy, Policy)
    assert_type(case_schema(policy, "zh"), dict[str, Any])
    assert_type(case, Case)
    assert_type(answer, Assessment)
    assert_type(answer.payable, Decimal)
    assert_type(answer.payable_at_most, Decimal | None)
    assert_type(answer.determined, bool)
    assert_type(answer.entitled, Bounds)
    assert_type(answer.line("bse_listed").payable.at_least, Decimal)
    assert_type(answer.explain("zh"), str)
    assert_type(answer.in_words("zh").as_html(), str)
    assert_type(answer.model_dump_json(), str)
    assert_type(Assessment.model_validate_json(answer.model_dump_json()), Assessment)


def what_is_wrong() -> None:
    """One family of errors, each with its faults."""
    day: Day = date(2025, 12, 31)
    try:
        load_policy("zhanjiang-bse-2024")
    except UnknownPolicy as error:
        assert_type(error.faults, tuple[Fault, ...])
        assert_type(error.faults[0].as_dict("zh"), dict[str, object])
    except InvalidRecord as error:
        assert_type(error.explain("zh"), str)
    assert_type(day, date)


def built_in_python() -> None:
    """A case built from its parts."""
    case = Case(
        enterprise=Enterprise(name="示例甲公司"),
        events=(Event(kind="neeq_listed", on=date(2023, 9, 15)),),
        flags={"eligible": True},
        payments=(Payment(award="neeq_listed", on=date(2024, 1, 10), amount=Decimal(500000)),),
        absent=("neeq_delisted",),
    )
    assert_type(case.events, tuple[Event, ...])
    assert_type(case.events[0].amount, Decimal | None)
    assert_type(case.enterprise.uscc, str | None)


def what_the_checks_say() -> None:
    """A check is reported by its rule, and then has that rule's fields."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    for check in answer.checks:
        if check.rule == "seasoning":
            assert_type(check.days_left, int | None)
            assert_type(check.completes_on, date | None)
        elif check.rule == "flag":
            assert_type(check.stated, bool | None)


def policies() -> None:
    """Policies by id or by path."""
    assert_type(list_policies(), tuple[str, ...])
    assert_type(load_policy(Path("mine.toml")), Policy)
    assert_type(policy_in_force("a-series", date(2025, 1, 1), among=["mine.toml"]), Policy)


def about_policies() -> None:
    """What is wrong with one, what differs between two, and what that does."""
    a, b = load_policy("zhanjiang-bse-2023"), load_policy("zhanjiang-bse-2023-illustrative")
    for finding in lint(a, as_of=date(2025, 12, 31)):
        assert_type(finding.fault.sentence("zh"), str)
    for change in diff(a, b):
        assert_type(change.path, str)
    effect = compare([], a, b, as_of=date(2025, 12, 31))
    assert_type(effect, Comparison)
    assert_type(effect.difference, Decimal | None)


def a_ledger() -> None:
    """What was paid checked against what is due."""
    line = LedgerLine(name="示例甲公司", award="x", on=date(2024, 1, 1), amount=Decimal(1))
    found = reconcile([], [line], load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    assert_type(found, Reconciliation)
    assert_type(found.totals.beyond, Decimal)
    for finding in found.findings:
        assert_type(finding.amount, Bounds)
        assert_type(finding.due_from, date | None)


def records() -> None:
    """An answer kept, and computed afresh from the model, its text or a dict."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    kept = record(assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31)))
    assert_type(kept, Record)
    assert_type(kept.digests.policy, str)
    assert_type(verify(kept), Verification)
    found = verify(kept.model_dump_json())
    assert_type(found.identical, bool)
    assert_type(found.difference, Difference | None)
    assert_type(found.assessment, Assessment | None)
    assert_type(verify(kept.model_dump(mode="json")).explain("zh"), str)


def by_hand() -> None:
    """The three rules on plain values."""
    assert_type(regional_financing_reward("300万元"), Decimal)
    assert_type(regional_financing_reward(Decimal(3000000), rate="2%", mode="down"), Decimal)
    reward = staged_reward({"listed": "600万元"}, paid={"listed": 1000000})
    assert_type(reward.payable, Decimal)
    assert_type(reward.stages[0].overpaid, Decimal)
    year = neeq_seasoning(date(2024, 2, 29), date(2025, 2, 28), counting="civil_code")
    assert_type(year.met, bool)
    assert_type(year.days_left, int)


def errors() -> None:
    """One family of errors, each with its faults."""
    try:
        load_policy("unknown")
    except (InvalidAmount, InvalidCase, InvalidPolicy) as error:
        assert_type(error.faults[0].path, str)
    except ListingRewardsError as error:
        assert_type(error.explain("zh"), str)


def refused_by_the_type_checker() -> None:
    """What the type checker must refuse; an ignore that is not needed is an error itself."""
    regional_financing_reward(0.5)  # type: ignore[arg-type]
    verify(5)  # type: ignore[arg-type]
    assess("case", load_policy("x"), as_of=date(2025, 1, 1))  # type: ignore[arg-type]
    neeq_seasoning(date(2024, 1, 1), date(2025, 1, 1), counting="lunar")  # type: ignore[arg-type]
    Event(kind="neeq_listed", on=date(2023, 9, 15), ammount=Decimal(1))  # type: ignore[call-arg]


def a_frame(frame: pl.LazyFrame, policy: Policy, case: Case) -> None:
    """A frame is answered lazily; a case becomes a row, and a row a case."""
    as_of = date(2025, 12, 31)
    assert_type(assess_frame(frame, policy, as_of=as_of, keep=["row"]), pl.LazyFrame)
    assert_type(frame_of([case], policy), pl.DataFrame)
    assert_type(case_of(frame_of([case], policy).row(0, named=True), policy), Case)
    for batch in assess_batches([], policy, as_of=as_of):
        assert batch.schema == output_schema(policy)
