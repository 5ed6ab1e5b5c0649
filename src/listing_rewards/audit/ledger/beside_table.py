"""Two ledgers beside one another as a table: a row for each payment, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.audit.ledger.beside import Beside
from listing_rewards.audit.ledger.line import LedgerLine, OtherLine
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.files.spreadsheet.table import Table, Value

COLUMNS = (
    *("where", "matched_by", "row", "reference", "name", "on", "yuan"),
    *("other_row", "other_reference", "other_name", "other_on", "other_yuan", "purpose"),
)


def beside_table(beside: Beside, sentences: Sentences) -> Table:
    """Those in both, then those in this ledger alone, then those in the other alone."""

    def said(key: str) -> str:
        return sentences.say("ledger.sheet", key)

    rows = [
        [
            said("differs" if each.differs else "both"),
            said(each.by),
            *_cells(each.here),
            *_cells(each.there),
            _listed(line.purpose for line in each.there),
        ]
        for each in beside.both
    ]
    nothing: list[Value] = [None] * 5
    rows += [
        [said("only_here"), None, *_cells([each]), *nothing, None] for each in beside.only_here
    ]
    rows += [
        [said("only_there"), None, *nothing, *_cells([each]), each.purpose]
        for each in beside.only_there
    ]
    return Table(said("beside"), [said(key) for key in COLUMNS], rows)


def _cells(lines: Iterable[LedgerLine | OtherLine]) -> Iterator[Value]:
    """Row, voucher, payee, day and amount of the lines of one ledger."""
    listed = list(lines)
    yield _listed(each.row or None for each in listed)
    yield _listed(dict.fromkeys(each.reference for each in listed))
    yield _listed(dict.fromkeys(each.name or each.uscc for each in listed))
    yield _listed(dict.fromkeys(each.on for each in listed))
    yield sum((each.amount for each in listed[1:]), listed[0].amount)


def _listed(values: Iterable[object]) -> str:
    return ", ".join(str(each) for each in values if each is not None)
