"""The page that is signed: its drawings by hand, its build, and every example on it."""

from __future__ import annotations

import sys
import tomllib
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from cases.test_tables import TableCase, all_cases
from paged import LANGS, text_of, tree_of

from listing_rewards import Assessment, Case, ListingRewardsError, Policy, assess, load_policy
from listing_rewards.errors import Lang
from listing_rewards.report.page import compose, page
from listing_rewards.report.page.bars import bars
from listing_rewards.report.page.signs import visible, wrapped
from listing_rewards.report.page.timeline import Axis, Timeline, axis_over, calendar, timeline
from listing_rewards.report.phrasing import Phrasing
from unit.test_report import PAGED, policy_of

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = {
    each["file"]: (each["policy"], [asked["as_of"] for asked in each["asked"]])
    for each in tomllib.loads((EXAMPLES / "index.toml").read_text(encoding="utf-8"))["example"]
}
FULL, OVERPAID, SHORT = (
    "01-full-ladder.json",
    "02-over-the-cap-after-payments.json",
    "07-one-day-short.json",
)
UNKNOWN = "18-amounts-unknown.json"
END = date(2025, 12, 31)


def example(file: str) -> Assessment:
    """The answer to an example, on the first day it is asked for."""
    policy, days = ASKED[file]
    case = Case.model_validate_json((EXAMPLES / "cases" / file).read_text(encoding="utf-8"))
    return assess(case, load_policy(policy), as_of=days[0])


