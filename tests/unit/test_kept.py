"""What was worked out from a policy alone is kept with it, and with no other."""

from __future__ import annotations

import pickle
from copy import deepcopy
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import product

import pytest

from listing_rewards import Case, Policy, assess, load_policy
from listing_rewards.policy import kept as keeping
from listing_rewards.policy.kept import kept

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


class TestKept:
    """Worked out at the first question, and as long as there is room."""

    def test_once(self) -> None:
        """The second question is answered with what the first one found."""
        policy, asked = fresh(), []
        for _ in range(3):
            kept(policy, "a", lambda: asked.append("a"))
        assert asked == ["a"]

    def test_no_more_than_so_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What comes later is worked out each time, so that memory stays bounded."""
        monkeypatch.setattr(keeping, "MOST", 2)
        policy = fresh()
        assert [kept(policy, n, partial(int, n)) for n in (1, 2, 3, 3)] == [1, 2, 3, 3]
        assert len(policy.kept) == 2

    def test_a_copy_starts_with_nothing(self) -> None:
        """A changed policy is another policy: nothing of the first holds for it."""
        policy = fresh()
        assess(ladder(*STAGES), policy, as_of=AS_OF)
        assert policy.kept
        others = (
            policy.model_copy(),
            policy.model_copy(deep=True),
            deepcopy(policy),
            pickle.loads(pickle.dumps(policy)),  # noqa: S301
        )
        for other in others:
            assert not other.kept
            assert other == policy

    def test_a_changed_policy_gives_its_own_amounts(self) -> None:
        """Half the cap, after the whole one was asked for."""
        policy = fresh()
        assert assess(ladder(*STAGES[:4]), policy, as_of=AS_OF).payable == Decimal("2000000.00")
        group = policy.groups["neeq_bse"].model_copy(update={"cap": Decimal("1500000.00")})
        lower = policy.model_copy(update={"groups": {"neeq_bse": group}})
        assert assess(ladder(*STAGES[:4]), lower, as_of=AS_OF).payable == Decimal("1500000.00")


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
