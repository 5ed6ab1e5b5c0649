"""What a plan will cost: what becomes payable by quarter or year, as planned events happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from listing_rewards.assessment import Assessment, Assumption
from listing_rewards.case import Case
from listing_rewards.engines.exact.places import Field, places_in
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.plan.outlook_parts import (
    BudgetYear,
    By,
    CountyOutlook,
    EnterpriseOutlook,
    LevelAmount,
    Outlook,
    PeriodAmount,
    Premise,
)
from listing_rewards.plan.plan_checks import Plans, plans_by_case
from listing_rewards.plan.planned import Planned
from listing_rewards.plan.ways import Amounts, Choice, Standing, Ways, amounts_of
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import read_day
from listing_rewards.values.money import exact, round_yuan
from listing_rewards.values.range import NOTHING, Bounds, either, total

_LENGTHS: Mapping[By, int] = {"quarter": 3, "year": 12}


@exact
def outlook(
    cases: Iterable[Case],
    planned: Sequence[Planned],
    policy: Policy,
    as_of: date,
    *,
    by: By = "quarter",
    until: date | None = None,
    budget: Mapping[int, Decimal] | None = None,
    unread: int = 0,
) -> Outlook:
    """What will be payable, by quarter or by year, if enterprises do what they plan?

    A range holds what `assess` gives for every choice of days within the periods that are planned,
    and for every set of the events that happen, of those whose likelihood is below 100%.

    Args:
        cases: every enterprise; what they state of days after the as-of date is left out.
        planned: from `read_planned`, or made in Python.
        policy: what is granted to them.
        as_of: the as-of date; what is planned is after it.
        by: ``quarter`` or ``year``.
        until: a day of the last period; left out, the last day that is planned.
        budget: yuan by year.
        unread: how many more enterprises could not be read; each may take any place.

    Raises:
        InvalidCase: a planned event that is past, of no enterprise of the table, planned twice,
            stated already, or in no possible order; every fault at once, with its place in
            `planned`. Or nothing is planned and `until` is left out.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.plan import Planned, outlook
    >>> case = Case.model_validate({"enterprise": {"name": "示例甲公司", "county": "示例县"}})
    >>> plan = [Planned(name="示例甲公司", event="neeq_listed", first=date(2025, 10, 1),
    ...                 last=date(2026, 3, 31), likelihood=Decimal("0.8"))]
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> found = outlook([case], plan, policy, date(2025, 6, 30))
    >>> [(each.period, str(each.new)) for each in found.city.periods[1:]]
    [('2025Q4', '0.00 to 500000.00'), ('2026Q1', '0.00')]
    >>> str(found.city.periods[1].expected)
    '0.00 to 400000.00'
    """
    day = read_day(as_of)
    stated = list(cases)
    plans = plans_by_case(stated, planned, policy, day)
    periods = _periods(day, _last_day(plans, until), by)
    known = [_up_to(case, day) for case in stated]
    founds = _founds(known, plans, policy, [day, *(each.last for each in periods)], periods, unread)
    spread = [_enterprise(each, periods) for each in founds]
    likely = any(plan.likelihood is not None for plan in planned)
    counties: dict[str, list[_Found]] = defaultdict(list)
    for found in founds:
        counties[found.case.enterprise.county or ""].append(found)
    city = _together("", founds, periods, likely=likely)
    shown = [each for each in spread if each.planned or not _empty(each)]
    return Outlook(
        policy=policy.id,
        as_of=day,
        by=by,
        city=city,
        counties=tuple(
            _together(name, own, periods, likely=likely) for name, own in sorted(counties.items())
        ),
        enterprises=tuple(
            sorted(shown, key=lambda each: (each.enterprise.county or "", each.enterprise.name))
        ),
        budget=tuple(_budget(city, budget or {})),
        premises=(
            *_premises_of_plan(planned, plans, day, budgeted=budget is not None),
            *_premises_of_table(stated, policy, periods[-1].last, day, unread),
            *_premises_of_answer(founds),
        ),
        assumptions=tuple(dict.fromkeys(each for found in founds for each in found.assumed)),
        exact=all(each.exact for each in spread),
    )


class _Span(NamedTuple):
    """One quarter or year, from the day after the as-of date on.

    Attributes:
        fresh: the place of the end before the year that it lies in; -1 for the first year.
    """

    name: str
    first: date
    last: date
    fresh: int


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of one enterprise: over all ways, and the expected values, not rounded."""

    case: Case
    planned: int
    likely: bool
    open: Bounds
    amounts: Amounts
    expected: tuple[Bounds, ...]
    exact: bool
    held_back: bool
    assumed: tuple[Assumption, ...]


def _last_day(plans: Sequence[Plans], until: date | None) -> date:
    last = [plan.last for own in plans for _, plan in own] if until is None else [read_day(until)]
    if not last:
        raise InvalidCase(fault("nothing_planned"))
    return max(last)


