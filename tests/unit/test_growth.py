"""The work of an answer grows with what goes into it, counted in calls and not by a clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from types import FrameType
from typing import Any

import pytest

from listing_rewards import Case, Policy, assess
from listing_rewards.files.outcomes import Tally
from listing_rewards.files.writing.answer_tables import EVERY_TABLE, Answered
from listing_rewards.files.writing.results_workbook import Results, results_workbook

AS_OF = date(2025, 12, 31)
FIRST = date(2024, 1, 1)


def policy_of(awards: int, **more: Any) -> Policy:
    """A policy with so many awards under one cap, each with an event of its own."""
    names = [f"a{n}" for n in range(awards)]
    surroundings = {
        "id": "many",
        "document": {"title": "many awards", "issuer": "示例市"},
        "in_force": {"first": FIRST, "last": AS_OF, "clause": "c"},
        "clauses": {"c": {"item": "an item", "text": "its words"}},
        "groups": {"g": {"title": "all", "cap": "9000万元", "clause": "c"}},
        "notices": [
            {"id": "n", "law": "a law", "since": FIRST, "awards": names}
            | {"effect": "review", "text": "its words", "advice": "review"}
        ],
    }
    events: dict[str, dict[str, Any]] = {name: {"zh": name, "en": name} for name in names}
    events |= {"paid_in": {"zh": "融资", "en": "financing", "amount": True, "repeats": True}}
    granted = [
        {"id": name, "title": name, "earned_by": name, "group": "g", "clause": "c"}
        | {"amount": {"fixed": "1万元", "clause": "c"}}
        | more
        for name in names
    ]
    financing = {"rate": "2%", "of": "paid_in", "cap": "1万元", "cap_per": "event", "clause": "c"}
    last = {"id": "f", "title": "f", "earned_by": "paid_in", "amount": financing, "clause": "c"}
    return Policy.model_validate(surroundings | {"events": events, "awards": [*granted, last]})


def case_of(awards: int, financings: int, *, paid: bool) -> Case:
    """An enterprise with so many events, and something paid for each award or for none."""
    events = [{"kind": f"a{n}", "on": FIRST + timedelta(days=n % 300)} for n in range(awards)]
    events += [
        {"kind": "paid_in", "on": FIRST + timedelta(days=n % 300), "amount": f"{n + 1}.00"}
        for n in range(financings)
    ]
    payments = [{"award": f"a{n}", "on": AS_OF, "amount": "1.00"} for n in range(awards * paid)]
    named = {"name": "示例甲公司"}
    return Case.model_validate({"enterprise": named, "events": events, "payments": payments})


def calls_of(work: Callable[[], object]) -> int:
    """How many functions some work calls, in Python and in C."""
    count = 0

    def counted(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def asked(policy: Policy, case: Case) -> int:
    """How many functions are called for an answer."""
    return calls_of(lambda: assess(case, policy, as_of=AS_OF))


def written(enterprises: int) -> int:
    """How many functions are called for the workbook of so many enterprises with two awards."""
    policy = policy_of(2)
    answer = assess(case_of(2, 0, paid=False), policy, as_of=AS_OF)
    answers = [Answered(f"a.csv:{n}", answer) for n in range(enterprises)]
    results = Results(answers, Tally(), [])
    return calls_of(
        lambda: results_workbook(
            results, policy, as_of=AS_OF, lang="zh", tables=EVERY_TABLE, with_codes=False
        )
    )


class TestGrowth:
    """Twice as much of something takes at most about twice the work."""

    @pytest.mark.parametrize("paid", [False, True])
    def test_awards(self, *, paid: bool) -> None:
        """Awards under one cap, each of which takes what the earlier ones leave."""
        few, many = (asked(policy_of(n), case_of(n, 0, paid=paid)) for n in (200, 400))
        assert many < 2.1 * few

    def test_awards_that_are_open(self) -> None:
        """Awards of which it is not known whether they are due, so that each has needs."""
        ceiling = {"amount": {"fixed": "1万元", "clause": "c", "upto": True}}
        few, many = (asked(policy_of(n, **ceiling), case_of(n, 0, paid=False)) for n in (200, 400))
        assert many < 2.1 * few

    def test_enterprises_in_a_workbook(self) -> None:
        """Enterprises whose names are merged over two rows of the publication table."""
        few, many = written(200), written(400)
        assert many < 2.1 * few

    def test_events(self) -> None:
        """Events of one kind, each of which gives an amount of its own."""
        policy = policy_of(1)
        few, many = (asked(policy, case_of(1, n, paid=False)) for n in (1000, 2000))
        assert many < 2.1 * few
