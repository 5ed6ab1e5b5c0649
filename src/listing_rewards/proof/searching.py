"""Looking for a case: whether there is one, and the smallest of those there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeAlias

import z3

from listing_rewards.engines.proof.days import not_after, the_day
from listing_rewards.engines.proof.flags import Flag, every, no
from listing_rewards.engines.proof.numbers import Number, Whole, as_flag
from listing_rewards.engines.proof.unknowns import Unknowns
from listing_rewards.policy.model import Policy

Found: TypeAlias = Literal["found", "none", "undecided"]


class Search:
    """A solver, and the time it may take for one law.

    Attributes:
        model: the case found last, as the solver's values of the unknowns.
        spent: the seconds that the solver took for the law so far, as it counts them itself.
    """

    def __init__(self, seconds: float) -> None:
        self._solver: Any = z3.Solver()
        self._seconds = seconds
        self.spent: float = 0
        self.model: Any = None

    def look(self, assumed: Sequence[Flag], tried: Sequence[Flag]) -> Found:
        """Whether there is a case of the last of `tried`, and if so one of the first there is.

        The case found stays in the solver, so that it can be made smaller, until `forget`.
        """
        self.spent = 0
        self._solver.push()
        self._solver.add(*[each for each in assumed if each is not True])
        *better, weakest = tried
        result = self._one(weakest)
        if result == "none":
            return result
        found = self.model
        for each in better:
            if self._one(each) == "found":
                self.holds(each)
                return "found"
        if result == "found":
            self.holds(weakest)
            self.model = found
        return result

    def forget(self) -> None:
        """What was assumed and found no longer counts."""
        self._solver.pop()

    def holds(self, flag: Flag) -> None:
        """From now on only cases in which it holds."""
        if flag is not True:
            self._solver.add(flag)

    def _one(self, flag: Flag) -> Found:
        """Whether there is a case in which it holds, of those that are left."""
        if flag is False:
            return "none"
        milliseconds = int((self._seconds - self.spent) * 1000)
        if milliseconds <= 0:
            return "undecided"
        self._solver.set("timeout", milliseconds)
        self._solver.push()
        self.holds(flag)
        result = self._solver.check()
        self.spent += self._seconds_of_the_last()
        if result == z3.sat:
            self.model = self._solver.model()
        self._solver.pop()
        return "found" if result == z3.sat else "none" if result == z3.unsat else "undecided"

    def _seconds_of_the_last(self) -> float:
        found = self._solver.statistics()
        return float(found.get_key_value("time")) if "time" in found.keys() else 0  # noqa: SIM118

    def value(self, part: Any) -> Any:
        """What a formula comes to in the case found."""
        if isinstance(part, bool | int):
            return part
        found = self.model.eval(part, model_completion=True)
        return z3.is_true(found) if z3.is_bool(found) else found.as_long()

    # ---- the smallest ----

    def keep_if_any(self, flag: Flag) -> bool:
        """Keep only the cases in which it holds, if there is one."""
        if flag is True or self.value(flag) is True:
            self.holds(flag)
            return True
        if self._one(flag) != "found":
            return False
        self.holds(flag)
        return True

    def least(self, number: Whole, low: int) -> None:
        """Keep only the cases in which a number is the least from `low` on that it can be."""
        if isinstance(number, int) or not self.keep_if_any(as_flag(number >= low)):
            return
        high = self.value(number)
        while low < high:
            middle = (low + high) // 2
            if self._one(as_flag(number <= middle)) == "found":
                high = self.value(number)
            else:
                low = middle + 1
        self.keep_if_any(as_flag(number <= high))

    def smallest(self, unknowns: Unknowns, policy: Policy, others: Sequence[Whole] = ()) -> None:
        """Keep the case with the fewest facts, then smallest numbers, then earliest days."""
        facts = [each for each in facts_of(unknowns) if not isinstance(each, bool)]
        for most in range(sum(map(self.value, facts))):
            if self.keep_if_any(z3.PbLe([(each, 1) for each in facts], most)):
                break
        for each in reversed(facts):
            self.keep_if_any(no(each))
        for number in others:
            self.least(number, 0)
        for amount in _numbers_of(unknowns):
            if not self.value(amount.open):
                self.least(amount.value, 0)
        self._earliest(unknowns, policy)
        for number in others:
            self.least(number, self.value(number))

    def _earliest(self, unknowns: Unknowns, policy: Policy) -> None:
        first = the_day(policy.in_force.first)
        days = [each.day for each in _entries(unknowns) if self.value(each.day.exists)]
        for day in (*days, unknowns.as_of):
            self.keep_if_any(not_after(first, day))
        for day in (*days, unknowns.as_of):
            self.least(day.key, first.key if self.value(not_after(first, day)) else 0)


def facts_of(unknowns: Unknowns) -> Iterator[Flag]:
    """Whether each fact is stated: what a case with few facts has few of."""
    for each in _entries(unknowns):
        yield each.day.exists
        yield every([each.day.exists, no(each.amount.open)])
    yield from unknowns.absent.values()
    for number in (*unknowns.figures.values(), *unknowns.approved.values()):
        yield no(number.open)
    yield from (each.stated for each in unknowns.flags.values())
    yield from (each.stated for each in unknowns.attributes.values())
    yield from (each.exists for each in unknowns.first_paid.values())


def _entries(unknowns: Unknowns) -> Iterator[Any]:
    for entries in unknowns.events.values():
        yield from entries


def _numbers_of(unknowns: Unknowns) -> Iterator[Number]:
    yield from unknowns.paid.values()
    yield from (each.amount for each in _entries(unknowns))
    yield from unknowns.figures.values()
    yield from unknowns.approved.values()
