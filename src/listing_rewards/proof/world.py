"""A policy carried out on a case not stated yet, and on what becomes of that case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from listing_rewards.engines.proof.arithmetic import FORMULAS, Span
from listing_rewards.engines.proof.days import next_day
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.flags import Flag, Truth, every
from listing_rewards.engines.proof.machine import ProofMachine
from listing_rewards.engines.proof.numbers import Number, plus
from listing_rewards.engines.proof.quantities import Result
from listing_rewards.engines.proof.unknowns import Unknowns, YesNo, sound
from listing_rewards.meaning import settling
from listing_rewards.meaning.awards import Awards
from listing_rewards.policy.model import Policy

Line: TypeAlias = settling.Line[Span, Truth, Result]
Together: TypeAlias = settling.Together[Span, Truth, Result]


class World:
    """What a policy gives on unknown facts.

    Attributes:
        unknowns: the facts.
        policy: the policy.
        facts: the facts as the policy reads them.
        machine: the engine on them.
        groups: the awards settled together.
        lines: each award's line, by its id.
    """

    def __init__(self, unknowns: Unknowns, policy: Policy) -> None:
        self.unknowns, self.policy = unknowns, policy
        self.facts = Facts(unknowns, policy)
        self.machine = ProofMachine(self.facts)
        self.groups: list[Together] = settling.settlements(Awards(self.machine))
        self.lines: dict[str, Line] = {
            line.granted.award.id: line for each in self.groups for line in each.lines
        }

    @cached_property
    def entitled(self) -> Span:
        """What all awards together are entitled to."""
        return FORMULAS.total(each.entitled for each in self.groups)

    @cached_property
    def payable(self) -> Span:
        """What of all awards together is payable."""
        return FORMULAS.total(each.payable for each in self.groups)

    @cached_property
    def determined(self) -> Flag:
        """Whether every line's amounts are known."""
        lines = self.lines.values()
        return every(
            FORMULAS.determined(span)
            for line in lines
            for span in (line.granted.nominal, line.entitled, line.payable)
        )

    @cached_property
    def assumed(self) -> list[Flag]:
        """What holds of the facts in every case, and of what is held within bounds."""
        return [*sound(self.unknowns, self.policy), *self.facts.within]

    # ---- what becomes of it ----

    def once_paid(self) -> World:
        """What is payable for certain has been paid."""
        paid = {
            name: plus(self.unknowns.paid[name], line.payable.least)
            for name, line in self.lines.items()
        }
        return World(replace(self.unknowns, paid=paid), self.policy)

    def a_day_later(self) -> World:
        """The same facts, asked for the next day."""
        return World(replace(self.unknowns, as_of=next_day(self.unknowns.as_of)), self.policy)

    def with_amount(self, name: str, amount: Number) -> World:
        """Another figure, or another amount of the first event of a kind."""
        unknowns = self.unknowns
        if name in self.policy.figures:
            return World(replace(unknowns, figures={**unknowns.figures, name: amount}), self.policy)
        first, *others = unknowns.events[name]
        entries = [first._replace(amount=amount), *others]
        return World(replace(unknowns, events={**unknowns.events, name: entries}), self.policy)

    def with_flag(self, name: str, *, stated: bool, yes: bool = False) -> World:
        """A yes/no fact as stated, or not stated."""
        flags = {**self.unknowns.flags, name: YesNo(stated, yes)}
        return World(replace(self.unknowns, flags=flags), self.policy)


def assumed_of(worlds: Iterable[World]) -> list[Flag]:
    """What is assumed of several worlds, each once."""
    found: dict[int, Flag] = {}
    for world in worlds:
        for each in world.assumed:
            found[each if isinstance(each, bool) else each.get_id()] = each
    return [*found.values()]
