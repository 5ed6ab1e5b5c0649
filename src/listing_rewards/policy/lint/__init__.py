"""What is wrong or doubtful with a policy before any case is seen.

What cannot be carried out at all is refused when a document is read; see `policy.consistency`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from listing_rewards.money import exact
from listing_rewards.policy.lint import (
    alternatives,
    amounts,
    bands,
    caps,
    days,
    reach,
    traps,
    unused,
)
from listing_rewards.policy.lint.finding import Finding, Level
from listing_rewards.policy.model import Policy

__all__ = ["RULES", "Finding", "Level", "lint"]

RULES: tuple[Callable[[Policy], Iterator[Finding]], ...] = (
    bands.bands,
    amounts.floor_above_cap,
    amounts.nothing_is_counted,
    amounts.share_of_what,
    reach.needs_that_contradict,
    reach.events_never_in_time,
    reach.nothing_ever_given,
    reach.events_in_a_circle,
    alternatives.less_and_replaces,
    alternatives.best_of_and_replaces,
    alternatives.replaces_in_a_chain,
    days.issued_after_published,
    days.reaches_back,
    days.values_outside_the_days,
    caps.caps_below_an_award,
    caps.caps_above_the_sum,
    traps.one_day_for_all,
    traps.cap_before_increase,
    traps.all_events_count,
    unused.unused_facts,
    unused.unused_clauses,
    unused.unused_parts,
)
"""Every rule that needs no day, in the order in which its findings are told."""


@exact
def lint(policy: Policy, *, as_of: date | None = None) -> tuple[Finding, ...]:
    """What is wrong or doubtful with a policy: errors first, then advice.

    Args:
        policy: what `load_policy` has read.
        as_of: the day on which somebody's word that the numbers still hold must be no older than
            a year; None: that is not asked.

    >>> from datetime import date
    >>> from listing_rewards import lint, load_policy
    >>> lint(load_policy("zhanjiang-bse-2023"))
    ()
    >>> (found,) = lint(load_policy("zhanjiang-bse-2023"), as_of=date(2026, 1, 1))
    >>> found.level, found.fault.code, found.fault.path
    ('advice', 'never_confirmed', 'document.confirmed')
    """
    found = [each for rule in RULES for each in rule(policy)]
    if as_of is not None:
        found += days.not_confirmed(policy, as_of)
    return tuple(sorted(found, key=lambda each: each.level != "error"))
