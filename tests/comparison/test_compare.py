"""Two policies on the same enterprises: totals, who gains, who loses, and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from property.strategies import generated_questions
from property.values import Question

from listing_rewards import Bounds, Case, InvalidCase, Policy, compare, load_policy
from listing_rewards.comparison import facts_of_both
from listing_rewards.report.comparison import effect_text

DAY = date(2025, 12, 31)
BEFORE = load_policy("zhanjiang-bse-2023-illustrative")


def yuan(least: str, most: str | None = None) -> Bounds:
    """A range, or one amount."""
    return Bounds(Decimal(least), Decimal(most or least))


def after(**changes: Any) -> Policy:
    """The illustrative policy with some of its awards changed."""
    awards = [
        award.model_dump(exclude_none=True) | changes.get(award.id, {}) for award in BEFORE.awards
    ]
    return Policy.model_validate(BEFORE.model_dump() | {"id": "after", "awards": awards})


def fixed(amount: str) -> dict[str, Any]:
    """An award's new amount."""
    return {"amount": {"fixed": amount, "assumed": "a test"}}


def case(name: str, *events: str, **more: Any) -> Case:
    """An enterprise to which something happened; events as ``kind day``."""
    happened = [dict(zip(("kind", "on"), each.split(), strict=True)) for each in events]
    return Case.model_validate({"enterprise": {"name": name}, "events": happened, **more})


LISTED = case("示例甲公司", "neeq_listed 2023-09-15")
FILED = case("示例乙公司", "bse_tutoring_filed 2023-09-15")
BOTH = case("示例丙公司", "neeq_listed 2023-09-15", "neeq_innovation 2024-01-10")
NOTHING = case("示例丁公司")
CASES = [LISTED, FILED, BOTH, NOTHING]


