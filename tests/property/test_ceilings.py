"""A ceiling is not an amount: what is approved is given, and never more than the ceiling."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards.values.range import Bounds
from property.fillings import changed
from property.generated_cases import ceilings
from property.strategies import generated_questions
from property.values import Question, yuan


def within_ceiling(question: Question, award: str, *, upto: bool) -> Bounds:
    """The nominal amount of an award, taken as a ceiling or as the amount itself."""
    turned = changed(question, award, lambda plain: plain | {"upto": upto})
    approved = {k: v for k, v in question.case.approved.items() if upto or k != award}
    return turned.stating(approved=approved).answer().line(award).nominal


class TestCeilings:
    """What an award gives never exceeds its ceiling.

    最高、不超过: the amount is a ceiling, and the amount approved in each case is an input.
    """

    @given(generated_questions(), st.data())
    def test_never_more_than_the_ceiling(self, question: Question, data: st.DataObject) -> None:
        """Neither end exceeds the same end of what the amount gives if it is no ceiling."""
        award = data.draw(st.sampled_from(question.policy.awards)).id
        ceiling = within_ceiling(question, award, upto=False)
        given_up_to = within_ceiling(question, award, upto=True)
        assert given_up_to.at_least <= ceiling.at_least
        if ceiling.at_most is not None:
            assert given_up_to.at_most is not None
            assert given_up_to.at_most <= ceiling.at_most

    @given(generated_questions(), st.data(), yuan())
    def test_what_is_approved_is_given_up_to_it(
        self, question: Question, data: st.DataObject, approved: Decimal
    ) -> None:
        """The smaller of the approved amount and the ceiling, at both ends."""
        award = data.draw(st.sampled_from(question.policy.awards)).id
        ceiling = within_ceiling(question, award, upto=False)
        turned = changed(question, award, lambda plain: plain | {"upto": True})
        stated = turned.stating(approved={**question.case.approved, award: approved})
        assert stated.answer().line(award).nominal.within(ceiling) == ceiling.capped(approved)

    @given(generated_questions())
    def test_without_approval_anything_up_to_it(self, question: Question) -> None:
        """Not approved yet: from 0 to the ceiling, never 0 and never the ceiling itself."""
        answer = question.stating(approved={}).answer()
        for award in ceilings(question.policy):
            line = answer.line(award)
            for step in line.steps:
                if step.op == "approved":
                    before = line.steps[step.of[0]].result
                    assert step.result == Bounds(Decimal(0), before.at_most)
