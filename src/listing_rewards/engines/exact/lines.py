"""The settled awards as lines of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from listing_rewards.assessment import AwardLine, Need
from listing_rewards.engines.exact.grounds import assumptions_of, notices_of
from listing_rewards.engines.exact.machine import ExactAwards
from listing_rewards.engines.exact.needs import Needs, needs_of
from listing_rewards.engines.exact.parts import award_line, need
from listing_rewards.engines.exact.settling import Line, Together
from listing_rewards.policy.grants import Award
from listing_rewards.values.truth import NOT_MET, UNKNOWN


def lines_of(together: Together, awards: ExactAwards) -> Iterator[tuple[str, AwardLine]]:
    """The lines of a group by award; one that only others leave open has their needs."""
    earlier: dict[tuple[object, ...], Need] = {}
    for name, line in together.lines.items():
        needs = () if line.settled else _needs(line, awards, earlier.values())
        for each in needs:
            earlier.setdefault((each.kind, each.name, each.on, each.or_else), each)
        complete = partial(_complete, name, line, awards, needs)
        alone = awards.checked[name].not_reached and name in awards.relations.self_evident
        if alone and name not in awards.facts.payments:
            yield name, awards.facts.kept.of(("line", name), complete)
        else:
            yield name, complete()


def _complete(name: str, line: Line, awards: ExactAwards, needs: tuple[Need, ...]) -> AwardLine:
    """The line with what differs from one enterprise to the next, although the amounts do not."""
    so_far, granted, facts, checked = line.line, line.granted, awards.facts, awards.checked[name]
    refused = granted.truth is NOT_MET
    asked = awards.conditions.together(() if refused else awards.relations.amount_asks[name])
    assumed = (*checked.assumed, *asked.assumed, *line.assumed)
    earned = None if granted.amount.nothing else checked.last or facts.as_of
    return award_line(
        award=so_far.award,
        status=so_far.status,
        truth=so_far.truth,
        nominal=so_far.nominal,
        entitled=so_far.entitled,
        paid=so_far.paid,
        payable=so_far.payable,
        withheld=so_far.withheld,
        overpaid=so_far.overpaid,
        steps=so_far.steps,
        instalments=so_far.instalments,
        shares=so_far.shares,
        of_which=so_far.of_which,
        checks=checked.checks,
        amount_checks=asked.checks,
        needs=needs,
        assumptions=assumptions_of(assumed, facts),
        notices=notices_of(name, earned, facts),
    )


def _events_of_payment(award: Award, awards: ExactAwards) -> Iterator[str]:
    """The events on which it depends when an award is paid, and whether it still is."""
    if award.paid_in:
        for part in awards.facts.policy.instalments[award.paid_in].parts:
            if part.event:
                yield part.event
    if awards.exact.kept(award.id) is UNKNOWN:
        for name in awards.relations.binding[award.id]:
            yield from awards.relations.undertakings[name].events


def _needs(line: Line, awards: ExactAwards, earlier: Iterable[Need]) -> tuple[Need, ...]:
    """What would settle a line: its own needs, and those of the awards it hangs on."""
    award = line.granted.award
    found = Needs(awards.conditions, (award.id,))
    own = [*needs_of(award, awards.checked[award.id].checks, line.line.steps, awards.conditions)]
    policy = awards.facts.policy
    for kind in _events_of_payment(award, awards):
        own += found.of_event(kind)
    for other in awards.relations.hangs_on(award.id):
        if awards.exact.truth(other) is not UNKNOWN and awards.entitled(other).determined:
            continue
        own += needs_of(
            policy.award(other),
            awards.checked[other].checks,
            awards.granted(other).steps.steps,
            awards.conditions,
        )
    if award.group:
        for each in policy.groups[award.group].cap_when:
            own += found.of_condition(each.when)
        if awards.cap(award.group).at_most is None:
            own.append(need(kind="group_cap", name=award.group, awards=(award.id,)))
    if not own:
        own = [*earlier]
    return tuple(dict.fromkeys(replace(each, awards=(award.id,)) for each in own))
