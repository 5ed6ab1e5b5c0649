"""The notice on how counties stand (通报) as a page to print, in the design of the page signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from listing_rewards.errors import Lang
from listing_rewards.plan.counties import County, CountyChange, CountyReport, Reached
from listing_rewards.plan.county_tables import change_table, share_said
from listing_rewards.plan.sentences import range_said
from listing_rewards.plan.sheet import Shown, sheet
from listing_rewards.plan.targets import Targets
from listing_rewards.policy.model import Policy
from listing_rewards.report.page.signs import wrapped
from listing_rewards.values.money import exact, write_yuan
from listing_rewards.words import say

_LABEL, _BAR = 120, 430
"""How wide the names and the longest bar of a drawing are; the numbers stand behind it."""


class _Drawn(NamedTuple):
    """One county in a drawing: its name, its bars, where its target stands, and its numbers."""

    label: str
    done: int
    on_the_way: int
    target: int | None
    note: str


class _Drawing(NamedTuple):
    """One event: the counties in the order of their places."""

    title: str
    rows: list[_Drawn]


@exact
def county_page(
    report: CountyReport,
    policy: Policy,
    targets: Targets,
    lang: Lang = "en",
    *,
    changed: Sequence[CountyChange] | None = None,
) -> str:
    """The notice as HTML that needs no script and no network; the same report gives the same text.

    Args:
        report: from `counties`.
        policy: the policy that it was asked of.
        targets: the targets that it was asked of.
        lang: the language of the page.
        changed: from `changes`, what was reached since the report before; None without one.

    Raises:
        ListingRewardsError: the extra ``report`` is not installed.
    """
    return sheet(
        "counties.html",
        lang,
        title=say("counties.title", lang),
        now=say("counties.city", lang),
        no_decision=say("counties.no_decision", lang),
        particulars=_particulars(report, policy, targets, lang),
        headline=[(policy.events[each.event].say(lang), _share(each, lang))
                  for each in report.city.targets],
        drawings=[
            _drawing(place, event.event, report.counties, policy, lang)
            for place, event in enumerate(report.city.targets)
        ],
        notice=_notice(report, policy, lang),
        changes=None if changed is None else _changes(changed, policy, lang),
    )  # fmt: skip


def _particulars(
    report: CountyReport, policy: Policy, targets: Targets, lang: Lang
) -> list[tuple[str, str]]:
    days = say("counties.days", lang, first=report.first, last=report.last)
    return [
        (say("page.as_of", lang), str(report.as_of)),
        (say("counties.source", lang), targets.source.say(lang)),
        (say("counties.counted", lang), days),
        (say("counties.policy", lang), policy.document.title.say(lang)),
    ]


def _share(each: Reached, lang: Lang) -> str:
    """How many of how many."""
    if each.target is None:
        return say("counties.done", lang, done=each.done)
    return say("counties.done_of", lang, done=each.done, target=each.target)


def _drawing(
    place: int, event: str, counties: Sequence[County], policy: Policy, lang: Lang
) -> _Drawing:
    """The bars of one event, all on one scale."""
    own = [each.targets[place] for each in counties]
    most = max((max(each.target or 0, each.done + each.on_the_way) for each in own), default=0)
    rows = [
        _Drawn(
            label=wrapped(county.county or say("plan.no_county", lang), _LABEL - 8, 12, lines=1)[0],
            done=_wide(each.done, most),
            on_the_way=_wide(each.on_the_way, most),
            target=None if each.target is None else _wide(each.target, most),
            note=_note(each, lang),
        )
        for county, each in zip(counties, own, strict=True)
    ]
    return _Drawing(policy.events[event].say(lang), rows)


def _wide(number: int, most: int) -> int:
    return number * _BAR // max(most, 1)


def _note(each: Reached, lang: Lang) -> str:
    text = _share(each, lang)
    if each.on_the_way:
        text += say("counties.and_on_the_way", lang, n=each.on_the_way)
    return text


def _notice(report: CountyReport, policy: Policy, lang: Lang) -> Shown:
    """Each county by its place, and the whole city, in as few columns as a sheet holds."""
    events = [policy.events[each.event].say(lang) for each in report.city.targets]
    before, after = ("rank", "county"), ("share", "enterprises", "payable", "paid", "open")
    headers = [
        *(say("counties.brief", lang, key) for key in before),
        *events,
        *(say("counties.brief", lang, key) for key in after),
    ]
    numbers = [True, False, *[False] * len(events), *[True] * len(after)]
    rows = [_row(each, lang) for each in report.counties]
    rows.append(["", say("counties.city", lang), *_row(report.city, lang)[2:]])
    return Shown(headers, numbers, rows)


def _row(county: County, lang: Lang) -> list[str]:
    return [
        "" if county.rank is None else str(county.rank),
        county.county or say("plan.no_county", lang),
        *(_note(each, lang) for each in county.targets),
        share_said(county),
        str(county.enterprises),
        range_said(county.payable, lang),
        write_yuan(county.paid),
        str(county.open),
    ]


def _changes(changed: Sequence[CountyChange], policy: Policy, lang: Lang) -> Shown:
    table = change_table(changed, policy, lang)
    numbers = [False, False, True, True, False]
    return Shown(table.headers, numbers, [[*map(str, row)] for row in table.rows])
