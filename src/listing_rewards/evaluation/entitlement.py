"""What each award is granted and entitled to: alternatives, then common caps, on ranges.

An award may be less what an earlier one is entitled to, so these are worked out award by award,
each once, and each asks for those it depends on. A policy in which they would go in a circle is
refused when it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from listing_rewards.assessment import Check
from listing_rewards.bounds import Bounds, either, exactly, total
from listing_rewards.evaluation.checks import checks_of, truth_of
from listing_rewards.evaluation.claimed import asked_by_amount
from listing_rewards.evaluation.conditions import Conditions
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.nominal import nominal_steps
from listing_rewards.evaluation.trail import Trail
from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.grants import Award, Group
from listing_rewards.rules.alternatives import keeps, unless
from listing_rewards.rules.conditions import granted_when
from listing_rewards.truth import Truth, all_of, any_of, opposite


class Granted(NamedTuple):
    """An award after its conditions and alternatives, before caps and payments.

    Attributes:
        award: the award.
        checks: what was checked.
        truth: all checks together.
        trail: the steps so far.
        nominal: what the rule gives.
        amount: what of it is granted.
        replaced: whether another award takes its place.
        contending: what of it stood against the others of which only the best is given.
        counted: what was paid that counts for it.
        pool: what was paid for it and the others of which only the best is given.
        holds: whether payments count for it and not for another.
    """

    award: Award
    checks: tuple[Check, ...]
    truth: Truth
    trail: Trail
    nominal: Bounds
    amount: Bounds
    replaced: Truth
    contending: Bounds
    counted: Bounds
    pool: Bounds
    holds: Truth


class Entitlements:
    """The awards of one policy on one case."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.conditions = Conditions(facts)
        self._awards = {award.id: award for award in facts.policy.awards}
        self._replacers = {
            name: [each.id for each in facts.policy.awards if name in each.replaces]
            for name in self._awards
        }
        self._choice = {
            name: choice for choice, best in facts.policy.best_of.items() for name in best.awards
        }
        self._best_of = {
            name: best.awards for best in facts.policy.best_of.values() for name in best.awards
        }
        self.granted = cache(self._granted)
        self.entitled = cache(self._entitled)
        self._checks = cache(self._checked)
        self._due = cache(self._deserved)

    def paid(self, name: str) -> Decimal:
        """Yuan paid for an award."""
        return self.facts.paid(name)

    def members(self, group: str) -> list[str]:
        """The awards that share a cap, in the policy's order."""
        return [each.id for each in self.facts.policy.awards if each.group == group]

    def cap(self, group: Group) -> Bounds:
        """The cap that holds: that of the first condition met; whichever may hold if unknown."""
        possible: list[Decimal] = []
        for each in group.cap_when:
            truth = self.conditions.truth(each.when)
            if truth is not Truth.NOT_MET:
                possible.append(each.cap)
            if truth is Truth.MET:
                break
        else:
            possible.append(group.cap)
        return either(map(exactly, possible))

    def amount_checks(self, name: str) -> tuple[Check, ...]:
        """The conditions on which an award's amount, or the cap over it, depends."""
        asked = asked_by_amount(self._awards[name], self.facts.policy)
        return tuple(map(self.conditions.check, dict.fromkeys(asked)))

    def hangs_on(self, name: str) -> list[str]:
        """The awards on which an award's amount depends besides itself, at any remove."""
        found: list[str] = []
        waiting = [name]
        while waiting:
            award = self._awards[waiting.pop()]
            less = [other for each in plain_amounts(award.amount) for other in each.less]
            rivals = self._best_of.get(award.id, ())
            for other in (*less, *self._replacers[award.id], *rivals, *award.replaces):
                if other != name and other not in found:
                    found.append(other)
                    waiting.append(other)
        return found

    def _checked(self, name: str) -> tuple[Check, ...]:
        return tuple(checks_of(self._awards[name], self.facts, self.conditions))

    def truth(self, name: str) -> Truth:
        """Whether all checks of an award are met."""
        return truth_of(self._checks(name))

    def _replaced(self, name: str) -> Truth:
        """Whether an award that is due takes this one's place."""
        return any_of(self.truth(other) for other in self._replacers[name])

    def _deserved(self, name: str) -> tuple[Trail, Bounds, Bounds]:
        """The steps, the nominal amount, and what is left after conditions and replacing."""
        trail = nominal_steps(self._awards[name], self.facts, self.conditions, self._received)
        nominal, truth = trail.result, self.truth(name)
        trail.then("when", granted_when(truth, nominal), truth=truth)
        replaced = self._replaced(name)
        if replaced is not Truth.NOT_MET and not trail.result.nothing:
            names = tuple(
                each for each in self._replacers[name] if self.truth(each) is not Truth.NOT_MET
            )
            trail.then("replaced", unless(replaced, trail.result), truth=replaced, names=names)
        return trail, nominal, trail.result

    def _granted(self, name: str) -> Granted:
        trail, nominal, amount = self._due(name)
        replaced, rivals = self._replaced(name), self._best_of.get(name, (name,))
        stand = [opposite(self._replaced(each)) for each in rivals]
        kept = keeps([self._due(each)[2] for each in rivals], rivals.index(name), stand)
        others = tuple(each for each in rivals if each != name)
        if others and not amount.nothing:
            trail = Trail(trail.steps)
            ground = self.facts.policy.grounds[f"best_of.{self._choice[name]}"]
            kept_amount = unless(opposite(kept), amount)
            trail.then("best_of", kept_amount, truth=kept, names=others, ground=ground)
        return Granted(
            award=self._awards[name],
            checks=self._checks(name),
            truth=self.truth(name),
            trail=trail,
            nominal=nominal,
            amount=trail.result,
            replaced=replaced,
            contending=amount,
            counted=total([self._counted(name), *map(self._brings, others)]),
            pool=total(map(self._brings, rivals)),
            holds=kept,
        )

    def _counted(self, name: str) -> Bounds:
        """What was paid for an award, and for those it takes the place of, at any remove."""
        return total([exactly(self.paid(name)), *self._set_off(name)])

    def _brings(self, name: str) -> Bounds:
        """What counts for an award that has not another one in its place."""
        return unless(self._replaced(name), self._counted(name))

    def _set_off(self, name: str) -> Iterator[Bounds]:
        """What counted for a replaced award counts for the first due one that replaces it."""
        for other in self._awards[name].replaces:
            before = self._replacers[other]
            earlier = any_of(map(self.truth, before[: before.index(name)]))
            takes = all_of([self.truth(name), opposite(earlier)])
            yield granted_when(takes, self._counted(other))

    def _entitled(self, name: str) -> Bounds:
        granted = self.granted(name).amount
        group = self._awards[name].group
        if group is None:
            return granted
        members = self.members(group)
        earlier = total(self.granted(each).amount for each in members[: members.index(name)])
        return granted.within(self.cap(self.facts.policy.groups[group]).less(earlier))

    def _received(self, name: str) -> Bounds:
        """What an award counts for where it is subtracted: entitled, or paid if that is more."""
        return self.entitled(name).at_the_least(exactly(self.paid(name)))
