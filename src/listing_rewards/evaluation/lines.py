"""The settled awards as lines of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.assessment import AwardLine, Need
from listing_rewards.evaluation.entitlement import Entitlements
from listing_rewards.evaluation.needs import Needs, needs_of
from listing_rewards.evaluation.settling import Line, Together
from listing_rewards.evaluation.telling import assumptions_of, notices_of
from listing_rewards.made import changed
from listing_rewards.policy.kept import kept
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
    """The line with what differs from one enterprise to the next, although the amounts do not."""
    name = line.told.award
    alone = line.told.status == "not_reached" and name in awards.relations.self_evident
    if alone and name not in awards.facts.payments:
        return kept(awards.facts.policy, ("told", name), lambda: _told(line, awards, needs))
    return _told(line, awards, needs)


def _told(line: Line, awards: Entitlements, needs: tuple[Need, ...]) -> AwardLine:
    granted, facts = line.granted, awards.facts
    award, policy = granted.award, facts.policy
    checked = awards.checked(award.id)
    refused = granted.truth is Truth.NOT_MET
    asked = awards.conditions.together(
        () if refused else awards.relations.asked_by_amount[award.id]
    )
    assumed = (*checked.assumed, *asked.assumed, *line.assumed)
    earned = None if granted.amount.nothing else checked.last or facts.as_of
    return changed(
        line.told,
        checks=checked.checks,
        amount_checks=asked.checks,
        needs=needs,
        assumptions=assumptions_of(assumed, policy),
        notices=notices_of(award, earned, facts),
    )


def _needs(line: Line, awards: Entitlements, earlier: Iterable[Need]) -> tuple[Need, ...]:
    """What would settle a line: its own needs, and those of the awards it hangs on."""
    award = line.granted.award
    found = Needs(awards.conditions, (award.id,))
    own = [*needs_of(award, awards.checked(award.id).checks, line.told.steps, awards.conditions)]
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
            awards.checked(other).checks,
            awards.granted(other).trail.steps,
            awards.conditions,
        )
    if award.group:
        for each in policy.groups[award.group].cap_when:
            own += found.of_condition(each.when)
    if not own:
        own = [*earlier]
    return tuple(dict.fromkeys(changed(need, awards=(award.id,)) for need in own))
