"""What the guide of an application form says of each column, and the example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from listing_rewards.errors import Lang
from listing_rewards.files.reading.columns import CARRIED
from listing_rewards.files.writing.form import FormColumn, Sheet, label_of
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.words import say

Example: TypeAlias = str | Decimal | date | None
_EXAMPLE_AMOUNT = {"zh": Decimal(300), "en": Decimal(3_000_000)}
_APART = timedelta(days=30)
_FEW = 3


class Guidance(NamedTuple):
    """What the guide says of a column."""

    what: str
    unit: str
    empty: str
    silence: str
    clause: str


def guidance(column: FormColumn, sheet: Sheet, policy: Policy, lang: Lang) -> Guidance:
    """What to write into a column, and what it means to leave it empty."""
    return Guidance(
        what=_what(column, sheet, policy, lang),
        unit=hint(column, lang),
        empty=say("form.may_be_empty", lang, _may_be_empty(column, sheet)),
        silence=_silence(column, sheet, policy, lang),
        clause=_clauses(column, policy, lang),
    )


def hint(column: FormColumn, lang: Lang) -> str:
    """In a word or two, what its cells hold."""
    own = column.column.kind if column.column else ""
    key = own if own in {"name", "absent", "policy"} else column.holds
    return say("form.hint_of", lang, key)


def _what(column: FormColumn, sheet: Sheet, policy: Policy, lang: Lang) -> str:
    if column.column is None:
        return say("form.what", lang, column.holds)
    kind = column.column.kind
    if sheet != "enterprises" and kind in {"entry", "event_day", "event_amount", "evidence"}:
        return say("form.what_of_entry", lang, sheet, kind)
    if kind in CARRIED:
        return say("form.what", lang, column.column.of)
    label = label_of(column.column, policy, lang) if column.column.of else ""
    return say("form.what", lang, kind, label=label)


def _may_be_empty(column: FormColumn, sheet: Sheet) -> str:
    kind = column.column.kind if column.column else ""
    if sheet == "enterprises":
        if kind == "event_amount":
            return "empty_with_day"
        return "required" if kind == "name" else "may_be_empty"
    if kind in {"name", "uscc"}:
        return "name_or_code"
    needed = {"entry", "event_day"} | ({"event_amount"} if sheet == "payments" else set())
    return "required" if kind in needed else "may_be_empty"


def _silence(column: FormColumn, sheet: Sheet, policy: Policy, lang: Lang) -> str:
    """How an empty cell reads."""
    if column.column is None or _may_be_empty(column, sheet) in {"required", "name_or_code"}:
        return say("form.silence", lang, "none")
    of = column.column.of
    match column.column.kind:
        case "event_day":
            return say("form.silence", lang, policy.events[of].silence)
        case "flag" if why := policy.flags[of].presumed:
            return say("form.silence", lang, "presumed", why=why.say(lang))
        case "event_amount" | "figure" | "flag" | "attribute":
            return say("form.silence", lang, "not_known")
        case "carried":
            return say("form.silence", lang, "carried")
        case "approved" | "applied_day" | "absent" | "policy" | "applied":
            return say("form.silence", lang, column.column.kind)
        case _:
            return say("form.silence", lang, "none")


def _clauses(column: FormColumn, policy: Policy, lang: Lang) -> str:
    """The clauses of the rules that read what stands in a column."""
    if column.column is None or not column.column.of or column.column.kind in CARRIED:
        return ""
    of, words = column.column.of.rpartition(".")[2], PolicyPhrasing(policy, lang)
    earned = [award.clause for award in policy.awards if of in {*award.events, award.id}]
    reading = [part.clause for _, part in policy.sourced() if of in _names_in(part.model_dump())]
    cited = {*earned, *reading}
    items = [words.text(each.item) for name, each in policy.clauses.items() if name in cited]
    return words.listing(dict.fromkeys(items))


def _names_in(value: object) -> Iterator[object]:
    """Every text in a part of a policy."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _names_in(each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            yield from _names_in(each)
    else:
        yield value


# ---- the example -------------------------------------------------------------------------------


def examples(
    columns: Sequence[FormColumn], sheet: Sheet, policy: Policy, lang: Lang
) -> list[Example]:
    """A row of the sheet, plainly fictional, that reads as a valid case or entry."""
    days = _example_days(policy)
    return [_example(column, sheet, policy, lang, days) for column in columns]


def _example(
    column: FormColumn, sheet: Sheet, policy: Policy, lang: Lang, days: Mapping[str, date]
) -> Example:
    if column.column is None:
        return say("form.example", lang) if column.holds == "number" else None
    of = column.column.of
    match column.column.kind:
        case "name" | "county" | "uscc" as kind:
            return say("form.example_of", lang, kind)
        case "carried":
            return say("form.example_of", lang, of)
        case "event_day":
            return days.get(of) if sheet == "enterprises" else _latest(days, policy)
        case "event_amount":
            in_place = of in days if sheet == "enterprises" else _takes_amount(sheet, policy)
            return _EXAMPLE_AMOUNT[lang] if in_place else None
        case "figure":
            return Decimal(5) if column.holds == "percent" else _EXAMPLE_AMOUNT[lang]
        case "entry" if sheet == "events":
            return column.choices[_example_event(policy)]
        case "flag" | "attribute" | "entry":
            return column.choices[0]
        case _:
            return None


def _example_event(policy: Policy) -> int:
    """The place of the event of the example: one that repeats and has an amount, if any."""
    events = list(policy.events.values())
    return max(range(len(events)), key=lambda n: (events[n].repeats, events[n].amount, -n))


def _takes_amount(sheet: Sheet, policy: Policy) -> bool:
    """Whether the example's event has an amount; a payment always has."""
    return sheet == "payments" or list(policy.events.values())[_example_event(policy)].amount


def _latest(days: Mapping[str, date], policy: Policy) -> date:
    return max([policy.in_force.first, *days.values()]) + _APART


def _example_days(policy: Policy) -> Mapping[str, date]:
    """Days for a few events that may all have happened, and for those with an amount, in order."""
    enders = {event.ended_by for event in policy.events.values()}
    days: dict[str, date] = {}
    day = policy.in_force.first
    for kind, event in policy.events.items():
        enough = len(days) >= _FEW and not event.amount
        if enough or kind in enders or not set(event.after) <= set(days):
            continue
        day += _APART
        days[kind] = day
    return days
