"""What was paid is not payable again."""

from hypothesis import given

from property.generated_conditions import Style
from property.settling import settled
from property.strategies import generated_questions, questions
from property.values import Question


class TestSettled:
    """Pay what is payable, ask again: nothing more is payable.

    Task 9 and task 10 each grant a reward once, up to their caps. So does every construct: of
    instalments what is due, of alternatives the one that is given, of a top-up what is missing.
    """

    @given(questions())
    def test_nothing_certain_is_left(self, question: Question) -> None:
        """After each line's certain amount was paid, no line has a certain amount left."""
        before = question.answer()
        after = settled(question, before).answer()
        assert [line.payable.at_least for line in after.lines] == [0] * len(after.lines)
        assert [line.entitled for line in after.lines] == [line.entitled for line in before.lines]
        assert after.overpaid == before.overpaid

    @given(questions())
    def test_a_determined_answer_is_settled_for_good(self, question: Question) -> None:
        """Where the total was determined line by line, the total that is left is exactly zero."""
        before = question.answer()
        if all(line.payable.determined for line in before.lines):
            after = settled(question, before).answer()
            assert after.payable == after.payable_at_most == 0
            assert after.paid == before.paid + before.payable
            assert [line.withheld for line in after.lines] == [
                line.withheld for line in before.lines
            ]

    @given(generated_questions(Style(stated=True), fully=True))
    def test_what_was_paid_in_full_is_not_overpaid(self, question: Question) -> None:
        """Where nothing was paid before, paying what is payable overpays nothing."""
        question = question.stating(payments=[])
        before = question.answer()
        after = settled(question, before).answer()
        assert before.overpaid.nothing
        assert after.overpaid.at_least == 0
        assert [line.entitled for line in after.lines] == [line.entitled for line in before.lines]
