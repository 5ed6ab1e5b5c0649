"""Two policies: the smallest case in which they differ, or a proof that there is none."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from listing_rewards import assess, load_policy
from listing_rewards.proof import Outcome, Proof, effect, same
from proof.planted import ILLUSTRATIVE, changed, year_from_the_wrong_day


def outcome(proof: Proof, law: str, subject: str) -> Outcome:
    """What became of one law for one award."""
    (found,) = [each for each in proof.outcomes if (each.law, each.subject) == (law, subject)]
    return found


def entitled(found: Outcome, award: str) -> list[Decimal]:
    """What an award is certainly entitled to under either policy."""
    answers = [assess(each.case, each.policy, as_of=each.as_of) for each in found.situations]
    return [answer.line(award).entitled.at_least for answer in answers]


@pytest.fixture(scope="module")
def counted_otherwise() -> Proof:
    """The effect of a year that is counted from the wrong day."""
    return effect(ILLUSTRATIVE, year_from_the_wrong_day(), events=1)


class TestEffect:
    """For each award and direction the smallest case, or a proof that there is none."""

    def test_a_year_counted_from_the_wrong_day(self, counted_otherwise: Proof) -> None:
        """Listed for exactly a year, and accepted: 2,000,000 before, nothing any more."""
        found = outcome(counted_otherwise, "gives_less", "bse_accepted")
        assert found.status == "shown"
        assert entitled(found, "bse_accepted") == [Decimal("2000000"), Decimal("0")]
        case = found.situations[0].case
        assert {each.kind: each.on for each in case.events} == {
            "neeq_listed": date(2023, 7, 7),
            "bse_accepted": date(2024, 7, 7),
        }

    def test_the_other_direction(self, counted_otherwise: Proof) -> None:
        """In the innovation tier for a year, without ever having been listed: 2,000,000 now."""
        found = outcome(counted_otherwise, "gives_more", "bse_accepted")
        assert entitled(found, "bse_accepted") == [Decimal("0"), Decimal("2000000")]

    def test_what_does_not_change(self, counted_otherwise: Proof) -> None:
        """The regional reward is proved to stay as it is."""
        for law in ("gives_more", "gives_less"):
            assert outcome(counted_otherwise, law, "regional_financing").status == "never"

    def test_another_number(self) -> None:
        """A rate of 3% instead of 2% gives more from 17 fen on, and less never."""
        awards = ILLUSTRATIVE.model_dump(mode="json")["awards"]
        awards[5]["amount"]["rate"] = "3%"
        proof = effect(ILLUSTRATIVE, changed(awards=awards), events=1)
        found = outcome(proof, "gives_more", "regional_financing")
        assert [each.case.events[0].amount for each in found.situations] == [Decimal("0.17")] * 2
        assert entitled(found, "regional_financing") == [Decimal("0.00"), Decimal("0.01")]
        assert outcome(proof, "gives_less", "regional_financing").status == "never"


class TestSame:
    """A rewriting that must change nothing is proved to change nothing, or a case shows it."""

    def test_a_rewriting(self) -> None:
        """A condition named otherwise, a year as twelve months: the same amounts always."""
        data = ILLUSTRATIVE.model_dump(mode="json")
        conditions = data["conditions"]
        conditions["a_year"] = conditions.pop("seasoned") | {"years": 0, "months": 12}
        for award in data["awards"]:
            award["needs"] = [each.replace("seasoned", "a_year") for each in award["needs"]]
        rewritten = changed(conditions=conditions, awards=data["awards"])
        assert same(ILLUSTRATIVE, rewritten, events=1).proved

    def test_a_day_more(self) -> None:
        """Counted as the Civil Code counts, exactly a year is a day too few."""
        conditions = ILLUSTRATIVE.model_dump(mode="json")["conditions"]
        conditions["seasoned"]["counting"] = "civil_code"
        proof = same(ILLUSTRATIVE, changed(conditions=conditions), events=1)
        assert not proof.proved
        found = outcome(proof, "same_answer", "bse_accepted")
        days = {each.kind: each.on for each in found.situations[0].case.events}
        assert days["bse_accepted"] - days["neeq_listed"] == timedelta(366)

    def test_an_award_that_is_gone(self) -> None:
        """It gives less in the smallest case in which it gave anything."""
        awards = ILLUSTRATIVE.model_dump(mode="json")["awards"][:5]
        notices = [
            each | {"awards": [name for name in each["awards"] if name != "regional_financing"]}
            for each in ILLUSTRATIVE.model_dump(mode="json")["notices"]
        ]
        proof = same(ILLUSTRATIVE, changed(awards=awards, notices=notices), events=1)
        assert [each.subject for each in proof.outcomes if each.finding] == ["regional_financing"]

    def test_the_two_shipped_documents(self) -> None:
        """The source gives no stage amounts: a range there, an amount in the illustrative one."""
        source = load_policy("zhanjiang-bse-2023")
        proof = same(source, ILLUSTRATIVE, events=1)
        differing = {each.subject for each in proof.outcomes if each.finding}
        assert differing == {award.id for award in source.awards} - {"regional_financing"}
