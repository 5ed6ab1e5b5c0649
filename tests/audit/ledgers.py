"""Ledgers for generated questions: random lines, and what pays exactly what is payable."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from property.generated_cases import payments_for
from property.values import Question

from listing_rewards import Policy, reconcile
from listing_rewards.audit.ledger import LedgerLine, Reconciliation

LARGEST = Decimal("999999999999999.99")


def line_of(award: str, on: date | str, amount: Decimal | str, **rest: Any) -> LedgerLine:
    """A line of the enterprise of the generated cases."""
    stated = {"name": "示例甲公司", "award": award, "on": on, "amount": amount}
    return LedgerLine.model_validate(stated | rest)


@st.composite
def ledgers(draw: st.DrawFn, policy: Policy) -> list[LedgerLine]:
    """Random lines, some of them twice."""
    lines = [line_of(**each) for each in draw(payments_for(policy))]
    again = draw(st.lists(st.sampled_from(lines), max_size=2)) if lines else []
    return [
        each.model_copy(update={"row": row}) for row, each in enumerate([*lines, *again], start=2)
    ]


def held(question: Question, lines: list[LedgerLine]) -> Reconciliation:
    """The lines checked against the one case of a question."""
    return reconcile([question.case], lines, question.policy, as_of=question.as_of)


def paying(question: Question) -> list[LedgerLine]:
    """Lines on the as-of date that pay what is certainly payable."""
    lines = []
    for line in question.answer().lines:
        owed = line.payable.at_least
        while owed:
            amount = min(owed, LARGEST)
            lines.append(line_of(line.award, question.as_of, amount))
            owed -= amount
    return lines
