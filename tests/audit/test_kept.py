"""Ledgers as treasuries keep them: exactly what is wrong is found, and every yuan has one place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from audit.kept import LEDGERS, Ledger
from listing_rewards import Case, load_policy, reconcile
from listing_rewards.audit.ledger import LedgerLine, Reconciliation

ZERO = Decimal("0.00")


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS.keys())
def test_exactly_what_is_wrong(ledger: Ledger) -> None:
    """Each finding with its yuan and its row, and where the yuan went."""
    found = ledger.reconciled()
    told = {
        (each.kind, str(each.amount.at_most), each.lines[0].row if each.lines else each.row)
        for each in found.findings
    }
    assert told == set(ledger.found)
    assert len(found.findings) == len(ledger.found)
    assert {each.place: str(each.amount) for each in found.totals.parts} == ledger.places
    adds_up(found)


def adds_up(found: Reconciliation) -> None:
    """Gross less what came back is net, and net is the sum of its places, line by line."""
    totals = found.totals
    assert totals.gross - totals.returned == totals.paid
    assert sum((part.amount for part in totals.parts), ZERO) == totals.paid
    for entry in found.entries:
        assert sum((part.amount for part in entry.parts), ZERO) == entry.line.amount
    years = [each for each in totals.control if each.by == "year"]
    policies = [each for each in totals.control if each.by == "policy"]
    unread = sum((each.amount or ZERO for each in found.unread), ZERO)
    for each in (years, policies):
        assert sum((total.net for total in each), ZERO) + unread == totals.paid


def test_gross_returned_and_net() -> None:
    """By year: what was paid, what came back, what is left."""
    found = LEDGERS["paid twice and recovered"].reconciled()
    totals = found.totals
    assert [str(each) for each in (totals.gross, totals.returned, totals.paid)] == [
        "1500000.00", "500000.00", "1000000.00",
    ]  # fmt: skip
    assert [(each.key, str(each.gross), str(each.net)) for each in totals.control] == [
        ("2023", "1500000.00", "1500000.00"),
        ("2024", "0.00", "-500000.00"),
        ("shili-2023", "1500000.00", "1000000.00"),
    ]


def test_what_was_called_back_is_not_paid_again() -> None:
    """It came back after the undertaking was broken: nothing is exposed, and nothing is unpaid."""
    found = LEDGERS["called back after it moved out"].reconciled()
    assert found.totals.account.unpaid.at_most == 0
    assert [(each.kind, each.row, each.other_row) for each in found.notes] == [
        ("called_back", 3, 2)
    ]


def test_how_a_remark_was_read() -> None:
    """A positive amount that came back by its remark, and one that did not, are both noted."""
    back = LEDGERS["returned by the bank and paid again, written 500000"].reconciled()
    assert ("read_as_returned", 3) in {(each.kind, each.row) for each in back.notes}
    again = LEDGERS["paid again, with a remark that it came back before"].reconciled()
    assert ("read_as_paid", 4) in {(each.kind, each.row) for each in again.notes}


def test_totals_are_capped_as_assess_caps_them() -> None:
    """Three stages of unknown amounts under 9,000,000 together; 9,100,000 paid for two of them."""
    shipped = load_policy("zhanjiang-bse-2023")
    stages = {
        "neeq_listed": "2023-09-15",
        "neeq_innovation": "2024-01-15",
        "bse_tutoring_filed": "2024-03-01",
    }
    name = {"name": "示例甲公司"}
    events = [{"kind": kind, "on": on} for kind, on in stages.items()]
    about = Case.model_validate({"enterprise": name, "events": events})
    paid = [
        LedgerLine.model_validate(name | {"award": award, "on": "2024-06-01", "amount": amount})
        for award, amount in (("neeq_listed", "450万元"), ("neeq_innovation", "460万元"))
    ]
    for lines, beyond, unpaid in (([], "0.00", "9000000.00"), (paid, "100000.00", "0.00")):
        totals = reconcile([about], lines, shipped, as_of=date(2025, 12, 31)).totals
        assert str(totals.account.entitled.at_most) == "9000000.00"
        assert str(totals.account.unpaid.at_most) == unpaid
        assert (str(totals.beyond), str(totals.beyond_at_least)) == ("0.00", beyond)
