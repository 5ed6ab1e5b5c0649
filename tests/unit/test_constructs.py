"""Each construct on its boundary, by hand; what the real policies among the examples do not use."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from listing_rewards import Assessment, Bounds, Case, InvalidPolicy, Policy, assess
from listing_rewards.values.money import read_yuan

EVENTS: dict[str, dict[str, Any]] = {
    "listed": {"zh": "上市", "en": "Listed"},
    "applied": {"zh": "申请", "en": "Applied", "silence": "did_not_happen"},
    "raised": {
        "zh": "募资", "en": "Raised", "amount": True, "repeats": True, "silence": "did_not_happen",
    },
}  # fmt: skip
FIGURES = {"invested": {"zh": "本地投资", "en": "Invested"}, "whole": {"zh": "总额", "en": "Whole"}}


def policy(*amounts: dict[str, Any], **parts: Any) -> Policy:
    """A policy with an award `a0`, `a1`, … for each amount; keys besides the amount are its own."""
    keys = ("needs", "group", "replaces", "paid_in", "borne_by", "earned_by", "of_which")
    awards = [
        {
            "id": f"a{n}",
            "title": f"a{n}",
            "earned_by": "listed",
            "clause": "c",
            "amount": {key: part for key, part in each.items() if key not in keys}
            | {"clause": "c"},
            **{key: part for key, part in each.items() if key in keys},
        }
        for n, each in enumerate(amounts)
    ]
    document = {
        "id": "p",
        "document": {"title": "t", "issuer": "i"},
        "in_force": {"first": "2021-01-01", "clause": "c"},
        "clauses": {"c": {"item": "1", "text": "t", "document": "p"}},
        "events": EVENTS,
        "figures": FIGURES,
        "flags": {"big": "大", "small": "小"},
        "conditions": {
            "big": {"flag": "big", "clause": "c"},
            "small": {"flag": "small", "clause": "c"},
            "enough": {"figure": "invested", "at_least": "100", "below": "200", "clause": "c"},
            "raised_enough": {"figure": "raised", "over": "100", "clause": "c"},
            "in_time": {
                "happened": "applied", "after": "listed", "within_months": 6, "clause": "c",
            },
        },
        "awards": awards,
    }  # fmt: skip
    return Policy.model_validate(document | parts)


def ask(rules: Policy, *events: str, as_of: str = "2025-12-31", **facts: Any) -> Assessment:
    """The answer for events written ``kind day`` or ``kind day amount``."""
    keys = ("kind", "on", "amount")
    happened = [dict(zip(keys, each.split(), strict=False)) for each in events]
    case = {"enterprise": {"name": "示例甲公司"}, "events": happened, **facts}
    return assess(Case.model_validate(case), rules, as_of=date.fromisoformat(as_of))


def payable(answer: Assessment) -> str:
    """What is payable, in yuan; a range with two dots."""
    most = answer.payable_at_most
    if answer.determined:
        return f"{answer.payable}"
    return f"{answer.payable}..{'?' if most is None else most}"


def fixed(amount: str, **more: Any) -> dict[str, Any]:
    """A fixed amount and what it adds."""
    return {"fixed": amount, **more}


DATED = policy(
    {
        "dated": [
            {"since": "2022-01-01", "amount": fixed("100", clause="c")},
            {"since": "2023-01-01", "amount": fixed("50", clause="c")},
            {"since": "2024-01-01", "repealed": True},
        ]
    }
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2021-12-31", "0.00"),
        ("2022-01-01", "100.00"),
        ("2022-12-31", "100.00"),
        ("2023-01-01", "50.00"),
        ("2023-12-31", "50.00"),
        ("2024-01-01", "0.00"),
    ],
)
def test_the_value_of_the_day(on: str, expected: str) -> None:
    """Each value holds from its own day on, and nothing after the repeal."""
    assert payable(ask(DATED, f"listed {on}")) == expected


def test_what_was_raised_before_the_policy_counts_for_nothing() -> None:
    """Of each event by itself: raised in 2020, before the first day of 2021."""
    rules = policy({"rate": "10%", "of": "raised", "cap": "50", "cap_per": "event"})
    assert payable(ask(rules, "listed 2023-01-01", "raised 2020-12-31 100")) == "0.00"


def test_rounding_where_it_is_open_which_row_holds() -> None:
    """475 or more was raised: 2% at most 9.50, or 20 from 500 on; 9.50 is not made 10."""
    bands = [{"below": "500", "rate": "2%", "cap": "9.50"}, {"at_least": "500", "fixed": "20"}]
    rules = policy({"of": "raised", "bands": bands}, rounding={"unit": "1", "clause": "c"})
    raised = ("raised 2023-01-01 475", "raised 2023-06-01")
    assert payable(ask(rules, "listed 2023-01-01", *raised)) == "9.00..20.00"


def test_what_must_have_happened_before() -> None:
    """Listed and raised, and no word of an application before either: the earlier is named."""
    kinds = EVENTS | {name: EVENTS[name] | {"after": ["applied"]} for name in ("listed", "raised")}
    rules = policy(fixed("1"), fixed("2", earned_by="applied"), events=kinds)
    answer = ask(rules, "listed 2023-03-01", "raised 2023-01-01 5")
    told = [each.names for each in answer.remarks if each.kind == "implied_event"]
    assert told == [("applied", "raised")]


@pytest.mark.parametrize(("big", "told"), [(True, ["2026-03-01"]), (False, [])])
def test_parts_that_are_not_due_yet(*, big: bool, told: list[str]) -> None:
    """Of four yearly parts the last; of an award that is refused none."""
    rules = policy(fixed("100", paid_in="four", needs=["big"]), instalments=FOUR_YEARS)
    answer = ask(rules, "listed 2023-03-01", flags={"big": big})
    assert [str(each.on) for each in answer.remarks if each.kind == "not_due_yet"] == told


@pytest.mark.parametrize("years", [100, 101])
def test_the_longest_period(years: int) -> None:
    """A hundred years; a policy that asks for more is refused."""
    condition = {"seasoning": "applied", "years": years, "clause": "c"}
    if years == 100:
        assert policy(fixed("1", needs=["full"]), conditions={"full": condition}).conditions
        return
    with pytest.raises(InvalidPolicy):
        policy(fixed("1", needs=["full"]), conditions={"full": condition})


def test_the_best_of_three_names_the_others() -> None:
    """The step of the choice: the awards among which it was made, without its own."""
    best = {"best": {"awards": ["a0", "a1", "a2"], "clause": "c"}}
    answer = ask(policy(fixed("5"), fixed("9"), fixed("7"), best_of=best), "listed 2023-01-01")
    assert payable(answer) == "9.00"
    (step,) = [each for each in answer.lines[1].steps if each.op == "best_of"]
    assert step.names == ("a0", "a2")


def test_before_the_first_value_there_is_none() -> None:
    """Listed on the eve of the first: the step names the day from which there is one."""
    (step,) = [
        each for each in ask(DATED, "listed 2021-12-31").lines[0].steps if each.op == "nothing"
    ]
    assert str(step.on) == "2022-01-01"


@pytest.mark.parametrize(
    ("per", "every", "expected", "unit"),
    [
        ("whole", "100", "6.00", 100),
        ("whole", None, "750.00", 1),
        ("raised", "100", "6.00", 100),
        ("raised", None, "3.00", None),
    ],
)
def test_so_much_for_each(per: str, every: str | None, expected: str, unit: int | None) -> None:
    """3 for each full 100 of 250, for each one of 250, or for each event."""
    rules = policy(fixed("3", per=per, **({"every": every} if every else {})))
    answer = ask(rules, "listed 2023-01-01", "raised 2023-01-01 250", figures={"whole": "250"})
    assert payable(answer) == expected
    (step,) = [each for each in answer.lines[0].steps if each.op == "count"]
    assert step.unit == unit


@pytest.mark.parametrize(
    ("flags", "expected"),
    [({"big": True}, "120.00"), ({"big": False}, "100.00"), ({}, "100.00..120.00")],
)
def test_multiplied_under_a_condition(flags: dict[str, bool], expected: str) -> None:
    """上浮20%: met, not met, not known."""
    rules = policy(fixed("100", times=[{"factor": "120%", "when": "big"}]))
    assert payable(ask(rules, "listed 2023-01-01", flags=flags)) == expected


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({"big": True}, "60.00"),
        ({"big": False, "small": True}, "30.00"),
        ({"big": False, "small": False}, "90.00"),
        ({"small": True}, "30.00..60.00"),
        ({"big": False}, "30.00..90.00"),
        ({}, "30.00..90.00"),
    ],
)
def test_a_cap_under_conditions(flags: dict[str, bool], expected: str) -> None:
    """The first cap whose condition is met; whichever may hold where that is not known."""
    group = {
        "g": {
            "title": "g",
            "cap": "90",
            "clause": "c",
            "cap_when": [{"when": "big", "cap": "60"}, {"when": "small", "cap": "30"}],
        }
    }
    rules = policy(fixed("100", group="g"), groups=group)
    assert payable(ask(rules, "listed 2023-01-01", flags=flags)) == expected


@pytest.mark.parametrize(
    ("invested", "expected"),
    [
        ("99.99", "0.00"),
        ("100", "10.00"),
        ("199.99", "10.00"),
        ("200", "0.00"),
        (None, "0.00..10.00"),
    ],
)
def test_a_figure_between_bounds(invested: str | None, expected: str) -> None:
    """At least 100 and below 200; not stated, not known."""
    figures = {} if invested is None else {"invested": invested}
    rules = policy(fixed("10", needs=["enough"]))
    assert payable(ask(rules, "listed 2023-01-01", figures=figures)) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (["raised 2023-01-01 100"], "0.00"),
        (["raised 2023-01-01 100.01"], "10.00"),
        (["raised 2023-01-01 60", "raised 2023-02-01 41"], "10.00"),
        (["raised 2023-01-01 60", "raised 2023-02-01"], "0.00..10.00"),
        (["raised 2023-01-01 101", "raised 2023-02-01"], "10.00"),
        ([], "0.00"),
    ],
)
def test_an_events_amounts_above_a_bound(events: list[str], expected: str) -> None:
    """Together; what is not stated can only add to them."""
    rules = policy(fixed("10", needs=["raised_enough"]))
    assert payable(ask(rules, "listed 2023-01-01", *events)) == expected


@pytest.mark.parametrize(
    ("applied", "expected"),
    [
        ("2023-08-30", "0.00"),
        ("2023-08-31", "10.00"),
        ("2024-02-29", "10.00"),
        ("2024-03-01", "0.00"),
    ],
)
def test_within_six_months(applied: str, expected: str) -> None:
    """From 31 August: to 29 February, the month's last day, included."""
    rules = policy(fixed("10", needs=["in_time"]))
    assert payable(ask(rules, "listed 2023-08-31", f"applied {applied}")) == expected


