"""Three-valued truth: met, not met, or not known from what is stated."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Truth(StrEnum):
    """Whether a check is met: yes, no, or not known from what is stated. 符合 / 不符合 / 不明."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    __hash__ = str.__hash__

    @classmethod
    def of(cls, value: bool) -> Truth:  # noqa: FBT001  (a bool is the whole point)
        """MET or NOT_MET."""
        return MET if value else NOT_MET


MET: Final = Truth.MET
NOT_MET: Final = Truth.NOT_MET
UNKNOWN: Final = Truth.UNKNOWN
"""The three by themselves: to look one up in its class takes longer than what is done with it."""


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene "all": not met as soon as one part is not met, whatever is unknown.

    >>> all_of([Truth.MET, Truth.UNKNOWN, Truth.NOT_MET])
    <Truth.NOT_MET: 'not_met'>
    """
    found = MET
    for truth in truths:
        if truth is NOT_MET:
            return truth
        if truth is UNKNOWN:
            found = truth
    return found


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene "any": met as soon as one part is met; not met when there is no part.

    >>> any_of([Truth.NOT_MET, Truth.UNKNOWN])
    <Truth.UNKNOWN: 'unknown'>
    """
    found = NOT_MET
    for truth in truths:
        if truth is MET:
            return truth
        if truth is UNKNOWN:
            found = truth
    return found


def opposite(truth: Truth) -> Truth:
    """Kleene "not": what is unknown stays unknown.

    >>> opposite(Truth.MET)
    <Truth.NOT_MET: 'not_met'>
    """
    if truth is UNKNOWN:
        return truth
    return Truth.of(truth is NOT_MET)
