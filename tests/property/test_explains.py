"""Every answer can be explained, in both languages."""

from __future__ import annotations

import re

from hypothesis import given

from listing_rewards.errors import Lang
from listing_rewards.report.policy import describe
from property.strategies import Question, questions

LANGS: tuple[Lang, ...] = ("en", "zh")


class TestExplains:
    """A refusal nobody can explain is as bad as a wrong amount.

    The text names every award and the total, leaves no place unfilled, and says each need,
    exposure, remark and notice in a line of its own.
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
            told = [line for line in text.splitlines() if line.startswith("- ")]
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
