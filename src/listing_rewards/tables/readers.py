"""Cases from JSON, JSON Lines and CSV, each with the place it was read from."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, InvalidFile, ListingRewardsError, fault
from listing_rewards.policy.model import Policy
from listing_rewards.tables.columns import Kind, columns_of, event_names
from listing_rewards.tables.files import format_of, open_text
from listing_rewards.tables.lines import table_lines
from listing_rewards.tables.records import case_of
from listing_rewards.tables.rows import Cell, Row


def read_rows(
    name: str, policy: Policy, *, asked: str | None = None, ignored: Iterable[str] = ()
) -> Iterator[Row]:
    """Every case of a file, one after the other; a row that cannot be read carries its faults.

    Args:
        name: a file, or ``-`` for standard input (JSON Lines unless `asked` says otherwise).
        policy: its declared facts give a table's columns.
        asked: ``json``, ``jsonl`` or ``csv``; by default the file's suffix tells.
        ignored: headers of a table that are to be left out.

    Raises:
        InvalidFile: the file as a whole cannot be used: unreadable, empty, in no known encoding
            or format, or a table with a header that is not understood.
    """
    form = format_of(name, asked, default="jsonl")
    with open_text(name) as text:
        if form == "csv":
            rows = _from_csv(text, name, policy, ignored)
        else:
            rows = _from_json(text, name) if form == "json" else _from_json_lines(text, name)
        empty = True
        for row in rows:
            empty = False
            yield row
    if empty:
        raise InvalidFile(fault("empty_file").at(file=name))


def _from_json(text: TextIO, name: str) -> Iterator[Row]:
    content = text.read()
    if not content.strip():
        return
    try:
        document = read_json(content)
    except ListingRewardsError as error:
        raise InvalidFile(*(each.at(file=name) for each in error.faults)) from None
    if not isinstance(document, list):
        yield _row(document, name, 0, "")
        return
    for index, each in enumerate(document):
        yield _row(each, name, 0, f"[{index}]")


def _from_json_lines(text: TextIO, name: str) -> Iterator[Row]:
    for number, line in enumerate(text, start=1):
        if not line.strip():
            continue
        try:
            document = read_json(line)
        except ListingRewardsError as error:
            yield Row(
                name, number, None, tuple(each.at(file=name, row=number) for each in error.faults)
            )
        else:
            yield _row(document, name, number, "")


def _row(document: object, name: str, number: int, prefix: str) -> Row:
    try:
        return Row(name, number, Case.model_validate(document), within=prefix)
    except InvalidCase as error:
        faults = (each.within(prefix).at(file=name, row=number) for each in error.faults)
        return Row(name, number, None, tuple(faults), within=prefix)


def read_json(text: str) -> object:
    """What a JSON text states; a key that is written twice is a fault.

    Raises:
        InvalidFile: it is not JSON.
    """
    try:
        return json.loads(text, object_pairs_hook=_no_key_twice)
    except json.JSONDecodeError as error:
        detail = f"{error.msg[0].lower()}{error.msg[1:]}, line {error.lineno} column {error.colno}"
        raise InvalidFile(fault("bad_json", detail=detail)) from None
    except ListingRewardsError:
        raise
    except (RecursionError, ValueError) as error:
        raise InvalidFile(fault("bad_json", detail=error)) from None


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InvalidFile(fault("duplicate_key", key))
        found[key] = value
    return found


_WHOSE: tuple[Kind, ...] = ("name",)


def _from_csv(text: TextIO, name: str, policy: Policy, ignored: Iterable[str]) -> Iterator[Row]:
    names = event_names(policy)
    lines = csv.reader(text, strict=True)
    columns = list(columns_of(policy))
    for number, heads, line in table_lines(lines, name, columns, who=_WHOSE, ignored=ignored):
        yield case_of(line, heads, names, Cell(name, number, ""))
