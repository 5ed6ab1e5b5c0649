"""Three-valued truth: met, not met, or not known from what is stated."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Truth(StrEnum):
    """Whether a check is met: yes, no, or not known from what is stated. 符合 / 不符合 / 不明."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool) -> Truth:  # noqa: FBT001  (a bool is the whole point)
        """MET or NOT_MET."""
        return cls.MET if value else cls.NOT_MET


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene "all": not met as soon as one part is not met, whatever is unknown.

    >>> all_of([Truth.MET, Truth.UNKNOWN, Truth.NOT_MET])
    <Truth.NOT_MET: 'not_met'>
    """
    parts = set(truths)
    for decisive in (Truth.NOT_MET, Truth.UNKNOWN):
        if decisive in parts:
            return decisive
    return Truth.MET


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene "any": met as soon as one part is met; not met when there is no part.

    >>> any_of([Truth.NOT_MET, Truth.UNKNOWN])
    <Truth.UNKNOWN: 'unknown'>
    """
    parts = set(truths)
    for decisive in (Truth.MET, Truth.UNKNOWN):
        if decisive in parts:
            return decisive
    return Truth.NOT_MET


def opposite(truth: Truth) -> Truth:
    """Kleene "not": what is unknown stays unknown.

    >>> opposite(Truth.MET)
    <Truth.NOT_MET: 'not_met'>
    """
    return {Truth.MET: Truth.NOT_MET, Truth.NOT_MET: Truth.MET}.get(truth, truth)
