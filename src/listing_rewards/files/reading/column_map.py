"""What a user says of headers that are not ours: which column is read, carried or left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from listing_rewards.errors import Fault, InvalidFile, fault
from listing_rewards.files.reading.columns import (
    ROLES,
    Column,
    columns_of,
    columns_of_entries,
    columns_of_ledger,
)
from listing_rewards.files.reading.headers import SCALES, by_name, key, read_header
from listing_rewards.files.streams import toml_in
from listing_rewards.policy.model import Policy
from listing_rewards.words import in_both

RESERVED = frozenset({"row", "name", "uscc", "county", "policy", "as_of"})
"""Titles that the tables of results have already."""
_PARTS = ("ignore", "carry", "read")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A map of columns: each header as it stands in the file, without its unit.

    Attributes:
        read: headers that stand for a column of ours, each with that column's header.
        carry: headers of which the cells come out again, each with the title they come out under.
        ignore: headers that are left out.
    """

    read: tuple[tuple[str, str], ...] = ()
    carry: tuple[tuple[str, str], ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles under which cells come out again, in order.

        >>> ColumnMap(carry=(("开户银行", "bank"), ("主办券商", "主办券商"))).titles
        ('bank', '主办券商')
        """
        return tuple(dict.fromkeys(read_header(title, {}).name for _, title in self.carry))

    def without(self, ignored: Iterable[str]) -> ColumnMap:
        """The map with more headers that are left out."""
        return replace(self, ignore=(*self.ignore, *ignored))

    def columns(self, columns: Iterable[Column]) -> list[Column]:
        """The columns that a table of enterprises may have, by the names that the map gives.

        >>> [column] = ColumnMap(read=(("挂牌时间", "listed"),)).columns(
        ...     [Column("event_day", "listed", ("listed",))]
        ... )
        >>> column.names
        ('listed', '挂牌时间')
        """
        named = self._named([*columns], self.read)
        carried = [(header, title) for header, title in self.carry if _name(title) in ROLES]
        named = self._named(named, carried)
        others: dict[str, tuple[str, ...]] = {}
        for header, title in self.carry:
            if _name(title) not in ROLES:
                others[title] = (*others.get(title, ()), _name(header))
        taken = {key(name) for names in others.values() for name in names}
        free = [_without(each, taken) for each in named] if taken else named
        return [*free, *(Column("carried", title, names) for title, names in others.items())]

    def columns_beside(self, columns: Iterable[Column]) -> list[Column]:
        """The columns of another table, of events or payments, of which nothing is carried."""
        return self._named([*columns], self.read)

    @property
    def ignored_beside(self) -> tuple[str, ...]:
        """The headers that are left out of such a table."""
        return (*self.ignore, *(header for header, _ in self.carry))

    @staticmethod
    def _named(columns: list[Column], pairs: Iterable[tuple[str, str]]) -> list[Column]:
        """The columns, each with the headers that stand for it; one name has one column."""
        for header, target in pairs:
            wanted = read_header(target, by_name(columns))
            if wanted.column is None:
                continue
            name = _name(header)
            unit = wanted.unit or read_header(header, {}).unit or ""
            columns = [
                replace(
                    each,
                    names=tuple(dict.fromkeys((*each.names, name))),
                    said=(*each.said, (key(name), unit)) if unit else each.said,
                )
                if each is wanted.column
                else _without(each, {key(name)})
                for each in columns
            ]
        return columns


NO_MAP = ColumnMap()


def _name(header: str) -> str:
    """A header without its unit."""
    return read_header(header, {}).name


def _without(column: Column, taken: set[str]) -> Column:
    """The column without names that stand for another one; its id stays."""
    first, *others = column.names
    return replace(column, names=(first, *(name for name in others if key(name) not in taken)))


def read_column_map(name: str, policy: Policy) -> ColumnMap:
    """A map of columns from a TOML file: a list ``ignore``, and tables ``read`` and ``carry``.

    Raises:
        InvalidFile: it is no such file; or it names a column that no table of the policy has,
            takes a header twice, or one that is the id of a column.
    """
    stated = toml_in(name)
    faults = list(_wrong_parts(stated))
    if not faults:
        found = ColumnMap(
            tuple(stated.get("read", {}).items()),
            tuple(stated.get("carry", {}).items()),
            tuple(stated.get("ignore", ())),
        )
        faults = list(_wrong_entries(found, policy))
        if not faults:
            return found
    raise InvalidFile(*(each.at(file=name) for each in faults))


def _wrong_parts(stated: dict[str, Any]) -> Iterator[Fault]:
    """What is no list of headers, and no table of headers and names."""
    for part, value in stated.items():
        if part not in _PARTS:
            yield fault("unknown_key", part, accepted=_PARTS, path=part)
        elif part == "ignore":
            if not isinstance(value, list) or not all(_is_text(each) for each in value):
                yield fault("wrong_map", part, form=in_both("columns.form_of_ignore"), path=part)
        elif not isinstance(value, dict) or not all(map(_is_text, value.values())):
            yield fault("wrong_map", part, form=in_both("columns.form_of_table"), path=part)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(key(value))


def _wrong_entries(found: ColumnMap, policy: Policy) -> Iterator[Fault]:
    tables = [list(columns_of(policy)), columns_of_ledger(policy)]
    tables += [columns_of_entries("events"), columns_of_entries("payments")]
    known = by_name([column for table in reversed(tables) for column in table])
    ids = {key(each.names[0]) for table in tables for each in table}
    seen: set[str] = set()
    for part in _PARTS:
        for header in _headers(found, part):
            if key(_name(header)) in seen:
                yield fault("mapped_twice", header, path=f"{part}.{header}")
            seen.add(key(_name(header)))
    for part, pairs in (("read", found.read), ("carry", found.carry)):
        for header, target in pairs:
            path = f"{part}.{header}"
            wanted = read_header(target, known)
            if part == "read" and wanted.column is None:
                yield fault("unknown_target", wanted.name, accepted=known, path=path)
            elif part == "carry" and key(target) in RESERVED:
                yield fault("reserved_title", target, path=path)
            if key(_name(header)) in ids and key(_name(header)) != key(wanted.name):
                yield fault("mapped_id", header, path=path)
            units = {each for each in (read_header(header, {}).unit, wanted.unit) if each}
            if len({SCALES[each] for each in units}) > 1:
                yield fault("unknown_unit", "/".join(sorted(units)), path=path)


def _headers(found: ColumnMap, part: str) -> Iterator[str]:
    if part == "ignore":
        yield from found.ignore
    else:
        yield from (header for header, _ in (found.read if part == "read" else found.carry))
