"""`reconcile`: a ledger of what was paid, checked against what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.audit.ledger.excess import excess
from listing_rewards.audit.ledger.finding import KINDS, Finding, Note, Place
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.matching import (
    Cases,
    notes_of,
    unjudged_place,
    unsupported,
    vouchers_again,
)
from listing_rewards.audit.ledger.open_amounts import (
    common_caps,
    to_call_back,
    undecided,
    unpaid,
)
from listing_rewards.audit.ledger.reconciliation import (
    Account,
    EnterpriseAccount,
    Entry,
    Placed,
    Reconciliation,
    divided_together,
    totals_of,
)
from listing_rewards.audit.ledger.review import Allocation, Position, review
from listing_rewards.audit.ledger.shares import shares_borne
from listing_rewards.audit.ledger.timing import laws_in_force, paid_early
from listing_rewards.bounds import exactly
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.money import ZERO, exact
from listing_rewards.periods import read_day
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Text
from listing_rewards.version import __version__


@exact
def reconcile(
    cases: Iterable[Case], payments: Iterable[LedgerLine], policy: Policy, *, as_of: date
) -> Reconciliation:
    """What of a ledger was due, what was too much and why, and what is due and was not paid?

    Every yuan of every line goes to one place: due and paid, not due yet, beyond what is due (by
    class), or not decided. What the cases state as paid counts as paid besides; a payment that a
    case and the ledger both have is one payment.

    Args:
        cases: what happened, one case per enterprise.
        payments: the lines of the ledger, in any order; each belongs to the case of its credit
            code, or where one of them has no code, of its name.
        policy: what the document grants.
        as_of: the as-of date, as in `assess`. Lines dated later are reported and not judged.

    Raises:
        InvalidCase: two cases are of one name or code, or a line names a level of government
            that the policy does not know. A case that `assess` refuses is a finding.

    >>> from datetime import date
    >>> from listing_rewards import Case, load_policy, reconcile
    >>> from listing_rewards.audit.ledger import LedgerLine
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2023-09-15"}],
    ... })
    >>> line = LedgerLine.model_validate({
    ...     "name": "示例甲公司", "award": "neeq_listed", "on": "2024-01-10", "amount": "80万元",
    ... })
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> found = reconcile([case], [line], policy, as_of=date(2025, 12, 31))
    >>> [(each.kind, each.amount.at_least) for each in found.findings]
    [('above_standard', Decimal('300000.00'))]
    """
    day, lines = read_day(as_of), list(payments)
    _refuse_unknown_levels(lines, policy)
    known = Cases(list(cases))
    owners = [known.owner(line) for line in lines]
    places = [unjudged_place(line, known, policy, day) for line in lines]
    judged: list[dict[int, LedgerLine]] = [{} for _ in known.cases]
    for number, (line, owner) in enumerate(zip(lines, owners, strict=True)):
        if owner is not None and places[number] is None:
            judged[owner][number] = line
    results = [
        _reconciled(case, policy, own, day) for case, own in zip(known.cases, judged, strict=True)
    ]
    parts = {number: found for each in results for number, found in each.parts.items()}
    entries = tuple(
        Entry(
            line=line,
            enterprise=None if owner is None else known.cases[owner].enterprise.name,
            parts=_parts(line, place, parts.get(number, ())),
        )
        for number, (line, owner, place) in enumerate(zip(lines, owners, places, strict=True))
    )
    findings = [finding for each in results for finding in each.findings]
    findings += [each for entry in entries for each in unsupported(entry, known, policy)]
    accounts = tuple(each.account for each in results)
    return Reconciliation(
        findings=tuple(sorted(findings, key=_worst_first)),
        totals=totals_of(entries, accounts),
        entries=entries,
        enterprises=accounts,
        notes=(
            *(note for each in results for note in each.notes),
            *(note for entry in entries for note in notes_of(entry)),
            *vouchers_again(entries),
        ),
        as_of=day,
        version=__version__,
        policy=policy,
    )


def _refuse_unknown_levels(lines: Iterable[LedgerLine], policy: Policy) -> None:
    known = {part.level for shares in policy.shares.values() for part in shares.parts}
    faults = [
        fault("unknown_level", level, accepted=sorted(known), policy=policy.id).at(row=line.row)
        for line in lines
        for level in line.levels
        if level not in known
    ]
    if faults:
        raise InvalidCase(*faults)


def _parts(line: LedgerLine, place: Place | None, parts: Sequence[Placed]) -> tuple[Placed, ...]:
    if place is None or not line.amount:
        return tuple(parts)
    return (Placed(place=place, amount=line.amount),)


def _worst_first(finding: Finding) -> tuple[int, bool, Decimal, int]:
    """Beyond what is due before all else, then by kind; the larger amount first."""
    most = finding.amount.at_most
    rank = 0 if finding.beyond else KINDS.index(finding.kind)
    return rank, most is not None, -(most or ZERO), finding.lines[0].row if finding.lines else 0


class _Reconciled(NamedTuple):
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


def _reconciled(
    case: Case, policy: Policy, lines: Mapping[int, LedgerLine], as_of: date
) -> _Reconciled:
    """One enterprise's lines, all of which count and are dated by `as_of`, against its answer."""
    try:
        found = review(case, policy, lines, as_of)
    except InvalidCase as error:
        return _invalid(case, lines, error)
    parts: dict[int, list[Placed]] = defaultdict(list)
    findings: list[Finding] = []
    for position in found.positions:
        for allocation in position.allocations:
            number = allocation.payment.number
            if number is None:
                continue
            parts[number] += _within_due(allocation)
            for part, finding in excess(found, position, allocation):
                parts[number].append(part)
                findings.append(finding)
            findings += undecided(found, position, allocation)
            findings += paid_early(found, position, allocation)
    for number in lines:
        findings += [*laws_in_force(found, number), *shares_borne(found, number)]
    findings += [*unpaid(found), *common_caps(found), *to_call_back(found)]
    account = EnterpriseAccount(
        enterprise=case.enterprise,
        assessment=found.answer,
        accounts=tuple(map(_account, found.positions)),
    )
    return _Reconciled(account, parts, findings, list(found.notes))


def _within_due(allocation: Allocation) -> Iterator[Placed]:
    """What of a payment is due, what will be, and what may be."""
    divided = allocation.divided
    if divided.due:
        yield Placed(place="due_and_paid", amount=divided.due)
    if divided.not_due_yet:
        yield Placed(place="not_due_yet", amount=divided.not_due_yet)
    if divided.undecided:
        yield Placed(place="undecided", amount=divided.undecided)


def _invalid(case: Case, lines: Mapping[int, LedgerLine], error: InvalidCase) -> _Reconciled:
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
    return _Reconciled(account, parts, [finding], [])


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
