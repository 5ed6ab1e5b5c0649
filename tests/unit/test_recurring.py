"""Awards that are earned anew every year, by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from listing_rewards import Assessment, Case, InvalidPolicy, Policy, assess, lint, load_policy
from listing_rewards.policy.grants import Award

RENT: dict[str, Any] = {
    "id": "rent",
    "title": {"zh": "租金补贴", "en": "Rent subsidy"},
    "clause": "c",
    "earned_by": "moved_in",
    "every_year": {"times": 3, "runs_from": "full_year", "stated_by_year": ["rent"]},
    "amount": {"rate": "50%", "of": "rent", "cap": "20万元", "clause": "c"},
}


def document(award: dict[str, Any] = RENT, **parts: Any) -> dict[str, Any]:
    """A document with one award, and other parts."""
    return {
        "id": "p",
        "document": {"title": "t", "issuer": "i"},
        "in_force": {"first": "2024-01-01", "last": "2026-12-31", "clause": "c"},
        "clauses": {"c": {"item": "1", "text": "t", "document": "p"}},
        "events": {
            "moved_in": {"zh": "入驻", "en": "Moved in"},
            "moved_out": {"zh": "迁出", "en": "Moved out", "silence": "did_not_happen"},
            "raised": {"zh": "募资", "en": "Raised", "amount": True, "repeats": True},
        },
        "figures": {"rent": {"zh": "实缴租金", "en": "Rent paid"}},
        "flags": {"grew": {"zh": "营业收入增长", "en": "Grew"}},
        "conditions": {"grew": {"flag": "grew", "clause": "c"}},
        "awards": [award],
    } | parts


def rules(award: dict[str, Any] = RENT, **parts: Any) -> Policy:
    """The policy of such a document."""
    return Policy.model_validate(document(award, **parts))


def answer(policy: Policy, as_of: str, moved_in: str = "2024-05-31", **facts: Any) -> Assessment:
    """The answer for an enterprise that moved in on a day."""
    events = [{"kind": "moved_in", "on": moved_in}, *facts.pop("events", [])]
    case = {"enterprise": {"name": "示例甲公司"}, "events": events, **facts}
    return assess(Case.model_validate(case), policy, as_of=date.fromisoformat(as_of))


def due(found: Assessment) -> tuple[str, str]:
    """From and to what is payable, in yuan."""
    return str(found.payable), str(found.payable_at_most)


def codes(**changes: Any) -> list[tuple[str, str]]:
    """What is wrong with a document."""
    award = RENT | changes.pop("award", {})
    with pytest.raises(InvalidPolicy) as caught:
        rules(award, **changes)
    return [(each.code, each.path) for each in caught.value.faults]


class TestWhenAYearIsEarned:
    """每年给予、每满1年、当年起、次年起: the day from which each year's 100,000 is payable."""

    @pytest.mark.parametrize(
        ("runs_from", "moved_in", "turns"),
        [
            # the day itself, and then each corresponding day
            ("event", "2024-05-31", ("2024-05-31", "2025-05-31", "2026-05-31")),
            ("full_year", "2024-05-31", ("2025-05-31", "2026-05-31", "2027-05-31")),
            # 29 February has no corresponding day but every fourth year: the 28th
            ("event", "2024-02-29", ("2024-02-29", "2025-02-28", "2026-02-28")),
            ("full_year", "2024-02-29", ("2025-02-28", "2026-02-28", "2027-02-28")),
            # the calendar year of the event, or the one after it
            ("year", "2024-05-31", ("2024-05-31", "2025-01-01", "2026-01-01")),
            ("year", "2024-12-31", ("2024-12-31", "2025-01-01", "2026-01-01")),
            ("next_year", "2024-05-31", ("2025-01-01", "2026-01-01", "2027-01-01")),
            ("next_year", "2024-01-01", ("2025-01-01", "2026-01-01", "2027-01-01")),
        ],
    )
    def test_from_that_day_on(self, runs_from: str, moved_in: str, turns: tuple[str, ...]) -> None:
        """The day before it is not earned; on it and after it is, each year by itself."""
        every = {"times": 3, "runs_from": runs_from}
        policy = rules(RENT | {"every_year": every, "amount": {"fixed": "10万元", "clause": "c"}})
        for years, turn in enumerate(turns, 1):
            eve = date.fromordinal(date.fromisoformat(turn).toordinal() - 1).isoformat()
            assert answer(policy, turn, moved_in).payable == years * 100_000, turn
            assert answer(policy, eve, moved_in).payable == (years - 1) * 100_000, turn
        assert answer(policy, "2099-12-31", moved_in).payable == 300_000

    def test_a_move_outside_the_policys_days_earns_no_year(self) -> None:
        """What counts is that the event lies on the policy's days; a later year may come after."""
        policy = rules(RENT | {"amount": {"fixed": "10万元", "clause": "c"}})
        assert answer(policy, "2029-12-31", "2026-12-31").payable == 300_000
        assert answer(policy, "2030-12-31", "2027-01-01").payable == 0


