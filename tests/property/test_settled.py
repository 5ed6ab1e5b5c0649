"""What was paid is not payable again."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from listing_rewards import Assessment, Case, assess
from property.strategies import ILLUSTRATIVE, PLAN_FIRST, STAGES, Question, questions, yuan

FEN = Decimal("0.01")
CAP = Decimal("9000000.00")
REGIONAL_CAP = Decimal("100000.00")
KINDS = ("neeq_innovation", "bse_tutoring_filed", "bse_applied", "bse_accepted", "bse_listed")


def settled(question: Question, answer: Assessment) -> Question:
    """The same question after each line's certain amount was paid on the day asked for."""
    case = question.case.model_dump()
    for line in answer.lines:
        owed = line.payable.at_least
        payment = {"award": line.award, "on": question.as_of, "amount": owed, "policy": None}
        if payment in case["payments"]:  # not the same payment written twice: paid in two parts
            part = owed - FEN
            case["payments"] += (payment | {"amount": part}, payment | {"amount": FEN})
        elif owed:
            case["payments"] += (payment,)
    return question._replace(case=Case.model_validate(case))


class TestSettled:
    """Pay what is payable, ask again: nothing more is payable.

    Task 9 and task 10 each grant a reward once, up to their caps.
    """

    @given(questions())
    def test_nothing_certain_is_left(self, question: Question) -> None:
        """After each line's certain amount was paid, no line has a certain amount left."""
        before = question.answer()
        after = settled(question, before).answer()
        assert [line.payable.at_least for line in after.lines] == [0] * len(after.lines)
        assert [line.entitled for line in after.lines] == [line.entitled for line in before.lines]
        assert after.overpaid == before.overpaid

    @given(questions())
    def test_a_determined_answer_is_settled_for_good(self, question: Question) -> None:
        """Where the total was determined line by line, the total that is left is exactly zero."""
        before = question.answer()
        if all(line.payable.determined for line in before.lines):
            after = settled(question, before).answer()
            assert after.payable == after.payable_at_most == 0
            assert after.paid == before.paid + before.payable


class Life(RuleBasedStateMachine):
    """An enterprise's life: steps, financings and payments on growing days, asked at each step."""

    def __init__(self) -> None:
        super().__init__()
        self.today = PLAN_FIRST - timedelta(days=1)
        self.listed = False
        self.case: dict[str, Any] = {"enterprise": {"name": "示例甲公司"}, "events": []}
        self.case["payments"] = []
        self.answer = self._ask()
        self.entitled = self.answer.entitled.at_least

    def _ask(self) -> Assessment:
        return assess(Case.model_validate(self.case), ILLUSTRATIVE, as_of=self.today)

    def _ask_again(self) -> None:
        self.entitled = self.answer.entitled.at_least
        self.answer = self._ask()

    def _pay(self, award: str, amount: Decimal) -> None:
        payment = {"award": award, "on": self.today, "amount": amount}
        if payment not in self.case["payments"]:
            self.case["payments"].append(payment)
        self._ask_again()

    @rule(days=st.sampled_from([1, 31, 182, 364, 365, 366]))
    def days_pass(self, days: int) -> None:
        """Time goes on."""
        self.today = min(self.today + timedelta(days=days), date(2199, 12, 31))
        self._ask_again()

    @precondition(lambda self: not self.listed and not self.case["events"])
    @rule()
    def list_on_neeq(self) -> None:
        """The enterprise lists on NEEQ, before anything else."""
        self.listed = True
        self.case["events"].append({"kind": "neeq_listed", "on": self.today})
        self._ask_again()

    @precondition(lambda self: self.listed)
    @rule()
    def delist(self) -> None:
        """The enterprise leaves NEEQ, a day after whatever was tested before."""
        self.today = min(self.today + timedelta(days=1), date(2199, 12, 31))
        self.listed = False
        self.case["events"].append({"kind": "neeq_delisted", "on": self.today})
        self._ask_again()

    @precondition(lambda self: not self.listed and self._has("neeq_delisted"))
    @rule()
    def relist(self) -> None:
        """The enterprise comes back to NEEQ."""
        self.listed = True
        self.case["events"].append({"kind": "neeq_listed", "on": self.today})
        self._ask_again()

    @rule(kind=st.sampled_from(KINDS))
    def take_a_step(self, kind: str) -> None:
        """The next step on the way, unless it was taken or one that comes after it was."""
        later = [name for name, each in ILLUSTRATIVE.events.items() if kind in each.after]
        if not any(self._has(name) for name in (kind, *later)):
            self.case["events"].append({"kind": kind, "on": self.today})
        self._ask_again()

    @rule(amount=yuan())
    def raise_money(self, amount: Decimal) -> None:
        """A financing on the regional equity market."""
        event = {"kind": "regional_financing", "on": self.today, "amount": amount}
        self.case["events"].append(event)
        self._ask_again()

    @rule(award=st.sampled_from([*STAGES, "regional_financing"]), amount=yuan())
    def pay_something(self, award: str, amount: Decimal) -> None:
        """A payment of any amount, owed or not."""
        self._pay(award, amount)

    @rule()
    def pay_all_that_is_payable(self) -> None:
        """Everything that is payable today is paid."""
        owed = [(line.award, line.payable.at_least) for line in self.answer.lines]
        payments = [
            {"award": award, "on": self.today, "amount": amount} for award, amount in owed if amount
        ]
        if not any(payment in self.case["payments"] for payment in payments):
            self.case["payments"] += payments
            self._ask_again()
            assert [line.payable.at_least for line in self.answer.lines] == [0] * len(owed)

    def _has(self, kind: str) -> bool:
        return any(event["kind"] == kind for event in self.case["events"])

    @invariant()
    def every_cap_is_kept(self) -> None:
        """9,000,000 for the stages and 100,000 for financing, payments counted."""
        (stages,) = self.answer.groups
        regional = self.answer.line("regional_financing")
        assert stages.payable.at_most is not None
        assert regional.payable.at_most is not None
        assert stages.payable.at_most + stages.paid <= max(CAP, stages.paid)
        assert regional.payable.at_most + regional.paid <= max(REGIONAL_CAP, regional.paid)

    @invariant()
    def what_is_entitled_never_shrinks(self) -> None:
        """A step once taken in time stays earned, whatever comes later."""
        assert self.answer.entitled.at_least >= self.entitled

    @invariant()
    def money_is_accounted_for(self) -> None:
        """Paid is all that was written; overpaid is no more than paid."""
        assert self.answer.paid == sum(each["amount"] for each in self.case["payments"])
        assert self.answer.overpaid.at_most is not None
        assert self.answer.overpaid.at_most <= self.answer.paid


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=settings().max_examples // 2, stateful_step_count=25)
