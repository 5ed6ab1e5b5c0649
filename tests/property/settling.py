"""What is payable, paid."""

from decimal import Decimal
from typing import Any

from listing_rewards import Assessment
from property.values import FEN, Question

LARGEST = Decimal("999999999999999.99")


def settled(question: Question, answer: Assessment) -> Question:
    """The same question after each line's certain amount was paid on the as-of date."""
    payments = [each.model_dump() for each in question.case.payments]
    for line in answer.lines:
        owed = line.payable.at_least
        while owed:
            amount = min(owed, LARGEST)
            owed -= amount
            payment: dict[str, Any] = {"award": line.award, "on": question.as_of, "amount": amount}
            while same := written(payment, payments, question.policy.id):
                if payment["amount"] + same["amount"] <= LARGEST:
                    payments.remove(same)  # one payment instead of two that look the same
                    payment["amount"] += same["amount"]
                else:
                    payment["amount"] -= FEN
                    owed += FEN
            payments.append(payment)
    return question.stating(payments=payments)


def written(
    payment: dict[str, Any], payments: list[dict[str, Any]], policy: str
) -> dict[str, Any] | None:
    """The same payment, where it is written already."""
    for each in payments:
        here = each.get("policy") in (None, policy)
        if here and all(each[key] == payment[key] for key in payment):
            return each
    return None
