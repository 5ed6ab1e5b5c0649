"""What one enterprise is told does not hang on another, nor on how the answer is computed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from property.small_policies import AS_OF, policy_of

from listing_rewards import Case, assess
from listing_rewards.engines.exact import assess_in_one_pass, places
from listing_rewards.engines.exact.places import with_places
from unit.test_constructs import EVENTS, ask, fixed, policy

UNKNOWN = {kind: {"zh": kind, "en": kind, "silence": "unknown"} for kind in ("applied", "approved")}


@pytest.mark.parametrize("amount", ["10", "20"])
def test_what_was_paid_before_it_was_earned(amount: str) -> None:
    """Nothing has happened, and each was paid another amount: each is told its own."""
    rules = policy(fixed("100"))
    for paid in (amount, "1", amount):
        payments = [{"award": "a0", "on": "2022-01-01", "amount": paid}]
        line = ask(rules, payments=payments).line("a0")
        assert (str(line.paid), str(line.overpaid.at_least)) == (f"{paid}.00", f"{paid}.00")


def test_only_the_first_is_granted_it() -> None:
    """Whoever would be granted it in the first place contends for it, and for no other place."""
    first = {"first": {"figure": "place", "at_most": 1, "clause": "c"}}
    place = {"zh": "名次", "en": "place", "unit": "number", "place_of": "a"}
    rules = policy_of({"fixed": "100.00"}, figures={"place": place}, conditions=first,
                      needed=["first"])  # fmt: skip
    cases = [
        Case.model_validate(
            {"enterprise": {"name": f"示例{who}公司"}, "events": [{"kind": "listed", "on": on}]}
        )
        for who, on in (("甲", "2024-05-01"), ("乙", "2024-03-01"))
    ]
    found = [assess(each, rules, as_of=AS_OF) for each in with_places(cases, rules, as_of=AS_OF)]
    assert [(str(each.payable), each.determined) for each in found] == [
        ("0.00", True),
        ("100.00", True),
    ]


@pytest.mark.parametrize(("tied", "known"), [(3, True), (4, False)])
def test_of_so_many_that_are_tied(
    monkeypatch: pytest.MonkeyPatch, tied: int, *, known: bool
) -> None:
    """Each place that it may have is tried, as long as they are no more than so many, here 3."""
    monkeypatch.setattr(places, "MOST_PLACES_TRIED", 3)
    among = {"among": {"figure": "place", "at_most": 9, "clause": "c"}}
    place = {"zh": "名次", "en": "place", "unit": "number", "place_of": "a"}
    rules = policy_of({"fixed": "100.00"}, figures={"place": place}, conditions=among,
                      needed=["among"])  # fmt: skip
    listed = [{"kind": "listed", "on": "2024-05-01"}]
    cases = [
        Case.model_validate({"enterprise": {"name": f"示例{who}公司"}, "events": listed})
        for who in "甲乙丙丁"[:tied]
    ]
    found = with_places(cases, rules, as_of=AS_OF)
    assert ["place" in each.figures for each in found] == [known] * tied


def test_in_one_pass_no_answer_is_tried() -> None:
    """What each answer to an open question would give is told by `assess` alone."""
    rules = policy(fixed("100", needs=["big"]))
    case = Case.model_validate(
        {"enterprise": {"name": "示例甲公司"}, "events": [{"kind": "listed", "on": "2022-01-01"}]}
    )
    for compute, told in ((assess, 2), (assess_in_one_pass, 0)):
        (need,) = compute(case, rules, as_of=date(2025, 12, 31)).needs
        assert len(need.answers) == told


@pytest.mark.parametrize(("yes", "asked"), [(True, 1), (False, 0)])
def test_what_changes_an_amount_is_told_where_there_is_one(*, yes: bool, asked: int) -> None:
    """Of an award that is refused, what would have multiplied it is not."""
    times = {"times": [{"when": "small", "factor": "120%"}], "needs": ["big"]}
    flags = {"big": yes, "small": True}
    line = ask(policy(fixed("100", **times)), "listed 2022-01-01", flags=flags).line("a0")
    assert len(line.amount_checks) == asked


@pytest.mark.parametrize(
    ("condition", "needs"),
    [
        ({"happened": "applied"}, {"applied"}),
        ({"happened": "applied", "after": "approved", "within_months": 6}, {"applied", "approved"}),
    ],
)
def test_every_event_that_a_condition_reads_is_asked_for(
    condition: dict[str, Any], needs: set[str]
) -> None:
    """Nothing is stated of either, and silence leaves both open."""
    rules = policy(
        fixed("100", needs=["x"]),
        events=EVENTS | UNKNOWN,
        conditions={"x": condition | {"clause": "c"}},
    )
    assert {each.name for each in ask(rules, "listed 2022-01-01").needs} == needs
