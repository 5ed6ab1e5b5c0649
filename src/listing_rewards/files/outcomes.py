"""What becomes of the rows of a run: an assessment each or faults, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import Assessment
from listing_rewards.engines.exact import assess
from listing_rewards.engines.exact.allotments import with_allotments
from listing_rewards.engines.exact.places import places_in, with_places
from listing_rewards.errors import Fault, InvalidCase
from listing_rewards.files.enterprises import well_built
from listing_rewards.files.reading.columns import with_titles
from listing_rewards.files.reading.rows import Aside, Hidden, Row
from listing_rewards.files.unlikely_amounts import UnlikelyAmounts
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import ZERO, exact
from listing_rewards.values.range import NOTHING, Bounds, total

_MOST_CODES = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: an assessment, or faults."""

    row: Row
    assessment: Assessment | None
    faults: tuple[Fault, ...] = ()


def assess_rows(rows: Iterable[Row], policy: Policy, *, as_of: date) -> Iterator[Outcome]:
    """Every row's outcome, in order; a row with faults does not stop the others.

    Where the policy ranks the enterprises of a table, or has a yearly budget, all rows are read
    before the first outcome.

    >>> from listing_rewards import Case, load_policy
    >>> row = Row("example", 1, Case.model_validate({"enterprise": {"name": "示例甲公司"}}))
    >>> policy, row_day = load_policy("zhanjiang-bse-2023"), date(2025, 1, 1)
    >>> [outcome.assessment.payable for outcome in assess_rows([row], policy, as_of=row_day)]
    [Decimal('0.00')]
    """
    together = places_in(policy) or policy.budgets
    for row in _among_all(rows, policy, as_of) if together else rows:
        if row.case is None:
            yield Outcome(row, None, row.faults)
            continue
        try:
            yield Outcome(row, assess(row.case, policy, as_of=as_of))
        except InvalidCase as error:
            placed = map(row.placed, error.faults)
            titled = (with_titles(each, policy) if each.column else each for each in placed)
            yield Outcome(row, None, tuple(titled))


def _among_all(rows: Iterable[Row], policy: Policy, as_of: date) -> Iterator[Row]:
    """The rows, each with its place among all of them and what falls to it out of a budget."""
    every = list(rows)
    stated = [each.case for each in every if each.case is not None]
    unread = sum(1 for each in every if each.faults)
    placed = with_places(stated, policy, as_of=as_of, unread=unread)
    cases = iter(with_allotments(placed, policy, as_of=as_of, unread=unread))
    return (each if each.case is None else replace(each, case=next(cases)) for each in every)


@dataclass(slots=True)
class Tally:
    """What became of the rows that passed: every row read is one of assessed or faulty.

    Attributes:
        assessed: rows with an assessment.
        open: those of them whose payable amount is not determined.
        faulty: rows with faults.
        aside: what is no enterprise and was not read: what it is, where it stands and what it says.
        hidden: the rows that are hidden in their workbook, and were read.
        hidden_columns: the columns that are hidden in their workbook, and were read.
        payable: yuan that are certain, all rows together.
        payable_at_most: yuan they cannot exceed; None when no limit is known.
        published: yuan of the awards whose amount is determined, all rows together.
        paid: yuan that were paid, all rows together.
        overpaid: yuan that were certainly overpaid, all rows together.
        withheld: yuan that would be payable but are held back by a notice, all rows together.
        assumed: rows whose answer rests on an amount that the policy assumes.
        unlikely: the amounts that are probably in another unit.
        wrapped: the places of credit codes around which a sign was taken off.
        remarks: what people remarked beside rows, each with its place.
        dashes: how many cells for a day or an amount held / or 无, and were read as empty.
        doubtful: how many rows have a credit code that is not built as one.
        doubtful_codes: the first of them, each with the code.
    """

    assessed: int = 0
    open: int = 0
    faulty: int = 0
    payable: Decimal = ZERO
    payable_at_most: Decimal | None = ZERO
    published: Decimal = ZERO
    paid: Decimal = ZERO
    overpaid: Decimal = ZERO
    withheld: Bounds = NOTHING
    assumed: int = 0
    dashes: int = 0
    wrapped: list[str] = field(default_factory=list)
    remarks: list[tuple[str, str]] = field(default_factory=list)
    unlikely: UnlikelyAmounts = field(default_factory=UnlikelyAmounts)
    aside: list[tuple[Aside, str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    doubtful: int = 0
    doubtful_codes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Every row that was read as a case."""
        return self.assessed + self.faulty

    @exact
    def count(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.row.aside:
            self._count_aside(outcome.row, outcome.row.aside)
            return
        place = outcome.row.place
        self.dashes += outcome.row.dashes
        self.wrapped += [place] if outcome.row.wrapped else []
        if remark := outcome.row.carried.get("remark"):
            self.remarks.append((place, str(remark)))
        if outcome.row.hidden:
            self.hidden.append(place)
        answer = outcome.assessment
        if answer is None:
            self.faulty += 1
            return
        self.assessed += 1
        self.unlikely.answer(answer, place)
        self.open += not answer.determined
        self.payable += answer.payable
        if self.payable_at_most is not None and answer.payable_at_most is not None:
            self.payable_at_most += answer.payable_at_most
        else:
            self.payable_at_most = None
        determined = (line.payable for line in answer.lines if line.payable.determined)
        self.published += sum((each.at_least for each in determined), ZERO)
        self.paid += answer.paid
        self.overpaid += answer.overpaid.at_least
        self.withheld = total([self.withheld, answer.withheld])
        self.assumed += any(each.where.endswith(".amount") for each in answer.assumptions)
        who = answer.case.enterprise
        if who.uscc and not well_built(who.uscc):
            self.doubtful += 1
            if self.doubtful <= _MOST_CODES:
                self.doubtful_codes.append((place, who.uscc))

    def _count_aside(self, row: Row, aside: Aside | Hidden) -> None:
        if aside == "hidden_column":
            self.hidden_columns.append(row.place)
        elif aside == "hidden_row":
            self.hidden.append(row.place)
        else:
            self.aside.append((aside, row.place, row.said))
