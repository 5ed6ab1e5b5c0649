"""Each rule finds what it is for, at its key and in both languages, and not what is close to it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

import pytest

from lint.rules import RULES, STAR, banded, grouped, needing
from lint.rules_of_words import QUIET, UNSAID
from lint.small import Changes, Trips, found, keys, small
from listing_rewards.errors import Lang
from listing_rewards.policy.lint import Finding, lint
from listing_rewards.words.lint import FAULTS

LANGS: tuple[Lang, Lang] = ("en", "zh")
ADVICE = {
    *("calendar_year_in_words", "every_year_in_words", "budget_in_words", "year_without_budget"),
    "later_rules_in_words",
    "unknown_cap_in_words",
    "instead_of_the_same",
    *("later_by_best_of", "repayments_of_old"),
    *("cap_below_an_award", "cap_above_the_sum", "best_of_and_replaces", "replaces_in_a_chain"),
    *(
        "parts_beyond_an_award",
        "less_of_both",
        "replaced_by_nothing",
        "band_from_nothing",
        "absent_for_ever",
    ),
    *("reaches_back", "nothing_at_first", "value_too_late", "value_too_early"),
    *("not_in_the_words", "left_out_of_the_words", "ceiling_in_full", "no_part_in_the_words"),
    *("tiers_all_given", "one_day_for_all", "cap_before_increase", "all_events_count"),
    *("unused_fact", "unused_clause", "unused_part", "never_confirmed", "confirmed_long_ago"),
    *(
        "in_words_only",
        "words_say_otherwise",
        "working_days",
        "dated_by_another",
        "moving_in_alone",
        "moved_in_first",
    ),
    *(
        "parts_in_the_words",
        "cap_of_each_year",
        "sums_all_given",
        "years_at_once",
        "counted_from_zero",
    ),
    *("places_of_all_years", "one_application"),
    *("law_not_asked", "relation_not_said", "adds_up_against_the_words"),
    "higher_against_the_words",
}
ELSEWHERE = {
    *("unused_fact", "unused_clause", "unused_part", "never_confirmed", "confirmed_long_ago"),
    "law_not_asked",
}
each_rule = pytest.mark.parametrize(
    "rule", RULES, ids=[f"{i}-{rule.code}" for i, rule in enumerate(RULES)]
)


def says(finding: Finding, *words: str) -> bool:
    """Whether both sentences name some words, each in its own language."""
    english, chinese = (finding.sentence(lang) for lang in LANGS)
    assert english != chinese
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
    return all(word in english and word in chinese for word in words)


class TestRules:
    """What trips each rule, and what does not."""

    def test_nothing_is_found_in_the_small_policy(self) -> None:
        """What is found after a change comes of the change."""
        assert found({}) == []

    @each_rule
    def test_it_is_found(self, rule: Trips) -> None:
        """That, there, and nothing else."""
        assert keys(found(rule.changes)) == [(rule.code, rule.path)]

    @each_rule
    def test_what_is_close_is_not(self, rule: Trips) -> None:
        """Another finding may stand there; this one does not."""
        assert keys(found(rule.near)) == []

    @each_rule
    def test_its_level_and_sentences(self, rule: Trips) -> None:
        """Both sentences name the key and what it is about; the Chinese one by its label too."""
        (finding,) = found(rule.changes)
        assert finding.level == ("advice" if rule.code in ADVICE else "error")
        assert says(finding, rule.path, *rule.words)
        assert all(word in finding.sentence("zh") for word in rule.chinese)

    @pytest.mark.parametrize(
        ("bands", "expected"),
        [
            (
                ({"below": "900"}, {"at_least": "100", "below": "200"}, {"over": "300"}),
                ["bands_overlap", "bands_overlap"],
            ),
            (
                ({"over": "0"}, {"at_least": "100", "below": "200"}, {"over": "300"}),
                ["bands_overlap", "bands_overlap"],
            ),
            (
                ({"at_most": "500"}, {"at_least": "100", "below": "500"}, {"at_least": "500"}),
                ["bands_overlap", "number_in_two_bands"],
            ),
            (
                ({"below": "500"}, {"at_least": "100", "at_most": "500"}, {"at_least": "500"}),
                ["bands_overlap", "number_in_two_bands"],
            ),
            (({"below": "500"}, {"below": "500"}, {"over": "500"}),
             ["bands_overlap", "number_in_no_band"]),
        ],
    )  # fmt: skip
    def test_a_band_within_another(
        self, bands: tuple[dict[str, str], ...], expected: list[str]
    ) -> None:
        """The next one is checked against the one that reaches furthest, not against the last."""
        found_in = found(banded(*({**each, "fixed": str(i)} for i, each in enumerate(bands))))
        assert [each.fault.code for each in found_in] == expected

    def test_how_days_and_needs_are_said(self) -> None:
        """Days with one end; a need with what it comes down to, met or not."""
        early = needing("early", early={"happened": "listed", "last": "2023-12-31"})
        late = needing("late", late={"happened": "listed", "first": "2025-01-01"})
        assert "on days (up to 2023-12-31) that" in found(early)[0].sentence()
        assert "on days (from 2025-01-01 on) that" in found(late)[0].sentence()
        both = needing("both", "no", yes={"flag": "eligible"}, both={"all_of": ["yes"]},
                       no={"not_met": "yes"})  # fmt: skip
        (finding,) = found(both)
        assert "the conditions both (yes) and no (not yes) can" in finding.sentence()
        assert "条件 both（yes）、no（非 yes）" in finding.sentence("zh")

    def test_every_message_has_its_case(self) -> None:
        """No rule without a document that trips it."""
        assert {rule.code for rule in RULES} | ELSEWHERE == set(FAULTS)

    def test_errors_come_first(self) -> None:
        """Then advice, each in the order of the rules."""
        changes = grouped("999万元", "listed") | needing("never", never={"absent": "listed"})
        assert [each.level for each in found(changes)] == ["error", "advice"]


class TestNoFalseAlarm:
    """What a policy may well say."""

    @pytest.mark.parametrize("changes", QUIET)
    def test_words_that_are_carried_out(self, changes: Changes) -> None:
        """Or that concern something else."""
        codes = {rule.code for rule in UNSAID}
        assert [each for each in keys(found(changes)) if each[0] in codes] == []

    @pytest.mark.parametrize(
        "changes",
        [
            pytest.param(
                needing("twice", twice={"happened": "raised", "last": "2023-12-31"})
                | {"awards.listed.earned_by": "raised"},
                id="an event again, after one before the policy",
            ),
            pytest.param(
                {"awards.listed.amount": {"dated": [
                    {"since": "2021-01-01", "amount": "1万元"},
                    {"since": "2024-07-01", "repealed": True},
                ]}},
                id="a value from before, and its repeal",
            ),
            pytest.param(
                grouped("999万元", "listed") | {"awards.listed.amount": {"unknown": "未列明"}},
                id="the sum is not known",
            ),
            pytest.param(
                grouped("999万元", "listed")
                | {"awards.listed.amount": {"fixed": "1万元", "per": "raised"}},
                id="as often as it happens",
            ),
            pytest.param(
                grouped("999万元", "listed")
                | {"awards.listed.amount": {
                    "rate": "1%", "of": "raised", "cap": "9万元", "cap_per": "event",
                }},
                id="a cap for each of any number",
            ),
            pytest.param(
                grouped("999万元", "listed")
                | {"awards.listed.amount": {
                    "bands": [{"fixed": "9万元"}], "of": "raised", "applied_per": "year",
                }},
                id="a table applied to each of any number of years",
            ),
            pytest.param(
                grouped("300万元", "filed", "listed")
                | {"best_of.one": {"awards": ["listed", "moved"]}}
                | {"awards.moved": {"earned_by": "moved", "amount": "1万元"}},
                id="the other of best_of is not in the group",
            ),
            pytest.param(
                needing("either", "no", star=STAR, small={"figure": "profit", "below": "8"},
                        either={"any_of": ["star", "small"]}, no={"not_met": "star"}),
                id="one way out of two is left",
            ),
            pytest.param(
                {"in_force.repealed": {"since": "2024-07-01", "by": "新办法"}},
                id="repealed",
            ),
            pytest.param({"document.issued": None}, id="no day on the document"),
        ],
    )  # fmt: skip
    def test_nothing_is_found(self, changes: Changes) -> None:
        """No finding at all."""
        assert found(changes) == []


class TestMost:
    """What awards can add up to, by construct: a cap just above it is reported, that cap is not."""

    @pytest.mark.parametrize(
        ("amount", "most"),
        [
            ({"fixed": "20万元", "per": "filed"}, 20),
            ({"fixed": "20万元", "per": "filed", "cap": "15万元"}, 15),
            ({"fixed": "20万元", "per": "raised", "cap": "90万元"}, 90),
            ({"rate": "2%", "of": "listed", "cap": "8万元", "cap_per": "event"}, 8),
            ({"rate": "2%", "of": "profit", "cap": "8万元", "floor": "1万元"}, 8),
            ({"topup": "70万元", "less": ["filed"]}, 70),
            ({"fixed": "7万元", "upto": True}, 7),
            ({"bands": [{"below": "100万元", "rate": "5%"}, {"at_least": "100万元",
              "fixed": "6万元"}], "of": "listed"}, 6),
            ({"bands": [{"below": "200万元", "rate": "5%"}, {"at_least": "200万元",
              "rate": "5%", "cap": "8万元"}], "of": "listed"}, 10),
            ({"dated": [{"since": "2024-01-01", "amount": "9万元"},
                        {"since": "2024-06-01", "amount": "5万元"}]}, 9),
        ],
    )  # fmt: skip
    def test_of_one(self, amount: object, most: int) -> None:
        """In 万元."""
        alone = {"awards.listed.amount": amount}
        assert found(grouped(f"{most}万元", "listed") | alone) == []
        (finding,) = found(grouped(f"{most}.01万元", "listed") | alone)
        assert finding.fault.code == "cap_above_the_sum"
        assert f"{most * 10_000:,}.00" in finding.sentence()

    def test_alternatives_of_a_real_policy(self) -> None:
        """Xi'an 2023: 200 + 150 + 20 + 30 + 600 万元 are its 1000万元."""
        parts = {
            "conversion": ("filed", 200, ()), "neeq_base": ("moved", 100, ()),
            "neeq_up": ("moved", 50, ()), "neeq_direct": ("moved", 150, ("neeq_base", "neeq_up")),
            "filed": ("filed", 20, ()), "accepted": ("filed", 30, ()),
            "listed": ("listed", 500, ()), "direct_link": ("listed", 600, ("listed",)),
        }  # fmt: skip
        awards: Changes = {
            f"awards.{name}": {"earned_by": event, "amount": f"{wan}万元", "replaces": replaces}
            for name, (event, wan, replaces) in parts.items()
        }
        assert found({**awards, **grouped("1000万元", *parts)}) == []
        (finding,) = found({**awards, **grouped("1001万元", *parts)})
        assert "10,000,000.00" in finding.sentence()

    def test_a_share_in_a_real_policy(self) -> None:
        """Huzhou 2022: 300 + 500 + 500 + 100 + at most 600 万元 are its 2000万元."""
        awards: Changes = {
            f"awards.part_{wan}_{event}": {"earned_by": event, "amount": f"{wan}万元"}
            for wan, event in ((300, "filed"), (500, "moved"), (500, "listed"), (100, "listed"))
        }
        invested = {"rate": "1%", "of": "raised", "cap": "600万元"}
        awards |= {"awards.invested": {"earned_by": "raised", "amount": invested}}
        names = [path.partition(".")[2] for path in awards]
        assert found({**awards, **grouped("2000万元", *names)}) == []
        (finding,) = found({**awards, **grouped("2001万元", *names)})
        assert "20,000,000.00" in finding.sentence()

    def test_many_in_each_others_way_are_added_up(self) -> None:
        """An upper bound that is quick to reach says nothing wrong."""
        names = [f"part_{i}" for i in range(40)]
        awards: Changes = {
            f"awards.{name}": {"earned_by": "listed", "amount": "1万元"} for name in names
        }
        best: Changes = {"best_of.one": {"awards": names}}
        assert found({**awards, **best, **grouped("40万元", *names)}) == []
        assert len(found({**awards, **best, **grouped("41万元", *names)})) == 1


