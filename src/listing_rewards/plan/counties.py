"""How each county stands against its targets, and what was granted, paid and left open there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from listing_rewards.assessment import Assessment
from listing_rewards.assessment.part import Part
from listing_rewards.case import Case, Enterprise
from listing_rewards.engines.exact import assess
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.files.enterprises import visible_key
from listing_rewards.plan.targets import Targets
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import Day, read_day
from listing_rewards.values.money import ZERO, Exact, exact
from listing_rewards.values.range import Bounds, total


@dataclass(frozen=True, slots=True)
class Reached(Part):
    """One target of a county, or of the city."""

    event: str
    """The event that is counted."""
    target: int | None
    """How many are to reach it; None where no target is set."""
    done: int
    """How many reached it within the days of the targets, up to the as-of date."""
    on_the_way: int
    """How many did not, and have reached an event that comes before it on the ladder."""

    @property
    def counted(self) -> int:
        """How many of the target are reached, none beyond it."""
        return min(self.done, self.target or 0)


@dataclass(frozen=True, slots=True)
class Milestone(Part):
    """One event of one enterprise."""

    event: str
    on: Day


@dataclass(frozen=True, slots=True)
class EnterpriseReturn(Part):
    """One enterprise in the return of its county. 报送表的一行."""

    enterprise: Enterprise
    steps: tuple[Milestone, ...]
    """What it reached up to the day, earliest first."""
    payable: Bounds
    """Yuan that are payable to it under the policy."""
    paid: Exact
    """Yuan that were paid."""
    open: tuple[str, ...]
    """The facts that would settle what is payable."""


@dataclass(frozen=True, slots=True)
class County(Part):
    """One county, or the whole city."""

    county: str
    """Its name; empty for enterprises that state none."""
    rank: int | None
    """Its place; None without a target. Those alike share a place."""
    targets: tuple[Reached, ...]
    enterprises: int
    """How many enterprises it has on the table."""
    payable: Bounds
    """Yuan that are payable to them."""
    paid: Exact
    """Yuan that were paid to them."""
    open: int
    """How many of them have an answer that is not determined."""

    @property
    def share(self) -> Fraction | None:
        """The share of all its targets that is reached; None without a target."""
        asked = sum(each.target or 0 for each in self.targets)
        return Fraction(sum(each.counted for each in self.targets), asked) if asked else None


@dataclass(frozen=True, slots=True)
class CountyReport(Part):
    """Every county against the targets on a day.

    Ranked by the share of a county's targets that is reached, each target counted up to its number
    and no further; of equal shares, by how many reached the targets' events in all, then by how
    many are on the way. Counties that are equal in all three share a place. Counties without a
    target stand behind, unranked.
    """

    policy: str
    """The policy's id."""
    as_of: Day
    """The as-of date."""
    first: Day
    """The first day of the targets."""
    last: Day
    """The last day of the targets."""
    city: County
    """All counties together, against the city's targets."""
    counties: tuple[County, ...]
    """Each county, in the order of the ranking."""
    returns: tuple[EnterpriseReturn, ...]
    """Each enterprise, by county and name."""


@dataclass(frozen=True, slots=True)
class CountyChange(Part):
    """What changed in a county since the report before."""

    county: str
    event: str
    before: int
    after: int
    """How many had reached the event, then and now."""
    new: tuple[str, ...]
    """The enterprises that reached it since."""


@exact
def counties(cases: Iterable[Case], policy: Policy, targets: Targets, as_of: date) -> CountyReport:
    """How does each county stand against its targets?

    Args:
        cases: the enterprises; each counts in the county that it states.
        policy: what is granted to them.
        targets: from `load_targets`, or `PLAN`, the plan's own.
        as_of: the as-of date; what is later is not done yet.

    Raises:
        InvalidCase: a case states what the policy does not know.

    >>> from datetime import date
    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.plan import PLAN, counties
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司", "county": "示例县"},
    ...     "events": [{"kind": "neeq_listed", "on": "2024-05-06"}],
    ... })
    >>> report = counties([case], load_policy("zhanjiang-bse-2023"), PLAN, date(2025, 12, 31))
    >>> [(each.event, each.done, each.target) for each in report.city.targets]
    [('bse_listed', 0, 2), ('neeq_listed', 1, 6)]
    """
    day = read_day(as_of)
    answers = [assess(case, policy, as_of=day) for case in cases]
    by_county: dict[str, list[Assessment]] = defaultdict(list)
    for answer in answers:
        by_county[answer.case.enterprise.county or ""].append(answer)
    for county in targets.counties:
        by_county.setdefault(county, [])
    found = [
        _county(name, own, targets, policy, day, {e: targets.of(name, e) for e in targets.events})
        for name, own in by_county.items()
    ]
    city = {event: targets.city.get(event) for event in targets.events}
    return CountyReport(
        policy=policy.id,
        as_of=day,
        first=targets.first,
        last=targets.last,
        city=_county("", answers, targets, policy, day, city),
        counties=tuple(_ranked(found)),
        returns=tuple(_returns(answers)),
    )


