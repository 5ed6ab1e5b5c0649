"""A reconciliation as a workbook: what it is about, findings, lines, accounts, and totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.audit.ledger.beside_table import beside_table
from listing_rewards.audit.ledger.finding import BEYOND
from listing_rewards.audit.ledger.reconciliation import Divided, Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.errors import Fault, InvalidFile, Lang, fault
from listing_rewards.files.spreadsheet.table import Formula, Rows, Table, Value
from listing_rewards.values.range import Bounds

FINDINGS = (
    *("number", "row", "reference", "enterprise", "uscc", "award", "finding", "yuan", "at_most"),
    *("beyond", "entitled_at_most", "standard", "before", "clause", "why"),
)
LINES = ("row", "reference", "name", "uscc", "case", "award", "on", "yuan")
ACCOUNTS = (
    *("enterprise", "awards", "entitled", "entitled_at_most", "due", "due_later", "undecided"),
    *("beyond_due", "besides_due", "besides_due_later", "besides_undecided", "besides_beyond"),
    *("unpaid", "unpaid_at_most"),
)
LEAST = ("due", "due_later", "besides_due", "besides_due_later", "unpaid")
MOST = (
    *("due", "due_later", "undecided", "besides_due", "besides_due_later", "besides_undecided"),
    "unpaid_at_most",
)


def workbook(found: Reconciliation, lang: Lang = "en", faults: Iterable[Fault] = ()) -> bytes:
    """The workbook in English or Chinese; the same reconciliation gives the same bytes.

    Its sheets: the policy, the day, notes and faults; the findings; every line of the ledger with
    where its yuan went; the accounts; and the totals as formulas. What a ledger says is always
    text, even where it begins like a formula.

    Args:
        found: the reconciliation.
        lang: the language.
        faults: what was wrong with lines and cases that were left out, to be listed on the first
            sheet.

    Raises:
        InvalidFile: the extra `excel` is not installed.
    """
    try:
        from listing_rewards.files.spreadsheet.tables import tables_as_workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    return tables_as_workbook(sheets_of(found, Sentences(found, lang), faults), lang, found.as_of)


def sheets_of(
    found: Reconciliation, sentences: Sentences, faults: Iterable[Fault] = ()
) -> list[Table]:
    """What it is about, the findings, every line of the ledger, the accounts, and the totals."""
    findings = _sheet(sentences, "findings", FINDINGS, list(_findings(found, sentences)))
    places = [part.place for part in found.totals.parts]
    lines = Table(
        sentences.say("ledger.sheet", "lines"),
        [
            *_headers(sentences, LINES),
            *map(sentences.name, places),
            sentences.say("ledger.sheet", "rest"),
        ],
        [
            [
                *(line.row or None, line.reference, line.name, line.uscc, entry.enterprise),
                *(sentences.award(line.award), line.on, line.amount),
                *(entry.at(place) or None for place in places),
                _rest(row, len(places)),
            ]
            for row, entry in enumerate(found.entries, start=2)
            for line in [entry.line]
        ],
    )
    accounts = _sheet(sentences, "accounts", ACCOUNTS, list(_accounts(found, sentences)))
    totals = _totals(sentences, findings, lines, accounts)
    beside = [beside_table(found.beside, sentences)] if found.beside else []
    return [_about(found, sentences, faults), findings, lines, accounts, totals, *beside]


def _about(found: Reconciliation, sentences: Sentences, faults: Iterable[Fault]) -> Table:
    """The policy, the day, how much there is; assumptions, notes and faults, each in a row."""
    left_out = list(faults)
    listed = [
        *(("ledger.about_level", each) for each in sentences.level()),
        *(("ledger.about_assumed", each) for each in sentences.assumed()),
        *(("ledger.about_note", sentences.noted(each)) for each in found.notes),
        *(("ledger.about_fault", each.sentence(sentences.lang)) for each in left_out),
    ]
    rows: Rows = [
        [sentences.say("ledger.about_policy"), sentences.policy],
        [sentences.say("ledger.about_id"), found.policy.id],
        [sentences.say("ledger.about_issuer"), sentences.issuer],
        [sentences.say("ledger.about_as_of"), found.as_of],
        [sentences.say("ledger.about_version"), found.version],
        [sentences.say("ledger.about_lines"), len(found.entries)],
        [sentences.say("ledger.about_left_out"), len({(each.file, each.row) for each in left_out})],
        [sentences.say("ledger.about_findings"), len(found.findings)],
        [sentences.say("ledger.about_beyond"), found.totals.beyond],
    ]
    rows += [[sentences.say(key), sentence] for key, sentence in listed]
    headers = [sentences.say("ledger.about_what"), sentences.say("ledger.about_content")]
    return Table(sentences.say("ledger.sheet", "about"), headers, rows)


def _sheet(sentences: Sentences, title: str, keys: tuple[str, ...], rows: Rows) -> Table:
    return Table(sentences.say("ledger.sheet", title), _headers(sentences, keys), rows)


def _headers(sentences: Sentences, keys: tuple[str, ...]) -> list[str]:
    return [sentences.say("ledger.sheet", key) for key in keys]


def _findings(found: Reconciliation, sentences: Sentences) -> Iterator[list[Value]]:
    for number, each in enumerate(found.findings, start=1):
        yield [
            number,
            ", ".join(str(line.row) for line in each.lines if line.row),
            ", ".join(line.reference for line in each.lines if line.reference),
            *(each.enterprise, each.uscc, sentences.about(each), sentences.name(each.kind)),
            *_ends(each.amount),
            sentences.say("ledger.sheet", "yes" if each.beyond else "no"),
            *(_most(each.entitled), _most(each.standard), each.paid_before),
            *(sentences.source(each), sentences.why(each)),
        ]


def _accounts(found: Reconciliation, sentences: Sentences) -> Iterator[list[Value]]:
    for each in found.enterprises:
        for account in each.accounts:
            if account.entitled.nothing and not account.ledger.paid and not account.besides.paid:
                continue
            yield [
                each.enterprise.name,
                ", ".join(map(sentences.award, account.awards)),
                *_ends(account.entitled),
                *_divided(account.ledger),
                *_divided(account.besides),
                *_ends(account.unpaid),
            ]


def _divided(paid: Divided) -> tuple[Value, ...]:
    return paid.due, paid.not_due_yet, paid.undecided, paid.beyond


def _ends(bounds: Bounds) -> tuple[Value, Value]:
    return bounds.at_least, bounds.at_most


def _most(bounds: Bounds | None) -> Value:
    return None if bounds is None else bounds.at_most


def _rest(row: int, places: int) -> Formula:
    """A line's amount less all its parts, which leaves nothing."""
    amount = column(len(LINES))
    if not places:
        return Formula(f"{amount}{row}")
    first, last = column(len(LINES) + 1), column(len(LINES) + places)
    return Formula(f"ROUND({amount}{row}-SUM({first}{row}:{last}{row}),2)")


