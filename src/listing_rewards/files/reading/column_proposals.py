"""What could be done with each column of a file: read, carried, left out, or to be decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.errors import fault
from listing_rewards.files.reading.columns import CARRIED, Column, columns_of, columns_of_ledger
from listing_rewards.files.reading.grid import Grid, Line, csv_grid
from listing_rewards.files.reading.headers import (
    HeaderCell,
    by_name,
    is_for_people,
    is_like_remarks,
    is_not_now,
    key,
    read_header,
)
from listing_rewards.files.reading.layout import Header, find_header, known_in
from listing_rewards.files.reading.second_tables import WHO, kind_of
from listing_rewards.files.reading.workbook_sheets import open_workbook
from listing_rewards.files.streams import format_read, open_text
from listing_rewards.policy.model import Policy

Done: TypeAlias = Literal["known", "read", "carry", "ignore", "undecided"]
_SAMPLES, _SAMPLE_LENGTH, _LOOKED_THROUGH = 2, 20, 200
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("account", re.compile("账号|卡号|账户号")),
    ("payee", re.compile("户名|账户名")),
    ("bank", re.compile("开户|银行|收款行")),
    ("phone", re.compile("电话|手机|联系方式")),
    ("contact", re.compile("联系人")),
    ("applied", re.compile("申[请报].{0,8}(?:金额|资金|奖励|奖补)")),
)
"""What a header is probably about, for what is carried."""
_OPEN = re.compile("币[种别]|单位$|到账|实[际到缴]|更正|调整")
"""What may say that an amount is another one."""


class Proposal(NamedTuple):
    """What is proposed for a column.

    Attributes:
        header: its header, without its unit.
        done: what is done with it.
        target: the column it stands for, or the title it comes out under.
        samples: what stands in its first cells.
    """

    header: str
    done: Done
    target: str = ""
    samples: tuple[str, ...] = ()


def proposals_for(name: str, policy: Policy, *, asked: str | None = None) -> list[Proposal]:
    """A proposal for each column of a file of cases, events or payments, each header once.

    What could be a fact that rules read is never decided here, only what certainly is not.

    Raises:
        InvalidFile: the file cannot be read as a table.
    """
    found: dict[str, Proposal] = {}
    form = format_read(name, asked, default="csv", among=("csv", "xlsx"))
    if form == "csv":
        with open_text(name) as text:
            _add(found, csv_grid(text, name), policy)
    else:
        with open_workbook(name) as book:
            for title in book.titles:
                _add(found, book.grid(title), policy)
    return list(found.values())


def _add(found: dict[str, Proposal], grid: Grid, policy: Policy) -> None:
    """The columns of one table; a header that one of several tables knows is known."""
    lines = (line for line in grid.lines if any(not cell.blank for cell in line.cells))
    first = list(islice(lines, _LOOKED_THROUGH))
    best: tuple[int, Header, dict[str, Column]] | None = None
    kinds = [(list(columns_of(policy)), ("name",)), (columns_of_ledger(policy), WHO)]
    kinds.append((kind_of("events").columns, WHO))
    for columns, who in kinds:
        known = by_name(columns)
        header = find_header(iter(first), known, who)
        if header is not None and (best is None or known_in(header.cells, known) > best[0]):
            best = known_in(header.cells, known), header, known
    if best is None:
        return
    _, header, known = best
    for at, cell in enumerate(header.cells):
        if not key(cell.written):
            continue
        each = _proposal(cell, known, tuple(_samples(header.below, at)))
        before = found.get(key(each.header))
        if before is None or each.done == "known":
            found[key(each.header)] = each


def _samples(lines: Iterable[Line], at: int) -> Iterator[str]:
    texts = (line.cells[at].text.strip() for line in lines if at < len(line.cells))
    yield from islice(dict.fromkeys(text[:_SAMPLE_LENGTH] for text in texts if text), _SAMPLES)


def _proposal(cell: HeaderCell, known: Mapping[str, Column], samples: tuple[str, ...]) -> Proposal:
    reads = [read_header(text, known) for text in cell.candidates]
    read = next((each for each in reads if each.column is not None), None)
    if read is not None and read.column is not None:
        if read.column.kind in CARRIED:
            return Proposal(read.name, "carry", read.column.of, samples)
        return Proposal(cell.written, "known", read.column.names[0], samples)
    if is_for_people(cell):
        return Proposal(cell.written, "known", "", samples)
    name = reads[-1].name
    role = next((role for role, pattern in _ROLES if pattern.search(name)), "")
    if role:
        return Proposal(name, "carry", role, samples)
    near = _nearest(name, known)
    if near and is_not_now(name):
        return Proposal(name, "ignore", "", samples)
    if _OPEN.search(name):
        return Proposal(name, "undecided", "" if name.endswith("单位") else near, samples)
    if near:
        return Proposal(name, "undecided", near, samples)
    if is_like_remarks(name):
        return Proposal(name, "carry", name, samples)
    return Proposal(name, "ignore", "", samples)


def _nearest(name: str, known: Mapping[str, Column]) -> str:
    """The column of a fact that a header resembles: nearly its name, or a name that it holds."""
    facts = {text: each for text, each in known.items() if each.kind not in CARRIED}
    inside = [text for text in facts if len(text) > 1 and (text in name or name in text)]
    near = max(inside, key=len, default="") or fault("unknown_column", name, accepted=facts).nearest
    return facts[near].names[0] if near in facts else ""
