"""The settled awards as parts of the answer: their lines with the last steps, and the totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from listing_rewards.assessment import (
    AwardLine,
    GroupTotal,
    OfWhichLine,
    ShareLine,
    Status,
    Step,
)
from listing_rewards.engines.exact.grounds import assumed_in
from listing_rewards.engines.exact.instalments import instalment_lines
from listing_rewards.engines.exact.machine import ExactAwards, ExactMachine, withholding
from listing_rewards.engines.exact.parts import (
    award_line,
    group_total,
    of_which_line,
    share_line,
)
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning import settling as joint_settling
from listing_rewards.meaning.awards import Granted
from listing_rewards.meaning.settling import Settling, by_level, for_others
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.values.range import NOTHING, Bounds
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth

SettledLine: TypeAlias = joint_settling.Line[Bounds, Truth, Trail]


class Line(NamedTuple):
    """One award, settled.

    Attributes:
        granted: the award before caps and payments.
        settled: whether what it is entitled to and what is payable are known.
        line: its line of the answer, still without checks, needs, assumptions and notices.
        assumed: the parts of the policy that are assumed and that the amounts rest on.
    """

    granted: Granted[Bounds, Truth, Trail]
    settled: bool
    line: AwardLine
    assumed: tuple[str, ...]


class Together(NamedTuple):
    """Awards settled together, by their ids, with their totals.

    Attributes:
        determined: whether all of the totals are known, and the cap of the group.
    """

    lines: dict[str, Line]
    entitled: Bounds
    payable: Bounds
    withheld: Bounds
    overpaid: Bounds
    group: GroupTotal | None
    determined: bool


def settled(awards: ExactAwards, group: str | None, members: Sequence[Award]) -> Together:
    """The awards of one group, or those of none, settled in the policy's order."""
    names = [award.id for award in members]
    notices = [withholding(name, awards.facts) for name in names]
    follows_from = awards.exact.follows_from(names)
    if follows_from is None:
        return _settle(awards, group, members, notices)
    open_cap = None if group is None or group in awards.relations.caps else awards.cap(group)
    key = ("settled", group, open_cap, *follows_from, *notices)
    return awards.facts.kept.of(key, lambda: _settle(awards, group, members, notices))


def _settle(
    awards: ExactAwards, group: str | None, members: Sequence[Award], notices: Sequence[str | None]
) -> Together:
    policy = awards.facts.policy
    found = Settling(awards).together(group, members)
    lines = {
        line.granted.award.id: _line(line, notice, awards)
        for line, notice in zip(found.lines, notices, strict=True)
    }
    total = None
    if group is not None and found.cap is not None:
        total = group_total(
            group=group,
            cap=found.cap,
            entitled=found.entitled,
            paid=found.paid.at_least,
            payable=found.payable,
            withheld=found.withheld,
            overpaid=found.overpaid,
            ground=policy.grounds[f"groups.{group}"],
        )
    totals = (found.entitled, found.payable, found.withheld, found.overpaid)
    determined = all(each.determined for each in (*totals, found.cap or NOTHING))
    return Together(lines, *totals, total, determined)


def _line(line: SettledLine, notice: str | None, awards: ExactAwards) -> Line:
    granted, policy = line.granted, awards.facts.policy
    steps = _last_steps(line, policy)
    if not line.withheld.nothing:
        steps.then("withheld", NOTHING, value=line.withheld, name=notice)
    shares = _shares(granted.award, line.payable, awards.exact)
    parts = () if granted.amount.nothing else instalment_lines(line, awards.conditions.register)
    for_them = _for_others(line, awards)
    known = line.entitled.determined and line.settled.determined
    so_far = award_line(
        award=granted.award.id,
        status=_status(line, awards, known=known),
        truth=granted.truth,
        nominal=granted.nominal,
        entitled=line.entitled,
        paid=awards.facts.paid[granted.award.id],
        payable=line.payable,
        withheld=line.withheld,
        overpaid=line.overpaid,
        checks=(),
        steps=tuple(steps.steps),
        amount_checks=(),
        needs=(),
        assumptions=(),
        notices=(),
        instalments=parts,
        shares=shares,
        of_which=for_them,
    )
    used: list[Step] = []
    if granted.truth is not NOT_MET:
        used = [each for each in steps.steps if not each.needed_no_rounding(steps.steps)]
    return Line(granted, known, so_far, tuple(assumed_in((*used, *parts, *shares))))


def _status(line: SettledLine, awards: ExactAwards, *, known: bool) -> Status:
    granted, nothing = line.granted, line.entitled.nothing
    if awards.checked[granted.award.id].not_reached:
        return "not_reached"
    if granted.truth is NOT_MET:
        return "refused"
    if not known:
        return "open"
    if granted.truth is MET and granted.holds is NOT_MET and nothing:
        return "replaced"
    if nothing and (granted.truth is UNKNOWN or not granted.amount.nothing):
        return "no_room"
    return "granted"


def _shares(award: Award, payable: Bounds, exact: ExactMachine) -> tuple[ShareLine, ...]:
    """What each level of government bears of what is payable."""
    return tuple(
        share_line(
            level=part.level,
            title=part.title,
            share=part.share,
            payable=amount,
            ground=exact.policy.grounds[f"shares.{award.borne_by}"],
        )
        for part, amount in by_level(exact, award, payable)
    )


def _for_others(line: SettledLine, awards: ExactAwards) -> tuple[OfWhichLine, ...]:
    """The parts of what is payable that are for others."""
    ground = awards.facts.policy.grounds[f"awards.{line.granted.award.id}"]
    return tuple(
        of_which_line(recipient=part.recipient, payable=amount, ground=ground)
        for part, amount in for_others(awards.exact, line)
    )


def _last_steps(line: SettledLine, policy: Policy) -> Trail:
    """The steps of the award itself, then the common cap and the payments where they apply."""
    granted = line.granted
    trail = Trail(granted.steps.steps)
    group = granted.award.group
    ground = policy.grounds[f"groups.{group}"] if group else None
    if group and not granted.amount.nothing:
        trail.then("room", line.entitled, value=line.room, ground=ground)
    if line.due != line.entitled:
        why = policy.grounds[f"instalments.{granted.award.paid_in}"]
        trail.then("due", line.due, value=line.due, ground=why)
    if not line.counted.nothing:
        trail.then("less_paid", line.unpaid, value=line.counted)
    if line.owed != line.unpaid:
        trail.then("kept", line.owed, truth=line.kept)
    if line.settled != line.owed:
        trail.then("room_left", line.settled, value=line.room_left, ground=ground)
    return trail
