"""A ledger of one level of government: what that level bears of an answer, and the other way round.

An award whose shares the policy states is compared with the level's share of it; one whose shares
it does not state, with the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from listing_rewards.assessment import Assessment, AwardLine, GroupTotal, InstalmentLine
from listing_rewards.engines.exact.splits import in_parts, split
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import FEN, ZERO, plain_signs, round_yuan
from listing_rewards.values.range import NOTHING, Bounds, exactly, total
from listing_rewards.values.truth import MET, NOT_MET

_AFTER_PAYMENTS = {"undertaking", "payments_of_group", "notice"}
"""What leaves less of an award after what was paid is taken off."""


def level_named(name: str, policy: Policy) -> str:
    """The level of government of this id or title.

    Raises:
        InvalidCase: no shares of the policy have such a level.
    """
    known = {
        plain_signs(written): part.level
        for shares in policy.shares.values()
        for part in shares.parts
        for written in (part.level, part.title.zh, part.title.en)
    }
    if plain_signs(name) not in known:
        accepted = sorted(set(known.values()))
        raise InvalidCase(fault("unknown_level", name, accepted=accepted, policy=policy.id))
    return known[plain_signs(name)]


def awards_in_whole(policy: Policy) -> list[str]:
    """The awards whose shares the policy does not state."""
    return [award.id for award in policy.awards if award.borne_by is None]


def _parts(award: str, policy: Policy, level: str) -> tuple[list[Decimal], int | None]:
    """The shares of an award, and the place of a level's among them; none where it bears nothing.

    An award whose shares the policy does not state is the level's alone.
    """
    if (name := policy.award(award).borne_by) is None:
        return [Decimal(1)], 0
    parts = policy.shares[name].parts
    at = next((i for i, each in enumerate(parts) if each.level == level), None)
    return [each.share for each in parts], at


def borne(amount: Bounds, award: str, policy: Policy, level: str) -> Bounds:
    """What a level bears of an amount for an award."""
    shares, at = _parts(award, policy, level)
    if at is None:
        return NOTHING
    return amount if shares[at] == 1 else split(amount, shares, unit=policy.rounding.unit)[at]


def borne_of(amount: Decimal, award: str, policy: Policy, level: str) -> Decimal:
    """What a level bears of a payment; below 0 where it came back."""
    part = borne(exactly(abs(amount)), award, policy, level).at_least
    return part if amount >= 0 else -part


def whole_of(part: Decimal, award: str, policy: Policy, level: str) -> Decimal:
    """The whole payment for an award of which a level bore this part.

    The level's part of it is the part again, to the fen; the first level's also has what of the
    whole is less than a unit. Where the level bears nothing of the award, it is the part itself.
    """
    shares, at = _parts(award, policy, level)
    if at is None or not part or not shares[at]:
        return part
    unit = policy.rounding.unit
    about = round(Fraction(part) / Fraction(shares[at]) / Fraction(FEN)) * FEN
    steps = sorted(range(-len(shares) - 1, len(shares) + 2), key=abs)
    near = [about, *(about + step * each for each in (FEN, unit) for step in steps)]
    if at == 0:
        about_units = round_yuan(about, unit=unit, mode="down")
        whole_units = [each for step in steps if (each := about_units + step * unit) >= 0]
        near += [each + part - in_parts(each, shares, unit=unit)[at] for each in whole_units]
    fitting = [each for each in near if each > 0 and in_parts(each, shares, unit=unit)[at] == part]
    return next(iter(fitting), about)


def wholes(
    paid: Mapping[tuple[str, date], Decimal], before: Assessment | None, policy: Policy, level: str
) -> dict[tuple[str, date], Decimal]:
    """The whole payments of which a level bore its part, by award and day.

    Args:
        paid: what the level paid.
        before: an answer with such payments, if there is one: who paid just the level's part of
            what is entitled stands for all that is entitled.
        policy: the policy.
        level: the level.
    """
    found: dict[tuple[str, date], Decimal] = {}
    for award in dict.fromkeys(award for award, _ in paid):
        days = sorted(day for each, day in paid if each == award)
        own = reached = ZERO
        for day in days:
            own += paid[award, day]
            whole = whole_of(own, award, policy, level)
            if before is not None and day == days[-1]:
                entitled = before.line(award).entitled
                if entitled.determined and borne(entitled, award, policy, level) == exactly(own):
                    whole = entitled.at_least
            found[award, day] = whole - reached
            reached = whole
    return {key: amount for key, amount in found.items() if amount}


def at_level(answer: Assessment, level: str, paid: Mapping[str, Decimal]) -> Assessment:
    """The awards, common caps and exposures of an answer in the yuan that a level bears.

    The totals of the answer stay those of all levels, and so do the operands of its steps.

    Args:
        answer: an answer in which every payment of the level stands for the whole payment.
        level: the level.
        paid: yuan that the level paid, by award.
    """
    policy = answer.policy
    counted = _counted(answer, paid)
    lines = {
        line.award: _line(line, policy, level, paid.get(line.award, ZERO), counted)
        for line in answer.lines
    }
    return replace(
        answer,
        lines=tuple(lines.values()),
        groups=tuple(_group(policy, each, lines, level) for each in answer.groups),
        exposures=tuple(
            replace(
                each,
                amount=borne(each.amount, each.award, policy, level),
                at_most=borne_of(each.at_most, each.award, policy, level),
            )
            for each in answer.exposures
        ),
    )


def _counted(answer: Assessment, paid: Mapping[str, Decimal]) -> Mapping[str, Decimal] | None:
    """Yuan paid that count for each award; None where a missing fact decides for which."""
    found = dict.fromkeys(answer.policy.relations.awards, ZERO)
    for award, amount in paid.items():
        holder = answer.counts_for(award)
        if holder is None:
            return None
        found[holder] += amount
    return found


def _line(
    line: AwardLine,
    policy: Policy,
    level: str,
    own: Decimal,
    counted: Mapping[str, Decimal] | None,
) -> AwardLine:
    """One award at a level, of which the level paid its `own` yuan, and which `counted` for it."""

    def part(amount: Bounds) -> Bounds:
        return borne(amount, line.award, policy, level)

    instalments = tuple(replace(each, amount=part(each.amount)) for each in line.instalments)
    entitled = part(line.entitled)
    if instalments and entitled.determined:
        entitled = _as_paid(entitled, total(each.amount for each in instalments), own)
    payable = part(line.payable)
    if counted is not None and _AFTER_PAYMENTS.isdisjoint(c.by for c in line.cut_by):
        due = _due(instalments, entitled)
        if due.determined and instalments:
            due = _as_paid(part(_due(line.instalments, line.entitled)), due, counted[line.award])
        payable = due.less(exactly(counted[line.award]))
    return replace(
        line,
        nominal=part(line.nominal),
        entitled=entitled,
        paid=own,
        payable=payable,
        withheld=part(line.withheld),
        overpaid=part(line.overpaid),
        steps=tuple(replace(step, result=part(step.result)) for step in line.steps),
        instalments=instalments,
    )


def _as_paid(at_once: Bounds, in_parts: Bounds, paid: Decimal) -> Bounds:
    """A level's part of several instalments: rounded at once or each by itself, as it was paid."""
    least, most = sorted([at_once.at_least, in_parts.at_least])
    return exactly(min(max(paid, least), most))


