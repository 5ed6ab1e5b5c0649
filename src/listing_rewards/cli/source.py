"""The rows of the files named on the command line, with their second tables; guarding them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.reading.second_tables import read_ledger, with_entries
from listing_rewards.files.streams import STANDARD, Meter
from listing_rewards.policy.model import Policy


def rows_of(
    files: Iterable[str],
    policy: Policy,
    second: tuple[str | None, str | None],
    *,
    asked: str | None,
    ignored: list[str] | None,
    meter: Meter | None = None,
) -> Iterator[Row]:
    """Every row of every file in order, each with the entries of the second tables that name it.

    `second` holds the file of events and the file of payments, where there is one.
    """
    skip = tuple(ignored or ())
    rows: Iterator[Row] = chain.from_iterable(
        read_rows(name, policy, asked=asked, ignored=skip, meter=meter) for name in files
    )
    events, payments = second
    entries = []
    if events:
        entries += read_ledger(events, "events", policy, ignored=skip)
    if payments:
        entries += read_ledger(payments, "payments", policy, ignored=skip)
    return with_entries(rows, entries) if entries else rows


def refuse_overwriting(outputs: Iterable[str | None], inputs: Iterable[str]) -> None:
    """Refuse an output that is one of the inputs or another output, which it would destroy."""
    taken = {Path(name).resolve() for name in inputs if name != STANDARD}
    for name in outputs:
        if name is None or name == STANDARD:
            continue
        if Path(name).resolve() in taken:
            raise InvalidFile(fault("overwrites_input").at(file=name))
        taken.add(Path(name).resolve())
