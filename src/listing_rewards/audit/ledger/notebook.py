"""A reconciliation as a piece of HTML, as a notebook shows it under a cell."""

from __future__ import annotations

from listing_rewards.audit.ledger.reconciliation import Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.errors import Lang
from listing_rewards.report.notebook import paragraph, piece, table
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import write_yuan
from listing_rewards.words import say


def reconciliation_piece(found: Reconciliation, lang: Lang = "en") -> str:
    """A reconciliation: what was paid and what is beyond, then the findings, worst first."""
    sentences, words = Sentences(found, lang), PolicyPhrasing(found.policy, lang)
    summary = say(
        "reconcile.summary",
        lang,
        lines=len(found.entries) + len(found.unread),
        unread=len(found.unread),
        findings=len(found.findings),
        beyond=write_yuan(found.totals.beyond),
    )
    heads = [
        say(key, lang)
        for key in (
            "notebook.finding", "page.enterprise", "notebook.about", "notebook.amount",
            "notebook.why",
        )
    ]  # fmt: skip
    rows = [
        (
            sentences.name(each.kind),
            each.enterprise,
            sentences.about(each),
            words.bounds(each.amount),
            sentences.why(each),
        )
        for each in found.findings
    ]
    head = map(paragraph, (*sentences.head(), summary))
    return piece([*head, table(heads, rows)], lang)