class TestEachYearByItself:
    """Its own ceiling, approval, figures, payments and name."""

    def test_the_cap_is_of_each_year(self) -> None:
        """50% of 300,000 is 150,000; of 500,000 it is 250,000, cut at 200,000."""
        figures = {"rent_year_1": "300000", "rent_year_2": "500000"}
        found = answer(rules(), "2026-12-31", figures=figures)
        assert [str(line.payable.at_least) for line in found.lines] == [
            "150000.00", "200000.00", "0.00",
        ]  # fmt: skip
        assert found.determined

    def test_a_year_that_is_not_stated_is_unknown(self) -> None:
        """Not 0: from nothing to the cap, and the figure of that year is asked for."""
        found = answer(rules(), "2026-12-31", figures={"rent_year_1": "300000"})
        assert due(found) == ("150000.00", "350000.00")
        assert [need.name for need in found.needs] == ["rent_year_2"]
        assert "Rent paid (second year)" in found.explain("en")
        assert "实缴租金（第二年）" in found.explain("zh")
        assert "租金补贴（第二年）" in found.explain("zh")

    def test_what_is_approved_is_so_for_one_year(self) -> None:
        """每年最高20万元: 120,000 approved for the first year says nothing of the second."""
        amount = {"fixed": "20万元", "upto": True, "clause": "c"}
        policy = rules(RENT | {"amount": amount})
        found = answer(policy, "2026-12-31", approved={"rent_year_1": "120000"})
        assert due(found) == ("120000.00", "320000.00")

    def test_what_was_paid_for_a_year_counts_for_it_alone(self) -> None:
        """150,000 paid for the first year leave the 50,000 of the second."""
        paid = [{"award": "rent_year_1", "on": "2025-07-01", "amount": "150000"}]
        figures = {"rent_year_1": "300000", "rent_year_2": "100000"}
        found = answer(rules(), "2026-12-31", figures=figures, payments=paid)
        assert due(found) == ("50000.00", "50000.00")
        assert found.overpaid.at_most == 0

    def test_a_condition_of_the_year(self) -> None:
        """当年营业收入增长的: stated for each year; a no takes away that year alone."""
        every = RENT["every_year"] | {"stated_by_year": ["rent", "grew"]}
        policy = rules(RENT | {"every_year": every, "needs": ["grew"]})
        figures = {f"rent_year_{year}": "100000" for year in (1, 2, 3)}
        flags = {"grew_year_1": True, "grew_year_2": False}
        found = answer(policy, "2027-12-31", figures=figures, flags=flags)
        assert due(found) == ("50000.00", "100000.00")
        assert [need.name for need in found.needs] == ["grew_year_3"]

    def test_a_condition_made_of_one_of_the_year(self) -> None:
        """It is one of each year too."""
        every = RENT["every_year"] | {"stated_by_year": ["rent", "grew"]}
        conditions = {
            "grew": {"flag": "grew", "clause": "c"},
            "not_grown": {"not_met": "grew", "clause": "c"},
        }
        policy = rules(RENT | {"every_year": every, "needs": ["not_grown"]}, conditions=conditions)
        assert policy.conditions["not_grown_year_2"].not_met == "grew_year_2"  # type: ignore[union-attr]


