"""What each award is granted and entitled to: alternatives, then common caps, on ranges.

An award may be less what an earlier one is entitled to, so these are worked out award by award,
each once, and each asks for those it depends on. A policy in which they would go in a circle is
refused when it is read.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.bounds import NOTHING, Bounds, either, exactly, total
from listing_rewards.engines.exact.checks import checked, dated
from listing_rewards.engines.exact.conditions import Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.nominal import nominal_steps
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.policy.grants import Award
from listing_rewards.rules.alternatives import keeps, unless
from listing_rewards.rules.conditions import granted_when
from listing_rewards.truth import MET, NOT_MET, Truth, all_of, any_of, opposite


class Granted(NamedTuple):
    """An award after its conditions and alternatives, before caps and payments.

    Attributes:
        award: the award.
        truth: all its checks together.
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
    truth: Truth
    trail: Trail
    nominal: Bounds
    amount: Bounds
    replaced: Truth
    contending: Bounds
    counted: Bounds
    pool: Bounds
    holds: Truth


class _Due(NamedTuple):
    """An award after its conditions and replacing, before a choice of the best."""

    trail: Trail
    nominal: Bounds
    amount: Bounds
    replaced: Truth


class Entitlements:
    """The awards of one policy on one case.

    Attributes:
        facts: the case as the policy reads it.
        conditions: the policy's conditions on it.
        relations: what in the policy hangs on what.
        checked: what was checked for each award.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.conditions = Conditions(facts)
        self.relations = facts.relations
        on_days = dated(facts)
        self.checked = {
            name: checked(name, on_days, facts, self.conditions) for name in self.relations.awards
        }
        self._due: dict[str, _Due] = {}
        self._granted: dict[str, Granted] = {}
        self._entitled: dict[str, Bounds] = {}
        self._before: dict[str, list[Bounds]] = {}

    def truth(self, name: str) -> Truth:
        """Whether all checks of an award are met."""
        return self.checked[name].truth

    def granted(self, name: str) -> Granted:
        """An award after its conditions and alternatives."""
        if name not in self._granted:
            follows_from = self.follows_from([name])
            self._granted[name] = (
                self._grant(name)
                if follows_from is None
                else self.facts.kept.of(("granted", name, *follows_from), lambda: self._grant(name))
            )
        return self._granted[name]

    def follows_from(self, names: Iterable[str]) -> list[Hashable] | None:
        """What with the policy alone settles what awards are granted and how they stand, if so.

        Of each that is whether it is due, whether its event has not happened, and what was paid
        for it.
        """
        found: list[Hashable] = []
        relations, paid = self.relations, self.facts.paid
        for name in names:
            checked = self.checked[name]
            not_reached = checked.not_reached
            if name not in (relations.self_evident if not_reached else relations.self_contained):
                return None
            found += (checked.truth, not_reached, paid[name])
        return found

    def entitled(self, name: str) -> Bounds:
        """What an award is entitled to, within the room that its group leaves."""
        if name not in self._entitled:
            self._entitled[name] = self._within_its_group(name)
        return self._entitled[name]

    def cap(self, name: str) -> Bounds:
        """The cap of a group: that of the first condition met; whichever may hold if unknown."""
        if name in self.relations.caps:
            return self.relations.caps[name]
        group = self.facts.policy.groups[name]
        possible: list[Decimal] = []
        for each in group.cap_when:
            truth = self.conditions.truth(each.when)
            if truth is not NOT_MET:
                possible.append(each.cap)
            if truth is MET:
                break
        else:
            possible.append(group.cap)
        return either(map(exactly, possible))

    def _replaced(self, name: str) -> Truth:
        """Whether an award that is due takes this one's place."""
        return any_of(map(self.truth, self.relations.replacers[name]))

    def _deserved(self, name: str) -> _Due:
        """The steps, the nominal amount, and what is left after conditions and replacing."""
        if name not in self._due:
            self._due[name] = self._deserve(name)
        return self._due[name]

    def _deserve(self, name: str) -> _Due:
        award, truth = self.relations.awards[name], self.truth(name)
        trail = nominal_steps(award, self.facts, self.conditions, self._received)
        nominal = trail.result
        trail.then("when", granted_when(truth, nominal), truth=truth)
        replaced = self._replaced(name)
        if replaced is not NOT_MET and not trail.result.nothing:
            names = tuple(
                each for each in self.relations.replacers[name] if self.truth(each) is not NOT_MET
            )
            trail.then("replaced", unless(replaced, trail.result), truth=replaced, names=names)
        return _Due(trail, nominal, trail.result, replaced)

    def _grant(self, name: str) -> Granted:
        trail, nominal, amount, replaced = self._deserved(name)
        counted = self._counted(name)
        holds, pool = opposite(replaced), unless(replaced, counted)
        if name in self.relations.choice:
            trail, holds = self._chosen(name)
            rivals = self.relations.rivals[name]
            others = [self._brings(each) for each in rivals if each != name]
            counted, pool = total([counted, *others]), total(map(self._brings, rivals))
        return Granted(
            award=self.relations.awards[name],
            truth=self.truth(name),
            trail=trail,
            nominal=nominal,
            amount=trail.result,
            replaced=replaced,
            contending=amount,
            counted=counted,
            pool=pool,
            holds=holds,
        )

    def _chosen(self, name: str) -> tuple[Trail, Truth]:
        """The steps with the choice of the best, and whether the award is the one that is kept."""
        trail, _, amount, _ = self._deserved(name)
        rivals = self.relations.rivals[name]
        due = [self._deserved(each) for each in rivals]
        stand = [opposite(each.replaced) for each in due]
        holds = keeps([each.amount for each in due], rivals.index(name), stand)
        others = tuple(each for each in rivals if each != name)
        if others and not amount.nothing:
            trail = Trail(trail.steps)
            ground = self.facts.policy.grounds[f"best_of.{self.relations.choice[name]}"]
            left = unless(opposite(holds), amount)
            trail.then("best_of", left, truth=holds, names=others, ground=ground)
        return trail, holds

    def _counted(self, name: str) -> Bounds:
        """What was paid for an award, and for those it takes the place of, at any remove."""
        return total([exactly(self.facts.paid[name]), *self._set_off(name)])

    def _brings(self, name: str) -> Bounds:
        """What counts for an award that has not another one in its place."""
        return unless(self._replaced(name), self._counted(name))

    def _set_off(self, name: str) -> Iterator[Bounds]:
        """What counted for a replaced award counts for the first due one that replaces it."""
        for other in self.relations.awards[name].replaces:
            before = self.relations.replacers[other]
            earlier = any_of(map(self.truth, before[: before.index(name)]))
            takes = all_of([self.truth(name), opposite(earlier)])
            yield granted_when(takes, self._counted(other))

    def _within_its_group(self, name: str) -> Bounds:
        granted = self.granted(name).amount
        group = self.relations.awards[name].group
        if group is None:
            return granted
        earlier = self._granted_before(group, self.relations.place[name])
        return granted.within(self.cap(group).less(earlier))

    def _granted_before(self, group: str, place: int) -> Bounds:
        """What the awards of a group before a place in it are granted together."""
        sums = self._before.setdefault(group, [NOTHING])
        for award in self.relations.members[group][len(sums) - 1 : place]:
            sums.append(sums[-1].plus(self.granted(award.id).amount))
        return sums[place]

    def _received(self, name: str) -> Bounds:
        """What an award counts for where it is subtracted: entitled, or paid if that is more."""
        return self.entitled(name).at_the_least(exactly(self.facts.paid[name]))
