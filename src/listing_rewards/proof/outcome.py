"""What a proof comes to: law by law, with the cases that show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from listing_rewards.case import Case
from listing_rewards.policy.model import Policy

Law: TypeAlias = Literal[
    "entitled_within_cap",
    "paid_within_cap",
    "clause_within_cap",
    "settled_once_paid",
    "more_gives_no_less",
    "a_day_later_gives_no_less",
    "no_base_between_bands",
    "no_base_in_two_bands",
    "range_holds_both",
    "both_ends_attained",
    "can_be_granted",
    "cap_can_be_reached",
    "same_answer",
    "gives_more",
    "gives_less",
]
"""What is asked of a policy for every case."""
Status: TypeAlias = Literal["holds", "counterexample", "shown", "never", "undecided"]
"""It holds for every case; or a case shows that it does not. Where a case is looked for: a case
shows it, or there is none. Or neither was found."""
Why: TypeAlias = Literal["", "time", "two_unknowns"]
"""Why a law is not decided: the time was up; or two unknowns would have to be multiplied."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A case, the day it is asked for, and the policy that is asked."""

    case: Case
    as_of: date
    policy: Policy


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one law for one subject.

    Attributes:
        law: the law.
        subject: the award, group, flag or fact that it is about; empty for the whole policy.
        status: what was found.
        situations: the cases that show it, in the order of what happens; none where it holds.
        why: why it is not decided; empty where it is.
        seconds: how long the solver took, as it counts itself.
    """

    law: Law
    subject: str
    status: Status
    situations: tuple[Situation, ...] = ()
    why: Why = ""
    seconds: float = 0

    @property
    def decided(self) -> bool:
        """Whether it is known to hold or not."""
        return self.status != "undecided"

    @property
    def finding(self) -> bool:
        """Whether somebody should look at it; a range that is wider than it has to be is none."""
        if self.law in ("gives_more", "gives_less"):
            return self.status == "shown"
        return self.status in ("counterexample", "never") and self.law != "both_ends_attained"


@dataclass(frozen=True, slots=True)
class Proof:
    """Every law of a policy, with the bounds under which it was decided.

    Attributes:
        policy: the policy.
        events: how many events of one kind a case may state.
        outcomes: what became of each law.
        estimated: the awards of which an amount is held within bounds, since two unknowns are
            multiplied; a law about them that holds does so whatever the product.
    """

    policy: Policy
    events: int
    outcomes: tuple[Outcome, ...]
    estimated: tuple[str, ...] = ()

    @property
    def made(self) -> tuple[str, ...]:
        """The figures made of others: a proof is about cases that state them themselves."""
        return tuple(name for name, kind in self.policy.figures.items() if kind.made)

    @property
    def proved(self) -> bool:
        """Whether every law is decided, and nothing is to be looked at."""
        return all(each.decided and not each.finding for each in self.outcomes)