def _county(
    name: str,
    answers: Sequence[Assessment],
    targets: Targets,
    policy: Policy,
    as_of: date,
    asked: dict[str, int | None],
) -> County:
    until = min(targets.last, as_of)
    reached = []
    for event, target in asked.items():
        before = _before(event, policy)
        done = [each for each in answers if _falls(each.case, event, targets.first, until)]
        waiting = [
            each
            for each in answers
            if not _falls(each.case, event, date.min, as_of)
            and any(_falls(each.case, earlier, date.min, as_of) for earlier in before)
        ]
        reached.append(Reached(event, target, len(done), len(waiting)))
    return County(
        county=name,
        rank=None,
        targets=tuple(reached),
        enterprises=len(answers),
        payable=total(each.payable_range for each in answers),
        paid=sum((each.paid for each in answers), ZERO),
        open=sum(not each.determined for each in answers),
    )


def _before(event: str, policy: Policy) -> set[str]:
    """The events that come before one on the ladder; of the lowest rung, none."""
    return {*policy.events[event].after}


def _falls(case: Case, event: str, first: date, last: date) -> bool:
    return any(each.kind == event and first <= each.on <= last for each in case.events)


def unlike_targets(counties: Iterable[str], targets: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The counties without a target that may be one with a target, written otherwise.

    >>> list(unlike_targets(["示例市示例东区", "示例东 区", "示例西区"], ["示例东区"]))
    [('示例市示例东区', '示例东区'), ('示例东 区', '示例东区')]
    """
    known = {visible_key(each): each for each in targets}
    for county in counties:
        plain = visible_key(county)
        inside = (key for key in known if key in plain or (len(plain) > 1 and plain in key))
        meant = known.get(max(inside, key=len, default=""))
        if meant is not None and county not in known.values():
            yield county, meant


def _place(county: County) -> tuple[Fraction, int, int]:
    share = Fraction(-1) if county.share is None else county.share
    done = sum(each.done for each in county.targets)
    return -share, -done, -sum(each.on_the_way for each in county.targets)


def _ranked(found: Iterable[County]) -> Iterator[County]:
    ordered = sorted(found, key=lambda each: (*_place(each), each.county))
    rank, last = 0, None
    for number, each in enumerate(ordered, 1):
        if each.share is None:
            yield each
            continue
        if _place(each) != last:
            rank, last = number, _place(each)
        yield County(
            each.county, rank, each.targets, each.enterprises, each.payable, each.paid, each.open
        )


def _returns(answers: Iterable[Assessment]) -> Iterator[EnterpriseReturn]:
    def place(answer: Assessment) -> tuple[str, str]:
        return answer.case.enterprise.county or "", answer.case.enterprise.name

    for answer in sorted(answers, key=place):
        events = sorted((each.on, each.kind) for each in answer.case.events)
        yield EnterpriseReturn(
            enterprise=answer.case.enterprise,
            steps=tuple(Milestone(kind, on) for on, kind in events if on <= answer.as_of),
            payable=answer.payable_range,
            paid=answer.paid,
            open=tuple(dict.fromkeys(each.name for each in answer.needs)),
        )


def changes(before: CountyReport, after: CountyReport) -> tuple[CountyChange, ...]:
    """What each county reached since the report before, and which enterprises.

    Raises:
        InvalidCase: the second report is of an earlier day.
    """
    if after.as_of < before.as_of:
        raise InvalidCase(fault("lists_out_of_order", before.as_of, other=after.as_of))
    had = {(each.county, of.event): of.done for each in before.counties for of in each.targets}
    found = []
    for county in after.counties:
        for each in county.targets:
            then = had.get((county.county, each.event), 0)
            new = _new(before, after, county.county, each.event)
            if new or then != each.done:
                found.append(CountyChange(county.county, each.event, then, each.done, new))
    return tuple(found)


def _new(before: CountyReport, after: CountyReport, county: str, event: str) -> tuple[str, ...]:
    """The enterprises of a county that reached an event since."""
    had = {key for each in before.returns if _has(each, event) for key in _keys(each.enterprise)}
    return tuple(
        each.enterprise.name
        for each in after.returns
        if (each.enterprise.county or "") == county
        and _has(each, event)
        and not had & _keys(each.enterprise)
    )


def _has(found: EnterpriseReturn, event: str) -> bool:
    return any(step.event == event for step in found.steps)


def _keys(who: Enterprise) -> set[str]:
    return {visible_key(who.uscc)} if who.uscc else {visible_key(who.name)}
