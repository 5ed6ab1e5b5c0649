"""What may be spent in a calendar year, and what follows when it is used up. 年度预算.

How much of a budget is left for an enterprise hangs on the others of its table. So once a document
is read, each award of a budget is given at most a figure of its own, which a table fills in for its
rows; for a case alone it is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import Reference
from listing_rewards.policy.source import Sourced, Text
from listing_rewards.strict import Strict, as_written
from listing_rewards.values.money import Yuan
from listing_rewards.words import in_both

UsedUp: TypeAlias = Literal["nothing", "in_proportion", "next_year"]


class BudgetYear(Strict):
    """The budget of one calendar year. 一年的预算."""

    year: Annotated[int, Field(ge=1900, le=2199)]
    """The calendar year. 年度."""
    amount: Yuan
    """What may be spent in it, in yuan. 预算总额."""


class Budget(Sourced):
    """What may be spent on some awards in a calendar year. 年度预算总额…万元，额度用完即止."""

    title: Text
    """What the money is called. 资金名称."""
    awards: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The awards that are paid out of it. 由其列支的奖励项目."""
    years: Annotated[tuple[BudgetYear, ...], Field(min_length=1)]
    """Its amount in each year; in a year that is not listed it is unknown. 各年度预算总额."""
    counted_on: Literal["event", "application"]
    """The day that says in which year an award is claimed and who comes first: the day on which it
    is earned, or on which it was applied for. 按取得奖励之日或申请之日确定年度和先后."""
    used_up: UsedUp
    """What is given of what the budget does not suffice for: ``nothing`` (额度用完即止);
    ``in_proportion``, each claim the same share (按比例兑付); ``next_year``, the rest out of
    the next year's budget, before its own claims (顺延至下一年度). 预算不足时的处理."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for key, names in (("awards", self.awards), ("years", [each.year for each in self.years])):
            for each in names:
                if names.count(each) > 1:  # type: ignore[arg-type]
                    raise InvalidPolicy(fault("duplicate_id", each, path=key))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("awards", "awards", name) for name in self.awards)


def allotted(award: str, budget: str) -> str:
    """The figure that says how much of a budget falls to an award.

    >>> allotted("listed", "support")
    'listed_from_support'
    """
    return f"{award}_from_{budget}"


def with_budgets(document: dict[str, Any]) -> dict[str, Any]:
    """The document with a figure for each award of a budget, which the award does not exceed.

    What cannot be read is left as it is, and is refused when the whole is read.
    """
    budgets, awards = document.get("budgets"), document.get("awards")
    figures = document.get("figures") or {}
    if not (isinstance(budgets, Mapping) and budgets and isinstance(figures, Mapping)):
        return document
    if not isinstance(awards, list | tuple):
        return document
    kinds, changed = dict(figures), []
    for award in map(as_written, awards):
        named = award.get("id") if isinstance(award, Mapping) else None
        out_of = [name for name, each in budgets.items() if named in _awards(as_written(each))]
        if len(out_of) > 1:
            several = ", ".join(out_of)
            raise InvalidPolicy(fault("in_two_budgets", several, path=f"awards.{named}"))
        if named and out_of and "title" in award and "amount" in award:
            figure = allotted(named, out_of[0])
            title = _text(as_written(budgets[out_of[0]]).get("title"))
            kinds[figure] = _figure(_text(award["title"]), title, out_of[0])
            changed.append({**award, "amount": _limited(as_written(award["amount"]), figure)})
        else:
            changed.append(award)
    return {**document, "figures": kinds, "awards": changed}


def _awards(budget: Any) -> tuple[Any, ...]:
    listed = budget.get("awards", ()) if isinstance(budget, Mapping) else ()
    return tuple(listed) if isinstance(listed, list | tuple) else ()


def _text(title: Any) -> tuple[str, str]:
    """A title in English and in Chinese."""
    title = as_written(title)
    if isinstance(title, Mapping):
        zh = str(title.get("zh", ""))
        return str(title.get("en", zh)), zh
    return str(title), str(title)


def _figure(award: tuple[str, str], budget: tuple[str, str], name: str) -> dict[str, Any]:
    """The figure that says how much of a budget falls to an award."""
    en, zh = in_both("figures.out_of_budget", award=award, budget=budget)
    return {"zh": zh, "en": en, "allotted_from": name}


def _limited(amount: Any, figure: str) -> Any:
    """An amount that is at most a figure; of a dated one each of its values."""
    if not isinstance(amount, Mapping):
        return amount
    if "dated" not in amount:
        return {**amount, "allotted": figure}
    values = amount["dated"]
    if not isinstance(values, list | tuple):
        return amount
    return {**amount, "dated": [_dated(as_written(each), figure) for each in values]}


def _dated(value: Any, figure: str) -> Any:
    if not isinstance(value, Mapping) or not value.get("amount"):
        return value
    return {**value, "amount": _limited(as_written(value["amount"]), figure)}
