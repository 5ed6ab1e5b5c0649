"""Cases as JSON and JSON Lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.tables import Row, assess_rows, read_rows

POLICY = load_policy("zhanjiang-bse-2023")
CASE = {"enterprise": {"name": "示例甲公司"}}


def rows(tmp_path: Path, name: str, text: str) -> list[Row]:
    """The rows of a file."""
    (tmp_path / name).write_bytes(text.encode())
    return list(read_rows(str(tmp_path / name), POLICY))


def test_one_document_a_list_and_lines(tmp_path: Path) -> None:
    """The order is kept; blank lines are passed over; lines are counted from 1."""
    one = json.dumps(CASE, ensure_ascii=False)
    (alone,) = rows(tmp_path, "one.json", one)
    assert alone.alone
    assert len(rows(tmp_path, "two.json", f"[{one}, {one}]")) == 2
    lines = rows(tmp_path, "three.jsonl", f"\ufeff{one}\n\n{one}\n")
    assert [row.number for row in lines] == [1, 3]
    assert all(row.case is not None for row in lines)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "row 2: this is not JSON: expecting property name"),
        ("[]", "row 2: '[]' is not a record of named fields"),
        (
            '{"enterprise": {"name": "甲"}, "enterprise": {"name": "乙"}}',
            "'enterprise' is written twice",
        ),
        (
            '{"enterprise": {"name": "甲"}, "event": []}',
            "no field 'event' here; did you mean 'events'?",
        ),
        ('{"enterprise": {"name": ""}}', "row 2, enterprise.name: this must not be empty"),
        ("{}", "row 2, enterprise: this is missing"),
        (
            '{"enterprise": {"name": "甲"}, "events": [{"kind": "regional_financing", '
            '"on": "2023-08-01", "amount": 3000000.5}]}',
            "events[0].amount: '3000000.5' is a floating-point number",
        ),
        (
            '{"enterprise": {"name": "甲"}, "figures": {"net_profit": NaN}}',
            "'nan' is not a finite number",
        ),
        (
            '{"enterprise": {"name": "甲"}, "figures": {"net_profit": "Infinity"}}',
            "'Infinity' is not a finite number",
        ),
        (
            '{"enterprise": {"name": "甲"}, "flags": {"eligible": "yes"}}',
            "flags.eligible: 'yes' is neither true nor false",
        ),
        (
            '{"enterprise": {"name": "甲"}, "events": [{"kind": "neeq_listed", "on": 20230915}]}',
            "events[0].on: '20230915' is not a date",
        ),
    ],
)
def test_a_bad_line_is_told_and_the_others_go_on(tmp_path: Path, line: str, sentence: str) -> None:
    """One clear sentence with the line and the path."""
    good = json.dumps(CASE)
    first, bad, last = rows(tmp_path, "cases.jsonl", f"{good}\n{line}\n{good}\n")
    assert first.case is not None
    assert last.case is not None
    assert bad.case is None
    assert any(sentence in fault.sentence() for fault in bad.faults), bad.faults[0].sentence()


def test_a_fault_in_a_list_names_its_place(tmp_path: Path) -> None:
    """With the number of the case in the list."""
    (row,) = rows(tmp_path, "cases.json", '[{"enterprise": {"name": "甲"}, "payments": [{}]}]')
    assert [fault.path for fault in row.faults] == [
        "[0].payments[0].award",
        "[0].payments[0].on",
        "[0].payments[0].amount",
    ]


@pytest.mark.parametrize("name", ["cases.json", "cases.jsonl"])
@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, name: str, text: str) -> None:
    """It holds no cases, and that is said."""
    with pytest.raises(ListingRewardsError, match="holds no cases"):
        rows(tmp_path, name, text)


@pytest.mark.parametrize("text", ["nothing", "[" * 100_000, "1" * 10_000])
def test_a_document_that_is_not_json(tmp_path: Path, text: str) -> None:
    """No depth and no length brings it down."""
    with pytest.raises(ListingRewardsError) as caught:
        rows(tmp_path, "cases.json", text)
    assert caught.value.faults[0].code == "bad_json"


def test_a_fault_against_the_policy_keeps_its_place_in_the_list(tmp_path: Path) -> None:
    """The second case of a list, found only when it is assessed."""
    event = {"kind": "neeq_lsted", "on": "2023-09-15"}
    text = json.dumps([CASE, {**CASE, "events": [event]}])
    found = list(assess_rows(rows(tmp_path, "cases.json", text), POLICY, as_of=date(2025, 1, 1)))
    assert [fault.path for each in found for fault in each.faults] == ["[1].events[0].kind"]
