"""每年给予: how many years are earned by a day, read once more from the calendar."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, Policy, assess
from property.values import days

AMOUNT = 100_000


def policy(times: int, runs_from: str) -> Policy:
    """An award of 100,000 yuan a year for moving in."""
    return Policy.model_validate(
        {
            "id": "p",
            "document": {"title": "t", "issuer": "i"},
            "in_force": {"first": "1900-01-01", "clause": "c"},
            "clauses": {"c": {"item": "1", "text": "t", "document": "p"}},
            "events": {"moved_in": {"zh": "入驻", "en": "Moved in"}},
            "awards": [
                {
                    "id": "rent", "title": "r", "clause": "c", "earned_by": "moved_in",
                    "every_year": {"times": times, "runs_from": runs_from},
                    "amount": {"fixed": AMOUNT, "clause": "c"},
                }
            ],
        }
    )  # fmt: skip


def birthdays(start: date, day: date) -> int:
    """How many full years someone born on a day has lived; of 29 February, counted to the 28th."""
    on_the_28th = start.replace(day=28) if (start.month, start.day) == (2, 29) else start
    reached = (day.month, day.day) >= (on_the_28th.month, on_the_28th.day)
    if (start.month, start.day) == (2, 29) and (day.month, day.day) == (2, 28):
        reached = (day + timedelta(days=1)).month == 3  # in a leap year the 29th comes first
    return day.year - start.year - (not reached)


@given(days(), days(), st.integers(2, 10), st.sampled_from(["event", "full_year"]))
def test_years_from_the_day(moved_in: date, as_of: date, times: int, runs_from: str) -> None:
    """连续几年每年, 每满1年: one at the start or not, and one on each birthday of the event."""
    moved_in, as_of = sorted([moved_in, as_of])
    years = birthdays(moved_in, as_of) + (runs_from == "event")
    assert paid(policy(times, runs_from), moved_in, as_of) == AMOUNT * min(years, times)


@given(days(), days(), st.integers(2, 10), st.sampled_from(["year", "next_year"]))
def test_calendar_years(moved_in: date, as_of: date, times: int, runs_from: str) -> None:
    """当年起, 次年起: one for each calendar year that has begun, that of the event among them."""
    moved_in, as_of = sorted([moved_in, as_of])
    years = as_of.year - moved_in.year + (runs_from == "year")
    assert paid(policy(times, runs_from), moved_in, as_of) == AMOUNT * min(years, times)


def paid(rules: Policy, moved_in: date, as_of: date) -> int:
    """What is payable, a determined amount."""
    events = [{"kind": "moved_in", "on": moved_in}]
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": events})
    found = assess(case, rules, as_of=as_of)
    assert found.determined
    return int(found.payable)
