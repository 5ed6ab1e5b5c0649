"""The branches of a policy's rules, each reached by a case, or proved to be out of reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from listing_rewards.comparison.edges import EdgeCase
from listing_rewards.engines.proof.arithmetic import FORMULAS
from listing_rewards.engines.proof.facts import Tabled
from listing_rewards.engines.proof.flags import Flag, every, no
from listing_rewards.engines.proof.numbers import reaches
from listing_rewards.engines.proof.unknowns import nothing_stated
from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.model import Policy
from listing_rewards.proof.laws import Claim
from listing_rewards.proof.proving import EVENTS, SECONDS, decided, require
from listing_rewards.proof.searching import Search
from listing_rewards.proof.stating import as_stated
from listing_rewards.proof.world import World
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import exact
from listing_rewards.words import in_both, say
from listing_rewards.words.phrase import Phrase


class Branch(NamedTuple):
    """One way in which a rule may go.

    Attributes:
        about: what it is, in English and Chinese.
        taken: whether it is taken.
    """

    about: Phrase
    taken: Flag


class Branches(NamedTuple):
    """What was found of the branches that no given case takes.

    Attributes:
        cases: for each that can be taken, the smallest case that takes it.
        out_of_reach: what no case takes, proved.
        undecided: what neither was found of.
        events: how many events of one kind a case may state.
    """

    cases: tuple[EdgeCase, ...]
    out_of_reach: tuple[Phrase, ...]
    undecided: tuple[Phrase, ...]
    events: int

    def in_words(self, lang: Lang) -> Iterator[str]:
        """What no case takes, and what is not decided, a line each."""
        for each in self.out_of_reach:
            about = each[lang == "zh"]
            yield say("branch.out_of_reach", lang, about=about, events=self.events)
        for each in self.undecided:
            yield say("branch.undecided", lang, about=each[lang == "zh"])


@exact
def branches_beside(
    given: Iterable[EdgeCase], policy: Policy, *, events: int = EVENTS, seconds: float = SECONDS
) -> Branches:
    """The branches of a policy's rules that none of the given cases takes.

    A branch is an award that is due, that one check alone refuses, that gives way to another, or
    that the room under its cap cuts; or a band that holds the base of an award that is due.

    Args:
        given: cases there are already, such as those of `edge_cases`.
        policy: the policy.
        events: as for `prove`.
        seconds: as for `prove`.

    Raises:
        InvalidPolicy: as `prove`.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.comparison.edges import edge_cases
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> beside = branches_beside(edge_cases(policy), policy, events=1)
    >>> len(beside.cases), beside.out_of_reach[0][0]
    (0, 'neeq_listed: cut by the room under the common cap')
    """
    require(policy, events, seconds)
    taken = [_taken(each, policy) for each in given]
    world, search = World(nothing_stated(policy, events), policy), Search(seconds)
    found: dict[str, list[Phrase]] = {"never": [], "undecided": []}
    cases: list[EdgeCase] = []
    for branch in branches_of(world):
        if any(branch.about in each for each in taken):
            continue
        flags = (every([branch.taken, world.determined]), branch.taken)
        claim = Claim("can_be_granted", "", (world,), flags, wanted=True)
        outcome = decided(claim, search)
        for each in outcome.situations:
            cases.append(EdgeCase(branch.about, each.case, each.as_of))
        if not outcome.situations:
            found[outcome.status].append(branch.about)
    return Branches(tuple(cases), tuple(found["never"]), tuple(found["undecided"]), events)


def _taken(case: EdgeCase, policy: Policy) -> set[Phrase]:
    """The branches that a case takes: with plain facts every flag is plain."""
    world = World(as_stated(case.case, policy, case.as_of), policy)
    return {branch.about for branch in branches_of(world) if branch.taken is True}


def branches_of(world: World) -> Iterator[Branch]:
    """Every branch of a policy's rules, in the policy's order."""
    for award in world.policy.awards:
        line = world.lines[award.id]
        title = (award.id, award.title.zh)
        due = line.granted.truth.sure
        yield Branch(in_both("branch.due", award=title), due)
        checks = world.machine.checks[award.id]
        for name, truth in checks[1:]:
            others = [other.sure for key, other in checks if key != name]
            about = in_both("branch.refused", award=title, check=_check(name, world.policy))
            yield Branch(about, every([*others, no(truth.maybe)]))
        if world.policy.relations.replacers[award.id] or award.id in world.policy.relations.choice:
            away = no(line.granted.holds.maybe)
            yield Branch(in_both("branch.gives_way", award=title), every([due, away]))
        if award.group:
            cut = no(reaches(line.entitled.most, line.granted.amount.most))
            yield Branch(in_both("branch.cut", award=title), every([due, cut]))
        yield from _bands(world, award.id, title)


def _bands(world: World, award: str, title: Phrase) -> Iterator[Branch]:
    """Each band of each table of an award, as the table is first applied."""
    seen: set[str] = set()
    for table in world.facts.tables:
        if table.award != award or table.path in seen:
            continue
        seen.add(table.path)
        applies = every([world.lines[award].granted.truth.sure, *_on_its_day(world, table)])
        for number, band in enumerate(table.amount.bands):
            here = every([FORMULAS.determined(table.base), FORMULAS.holds(band, table.base.least)])
            about = in_both("branch.band", award=title, number=number + 1)
            yield Branch(about, every([applies, here]))


def _on_its_day(world: World, table: Tabled) -> Iterator[Flag]:
    """Of a table that holds from a day on: the award is earned since then, and before the next."""
    award = world.policy.award(table.award)
    if isinstance(award.amount, DatedAmount):
        values = award.amount.dated
        number = next(i for i, each in enumerate(values) if each.amount is table.amount)
        earned = [world.machine.earned_since(award, i, each.since) for i, each in enumerate(values)]
        yield earned[number].sure
        yield from (no(each.maybe) for each in earned[number + 1 :])


def _check(name: str, policy: Policy) -> Phrase:
    """What a check asks, in both languages."""
    if name == "in_force":
        return in_both("branch.in_force")
    english, chinese = (
        condition_text(PolicyPhrasing(policy, lang), policy.conditions[name])
        for lang in ("en", "zh")
    )
    return english, chinese
