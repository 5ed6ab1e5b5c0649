"""The form in which a fact is written is irrelevant, and so is who asks."""

import decimal
import os
import subprocess
import sys
from decimal import ROUND_DOWN, Context, Decimal, Inexact, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Assessment, Case, Policy
from property.generated_policies import policies
from property.strategies import questions
from property.values import Question

SEVERAL_PAIRS = """
from datetime import date
from listing_rewards import Case, assess, load_policy
events = [
    {"kind": "regional_financing", "on": "2024-01-01", "amount": amount}
    for amount in ("1", "2", "3", "4", "1", "2", "3", "4")
]
case = Case.model_validate({"enterprise": {"name": "甲公司"}, "events": events})
policy = load_policy("zhanjiang-bse-2023")
print(ascii(assess(case, policy, as_of=date(2025, 12, 31)).model_dump_json()))
"""


def in_wan(case: Case) -> dict[str, Any]:
    """The case as text, with every amount written in 万元."""
    written = case.model_dump(mode="json")
    for part in (*written["events"], *written["payments"]):
        if part["amount"] is not None:
            part["amount"] = wan(part["amount"])
    return written | {"approved": {k: wan(v) for k, v in written["approved"].items()}}


def wan(yuan: str) -> str:
    """An amount of yuan written in 万元."""
    return f"{Decimal(yuan).scaleb(-4):,f} 万元"


class TestForms:
    """yuan and 万元 agree; JSON out and in is the identity; the same input gives the same bytes.

    The document writes amounts in 万元 (900万元), a payment slip in yuan: they are the same money.
    """

    @given(questions())
    def test_yuan_and_wan_agree(self, question: Question) -> None:
        """The same amounts written in 万元 are the same case."""
        assert Case.model_validate(in_wan(question.case)) == question.case

    @given(questions())
    def test_a_case_survives_json(self, question: Question) -> None:
        """A case written as JSON and read again is the same, and writes the same bytes."""
        written = question.case.model_dump_json()
        again = Case.model_validate_json(written)
        assert again == question.case
        assert again.model_dump_json() == written

    @given(policies())
    def test_a_policy_survives_json(self, policy: Policy) -> None:
        """A policy written as JSON and read again is the same, and writes the same bytes."""
        written = policy.model_dump_json()
        again = Policy.model_validate_json(written)
        assert again == policy
        assert again.model_dump_json() == written

    @given(questions())
    def test_an_answer_survives_json(self, question: Question) -> None:
        """An answer written as JSON and read again is the same, and writes the same bytes."""
        answer = question.answer()
        written = answer.model_dump_json()
        again = Assessment.model_validate_json(written)
        assert again == answer
        assert again.model_dump_json() == written

    @given(questions())
    def test_an_answer_can_be_had_again_from_itself(self, question: Question) -> None:
        """The case, policy and day that an answer carries give the same bytes again."""
        written = question.answer().model_dump_json()
        carried = Assessment.model_validate_json(written)
        again = Question(carried.case, carried.policy, carried.as_of).answer()
        assert again.model_dump_json() == written

    @given(questions(), st.sampled_from([[], [Inexact]]))
    def test_a_programs_own_decimal_context_changes_nothing(
        self, question: Question, traps: list[type[decimal.DecimalException]]
    ) -> None:
        """Three digits, rounding down, with or without traps: the bytes are the same."""
        written = question.case.model_dump_json()
        expected = question.answer().model_dump_json()
        with localcontext(Context(prec=3, rounding=ROUND_DOWN, traps=traps)):
            case = Case.model_validate_json(written)
            answer = question._replace(case=case).answer()
            assert answer.model_dump_json() == expected

    @pytest.mark.parametrize("seed", ["1", "2", "3"])
    def test_another_process_gives_the_same_bytes(self, seed: str) -> None:
        """The order in which one process happens to hash its values does not show."""
        assert self._said_under(seed) == self._said_under("0")

    @staticmethod
    def _said_under(seed: str) -> str:
        asked = [sys.executable, "-c", SEVERAL_PAIRS]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run(
            asked, env=environment, capture_output=True, text=True, check=True
        ).stdout