class TestCompare:
    """What every enterprise is entitled to under each, and which change makes the difference."""

    def test_who_gains_and_who_loses(self) -> None:
        """50万 becomes 80万 for NEEQ, 100万 becomes 60万 for tutoring; the tier stays."""
        changed = after(neeq_listed=fixed("80万元"), bse_tutoring_filed=fixed("60万元"))
        effect = compare(CASES, BEFORE, changed, as_of=DAY)
        assert [each.effect for each in effect.enterprises] == ["gains", "loses", "gains", "same"]
        assert [each.difference for each in effect.enterprises] == [
            Decimal(300000), Decimal(-400000), Decimal(300000), Decimal(0),
        ]  # fmt: skip
        assert (effect.before, effect.after) == (yuan("2500000.00"), yuan("2700000.00"))
        assert effect.difference == Decimal(200000)
        assert [each.enterprise.name for each in effect.having("loses")] == ["示例乙公司"]

    def test_totals_by_award(self) -> None:
        """Each award's total over all enterprises; those of no change are there too."""
        changed = after(neeq_listed=fixed("80万元"))
        totals = {
            each.award: (each.before.at_least, each.after.at_least)
            for each in compare(CASES, BEFORE, changed, as_of=DAY).awards
        }
        assert totals["neeq_listed"] == (Decimal(1000000), Decimal(1600000))
        assert totals["neeq_innovation"] == (Decimal(500000), Decimal(500000))
        assert totals["bse_listed"] == (Decimal(0), Decimal(0))

    def test_why(self) -> None:
        """The amount, the condition and the cap that changed are named, and nothing else."""
        dump = after(neeq_listed=fixed("80万元")).model_dump()
        dump["groups"]["neeq_bse"] |= {"cap": "60万元", "clause": None, "assumed": "a test"}
        changed = Policy.model_validate(dump)
        of_both = compare(CASES, BEFORE, changed, as_of=DAY).enterprises[2]
        because = {each.award: each.because for each in of_both.awards}
        cap = ("groups.neeq_bse.clause", "groups.neeq_bse.assumed", "groups.neeq_bse.cap")
        assert set(because["neeq_listed"]) == {"awards.neeq_listed.amount", *cap}
        assert set(because["neeq_innovation"]) == set(cap)

    def test_room_taken_by_another_award(self) -> None:
        """Where only another award under the same cap changed, that one is the reason."""
        small = BEFORE.model_dump()
        small["groups"]["neeq_bse"]["cap"] = "100万元"
        first = Policy.model_validate(small)
        second_dump = after(neeq_listed=fixed("80万元")).model_dump()
        second_dump["groups"]["neeq_bse"]["cap"] = "100万元"
        second = Policy.model_validate(second_dump)
        effects = compare([BOTH], first, second, as_of=DAY).enterprises[0].awards
        tier = next(each for each in effects if each.award == "neeq_innovation")
        assert (tier.before, tier.after) == (yuan("500000.00"), yuan("200000.00"))
        assert tier.because == ("awards.neeq_listed.amount",)

    def test_an_award_that_only_one_policy_has(self) -> None:
        """It counts nothing under the other, and its status there is None."""
        awards = tuple(each for each in BEFORE.awards if each.id != "neeq_listed")
        notices = tuple(
            each.model_copy(update={"awards": tuple(n for n in each.awards if n != "neeq_listed")})
            for each in BEFORE.notices
        )
        without = BEFORE.model_copy(update={"id": "w", "awards": awards, "notices": notices})
        effect = compare([LISTED], BEFORE, without, as_of=DAY).enterprises[0]
        assert effect.effect == "loses"
        assert effect.awards[0].status_after is None
        assert effect.awards[0].because == ("awards.neeq_listed",)

    def test_an_unknown_amount_leaves_it_open(self) -> None:
        """From an unknown amount to a known one: nobody can say who gains."""
        source = load_policy("zhanjiang-bse-2023")
        effect = compare([LISTED], source, BEFORE, as_of=DAY)
        assert effect.enterprises[0].effect == "open"
        assert effect.enterprises[0].difference is None
        assert effect.before == Bounds(Decimal("0.00"), Decimal("9000000.00"))

    def test_a_fact_of_one_policy_only(self) -> None:
        """It is read where it is declared, left out elsewhere; unknown to both, it is refused."""
        dump = BEFORE.model_dump() | {"id": "other"}
        dump["flags"] = {**dump["flags"], "pilot": {"zh": "试点", "en": "Pilot"}}
        dump["conditions"] = {**dump["conditions"], "pilot": {"flag": "pilot", "assumed": "x"}}
        dump["awards"] = [
            each | ({"needs": ["eligible", "pilot"]} if each["id"] == "neeq_listed" else {})
            for each in dump["awards"]
        ]
        other = Policy.model_validate(dump)
        pilot = case("示例甲公司", "neeq_listed 2023-09-15", flags={"pilot": True})
        assert compare([pilot], BEFORE, other, as_of=DAY).enterprises[0].effect == "same"
        assert "pilot" in facts_of_both(BEFORE, other).flags
        with pytest.raises(InvalidCase, match="pliot"):
            compare([case("x", flags={"pliot": True})], BEFORE, other, as_of=DAY)

    def test_said_in_both_languages(self) -> None:
        """Counts, totals, each enterprise that gains or loses, the items, and the amendment."""
        changed = after(neeq_listed=fixed("80万元"), bse_tutoring_filed=fixed("60万元"))
        effect = compare(CASES, BEFORE, changed, as_of=DAY)
        english, chinese = (effect_text(effect, BEFORE, changed, lang) for lang in ("en", "zh"))
        assert "2 gain, 1 lose, 1 stay the same, 0 cannot be determined yet." in english
        assert "增加 2 家，减少 1 家，不变 1 家，尚不能确定 0 家。" in chinese
        gain = "- 示例甲公司: 500,000.00 yuan -> 800,000.00 yuan (+300,000.00)"
        assert gain in english
        assert "示例乙公司：1,000,000.00元 → 600,000.00元（-400,000.00）" in chinese
        assert "by item 2 below" in english
        assert '2. In "Reward for filing tutoring for the BSE"' in english
        assert "二、“北交所辅导备案奖励”" in chinese


class TestLaws:
    """What holds for any two policies and any case."""

    @given(generated_questions())
    def test_a_policy_in_its_own_place_changes_nothing(self, question: Question) -> None:
        """Nobody gains, nobody loses, and nothing is a reason."""
        policy = question.policy
        effect = compare([question.case], policy, policy, as_of=question.as_of)
        assert effect.before == effect.after == question.answer().entitled
        assert effect.enterprises[0].effect == "same"
        assert effect.enterprises[0].awards == ()

    @given(generated_questions())
    def test_the_sides_are_the_answers(self, question: Question) -> None:
        """Each side is what `assess` says of that policy alone; turned round, gains are losses."""
        days = question.policy.in_force
        one_day = days.model_copy(update={"last": days.first, "repealed": None})
        shorter = question.policy.model_copy(update={"id": "other", "in_force": one_day})
        there = compare([question.case], question.policy, shorter, as_of=question.as_of)
        back = compare([question.case], shorter, question.policy, as_of=question.as_of)
        assert there.before == question.answer().entitled == back.after
        assert there.after == back.before
        turned = {"gains": "loses", "loses": "gains", "same": "same", "open": "open"}
        assert back.enterprises[0].effect == turned[there.enterprises[0].effect]
