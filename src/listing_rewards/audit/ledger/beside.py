"""Two ledgers beside one another: each line in one, the other, or both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, TypeVar

from listing_rewards.assessment.part import Part
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.line import LedgerLine, OtherLine
from listing_rewards.case import code_key
from listing_rewards.strict import Strict
from listing_rewards.values.money import ZERO, Exact
from listing_rewards.values.range import exactly

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
AnyLine: TypeAlias = LedgerLine | OtherLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Both(Part):
    """Lines of the two ledgers that are the same payment. 两账一致或对应的行."""

    here: tuple[LedgerLine, ...]
    there: tuple[OtherLine, ...]
    by: Literal["voucher", "day_and_amount"]
    """By what they were matched: the voucher, or else enterprise, day and amount."""

    @property
    def amount_here(self) -> Exact:
        """Yuan of the lines of the ledger."""
        return _sum(self.here)

    @property
    def amount_there(self) -> Exact:
        """Yuan of the lines of the other ledger."""
        return _sum(self.there)

    @property
    def differs(self) -> bool:
        """Whether amount, day or enterprise are not the same."""
        days = {each.on for each in self.here} | {each.on for each in self.there}
        alike = all(_same_enterprise(one, other) for one in self.here for other in self.there)
        return self.amount_here != self.amount_there or len(days) > 1 or not alike


class Beside(Strict):
    """What came of laying another ledger beside this one. 两账核对结果."""

    both: tuple[Both, ...]
    only_here: tuple[LedgerLine, ...]
    only_there: tuple[OtherLine, ...]


def laid_beside(lines: Sequence[LedgerLine], others: Sequence[OtherLine]) -> Beside:
    """Each line of two ledgers once: matched by voucher, then by enterprise, day and amount.

    Of several lines with one voucher, those of one enterprise and amount belong together first;
    then those of one enterprise whose sums are the same; then those of one enterprise; a last one
    on either side goes with the last one on the other.

    >>> from listing_rewards.audit.ledger import LedgerLine, OtherLine
    >>> here = LedgerLine.model_validate({
    ...     "name": "示例甲公司", "award": "listed", "on": "2024-01-10", "amount": "50万元",
    ...     "reference": "记0117",
    ... })
    >>> there = OtherLine.model_validate({
    ...     "name": "示例甲公司", "on": "2024-01-11", "amount": "50万元", "reference": "记0117",
    ... })
    >>> found = laid_beside([here], [there])
    >>> [(each.by, each.differs) for each in found.both], found.only_here, found.only_there
    ([('voucher', True)], (), ())
    """
    table = _Table(lines, others)
    ours, theirs = _grouped(table.here, _voucher), _grouped(table.there, _voucher)
    for voucher in ours:
        if voucher and voucher in theirs:
            table.match_voucher(ours[voucher], theirs[voucher])
    table.match_alike(_code)
    table.match_alike(_name)
    return table.result()


class _Table:
    """The lines of both ledgers that are still to be matched, by their place."""

    def __init__(self, lines: Sequence[LedgerLine], others: Sequence[OtherLine]) -> None:
        self.here = dict(enumerate(lines))
        self.there = dict(enumerate(others))
        self._both: list[Both] = []

    def match_voucher(self, ours: Sequence[int], theirs: Sequence[int]) -> None:
        """The lines with one voucher."""
        left, right = dict.fromkeys(ours), dict.fromkeys(theirs)
        for one in ours:
            line = self.here[one]
            alike = (
                other
                for other in right
                if self.there[other].amount == line.amount
                and _same_enterprise(line, self.there[other])
            )
            if (same := next(alike, None)) is not None:
                self._take([one], [same], left, right)
        for one in [*left]:
            if one not in left:
                continue
            own = [each for each in left if _same_enterprise(self.here[each], self.here[one])]
            others = [each for each in right if _same_enterprise(self.there[each], self.here[one])]
            if others:
                self._take(own, others, left, right)
        if len(left) == 1 and len(right) == 1:
            self._take([*left], [*right], left, right)

    def _take(
        self,
        ours: Sequence[int],
        theirs: Sequence[int],
        left: dict[int, None],
        right: dict[int, None],
    ) -> None:
        self._match(ours, theirs, "voucher")
        for one in ours:
            del left[one]
        for other in theirs:
            del right[other]

    def match_alike(self, whose: Callable[[AnyLine], str]) -> None:
        """The lines of one enterprise, day and amount, in the order of both ledgers."""

        def key(line: AnyLine) -> tuple[str, date, Decimal]:
            return whose(line), line.on, line.amount

        theirs = _grouped(self.there, key)
        for one, line in [*self.here.items()]:
            if whose(line) and theirs.get(key(line)):
                self._match([one], [theirs[key(line)].pop(0)], "day_and_amount")

    def _match(
        self, ours: Sequence[int], theirs: Sequence[int], by: Literal["voucher", "day_and_amount"]
    ) -> None:
        here = tuple(self.here.pop(each) for each in ours)
        there = tuple(self.there.pop(each) for each in theirs)
        self._both.append(Both(here=here, there=there, by=by))

    def result(self) -> Beside:
        """What was matched, by the row of the ledger, and what is left."""
        both = sorted(self._both, key=lambda each: each.here[0].row)
        here, there = tuple(self.here.values()), tuple(self.there.values())
        return Beside(both=tuple(both), only_here=here, only_there=there)


def findings_beside(beside: Beside | None) -> Iterator[Finding]:
    """Lines of one ledger alone, and lines of both that are not the same."""
    if beside is None:
        return
    for both in beside.both:
        if both.differs:
            apart = abs(both.amount_here - both.amount_there) or abs(both.amount_here)
            yield _finding("ledgers_differ", both.here, both.there, apart)
    for line in beside.only_here:
        yield _finding("only_here", (line,), (), abs(line.amount))
    for other in beside.only_there:
        yield _finding("only_there", (), (other,), abs(other.amount))


def _finding(
    kind: Literal["ledgers_differ", "only_here", "only_there"],
    lines: tuple[LedgerLine, ...],
    others: tuple[OtherLine, ...],
    amount: Decimal,
) -> Finding:
    first: AnyLine = lines[0] if lines else others[0]
    return Finding(
        kind=kind,
        enterprise=first.name or str(first.uscc),
        uscc=first.uscc,
        award=lines[0].award if lines else None,
        lines=lines,
        others=others,
        amount=exactly(amount),
        row=0 if lines else others[0].row,
    )


def _voucher(line: AnyLine) -> str:
    return code_key(line.reference)


def _code(line: AnyLine) -> str:
    return code_key(line.uscc)


def _name(line: AnyLine) -> str:
    return code_key(line.name)


def _same_enterprise(one: AnyLine, other: AnyLine) -> bool:
    """By code where both have one, else by name."""
    if one.uscc and other.uscc:
        return _code(one) == _code(other)
    return _name(one) == _name(other)


def _grouped(lines: dict[int, T], key: Callable[[T], K]) -> dict[K, list[int]]:
    found: dict[K, list[int]] = defaultdict(list)
    for place, line in lines.items():
        found[key(line)].append(place)
    return found


def _sum(lines: Iterable[AnyLine]) -> Decimal:
    return sum((each.amount for each in lines), ZERO)
