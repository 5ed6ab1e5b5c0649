"""Answers as tables: one row per award, one row per enterprise, and the table that is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.assessment import Assessment, AwardLine, Need
from listing_rewards.errors import Fault, Lang
from listing_rewards.files.enterprises import well_built
from listing_rewards.files.outcomes import Outcome, Tally
from listing_rewards.files.reading.rows import short_place
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.sentences import need_text, part_text, remarks
from listing_rewards.values.money import exact, tidy
from listing_rewards.values.range import NOTHING, Bounds, total
from listing_rewards.words import say

TableName: TypeAlias = Literal["awards", "enterprises", "publication"]
"""The tables that are made of one answer after the other."""
Value: TypeAlias = str | int | Decimal | date | None
Columns: TypeAlias = tuple[str, ...]

ENTERPRISES: Columns = (
    *("row", "name", "uscc", "county", "policy", "as_of"),
    *("payable", "payable_at_most", "determined", "entitled", "entitled_at_most", "paid"),
    *("overpaid", "overpaid_at_most", "withheld", "withheld_at_most"),
    *("needs", "assumptions", "notices", "remarks", "shares"),
)
AWARDS: Columns = (
    *("row", "name", "uscc", "award", "title", "clause", "status"),
    *("nominal", "nominal_at_most", "entitled", "entitled_at_most", "paid"),
    *("payable", "payable_at_most", "overpaid", "overpaid_at_most"),
    *("withheld", "withheld_at_most", "needs", "assumptions", "notices", "shares", "of_which"),
)
PUBLICATION: Columns = ("number", "name", "uscc", "award", "clause", "amount_wan")


class Answered(NamedTuple):
    """An answer, where its case was read from, and what is carried beside it.

    Attributes:
        place: file and line, in a workbook with the sheet between.
        answer: the answer.
        carried: what its row states that no rule reads, by title.
    """

    place: str
    answer: Assessment
    carried: Mapping[str, str | Decimal] = {}


def columns_of_table(table: TableName, *, with_codes: bool, carried: Columns = ()) -> Columns:
    """The columns of a table, which depend on no policy and no row.

    The table of enterprises has besides those that are carried.

    >>> columns_of_table("publication", with_codes=False)
    ('number', 'name', 'award', 'clause', 'amount_wan')
    """
    if table == "publication":
        return tuple(each for each in PUBLICATION if each != "uscc" or with_codes)
    return (*ENTERPRISES, *carried) if table == "enterprises" else AWARDS


def rows_of_table(
    table: TableName,
    answers: Iterable[Answered],
    lang: Lang,
    *,
    with_codes: bool,
    carried: Columns = (),
) -> Iterator[list[Value]]:
    """The rows of a table for programs: facts, statuses and laws by their ids, amounts in yuan.

    Titles and clauses are in the language. A published amount is in 万元.
    """
    if table == "publication":
        number = 0
        for each in answers:
            for row in publication_rows(each.answer, lang, with_codes=with_codes):
                number += 1
                yield [number, *row]
        return
    for each in answers:
        names = Ids(Phrasing(each.answer, lang))
        if table == "enterprises":
            yield from enterprise_rows(each, names, carried)
        else:
            yield from award_rows(each, names)


class Ids:
    """How a table for programs names the parts of an answer."""

    def __init__(self, words: Phrasing) -> None:
        self.words = words

    def status(self, status: str) -> str:
        """What became of an award."""
        return status

    def need(self, need: Need) -> str:
        """A fact that is missing."""
        return f"{need.name} {need.on}" if need.on else need.name

    def assumed(self, where: str) -> str:
        """A part of the policy that is assumed."""
        return where

    def notice(self, notice: str) -> str:
        """A law that bears on the answer."""
        return notice

    def level(self, level: str) -> str:
        """A level of government."""
        return level

    def remarks(self) -> Iterator[str]:
        """What else the answer says."""
        for remark in self.words.answer.remarks:
            yield " ".join((remark.kind, *remark.names))

    def yes(self, answer: bool) -> str:  # noqa: FBT001  (it is what is said)
        """Yes or no."""
        return "yes" if answer else "no"


class Names(Ids):
    """How a table for people names them."""

    def status(self, status: str) -> str:
        """What became of an award."""
        return self.words.say("answer.status", status)

    def need(self, need: Need) -> str:
        """A fact that is missing."""
        return need_text(self.words, need)

    def assumed(self, where: str) -> str:
        """A part of the policy that is assumed."""
        return part_text(self.words, where)

    def notice(self, notice: str) -> str:
        """A law that bears on the answer."""
        return self.words.law(notice)

    def level(self, level: str) -> str:
        """A level of government."""
        return level_titles(self.words.policy, self.words.lang).get(level, level)

    def remarks(self) -> Iterator[str]:
        """What else the answer says."""
        return remarks(self.words)

    def yes(self, answer: bool) -> str:  # noqa: FBT001  (it is what is said)
        """Yes or no."""
        return say("results.yes" if answer else "results.no", self.words.lang)


def enterprise_rows(each: Answered, names: Ids, carried: Columns = ()) -> Iterator[list[Value]]:
    """The one row of an enterprise, in the order of `ENTERPRISES`, then what is carried."""
    answer, who = each.answer, each.answer.case.enterprise
    yield [
        *(each.place, who.name, who.uscc, who.county, answer.policy.id, answer.as_of),
        *(answer.payable, answer.payable_at_most, names.yes(answer.determined)),
        *(*_ends(answer.entitled), answer.paid, *_ends(answer.overpaid), *_ends(answer.withheld)),
        *_needs_and_assumptions(names, answer.needs, (a.where for a in answer.assumptions)),
        "; ".join(map(names.notice, _laws(answer))),
        "; ".join(names.remarks()),
        _shares(names.level, answer.lines),
        *(each.carried.get(title) for title in carried),
    ]


def award_rows(each: Answered, names: Ids) -> Iterator[list[Value]]:
    """A row for each award of the policy, in the order of `AWARDS`."""
    answer, words = each.answer, names.words
    who = answer.case.enterprise
    for line in answer.lines:
        yield [
            *(each.place, who.name, who.uscc, line.award, words.award(line.award)),
            *(_clause(words, line), names.status(line.status)),
            *(*_ends(line.nominal), *_ends(line.entitled), line.paid),
            *(*_ends(line.payable), *_ends(line.overpaid), *_ends(line.withheld)),
            *_needs_and_assumptions(names, line.needs, (a.where for a in line.assumptions)),
            "; ".join(map(names.notice, _laws(answer, line))),
            _shares(names.level, [line]),
            parts_for_others([line], words.lang),
        ]


def shares_by_level(answer: Assessment) -> str:
    """What each level of government bears of what is payable, by its id, in yuan."""
    return _shares(str, answer.lines)


def _shares(named: Callable[[str], str], lines: Iterable[AwardLine]) -> str:
    """What each level of government bears of what is payable, in yuan; a range with both ends."""
    found: dict[str, Bounds] = {}
    for line in lines:
        for part in line.shares:
            found[part.level] = total([found.get(part.level, NOTHING), part.payable])
    return "; ".join(f"{named(level)} {_range(each)}" for level, each in found.items())


def parts_for_others(lines: Iterable[AwardLine], lang: Lang) -> str:
    """What of what is payable is for somebody else, in yuan; a range with both ends."""
    found: dict[str, Bounds] = {}
    for line in lines:
        for part in line.of_which:
            who = part.recipient.say(lang)
            found[who] = total([found.get(who, NOTHING), part.payable])
    return "; ".join(f"{who} {_range(each)}" for who, each in found.items())


def _range(bounds: Bounds) -> str:
    if bounds.determined:
        return f"{bounds.at_least}"
    return f"{bounds.at_least}..{'' if bounds.at_most is None else bounds.at_most}"


def level_titles(policy: Policy, lang: Lang) -> dict[str, str]:
    """The levels of government that bear a part under a policy, each with its title."""
    return {level: title.say(lang) for level, title in policy.relations.levels.items()}


def _laws(answer: Assessment, line: AwardLine | None = None) -> tuple[str, ...]:
    """The laws that bear on an answer, or on one line of it, also those that paying it touches."""
    ids = line.notices if line else tuple(notice.id for notice in answer.notices)
    at_payment = (each.names for each in answer.remarks if each.kind == "notice_at_payment")
    more = (law for law, *awards in at_payment if line is None or line.award in awards)
    return tuple(dict.fromkeys((*ids, *more)))


def publication_rows(answer: Assessment, lang: Lang, *, with_codes: bool) -> Iterator[list[Value]]:
    """The awards that can be published: to be paid, and determined; without their number.

    No bank account, no telephone, no credit code unless asked for. Behind the clause of an amount
    that the policy does not give stands that it is assumed.
    """
    who = answer.case.enterprise
    code = [who.uscc] if with_codes else []
    for line in published_lines(answer, lang):
        yield [who.name, *code, line.title, line.basis, line.amount_wan]


class Published(NamedTuple):
    """An award that is published: its line, title, clause, and amount in 万元."""

    line: AwardLine
    title: str
    basis: str
    amount_wan: Decimal


def published_lines(answer: Assessment, lang: Lang) -> list[Published]:
    """The awards of an answer that are published, in the policy's order."""
    words = Phrasing(answer, lang)
    return [
        Published(line, words.award(line.award), _basis(words, line), in_wan(line.payable.at_least))
        for line in answer.lines
        if is_published(line)
    ]


