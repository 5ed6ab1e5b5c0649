"""A screening as a piece of HTML, as a notebook shows it under a cell."""

from __future__ import annotations

from listing_rewards.errors import Lang, language
from listing_rewards.plan.finding import ConditionFinding
from listing_rewards.plan.screening import Screening
from listing_rewards.plan.sentences import Sentences
from listing_rewards.policy.standards import list_standards, load_standard
from listing_rewards.report.notebook import paragraph, piece, table
from listing_rewards.words import say


def screening_piece(found: Screening, lang: Lang = "en") -> str:
    """A screening: how ready, one row per condition; by ids where the standard is not shipped."""
    language(lang)
    shipped = found.standard in list_standards()
    sentences = Sentences(load_standard(found.standard), lang) if shipped else None

    def said(leaf: ConditionFinding) -> str:
        return sentences.far(leaf) if sentences else leaf.condition

    heads = [say("notebook.finding", lang), say("page.status", lang)]
    rows = [
        (said(leaf), say("plan.outcome", lang, leaf.outcome))
        for finding in found.findings
        for leaf in finding.leaves()
    ]
    who = f"{found.enterprise.name} · {found.standard} · {found.as_of}"
    readiness = f"<p><strong>{say('plan.readiness', lang, found.readiness)}</strong></p>"
    return piece([paragraph(who), readiness, table(heads, rows)], lang)
