"""How tight ranges are: of generated cases with missing facts, whether fillings reach both ends.

``python -m engines.tightness SEED NUMBER`` in ``tests`` prints how many were open, unsound, wider
than their fillings, and each of them. The same seed and number give the same cases.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from hypothesis import HealthCheck, Phase, given, seed, settings
from property.generated_conditions import Style
from property.strategies import generated_questions
from property.values import Question

from engines.every_filling import every_filling
from engines.reach import WITHOUT_LIMIT
from listing_rewards import Assessment
from listing_rewards.policy.amounts import BandsAmount, FixedAmount, RateAmount, plain_amounts

STATED = Style(stated=True)
FACTS = 6
MOST_FILLINGS = 250
"""A case that can be filled in in more ways than this is not tried."""


@dataclass
class Measured:
    """What was found.

    Attributes:
        tried: the cases that were open and of which every filling was asked.
        not_tried: those that are open and have too many, or are open after six facts.
        unsound: those of which a filling lies outside the range, or outside the listed amounts.
        wider: those of which no filling reaches an end of the range, or a listed amount.
        wrongly_exact: those that say that they are exact and are wider.
    """

    tried: int = 0
    not_tried: int = 0
    unsound: list[str] = field(default_factory=list)
    wider: list[str] = field(default_factory=list)
    wrongly_exact: list[str] = field(default_factory=list)


def measured(questions: Iterable[Question]) -> Measured:
    """How tight the answers to some questions are, where they are open."""
    found = Measured()
    for question in questions:
        stated = question.answer()
        if stated.determined:
            continue
        filled = [*islice(every_filling(question, FACTS), MOST_FILLINGS + 1)]
        if len(filled) > MOST_FILLINGS or not all(each.determined for each in filled):
            found.not_tried += 1
            continue
        found.tried += 1
        _compare(question, stated, {each.payable for each in filled}, found)
    return found


def _compare(
    question: Question, stated: Assessment, amounts: set[Decimal], found: Measured
) -> None:
    least, most = min(amounts), max(amounts)
    top, listed = stated.payable_at_most, set(stated.one_of)
    what = f"{stated.payable}..{top}, filled in {least}..{most}: {question!r}"
    beyond = top is not None and most > top
    if least < stated.payable or beyond or (listed and not amounts <= listed):
        found.unsound.append(what)
        return
    no_limit = top is None or top > WITHOUT_LIMIT
    reached = most >= WITHOUT_LIMIT if no_limit else most == top
    reaches_top = reached or _has_one_more(question)
    if least != stated.payable or not reaches_top or listed - amounts:
        found.wider.append(what)
        if stated.exact:
            found.wrongly_exact.append(what)


def _has_one_more(question: Question) -> bool:
    """Whether a sum is given for each of events of which there may be more than any case states."""
    policy, stated = question.policy, {each.kind for each in question.case.events}
    amounts = (each for award in policy.awards for each in plain_amounts(award.amount))
    counted = [
        each.per if isinstance(each, FixedAmount) else each.of
        for each in amounts
        if (isinstance(each, FixedAmount) and each.every is None)
        or (isinstance(each, RateAmount | BandsAmount) and each.scope != "enterprise")
    ]
    return any(
        policy.events[name].repeats
        for name in counted
        if name is not None and name in policy.events and name not in stated
    )


def generated(start: int, number: int) -> Iterator[Question]:
    """Up to so many generated questions, each once, under policies that give all their amounts."""
    found: dict[str, Question] = {}

    @seed(start)
    @settings(
        max_examples=number,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(generated_questions(STATED))
    def gather(question: Question) -> None:
        found[repr(question)] = question

    gather()
    yield from found.values()


if __name__ == "__main__":
    result = measured(generated(*map(int, sys.argv[1:])))
    print(
        f"open and filled in: {result.tried}; not tried: {result.not_tried}; "
        f"unsound: {len(result.unsound)}; wider: {len(result.wider)}; "
        f"wrongly called exact: {len(result.wrongly_exact)}"
    )
    print("\n".join([*result.unsound, *result.wider]))
