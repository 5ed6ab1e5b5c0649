"""`reconcile`: a ledger of what was paid, checked against what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter

from listing_rewards.audit.ledger.beside import findings_beside, laid_beside
from listing_rewards.audit.ledger.doubts import nearest_awards
from listing_rewards.audit.ledger.enterprise import InQuestion, reconciled
from listing_rewards.audit.ledger.finding import KINDS, Earlier, Finding, Note, Place
from listing_rewards.audit.ledger.level import level_named
from listing_rewards.audit.ledger.line import LedgerLine, OtherLine, StatedTotal, UnreadLine
from listing_rewards.audit.ledger.matching import (
    Cases,
    note_of_remark,
    notes_of,
    unjudged_place,
    unsupported,
    vouchers_again,
)
from listing_rewards.audit.ledger.reconciliation import Entry, Placed, Reconciliation
from listing_rewards.audit.ledger.returns import Counted, Return, as_signed, set_against
from listing_rewards.audit.ledger.review import parts_of_returns
from listing_rewards.audit.ledger.totals import totals_of
from listing_rewards.case import Case, code_key, known_cases
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.values.day import read_day
from listing_rewards.values.money import ZERO, exact
from listing_rewards.values.range import exactly
from listing_rewards.version import __version__


@exact
def reconcile(
    cases: Iterable[Case],
    payments: Iterable[LedgerLine],
    policy: Policy,
    *,
    as_of: date,
    others: Collection[str] = (),
    unread: Iterable[UnreadLine] = (),
    stated_totals: Iterable[StatedTotal] = (),
    beside: Iterable[OtherLine] | None = None,
    level: str | None = None,
) -> Reconciliation:
    """What of a ledger was due, what was too much and why, and what is due and was not paid?

    Every yuan of every line goes to one place: due and paid, not due yet, beyond what is due (by
    class), or not decided. What the cases state as paid counts as paid besides; a payment that a
    case and the ledger both have is one payment. Money that came back is set against the payment of
    its voucher, or else the latest one for its award.

    Args:
        cases: what happened, one case per enterprise.
        payments: the lines of the ledger, in any order; each belongs to the case of its credit
            code, or where one of them has no code, of its name.
        policy: what the document grants.
        as_of: the as-of date, as in `assess`. Lines dated later are reported and not judged.
        others: ids of other policies that the ledger pays under. Lines under them are not judged
            here; an enterprise paid for one award under two policies is a finding, and so is a
            line under an id that is given nowhere.
        unread: the lines of the ledger that cannot be read.
        stated_totals: the totals that stand in the ledger itself.
        beside: the lines of another ledger of the same payments; what differs is a finding.
        level: the level of government whose ledger it is, by its id or title in the policy, where
            it has the payments of that level alone. Each award whose shares the policy states is
            then compared with that level's share, and what other levels bear is in no amount.

    Raises:
        InvalidCase: two cases are of one name or code, or `level` or a line names a level of
            government that the policy does not know, or a line states that another level than
            `level` bore something, or what was given are no cases or no lines. A case that
            `assess` refuses is a finding.
        InvalidPolicy: the policy is none.

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
    day, stated, lost = read_day(as_of), _known_lines(payments), list(unread)
    known, level = Cases([*known_cases(cases)]), _known_level(level, stated, known_policy(policy))
    lines = [as_signed(line) for line in stated]
    owners = [known.owner(line) for line in lines]
    places = [unjudged_place(line, known, policy, others, day) for line in lines]
    judged = _judged(lines, owners, places)
    questions = _questions(known, policy, lines, owners, places, lost)
    results = [
        reconciled(case, policy, judged[number], day, questions[number], level)
        for number, case in enumerate(known.cases)
    ]
    parts = {number: found for each in results for number, found in each.parts.items()}
    entries = _entries(lines, owners, known, parts | _unjudged_parts(judged[None], owners, places))
    laid = None if beside is None else laid_beside(lines, [*beside])
    findings = [
        *(finding for each in results for finding in each.findings),
        *_of_lines(entries, places, known, policy, others),
        *_of_the_file(lines, lost, stated_totals),
        *findings_beside(laid),
    ]
    return Reconciliation(
        findings=tuple(sorted(findings, key=_worst_first)),
        totals=totals_of(entries, lost, [(each.account, each.groups) for each in results], policy),
        entries=entries,
        unread=tuple(lost),
        enterprises=tuple(each.account for each in results),
        beside=laid,
        notes=(*(note for each in results for note in each.notes), *_notes(entries, stated, known)),
        as_of=day,
        level=level,
        version=__version__,
        policy=policy,
    )