def stated(as_of: date = END, **facts: Any) -> Assessment:
    """An answer under the illustrative policy."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}} | facts)
    return assess(case, load_policy("zhanjiang-bse-2023-illustrative"), as_of=as_of)


def happened(*days: str, kind: str = "regional_financing") -> list[dict[str, str]]:
    """The same event on some days."""
    return [{"kind": kind, "on": day, "amount": "100万元"} for day in days]


def drawn(answer: Assessment, lang: Lang = "zh") -> Timeline:
    """The timeline of an answer in which something happened."""
    found = timeline(Phrasing(answer, lang))
    assert found is not None
    return found


class TestEveryExample:
    """Each example and each case of a real policy, in both languages."""

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("file", ASKED)
    def test_every_example_has_its_page(self, file: str, lang: Lang) -> None:
        """Well-formed and built as a screen reader needs it, with every award."""
        answer = example(file)
        tree = tree_of(answer, lang)
        well_built(tree)
        for award in answer.policy.awards:
            assert award.title.say(lang) in text_of(tree)

    @pytest.mark.parametrize("case", all_cases())
    def test_every_case_of_the_tables_has_its_page(self, case: TableCase) -> None:
        """Ranges, instalments, shares, exposures, what is withheld; the real policies too."""
        for asked in case.asked:
            answer = assess(case.the_case(), case.the_policy(), as_of=asked.as_of)
            for lang in LANGS:
                well_built(tree_of(answer, lang))


def well_built(tree: ET.Element) -> None:
    """One h1, no level of headings left out, each id once, each reference found, cells headed."""
    levels = [int(each.tag[1]) for each in tree.iter() if each.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    ids = [each.attrib["id"] for each in tree.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    for each in tree.iter():
        assert set(each.attrib.get("aria-labelledby", "").split()) <= set(ids)
        if each.tag == "th":
            assert each.attrib["scope"] in {"row", "col"}
        if each.tag == "svg" and each.attrib.get("aria-hidden") != "true":
            assert each.attrib["role"] == "img"
            assert [child.tag for child in each][:2] == ["title", "desc"]
            assert all(child.text for child in list(each)[:2])
    assert [each.tag for each in tree.iter() if each.tag in {"main", "header", "footer"}] == [
        *("header", "main", "footer")
    ]
    assert tree.find("head/title") is not None


class TestAnswer:
    """What stands in large."""

    def test_in_chinese(self) -> None:
        """Digits, 万元 and capital numerals, and what is overpaid."""
        tree = tree_of(example(OVERPAID), "zh")
        assert tree.attrib["lang"] == "zh-CN"
        (box,) = (each for each in tree.iter() if each.attrib.get("class") == "answer")
        assert text_of(box) == (
            "应付金额 4,400,000.00元 440万元 人民币大写：人民币肆佰肆拾万元整 "
            "核定金额9,000,000.00元 已付4,600,000.00元 超付600,000.00元 暂缓发放0.00元"
        )

    def test_in_english(self) -> None:
        """The numerals are marked as what they are."""
        tree = tree_of(example(OVERPAID), "en")
        assert tree.attrib["lang"] == "en"
        assert "Amount in Chinese capital numerals: 人民币肆佰肆拾万元整" in text_of(tree)
        numerals = [each for each in tree.iter("span") if "人民币" in (each.text or "")]
        assert [each.attrib for each in numerals] == [{"lang": "zh-CN"}] * 2

    def test_not_determined(self) -> None:
        """What is certain, the most it can be, and a word of warning."""
        text = text_of(tree_of(example(UNKNOWN), "en"))
        assert "Payable for certain 0.00 yuan" in text
        assert "At most 9,000,000.00 yuan" in text
        assert "Not determined" in text

    def test_without_a_known_limit(self) -> None:
        """No number is made up where there is none."""
        answer = case_of("liaoning-2023", open_ended=True)
        text = text_of(tree_of(answer, "zh"))
        assert "至多 上限不明" in text
        assert "以上，上限不明" in text

    @pytest.mark.parametrize(
        ("url", "links"),
        [
            ("https://www.example.gov.cn/1", ["https://www.example.gov.cn/1"]),
            ("javascript:alert(1)", []),
            ("www.example.gov.cn", []),
        ],
    )
    def test_only_an_address_of_a_site_is_a_link(self, url: str, links: list[str]) -> None:
        """Anything else that a document gives as its address is text."""
        policy = policy_of({"document.url": url})
        tree = tree_of(assess(stated().case, policy, as_of=END))
        assert [each.attrib["href"] for each in tree.iter("a")] == links
        assert url in text_of(tree)

    @pytest.mark.parametrize(
        ("part", "facts"),
        [
            ("conditions.star", {"events": [{"kind": "filed", "on": "2025-01-02"}]}),
            ("groups.all", {"payments": [{"award": "filed", "on": "2025-01-02", "amount": 1}]}),
        ],
    )
    def test_every_clause_that_a_cap_rests_on(self, part: str, facts: dict[str, Any]) -> None:
        """The clause of a condition on which the cap depends, and that of the group itself."""
        written = policy_of(
            {
                "groups.all": {"title": "两项", "cap": "100万元"},
                "groups.all.cap_when": [{"when": "star", "cap": "50万元"}],
                "awards.filed.group": "all",
                "clauses.d": {"item": "第二条", "text": "此处另定。", "document": "small"},
            }
        ).model_dump()
        table, _, name = part.partition(".")
        written[table][name]["clause"] = "d"
        policy = Policy.model_validate(written)
        case = Case.model_validate(
            {"enterprise": {"name": "示例"}, "attributes": {"board": "main"}} | facts
        )
        answer = assess(case, policy, as_of=END)
        assert "第二条（《小办法》）：此处另定。" in text_of(tree_of(answer, "zh"))
        assert "此处另定。" in answer.explain("zh")

    def test_the_digest_where_it_is_given(self) -> None:
        """As it is given, and nothing where it is not."""
        answer = example(FULL)
        assert "核算记录摘要：sha256:0123" in text_of(tree_of(answer, digest="sha256:0123"))
        assert "摘要" not in page(answer, "zh")


def case_of(policy: str, *, open_ended: bool) -> Assessment:
    """The first case of a policy's table in which a limit is known, or is not."""
    for parameter in all_cases():
        case: TableCase = parameter.values[0]
        for asked in case.asked:
            answer = assess(case.the_case(), case.the_policy(), as_of=asked.as_of)
            if answer.policy.id == policy and (answer.payable_at_most is None) == open_ended:
                return answer
    raise LookupError(policy)