FOUR_YEARS = {
    "four": {"parts": [{"share": "25%"}, *({"share": "25%", "years": n} for n in (1, 2, 3))],
             "clause": "c"}
}  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2023-03-01", "25.01"),  # 100.01: the odd fen goes to the first part
        ("2024-02-29", "25.01"),
        ("2024-03-01", "50.01"),
        ("2026-02-28", "75.01"),
        ("2026-03-01", "100.01"),
    ],
)
def test_instalments(as_of: str, expected: str) -> None:
    """Four parts of 25%, each due on its corresponding day."""
    rules = policy(fixed("100.01", paid_in="four"), instalments=FOUR_YEARS)
    assert payable(ask(rules, "listed 2023-03-01", as_of=as_of)) == expected


def test_instalments_paid_so_far() -> None:
    """What was paid comes off what is due; paid ahead of time is not overpaid."""
    rules = policy(fixed("100.01", paid_in="four"), instalments=FOUR_YEARS)
    paid = [{"award": "a0", "on": "2023-04-01", "amount": "60"}]
    answer = ask(rules, "listed 2023-03-01", as_of="2024-03-01", payments=paid)
    assert (payable(answer), answer.overpaid) == ("0.00", yuan("0"))
    assert answer.entitled == yuan("100.01")


def yuan(least: str, most: str | None = None) -> Bounds:
    """A range, or one amount."""
    return Bounds(read_yuan(least), read_yuan(most or least))


