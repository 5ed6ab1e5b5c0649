"""Days, amounts and questions: what every generator is made of.

Awkward values are over-represented: 29 February, the plan's first and last day and the days
beside them, a year less a day and a year and a day, rounding ties, caps exactly reached, huge
amounts.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st

from listing_rewards import Assessment, Case, Policy, assess, load_policy

T = TypeVar("T")

SOURCE = load_policy("zhanjiang-bse-2023")
ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
STAGES = ("neeq_listed", "neeq_innovation", "bse_tutoring_filed", "bse_accepted", "bse_listed")

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
PLAN_FIRST, PLAN_LAST = date(2023, 7, 7), date(2025, 12, 31)
AFTER_ALMOST_ALL = date(2028, 3, 1)
ONE_DAY = timedelta(days=1)
FEN = Decimal("0.01")
AWKWARD_DAYS = (
    *(PLAN_FIRST - ONE_DAY, PLAN_FIRST, PLAN_FIRST + ONE_DAY),
    *(PLAN_LAST - ONE_DAY, PLAN_LAST, PLAN_LAST + ONE_DAY),
    *(date(2024, 7, 6), date(2024, 7, 7), date(2024, 7, 8)),  # a year after the first day
    *(date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)),
    *(date(2025, 2, 27), date(2025, 2, 28), date(2025, 3, 1)),
    *(date(2024, 7, 31), date(2024, 8, 1), date(2025, 2, 14), date(2025, 2, 15)),  # notices
    *(date(2023, 12, 31), date(2024, 1, 1)),
    *(date(2020, 2, 29), date(2028, 2, 29), EARLIEST, LATEST),
)
AWKWARD_AMOUNTS = tuple(
    map(
        Decimal,
        (
            *("0.00", "0.01", "0.24", "0.25", "0.26", "0.74", "0.75"),  # 2% of 0.25 is half a fen
            *("49.50", "50.00", "99.99", "149.99", "150.00", "150.01"),  # halves of 1 and of 100
            *("4999999.75", "4999999.74", "5000000.00", "5000000.25", "5000000.01"),
            *("100000.00", "500000.00", "2000000.00", "5000000.00", "9000000.00", "8999999.99"),
            *("900000000000000.00", "999999999999999.99"),
        ),
    )
)


class Question(NamedTuple):
    """A case, the policy it is asked under, and the as-of date."""

    case: Case
    policy: Policy
    as_of: date

    def __repr__(self) -> str:
        """What a person needs to see of a counterexample: everything that was said."""
        unsaid = {"document", "clauses", "id"}
        policy = self.policy.model_dump_json(exclude_defaults=True, exclude=unsaid)
        case = self.case.model_dump_json(exclude_defaults=True, exclude={"enterprise"})
        return f"Question(\n  case={case},\n  policy={policy},\n  as_of={self.as_of})"

    def answer(self) -> Assessment:
        """What `assess` says."""
        return assess(self.case, self.policy, as_of=self.as_of)

    def stating(self, **changes: Any) -> Question:
        """The same question with some parts of the case stated otherwise."""
        return self._replace(case=Case.model_validate(self.case.model_dump() | changes))


def days() -> st.SearchStrategy[date]:
    """Days, mostly within the plan or beside it."""
    return st.sampled_from(AWKWARD_DAYS) | st.dates(date(2023, 1, 1), date(2026, 6, 30))


def as_of_days() -> st.SearchStrategy[date]:
    """Days to ask for; one that comes after almost everything is the most frequent."""
    after_almost_all = st.just(AFTER_ALMOST_ALL)
    return st.one_of(after_almost_all, days(), after_almost_all)


def yuan() -> st.SearchStrategy[Decimal]:
    """Amounts of yuan."""
    ordinary = st.integers(0, 2 * 10**9).map(lambda fen: Decimal(fen).scaleb(-2))
    return st.sampled_from(AWKWARD_AMOUNTS) | ordinary


def sums() -> st.SearchStrategy[Decimal]:
    """Amounts that a policy grants: mostly more than nothing."""
    return st.integers(1, 10**9).map(lambda fen: Decimal(fen).scaleb(-2)) | yuan()


def months_on(day: date, months: int) -> date:
    """The corresponding day so many months on; the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def a_year_on(day: date) -> date:
    """The corresponding day of the next year; 28 February after 29 February."""
    return months_on(day, 12)


def within_calendar(day: date) -> date:
    """The day itself, or the nearest one that a case may state."""
    return min(max(day, EARLIEST), LATEST)


def some(names: list[T], *, most: int, least: int = 0) -> st.SearchStrategy[list[T]]:
    """A few different ones of some names."""
    if not names:
        return st.just([])
    most = min(most, len(names))
    return st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True)


def seldom(draw: st.DrawFn, one_in: int = 4) -> bool:
    """True once in a while."""
    return draw(st.integers(1, one_in)) == one_in
