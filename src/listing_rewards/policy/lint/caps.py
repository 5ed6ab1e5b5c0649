"""Common caps beside what their awards can give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from listing_rewards.errors import fault
from listing_rewards.policy.grants import Group
from listing_rewards.policy.lint.finding import Finding, advice, award_named, yuan
from listing_rewards.policy.lint.most import most_of, most_together
from listing_rewards.policy.model import Policy


def caps_below_an_award(policy: Policy) -> Iterator[Finding]:
    """A common cap that is lower than what one of its awards can give, whatever conditions hold."""
    for award in policy.awards:
        most = most_of(award, policy)
        if award.group is None or most is None:
            continue
        cap = max(cap for _, cap in _caps(policy.groups[award.group]))
        if cap < most:
            yield advice(
                fault(
                    "cap_below_an_award",
                    path=f"groups.{award.group}.cap",
                    cap=yuan(cap),
                    award=award_named(policy, award.id),
                    most=yuan(most),
                )
            )


def caps_above_the_sum(policy: Policy) -> Iterator[Finding]:
    """A common cap that is higher than what its awards can add up to."""
    for name, group in policy.groups.items():
        awards = [award for award in policy.awards if award.group == name]
        most = most_together(awards, policy) if awards else None
        for key, cap in _caps(group) if most is not None else ():
            if most is not None and cap > most:
                path = f"groups.{name}.{key}"
                yield advice(fault("cap_above_the_sum", path=path, cap=yuan(cap), most=yuan(most)))


def _caps(group: Group) -> Iterator[tuple[str, Decimal]]:
    """Every cap that a group may have, with its key."""
    yield "cap", group.cap
    yield from ((f"cap_when[{i}].cap", each.cap) for i, each in enumerate(group.cap_when))
