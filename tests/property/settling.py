"""What is payable, paid."""

from decimal import Decimal
from typing import Any

from listing_rewards import Assessment
from property.values import FEN, Question

LARGEST = Decimal("999999999999999.99")


def settled(question: Question, answer: Assessment) -> Question:
    """The same question after each line's certain amount was paid on the day asked for."""
    payments = [each.model_dump() for each in question.case.payments]
    for line in answer.lines:
        owed = line.payable.at_least
        while owed:
            amount = min(owed, LARGEST)
            payment = {"award": line.award, "on": question.as_of, "amount": amount}
            while is_written(payment, payments, question.policy.id):
                payment["amount"] = amount = amount - FEN  # paid in two parts, not written twice
            payments.append(payment)
            owed -= amount
    return question.stating(payments=payments)


def is_written(payment: dict[str, Any], payments: list[dict[str, Any]], policy: str) -> bool:
    """Whether the same payment is written already."""
    return any(
        each["policy"] in (None, policy) and all(each[key] == payment[key] for key in payment)
        for each in [{"policy": None, **each} for each in payments]
    )
