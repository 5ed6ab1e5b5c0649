"""An outlook as tables: by period, the budget, counties, enterprises, the plan, its premises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.table import Table, Value
from listing_rewards.files.writing.answer_tables import level_titles
from listing_rewards.plan.outlook_parts import (
    CountyOutlook,
    EnterpriseOutlook,
    Outlook,
    PeriodAmount,
)
from listing_rewards.plan.planned import Planned
from listing_rewards.plan.sentences import range_cells, range_said
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import exact
from listing_rewards.values.rate import write_rate
from listing_rewards.words import say

_ENDS = ("least", "most")


def tables_of(
    found: Outlook, planned: Sequence[Planned], policy: Policy, lang: Lang
) -> list[Table]:
    """Every table of an outlook, the one by period first.

    Args:
        found: from `outlook`.
        planned: what was planned.
        policy: the policy it was asked of.
        lang: the language.
    """
    tables = [city_table(found, policy, lang)]
    if found.budget:
        tables.append(budget_table(found, lang))
    tables += [county_table(found, lang), enterprise_table(found, lang)]
    return [*tables, plan_table(planned, policy, lang), premise_table(found, lang)]


def city_table(found: Outlook, policy: Policy, lang: Lang) -> Table:
    """The whole city by period: newly payable, expected, since the year began, by level."""
    first = found.city.periods[0]
    keys = ["period", "first", "last", *_ENDS]
    if first.expected is not None:
        keys += [f"expected_{end}" for end in _ENDS]
    keys += [f"{what}_{end}" for what in ("in_year", "payable") for end in _ENDS]
    headers = [say("outlook.column", lang, key) for key in keys]
    for each in first.levels:
        level = level_titles(policy, lang)[each.level]
        headers += [say("outlook.of_level", lang, end, level=level) for end in _ENDS]
    rows = [_period_row(each, lang) for each in found.city.periods]
    now: list[Value] = [say("outlook.now", lang), "", found.as_of]
    blank: list[Value] = [""] * (len(headers) - 5 - 2 * len(first.levels))
    row = [*now, *blank, *range_cells(found.city.open, lang), *[""] * (2 * len(first.levels))]
    return Table(say("outlook.sheet", lang, "city"), headers, [row, *rows], frozen="B2")


def shown_table(found: Outlook, policy: Policy, lang: Lang) -> Table:
    """The same for a terminal: each range in one column."""
    keys = ["period", "new", "expected", "in_year", "payable"]
    if found.city.periods[0].expected is None:
        keys.remove("expected")
    headers = [say("outlook.column", lang, key) for key in keys]
    headers += [level_titles(policy, lang)[each.level] for each in found.city.periods[0].levels]
    rows: list[list[Value]] = [
        [
            period_name(each.period, lang),
            range_said(each.new, lang),
            *([range_said(each.expected, lang)] if each.expected is not None else []),
            *(range_said(amount, lang) for amount in (each.in_year, each.payable)),
            *(range_said(level.new, lang) for level in each.levels),
        ]
        for each in found.city.periods
    ]
    return Table(say("outlook.sheet", lang, "city"), headers, rows)


def _period_row(each: PeriodAmount, lang: Lang) -> list[Value]:
    row: list[Value] = [period_name(each.period, lang), each.first, each.last]
    row += range_cells(each.new, lang)
    if each.expected is not None:
        row += range_cells(each.expected, lang)
    row += [*range_cells(each.in_year, lang), *range_cells(each.payable, lang)]
    return [*row, *(value for level in each.levels for value in range_cells(level.new, lang))]


def period_name(period: str, lang: Lang) -> str:
    """A quarter or year as it is written in a language.

    >>> period_name("2026Q2", "zh"), period_name("2026", "en")
    ('2026年第二季度', '2026')
    """
    year, _, quarter = period.partition("Q")
    if quarter:
        return say("outlook.quarter", lang, quarter, year=year)
    return say("outlook.year", lang, year=year)


@exact
def budget_table(found: Outlook, lang: Lang) -> Table:
    """Each year of the budget: what is to be paid of it, what is lacking, when it runs out."""
    keys = (
        *("year", "budget", "charged_least", "charged_most", "lacking_least", "lacking_most"),
        *("may_run_out", "runs_out"),
    )
    headers = [say("outlook.column", lang, key) for key in keys]
    rows: list[list[Value]] = [
        [
            each.year,
            each.budget,
            *range_cells(each.charged, lang),
            *range_cells(each.lacking, lang),
            *(
                say("outlook.never", lang) if period is None else period_name(period, lang)
                for period in (each.may_run_out, each.runs_out)
            ),
        ]
        for each in found.budget
    ]
    return Table(say("outlook.sheet", lang, "budget"), headers, rows)


def county_table(found: Outlook, lang: Lang) -> Table:
    """Each county, period by period, and the whole city below."""
    keys = ("county", "enterprises", "planned", "open_least", "open_most")
    headers = [say("outlook.column", lang, key) for key in keys]
    headers += _period_headers(found, lang)
    rows = [_county_row(each, lang) for each in found.counties]
    total = _county_row(found.city, lang)
    total[0] = say("outlook.city", lang)
    return Table(say("outlook.sheet", lang, "counties"), headers, [*rows, total], frozen="B2")


def _period_headers(found: Outlook, lang: Lang) -> list[str]:
    return [
        say("outlook.of_period", lang, end, period=period_name(each.period, lang))
        for each in found.city.periods
        for end in _ENDS
    ]


def _county_row(each: CountyOutlook, lang: Lang) -> list[Value]:
    county = each.county or say("plan.no_county", lang)
    amounts = range_cells(each.open, lang) + _new(each.periods, lang)
    return [county, each.enterprises, each.planned, *amounts]


def _new(periods: Iterable[PeriodAmount], lang: Lang) -> list[Value]:
    return [value for each in periods for value in range_cells(each.new, lang)]


def enterprise_table(found: Outlook, lang: Lang) -> Table:
    """Each enterprise that plans something or to whom something is payable, period by period."""
    keys = ("county", "name", "uscc", "planned", "open_least", "open_most")
    headers = [say("outlook.column", lang, key) for key in keys]
    headers += [*_period_headers(found, lang), say("outlook.column", lang, "exact")]
    rows = [_enterprise_row(each, lang) for each in found.enterprises]
    return Table(say("outlook.sheet", lang, "enterprises"), headers, rows, frozen="C2")


def _enterprise_row(each: EnterpriseOutlook, lang: Lang) -> list[Value]:
    who = each.enterprise
    row: list[Value] = [who.county or "", who.name, who.uscc or "", each.planned]
    exact_or_not = say("outlook.exact", lang, "yes" if each.exact else "no")
    return [*row, *range_cells(each.open, lang), *_new(each.periods, lang), exact_or_not]


def plan_table(planned: Sequence[Planned], policy: Policy, lang: Lang) -> Table:
    """What was planned, as it was read."""
    keys = ("name", "uscc", "event", "first", "last", "amount", "likelihood")
    headers = [say("outlook.column", lang, key) for key in keys]
    rows: list[list[Value]] = [
        [
            each.name or "",
            each.uscc or "",
            policy.events[each.event].say(lang),
            each.first,
            each.last,
            each.amount,
            _likelihood(each, lang),
        ]
        for each in planned
    ]
    return Table(say("outlook.sheet", lang, "plan"), headers, rows)


def _likelihood(plan: Planned, lang: Lang) -> str:
    if plan.likelihood is None:
        return say("outlook.certain", lang)
    return write_rate(plan.likelihood)


def premise_table(found: Outlook, lang: Lang) -> Table:
    """What the outlook takes to be so, and what the policy assumes."""
    rows: list[list[Value]] = [[each] for each in premises_said(found, lang)]
    return Table(
        say("outlook.sheet", lang, "premises"), [say("outlook.column", lang, "premise")], rows
    )


def premises_said(found: Outlook, lang: Lang) -> Iterator[str]:
    """Each premise as a sentence, then what the policy assumes."""
    for each in found.premises:
        yield say("outlook.premise", lang, each.kind, number=each.number, on=each.on)
    for assumed in found.assumptions:
        reason = assumed.reason.say(lang)
        yield say("outlook.assumed", lang, where=assumed.where, reason=reason)
