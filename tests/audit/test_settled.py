"""What was due on the day of a payment is read off a later answer only where that says the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import few
from property.strategies import questions
from property.values import Question

from audit.ledgers import ledgers
from audit.small import AS_OF, held, line, policy, told
from listing_rewards import Assessment, Case, Policy, assess
from listing_rewards.audit.ledger.entitlement import due_by_then
from listing_rewards.audit.ledger.review import review
from listing_rewards.audit.ledger.settled import settled_by


@settings(max_examples=few(100))
@given(questions(), st.data())
def test_where_it_is_settled_it_was_the_same(question: Question, data: st.DataObject) -> None:
    """What was due by then, whatever was paid before, to the fen."""
    lines = data.draw(ledgers(question.policy))
    judged = {number: each for number, each in enumerate(lines) if each.on <= question.as_of}
    found = review(question.case, question.policy, judged, question.as_of)
    for position in found.positions:
        for allocation in position.allocations:
            payment, awards = allocation.payment, position.entitlement.awards
            if all(settled_by(found.answer, award, payment.on) for award in awards):
                then = found.answer_before(payment)
                assert due_by_then(map(then.line, awards)) == due_by_then(
                    map(found.answer.line, awards)
                )


@pytest.mark.parametrize(
    ("award", "day", "settled"),
    [
        ("filed", "2023-03-01", True),
        ("filed", "2023-02-28", False),
        ("listed", "2024-03-01", True),
        ("raised", "2024-04-30", False),
        ("raised", "2024-05-01", True),
    ],
)
def test_from_the_day_of_its_event_on(award: str, day: str, *, settled: bool) -> None:
    """Events of other awards that share nothing with it do not matter."""
    answer = held().enterprises[0].assessment
    assert answer is not None
    assert settled_by(answer, award, date.fromisoformat(day)) == settled


@pytest.mark.parametrize(
    "under",
    [
        policy(listed={"replaces": ["filed"]}),
        policy(listed={"paid_in": "halves"}),
        policy(
            listed={"amount": {"clause": "c", "topup": "80.00", "less": ["filed"]}},
        ),
    ],
)
def test_not_where_something_else_goes_into_it(under: Policy) -> None:
    """Another award in its place, instalments that are still to fall due, what others gave."""
    answer = held(under=under).enterprises[0].assessment
    assert answer is not None
    assert not settled_by(answer, "listed", date(2024, 3, 1))


def test_an_undertaking_bears_on_what_is_unpaid_alone() -> None:
    """Broken or not, what was entitled on the day of payment is what is entitled now."""
    under = policy(
        listed={"paid_in": None},
        undertakings={
            "stay": {
                "title": {"zh": "不迁出", "en": "stay"},
                "awards": ["listed"],
                "broken_by": ["raised"],
                "before_payment": "not_payable",
                "clause": "c",
            }
        },
    )
    answer = held(under=under).enterprises[0].assessment
    assert answer is not None
    assert settled_by(answer, "listed", date(2024, 3, 1))


def test_not_before_an_event_that_its_amount_reads() -> None:
    """10% of what was raised in May cannot be reported in April, though no check names that day."""
    under = policy(listed={"amount": {"clause": "c", "rate": "10%", "of": "raised"}})
    answer = held(under=under).enterprises[0].assessment
    assert answer is not None
    assert not settled_by(answer, "listed", date(2024, 4, 30))
    assert settled_by(answer, "listed", date(2024, 5, 1))


def test_no_answer_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """One answer for an enterprise, however many payments; one more where one was early."""
    asked: list[date] = []

    def counted(about: Case, under: Policy, *, as_of: date) -> Assessment:
        asked.append(as_of)
        return assess(about, under, as_of=as_of)

    monkeypatch.setattr("listing_rewards.audit.ledger.review.assess", counted)
    months = [line("filed", f"2024-{month:02}-01", "3.00") for month in range(1, 13)]
    assert told(held(*months)) == []
    assert asked == [AS_OF]
    found = held(line("listed", "2024-02-01", "80.00"))
    assert [each.amount.at_least for each in found.of("before_due")] == [Decimal("80.00")]
    assert asked == [AS_OF, AS_OF, date(2024, 2, 1)]
