"""Working papers: one form per finding, a list of what to check, and a sample to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.reconciliation import Entry, Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.audit.ledger.to_check import ToCheck, by_yuan, sample, to_check
from listing_rewards.errors import InvalidFile, Lang, fault
from listing_rewards.files.spreadsheet.table import Rows, Table, Value
from listing_rewards.words import say

FINDINGS = (
    *("number", "kind", "beyond", "enterprise", "uscc", "award", "paid_on", "voucher", "row"),
    *("amount", "at_most", "facts", "clause", "clause_words"),
    "evidence",
)
"""The columns of the findings for people; their headers are stable in either language."""


def finding_rows(found: Reconciliation, lang: Lang) -> Iterator[list[Value]]:
    """Each finding in the order of the yuan at stake, by the columns `FINDINGS`."""
    sentences = Sentences(found, lang)
    for number, place in enumerate(by_yuan(found), start=1):
        each = found.findings[place]
        yield [
            number,
            sentences.name(each.kind),
            say("papers.yes" if each.beyond else "papers.no", lang),
            each.enterprise,
            each.uscc,
            sentences.about(each),
            _listed(line.on for line in each.lines),
            _listed(line.reference for line in each.lines if line.reference),
            _listed([line.row for line in each.lines if line.row] or [each.row or ""]),
            each.amount.at_least,
            each.amount.at_most,
            sentences.why(each),
            sentences.source(each),
            clause_words(found, each, lang),
            "; ".join(sentences.evidence(each)),
        ]


def headers(lang: Lang) -> list[str]:
    """The headers of the findings."""
    return [say("papers.column", lang, each) for each in FINDINGS]


def clause_words(found: Reconciliation, finding: Finding, lang: Lang) -> str:
    """The clause that a finding rests on, in its own words; empty where it rests on none."""
    ground = finding.ground
    if ground is None or not ground.clause:
        return ""
    clause = found.policy.clauses[ground.clause]
    said = (each.text.say(lang) for each in (clause, *clause.readings))
    return say("policy.list_joint", lang).join(said)


def _listed(values: Iterable[object]) -> str:
    return ", ".join(map(str, values))


def working_papers(
    found: Reconciliation, lang: Lang = "zh", *, size: int = 0, seed: str = ""
) -> bytes:
    """The working papers as a workbook; the same reconciliation gives the same bytes.

    Its sheets: the findings by the yuan at stake; one form per finding (取证单), each on a page of
    its own, with space for what the audited say, their seal, and who prepared and reviewed it; what
    to check although it is no finding; and a sample of the other lines.

    Args:
        found: the reconciliation.
        lang: the language.
        size: how many lines the sample has; 0: no sample.
        seed: what decides which lines; any text.

    Raises:
        InvalidFile: the extra `excel` is not installed.
    """
    try:
        from listing_rewards.files.spreadsheet.tables import add_table, empty_book, saved
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    from listing_rewards.audit.ledger.forms import add_forms

    book = empty_book(lang)
    rows = list(finding_rows(found, lang))
    add_table(book, Table(say("papers.findings", lang), headers(lang), rows), lang)
    add_forms(book, found, [dict(zip(FINDINGS, row, strict=True)) for row in rows], lang)
    add_table(book, _to_check(found, lang), lang)
    if size:
        add_table(book, _sample(sample(found, size, seed), found, lang, seed), lang)
    return saved(book, found.as_of)


def _to_check(found: Reconciliation, lang: Lang) -> Table:
    sentences = Sentences(found, lang)
    rows: Rows = [
        [
            number,
            say("papers.reason", lang, each.reason),
            each.enterprise,
            sentences.award(each.award),
            each.yuan,
            _about(each, sentences),
        ]
        for number, each in enumerate(to_check(found), start=1)
    ]
    heads = ("number", "reason", "enterprise", "award", "hangs_on_it", "what")
    return Table(
        say("papers.to_check", lang), [say("papers.column", lang, head) for head in heads], rows
    )


def _about(each: ToCheck, sentences: Sentences) -> str:
    """The fact or number itself, and how near it is."""
    lang = sentences.lang
    if each.check is None:
        return sentences.part(each.where)
    said = sentences.check(each.enterprise, each.check)
    match each.reason:
        case "near_day":
            return said + say("papers.days_off", lang, days=each.days)
        case "near_amount":
            return said + say("papers.off", lang, off=each.off)
    return said


def _sample(entries: Sequence[Entry], found: Reconciliation, lang: Lang, seed: str) -> Table:
    sentences = Sentences(found, lang)
    rows: Rows = [
        [
            number,
            entry.line.row or None,
            entry.line.reference,
            entry.enterprise or entry.line.name or entry.line.uscc,
            sentences.award(entry.line.award),
            entry.line.on,
            entry.line.amount,
            seed,
        ]
        for number, entry in enumerate(entries, start=1)
    ]
    heads = ("number", "row", "voucher", "enterprise", "award", "paid_on", "amount", "seed")
    return Table(
        say("papers.sample", lang), [say("papers.column", lang, head) for head in heads], rows
    )
