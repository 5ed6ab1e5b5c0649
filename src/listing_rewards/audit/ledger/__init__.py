"""A ledger of what was paid, checked against what is due."""

from listing_rewards.audit.ledger.finding import Borne, Earlier, Finding, Note
from listing_rewards.audit.ledger.line import LedgerLine, OtherLine, StatedTotal, UnreadLine
from listing_rewards.audit.ledger.reconcile import reconcile
from listing_rewards.audit.ledger.reconciliation import (
    Account,
    ControlTotal,
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
    "ControlTotal",
    "Divided",
    "Earlier",
    "EnterpriseAccount",
    "Entry",
    "Finding",
    "LedgerLine",
    "Note",
    "OtherLine",
    "Placed",
    "Reconciliation",
    "StatedTotal",
    "Totals",
    "UnreadLine",
    "reconcile",
]
