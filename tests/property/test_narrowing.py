"""Learning a fact never contradicts what was said before it was known."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Assessment, Bounds
from listing_rewards.assessment import Need
from property.fillings import fillings
from property.strategies import generated_questions, questions, zhanjiang_questions
from property.values import Question

OF_A_LINE = ("nominal", "entitled", "payable", "overpaid", "withheld")
OF_A_GROUP = ("cap", "entitled", "payable", "overpaid", "withheld")


def ranges(answer: Assessment) -> Iterator[tuple[str, Bounds]]:
    """Every range of an answer, with what it is of."""
    yield "payable", Bounds(answer.payable, answer.payable_at_most)
    for name in ("entitled", "overpaid", "withheld"):
        yield name, getattr(answer, name)
    for line in answer.lines:
        yield from ((f"{line.award} {name}", getattr(line, name)) for name in OF_A_LINE)
        yield from ((f"{line.award}, to {s.level}", s.payable) for s in line.shares)
        for i, other in enumerate(line.of_which):
            yield f"{line.award}, for another {i}", other.payable
        for i, part in enumerate(line.instalments):
            yield f"{line.award}, part {i}", part.amount
    for group in answer.groups:
        yield from ((f"{group.group} {name}", getattr(group, name)) for name in OF_A_GROUP)
    for each in answer.exposures:
        runs_from = answer.policy.relations.undertakings[each.repayment].runs_from
        of = f" of {each.since}" if runs_from == "payment" else ""
        yield f"{each.repayment} exposure for {each.award}{of}", each.amount


def within(inner: Bounds, outer: Bounds) -> bool:
    """Whether one range lies in another, ends included."""
    if inner.at_least < outer.at_least:
        return False
    return outer.at_most is None or (inner.at_most is not None and inner.at_most <= outer.at_most)


def every_need(answer: Assessment) -> tuple[Need, ...]:
    """The needs at the top and those of the lines."""
    return (*answer.needs, *(need for line in answer.lines for need in line.needs))


class TestNarrowing:
    """Filling in a needed fact never leaves a range stated before; no range is ever empty.

    What is unknown widens an answer: it never becomes zero or "no" (任务分解表未列明各阶段金额).
    A fact may turn out either way: the event did not happen, or happened on any day on which the
    case admits it, also after the as-of date; an amount may be anything from nothing on; a
    figure anything within its limit; of several bands that hold a base one is meant.
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

    @given(questions())
    def test_a_fact_that_is_stated_is_not_asked_for(self, question: Question) -> None:
        """Neither a need nor its alternatives name what the case states, or states as absent."""
        case, answer = question.case, question.answer()
        known = {*case.absent, *(each.kind for each in case.events)}
        stated = {
            "figure": case.figures,
            "flag": case.flags,
            "attribute": case.attributes,
            "approved": case.approved,
        }
        for need in every_need(answer):
            if need.kind == "event":
                assert known.isdisjoint([need.name, *need.or_else])
            assert need.name not in stated.get(need.kind, {})

    @given(generated_questions(fully=True))
    def test_only_the_policy_leaves_a_fully_stated_question_open(self, question: Question) -> None:
        """Where the case states every fact, what is needed is an amount, a cap or a band."""
        needs = {need.kind for need in every_need(question.answer())}
        assert needs <= {"award_amount", "award_cap", "group_cap", "band"}

    @staticmethod
    def _narrows(question: Question, data: st.DataObject) -> None:
        before = question.answer()
        if before.needs:
            need = data.draw(st.sampled_from(before.needs), label="need")
            filled = data.draw(st.sampled_from(fillings(question, need)), label="filled")
            after = dict(ranges(filled.answer()))
            for name, stated in ranges(before):
                if name in after:
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