def _judged(
    lines: Iterable[LedgerLine],
    owners: Iterable[int | None],
    places: Iterable[Place | None],
) -> Mapping[int | None, dict[int, LedgerLine]]:
    """The lines by the case that judges them; under None those that none does."""
    judged: dict[int | None, dict[int, LedgerLine]] = defaultdict(dict)
    for number, (line, owner, place) in enumerate(zip(lines, owners, places, strict=True)):
        judged[None if place else owner][number] = line
    return judged


def _entries(
    lines: Iterable[LedgerLine],
    owners: Iterable[int | None],
    known: Cases,
    parts: Mapping[int, Sequence[Placed]],
) -> tuple[Entry, ...]:
    """Each line with its enterprise and where its yuan went."""
    return tuple(
        Entry(
            line=line,
            enterprise=None if owner is None else known.cases[owner].enterprise.name,
            parts=tuple(parts.get(number, ())),
        )
        for number, (line, owner) in enumerate(zip(lines, owners, strict=True))
    )


def _known_lines(given: object) -> list[LedgerLine]:
    """The lines that were given; anything else is refused."""
    if isinstance(given, LedgerLine | str) or not isinstance(given, Iterable):
        raise InvalidCase(fault("not_a_ledger_line", type(given).__name__))
    lines = []
    for each in given:
        if not isinstance(each, LedgerLine):
            raise InvalidCase(fault("not_a_ledger_line", type(each).__name__))
        lines.append(each)
    return lines


def _known_level(level: str | None, lines: Iterable[LedgerLine], policy: Policy) -> str | None:
    """The level that was asked for; a line of an unknown level, or of another, is refused."""
    known = sorted(policy.relations.levels)
    if level is not None:
        level = level_named(level, policy)
    faults = []
    for line in lines:
        for each, stated in line.levels.items():
            if each not in known:
                found = fault("unknown_level", each, accepted=known, policy=policy.id)
                faults.append(found.at(row=line.row))
            elif stated and level not in (None, each):
                found = fault("another_level", stated, other=each, level=level)
                faults.append(found.at(row=line.row))
    if faults:
        raise InvalidCase(*faults)
    return level


def _questions(
    known: Cases,
    policy: Policy,
    lines: Sequence[LedgerLine],
    owners: Sequence[int | None],
    places: Sequence[Place | None],
    unread: Iterable[UnreadLine],
) -> Mapping[int, InQuestion]:
    """What is in question of each case: awards that a title may mean, and rows that are unread."""
    awards: dict[int, set[str]] = defaultdict(set)
    rows: dict[int, list[int]] = defaultdict(list)
    for line, owner, place in zip(lines, owners, places, strict=True):
        if owner is not None and place == "title_in_doubt":
            awards[owner].update(nearest_awards(line.award, policy))
    for each in unread:
        owner = known.called(each.name, each.uscc)
        if owner is not None:
            rows[owner].append(each.row)
    return {number: InQuestion(awards[number], rows[number]) for number in range(len(known.cases))}


def _unjudged_parts(
    lines: Mapping[int, LedgerLine],
    owners: Sequence[int | None],
    places: Sequence[Place | None],
) -> dict[int, list[Placed]]:
    """Where the yuan of lines went that no answer judges; what came back against what was paid."""
    together: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, line in lines.items():
        owner = owners[number]
        who: object = owner
        if owner is None:
            who = (line.name, code_key(line.uscc))
        together[places[number], who, line.award, line.policy].append(number)
    parts: dict[int, list[Placed]] = defaultdict(list)
    for numbers in together.values():
        payments, returns = [], []
        for number in numbers:
            line = lines[number]
            about = (line.award, line.on, abs(line.amount), number, line.row)
            if line.amount < 0:
                returns.append(Return(*about, line.returns or line.reference))
            elif line.amount:
                payments.append(Counted(*about, line.reference))
        found = set_against(payments, returns)
        for number, part in parts_of_returns(*found):
            parts[number].append(part)
        for payment in found.payments:
            place = places[payment.number or 0]
            if payment.number is not None and payment.amount and place is not None:
                parts[payment.number].append(Placed(place=place, amount=payment.amount))
    return parts


