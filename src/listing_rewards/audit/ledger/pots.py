"""Which payments count for which award, as an answer tells it.

A payment counts for the award itself, or for the one that takes its place. The payments that
count for one award are a pot, and are held against what that award is entitled to.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import Assessment
from listing_rewards.audit.ledger.slots import Slot, slots_of
from listing_rewards.bounds import Bounds, total
from listing_rewards.money import ZERO
from listing_rewards.truth import MET, NOT_MET, UNKNOWN, Truth


class Pot(NamedTuple):
    """Awards whose payments count together.

    Attributes:
        awards: the award for which they count first; in any order where that is not known.
        holder: that award; None where a missing fact decides which it is.
        entitled: yuan that may be paid for them in all.
        slots: when they are due.
    """

    awards: tuple[str, ...]
    holder: str | None
    entitled: Bounds
    slots: tuple[Slot, ...] = ()

    @property
    def due(self) -> Decimal | None:
        """Yuan that can be due by the day asked for, at the most; None: no limit."""
        ahead = [slot.since for slot in self.slots if slot.due is NOT_MET]
        return min(ahead, default=None)


def pots_of(answer: Assessment) -> Iterator[Pot]:
    """Every award of the policy in one pot, in the policy's order."""
    holding = _Holding(answer)
    holders = {line.award: holding.holder(line.award) for line in answer.lines}
    for family in _families(answer):
        known = {name: holder for name in family if (holder := holders[name]) is not None}
        if len(known) < len(family):
            most = total(answer.line(name).entitled for name in family).at_most
            yield Pot(tuple(family), None, Bounds(ZERO, most))
            continue
        for holder in dict.fromkeys(known.values()):
            others = [name for name in family if known[name] == holder and name != holder]
            line = answer.line(holder)
            yield Pot((holder, *others), holder, line.entitled, slots_of(line))


def _families(answer: Assessment) -> list[list[str]]:
    """The awards, those together of which one may take the place of another."""
    names = [award.id for award in answer.policy.awards]
    family = {name: {name} for name in names}
    bound = [(award.id, *award.replaces) for award in answer.policy.awards]
    bound += [best.awards for best in answer.policy.best_of.values()]
    for together in bound:
        joined = set().union(*(family[name] for name in together))
        family |= dict.fromkeys(joined, joined)
    listed: list[list[str]] = []
    for name in names:
        members = [each for each in names if each in family[name]]
        if members not in listed:
            listed.append(members)
    return listed


class _Holding:
    """For which award a payment counts: section 5 of how a policy is carried out."""

    def __init__(self, answer: Assessment) -> None:
        self._answer = answer
        self._best_of = {
            name: best.awards for best in answer.policy.best_of.values() for name in best.awards
        }

    def holder(self, name: str) -> str | None:
        """The award for which payments of this one count; None if a missing fact decides."""
        replacer = self._replacer(name)
        if replacer != name:
            return replacer and self.holder(replacer)
        rivals = self._best_of.get(name, (name,))
        kept = {each: self._keeps(each) for each in rivals}
        for each, truth in kept.items():
            if truth is MET:
                return each
        if UNKNOWN in kept.values():
            return None
        standing = [each for each in rivals if self._replacer(each) in {each, None}]
        return standing[0] if self._replacer(standing[0]) else None

    def _replacer(self, name: str) -> str | None:
        """The first award that is due and replaces this one, or itself; None if not known."""
        for award in self._answer.policy.awards:
            if name in award.replaces:
                truth = self._answer.line(award.id).truth
                if truth is not NOT_MET:
                    return award.id if truth is MET else None
        return name

    def _keeps(self, name: str) -> Truth:
        """Whether it keeps its amount against the others of a choice; no step: it has nothing."""
        steps = self._answer.line(name).steps
        return next((step.truth for step in steps if step.op == "best_of" and step.truth), NOT_MET)
