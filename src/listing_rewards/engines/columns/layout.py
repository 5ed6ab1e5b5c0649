"""Which columns a frame of cases may have under a policy, and of which types.

One row an enterprise; the names are those of a table for programs:

| column | type | holds |
| --- | --- | --- |
| ``name``, ``uscc``, ``county`` | text | the enterprise; carried along and not read |
| ``<event>`` | date | the day on which the event happened |
| ``<event>_amount`` | amount | its amount, where it carries one |
| ``<event>`` | list of ``{on, amount}`` | or every time it happened |
| ``<figure>`` | number | the figure |
| ``<flag>`` | boolean | the flag |
| ``<attribute>`` | text | the value of the attribute |
| ``approved_<award>`` | amount | what was approved, where the policy gives a ceiling |
| ``applied_<award>`` | date | when the award was applied for, where a condition asks for it |
| ``paid_<award>``, ``paid_<award>_on`` | amount, date | what was paid for the award, and when |
| ``payments`` | list of ``{award, on, amount, policy?}`` | or every payment |
| ``absent`` | list of text | events that are known not to have happened |

Amounts and numbers are Decimal, whole numbers (of yuan), or text of digits such as
``3000000.00``; a floating-point column is refused. Any column may be missing, and a null reads
like one: not stated.

Every column without a list may be text, as a CSV file read with ``infer_schema=False`` has it:
days as ``2023-09-15``, yes or no as ``true`` or ``false``, the way a case in JSON writes them.
Blanks at the ends of a text are left out, and a text with nothing else reads like a null, since an
empty cell states nothing. Any other text is a fault of its row. A figure as text has at most six
places behind the point. CSV has no lists, so that one event of a kind and one payment an award are
all that a row of it can state, and no event can be said to be absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import polars as pl

from listing_rewards.engines.columns.answered import columns_out
from listing_rewards.errors import Fault, InvalidCase, fault
from listing_rewards.policy.model import Policy

OWN = ("name", "uscc", "county")
"""The columns that say whose row it is."""
TEXT = (pl.String, pl.Categorical, pl.Enum)
"""The types of text."""
_DAY = ("date", "日期")
_DAYS = ("date or text", "日期或文本")
_TEXT = ("text", "文本")
_YES_NO = ("boolean or text", "布尔值或文本")
_TEXTS = ("a list of text", "文本列表")
NUMBER = ("Decimal, whole numbers or text", "Decimal、整数或文本")
_EVENTS = ("date, text, or a list of {on, amount}", "日期、文本，或由 {on, amount} 组成的列表")
_PAYMENTS = ("a list of {award, on, amount, policy}", "由 {award, on, amount, policy} 组成的列表")


class Wanted(NamedTuple):
    """What a column is for: what it holds, and of which event, figure, flag or award."""

    holds: str
    of: str = ""


class Layout(NamedTuple):
    """The columns of a frame that were recognised.

    Attributes:
        types: the type of each column.
        carried: the columns that are passed on as they are.
    """

    types: Mapping[str, pl.DataType]
    carried: tuple[str, ...]

    def type_of(self, column: str) -> pl.DataType | None:
        """The type of a column; None where there is none, or one with nothing in it."""
        found = self.types.get(column)
        empty = isinstance(found.inner if isinstance(found, pl.List) else found, pl.Null)
        return None if empty else found


def columns_for(policy: Policy) -> Iterator[tuple[str, Wanted]]:
    """Every column that a frame may have under a policy."""
    yield from ((name, Wanted("text")) for name in OWN)
    for kind, event in policy.events.items():
        yield kind, Wanted("event", kind)
        if event.amount:
            yield f"{kind}_amount", Wanted("event_amount", kind)
    yield from ((name, Wanted("number", name)) for name in policy.figures)
    yield from ((name, Wanted("yes_no", name)) for name in policy.flags)
    yield from ((name, Wanted("text", name)) for name in policy.attributes)
    for award in policy.awards:
        if award.is_a_ceiling:
            yield f"approved_{award.id}", Wanted("number", award.id)
        if award.id in policy.relations.takes_application:
            yield f"applied_{award.id}", Wanted("day", award.id)
        yield f"paid_{award.id}", Wanted("paid", award.id)
        yield f"paid_{award.id}_on", Wanted("day", award.id)
    yield "payments", Wanted("payments")
    yield "absent", Wanted("texts")


def names_of(names: str | Iterable[str]) -> tuple[str, ...]:
    """The names of some columns; one that stands alone is one name, as Polars reads it.

    Raises:
        InvalidCase: one of them is no text.

    >>> names_of("row"), names_of(["row", "tags"])
    (('row',), ('row', 'tags'))
    """
    if isinstance(names, str):
        return (names,)
    given: Any = names
    found = tuple(given) if isinstance(given, Iterable) else (given,)
    if wrong := [fault("not_text", each) for each in found if not isinstance(each, str)]:
        raise InvalidCase(*wrong)
    return found


def layout_of(schema: pl.Schema, policy: Policy, keep: Iterable[str]) -> Layout:
    """The layout of a frame.

    Raises:
        InvalidCase: names every column that has no meaning under the policy, stands for two
            things, or is of a type that cannot be read exactly.
    """
    kept = tuple(keep)
    wanted: dict[str, Wanted] = {}
    faults: list[Fault] = []
    for name, each in columns_for(policy):
        if name in wanted and name in schema:
            faults.append(fault("ambiguous_column", name))
        wanted[name] = each
    faults += [
        fault("missing_column", name, accepted=schema) for name in kept if name not in schema
    ]
    answered = columns_out(policy)
    faults += [fault("column_of_the_answer", name) for name in kept if name in answered]
    strange = {each.given: each for each in without_meaning(schema, policy, kept)}
    for name, kind in schema.items():
        if name in wanted:
            faults += _of_column(name, wanted[name], kind, schema)
        elif name in strange:
            faults.append(strange[name])
    if faults:
        raise InvalidCase(*faults)
    own = tuple(name for name in OWN if name in schema)
    return Layout(dict(schema), tuple(dict.fromkeys((*own, *kept))))


def without_meaning(names: Iterable[str], policy: Policy, keep: Iterable[str]) -> Iterator[Fault]:
    """The columns to which a policy gives no meaning, and that are not to be kept as they are."""
    wanted, kept = dict(columns_for(policy)), set(keep)
    for name in names:
        if name not in wanted and name not in kept:
            yield fault("column_without_meaning", name, accepted=wanted, policy=policy.id)


def _of_column(name: str, wanted: Wanted, kind: pl.DataType, schema: pl.Schema) -> Iterator[Fault]:
    if isinstance(kind, pl.Null):
        return
    match wanted.holds:
        case "event":
            if not _is_dated(kind):
                yield from _of_list(name, kind, {"on": _DAY, "amount": NUMBER}, {"on"}, _EVENTS)
        case "payments":
            fields = {"award": _TEXT, "on": _DAY, "amount": NUMBER, "policy": _TEXT}
            yield from _of_list(name, kind, fields, {"award", "on", "amount"}, _PAYMENTS)
        case "texts":
            if not (isinstance(kind, pl.List) and isinstance(kind.inner, (*TEXT, pl.Null))):
                yield _wrong(name, kind, _TEXTS)
        case "event_amount" | "paid":
            yield from _of_value(name, kind, NUMBER)
            day = wanted.of if wanted.holds == "event_amount" else f"paid_{wanted.of}_on"
            dated = schema.get(day)
            if not (isinstance(dated, pl.Null) or _is_dated(dated)):
                yield fault("column_without_days", name, day=f"'{day}'")
        case holds:
            plain = {"text": _TEXT, "number": NUMBER, "yes_no": _YES_NO, "day": _DAYS}
            yield from _of_value(name, kind, plain[holds])


def _of_list(
    name: str,
    kind: pl.DataType,
    fields: Mapping[str, tuple[str, str]],
    needed: set[str],
    wanted: tuple[str, str],
) -> Iterator[Fault]:
    if isinstance(kind, pl.List) and isinstance(kind.inner, pl.Null):
        return
    found = fields_of(kind)
    if not needed <= set(found) <= set(fields):
        if kind.is_float():
            yield fault("float_column", name)
        else:
            yield _wrong(name, kind, wanted)
        return
    for field, each in found.items():
        yield from _of_value(f"{name}.{field}", each, fields[field])


def fields_of(kind: pl.DataType) -> Mapping[str, pl.DataType]:
    """What an entry of a list holds, by name; nothing where it is no list of {…}."""
    inner = kind.inner if isinstance(kind, pl.List) else None
    return pl.Schema(inner.to_schema() if isinstance(inner, pl.Struct) else {})


def _of_value(name: str, kind: pl.DataType, wanted: tuple[str, str]) -> Iterator[Fault]:
    if isinstance(kind, pl.Null):
        return
    if kind.is_float() and wanted is NUMBER:
        yield fault("float_column", name)
        return
    fits = {
        _DAY: isinstance(kind, pl.Date),
        _DAYS: _is_dated(kind),
        _TEXT: isinstance(kind, TEXT),
        _YES_NO: isinstance(kind, (*TEXT, pl.Boolean)),
        NUMBER: isinstance(kind, (*TEXT, pl.Decimal)) or kind.is_integer(),
    }
    if not fits[wanted]:
        yield _wrong(name, kind, wanted)


def _is_dated(kind: pl.DataType | None) -> bool:
    """Whether it can be a day: a date, text, or a moment without a time zone, for midnight."""
    if isinstance(kind, pl.Datetime):
        return kind.time_zone is None
    return isinstance(kind, (*TEXT, pl.Date))


def _wrong(name: str, kind: pl.DataType, wanted: tuple[str, str]) -> Fault:
    return fault("wrong_column", name, found=str(kind), wanted=wanted)
