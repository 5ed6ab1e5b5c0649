"""Learning a fact never contradicts what was said before it was known."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Assessment, Bounds, Case, Policy
from listing_rewards.assessment import Need
from listing_rewards.policy.conformity import faults_against
from property.strategies import (
    AWKWARD_DAYS,
    EARLIEST,
    Question,
    generated_questions,
    zhanjiang_questions,
)

AMOUNTS = (None, Decimal("0.00"), Decimal("0.25"), Decimal("3000000.00"), Decimal("9000000.00"))


def fillings(question: Question, need: Need) -> list[Question]:
    """The question with the needed fact filled in, in many ways that the case admits."""
    filled = {
        "event": _event_filled,
        "event_amount": _event_amount_filled,
        "flag": _flag_filled,
        "award_amount": _award_amount_filled,
    }[need.kind]
    admitted = [
        each for each in filled(question, need) if not faults_against(each.case, each.policy)
    ]
    assert admitted
    return admitted


def _with(question: Question, **changes: Any) -> Question:
    case = question.case.model_dump() | changes
    return question._replace(case=Case.model_validate(case))


def _event_filled(question: Question, need: Need) -> Iterator[Question]:
    """It did not happen; or it happened, once or more often where it may, on some day."""
    case = question.case.model_dump()
    known = {*question.case.absent, *(each.kind for each in question.case.events)}
    for kind in (need.name, *need.or_else):
        if kind in known:
            continue
        yield _with(question, absent=[*case["absent"], kind])
        declared = question.policy.events[kind]
        for i, day in enumerate(_days(question)):
            amount = AMOUNTS[i % len(AMOUNTS)] if declared.amount else None
            event = {"kind": kind, "on": day, "amount": amount}
            for times in (1, 3) if declared.repeats else (1,):
                yield _with(question, events=[*case["events"], *[event] * times])


def _days(question: Question) -> list[date]:
    """Days on which the answer could turn."""
    stated = {each.on for each in question.case.events} | {question.as_of}
    near = {day - timedelta(days=n) for day in stated for n in (0, 1, 366, 731)}
    return sorted({max(day, EARLIEST) for day in near} | set(AWKWARD_DAYS))


def _event_amount_filled(question: Question, need: Need) -> Iterator[Question]:
    events = question.case.model_dump()["events"]
    missing = {"kind": need.name, "on": need.on, "amount": None}
    at = events.index(missing)
    for amount in AMOUNTS[1:]:
        yield _with(
            question, events=[*events[:at], missing | {"amount": amount}, *events[at + 1 :]]
        )


def _flag_filled(question: Question, need: Need) -> Iterator[Question]:
    for value in (True, False):
        yield _with(question, flags={**question.case.flags, need.name: value})


def _award_amount_filled(question: Question, need: Need) -> Iterator[Question]:
    policy = question.policy.model_dump()
    for amount in AMOUNTS[1:]:
        awards = [
            each | {"amount": {"fixed": amount, "assumed": "now known"}}
            if each["id"] == need.name
            else each
            for each in policy["awards"]
        ]
        yield question._replace(policy=Policy.model_validate(policy | {"awards": awards}))


def ranges(answer: Assessment) -> dict[str, Bounds]:
    """Every range of an answer, by what it is of."""
    found = {
        "payable": Bounds(answer.payable, answer.payable_at_most),
        "entitled": answer.entitled,
        "overpaid": answer.overpaid,
    }
    for line in answer.lines:
        for name in ("nominal", "entitled", "payable", "overpaid"):
            found[f"{line.award} {name}"] = getattr(line, name)
    for group in answer.groups:
        for name in ("entitled", "payable", "overpaid"):
            found[f"{group.group} {name}"] = getattr(group, name)
    return found


def within(inner: Bounds, outer: Bounds) -> bool:
    """Whether one range lies in another, ends included."""
    if inner.at_least < outer.at_least:
        return False
    return outer.at_most is None or (inner.at_most is not None and inner.at_most <= outer.at_most)


class TestNarrowing:
    """Filling in a needed fact never leaves a range stated before; no range is ever empty.

    What is unknown widens an answer: it never becomes zero or "no" (任务分解表未列明各阶段金额).
    A fact may turn out either way: the event did not happen, or happened on any day on which the
    case admits it, also after the day asked for; an amount may be anything from nothing on.
    """

    @given(zhanjiang_questions(), st.data())
    def test_under_the_shipped_documents(self, question: Question, data: st.DataObject) -> None:
        """Every range of the filled-in answer lies within the same range of the answer before."""
        self._narrows(question, data)

    @given(generated_questions(), st.data())
    def test_under_any_policy(self, question: Question, data: st.DataObject) -> None:
        """The same under random policies."""
        self._narrows(question, data)

    @given(zhanjiang_questions(), st.data())
    def test_the_needs_are_what_settles_a_shipped_answer(
        self, question: Question, data: st.DataObject
    ) -> None:
        """As long as an answer is not determined it names a need; with no need left it is."""
        self._settles(question, data)

    @given(generated_questions(), st.data())
    def test_the_needs_are_what_settles_any_answer(
        self, question: Question, data: st.DataObject
    ) -> None:
        """The same under random policies."""
        self._settles(question, data)

    @given(zhanjiang_questions())
    def test_an_event_known_not_to_have_happened_is_not_asked_for(self, question: Question) -> None:
        """Neither a need nor its alternatives name an event whose day or absence is stated."""
        known = {*question.case.absent, *(each.kind for each in question.case.events)}
        answer = question.answer()
        for need in (*answer.needs, *(need for line in answer.lines for need in line.needs)):
            if need.kind == "event":
                assert known.isdisjoint([need.name, *need.or_else])

    @staticmethod
    def _narrows(question: Question, data: st.DataObject) -> None:
        before = question.answer()
        if before.needs:
            need = data.draw(st.sampled_from(before.needs), label="need")
            filled = data.draw(st.sampled_from(fillings(question, need)), label="filled")
            after = ranges(filled.answer())
            for name, stated in ranges(before).items():
                assert within(after[name], stated), name

    @staticmethod
    def _settles(question: Question, data: st.DataObject) -> None:
        answer = question.answer()
        for _ in range(30):
            if not answer.needs:
                break
            question = data.draw(st.sampled_from(fillings(question, answer.needs[0])))
            answer = question.answer()
        assert not answer.needs
        assert answer.determined
        assert all(line.status != "open" for line in answer.lines)