class TestUnused:
    """What is declared and read by nothing."""

    USED: ClassVar[Changes] = {
        **needing(
            "eligible", "profit", "star", "year", "local", "staff",
            eligible={"flag": "eligible"}, star=STAR,
            profit={"figure": "profit", "over": "0"},
            local={"figure": "local", "over": "0"},
            staff={"figure": "staff", "over": "0"},
            year={"seasoning": "filed", "years": 1, "restarted_by": "moved"},
        ),
        "awards.filed": {"earned_by": "raised", "amount": "1万元"},
    }  # fmt: skip

    def test_everything_is_used(self) -> None:
        """Nothing to tell."""
        assert found(self.USED, unused=True) == []

    @pytest.mark.parametrize(
        ("without", "path", "label"),
        [
            ("profit", "figures.profit", "净利润"),
            ("eligible", "flags.eligible", "符合"),
            ("star", "attributes.board", "板块"),
            ("year", "events.moved", "迁出"),
        ],
    )
    def test_facts(self, without: str, path: str, label: str) -> None:
        """A fact is used by the condition that reads it; it may also be only recorded."""
        replaced = {f"conditions.{without}": {"figure": "staff", "over": "1"}}
        changes = {**self.USED, **replaced, "events.listed.after": ["filed"]}
        (finding,) = found(changes, unused=True)
        assert (finding.level, *keys([finding])[0]) == ("advice", "unused_fact", path)
        assert says(finding, path.split(".")[1], "record_only")
        assert label in finding.sentence("zh")
        assert found({**changes, f"{path}.record_only": True}, unused=True) == []

    @pytest.mark.parametrize(
        "use",
        [
            {"events.listed.after": ["extra"]},
            {"events.listed.ended_by": "extra"},
            {"undertakings.r": {"title": "退还", "broken_by": ["extra"], "awards": ["listed"],
                                "before_payment": "reported"}},
            {"instalments.i": {"parts": [{"share": "100%", "event": "extra"}]},
             "awards.listed.paid_in": "i"},
            {"awards.filed.amount": {"fixed": "1万元", "per": "extra"}},
        ],
    )  # fmt: skip
    def test_what_uses_an_event(self, use: Changes) -> None:
        """An order, an end, an undertaking, an instalment, an amount; not its own order."""
        extra = {"events.extra": {"zh": "其他", "en": "Other", "after": ["filed"]}}
        assert keys(found({**self.USED, **extra}, unused=True)) == [("unused_fact", "events.extra")]
        assert found({**self.USED, **extra, **use}, unused=True) == []

    def test_a_figure_of_which_another_is_made(self) -> None:
        """It is used by that figure, which a condition reads."""
        parts = {"way": "least", "of": ["profits"], "years": 2, "before": "listed"}
        changes = {
            **self.USED,
            "figures.profits": {"zh": "年度净利润", "en": "Profits", "yearly": True},
            "figures.of_two": {"zh": "两年净利润", "en": "Profit of two years", "made": parts},
            "conditions.profit": {"figure": "of_two", "over": "0"},
            "conditions.one": {"figure": "profit", "over": "0"},
            "awards.filed.needs": ["one"],
        }
        assert found(changes, unused=True) == []

    def test_clauses(self) -> None:
        """A clause of a document that this one extends is left to that document."""
        clause = {"item": {"zh": "第九条", "en": "article 9"}, "text": "其他。"}
        (finding,) = found({**self.USED, "clauses.d": clause}, unused=True)
        assert (finding.level, *keys([finding])[0]) == ("advice", "unused_clause", "clauses.d")
        assert says(finding, "clauses.d")
        assert "article 9" in finding.sentence("en")
        assert "第九条" in finding.sentence("zh")
        based = {"clauses.d": {**clause, "document": "base"}, "based_on": {"base": {
            "title": "上级文件", "issuer": "某省"}}}  # fmt: skip
        assert found({**self.USED, **based}, unused=True) == []

    @pytest.mark.parametrize(
        ("path", "part", "use"),
        [
            ("conditions.extra", {"flag": "eligible"}, {"needs": ["extra"]}),
            (
                "groups.extra",
                {"title": "合计", "cap": "1万元"},
                {"awards.filed.group": "extra"},
            ),
            (
                "instalments.extra",
                {"parts": [{"share": "100%"}]},
                {"awards.listed.paid_in": "extra"},
            ),
            (
                "shares.extra",
                {"parts": [{"level": "city", "title": "市级", "share": "100%"}]},
                {"awards.listed.borne_by": "extra"},
            ),
        ],
    )
    def test_parts(self, path: str, part: object, use: Changes) -> None:
        """A condition, a group, a way of paying or sharing that no award names."""
        changes = {**self.USED, path: part}
        (finding,) = found(changes, unused=True)
        assert (finding.level, *keys([finding])[0]) == ("advice", "unused_part", path)
        assert says(finding, "extra", *(key.rpartition(".")[2] for key in use))
        assert found({**changes, **use}, unused=True) == []

    def test_what_is_inherited_cannot_be_taken_out(self) -> None:
        """A condition on a clause of the document extended, replaced by another here."""
        based = {
            "clauses.d": {"item": "第九条", "text": "其他。", "document": "base"},
            "based_on": {"base": {"title": "上级文件", "issuer": "某省"}},
            "conditions.extra": {"flag": "eligible", "clause": "d"},
        }
        assert found({**self.USED, **based}, unused=True) == []