def test_shares_add_up() -> None:
    """100.01 at 50:50: the largest remainder, the earlier part first."""
    levels = [{"level": n, "title": n, "share": "50%"} for n in ("city", "county")]
    rules = policy(fixed("100.01", borne_by="s"), shares={"s": {"parts": levels, "clause": "c"}})
    line = ask(rules, "listed 2023-03-01").line("a0")
    assert [str(each.payable.at_least) for each in line.shares] == ["50.01", "50.00"]


def test_the_best_of_two_sets_off_what_was_paid() -> None:
    """80 is better than 50; 50 was paid, 30 are left; and nothing is overpaid."""
    rules = policy(
        fixed("50"), fixed("80"), best_of={"best": {"awards": ["a0", "a1"], "clause": "c"}}
    )
    paid = [{"award": "a0", "on": "2023-04-01", "amount": "50"}]
    answer = ask(rules, "listed 2023-03-01", payments=paid)
    assert payable(answer) == "30.00"
    assert answer.overpaid.nothing
    assert [line.status for line in answer.lines] == ["replaced", "granted"]


@pytest.mark.parametrize(
    ("invested", "short", "expected"),
    [
        ("70", "share", "100.00"),
        ("69.99", "share", "69.99"),
        ("35", "share_of_threshold", "50.00"),
        ("69.99", "nothing", "0.00"),
        ("200", "share", "100.00"),
        (None, "share", "0.00..100.00"),
    ],
)
def test_in_proportion(invested: str | None, short: str, expected: str) -> None:
    """All of 100 from 70% on; below it by the share, by the share of the threshold, nothing."""
    scaled = {"by": "invested", "of": "whole", "full_at": "70%", "short": short}
    figures = {"whole": "100"} | ({} if invested is None else {"invested": invested})
    rules = policy(fixed("100", scaled=scaled))
    assert payable(ask(rules, "listed 2023-03-01", figures=figures)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected", "withheld"),
    [("2025-02-14", "100.00", "0"), ("2025-02-15", "0.00", "100")],
)
def test_a_notice_that_withholds(as_of: str, expected: str, withheld: str) -> None:
    """From its day on, that day included, what would be payable is held back."""
    notice = {
        "id": "n", "law": "l", "since": "2025-02-15", "awards": ["a0"], "text": "t",
        "effect": "withhold",
    }  # fmt: skip
    answer = ask(policy(fixed("100"), notices=[notice]), "listed 2023-03-01", as_of=as_of)
    assert (payable(answer), answer.withheld) == (expected, yuan(withheld))
    named = [each.name for each in answer.lines[0].steps if each.op == "withheld"]
    assert named == (["n"] if withheld == "100" else [])


