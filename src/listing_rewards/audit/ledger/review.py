"""One enterprise's payments beside its answer: what of each is due, undecided and beyond."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from listing_rewards.assessment import Assessment
from listing_rewards.audit.ledger.entitlement import Entitlement, entitlements_of
from listing_rewards.audit.ledger.finding import Finding, Kind, Note, Place
from listing_rewards.audit.ledger.level import at_level, borne_of, wholes
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.reconciliation import Divided, Placed
from listing_rewards.audit.ledger.returns import Counted, Return, set_against
from listing_rewards.case import Case, Payment
from listing_rewards.engines.exact import assess
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import FEN, LIMIT, ZERO
from listing_rewards.values.range import Bounds, exactly
from listing_rewards.values.truth import MET


class Allocation(NamedTuple):
    """A payment as it falls on what may be paid.

    Attributes:
        payment: the payment.
        before: yuan paid before that count together with it.
        earlier: the payments among them for the same award.
        divided: what of it is due, undecided and beyond.
    """

    payment: Counted
    before: Decimal
    earlier: tuple[Counted, ...]
    divided: Divided

    @property
    def same_before(self) -> Decimal:
        """Yuan that were paid before for the same award."""
        return sum((each.amount for each in self.earlier), ZERO)


class Position(NamedTuple):
    """An entitlement, and its payments in order."""

    entitlement: Entitlement
    allocations: tuple[Allocation, ...]


class Review(NamedTuple):
    """An enterprise's payments beside what it is entitled to.

    Attributes:
        case: the case as stated.
        whole: what is due by the as-of date, every payment counted.
        answer: the same; of a ledger of one level of government, in the yuan that it bears.
        lines: its lines of the ledger that are judged, by their place in the ledger.
        payments: those, and what only the case states, with what of each came back.
        unmatched: what came back of no payment that is known.
        positions: every entitlement with its payments.
        notes: what must be said of its payments.
        level: the level of government whose ledger it is; None where it is all levels'.
    """

    case: Case
    whole: Assessment
    answer: Assessment
    lines: Mapping[int, LedgerLine]
    payments: Sequence[Counted]
    unmatched: Sequence[Return]
    positions: Sequence[Position]
    notes: Sequence[Note]
    level: str | None

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.answer.policy

    def answer_before(self, payment: Counted) -> Assessment:
        """What was due on the day of a payment, those before it counted."""
        earlier = [each for each in self.payments if each.order < payment.order]
        return _answered(self.case, self.policy, earlier, payment.on, self.level)[1]

    def finding(
        self, kind: Kind, amount: Bounds | Decimal, of: Iterable[int | None] = (), **rest: Any
    ) -> Finding:
        """A finding about this enterprise and these lines of the ledger."""
        return Finding(
            kind=kind,
            enterprise=self.case.enterprise.name,
            uscc=self.case.enterprise.uscc,
            lines=tuple(self.lines[number] for number in of if number is not None),
            amount=amount if isinstance(amount, Bounds) else exactly(amount),
            **rest,
        )


def review(
    case: Case,
    policy: Policy,
    lines: Mapping[int, LedgerLine],
    as_of: date,
    level: str | None = None,
) -> Review:
    """The lines of a case's enterprise beside its answer.

    Args:
        case: the case.
        policy: the policy.
        lines: its lines of the ledger, by their place in it.
        as_of: the as-of date.
        level: the level of government whose ledger it is, where it is of one alone.

    Raises:
        InvalidCase: the case is not one that the policy can answer.
    """
    stated, returns, notes = _all_payments(case, policy, lines, as_of, level)
    if returns and policy.relations.undertakings:
        _, gross = _answered(case, policy, stated, as_of, level)
        returns = _called_back(returns, gross)
    payments, unmatched = set_against(stated, returns)
    whole, answer = _answered(case, policy, payments, as_of, level)
    positions = [
        Position(entitlement, tuple(allocate(entitlement, payments)))
        for entitlement in entitlements_of(answer)
    ]
    notes += _notes_of_returns(case, payments)
    return Review(case, whole, answer, lines, payments, unmatched, positions, notes, level)


def _answered(
    case: Case, policy: Policy, counted: Iterable[Counted], as_of: date, level: str | None
) -> tuple[Assessment, Assessment]:
    """The answer with these payments, and the same in the yuan that a level bears.

    What one level paid stands for the whole payments of which it is that level's part.
    """
    paid = _sums(counted, as_of)
    if level is None:
        answer = assess(_with_payments(case, policy, paid, as_of), policy, as_of=as_of)
        return answer, answer
    whole = wholes(paid, None, policy, level)
    answer = assess(_with_payments(case, policy, whole, as_of), policy, as_of=as_of)
    if whole != (settled := wholes(paid, answer, policy, level)):
        answer = assess(_with_payments(case, policy, settled, as_of), policy, as_of=as_of)
    own: dict[str, Decimal] = {}
    for (award, _), amount in paid.items():
        own[award] = own.get(award, ZERO) + amount
    return answer, at_level(answer, level, own)


def parts_of_returns(
    payments: Iterable[Counted], unmatched: Iterable[Return]
) -> Iterator[tuple[int, Placed]]:
    """Where the yuan went that came back, by the place of a line in the ledger."""
    for payment in payments:
        for each in payment.returns:
            if each.number is not None:
                place: Place = "called_back" if each.called_back else "returned"
                yield each.number, Placed(place=place, amount=-each.amount)
        net = payment.gross - payment.amount
        if net and payment.number is not None:
            yield payment.number, Placed(place="returned", amount=net)
    for each in unmatched:
        if each.number is not None:
            yield each.number, Placed(place="return_unmatched", amount=-each.amount)


def _called_back(returns: Iterable[Return], answer: Assessment) -> list[Return]:
    """The returns, those apart that came after an undertaking did not hold, up to its amount."""
    broken = {each.award: each for each in answer.exposures if each.truth is MET and each.on}
    left = {award: each.amount.at_least for award, each in broken.items()}
    apart: list[Return] = []
    for each in sorted(returns, key=attrgetter("order")):
        exposure = broken.get(each.award)
        after = exposure is not None and exposure.on is not None and each.on >= exposure.on
        taken = min(each.amount, left[each.award]) if after else ZERO
        if taken:
            left[each.award] -= taken
            apart.append(each._replace(amount=taken, called_back=True))
        if each.amount > taken:
            apart.append(each._replace(amount=each.amount - taken))
    return apart


def _notes_of_returns(case: Case, payments: Iterable[Counted]) -> Iterator[Note]:
    for payment in payments:
        for each in payment.returns:
            yield Note(
                kind="called_back" if each.called_back else "returned",
                enterprise=case.enterprise.name,
                award=each.award,
                on=each.on,
                amount=each.amount,
                row=each.row,
                other_row=payment.row,
            )


def allocate(entitlement: Entitlement, payments: Iterable[Counted]) -> Iterator[Allocation]:
    """The payments of an entitlement in order of day; the first ones fill it."""
    before = ZERO
    same: dict[str, tuple[Counted, ...]] = {}
    counted = [each for each in payments if each.amount and each.award in entitlement.awards]
    for payment in sorted(counted, key=attrgetter("order")):
        earlier = same.get(payment.award, ())
        yield Allocation(payment, before, earlier, _divided(before, payment.amount, entitlement))
        before += payment.amount
        same[payment.award] = (*earlier, payment)


def _divided(before: Decimal, amount: Decimal, entitlement: Entitlement) -> Divided:
    least, most = entitlement.amount.at_least, entitlement.amount.at_most
    entitled = _within(before, amount, least)
    possible = amount if most is None else _within(before, amount, most)
    due = entitled if entitlement.due is None else _within(before, entitled, entitlement.due)
    return Divided(
        due=due,
        not_due_yet=entitled - due,
        undecided=possible - entitled,
        beyond=amount - possible,
    )


def _within(before: Decimal, amount: Decimal, limit: Decimal) -> Decimal:
    """What of an amount, paid after `before`, still lies within a limit."""
    return min(max(limit - before, ZERO), amount)


def _all_payments(
    case: Case,
    policy: Policy,
    lines: Mapping[int, LedgerLine],
    as_of: date,
    level: str | None,
) -> tuple[list[Counted], list[Return], list[Note]]:
    """What was paid and what came back by a day, each once, and what must be said of it.

    A payment of the case that a line of the ledger has too (same award, day and amount) is that
    line. The others are paid besides the ledger. Beside a ledger of one level, a payment of the
    case is a whole one, of which the level bore its part.
    """
    counted = [
        Counted(line.award, line.on, line.amount, number, line.row, line.reference)
        for number, line in lines.items()
        if line.amount >= 0
    ]
    returns = [
        Return(line.award, line.on, -line.amount, number, line.row, line.returns or line.reference)
        for number, line in lines.items()
        if line.amount < 0
    ]
    free = {number: (line.award, line.on, line.amount) for number, line in lines.items()}
    notes = []
    for payment in case.payments:
        if payment.on > as_of or not policy.counts(payment.policy):
            continue
        own = payment.amount
        if level is not None:
            own = borne_of(own, payment.award, policy, level)
        wanted = [(payment.award, payment.on, each) for each in (own, payment.amount)]
        number = next((i for i, key in free.items() if key in wanted), None)
        if number is not None:
            del free[number]
        elif own < 0:
            returns.append(Return(payment.award, payment.on, -own))
        else:
            counted.append(Counted(payment.award, payment.on, own))
        notes.append(
            Note(
                kind="not_in_ledger" if number is None else "same_payment",
                enterprise=case.enterprise.name,
                award=payment.award,
                on=payment.on,
                amount=payment.amount,
                row=0 if number is None else lines[number].row,
            )
        )
    return counted, returns, notes


def _sums(counted: Iterable[Counted], as_of: date) -> dict[tuple[str, date], Decimal]:
    """What was paid for one award on one day is one payment.

    So a sum paid twice on one day is not taken for a slip of the pen.
    """
    sums: dict[tuple[str, date], Decimal] = {}
    for each in counted:
        if amount := each.amount_by(as_of):
            key = each.award, each.on
            sums[key] = sums.get(key, ZERO) + amount
    return sums


def _with_payments(
    case: Case, policy: Policy, paid: Mapping[tuple[str, date], Decimal], as_of: date
) -> Case:
    """The case with these payments in place of its own that count."""
    others = [each for each in case.payments if each.on > as_of or not policy.counts(each.policy)]
    payments = [
        Payment(award=award, on=on, amount=part)
        for (award, on), amount in paid.items()
        for part in _parts(amount)
    ]
    return case.model_copy(update={"payments": (*others, *payments)})


def _parts(amount: Decimal) -> Iterator[Decimal]:
    """A sum as payments none of which is too large for one, or the same as another."""
    most = LIMIT
    while True:
        most -= FEN
        yield min(amount, most)
        amount -= most
        if amount <= 0:
            return
