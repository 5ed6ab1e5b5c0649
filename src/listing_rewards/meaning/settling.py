"""Awards settled together: common caps, instalments, payments, and what a notice holds back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Generic, NamedTuple

from listing_rewards.meaning.awards import Awards, Granted
from listing_rewards.meaning.machine import Machine, N, R, S, T
from listing_rewards.policy.grants import Award, LevelShare, OfWhich
from listing_rewards.policy.model import Policy


class Part(NamedTuple, Generic[R, T]):
    """A part of an award that is paid over time: its amount, and whether it is due."""

    amount: R
    due: T


class Line(NamedTuple, Generic[R, T, S]):
    """One award, settled.

    Attributes:
        granted: the award before caps and payments.
        room: the room in its group; None where it stands in none.
        entitled: after the common cap. 核定金额
        parts: the parts in which it is paid, if it is not paid at once.
        all_due: whether all of them are due for certain.
        due: what of the entitled amount is due.
        counted: what was paid that counts for it.
        unpaid: what is due and not paid.
        kept: whether no undertaking is broken without which that is not payable.
        owed: what of the unpaid is payable as far as undertakings go.
        room_left: the room that all payments and the earlier awards leave; None without a group.
        settled: what of that has room: payable, or withheld by a notice.
        payable: what is to be paid. 应付金额
        withheld: what a notice holds back. 暂缓发放
        overpaid: what was paid beyond what it is entitled to. 超付
    """

    granted: Granted[R, T, S]
    room: R | None
    entitled: R
    parts: tuple[Part[R, T], ...]
    all_due: T
    due: R
    counted: R
    unpaid: R
    kept: T
    owed: R
    room_left: R | None
    settled: R
    payable: R
    withheld: R
    overpaid: R


class Together(NamedTuple, Generic[R, T, S]):
    """Awards settled together, with their totals; those of a group under its cap.

    A total is at least as tight as the sum of its lines, since a cap that is reached is reached
    whichever award fills it.
    """

    group: str | None
    cap: R | None
    lines: tuple[Line[R, T, S], ...]
    paid: R
    entitled: R
    payable: R
    withheld: R
    overpaid: R


class Joint(NamedTuple, Generic[R]):
    """Awards of which not all are given, as one: what is granted, and what of it is unpaid."""

    granted: R
    unpaid: R


class Alternatives(NamedTuple):
    """The awards that are settled together, by how they exclude each other.

    Attributes:
        alone: those that exclude no other.
        best: those of which only the highest is given.
        swaps: an award that replaces others, and those.
    """

    alone: tuple[str, ...]
    best: tuple[tuple[str, ...], ...]
    swaps: tuple[tuple[str, ...], ...]


def alternatives_among(
    members: Sequence[Award],
    policy: Policy,
    decided: Collection[str] = (),
    paid: Collection[str] | None = None,
) -> Alternatives | None:
    """How some awards exclude each other; None where their totals are the sums of the lines.

    Of a choice of the best that is `decided`, all but one come to nothing, and no more is to say.

    They are that where there is neither a cap nor an alternative, and where what was paid for an
    award elsewhere may count for one of these, or the other way round; `paid` are the awards for
    which something may have been paid, where that is known.
    """
    relations, names = policy.relations, {award.id for award in members}
    choices = [best.awards for name, best in policy.best_of.items() if name not in decided]
    for each in (*choices, *relations.replacing):
        counts_elsewhere = paid is None or not set(each).isdisjoint(paid)
        if 0 < len(names & set(each)) < len(each) and counts_elsewhere:
            return None
    best = tuple(each for each in choices if set(each) <= names)
    swaps = tuple(each for each in relations.swaps if set(each) <= names)
    if not members[0].group and not best and not any(award.replaces for award in members):
        return None
    taken = {name for each in (*best, *swaps) for name in each}
    return Alternatives(tuple(a.id for a in members if a.id not in taken), best, swaps)


def settlements(awards: Awards[R, T, N, S]) -> list[Together[R, T, S]]:
    """The awards that share a cap, group by group, in the policy's order; then the others."""
    policy, settling = awards.policy, Settling(awards)
    for group in policy.groups:
        awards.cap(group)
    for award in policy.awards:
        awards.entitled(award.id)
    for award in policy.awards:
        awards.counted(award.id)
    members = policy.relations.members
    return [settling.together(name, members[name]) for name in (*policy.groups, None)]


def by_level(machine: Machine[R, T, N, S], award: Award, payable: R) -> list[tuple[LevelShare, R]]:
    """What each level of government bears of what is payable (分级承担); none if one bears all."""
    policy, way = machine.policy, award.borne_by
    if way is None or machine.is_nothing(payable):
        return []
    parts, ground = policy.shares[way].parts, policy.grounds[f"shares.{way}"]
    shares = [
        machine.number(f"shares.{way}.{part.level}", part.share, "level", part.level)
        for part in parts
    ]
    return list(zip(parts, machine.split(payable, award.id, shares, ground), strict=True))


