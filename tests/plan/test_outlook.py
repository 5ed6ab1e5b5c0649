"""What a plan will cost: tables of planned events, amounts by hand, the command."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from command import run_command
from property.small_policies import policy_of

from listing_rewards import Case, InvalidCase, Policy, load_policy
from listing_rewards.errors import InvalidFile
from listing_rewards.plan import Outlook, Planned, outlook, read_planned
from listing_rewards.plan.outlook_tables import tables_of
from listing_rewards.plan.planned import read_period
from listing_rewards.values.range import NOTHING
from listing_rewards.words import PHRASES

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
CITY = Path(__file__).parents[2] / "examples" / "city"
AS_OF = date(2025, 6, 30)
HEADER = "企业名称,统一社会信用代码,事项,计划时间,金额（万元）,可能性\n"


def case(name: str = "示例甲公司", **stated: Any) -> Case:
    """An enterprise of 示例县."""
    return Case.model_validate({"enterprise": {"name": name, "county": "示例县"}, **stated})


def plan(event: str, first: str, last: str = "", **stated: Any) -> Planned:
    """An event that 示例甲公司 plans."""
    days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last or first)}
    return Planned(**{"name": "示例甲公司", "event": event, **days, **stated})


def new(found: Outlook) -> list[tuple[str, str]]:
    """What becomes payable in the city, by period."""
    return [(each.period, str(each.new)) for each in found.city.periods]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-05-06", "2026-05-06", "2026-05-06"),
        ("2026年5月6日", "2026-05-06", "2026-05-06"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028/2", "2028-02-01", "2028-02-29"),
        ("2026年12月", "2026-12-01", "2026-12-31"),
        ("２０２６年５月份", "2026-05-01", "2026-05-31"),
        ("2026Q2", "2026-04-01", "2026-06-30"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
        ("2026年第二季度", "2026-04-01", "2026-06-30"),
        ("2026 年 1 季度", "2026-01-01", "2026-03-31"),
        ("2026H2", "2026-07-01", "2026-12-31"),
        ("2026年上半年", "2026-01-01", "2026-06-30"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026年度", "2026-01-01", "2026-12-31"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    """As people write them, both ends included."""
    assert [str(day) for day in read_period(text)] == [first, last]


@pytest.mark.parametrize(
    "text",
    ["2026.1", "2026.10", "2026-13", "2026年0月", "2026Q5", "2026年第五季度", "第二季度", "26Q2",
     "明年", "2026-2027", "2026年-5", "", "1899", "2026-02-30", "2026年5"],
)  # fmt: skip
def test_what_is_no_period(text: str) -> None:
    """Nothing is guessed: 2026.1 may be what a spreadsheet made of 2026.10."""
    with pytest.raises(InvalidCase) as caught:
        read_period(text)
    assert caught.value.faults[0].code in {"not_a_period", "not_a_date"}


def test_by_hand() -> None:
    """500,000 on NEEQ for certain, 2,000,000 for acceptance if the year is full by then."""
    stated = case(events=[{"kind": "neeq_innovation", "on": "2024-11-01"},
                          {"kind": "neeq_listed", "on": "2024-10-15"}])  # fmt: skip
    planned = [
        plan("bse_accepted", "2025-10-01", "2025-12-31", likelihood=Decimal("0.25")),
        plan("bse_tutoring_filed", "2025-08-05"),
    ]
    found = outlook([stated, case("示例乙公司")], planned, POLICY, AS_OF)
    assert str(found.city.open) == "1000000.00"
    assert new(found) == [("2025Q3", "1000000.00"), ("2025Q4", "0.00 to 2000000.00")]
    third, fourth = found.city.periods
    assert str(third.expected) == "1000000.00"
    assert str(fourth.expected) == "0.00 to 500000.00", "before the 15th the year is not full"
    assert str(fourth.in_year) == "2000000.00 to 4000000.00"
    assert [each.enterprise.name for each in found.enterprises] == ["示例甲公司"]
    assert found.exact
    assert (found.counties[0].county, found.counties[0].enterprises) == ("示例县", 2)
    assert {each.kind for each in found.premises} == {
        "days", "order", "independent", "rounded", "nothing_paid", "facts_stay",
    }  # fmt: skip
    assert any(each.where == "awards.bse_accepted.amount" for each in found.assumptions)
    assert Outlook.model_validate_json(found.model_dump_json()) == found


def test_a_period_that_ends_with_the_policy() -> None:
    """Half of a year's plan lies after the last day of the policy; 2026 earns nothing."""
    whole = [plan("neeq_listed", "2025-01-01", "2026-12-31")]
    found = outlook([case()], whole, POLICY, AS_OF, by="year")
    assert new(found) == [("2025", "0.00 to 500000.00"), ("2026", "0.00")]
    assert str(found.city.periods[1].payable) == "0.00 to 500000.00"
    kinds = {each.kind: each for each in found.premises}
    assert kinds["policy_ends"].on == date(2025, 12, 31)
    assert kinds["clipped"].number == 1


