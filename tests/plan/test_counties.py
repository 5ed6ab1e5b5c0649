"""Counties against their targets, by hand and by law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from command import run_command
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, InvalidCase, InvalidPolicy, load_policy
from listing_rewards.plan import PLAN, CountyReport, Targets, changes, counties, load_targets
from listing_rewards.plan.county_page import county_page
from listing_rewards.plan.county_tables import notice_table, return_table

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
CITY = Path(__file__).parents[2] / "examples" / "city"
TARGETS = Targets.model_validate(
    {
        "source": "an invented notice", "first": "2024-01-01", "last": "2024-12-31",
        "city": {"neeq_listed": 3, "bse_listed": 1},
        "counties": {"甲县": {"neeq_listed": 2}, "乙县": {"neeq_listed": 2, "bse_listed": 1},
                     "丁县": {"neeq_listed": 1}},
    }
)  # fmt: skip


def one(name: str, county: str, **events: str) -> Case:
    """An enterprise of a county with some events."""
    happened = [{"kind": kind, "on": day} for kind, day in events.items()]
    who = {"name": name, "county": county}
    return Case.model_validate({"enterprise": who, "events": happened})


CASES = [
    one("示例一公司", "甲县", neeq_listed="2024-01-01"),
    one("示例二公司", "甲县", neeq_listed="2024-12-31"),
    one("示例三公司", "甲县", neeq_listed="2023-12-31", bse_accepted="2025-01-02"),
    one("示例四公司", "乙县", neeq_listed="2024-06-01", bse_tutoring_filed="2024-07-01"),
    one("示例五公司", "乙县", neeq_listed="2025-01-01"),
    one("示例六公司", "丙县", neeq_listed="2024-06-01"),
]


def reached(report: CountyReport, county: str) -> list[tuple[int | None, int, int]]:
    """Target, done and on the way, of each event of a county."""
    found = next(each for each in report.counties if each.county == county)
    return [(each.target, each.done, each.on_the_way) for each in found.targets]


def test_by_hand() -> None:
    """On both sides of the first and last day; the ranking with its rule; the city together."""
    report = counties(CASES, POLICY, TARGETS, date(2025, 6, 30))
    assert reached(report, "甲县") == [(2, 2, 0), (None, 0, 3)]
    assert reached(report, "乙县") == [(2, 1, 0), (1, 0, 2)]
    assert reached(report, "丁县") == [(1, 0, 0), (None, 0, 0)]
    assert [(each.county, each.rank) for each in report.counties] == [
        ("甲县", 1), ("乙县", 2), ("丁县", 3), ("丙县", None),
    ]  # fmt: skip
    assert [each.share for each in report.counties] == [1, Fraction(1, 3), 0, None]
    assert [(each.target, each.done) for each in report.city.targets] == [(3, 4), (1, 0)]
    assert report.city.enterprises == 6


def test_what_is_later_is_not_done_yet() -> None:
    """On the day itself it is, the day before not."""
    for day, done in ((date(2024, 12, 31), 2), (date(2024, 12, 30), 1)):
        assert reached(counties(CASES, POLICY, TARGETS, day), "甲县")[0][1] == done


def test_a_target_counts_up_to_its_number() -> None:
    """Three of one kind do not stand in for another kind."""
    listed = [one(f"示例{n}公司", "乙县", neeq_listed="2024-03-01") for n in range(5)]
    report = counties(listed, POLICY, TARGETS, date(2024, 12, 31))
    assert next(each for each in report.counties if each.county == "乙县").share == Fraction(2, 3)


@given(st.permutations(CASES), st.dates(date(2023, 6, 1), date(2025, 12, 31)))
def test_counties_add_up_to_the_city(cases: list[Case], day: date) -> None:
    """In any order of the input; and a later day never has fewer done."""
    report = counties(cases, POLICY, TARGETS, day)
    assert report == counties(CASES, POLICY, TARGETS, day)
    for at, each in enumerate(report.city.targets):
        assert each.done == sum(county.targets[at].done for county in report.counties)
    assert report.city.paid == sum((each.paid for each in report.counties), Decimal(0))
    least = sum((each.payable.at_least for each in report.counties), Decimal(0))
    assert report.city.payable.at_least == least
    later = counties(CASES, POLICY, TARGETS, date(2026, 1, 1))
    for now, then in zip(report.city.targets, later.city.targets, strict=True):
        assert now.done <= then.done
    assert CountyReport.model_validate_json(report.model_dump_json()) == report


def test_what_changed_since() -> None:
    """The enterprises that reached it, by county; nothing since the same report."""
    before = counties(CASES, POLICY, TARGETS, date(2024, 6, 30))
    after = counties(CASES, POLICY, TARGETS, date(2025, 1, 31))
    found = [(each.county, each.before, each.after, each.new) for each in changes(before, after)]
    assert found == [
        ("甲县", 1, 2, ("示例二公司",)),
        ("乙县", 1, 1, ("示例五公司",)),
    ]
    assert changes(after, after) == ()
    with pytest.raises(InvalidCase, match="exchange them"):
        changes(after, before)


def test_the_notice_and_the_return_in_both_languages() -> None:
    """Every county and every enterprise stands in them."""
    report = counties(CASES, POLICY, TARGETS, date(2025, 6, 30))
    for lang, city in (("en", "Whole city"), ("zh", "全市")):
        notice = notice_table(report, POLICY, "zh" if lang == "zh" else "en")
        assert [row[1] for row in notice.rows] == ["甲县", "乙县", "丁县", "丙县", city]
        assert all(len(row) == len(notice.headers) for row in notice.rows)
        back = return_table(report, POLICY, "zh" if lang == "zh" else "en")
        assert len(back.rows) == len(CASES)
        assert all(len(row) == len(back.headers) for row in back.rows)


def test_the_plans_own_targets() -> None:
    """At least 2 on the BSE and 6 on NEEQ by the end of 2025."""
    assert ({**PLAN.city}, PLAN.last) == ({"bse_listed": 2, "neeq_listed": 6}, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('source = "x"\nfirst = 2024-01-01\nlast = 2024-12-31\n', "no_targets"),
        ('source = "x"\nfirst = 2025-01-01\nlast = 2024-12-31\n[city]\nbse_listed = 1\n',
         "days_out_of_order"),
        ('source = "x"\nfirst = 2024-01-01\nlast = 2024-12-31\n[city]\nlisted = 1\n',
         "undeclared"),
        ('source = "x"\nfirst = 2024-01-01\nlast = 2024-12-31\n[city]\nbse_listed = "one"\n',
         "not_a_whole_number"),
        ("source = \n", "bad_toml"),
    ],
)  # fmt: skip
def test_targets_that_cannot_be_used(tmp_path: Path, text: str, code: str) -> None:
    """Each by name, with the file."""
    path = tmp_path / "targets.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidPolicy) as caught:
        load_targets(path, POLICY)
    assert [each.code for each in caught.value.faults] == [code]
    assert caught.value.faults[0].file == str(path)
    with pytest.raises(InvalidPolicy):
        load_targets(tmp_path / "none.toml", POLICY)


def asked(*more: Any) -> tuple[Any, ...]:
    """The command on the city."""
    return (
        "counties", CITY / "enterprises.csv", "-p", POLICY.id,
        "--targets", CITY / "targets.toml", "--as-of", "2026-05-10", *more,
    )  # fmt: skip


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table with the rule of its ranking; a workbook; what changed since a report in JSON."""
    before = tmp_path / "before.json"
    earlier = [*asked("-o", before)]
    earlier[earlier.index("2026-05-10")] = "2025-12-31"
    assert run_command(monkeypatch, *earlier) == 0
    assert run_command(monkeypatch, *asked("--before", before, "--lang", "zh")) == 0
    shown = capsys.readouterr()
    assert "与上期比较" in shown.out
    assert "排名规则" in shown.err
    book = tmp_path / "report.xlsx"
    assert run_command(monkeypatch, *asked("-o", book)) == 0
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["Notice", "Return"]
    assert sheets["Return"].max_row == 121
    assert run_command(monkeypatch, *asked("--before", CITY / "targets.toml")) == 2


