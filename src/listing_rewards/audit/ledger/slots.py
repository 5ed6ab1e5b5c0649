"""When the parts of an award are due: which of its yuan, counted from the first, on which day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import AwardLine, InstalmentLine
from listing_rewards.money import ZERO
from listing_rewards.truth import NOT_MET, Truth


class Slot(NamedTuple):
    """Yuan of an award that are due on one day.

    Attributes:
        since: yuan that are due before them, at the most.
        until: those and these, at the most; None where no limit is known.
        due_on: the day, where it is known.
        due: whether they are due on the day asked for.
    """

    since: Decimal
    until: Decimal | None
    due_on: date | None
    due: Truth


def slots_of(line: AwardLine) -> tuple[Slot, ...]:
    """The instalments of an award in the order in which they fall due, the first from 0 on.

    Those without a limit leave no room that is certainly of a later one, which is left out.
    """
    slots: list[Slot] = []
    since = ZERO
    for part in sorted(line.instalments, key=_order):
        most = part.amount.at_most
        slots.append(Slot(since, None if most is None else since + most, part.due_on, part.due))
        if most is None:
            break
        since += most
    return tuple(slots)


def _order(part: InstalmentLine) -> tuple[bool, date]:
    return part.due is NOT_MET, part.due_on or date.max
