"""What is wrong or doubtful with a policy before any case is seen.

What cannot be carried out at all is refused when a document is read; see `policy.consistency`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from listing_rewards.policy.lint import (
    amounts,
    awards,
    beside,
    budgets,
    conditions,
    days,
    document,
    events,
    nowhere,
    parts,
    times,
    unsaid,
    wording,
)
from listing_rewards.policy.lint.finding import Finding, Level
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.values.day import read_day
from listing_rewards.values.money import exact

__all__ = ["RULES", "Finding", "Level", "lint"]

RULES: tuple[Callable[[Policy], Iterator[Finding]], ...] = (
    amounts.bands,
    amounts.floor_above_cap,
    amounts.instead_of_the_same,
    amounts.nothing_is_counted,
    amounts.counted_nothing,
    amounts.share_of_what,
    amounts.scaled_over_several,
    amounts.band_from_nothing,
    conditions.needs_that_contradict,
    conditions.events_never_in_time,
    conditions.nothing_ever_given,
    conditions.absent_for_ever,
    conditions.repayments_of_old,
    conditions.never_applied_in_time,
    conditions.events_in_a_circle,
    awards.less_and_replaces,
    awards.best_of_and_replaces,
    awards.later_by_best_of,
    awards.replaces_in_a_chain,
    awards.less_of_both,
    awards.replaced_by_nothing,
    awards.parts_beyond_an_award,
    document.issued_after_published,
    document.reaches_back,
    document.values_outside_the_days,
    document.values_never_used,
    parts.parts_given_whole,
    parts.counted_from_zero,
    parts.ratios_in_words,
    amounts.caps_below_an_award,
    amounts.caps_above_the_sum,
    awards.one_day_for_all,
    awards.cap_before_increase,
    awards.all_events_count,
    awards.tiers_all_given,
    awards.sums_all_given,
    wording.numbers_and_words,
    wording.half_left_out,
    wording.ceilings_given_in_full,
    wording.unknown_cap_in_the_words,
    wording.above_without_a_part,
    times.times_not_in_the_words,
    days.days_not_in_the_words,
    days.days_left_out,
    days.validity_without_end,
    times.calendar_years_in_the_words,
    times.years_given_once,
    times.undertakings_without_end,
    times.years_of_an_award,
    times.years_at_once,
    beside.later_rules_not_said,
    nowhere.words_carried_out_nowhere,
    times.times_carried_out_nowhere,
    unsaid.cap_per_in_words,
    unsaid.bounds_in_words,
    unsaid.tested_on_in_words,
    unsaid.runs_from_in_words,
    unsaid.working_days,
    unsaid.dated_by_another_event,
    unsaid.caps_of_each_year,
    events.several_events_in_words,
    events.one_event_alone,
    events.by_analogy,
    events.moving_in_alone,
    events.moved_in_first,
    unsaid.places_in_words,
    unsaid.places_of_all_years,
    unsaid.average_in_words,
    unsaid.one_application_for_all,
    beside.relation_not_said,
    budgets.budget_not_written,
    budgets.years_without_a_budget,
    budgets.budget_in_other_words,
    beside.adds_up_against_the_words,
    beside.higher_against_the_words,
    beside.other_only_against_the_words,
    document.unused_facts,
    document.unused_clauses,
    document.unused_parts,
    document.laws_not_asked,
)
"""Every rule that needs no day, in the order in which its findings are reported."""


@exact
def lint(policy: Policy, *, as_of: date | None = None) -> tuple[Finding, ...]:
    """What is wrong or doubtful with a policy: errors first, then advice.

    Args:
        policy: what `load_policy` has read.
        as_of: the day on which somebody's word that the numbers still hold must be no older than
            a year; None: that is not asked.

    Raises:
        InvalidPolicy: it is no policy.
        InvalidCase: `as_of` is no day.

    >>> from datetime import date
    >>> from listing_rewards import lint, load_policy
    >>> lint(load_policy("zhanjiang-bse-2023"))
    ()
    >>> (found,) = lint(load_policy("zhanjiang-bse-2023"), as_of=date(2026, 1, 1))
    >>> found.level, found.fault.code, found.fault.path
    ('advice', 'never_confirmed', 'document.confirmed')
    """
    asked = known_policy(policy)
    found = [each for rule in RULES for each in rule(asked)]
    if as_of is not None:
        found += document.not_confirmed(asked, read_day(as_of))
    return tuple(sorted(found, key=lambda each: each.level != "error"))
