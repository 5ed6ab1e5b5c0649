"""What was earned stays earned."""

from datetime import date

from hypothesis import given

from listing_rewards import Assessment
from property.strategies import (
    Question,
    as_of_days,
    generated_questions,
    zhanjiang_questions,
)


def on_both_days(question: Question, other: date) -> list[Assessment]:
    """The answers on the day asked for and on another, the earlier day's first."""
    days = sorted([question.as_of, other])
    return [question._replace(as_of=day).answer() for day in days]


class TestTime:
    """A later day never lowers what is certainly entitled, for the same case.

    Steps are taken for good (task 9: 按…进程分阶段), and a test is made once, on the day of the
    application (task 7). What may fall: what is payable, once a payment counts; the upper end,
    once a fact is settled; and the line of an award whose room under a common cap an earlier award
    in the policy's order takes later. The certain total does not, with one exception: a policy
    that tests a period on the first of several events and restarts it at a break may find, when an
    event that goes first in its list happens after the one relied on, a break between the two.
    """

    @given(zhanjiang_questions(), as_of_days())
    def test_under_the_shipped_documents_no_line_falls(
        self, question: Question, other: date
    ) -> None:
        """Each line's certain amount, and the total's, is at least what it was earlier."""
        earlier, later = on_both_days(question, other)
        assert earlier.entitled.at_least <= later.entitled.at_least
        for before, after in zip(earlier.lines, later.lines, strict=True):
            assert before.entitled.at_least <= after.entitled.at_least

    @given(generated_questions(restarts=False), as_of_days())
    def test_under_any_policy_without_restarts_no_total_falls(
        self, question: Question, other: date
    ) -> None:
        """The certain total, and each group's, is at least what it was earlier."""
        earlier, later = on_both_days(question, other)
        assert earlier.entitled.at_least <= later.entitled.at_least
        for before, after in zip(earlier.groups, later.groups, strict=True):
            assert before.entitled.at_least <= after.entitled.at_least

    @given(zhanjiang_questions(), as_of_days())
    def test_only_what_is_dated_by_then_counts(self, question: Question, other: date) -> None:
        """Striking what is dated after the day changes no amount, where its absence is stated."""
        case, as_of = question.case, min(question.as_of, other)
        happened = tuple(each for each in case.events if each.on <= as_of)
        later = {each.kind for each in case.events} - {each.kind for each in happened}
        struck = case.model_copy(
            update={
                "events": happened,
                "payments": tuple(each for each in case.payments if each.on <= as_of),
                "absent": (*case.absent, *later),
            }
        )
        whole = Question(case, question.policy, as_of).answer()
        part = Question(struck, question.policy, as_of).answer()
        assert part.lines == whole.lines
        assert part.groups == whole.groups
