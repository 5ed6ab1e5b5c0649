"""Awards settled together: common caps, instalments, payments, and what a notice holds back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import GroupTotal, InstalmentLine, Step
from listing_rewards.bounds import NOTHING, Bounds, total
from listing_rewards.evaluation.entitlement import Entitlements, Granted
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.joint import as_one
from listing_rewards.evaluation.making import group_total, instalment_line
from listing_rewards.evaluation.telling import assumed_in
from listing_rewards.evaluation.trail import Trail
from listing_rewards.money import ZERO
from listing_rewards.periods import LATEST, corresponding_day
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.kept import kept
from listing_rewards.policy.model import Policy
from listing_rewards.rules.amounts import at_most
from listing_rewards.rules.caps import Claim, Settled, Settlement, settle
from listing_rewards.rules.conditions import granted_when
from listing_rewards.rules.splits import split
from listing_rewards.truth import Truth


class Line(NamedTuple):
    """One award, settled.

    Attributes:
        granted: the award before caps and payments.
        part: what caps and payments made of it.
        payable: what is to be paid now.
        withheld: what would be, but a notice holds it back.
        instalments: its parts, where it is paid over time.
        settled: whether what it is entitled to and what is payable are known.
        steps: every step.
        assumed: the parts of the policy that are assumed and that the steps rest on; a rounding
            that changed nothing rests on nothing.
    """

    granted: Granted
    part: Settled
    payable: Bounds
    withheld: Bounds
    instalments: tuple[InstalmentLine, ...]
    settled: bool
    steps: tuple[Step, ...]
    assumed: tuple[str, ...]


class Together(NamedTuple):
    """Awards settled together, with their totals."""

    lines: list[Line]
    entitled: Bounds
    payable: Bounds
    withheld: Bounds
    overpaid: Bounds
    group: GroupTotal | None


def settled(awards: Entitlements, group: str | None, members: Sequence[Award]) -> Together:
    """The awards of one group, or those of none, settled in the policy's order."""
    policy = awards.facts.policy
    cap = awards.cap(group) if group else None
    notices = [_withholding(award, awards.facts) for award in members]
    follows_from = [awards.follows_from(award.id) for award in members]
    if None in follows_from:
        return _settle(awards, group, cap, members, notices)
    key = ("settled", group, cap, *follows_from, *notices)
    return kept(policy, key, lambda: _settle(awards, group, cap, members, notices))


def _settle(
    awards: Entitlements,
    group: str | None,
    cap: Bounds | None,
    members: Sequence[Award],
    notices: Sequence[str | None],
) -> Together:
    policy = awards.facts.policy
    granted = [awards.granted(award.id) for award in members]
    instalments = [_instalments(each.award, awards) for each in granted]
    claims = [
        Claim(
            each.amount,
            awards.paid(each.award.id),
            each.counted,
            _due_now(parts, awards.entitled(each.award.id)) if parts else None,
            each.holds,
        )
        for each, parts in zip(granted, instalments, strict=True)
    ]
    settlement = settle(cap, claims, as_one(claims, granted, policy, group))
    lines = [
        _line(*each, policy)
        for each in zip(granted, claims, settlement.parts, instalments, notices, strict=True)
    ]
    paid = sum((claim.paid for claim in claims), ZERO)
    return _together(lines, settlement, paid, group, cap, policy)


def _together(
    lines: list[Line],
    settlement: Settlement,
    paid: Decimal,
    group: str | None,
    cap: Bounds | None,
    policy: Policy,
) -> Together:
    withheld = total(line.withheld for line in lines)
    payable, most = settlement.payable, settlement.payable.at_most
    if not withheld.nothing:
        payable = at_most(total(line.payable for line in lines), most)
        withheld = at_most(withheld, most)
    entitled, overpaid = settlement.entitled, settlement.overpaid
    if group is None or cap is None:
        return Together(lines, entitled, payable, withheld, overpaid, None)
    told = group_total(
        group=group,
        cap=cap,
        entitled=entitled,
        paid=paid,
        payable=payable,
        withheld=withheld,
        overpaid=overpaid,
        ground=policy.grounds[f"groups.{group}"],
    )
    return Together(lines, entitled, payable, withheld, overpaid, told)


def _instalments(award: Award, awards: Entitlements) -> tuple[InstalmentLine, ...]:
    if award.paid_in is None:
        return ()
    facts = awards.facts
    parts = facts.policy.instalments[award.paid_in].parts
    unit = facts.policy.rounding.unit
    ground = facts.policy.grounds[f"instalments.{award.paid_in}"]
    entitled = awards.entitled(award.id)
    amounts = split(entitled, [part.share for part in parts], unit=unit)
    lines = []
    for part, amount in zip(parts, amounts, strict=True):
        due, due_on = _due_on(part, award, facts)
        lines.append(
            instalment_line(
                share=part.share,
                amount=at_most(amount, entitled.at_most),
                due_on=due_on,
                due=due,
                ground=ground,
            )
        )
    return tuple(lines)


def _due_on(part: Instalment, award: Award, facts: Facts) -> tuple[Truth, date | None]:
    """Whether a part is due, and from which day; the day is None where it is not known."""
    events = facts.events.get(part.event, []) if part.event else facts.in_force(award.earned_by)
    if not events:
        return facts.happened(part.event or award.earned_by), None
    day = min(corresponding_day(events[0].on, years=part.years, months=part.months), LATEST)
    return Truth.of(day <= facts.as_of), day


def _due_now(parts: Sequence[InstalmentLine], entitled: Bounds) -> Bounds | None:
    """What is due of an amount paid in parts; None where all of it is."""
    if all(part.due is Truth.MET for part in parts):
        return None
    due = total(granted_when(part.due, part.amount) for part in parts)
    return at_most(due, entitled.at_most)


def _line(
    granted: Granted,
    claim: Claim,
    part: Settled,
    instalments: tuple[InstalmentLine, ...],
    notice: str | None,
    policy: Policy,
) -> Line:
    steps = _settling_steps(granted, claim, part, policy)
    withheld = NOTHING
    if notice and not part.payable.nothing:
        withheld = part.payable
        steps.then("withheld", NOTHING, value=withheld, name=notice)
    payable = NOTHING if notice else part.payable
    used = [each for each in steps.steps if not each.needed_no_rounding(steps.steps)]
    assumed = tuple(assumed_in(used))
    known = part.entitled.determined and part.payable.determined
    return Line(granted, part, payable, withheld, instalments, known, tuple(steps.steps), assumed)


def _withholding(award: Award, facts: Facts) -> str | None:
    """The notice that holds back what is payable on the day asked for."""
    for notice in facts.policy.relations.notices[award.id]:
        if notice.effect == "withhold" and facts.as_of >= notice.since:
            return notice.id
    return None


def _settling_steps(granted: Granted, claim: Claim, part: Settled, policy: Policy) -> Trail:
    """The steps of the award itself, then the common cap and the payments where they apply."""
    trail = Trail(granted.trail.steps)
    group = granted.award.group
    ground = policy.grounds[f"groups.{group}"] if group else None
    if group and not granted.amount.nothing:
        trail.then("room", part.entitled, value=part.room, ground=ground)
    if claim.due is not None and claim.due != part.entitled:
        why = policy.grounds[f"instalments.{granted.award.paid_in}"]
        trail.then("due", claim.due, value=claim.due, ground=why)
    if not claim.counted.nothing:
        trail.then("less_paid", part.owed, value=claim.counted)
    if part.payable != part.owed:
        trail.then("room_left", part.payable, value=part.room_after_payments, ground=ground)
    return trail