class TestTimeline:
    """What is drawn of the days."""

    def test_a_ladder(self) -> None:
        """A row for each event by its first day, the full year below the event that starts it."""
        rows = drawn(example(FULL)).rows
        titles = ["".join(line.text for line in row.title) for row in rows]
        assert titles == [
            *("新三板挂牌", "“新三板挂牌”满一年", "进入创新层"),
            *("北交所辅导备案", "北交所受理", "北交所上市"),
        ]
        year = rows[1]
        assert year.span is not None
        assert year.span.met
        assert [label.text for label in year.labels] == ["考察日 2024-11-08", "2024-09-15 届满"]
        assert [row.labels[0].text for row in rows if row.span is None] == [
            *("2023-09-15", "2024-05-20", "2024-06-11", "2024-11-08", "2025-01-16")
        ]

    def test_a_year_one_day_short(self) -> None:
        """The day tested lies within the bar, which is drawn as not met."""
        (row,) = (row for row in drawn(example(SHORT)).rows if row.span)
        assert row.span is not None
        assert not row.span.met
        (tested,) = row.points
        assert row.span.x < tested.x <= row.span.x + row.span.width
        assert [label.text for label in row.labels] == ["考察日 2024-09-14；2024-09-15 届满"]

    def test_what_is_later_is_drawn_hollow(self) -> None:
        """An event and a payment after the as-of date, and a payment that does not count."""
        answer = stated(
            date(2024, 6, 30),
            events=happened("2024-06-30", "2024-07-01"),
            payments=[
                {"award": "regional_financing", "on": "2024-06-30", "amount": 1},
                {"award": "regional_financing", "on": "2024-07-01", "amount": 1},
                {"award": "neeq_listed", "on": "2024-01-01", "amount": 1, "policy": "elsewhere"},
            ],
        )
        rows = drawn(answer).rows
        counted = [[point.counts for point in row.points] for row in rows]
        assert counted == [[True, False], [False], [True, False]]
        text = text_of(tree_of(answer, "zh"))
        assert text.count("晚于截至日，尚不计入") == 2 + 2  # in the table, and in the remarks
        assert "依据 elsewhere 支付" in text

    def test_nothing_happened(self) -> None:
        """No drawing, and a sentence that says so."""
        answer = stated()
        assert timeline(Phrasing(answer, "zh")) is None
        tree = tree_of(answer)
        assert "案例未载明任何事项或付款。" in text_of(tree)
        assert not bars(Phrasing(answer, "zh"))

    def test_events_fifty_years_apart(self) -> None:
        """The axis is marked in decades or so, and each day keeps its place."""
        found = drawn(stated(events=happened("1975-01-01", "2025-01-01", "2025-01-02")))
        (row,) = found.rows
        first, second, third = (point.x for point in row.points)
        assert first < second <= third
        assert [label.text for label in row.labels] == ["1975-01-01", "2025-01-01"]
        assert 4 <= len(found.marks) <= 8

    def test_many_events(self) -> None:
        """Forty on neighbouring days: each is drawn, the table has all, no text meets another."""
        days = [f"2024-01-{day:02}" for day in range(1, 32)] + [
            f"2024-02-{day:02}" for day in range(1, 10)
        ]
        answer = stated(events=happened(*days))
        (row,) = drawn(answer).rows
        assert len(row.points) == 40
        assert len(row.labels) < 4
        text = text_of(tree_of(answer))
        assert all(day in text for day in days)

    def test_the_band_is_that_of_the_policy(self) -> None:
        """From its first to its last day; where none is stated, to the end of the drawing."""
        found = drawn(example(FULL))
        assert found.band[0] + found.band[1] <= found.as_of
        open_ended = drawn(case_of("xian-bse-2023", open_ended=False))
        assert open_ended.band[0] + open_ended.band[1] == 744


class TestAxis:
    """Days on a line."""

    def test_marks_of_the_calendar(self) -> None:
        """Months, quarters, years: never more than can be read."""
        for last, labels in (
            (date(2024, 3, 1), ["2024-01", "2024-02", "2024-03"]),
            (date(2024, 12, 31), ["2024-01", "2024-04", "2024-07", "2024-10"]),
            (date(2028, 12, 31), ["2024", "2025", "2026", "2027", "2028"]),
            (date(2044, 12, 31), ["2025", "2030", "2035", "2040"]),
        ):
            days = [date(2024, 1, 1), last]
            axis = axis_over(days, 0, 700)
            assert [mark.label for mark in calendar(axis, days)] == labels

    def test_a_day_stands_where_it_belongs(self) -> None:
        """Half-way through a leap year stands in the middle of it."""
        axis = Axis(date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal(), 0, 730)
        assert [axis.at(date(2024, m, d)) for m, d in ((1, 1), (7, 1), (12, 31))] == [0, 364, 730]


