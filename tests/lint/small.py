"""A small policy in which nothing is to be found, and changes to it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from listing_rewards.policy.lint import Finding, lint
from listing_rewards.policy.model import Policy

Changes: TypeAlias = dict[str, object]

BASE: dict[str, Any] = {
    "id": "small-2024",
    "document": {
        "title": "小政策",
        "issuer": "某市人民政府办公室",
        "issued": "2024-01-01",
        "published": "2024-01-05",
    },
    "in_force": {"first": "2024-01-01", "last": "2024-12-31", "clause": "c"},
    "rounding": {"clause": "c"},
    "clauses": {"c": {"item": {"zh": "第一条", "en": "article 1"}, "text": "给予奖励。"}},
    "events": {
        "filed": {"zh": "辅导备案", "en": "Filed"},
        "listed": {"zh": "上市", "en": "Listed", "amount": True},
        "moved": {"zh": "迁出", "en": "Moved out"},
        "raised": {"zh": "融资", "en": "Raised", "amount": True, "repeats": True},
    },
    "figures": {
        "profit": {"zh": "净利润", "en": "Profit"},
        "local": {"zh": "本地比例", "en": "Local share", "unit": "percent"},
        "staff": {"zh": "人数", "en": "Staff", "unit": "number"},
    },
    "flags": {"eligible": {"zh": "符合", "en": "Eligible"}},
    "attributes": {
        "board": {"zh": "板块", "en": "Board", "values": {"main": "主板", "star": "科创板"}}
    },
    "awards": {
        "filed": {"title": "备案奖励", "earned_by": "filed", "amount": "100万元"},
        "listed": {"title": "上市奖励", "earned_by": "listed", "amount": "200万元"},
    },
}
"""Awards by id; every part without a source rests on the clause ``c``."""

_PARTS = ("conditions", "groups", "best_of", "instalments", "shares", "undertakings", "repayments")


@dataclass(frozen=True)
class Trips:
    """Changes to the small policy, what they trip, and changes close to them that do not."""

    code: str
    path: str
    changes: Changes
    near: Changes
    words: tuple[str, ...] = ()
    """What both sentences name."""
    chinese: tuple[str, ...] = field(default=())
    """What the Chinese sentence names besides."""


def written(changes: Changes) -> dict[str, Any]:
    """The small policy as a document, with what stands at some paths replaced or added."""
    document = deepcopy(BASE)
    for path, value in changes.items():
        *above, last = path.split(".")
        part = document
        for key in above:
            part = part.setdefault(key, {})
        part[last] = deepcopy(value)
    for table in _PARTS:
        for each in document.get(table, {}).values():
            _with_clause(each)
    awards = document["awards"].items()
    document["awards"] = [_award(name, each) for name, each in awards if each is not None]
    return document


def _award(name: str, award: dict[str, Any]) -> dict[str, Any]:
    amount = award["amount"]
    amount = _with_clause(amount if isinstance(amount, dict) else {"fixed": amount})
    for value in amount.get("dated", ()):
        if "amount" in value:
            value["amount"] = {"fixed": value["amount"], "clause": "c"}
    title = {"title": f"{name}奖励", "clause": "c"}
    return title | award | {"id": name, "amount": amount}


def _with_clause(part: dict[str, Any]) -> dict[str, Any]:
    if "assumed" not in part:
        part.setdefault("clause", "c")
    return part


def small(changes: Changes) -> Policy:
    """The small policy with some changes."""
    return Policy.model_validate(written(changes))


def found(changes: Changes, *, unused: bool = False) -> list[Finding]:
    """What is found in the small policy with some changes; unused parts only if asked for."""
    findings = lint(small(changes))
    return [each for each in findings if unused or not each.fault.code.startswith("unused_")]


def keys(findings: list[Finding]) -> list[tuple[str, str]]:
    """The code and the key of each finding."""
    return [(each.fault.code, each.fault.path) for each in findings]