def county_case(county: str, number: int, *kinds: str) -> Case:
    """An enterprise of a county with some events in 2024."""
    events = [{"kind": kind, "on": f"2024-0{at}-01"} for at, kind in enumerate(kinds, 2)]
    who = {"name": f"示例{county}{number}公司", "county": county}
    return Case.model_validate({"enterprise": who, "events": events})


SIX = [
    county_case("甲县", 1, "neeq_listed"), county_case("甲县", 2, "neeq_listed"),
    county_case("甲县", 3, "neeq_listed", "neeq_innovation"), county_case("乙县", 1, "neeq_listed"),
    county_case("<丙>县", 1), county_case("乙县", 2),
]  # fmt: skip


def drawn(page: str) -> list[list[list[int]]]:
    """Of each drawing, the widths of the bars of each county, done and on the way."""
    tree = ElementTree.fromstring(page.partition("\n")[2])  # noqa: S314  (our own page)
    space = "{*}"
    found = []
    for figure in tree.iter("figure"):
        bars = [
            int(each.get("width", "0")) for each in figure.iterfind(f".//{space}svg/{space}rect")
        ]
        found.append([bars[at : at + 2] for at in range(0, len(bars), 2)])
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page(lang: Any) -> None:
    """Well formed, without scripts, the same each time; names are escaped; the rule is there."""
    report = counties(SIX, POLICY, TARGETS, date(2024, 12, 31))
    before = counties(SIX[:1], POLICY, TARGETS, date(2024, 6, 30))
    page = county_page(report, POLICY, TARGETS, lang, changed=changes(before, report))
    assert page == county_page(report, POLICY, TARGETS, lang, changed=changes(before, report))
    assert "<script" not in page
    assert "&lt;丙&gt;县" in page
    assert "示例乙县1公司" in page
    assert "{" not in page.partition("</style>")[2]
    rule = {
        "en": "Counties without a target are not ranked",
        "zh": "没有目标的县（市、区）不参加排名",
    }
    assert rule[lang] in page
    alone = county_page(report, POLICY, TARGETS, lang)
    assert "示例乙县1公司" not in alone
    unchanged = county_page(report, POLICY, TARGETS, lang, changed=())
    assert {"en": "Nothing was reached since", "zh": "与上期相比无新增"}[lang] in unchanged


