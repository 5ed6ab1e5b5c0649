"""An answer can be checked with nothing but itself."""

from decimal import Decimal
from itertools import takewhile
from typing import TypeAlias

from hypothesis import given

from listing_rewards.assessment import Assessment, AwardLine, Step
from listing_rewards.bounds import Bounds
from listing_rewards.policy.amounts import FixedAmount, UnknownAmount
from property.strategies import Question, questions

Range: TypeAlias = tuple[Decimal, Decimal | None]
FROM_POLICY = {"fixed", "unknown", "rate", "cap", "round", "room", "room_left"}
ZERO = Decimal(0)


def ends(amount: Bounds) -> Range:
    """Both ends of a range, None for an open one."""
    return amount.at_least, amount.at_most


def lesser(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The smaller of two ends, an open one being larger than any number."""
    known = [end for end in (one, other) if end is not None]
    return min(known, default=None)


def to_unit(amount: Decimal, step: Step) -> Decimal:
    """The multiple of the step's unit that its way of rounding chooses."""
    assert step.unit is not None
    below = amount // step.unit
    rest = amount - below * step.unit
    odd = below % 2 == 1
    half = 2 * rest == step.unit
    up = {
        "down": False,
        "up": rest > 0,
        "half_up": half or 2 * rest > step.unit,
        "half_even": (half and odd) or 2 * rest > step.unit,
    }
    assert step.mode is not None
    return (below + up[step.mode]) * step.unit


def done_again(step: Step, before: list[Range]) -> Range:
    """The result of a step, from what it states and the results it works on."""
    if step.op in {"event_amount", "fixed", "unknown"}:
        assert step.value is not None
        return ends(step.value)
    on = [before[number] for number in step.of]
    if step.op == "sum":
        tops = [top for _, top in on]
        whole = None if None in tops else sum((top for top in tops if top is not None), ZERO)
        return sum((least for least, _ in on), ZERO), whole
    ((least, most),) = on
    if step.op == "rate":
        assert step.rate is not None
        return least * step.rate, None if most is None else most * step.rate
    if step.op == "round":
        return to_unit(least, step), None if most is None else to_unit(most, step)
    if step.op == "when":
        return {"met": (least, most), "not_met": (ZERO, ZERO), "unknown": (ZERO, most)}[
            str(step.truth)
        ]
    assert step.value is not None
    if step.op == "less_paid":
        paid = step.value.at_least
        return max(least - paid, ZERO), None if most is None else max(most - paid, ZERO)
    assert step.op in {"cap", "room", "room_left"}
    return min(least, step.value.at_least), lesser(most, step.value.at_most)


def replayed(line: AwardLine) -> list[Range]:
    """Every step's result, done again."""
    results: list[Range] = []
    for number, step in enumerate(line.steps):
        assert all(0 <= earlier < number for earlier in step.of)
        results.append(done_again(step, results))
    return results


def result_of(line: AwardLine, op: str) -> Range | None:
    """The result of the line's step of one kind, if it has one."""
    return next((ends(step.result) for step in line.steps if step.op == op), None)


class TestReplay:
    """The steps replay to the amount, and every number in them says what it rests on.

    An auditor needs neither the library nor the document: each step carries what it was done
    with, and each number of the policy its clause or the part that is assumed.
    """

    @given(questions())
    def test_every_step_can_be_done_again(self, question: Question) -> None:
        """Doing each step by hand gives the result it states."""
        for line in question.answer().lines:
            assert replayed(line) == [ends(step.result) for step in line.steps]

    @given(questions())
    def test_the_steps_lead_to_the_amounts(self, question: Question) -> None:
        """Nominal, entitled, payable and overpaid are what the replayed steps arrive at."""
        for line in question.answer().lines:
            results = dict(zip([step.op for step in line.steps], replayed(line), strict=True))
            up_to_when = list(takewhile(lambda step: step.op != "when", line.steps))
            granted = results["when"]
            entitled = results.get("room", granted)
            least, most = entitled
            assert ends(line.nominal) == replayed(line)[len(up_to_when) - 1]
            assert ends(line.entitled) == entitled
            assert ends(line.payable) == replayed(line)[-1]
            assert line.overpaid.at_most == max(line.paid - least, ZERO)
            assert line.overpaid.at_least == (ZERO if most is None else max(line.paid - most, ZERO))

    @given(questions())
    def test_the_truth_of_a_line_follows_from_its_checks(self, question: Question) -> None:
        """Not met as soon as one check is not; of several days in force, one is enough."""
        for line in question.answer().lines:
            days = {check.truth for check in line.checks if check.rule == "in_force"}
            one_day = next((each for each in ("met", "unknown", "not_met") if each in days), "met")
            others = {check.truth for check in line.checks if check.rule != "in_force"}
            every = {one_day, *others}
            expected = next(each for each in ("not_met", "unknown", "met") if each in every)
            assert line.truth == expected
            assert all(step.truth == expected for step in line.steps if step.op == "when")

    @given(questions())
    def test_every_number_has_its_ground(self, question: Question) -> None:
        """A step with a number of the policy, and every check, rests on a clause or assumption."""
        answer = question.answer()
        policy = answer.policy
        for line in answer.lines:
            grounds = [step.ground for step in line.steps if step.op in FROM_POLICY]
            if policy.award(line.award).group is None:
                assert not any(step.op in {"room", "room_left"} for step in line.steps)
            for ground in [*grounds, *(check.ground for check in line.checks)]:
                assert ground is not None
                assert (ground.clause in policy.clauses) != (ground.assumed in policy.assumptions)

    @given(questions())
    def test_the_numbers_are_the_policys(self, question: Question) -> None:
        """Fixed sums, rates, caps, units and ways of rounding are those the policy writes."""
        answer = question.answer()
        for line in answer.lines:
            amount = answer.policy.award(line.award).amount
            steps = {step.op: step for step in line.steps}
            if isinstance(amount, FixedAmount):
                assert ends(steps["fixed"].result) == (amount.fixed, amount.fixed)
            elif isinstance(amount, UnknownAmount):
                assert ends(steps["unknown"].result) == (ZERO, None)
            elif "rate" in steps:
                assert {step.rate for step in line.steps if step.op == "rate"} == {amount.rate}
                before_rounding = takewhile(lambda step: step.op != "round", line.steps)
                caps = {ends(step.value) for step in before_rounding if step.value and step.of}
                assert caps <= ({(amount.cap, amount.cap)} if amount.cap is not None else set())
                assert steps["round"].unit == answer.policy.rounding.unit
                assert steps["round"].mode == answer.policy.rounding.mode

    @given(questions())
    def test_the_room_of_each_line_follows_from_the_others(self, question: Question) -> None:
        """What the earlier lines of the group took, or are still owed, is what is not left."""
        answer = question.answer()
        for group in answer.groups:
            taken: Range = (ZERO, ZERO)
            owed: Range = (ZERO, ZERO)
            for line in self._members(answer, group.group):
                for op, limit, before in (
                    ("room", group.cap, taken),
                    ("room_left", max(group.cap - group.paid, ZERO), owed),
                ):
                    for step in line.steps:
                        if step.op == op:
                            assert step.value is not None
                            assert ends(step.value) == self._left(limit, before)
                granted = result_of(line, "when")
                assert granted is not None
                due = result_of(line, "less_paid") or ends(line.entitled)
                taken, owed = self._plus(taken, granted), self._plus(owed, due)

    @given(questions())
    def test_assumptions_are_told_on_the_line_and_at_the_top(self, question: Question) -> None:
        """Each assumption of a line is told above; a granted line tells of all its numbers'."""
        answer = question.answer()
        above = {each.where for each in answer.assumptions}
        for line in answer.lines:
            told = {each.where for each in line.assumptions}
            assert told <= above
            used = {check.ground.assumed for check in line.checks}
            if line.truth != "not_met":
                steps = [step for step in line.steps if step.op != "round"]
                used |= {step.ground.assumed for step in steps if step.ground}
            assert used - {None} <= told

    @staticmethod
    def _members(answer: Assessment, group: str) -> list[AwardLine]:
        return [answer.line(each.id) for each in answer.policy.awards if each.group == group]

    @staticmethod
    def _left(limit: Decimal, taken: Range) -> Range:
        least, most = taken
        return ZERO if most is None else max(limit - most, ZERO), max(limit - least, ZERO)

    @staticmethod
    def _plus(one: Range, other: Range) -> Range:
        open_ended = one[1] is None or other[1] is None
        return one[0] + other[0], None if open_ended else (one[1] or ZERO) + (other[1] or ZERO)
