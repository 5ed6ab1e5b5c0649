"""A reconciliation as JSON, its findings as JSON Lines or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TextIO

from listing_rewards.audit.ledger import Finding, Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.errors import Lang
from listing_rewards.files.streams import TextForm
from listing_rewards.files.writing.csv_text import write_csv
from listing_rewards.values.range import Bounds

_COLUMNS = (
    *("kind", "beyond", "enterprise", "uscc", "award", "group", "rows", "references"),
    *("amount", "amount_at_most", "entitled", "entitled_at_most", "standard", "standard_at_most"),
    *("paid_before", "set_off", "other_award", "due_from", "levels"),
    *("needs", "notices", "nearest", "together", "earlier_rows", "repayment", "happened_on"),
    *("code_of", "clause", "finding", "why"),
)


def write_findings(found: Reconciliation, text: TextIO, form: TextForm, lang: Lang) -> None:
    """Write the whole as one JSON document, or one finding a line or row.

    The columns of a CSV are stable; the last three are for people, in the language asked for.
    """
    if form == "json":
        text.write(f"{found.model_dump_json(indent=2)}\n")
    elif form == "jsonl":
        text.writelines(f"{each.model_dump_json()}\n" for each in found.findings)
    else:
        sentences = Sentences(found, lang)
        write_csv(_COLUMNS, (_row(each, sentences) for each in found.findings), text)


def _row(finding: Finding, sentences: Sentences) -> Iterator[str]:
    yield from (finding.kind, "yes" if finding.beyond else "no", finding.enterprise)
    yield from (finding.uscc or "", finding.award or "", finding.group or "")
    yield ";".join(str(line.row) for line in finding.lines)
    yield ";".join(line.reference for line in finding.lines if line.reference)
    for bounds in (finding.amount, finding.entitled, finding.standard):
        yield from _ends(bounds)
    yield from (_written(finding.paid_before), _written(finding.set_off))
    yield from (finding.other_award or "", str(finding.due_from or ""))
    yield ";".join(f"{each.level} {each.stated}" for each in finding.levels)
    yield ";".join(f"{need.name} {need.on}" if need.on else need.name for need in finding.needs)
    yield ";".join(finding.notices)
    yield from (finding.nearest, _written(finding.together))
    yield ";".join(str(each.row) for each in finding.earlier if each.row)
    yield from (finding.repayment or "", str(finding.happened_on or ""), finding.code_of)
    yield sentences.source(finding)
    yield from (sentences.name(finding.kind), sentences.why(finding))


def _ends(bounds: Bounds | None) -> tuple[str, str]:
    """Both ends; empty where there is no number, or no limit is known."""
    return ("", "") if bounds is None else (str(bounds.at_least), _written(bounds.at_most))


def _written(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)
