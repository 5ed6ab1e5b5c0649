"""Times that run by calendar years, computed by hand: from a 1 January to a 31 December."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

import pytest

from listing_rewards import InvalidPolicy, Policy, assess, lint
from listing_rewards.comparison.edges import edge_cases
from listing_rewards.plan import calendar
from listing_rewards.report.policy import describe
from unit.test_constructs import ask, fixed, payable, policy

LISTED = "listed 2023-05-31"
NEXT: dict[str, Any] = {"within_years": 1, "runs_from": "next_year"}
FIVE: dict[str, Any] = {"within_years": 5, "runs_from": "year"}
TIMES: list[tuple[dict[str, Any], str, str]] = [
    ({"within_years": 1, "runs_from": "year"}, "2023-01-01", "2023-12-31"),
    (NEXT, "2024-01-01", "2024-12-31"),
    (FIVE, "2023-01-01", "2027-12-31"),
    ({"within_months": 6, "runs_from": "next_year"}, "2024-01-01", "2024-06-30"),
    ({"within_months": 2, "runs_from": "next_year"}, "2024-01-01", "2024-02-29"),
    ({"within_days": 15, "runs_from": "next_year"}, "2024-01-01", "2024-01-15"),
]
"""上市当年、下一年度、所在年度起五年内、次年6月底前、次年2月底前、次年1月15日前."""


def beside(first: str, last: str) -> list[tuple[str, bool]]:
    """The first and the last day, which count, and the days on either side, which do not."""
    eve = f"{int(first[:4]) - 1}-12-31"
    after = {
        "12-31": f"{int(last[:4]) + 1}-01-01",
        "06-30": "2024-07-01",
        "02-29": "2024-03-01",
        "01-15": "2024-01-16",
    }[last[5:]]
    return [(eve, False), (first, True), (last, True), (after, False)]


@pytest.mark.parametrize(("limit", "first", "last"), TIMES)
class TestItsDays:
    """The first and the last day count, and nothing beside them."""

    def test_an_event(self, limit: dict[str, Any], first: str, last: str) -> None:
        """所在年度起五年内申请的: also before the other event, in the same year."""
        condition = {"happened": "applied", "after": "listed", **limit, "clause": "c"}
        rules = policy(fixed("10", needs=["in_time"]), conditions={"in_time": condition})
        for day, counts in beside(first, last):
            answer = ask(rules, LISTED, f"applied {day}", as_of="2029-12-31")
            assert payable(answer) == ("10.00" if counts else "0.00"), day
            assert f"({first} to {last})" in answer.explain("en")
            assert f"（{first} 至 {last}）" in answer.explain("zh")

    def test_an_application(self, limit: dict[str, Any], first: str, last: str) -> None:
        """下一年度申请: after the award's own event, or after another one of the same year."""
        for after in ({}, {"after": "raised"}):
            condition = {"applied": after | limit, "clause": "c"}
            rules = policy(fixed("10", needs=["in_time"]), conditions={"in_time": condition})
            for day, counts in beside(first, last):
                applied = {"a0": day}
                answer = ask(
                    rules, LISTED, "raised 2023-12-31 1", applied=applied, as_of="2029-12-31"
                )
                assert payable(answer) == ("10.00" if counts else "0.00"), day

    def test_amounts_that_count(self, limit: dict[str, Any], first: str, last: str) -> None:
        """上市当年起五年内的融资."""
        amount = {"rate": "100%", "of": "raised", "counted": {"after": "listed", **limit}}
        for day, counts in beside(first, last):
            answer = ask(policy(amount), LISTED, f"raised {day} 70", as_of="2029-12-31")
            assert payable(answer) == ("70.00" if counts else "0.00"), day
            told = [each.kind for each in answer.remarks]
            assert told == ([] if counts else ["amount_outside"])


def test_two_times_beside_each_other() -> None:
    """One year from the listing, the year of the listing, and the year after it: each its own."""
    windows = ({"within_years": 1}, {"within_years": 1, "runs_from": "year"}, NEXT)
    counted = [{"after": "listed", **each} for each in windows]
    rules = policy(*({"rate": "100%", "of": "raised", "counted": each} for each in counted))
    raised = ("raised 2023-01-01 1", "raised 2023-06-01 20", "raised 2024-12-31 300")
    answer = ask(rules, LISTED, *raised)
    assert [f"{each.payable}" for each in answer.lines] == ["20.00", "21.00", "300.00"]