class TestBars:
    """What is drawn of the amounts, by hand: 672 units stand for 9,000,000."""

    def test_a_cap_filled_exactly(self) -> None:
        """500,000 · 500,000 · 1,000,000 · 2,000,000 · 5,000,000 are 37⅓, 37⅓, 74⅔, 149⅓, 373⅓."""
        (bar,) = bars(Phrasing(example(FULL), "zh"))
        assert [(each.x, each.width, each.number) for each in bar.entitled] == [
            (72, 37, "1"), (109, 37, "2"), (146, 75, "3"), (221, 149, "4"), (370, 374, "5"),
        ]  # fmt: skip
        assert bar.cap == 744
        assert bar.paid == ()
        assert bar.room_label == "核定后余额 0.00元"

    def test_what_was_paid_lies_below(self) -> None:
        """500,000 · 500,000 · 1,600,000 · 2,000,000, of which 600,000 too much."""
        (bar,) = bars(Phrasing(example(OVERPAID), "zh"))
        assert [each.width for each in bar.paid] == [37, 37, 120, 149]
        assert [each.fill for each in bar.paid] == ["paid"] * 4

    def test_what_is_not_known_is_hatched(self) -> None:
        """Nothing certain, anything up to the cap."""
        (bar,) = bars(Phrasing(example(UNKNOWN), "zh"))
        assert [(each.x, each.width, each.fill) for each in bar.entitled] == [(72, 672, "open")]
        assert bar.room_label == "核定后余额 0.00元至9,000,000.00元"

    def test_certain_in_total(self) -> None:
        """An unknown first award leaves 2,000,000 of 2,200,000 certain, but not for which award."""
        (bar,) = bars(Phrasing(PAGED.answer(), "en"))
        assert [(each.x, each.width, each.fill) for each in bar.entitled] == [
            *((72, 610, "together"), (682, 62, "open"))
        ]
        assert bar.fills == ["together", "open"]

    def test_paid_beyond_the_cap(self) -> None:
        """The drawing stretches, and the cap stands within it: 18,000,000 wide, cap half-way."""
        paid = [{"award": "neeq_listed", "on": "2024-01-01", "amount": "1800万元"}]
        answer = stated(events=[{"kind": "neeq_listed", "on": "2023-09-15"}], payments=paid)
        (bar,) = bars(Phrasing(answer, "zh"))
        assert bar.cap == 72 + 336
        assert [each.width for each in bar.paid] == [672]

    def test_an_award_without_a_cap(self) -> None:
        """A bar of its own, as wide as the drawing, and no line for a cap."""
        answer = stated(events=happened("2024-01-01"))
        (bar,) = bars(Phrasing(answer, "en"))
        assert bar.title == "6. Reward for financing on the regional equity market"
        assert [(each.width, each.fill) for each in bar.entitled] == [(672, "certain")]
        assert bar.cap is None


class TestSigns:
    """How texts are shown and wrapped."""

    def test_a_hidden_sign_is_shown_by_its_code(self) -> None:
        """Also half a pair of surrogates and what is no character at all."""
        assert visible("a\u202eb\x00\ud800\uffff\r") == "a[U+202E]b[U+0000][U+D800][U+FFFF][U+000D]"
        assert visible("示例\t甲\n公司") == "示例 甲 公司"

    def test_a_long_title_is_cut_visibly(self) -> None:
        """Two lines at most, each within its room."""
        assert wrapped("奖励" * 20, 120, 12, lines=2) == ["奖励" * 5, "奖励" * 4 + "奖…"]
        assert wrapped("a" * 60, 140, 12, lines=2) == ["a" * 20, "a" * 18 + "…"]


def test_without_its_extra_the_page_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that names the extra, in both languages."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    compose.environment.cache_clear()
    with pytest.raises(ListingRewardsError) as refused:
        page(example(FULL))
    assert 'pip install "listing-rewards[report]"' in refused.value.explain("en")
    assert 'pip install "listing-rewards[report]"' in refused.value.explain("zh")
