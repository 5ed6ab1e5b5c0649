"""What proves the facts of a case, as the case names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from listing_rewards.assessment import AwardLine, Check, CombinedCheck
from listing_rewards.assessment.in_words import EvidenceInWords
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing

_NAMING = ("event", "tested_event", "after", "flag", "figure", "attribute")
"""The parts of a check that name a fact."""
_OF_AWARDS = ("approved", "payments")


class _Proven(NamedTuple):
    """A fact with its evidence: the table of the case it stands in, its name, its label."""

    table: str
    name: str
    fact: str
    evidence: str


def evidence(words: Phrasing, award: str | None = None) -> Iterator[EvidenceInWords]:
    """Each fact that names its evidence, in the order of the case.

    Args:
        words: the answer.
        award: only what the checks and the amount of this award read, and its payments.
    """
    read = None if award is None else _read_by(words.answer.line(award), words.policy)
    for table, name, fact, proof in _proven(words):
        if read is None or (name == award if table in _OF_AWARDS else name in read):
            sentence = words.say("answer.evidence", fact=fact, evidence=proof)
            yield EvidenceInWords(fact=fact, evidence=proof, sentence=sentence)


def _proven(words: Phrasing) -> Iterator[_Proven]:
    case = words.answer.case
    for event in case.events:
        if event.evidence:
            fact = words.say("answer.evidence_on", fact=words.event(event.kind), day=event.on)
            yield _Proven("events", event.kind, fact, event.evidence)
    for place, proof in case.evidence.items():
        table, _, name = place.partition(".")
        yield _Proven(table, name, _label(words, table, name), proof)
    for paid in case.payments:
        if paid.evidence:
            what = words.say("page.payment", award=words.award(paid.award))
            fact = words.say("answer.evidence_on", fact=what, day=paid.on)
            yield _Proven("payments", paid.award, fact, paid.evidence)


def _label(words: Phrasing, table: str, name: str) -> str:
    match table:
        case "figures":
            return words.figure(name)
        case "flags":
            return words.flag(name)
        case "attributes":
            return words.attribute(name)
        case "approved":
            return words.say("page.approved", award=words.award(name))
    return words.say("answer.evidence_absent", event=words.event(name))


def _read_by(line: AwardLine, policy: Policy) -> set[str]:
    """The events and facts that the checks and the amount of an award read."""
    award = policy.award(line.award)
    found = {*award.events, *(name for _, _, name in award.amount.references())}
    found.update(_named_in((*line.checks, *line.amount_checks)))
    return found


def _named_in(checks: Iterable[Check]) -> Iterator[str]:
    for check in checks:
        if isinstance(check, CombinedCheck):
            yield from _named_in(check.parts)
        yield from (name for part in _NAMING if (name := getattr(check, part, None)))
