"""A truth as a pair: whether it is met for certain, and whether it may be."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from listing_rewards.meaning.register import Finding

F = TypeVar("F")
"""A yes or no that hangs on facts."""
Flag: TypeAlias = F | bool
"""The same, or a plain one, which holds or does not whatever the facts are."""


class Truth(NamedTuple, Generic[F]):
    """Met, not met or not known: whether it is met for certain, and whether it may be."""

    sure: Flag[F]
    maybe: Flag[F]

    @property
    def settled(self) -> bool:
        """Whether it is known by now to be met or not met, whatever the facts are."""
        return self.sure is self.maybe


def known(flag: Flag[F]) -> Truth[F]:
    """Met where the flag holds, not met elsewhere."""
    return Truth(flag, flag)


class Truths(ABC, Generic[F]):
    """Truths over the yes and no of an engine, which says how to combine those."""

    met: Truth[F] = Truth(sure=True, maybe=True)
    not_met: Truth[F] = Truth(sure=False, maybe=False)
    in_doubt: Truth[F] = Truth(sure=False, maybe=True)
    always: Flag[F] = True

    # ---- what an engine gives ----

    @staticmethod
    @abstractmethod
    def every(flags: Iterable[Flag[F]]) -> Flag[F]:
        """Whether all of them hold."""

    @staticmethod
    @abstractmethod
    def some(flags: Iterable[Flag[F]]) -> Flag[F]:
        """Whether at least one of them holds."""

    @staticmethod
    @abstractmethod
    def no(flag: Flag[F]) -> Flag[F]:
        """Whether it does not hold."""

    @staticmethod
    @abstractmethod
    def if_so(flag: Flag[F], one: Flag[F], other: Flag[F]) -> Flag[F]:
        """One flag where the first holds, otherwise the other."""

    # ---- yes and no of truths ----

    def both(self, one: Flag[F], other: Flag[F]) -> Flag[F]:
        """Where both hold."""
        return self.every([one, other])

    def fails(self, truth: Truth[F]) -> Flag[F]:
        """Where it is not met."""
        return self.no(truth.maybe)

    def is_open(self, truth: Truth[F]) -> Flag[F]:
        """Where it is unknown."""
        return False if truth.settled else self.every([truth.maybe, self.no(truth.sure)])

    # ---- truths ----

    def known(self, flag: Flag[F]) -> Truth[F]:
        """Met where the flag holds, not met elsewhere."""
        return known(flag)

    def doubtful(self, flag: Flag[F]) -> Truth[F]:
        """Unknown where the flag holds, not met elsewhere."""
        return self.not_met if flag is False else Truth(sure=False, maybe=flag)

    def all_of(self, truths: Iterable[Truth[F]]) -> Truth[F]:
        """Kleene "all"."""
        return _both_ends(truths, self.every)

    def any_of(self, truths: Iterable[Truth[F]]) -> Truth[F]:
        """Kleene "any"."""
        return _both_ends(truths, self.some)

    def opposite(self, truth: Truth[F]) -> Truth[F]:
        """Kleene "not"."""
        if truth.settled:
            return known(self.no(truth.sure))
        return Truth(self.no(truth.maybe), self.no(truth.sure))

    def surely(self, truth: Truth[F]) -> Truth[F]:
        """Met where it is met for certain."""
        return known(truth.sure)

    def unknown(self, truth: Truth[F]) -> Truth[F]:
        """Met where it is unknown."""
        return known(self.is_open(truth))

    def rules_out(self, truth: Truth[F]) -> bool:
        """Whether it is not met, whatever the facts are."""
        return truth.maybe is False

    def is_certain(self, truth: Truth[F]) -> bool:
        """Whether it is met, whatever the facts are."""
        return truth.sure is True

    def where(self, flag: Flag[F], one: Truth[F], other: Truth[F]) -> Truth[F]:
        """One truth where the flag holds, otherwise the other."""
        sure = self.if_so(flag, one.sure, other.sure)
        if one.settled and other.settled:
            return known(sure)
        return Truth(sure, self.if_so(flag, one.maybe, other.maybe))

    def decide(self, findings: Iterable[Finding[Truth[F], Any, Flag[F]]]) -> Truth[F]:
        """What follows from the first finding that applies."""
        truth = self.not_met
        for finding in reversed([*findings]):
            truth = self.where(finding.applies, finding.truth, truth)
        return truth


def _both_ends(
    truths: Iterable[Truth[F]], rule: Callable[[Iterable[Flag[F]]], Flag[F]]
) -> Truth[F]:
    parts = [*truths]
    sure = rule(part.sure for part in parts)
    if all(part.settled for part in parts):
        return known(sure)
    return Truth(sure, rule(part.maybe for part in parts))
