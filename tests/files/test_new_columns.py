"""Columns for attributes, percentages and approved amounts."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.test_new_facts import POLICY

from listing_rewards import Policy
from listing_rewards.errors import InvalidFile
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.writing.form import form_of


def rows(folder: Path, text: str, policy: Policy = POLICY) -> list[Row]:
    """The rows of a table with this text."""
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    return list(read_rows(str(path), policy))


def test_read(tmp_path: Path) -> None:
    """A label for a value, a bare number under （%）, and 万元 for what was approved."""
    head = "企业名称,上市日期,板块,投资本地比例（%）,核定奖励甲（万元）"
    (row,) = rows(tmp_path, f"{head}\n示例甲公司,2024-05-01,科创板,70,80\n")
    assert row.case is not None
    assert dict(row.case.attributes) == {"board": "star"}
    assert str(row.case.figures["share"]) == "0.70"
    assert {name: str(amount) for name, amount in row.case.approved.items()} == {"a": "800000.00"}


def test_the_day_of_an_application(tmp_path: Path) -> None:
    """A column for each award of which a condition asks it, by its id or its title; no other."""
    dump = POLICY.model_dump()
    dump["conditions"] = {"in_time": {"applied": {"within_months": 6}, "clause": "c"}}
    dump["awards"][0]["needs"] = ["in_time"]
    policy = Policy.model_validate(dump)
    award = policy.awards[0]
    for head in (f"{award.title.zh}申请日期", f"申请{award.title.zh}日期", f"applied_{award.id}"):
        (row,) = rows(tmp_path, f"企业名称,{head}\n示例甲公司,2024-05-01\n", policy)
        assert row.case is not None
        assert {n: str(on) for n, on in row.case.applied.items()} == {award.id: "2024-05-01"}
    headers = [each.header for each in form_of(policy, "zh").enterprises]
    assert f"{award.title.zh}申请日期" in headers
    headers = [each.header for each in form_of(POLICY, "zh").enterprises]
    assert not any("申请" in each for each in headers)


def test_no_such_value(tmp_path: Path) -> None:
    """The cell is reported, with the values there are."""
    (row,) = rows(tmp_path, "企业名称,板块\n示例甲公司,主板\n")
    assert row.case is None
    assert [(each.code, each.row, each.column) for each in row.faults] == [
        ("no_such_value", 2, "板块")
    ]
    assert "科创板" in row.faults[0].sentence("zh")


def test_a_header_that_could_mean_two_columns(tmp_path: Path) -> None:
    """It is refused, and the headers that could not be mistaken are named."""
    dump = POLICY.model_dump()
    dump["events"]["listed"] = {"zh": "上市", "en": "Listed", "amount": True}
    dump["figures"]["amount"] = {"zh": "上市金额", "en": "Raised", "record_only": True}
    policy = Policy.model_validate(dump)
    with pytest.raises(InvalidFile) as caught:
        rows(tmp_path, "企业名称,上市日期,上市金额\n示例甲公司,2024-05-01,5\n", policy)
    (fault,) = caught.value.faults
    assert fault.code == "ambiguous_column"
    assert set(fault.accepted) == {"listed_amount", "amount"}
