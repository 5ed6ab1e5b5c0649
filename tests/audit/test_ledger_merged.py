"""An amount in one cell over several lines of a ledger is nobody's, and stays in the account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from audit.kept import POLICY, A, B, Ledger
from audit.test_kept import adds_up
from listing_rewards import reconcile
from listing_rewards.audit.ledger import Reconciliation
from listing_rewards.files.reading.other_ledger import read_other_ledger
from listing_rewards.files.reading.payment_ledger import read_payments

LEDGER = Ledger("", (), {})
HEADER: list[Any] = ["企业名称", "奖励项目", "日期", "金额（元）", "市级（元）", "凭证号"]
FIRST = [A, "新三板挂牌奖励", "2023-07-05", 1_000_000, None, "Z1"]
SECOND = [B, "新三板挂牌奖励", "2023-07-05", None, None, "Z2"]
THIRD = [None, "股改奖励", "2023-07-06", None, None, "Z3"]
TOTAL = ["合计", None, None, 1_000_000, None, None]


def written(folder: Path, rows: Sequence[list[Any]], *merged: str) -> str:
    """A workbook of these rows with these cells merged."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for each in merged:
        sheet.merge_cells(each)
    path = folder / "ledger.xlsx"
    book.save(path)
    return str(path)


def reconciled(path: str) -> Reconciliation:
    """The ledger against the two enterprises."""
    rows = read_payments(path, POLICY)
    return reconcile(
        list(LEDGER.cases()),
        [row.line for row in rows if row.line],
        POLICY,
        as_of=date(2025, 12, 31),
        unread=[row.unread for row in rows if row.unread],
        stated_totals=[row.total for row in rows if row.total],
    )


def told(found: Reconciliation) -> set[tuple[str, str, str]]:
    """Each finding by kind, enterprise and yuan."""
    return {(each.kind, each.enterprise, str(each.amount.at_most)) for each in found.findings}


def test_over_two_enterprises(tmp_path: Path) -> None:
    """Neither is accused or owed: both are undecided, and the million is unread."""
    found = reconciled(written(tmp_path, [HEADER, FIRST, SECOND, TOTAL], "D2:D3"))
    assert told(found) == {
        ("unread", A, "1000000.00"),
        ("unread", B, "0.00"),
        ("undecided", A, "500000.00"),
        ("undecided", B, "500000.00"),
    }
    assert {each.place: str(each.amount) for each in found.totals.parts} == {"unread": "1000000.00"}
    assert [each.faults[0].en.partition(":")[0] for each in found.unread] == [
        "column 金额（元）", "column 金额（元）",
    ]  # fmt: skip
    adds_up(found)


def test_over_two_awards_of_one_enterprise(tmp_path: Path) -> None:
    """The name is merged with the amount: whose it is is known, for which award is not."""
    rows = [HEADER, FIRST, THIRD, [B, *SECOND[1:3], 500_000, None, "Z4"]]
    found = reconciled(written(tmp_path, rows, "A2:A3", "D2:D3"))
    assert told(found) == {
        ("unread", A, "1000000.00"),
        ("unread", A, "0.00"),
        ("undecided", A, "500000.00"),
    }
    assert str(found.totals.paid) == "1500000.00"
    adds_up(found)


def test_what_a_level_bore(tmp_path: Path) -> None:
    """A level's amount over two lines is in doubt like any other."""
    rows = [HEADER, [*FIRST[:3], 500_000, 300_000, "Z1"], [*SECOND[:3], 500_000, None, "Z2"]]
    found = reconciled(written(tmp_path, rows, "E2:E3"))
    assert [(each.row, str(each.amount)) for each in found.unread] == [
        (2, "500000.00"), (3, "500000.00"),
    ]  # fmt: skip


def test_a_name_over_its_own_lines(tmp_path: Path) -> None:
    """One name over two payments is both payments'."""
    rows = [HEADER, [*FIRST[:3], 200_000, None, "Z1"], [None, *FIRST[1:3], 300_000, None, "Z2"]]
    rows.append([B, *SECOND[1:3], 500_000, None, "Z3"])
    assert reconciled(written(tmp_path, rows, "A2:A3")).findings == ()


@pytest.mark.parametrize(
    ("merged", "lost"), [("B2:B3", [False, True]), ("C2:C3", [True, True])], ids=["day", "amount"]
)
def test_in_the_other_ledger(merged: str, lost: list[bool], tmp_path: Path) -> None:
    """A merged day of a treasury's export is the first line's, a merged amount nobody's."""
    rows: list[list[Any]] = [
        ["收款人全称", "支付日期", "支付金额（元）"],
        [A, "2023-07-05", 1],
        [B, "2023-07-05", 1],
    ]
    read = read_other_ledger(written(tmp_path, rows, merged), POLICY)
    assert [row.line is None for row in read] == lost
    assert {fault.code for row in read for fault in row.faults} == {"merged_cell"}
