"""An outlook against `assess` on every day: what ranges hold, and that their ends are reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st
from property.generated_conditions import label
from property.small_policies import policy_of

from listing_rewards import Assessment, Bounds, Case, InvalidCase, Policy, assess, load_policy
from listing_rewards.engines.exact.places import with_places
from listing_rewards.plan import Planned, outlook
from listing_rewards.policy.conformity import faults_against

AS_OF = date(2025, 2, 20)
ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
NAME = "示例甲公司"
LISTED, MOVED, APPLIED, GONE = "listed", "moved_out", "filed", "gone"
EVENTS = {
    LISTED: label(LISTED) | {"amount": True},
    MOVED: label(MOVED) | {"silence": "did_not_happen"},
    APPLIED: label(APPLIED) | {"silence": "did_not_happen"},
    GONE: label(GONE) | {"silence": "unknown"},
}
CONDITIONS: dict[str, dict[str, Any]] = {
    "full": {"clause": "c", "seasoning": LISTED, "months": 1, "tested_on": [APPLIED]},
    "full_by_law": {"clause": "c", "seasoning": APPLIED, "months": 1, "tested_on": "event",
                    "counting": "civil_code"},
    "held": {"clause": "c", "seasoning": LISTED, "months": 1},
    "in_time": {"clause": "c", "happened": APPLIED, "after": LISTED, "within_days": 3},
    "in_month": {"clause": "c", "happened": APPLIED, "after": LISTED, "within_months": 1},
    "window": {"clause": "c", "happened": LISTED, "first": "2025-02-25", "last": "2025-03-20"},
    "stays": {"clause": "c", "absent": MOVED},
    "stays_after": {"clause": "c", "absent": MOVED, "tested_on": "as_of", "after_event": True},
    "not_in_time": {"clause": "c", "not_met": "in_time"},
    "settled": {"clause": "c", "flag": "settled"},
    "not_gone": {"clause": "c", "absent": GONE, "tested_on": "as_of"},
}  # fmt: skip
SINCE = (("2025-01-01", "100元"), ("2025-03-10", "40元"), ("2025-03-15", "70元"))
AMOUNTS: list[dict[str, Any]] = [
    {"fixed": "100元"},
    {"rate": "10%", "of": LISTED, "cap": "50元"},
    {"dated": [
        {"since": since, "amount": {"clause": "c", "fixed": fixed}}
        for since, fixed in SINCE
    ]},
    {"fixed": "80元", "times": [{"when": "in_time", "factor": "150%"}]},
]  # fmt: skip
SHIFTED = st.integers(0, 5)
TURNS = [date(2025, 2, 25), date(2025, 2, 28), date(2025, 3, 10), date(2025, 3, 15),
         date(2025, 3, 20), date(2025, 3, 31)]  # fmt: skip
"""Days at which something turns: windows, values by date, a month before the end of a quarter."""
APART = st.sampled_from([0, 0, 3, 28, 30, 31])
LIKELY = st.sampled_from([None, None, "100%", "50%", "12.5%"])


def small(amount: dict[str, Any], needed: list[str], last: str) -> Policy:
    """An award on a listing under some conditions."""
    return policy_of(
        amount, needed=needed,
        in_force={"clause": "c", "first": "2025-01-01", "last": last},
        events=EVENTS,
        flags={"settled": label("settled")},
        conditions={name: dict(each) for name, each in CONDITIONS.items()},
        instalments={"halves": {"clause": "c", "parts": [
            {"share": "40%"}, {"share": "60%", "months": 1}]}},
        shares={"both": {"clause": "c", "parts": [
            {"level": "city", "title": "city", "share": "30%"},
            {"level": "county", "title": "county", "share": "70%"}]}},
    )  # fmt: skip


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """An award on a listing under a condition or two, in force for some weeks, or in two parts."""
    needed = draw(st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True))
    last = draw(st.sampled_from(["2025-03-12", "2025-12-31"]))
    policy = small(draw(st.sampled_from(AMOUNTS)), needed, last)
    award = {"paid_in": "halves"} if draw(st.booleans()) else {}
    award |= {"borne_by": "both"} if draw(st.booleans()) else {}
    document = policy.model_dump(mode="json", exclude_unset=True)
    document["awards"][0] |= award
    return Policy.model_validate(document)


@st.composite
def plans(draw: st.DrawFn) -> list[Planned]:
    """One to three of the events, each within some days, some of them uncertain."""
    found = []
    turn = draw(st.sampled_from(TURNS))
    for event in draw(st.lists(st.sampled_from([APPLIED, LISTED, MOVED]), min_size=1, unique=True)):
        first = turn + timedelta(days=draw(APART) - draw(SHIFTED))
        last = first + timedelta(days=draw(SHIFTED))
        assume(last > AS_OF)
        amount = draw(st.sampled_from([None, Decimal(300), Decimal(900)]))
        found.append(Planned(
            name=NAME, event=event, first=first, last=last,
            amount=amount if event == LISTED else None,
            likelihood=None if (text := draw(LIKELY)) is None else Decimal(text[:-1]) / 100,
        ))  # fmt: skip
    return found


def every_way(planned: Sequence[Planned]) -> Iterator[tuple[Decimal, list[dict[str, Any]]]]:
    """Every set of events that may happen on every day of their periods, with its likelihood."""
    for happens in product(*[[True] if each.certain else [True, False] for each in planned]):
        likelihood = Decimal(1)
        for each, does in zip(planned, happens, strict=True):
            share = Decimal(1) if each.likelihood is None else each.likelihood
            likelihood *= share if does else 1 - share
        some = [each for each, does in zip(planned, happens, strict=True) if does]
        spans = [
            [day for n in range(400) if max(each.first, AS_OF + timedelta(1))
             <= (day := each.first + timedelta(n)) <= each.last]
            for each in some
        ]  # fmt: skip
        for days in product(*spans):
            yield (
                likelihood,
                [
                    {"kind": each.event, "on": str(day)}
                    | ({} if each.amount is None else {"amount": f"{each.amount}元"})
                    for each, day in zip(some, days, strict=True)
                ],
            )


def case_of(events: Sequence[dict[str, Any]], **stated: Any) -> Case:
    """The enterprise with some events."""
    return Case.model_validate({"enterprise": {"name": NAME}, "events": events, **stated})


def holds(found: Bounds, amount: Bounds) -> bool:
    """Whether a range holds another one."""
    most = found.at_most is None or (amount.at_most is not None and amount.at_most <= found.at_most)
    return most and found.at_least <= amount.at_least


def _borne(level: str, answer: Assessment) -> Decimal:
    """What a level bears of what is payable, that being determined."""
    shares = [each for line in answer.lines for each in line.shares if each.level == level]
    return sum((each.payable.at_least for each in shares), Decimal(0))


def new_of(events: Sequence[dict[str, Any]], policy: Policy, ends: Sequence[date],
           stated: dict[str, Any]) -> list[Decimal]:  # fmt: skip
    """What becomes payable in each period, all facts being stated."""
    payable = [assess(case_of(events, **stated), policy, as_of=end).payable for end in ends]
    return [after - before for before, after in pairwise(payable)]


@given(policies(), plans(), st.sampled_from(["yes", "no", ""]), st.sampled_from([0, 1]))
def test_the_range_holds_what_assess_gives_for_every_choice_of_days(
    policy: Policy, planned: list[Planned], settled: str, listed: int
) -> None:
    """Every day of every period, every set of events: sound; and each end is reached."""
    before = [] if any(each.event == LISTED for each in planned) or not listed else BEFORE
    try:
        check_every_choice(policy, planned, settled, before)
    except InvalidCase:
        reject()


BEFORE = [{"kind": LISTED, "on": "2025-02-17", "amount": "500元"}]


@pytest.mark.parametrize(
    ("needed", "changes", "days", "before"),
    [
        (["in_month"], {}, {LISTED: ("03-01", "03-05"), APPLIED: ("03-30", "04-09")}, []),
        (["in_time"], {}, {LISTED: ("03-08", "03-12"), APPLIED: ("03-06", "03-16")}, []),
        (["full"], {}, {LISTED: ("02-26", "03-02"), APPLIED: ("03-24", "04-03")}, []),
        (["full_by_law"], {}, {APPLIED: ("02-26", "03-02"), LISTED: ("03-25", "04-03")}, []),
        (["stays_after"], {}, {LISTED: ("03-01", "03-04"), MOVED: ("03-01", "03-05")}, []),
        ([], {"paid_in": "halves"}, {LISTED: ("02-25", "03-05")}, []),
        (["held"], {}, {LISTED: ("02-25", "03-05")}, []),
        ([], {"paid_in": "halves"}, {LISTED: ("05-28", "06-03")}, []),
        (["window"], {}, {LISTED: ("03-18", "03-23")}, []),
        (["window"], {}, {LISTED: ("02-22", "02-27")}, []),
        ([], {"amount": AMOUNTS[2]}, {LISTED: ("03-08", "03-17")}, []),
        (["not_gone"], {}, {MOVED: ("03-08", "03-09")}, BEFORE),
        (["in_month"], {"borne_by": "both"}, {APPLIED: ("03-14", "03-20")}, BEFORE),
    ],
)  # fmt: skip
def test_the_range_where_something_turns(
    needed: list[str], changes: dict[str, Any], days: dict[str, tuple[str, str]], before: Any
) -> None:
    """The same about each kind of day at which a comparison turns, chosen by hand."""
    document = small(AMOUNTS[0], needed, "2025-12-31").model_dump(mode="json", exclude_unset=True)
    document["awards"][0] |= {key: each if isinstance(each, str) else {"clause": "c"} | each
                              for key, each in changes.items()}  # fmt: skip
    planned = [
        Planned(name=NAME, event=event, first=date.fromisoformat(f"2025-{first}"),
                last=date.fromisoformat(f"2025-{last}"),
                amount=Decimal(500) if event == LISTED else None)
        for event, (first, last) in days.items()
    ]  # fmt: skip
    check_every_choice(Policy.model_validate(document), planned, "yes", before)


def check_every_choice(
    policy: Policy, planned: list[Planned], settled: str, before: list[dict[str, Any]]
) -> None:
    """The ranges against the answer on every choice of days, events and missing facts."""
    stated: dict[str, Any] = {"flags": {"settled": settled == "yes"} if settled else {}}
    found = outlook([case_of(before, **stated)], planned, policy, AS_OF, until=date(2025, 6, 1))
    ends = [AS_OF, *(each.last for each in found.city.periods)]
    flags = [settled == "yes"] if settled else [True, False]
    gone = [
        [],
        *([{"kind": GONE, "on": day}] for day in ("2025-02-01", "2025-03-12", "2025-04-30")),
    ]
    seen: list[set[Decimal]] = [set() for _ in ends[1:]]
    for (_, events), flag, left in product(every_way(planned), flags, gone):
        facts = {"flags": {"settled": flag}, "absent": [] if left else [GONE]}
        case = case_of([*before, *events, *left], **facts)
        if faults_against(case, policy):
            continue
        amounts = [assess(case, policy, as_of=end) for end in ends]
        for at, each in enumerate(found.city.periods):
            old, now = amounts[at], amounts[at + 1]
            assert holds(each.payable, Bounds(now.payable, now.payable_at_most))
            assert holds(each.in_year, Bounds(now.payable, now.payable_at_most))
            if old.determined and now.determined:
                change = now.payable - old.payable
                assert holds(each.new, Bounds(change, change)), each.period
                seen[at].add(change)
                for level in each.levels:
                    parts = [_borne(level.level, answer) for answer in (old, now)]
                    assert holds(level.new, Bounds(parts[1] - parts[0], parts[1] - parts[0]))
    if found.exact:
        for at, each in enumerate(found.city.periods):
            assert {each.new.at_least, each.new.at_most} == {min(seen[at]), max(seen[at])}


@given(policies(), plans())
def test_the_expected_value_is_the_sum_over_which_events_happen(
    policy: Policy, planned: list[Planned]
) -> None:
    """Days being certain, it is the sum of what each set of events gives times its likelihood."""
    days = [
        Planned(name=NAME, event=each.event, first=each.last, last=each.last,
                amount=each.amount or (Decimal(700) if each.event == LISTED else None),
                likelihood=each.likelihood or Decimal("0.3"))
        for each in planned
    ]  # fmt: skip
    stated = {"flags": {"settled": True}, "absent": [GONE]}
    found = outlook([case_of([], **stated)], days, policy, AS_OF)
    ends = [AS_OF, *(each.last for each in found.city.periods)]
    expected = [Decimal(0)] * len(found.city.periods)
    for likelihood, events in every_way(days):
        for at, new in enumerate(new_of(events, policy, ends, stated)):
            expected[at] += likelihood * new
    for each, exactly in zip(found.city.periods, expected, strict=True):
        assert each.expected is not None
        assert each.expected.determined
        assert abs(each.expected.at_least - exactly) <= Decimal("0.005")


LADDER = ["neeq_listed", "neeq_innovation", "bse_tutoring_filed", "bse_accepted", "bse_listed"]


@given(st.lists(st.sampled_from(LADDER), min_size=1, max_size=3, unique=True),
       st.lists(st.dates(date(2024, 3, 3), date(2024, 3, 8)), min_size=3, max_size=3),
       st.lists(st.dates(date(2025, 3, 1), date(2025, 3, 9)), min_size=3, max_size=3),
       SHIFTED)  # fmt: skip
def test_the_ladder_of_the_shipped_policy(
    kinds: list[str], stated: list[date], starts: list[date], long: int
) -> None:
    """Stages that are stated a year before, the others planned about the day the year is full."""
    before = [
        {"kind": kind, "on": str(day)}
        for kind, day in zip(LADDER, sorted(stated), strict=False) if kind not in kinds
    ][:2]  # fmt: skip
    assume(not faults_against(case_of(before), ILLUSTRATIVE))
    planned = [
        Planned(name=NAME, event=kind, first=first, last=first + timedelta(days=long))
        for kind, first in zip(kinds, starts, strict=False)
    ]
    try:
        found = outlook([case_of(before)], planned, ILLUSTRATIVE, AS_OF)
    except InvalidCase:
        return
    ends = [AS_OF, *(each.last for each in found.city.periods)]
    seen: list[set[Decimal]] = [set() for _ in ends[1:]]
    for _, events in every_way(planned):
        if not faults_against(case_of([*before, *events]), ILLUSTRATIVE):
            for at, new in enumerate(new_of([*before, *events], ILLUSTRATIVE, ends, {})):
                seen[at].add(new)
    for at, each in enumerate(found.city.periods):
        assert min(seen[at]) >= each.new.at_least
        assert each.new.at_most is None or max(seen[at]) <= each.new.at_most
        if found.exact:
            assert (min(seen[at]), max(seen[at])) == (each.new.at_least, each.new.at_most)


def first_two() -> Policy:
    """100 yuan to the first two that are listed, 40 to those after them."""
    return policy_of(
        {"of": "place", "bands": [
            {"at_most": 2, "fixed": "100元"}, {"over": 2, "fixed": "40元"},
        ]},
        events={LISTED: label(LISTED)},
        figures={"place": label("place") | {"unit": "number", "place_of": "a"}},
    )  # fmt: skip


Spans = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 2), st.booleans()), min_size=2,
                 max_size=4)  # fmt: skip


@given(Spans, st.integers(0, 1))
def test_a_place_is_held_whatever_days_the_others_choose(
    spans: list[tuple[int, int, bool]], early: int
) -> None:
    """The first two of a table, some listed already: each enterprise's range, and their sum."""
    policy = first_two()
    names = [f"示例{number}公司" for number in range(len(spans))]
    stated = [
        [{"kind": LISTED, "on": f"2025-02-1{n}"}] if n < early else [] for n in range(len(spans))
    ]
    cases = [
        Case.model_validate({"enterprise": {"name": name}, "events": events})
        for name, events in zip(names, stated, strict=True)
    ]
    planned = [
        Planned(name=name, event=LISTED, first=date(2025, 3, start),
                last=date(2025, 3, start + more), likelihood=Decimal("0.5") if maybe else None)
        for name, (start, more, maybe), events in zip(names, spans, stated, strict=True)
        if not events
    ]  # fmt: skip
    found = outlook(cases, planned, policy, AS_OF)
    by_name = {each.enterprise.name: each for each in found.enterprises}
    days = [
        [None, *range(p.first.day, p.last.day + 1)] if not p.certain
        else [*range(p.first.day, p.last.day + 1)]
        for p in planned
    ]  # fmt: skip
    end = found.city.periods[-1].last
    for choice in product(*days):
        chosen = {p.name: day for p, day in zip(planned, choice, strict=True)}
        filled = [
            case.model_copy(update=dict(Case.model_validate({
                "enterprise": {"name": case.enterprise.name},
                "events": [{"kind": LISTED, "on": f"2025-03-0{chosen[case.enterprise.name]}"}],
            }))) if chosen.get(case.enterprise.name) else case
            for case in cases
        ]  # fmt: skip
        answers = [
            assess(case, policy, as_of=end) for case in with_places(filled, policy, as_of=end)
        ]
        for answer in answers:
            name = answer.case.enterprise.name
            amount = Bounds(answer.payable, answer.payable_at_most)
            if name in by_name and answer.determined:
                assert holds(by_name[name].periods[-1].payable, amount)
            elif name not in by_name:
                assert amount.nothing


@pytest.mark.parametrize("policy", [ILLUSTRATIVE, first_two()], ids=["ladder", "places"])
def test_enterprises_without_a_plan_keep_what_they_have(policy: Policy) -> None:
    """Nothing is planned and nothing turns by time: nothing is new."""
    found = outlook([case_of([])], [], policy, AS_OF, until=date(2027, 3, 1), by="year")
    assert [each.period for each in found.city.periods] == ["2025", "2026", "2027"]
    assert all(each.new.nothing for each in found.city.periods)