@pytest.mark.parametrize(("on", "expected"), [("2023-06-30", "100.00"), ("2023-07-01", "0.00")])
def test_a_repeal(on: str, expected: str) -> None:
    """The last day is the eve of the repeal."""
    in_force = {
        "first": "2021-01-01", "last": "2025-12-31", "clause": "c",
        "repealed": {"since": "2023-07-01", "by": "a later document"},
    }  # fmt: skip
    assert payable(ask(policy(fixed("100"), in_force=in_force), f"listed {on}")) == expected


def test_it_is_not_known_which_of_two_is_given() -> None:
    """Each line may be nothing, or its amount; together it is one or the other."""
    rules = policy(fixed("50"), fixed("80", replaces=["a0"], needs=["big"]))
    answer = ask(rules, "listed 2023-03-01")
    lines = [line.entitled for line in answer.lines]
    assert lines == [yuan("0", "50"), yuan("0", "80")]
    assert payable(answer) == "50.00..80.00"


def test_it_is_not_known_which_of_two_is_the_best() -> None:
    """The larger one is unknown until the condition is; the total is at least the smaller."""
    rules = policy(
        fixed("50"),
        fixed("80", needs=["big"]),
        best_of={"best": {"awards": ["a0", "a1"], "clause": "c"}},
    )
    answer = ask(rules, "listed 2023-03-01")
    assert [line.entitled for line in answer.lines] == [yuan("0", "50"), yuan("0", "80")]
    assert payable(answer) == "50.00..80.00"
    assert [need.name for need in answer.needs] == ["big"]


