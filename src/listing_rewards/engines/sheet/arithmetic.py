"""The sheet's arithmetic: ranges and truths as formulas, and numbers of the policy as cells."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from listing_rewards.engines.sheet.formulas import (
    ANY,
    NONE,
    UNKNOWN,
    UNLIMITED,
    Span,
    at_the_least,
    capped,
    either,
    every,
    exactly,
    less,
    meet,
    opposite,
    scaled,
    some,
    times,
    total,
    when,
    within,
    yes,
)
from listing_rewards.meaning.machine import Short


class Cell(NamedTuple):
    """A number of the policy: where it stands, what it is, what rows call it."""

    at: str
    value: Decimal
    label: str


class SheetArithmetic:
    """Ranges and truths as formulas."""

    nothing = NONE
    one = exactly("1")
    anything = ANY
    not_met = "0"
    all_of = staticmethod(every)
    any_of = staticmethod(some)
    opposite = staticmethod(opposite)
    less = staticmethod(less)
    within = staticmethod(within)
    at_the_least = staticmethod(at_the_least)
    meet = staticmethod(meet)
    when = staticmethod(when)
    either = staticmethod(either)
    total = staticmethod(total)

    @staticmethod
    def surely(truth: str) -> str:
        """Met where it is met."""
        return truth if truth in {"0", "1"} else yes(f"{truth}=1")

    @staticmethod
    def unknown(truth: str) -> str:
        """Met where it is unknown."""
        return "0" if truth in {"0", "1"} else yes(f"{truth}={UNKNOWN}")

    @staticmethod
    def rules_out(truth: str) -> bool:
        """Whether it is not met, whatever the facts are."""
        return truth == "0"

    @staticmethod
    def is_certain(truth: str) -> bool:
        """Whether it is met, whatever the facts are."""
        return truth == "1"

    @staticmethod
    def is_nothing(amount: Span) -> bool:
        """Whether it is 0, whatever the facts are."""
        return amount.most == "0"

    @staticmethod
    def up_to_the_most(amount: Span, of: Span) -> Span:
        """Each end at most the upper end of another range."""
        return capped(amount, of.most)

    @staticmethod
    def from_to(low: Span, high: Span) -> Span:
        """From the lower end of one to the upper end of the other."""
        return Span(low.least, high.most)

    @staticmethod
    def whichever(one: Span, other: Span) -> Span:
        """The range that holds both."""
        return Span(f"MIN({one.least},{other.least})", f"MAX({one.most},{other.most})")

    @staticmethod
    def reaches(one: Span, other: Span, *, beyond: bool) -> str:
        """Whether one is at least the other, or more than it."""
        sign = ">" if beyond else ">="
        maybe = f"IF({one.most}{sign}{other.least},{UNKNOWN},0)"
        return f"IF({one.least}{sign}{other.most},1,{maybe})"

    @staticmethod
    def is_something(amount: Span) -> str:
        """Whether it may be more than 0."""
        return yes(f"{amount.most}>0")

    # ---- numbers of the policy ---------------------------------------------------------------

    @staticmethod
    def exactly(number: Cell) -> Span:
        """The range that holds the number of a cell."""
        return exactly(number.at)

    @staticmethod
    def times(amount: Span, factor: Cell) -> Span:
        """The amount times the number of a cell."""
        return times(amount, factor.at)

    @staticmethod
    def whole_units(amount: Span, every: Cell | None) -> Span:
        """How many full ones there are of the number of a cell."""
        unit = "1" if every is None else every.at
        whole = (f"IF({end}>={UNLIMITED},{end},INT(ROUND({end}/{unit},9)))" for end in amount)
        return Span(*whole)

    @staticmethod
    def scaled(amount: Span, part: Span, whole: Span, *, full_at: Cell, short: Short) -> Span:
        """The amount in proportion to a share, whole from a threshold on."""
        return scaled(amount, part, whole, full_at.at, short)