def is_published(line: AwardLine) -> bool:
    """Whether an award can be published: to be paid, and determined."""
    return line.payable.determined and not line.payable.nothing


def unpublished(answer: Assessment) -> int:
    """The awards that are not published since their amount is not determined."""
    return sum(not line.payable.determined for line in answer.lines)


@exact
def in_wan(amount: Decimal) -> Decimal:
    """Yuan in 万元.

    >>> in_wan(Decimal("65000.00"))
    Decimal('6.50')
    """
    return tidy(amount.scaleb(-4))


def _basis(words: Phrasing, line: AwardLine) -> str:
    """What a published amount rests on."""
    assumed = any(each.where.endswith(".amount") for each in line.assumptions)
    clause = _clause(words, line)
    return say("results.assumed_amount", words.lang, clause=clause) if assumed else clause


def _clause(words: Phrasing, line: AwardLine) -> str:
    return words.clause(words.policy.award(line.award).clause)


def _needs_and_assumptions(
    names: Ids, needs: Iterable[Need], assumed: Iterable[str]
) -> tuple[str, str]:
    """What is missing, and what is assumed."""
    return "; ".join(map(names.need, needs)), "; ".join(dict.fromkeys(map(names.assumed, assumed)))


def _ends(bounds: Bounds) -> tuple[Decimal, Decimal | None]:
    return bounds.at_least, bounds.at_most


