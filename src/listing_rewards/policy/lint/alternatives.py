"""Awards that stand for one another: best-of lists, replacements and subtractions."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.errors import fault
from listing_rewards.policy.lint.finding import Finding, advice, amounts_of, award_named, error
from listing_rewards.policy.model import Policy


def less_and_replaces(policy: Policy) -> Iterator[Finding]:
    """An award that subtracts one which it also replaces: what was paid would count twice."""
    for path, award, amount in amounts_of(policy):
        for name in amount.less:
            if name in award.replaces:
                named = award_named(policy, name)
                yield error(fault("less_and_replaces", path=f"{path}.less", award=named))


def best_of_and_replaces(policy: Policy) -> Iterator[Finding]:
    """Two awards of which the higher is given, and of which one replaces the other."""
    for name, best in policy.best_of.items():
        for award in best.awards:
            for replaced in policy.award(award).replaces:
                if replaced in best.awards:
                    yield advice(
                        fault(
                            "best_of_and_replaces",
                            path=f"best_of.{name}.awards",
                            award=award_named(policy, award),
                            replaced=award_named(policy, replaced),
                        )
                    )


def replaces_in_a_chain(policy: Policy) -> Iterator[Finding]:
    """An award that replaces one which replaces a third, but not the third itself."""
    for award in policy.awards:
        for middle in award.replaces:
            for last in policy.award(middle).replaces:
                if last not in award.replaces:
                    yield advice(
                        fault(
                            "replaces_in_a_chain",
                            path=f"awards.{award.id}.replaces",
                            middle=award_named(policy, middle),
                            last=award_named(policy, last),
                        )
                    )
