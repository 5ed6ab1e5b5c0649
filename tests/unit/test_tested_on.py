"""The day on which a condition is tested, and the application of an award, computed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import InvalidCase, InvalidPolicy, Policy
from listing_rewards.assessment import AppliedCheck
from listing_rewards.errors import ListingRewardsError
from unit.test_constructs import EVENTS, FOUR_YEARS, ask, fixed, payable, policy

LISTED = "listed 2023-03-01"
JUNE = {"a0": "2023-06-01"}
LEFT = EVENTS | {"left": {"zh": "离开", "en": "Left", "repeats": True}}


def stays(**how: Any) -> Policy:
    """An award of 10 to an enterprise that has not left by some day."""
    condition = {"absent": "left", "clause": "c", **how}
    return policy(fixed("10", needs=["stays"]), events=LEFT, conditions={"stays": condition})


def six_months(events: dict[str, dict[str, Any]]) -> Policy:
    """An award of 10 where six months were full when it was applied for, and unbroken."""
    condition = {
        "seasoning": "listed", "months": 6, "tested_on": "application", "restarted_by": "left",
        "clause": "c",
    }  # fmt: skip
    return policy(fixed("10", needs=["full"]), events=events, conditions={"full": condition})


def paid(*days: str, amount: str = "4") -> list[dict[str, str]]:
    """A payment on each day."""
    return [{"award": "a0", "on": day, "amount": amount} for day in days]


@pytest.mark.parametrize(
    ("test", "left", "applied", "expected"),
    [
        ("event", "2023-03-01", None, "0.00"),
        ("event", "2023-03-02", None, "10.00"),
        ("application", "2023-06-01", "2023-06-01", "0.00"),
        ("application", "2023-06-02", "2023-06-01", "10.00"),
        ("application", "2023-06-02", None, "0.00..10.00"),
        ("application", "2023-03-01", None, "0.00"),
        ("payment", "2025-12-31", None, "0.00"),
        ("as_of", "2025-12-31", None, "0.00"),
    ],
)
def test_not_by_the_day_tested(test: str, left: str, applied: str | None, expected: str) -> None:
    """Each side of the day; an application that is not stated may have been made before it."""
    on = {"a0": applied} if applied else {}
    answer = ask(stays(tested_on=test), LISTED, f"left {left}", applied=on)
    assert payable(answer) == expected
    needs = [(need.kind, need.name) for need in answer.needs]
    assert needs == ([("application", "a0")] if ".." in expected else [])


class TestPayment:
    """What was met when it was paid stays paid; what would be paid now is tested now."""

    @pytest.mark.parametrize(
        ("left", "entitled", "overpaid"),
        [("2023-05-31", "0.00", "4.00"), ("2023-06-01", "0.00", "4.00"),
         ("2023-06-02", "4.00", "0.00")],
    )  # fmt: skip
    def test_each_side_of_the_last_payment(self, left: str, entitled: str, overpaid: str) -> None:
        """Having left by the day of the payment, it was overpaid; a day later, not."""
        answer = ask(stays(), LISTED, f"left {left}", payments=paid("2023-06-01"))
        (line,) = answer.lines
        assert str(line.entitled.at_least) == str(line.entitled.at_most) == entitled
        assert str(line.overpaid.at_least) == overpaid
        assert payable(answer) == "0.00"

    def test_less_than_a_yuan_is_a_payment(self) -> None:
        """Paid 0.50 and left the day after: it was due, and nothing more is payable."""
        answer = ask(stays(), LISTED, "left 2023-06-02", payments=paid("2023-06-01", amount="0.50"))
        assert (str(answer.lines[0].entitled.at_least), payable(answer)) == ("0.50", "0.00")

    @pytest.mark.parametrize(("left", "steps"), [(None, []), ("2024-01-01", ["4.00"])])
    def test_the_step_that_keeps_what_was_paid(self, left: str | None, steps: list[str]) -> None:
        """Only where what was met at the payment is met no longer."""
        life = [f"left {left}"] if left else []
        answer = ask(
            stays(), LISTED, *life, payments=paid("2023-06-01"), absent=[] if left else ["left"]
        )
        found = [each for each in answer.lines[0].steps if each.op == "as_paid"]
        assert [str(each.result) for each in found] == steps

    def test_later_parts_are_not_payable(self) -> None:
        """Paid a first part, then left: nothing more is payable, and nothing was overpaid."""
        condition = {"absent": "left", "clause": "c"}
        rules = policy(
            fixed("100", needs=["stays"], paid_in="four"),
            events=LEFT, conditions={"stays": condition}, instalments=FOUR_YEARS,
        )  # fmt: skip
        made = paid("2023-06-01", amount="25")
        left = ask(rules, LISTED, "left 2024-01-01", payments=made)
        assert payable(left) == "0.00"
        assert str(left.overpaid.at_most) == "0.00"
        assert payable(ask(rules, LISTED, payments=made)) == "50.00"

    def test_applied_for_by_the_first_payment(self) -> None:
        """Of two: it was applied for before it left in between; and that is told."""
        rules = stays(tested_on="application")
        made = paid("2023-06-01", "2024-06-01")
        answer = ask(rules, LISTED, "left 2023-09-01", payments=made)
        assert payable(answer) == "2.00"
        told = [(each.kind, str(each.on)) for each in answer.remarks]
        assert ("application_not_stated", "2023-06-01") in told

    def test_as_of_today_whatever_was_paid(self) -> None:
        """With `as_of`, having left later makes it overpaid."""
        answer = ask(
            stays(tested_on="as_of"), LISTED, "left 2025-01-01", payments=paid("2023-06-01")
        )
        assert str(answer.overpaid.at_least) == "4.00"


def test_what_happened_before_the_award_was_earned() -> None:
    """Leaving one market for another is no leaving of the other."""
    after = stays(tested_on="application", after_event=True)
    assert payable(ask(after, LISTED, "left 2023-03-01", applied=JUNE)) == "10.00"
    assert payable(ask(after, LISTED, "left 2023-03-02", applied=JUNE)) == "0.00"


@pytest.mark.parametrize(
    ("begun", "applied", "expected"),
    [
        ("2022-12-01", "2023-06-01", "10.00"),
        ("2022-12-02", "2023-06-01", "0.00"),
        ("2022-12-02", None, "10.00"),
    ],
)
def test_full_when_applied_for(begun: str, applied: str | None, expected: str) -> None:
    """申请时已满6个月: on the corresponding day; not stated, as if applied for on the last day."""
    condition = {"seasoning": "applied", "months": 6, "tested_on": "application", "clause": "c"}
    rules = policy(fixed("10", needs=["full"]), conditions={"full": condition})
    answer = ask(rules, LISTED, f"applied {begun}", applied={"a0": applied} if applied else {})
    assert payable(answer) == expected
    told = [each.kind for each in answer.remarks]
    assert told == ([] if applied else ["application_not_stated"])


@pytest.mark.parametrize(
    ("left", "applied", "expected"),
    [
        ("2023-08-31", None, "0.00"),
        ("2023-09-01", None, "0.00"),
        ("2023-09-02", None, "0.00..10.00"),
        ("2023-09-02", "2023-09-01", "10.00"),
        ("2023-09-02", "2023-09-02", "0.00"),
        ("2023-09-02", "2023-08-31", "0.00"),
    ],
)
def test_full_before_it_was_broken(left: str, applied: str | None, expected: str) -> None:
    """Six months are full on 1 September: left by then, they never were; left later, they were.

    So only then does an application that is not stated decide.
    """
    rules = six_months(LEFT)
    answer = ask(rules, LISTED, f"left {left}", applied={"a0": applied} if applied else {})
    assert payable(answer) == expected
    needs = [(need.kind, need.name) for need in answer.needs]
    assert needs == ([("application", "a0")] if ".." in expected else [])
    if applied is None and expected == "0.00":
        assert "had not happened, or had ended, by the day tested" in answer.explain("en")


def test_not_full_by_the_first_payment() -> None:
    """Applied for by 1 August, six months are not full; that they were later does not matter."""
    rules = six_months(LEFT)
    answer = ask(rules, LISTED, "left 2023-10-01", payments=paid("2023-08-01"))
    assert (payable(answer), str(answer.overpaid)) == ("0.00", "4.00")
    assert answer.lines[0].truth == "not_met"


def test_full_again_or_full_before_it_was_broken() -> None:
    """Listed anew after it left, and not full since: it may have been applied for before."""
    events = LEFT | {"listed": EVENTS["listed"] | {"repeats": True}}
    rules = six_months(events)
    anew = "listed 2025-09-01"
    assert payable(ask(rules, LISTED, "left 2023-08-01", anew)) == "0.00"
    assert payable(ask(rules, LISTED, "left 2023-10-01", anew)) == "0.00..10.00"
    full = ask(rules, LISTED, "left 2023-08-01", anew, as_of="2026-03-01")
    assert payable(full) == "10.00"


@pytest.mark.parametrize(
    ("window", "applied", "as_of", "expected"),
    [
        ({"within_months": 6}, "2023-09-01", "2025-12-31", "10.00"),
        ({"within_months": 6}, "2023-09-02", "2025-12-31", "0.00"),
        ({"within_months": 6}, "2023-02-28", "2025-12-31", "0.00"),
        ({"within_months": 6}, None, "2023-09-01", "10.00"),
        ({"within_months": 6}, None, "2023-09-02", "0.00..10.00"),
        ({"first": "2024-01-01", "last": "2024-03-31"}, "2024-03-31", "2025-12-31", "10.00"),
        ({"first": "2024-01-01", "last": "2024-03-31"}, "2023-12-31", "2025-12-31", "0.00"),
        ({"first": "2024-01-01", "last": "2024-03-31"}, None, "2023-12-31", "0.00"),
        ({"after": "applied", "within_years": 1}, "2023-07-01", "2025-12-31", "10.00"),
        ({"after": "applied", "within_years": 1}, "2023-07-02", "2025-12-31", "0.00"),
        ({}, None, "2025-12-31", "10.00"),
    ],
)
def test_applied_for_in_time(
    window: dict[str, Any], applied: str | None, as_of: str, expected: str
) -> None:
    """Both ends included; not stated, in time as long as it would be today, then not known."""
    condition = {"applied": window, "clause": "c"}
    rules = policy(fixed("10", needs=["in_time"]), conditions={"in_time": condition})
    on = {"a0": applied} if applied else {}
    answer = ask(rules, LISTED, "applied 2022-07-01", applied=on, as_of=as_of)
    assert payable(answer) == expected


def test_the_check_gives_the_earlier_of_two_last_days() -> None:
    """Six months after the listing, and not after 30 June 2023."""
    condition = {"applied": {"within_months": 6, "last": "2023-06-30"}, "clause": "c"}
    rules = policy(fixed("10", needs=["in_time"]), conditions={"in_time": condition})
    answer = ask(rules, LISTED, applied={"a0": "2023-07-01"})
    assert payable(answer) == "0.00"
    (last,) = [each.last for each in answer.lines[0].checks if isinstance(each, AppliedCheck)]
    assert str(last) == "2023-06-30"


def test_each_award_has_its_own_application() -> None:
    """One condition for two awards, applied for on different days."""
    condition = {"applied": {"within_months": 6}, "clause": "c"}
    both = fixed("10", needs=["in_time"]), fixed("3", needs=["in_time"])
    rules = policy(*both, conditions={"in_time": condition})
    answer = ask(rules, LISTED, applied={"a0": "2023-09-02", "a1": "2023-09-01"})
    assert payable(answer) == "3.00"


def codes(error: ListingRewardsError) -> list[str]:
    """The codes of its faults."""
    return [each.code for each in error.faults]


class TestRefused:
    """What cannot be meant."""

    def test_an_award_that_is_not_there(self) -> None:
        """An application names an award of the policy."""
        with pytest.raises(InvalidCase) as error:
            ask(stays(), LISTED, applied={"a7": "2023-06-01"})
        assert codes(error.value) == ["unknown_award"]

    def test_a_cap_that_hangs_on_one_award(self) -> None:
        """A common cap has no application of its own; a payment is read as of the as-of date."""

        def capped(test: str) -> Policy:
            group = {"title": "g", "cap": "9", "cap_when": [{"when": "stays", "cap": "5"}]}
            condition = {"absent": "left", "tested_on": test, "clause": "c"}
            return policy(
                fixed("10", group="g"), events=LEFT, groups={"g": group | {"clause": "c"}},
                conditions={"stays": condition},
            )  # fmt: skip

        with pytest.raises(InvalidPolicy) as error:
            capped("application")
        assert codes(error.value) == ["of_no_award"]
        assert payable(ask(capped("payment"), LISTED)) == "5.00"
        assert payable(ask(capped("payment"), LISTED, "left 2025-12-31")) == "9.00"
