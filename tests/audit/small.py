"""A small policy in which payments meet every rule, cases under it, and ledgers of one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from listing_rewards import Case, Policy, reconcile
from listing_rewards.audit.ledger import Finding, LedgerLine, Reconciliation

AS_OF = date(2025, 12, 31)
NAME = "示例甲公司"
_LEVELS = [
    {"level": "city", "title": {"zh": "市级", "en": "city"}, "share": "50%"},
    {"level": "county", "title": {"zh": "县级", "en": "county"}, "share": "50%"},
]
WRITTEN: dict[str, Any] = {
    "id": "small",
    "document": {"title": "a document", "issuer": "an office"},
    "in_force": {"clause": "c", "first": "2023-01-01", "last": "2025-12-31"},
    "rounding": {"clause": "c"},
    "clauses": {"c": {"item": {"zh": "第一条", "en": "article 1"}, "text": "its words"}},
    "events": {
        "filed": {"zh": "备案", "en": "filed"},
        "listed": {"zh": "上市", "en": "listed"},
        "raised": {"zh": "募资", "en": "raised", "amount": True, "repeats": True},
    },
    "flags": {"local": {"zh": "本地", "en": "local"}},
    "conditions": {"local": {"clause": "c", "flag": "local"}},
    "groups": {"both": {"clause": "c", "title": "both", "cap": "100.00"}},
    "instalments": {
        "halves": {"clause": "c", "parts": [{"share": "50%"}, {"share": "50%", "years": 1}]}
    },
    "shares": {"halves": {"clause": "c", "parts": _LEVELS}},
    "notices": [
        {"id": "review", "law": "a law", "since": "2025-02-15", "text": "review",
         "awards": ["filed"]},
        {"id": "wait", "law": "another law", "since": "2025-06-01", "text": "wait",
         "awards": ["listed"], "effect": "withhold"},
    ],
    "awards": [
        {"id": "filed", "title": "filing", "clause": "c", "earned_by": "filed",
         "amount": {"clause": "c", "fixed": "40.00"}},
        {"id": "listed", "title": "listing", "clause": "c", "earned_by": "listed",
         "amount": {"clause": "c", "fixed": "80.00"}},
        {"id": "raised", "title": "raising", "clause": "c", "earned_by": "raised",
         "amount": {"clause": "c", "rate": "10%", "of": "raised", "cap": "50.00"}},
    ],
}  # fmt: skip
FACTS: dict[str, Any] = {
    "enterprise": {"name": NAME, "uscc": "91440800MA0000201R"},
    "events": [
        {"kind": "filed", "on": "2023-03-01"},
        {"kind": "listed", "on": "2024-03-01"},
        {"kind": "raised", "on": "2024-05-01", "amount": "300.00"},
    ],
    "flags": {"local": True},
}


def policy(**awards: dict[str, Any]) -> Policy:
    """The small policy, with changes to its awards; ``parts`` are changes to the whole."""
    parts = awards.pop("parts", {})
    written = [each | awards.get(each["id"], {}) for each in WRITTEN["awards"]]
    return Policy.model_validate(WRITTEN | parts | {"awards": written})


def case(**facts: Any) -> Case:
    """An enterprise that filed, was listed and raised 300 yuan, with changes."""
    return Case.model_validate(FACTS | facts)


def line(award: str, on: str, amount: str, **rest: Any) -> LedgerLine:
    """A line of the ledger about that enterprise."""
    return LedgerLine.model_validate(
        {"name": NAME, "award": award, "on": on, "amount": amount} | rest
    )


def held(
    *lines: LedgerLine,
    under: Policy | None = None,
    about: Case | None = None,
    others: Sequence[str] = (),
) -> Reconciliation:
    """The lines checked against the small policy and that enterprise, or others."""
    return reconcile([about or case()], lines, under or policy(), as_of=AS_OF, others=others)


def told(found: Reconciliation) -> list[tuple[str, str, str]]:
    """The findings but for what is unpaid: kind, award or common cap, yuan at the most."""
    return [
        (each.kind, each.award or each.group or "", str(each.amount.at_most))
        for each in found.findings
        if each.kind != "unpaid"
    ]


def the(found: Reconciliation, kind: str) -> Finding:
    """The one finding of a kind."""
    (finding,) = found.of(kind)
    return finding


def places(found: Reconciliation) -> list[dict[str, Decimal]]:
    """Where the yuan of each line went."""
    return [{part.place: part.amount for part in entry.parts} for entry in found.entries]
