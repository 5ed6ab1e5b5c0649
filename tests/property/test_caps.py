"""No cap is ever exceeded."""

from decimal import Decimal

from hypothesis import given

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.policy.amounts import FixedAmount, RateAmount, TopUpAmount, plain_amounts
from listing_rewards.policy.constructs import known_cap
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds, total
from property.strategies import generated_questions, questions
from property.values import Question

Members = list[AwardLine]
AFTER_ALTERNATIVES = {"when", "replaced", "best_of"}


def members(answer: Assessment, group: str) -> Members:
    """The lines of the awards that share a cap."""
    return [answer.line(award.id) for award in answer.policy.awards if award.group == group]


def most(amount: Bounds) -> Decimal:
    """The upper end of a range that has one."""
    assert amount.at_most is not None
    return amount.at_most


def reaches(cap: Bounds, amount: Bounds) -> bool:
    """Whether the upper end of a cap, which it may have none of, is not below that of an amount."""
    return cap.at_most is None or most(amount) <= cap.at_most


def granted(line: AwardLine) -> Bounds:
    """What the award gives after conditions and alternatives."""
    return [step.result for step in line.steps if step.op in AFTER_ALTERNATIVES][-1]


class TestCaps:
    """Payable and entitled never exceed a cap, and what was paid uses it up.

    Task 9: 最高奖励金额900万元. Task 10: 最高奖励金额不超过10万元. Payable and paid together
    exceed a common cap only where what was paid does so alone. A cap that depends on a condition
    is one of those that the policy writes.
    """

    @given(questions())
    def test_a_group_is_never_entitled_to_more_than_its_cap(self, question: Question) -> None:
        """Neither end of a group's entitled total, nor of any line in it, exceeds the cap."""
        answer = question.answer()
        for group in answer.groups:
            lines = members(answer, group.group)
            for entitled in (group.entitled, *(line.entitled for line in lines)):
                assert entitled.at_least <= group.cap.at_least
                assert reaches(group.cap, entitled)

    @given(questions())
    def test_payable_and_paid_stay_within_the_cap(self, question: Question) -> None:
        """Payable, withheld and all that was paid exceed the cap only if the paid part does."""
        answer = question.answer()
        for group in answer.groups:
            if group.cap.at_most is None:
                assert answer.policy.groups[group.group].cap == "unknown"
                continue
            limit = max(most(group.cap), group.paid)
            assert most(group.payable) + group.paid <= limit
            assert most(group.withheld) + group.paid <= limit
            for line in members(answer, group.group):
                assert most(line.payable) + most(line.withheld) + group.paid <= limit

    @given(questions())
    def test_what_is_certain_of_each_line_fits_under_the_cap_together(
        self, question: Question
    ) -> None:
        """The certain parts of all lines of a group can be paid side by side."""
        answer = question.answer()
        for group in answer.groups:
            lines = members(answer, group.group)
            cap = group.cap.at_least
            assert sum(line.entitled.at_least for line in lines) <= cap
            owed = sum(line.payable.at_least + line.withheld.at_least for line in lines)
            assert owed + group.paid <= max(cap, group.paid)

    @given(questions())
    def test_a_total_is_never_wider_than_the_sum_of_its_lines(self, question: Question) -> None:
        """Alternatives and caps, taken together, can only narrow what the lines say."""
        answer = question.answer()
        payable = Bounds(answer.payable, answer.payable_at_most)
        for whole, lines in (
            (answer.entitled, [line.entitled for line in answer.lines]),
            (payable, [line.payable for line in answer.lines]),
            (answer.overpaid, [line.overpaid for line in answer.lines]),
        ):
            assert whole.meet(total(lines)) == whole

    @given(questions())
    def test_a_cap_that_is_not_reached_takes_nothing_away(self, question: Question) -> None:
        """Where all of a group's granted amounts fit under its cap, each is left whole."""
        answer = question.answer()
        for group in answer.groups:
            lines = members(answer, group.group)
            tops = [granted(line).at_most for line in lines]
            together = sum(top for top in tops if top is not None)
            if None not in tops and together <= group.cap.at_least:
                assert [line.entitled for line in lines] == [granted(line) for line in lines]

    @given(questions())
    def test_the_cap_is_that_of_the_first_condition_met(self, question: Question) -> None:
        """Where no condition is unknown, it is one amount, and no other one that is written."""
        answer = question.answer()
        for group in answer.groups:
            written = answer.policy.groups[group.group]
            own = {written.cap} if written.cap != "unknown" else {ZERO, None}
            caps = {each.cap for each in written.cap_when} | own
            assert {group.cap.at_least, group.cap.at_most} <= caps
            if not written.cap_when:
                assert group.cap.determined == (written.cap != "unknown")

    @given(questions())
    def test_an_award_stays_within_its_own_cap(self, question: Question) -> None:
        """A share of an amount never exceeds its cap, taken once for each thing it holds for."""
        answer = question.answer()
        days = question.policy.in_force
        for award in question.policy.awards:
            amount = award.amount
            if not isinstance(amount, RateAmount) or amount.times or known_cap(amount.cap) is None:
                continue
            highest = max(cap for _, cap in amount.caps())
            on = [each.on for each in question.case.events if each.kind == amount.of]
            on = [day for day in on if days.includes(day) and day <= question.as_of]
            held_for = {"enterprise": 1, "year": len({day.year for day in on}), "event": len(on)}
            limit = highest * held_for[amount.cap_per]
            line = answer.line(award.id)
            if on or amount.cap_per == "enterprise":
                assert most(line.nominal) <= limit
                assert most(line.payable) + line.paid <= max(limit, line.paid)

    @given(generated_questions())
    def test_a_sum_or_level_is_never_exceeded(self, question: Question) -> None:
        """A fixed sum, or a level to which an award tops up, is the most that it gives."""
        answer = question.answer()
        for award in question.policy.awards:
            amounts = plain_amounts(award.amount)
            if all(isinstance(each, FixedAmount | TopUpAmount) for each in amounts):
                limits = [self._written(each) for each in amounts]
                if None not in limits and not any(each.times for each in amounts):
                    unit = question.policy.rounding.unit  # it may be rounded up
                    limit = max((each for each in limits if each is not None), default=Decimal(0))
                    assert most(answer.line(award.id).nominal) < limit + unit

    @staticmethod
    def _written(amount: object) -> Decimal | None:
        if isinstance(amount, TopUpAmount):
            return amount.topup
        assert isinstance(amount, FixedAmount)
        return known_cap(amount.cap) if amount.per else amount.fixed

    @given(questions())
    def test_payable_is_never_more_than_entitled(self, question: Question) -> None:
        """Neither end of what is payable or withheld exceeds that of what is entitled."""
        for line in question.answer().lines:
            for name in ("payable", "withheld"):
                owed: Bounds = getattr(line, name)
                assert owed.at_least <= line.entitled.at_least
                if line.entitled.at_most is not None:
                    assert most(owed) <= line.entitled.at_most