class TestWhatNamesIt:
    """A promise, a law, a deduction about the award is about each of its years."""

    def test_lists_of_awards(self) -> None:
        """An undertaking, a notice and what replaces or subtracts it."""
        stays = {
            "title": "不迁出", "awards": ["rent"], "broken_by": ["moved_out"], "clause": "c",
            "before_payment": "not_payable",
        }  # fmt: skip
        law = {"id": "n", "law": "l", "since": "2024-01-01", "awards": ["rent"], "text": "t"}
        bonus = {
            "id": "bonus", "title": "b", "clause": "c", "earned_by": "raised",
            "replaces": ["rent"],
            "amount": {"topup": "100万元", "less": ["rent"], "clause": "c"},
        }  # fmt: skip
        years = ("rent_year_1", "rent_year_2", "rent_year_3")
        policy = rules(undertakings={"stays": stays}, notices=[law], awards=[RENT, bonus])
        assert policy.undertakings["stays"].awards == years
        assert policy.notices[0].awards == years
        assert policy.award("bonus").replaces == years
        assert policy.award("bonus").amount.less == years  # type: ignore[union-attr]

    def test_the_best_of_years_and_others_is_refused(self) -> None:
        """Which of the years would compete is not said."""
        other = RENT | {"id": "other", "every_year": None, "title": "o", "amount": {
            "fixed": "1万元", "clause": "c"}}  # fmt: skip
        best = {"b": {"awards": ["rent", "other"], "clause": "c"}}
        assert codes(awards=[RENT, other], best_of=best) == [("undeclared", "best_of.b.awards")]


class TestRefused:
    """What would count from the day of the first year in every year."""

    def test_events_with_several_days(self) -> None:
        """From which of them the years run is not said."""
        place = [("years_of_one_day", "awards.rent.earned_by")]
        assert codes(award={"earned_by": "raised"}) == place
        assert codes(award={"earned_by": {"any_of": ["moved_in", "raised"]}}) == place

    def test_instalments(self) -> None:
        """They fall due from the day of the event."""
        parts = {"two": {"parts": [{"share": "50%"}, {"share": "50%", "years": 1}], "clause": "c"}}
        found = codes(award={"paid_in": "two"}, instalments=parts)
        assert found == [("of_the_first_year", "awards.rent.paid_in")]

    @pytest.mark.parametrize(
        "condition",
        [
            {"applied": {"within_months": 6}},
            {"applied": {"runs_from": "next_year"}},
            {"absent": "moved_out", "tested_on": "event"},
            {"absent": "moved_out", "after_event": True},
        ],
    )
    def test_conditions(self, condition: dict[str, Any]) -> None:
        """Also one inside another, and one of every award."""
        conditions = {
            "own": condition | {"clause": "c"},
            "outer": {"any_of": ["own"], "clause": "c"},
        }
        refused = [("of_the_first_year", "awards.rent.needs")]
        assert codes(award={"needs": ["outer"]}, conditions=conditions) == refused
        assert codes(needs=["own"], conditions=conditions) == refused

    def test_days_by_themselves_are_not(self) -> None:
        """An application between two days, or not moved out when it is paid, is of each year."""
        conditions = {
            "in_spring": {"applied": {"first": "2025-01-01", "last": "2027-12-31"}, "clause": "c"},
            "stayed": {"absent": "moved_out", "clause": "c"},
        }
        policy = rules(RENT | {"needs": ["in_spring", "stayed"]}, conditions=conditions)
        figures = {"rent_year_1": "100000", "rent_year_2": "100000"}
        applied = {"rent_year_1": "2024-12-31", "rent_year_2": "2026-06-30"}
        assert answer(policy, "2026-12-31", figures=figures, applied=applied).payable == 50_000

    @pytest.mark.parametrize(
        ("every_year", "path"),
        [
            ({"times": 1, "runs_from": "event"}, "awards[0].every_year.times"),
            ({"times": 11, "runs_from": "event"}, "awards[0].every_year.times"),
            ({"times": 3}, "awards[0].every_year.runs_from"),
            ({"times": 3, "runs_from": "month"}, "awards[0].every_year.runs_from"),
        ],
    )
    def test_how_often_and_from_when_is_said(self, every_year: Any, path: str) -> None:
        """From when it runs has no default: both are read."""
        assert [place for _, place in codes(award={"every_year": every_year})] == [path]

    def test_a_fact_of_every_year_is_of_nothing_else(self) -> None:
        """Another award that reads it would not know of which year."""
        other = RENT | {"id": "other", "title": "o"}
        del other["every_year"]
        assert codes(awards=[RENT, other]) == [("undeclared", "awards.other.amount.of")]

    def test_a_name_that_is_taken(self) -> None:
        """No part is silently another's."""
        figures = {"rent": "r", "rent_year_2": "s"}
        assert codes(figures=figures) == [("duplicate_id", "figures")]
        taken = {"rent_year_2_begun": {"flag": "grew", "clause": "c"}}
        assert codes(conditions=taken) == [("duplicate_id", "conditions")]


