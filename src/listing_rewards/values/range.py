"""Ranges of yuan: what is certain, and what it cannot exceed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from listing_rewards.errors import InvalidAmount, fault
from listing_rewards.values.money import ZERO, Exact, refuse_float


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of yuan, both ends included: what is certain, and what it cannot exceed.

    Attributes:
        at_least: what is certain, in yuan.
        at_most: what it cannot exceed, in yuan; None when no limit is known.

    >>> from decimal import Decimal
    >>> from listing_rewards import Bounds
    >>> Bounds(Decimal("0.00"), Decimal("500000.00")).determined
    False
    """

    at_least: Exact
    at_most: Exact | None

    def __post_init__(self) -> None:
        limits = () if self.at_most is None else (self.at_most,)
        for end in (self.at_least, *limits):
            if not isinstance(refuse_float(end), Decimal | int):
                raise InvalidAmount(fault("not_a_range", end))
            if isinstance(end, Decimal) and not end.is_finite():
                raise InvalidAmount(fault("not_finite", end))
        if self.at_most is not None and self.at_most < self.at_least:
            raise InvalidAmount(fault("empty_range", self.at_least, most=self.at_most))

    def __str__(self) -> str:
        if self.determined:
            return str(self.at_least)
        return f"{self.at_least} to {'no known limit' if self.at_most is None else self.at_most}"

    @property
    def determined(self) -> bool:
        """Whether both ends are equal."""
        return self.at_least == self.at_most

    @property
    def nothing(self) -> bool:
        """Whether it is certainly 0."""
        return self.at_most is not None and not self.at_most

    def each(self, rule: Callable[[Decimal], Decimal]) -> Bounds:
        """`rule`, which must never fall as its argument grows, applied to both ends."""
        least = rule(self.at_least)
        if self.at_most is self.at_least:
            return _ends(least, least)
        return _ends(least, None if self.at_most is None else rule(self.at_most))

    def capped(self, cap: Decimal) -> Bounds:
        """Each end at most `cap`; an open end becomes `cap`."""
        capped = self.each(lambda end: min(end, cap))
        return capped if capped.at_most is not None else _ends(capped.at_least, cap)

    def within(self, room: Bounds) -> Bounds:
        """Each end at most the same end of `room`; an open end becomes that of `room`."""
        least, most = self.at_least, self.at_most
        if room.at_most is not None and (most is None or room.at_most < most):
            most = room.at_most
        return _ends(room.at_least if room.at_least < least else least, most)

    def less(self, taken: Bounds) -> Bounds:
        """What is left after taking off anything from `taken`, never below 0."""
        least, most = ZERO, None
        if taken.at_most is not None:
            least = max(self.at_least - taken.at_most, ZERO)
        if self.at_most is not None:
            most = max(self.at_most - taken.at_least, ZERO)
        return _ends(least, most)

    def plus(self, more: Bounds) -> Bounds:
        """The sum of both, end by end."""
        most = None
        if self.at_most is not None and more.at_most is not None:
            most = self.at_most + more.at_most
        return _ends(self.at_least + more.at_least, most)

    def meet(self, other: Bounds) -> Bounds:
        """What both ranges hold; each must hold the same amount, whatever it turns out to be."""
        tops = [top for top in (self.at_most, other.at_most) if top is not None]
        return Bounds(max(self.at_least, other.at_least), min(tops, default=None))

    def overlaps(self, other: Bounds) -> bool:
        """Whether some amount lies in both ranges."""
        return (other.at_most is None or self.at_least <= other.at_most) and (
            self.at_most is None or other.at_least <= self.at_most
        )

    def at_the_least(self, floor: Bounds) -> Bounds:
        """The larger of this amount and `floor`."""
        upper = None
        if self.at_most is not None and floor.at_most is not None:
            upper = max(self.at_most, floor.at_most)
        return _ends(max(self.at_least, floor.at_least), upper)


_new = object.__new__
_put_least, _put_most = (vars(Bounds)[name].__set__ for name in ("at_least", "at_most"))


def _ends(at_least: Decimal, at_most: Decimal | None) -> Bounds:
    """The range between ends that were read or computed before: in order, no float."""
    bounds = _new(Bounds)
    _put_least(bounds, at_least)
    _put_most(bounds, at_most)
    return bounds


NOTHING = Bounds(ZERO, ZERO)
ANYTHING = Bounds(ZERO, None)


def exactly(amount: Decimal) -> Bounds:
    """The range that holds only `amount`."""
    return _ends(amount, amount)


def total(amounts: Iterable[Bounds]) -> Bounds:
    """The sum of ranges, end by end."""
    least, most = ZERO, ZERO
    open_ended = False
    for each in amounts:
        least += each.at_least
        if each.at_most is None:
            open_ended = True
        else:
            most += each.at_most
    return _ends(least, None if open_ended else most)


def either(amounts: Iterable[Bounds]) -> Bounds:
    """The range that holds whichever of some amounts it turns out to be."""
    parts = list(amounts)
    tops = [each.at_most for each in parts]
    highest = [top for top in tops if top is not None]
    least = min(each.at_least for each in parts)
    return _ends(least, max(highest) if len(highest) == len(tops) else None)
