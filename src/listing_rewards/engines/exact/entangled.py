"""Awards of which one hangs on what another comes to, where neither is known: scenarios of both.

Which of several is the best is one fact, and so is what an award comes to that is taken off
others: what is payable for all of them together turns at few amounts, and not between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from listing_rewards.engines.exact.reads import reads_of
from listing_rewards.engines.exact.scenarios import Scenario, ScenarioAwards, ScenarioMachine
from listing_rewards.policy.amounts import FixedAmount, has_unknown_cap, plain_amounts
from listing_rewards.policy.grants import Award
from listing_rewards.values.money import FEN, ZERO
from listing_rewards.values.range import Bounds, exactly, total
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN


def best_ways(choice: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """The best of a choice is each of those that may be; it comes to no less than any other.

    Nothing where it is not known if another award replaces one of them, or where it is known which
    is the best.
    """
    if choice in machine.scenario.best:
        return
    awards, names = ScenarioAwards(machine), machine.policy.best_of[choice].awards
    replaced = {name: awards.replaced(name) for name in names}
    if UNKNOWN in replaced.values():
        return
    names = tuple(name for name in names if replaced[name] is NOT_MET)
    found: list[Scenario] = []
    for place, name in enumerate(names):
        amount = awards.due(name).amount
        earlier = [awards.due(each).amount.at_least for each in names[:place]]
        later = [awards.due(each).amount.at_least for each in names[place + 1 :]]
        least = max([amount.at_least, *(each + FEN for each in earlier), *later])
        if amount.at_most is None or amount.at_most >= least:
            best = Bounds(least, amount.at_most)
            found.append(machine.scenario.giving(choice, name, best))
    if len(found) > 1:
        yield from found


def taken_ways(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """An award that is taken off others comes to one of the amounts between which nothing turns.

    From one to the next, what is payable for all together moves in one direction, and so does what
    they are entitled to. Nothing where that cannot be said.
    """
    amount = ScenarioAwards(machine).granted(name).amount
    taken = {} if amount.determined else _taken_off(name, machine)
    if not taken or not _nothing_else_bears(name, [*taken], machine):
        return
    least, most, facts = amount.at_least, amount.at_most, machine.facts
    scenario = machine.scenario.granting(name, exactly(least))
    awards = ScenarioAwards(machine, scenario)
    left = {each: awards.due(each).nominal for each, less in taken.items() if name in less}
    counts, turns = max(least, facts.paid[name]), set[Decimal]()
    paid = [each for each in (name, *taken) if facts.paid[each]]
    if not _in_one_direction(name, taken) or len(paid) > 1:
        if any(less != [name] for less in taken.values()):
            return
        if not all(each.determined for each in left.values()):
            return
        used_up = {each: counts + rest.at_least for each, rest in left.items()}
        turns = {facts.paid[name], *used_up.values()}
        turns |= {turn - facts.paid[each] for each, turn in used_up.items()}
    beyond = total(left.values()).at_most
    if most is None and beyond is None:
        return
    if step := _step(name, machine):
        below = {turn // step * step for turn in turns}
        turns = below | {each + step for each in below}
    yield scenario
    for turn in sorted(turns):
        if least < turn and (most is None or turn < most):
            yield machine.scenario.granting(name, exactly(turn))
    last = exactly(most) if most is not None else Bounds(counts + (beyond or ZERO), None)
    yield machine.scenario.granting(name, last)


def _taken_off(name: str, machine: ScenarioMachine) -> dict[str, list[str]]:
    """The awards that hang on an award, in order, each with those of them that it is less."""
    found: dict[str, list[str]] = {}
    for award in machine.policy.awards:
        less = [each for amount in plain_amounts(award.amount) for each in amount.less]
        taken = [each for each in less if each == name or each in found]
        if taken and machine.truth(award.id) is not NOT_MET:
            found[award.id] = taken
    return found


def _in_one_direction(name: str, taken: Mapping[str, list[str]]) -> bool:
    """Whether each award is less all before it, or less the last one alone, each once.

    Then of what one gains the next never loses more, and of what that loses the next gains no more.
    """
    before = [name]
    for award, less in taken.items():
        if sorted(less) not in (sorted(before), before[-1:]):
            return False
        before.append(award)
    return True


def _nothing_else_bears(name: str, others: list[str], machine: ScenarioMachine) -> bool:
    """Whether the amounts alone settle what is payable for an award and those that hang on it."""
    policy, facts = machine.policy, machine.facts
    together, first = [name, *others], policy.award(name)
    if not all(_stands_alone(each, machine) for each in together):
        return False
    if any(is_due_in_part(policy.award(each), machine) for each in together):
        return False
    paid = [each for each in together if facts.paid[each]]
    if machine.kept(name) is UNKNOWN or (first.group and paid):
        return False
    beside, live = _beside(together, machine), machine.live
    if any(facts.paid[each] for each in beside):
        return False
    if not all(_only_takes_room(each, machine) for each in beside if each in live):
        return False
    if len(others) == 1 and len(paid) < len(together):
        return True
    return not any(_may_be_cut(each, machine) or machine.kept(each) is not MET for each in together)


def _may_be_cut(name: str, machine: ScenarioMachine) -> bool:
    """Whether an award may come to less under the cap of its group."""
    if (group := machine.policy.award(name).group) is None:
        return False
    awards, members = ScenarioAwards(machine), machine.policy.relations.members[group]
    most = total(awards.granted(each.id).amount for each in members).at_most
    paid = any(machine.facts.paid[each.id] for each in members)
    return paid or most is None or most > awards.cap(group).at_least


def _step(name: str, machine: ScenarioMachine) -> Decimal | None:
    """The sum of which an award is a multiple, or the most of it (每满……给予……); None for any."""
    amount = machine.policy.award(name).amount
    if not isinstance(amount, FixedAmount) or amount.per is None or machine.facts.paid[name]:
        return None
    if amount.times or amount.scaled or amount.less or amount.upto or amount.allotted:
        return None
    if has_unknown_cap(amount):
        return None
    return None if amount.fixed % machine.policy.rounding.unit else amount.fixed or None


def _beside(together: list[str], machine: ScenarioMachine) -> list[str]:
    """The other awards that stand under the same caps as some."""
    policy, members = machine.policy, machine.policy.relations.members
    groups = dict.fromkeys(policy.award(each).group for each in together)
    under = (each.id for group in groups if group for each in members[group])
    return [each for each in under if each not in together]


def _only_takes_room(name: str, machine: ScenarioMachine) -> bool:
    """Whether all that an award is entitled to is payable, and it is taken off no other."""
    award = machine.policy.award(name)
    return (
        name not in reads_of(machine.policy).taken_off
        and _stands_alone(name, machine)
        and not is_due_in_part(award, machine)
        and machine.kept(name) is MET
    )


def _stands_alone(name: str, machine: ScenarioMachine) -> bool:
    """Whether no other award takes its place, and nothing that is payable for it is held back.

    Nor is anything paid for another that would count for it.
    """
    relations, paid = machine.policy.relations, machine.facts.paid
    if name in relations.choice:
        rivals, awards = relations.rivals[name], ScenarioAwards(machine)
        alone = all(awards.due(each).amount.nothing for each in rivals if each != name)
        decided = alone or relations.choice[name] in machine.scenario.best
        if not decided or any(paid[each] for each in rivals):
            return False
    replaces = relations.replacers[name] or machine.policy.award(name).replaces
    return not replaces and machine.in_force(name) is NOT_MET


def is_due_in_part(award: Award, machine: ScenarioMachine) -> bool:
    """Whether some part of it is not due for certain."""
    if award.paid_in is None:
        return False
    parts = machine.policy.instalments[award.paid_in].parts
    return any(machine.due(award, i, part) is not MET for i, part in enumerate(parts))
