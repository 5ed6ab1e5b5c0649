"""A notice that withholds moves money, and makes or loses none."""

from hypothesis import event, given

from listing_rewards.policy.model import Policy
from listing_rewards.values.range import Bounds, exactly, total
from property.strategies import generated_questions
from property.values import Question


def only_reviewed(policy: Policy) -> Policy:
    """The same policy, in which no notice holds anything back."""
    written = policy.model_dump()
    notices = [each | {"effect": "review"} for each in written["notices"]]
    return Policy.model_validate(written | {"notices": notices})


class TestNotices:
    """A notice is shown and never silently applied.

    With the effect `withhold` the whole payable amount of the award moves from payable to
    withheld, visibly; with `review` nothing changes.
    """

    @given(generated_questions())
    def test_withholding_changes_no_sum_of_both(self, question: Question) -> None:
        """Payable and withheld of each line together are what is payable without withholding."""
        answer = question.answer()
        other = question._replace(policy=only_reviewed(question.policy)).answer()
        for line, reviewed in zip(answer.lines, other.lines, strict=True):
            assert line.payable.nothing or line.withheld.nothing
            assert total([line.payable, line.withheld]) == reviewed.payable
            assert reviewed.withheld.nothing
            for name in ("nominal", "entitled", "overpaid", "paid"):
                assert getattr(line, name) == getattr(reviewed, name)
        least, most = answer.payable, answer.payable_at_most
        both = total([Bounds(least, most), answer.withheld])
        if other.determined:
            assert both.at_least <= other.payable
            assert both.at_most is None or other.payable <= both.at_most
            if answer.determined or answer.withheld.determined:
                assert both == exactly(other.payable)

    @given(generated_questions())
    def test_only_a_notice_withholds(self, question: Question) -> None:
        """What is withheld names a notice of that effect, in force on the as-of date."""
        answer = question.answer()
        for line in answer.lines:
            holding = {
                each.id
                for each in question.policy.notices
                if each.effect == "withhold"
                and line.award in each.awards
                and each.since <= question.as_of
            }
            named = {step.name for step in line.steps if step.op == "withheld"}
            event("withheld" if named else "nothing withheld")
            assert named <= holding
            assert bool(named) == (not line.withheld.nothing)
            assert not holding or line.payable.nothing

    @given(generated_questions())
    def test_a_total_withheld_is_that_of_its_lines(self, question: Question) -> None:
        """At least what is certain of each line, and no more than all of them at most."""
        answer = question.answer()
        summed = total(line.withheld for line in answer.lines)
        assert answer.withheld.at_least >= summed.at_least
        if summed.at_most is not None:
            assert answer.withheld.at_most is not None
            assert answer.withheld.at_most <= summed.at_most
