"""A proof in words and as data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from listing_rewards.case import Case
from listing_rewards.engines.exact import assess
from listing_rewards.errors import Lang
from listing_rewards.policy.model import Policy
from listing_rewards.proof.outcome import Law, Outcome, Proof, Situation
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.words import say

_WHEN: dict[Law, tuple[str, ...]] = {
    "settled_once_paid": ("first", "paid"),
    "more_gives_no_less": ("first", "more"),
    "a_day_later_gives_no_less": ("first", "later"),
    "range_holds_both": ("silent", "yes", "no"),
    "both_ends_attained": ("silent", "yes", "no"),
    "same_answer": ("before", "after"),
    "gives_more": ("before", "after"),
    "gives_less": ("before", "after"),
}
"""When each case of a law is, in their order."""


class Sentences:
    """Says a proof in one language.

    Attributes:
        proof: the proof.
        lang: the language.
    """

    def __init__(self, proof: Proof, lang: Lang) -> None:
        self.proof, self.lang = proof, lang
        self._phrasing = PolicyPhrasing(proof.policy, lang)

    def bounds(self) -> str:
        """Under which bounds it was decided, and what is held within bounds."""
        said = say("proof.bounds", self.lang, events=self.proof.events)
        if self.proof.estimated:
            awards = self._phrasing.awards(self.proof.estimated)
            said += "\n" + say("proof.estimated", self.lang, awards=awards)
        if self.proof.made:
            figures = self._phrasing.quoted(map(self._phrasing.figure, self.proof.made))
            said += "\n" + say("proof.made", self.lang, figures=figures)
        return said

    def law(self, outcome: Outcome) -> str:
        """The law in words."""
        return say("proof.law", self.lang, outcome.law, subject=self._subject(outcome.subject))

    def status(self, outcome: Outcome) -> str:
        """What became of it."""
        if outcome.law in ("gives_more", "gives_less"):
            return say("proof.effect", self.lang, outcome.status)
        wider = outcome.status == "counterexample" and not outcome.finding
        return say("proof.status", self.lang, "wider" if wider else outcome.status)

    def line(self, outcome: Outcome, seconds: float) -> str:
        """The law, what became of it, and why it is not decided."""
        status, law = self.status(outcome), self.law(outcome)
        if not outcome.why:
            return say("proof.line", self.lang, status=status, law=law)
        why = say("proof.why", self.lang, outcome.why, seconds=f"{seconds:g}")
        return say("proof.line_why", self.lang, status=status, law=law, why=why)

    def cases(self, outcome: Outcome) -> Iterator[str]:
        """The cases that show it, each in one line: its facts and its amounts."""
        when = _WHEN.get(outcome.law, ("first",)) if outcome.situations else ()
        for which, each in zip(when, outcome.situations, strict=True):
            day = say("proof.situation", self.lang, which, day=each.as_of, policy=each.policy.id)
            yield say(
                "proof.case",
                self.lang,
                when=day,
                facts=_facts_of(each, self.lang),
                amounts=_amounts(each, outcome.subject, self.lang),
            )

    def _subject(self, name: str) -> str:
        """An award, group or fact by its label."""
        policy = self.proof.policy
        if name in policy.groups:
            return policy.groups[name].title.say(self.lang)
        if name in policy.flags:
            return self._phrasing.flag(name)
        return self._phrasing.award(name)


def _facts_of(situation: Situation, lang: Lang) -> str:
    """What a case states, in one line."""
    facts = ("; " if lang == "en" else "；").join(_facts(situation, lang))
    return facts or say("proof.nothing_stated", lang)


def _facts(situation: Situation, lang: Lang) -> Iterator[str]:
    """What a case states, fact by fact."""
    case, policy = situation.case, situation.policy
    phrasing = PolicyPhrasing(policy, lang)
    for event in case.events:
        on = {"event": phrasing.event(event.kind), "day": event.on}
        if event.amount is None:
            yield say("proof.fact", lang, "event", **on)
        else:
            yield say("proof.fact", lang, "event_amount", **on, amount=phrasing.yuan(event.amount))
    for kind in case.absent:
        yield say("proof.fact", lang, "absent", event=phrasing.event(kind))
    yield from _other_facts(case, policy, phrasing)
    for payment in case.payments:
        award, amount = phrasing.award(payment.award), phrasing.yuan(payment.amount)
        yield say("proof.fact", lang, "paid", award=award, amount=amount)


def _other_facts(case: Case, policy: Policy, phrasing: PolicyPhrasing) -> Iterator[str]:
    lang = phrasing.lang
    for name, number in case.figures.items():
        amount = phrasing.measured(number, policy.figures[name].unit)
        yield say("proof.fact", lang, "figure", figure=phrasing.figure(name), amount=amount)
    for name, yes in case.flags.items():
        yield say("proof.fact", lang, "yes" if yes else "no", flag=phrasing.flag(name))
    for name, value in case.attributes.items():
        about = {"attribute": phrasing.attribute(name), "value": phrasing.value(name, value)}
        yield say("proof.fact", lang, "attribute", **about)
    for name, yuan in case.approved.items():
        award, amount = phrasing.award(name), phrasing.yuan(yuan)
        yield say("proof.fact", lang, "approved", award=award, amount=amount)


def _amounts(situation: Situation, subject: str, lang: Lang) -> str:
    """What `assess` says of a case: of the award it is about, or of all of them."""
    answer = assess(situation.case, situation.policy, as_of=situation.as_of)
    phrasing = PolicyPhrasing(situation.policy, lang)
    if any(line.award == subject for line in answer.lines):
        line = answer.line(subject)
        return _said(phrasing, phrasing.bounds(line.entitled), phrasing.bounds(line.payable))
    entitled = phrasing.bounds(answer.entitled)
    return _said(phrasing, entitled, phrasing.range(answer.payable, answer.payable_at_most))


def _said(phrasing: PolicyPhrasing, entitled: str, payable: str) -> str:
    return phrasing.say("proof.amounts", entitled=entitled, payable=payable)


# ---- as data -----------------------------------------------------------------------------------


def as_data(proof: Proof, seconds: float) -> dict[str, object]:
    """A proof as JSON would hold it, each law in both languages."""
    en, zh = Sentences(proof, "en"), Sentences(proof, "zh")
    return {
        "policy": proof.policy.id,
        "events": proof.events,
        "seconds": f"{seconds:g}",
        "bounds": {"en": en.bounds(), "zh": zh.bounds()},
        "estimated": list(proof.estimated),
        "proved": proof.proved,
        "laws": [
            {
                "law": each.law,
                "subject": each.subject,
                "status": each.status,
                "why": each.why,
                "seconds": str(Decimal(str(each.seconds)).quantize(Decimal("0.01"))),
                "en": en.law(each),
                "zh": zh.law(each),
                "cases": [_case(situation) for situation in each.situations],
            }
            for each in proof.outcomes
        ],
    }


def _case(situation: Situation) -> dict[str, object]:
    answer = assess(situation.case, situation.policy, as_of=situation.as_of)
    most = answer.payable_at_most
    return {
        "policy": situation.policy.id,
        "as_of": str(situation.as_of),
        "case": situation.case.model_dump(mode="json", exclude_defaults=True),
        "payable": str(answer.payable),
        "payable_at_most": None if most is None else str(most),
    }
