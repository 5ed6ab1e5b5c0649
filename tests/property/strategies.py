"""Generators of questions: whole lives of enterprises, random policies, and days to ask for.

Everything is valid by construction. Awkward values are over-represented: 29 February, the plan's
first and last day and the days beside them, a year less a day and a year and a day, rounding
ties, caps exactly reached, huge amounts.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import strategies as st

from listing_rewards import Assessment, Case, Policy, assess, load_policy
from listing_rewards.policy.amounts import FixedAmount

SOURCE = load_policy("zhanjiang-bse-2023")
ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
STAGES = ("neeq_listed", "neeq_innovation", "bse_tutoring_filed", "bse_accepted", "bse_listed")

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
PLAN_FIRST, PLAN_LAST = date(2023, 7, 7), date(2025, 12, 31)
ONE_DAY = timedelta(days=1)
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
    """A case, the policy it is asked under, and the day asked for."""

    case: Case
    policy: Policy
    as_of: date

    def answer(self) -> Assessment:
        """What `assess` says."""
        return assess(self.case, self.policy, as_of=self.as_of)


def days() -> st.SearchStrategy[date]:
    """Days, mostly within the plan or beside it."""
    return st.sampled_from(AWKWARD_DAYS) | st.dates(date(2023, 1, 1), date(2026, 6, 30))


def as_of_days() -> st.SearchStrategy[date]:
    """Days to ask for; one that comes after almost everything is the most frequent."""
    after_almost_all = st.just(date(2028, 3, 1))
    return st.one_of(after_almost_all, days(), after_almost_all)


def yuan() -> st.SearchStrategy[Decimal]:
    """Amounts of yuan."""
    ordinary = st.integers(0, 2 * 10**9).map(lambda fen: Decimal(fen).scaleb(-2))
    return st.sampled_from(AWKWARD_AMOUNTS) | ordinary


def a_year_on(day: date) -> date:
    """The corresponding day of the next year; 28 February after 29 February."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)


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


# ---- lives under the Zhanjiang documents -----------------------------------------------------


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
def payments_for(draw: st.DrawFn, policy: Policy) -> list[dict[str, Any]]:
    """Payments of a policy's awards; none is written twice."""
    awards = st.sampled_from([award.id for award in policy.awards])
    under = st.sampled_from([None, None, None, policy.id, "another-policy"])
    granted = [group.cap for group in policy.groups.values()]
    granted += [each.amount.fixed for each in policy.awards if isinstance(each.amount, FixedAmount)]
    parts = [(amount / 4).quantize(Decimal("0.01")) for amount in granted]
    amounts = st.sampled_from([Decimal("0.01"), *parts, *granted]) | yuan()
    keys = ("award", "on", "amount", "policy")

    def as_meant(payment: tuple[str, date, Decimal, str | None]) -> tuple[str, date, Decimal, str]:
        return (*payment[:3], payment[3] or policy.id)

    written = st.lists(
        st.tuples(awards, days(), amounts, under),
        max_size=4,
        unique_by=as_meant,
    )
    return [dict(zip(keys, each, strict=True)) for each in draw(written)]


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


# ---- random policies, and cases against them -------------------------------------------------


def _label(name: str) -> dict[str, str]:
    return {"zh": name, "en": name}


@st.composite
def _source(draw: st.DrawFn) -> dict[str, str]:
    return draw(st.sampled_from([{"clause": "c0"}, {"clause": "c1"}, {"assumed": "a reading"}]))


@st.composite
def _events(draw: st.DrawFn) -> dict[str, Any]:
    """Declared events, each after none or one of those in front of it; one pair may alternate."""
    silences = st.sampled_from(["did_not_happen", "unknown_if_needed", "unknown"])
    kinds = [f"e{n}" for n in range(draw(st.integers(2, 5)))]
    events: dict[str, Any] = {}
    for kind in kinds:
        events[kind] = _label(kind) | {
            "amount": draw(st.booleans()),
            "repeats": draw(st.booleans()),
            "silence": draw(silences),
            "after": draw(_some(sorted(events), most=1)),
        }
    if draw(st.booleans()):
        events[kinds[0]] |= {"repeats": False, "ended_by": kinds[-1]}
        events[kinds[-1]] |= {"repeats": True, "after": draw(st.sampled_from([[], [kinds[0]]]))}
    return events


@st.composite
def _condition(draw: st.DrawFn, kinds: list[str], flags: list[str], *, restarts: bool) -> Any:
    on_a_flag = draw(st.booleans())
    if flags and on_a_flag:
        return draw(_source()) | {"flag": draw(st.sampled_from(flags))}
    roles = draw(st.permutations(kinds))
    condition = draw(_source()) | {
        "seasoning": roles[0],
        "tested_on": roles[1 : 1 + draw(st.integers(1, 2))],
        "years": draw(st.integers(1, 2)),
        "counting": draw(st.sampled_from(["anniversary", "civil_code"])),
    }
    if restarts and draw(st.booleans()):
        condition["restarted_by"] = draw(st.sampled_from(roles[1:]))
    return condition


