"""Law: an answer does not depend on what a policy was asked before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import assess
from property.generated_cases import asked_for, cases_for
from property.generated_policies import policies
from property.strategies import zhanjiang_questions
from property.values import Question


class TestWhatWasAskedBefore:
    """What follows from the policy alone is kept with it; an answer shows nothing of that."""

    @given(st.data())
    def test_other_enterprises(self, data: st.DataObject) -> None:
        """The same bytes from a policy that has answered for others as from one that has not."""
        policy = data.draw(policies())
        cases = data.draw(st.lists(cases_for(policy), min_size=2, max_size=5))
        as_of = data.draw(asked_for(policy, cases[0]))
        alone = [assess(each, policy.model_copy(), as_of=as_of) for each in cases]
        in_turn = [assess(each, policy, as_of=as_of) for each in cases]
        again = [assess(each, policy, as_of=as_of) for each in cases]
        texts = [each.model_dump_json() for each in alone]
        assert [each.model_dump_json() for each in in_turn] == texts
        assert [each.model_dump_json() for each in again] == texts

    @given(zhanjiang_questions())
    def test_the_shipped_policies(self, question: Question) -> None:
        """Also where the policy has answered for every enterprise of this test before."""
        case, policy, as_of = question.case, question.policy, question.as_of
        alone = assess(case, policy.model_copy(), as_of=as_of)
        assert assess(case, policy, as_of=as_of).model_dump_json() == alone.model_dump_json()
