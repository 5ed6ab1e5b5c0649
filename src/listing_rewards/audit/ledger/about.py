"""The first sheet: what was held against what, what is to be noted, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.audit.ledger.reconciliation import Reconciliation
from listing_rewards.audit.ledger.telling import Telling
from listing_rewards.audit.sheets.table import Rows, Table
from listing_rewards.errors import Fault


def about(found: Reconciliation, telling: Telling, faults: Iterable[Fault]) -> Table:
    """The policy, the day, how much there is; assumptions, notes and faults, each in a row."""
    told = list(faults)
    listed = [
        *(("about_assumed", each) for each in telling.assumed()),
        *(("about_note", telling.noted(each)) for each in found.notes),
        *(("about_fault", each.sentence(telling.lang)) for each in told),
    ]
    rows: Rows = [
        [telling.say("about_policy"), telling.policy],
        [telling.say("about_id"), found.policy.id],
        [telling.say("about_issuer"), telling.issuer],
        [telling.say("about_as_of"), found.as_of],
        [telling.say("about_version"), found.version],
        [telling.say("about_lines"), len(found.entries)],
        [telling.say("about_left_out"), len({(each.file, each.row) for each in told})],
        [telling.say("about_findings"), len(found.findings)],
        [telling.say("about_beyond"), found.totals.beyond],
    ]
    rows += [[telling.say(key), sentence] for key, sentence in listed]
    headers = [telling.say("about_what"), telling.say("about_content")]
    return Table(telling.say("sheet_about"), headers, rows)
