"""What was earned stays earned."""

from datetime import date

from hypothesis import given

from listing_rewards import Assessment
from property.generated_conditions import Style
from property.strategies import generated_questions, questions, zhanjiang_questions
from property.values import Question, as_of_days

RISING = generated_questions(Style(rising=True))


def on_both_days(question: Question, other: date) -> list[Assessment]:
    """The answers on the as-of date and on another, the earlier day's first."""
    days = sorted([question.as_of, other])
    return [question._replace(as_of=day).answer() for day in days]


class TestTime:
    """A later day never lowers what is certainly entitled, unless an event or window says so.

    Steps are taken for good (task 9: 按…进程分阶段), and a test is made once, on the day of the
    application (task 7). What may fall: what is payable, once a payment counts; the upper end,
    once a fact is settled; and the line of an award whose room under a common cap an earlier award
    in the policy's order takes later. The certain total does not, but where the policy itself says
    that something which happens later takes an award away or makes it smaller:

    - `absent`, and `not_met` of what may still come to be met;
    - a period tested on the first of several events and restarted at a break: an event that goes
      first in the list may happen after the one relied on, with a break between the two;
    - an upper bound on the amount of an event, and bands of it, as the amount grows;
    - an event's amount that is taken off a base (`minus`, `above`), or that is the whole of a
      share (`scaled`);
    - a factor below 100%, or another common cap, from when its condition is met on;
    - `replaces`, `best_of`, `less` and `topup`, once the other award is earned or paid.

    The random policies here leave out just these (`Style.rising`).
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

    @given(RISING, as_of_days())
    def test_under_any_rising_policy_no_total_falls(self, question: Question, other: date) -> None:
        """The certain total, each group's, and that of a line by itself, is what it was or more."""
        earlier, later = on_both_days(question, other)
        assert earlier.entitled.at_least <= later.entitled.at_least
        for line, award in zip(earlier.lines, question.policy.awards, strict=True):
            if award.group is None:
                assert line.entitled.at_least <= later.line(award.id).entitled.at_least
        for before, after in zip(earlier.groups, later.groups, strict=True):
            assert before.entitled.at_least <= after.entitled.at_least

    @given(questions(), as_of_days())
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
        assert part.exposures == whole.exposures
