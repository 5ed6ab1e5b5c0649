"""The application form of a policy: its columns, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from listing_rewards.errors import InvalidPolicy, Lang, fault
from listing_rewards.files.reading.columns import (
    CARRIED,
    Column,
    Table,
    award_names,
    columns_of,
    columns_of_entries,
    event_names,
)
from listing_rewards.files.reading.headers import HeaderCell, headings
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import plain_signs
from listing_rewards.words import say

Sheet: TypeAlias = Literal["enterprises", "events", "payments"]
Holds: TypeAlias = Literal[
    "number",
    "text",
    "code",
    "digits",
    "day",
    "amount",
    "percent",
    "count",
    "yes_no",
    "choice",
    "remarks",
]
"""What the cells of a column hold, for their format and what is checked on entry."""
BESIDE = ("payee", "bank", "account", "contact", "phone")
"""What a form asks besides, unless an office says otherwise: to whom to pay, whom to call."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of the form.

    Attributes:
        header: as it stands on the form.
        holds: what its cells hold.
        column: what it is to the reader of tables; None for the number of a line and remarks.
        choices: what may be chosen, where that is a short list.
    """

    header: str
    holds: Holds
    column: Column | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The three tables of the form; empty where the policy declares no event or no award."""

    enterprises: tuple[FormColumn, ...]
    events: tuple[FormColumn, ...]
    payments: tuple[FormColumn, ...]

    @property
    def tables(self) -> tuple[tuple[Sheet, tuple[FormColumn, ...]], ...]:
        """The tables that have columns, each with its name."""
        named: tuple[tuple[Sheet, tuple[FormColumn, ...]], ...] = (
            ("enterprises", self.enterprises),
            ("events", self.events),
            ("payments", self.payments),
        )
        return tuple((sheet, columns) for sheet, columns in named if columns)


def form_of(
    policy: Policy, lang: Lang, *, evidence: bool = False, asked: Sequence[str] = BESIDE
) -> Form:
    """The form for a policy, its headers in one language.

    Each header is read back as the column it was written for, whatever the policy's labels. With
    `evidence`, each fact about an enterprise has a column for what proves it; events and payments
    on the further sheets always have one. What is `asked` besides is carried to the results.

    Raises:
        InvalidPolicy: a column has no header that could not be taken for another one.

    >>> from listing_rewards import load_policy
    >>> form = form_of(load_policy("zhanjiang-bse-2023"), "zh")
    >>> [column.header for column in form.enterprises][:5]
    ['序号', '企业名称', '统一社会信用代码', '注册地', '新三板挂牌日期']
    """
    columns = list(columns_of(policy))
    named = [
        each
        for each in columns
        if (each.kind not in CARRIED or each.of in asked)
        and each.kind not in {"paid", "paid_day", "former"}
        and (each.kind != "evidence" or (evidence and not each.of.startswith("payments.")))
    ]
    return Form(
        _framed((_column(each, columns, policy, lang) for each in named), lang),
        _second("events", policy, lang) if policy.events else (),
        _second("payments", policy, lang) if policy.awards else (),
    )


def _second(table: Table, policy: Policy, lang: Lang) -> tuple[FormColumn, ...]:
    columns = columns_of_entries(table)
    named = [each for each in columns if each.kind != "county"]
    return _framed((_column(each, columns, policy, lang, table) for each in named), lang)


def _framed(columns: Iterable[FormColumn], lang: Lang) -> tuple[FormColumn, ...]:
    number = FormColumn(say("form.number", lang), "number")
    return number, *columns, FormColumn(say("form.remarks", lang), "remarks")


def _column(
    column: Column,
    columns: Sequence[Column],
    policy: Policy,
    lang: Lang,
    table: Table | None = None,
) -> FormColumn:
    holds = holding(column, policy)
    unit = say("form.in_unit", lang, holds) if holds in {"amount", "percent"} else ""
    for name in (*_preferred(column, policy, lang), *column.names):
        heads, faults = headings([HeaderCell((name + unit,))], columns)
        if not faults and heads[0] is not None and heads[0].column is column:
            choices = tuple(_choices(column, policy, lang, table))
            return FormColumn(name + unit, holds, column, choices)
    raise InvalidPolicy(fault("ambiguous_column", column.names[0]))


def _preferred(column: Column, policy: Policy, lang: Lang) -> Iterator[str]:
    """The header that reads best, where it can be told from others."""
    if column.kind in CARRIED:
        yield say("form.header", lang, column.of)
        return
    if column.kind == "evidence" and column.of:
        yield column.names[1] if lang == "zh" else column.names[2]
    elif column.of and column.kind in {
        "event_day",
        "event_amount",
        "flag",
        "approved",
        "applied_day",
    }:
        yield say("form.header", lang, column.kind, label=label_of(column, policy, lang)).replace(
            "是否是否", "是否"
        )
    if column.of:
        yield label_of(column, policy, lang)
    elif column.kind in {"name", "uscc", "county", "absent", "policy", "evidence"}:
        yield say("form.header", lang, column.kind)
    else:
        yield column.names[1] if lang == "zh" else column.names[0].capitalize()


def label_of(column: Column, policy: Policy, lang: Lang) -> str:
    """The label of the fact or award that a column is about."""
    words = PolicyPhrasing(policy, lang)
    match column.kind:
        case "evidence":
            return _label_of_fact(words, *column.of.split(".", 1))
        case "event_day" | "event_amount":
            return words.event(column.of)
        case "figure":
            return words.figure(column.of)
        case "flag":
            return words.flag(column.of)
        case "attribute":
            return words.attribute(column.of)
        case _:
            return words.award(column.of)


def _label_of_fact(words: PolicyPhrasing, table: str, name: str) -> str:
    """The label of a fact by the table of a case in which it stands."""
    labels = {
        "events": words.event,
        "figures": words.figure,
        "flags": words.flag,
        "attributes": words.attribute,
    }
    return labels.get(table, words.award)(name)


def holding(column: Column, policy: Policy) -> Holds:
    """What the cells of a column hold."""
    match column.kind:
        case "event_day" | "paid_day" | "applied_day":
            return "day"
        case "event_amount" | "paid" | "approved" | "applied":
            return "amount"
        case "flag":
            return "yes_no"
        case "attribute" | "entry":
            return "choice"
        case "uscc":
            return "code"
        case "carried":
            return "digits" if column.of in {"account", "phone"} else "text"
        case "figure":
            unit = policy.figures[column.of].unit
            return "amount" if unit == "yuan" else "percent" if unit == "percent" else "count"
        case _:
            return "text"


def _choices(column: Column, policy: Policy, lang: Lang, table: Table | None) -> Iterator[str]:
    """What may be chosen in a cell, each as it is read back."""
    words = PolicyPhrasing(policy, lang)
    if column.kind == "attribute":
        said = dict(column.values)
        for value in policy.attributes[column.of].values:
            label = words.value(column.of, value)
            yield label if said.get(plain_signs(label)) == value else value
    elif column.kind == "entry":
        known = event_names(policy) if table == "events" else award_names(policy)
        ids = policy.events if table == "events" else [award.id for award in policy.awards]
        for each in ids:
            label = words.event(each) if table == "events" else words.award(each)
            yield label if known.get(plain_signs(label)) == each else each
    elif column.kind == "flag":
        yield from (say("form.yes", lang), say("form.no", lang))
