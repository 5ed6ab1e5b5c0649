"""The days of a document compared with those in the words of its clauses.

The words are the Chinese ones of the clause. What is found is advice: a word may stand in a clause
for another reason, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from listing_rewards.errors import InvalidCase
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.conditions import ApplicationCondition, HappenedCondition
from listing_rewards.policy.lint.finding import (
    Finding,
    InBoth,
    labels,
    left_out,
    not_in_the_words,
    only_in_words,
    own_clauses,
)
from listing_rewards.policy.lint.plain_words import COUNT, counted, plain_words
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Clause
from listing_rewards.values.day import corresponding_day, read_day

_DAY = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_YEARS = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?!\d{1,2}月)")
_MONTHS = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?P<month>\d{1,2})月(?!\d{1,2}日)")
_ISSUED = re.compile(r"(?:印发|发布|公布|施行|实施)之日")
_IN_FORCE = re.compile(r"施行|实施|有效期|有效至|期间")
_VALID = re.compile(rf"有效期(?:限)?(?:为|是)?(?P<years>{COUNT})年")
_ENDS = re.compile(rf"有效期(?:限)?(?:为|是|至|到)?(?:{COUNT}年|\d{{4}}年)")
_BOUNDARY = re.compile(r"[前后起止至]|以[前后]|之[前后]|\(含\)")
_ONE_DAY = timedelta(days=1)


class _Day(NamedTuple):
    """A day of the document: where it stands, and the clause it rests on."""

    path: str
    clause: str
    day: date


def days_not_in_the_words(policy: Policy) -> Iterator[Finding]:
    """A day that its clause does not give, where the clause gives others or how long it holds."""
    for each, clause in _mistaken(policy):
        yield not_in_the_words(_named(each.day), each.path, clause)


def _mistaken(policy: Policy) -> Iterator[tuple[_Day, Clause]]:
    for each in _days(policy):
        clause = policy.clauses.get(each.clause)
        if clause is None:
            continue
        text = plain_words(clause.text.zh)
        if each.path.startswith("in_force.") and not _IN_FORCE.search(text):
            continue
        if each.path == "in_force.first" and _ISSUED.search(text):
            continue
        said = _near({*_days_in(text), *_ends_of_validity(policy, each, text)})
        if said and each.day not in said and not _is_of_a_year_or_month(each.day, text):
            yield each, clause


def days_left_out(policy: Policy) -> Iterator[Finding]:
    """A day in the words, from which or up to which something holds, and none of the document."""
    known = _near(
        {each.day for each in _days(policy)}
        | {*filter(None, [policy.document.issued, policy.document.published, policy.in_force.end])}
        | {*_days_in(plain_words("。".join(labels(policy))))}
    )
    cited = {each.clause for each in policy.awards} | {each.clause for each in _days(policy)}
    compared = cited - {each.clause for each, _ in _mistaken(policy)}
    for name, clause, text in own_clauses(policy):
        for at, day in _days_at(text):
            if name in compared and _BOUNDARY.match(text, at) and day not in known:
                yield left_out(_named(day), f"clauses.{name}.text", clause)


def validity_without_end(policy: Policy) -> Iterator[Finding]:
    """A document that holds for ever, where its clause says how long it is valid."""
    clause = policy.clauses.get(policy.in_force.clause or "")
    if clause is None or policy.in_force.end is not None:
        return
    if said := _ENDS.search(plain_words(clause.text.zh)):
        yield only_in_words(said[0], "in_force.last", clause, "last")


def _named(day: date) -> InBoth:
    return day.isoformat(), f"{day.year}年{day.month}月{day.day}日"


def _days(policy: Policy) -> Iterator[_Day]:
    """Every day of the document that rests on a clause."""
    in_force = policy.in_force
    for key, day in (("first", in_force.first), ("last", in_force.last)):
        if day is not None:
            yield _Day(f"in_force.{key}", in_force.clause or "", day)
    for name, each in policy.conditions.items():
        limit = each.applied if isinstance(each, ApplicationCondition) else each
        if isinstance(limit, HappenedCondition) or isinstance(each, ApplicationCondition):
            for key in ("first", "last"):
                if (day := getattr(limit, key)) is not None:
                    yield _Day(f"conditions.{name}.{key}", each.clause or "", day)
    for award in policy.awards:
        amount = award.amount
        for at, value in enumerate(amount.dated if isinstance(amount, DatedAmount) else ()):
            path = f"awards.{award.id}.amount.dated[{at}].since"
            if value.since > in_force.first:
                yield _Day(path, amount.clause or award.clause, value.since)


def _days_at(text: str) -> Iterator[tuple[int, date]]:
    """Every day in a text, with where it ends; in 2024年1月1日至12月31日 both are of one year."""
    year = ""
    for match in _DAY.finditer(text):
        year = match["year"] or year
        written = f"{year}-{int(match['month']):02}-{int(match['day']):02}"
        with suppress(InvalidCase):
            yield match.end(), read_day(written)


def _days_in(text: str) -> Iterator[date]:
    return (day for _, day in _days_at(text))


def _ends_of_validity(policy: Policy, of: _Day, text: str) -> Iterator[date]:
    """The last day by 有效期三年, counted from the first one."""
    said = _VALID.search(text)
    if said and of.path == "in_force.last" and (years := counted(said["years"])):
        yield corresponding_day(policy.in_force.first, years=years)


def _near(days: set[date]) -> set[date]:
    """Some days, the eve and the morrow of each: 1月1日前 ends on the eve."""
    return {day + step * _ONE_DAY for day in days for step in (-1, 0, 1)}


def _is_of_a_year_or_month(day: date, text: str) -> bool:
    """Whether the words name the year or month that the day begins or ends."""
    begun = {day, day + _ONE_DAY}
    years = {int(match["year"]) for match in _YEARS.finditer(text)}
    months = {(int(match["year"]), int(match["month"])) for match in _MONTHS.finditer(text)}
    edges = [each for each in begun if each.day == 1]
    if any((each.year, each.month) in months for each in (day, *edges)) and edges:
        return True
    return any(each.month == 1 for each in edges) and bool({day.year, day.year - 1} & years)
