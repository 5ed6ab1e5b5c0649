"""Yearly budgets and what happens when they are used up, by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from listing_rewards import Case, InvalidCase, InvalidPolicy, Policy, assess, lint, load_policy
from listing_rewards.engines.columns import assess_frame
from listing_rewards.engines.exact.allotments import with_allotments
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading.rows import Row
from listing_rewards.report.policy import describe

BUDGET: dict[str, Any] = {
    "title": {"zh": "上市扶持资金", "en": "Support"},
    "awards": ["listed"],
    "years": [{"year": 2024, "amount": "80万元"}, {"year": 2025, "amount": "100万元"}],
    "counted_on": "application",
    "used_up": "nothing",
    "clause": "c",
}
LISTED: dict[str, Any] = {
    "id": "listed",
    "title": {"zh": "上市奖励", "en": "Reward"},
    "clause": "c",
    "earned_by": "listed",
    "amount": {"fixed": "50万元", "clause": "c"},
}


def rules(budget: dict[str, Any] | None = None, **parts: Any) -> Policy:
    """A policy of 500,000 for a listing, out of a budget of 800,000 and then 1,000,000."""
    document = {
        "id": "p",
        "document": {"title": "t", "issuer": "i"},
        "in_force": {"first": "2024-01-01", "clause": "c"},
        "clauses": {"c": {"item": "1", "text": "t", "document": "p"}},
        "events": {"listed": {"zh": "上市", "en": "Listed", "amount": True}},
        "budgets": {"support": BUDGET | (budget or {})},
        "awards": [LISTED],
    }
    return Policy.model_validate(document | parts)


def case(name: str, applied: str | None, listed: str = "2024-01-31", **facts: Any) -> Case:
    """An enterprise that was listed and applied on a day."""
    return Case.model_validate(
        {
            "enterprise": {"name": f"示例{name}公司"},
            "events": [{"kind": "listed", "on": listed}],
            "applied": {"listed": applied} if applied else {},
        }
        | facts
    )


CITY = [
    case("甲", "2024-07-01"),
    case("乙", "2024-06-01"),
    case("丙", "2024-08-01"),
    case("丁", "2024-08-01"),
    case("戊", "2025-01-10"),
]
"""In the order of their applications 乙, 甲, then 丙 and 丁 on one day, and 戊 in the next year."""


def given(
    policy: Policy, as_of: str, cases: list[Case] | None = None, unread: int = 0
) -> list[str]:
    """What is payable to each, in thousands of yuan; a range with two dots."""
    day = date.fromisoformat(as_of)
    found = with_allotments(cases or CITY, policy, as_of=day, unread=unread)
    answers = [assess(each, policy, as_of=day) for each in found]
    return [
        f"{each.payable / 1000:f}".replace(".00", "")
        if each.determined
        else f"{each.payable / 1000:.0f}..{(each.payable_at_most or 0) / 1000:.0f}"
        for each in answers
    ]


def in_a_table(figure: str, kind: type[pl.DataType] | pl.DataType = pl.String) -> pl.DataFrame:
    """The answer of a frame of one enterprise and of what falls to it out of the budget."""
    facts = {"name": ["示例甲公司"], "listed": [date(2024, 1, 31)], "listed_from_support": [figure]}
    frame = pl.DataFrame(facts).with_columns(pl.col("listed_from_support").cast(kind))
    return assess_frame(frame, rules(), as_of=date(2024, 12, 31)).collect()


class TestWhenItIsUsedUp:
    """额度用完即止、按比例兑付、顺延至下一年度."""

    def test_nothing_more_is_given(self) -> None:
        """Of 800, 500 to the first and 300 to the second; nothing to the others of the year."""
        assert given(rules(), "2025-12-31") == ["300", "500", "0", "0", "500"]

    def test_each_claim_gets_the_same_share_once_the_year_is_over(self) -> None:
        """800 for claims of 2,000: 200 each; of 2025 more claims may come until 31 December."""
        policy = rules({"used_up": "in_proportion"})
        assert given(policy, "2024-12-31", CITY[:4]) == ["0..500"] * 4
        assert given(policy, "2025-01-01") == ["200", "200", "200", "200", "0..500"]
        assert given(policy, "2026-01-01") == ["200", "200", "200", "200", "500"]

    def test_shares_are_rounded_down(self) -> None:
        """100 for three claims of 500,000: 33.33 each, never 100.01 in all."""
        years = [{"year": 2024, "amount": "100元"}]
        policy = rules({"used_up": "in_proportion", "years": years})
        found = with_allotments(CITY[:3], policy, as_of=date(2025, 1, 1))
        assert [str(each.figures["listed_from_support"]) for each in found] == ["33.33"] * 3

    def test_the_rest_comes_out_of_the_next_year(self) -> None:
        """甲 has 300 of 2024 and 200 of 2025; of the 800 left then, 丙 and 丁 claim 1,000.

        They applied on one day, and the text does not say who comes first. 戊 comes after both.
        """
        policy = rules({"used_up": "next_year"})
        assert given(policy, "2024-12-31", CITY[:4]) == ["300", "500", "0", "0"]
        assert given(policy, "2025-12-31") == ["500", "500", "0..500", "0..500", "0"]
        assert given(policy, "2025-12-31", [*CITY[:3], CITY[4]]) == ["500", "500", "500", "300"]

    def test_of_a_year_whose_budget_is_not_given(self) -> None:
        """What is carried into 2026 is unknown, not nothing."""
        policy = rules({"used_up": "next_year"})
        assert given(policy, "2026-01-01", [*CITY[:3], CITY[4]])[-1] == "0..500"
        late = case("己", "2026-03-01")
        assert given(rules(), "2026-12-31", [late]) == ["0..500"]


class TestWhoComesFirst:
    """The day of the claim; what is unknown leaves those after it open."""

    def test_those_of_one_day_compete_for_what_is_left(self) -> None:
        """300 left for two claims of 500; where both fit, or nothing is left, all is settled."""
        assert given(rules(), "2024-12-31", [CITY[1], *CITY[2:4]]) == ["500", "0..500", "0..500"]
        enough = rules({"years": [{"year": 2024, "amount": "150万元"}]})
        assert given(enough, "2024-12-31", [CITY[1], *CITY[2:4]]) == ["500", "500", "500"]

    def test_the_order_of_the_rows_is_irrelevant(self) -> None:
        """Only the days count."""
        turned = list(reversed(given(rules(), "2025-12-31", list(reversed(CITY)))))
        assert turned == given(rules(), "2025-12-31")

    def test_by_the_day_of_the_event(self) -> None:
        """按上市先后."""
        cases = [case("甲", None, "2024-05-01"), case("乙", None, "2024-03-01")]
        assert given(rules({"counted_on": "event"}), "2024-12-31", cases) == ["300", "500"]

    def test_an_application_that_is_not_stated(self) -> None:
        """It may come first; who applied is open as far as the budget may not suffice."""
        silent = case("己", None)
        assert given(rules(), "2024-12-31", [CITY[1], silent]) == ["0..500", "0..500"]
        enough = rules({"years": [{"year": 2024, "amount": "100万元"}]})
        assert given(enough, "2024-12-31", [CITY[1], silent]) == ["500", "0..500"]
        carried = rules({"used_up": "next_year"})
        assert given(carried, "2024-12-31", [CITY[1], silent]) == ["0..500", "0..500"]
        assert given(carried, "2025-12-31", [CITY[1], silent]) == ["500", "0..500"]
        shared = rules({"used_up": "in_proportion"})
        assert given(shared, "2025-12-31", [CITY[1], silent]) == ["0..500", "0..500"]

    def test_an_amount_that_is_unknown(self) -> None:
        """Those before it are settled, and those after it are open."""
        amount = {"rate": "1%", "of": "listed", "clause": "c"}
        policy = rules(awards=[LISTED | {"amount": amount}])
        cases = [
            case(name, on, events=[{"kind": "listed", "on": "2024-01-31"} | raised])
            for name, on, raised in (
                ("甲", "2024-02-01", {"amount": "50000000"}),
                ("乙", "2024-03-01", {}),
                ("丙", "2024-04-01", {"amount": "50000000"}),
            )
        ]
        day = date(2024, 12, 31)
        found = [
            assess(each, policy, as_of=day) for each in with_allotments(cases, policy, as_of=day)
        ]
        assert [each.determined for each in found] == [True, False, False]
        assert found[0].payable == 500_000
        assert found[2].payable == 0

    def test_a_share_of_what_is_not_known(self) -> None:
        """Where an amount is unknown, what each gets in proportion is too, unless all fits."""
        amount = {"rate": "1%", "of": "listed", "cap": "50万元", "clause": "c"}
        cases = [
            case("甲", "2024-02-01"),
            case("乙", "2024-03-01", events=[
                {"kind": "listed", "on": "2024-01-31", "amount": "50000000"}
            ]),
        ]  # fmt: skip
        for budget, sums in (("80万元", ["0..500", "0..500"]), ("100万元", ["0..500", "500"])):
            years = [{"year": 2024, "amount": budget}]
            budgeted = {"used_up": "in_proportion", "years": years}
            policy = rules(budgeted, awards=[LISTED | {"amount": amount}])
            assert given(policy, "2025-12-31", cases) == sums

    def test_the_day_of_the_application_is_a_fact(self) -> None:
        """A table has a column for it; that it is not stated is said by the budget alone."""
        policy = rules()
        assert "listed" in policy.relations.takes_application
        answer = assess(case("甲", None), policy, as_of=date(2024, 12, 31))
        assert "application_not_stated" not in [each.kind for each in answer.remarks]
        assert "listed" not in rules({"counted_on": "event"}).relations.takes_application

    def test_a_row_that_could_not_be_read(self) -> None:
        """It may have applied first and claim all."""
        assert given(rules(), "2024-12-31", [CITY[1]], unread=1) == ["0..500"]
        refused = case("己", "2024-01-01", flags={"not_declared": True})
        found = with_allotments([CITY[1], refused], rules(), as_of=date(2024, 12, 31))
        assert "listed_from_support" not in found[0].figures

    def test_who_is_not_entitled_claims_nothing(self) -> None:
        """Neither before its listing nor when it applied later than the as-of date."""
        early = case("己", "2024-01-01", "2023-12-31")
        later = case("庚", "2024-05-01")
        assert given(rules(), "2024-06-30", [CITY[1], early]) == ["500", "0"]
        assert given(rules(), "2024-04-30", [later]) == ["0..500"]

    def test_applied_on_the_day_itself(self) -> None:
        """An application of the as-of date counts."""
        assert given(rules(), "2024-06-01", [CITY[1]]) == ["500"]

    def test_in_the_order_of_the_first_day_that_counts(self) -> None:
        """Of an event that repeats: 甲 before 乙 with its first day, after it with its second."""
        listed = {"zh": "上市", "en": "Listed", "repeats": True}
        policy = rules({"counted_on": "event"}, events={"listed": listed})

        def twice(first: str) -> list[str]:
            days = [{"kind": "listed", "on": day} for day in (first, "2024-07-01")]
            cases = [case("甲", None, events=days), case("乙", None, "2024-03-01")]
            return given(policy, "2024-12-31", cases)

        assert twice("2024-02-01") == ["500", "300"]
        assert twice("2023-12-31") == ["300", "500"]

    @pytest.mark.parametrize("used_up", ["nothing", "next_year"])
    def test_two_others_of_whom_one_may_claim_nothing(self, used_up: str) -> None:
        """One before it that may not be entitled, one of an unknown day: from nothing to all."""
        policy = rules(
            {"used_up": used_up},
            awards=[LISTED | {"needs": ["big"]}],
            flags={"big": {"zh": "规模", "en": "Big"}},
            conditions={"big": {"flag": "big", "clause": "c"}},
        )
        cases = [
            case("甲", "2024-07-01", flags={"big": True}),
            case("乙", "2024-06-01"),
            case("丙", None, flags={"big": True}),
        ]
        assert given(policy, "2024-12-31", cases)[0] == "0..500"

    def test_an_earlier_year_without_a_budget_and_claims_that_are_open(self) -> None:
        """What was claimed in 2024 may all be carried into 2025, or none of it."""
        policy = rules(
            {"used_up": "next_year", "years": BUDGET["years"][1:]},
            awards=[LISTED | {"needs": ["big"]}],
            flags={"big": {"zh": "规模", "en": "Big"}},
            conditions={"big": {"flag": "big", "clause": "c"}},
        )
        earlier = [case(who, "2024-06-01") for who in "甲乙丙"]
        own = case("丁", "2025-01-10", flags={"big": True})
        assert given(policy, "2025-12-31", [*earlier, own])[-1] == "0..500"

    def test_what_the_office_decided_stays(self) -> None:
        """A case that states what falls to it is taken at its word, also by the others."""
        decided = case("丙", "2024-08-01", figures={"listed_from_support": "400000"})
        assert given(rules(), "2024-12-31", [CITY[1], decided])[1] == "400"

    def test_two_awards_of_one_enterprise(self) -> None:
        """On one day, in the order of the budget."""
        more = LISTED | {"id": "more", "title": "更多"}
        policy = rules({"awards": ["listed", "more"]}, awards=[LISTED, more])
        both = case("甲", None).model_copy(
            update={"applied": {"listed": date(2024, 2, 1), "more": date(2024, 2, 1)}}
        )
        (found,) = with_allotments([both], policy, as_of=date(2024, 12, 31))
        assert found.figures == {"listed_from_support": 500_000, "more_from_support": 300_000}


class TestAlone:
    """A case of which the others are not known, and what is said."""

    def test_it_needs_its_part_of_the_budget(self) -> None:
        """From nothing to the whole; the figure is named, in both languages."""
        answer = assess(CITY[1], rules(), as_of=date(2024, 12, 31))
        assert (str(answer.payable), str(answer.payable_at_most)) == ("0.00", "500000.00")
        assert [each.name for each in answer.needs] == ["listed_from_support"]
        assert '"Reward" out of the yearly budget "Support", which is not stated' in answer.explain(
            "en"
        )
        assert "不超过年度预算“上市扶持资金”中的“上市奖励”额度，案例未写明" in answer.explain("zh")

    def test_only_what_falls_to_it_is_money(self) -> None:
        """A part of a fen is no amount that a budget gives; any other figure may have one."""
        policy = rules(figures={"growth": {"zh": "增长", "en": "Growth"}})
        other = case("甲", None, figures={"growth": "0.125"})
        assert assess(other, policy, as_of=date(2024, 12, 31)).needs
        stated = case("甲", None, figures={"listed_from_support": "0.125"})
        with pytest.raises(InvalidCase) as refused:
            assess(stated, policy, as_of=date(2024, 12, 31))
        assert [each.code for each in refused.value.faults] == ["too_many_decimals"]

    def test_where_it_is_known(self) -> None:
        """The step names the figure and rests on the clause of the budget."""
        policy = rules({"clause": "d"}, clauses={
            name: {"item": name, "text": "t", "document": "p"} for name in ("c", "d")
        })  # fmt: skip
        (found,) = with_allotments(CITY[:1], policy, as_of=date(2024, 12, 31))
        (line,) = assess(found, policy, as_of=date(2024, 12, 31)).lines
        (step,) = [each for each in line.steps if each.op == "allotted"]
        assert step.ground is not None
        assert step.ground.clause == "d"
        assert step.result.at_least == 500_000

    def test_the_policy_in_words(self) -> None:
        """Each year, who comes first and what follows."""
        said = describe(rules(), "en")
        assert "2024: 800,000.00 yuan" in said
        assert "claimed on the day of the application; when it is used up, nothing more" in said
        assert "按申请之日确定年度和先后；预算不足时，不再给予" in describe(rules(), "zh")

    def test_it_is_an_amount_of_money(self) -> None:
        """Nothing finer than fen is paid, nor less than nothing; a table is refused the same."""
        wrong = {"0.995": "too_many_decimals", "-0.01": "negative_amount"}
        for figure, code in wrong.items():
            alone = case("甲", "2024-06-01", figures={"listed_from_support": figure})
            with pytest.raises(InvalidCase) as caught:
                assess(alone, rules(), as_of=date(2024, 12, 31))
            assert [each.code for each in caught.value.faults] == [code]
            answer = in_a_table(figure).row(0, named=True)
            assert (answer["fault"], answer["payable"]) == (code, None)


class TestTables:
    """`assess` of a table, of documents and of what recurs."""

    def test_as_text_in_a_frame(self) -> None:
        """The same amount, whatever holds the figure: 300,000.99 of the 500,000."""
        kinds: tuple[type[pl.DataType] | pl.DataType, ...] = (pl.String, pl.Decimal(20, 6))
        for kind in (*kinds, pl.Decimal(20, 2)):
            (payable,) = in_a_table("300000.99", kind)["payable"].to_list()
            assert str(payable) == "300000.99"

    def test_rows(self) -> None:
        """All rows are read first; one with faults may claim anything."""
        rows = [Row("t", at, each) for at, each in enumerate(CITY[:2], 1)]
        day = date(2024, 12, 31)
        found = [each.assessment for each in assess_rows(rows, rules(), as_of=day)]
        assert [str(each.payable) for each in found if each] == ["300000.00", "500000.00"]

    def test_an_award_that_recurs(self) -> None:
        """Each of its years is an award of the budget."""
        award = LISTED | {"every_year": {"times": 2, "runs_from": "event"}}
        policy = rules(awards=[award])
        assert policy.budgets["support"].awards == ("listed_year_1", "listed_year_2")
        assert "listed_year_2_from_support" in policy.figures

    def test_dated_amounts(self) -> None:
        """Each of the values is limited."""
        dated = [
            {"since": "2024-01-01", "amount": {"fixed": "50万元", "clause": "c"}},
            {"since": "2025-01-01", "repealed": True},
        ]
        policy = rules(awards=[LISTED | {"amount": {"dated": dated, "clause": "c"}}])
        assert given(policy, "2024-12-31", CITY[:2]) == ["300", "500"]

    def test_it_is_written_out_once(self) -> None:
        """What a policy is read from again is the same policy."""
        assert Policy.model_validate_json(rules().model_dump_json()) == rules()

    @pytest.mark.parametrize(
        ("budgets", "code"),
        [
            ({"one": BUDGET, "two": BUDGET}, "in_two_budgets"),
            ({"one": BUDGET | {"awards": ["other"]}}, "undeclared"),
            ({"one": BUDGET | {"awards": ["listed", "listed"]}}, "duplicate_id"),
            ({"one": BUDGET | {"years": [BUDGET["years"][0]] * 2}}, "duplicate_id"),
        ],
    )
    def test_refused(self, budgets: Any, code: str) -> None:
        """An award of two budgets, one that is not there, what stands twice."""
        with pytest.raises(InvalidPolicy) as caught:
            rules(budgets=budgets)
        assert [each.code for each in caught.value.faults] == [code]

    def test_a_document(self, tmp_path: Path) -> None:
        """A budget without its unit is refused, where it stands."""
        text = """
id = "budgeted"
document = { title = "示例（虚构）", issuer = "示例市" }
in_force = { first = 2024-01-01, last = 2025-12-31, clause = "c" }
clauses = { c = { item = "第一条", text = "给予50万元；年度预算80万元，额度用完即止。" } }
events = { listed = "上市" }

[budgets.support]
title = "资金"
awards = ["listed"]
years = [{ year = 2024, amount = "80万元" }, { year = 2025, amount = "80万元" }]
counted_on = "event"
used_up = "nothing"
clause = "c"

[[awards]]
id = "listed"
title = "上市奖励"
earned_by = "listed"
amount = "50万元"
result_conditioned = true
selective = true
clause = "c"
"""
        path = tmp_path / "budgeted.toml"
        path.write_text(text, encoding="utf-8")
        assert lint(load_policy(path)) == ()
        path.write_text(text.replace('"80万元" }, {', '"80" }, {'), encoding="utf-8")
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        assert [(each.code, each.path) for each in caught.value.faults] == [
            ("no_unit_written", "budgets.support.years[0].amount")
        ]
