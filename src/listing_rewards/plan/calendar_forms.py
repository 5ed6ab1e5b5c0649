"""What falls due as a table, and as iCalendar for the calendars of a bureau."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from listing_rewards.errors import InvalidFile, Lang, fault
from listing_rewards.files.spreadsheet.table import Table, Value
from listing_rewards.plan.calendar import Due
from listing_rewards.plan.sentences import Sentences, range_cells
from listing_rewards.policy.conditions import HappenedCondition, SeasoningCondition
from listing_rewards.policy.model import Policy
from listing_rewards.policy.standards import Standard
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import exact
from listing_rewards.words import say

Documents = Mapping[str, Policy | Standard]
_COLUMNS = ("on", "county", "name", "happens", "what", "awards", "certain", "at_most", "document")


def calendar_table(found: Sequence[Due], documents: Documents, lang: Lang) -> Table:
    """One row for each day on which something happens to an enterprise.

    Args:
        found: from `calendar`.
        documents: the policies and standards that were asked, by id.
        lang: the language.
    """
    headers = [say("calendar.column", lang, key) for key in _COLUMNS]
    rows: list[list[Value]] = [_row(each, documents[each.document], lang) for each in found]
    return Table(say("calendar.sheet", lang), headers, rows, frozen="D2")


def _row(due: Due, document: Policy | Standard, lang: Lang) -> list[Value]:
    who, money = due.enterprise, due.happens not in {"document_ends", "standard_period_full"}
    return [
        due.on,
        (who.county or "") if who else "",
        who.name if who else say("calendar.everybody", lang),
        say("calendar.happens", lang, due.happens),
        _what(due, document, lang),
        _awards(due, document, lang),
        *(range_cells(due.at_stake, lang) if money else ("", "")),
        document.id,
    ]


@exact
def _what(due: Due, document: Policy | Standard, lang: Lang) -> str:
    """The condition or undertaking in words, or else the document."""
    if isinstance(document, Standard):
        return Sentences(document, lang).condition(due.of) if due.of else document.title.say(lang)
    words = PolicyPhrasing(document, lang)
    condition = document.conditions.get(due.of)
    if isinstance(condition, SeasoningCondition):
        period = words.period(condition.years, condition.months)
        return say("plan.period", lang, event=words.event(condition.seasoning), period=period)
    if isinstance(condition, HappenedCondition):
        return words.event(condition.happened)
    promised = document.promises().get(due.of)
    if promised is not None:
        return promised.title.say(lang)
    return due.of or document.document.title.say(lang)


def _awards(due: Due, document: Policy | Standard, lang: Lang) -> str:
    if isinstance(document, Standard):
        return ""
    words = PolicyPhrasing(document, lang)
    return words.listing(words.award(each) for each in due.awards)


def as_icalendar(found: Sequence[Due], documents: Documents, as_of: date, lang: Lang) -> bytes:
    """The same as an iCalendar file (RFC 5545): an all-day event each, the same bytes each time.

    Raises:
        InvalidFile: the extra `calendar` is not installed.
    """
    try:
        from icalendar import Calendar, Event
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "calendar", extra="calendar")) from None
    whole = Calendar()
    whole.add("prodid", "-//listing_rewards//calendar//EN")
    whole.add("version", "2.0")
    for due in found:
        row = _row(due, documents[due.document], lang)
        name, happens, what, awards, certain, at_most = map(str, row[2:8])
        event = Event()
        event.add("summary", say("calendar.summary", lang, name=name, happens=happens, what=what))
        money = say("calendar.stake", lang, certain=certain, at_most=at_most) if certain else ""
        lines = [str(row[1]), awards, money, str(row[8])]
        event.add("description", "\n".join(line for line in lines if line))
        event.add("dtstart", due.on)
        event.add("dtend", due.on + timedelta(days=1))
        event.add("dtstamp", datetime.combine(as_of, time(), UTC))
        event.add("transp", "TRANSPARENT")
        key = sha256(due.model_dump_json().encode()).hexdigest()[:32]
        event.add("uid", f"{key}@listing-rewards")
        whole.add_component(event)
    content: bytes = whole.to_ical()
    return content