class TestDocuments:
    """Read from a file, written out, given in Python."""

    TEXT = """
id = "rent-2024"
document = { title = "示例（虚构）", issuer = "示例市" }
in_force = { first = 2024-01-01, clause = "c" }
clauses = { c = { item = "第一条", text = "每满1年给予租金补贴，连续三年。" } }
events = { moved_in = "入驻" }
figures = { rent = { zh = "实缴租金", at_most = "1000万元" } }

[[awards]]
id = "rent"
title = "租金补贴"
earned_by = "moved_in"
every_year = { times = 3, runs_from = "full_year", stated_by_year = ["rent"] }
amount = { rate = "50%", of = "rent", cap = "20万元" }
result_conditioned = false
selective = true
clause = "c"
"""

    def test_a_document(self, tmp_path: Path) -> None:
        """Its laws bear on each year; what was written out is not written out again."""
        path = tmp_path / "rent.toml"
        path.write_text(self.TEXT, encoding="utf-8")
        policy = load_policy(path)
        assert [each.id for each in policy.awards] == ["rent_year_1", "rent_year_2", "rent_year_3"]
        assert policy.notices[0].awards == ("rent_year_1", "rent_year_2", "rent_year_3")
        assert policy.award("rent_year_2").title.en == "租金补贴 (second year)"
        assert Policy.model_validate_json(policy.model_dump_json()) == policy
        assert [each.fault.code for each in lint(policy)] == []

    @pytest.mark.parametrize(
        ("bare", "path"),
        [
            ('cap = "20"', "awards.rent.amount.cap"),
            ('at_most = "1000"', "figures.rent.at_most"),
        ],
    )
    def test_an_amount_without_its_unit(self, bare: str, path: str, tmp_path: Path) -> None:
        """It is refused where it stands in the document."""
        key = bare.partition(" ")[0]
        written = self.TEXT.replace(f'{key} = "{"20" if key == "cap" else "1000"}万元"', bare)
        file = tmp_path / "rent.toml"
        file.write_text(written, encoding="utf-8")
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(file)
        assert [(each.code, each.path) for each in caught.value.faults] == [
            ("no_unit_written", path)
        ]

    def test_an_extending_document_names_the_year(self, tmp_path: Path) -> None:
        """One year's amount may be changed by the name it has."""
        (tmp_path / "rent.toml").write_text(self.TEXT, encoding="utf-8")
        more = """
extends = "rent.toml"
id = "more"
document = { title = "更多（虚构）", issuer = "示例市" }
clauses = { d = { item = "第一条", text = "第三年最高30万元。" } }

[[awards]]
id = "rent_year_3"
amount = { rate = "50%", of = "rent_year_3", cap = "30万元", clause = "d" }
"""
        (tmp_path / "more.toml").write_text(more, encoding="utf-8")
        policy = load_policy(tmp_path / "more.toml")
        caps = [each.amount.cap for each in policy.awards]  # type: ignore[union-attr]
        assert caps == [200_000, 200_000, 300_000]

    def test_an_award_made_in_python(self) -> None:
        """It is written out all the same."""
        award = Award.model_validate(RENT)
        assert Policy.model_validate(document() | {"awards": [award]}) == rules()

    def test_the_years_follow_the_words_of_the_clause(self) -> None:
        """Their lengths are not sought in the clause: 连续三年 gives the number of years."""
        clauses = {
            "c": {"item": "1", "text": "每满1年按50%给予不超过20万元，为期3年。", "document": "p"}
        }
        found = [each.fault.code for each in lint(rules(clauses=clauses))]
        assert "not_in_the_words" not in found
        assert "every_year_in_words" not in found
