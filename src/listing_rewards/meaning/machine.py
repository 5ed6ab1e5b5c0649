"""What an engine must be able to do, so that a policy's meaning can be carried out on it.

An engine knows ranges, truths, the numbers of a policy and steps. It knows no construct: what an
award, an alternative or a cap means is stated once, in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from listing_rewards.assessment import Operation
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground

R = TypeVar("R")
"""A range of an amount: what is certain, and what it cannot exceed."""
T = TypeVar("T")
"""A truth: met, not met or unknown."""
N = TypeVar("N")
"""A number that the policy states."""
S = TypeVar("S")
"""The steps of one amount so far."""
V = TypeVar("V")


class Arithmetic(Protocol[R, T]):
    """Ranges and truths.

    Attributes:
        nothing: the range that holds only 0.
        not_met: the truth of what is certainly not so.
    """

    nothing: R
    not_met: T

    def all_of(self, truths: Iterable[T], /) -> T:
        """Kleene "all": not met as soon as one part is not met, whatever is unknown."""

    def any_of(self, truths: Iterable[T], /) -> T:
        """Kleene "any"; not met when there is no part."""

    def opposite(self, truth: T, /) -> T:
        """Kleene "not"."""

    def surely(self, truth: T, /) -> T:
        """Met where it is met; not met where it is not met or unknown."""

    def unknown(self, truth: T, /) -> T:
        """Met where it is unknown, otherwise not met."""

    def rules_out(self, truth: T, /) -> bool:
        """Whether it is known by now not to be met, so that nothing has to be computed for it."""

    def is_nothing(self, amount: R, /) -> bool:
        """Whether it is known by now to be 0, so that nothing has to be computed from it."""

    def total(self, amounts: Iterable[R], /) -> R:
        """The sum, end by end."""

    def less(self, amount: R, taken: R, /) -> R:
        """What is left after taking off anything from `taken`, never below 0."""

    def within(self, amount: R, room: R, /) -> R:
        """Each end at most the same end of `room`."""

    def up_to_the_most(self, amount: R, of: R, /) -> R:
        """Each end at most the upper end of another range."""

    def at_the_least(self, amount: R, floor: R, /) -> R:
        """The larger of the two, end by end."""

    def meet(self, one: R, other: R, /) -> R:
        """What both ranges hold."""

    def from_to(self, low: R, high: R, /) -> R:
        """From the lower end of one range to the upper end of another."""

    def when(self, truth: T, amount: R, /) -> R:
        """The amount if met, nothing if not, anything up to it if that is unknown."""

    def either(self, truth: T, one: R, other: R, /) -> R:
        """One range if met, the other if not, whichever it is if that is unknown."""

    def whichever(self, one: R, other: R, /) -> R:
        """The range that holds whichever of the two it is."""

    def reaches(self, one: R, other: R, /, *, beyond: bool) -> T:
        """Whether one amount is at least the other; `beyond`: more than it."""

    def is_something(self, amount: R, /) -> T:
        """Met where it may be more than 0, otherwise not met."""


class Machine(Arithmetic[R, T], Protocol[R, T, N, S]):
    """An engine with the facts of a case, or of every row: what awards are computed on.

    Attributes:
        policy: the policy.
    """

    policy: Policy

    # ---- facts ----

    def truth(self, award: str, /) -> T:
        """Whether every check of an award is met."""

    def condition(self, name: str, /) -> T:
        """Whether a condition is met."""

    def paid(self, award: str, /) -> R:
        """Yuan paid for an award by the as-of date."""

    def in_force(self, award: str, /) -> T:
        """Whether a notice that holds back what is payable for an award is in force."""

    def due(self, award: Award, number: int, part: Instalment, /) -> T:
        """Whether a part of an award that is paid over time is due."""

    def number(self, path: str, value: Decimal, label: str, about: str = "", /) -> N:
        """A number of the policy, by its path in the document."""

    def exactly(self, number: N, /) -> R:
        """The range that holds one number of the policy."""

    # ---- steps and rows ----

    def nominal(self, award: Award, received: Callable[[str], R], /) -> S:
        """The steps to what the rule of an award gives."""

    def result(self, steps: S, /) -> R:
        """The amount after the last step."""

    def then(
        self,
        steps: S,
        op: Operation,
        result: R,
        /,
        *,
        truth: T,
        names: Sequence[str] = (),
        ground: Ground | None = None,
    ) -> None:
        """Add a step that works on the result of the last one."""

    def branch(self, steps: S, /) -> S:
        """The same steps, to go on from without changing them."""

    def named(self, op: str, amount: R, about: str = "", ground: Ground | None = None, /) -> R:
        """An amount that is used again, under its name."""

    def named_truth(self, op: str, truth: T, about: str, awards: Sequence[str] = (), /) -> T:
        """A truth that is used again, under its name."""

    def split(self, amount: R, title: str, shares: Sequence[N], ground: Ground, /) -> list[R]:
        """The amount by shares that add up to 1, in whole units, by the largest remainder."""

    def shared(self, what: str, award: str, compute: Callable[[], V], /) -> V:
        """What an award comes to, computed once where other cases share it."""
