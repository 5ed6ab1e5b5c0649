"""The facts that a policy declares: what a case under it may say."""

from __future__ import annotations

from typing import Literal, TypeAlias

from listing_rewards.case import Name
from listing_rewards.policy.source import Bilingual, Text

Silence: TypeAlias = Literal["did_not_happen", "unknown_if_needed", "unknown"]


class EventKind(Bilingual):
    """An event that a case may state. 事项."""

    amount: bool = False
    """Whether it carries an amount of yuan."""
    repeats: bool = False
    """Whether it may happen any number of times."""
    ended_by: Name | None = None
    """The event after which it may happen again (a delisting ends a listing)."""
    after: tuple[Name, ...] = ()
    """Events that cannot come later than this one."""
    silence: Silence = "did_not_happen"
    """How to read a case that does not mention it: it did not happen; unknown as soon as a
    condition of a claimed award has to know it; or unknown always."""


class FigureKind(Bilingual):
    """A number that a case may state. 指标."""

    record_only: bool = False
    """Carried along for people; no rule reads it."""


class FlagKind(Bilingual):
    """A yes/no fact that a case may state. 条件."""

    record_only: bool = False
    """Carried along for people; no rule reads it."""
    presumed: Text | None = None
    """Why silence reads "yes" (said in every answer that relies on it); otherwise unknown."""
