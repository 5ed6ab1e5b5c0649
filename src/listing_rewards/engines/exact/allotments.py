"""What falls to each enterprise of a table out of a yearly budget (额度用完即止、按比例兑付)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import Assessment
from listing_rewards.assessment.checks import InForceCheck
from listing_rewards.case import Case
from listing_rewards.engines.exact.assess import assess
from listing_rewards.errors import InvalidCase
from listing_rewards.policy.budgets import Budget, allotted
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import FEN, LIMIT, ZERO, exact
from listing_rewards.values.truth import Truth

NO_LIMIT = Decimal("Infinity")
_PLENTY = LIMIT - FEN
"""As much as an amount can be."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an enterprise would be entitled to for an award, if the budget sufficed.

    Attributes:
        row: the place of the enterprise in the table.
        award: the place of the award in the budget; of one row and day the earlier comes first.
        on: the day that says who comes first; None where it is unknown.
        least: yuan that are certain.
        most: yuan that it cannot exceed.
    """

    row: int
    award: int
    on: date | None
    least: Decimal
    most: Decimal


@exact
def with_allotments(
    cases: Sequence[Case], policy: Policy, *, as_of: date, unread: int = 0
) -> list[Case]:
    """The cases, each with what falls to it out of the policy's yearly budgets.

    What an award would come to if the budget sufficed is its claim on the budget of the year of its
    day; claims are met in the order of their days. What falls to a claim is filled in as a figure
    where the others of the table settle it: the whole claim where the budget certainly suffices for
    it, or what is certainly left. Otherwise the figure is left unknown, so that the answer is a
    range and names it: where claims of one day compete for what is left, where the day or amount of
    one that may come first is unknown, where the budget of the year is not given, and, where a
    budget is shared in proportion, before its year is over. What a case states itself stays. Of a
    case alone nothing is filled in that another enterprise could claim: pass all of them.

    Args:
        cases: every enterprise of the table, in any order; one that `assess` refuses is passed on
            as it is, and may claim anything.
        policy: the policy, which may have no budget; the cases are then returned as they are.
        as_of: the as-of date.
        unread: how many more enterprises there are that could not be read; each may claim anything.

    >>> from listing_rewards import Case, Policy, assess
    >>> policy = Policy.model_validate({
    ...     "id": "budgeted", "document": {"title": "an invented notice", "issuer": "an office"},
    ...     "clauses": {"c": {"item": "one", "text": "额度用完即止", "document": "a notice"}},
    ...     "in_force": {"clause": "c", "first": "2024-01-01"}, "rounding": {"clause": "c"},
    ...     "events": {"listed": {"zh": "上市", "en": "listed"}},
    ...     "budgets": {"support": {"clause": "c", "title": "扶持资金", "awards": ["listed"],
    ...                             "years": [{"year": 2024, "amount": "80万元"}],
    ...                             "counted_on": "event", "used_up": "nothing"}},
    ...     "awards": [{"id": "listed", "title": "上市奖励", "clause": "c", "earned_by": "listed",
    ...                 "amount": {"clause": "c", "fixed": "50万元"}}],
    ... })
    >>> cases = [Case.model_validate({"enterprise": {"name": f"示例{who}公司"},
    ...                               "events": [{"kind": "listed", "on": on}]})
    ...          for who, on in (("甲", "2024-05-01"), ("乙", "2024-03-01"), ("丙", "2024-06-01"))]
    >>> day = date(2024, 12, 31)
    >>> [str(assess(each, policy, as_of=day).payable)
    ...  for each in with_allotments(cases, policy, as_of=day)]
    ['300000.00', '500000.00', '0.00']
    >>> answer = assess(cases[0], policy, as_of=day)    # alone: who comes first is unknown
    >>> str(answer.payable), str(answer.payable_at_most)
    ('0.00', '500000.00')
    """
    found = list(cases)
    if not policy.budgets:
        return found
    answers = [_if_it_sufficed(case, policy, as_of) for case in cases]
    unread += sum(answer is None for answer in answers)
    for name, budget in policy.budgets.items():
        claims = [*_claims(answers, budget)]
        queue = _Queue(claims, budget, as_of, unread=bool(unread))
        for claim in claims:
            figure = allotted(budget.awards[claim.award], name)
            falls_to_it = queue.falls_to(claim, policy)
            if falls_to_it is not None and figure not in cases[claim.row].figures:
                case = found[claim.row]
                figures = {**case.figures, figure: falls_to_it}
                found[claim.row] = case.model_copy(update={"figures": figures})
    return found


def _if_it_sufficed(case: Case, policy: Policy, as_of: date) -> Assessment | None:
    """The answer with as much of every budget as one could claim; None where it is refused."""
    figures = {
        allotted(award, name): _PLENTY
        for name, budget in policy.budgets.items()
        for award in budget.awards
    }
    every = case.model_copy(update={"figures": {**figures, **case.figures}})
    try:
        return assess(every, policy, as_of=as_of)
    except InvalidCase:
        return None


def _claims(answers: Iterable[Assessment | None], budget: Budget) -> Iterator[Claim]:
    for row, answer in enumerate(answers):
        if answer is None:
            continue
        for place, award in enumerate(budget.awards):
            entitled = answer.line(award).entitled
            most, applied = entitled.at_most, answer.case.applied.get(award)
            not_yet = applied is not None and applied > answer.as_of
            if most == ZERO or (not_yet and budget.counted_on == "application"):
                continue
            most = NO_LIMIT if most is None or most >= _PLENTY else most
            yield Claim(row, place, _day(answer, award, budget), entitled.at_least, most)


def _day(answer: Assessment, award: str, budget: Budget) -> date | None:
    """The day of a claim; None where it is unknown."""
    if budget.counted_on == "application":
        return answer.case.applied.get(award)
    checks = [each for each in answer.line(award).checks if isinstance(each, InForceCheck)]
    days = [each.on for each in checks if each.truth is Truth.MET and each.on is not None]
    return min(days, default=None)


class _Queue:
    """The claims on one budget in the order of their days, each with what falls to it."""

    def __init__(
        self, claims: Sequence[Claim], budget: Budget, as_of: date, *, unread: bool
    ) -> None:
        self._budget, self._as_of = budget, as_of
        self._years = {each.year: each.amount for each in budget.years}
        self._by_day: dict[date, list[Claim]] = {}
        for claim in claims:
            if claim.on is not None:
                self._by_day.setdefault(claim.on, []).append(claim)
        self._any_day = sum([each.most for each in claims if each.on is None], ZERO)
        if unread:
            self._any_day = NO_LIMIT
        self._before = {least: self._sums(least=least) for least in (True, False)}

    def _sums(self, *, least: bool) -> tuple[Mapping[date, Decimal], Mapping[int, Decimal]]:
        """What is claimed in the year before each day, and in each year; at least, or at most."""
        earlier: dict[date, Decimal] = {}
        in_year: dict[int, Decimal] = {}
        for day in sorted(self._by_day):
            earlier[day] = in_year.get(day.year, ZERO)
            of_day = sum([_end(each, least=least) for each in self._by_day[day]], ZERO)
            in_year[day.year] = earlier[day] + of_day
        return earlier, in_year

    def falls_to(self, claim: Claim, policy: Policy) -> Decimal | None:
        """What falls to a claim; None where the others do not settle it."""
        if claim.on is None:
            return None
        if self._budget.used_up == "in_proportion":
            return self._share(claim, claim.on.year, policy)
        worst = min(self._left(claim, claim.on, least=False), claim.most)
        best = min(self._left(claim, claim.on, least=True), claim.most)
        return worst if worst == best and worst.is_finite() else None

    def _left(self, claim: Claim, day: date, *, least: bool) -> Decimal:
        """What is left for a claim after those that come first: all that may, or all that do."""
        earlier, in_year = self._before[least]
        ahead = earlier[day]
        for other in self._by_day[day]:
            own = other.row == claim.row
            comes_first = other.award < claim.award if own else not least
            ahead += _end(other, least=least) if comes_first else ZERO
        missing = NO_LIMIT if least else ZERO
        if self._budget.used_up != "next_year":
            ahead += ZERO if least else self._any_day
            return max(self._years.get(day.year, missing) - ahead, ZERO)
        carried = ZERO
        for year in range(min(in_year), day.year):
            budget = self._years.get(year, missing)
            carried = _above(carried + in_year.get(year, ZERO), budget)
        ahead += carried + (ZERO if least else self._any_day)
        left = ZERO
        for year in range(day.year, self._as_of.year + 1):
            budget = self._years.get(year, missing)
            left += _above(budget, ahead)
            ahead = _above(ahead, budget)
        return left

    def _share(self, claim: Claim, year: int, policy: Policy) -> Decimal | None:
        """A share of what the budget of a year has for all of its claims, when the year is over."""
        budget = self._years.get(year)
        claimed = [self._before[least][1][year] for least in (True, False)]
        if budget is None or self._as_of.year <= year or not claimed[1].is_finite():
            return None
        if claimed[1] + self._any_day <= budget:
            return claim.most
        if claimed[0] != claimed[1] or self._any_day:
            return None
        unit = policy.rounding.unit
        return claim.most * budget // (claimed[1] * unit) * unit


def _end(claim: Claim, *, least: bool) -> Decimal:
    return claim.least if least else claim.most


def _above(amount: Decimal, other: Decimal) -> Decimal:
    """What an amount is above another, never below 0; nothing is above what has no limit."""
    return ZERO if other == NO_LIMIT else max(amount - other, ZERO)
