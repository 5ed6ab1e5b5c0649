"""The clauses an answer rests on, in their own words, and how they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.assessment import Assessment, Check, CombinedCheck
from listing_rewards.policy.source import Ground
from listing_rewards.report.alternatives import instead_of
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.steps import grounds_of


def sources(words: Phrasing) -> Iterator[str]:
    """Each clause that the answer rests on, in the policy's order, and what was not seen."""
    policy = words.policy
    cited = {ground.clause for ground in _grounds(words.answer)}
    yield from (_clause(words, name) for name in policy.clauses if name in cited)
    for text in policy.document.missing:
        yield words.say("answer.not_seen", text=words.text(text))


def _clause(words: Phrasing, name: str) -> str:
    clause, how = words.policy.clauses[name], words.reading(name)
    sentence = words.say(
        "answer.clause",
        item=words.text(clause.item),
        title=words.text(words.policy.title_of(clause.document)),
        text=words.text(clause.text),
    )
    if how:
        sentence += words.bracket(how)
    if clause.lead and clause.supporting:
        sentence += words.say(
            "answer.units", lead=words.text(clause.lead), supporting=words.text(clause.supporting)
        )
    return sentence


def _grounds(answer: Assessment) -> Iterator[Ground]:
    """What the checks, steps, parts and totals of an answer rest on."""
    policy = answer.policy
    for line in answer.lines:
        yield from _of_checks((*line.checks, *line.amount_checks))
        for step in line.steps:
            yield from grounds_of(policy, line, step)
        award = policy.award(line.award)
        if line.instalments:
            yield policy.grounds[f"instalments.{award.paid_in}"]
        if line.shares:
            yield policy.grounds[f"shares.{award.borne_by}"]
        instead = instead_of(answer, line)
        yield from instead.grounds if instead else ()
    yield from (group.ground for group in answer.groups)
    yield from (exposure.ground for exposure in answer.exposures)


def _of_checks(checks: Iterable[Check]) -> Iterator[Ground]:
    for check in checks:
        yield check.ground
        if isinstance(check, CombinedCheck):
            yield from _of_checks(check.parts)
