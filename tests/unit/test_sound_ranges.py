"""Ranges that must hold what more facts give, where it is easy to think that they need not."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Assessment, Policy
from unit.test_constructs import EVENTS, ask, fixed, payable, policy
from unit.test_together import LISTED, condition

ACCEPTED = EVENTS | {"accepted": {"zh": "验收", "en": "Accepted", "silence": "did_not_happen"}}


def holds(rules: Policy, *events: str, **more: Any) -> Assessment:
    """The answer where more is stated, which lies within the one where it is not."""
    before, after = ask(rules, LISTED), ask(rules, LISTED, *events, **more)
    assert before.payable <= after.payable
    if before.payable_at_most is not None:
        assert after.payable_at_most is not None
        assert after.payable_at_most <= before.payable_at_most
    return after


def test_an_event_stays_open_where_another_did_not_happen() -> None:
    """One earns two awards, and the other is needed for one of them and earns a third."""
    events = EVENTS | {
        "filed": {"zh": "受理", "en": "Filed", "silence": "unknown", "after": ["listed"]},
        "sold": {"zh": "出售", "en": "Sold", "silence": "unknown_if_needed"},
    }
    rules = policy(
        fixed("10", earned_by="filed", replaces=["a2"]),
        fixed("1", earned_by="filed", needs=["was_sold"]),
        fixed("100", earned_by="sold"),
        events=events,
        conditions={"was_sold": condition(happened="sold")},
    )
    answer = holds(rules, "sold 2023-03-10", absent=["filed"])
    assert payable(answer) == "100.00"
    assert {need.name for need in ask(rules, LISTED).needs} == {"filed", "sold"}


@pytest.mark.parametrize(
    ("unit", "first", "then", "parts", "approved", "expected"),
    [
        ("10", "200", "160", ["50%", "50%"], "0.01", "70.01"),
        ("0.01", "1", "0.06", ["45%", "45%", "10%"], "0.01", "0.05"),
    ],
)
def test_a_part_of_what_is_left_is_due(
    unit: str, first: str, then: str, parts: list[str], approved: str, expected: str
) -> None:
    """One more fen off moves a whole unit to the part that is not due."""
    not_due = {"event": "accepted"}
    shares = [{"share": share} | (not_due if n == 0 else {}) for n, share in enumerate(parts)]
    if len(parts) > 2:
        shares = [*({"share": share} for share in parts[:-1]), {"share": parts[-1]} | not_due]
    rules = policy(
        fixed(first, upto=True),
        fixed(then, less=["a0"], paid_in="parts"),
        events=ACCEPTED,
        rounding=condition(unit=unit),
        instalments={"parts": condition(parts=shares)},
    )
    assert payable(holds(rules, approved={"a0": approved})) == expected


def test_a_part_of_another_under_the_same_cap_is_due() -> None:
    """Of 100,000 in parts of ten thousands, what the cap leaves decides which are due."""
    parts = [
        {"share": "43.75%", "event": "accepted"},
        {"share": "43.75%", "event": "accepted"},
        {"share": "12.5%"},
    ]
    rules = policy(
        fixed("50000", upto=True),
        fixed("100000", less=["a0"], group="h"),
        fixed("100000", group="h", paid_in="parts"),
        groups={"h": condition(title="h", cap="130000")},
        instalments={"parts": condition(parts=parts)},
        events=ACCEPTED,
        rounding=condition(unit="10000"),
    )
    assert payable(holds(rules, approved={"a0": "10000"})) == "100000.00"


def test_steps_under_a_cap_that_is_not_known() -> None:
    """5 for each full 10, up to some cap, and 2 and 2 less that: 2 where the cap is 2."""
    often = fixed("5", per="whole", every="10")
    less = ({"topup": "2", "less": ["a0"]}, fixed("2", less=["a0"]))
    known = ask(policy(often | {"cap": "2"}, *less), LISTED, figures={"whole": "10"})
    assert payable(known) == "2.00"
    rules = policy(often | {"cap": "unknown"}, *less)
    assert payable(ask(rules, LISTED)) == "2.00..?"
    assert payable(ask(rules, LISTED, figures={"whole": "10"})) == "2.00..5.00"


def test_a_time_to_apply_after_any_of_several_events() -> None:
    """It may begin with an earlier one, before the period was broken."""
    events = EVENTS | {
        "filed": {"zh": "受理", "en": "Filed"},
        "moved": {"zh": "迁入", "en": "Moved in", "silence": "unknown"},
        "left": {"zh": "离开", "en": "Left", "silence": "did_not_happen"},
    }
    rules = policy(
        fixed("9", earned_by={"any_of": ["filed", "moved"]}, needs=["full", "in_time"]),
        events=events,
        conditions={
            "full": condition(seasoning="listed", years=1, tested_on="application",
                              restarted_by="left"),
            "in_time": condition(applied={"within_months": 60}),
        },
    )  # fmt: skip
    life = ("listed 2021-01-01", "left 2023-01-01", "filed 2023-06-01")
    assert payable(ask(rules, *life)) == "0.00..9.00"
    moved = ask(rules, *life, "moved 2022-03-01", applied={"a0": "2022-06-01"})
    assert payable(moved) == "9.00"


def test_overpaid_where_others_under_the_same_cap_were_paid() -> None:
    """110 were paid under a cap of 100, of which 50 to 150 are left of one."""
    rules = policy(
        fixed("150", upto=True),
        fixed("150", less=["a0"], group="h"),
        fixed("100", group="h"),
        groups={"h": condition(title="h", cap="100")},
    )
    paid = [
        {"award": award, "on": "2023-06-01", "amount": sum_}
        for award, sum_ in (("a1", "50"), ("a2", "60"))
    ]
    before = ask(rules, LISTED, payments=paid).overpaid
    after = ask(rules, LISTED, payments=paid, approved={"a0": "100"}).overpaid
    assert str(after) == "10.00"
    assert before.at_least <= after.at_least


def test_a_rate_where_the_share_is_just_enough() -> None:
    """15% of a third of ten million, rounded down to ten thousands: 500,000, and no less."""
    flags = [f"f{n}" for n in range(5)]
    by = {"by": "invested", "of": "whole", "full_at": "30%", "short": "share_of_threshold"}
    rules = policy(
        {"rate": "15%", "of": "whole", "scaled": by},
        *(fixed("1", needs=[flag]) for flag in [*flags, *flags]),
        rounding=condition(unit="10000", mode="down"),
        flags={flag: f"条件{flag}" for flag in flags},
        conditions={flag: condition(flag=flag) for flag in flags},
    )
    spent = {"invested": "1000000"}
    open_, known = ask(rules, LISTED, figures=spent), dict.fromkeys(flags, True)
    full = ask(rules, LISTED, figures=spent | {"whole": "4000000"}, flags=known)
    assert payable(full) == "500000.00"
    assert open_.payable_at_most is not None
    assert open_.payable_at_most >= 500_000


def test_one_of_a_choice_is_replaced_and_was_paid() -> None:
    """What was paid for it counts once, for the one in its place."""
    rules = policy(
        fixed("7"),
        {"rate": "2%", "of": "whole", "replaces": ["a0"]},
        best_of={"best": condition(awards=["a0", "a1"])},
    )
    paid = [{"award": "a0", "on": "2023-06-01", "amount": "20"}]
    assert payable(ask(rules, LISTED, payments=paid)) == "0.00..?"
    known = ask(rules, LISTED, payments=paid, figures={"whole": "1500"})
    assert payable(known) == "10.00"
