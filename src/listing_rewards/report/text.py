"""An answer as plain text: what is payable, why, what did not apply, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.assessment.in_words import AnswerInWords, AwardInWords, Reason
from listing_rewards.report.in_words import tagged
from listing_rewards.words import say


def explain(words: AnswerInWords) -> str:
    """The whole answer as a text; ends without a line break."""
    sections = (
        _head(words),
        _listed(words, "answer.assumed_head", _assumptions(words)),
        _what_applies(words),
        _what_does_not(words),
        _listed(words, "answer.needs_head", (each.sentence for each in words.needs)),
        _listed(words, "answer.exposures_head", words.exposures),
        _listed(words, "answer.notices_head", words.notices),
        _listed(words, "answer.remarks_head", words.remarks),
        _listed(words, "answer.evidence_head", (each.sentence for each in words.evidence)),
        _clauses(words),
    )
    return "\n\n".join(text for section in sections if (text := "\n".join(section)))


def _head(words: AnswerInWords) -> Iterator[str]:
    lang = words.lang
    details = [
        say(key, lang, value=value)
        for key, value in (("answer.uscc", words.uscc), ("answer.county", words.county))
        if value
    ]
    name = words.enterprise
    if details:
        name += say("values.bracket", lang, inner=say("values.listing_joint", lang).join(details))
    yield say("answer.who", lang, name=name)
    yield say("answer.under", lang, title=words.title, id=words.policy, issuer=words.issuer)
    yield say("answer.as_of", lang, day=words.as_of)
    yield ""
    yield from words.totals


def _assumptions(words: AnswerInWords) -> Iterator[str]:
    joint, colon = (say(key, words.lang) for key in ("values.listing_joint", "values.colon"))
    yield from (f"{joint.join(each.what)}{colon}{each.reason}" for each in words.assumptions)


def _what_applies(words: AnswerInWords) -> Iterator[str]:
    """Each award that is granted or open, and the awards under a common cap together."""
    applying = [award for award in words.awards if award.applies]
    if applying:
        yield say("answer.applies_head", words.lang)
    for number, award in enumerate(applying, start=1):
        title = say("answer.line", words.lang, title=award.title, payable=award.payable)
        if award.withheld:
            title += say("answer.line_withheld", words.lang, withheld=award.withheld)
        yield f"{number}. {title}"
        yield from _details(words, award)
    yield from (f"= {group.sentence}" for group in words.groups)


def _details(words: AnswerInWords, award: AwardInWords) -> Iterator[str]:
    if award.recipient:
        yield "   " + say("answer.recipient", words.lang, recipient=award.recipient)
    yield from _reasons(words, award.reasons, "   ")
    yield from (f"     {tagged(words, step)}" for step in award.steps)
    yield from _reasons(words, award.amount_reasons, "       ")
    yield from (f"     {sentence}" for sentence in award.parts)
    yield from (f"   ! {sentence}" for sentence in award.notes)
    if award.overpaid:
        yield f"   ! {award.overpaid}"


def _reasons(words: AnswerInWords, reasons: Iterable[Reason], indent: str) -> Iterator[str]:
    """Each reason; one that is made of others with those below it."""
    for each in reasons:
        yield f"{indent}[{each.truth_in_words}] {tagged(words, each)}"
        yield from _reasons(words, each.parts, f"{indent}    ")


def _what_does_not(words: AnswerInWords) -> Iterator[str]:
    """Each award for which nothing is given, with the reason."""
    others = [award for award in words.awards if not award.applies]
    if others:
        yield say("answer.not_head", words.lang)
    for award in others:
        yield "- " + say("answer.line_not", words.lang, title=award.title, why=award.why_not)
        yield from (f"   ! {sentence}" for sentence in award.notes)
        if award.overpaid:
            yield f"   ! {award.overpaid}"


def _clauses(words: AnswerInWords) -> Iterator[str]:
    sentences = [*(each.sentence for each in words.clauses), *words.not_seen]
    yield from _listed(words, "answer.sources_head", sentences)
    yield say("answer.made_by", words.lang, version=words.version)


def _listed(words: AnswerInWords, head: str, items: Iterable[str]) -> Iterator[str]:
    """Items below their head; nothing where there are none."""
    for number, item in enumerate(items):
        if not number:
            yield say(head, words.lang)
        yield f"- {item}"
