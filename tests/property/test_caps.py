"""No cap is ever exceeded."""

from decimal import Decimal

from hypothesis import given

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.bounds import Bounds
from listing_rewards.policy.amounts import RateAmount
from property.strategies import Question, questions

Members = list[AwardLine]


def members(answer: Assessment, group: str) -> Members:
    """The lines of the awards that share a cap."""
    return [answer.line(award.id) for award in answer.policy.awards if award.group == group]


def most(amount: Bounds) -> Decimal:
    """The upper end of a range that has one."""
    assert amount.at_most is not None
    return amount.at_most


class TestCaps:
    """Payable and entitled never exceed a cap, and what was paid uses it up.

    Task 9: 最高奖励金额900万元. Task 10: 最高奖励金额不超过10万元. Payable and paid together
    exceed a common cap only where what was paid does so alone.
    """

    @given(questions())
    def test_a_group_is_never_entitled_to_more_than_its_cap(self, question: Question) -> None:
        """Neither end of a group's entitled total, nor of any line in it, exceeds the cap."""
        answer = question.answer()
        for group in answer.groups:
            assert most(group.entitled) <= group.cap
            for line in members(answer, group.group):
                assert most(line.entitled) <= group.cap

    @given(questions())
    def test_payable_and_paid_stay_within_the_cap(self, question: Question) -> None:
        """Payable plus all that the group was paid exceeds the cap only if the paid part does."""
        answer = question.answer()
        for group in answer.groups:
            limit = max(group.cap, group.paid)
            assert most(group.payable) + group.paid <= limit
            for line in members(answer, group.group):
                assert most(line.payable) + group.paid <= limit

    @given(questions())
    def test_what_is_certain_of_each_line_fits_under_the_cap_together(
        self, question: Question
    ) -> None:
        """The certain parts of all lines of a group can be paid side by side."""
        answer = question.answer()
        for group in answer.groups:
            lines = members(answer, group.group)
            assert sum(line.entitled.at_least for line in lines) <= group.cap
            owed = sum(line.payable.at_least for line in lines)
            assert owed + group.paid <= max(group.cap, group.paid)

    @given(questions())
    def test_a_cap_that_is_not_reached_takes_nothing_away(self, question: Question) -> None:
        """Where all of a group's granted amounts fit under its cap, each is left whole."""
        answer = question.answer()
        for group in answer.groups:
            lines = members(answer, group.group)
            granted = [next(s.result for s in line.steps if s.op == "when") for line in lines]
            tops = [each.at_most for each in granted]
            if None not in tops and sum(top for top in tops if top is not None) <= group.cap:
                assert [line.entitled for line in lines] == granted

    @given(questions())
    def test_an_award_stays_within_its_own_cap(self, question: Question) -> None:
        """A share of an amount never exceeds its cap, taken once for each thing it holds for."""
        answer = question.answer()
        first, last = question.policy.in_force.first, question.policy.in_force.last
        for award in question.policy.awards:
            amount = award.amount
            if not isinstance(amount, RateAmount) or amount.cap is None:
                continue
            on = [each.on for each in question.case.events if each.kind == amount.of]
            on = [day for day in on if first <= day <= (last or day) and day <= question.as_of]
            held_for = {"enterprise": 1, "year": len({day.year for day in on}), "event": len(on)}
            limit = amount.cap * held_for[amount.cap_per]
            line = answer.line(award.id)
            if on:
                assert most(line.nominal) <= limit
                assert most(line.payable) + line.paid <= max(limit, line.paid)
