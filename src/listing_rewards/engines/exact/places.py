"""The place of each enterprise among those of a table: 前三家, 排名前50名."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import AwardLine
from listing_rewards.assessment.checks import InForceCheck
from listing_rewards.case import Case
from listing_rewards.engines.exact.assess import assess
from listing_rewards.errors import InvalidCase
from listing_rewards.policy.model import Policy
from listing_rewards.values.truth import Truth

MOST_PLACES_TRIED = 100
"""Of so many places that an enterprise may have, each is tried; of more, none."""


@dataclass(frozen=True, slots=True)
class Contender:
    """An enterprise that would be granted the award if its place allowed.

    Attributes:
        sure: whether it certainly would; otherwise it may be.
        rank: what it is ranked by, the smaller the better; None where that is not known.
    """

    sure: bool
    rank: Decimal | None


@dataclass(frozen=True, slots=True)
class Field:
    """The contenders of a table for a place: what they are ranked by, in order.

    Attributes:
        sure: those of the contenders that are sure.
        known: those of all contenders, as far as they are known.
        unknown: how many others there are.
    """

    sure: tuple[Decimal, ...]
    known: tuple[Decimal, ...]
    unknown: int

    @classmethod
    def of(cls, contenders: Sequence[Contender], unread: int) -> Field:
        """The field of some contenders, and of so many more of whom nothing is known."""
        ranks = [(each.rank, each.sure) for each in contenders]
        known = sorted(rank for rank, _ in ranks if rank is not None)
        sure = sorted(rank for rank, is_sure in ranks if rank is not None and is_sure)
        return cls(tuple(sure), tuple(known), len(ranks) - len(known) + unread)

    def places_of(self, lowest: Decimal, highest: Decimal) -> range:
        """The places that a contender can have who is ranked by something from one to the other."""
        last = bisect_right(self.known, highest) + self.unknown
        return range(bisect_left(self.sure, lowest) + 1, last + 1)


def with_places(
    cases: Sequence[Case], policy: Policy, *, as_of: date, unread: int = 0
) -> list[Case]:
    """The cases, each with its place wherever the others of the table settle it.

    A place is filled in for each figure that the policy declares with `place_of`, among the
    enterprises that would be granted the award if their place allowed. Where others are tied with
    it, or may or may not be granted the award, its place is the last it can have, provided that
    every place it can have gives the same amount; otherwise it is left unknown, so that the answer
    is a range and names the place among its needs. What a case states itself stays. The place of a
    case alone is never filled in: pass all cases among which it counts.

    Args:
        cases: every enterprise of the table, in any order; one that `assess` refuses is passed on
            as it is, and may take any place from the others.
        policy: the policy, which may declare no place; the cases are then returned as they are.
        as_of: the as-of date.
        unread: how many more enterprises there are that could not be read; each may take any place.

    >>> from listing_rewards import Case, Policy, assess
    >>> policy = Policy.model_validate({
    ...     "id": "first-two", "document": {"title": "an invented notice", "issuer": "an office"},
    ...     "clauses": {"c": {"item": "one", "text": "前两家", "document": "an invented notice"}},
    ...     "in_force": {"clause": "c", "first": "2024-01-01"}, "rounding": {"clause": "c"},
    ...     "events": {"listed": {"zh": "上市", "en": "listed"}},
    ...     "figures": {"place": {"zh": "名次", "unit": "number", "place_of": "first"}},
    ...     "conditions": {"first_two": {"clause": "c", "figure": "place", "at_most": 2}},
    ...     "awards": [{"id": "first", "title": "前两家上市奖励", "clause": "c",
    ...                 "earned_by": "listed", "needs": ["first_two"],
    ...                 "amount": {"clause": "c", "fixed": "50万元"}}],
    ... })
    >>> cases = [Case.model_validate({"enterprise": {"name": f"示例{who}公司"},
    ...                               "events": [{"kind": "listed", "on": on}]})
    ...          for who, on in (("甲", "2024-05-01"), ("乙", "2024-03-01"), ("丙", "2024-04-01"))]
    >>> day = date(2024, 12, 31)
    >>> [str(assess(each, policy, as_of=day).payable)
    ...  for each in with_places(cases, policy, as_of=day)]
    ['0.00', '500000.00', '500000.00']
    >>> str(assess(cases[0], policy, as_of=day).payable_at_most)    # alone, its place is unknown
    '500000.00'
    """
    found = list(cases)
    for figure in places_in(policy):
        contenders = [contender(each, policy, figure, as_of) for each in cases]
        field = Field.of([each for each in contenders if each is not None], unread)
        for number, (case, own) in enumerate(zip(cases, contenders, strict=True)):
            if own is None or own.rank is None or figure in case.figures:
                continue
            possible = field.places_of(own.rank, own.rank)
            if _is_the_same(found[number], policy, figure, as_of, possible):
                found[number] = placed(found[number], figure, possible[-1])
    return found


def places_in(policy: Policy) -> tuple[str, ...]:
    """The figures of a policy that are places among the enterprises of a table."""
    return tuple(name for name, kind in policy.figures.items() if kind.place_of)


def contender(case: Case, policy: Policy, figure: str, as_of: date) -> Contender | None:
    """What an enterprise is to the others of a table for a place; None where it takes none."""
    line = _line(placed(case, figure, 1), policy, figure, as_of)
    if line is None:
        return Contender(sure=False, rank=None)
    if line.truth is Truth.NOT_MET:
        return None
    return Contender(sure=line.truth is Truth.MET, rank=_rank(case, line, policy, figure))


def _rank(case: Case, line: AwardLine, policy: Policy, figure: str) -> Decimal | None:
    by = policy.figures[figure].ranked_by
    if by is not None:
        stated = case.figures.get(by)
        return None if stated is None else -stated
    days = [
        each.on.toordinal()
        for each in line.checks
        if isinstance(each, InForceCheck) and each.truth is Truth.MET and each.on is not None
    ]
    return Decimal(min(days)) if days else None


def _is_the_same(
    case: Case, policy: Policy, figure: str, as_of: date, places: Sequence[int]
) -> bool:
    """Whether the award is the same at each of some places; many are not tried."""
    if len(places) > MOST_PLACES_TRIED:
        return False
    found = (_line(placed(case, figure, place), policy, figure, as_of) for place in places)
    lines = [(each.truth, each.nominal, each.entitled) for each in found if each is not None]
    return all(each == lines[0] for each in lines)


def _line(case: Case, policy: Policy, figure: str, as_of: date) -> AwardLine | None:
    """The line of the award in which a place counts; None where the case is refused."""
    try:
        lines = assess(case, policy, as_of=as_of).lines
    except InvalidCase:
        return None
    award = policy.figures[figure].place_of
    return next(each for each in lines if each.award == award)


def placed(case: Case, figure: str, place: int) -> Case:
    """The case with a place."""
    return case.model_copy(update={"figures": {**case.figures, figure: Decimal(place)}})
