"""Awards settled together: common caps, instalments, payments, and what a notice holds back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import (
    AwardLine,
    GroupTotal,
    InstalmentLine,
    ShareLine,
    Status,
    Step,
)
from listing_rewards.bounds import NOTHING, Bounds, total
from listing_rewards.engines.exact.entitlement import Entitlements, Granted
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.instalments import due_now, instalments_of
from listing_rewards.engines.exact.joint import as_one
from listing_rewards.engines.exact.making import award_line, group_total, share_line
from listing_rewards.engines.exact.telling import assumed_in
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.money import ZERO
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.rules.amounts import at_most
from listing_rewards.rules.caps import Claim, Settled, Settlement, settle
from listing_rewards.rules.splits import split
from listing_rewards.truth import MET, NOT_MET, UNKNOWN


class Line(NamedTuple):
    """One award, settled.

    Attributes:
        granted: the award before caps and payments.
        settled: whether what it is entitled to and what is payable are known.
        told: its line of the answer, still without checks, needs, assumptions and notices.
        assumed: the parts of the policy that are assumed and that the amounts rest on.
    """

    granted: Granted
    settled: bool
    told: AwardLine
    assumed: tuple[str, ...]


class Together(NamedTuple):
    """Awards settled together, by their ids, with their totals."""

    lines: dict[str, Line]
    entitled: Bounds
    payable: Bounds
    withheld: Bounds
    overpaid: Bounds
    group: GroupTotal | None


def settled(awards: Entitlements, group: str | None, members: Sequence[Award]) -> Together:
    """The awards of one group, or those of none, settled in the policy's order."""
    cap = awards.cap(group) if group else None
    names = [award.id for award in members]
    notices = [_withholding(name, awards.facts) for name in names]
    follows_from = awards.follows_from(names)
    if follows_from is None:
        return _settle(awards, group, cap, members, notices)
    open_cap = None if group in awards.relations.caps else cap
    key = ("settled", group, open_cap, *follows_from, *notices)
    return awards.facts.kept.of(key, lambda: _settle(awards, group, cap, members, notices))


def _settle(
    awards: Entitlements,
    group: str | None,
    cap: Bounds | None,
    members: Sequence[Award],
    notices: Sequence[str | None],
) -> Together:
    policy = awards.facts.policy
    granted = [awards.granted(award.id) for award in members]
    instalments = [instalments_of(each.award, awards) for each in granted]
    claims = [
        Claim(
            each.amount,
            awards.facts.paid[each.award.id],
            each.counted,
            due_now(parts, awards.entitled(each.award.id)) if parts else None,
            each.holds,
        )
        for each, parts in zip(granted, instalments, strict=True)
    ]
    settlement = settle(cap, claims, as_one(claims, granted, policy))
    parts = zip(granted, claims, settlement.parts, instalments, notices, strict=True)
    lines = {each[0].award.id: _line(*each, awards) for each in parts}
    paid = sum((claim.paid for claim in claims), ZERO)
    return _together(lines, settlement, paid, group, cap, policy)


def _together(
    lines: dict[str, Line],
    settlement: Settlement,
    paid: Decimal,
    group: str | None,
    cap: Bounds | None,
    policy: Policy,
) -> Together:
    withheld = total(line.told.withheld for line in lines.values())
    payable, most = settlement.payable, settlement.payable.at_most
    if not withheld.nothing:
        payable = at_most(total(line.told.payable for line in lines.values()), most)
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


def _line(
    granted: Granted,
    claim: Claim,
    part: Settled,
    instalments: tuple[InstalmentLine, ...],
    notice: str | None,
    awards: Entitlements,
) -> Line:
    policy = awards.facts.policy
    steps = _settling_steps(granted, claim, part, policy)
    withheld = NOTHING
    if notice and not part.payable.nothing:
        withheld = part.payable
        steps.then("withheld", NOTHING, value=withheld, name=notice)
    payable = NOTHING if notice else part.payable
    shares = _shares(granted.award.borne_by, payable, policy)
    kept_parts = () if granted.amount.nothing else instalments
    told = award_line(
        award=granted.award.id,
        status=_status(granted, part, awards),
        truth=granted.truth,
        nominal=granted.nominal,
        entitled=part.entitled,
        paid=claim.paid,
        payable=payable,
        withheld=withheld,
        overpaid=part.overpaid,
        checks=(),
        steps=tuple(steps.steps),
        amount_checks=(),
        needs=(),
        assumptions=(),
        notices=(),
        instalments=kept_parts,
        shares=shares,
    )
    used: list[Step] = []
    if granted.truth is not NOT_MET:
        used = [each for each in steps.steps if not each.needed_no_rounding(steps.steps)]
    return Line(granted, _is_settled(part), told, tuple(assumed_in((*used, *kept_parts, *shares))))


def _is_settled(part: Settled) -> bool:
    return part.entitled.determined and part.payable.determined


def _status(granted: Granted, part: Settled, awards: Entitlements) -> Status:
    if awards.checked[granted.award.id].not_reached:
        return "not_reached"
    if granted.truth is NOT_MET:
        return "refused"
    if not _is_settled(part):
        return "open"
    if granted.truth is MET and granted.holds is NOT_MET and part.entitled.nothing:
        return "replaced"
    if part.entitled.nothing and (granted.truth is UNKNOWN or not granted.amount.nothing):
        return "no_room"
    return "granted"


def _shares(name: str | None, payable: Bounds, policy: Policy) -> tuple[ShareLine, ...]:
    """What each level of government bears of what is payable."""
    if name is None or payable.nothing:
        return ()
    parts, ground = policy.shares[name].parts, policy.grounds[f"shares.{name}"]
    amounts = split(payable, [part.share for part in parts], unit=policy.rounding.unit)
    return tuple(
        share_line(
            level=part.level, title=part.title, share=part.share, payable=amount, ground=ground
        )
        for part, amount in zip(parts, amounts, strict=True)
    )


def _withholding(award: str, facts: Facts) -> str | None:
    """The notice that holds back what is payable on the day asked for."""
    for notice in facts.relations.withholding[award]:
        if facts.as_of >= notice.since:
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