def _due(instalments: Sequence[InstalmentLine], entitled: Bounds) -> Bounds:
    """What of an award is due, or may be."""
    ahead = [each for each in instalments if each.due is not MET]
    if not ahead:
        return entitled
    by_now = total(
        each.amount if each.due is MET else Bounds(ZERO, each.amount.at_most)
        for each in instalments
        if each.due is not NOT_MET
    )
    return by_now if entitled.at_most is None else by_now.capped(entitled.at_most)


def _group(
    policy: Policy, group: GroupTotal, lines: Mapping[str, AwardLine], level: str
) -> GroupTotal:
    """A common cap over what the level bears.

    Where each award is determined, or their shares are not the same, it is no tighter than the
    awards themselves.
    """
    members = policy.relations.members[group.group]
    own = [lines[award.id] for award in members]
    alike = len({award.borne_by for award in members}) == 1
    settled = all(line.entitled.determined and line.payable.determined for line in own)

    def part(amount: Bounds) -> Bounds:
        return borne(amount, members[0].id, policy, level) if alike else amount

    return replace(
        group,
        cap=part(group.cap),
        paid=sum((line.paid for line in own), ZERO),
        entitled=part(group.entitled) if alike and not settled else total(x.entitled for x in own),
        payable=part(group.payable) if alike and not settled else total(x.payable for x in own),
        overpaid=part(group.overpaid) if alike and not settled else NOTHING,
    )
