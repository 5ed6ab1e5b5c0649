"""Case tables that can be checked with a pencil: every amount in them was computed by hand.

Each table is a TOML file of cases: what happened, and what follows on the days asked for. Amounts
are yuan, or 万元 where so written; ``"0..2,000,000"`` is a range, ``"0..?"`` one without a known
limit. There is no tolerance, and a key that is not known here is refused.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from listing_rewards import Assessment, Bounds, Case, Policy, assess, load_policy
from listing_rewards.assessment import Check, CombinedCheck, InForceCheck, ReachedCheck
from listing_rewards.values.day import Counting
from listing_rewards.values.money import read_yuan
from listing_rewards.values.range import total
from listing_rewards.values.truth import Truth

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
TABLES = sorted(FOLDER.rglob("*.toml"))
POLICIES = sorted((ROOT / "examples" / "policies").glob("*.toml"))
SUPPOSED = {"zh": "案例假设的金额", "en": "an amount that the case supposes"}
BOTH_WAYS = (Truth.MET, Truth.NOT_MET)


class Row(BaseModel):
    """A part of a table; a key that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedLine(Row):
    """What is expected of one award; what is left out is not looked at."""

    status: str | None = None
    nominal: str | None = None
    entitled: str | None = None
    payable: str | None = None
    overpaid: str | None = None
    withheld: str | None = None


class Asked(Row):
    """A day asked for, and what is expected then."""

    as_of: date
    payable: str
    in_a_frame: str | None = None
    """What a frame says is payable, where its range is the wider one of one pass."""
    entitled: str | None = None
    paid: str | None = None
    overpaid: str | None = None
    withheld: str | None = None
    exposed: str | None = None
    lines: dict[str, ExpectedLine] = Field(default_factory=dict)
    needs: list[str] | None = None
    notices: list[str] | None = None
    remarks: list[str] | None = None


class TableCase(Row):
    """One case: a sentence in both languages, what happened, what is expected."""

    zh: str
    en: str
    policy: str = "zhanjiang-bse-2023-illustrative"
    counting: Counting | None = None
    supposed: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """Amounts of awards that the case supposes where the source gives none."""
    events: list[dict[str, Any]] = Field(default_factory=list)
    figures: dict[str, str] = Field(default_factory=dict)
    attributes: dict[str, str] = Field(default_factory=dict)
    approved: dict[str, str] = Field(default_factory=dict)
    flags: dict[str, bool] = Field(default_factory=dict)
    payments: list[dict[str, Any]] = Field(default_factory=list)
    absent: list[str] = Field(default_factory=list)
    applied: dict[str, date] = Field(default_factory=dict)
    asked: list[Asked] = Field(min_length=1)

    def the_case(self) -> Case:
        """What happened, as the library takes it."""
        return Case.model_validate(
            {
                "enterprise": {"name": "示例甲公司"},
                "events": self.events,
                "flags": self.flags,
                "figures": self.figures,
                "attributes": self.attributes,
                "approved": self.approved,
                "payments": self.payments,
                "absent": self.absent,
                "applied": self.applied,
            }
        )

    def the_policy(self) -> Policy:
        """The policy asked, with the counting and the amounts that the case names."""
        is_a_file = self.policy.endswith(".toml")
        policy = load_policy(ROOT / self.policy if is_a_file else self.policy)
        if self.counting is None and not self.supposed:
            return policy
        changed = policy.model_dump()
        if self.counting is not None:
            changed["conditions"]["seasoned"]["counting"] = self.counting
        for award in changed["awards"]:
            if award["id"] in self.supposed:
                award["amount"] = {"assumed": SUPPOSED, **self.supposed[award["id"]]}
        return Policy.model_validate(changed)


class Table(Row):
    """A file of cases; `policy` is asked by those that name no other."""

    policy: str | None = None
    case: list[TableCase] = Field(min_length=1)

    def cases(self) -> Iterator[TableCase]:
        """Each case, asked under the policy it names or else under that of the file."""
        for each in self.case:
            named = self.policy is None or "policy" in each.model_fields_set
            yield each if named else each.model_copy(update={"policy": self.policy})