def for_others(machine: Machine[R, T, N, S], line: Line[R, T, S]) -> list[tuple[OfWhich, R]]:
    """What of the payable amount is for others (其中……奖励……；从所获奖励中提取……).

    A share is of what is payable now. Of a sum, what was paid before may have held some or all, and
    so may instalments that are not due yet; neither part is beyond what the parts before leave.
    """
    m, award, left = machine, line.granted.award, line.payable
    if m.is_nothing(left):
        return []
    found = []
    for i, part in enumerate(award.of_which):
        path = f"awards.{award.id}.of_which[{i}]"
        if part.amount is None:
            share = m.number(f"{path}.share", part.number, "of_which", str(i))
            whole = m.rounded(m.times(line.payable, share), m.policy.rounding.mode)
            amount = m.within(whole, left)
        else:
            whole = m.exactly(m.number(f"{path}.amount", part.number, "of_which", str(i)))
            most = m.within(whole, left)
            elsewhere = line.counted
            if award.paid_in is not None:
                elsewhere = m.total([elsewhere, m.less(line.entitled, line.due)])
            amount = m.from_to(m.less(most, elsewhere), most)
        amount = m.named("of_which", amount, award.id)
        found.append((part, amount))
        left = m.less(left, amount)
    return found


class Settling(Generic[R, T, N, S]):
    """What is due, what was paid and what is payable, of the awards of one group or of none."""

    def __init__(self, awards: Awards[R, T, N, S]) -> None:
        self._awards = awards
        self._machine: Machine[R, T, N, S] = awards.machine
        self._policy = awards.policy

    def together(self, group: str | None, members: Sequence[Award]) -> Together[R, T, S]:
        """The awards of a group, or those of none, in the policy's order."""
        m, room = self._machine, None
        cap = None if group is None else self._awards.cap(group)
        if not members:
            return Together(group, cap, (), *[m.nothing] * 5)
        paid = m.named("paid", m.total([m.paid(each.id) for each in members]), group or "")
        if cap is not None:
            room = m.named("room_left", m.less(cap, paid), group or "")
        lines: list[Line[R, T, S]] = []
        before = m.nothing
        for award in members:
            line = self._line(award, room and m.less(room, before))
            lines.append(line)
            if room is not None:
                before = m.named("taken", m.total([before, line.owed]), group or "")
        return self._totals(group, cap, room, paid, lines)

    # ---- one award ---------------------------------------------------------------------------

    def _line(self, award: Award, room_left: R | None) -> Line[R, T, S]:
        """What is due and not paid yet, within the room that all payments leave."""
        m, awards, name = self._machine, self._awards, award.id
        granted, entitled = awards.granted(name), awards.entitled(name)
        parts, all_due, due = self._parts(award, entitled)
        counted = awards.counted(name)
        unpaid = m.named("owed", m.less(due, counted), name)
        kept = m.kept(name)
        owed = unpaid if m.is_certain(kept) else m.named("kept", m.when(kept, unpaid), name)
        settled = owed
        if room_left is not None:
            settled = m.named("settled", m.within(owed, room_left), name)
        held, payable, withheld = m.in_force(name), settled, m.nothing
        if not m.rules_out(held):
            withheld = m.named("withheld", m.when(held, settled), name)
            payable = m.named("payable", m.when(m.opposite(held), settled), name)
        overpaid = m.named("overpaid", m.when(granted.holds, m.less(counted, entitled)), name)
        return Line(
            granted=granted,
            room=awards.room(name) if award.group else None,
            entitled=entitled,
            parts=parts,
            all_due=all_due,
            due=due,
            counted=counted,
            unpaid=unpaid,
            kept=kept,
            owed=owed,
            room_left=room_left,
            settled=settled,
            payable=payable,
            withheld=withheld,
            overpaid=overpaid,
        )

    def _parts(self, award: Award, entitled: R) -> tuple[tuple[Part[R, T], ...], T, R]:
        """The parts in which an award is paid, whether all are due, and what is due (分期)."""
        m = self._machine
        if award.paid_in is None:
            return (), m.opposite(m.not_met), entitled
        path = f"instalments.{award.paid_in}"
        stated, ground = self._policy.instalments[award.paid_in].parts, self._policy.grounds[path]
        shares = [
            m.number(f"{path}.parts[{i}].share", part.share, "part", str(i + 1))
            for i, part in enumerate(stated)
        ]
        amounts = m.split(entitled, award.id, shares, ground)
        parts = tuple(
            Part(m.up_to_the_most(amount, entitled), m.due(award, i, part))
            for i, (amount, part) in enumerate(zip(amounts, stated, strict=True))
        )
        all_due = m.surely(m.all_of([part.due for part in parts]))
        by_now = m.up_to_the_most(m.total([m.when(p.due, p.amount) for p in parts]), entitled)
        return parts, all_due, m.named("due", m.either(all_due, entitled, by_now), award.id, ground)

    # ---- totals ------------------------------------------------------------------------------

    def _totals(
        self,
        group: str | None,
        cap: R | None,
        room: R | None,
        paid: R,
        lines: Sequence[Line[R, T, S]],
    ) -> Together[R, T, S]:
        m = self._machine
        entitled = self._under(m.total([line.entitled for line in lines]), cap)
        settled = self._under(m.total([line.settled for line in lines]), room)
        overpaid = m.total([line.overpaid for line in lines])
        conditional = [line.kept for line in lines if not m.is_certain(line.kept)]
        all_due = [line.all_due for line in lines if line.parts]
        whole = m.all_of([*all_due, *map(m.surely, conditional)])
        joint = None if m.rules_out(whole) else self._joint([each.granted.award for each in lines])
        if joint is not None:
            one = m.named("joint", m.meet(entitled, self._under(joint.granted, cap)))
            unpaid = m.named("joint_unpaid", m.meet(settled, self._under(joint.unpaid, room)))
            beyond = m.meet(overpaid, self._beyond(paid, one, joint.unpaid))
            entitled = m.either(whole, one, entitled)
            settled = m.either(whole, unpaid, settled)
            overpaid = m.either(whole, beyond, overpaid)
        entitled = m.named("total_entitled", entitled)
        settled = m.named("total_settled", settled)
        overpaid = m.named("total_overpaid", overpaid)
        payable, withheld = self._held_back(settled, lines)
        return Together(group, cap, tuple(lines), paid, entitled, payable, withheld, overpaid)

    def _held_back(self, settled: R, lines: Sequence[Line[R, T, S]]) -> tuple[R, R]:
        """What of the total is payable, and what notices hold back; neither is beyond the total."""
        m = self._machine
        if all(m.is_nothing(line.withheld) for line in lines):
            return settled, m.nothing
        withheld = m.named("total_withheld", m.total([line.withheld for line in lines]))
        free = m.up_to_the_most(m.total([line.payable for line in lines]), settled)
        payable = m.named("total_payable", m.either(m.is_something(withheld), free, settled))
        capped = m.named("total_withheld_capped", m.up_to_the_most(withheld, settled))
        return payable, capped

    def _under(self, amount: R, room: R | None) -> R:
        return amount if room is None else self._machine.within(amount, room)

    def _beyond(self, paid: R, entitled: R, unpaid: R) -> R:
        """What of all that was paid is beyond the total, given what of the total is unpaid."""
        m = self._machine
        return m.from_to(m.less(paid, entitled), m.less(paid, m.less(entitled, unpaid)))

    # ---- alternatives as one -----------------------------------------------------------------

    def _joint(self, members: Sequence[Award]) -> Joint[R] | None:
        """The awards with those of which not all are given taken as one, if that says more."""
        decided, paid = self._awards.decided, self._awards.may_be_paid
        among = alternatives_among(members, self._policy, decided, paid)
        if among is None:
            return None
        parts = [self._alone(name) for name in among.alone]
        parts += [self._highest(names) for names in among.best]
        parts += [self._one_or_the_others(names) for names in among.swaps]
        return self._sums(parts)

    def _sums(self, parts: Sequence[Joint[R]]) -> Joint[R]:
        m = self._machine
        return Joint(m.total([p.granted for p in parts]), m.total([p.unpaid for p in parts]))

    def _less(self, granted: R, counted: R) -> Joint[R]:
        return Joint(granted, self._machine.less(granted, counted))

    def _alone(self, name: str) -> Joint[R]:
        return self._less(self._awards.granted(name).amount, self._awards.pool(name))

    def _highest(self, names: tuple[str, ...]) -> Joint[R]:
        """Awards of which only the highest is given."""
        m = self._machine
        best = m.nothing
        for name in names:
            best = m.at_the_least(best, self._awards.granted(name).contending)
        return self._less(m.named("highest", best, "·".join(names)), self._awards.pool(names[0]))

    def _one_or_the_others(self, names: tuple[str, ...]) -> Joint[R]:
        """An award that may replace others, and those.

        If it does, all that was paid for any of them counts for it; if not, each keeps its own.
        """
        m, (first, *others) = self._machine, names
        apart = self._sums([self._alone(name) for name in names])
        open_which = m.unknown(m.truth(first))
        if m.rules_out(open_which):
            return apart
        paid = m.total([m.paid(name) for name in names])
        one = self._less(self._awards.granted(first).nominal, paid)
        instead = self._sums([self._given_apart(name) for name in others])
        about = "·".join(names)
        granted = m.either(open_which, m.whichever(one.granted, instead.granted), apart.granted)
        unpaid = m.either(open_which, m.whichever(one.unpaid, instead.unpaid), apart.unpaid)
        return Joint(m.named("either", granted, about), m.named("either_unpaid", unpaid, about))

    def _given_apart(self, name: str) -> Joint[R]:
        """What an award comes to if nothing replaces it."""
        m, granted = self._machine, self._awards.granted(name)
        return self._less(m.when(granted.truth, granted.nominal), m.paid(name))
