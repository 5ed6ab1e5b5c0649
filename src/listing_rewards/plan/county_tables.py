"""A report on counties as tables: the notice (通报), the return (报送), what changed."""

from __future__ import annotations

from collections.abc import Sequence

from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.table import Bars, Table, Value
from listing_rewards.plan.counties import County, CountyChange, CountyReport
from listing_rewards.plan.sentences import range_cells
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import exact
from listing_rewards.words import say


@exact
def notice_table(report: CountyReport, policy: Policy, lang: Lang) -> Table:
    """The notice: each county by its place, what is done of what is asked, the money; the city."""
    events = [policy.events[each.event].say(lang) for each in report.city.targets]
    headers = [say("counties.column", lang, "rank"), say("counties.column", lang, "county")]
    for event in events:
        for part in ("target", "done", "on_the_way"):
            headers.append(say("counties.of", lang, part, event=event))
    headers += [say("counties.column", lang, key) for key in _MONEY]
    rows = [_row(each, lang) for each in report.counties]
    rows.append(["", say("counties.city", lang), *_row(report.city, lang)[2:]])
    bars = [
        Bars(say("counties.chart_of", lang, event=event), 2, (at, at + 1, at + 2), len(rows) - 1)
        for at, event in zip(range(3, 3 + 3 * len(events), 3), events, strict=True)
    ]
    return Table(say("counties.sheet", lang, "notice"), headers, rows, frozen="C2", bars=bars)


_MONEY = ("share", "enterprises", "payable", "at_most", "paid", "open")


def _row(county: County, lang: Lang) -> list[Value]:
    row: list[Value] = [
        "" if county.rank is None else county.rank,
        county.county or say("plan.no_county", lang),
    ]
    for each in county.targets:
        target: Value = say("counties.no_target", lang) if each.target is None else each.target
        row += [target, each.done, each.on_the_way]
    return [
        *row,
        share_said(county),
        county.enterprises,
        *range_cells(county.payable, lang),
        county.paid,
        county.open,
    ]


def share_said(county: County) -> str:
    """The share of its targets that a county reached, whole percent of it; empty without any."""
    share = county.share
    return "" if share is None else f"{share.numerator * 100 // share.denominator}%"


@exact
def return_table(report: CountyReport, policy: Policy, lang: Lang) -> Table:
    """The return: each enterprise, what it reached and when, what is payable, paid and open."""
    kinds = [
        kind
        for kind in policy.events
        if any(step.event == kind for each in report.returns for step in each.steps)
    ]
    headers = [say("counties.column", lang, key) for key in ("county", "name", "uscc")]
    headers += [policy.events[kind].say(lang) for kind in kinds]
    headers += [
        say("counties.column", lang, key) for key in ("payable", "at_most", "paid", "needs")
    ]
    rows: list[list[Value]] = []
    for each in report.returns:
        days = {kind: [str(it.on) for it in each.steps if it.event == kind] for kind in kinds}
        named = [_label(name, policy, lang) for name in each.open]
        rows.append([
            each.enterprise.county or "",
            each.enterprise.name,
            each.enterprise.uscc or "",
            *("\n".join(days[kind]) for kind in kinds),
            *range_cells(each.payable, lang),
            each.paid,
            say("values.listing_joint", lang).join(named),
        ])  # fmt: skip
    return Table(say("counties.sheet", lang, "return"), headers, rows, frozen="C2")


def _label(name: str, policy: Policy, lang: Lang) -> str:
    """A fact or award by its label."""
    for table in (policy.events, policy.figures, policy.flags, policy.attributes):
        if name in table:
            return table[name].say(lang)
    titles = [award.title.say(lang) for award in policy.awards if award.id == name]
    return titles[0] if titles else name


def change_table(found: Sequence[CountyChange], policy: Policy, lang: Lang) -> Table:
    """What each county reached since the report before."""
    headers = [
        say("counties.column", lang, key) for key in ("county", "event", "before", "after", "new")
    ]
    rows: list[list[Value]] = [
        [
            each.county or say("plan.no_county", lang),
            policy.events[each.event].say(lang),
            each.before,
            each.after,
            "\n".join(each.new),
        ]
        for each in found
    ]
    return Table(say("counties.sheet", lang, "changes"), headers, rows)
