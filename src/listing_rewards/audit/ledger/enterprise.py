"""One enterprise: its findings, the parts of each of its lines, and its accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from listing_rewards.assessment import GroupTotal
from listing_rewards.audit.ledger.doubts import unit_in_doubt
from listing_rewards.audit.ledger.excess import excess
from listing_rewards.audit.ledger.finding import Finding, Note
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.open_amounts import (
    common_caps,
    to_call_back,
    undecided,
    unpaid,
)
from listing_rewards.audit.ledger.reconciliation import (
    Account,
    EnterpriseAccount,
    Placed,
    divided_together,
)
from listing_rewards.audit.ledger.review import (
    Allocation,
    Position,
    Review,
    parts_of_returns,
    review,
)
from listing_rewards.audit.ledger.shares import shares_borne
from listing_rewards.audit.ledger.timing import due_in_doubt, laws_in_force, paid_early
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Text
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import exactly


class InQuestion(NamedTuple):
    """What of an enterprise's payments is in question.

    Attributes:
        awards: awards that a line may mean whose title is almost theirs.
        rows: rows of the ledger about the enterprise that cannot be read.
    """

    awards: Collection[str] = ()
    rows: Collection[int] = ()


class Reconciled(NamedTuple):
    """What became of one enterprise.

    Attributes:
        account: its answer and its accounts.
        groups: the common caps of its answer; of a ledger of one level, what that level bears.
        parts: where the yuan of each of its lines went, by the line's place in the ledger.
        findings: what was found.
        notes: what else must be said.
    """

    account: EnterpriseAccount
    groups: Sequence[GroupTotal]
    parts: Mapping[int, list[Placed]]
    findings: list[Finding]
    notes: list[Note]


def reconciled(
    case: Case,
    policy: Policy,
    lines: Mapping[int, LedgerLine],
    as_of: date,
    question: InQuestion = InQuestion(),  # noqa: B008 - frozen
    level: str | None = None,
) -> Reconciled:
    """One enterprise's lines, all of which count and are dated by `as_of`, against its answer."""
    try:
        found = review(case, policy, lines, as_of, level)
        doubtful = _in_another_unit(found)
        if doubtful:
            rest = {number: line for number, line in lines.items() if number not in doubtful}
            found = review(case, policy, rest, as_of, level)
    except InvalidCase as error:
        return _invalid(case, lines, error)
    parts: dict[int, list[Placed]] = defaultdict(list)
    findings: list[Finding] = []
    for place in doubtful:
        parts[place].append(Placed(place="unit_in_doubt", amount=lines[place].amount))
        findings.append(_unit(found, lines[place]))
    for place, part in parts_of_returns(found.payments, found.unmatched):
        parts[place].append(part)
    for position in found.positions:
        for allocation in position.allocations:
            if (number := allocation.payment.number) is not None:
                placed, of_payment = _of_payment(found, position, allocation, number)
                parts[number] += placed
                findings += of_payment
    in_question = {*question.awards, *(lines[number].award for number in doubtful)}
    findings += [
        *shares_borne(found),
        *unpaid(found, in_question, question.rows),
        *common_caps(found, in_question),
        *to_call_back(found),
    ]
    account = EnterpriseAccount(
        enterprise=case.enterprise,
        assessment=found.whole,
        accounts=tuple(map(_account, found.positions)),
    )
    return Reconciled(account, found.answer.groups, parts, findings, list(found.notes))


def _of_payment(
    found: Review, position: Position, allocation: Allocation, number: int
) -> tuple[list[Placed], list[Finding]]:
    """Where a payment of the ledger went, and what is found of it."""
    beyond = list(excess(found, position, allocation))
    placed = [*_within_due(allocation), *(part for part, _ in beyond)]
    return placed, [
        *(finding for _, finding in beyond),
        *undecided(found, position, allocation),
        *paid_early(found, position, allocation),
        *due_in_doubt(found, position, allocation),
        *laws_in_force(found, number),
    ]


def _in_another_unit(found: Review) -> list[int]:
    """The lines whose amount looks like 万元 read as 元, or the other way round."""
    return [
        payment.number
        for payment in found.payments
        if payment.number is not None
        and payment.amount
        and unit_in_doubt(payment.amount, found.answer.line(payment.award))
    ]


def _unit(found: Review, line: LedgerLine) -> Finding:
    answer = found.answer.line(line.award)
    return Finding(
        kind="unit_in_doubt",
        enterprise=found.case.enterprise.name,
        uscc=found.case.enterprise.uscc,
        award=line.award,
        lines=(line,),
        amount=exactly(line.amount),
        standard=answer.nominal,
        entitled=answer.entitled,
        ground=found.policy.grounds[f"awards.{line.award}.amount"],
    )


def _within_due(allocation: Allocation) -> Iterator[Placed]:
    """What of a payment is due, what will be, and what may be."""
    divided = allocation.divided
    if divided.due:
        yield Placed(place="due_and_paid", amount=divided.due)
    if divided.not_due_yet:
        yield Placed(place="not_due_yet", amount=divided.not_due_yet)
    if divided.undecided:
        yield Placed(place="undecided", amount=divided.undecided)


def _invalid(case: Case, lines: Mapping[int, LedgerLine], error: InvalidCase) -> Reconciled:
    """An enterprise whose case cannot be answered: nothing about it can be decided."""
    paid = sum((line.amount for line in lines.values()), ZERO)
    finding = Finding(
        kind="invalid_case",
        enterprise=case.enterprise.name,
        uscc=case.enterprise.uscc,
        lines=tuple(lines.values()),
        amount=exactly(max(paid, ZERO)),
        faults=tuple(_texts(error)),
    )
    parts = {
        number: [Placed(place="invalid_case", amount=line.amount)]
        for number, line in lines.items()
        if line.amount
    }
    account = EnterpriseAccount(enterprise=case.enterprise, assessment=None, accounts=())
    return Reconciled(account, (), parts, [finding], [])


def _texts(error: InvalidCase) -> Iterable[Text]:
    return (Text(en=each.sentence(), zh=each.sentence("zh")) for each in error.faults)


def _account(position: Position) -> Account:
    """What the awards of an entitlement may get, and what was paid of it."""
    entitlement, allocations = position
    paid = sum((each.payment.amount for each in allocations), ZERO)
    in_ledger = [each.divided for each in allocations if each.payment.number is not None]
    besides = [each.divided for each in allocations if each.payment.number is None]
    return Account(
        awards=entitlement.awards,
        entitled=entitlement.amount,
        ledger=divided_together(in_ledger),
        besides=divided_together(besides),
        unpaid=entitlement.amount.less(exactly(paid)),
    )
