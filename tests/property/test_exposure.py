"""What could be called back is told, and is no part of any amount."""

from decimal import Decimal

from hypothesis import given

from listing_rewards.policy.model import Policy
from property.strategies import generated_questions
from property.values import Question

ELSEWHERE = {"policy", "exposures", "assumptions"}


def without_repayments(policy: Policy) -> Policy:
    """The same policy without its undertakings."""
    return Policy.model_validate(policy.model_dump() | {"repayments": {}})


class TestExposure:
    """An exposure changes no amount: it is what could be called back, never money owed.

    享受奖励后10年内迁出的，退还已享受的奖励: whether to call it back is for others to decide.
    """

    @given(generated_questions())
    def test_no_amount_rests_on_it(self, question: Question) -> None:
        """Without its undertakings, a policy gives the same answer but for what is told of them."""
        answer = question.answer()
        bare = question._replace(policy=without_repayments(question.policy)).answer()
        assert answer.model_dump(exclude=ELSEWHERE) == bare.model_dump(exclude=ELSEWHERE)
        assert not bare.exposures
        assert {each.where for each in bare.assumptions} <= {
            each.where for each in answer.assumptions
        }

    @given(generated_questions())
    def test_it_is_never_more_than_what_was_paid(self, question: Question) -> None:
        """At most the share of what was paid, rounded; nothing where nothing was paid."""
        answer = question.answer()
        unit = question.policy.rounding.unit
        for each in answer.exposures:
            paid = answer.line(each.award).paid
            share = question.policy.repayments[each.repayment].share
            assert each.amount.at_most is not None
            assert each.amount.at_most <= each.at_most < paid * share + unit
            assert paid > 0

    @given(generated_questions())
    def test_it_follows_its_truth(self, question: Question) -> None:
        """All of it where the event came in time, nothing where not, either where unknown."""
        for each in question.answer().exposures:
            ends = {
                "met": (each.at_most, each.at_most),
                "not_met": (Decimal(0), Decimal(0)),
                "unknown": (Decimal(0), each.at_most),
            }
            assert (each.amount.at_least, each.amount.at_most) == ends[each.truth]
            if each.on is not None:
                assert each.since is not None
                assert each.since <= each.on <= (each.until or each.on)
                assert each.on <= question.as_of
