"""What each award is granted and entitled to, as expressions: checks, amounts, alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from listing_rewards.engines.columns.comparing import reaches
from listing_rewards.engines.columns.conditions import Conditions
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import (
    MET,
    NOT_MET,
    Flag,
    Truth,
    all_of,
    any_of,
    every,
    known,
    no,
    opposite,
    some,
)
from listing_rewards.engines.columns.nominal import nominal
from listing_rewards.engines.columns.numbers import TooLong, yuan
from listing_rewards.engines.columns.spans import (
    NOTHING,
    Span,
    at_the_least,
    either,
    exactly,
    less,
    total,
    when,
    within,
)
from listing_rewards.policy.grants import Award, Group


@dataclass
class Worked:
    """What was worked out of one award.

    Attributes:
        checks: each check by its name, in order.
        truth: all of them together.
        nominal: what the rule gives.
        due: what of it is left after conditions and replacing.
        replaced: whether another award takes its place.
        granted: what of it is granted.
        holds: whether payments count for it and not for another.
        counted: what was paid that counts for it.
        brings: what counts for it, unless another one is in its place.
        pool: what counts for it and the others of which only the best is given.
        entitled: after the common cap.
    """

    checks: tuple[tuple[str, Truth], ...]
    truth: Truth
    nominal: Span = NOTHING
    due: Span = NOTHING
    replaced: Truth = NOT_MET
    granted: Span = NOTHING
    holds: Truth = MET
    counted: Span = NOTHING
    brings: Span = NOTHING
    pool: Span = NOTHING
    entitled: Span = NOTHING


class Awards:
    """Every award of a policy, in an order in which each finds what it needs.

    Attributes:
        worked: what was worked out of each award, by its id.
        caps: the cap that holds for each group.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts, self._policy, self._plan = facts, facts.policy, facts.plan
        self._relations = facts.policy.relations
        self._conditions = Conditions(facts)
        self.worked = {award.id: self._checked(award) for award in self._policy.awards}
        self.caps = {name: self._cap(group) for name, group in self._policy.groups.items()}
        self._done: set[tuple[str, str]] = set()
        self._takens: dict[str, Span] = {}
        for award in self._policy.awards:
            self._entitled(award)
        for award in self._policy.awards:
            self._paid_for(award)
        self._share_payments()

    # ---- checks ----------------------------------------------------------------------------

    def _checked(self, award: Award) -> Worked:
        kind = self._facts.kinds[award.earned_by]
        in_force = known(kind.held)
        if not kind.happened.settled:
            in_force = Truth(kind.held, some([kind.held, no(kind.some)]))
        checks = (
            ("reached", kind.happened),
            ("in_force", in_force),
            *((n, self._conditions.truth(n)) for n in self._relations.needs[award.id]),
        )
        truth = self._plan.truth(all_of(truth for _, truth in checks))
        return Worked(checks, truth)

    def _cap(self, group: Group) -> Span:
        """The cap that holds: that of the first condition met; whichever may hold if unknown."""
        cap = exactly(yuan(group.cap))
        for each in reversed(group.cap_when):
            truth = self._conditions.truth(each.when)
            cap = self._plan.span(either(truth, exactly(yuan(each.cap)), cap))
        return cap

    # ---- amounts and alternatives ----------------------------------------------------------

    def _once(self, what: str, name: str) -> bool:
        """Whether this is asked for the first time."""
        seen = (what, name) in self._done
        self._done.add((what, name))
        return not seen

    def _received(self, name: str) -> Span:
        """What an earlier award counts for: what it is entitled to, or what was paid if more."""
        entitled = self._entitled(self._policy.award(name)).entitled
        return self._plan.span(at_the_least(entitled, exactly(self._facts.paid[name])))

    def _amount(self, award: Award) -> Worked:
        """The nominal amount, and what is left of it after conditions and replacing."""
        worked = self.worked[award.id]
        if not self._once("amount", award.id):
            return worked
        try:
            worked.nominal = nominal(award, self._facts, self._conditions, self._received)
        except TooLong as error:
            error.where = error.where or award.id
            raise
        worked.due = self._plan.span(when(worked.truth, worked.nominal))
        replacers = self._relations.replacers[award.id]
        if replacers:
            truths = [self.worked[name].truth for name in replacers]
            worked.replaced = self._plan.truth(any_of(truths))
            worked.due = self._plan.span(when(opposite(worked.replaced), worked.due))
            worked.holds = opposite(worked.replaced)
        worked.granted = worked.due
        return worked

    def _granted(self, award: Award) -> Worked:
        """What is granted of an award, after the best of its rivals is chosen."""
        worked = self.worked[award.id]
        if not self._once("granted", award.id):
            return worked
        self._amount(award)
        rivals = self._relations.rivals.get(award.id, ())
        for name in rivals:
            self._amount(self._policy.award(name))
        if rivals:
            worked.holds = self._plan.truth(self._keeps(award.id, rivals))
            worked.granted = self._plan.span(when(worked.holds, worked.due))
        return worked

    def _keeps(self, name: str, rivals: tuple[str, ...]) -> Truth:
        """Whether an award is the highest; of equal ones the first counts as higher."""
        own, place = self.worked[name], rivals.index(name)
        beaten: list[Flag] = []
        safe: list[Flag] = []
        for i, other in enumerate(rivals):
            if i == place:
                continue
            rival, first = self.worked[other], place < i
            beats = reaches(rival.due.least, own.due.most, beyond=first)
            beaten.append(every([no(rival.replaced.maybe), beats]))
            stays = reaches(own.due.least, rival.due.most, beyond=not first)
            safe.append(some([rival.replaced.sure, stays]))
        stands = opposite(own.replaced)
        unbeaten = no(some(beaten))
        return Truth(every([unbeaten, stands.sure, *safe]), every([unbeaten, stands.maybe]))

    # ---- common caps -----------------------------------------------------------------------

    def _entitled(self, award: Award) -> Worked:
        """What an award is entitled to: within the room that earlier ones of its group leave."""
        worked = self.worked[award.id]
        if not self._once("entitled", award.id):
            return worked
        taken = self._taken(award)
        worked.entitled = self._granted(award).granted
        if award.group is not None:
            room = less(self.caps[award.group], taken)
            worked.entitled = self._plan.span(within(worked.granted, room))
        return worked

    def _taken(self, award: Award) -> Span:
        """What the earlier awards of its group are granted together."""
        place = self._relations.place[award.id]
        if award.group is None or place == 0:
            return NOTHING
        if award.id not in self._takens:
            before = self._relations.members[award.group][place - 1]
            both = [self._taken(before), self._granted(before).granted]
            self._takens[award.id] = self._plan.span(total(both))
        return self._takens[award.id]

    # ---- what was paid ---------------------------------------------------------------------

    def _paid_for(self, award: Award) -> Worked:
        """What was paid that counts for an award, with what it takes over from others."""
        worked = self.worked[award.id]
        if not self._once("brings", award.id):
            return worked
        parts = [exactly(self._facts.paid[award.id]), *self._set_off(award, worked)]
        worked.counted = self._plan.span(total(parts))
        worked.brings = self._plan.span(when(opposite(worked.replaced), worked.counted))
        return worked

    def _set_off(self, award: Award, worked: Worked) -> Iterator[Span]:
        for other in award.replaces:
            before = self._relations.replacers[other]
            earlier = any_of(self.worked[n].truth for n in before[: before.index(award.id)])
            takes = all_of([worked.truth, opposite(earlier)])
            yield when(takes, self._paid_for(self._policy.award(other)).counted)

    def _share_payments(self) -> None:
        """Of awards of which only the best is given, what was paid for any counts for it."""
        for award in self._policy.awards:
            worked = self.worked[award.id]
            rivals = self._relations.rivals.get(award.id, (award.id,))
            worked.pool = self._plan.span(total(self.worked[name].brings for name in rivals))
        for best in self._policy.best_of.values():
            own = {name: self.worked[name].counted for name in best.awards}
            for name in best.awards:
                others = [self.worked[each].brings for each in best.awards if each != name]
                self.worked[name].counted = self._plan.span(total([own[name], *others]))
