"""The order in which facts are written is irrelevant."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case
from property.strategies import questions
from property.values import SOURCE, Question


class TestOrder:
    """The order of events, payments and absences in the input changes nothing in the answer.

    Facts are what happened, with their days; a table's row order is not one of them.
    """

    @given(questions(), st.data())
    def test_shuffled_facts_give_the_same_answer(
        self, question: Question, data: st.DataObject
    ) -> None:
        """Every field but the case itself is identical, steps and remarks included."""
        case = question.case
        shuffled = Case(
            enterprise=case.enterprise,
            events=tuple(data.draw(st.permutations(case.events))),
            figures=dict(reversed([*case.figures.items()])),
            flags=dict(reversed([*case.flags.items()])),
            attributes=dict(reversed([*case.attributes.items()])),
            approved=dict(reversed([*case.approved.items()])),
            applied=dict(reversed([*case.applied.items()])),
            payments=tuple(data.draw(st.permutations(case.payments))),
            absent=tuple(data.draw(st.permutations(case.absent))),
        )
        one = question.answer().model_dump(exclude={"case"})
        other = question._replace(case=shuffled).answer().model_dump(exclude={"case"})
        assert one == other

    @given(st.permutations(["1.00", "2.00", "1.00"]))
    def test_financings_of_one_day_are_told_alike(self, amounts: list[str]) -> None:
        """Several financings on the same day are summed in an order of their own."""
        self._same_for(amounts, on="2024-01-01", as_of="2025-12-31")

    @given(st.permutations(["1.00", "2.00", "1.00"]))
    def test_later_financings_of_one_day_are_told_alike(self, amounts: list[str]) -> None:
        """Several financings of one later day are remarked on in an order of their own."""
        self._same_for(amounts, on="2024-01-01", as_of="2023-12-31")

    @staticmethod
    def _same_for(amounts: list[str], *, on: str, as_of: str) -> None:
        def answer(written: list[str]) -> object:
            events = [{"kind": "regional_financing", "on": on, "amount": each} for each in written]
            case = Case.model_validate({"enterprise": {"name": "甲公司"}, "events": events})
            asked = Question(case, SOURCE, date.fromisoformat(as_of))
            return asked.answer().model_dump(exclude={"case"})

        assert answer(amounts) == answer(sorted(amounts))