def test_a_budget() -> None:
    """What is payable already is paid of the first year's; the quarter in which it runs out."""
    stated = case(events=[{"kind": "neeq_listed", "on": "2024-10-15"}])
    planned = [plan("neeq_innovation", "2025-08-01", "2025-10-31"),
               plan("bse_tutoring_filed", "2025-11-01")]  # fmt: skip
    for yuan, may, does, lacking in (
        ("2000000", None, None, "0.00"), ("1999999.99", "2025Q4", "2025Q4", "0.01"),
        ("999999.99", "2025Q3", "2025Q4", "1000000.01"), ("0", "2025Q3", "2025Q3", "2000000.00"),
    ):  # fmt: skip
        found = outlook([stated], planned, POLICY, AS_OF, budget={2025: Decimal(yuan)})
        (year,) = found.budget
        assert (year.may_run_out, year.runs_out, str(year.lacking)) == (may, does, lacking)
    with pytest.raises(InvalidCase) as caught:
        outlook([stated], planned, POLICY, AS_OF, budget={2027: Decimal(1)})
    assert caught.value.faults[0].code == "budget_of_another_year"


def test_levels_of_government() -> None:
    """The city bears 30% of 100 yuan, the county the rest."""
    parts = [{"level": "city", "title": "city", "share": "30%"},
             {"level": "county", "title": "county", "share": "70%"}]  # fmt: skip
    document = policy_of({"fixed": "100元"}).model_dump(mode="json", exclude_unset=True)
    document["shares"] = {"both": {"clause": "c", "parts": parts}}
    document["awards"][0]["borne_by"] = "both"
    policy = Policy.model_validate(document)
    found = outlook([case()], [plan("listed", "2025-08-01", "2025-12-31")], policy, AS_OF)
    assert [[str(each.new) for each in period.levels] for period in found.city.periods] == [
        ["0.00 to 30.00", "0.00 to 70.00"]
    ] * 2
    table = tables_of(found, [], policy, "en")[0]
    assert table.headers[-2:] == ["county, at least", "county, at most"]
    assert [row[-1] for row in table.rows] == ["", Decimal("70.00"), Decimal("70.00")]


def test_an_expected_value_is_rounded_once() -> None:
    """Three times a third of 0.01: each enterprise's rounds to nothing, their sum to 0.01."""
    cases = [case(f"示例{n}公司") for n in range(3)]
    planned = [
        plan("regional_financing", "2025-08-01", name=f"示例{n}公司", amount=Decimal("0.50"),
             likelihood=Decimal("0.4"))
        for n in range(3)
    ]  # fmt: skip
    found = outlook(cases, planned, POLICY, AS_OF)
    assert [str(each.periods[0].expected) for each in found.enterprises] == ["0.00"] * 3
    assert str(found.city.periods[0].expected) == "0.01"


def test_a_missing_fact_that_lasts_changes_nothing() -> None:
    """A range that stays as it is gives nothing new; what comes beside it is exact."""
    stated = case(events=[{"kind": "regional_financing", "on": "2025-02-01"}])
    found = outlook([stated], [plan("neeq_listed", "2025-08-01")], POLICY, AS_OF)
    assert str(found.city.open) == "0.00 to 100000.00"
    assert new(found) == [("2025Q3", "500000.00")]
    assert str(found.city.periods[0].payable) == "500000.00 to 600000.00"
    assert not found.exact
    assert {each.kind for each in found.premises} >= {"not_exact"}


