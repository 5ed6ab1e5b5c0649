"""What each award is granted and entitled to: alternatives, then common caps.

An award may be less what an earlier one is entitled to, so these are computed award by award,
each once, and each asks for those it depends on. A policy in which they would go in a circle is
refused when it is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Generic, Literal, NamedTuple

from listing_rewards.meaning.amounts import Amounts
from listing_rewards.meaning.machine import Machine, N, R, S, T
from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.grants import Award


class Due(NamedTuple, Generic[R, T, S]):
    """An award after its conditions, and after replacing; before a choice of the best.

    Attributes:
        steps: the steps so far.
        nominal: what the rule gives. 标准金额
        amount: what of it is left.
        replaced: whether another award takes its place.
    """

    steps: S
    nominal: R
    amount: R
    replaced: T


class Granted(NamedTuple, Generic[R, T, S]):
    """An award after its conditions and alternatives, before caps and payments.

    Attributes:
        award: the award.
        truth: all its checks together.
        steps: the steps so far.
        nominal: what the rule gives.
        amount: what of it is granted.
        contending: what of it stands against the others of which only the best is given.
        holds: whether payments count for it, and not for another award in its place.
    """

    award: Award
    truth: T
    steps: S
    nominal: R
    amount: R
    contending: R
    holds: T


class Awards(Generic[R, T, N, S]):
    """The awards of a policy on an engine, each computed once.

    Attributes:
        machine: the engine with the facts.
        policy: the policy.
        decided: the choices of the best of which it is taken which award is the best, and nothing
            was paid for any.
        may_be_paid: the awards for which something may have been paid; None where that may be any.
    """

    def __init__(
        self,
        machine: Machine[R, T, N, S],
        decided: Collection[str] = (),
        may_be_paid: Collection[str] | None = None,
    ) -> None:
        self.machine = machine
        self.policy = machine.policy
        self.decided = decided
        self.may_be_paid = may_be_paid
        self._relations = machine.policy.relations
        self._amounts: Amounts[R, T, N, S] = Amounts(machine)
        self._due: dict[str, Due[R, T, S]] = {}
        self._granted: dict[str, Granted[R, T, S]] = {}
        self._entitled: dict[str, R] = {}
        self._rooms: dict[str, R] = {}
        self._before: dict[str, list[R]] = {}
        self._caps: dict[str, R] = {}
        self._counted: dict[str, R] = {}
        self._together: dict[str, R] = {}

    # ---- conditions and alternatives ---------------------------------------------------------

    def due(self, name: str) -> Due[R, T, S]:
        """An award if every check is met, and unless another award takes its place.

        符合全部条件的给予；由其他奖励替代的不再给予。
        """
        if name not in self._due:
            self._due[name] = self._computed_due(name)
        return self._due[name]

    def _computed_due(self, name: str) -> Due[R, T, S]:
        m, award = self.machine, self._relations.awards[name]
        for amount in plain_amounts(award.amount):
            for earlier in amount.less:
                self.entitled(earlier)
        truth = m.truth(name)
        steps = self._amounts.nominal(award, self.received)
        nominal = m.named("nominal", m.result(steps), name)
        m.then(steps, "when", m.when(truth, nominal), truth=truth)
        if name in self._relations.still_asked:
            self._as_paid(name, steps)
        replaced = self.replaced(name)
        if not m.rules_out(replaced) and not m.is_nothing(m.result(steps)):
            replacers = self._relations.replacers[name]
            names = tuple([each for each in replacers if not m.rules_out(m.truth(each))])
            replaced = m.named_truth("replaced", replaced, name, names)
            left = m.when(m.opposite(replaced), m.result(steps))
            m.then(steps, "replaced", left, truth=replaced, names=names)
        return Due(steps, nominal, m.result(steps), replaced)

    def _as_paid(self, name: str, steps: S) -> None:
        """No more than what was paid, where what was met at the payment is met no longer."""
        m = self.machine
        still = m.still(name)
        if m.is_certain(still) or m.is_nothing(m.result(steps)):
            return
        paid = m.paid(name)
        kept = m.either(still, m.result(steps), m.within(m.result(steps), paid))
        m.then(steps, "as_paid", kept, value=paid, truth=still)

    def replaced(self, name: str) -> T:
        """Whether an award that is due takes this one's place."""
        return self.machine.any_of(map(self.machine.truth, self._relations.replacers[name]))

    def granted(self, name: str) -> Granted[R, T, S]:
        """An award after its conditions and alternatives; of a choice, the best alone (择优)."""
        if name not in self._granted:
            self._granted[name] = self.machine.shared("granted", name, lambda: self._grant(name))
        return self._granted[name]

    def _grant(self, name: str) -> Granted[R, T, S]:
        m, due = self.machine, self.due(name)
        steps, holds = due.steps, m.opposite(due.replaced)
        if name in self._relations.choice:
            steps, holds = self._chosen(name, due)
        return Granted(
            award=self._relations.awards[name],
            truth=m.truth(name),
            steps=steps,
            nominal=due.nominal,
            amount=m.result(steps),
            contending=due.amount,
            holds=holds,
        )

    def _chosen(self, name: str, due: Due[R, T, S]) -> tuple[S, T]:
        """The steps with the choice of the best, and whether the award is the one that is kept."""
        m, rivals = self.machine, self._relations.rivals[name]
        for rival in rivals:
            self.due(rival)
        if len(rivals) == 1:
            return due.steps, m.opposite(due.replaced)
        holds = m.named_truth("keeps", self.keeps(name, rivals), name)
        if m.is_nothing(due.amount):
            return due.steps, holds
        steps = m.branch(due.steps)
        ground = self.policy.grounds[f"best_of.{self._relations.choice[name]}"]
        others = tuple([each for each in rivals if each != name])
        m.then(
            steps, "best_of", m.when(holds, due.amount), truth=holds, names=others, ground=ground
        )
        return steps, holds

    def keeps(self, name: str, rivals: tuple[str, ...]) -> T:
        """Whether an award is the highest of its choice; of equal ones the first is."""
        m, own, place = self.machine, self.due(name), rivals.index(name)
        beats = [m.opposite(own.replaced)]
        for i, rival in enumerate(rivals):
            if i != place:
                other = self.due(rival)
                higher = m.reaches(own.amount, other.amount, beyond=i < place)
                beats.append(m.any_of([other.replaced, higher]))
        return m.all_of(beats)

    # ---- common caps -------------------------------------------------------------------------

    def cap(self, group: str) -> R:
        """The cap of a group: that of the first condition met; whichever may hold if unknown.

        One that the source does not give may be anything (合并最高不超过……；有上限，未列明).
        """
        if group not in self._caps:
            self._caps[group] = self._computed_cap(group)
        return self._caps[group]

    def _computed_cap(self, name: str) -> R:
        m, group = self.machine, self.policy.groups[name]
        path = f"groups.{name}"
        ground = self.policy.grounds[path]

        def stated(key: str, value: Decimal | Literal["unknown"]) -> R:
            if value == "unknown":
                return m.anything
            return m.exactly(m.number(f"{path}.{key}", value, "group_cap", name))

        cap = m.named("group_cap", stated("cap", group.cap), name, ground)
        for i, each in reversed(list(enumerate(group.cap_when))):
            other = m.either(m.condition(each.when), stated(f"cap_when[{i}].cap", each.cap), cap)
            cap = m.named("cap_when", other, each.when, ground)
        return cap

    def room(self, name: str) -> R:
        """The room that the earlier awards of its group leave for an award, as they are granted.

        On ranges, the room is certain only as far as the earlier awards at their most leave it,
        and possible as far as they leave it at their least.
        """
        if name not in self._rooms:
            m, group = self.machine, self._relations.awards[name].group or ""
            earlier = self._granted_before(group, self._relations.place[name])
            self.granted(name)
            left = m.less(self.cap(group), earlier)
            self._rooms[name] = m.named("room", left, name, self.policy.grounds[f"groups.{group}"])
        return self._rooms[name]

    def entitled(self, name: str) -> R:
        """What an award is entitled to: as granted, within the room in its group (核定金额)."""
        if name not in self._entitled:
            group = self._relations.awards[name].group
            if group is None:
                self._entitled[name] = self.granted(name).amount
            else:
                m, room = self.machine, self.room(name)
                within = m.within(self.granted(name).amount, room)
                ground = self.policy.grounds[f"groups.{group}"]
                self._entitled[name] = m.named("entitled", within, name, ground)
        return self._entitled[name]

    def _granted_before(self, group: str, place: int) -> R:
        """What the awards of a group before a place in it are granted together."""
        m = self.machine
        sums = self._before.setdefault(group, [m.nothing])
        for award in self._relations.members[group][len(sums) - 1 : place]:
            amount = self.granted(award.id).amount
            sums.append(m.named("taken", m.total([sums[-1], amount]), group))
        return sums[place]

    def received(self, name: str) -> R:
        """What an award counts for where it is subtracted: entitled, or paid if that is more."""
        return self.machine.at_the_least(self.entitled(name), self.machine.paid(name))

    # ---- what was paid -----------------------------------------------------------------------

    def counted(self, name: str) -> R:
        """What was paid that counts for an award (计为已付).

        Its own payments; those of awards it takes the place of, at any remove; and, of awards of
        which only the best is given, those of all.
        """
        if name not in self._together:
            own = self._own_counted(name)
            others = [each for each in self._relations.rivals.get(name, ()) if each != name]
            if others:
                m = self.machine
                own = m.named("pool", m.total([own, *map(self._brings, others)]), name)
            self._together[name] = own
        return self._together[name]

    def pool(self, name: str) -> R:
        """What was paid for an award and for the others of which only the best is given."""
        return self.machine.total(map(self._brings, self._relations.rivals.get(name, (name,))))

    def _own_counted(self, name: str) -> R:
        if name not in self._counted:
            m = self.machine
            parts = [m.paid(name), *self._set_off(name)]
            self._counted[name] = m.named("counted", m.total(parts), name)
        return self._counted[name]

    def _brings(self, name: str) -> R:
        """What counts for an award, unless another one is in its place."""
        m = self.machine
        return m.when(m.opposite(self.due(name).replaced), self._own_counted(name))

    def _set_off(self, name: str) -> Iterator[R]:
        """What counted for a replaced award counts for the first due one that replaces it."""
        m = self.machine
        for other in self._relations.awards[name].replaces:
            before = self._relations.replacers[other]
            earlier = m.any_of(map(m.truth, before[: before.index(name)]))
            takes = m.all_of([m.truth(name), m.opposite(earlier)])
            yield m.when(takes, self._own_counted(other))