def test_a_notice_about_one_of_two_of_which_the_better_is_given() -> None:
    """100 in all, whichever it is; whether it is held back hangs on which."""
    notice = {
        "id": "n", "law": "l", "since": "2023-01-01", "awards": ["a0"], "text": "t",
        "effect": "review",
    }  # fmt: skip
    parts: dict[str, Any] = {
        "best_of": {"best": {"awards": ["a0", "a1"], "clause": "c"}},
        "groups": {"g": {"title": "g", "cap": "100", "clause": "c"}},
    }
    amounts = ({"unknown": "not given", "group": "g"}, fixed("100", group="g"))
    shown = policy(*amounts, notices=[notice], **parts)
    holds = policy(*amounts, notices=[notice | {"effect": "withhold"}], **parts)
    answer = ask(shown, "listed 2023-03-01")
    assert (payable(answer), answer.withheld) == ("100.00", yuan("0"))
    answer = ask(holds, "listed 2023-03-01")
    assert (payable(answer), answer.withheld) == ("0.00..100.00", yuan("0", "100"))


def test_a_notice_between_two_days_of_one_event() -> None:
    """The last of the policy's days counts; a later one is none of them."""
    notice = {"id": "n", "law": "l", "since": "2023-06-01", "awards": ["a0"], "text": "t"}
    rules = policy(
        {"rate": "2%", "of": "raised"},
        in_force={"first": "2021-01-01", "last": "2023-12-31", "clause": "c"},
        notices=[notice],
        events=EVENTS | {"listed": EVENTS["listed"] | {"repeats": True}},
    )
    raised = "raised 2022-03-01 6000"
    for days, expected in (
        (["listed 2023-03-01", "listed 2023-06-01"], ("n",)),
        (["listed 2023-03-01", "listed 2023-05-31", "listed 2024-01-01"], ()),
    ):
        (line,) = ask(rules, *days, raised).lines
        assert line.notices == expected


def test_one_need_brings_another() -> None:
    """An award that may have been earned needs to know an event that nobody else asks for."""
    if_needed = {"silence": "unknown_if_needed"}
    rules = policy(
        fixed("50", needs=["has_applied"]),
        fixed("80", needs=["not_raised"], earned_by="applied"),
        events=EVENTS | {name: EVENTS[name] | if_needed for name in ("applied", "raised")},
        conditions={
            "has_applied": {"happened": "applied", "clause": "c"},
            "not_raised": {"absent": "raised", "clause": "c"},
        },
    )
    answer = ask(rules, "listed 2023-03-01")
    assert [check.truth for check in answer.checks] == [
        *("met", "met", "unknown"),
        *("unknown", "unknown", "unknown"),
    ]
    assert {need.name for need in answer.needs} == {"applied", "raised"}


def test_a_period_within_another_condition() -> None:
    """That silence on a break was relied on is reported all the same."""
    rules = policy(
        fixed("50", needs=["either"]),
        conditions={
            "big": {"flag": "big", "clause": "c"},
            "a_year": {
                "seasoning": "listed", "years": 1, "restarted_by": "applied", "clause": "c",
            },
            "both": {"all_of": ["big", "a_year"], "clause": "c"},
            "either": {"any_of": ["both"], "clause": "c"},
        },
    )  # fmt: skip
    answer = ask(rules, "listed 2023-03-01", flags={"big": True})
    told = [(each.kind, each.names) for each in answer.remarks]
    assert told == [("no_word_on_break", ("applied", "listed"))]


