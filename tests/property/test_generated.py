"""Any valid policy can be asked about any valid case."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards.engines.exact import assess_in_one_pass
from listing_rewards.values.range import total
from property.small_policies import line_for, policy_of
from property.strategies import generated_questions, questions
from property.test_narrowing import ranges, within
from property.values import Question


class TestGenerated:
    """A valid policy never makes `assess` raise on a valid case, and its totals add up.

    A policy is data: next year's plan is a new document and no new code.
    """

    @given(questions())
    def test_the_totals_over_scenarios_lie_within_those_of_one_pass(
        self, question: Question
    ) -> None:
        """What is unknown is one fact wherever it is read: that never makes a total wider."""
        answer = question.answer()
        wider = assess_in_one_pass(question.case, question.policy, as_of=question.as_of)
        assert answer.lines == wider.lines
        outer = dict(ranges(wider))
        for name, amount in ranges(answer):
            assert within(amount, outer[name]), name
        if answer.one_of:
            assert (answer.one_of[0], answer.one_of[-1]) == (
                answer.payable,
                answer.payable_at_most,
            )
        assert answer.exact or not answer.determined

    @given(generated_questions())
    def test_every_award_gets_its_line(self, question: Question) -> None:
        """There is an answer, with one line an award, in the policy's order, and no empty range."""
        answer = question.answer()
        assert [line.award for line in answer.lines] == [each.id for each in question.policy.awards]
        assert {group.group for group in answer.groups} == set(question.policy.groups)
        for line in answer.lines:
            for amount in (line.nominal, line.entitled, line.payable, line.overpaid):
                assert amount.at_most is None or amount.at_least <= amount.at_most
                assert amount.at_least >= 0

    @given(questions())
    def test_determined_lines_add_up_to_the_total(self, question: Question) -> None:
        """Where every line is determined, the total payable is their sum; entitled likewise."""
        answer = question.answer()
        if all(line.payable.determined and line.entitled.determined for line in answer.lines):
            assert answer.determined
            assert answer.payable == sum(
                (line.payable.at_least for line in answer.lines), Decimal(0)
            )
            assert answer.entitled == total(line.entitled for line in answer.lines)

    @given(questions())
    def test_the_total_lies_within_the_sum_of_the_lines(self, question: Question) -> None:
        """A total is at least as narrow as the sum of its lines' ends."""
        answer = question.answer()
        summed = total(line.payable for line in answer.lines)
        assert answer.payable >= summed.at_least
        assert answer.determined == (answer.payable == answer.payable_at_most)
        if summed.at_most is not None:
            assert answer.payable_at_most is not None
            assert answer.payable_at_most <= summed.at_most

    @given(questions())
    def test_a_status_says_what_the_amounts_say(self, question: Question) -> None:
        """Refused and not reached give nothing; open means that an end is missing."""
        for line in question.answer().lines:
            determined = line.entitled.determined and line.payable.determined
            assert (line.status in {"refused", "not_reached"}) == (line.truth == "not_met")
            if line.truth == "not_met":
                assert line.entitled.at_most == 0
            else:
                assert (line.status == "open") == (not determined)
            if line.status == "granted":
                assert line.truth == "met"


LONG = st.integers(10**37, 10**38 - 1).map(lambda n: f"{n // 10**36}.{n % 10**36:036d}%")
"""Percentages of as many digits as a document may write."""


class TestLongNumbers:
    """Numbers of as many digits as a document may write are carried out exactly, never refused."""

    @given(st.lists(LONG, min_size=5, max_size=10), LONG)
    def test_many_factors_of_many_digits(self, factors: list[str], rate: str) -> None:
        """A share multiplied under several conditions has its answer, rounded once."""
        conditions = {"listed_at_all": {"clause": "c", "happened": "listed"}}
        times = [{"factor": each, "when": "listed_at_all"} for each in factors]
        amount = {"rate": rate, "of": "part", "times": times}
        policy = policy_of(amount, conditions=conditions)
        nominal = line_for(policy, figures={"part": "999999999999999.99"}).nominal
        assert nominal.determined
        assert nominal.at_least % Decimal("0.01") == 0