def with_the_application(limit: dict[str, Any]) -> Policy:
    """10 yuan for a listing, applied for within a time."""
    condition = {"applied": limit, "clause": "c"}
    return policy(fixed("10", needs=["in_time"]), conditions={"in_time": condition})


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2023-12-31", "0.00"), ("2024-01-01", "10.00"), ("2024-12-31", "10.00"),
     ("2025-01-01", "0.00..10.00")],
)  # fmt: skip
def test_an_application_that_is_not_stated(as_of: str, expected: str) -> None:
    """Too early before the year; in time within it; after it, it may have been made in time."""
    assert payable(ask(with_the_application(NEXT), LISTED, as_of=as_of)) == expected


def test_without_an_end() -> None:
    """次年起: from 1 January on, for ever."""
    rules = with_the_application({"runs_from": "next_year"})
    assert payable(ask(rules, LISTED, applied={"a0": "2023-12-31"})) == "0.00"
    assert payable(ask(rules, LISTED, applied={"a0": "2024-01-01"})) == "10.00"
    assert payable(ask(rules, LISTED, applied={"a0": "2025-12-31"})) == "10.00"


def test_the_policy_says_it() -> None:
    """In both languages, with the event or the award."""
    five = {"happened": "applied", "after": "listed", **FIVE, "clause": "c"}
    since = {"applied": {"after": "listed", "runs_from": "year"}, "clause": "c"}
    amount = {"rate": "1%", "of": "raised", "counted": {"after": "listed", **NEXT}}
    open_end = {"rate": "1%", "of": "raised", "counted": {"after": "listed", "runs_from": "year"}}
    conditions = {"next": {"applied": NEXT, "clause": "c"}, "five": five, "since": since}
    rules = policy(
        fixed("1", needs=["next", "five", "since"]), amount, open_end, conditions=conditions
    )
    english, chinese = describe(rules, "en"), describe(rules, "zh")
    for said in (
        "applied for within 1 year from 1 January of the year after earning the award",
        '"Applied" happened within 5 years from 1 January of the year of "Listed"',
        'applied for on or after 1 January of the year of "Listed"',
        'counting what lies within 1 year from 1 January of the year after "Listed"',
        'counting what lies on or after 1 January of the year of "Listed"',
    ):
        assert said in english
    for said in (
        "申请日期在取得奖励次年1月1日起1年内",
        "“申请”的日期在“上市”当年1月1日起5年内",
        "申请日期在“上市”当年1月1日当日或之后",
        "自“上市”次年1月1日起1年内的金额",
        "“上市”当年1月1日及以后的金额",
    ):
        assert said in chinese


@pytest.mark.parametrize(
    ("conditions", "counted", "code"),
    [
        ({"happened": "applied", "runs_from": "year"}, "all", "within_what"),
        ({"flag": "big"}, {"before": "listed", "runs_from": "year"}, "years_before"),
    ],
)
def test_refused(conditions: dict[str, Any], counted: Any, code: str) -> None:
    """A year of no event; years before an event, which figures of a year can say."""
    with pytest.raises(InvalidPolicy) as error:
        policy(
            {"rate": "1%", "of": "raised", "counted": counted},
            conditions={"k": conditions | {"clause": "c"}},
        )
    assert [each.code for each in error.value.faults] == [code]


def test_a_clause_that_speaks_of_years() -> None:
    """下一年度 beside a time that runs from the day itself is found, and only there."""
    clauses = {"c": {"item": "1", "text": "上市企业于下一年度申请。", "document": "p"}}
    for limit, found in (({"within_years": 1}, True), (NEXT, False)):
        condition = {"applied": limit, "clause": "c"}
        amount = fixed("10", needs=["in_time"])
        rules = policy(amount, conditions={"in_time": condition}, clauses=clauses)
        codes = [each.fault.code for each in lint(rules)]
        assert ("calendar_year_in_words" in codes) is found


