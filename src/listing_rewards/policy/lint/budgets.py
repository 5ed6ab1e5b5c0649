"""Yearly budgets: what the words say of them, and the years that are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listing_rewards.errors import fault
from listing_rewards.policy.lint.finding import Finding, advice
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.model import Policy

_USED_UP = re.compile(
    r"(?:额度|预算|资金)[^,。;、]{0,6}(?:用完|用尽|使用完毕)|预算[^,。;、]{0,6}不足(?!\d)|用完[即为]止|先到先得"
)


def budget_not_written(policy: Policy) -> Iterator[Finding]:
    """A clause that says what follows when a budget is used up, and no budget rests on one."""
    for name, clause in policy.clauses.items():
        said = _USED_UP.search(plain_words(clause.text.zh))
        if said and not policy.budgets:
            yield advice(fault("budget_in_words", said[0], path=f"clauses.{name}.text"))


def years_without_a_budget(policy: Policy) -> Iterator[Finding]:
    """A year of the policy's days of which a budget does not give the amount."""
    first, last = policy.in_force.first, policy.in_force.end
    for name, budget in policy.budgets.items():
        given = {each.year for each in budget.years}
        until = max(given) if last is None else last.year
        missing = [str(year) for year in range(first.year, until + 1) if year not in given]
        if missing:
            years = ", ".join(missing), "、".join(missing)
            yield advice(fault("year_without_budget", path=f"budgets.{name}.years", years=years))
