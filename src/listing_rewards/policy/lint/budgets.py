"""Yearly budgets: what the words say of them, and the years that are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listing_rewards.errors import fault
from listing_rewards.policy.lint.finding import Finding, advice, otherwise, words_of
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.model import Policy

_USED_UP = re.compile(
    r"(?:额度|预算|资金)[^,。;、]{0,6}(?:用完|用尽|使用完毕)|预算[^,。;、]{0,6}不足(?!\d)|用完[即为]止|先到先得"
)
_ORDER = {
    "application": re.compile(
        r"(?:申请|申报|申领|提出|提交)[^,。;]{0,6}(?:先后|顺序)|先到先得|先申先得"
    ),
    "event": re.compile(r"(?:上市|挂牌|备案|过会|迁入)[^,。;申]{0,6}(?:先后|顺序)"),
}
"""Who comes first."""
_THEN = {
    "nothing": re.compile(r"(?:用完|用尽|使用完毕)(?:即|则|为|后)?(?:止|停|不再)"),
    "in_proportion": re.compile(
        r"(?:按|同|等)比例(?:予以)?(?:兑付|兑现|拨付|安排|核减|折算|给予|发放)"
    ),
    "next_year": re.compile(
        r"顺延|结转|(?:下|次)一?年度?(?:预算)?(?:中)?(?:优先)?(?:安排|兑付|兑现|拨付)"
    ),
}
"""What is given of what a budget does not suffice for."""


def budget_not_written(policy: Policy) -> Iterator[Finding]:
    """A clause that says what follows when a budget is used up, and no budget rests on one."""
    for name, clause in policy.clauses.items():
        said = _USED_UP.search(plain_words(clause.text.zh))
        if said and not policy.budgets:
            yield advice(fault("budget_in_words", said[0], path=f"clauses.{name}.text"))


def budget_in_other_words(policy: Policy) -> Iterator[Finding]:
    """A budget whose words say another order, or that something else follows when it is used up."""
    for name, budget in policy.budgets.items():
        text = words_of(policy, budget.clause)
        for key, words in (("counted_on", _ORDER), ("used_up", _THEN)):
            said = {form: found[0] for form, each in words.items() if (found := each.search(text))}
            stands = getattr(budget, key)
            if said and stands not in said:
                form, found_words = next(iter(said.items()))
                path = f"budgets.{name}.{key}"
                yield otherwise(found_words, path, f'{key} = "{form}"', f'{key} = "{stands}"')


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