class TestFullYears:
    """运行满一个完整会计年度: full when its last 31 December is over."""

    FULL: ClassVar[dict[str, Any]] = {"seasoning": "listed", "clause": "c"}

    @pytest.mark.parametrize(
        ("lasts", "full_on"),
        [
            ({"years": 1, "runs_from": "next_year"}, "2025-01-01"),
            ({"years": 1, "runs_from": "year"}, "2024-01-01"),
            ({"years": 2, "runs_from": "year"}, "2025-01-01"),
            ({"months": 6, "runs_from": "next_year"}, "2024-07-01"),
        ],
    )
    def test_the_day_it_is_full(self, lasts: dict[str, Any], full_on: str) -> None:
        """As of a day, and on the day of an application; no remark on how a year is counted."""
        eve = (date.fromisoformat(full_on) - timedelta(days=1)).isoformat()
        for tested in ({}, {"tested_on": "application"}):
            conditions = {"full": self.FULL | lasts | tested}
            rules = policy(fixed("10", needs=["full"]), conditions=conditions)
            for day, sum_due in ((eve, "0.00"), (full_on, "10.00")):
                answer = ask(rules, LISTED, as_of=day, applied={"a0": day})
                assert payable(answer) == sum_due, day
                assert f"is complete on {full_on}" in answer.explain("en")
                assert "boundary day" not in answer.explain("en")

    def test_its_sentences(self) -> None:
        """In the policy and in an answer, in both languages."""
        full = self.FULL | {"years": 1, "runs_from": "next_year"}
        rules = policy(fixed("10", needs=["full"]), conditions={"full": full})
        said = 'one full year after "Listed, from 1 January of the year after it"'
        assert said in describe(rules, "en")
        assert "“上市，自次年1月1日起”满一年" in describe(rules, "zh")
        answer = ask(rules, LISTED, as_of="2024-12-31")
        days = 'from 2024-01-01 ("Listed, from 1 January of the year after it")'
        assert days in answer.explain("en")
        assert "自 2024-01-01（“上市，自次年1月1日起”）起满一年" in answer.explain("zh")

    def test_it_begins_anew(self) -> None:
        """A break after the event and before the year is over takes it away."""
        full = self.FULL | {"years": 1, "runs_from": "next_year", "restarted_by": "applied"}
        rules = policy(fixed("10", needs=["full"]), conditions={"full": full})
        for day, sum_due in (
            ("2023-06-30", "0.00"),
            ("2025-01-01", "0.00"),
            ("2025-01-02", "10.00"),
        ):
            assert payable(ask(rules, LISTED, f"applied {day}", as_of="2025-12-31")) == sum_due

    def test_two_ways_of_counting_are_refused(self) -> None:
        """A year that ends with 31 December has no corresponding day to argue about."""
        full = self.FULL | {"years": 1, "runs_from": "year", "counting": "civil_code"}
        with pytest.raises(InvalidPolicy) as caught:
            policy(fixed("10", needs=["full"]), conditions={"full": full})
        assert [each.code for each in caught.value.faults] == ["whole_years_counted"]

    def test_it_falls_due(self) -> None:
        """The calendar has the day, and the sum, also after the document has ended."""
        full = self.FULL | {"years": 1, "runs_from": "next_year"}
        days = {"first": "2021-01-01", "last": "2023-12-31", "clause": "c"}
        rules = policy(fixed("10", needs=["full"]), conditions={"full": full}, in_force=days)
        case = ask(rules, LISTED).case
        found = calendar(
            [case], [rules], [], date(2024, 1, 1), first=date(2024, 6, 1), last=date(2025, 6, 1)
        )
        assert [(str(each.on), each.happens, str(each.at_stake.at_most)) for each in found] == [
            ("2025-01-01", "period_full", "10.00")
        ]

    @pytest.mark.parametrize("runs_from", ["year", "next_year"])
    @pytest.mark.parametrize("tested", [{}, {"tested_on": ["applied"]}])
    def test_a_case_on_each_side(self, runs_from: Any, tested: dict[str, Any]) -> None:
        """`policy cases` has one that is met by a day and one that is a day short."""
        full = self.FULL | {"years": 1, "runs_from": runs_from} | tested
        rules = policy(fixed("10", needs=["full"]), conditions={"full": full})
        said = {
            str(assess(each.case, rules, as_of=each.as_of).payable) for each in edge_cases(rules)
        }
        assert said == {"0.00", "10.00"}
