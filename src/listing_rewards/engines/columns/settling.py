"""Common caps, instalments and payments as expressions, for awards that are settled together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listing_rewards.engines.columns.awards import Awards, Worked
from listing_rewards.engines.columns.comparing import is_nothing
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import MET, Flag, Truth, every, known
from listing_rewards.engines.columns.joint import joint_claims
from listing_rewards.engines.columns.numbers import ZERO, Number, added, left_of
from listing_rewards.engines.columns.periods import corresponding_day
from listing_rewards.engines.columns.spans import (
    NOTHING,
    Span,
    chosen,
    exactly,
    less,
    no_more_than,
    total,
    when,
    within,
)
from listing_rewards.engines.columns.splits import split
from listing_rewards.periods import LATEST
from listing_rewards.policy.grants import Award, Instalment


@dataclass
class Line:
    """What is settled for one award.

    Attributes:
        award: the award.
        worked: what was worked out of it before.
        due: what of it is due by now.
        owed: what of that is not paid.
        settled: what of that has room.
        payable, withheld: what of that is to be paid, and what a notice holds back.
        overpaid: what was paid beyond what it is entitled to.
        all_due: whether all of its parts are due.
    """

    award: Award
    worked: Worked
    due: Span = NOTHING
    owed: Span = NOTHING
    settled: Span = NOTHING
    payable: Span = NOTHING
    withheld: Span = NOTHING
    overpaid: Span = NOTHING
    all_due: Flag = True


@dataclass
class Together:
    """Awards settled together, with their totals; those of a group under its cap."""

    lines: list[Line]
    group: str | None = None
    cap: Span = NOTHING
    paid: Number = ZERO
    entitled: Span = NOTHING
    payable: Span = NOTHING
    withheld: Span = NOTHING
    overpaid: Span = NOTHING


class Settling:
    """What is due, what was paid and what is payable, group by group."""

    def __init__(self, facts: Facts, awards: Awards) -> None:
        self._facts, self._policy, self._plan = facts, facts.policy, facts.plan
        self._awards = awards

    def settled(self) -> list[Together]:
        """The groups in the policy's order, then the awards without one."""
        return [
            self._together(group, self._policy.relations.members[group])
            for group in (*self._policy.groups, None)
        ]

    def _together(self, group: str | None, members: Sequence[Award]) -> Together:
        lines = [Line(each, self._awards.worked[each.id]) for each in members]
        cap = self._awards.caps[group] if group is not None else None
        together = Together(lines, group, cap or NOTHING)
        if not members:
            return together
        room = None
        paid = self._plan.number(added(self._facts.paid[each.id] for each in members))
        together.paid = paid
        if cap is not None:
            room = self._plan.span(less(cap, exactly(paid)))
        taken = NOTHING
        for line in together.lines:
            self._line(line, taken, room)
            if room is not None:
                taken = self._plan.span(total([taken, line.owed]))
        self._totals(together, cap, room, paid)
        return together

    # ---- one award -------------------------------------------------------------------------

    def _line(self, line: Line, taken: Span, room: Span | None) -> None:
        plan, worked = self._plan, line.worked
        line.due = self._due(line) if line.award.paid_in else worked.entitled
        line.owed = plan.span(less(line.due, worked.counted))
        line.settled = line.owed
        if room is not None:
            line.settled = plan.span(within(line.owed, less(room, taken)))
        withholding = self._policy.relations.withholding[line.award.id]
        held_back = any(self._facts.as_of >= each.since for each in withholding)
        line.payable = NOTHING if held_back else line.settled
        line.withheld = line.settled if held_back else NOTHING
        beyond = less(worked.counted, worked.entitled)
        line.overpaid = plan.span(when(worked.holds, beyond))

    def _due(self, line: Line) -> Span:
        """What is due of an amount that is paid in parts."""
        award, plan, entitled = line.award, self._plan, line.worked.entitled
        parts = self._policy.instalments[award.paid_in or ""].parts
        shares = [part.share for part in parts]
        amounts = split(entitled, shares, self._policy.rounding.unit, plan)
        dues = [plan.truth(self._due_on(part, award)) for part in parts]
        line.all_due = plan.flag(every(due.sure for due in dues))
        by_now = total(
            when(due, no_more_than(amount, entitled.most))
            for due, amount in zip(dues, amounts, strict=True)
        )
        by_now = plan.span(no_more_than(by_now, entitled.most))
        return plan.span(chosen(line.all_due, entitled, by_now))

    def _due_on(self, part: Instalment, award: Award) -> Truth:
        """Whether a part is due."""
        kind = self._facts.kinds[part.event or award.earned_by]
        some, first = (kind.some, kind.first) if part.event else (kind.held, kind.first_held)
        on = corresponding_day(first, 12 * part.years + part.months)
        as_of = self._facts.as_of
        due = MET if as_of == LATEST else known((on <= as_of).fill_null(value=False))
        return due.where(some, kind.happened)

    # ---- totals ----------------------------------------------------------------------------

    def _totals(
        self, together: Together, cap: Span | None, room: Span | None, paid: Number
    ) -> None:
        """The totals; tighter than the sums of the lines' ends where a cap fills up."""
        plan, lines = self._plan, together.lines
        entitled = _under(total(line.worked.entitled for line in lines), cap)
        settled = _under(total(line.settled for line in lines), room)
        overpaid = total(line.overpaid for line in lines)
        claims = joint_claims(self._facts, self._awards, [line.award for line in lines])
        if claims is not None:
            whole = plan.flag(every(line.all_due for line in lines if line.award.paid_in))
            joint = plan.span(entitled.meet(_under(claims.granted, cap)))
            unpaid = settled.meet(_under(claims.unpaid, room))
            tighter = overpaid.meet(_beyond(paid, joint, claims.unpaid))
            entitled = chosen(whole, joint, entitled)
            settled = chosen(whole, unpaid, settled)
            overpaid = chosen(whole, tighter, overpaid)
        together.entitled = plan.span(entitled)
        together.overpaid = plan.span(overpaid)
        together.payable = plan.span(settled)
        if all(line.withheld is NOTHING for line in lines):
            return
        withheld = plan.span(total(line.withheld for line in lines))
        free = no_more_than(total(line.payable for line in lines), together.payable.most)
        nothing_held = plan.flag(is_nothing(withheld.most))
        together.withheld = plan.span(no_more_than(withheld, together.payable.most))
        together.payable = plan.span(chosen(nothing_held, together.payable, free))


def _under(amount: Span, room: Span | None) -> Span:
    return amount if room is None else within(amount, room)


def _beyond(paid: Number, entitled: Span, unpaid: Span) -> Span:
    """What of all that was paid is beyond the total, given what of the total is still unpaid."""
    covered = left_of(entitled.least, unpaid.most)
    return Span(left_of(paid, entitled.most), left_of(paid, covered))