def test_the_bars_are_as_long_as_their_numbers() -> None:
    """On one scale: 430 for the most that is done, on the way or asked in a drawing."""
    report = counties(SIX, POLICY, TARGETS, date(2024, 12, 31))
    pages = drawn(county_page(report, POLICY, TARGETS))
    for place, bars in enumerate(pages):
        own = [each.targets[place] for each in report.counties]
        most = max(max(each.target or 0, each.done + each.on_the_way) for each in own)
        assert bars == [[each.done * 430 // most, each.on_the_way * 430 // most] for each in own]
    assert [each.done for each in report.counties[0].targets] == [3, 0]
    nothing = counties([], POLICY, PLAN, date(2024, 12, 31))
    assert drawn(county_page(nothing, POLICY, PLAN)) == [[], []]


def test_the_workbook_draws_what_its_cells_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chart for each event: target, done and on the way of every county, the city left out."""
    book = tmp_path / "report.xlsx"
    assert run_command(monkeypatch, *asked("-o", book)) == 0
    sheet = openpyxl.load_workbook(book)["Notice"]
    charts = sheet._charts  # type: ignore[attr-defined]
    assert len(charts) == 2
    last = sheet.max_row - 1
    for number, chart in enumerate(charts):
        for at, series in enumerate(chart.series):
            column = "CDEFGH"[3 * number + at]
            assert series.val.numRef.f == f"'Notice'!${column}$2:${column}${last}"
            assert series.cat.numRef.f == f"'Notice'!$B$2:$B${last}"
        assert len(chart.series) == 3
    assert sheet.cell(last + 1, 2).value == "Whole city"


def test_the_page_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its suffix, in both languages."""
    page = tmp_path / "report.html"
    assert run_command(monkeypatch, *asked("-o", page, "--lang", "zh")) == 0
    assert "完成情况通报" in page.read_text(encoding="utf-8")
    assert run_command(monkeypatch, *asked("-o", page)) == 0
    assert "Notice on listing targets" in page.read_text(encoding="utf-8")


def test_a_county_that_is_written_otherwise_than_its_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its enterprises do not count for the target, and that is told."""
    targets = 'source = "虚构"\nfirst = 2023-07-07\nlast = 2026-12-31\n[counties]\n'
    (tmp_path / "t.toml").write_text(f'{targets}"示例东区" = {{ neeq_listed = 5 }}\n')
    rows = "示例甲公司,示例市示例东区\n示例乙公司,示例东区\n示例丙公司,示例西县\n"
    (tmp_path / "a.csv").write_text(f"企业名称,注册地\n{rows}")
    asked = ("counties", tmp_path / "a.csv", "-p", "zhanjiang-bse-2023-illustrative")
    more = ("--targets", tmp_path / "t.toml", "--as-of", "2025-12-31", "--lang", "zh")
    assert run_command(monkeypatch, *asked, *more) == 0
    said = capsys.readouterr().err
    assert "“示例市示例东区”没有目标，其企业未计入“示例东区”" in said
    assert said.count("没有目标，") == 1
