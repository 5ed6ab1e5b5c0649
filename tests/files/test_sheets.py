"""Sheets as people left them, and beside each what is right: the amount, or the fault's cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from listing_rewards import load_policy
from listing_rewards.files.outcomes import Tally, assess_rows
from listing_rewards.files.reading import read_rows

SHEETS = Path(__file__).parent / "sheets"
POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
AMOUNT = "区域性股权市场融资金额"
Right = int | tuple[str, ...]
"""Yuan payable, or the faults, each as its code and its cell."""

FORMATS = "formats-of-several-sections"
TWICE = "names-that-differ-in-unseen-signs"
RIGHT: dict[str, dict[int, Right]] = {
    FORMATS: {
        2: ("shown_otherwise E2", "shown_otherwise F2"),
        3: ("shown_otherwise E3", "shown_otherwise F3"),
        4: 560_000,
        5: 500_000,
        **{row: (f"shown_otherwise E{row}",) for row in (6, 7, 9, 13, 14, *range(17, 26))},
        8: 560_000,
        10: 560_000,
        11: 560_000,
        12: 560_000,
        15: 560_000,
        16: 560_000,
        26: 500_006,
        27: 560_000,
    },
    "our-own-amount-format": {2: 560_000},
    "our-own-date-format": {2: 500_000},
    "header-over-two-rows": {4: 560_000},
    TWICE: {row: (f"same_enterprise A{row}",) for row in range(2, 11)},
    "unit-in-a-merged-cell-above": {3: 560_000},
    "unit-behind-a-stroke": {2: 60_000},
    "about-300": {2: ("not_an_amount E2",)},
    "raised-and-struck-out": {
        2: ("raised_sign E2",),
        3: ("struck_out E3",),
        4: ("struck_out B4", "struck_out C4", "struck_out D4", "struck_out E4"),
    },
    "subtotals-by-county": {2: 560_000, 3: 560_000, 5: 560_000},
    "subtotals-alone": {2: 560_000, 3: 560_000, 5: 560_000},
    "county-headings": {3: 560_000, 4: 560_000, 6: 560_000},
    "county-merged-downwards": {2: 560_000, 3: 560_000, 4: 560_000},
    "name-merged-over-two-lines": {2: 584_000, 4: 560_000},
    "the-same-enterprise-twice": {2: ("same_enterprise B2",), 3: ("same_enterprise B3",)},
    "total-first": {3: 560_000, 4: 560_000},
    "payments-on-a-hidden-sheet": {2: ("hidden_sheet_of_entries E2",)},
    "a-financing-on-two-sheets": {2: ("stated_twice E2",)},
    "unit-behind-a-stroke-of-many-columns": {2: 560_000},
    "payments-without-unit": {2: ("no_unit_in_header F2",)},
    "payments-under-other-headers": {2: 60_000},
    "strokes-where-nothing-happened": {2: 500_000, 3: 1_000_000},
    "the-example-typed-over": {6: ("example_changed B5",)},
    "unit-in-the-title": {3: ("no_unit_in_header E3",)},
    "unit-in-a-line-above": {4: ("no_unit_in_header E4",)},
    "unit-at-the-end-of-a-line": {4: ("no_unit_in_header E4",)},
    "unit-in-the-explanation": {3: ("no_unit_in_header E3",)},
}
ELSEWHERE = {"a-sheet-each-county", "columns-of-another-system"}
"""Sheets that have a test of their own."""


def found_in(path: Path) -> dict[int, Right]:
    """What became of each row that is an enterprise."""
    rows = read_rows(str(path), POLICY)
    found: dict[int, Right] = {}
    for outcome in assess_rows(rows, POLICY, as_of=AS_OF):
        if outcome.row.aside is not None:
            continue
        if outcome.assessment is not None:
            assert outcome.assessment.determined
            assert outcome.assessment.payable == int(outcome.assessment.payable)
            found[outcome.row.number] = int(outcome.assessment.payable)
        else:
            found[outcome.row.number] = tuple(f"{f.code} {f.cell}" for f in outcome.faults)
    return found


@pytest.mark.parametrize("name", RIGHT)
def test_a_sheet_is_read_as_it_was_meant(name: str) -> None:
    """Or each enterprise concerned has a fault that names the cell, and no amount."""
    assert found_in(SHEETS / f"{name}.xlsx") == RIGHT[name]


def test_every_sheet_has_its_answer() -> None:
    """None lies here without being tried."""
    assert {each.stem for each in SHEETS.glob("*.xlsx")} == {*RIGHT, *ELSEWHERE}


def test_a_sheet_each_county() -> None:
    """Each enterprise with its sheet; an empty one is no fault."""
    rows = [*read_rows(str(SHEETS / "a-sheet-each-county.xlsx"), POLICY)]
    assert [(row.sheet, row.number) for row in rows] == [
        ("赤坎区", 2),
        ("赤坎区", 3),
        ("霞山区", 2),
    ]
    assert all(row.case is not None for row in rows)


def test_what_was_not_read_is_told_in_full() -> None:
    """Each total and heading with its place and what it says."""
    rows = read_rows(str(SHEETS / "county-headings.xlsx"), POLICY)
    said = [(row.aside, row.number, row.said) for row in rows if row.aside]
    assert said == [("heading", 2, "一 赤坎区"), ("heading", 5, "二 霞山区")]


def test_a_unit_said_elsewhere_is_told() -> None:
    """The sentence says where it stands, in both languages, and what to write."""
    (outcome,) = assess_rows(
        read_rows(str(SHEETS / "unit-in-a-line-above.xlsx"), POLICY), POLICY, as_of=AS_OF
    )
    (fault,) = outcome.faults
    assert "'单 位：万 元'" in fault.sentence("en")
    assert f"{AMOUNT}（万元）" in fault.sentence("en")
    assert "“单 位：万 元”中写有“万元”" in fault.sentence("zh")


def test_an_amount_in_another_unit_is_remarked(tmp_path: Path) -> None:
    """Ten thousand times away from the others, or an award of next to nothing."""
    header = "name,regional_financing,regional_financing_amount\n"
    amounts = [*(["3000000"] * 5), "300"]
    rows = "".join(f"示例{n}公司,2023-08-01,{each}\n" for n, each in enumerate(amounts))
    table = tmp_path / "a.csv"
    table.write_text(header + rows, encoding="utf-8")
    tally = Tally()
    for outcome in assess_rows(read_rows(str(table), POLICY), POLICY, as_of=AS_OF):
        tally.count(outcome)
    assert [(each.place, each.yuan) for each in tally.unlikely.far()] == [
        (f"{table}:7", Decimal(300))
    ]
    assert [(each.place, each.yuan) for each in tally.unlikely.small] == [
        (f"{table}:7", Decimal(6))
    ]