def test_an_event_implied_by_a_later_one_is_told_once() -> None:
    """Although two awards are earned by it."""
    events = EVENTS | {"applied": EVENTS["applied"] | {"after": ["listed"]}}
    answer = ask(policy(fixed("50"), fixed("80"), events=events), "applied 2023-03-01")
    told = [(each.kind, each.names) for each in answer.remarks]
    assert told == [("implied_event", ("listed", "applied"))]


def test_a_replaced_award_that_replaces_another() -> None:
    """Three tiers: what was paid for the lowest counts for the highest."""
    rules = policy(fixed("30"), fixed("50", replaces=["a0"]), fixed("80", replaces=["a0", "a1"]))
    paid = [{"award": "a0", "on": "2023-04-01", "amount": "30"}]
    answer = ask(rules, "listed 2023-03-01", payments=paid)
    assert (payable(answer), answer.overpaid) == ("50.00", yuan("0"))


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("enterprise", "100.00"), ("year", "120.00"), ("event", "125.00")],
)
def test_what_a_cap_holds_for(scope: str, expected: str) -> None:
    """2% of 6,000 and 250 in one year and of 1,000 in the next, at most 100 for each."""
    rules = policy({"rate": "2%", "of": "raised", "cap": "100", "cap_per": scope})
    raised = ("raised 2022-03-01 6000", "raised 2022-12-31 250", "raised 2023-01-01 1000")
    assert payable(ask(rules, "listed 2023-03-01", *raised)) == expected


def test_rounding_up_stays_below_a_cap_that_is_no_whole_unit() -> None:
    """10% of what is not known, at most 99.50, in whole yuan: at most 99, and never 100."""
    rate = {"rate": "10%", "of": "invested", "cap": "99.50"}
    rules = policy(rate, rounding={"unit": "1", "clause": "c"})
    assert payable(ask(rules, "listed 2023-03-01")) == "0.00..99.00"
    assert payable(ask(rules, "listed 2023-03-01", figures={"invested": "2000"})) == "99.00"


@pytest.mark.parametrize(
    "added",
    [
        {"scaled": {"by": "invested", "of": "whole", "full_at": "70%", "short": "share"}},
        {"times": [{"factor": "50%", "when": "big"}]},
    ],
)
def test_the_cap_of_rounding_goes_along_with_the_amount(added: dict[str, Any]) -> None:
    """Half of a capped 100 is 50; rounded to 30s that would be 60, above half of the cap."""
    amount = {"rate": "100%", "of": "raised", "cap": "100", **added}
    rules = policy(amount, rounding={"unit": "30", "mode": "half_up", "clause": "c"})
    facts: dict[str, Any] = {
        "figures": {"invested": "50", "whole": "100"},
        "flags": {"big": True},
    }
    answer = ask(rules, "listed 2023-03-01", "raised 2023-03-01 1000", **facts)
    assert payable(answer) == "30.00"


def test_a_law_that_only_a_payment_touches_is_told_of_what_another_withholds() -> None:
    """In the order of the awards, not of the law's list; not of what is not reached."""
    words = {"law": "t", "text": "t"}
    notices = [
        {"id": "held", "since": "2023-01-01", "effect": "withhold", "awards": ["a0"]},
        {"id": "asked", "since": "2024-01-01", "effect": "review", "awards": ["a2", "a1", "a0"]},
    ]
    rules = policy(
        fixed("50"),
        fixed("80"),
        fixed("30", earned_by="applied"),
        notices=[each | words for each in notices],
    )
    answer = ask(rules, "listed 2023-03-01")
    assert (payable(answer), answer.withheld) == ("80.00", yuan("50"))
    told = [(each.kind, each.names) for each in answer.remarks]
    assert told == [("notice_at_payment", ("asked", "a0", "a1"))]