AnyTable: TypeAlias = Literal[TableName, "payments", "counties", "totals", "findings"]
EVERY_TABLE: tuple[AnyTable, ...] = (
    "publication", "payments", "counties", "enterprises", "awards", "totals", "findings",
)  # fmt: skip
TOTALS: Columns = ("what", "value")
FINDINGS: Columns = ("row", "cell", "column", "code", "finding")


def total_rows(tally: Tally, policy: Policy, as_of: date) -> Iterator[tuple[str, Value]]:
    """Each total and its value: numbers of rows, and amounts in yuan; None for no known limit."""
    yield "policy", policy.id
    yield "as_of", as_of
    yield "rows_read", tally.read
    yield "rows_assessed", tally.assessed
    yield "rows_open", tally.open
    yield "rows_faulty", tally.faulty
    yield "rows_aside", len(tally.aside)
    yield "assumed_answers", tally.assumed
    yield "payable", tally.payable
    yield "payable_at_most", tally.payable_at_most
    yield "published", tally.published
    yield "paid", tally.paid
    yield "overpaid", tally.overpaid
    yield "withheld", tally.withheld.at_least


def findings_of(outcome: Outcome, lang: Lang) -> Iterator[list[Value]]:
    """Each fault of a row, and what else must be known of it, in the order of `FINDINGS`."""
    yield from (_of_fault(each, lang) for each in outcome.faults)
    place = outcome.row.place
    aside = outcome.row.aside
    if aside == "hidden_column":
        yield _finding(place, aside, lang)
    elif aside is not None and aside != "hidden_row":
        yield _finding(place, f"not_read_{aside}", lang, said=outcome.row.said)
    if outcome.row.hidden or aside == "hidden_row":
        yield _finding(place, "hidden_row", lang)
    if remark := outcome.row.carried.get("remark"):
        yield _finding(place, "remark", lang, said=str(remark))
    if outcome.row.wrapped:
        yield _finding(place, "wrapped_code", lang)
    code = outcome.assessment.case.enterprise.uscc if outcome.assessment else None
    if code and not well_built(code):
        yield _finding(place, "credit_code", lang, given=code)


def _of_fault(each: Fault, lang: Lang) -> list[Value]:
    place = short_place(each.file, each.sheet, each.row)
    return [place, each.cell, each.column or each.path, each.code, each.statement(lang)]


def _finding(place: str, code: str, lang: Lang, **values: str) -> list[Value]:
    return [place, "", "", code, say("results.finding", lang, code, **values)]
