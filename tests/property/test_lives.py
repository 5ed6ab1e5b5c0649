"""Any life of events, payments and questions keeps every cap."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from listing_rewards import Assessment, Case, assess
from property.generated_cases import periods
from property.settling import settled
from property.strategies import generated_questions
from property.values import (
    ILLUSTRATIVE,
    PLAN_FIRST,
    STAGES,
    Question,
    months_on,
    within_calendar,
    yuan,
)

CAP = Decimal("9000000.00")
REGIONAL_CAP = Decimal("100000.00")
KINDS = ("neeq_innovation", "bse_tutoring_filed", "bse_applied", "bse_accepted", "bse_listed")


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


class AnyLife(RuleBasedStateMachine):
    """A life under a random policy: days go on from one on which something turns to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.question: Question
        self.days: list[date] = []

    @initialize(question=generated_questions())
    def begin(self, question: Question) -> None:
        """Nothing was paid yet, and it is the day before anything happened."""
        on = {each.on for each in question.case.events}
        later = {months_on(day, months) for day in on for months, _ in periods(question.policy)}
        beside = {day + timedelta(n) for day in on | later for n in (0, 1) if day.year < 2199}
        self.days = sorted(beside | {PLAN_FIRST})
        self.question = question._replace(as_of=self.days.pop(0)).stating(payments=[])

    @precondition(lambda self: self.days)
    @rule(some=st.integers(1, 5))
    def days_pass(self, some: int) -> None:
        """Time goes on."""
        for _ in range(min(some, len(self.days))):
            self.question = self.question._replace(as_of=within_calendar(self.days.pop(0)))

    @rule(number=st.integers(0, 4), amount=yuan())
    def pay_something(self, number: int, amount: Decimal) -> None:
        """A payment of any amount, owed or not."""
        awards = self.question.policy.awards
        award = awards[number % len(awards)].id
        payment = {"award": award, "on": self.question.as_of, "amount": amount}
        payments = [each.model_dump() for each in self.question.case.payments]
        if payment | {"policy": None} not in payments:
            self.question = self.question.stating(payments=[*payments, payment])

    @rule()
    def pay_all_that_is_payable(self) -> None:
        """Everything that is payable today is paid; nothing more is payable then."""
        self.question = settled(self.question, self.question.answer())
        assert all(line.payable.at_least == 0 for line in self.question.answer().lines)

    @invariant()
    def every_cap_is_kept(self) -> None:
        """Payable, withheld and paid exceed a cap only where what was paid does so alone."""
        answer = self.question.answer()
        for group in answer.groups:
            for owed in (group.payable, group.withheld) if group.cap.at_most is not None else ():
                assert owed.at_most is not None
                assert group.cap.at_most is not None
                assert owed.at_most + group.paid <= max(group.cap.at_most, group.paid)

    @invariant()
    def money_is_accounted_for(self) -> None:
        """Paid is all that was written; no more is overpaid, and no more is called back."""
        answer = self.question.answer()
        assert answer.paid == sum(each.amount for each in self.question.case.payments)
        assert answer.overpaid.at_least <= answer.paid
        assert all(each.at_most <= answer.paid + 100 for each in answer.exposures)


TestAnyLife = AnyLife.TestCase
TestAnyLife.settings = settings(max_examples=settings().max_examples // 2, stateful_step_count=15)
