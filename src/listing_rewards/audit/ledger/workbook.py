"""A reconciliation as a workbook."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.audit.ledger.reconciliation import Reconciliation
from listing_rewards.audit.ledger.sheets import sheets_of
from listing_rewards.audit.ledger.telling import Telling
from listing_rewards.errors import Fault, InvalidFile, Lang, fault


def workbook(found: Reconciliation, lang: Lang = "en", faults: Iterable[Fault] = ()) -> bytes:
    """The workbook in English or Chinese; the same reconciliation gives the same bytes.

    Its sheets: the policy, the day, notes and faults; the findings; every line of the ledger with
    where its yuan went; the accounts; and the totals as formulas. What a ledger says is always
    text, even where it begins like a formula.

    Args:
        found: the reconciliation.
        lang: the language.
        faults: what was wrong with lines and cases that were left out, to be told on the first
            sheet.

    Raises:
        InvalidFile: the extra `excel` is not installed.
    """
    try:
        from listing_rewards.audit.sheets.tables import tables_as_workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    return tables_as_workbook(sheets_of(found, Telling(found, lang), faults), lang, found.as_of)