class TestConfirmed:
    """Somebody signs that the numbers still hold, at most a year before the as-of date."""

    DAY = date(2025, 3, 1)

    def told(self, changes: Changes, as_of: date | None) -> list[Finding]:
        """What is reported of who has confirmed the numbers."""
        findings = lint(small(changes), as_of=as_of)
        return [each for each in findings if not each.fault.code.startswith("unused_")]

    def signed(self, day: str) -> Changes:
        """Confirmed on a day."""
        return {"document.confirmed": {"on": day, "by": "某市财政局"}}

    def test_never(self) -> None:
        """Asked only where there is a day to ask for."""
        assert self.told({}, None) == []
        (finding,) = self.told({}, self.DAY)
        assert finding.level == "advice"
        assert keys([finding]) == [("never_confirmed", "document.confirmed")]
        assert says(finding, "confirmed.on", "confirmed.by")

    def test_more_than_a_year_ago(self) -> None:
        """Up to the corresponding day a signature holds; 29 February falls to the 28th."""
        assert self.told(self.signed("2024-03-01"), self.DAY) == []
        (finding,) = self.told(self.signed("2024-02-29"), self.DAY)
        assert finding.level == "advice"
        assert keys([finding]) == [("confirmed_long_ago", "document.confirmed.on")]
        assert says(finding, "2024-02-29", "2025-03-01", "confirmed.on", "confirmed.by")
        assert self.told(self.signed("2024-02-29"), date(2025, 2, 28)) == []
        assert self.told(self.signed("2025-06-01"), self.DAY) == []
