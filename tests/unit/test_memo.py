"""What was computed from a policy alone is kept with it, and with no other."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from listing_rewards import Case, Policy, assess, load_policy
from listing_rewards.policy import memo as remembering

AS_OF = date(2025, 12, 31)
STAGES = ("neeq_listed", "neeq_innovation", "bse_tutoring_filed", "bse_accepted", "bse_listed")


def fresh() -> Policy:
    """The illustrative policy, of which nobody has asked anything yet."""
    return load_policy("zhanjiang-bse-2023-illustrative")


def ladder(*stages: str, eligible: bool | None = None, paid: str | None = None) -> Case:
    """An enterprise that reached some stages, a month after one another."""
    events = [{"kind": each, "on": date(2024, 1 + 2 * i, 29)} for i, each in enumerate(stages)]
    payments = [{"award": "neeq_listed", "on": date(2025, 1, 1), "amount": paid}] if paid else []
    flags = {} if eligible is None else {"eligible": eligible}
    named = {"name": "示例甲公司"}
    return Case.model_validate(
        {"enterprise": named, "events": events, "flags": flags, "payments": payments}
    )


class TestMemo:
    """Computed when first asked for, and remembered as long as it is used."""

    def test_once(self) -> None:
        """The second question is answered with what the first one found, be it None."""
        policy, asked = fresh(), []
        for _ in range(3):
            policy.memo.of("a", lambda: asked.append("a"))
        assert asked == ["a"]

    def test_the_one_used_longest_ago_is_dropped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Memory stays bounded, and what is asked for again and again stays remembered."""
        monkeypatch.setattr(remembering, "MOST", 2)
        memo, computed = fresh().memo, list[str]()
        for name in "abacabcc":
            memo.of(name, lambda name=name: computed.append(name))  # type: ignore[misc]
        assert computed == ["a", "b", "c", "b", "c"]
        assert [*memo] == ["b", "c"]

    def test_what_comes_late_is_remembered_like_what_came_first(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Many enterprises with payments of their own leave the next ones no slower."""
        monkeypatch.setattr(remembering, "MOST", 16)
        policy = fresh()
        for fen in range(1, 40):
            assess(ladder(*STAGES, paid=f"0.{fen:02}"), policy, as_of=AS_OF)
        assess(ladder(*STAGES), policy, as_of=AS_OF)
        remembered = [*policy.memo]
        assess(ladder(*STAGES), policy, as_of=AS_OF)
        assert len(remembered) == 16
        assert sorted(map(str, policy.memo)) == sorted(map(str, remembered))

    def test_a_copy_starts_with_nothing(self) -> None:
        """A changed policy is another policy: nothing of the first holds for it."""
        policy = fresh()
        assess(ladder(*STAGES), policy, as_of=AS_OF)
        assert policy.memo
        others = (
            policy.model_copy(),
            policy.model_copy(deep=True),
            deepcopy(policy),
            pickle.loads(pickle.dumps(policy)),  # noqa: S301
        )
        for other in others:
            assert not other.memo
            assert other == policy

    def test_a_payment_of_nothing_is_a_payment(self) -> None:
        """It touches a law although nothing was paid: no answer for those without it."""
        policy, notices = fresh(), []
        for paid in ("0.00", None, "0.00"):
            answer = assess(ladder(paid=paid), policy, as_of=AS_OF)
            notices.append(answer.line("neeq_listed").notices)
        assert notices == [("fair-competition-review",), (), ("fair-competition-review",)]

    def test_a_changed_policy_gives_its_own_amounts(self) -> None:
        """Another sum for the first stage, after that of the policy itself was asked for."""
        policy = fresh()
        assert assess(ladder(STAGES[0]), policy, as_of=AS_OF).payable == Decimal("500000.00")
        first, *others = policy.awards
        amount = first.amount.model_copy(update={"fixed": Decimal("300000.00")})
        first = first.model_copy(update={"amount": amount})
        lower = policy.model_copy(update={"awards": (first, *others)})
        assert assess(ladder(STAGES[0]), lower, as_of=AS_OF).payable == Decimal("300000.00")


class TestWhatWasAskedBeforeDoesNotMatter:
    """A policy that has answered many questions answers the next as if it were the first."""

    CASES = tuple(
        ladder(*STAGES[:number], eligible=eligible, paid=paid)
        for number, eligible, paid in product(
            range(6), (None, True, False), (None, "500000.00", "700000.00")
        )
        if number or not paid
    )

    def test_every_answer_is_the_first_one(self) -> None:
        """The same bytes, in this order and in the other, as from a policy of its own each."""
        alone = [assess(each, fresh(), as_of=AS_OF).model_dump_json() for each in self.CASES]
        policy, other = fresh(), fresh()
        onward = [assess(each, policy, as_of=AS_OF).model_dump_json() for each in self.CASES]
        back = [assess(each, other, as_of=AS_OF).model_dump_json() for each in self.CASES[::-1]]
        assert onward == alone
        assert back[::-1] == alone


def small(award: dict[str, Any], **more: Any) -> Policy:
    """A policy with one award of 1,000 yuan for one event."""
    policy = {
        "id": "small",
        "document": {"title": "small", "issuer": "示例市"},
        "in_force": {"first": date(2024, 1, 1), "clause": "c"},
        "clauses": {"c": {"item": "an item", "text": "its words"}},
        "events": {"e": {"zh": "e", "en": "e"}},
    }
    amount = {"fixed": "1000元", "clause": "c"}
    granted = {"id": "a", "title": "a", "earned_by": "e", "clause": "c", "amount": amount} | award
    return Policy.model_validate(policy | {"awards": [granted]} | more)


def earned(on: date, **more: Any) -> Case:
    """An enterprise whose event happened on a day."""
    event = {"kind": "e", "on": on}
    return Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": [event]} | more)


class TestWhatDependsOnMore:
    """What else an amount can depend on is never taken from another enterprise or day."""

    def test_a_notice_that_withholds_from_a_day_on(self) -> None:
        """Payable on the day before; withheld on the day; payable again when asked for before."""
        notice = {"id": "n", "law": "a law", "since": "2025-01-01", "awards": ["a"]}
        told = {"effect": "withhold", "text": "its words", "advice": "wait"}
        policy, case = small({}, notices=[notice | told]), earned(date(2024, 6, 1))
        days = [date(2024, 12, 31), date(2025, 1, 1), date(2024, 12, 31)]
        payable = [str(assess(case, policy, as_of=day).payable) for day in days]
        assert payable == ["1000.00", "0.00", "1000.00"]

    def test_a_cap_under_a_condition(self) -> None:
        """The cap of one enterprise is not that of the next."""
        lower = {"when": "big", "cap": "300元"}
        policy = small(
            {"group": "g"},
            groups={"g": {"title": "g", "cap": "800元", "clause": "c", "cap_when": [lower]}},
            flags={"big": "big"},
            conditions={"big": {"flag": "big", "clause": "c"}},
        )
        cases = [earned(date(2024, 6, 1), flags={"big": big}) for big in (True, False, True)]
        payable = [str(assess(case, policy, as_of=AS_OF).payable) for case in cases]
        assert payable == ["300.00", "800.00", "300.00"]

    def test_an_amount_that_is_approved(self) -> None:
        """Each enterprise gets what was approved for it."""
        policy = small({"amount": {"fixed": "1000元", "upto": True, "clause": "c"}})
        cases = [earned(date(2024, 6, 1), approved={"a": n}) for n in (100, 200)]
        payable = [str(assess(case, policy, as_of=AS_OF).payable) for case in cases]
        assert payable == ["100.00", "200.00"]

    def test_instalments(self) -> None:
        """What is due depends on the day the award was earned, and on the as-of date."""
        parts = {"parts": [{"share": "50%"}, {"share": "50%", "years": 1}], "clause": "c"}
        policy = small({"paid_in": "twice"}, instalments={"twice": parts})
        cases = [earned(date(2025, 6, 1)), earned(date(2024, 6, 1)), earned(date(2025, 6, 1))]
        payable = [str(assess(case, policy, as_of=AS_OF).payable) for case in cases]
        assert payable == ["500.00", "1000.00", "500.00"]

    def test_an_amount_by_its_day(self) -> None:
        """The day that earns the award decides."""
        later = {"since": "2025-01-01", "amount": {"fixed": "700元", "clause": "c"}}
        first = {"since": "2024-01-01", "amount": {"fixed": "1000元", "clause": "c"}}
        policy = small({"amount": {"dated": [first, later], "clause": "c"}})
        cases = [earned(date(2024, 6, 1)), earned(date(2025, 6, 1)), earned(date(2024, 6, 1))]
        payable = [str(assess(case, policy, as_of=AS_OF).payable) for case in cases]
        assert payable == ["1000.00", "700.00", "1000.00"]

    def test_a_number_of_its_events(self) -> None:
        """None, one, two: each counted anew, also after the award was not reached."""
        amount = {"fixed": "1000元", "per": "e", "clause": "c"}
        kinds = {"e": {"zh": "e", "en": "e", "repeats": True}}
        policy = small({"amount": amount}, events=kinds)
        event = {"kind": "e", "on": "2024-06-01"}
        cases = [earned(date(2024, 6, 1), events=[event] * n) for n in (0, 1, 2, 0)]
        payable = [str(assess(case, policy, as_of=AS_OF).payable) for case in cases]
        assert payable == ["0.00", "1000.00", "2000.00", "0.00"]

    def test_a_figure_of_an_award_that_is_not_reached(self) -> None:
        """Its standard amount is reported as well, and follows from the figure."""
        amount = {"rate": "10%", "of": "f", "clause": "c"}
        policy = small({"amount": amount}, figures={"f": {"zh": "f", "en": "f"}})
        cases = [earned(date(2024, 6, 1), events=[], figures={"f": n}) for n in (100, 200)]
        nominal = [str(assess(c, policy, as_of=AS_OF).lines[0].nominal.at_least) for c in cases]
        assert nominal == ["10.00", "20.00"]