def _periods(as_of: date, until: date, by: By) -> list[_Span]:
    """The quarters or years after the as-of date, up to the one that a day lies in."""
    if until <= as_of:
        raise InvalidCase(fault("days_out_of_order", until, first=as_of))
    found: list[_Span] = []
    first, length, fresh = as_of + timedelta(days=1), _LENGTHS[by], -1
    while not found or found[-1].last < until:
        part = (first.month - 1) // length
        after = length * (part + 1)
        last = date(first.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
        name = f"{first.year}Q{part + 1}" if by == "quarter" else f"{first.year}"
        if found and first.year > found[-1].first.year:
            fresh = len(found)
        found.append(_Span(name, first, last, fresh))
        first = last + timedelta(days=1)
    return found


def _up_to(case: Case, day: date) -> Case:
    """The case with what had happened by a day."""
    return case.model_copy(
        update={
            "events": tuple(each for each in case.events if each.on <= day),
            "payments": tuple(each for each in case.payments if each.on <= day),
            "applied": {award: on for award, on in case.applied.items() if on <= day},
        }
    )


def _founds(
    cases: Sequence[Case],
    plans: Sequence[Plans],
    policy: Policy,
    ends: Sequence[date],
    periods: Sequence[_Span],
    unread: int,
) -> list[_Found]:
    ways = [_ways(case, own, policy, ends) for case, own in zip(cases, plans, strict=True)]
    places = _places(ways, policy, len(ends), unread)
    return [_found(each, own, periods) for each, own in zip(ways, places, strict=True)]


def _ways(case: Case, own: Plans, policy: Policy, ends: Sequence[date]) -> Ways:
    """The ways of one enterprise; what cannot be is said of the first event that it plans."""
    try:
        return Ways(case, [plan for _, plan in own], policy, ends)
    except InvalidCase as error:
        at = min((place for place, _ in own), default=0)
        paths = (replace(each, path=f"planned[{at}].{each.path}") for each in error.faults)
        raise InvalidCase(*paths) from None


def _places(
    ways: Sequence[Ways], policy: Policy, ends: int, unread: int
) -> list[list[dict[str, range]]]:
    """For each enterprise, at each of the ends, the places that it may have by each figure."""
    found: list[list[dict[str, range]]] = [[{} for _ in range(ends)] for _ in ways]
    for figure in places_in(policy):
        standings = [each.standings(figure) for each in ways]
        for at in range(ends):
            column = [each[at] for each in standings]
            field = _field(column, unread)
            for own, way, standing in zip(found, ways, column, strict=True):
                if figure in way.figures and standing.ranks is not None:
                    own[at][figure] = field.places_of(*standing.ranks)
    return found


def _field(column: Sequence[Standing], unread: int) -> Field:
    """Those that may take a place, whatever they turn out to be."""
    may = [each for each in column if each.may]
    sure = sorted(each.ranks[1] for each in may if each.sure and each.ranks)
    known = sorted(each.ranks[0] for each in may if each.ranks)
    return Field(tuple(sure), tuple(known), len(may) - len(known) + unread)


def _found(ways: Ways, places: Sequence[Mapping[str, range]], periods: Sequence[_Span]) -> _Found:
    fresh = [each.fresh for each in periods]
    whole: list[Amounts] = []
    expected = [NOTHING] * len(periods)

    def series(choice: Choice) -> list[list[Assessment]]:
        return [ways.answers(at, choice, own) for at, own in enumerate(places)]

    for outcome in ways.outcomes:
        found = [amounts_of(each, fresh) for each in map(series, outcome.choices)]
        whole += found
        for at in range(len(periods)):
            new = either(each.new[at] for each in found)
            expected[at] = expected[at].plus(_times(new, outcome.likelihood))
    answers = list(chain.from_iterable(ways.seen))
    before = ways.answers(0, (), places[0])
    return _Found(
        case=ways.case,
        planned=len(ways.plans),
        likely=any(plan.likelihood is not None for plan in ways.plans),
        open=either(each.payable_range for each in before),
        amounts=_over_all(whole),
        expected=tuple(expected),
        exact=all(each.determined for each in answers) and not _doubtful(places),
        held_back=any(not each.withheld.nothing for each in answers),
        assumed=tuple(
            each
            for answer in answers
            for line in answer.lines
            if not line.payable.nothing
            for each in line.assumptions
        ),
    )


def _times(amount: Bounds, likelihood: Decimal) -> Bounds:
    return amount.each(lambda end: end * likelihood)


def _doubtful(places: Sequence[Mapping[str, range]]) -> bool:
    """Whether an enterprise may have one place or another."""
    return any(len(each) > 1 for own in places for each in own.values())


def _over_all(ways: Sequence[Amounts]) -> Amounts:
    """What holds in every way."""
    spans = range(len(ways[0].new))
    return Amounts(
        new=tuple(either(each.new[at] for each in ways) for at in spans),
        in_year=tuple(either(each.in_year[at] for each in ways) for at in spans),
        payable=tuple(either(each.payable[at] for each in ways) for at in spans),
        levels=tuple(
            (name, tuple(either(each.levels[place][1][at] for each in ways) for at in spans))
            for place, (name, _) in enumerate(ways[0].levels)
        ),
    )


def _enterprise(found: _Found, periods: Sequence[_Span]) -> EnterpriseOutlook:
    amounts = _amounts([found], periods, likely=found.likely)
    return EnterpriseOutlook(found.case.enterprise, found.planned, found.open, amounts, found.exact)


def _together(
    county: str, founds: Sequence[_Found], periods: Sequence[_Span], *, likely: bool
) -> CountyOutlook:
    return CountyOutlook(
        county=county,
        enterprises=len(founds),
        planned=sum(each.planned for each in founds),
        open=total(each.open for each in founds),
        periods=_amounts(founds, periods, likely=likely),
    )


def _amounts(
    founds: Sequence[_Found], periods: Sequence[_Span], *, likely: bool
) -> tuple[PeriodAmount, ...]:
    """The sums over some enterprises; each expected value is rounded here, and nowhere else."""
    names = [name for name, _ in founds[0].amounts.levels] if founds else []
    return tuple(
        PeriodAmount(
            period=span.name,
            first=span.first,
            last=span.last,
            new=total(each.amounts.new[at] for each in founds),
            expected=total(each.expected[at] for each in founds).each(_rounded) if likely else None,
            in_year=total(each.amounts.in_year[at] for each in founds),
            payable=total(each.amounts.payable[at] for each in founds),
            levels=tuple(
                LevelAmount(name, total(each.amounts.levels[place][1][at] for each in founds))
                for place, name in enumerate(names)
            ),
        )
        for at, span in enumerate(periods)
    )


def _rounded(amount: Decimal) -> Decimal:
    return round_yuan(amount) if amount >= 0 else -round_yuan(-amount)


def _empty(found: EnterpriseOutlook) -> bool:
    """Whether nothing is payable, now or later."""
    return found.open.nothing and all(
        each.new.nothing and each.payable.nothing for each in found.periods
    )


def _budget(city: CountyOutlook, budget: Mapping[int, Decimal]) -> Iterator[BudgetYear]:
    """Each year of a budget against what is to be paid of it."""
    for year, amount in sorted(budget.items()):
        own = [each for each in city.periods if each.first.year == year]
        if not own:
            known = sorted({each.first.year for each in city.periods})
            years = ", ".join(map(str, known))
            raise InvalidCase(fault("budget_of_another_year", year=year, years=years))
        may = (each.period for each in own if _exceeds(each.in_year.at_most, amount))
        does = (each.period for each in own if _exceeds(each.in_year.at_least, amount))
        yield BudgetYear(year, amount, own[-1].in_year, next(may, None), next(does, None))


def _exceeds(charged: Decimal | None, budget: Decimal) -> bool:
    return charged is None or charged > budget


def _premises_of_plan(
    planned: Sequence[Planned], plans: Sequence[Plans], as_of: date, *, budgeted: bool
) -> Iterator[Premise]:
    """What is taken to be so of planned events."""
    open_days = sum(each.first < each.last for each in planned)
    likely = sum(not each.certain for each in planned)
    if open_days:
        yield Premise("days", open_days)
    if clipped := sum(each.first <= as_of for each in planned):
        yield Premise("clipped", clipped, as_of)
    if several := sum(len(own) > 1 for own in plans):
        yield Premise("order", several)
    if likely:
        yield from (Premise("independent", likely), Premise("rounded"))
    if budgeted:
        yield Premise("in_year")


def _premises_of_table(
    cases: Sequence[Case], policy: Policy, last: date, as_of: date, unread: int
) -> Iterator[Premise]:
    """What is taken to be so of enterprises and of the policy."""
    yield from (Premise("nothing_paid"), Premise("facts_stay"))
    dated = (
        day
        for case in cases
        for day in (
            *(event.on for event in case.events),
            *(payment.on for payment in case.payments),
            *case.applied.values(),
        )
    )
    if number := sum(day > as_of for day in dated):
        yield Premise("later_left_out", number, as_of)
    end = policy.in_force.end
    if end is not None and end < last:
        yield Premise("policy_ends", on=end)
    if places_in(policy):
        yield Premise("places", len(cases))
        if unread:
            yield Premise("unread", unread)


def _premises_of_answer(founds: Sequence[_Found]) -> Iterator[Premise]:
    """What has to be known of the amounts."""
    if held := sum(each.held_back for each in founds):
        yield Premise("held_back", held)
    if wider := sum(not each.exact for each in founds):
        yield Premise("not_exact", wider)
