"""One enterprise: its findings, the parts of each line, and its accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from listing_rewards.audit.ledger.beyond import beyond_findings
from listing_rewards.audit.ledger.exposed import exposed
from listing_rewards.audit.ledger.finding import Finding, Note
from listing_rewards.audit.ledger.formal import formal_findings
from listing_rewards.audit.ledger.gaps import gaps
from listing_rewards.audit.ledger.held import Walked, held_against
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.reconciliation import (
    Account,
    EnterpriseAccount,
    Placed,
    divided_together,
)
from listing_rewards.audit.ledger.timing import paid_early
from listing_rewards.audit.ledger.undecided import undecided
from listing_rewards.audit.ledger.walk import Step
from listing_rewards.bounds import exactly
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase
from listing_rewards.money import ZERO
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Text


class Reconciled(NamedTuple):
    """What became of one enterprise.

    Attributes:
        account: its answer and its accounts.
        parts: where the yuan of each of its lines went, by the line's place in the ledger.
        findings: what was found.
        notes: what else must be told.
    """

    account: EnterpriseAccount
    parts: Mapping[int, list[Placed]]
    findings: list[Finding]
    notes: list[Note]


def reconciled(
    case: Case, policy: Policy, lines: Mapping[int, LedgerLine], as_of: date
) -> Reconciled:
    """One enterprise's lines, all of which count and are dated by `as_of`, against its answer."""
    try:
        held = held_against(case, policy, lines, as_of)
    except InvalidCase as error:
        return _invalid(case, lines, error)
    parts: dict[int, list[Placed]] = defaultdict(list)
    findings: list[Finding] = []
    for walked in held.walked:
        for step in walked.steps:
            number = step.paid.number
            if number is None:
                continue
            parts[number] += _within_due(step)
            for part, finding in beyond_findings(held, walked, step):
                parts[number].append(part)
                findings.append(finding)
            findings += undecided(held, walked, step)
            findings += paid_early(held, walked, step)
    findings += [each for number in lines for each in formal_findings(held, number)]
    findings += gaps(held)
    findings += exposed(held)
    account = EnterpriseAccount(
        enterprise=case.enterprise,
        assessment=held.answer,
        accounts=tuple(map(_account, held.walked)),
    )
    return Reconciled(account, parts, findings, list(held.notes))


def _within_due(step: Step) -> Iterator[Placed]:
    """What of a payment is due, what will be, and what may be."""
    if step.divided.due:
        yield Placed(place="due_and_paid", amount=step.divided.due)
    if step.divided.not_due_yet:
        yield Placed(place="not_due_yet", amount=step.divided.not_due_yet)
    if step.divided.undecided:
        yield Placed(place="undecided", amount=step.divided.undecided)


def _invalid(case: Case, lines: Mapping[int, LedgerLine], error: InvalidCase) -> Reconciled:
    """An enterprise whose case cannot be answered: nothing about it can be decided."""
    paid = sum((line.amount for line in lines.values()), ZERO)
    finding = Finding(
        kind="invalid_case",
        enterprise=case.enterprise.name,
        uscc=case.enterprise.uscc,
        lines=tuple(lines.values()),
        amount=exactly(paid),
        faults=tuple(Text(en=each.sentence(), zh=each.sentence("zh")) for each in error.faults),
    )
    parts = {
        number: [Placed(place="invalid_case", amount=line.amount)]
        for number, line in lines.items()
        if line.amount
    }
    account = EnterpriseAccount(enterprise=case.enterprise, assessment=None, accounts=())
    return Reconciled(account, parts, [finding], [])


def _account(walked: Walked) -> Account:
    """What the awards of a pot are entitled to, and what was paid of it."""
    pot, steps = walked
    paid = sum((step.paid.amount for step in steps), ZERO)
    return Account(
        awards=pot.awards,
        entitled=pot.entitled,
        ledger=divided_together(step.divided for step in steps if step.paid.number is not None),
        besides=divided_together(step.divided for step in steps if step.paid.number is None),
        unpaid=pot.entitled.less(exactly(paid)),
    )
