"""Generators of questions: whole lives of enterprises, random policies, and days to ask for.

Everything is valid by construction.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from listing_rewards import Case
from property.generated_cases import asked_for, cases_for, payments_for
from property.generated_conditions import Style
from property.generated_policies import ANY, policies
from property.values import (
    AWKWARD_DAYS,
    ILLUSTRATIVE,
    LATEST,
    ONE_DAY,
    SOURCE,
    Question,
    a_year_on,
    as_of_days,
    days,
    yuan,
)

__all__ = ["Question", "generated_questions", "lives", "questions", "zhanjiang_questions"]


@st.composite
def _growing_days(draw: st.DrawFn, number: int) -> list[date]:
    """Days none of which is before the one in front of it; often a year apart, give or take one."""
    grown = [draw(st.dates(date(2022, 6, 1), date(2024, 6, 30)) | days())]
    while len(grown) < number:
        last = grown[-1]
        years_on = [a_year_on(day) for day in grown if day < LATEST]
        beside = [day + n * ONE_DAY for day in years_on for n in (-1, 0, 1)]
        ahead = [day for day in (*beside, *AWKWARD_DAYS) if last <= day <= LATEST]
        if draw(st.booleans()):
            grown.append(draw(st.sampled_from([last, *ahead])))
        else:
            grown.append(min(last + draw(st.integers(0, 500)) * ONE_DAY, LATEST))
    return grown[:number]


@st.composite
def _milestones(draw: st.DrawFn) -> list[str]:
    """The steps of a life in an order in which they can happen; some of them left unsaid."""
    path = ["neeq_listed", "bse_applied", "bse_accepted", "bse_listed"]
    path.insert(draw(st.integers(0, 3)), "bse_tutoring_filed")
    path.insert(draw(st.integers(path.index("neeq_listed") + 1, len(path))), "neeq_innovation")
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        last_listing = max(i for i, kind in enumerate(path) if kind == "neeq_listed")
        left = draw(st.integers(last_listing + 1, len(path)))
        path.insert(left, "neeq_delisted")
        if draw(st.booleans()):
            path.insert(draw(st.integers(left + 1, len(path))), "neeq_listed")
    unsaid = draw(st.sets(st.sampled_from(sorted(set(path))), max_size=2))
    so_far = draw(st.integers(0, len(path)) | st.just(len(path)))
    said = [kind for kind in path[:so_far] if kind not in unsaid]
    if "neeq_delisted" in said:
        return said
    return [kind for i, kind in enumerate(said) if kind not in said[:i]]  # listed only once


@st.composite
def _financings(draw: st.DrawFn) -> list[dict[str, Any]]:
    amounts = draw(st.lists(st.none() | yuan(), max_size=3))
    return [
        {"kind": "regional_financing", "on": draw(days()), "amount": amount} for amount in amounts
    ]


@st.composite
def lives(draw: st.DrawFn) -> Case:
    """The whole life of an enterprise, as the Zhanjiang documents declare it."""
    path = draw(_milestones())
    on = draw(_growing_days(len(path)))
    events = [{"kind": kind, "on": day} for kind, day in zip(path, on, strict=True)]
    events += draw(_financings())
    stated = {event["kind"] for event in events}
    unstated = sorted(set(SOURCE.events) - stated)
    flags = {"eligible": st.sampled_from([True, True, True, False]), "first_listing": st.booleans()}
    return Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": draw(st.permutations(events)),
            "figures": draw(st.sampled_from([{}, {"net_profit": "-1200万元"}])),
            "flags": draw(st.fixed_dictionaries({}, optional=flags)),
            "payments": draw(payments_for(ILLUSTRATIVE)),
            "absent": draw(st.lists(st.sampled_from(unstated), max_size=2)) if unstated else [],
        }
    )


@st.composite
def zhanjiang_questions(draw: st.DrawFn) -> Question:
    """A life, under one of the shipped documents, on some day."""
    policy = draw(st.sampled_from([SOURCE, ILLUSTRATIVE]))
    return Question(draw(lives()), policy, draw(as_of_days()))


@st.composite
def generated_questions(draw: st.DrawFn, style: Style = ANY, *, fully: bool = False) -> Question:
    """A random policy, a random case against it, on some day; with `fully`, all is stated."""
    policy = draw(policies(style))
    case = draw(cases_for(policy, fully=fully))
    return Question(case, policy, draw(asked_for(policy, case)))


def questions() -> st.SearchStrategy[Question]:
    """Questions under the shipped documents and, mostly, under random policies."""
    return st.one_of(generated_questions(), zhanjiang_questions(), generated_questions())
