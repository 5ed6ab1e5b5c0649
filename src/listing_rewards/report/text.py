"""An assessment as plain text: what is payable, why, what did not apply, and what is open."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.assessment import Assessment
from listing_rewards.errors import Lang
from listing_rewards.report.lines import what_applies, what_does_not
from listing_rewards.report.parts import assumptions_by_reason
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.sources import sources
from listing_rewards.report.telling import exposures, needs, notices, remarks


def explain(assessment: Assessment, lang: Lang = "en") -> str:
    """The whole answer in one language; ends without a line break."""
    words = Phrasing(assessment, lang)
    sections = (
        _head(words),
        _assumptions(words),
        what_applies(words),
        what_does_not(words),
        _listed(words, "answer.needs_head", needs(words)),
        _listed(words, "answer.exposures_head", exposures(words)),
        _listed(words, "answer.notices_head", notices(words)),
        _listed(words, "answer.remarks_head", remarks(words)),
        _sources(words),
    )
    return "\n\n".join(text for section in sections if (text := "\n".join(section)))


def _head(words: Phrasing) -> Iterator[str]:
    answer = words.answer
    enterprise = answer.case.enterprise
    details = [
        words.say(key, value=value)
        for key, value in (("answer.uscc", enterprise.uscc), ("answer.county", enterprise.county))
        if value
    ]
    name = enterprise.name + (words.bracket(words.listing(details)) if details else "")
    yield words.say("answer.who", name=name)
    document = words.policy.document
    yield words.say(
        "answer.under",
        title=words.text(document.title),
        id=answer.policy.id,
        issuer=words.text(document.issuer),
    )
    yield words.say("answer.as_of", day=answer.as_of)
    yield ""
    yield from _totals(words)


def _totals(words: Phrasing) -> Iterator[str]:
    answer = words.answer
    total = words.range(answer.payable, answer.payable_at_most, wan=True)
    yield words.say("answer.payable" if answer.determined else "answer.payable_open", amount=total)
    if not answer.withheld.nothing:
        yield words.say("answer.withheld", amount=words.bounds(answer.withheld, wan=True))
    if answer.paid:
        yield words.say(
            "answer.totals",
            entitled=words.bounds(answer.entitled),
            paid=words.yuan(answer.paid),
            overpaid=words.bounds(answer.overpaid),
        )
    if not answer.overpaid.nothing:
        yield words.say("answer.not_set_off")


def _listed(words: Phrasing, head: str, items: Iterator[str]) -> Iterator[str]:
    """Items below their head; nothing where there are none."""
    for number, item in enumerate(items):
        if not number:
            yield words.say(head)
        yield f"- {item}"


def _sources(words: Phrasing) -> Iterator[str]:
    yield from _listed(words, "answer.sources_head", sources(words))
    yield words.say("answer.made_by", version=words.answer.version)


def _assumptions(words: Phrasing) -> Iterator[str]:
    if words.answer.assumptions:
        yield words.say("answer.assumed_head")
    for reason, wheres in assumptions_by_reason(words):
        yield f"- {words.listing(wheres)}{words.colon}{reason}"