def column(number: int) -> str:
    """The letters of a column, counted from 1.

    >>> column(1), column(26), column(27)
    ('A', 'Z', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _totals(sentences: Sentences, findings: Table, lines: Table, accounts: Table) -> Table:
    """Sums over the other sheets, and the differences between them, which are nothing."""
    paid = _sum(lines, len(LINES))
    places = range(len(LINES) + 1, len(lines.headers))
    went, beyond = (
        sentences.say("ledger.sheet", "went"),
        sentences.say("ledger.sheet", "beyond_section"),
    )
    rows: Rows = [[went, lines.headers[n - 1], Formula(f"{_sum(lines, n)}")] for n in places]
    rows.append([went, sentences.say("ledger.sheet", "paid"), Formula(f"{paid}")])
    parts = f"SUM(C2:C{len(rows)})" if places else "0"
    rows.append(
        [went, sentences.say("ledger.sheet", "left_of_paid"), Formula(f"ROUND({paid}-{parts},2)")]
    )
    yes = sentences.say("ledger.sheet", "yes")
    yuan, whether = (FINDINGS.index(key) + 1 for key in ("yuan", "beyond"))
    by_finding = f'SUMIF({_range(findings, whether)},"{yes}",{_range(findings, yuan)})'
    rows.append([beyond, sentences.say("ledger.sheet", "beyond_told"), Formula(by_finding)])
    named = {sentences.name(kind) for kind in BEYOND}
    classes = [_sum(lines, n) for n in places if lines.headers[n - 1] in named]
    rest = "-".join([by_finding, *classes])
    rows.append(
        [beyond, sentences.say("ledger.sheet", "left_of_beyond"), Formula(f"ROUND({rest},2)")]
    )
    rows += _entitled(sentences, accounts, LEAST, "entitled")
    if None not in {row[ACCOUNTS.index("entitled_at_most")] for row in accounts.rows}:
        rows += _entitled(sentences, accounts, MOST, "entitled_at_most")
    headers = [sentences.say("ledger.sheet", key) for key in ("section", "place", "yuan")]
    return Table(sentences.say("ledger.sheet", "totals"), headers, rows)


def _entitled(sentences: Sentences, accounts: Table, parts: tuple[str, ...], whole: str) -> Rows:
    """The parts of what is entitled, the whole, and the difference."""
    sums = {key: _sum(accounts, ACCOUNTS.index(key) + 1) for key in (*parts, whole)}
    section = sentences.say("ledger.sheet", whole)
    rows: Rows = [
        [section, sentences.say("ledger.sheet", key), Formula(f"{each}")]
        for key, each in sums.items()
    ]
    rest = "-".join([sums[whole], *(sums[part] for part in parts)])
    return [
        *rows,
        [section, sentences.say("ledger.sheet", "left_of_entitled"), Formula(f"ROUND({rest},2)")],
    ]


def _sum(sheet: Table, number: int) -> str:
    return f"SUM({_range(sheet, number)})"


def _range(sheet: Table, number: int) -> str:
    """All cells of a column below its header; the one below the header where there are none."""
    letters = column(number)
    return f"'{sheet.title}'!${letters}$2:${letters}${max(len(sheet.rows), 1) + 1}"