def all_cases() -> list[Any]:
    """Every case of every table, named by its file and sentence."""
    tables = {
        path.stem: Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in TABLES
    }
    return [
        pytest.param(each, id=f"{name}: {each.en}")
        for name, table in tables.items()
        for each in table.cases()
    ]


def bounds(text: str) -> Bounds:
    """An amount or range as the tables write it."""
    least, dots, most = text.partition("..")
    at_least = read_yuan(least)
    if not dots:
        return Bounds(at_least, at_least)
    return Bounds(at_least, None if most == "?" else read_yuan(most))


def check_line(line: object, expected: ExpectedLine, where: str) -> None:
    """Compare one line with what is expected of it."""
    for name, value in expected.model_dump(exclude_none=True).items():
        found = getattr(line, name)
        assert found == (value if name == "status" else bounds(value)), f"{where} {name}"


@pytest.mark.parametrize("case", all_cases())
def test_case(case: TableCase) -> None:
    """Every amount, status, need, notice and remark that the table states is what comes out."""
    for asked in case.asked:
        answer = assess(case.the_case(), case.the_policy(), as_of=asked.as_of)
        where = str(asked.as_of)
        assert Bounds(answer.payable, answer.payable_at_most) == bounds(asked.payable), where
        for name in ("entitled", "overpaid", "withheld"):
            expected = getattr(asked, name)
            if expected is not None:
                assert getattr(answer, name) == bounds(expected), f"{where} {name}"
        if asked.exposed is not None:
            exposed = total(each.amount for each in answer.exposures)
            assert exposed == bounds(asked.exposed), f"{where} exposed"
        if asked.paid is not None:
            assert answer.paid == read_yuan(asked.paid), where
        for award, expected_line in asked.lines.items():
            check_line(answer.line(award), expected_line, f"{where} {award}")
        check_telling(answer, asked)


def check_telling(answer: Assessment, asked: Asked) -> None:
    """Compare what the answer tells besides its amounts."""
    if asked.needs is not None:
        assert [need.name for need in answer.needs] == asked.needs
    if asked.notices is not None:
        told = [f"{notice.id}: {', '.join(notice.awards)}" for notice in answer.notices]
        assert told == asked.notices
    if asked.remarks is not None:
        assert [remark.kind for remark in answer.remarks] == asked.remarks


def test_every_table_is_read() -> None:
    """There are tables, and each has cases."""
    assert [path.stem for path in TABLES if path.parent == FOLDER] == [
        "ladder",
        "notices",
        "payments",
        "plan_days",
        "regional",
        "seasoning",
        "unknown",
    ]


def test_every_example_policy_has_a_table() -> None:
    """Each real policy among the examples has amounts that were computed by hand."""
    tables = {path.stem for path in TABLES if path.parent.name == "policies"}
    assert tables == {path.stem for path in POLICIES}


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: str(path.stem))
def test_every_rule_of_an_example_policy_is_used(path: Path) -> None:
    """In the cases of a policy each award is due once, and each condition comes out both ways."""
    asked_of = f"examples/policies/{path.name}"
    due, found = set[str](), set[tuple[str, Truth]]()
    for case in [each.values[0] for each in all_cases() if each.values[0].policy == asked_of]:
        for asked in case.asked:
            answer = assess(case.the_case(), case.the_policy(), as_of=asked.as_of)
            due |= {line.award for line in answer.lines if line.truth is Truth.MET}
            for line in answer.lines:
                found |= set(conditions_found((*line.checks, *line.amount_checks)))
    policy = load_policy(path)
    assert due == {award.id for award in policy.awards}
    assert found >= {(name, truth) for name in policy.conditions for truth in BOTH_WAYS}


def conditions_found(checks: Iterable[Check]) -> Iterator[tuple[str, Truth]]:
    """Each condition that was checked, and those that it is made of, with how it came out."""
    for check in checks:
        if isinstance(check, InForceCheck | ReachedCheck):
            continue
        yield check.condition, check.truth
        if isinstance(check, CombinedCheck):
            yield from conditions_found(check.parts)
