"""Awards that stand for one another, and what a reader may take otherwise than it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
    plain_amounts,
)
from listing_rewards.policy.conditions import (
    FigureCondition,
    HappenedCondition,
    conditions_within,
)
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.conditions import contradictions
from listing_rewards.policy.lint.finding import (
    Finding,
    advice,
    amounts_of,
    award_named,
    error,
    item_of,
    number_of,
    quantity_named,
    yuan,
)
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.lint.wording import sums
from listing_rewards.policy.model import Policy
from listing_rewards.policy.recurring import begun
from listing_rewards.values.money import ZERO, exact

_BESIDES = re.compile(r"再|另|额外|追加|叠加|累加|还可|分别|同时|并给予|以及|除.{0,12}外|其中")


def less_and_replaces(policy: Policy) -> Iterator[Finding]:
    """An award that subtracts one which it also replaces: what was paid would count twice."""
    for path, award, amount in amounts_of(policy):
        for name in amount.less:
            if name in award.replaces:
                named = award_named(policy, name)
                yield error(fault("less_and_replaces", path=f"{path}.less", award=named))


def less_of_both(policy: Policy) -> Iterator[Finding]:
    """An award that subtracts one and also its replacer: what was paid for it counts twice."""
    for path, _, amount in amounts_of(policy):
        for replacer in amount.less:
            for replaced in policy.award(replacer).replaces:
                if replaced in amount.less:
                    yield advice(
                        fault(
                            "less_of_both",
                            path=f"{path}.less",
                            award=award_named(policy, replacer),
                            replaced=award_named(policy, replaced),
                        )
                    )


def replaced_by_nothing(policy: Policy) -> Iterator[Finding]:
    """An award that replaces others also where it comes to 0 itself."""
    for path, award, amount in amounts_of(policy):
        if award.replaces and _may_be_nothing(amount):
            replaced = award_named(policy, award.replaces[0])
            yield advice(fault("replaced_by_nothing", path=path, replaced=replaced))


def _may_be_nothing(amount: PlainAmount) -> bool:
    """Whether an amount may come to 0 by a share or by its bands although its award is due."""
    if isinstance(amount, BandsAmount):
        lowest = amount.bands[amount.neighbours[0][1] or 0]
        if lowest.lower or lowest.over is not None or any(band.fixed == 0 for band in amount.bands):
            return True
    return amount.scaled is not None


def later_by_best_of(policy: Policy) -> Iterator[Finding]:
    """Two awards of which the best is given, each earned by one event after that of the other."""
    for name, best in policy.best_of.items():
        awards = [policy.award(each) for each in best.awards]
        for one, other in combinations(awards, 2):
            if _comes_after(one, other, policy) and _comes_after(other, one, policy):
                named = award_named(policy, one.id)
                events = f'["{one.event}", "{other.event}"]'
                path = f"best_of.{name}.awards"
                yield advice(fault("later_by_best_of", path=path, award=named, events=events))


def _comes_after(one: Award, other: Award, policy: Policy) -> bool:
    """Whether an award needs that its event came after that of the other."""
    needs = [policy.conditions[name] for name in one.needs]
    return any(
        isinstance(each, HappenedCondition)
        and each.happened == one.earned_by
        and each.after == other.earned_by
        and not each.bounded
        for each in needs
    )


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


def one_day_for_all(policy: Policy) -> Iterator[Finding]:
    """A value by the day of an event that may happen again: the earliest day decides for all."""
    for award in policy.awards:
        for event in (policy.events[name] for name in award.events):
            if isinstance(award.amount, DatedAmount) and event.repeats:
                path = f"awards.{award.id}.amount.dated"
                yield advice(fault("one_day_for_all", path=path, event=(event.en, event.zh)))


def cap_before_increase(policy: Policy) -> Iterator[Finding]:
    """A cap that an increase goes beyond, where no common cap holds it."""
    for award in policy.awards:
        raised = any(
            _is_capped(amount) and any(each.factor > 1 for each in amount.times)
            for amount in plain_amounts(award.amount)
        )
        if raised and award.group is None:
            path = f"awards.{award.id}.amount.times"
            yield advice(fault("cap_before_increase", path=path))


def _is_capped(amount: PlainAmount) -> bool:
    if isinstance(amount, BandsAmount):
        return any(band.cap is not None for band in amount.bands)
    return isinstance(amount, FixedAmount | RateAmount) and amount.cap is not None


def all_events_count(policy: Policy) -> Iterator[Finding]:
    """A base of several events, one of which is enough for a condition on their days."""
    for award in policy.awards:
        timed = {*_timed(award, policy)}
        for amount in plain_amounts(award.amount):
            if not isinstance(amount, RateAmount | BandsAmount) or amount.of not in timed:
                continue
            event = policy.events[amount.of]
            if event.repeats:
                path = f"awards.{award.id}.needs"
                yield advice(fault("all_events_count", path=path, event=(event.en, event.zh)))


def _timed(award: Award, policy: Policy) -> Iterator[str]:
    """The events whose days a condition of the award asks about."""
    names = [*policy.needs, *award.needs]
    while names:
        condition = policy.conditions[names.pop()]
        names += conditions_within(condition)
        if isinstance(condition, HappenedCondition):
            yield condition.happened


def tiers_all_given(policy: Policy) -> Iterator[Finding]:
    """Awards for one event from two bounds of one figure on, both given above the higher one."""
    for one, other in combinations(policy.awards, 2):
        if one.earned_by != other.earned_by or _related(policy, one, other):
            continue
        for high, low in ((one, other), (other, one)):
            for figure, bound in _lower_bounds(policy, high).items():
                beneath = _lower_bounds(policy, low).get(figure)
                if beneath is not None and beneath < bound:
                    yield advice(
                        fault(
                            "tiers_all_given",
                            path=f"awards.{high.id}",
                            award=award_named(policy, high.id),
                            other=award_named(policy, low.id),
                            figure=quantity_named(policy, figure),
                            bound=number_of(policy, figure, bound),
                        )
                    )


@exact
def sums_all_given(policy: Policy) -> Iterator[Finding]:
    """Two sums for one event under one clause, both given, and no word that says so (再, 另)."""
    for one, other in combinations(policy.awards, 2):
        if (one.earned_by, one.clause) != (other.earned_by, other.clause):
            continue
        if one.recipient != other.recipient:
            continue
        if _of_one_award(one, other, policy) or _related(policy, one, other):
            continue
        clause = policy.clauses[one.clause]
        text = plain_words(clause.text.zh)
        said = {*sums(text)}
        if _BESIDES.search(text) or not (_sum(one) in said and _sum(other) in said):
            continue
        if not contradictions(policy, (*one.needs, *other.needs), one.events):
            yield advice(
                fault(
                    "sums_all_given",
                    path=f"awards.{other.id}",
                    award=award_named(policy, one.id),
                    other=award_named(policy, other.id),
                    item=item_of(clause),
                )
            )


def _sum(award: Award) -> Decimal | None:
    """The sum that an award gives, whatever happened; None where it gives something else."""
    amount = award.amount
    return amount.fixed if isinstance(amount, FixedAmount) and amount.per is None else None


def _of_one_award(one: Award, other: Award, policy: Policy) -> bool:
    """Whether two awards are years of one that recurs."""
    return begun(other.id) in policy.conditions or begun(one.id) in policy.conditions


def parts_beyond_an_award(policy: Policy) -> Iterator[Finding]:
    """The sums for others are together more than a fixed award gives."""
    for _, award, amount in amounts_of(policy):
        for_others = [part.amount for part in award.of_which if part.amount is not None]
        if not isinstance(amount, FixedAmount) or amount.per is not None or amount.times:
            continue
        together = sum(for_others, ZERO)
        if together > amount.fixed:
            path, whole = f"awards.{award.id}.of_which", yuan(amount.fixed)
            yield advice(fault("parts_beyond_an_award", yuan(together), path=path, whole=whole))


def _related(policy: Policy, one: Award, other: Award) -> bool:
    """Whether the document says which of two awards stays, or what one leaves of the other."""
    names = {one.id, other.id}
    if any(names <= set(best.awards) for best in policy.best_of.values()):
        return True
    less = {
        name for each in (one, other) for part in plain_amounts(each.amount) for name in part.less
    }
    return bool(names & {*one.replaces, *other.replaces, *less})


def _lower_bounds(policy: Policy, award: Award) -> dict[str, Decimal]:
    """The figures that an award needs from some number on, without a bound above."""
    needed = (policy.conditions[name] for name in award.needs)
    return {
        each.figure: each.lower
        for each in needed
        if isinstance(each, FigureCondition) and each.lower is not None and each.upper is None
    }
