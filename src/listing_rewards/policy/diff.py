"""What changes from one policy to another, part by part, as a lawyer would amend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from listing_rewards.policy.model import Policy, known_policy

_IDENTITY = frozenset({"id", "series", "document", "based_on"})
"""What makes a document itself; the head of an amendment, no change of content."""
_BY_ID = ("awards", "notices")
_IN_ORDER = ("awards", "best_of")
_OWN_TO_A_DOCUMENT = {"clauses": frozenset({"document"})}


@dataclass(frozen=True, slots=True)
class Change:
    """One part that is added, removed or changed.

    Attributes:
        where: the names that lead to the part, such as ``("awards", "neeq_listed", "amount")``.
            The table alone (``("awards",)``) stands for the order of what it holds.
        kind: ``added``, ``removed`` or ``changed``.
        before: what the first policy says; None where it says nothing.
        after: what the second policy says; None where it says nothing.
    """

    where: tuple[str, ...]
    kind: Literal["added", "removed", "changed"]
    before: Any
    after: Any

    @property
    def path(self) -> str:
        """Where the part stands, such as ``awards.neeq_listed.amount``."""
        return ".".join(self.where)


def diff(a: Policy, b: Policy) -> tuple[Change, ...]:
    """What changes from `a` to `b`, in the order of the document.

    A part that only one of them has is added or removed as a whole; of a part that both have, each
    key that differs is one change: an award's amount, a group's cap. The days, the rounding and a
    condition of another construct change as a whole. Awards and notices are reported by their ids.
    The order of awards is content, since they fill a common cap in it; where it is not that of
    `a`, with what is new at the end, it is a change of its own. What the documents are called
    (id, series, document, what they extend, the document of a clause) is no change of content.

    Raises:
        InvalidPolicy: one of them is no policy.

    >>> from listing_rewards import diff, load_policy
    >>> source, own = map(load_policy, ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"))
    >>> [change.path for change in diff(source, own)][:2]
    ['awards.neeq_listed.amount', 'awards.neeq_innovation.amount']
    >>> diff(source, own)[0].after.fixed
    Decimal('500000.00')
    """
    return tuple(_changes(known_policy(a), known_policy(b)))


def _changes(a: Policy, b: Policy) -> Iterator[Change]:
    for table in Policy.model_fields:
        if table in _IDENTITY:
            continue
        before, after = getattr(a, table), getattr(b, table)
        if table in _BY_ID:
            before, after = ({each.id: each for each in parts} for parts in (before, after))
        if not isinstance(before, Mapping):
            yield from _one((table,), before, after)
            continue
        for name in (*before, *(name for name in after if name not in before)):
            yield from _part(table, name, before.get(name), after.get(name))
        if table in _IN_ORDER:
            yield from _order(table, tuple(before), tuple(after))


def _part(
    table: str, name: str, before: BaseModel | None, after: BaseModel | None
) -> Iterator[Change]:
    """A named part of a table: as a whole, or key by key where both have it."""
    where = (table, name)
    if before is None or after is None or type(before) is not type(after):
        yield from _one(where, before, after)
        return
    for key in type(before).model_fields:
        if key not in _OWN_TO_A_DOCUMENT.get(table, ()):
            yield from _one((*where, key), getattr(before, key), getattr(after, key))


def _one(where: tuple[str, ...], before: Any, after: Any) -> Iterator[Change]:
    if before != after:
        kind: Literal["added", "removed", "changed"] = (
            "added" if before is None else "removed" if after is None else "changed"
        )
        yield Change(where, kind, before, after)


def _order(table: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """The order of what a table holds, unless it is the one before with what is new at its end."""
    kept = [name for name in before if name in after]
    new = [name for name in after if name not in before]
    if [*kept, *new] != list(after):
        yield Change((table,), "changed", before, after)


def changes_as_data(a: Policy, b: Policy) -> list[dict[str, Any]]:
    """The changes as JSON would hold them, each value as in a policy's own JSON.

    >>> from listing_rewards import load_policy
    >>> source = load_policy("zhanjiang-bse-2023")
    >>> other = source.model_copy(update={"needs": ("eligible",)})
    >>> changes_as_data(source, other)
    [{'path': 'needs', 'kind': 'changed', 'before': [], 'after': ['eligible']}]
    """
    dumps = [policy.model_dump(mode="json", exclude_none=True) for policy in (a, b)]
    for dump in dumps:
        for table in _BY_ID:
            dump[table] = {each["id"]: each for each in dump[table]}
    return [
        {
            "path": change.path,
            "kind": change.kind,
            "before": _at(dumps[0], change.where, change.before),
            "after": _at(dumps[1], change.where, change.after),
        }
        for change in diff(a, b)
    ]


def _at(dump: dict[str, Any], where: tuple[str, ...], value: Any) -> Any:
    if value is None:
        return None
    if where[0] in _IN_ORDER and len(where) == 1:
        return list(value)
    part: Any = dump
    for key in where:
        part = part[key]
    return part
