"""Every row of a workbook says of what it is: of which group, which award, which part."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from audit.small import AS_OF, case, policy
from listing_rewards import assess
from listing_rewards.engines.sheet import workbook

RULES = policy(
    filed={"group": "both", "paid_in": "halves"}, listed={"group": "both"}, parts={"notices": []}
)


@pytest.fixture(scope="module")
def rows() -> dict[str, list[str]]:
    """What stands in words on each sheet."""
    paid = [{"award": "filed", "on": "2024-01-01", "amount": "10"}]
    content = workbook(assess(case(payments=paid), RULES, as_of=AS_OF), lang="en")
    sheets = load_workbook(io.BytesIO(content)).worksheets
    return {
        sheet.title: [str(cell.value) for row in sheet.iter_rows() for cell in row]
        for sheet in sheets
    }


def test_the_parts_of_an_award(rows: dict[str, list[str]]) -> None:
    """Two halves, the second a year later: parts 1 and 2, by their share, months and days."""
    numbers = [each for each in rows["Policy numbers"] if each.startswith("Part ")]
    assert numbers == [
        "Part 1: share",
        "Part 2: share",
        "Part 1: months later",
        "Part 2: months later",
    ]
    for number in (1, 2):
        assert f"filing: part {number}" in rows["Calculation"]
        assert f"part {number} is due from" in rows["Calculation"]
        assert f"part {number}: whole units of its share" in rows["Calculation"]


def test_the_group_and_the_others(rows: dict[str, list[str]]) -> None:
    """What was paid for the group and the room it leaves; what was paid for the others."""
    found = [
        each for each in rows["Calculation"] if each.startswith(("paid in all", "room that p"))
    ]
    assert found == [
        "paid in all: both",
        "room that payments leave: both",
        "paid in all: awards without a common cap",
    ]
