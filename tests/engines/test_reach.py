"""Ranges by brute force: sound, and how tight."""

from __future__ import annotations

import pytest
from audit.boundaries import BY_SUBJECT
from hypothesis import given
from hypothesis import strategies as st
from property.strategies import questions
from property.values import Question

from engines.every_filling import next_missing, ways
from engines.reach import NO_REASON, assert_sound, found, listed, read


class TestRanges:
    """A range holds whatever a missing fact turns out to be; its ends are reached, or listed.

    Up to three missing facts are filled in, one after another, in every way that can matter: both
    answers of a flag, every value of an attribute, an event on each day on which a rule turns or
    beside it, figures and amounts on and beside the numbers at which a rule turns.
    """

    @pytest.mark.parametrize("subject", BY_SUBJECT)
    def test_sound_and_as_tight_as_listed(self, subject: str) -> None:
        """On boundaries: every filling lies within; the ends that none reaches are listed."""
        assert sorted(found(subject)) == listed(subject), "run `make answers`, give the reason"

    @pytest.mark.parametrize("subject", BY_SUBJECT)
    def test_what_says_exact_is(self, subject: str) -> None:
        """On boundaries: each end of a payable amount that is said to be exact is reached."""
        listed_here = {each.split(" ")[0] for each in listed(subject) if each[4:11] == "payable"}
        for number, answer in enumerate(BY_SUBJECT[subject](), 1):
            assert not (answer.exact and f"{number:03}" in listed_here), number

    def test_each_end_that_is_not_reached_has_its_reason(self) -> None:
        """None was listed without being looked at."""
        assert NO_REASON not in read()

    @given(questions(), st.data())
    def test_sound_under_any_policy(self, question: Question, data: st.DataObject) -> None:
        """Also of facts that are not needed, which must not matter."""
        stated = question.answer()
        for _ in range(3):
            missing = next_missing(question)
            if missing is None:
                break
            question = data.draw(st.sampled_from(list(ways(question, missing))))
            assert_sound(stated, question.answer())