@pytest.mark.parametrize(
    ("planned", "code", "field"),
    [
        (plan("neeq_listed", "2025-01-01", "2025-06-30"), "planned_in_the_past", "when"),
        (plan("neeq_listed", "2025-08-01", name="示例丙公司"), "not_in_table", "name"),
        (plan("neeq_listed", "2025-08-01", name="示例 甲公司"), "almost_in_table", "name"),
        (plan("neeq_listed", "2025-08-01", name="示例丁公司"), "ambiguous_enterprise", "name"),
        (plan("neeq_listed", "2025-08-01", uscc="91440800MA0000001E", name="示例甲公司"),
         "another_enterprise", "uscc"),
        (plan("neeq_listed", "2025-08-01", name="示例乙公司", uscc="91440800MA0000009E"),
         "another_code", "uscc"),
        (plan("neeq_innovation", "2025-08-01"), "planned_and_stated", "event"),
        (plan("bse_accepted", "2025-08-01", amount=Decimal(1)), "amount_not_taken", "amount"),
        (plan("bse_list", "2025-08-01"), "unknown_event", "event"),
        (plan("bse_tutoring_filed", "2024-12-01", "2025-07-01"), "", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_planned(planned: Planned, code: str, field: str) -> None:
    """Each with its place in the plan."""
    cases = [
        case(events=[{"kind": "neeq_innovation", "on": "2025-01-15"}]),
        Case.model_validate(
            {"enterprise": {"name": "示例乙公司", "uscc": "91440800MA0000001E"}}
        ),
        case("示例丁公司"), case("示例丁公司"),
    ]  # fmt: skip
    known = plan("regional_financing", "2025-08-01", amount=Decimal(100))
    if not code:
        assert outlook(cases, [known, planned], POLICY, AS_OF).exact
        return
    with pytest.raises(InvalidCase) as caught:
        outlook(cases, [known, planned], POLICY, AS_OF)
    assert [(each.code, each.path) for each in caught.value.faults] == [
        (code, f"planned[1].{field}")
    ]


def test_what_is_planned_twice() -> None:
    """What happens once, and the same financing; not two financings that differ."""
    once = [plan("neeq_listed", "2025-08-01"), plan("neeq_listed", "2025-09-01")]
    raised = plan("regional_financing", "2025-08-01", amount=Decimal(100))
    other = plan("regional_financing", "2025-08-01", amount=Decimal(200))
    for planned in (once, [raised, raised]):
        with pytest.raises(InvalidCase) as caught:
            outlook([case()], planned, POLICY, AS_OF)
        assert [each.code for each in caught.value.faults] == ["planned_twice"]
    assert new(outlook([case()], [raised, other], POLICY, AS_OF)) == [("2025Q3", "6.00")]


def test_what_can_come_in_no_order() -> None:
    """Acceptance before the listing on NEEQ that it needs; too many ways; nothing planned."""
    wrong = [plan("bse_listed", "2025-08-01"), plan("bse_accepted", "2025-09-01")]
    with pytest.raises(InvalidCase) as caught:
        outlook([case()], wrong, POLICY, AS_OF)
    assert [(each.code, each.path) for each in caught.value.faults] == [
        ("impossible_order", "planned[0].when")
    ]
    with pytest.raises(InvalidCase) as caught:
        outlook([case()], [], POLICY, AS_OF)
    assert caught.value.faults[0].code == "nothing_planned"
    many = [
        plan("regional_financing", "2025-08-01", amount=Decimal(n), likelihood=Decimal("0.5"))
        for n in range(1, 14)
    ]
    with pytest.raises(InvalidCase) as caught:
        outlook([case()], many, POLICY, AS_OF)
    assert caught.value.faults[0].code == "too_many_ways"
    for likelihood in ("0", "1.01"):
        with pytest.raises(InvalidCase):
            plan("neeq_listed", "2025-08-01", likelihood=Decimal(likelihood))
    with pytest.raises(InvalidCase):
        plan("neeq_listed", "2025-08-01", "2025-07-31")


def read(tmp_path: Path, text: str, name: str = "planned.csv") -> list[Planned]:
    """The planned events of a CSV."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_planned(str(path), POLICY).planned


def test_a_table_in_both_languages(tmp_path: Path) -> None:
    """The same plan under Chinese headers with 万元 and English ones in yuan."""
    zh = read(tmp_path, HEADER + "示例甲公司,,区域性股权市场融资,2025年第三季度,50,80%\n")
    en = read(
        tmp_path,
        "name,event,when,amount,likelihood\n示例甲公司,regional_financing,2025Q3,500000,80%\n",
    )
    assert zh == en
    assert (zh[0].amount, zh[0].likelihood) == (Decimal(500_000), Decimal("0.8"))
    hundredths = read(
        tmp_path, "企业名称,事项,计划时间,可能性（%）\n示例甲公司,新三板挂牌,2026,80\n"
    )
    assert hundredths[0].likelihood == Decimal("0.8")


def test_a_workbook(tmp_path: Path) -> None:
    """A day as a day, a year as a number; a month that the cell shows without its day is asked."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["企业名称", "事项", "计划时间", "可能性"])
    sheet.append(["示例甲公司", "新三板挂牌", date(2025, 8, 1), "90%"])
    sheet.append(["示例乙公司", "新三板挂牌", 2026, 0.5])
    sheet["D3"].number_format = "0%"
    path = tmp_path / "planned.xlsx"
    book.save(path)
    first, second = read_planned(str(path), POLICY).planned
    assert (first.first, first.last) == (date(2025, 8, 1), date(2025, 8, 1))
    assert (second.last, second.likelihood) == (date(2026, 12, 31), Decimal("0.5"))
    sheet["C2"].number_format = 'yyyy"年"m"月"'
    book.save(path)
    with pytest.raises(InvalidFile) as caught:
        read_planned(str(path), POLICY)
    assert [(each.code, each.cell) for each in caught.value.faults] == [("day_not_shown", "C2")]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("示例甲公司,,新三板挂牌,明年,,", "not_a_period", "计划时间"),
        ("示例甲公司,,新三板挂牌,,,", "missing", "计划时间"),
        ("示例甲公司,,,2026,,", "missing", "事项"),
        ("示例甲公司,,新三板上牌,2026,,", "unknown_event", "事项"),
        ("示例甲公司,,新三板挂牌,2026,,0.8", "no_percent", "可能性"),
        ("示例甲公司,,新三板挂牌,2026,,0%", "likelihood_out_of_range", "可能性"),
        ("示例甲公司,,新三板挂牌,2026,,120%", "likelihood_out_of_range", "可能性"),
        ("示例甲公司,,区域性股权市场融资,2026,五百来万,", "not_an_amount", "金额（万元）"),
    ],
)
def test_a_line_that_cannot_be_read(tmp_path: Path, line: str, code: str, column: str) -> None:
    """Row and column of each."""
    with pytest.raises(InvalidFile) as caught:
        read(tmp_path, HEADER + "示例乙公司,,新三板挂牌,2026,,\n" + line + "\n")
    assert [(each.code, each.row, each.column) for each in caught.value.faults] == [
        (code, 3, column)
    ]


ASKED = ("outlook", CITY / "enterprises.csv", "-p", POLICY.id, "--planned", CITY / "planned.csv",
         "--as-of", "2025-06-30")  # fmt: skip


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By quarter, with a budget; JSON, CSV and a workbook say the same; premises are said."""
    assert run_command(monkeypatch, *ASKED, "--budget", "2025=7000万元") == 0
    shown = capsys.readouterr()
    assert "2025Q4" in shown.out
    assert "May run out" in shown.out
    assert "each independently of the others" in shown.err
    for name in ("o.json", "o.csv", "o.xlsx"):
        assert run_command(monkeypatch, *ASKED, "-o", tmp_path / name, "--lang", "zh") == 0
    told = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    newly = [each["new"]["at_most"] for each in told["city"]["periods"]]
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    assert book.sheetnames == ["支出测算", "分县区", "分企业", "计划事项", "测算前提"]
    rows = [*book["支出测算"].iter_rows(3, values_only=True)]
    assert [Decimal(str(row[4])) for row in rows] == [Decimal(each) for each in newly]
    assert rows[0][0] == "2025年第三季度"
    table = (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
    assert newly[0] in table
    counties = [*book["分县区"].iter_rows(2, values_only=True)]
    for place in range(1, len(counties[0])):
        cells = [Decimal(str(row[place])) for row in counties]
        assert sum(cells[:-1]) == cells[-1]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--budget", "7000万元"), "is no budget"),
        (("--budget", "2025=70x"), "--budget"),
        (("--budget", "2028=70万元"), "does not reach the year 2028"),
        (("-o", "x.html"), "x.html"),
        (("--planned", CITY / "enterprises.csv"), "enterprises.csv"),
        (("--planned", CITY / "none.csv"), "none.csv"),
        (("--as-of", "2025-12-31"), "planned.csv, row 2, column 计划时间"),
        (("--to", "2025-06-30"), "2025-06-30"),
    ],
)
def test_what_the_command_refuses(
    more: tuple[Any, ...],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sentence each, exit status 2."""
    assert run_command(monkeypatch, *ASKED, *more) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_premise_is_said(lang: Any) -> None:
    """In both languages, with its number or day filled in."""
    stated = case(events=[{"kind": "neeq_listed", "on": "2025-07-15"}])
    planned = [plan("regional_financing", "2025-06-01", "2026-03-31", likelihood=Decimal("0.5"))]
    found = outlook([stated], planned, POLICY, AS_OF, budget={2026: Decimal(1)})
    table = tables_of(found, planned, POLICY, lang)[-1]
    said = [str(row[0]) for row in table.rows]
    assert len(said) == len(found.premises) + len(found.assumptions)
    assert not any("{" in each or "None" in each for each in said)
    assert {each.kind for each in found.premises} < {*PHRASES["outlook.premise"]}
    assert found.city.periods[-1].in_year == NOTHING
