"""An answer can be checked with nothing but itself."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from listing_rewards.assessment import Assessment, AwardLine, Check, CombinedCheck, Step
from listing_rewards.policy.amounts import BandsAmount, PlainAmount, RateAmount, plain_amounts
from listing_rewards.policy.grants import Award
from property.replaying import NOTHING, Range, minus, of, plus, replayed, to_unit
from property.strategies import questions
from property.values import Question

AFTER_ALTERNATIVES = {"when", "replaced", "best_of"}
FROM_POLICY = {
    *("fixed", "unknown", "topup", "nothing", "dated", "each", "rate", "cap", "floor", "above"),
    *("base_when", "rate_when", "unknown_cap"),
    *("band", "bands", "scaled", "times", "round", "received", "approved", "room", "due"),
    "room_left",
}
"""Operations with a number, or a choice, that the policy makes."""
CUT = Fraction(1, 10**20)
"""A quotient that no decimal can hold is stated this exactly."""


def holding_amount(award: Award, line: AwardLine) -> PlainAmount | None:
    """The amount that holds; None where the policy gives nothing, or it is not known which."""
    amounts = plain_amounts(award.amount)
    if not hasattr(award.amount, "dated"):
        return amounts[0]
    since = [step.on for step in line.steps if step.op == "dated" and step.of]
    held = [each.amount for each in award.amount.dated if each.since in since]
    return held[0] if held else None


def done_again(answer: Assessment, line: AwardLine) -> list[Range]:
    """The results of all steps of a line, done again by hand."""
    amount = holding_amount(answer.policy.award(line.award), line)
    return replayed(line, amount.bands if isinstance(amount, BandsAmount) else ())


def after(line: AwardLine, results: list[Range], ops: set[str]) -> Range | None:
    """The result of the last step of these kinds, if there is one."""
    found = [result for step, result in zip(line.steps, results, strict=True) if step.op in ops]
    return found[-1] if found else None


def every(checks: tuple[Check, ...]) -> Iterator[Check]:
    """The checks, and those that they are made of."""
    for check in checks:
        yield check
        yield from every(check.parts) if isinstance(check, CombinedCheck) else ()


def close(one: Range, other: Range) -> bool:
    """Whether two ranges are the same, but for what no decimal can hold."""
    if one.most is None or other.most is None:
        return one.most is other.most and abs(one.least - other.least) < CUT
    return abs(one.least - other.least) < CUT and abs(one.most - other.most) < CUT


class TestReplay:
    """The steps replay to the amount, and every number in them says what it rests on.

    An auditor needs neither the library nor the document: each step carries what it was done
    with, and each number of the policy its clause or the part that is assumed.
    """

    @given(questions())
    def test_every_step_can_be_done_again(self, question: Question) -> None:
        """Doing each step by hand gives the result it states; to the fen once it is rounded."""
        answer = question.answer()
        for line in answer.lines:
            exact = not any(step.op == "scaled" for step in line.steps)
            for step, result in zip(line.steps, done_again(answer, line), strict=True):
                exact = exact or step.op == "round"
                assert close(result, of(step.result)), step.op
                assert not exact or result == of(step.result), step.op

    @given(questions())
    def test_the_steps_lead_to_the_amounts(self, question: Question) -> None:
        """Nominal, entitled, payable, withheld and overpaid are what the steps arrive at."""
        answer = question.answer()
        for line in answer.lines:
            results = done_again(answer, line)
            when = [step.op for step in line.steps].index("when")
            granted = after(line, results, AFTER_ALTERNATIVES)
            entitled = after(line, results, {"room"}) or granted
            assert entitled is not None
            assert of(line.nominal) == results[when - 1]
            assert of(line.entitled) == entitled
            assert of(line.payable) == results[-1]
            held = line.steps[-1] if line.steps[-1].op == "withheld" else None
            assert of(line.withheld) == (results[-2] if held else NOTHING)
            assert held is None or held.value == line.withheld
            self._overpaid(answer, line, entitled)

    @staticmethod
    def _overpaid(answer: Assessment, line: AwardLine, entitled: Range) -> None:
        """Beyond what it is entitled to; nothing, perhaps, where another award is given instead."""
        counted = [of(step.value) for step in line.steps if step.op == "less_paid"]
        beyond = minus(counted[0] if counted else NOTHING, entitled)
        policy = answer.policy
        alone = all(line.award not in each.replaces for each in policy.awards)
        alone = alone and all(line.award not in each.awards for each in policy.best_of.values())
        overpaid = of(line.overpaid)
        if alone:
            assert overpaid == beyond
        else:
            assert overpaid.most in (beyond.most, 0)
            assert overpaid.least in (beyond.least, 0)

    @given(questions())
    def test_what_is_due_is_the_parts_that_are(self, question: Question) -> None:
        """The step to what is due takes the instalments whose day has come."""
        answer = question.answer()
        for line in answer.lines:
            for step in line.steps:
                if step.op == "due" and line.instalments:
                    due = [of(part.amount) for part in line.instalments if part.due == "met"]
                    most = [of(part.amount) for part in line.instalments if part.due != "not_met"]
                    stated = of(step.value)
                    assert stated.least >= min(plus(due).least, of(line.entitled).least)
                    if stated.most is not None:
                        top = plus(most).most
                        assert top is None or stated.most <= top

    @given(questions())
    def test_the_truth_of_a_line_follows_from_its_checks(self, question: Question) -> None:
        """Not met as soon as one check is not; of several days in force, one is enough."""
        for line in question.answer().lines:
            days = {check.truth for check in line.checks if check.rule == "in_force"}
            one_day = next((each for each in ("met", "unknown", "not_met") if each in days), "met")
            others = {check.truth for check in line.checks if check.rule != "in_force"}
            together = {one_day, *others}
            expected = next(each for each in ("not_met", "unknown", "met") if each in together)
            assert line.truth == expected
            assert all(step.truth == expected for step in line.steps if step.op == "when")

    @given(questions())
    def test_every_number_has_its_ground(self, question: Question) -> None:
        """A step with a number of the policy, and every check, rests on a clause or assumption."""
        answer = question.answer()
        policy = answer.policy
        for line in answer.lines:
            grouped = policy.award(line.award).group is not None
            assert grouped or not any(step.op in {"room", "room_left"} for step in line.steps)
            steps = [step for step in line.steps if self._has_a_number(step)]
            for ground in (
                *(step.ground for step in steps),
                *(check.ground for check in every(line.checks)),
            ):
                assert ground is not None
                assert (ground.clause in policy.clauses) != (ground.assumed in policy.assumptions)

    @staticmethod
    def _has_a_number(step: Step) -> bool:
        return step.op in FROM_POLICY or (step.op == "count" and step.unit not in (None, 1))

    @given(questions())
    def test_the_numbers_are_the_policys(self, question: Question) -> None:
        """Sums, rates, caps, factors, units and ways of rounding are those the policy writes."""
        answer = question.answer()
        for line in answer.lines:
            amount = holding_amount(answer.policy.award(line.award), line)
            if amount is None:
                continue
            known = self._numbers(amount)
            for step in line.steps:
                if step.op in known:
                    assert step.rate in known[step.op] or (
                        step.value is not None and step.value.at_least in known[step.op]
                    ), step.op
                if step.op == "round":
                    assert step.unit == answer.policy.rounding.unit
                    assert step.mode == answer.policy.rounding.mode
                if step.op == "rate_when":
                    assert isinstance(amount, RateAmount)
                    assert (step.rate, step.name) in [(i.rate, i.when) for i in amount.instead]
                if step.op == "times":
                    assert (step.rate, step.name) in [(t.factor, t.when) for t in amount.times]

    @staticmethod
    def _numbers(amount: PlainAmount) -> dict[str, set[Decimal | None]]:
        """The numbers of an amount, by the operation that uses them."""
        bands = amount.bands if isinstance(amount, BandsAmount) else ()
        fixed = getattr(amount, "fixed", None)
        return {
            "fixed": {fixed, *(band.fixed for band in bands)} - {None},
            "each": {fixed} - {None},
            "rate": {getattr(amount, "rate", None), *(band.rate for band in bands)} - {None},
            "topup": {getattr(amount, "topup", None)} - {None},
            "floor": {getattr(amount, "floor", None)} - {None},
            "scaled": {amount.scaled.full_at} if amount.scaled else set(),
        }

    @given(questions())
    def test_the_room_of_each_line_follows_from_the_others(self, question: Question) -> None:
        """What the earlier lines of the group took, or are still owed, is what is not left."""
        answer = question.answer()
        for group in answer.groups:
            taken, owed = NOTHING, NOTHING
            cap = of(group.cap)
            room = minus(cap, Range(Fraction(group.paid), Fraction(group.paid)))
            for line in self._members(answer, group.group):
                results = [of(step.result) for step in line.steps]
                for step in line.steps:
                    if step.op in {"room", "room_left"}:
                        left = minus(*((cap, taken) if step.op == "room" else (room, owed)))
                        assert of(step.value) == left, step.op
                granted = after(line, results, AFTER_ALTERNATIVES)
                due = after(
                    line, results, {*AFTER_ALTERNATIVES, "room", "due", "less_paid", "kept"}
                )
                assert granted is not None
                assert due is not None
                taken, owed = plus([taken, granted]), plus([owed, due])

    @given(questions())
    def test_assumptions_are_told_on_the_line_and_at_the_top(self, question: Question) -> None:
        """Each assumption of a line is reported above; a granted line tells of all its numbers'."""
        answer = question.answer()
        above = {each.where for each in answer.assumptions}
        for line in answer.lines:
            told = {each.where for each in line.assumptions}
            assert told <= above
            used = {check.ground.assumed for check in every(line.checks)}
            if line.truth != "not_met":
                steps = [step for step in line.steps if step.op != "round"]
                used |= {step.ground.assumed for step in steps if step.ground}
            assert used - {None} <= told

    @staticmethod
    def _members(answer: Assessment, group: str) -> list[AwardLine]:
        return [answer.line(each.id) for each in answer.policy.awards if each.group == group]


class TestRounding:
    """An amount is rounded once, by the policy's unit and mode; never above a cap."""

    @given(questions())
    def test_only_one_step_rounds(self, question: Question) -> None:
        """At most one step rounds; after it, only a cap may lead to another multiple."""
        answer = question.answer()
        for line in answer.lines:
            ops = [step.op for step in line.steps]
            assert ops.count("round") <= 1
            if "round" in ops:
                step = line.steps[ops.index("round")]
                for end in (step.result.at_least, step.result.at_most):
                    assert end is None or to_unit(Fraction(end), step) == Fraction(end)
