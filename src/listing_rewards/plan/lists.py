"""Many enterprises against a standard: the ranked list, counties, and the last list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from listing_rewards.assessment.part import Part
from listing_rewards.case import Enterprise
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.files.enterprises import visible_key
from listing_rewards.plan.finding import Outcome
from listing_rewards.plan.screening import READINESS, Readiness, Screening
from listing_rewards.policy.standards import Standard
from listing_rewards.values.day import Day
from listing_rewards.values.money import exact

Moved: TypeAlias = Literal["came", "left", "advanced", "fell_back", "changed"]
MOVES: tuple[Moved, ...] = ("came", "advanced", "changed", "fell_back", "left")


@dataclass(frozen=True, slots=True)
class ScreeningList(Part):
    """Enterprises against one standard on one day, those nearest to it first."""

    standard: str
    """The standard's id."""
    series: str
    """The series of the standard, or its id where it is of none."""
    as_of: Day
    """The as-of date."""
    year: int
    """The latest year of figures."""
    screenings: tuple[Screening, ...]
    """One for each enterprise, ranked: by readiness, then by how many conditions are not met, how
    many are open, how far the furthest is off by its bound, and by name."""


@dataclass(frozen=True, slots=True)
class CountyCount(Part):
    """How many enterprises of a county, or of all together, are how ready."""

    county: str
    """The county; empty for enterprises that state none."""
    ready: int
    one_short: int
    on_the_way: int
    cannot_be_told: int
    reached: int
    """Enterprises of each readiness."""

    @property
    def all(self) -> int:
        """Enterprises of every readiness."""
        return sum(getattr(self, each) for each in READINESS)


@dataclass(frozen=True, slots=True)
class Turn(Part):
    """A condition that came out differently than in the list before."""

    condition: str
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class Movement(Part):
    """What became of an enterprise between two lists."""

    enterprise: Enterprise
    moved: Moved
    """``changed``: as ready as before, by other conditions."""
    before: Readiness | None
    """None where it was not on the list before."""
    after: Readiness | None
    """None where it is on the list no more."""
    because: tuple[Turn, ...]
    """The conditions that came out differently."""


@exact
def ranked(screenings: Iterable[Screening], standard: Standard) -> ScreeningList:
    """The list of some screenings by one standard on one day.

    Raises:
        InvalidCase: there are none, or they are by other standards, of several days or years.
    """
    found = sorted(screenings, key=_place)
    asked = {(each.standard, each.as_of, each.year) for each in found}
    if len(asked) != 1 or found[0].standard != standard.id:
        raise InvalidCase(fault("not_one_list", len(asked)))
    _, as_of, year = asked.pop()
    return ScreeningList(standard.id, standard.series or standard.id, as_of, year, tuple(found))


def _place(screening: Screening) -> tuple[int, int, int, Decimal, str]:
    gaps = (each.gap for each in screening.left())
    return (
        READINESS.index(screening.readiness),
        len(screening.short),
        len(screening.open),
        max(gaps, default=Decimal(0)),
        screening.enterprise.name,
    )


def by_county(found: ScreeningList) -> tuple[CountyCount, ...]:
    """How many enterprises of each county are how ready, counties by their ready ones and name."""
    counties = sorted({each.enterprise.county or "" for each in found.screenings})
    counts = [_count(county, found.screenings) for county in counties]
    return tuple(sorted(counts, key=lambda each: (-each.ready, -each.one_short, each.county)))


def _count(county: str, screenings: Iterable[Screening]) -> CountyCount:
    own = [each.readiness for each in screenings if (each.enterprise.county or "") == county]
    return CountyCount(county, *(own.count(readiness) for readiness in READINESS))


def moved(before: ScreeningList, after: ScreeningList) -> tuple[Movement, ...]:
    """Who came, who left, who advanced or fell back since the list before, and by what.

    Enterprises are the same by credit code, or by the name that a person sees where one of the
    lists has no code. What did not change is left out.

    Raises:
        InvalidCase: the lists are of different standards, or the second is of an earlier day.
    """
    if before.series != after.series:
        raise InvalidCase(fault("lists_of_two_standards", before.series, other=after.series))
    if after.as_of < before.as_of:
        raise InvalidCase(fault("lists_out_of_order", before.as_of, other=after.as_of))
    found = [*_movements(before, after)]
    return tuple(sorted(found, key=lambda each: (MOVES.index(each.moved), each.enterprise.name)))


def _movements(before: ScreeningList, after: ScreeningList) -> Iterator[Movement]:
    codes = {visible_key(each.enterprise.uscc or ""): each for each in before.screenings}
    names = {visible_key(each.enterprise.name): each for each in before.screenings}
    seen: set[int] = set()
    for now in after.screenings:
        code = visible_key(now.enterprise.uscc or "")
        was = codes.get(code) if code else None
        was = was or _by_name(names.get(visible_key(now.enterprise.name)), code)
        if was is None:
            yield Movement(now.enterprise, "came", None, now.readiness, ())
            continue
        seen.add(id(was))
        turns = _turns(was, now)
        steps = READINESS.index(was.readiness) - READINESS.index(now.readiness)
        if steps or turns:
            how: Moved = "changed" if not steps else "advanced" if steps > 0 else "fell_back"
            yield Movement(now.enterprise, how, was.readiness, now.readiness, turns)
    for was in before.screenings:
        if id(was) not in seen:
            yield Movement(was.enterprise, "left", was.readiness, None, ())


def _by_name(was: Screening | None, code: str) -> Screening | None:
    """One of the same name, unless each of them states a code, and another one."""
    if was is None or (code and was.enterprise.uscc):
        return None
    return was


def _turns(was: Screening, now: Screening) -> tuple[Turn, ...]:
    before = {each.condition: each.outcome for finding in was.findings for each in finding.leaves()}
    return tuple(
        Turn(name, before[name], outcome)
        for name, outcome in {
            each.condition: each.outcome for finding in now.findings for each in finding.leaves()
        }.items()
        if name in before and before[name] != outcome
    )
