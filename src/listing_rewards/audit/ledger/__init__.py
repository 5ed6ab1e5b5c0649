"""A ledger of what was paid, checked against what is due."""

from listing_rewards.audit.ledger.finding import Borne, Earlier, Finding, Note
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.reconcile import reconcile
from listing_rewards.audit.ledger.reconciliation import (
    Account,
    Divided,
    EnterpriseAccount,
    Entry,
    Placed,
    Reconciliation,
    Totals,
)

__all__ = [
    "Account",
    "Borne",
    "Divided",
    "Earlier",
    "EnterpriseAccount",
    "Entry",
    "Finding",
    "LedgerLine",
    "Note",
    "Placed",
    "Reconciliation",
    "Totals",
    "reconcile",
]