@st.composite
def _amount(draw: st.DrawFn, with_amounts: list[str]) -> dict[str, Any]:
    which = draw(st.sampled_from(["fixed", "unknown", "rate"]))
    if which == "fixed":
        return draw(_source()) | {"fixed": draw(yuan())}
    if which == "unknown" or not with_amounts:
        return draw(_source()) | {"unknown": "not given"}
    cap = st.none() | st.sampled_from([Decimal("0.75"), Decimal("150.00"), Decimal("100000.00")])
    return draw(_source()) | {
        "rate": draw(st.sampled_from(["2%", "0.5%", "33.3333%", "100%", "0%"])),
        "of": draw(st.sampled_from(with_amounts)),
        "cap": draw(cap | yuan()),
        "cap_per": draw(st.sampled_from(["enterprise", "year", "event"])),
    }


def _some(names: list[str], *, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=most, unique=True) if names else st.just([])


@st.composite
def policies(draw: st.DrawFn, *, restarts: bool = True) -> Policy:
    """Small valid policies that use every construct; without restarts if so asked."""
    events = draw(_events())
    kinds = sorted(events)
    with_amounts = [kind for kind in kinds if events[kind]["amount"]]
    presumed = st.sampled_from([{}, {"presumed": "for the office to confirm"}])
    flags = {f"f{n}": _label(f"f{n}") | draw(presumed) for n in range(draw(st.integers(0, 2)))}
    conditions = {
        f"k{n}": draw(_condition(kinds, sorted(flags), restarts=restarts))
        for n in range(draw(st.integers(0, 3)))
    }
    groups = {
        f"g{n}": draw(_source()) | {"title": f"g{n}", "cap": draw(yuan())}
        for n in range(draw(st.integers(0, 2)))
    }
    ids = [f"a{n}" for n in range(draw(st.integers(1, 5)))]
    awards = [
        {
            "id": each,
            "title": each,
            "clause": "c0",
            "earned_by": draw(st.sampled_from(kinds)),
            "needs": draw(_some(sorted(conditions), most=2)),
            "group": draw(st.sampled_from([None, *groups])),
            "amount": draw(_amount(with_amounts)),
        }
        for each in ids
    ]
    notices = [
        {"id": f"n{n}", "law": "a law", "text": "review", "since": draw(days()),
         "awards": draw(_some(ids, most=3))}
        for n in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    first, last = sorted([draw(st.just(PLAN_FIRST) | days()), draw(days())])
    clause = {"item": "an item", "text": "its words", "document": "generated"}
    return Policy.model_validate(
        {
            "id": "generated",
            "document": {"title": "a document", "issuer": "an office"},
            "in_force": draw(_source())
            | {"first": first, "last": draw(st.sampled_from([last, None]))},
            "rounding": draw(_source())
            | {
                "unit": draw(st.sampled_from(["0.01", "1", "100"])),
                "mode": draw(st.sampled_from(["half_up", "half_even", "down", "up"])),
            },
            "clauses": {"c0": clause, "c1": clause},
            "events": events,
            "flags": flags,
            "conditions": conditions,
            "groups": groups,
            "awards": awards,
            "notices": notices,
        }
    )


@st.composite
def _happenings(draw: st.DrawFn, policy: Policy) -> dict[str, list[date]]:
    """The days on which each declared event happened, in an order in which they can happen."""
    happened: dict[str, list[date]] = {kind: [] for kind in policy.events}
    for kind, declared in policy.events.items():
        floor = max(
            (min(happened[each]) for each in declared.after if happened[each]), default=EARLIEST
        )
        most = 3 if declared.repeats else 2 if declared.ended_by else 1
        on = sorted(max(day, floor) for day in draw(st.lists(days(), max_size=most)))
        happened[kind] = sorted(happened[kind] + on)
        if declared.ended_by and len(on) > 1:
            happened[declared.ended_by].append(draw(st.dates(*on)))
    return happened


@st.composite
def cases_for(draw: st.DrawFn, policy: Policy) -> Case:
    """Random cases that state only what the policy declares, and nothing impossible."""
    events = [
        {"kind": kind, "on": day}
        | ({"amount": draw(st.none() | yuan())} if policy.events[kind].amount else {})
        for kind, on in draw(_happenings(policy)).items()
        for day in on
    ]
    unstated = sorted(set(policy.events) - {event["kind"] for event in events})
    return Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": draw(st.permutations(events)),
            "flags": draw(
                st.fixed_dictionaries({}, optional=dict.fromkeys(policy.flags, st.booleans()))
            ),
            "payments": draw(payments_for(policy)),
            "absent": draw(_some(unstated, most=2)),
        }
    )


@st.composite
def generated_questions(draw: st.DrawFn, *, restarts: bool = True) -> Question:
    """A random policy, a random case against it, on some day."""
    policy = draw(policies(restarts=restarts))
    return Question(draw(cases_for(policy)), policy, draw(as_of_days()))


def questions() -> st.SearchStrategy[Question]:
    """Questions under the shipped documents and under random policies."""
    return zhanjiang_questions() | generated_questions()
