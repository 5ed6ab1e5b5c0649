"""Every answer can be explained, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hypothesis import given

from listing_rewards.assessment.in_words import AnswerInWords, AwardInWords, Reason
from listing_rewards.errors import Lang
from listing_rewards.report.policy import describe
from property.strategies import Question, questions

LANGS: tuple[Lang, ...] = ("en", "zh")


class TestExplains:
    """A refusal nobody can explain is as bad as a wrong amount.

    The text names every award and the total, leaves no place unfilled, and says each need,
    exposure, remark and notice in a line of its own, there or with its award.
    """

    @given(questions())
    def test_every_answer(self, question: Question) -> None:
        """Whatever was asked, under whatever policy."""
        answer = question.answer()
        for lang in LANGS:
            text = answer.explain(lang)
            assert f"{answer.payable:,}" in text
            assert "None" not in text
            assert not re.search(r"\{\w*\}", text)
            for award in answer.policy.awards:
                assert award.title.say(lang) in text
            told = [line for line in text.splitlines() if line.startswith(("- ", "   ! "))]
            sections = (answer.needs, answer.exposures, answer.remarks, answer.notices)
            assert len(told) >= sum(map(len, sections))

    @given(questions())
    def test_every_policy(self, question: Question) -> None:
        """Each award, group and declared fact is described."""
        for lang in LANGS:
            text = describe(question.policy, lang)
            assert "None" not in text
            assert not re.search(r"\{\w*\}", text)
            policy = question.policy
            for declared in (policy.events, policy.figures, policy.flags, policy.attributes):
                assert all(f"- {name}: " in text for name in declared)
            for award in policy.awards:
                assert f"- {award.id}: " in text


class TestInWords:
    """The answer in words as data says what the text says, and says it to programs as well.

    Every sentence of it stands in the text, every clause it names can be read in it, and its JSON
    reads back as the same.
    """

    @given(questions())
    def test_every_sentence_stands_in_the_text(self, question: Question) -> None:
        """Nothing is added, and nothing of an award that applies is left out."""
        answer = question.answer()
        for lang in LANGS:
            words, text = answer.in_words(lang), answer.explain(lang)
            applying = [award for award in words.awards if award.applies]
            for sentence in sentences_of(words, applying):
                assert sentence in text
            assert [award.award for award in words.awards] == [each.award for each in answer.lines]
            for award, line in zip(words.awards, answer.lines, strict=True):
                assert award.applies == (line.status in {"granted", "open"})
                if award.applies:
                    assert len(award.steps) == len(line.steps)
                    assert [each.truth for each in award.reasons] == [
                        each.truth for each in line.checks
                    ]

    @given(questions())
    def test_every_clause_can_be_read(self, question: Question) -> None:
        """A clause that is named stands in the answer, with its text."""
        words = question.answer().in_words("zh")
        for award in words.awards:
            cited = [each.clauses for each in every((*award.reasons, *award.amount_reasons))]
            cited += [step.clauses for step in award.steps]
            for clause in (name for names in cited for name in names):
                assert clause is None or words.clause(clause).text

    @given(questions())
    def test_its_json_reads_back(self, question: Question) -> None:
        """Whole, and without what is empty."""
        for lang in LANGS:
            words = question.answer().in_words(lang)
            assert AnswerInWords.model_validate_json(words.model_dump_json()) == words
            short = words.model_dump_json(exclude_defaults=True)
            assert AnswerInWords.model_validate_json(short) == words


def every(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Reasons, and those that they are made of."""
    for each in reasons:
        yield each
        yield from every(each.parts)


def sentences_of(words: AnswerInWords, applying: Iterable[AwardInWords]) -> Iterator[str]:
    """Everything that is said in sentences."""
    yield from words.totals
    yield from (each.reason for each in words.assumptions)
    for award in applying:
        yield award.title
        yield award.payable
        yield from (each.sentence for each in every((*award.reasons, *award.amount_reasons)))
        yield from (step.sentence for step in award.steps)
        yield from award.parts
    yield from (award.why_not for award in words.awards if award.why_not)
    yield from (group.sentence for group in words.groups)
    yield from (need.sentence for need in words.needs)
    yield from (*words.exposures, *words.notices, *words.remarks, *words.not_seen)
    yield from (clause.sentence for clause in words.clauses)
