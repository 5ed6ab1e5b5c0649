"""What hangs on a fact that is missing: the order of the needs, and what each answer would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from listing_rewards.assessment import AwardLine, IfAnswered, Need
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.parts import if_answered
from listing_rewards.engines.exact.reads import Fact
from listing_rewards.engines.exact.scenarios import Scenario, ScenarioMachine, settled_in
from listing_rewards.engines.exact.splitting import ways_of
from listing_rewards.engines.exact.together import Totals
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds, either, total

_MOST = 8
"""So many answers to one question are listed at most."""
_WITHOUT_LIMIT = Decimal("Infinity")


def by_stake(
    needs: Iterable[Need], lines: Mapping[str, AwardLine], facts: Facts, totals: Totals
) -> tuple[Need, ...]:
    """The needs, those on which the most yuan hang first, with what each answer would give.

    On a need hang the yuan that are open of the awards it bears on; of equal ones, the order of
    the policy stays.
    """
    ordered = sorted(needs, key=lambda need: -_open_yuan(need, lines))
    return tuple(replace(need, answers=_answers(need, facts, totals)) for need in ordered)


def _open_yuan(need: Need, lines: Mapping[str, AwardLine]) -> Decimal:
    """How far what is payable for the awards of a need is apart."""
    found = ZERO
    for name in need.awards:
        line = lines[name].payable
        if line.at_most is None:
            return _WITHOUT_LIMIT
        found += line.at_most - line.at_least
    return found


def _answers(need: Need, facts: Facts, totals: Totals) -> tuple[IfAnswered, ...]:
    """What would be payable by each answer; nothing where the answers make no difference."""
    if need.kind not in {"flag", "attribute", "event"} or need.or_else:
        return ()
    given: dict[str, list[Bounds]] = {}
    for way in ways_of(Fact(need.kind, need.name), ScenarioMachine(facts, Scenario())):
        answer = _answer(need, way)
        given.setdefault(answer, []).extend(_payable_in(need, answer, way, facts, totals))
    found = {answer: either(ranges) for answer, ranges in given.items() if ranges}
    if len(found) > _MOST or len({*found.values()}) < 2:
        return ()
    return tuple(if_answered(answer=answer, payable=each) for answer, each in found.items())


def _payable_in(
    need: Need, answer: str, way: Scenario, facts: Facts, totals: Totals
) -> Iterator[Bounds]:
    """What is payable in each scenario of an answer; in one pass where the fact was not split."""
    answers = [(_answer_in(need, scenario), payable) for scenario, payable in totals.ways]
    if any(each is not None for each, _ in answers):
        yield from (payable for each, payable in answers if each in {answer, None})
        return
    settled = settled_in(ScenarioMachine(facts, way))
    yield totals.payable.meet(total([each.payable for each in settled]))


def _answer(need: Need, way: Scenario) -> str:
    return _answer_in(need, way) or ""


def _answer_in(need: Need, way: Scenario) -> str | None:
    """The answer that a scenario gives; None where it leaves that open."""
    name = need.name
    if need.kind == "flag":
        return ("yes" if way.flags[name] else "no") if name in way.flags else None
    if need.kind == "attribute":
        return way.attributes.get(name)
    if name in way.absent:
        return "did_not_happen"
    return "happened" if name in way.happened else None