def _of_lines(
    entries: Sequence[Entry],
    places: Sequence[Place | None],
    cases: Cases,
    policy: Policy,
    others: Collection[str],
) -> Iterator[Finding]:
    """What is found of lines that no answer judges, or of the same award under two policies."""
    for entry in entries:
        yield from unsupported(entry, cases, policy, others)
    yield from _double_benefits(entries, places)


def _double_benefits(entries: Iterable[Entry], places: Sequence[Place | None]) -> Iterator[Finding]:
    """Awards for which an enterprise was paid under this policy and under another one."""
    here: dict[tuple[object, str], list[LedgerLine]] = defaultdict(list)
    there: dict[tuple[object, str], list[Entry]] = defaultdict(list)
    for entry, place in zip(entries, places, strict=True):
        line = entry.line
        paid = sum((part.amount for part in entry.parts if part.place != "returned"), ZERO)
        key: tuple[object, str] = (entry.enterprise or code_key(line.uscc) or line.name, line.award)
        if paid > 0 and place in ("elsewhere", "unknown_policy"):
            there[key].append(entry)
        elif paid > 0 and place is None:
            here[key].append(line)
    for key, elsewhere in there.items():
        if paid_here := sorted(here.get(key, ()), key=attrgetter("on", "row")):
            for entry in elsewhere:
                line = entry.line
                yield Finding(
                    kind="double_benefit",
                    enterprise=entry.enterprise or line.name or str(line.uscc),
                    uscc=line.uscc,
                    award=line.award,
                    lines=(line,),
                    amount=exactly(line.amount),
                    earlier=tuple(map(_earlier, paid_here)),
                )


def _earlier(line: LedgerLine) -> Earlier:
    return Earlier(on=line.on, amount=line.amount, row=line.row, reference=line.reference)


def _unread(line: UnreadLine) -> Finding:
    return Finding(
        kind="unread",
        enterprise=line.name or line.uscc or "",
        uscc=line.uscc,
        amount=exactly(abs(line.amount or ZERO)),
        faults=line.faults,
        row=line.row,
    )


def _of_the_file(
    lines: Iterable[LedgerLine], unread: Iterable[UnreadLine], totals: Iterable[StatedTotal]
) -> Iterator[Finding]:
    """The lines that cannot be read, and the totals that are not those of the lines."""
    yield from map(_unread, unread)
    yield from _totals_that_differ(lines, unread, totals)


def _totals_that_differ(
    lines: Iterable[LedgerLine], unread: Iterable[UnreadLine], totals: Iterable[StatedTotal]
) -> Iterator[Finding]:
    """Totals of the ledger that are neither the sum of all lines above nor of those since the last.

    Where a line above cannot be read, its amount counts as far as it is known.
    """
    amounts = [(line.row, line.amount) for line in lines]
    amounts += [(line.row, line.amount) for line in unread if line.amount is not None]
    since = 0
    for each in sorted(totals, key=lambda stated: stated.row):
        above = sum((amount for row, amount in amounts if row < each.row), ZERO)
        part = sum((amount for row, amount in amounts if since < row < each.row), ZERO)
        if each.amount not in (above, part):
            yield Finding(
                kind="total_differs",
                enterprise="",
                amount=exactly(abs(each.amount - above)),
                paid_before=above,
                together=each.amount,
                row=each.row,
            )
        since = each.row


def _notes(entries: Sequence[Entry], stated: Iterable[LedgerLine], cases: Cases) -> Iterator[Note]:
    """What must be said of lines, whether or not they are judged."""
    for entry in entries:
        yield from notes_of(entry, cases)
    for entry, line in zip(entries, stated, strict=True):
        yield from note_of_remark(entry, line)
    yield from vouchers_again(entries)


def _worst_first(finding: Finding) -> tuple[int, bool, Decimal, int]:
    """Beyond what is due before all else, then by kind; the larger amount first."""
    most = finding.amount.at_most
    rank = 0 if finding.beyond else KINDS.index(finding.kind)
    row = finding.lines[0].row if finding.lines else finding.row
    return rank, most is not None, -(most or ZERO), row
