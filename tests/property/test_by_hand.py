"""The three rules by hand are the rules that `assess` applies."""

from datetime import date
from decimal import Decimal

from hypothesis import given

from listing_rewards import Case, neeq_seasoning, regional_financing_reward, staged_reward
from listing_rewards.assessment import SeasoningCheck
from listing_rewards.values.money import LIMIT
from listing_rewards.values.range import exactly
from property.strategies import lives, questions
from property.values import (
    ILLUSTRATIVE,
    PLAN_FIRST,
    PLAN_LAST,
    SOURCE,
    STAGES,
    Question,
    as_of_days,
)


class TestByHand:
    """Each rule called by hand on an answer's own facts gives the answer's own amounts.

    Task 7 (挂牌满一年), task 9 (分阶段…最高900万元), task 10 (2%…不超过10万元).
    """

    @given(lives(), as_of_days())
    def test_staged_reward_agrees(self, case: Case, as_of: date) -> None:
        """The stages, with their amounts where they are met and their payments, settle alike."""
        answer = Question(case, ILLUSTRATIVE, as_of).answer()
        lines = {stage: answer.line(stage) for stage in STAGES}
        if any(line.truth == "unknown" or line.paid >= LIMIT for line in lines.values()):
            return  # no question for the rule by hand, which takes plain amounts
        nothing = Decimal("0.00")
        reward = staged_reward(
            {
                stage: line.nominal.at_least if line.truth == "met" else nothing
                for stage, line in lines.items()
            },
            paid={stage: line.paid for stage, line in lines.items()},
        )
        for stage, line in zip(reward.stages, lines.values(), strict=True):
            assert exactly(stage.entitled) == line.entitled
            assert exactly(stage.payable) == line.payable
            assert exactly(stage.overpaid) == line.overpaid
        (group,) = answer.groups
        assert exactly(reward.entitled) == group.entitled
        assert exactly(reward.payable) == group.payable
        assert exactly(reward.overpaid) == group.overpaid
        assert reward.paid == group.paid

    @given(lives(), as_of_days())
    def test_regional_financing_reward_agrees(self, case: Case, as_of: date) -> None:
        """2% of all financings of the plan's days, capped, is what the line comes to."""
        amounts = [
            each.amount
            for each in case.events
            if each.kind == "regional_financing" and PLAN_FIRST <= each.on <= min(PLAN_LAST, as_of)
        ]
        known = [amount for amount in amounts if amount is not None]
        if sum(known) >= LIMIT:
            return
        reward = regional_financing_reward(sum(known, Decimal("0.00")))
        line = Question(case, SOURCE, as_of).answer().line("regional_financing")
        assert line.nominal.at_least == reward
        if len(known) == len(amounts):
            assert line.nominal == line.entitled == exactly(reward)
            assert line.payable.at_least == max(reward - line.paid, Decimal("0.00"))

    @given(questions())
    def test_neeq_seasoning_agrees(self, question: Question) -> None:
        """Every period that could be compared is the one counted by hand."""
        for check in question.answer().checks:
            if isinstance(check, SeasoningCheck) and check.found == "compared":
                assert check.started_on is not None
                assert check.tested_on is not None
                year = neeq_seasoning(
                    check.started_on,
                    check.tested_on,
                    years=check.years,
                    months=check.months,
                    counting=check.counting,
                )
                assert (check.truth == "met") == year.met
                assert check.completes_on == year.completes_on
                assert check.met_from == year.met_from
                assert check.days_left == year.days_left
                assert check.on_boundary_day == year.on_boundary_day
