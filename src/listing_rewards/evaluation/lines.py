"""The settled awards as lines of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.assessment import AwardLine, Check, Need, ShareLine, Status
from listing_rewards.evaluation.entitlement import Entitlements
from listing_rewards.evaluation.making import award_line, share_line
from listing_rewards.evaluation.needs import Needs, needs_of
from listing_rewards.evaluation.settling import Line, Together
from listing_rewards.evaluation.telling import assumed_in, assumptions_of, notices_of
from listing_rewards.rules.splits import split
from listing_rewards.truth import Truth


def lines_of(together: Together, awards: Entitlements) -> Iterator[AwardLine]:
    """The lines of a group; one that only others leave open has their needs."""
    earlier: dict[tuple[object, ...], Need] = {}
    for line in together.lines:
        needs = () if line.settled else _needs(line, awards, earlier.values())
        for each in needs:
            earlier.setdefault((each.kind, each.name, each.on, each.or_else), each)
        yield _line(line, awards, needs)


def _line(line: Line, awards: Entitlements, needs: tuple[Need, ...]) -> AwardLine:
    granted, part = line.granted, line.part
    award, policy = granted.award, awards.facts.policy
    refused = granted.truth is Truth.NOT_MET
    grant = not granted.amount.nothing
    amount_checks = () if refused else awards.amount_checks(award.id)
    checks = awards.checks(award.id)
    instalments = line.instalments if grant else ()
    shares = tuple(_shares(line, awards)) if award.borne_by else ()
    assumed = assumed_in((*checks, *amount_checks))
    assumed += () if refused else line.assumed
    assumed += assumed_in((*instalments, *shares))
    return award_line(
        award=award.id,
        status=_status(line, checks),
        truth=granted.truth,
        nominal=granted.nominal,
        entitled=part.entitled,
        paid=awards.paid(award.id),
        payable=line.payable,
        withheld=line.withheld,
        overpaid=part.overpaid,
        checks=checks,
        steps=line.steps,
        amount_checks=amount_checks,
        needs=needs,
        assumptions=assumptions_of(assumed, policy),
        notices=notices_of(award, policy, awards.facts, granted=grant),
        instalments=instalments,
        shares=shares,
    )


def _shares(line: Line, awards: Entitlements) -> Iterator[ShareLine]:
    policy = awards.facts.policy
    name = line.granted.award.borne_by
    if name is None or line.payable.nothing:
        return
    parts = policy.shares[name].parts
    amounts = split(line.payable, [part.share for part in parts], unit=policy.rounding.unit)
    for part, amount in zip(parts, amounts, strict=True):
        ground = policy.grounds[f"shares.{name}"]
        yield share_line(
            level=part.level, title=part.title, share=part.share, payable=amount, ground=ground
        )


def _status(line: Line, checks: tuple[Check, ...]) -> Status:
    granted, part = line.granted, line.part
    if granted.truth is Truth.NOT_MET:
        return "not_reached" if checks[0].truth is Truth.NOT_MET else "refused"
    if not line.settled:
        return "open"
    if granted.truth is Truth.MET and granted.holds is Truth.NOT_MET and part.entitled.nothing:
        return "replaced"
    if part.entitled.nothing and (granted.truth is Truth.UNKNOWN or not granted.amount.nothing):
        return "no_room"
    return "granted"


def _needs(line: Line, awards: Entitlements, earlier: Iterable[Need]) -> tuple[Need, ...]:
    """What would settle a line: its own needs, and those of the awards it hangs on."""
    award = line.granted.award
    found = Needs(awards.conditions, (award.id,))
    own = [*needs_of(award, awards.checks(award.id), line.steps, awards.conditions)]
    policy = awards.facts.policy
    if award.paid_in:
        for part in policy.instalments[award.paid_in].parts:
            if part.event:
                own += found.of_event(part.event)
    for other in awards.relations.hangs_on(award.id):
        if awards.truth(other) is not Truth.UNKNOWN and awards.entitled(other).determined:
            continue
        own += needs_of(
            policy.award(other),
            awards.checks(other),
            awards.granted(other).trail.steps,
            awards.conditions,
        )
    if award.group:
        for each in policy.groups[award.group].cap_when:
            own += found.of_condition(each.when)
    if not own:
        own = [*earlier]
    return tuple(dict.fromkeys(need.model_copy(update={"awards": (award.id,)}) for need in own))
