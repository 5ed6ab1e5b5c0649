"""An independent second reading of the policy language comes to the same amounts."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import event, given, settings
from oracle.plain_reading import TOTALS, Line, Open, Reading, read
from profiles import few

from listing_rewards import Assessment, Bounds
from listing_rewards.assessment import AwardLine
from property.generated_conditions import Style
from property.strategies import generated_questions, questions
from property.values import Question

Compared = Iterator[tuple[str, Bounds, Fraction]]
AFTER_ALTERNATIVES = {"when", "as_paid", "replaced", "best_of"}
FULLY_STATED = generated_questions(Style(stated=True), fully=True)


def plain_reading(question: Question) -> Reading | None:
    """What the second reading says; None where it leaves the question open."""
    policy = question.policy.model_dump(mode="json")
    case = question.case.model_dump(mode="json")
    try:
        return read(policy, case, question.as_of)
    except Open as reason:
        event(f"left open by the second reading: {str(reason).split()[:3]}")
        return None


def of_line(line: AwardLine, reading: Line) -> Compared:
    """The amounts of one award, ours and those of the second reading."""
    granted = [step.result for step in line.steps if step.op in AFTER_ALTERNATIVES][-1]
    if reading.nominal is not None:
        yield "nominal", line.nominal, reading.nominal
    yield "granted", granted, reading.granted
    yield "entitled", line.entitled, reading.entitled
    yield "paid", Bounds(line.paid, line.paid), reading.paid
    yield "payable", line.payable, reading.payable
    yield "overpaid", line.overpaid, reading.overpaid
    yield "withheld", line.withheld, reading.withheld
    for share, (level, borne) in zip(line.shares, reading.borne, strict=False):
        assert share.level == level
        yield f"borne by {level}", share.payable, borne
    assert [
        (Fraction(each.payable.at_least), Fraction(each.payable.at_most or 0))
        for each in line.of_which
    ] == list(reading.for_others)
    if not line.shares:
        yield "borne by nobody", Bounds(line.paid * 0, line.paid * 0), sum_of(reading.borne)


def sum_of(parts: tuple[tuple[str, Fraction], ...]) -> Fraction:
    """All parts together."""
    return sum((amount for _, amount in parts), Fraction(0))


def of_answer(answer: Assessment, reading: Reading) -> Compared:
    """Every amount that both give."""
    for line in answer.lines:
        for name, ours, theirs in of_line(line, reading.awards[line.award]):
            yield f"{line.award} {name}", ours, theirs
    totals = {
        "entitled": answer.entitled,
        "payable": Bounds(answer.payable, answer.payable_at_most),
        "overpaid": answer.overpaid,
        "withheld": answer.withheld,
    }
    for name, ours in totals.items():
        assert name in TOTALS
        yield f"total {name}", ours, reading.totals[name]
    for name, theirs in reading.exposures.items():
        amounts = [each.amount for each in answer.exposures if each.repayment == name]
        rounded = answer.policy.rounding.unit if len(amounts) else Fraction(0)
        assert all(each.determined for each in amounts)
        ours_together = sum((Fraction(each.at_least) for each in amounts), Fraction(0))
        assert abs(ours_together - theirs) <= Fraction(rounded) * len(amounts), name


class TestPlainReadingAgrees:
    """A second implementation, written from the words alone, agrees to the fen.

    docs/explanation/how-a-policy-is-carried-out.md, carried out by different hands: where every
    fact is stated, every range holds one amount, and it is that of the second reading.
    """

    def test_on_fully_stated_questions(self) -> None:
        """Each amount of each line, the totals and the exposures are equal; few are left out."""
        asked: Counter[str] = Counter()

        @given(FULLY_STATED)
        @settings(max_examples=max(few(300), settings().max_examples))
        def agrees(question: Question) -> None:
            reading = plain_reading(question)
            asked["compared" if reading else "left open"] += 1
            if reading:
                for name, ours, theirs in of_answer(question.answer(), reading):
                    assert ours.determined, name
                    assert Fraction(ours.at_least) == theirs, name

        agrees()
        assert asked["compared"] > 9 * asked["left open"], asked

    @given(questions())
    def test_on_any_question_its_answer_lies_within_ours(self, question: Question) -> None:
        """Where only some facts are stated, what it can tell lies within every range of ours."""
        reading = plain_reading(question)
        event("compared" if reading else "not compared")
        if reading:
            answer = question.answer()
            for line in answer.lines:
                for name, ours, theirs in of_line(line, reading.awards[line.award]):
                    assert ours.at_least <= theirs, f"{line.award} {name}"
                    assert ours.at_most is None or theirs <= ours.at_most, f"{line.award} {name}"
