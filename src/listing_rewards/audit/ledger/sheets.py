"""What stands on the sheets of the workbook: headers, rows, and formulas that add them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.audit.ledger.about import about
from listing_rewards.audit.ledger.finding import BEYOND
from listing_rewards.audit.ledger.reconciliation import Divided, Reconciliation
from listing_rewards.audit.ledger.telling import Telling
from listing_rewards.audit.sheets.table import Formula, Rows, Table, Value
from listing_rewards.bounds import Bounds
from listing_rewards.errors import Fault

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


def sheets_of(found: Reconciliation, telling: Telling, faults: Iterable[Fault] = ()) -> list[Table]:
    """What it is about, the findings, every line of the ledger, the accounts, and the totals."""
    findings = _sheet(telling, "findings", FINDINGS, list(_findings(found, telling)))
    places = [part.place for part in found.totals.parts]
    lines = Table(
        telling.say("sheet_lines"),
        [*_headers(telling, LINES), *map(telling.name, places), telling.say("sheet_rest")],
        [
            [
                *(line.row or None, line.reference, line.name, line.uscc, entry.enterprise),
                *(telling.award(line.award), line.on, line.amount),
                *(entry.at(place) or None for place in places),
                _rest(row, len(places)),
            ]
            for row, entry in enumerate(found.entries, start=2)
            for line in [entry.line]
        ],
    )
    accounts = _sheet(telling, "accounts", ACCOUNTS, list(_accounts(found, telling)))
    totals = _totals(telling, findings, lines, accounts)
    return [about(found, telling, faults), findings, lines, accounts, totals]


def _sheet(telling: Telling, title: str, keys: tuple[str, ...], rows: Rows) -> Table:
    return Table(telling.say(f"sheet_{title}"), _headers(telling, keys), rows)


def _headers(telling: Telling, keys: tuple[str, ...]) -> list[str]:
    return [telling.say(f"sheet_{key}") for key in keys]


def _findings(found: Reconciliation, telling: Telling) -> Iterator[list[Value]]:
    for number, each in enumerate(found.findings, start=1):
        yield [
            number,
            ", ".join(str(line.row) for line in each.lines if line.row),
            ", ".join(line.reference for line in each.lines if line.reference),
            *(each.enterprise, each.uscc, telling.about(each), telling.name(each.kind)),
            *_ends(each.amount),
            telling.say("sheet_yes" if each.beyond else "sheet_no"),
            *(_most(each.entitled), _most(each.standard), each.paid_before),
            *(telling.source(each), telling.why(each)),
        ]


def _accounts(found: Reconciliation, telling: Telling) -> Iterator[list[Value]]:
    for each in found.enterprises:
        for account in each.accounts:
            if account.entitled.nothing and not account.ledger.paid and not account.besides.paid:
                continue
            yield [
                each.enterprise.name,
                ", ".join(map(telling.award, account.awards)),
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


def _totals(telling: Telling, findings: Table, lines: Table, accounts: Table) -> Table:
    """Sums over the other sheets, and the differences between them, which are nothing."""
    paid = _sum(lines, len(LINES))
    places = range(len(LINES) + 1, len(lines.headers))
    went, beyond = telling.say("sheet_went"), telling.say("sheet_beyond_section")
    rows: Rows = [[went, lines.headers[n - 1], Formula(f"{_sum(lines, n)}")] for n in places]
    rows.append([went, telling.say("sheet_paid"), Formula(f"{paid}")])
    parts = f"SUM(C2:C{len(rows)})" if places else "0"
    rows.append([went, telling.say("sheet_left_of_paid"), Formula(f"ROUND({paid}-{parts},2)")])
    yes = telling.say("sheet_yes")
    yuan, whether = (FINDINGS.index(key) + 1 for key in ("yuan", "beyond"))
    told = f'SUMIF({_range(findings, whether)},"{yes}",{_range(findings, yuan)})'
    rows.append([beyond, telling.say("sheet_beyond_told"), Formula(f"{told}")])
    named = {telling.name(kind) for kind in BEYOND}
    classes = [_sum(lines, n) for n in places if lines.headers[n - 1] in named]
    rest = "-".join([told, *classes])
    rows.append([beyond, telling.say("sheet_left_of_beyond"), Formula(f"ROUND({rest},2)")])
    rows += _entitled(telling, accounts, LEAST, "entitled")
    if None not in {row[ACCOUNTS.index("entitled_at_most")] for row in accounts.rows}:
        rows += _entitled(telling, accounts, MOST, "entitled_at_most")
    headers = [telling.say(f"sheet_{key}") for key in ("section", "place", "yuan")]
    return Table(telling.say("sheet_totals"), headers, rows)


def _entitled(telling: Telling, accounts: Table, parts: tuple[str, ...], whole: str) -> Rows:
    """The parts of what is entitled, the whole, and the difference."""
    sums = {key: _sum(accounts, ACCOUNTS.index(key) + 1) for key in (*parts, whole)}
    section = telling.say(f"sheet_{whole}")
    rows: Rows = [
        [section, telling.say(f"sheet_{key}"), Formula(f"{each}")] for key, each in sums.items()
    ]
    rest = "-".join([sums[whole], *(sums[part] for part in parts)])
    return [*rows, [section, telling.say("sheet_left_of_entitled"), Formula(f"ROUND({rest},2)")]]


def _sum(sheet: Table, number: int) -> str:
    return f"SUM({_range(sheet, number)})"


def _range(sheet: Table, number: int) -> str:
    """All cells of a column below its header; the one below the header where there are none."""
    letters = column(number)
    return f"'{sheet.title}'!${letters}$2:${letters}${max(len(sheet.rows), 1) + 1}"
