"""What an answer rests on and what bears on it: assumptions and laws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from listing_rewards.assessment import Assumption, AwardLine, CombinedCheck, Exposure
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.parts import assumption
from listing_rewards.policy.grants import Notice
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground


class _Grounded(Protocol):
    """A part of an answer that rests on something."""

    @property
    def ground(self) -> Ground | None:
        """The clause or assumption."""


def assumed_in(parts: Iterable[_Grounded]) -> list[str]:
    """The parts of a policy that are assumed, and that parts of an answer rest on."""
    found: list[str] = []
    for part in parts:
        ground = part.ground
        if ground is not None and ground.assumed:
            found.append(ground.assumed)
        if isinstance(part, CombinedCheck):
            found += assumed_in(part.parts)
    return found


def assumptions_of(where: tuple[str, ...], facts: Facts) -> tuple[Assumption, ...]:
    """The assumptions about some parts of a policy, each once."""
    return facts.kept.of(("assumptions", where), lambda: _assumptions(where, facts.policy))


def _assumptions(where: Iterable[str], policy: Policy) -> tuple[Assumption, ...]:
    reasons = policy.assumptions
    return tuple([assumption(where=each, reason=reasons[each]) for each in dict.fromkeys(where)])


def notices_of(award: str, earned: date | None, facts: Facts) -> tuple[str, ...]:
    """The notices that bear on an award: its event or a payment falls on or after their day.

    Args:
        award: the award's id.
        earned: the last day on which it is earned, or may be; None where it is not.
        facts: the case as the policy reads it.
    """
    notices = facts.relations.notices[award]
    if not notices:
        return ()
    last = earned or date.min
    if payments := facts.payments.get(award):
        last = max(last, payments[-1].on)
    return tuple([name for since, name in notices if since <= last])


def awards_by_notice(lines: Mapping[str, AwardLine]) -> dict[str, list[str]]:
    """The awards on which each notice bears, in the order of the lines; none on which none does."""
    bears_on: dict[str, list[str]] = defaultdict(list)
    for award, line in lines.items():
        for name in line.notices:
            bears_on[name].append(award)
    return bears_on


def raised(policy: Policy, bears_on: Mapping[str, list[str]]) -> Iterator[Notice]:
    """Each notice that bears on an award here, narrowed to those on which it does."""
    for notice in policy.notices if bears_on else ():
        if awards := tuple(bears_on.get(notice.id, ())):
            key = ("raised", notice.id, awards)
            yield policy.memo.of(key, partial(notice.model_copy, update={"awards": awards}))


def merged_assumptions(
    lines: Iterable[AwardLine], exposures: Sequence[Exposure], facts: Facts
) -> tuple[Assumption, ...]:
    """Each assumption once, in the order in which the lines use them, then the exposures."""
    merged = {each.where: each for line in lines for each in line.assumptions}
    for each in assumptions_of(tuple(assumed_in(exposures)), facts) if exposures else ():
        merged[each.where] = each
    return tuple(merged.values())
