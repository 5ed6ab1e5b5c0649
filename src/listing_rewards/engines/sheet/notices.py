"""The sheet of notices: laws that bear on awards, assumptions, open questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.formulas import Span, one_of, yes
from listing_rewards.engines.sheet.shares import Line, Together
from listing_rewards.files.spreadsheet.sheet import Paper
from listing_rewards.files.spreadsheet.styles import set_up
from listing_rewards.policy.grants import Notice
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.sentences import assumptions, needs, remarks
from listing_rewards.words import say

_COLUMNS = 7
AT_PAYMENT = Decimal("0.5")
"""Neither yes nor no: the law bears on a payment that is still to be made."""


class NoticeSheet:
    """Writes the sheet."""

    def __init__(self, sheet: Worksheet, words: Phrasing) -> None:
        self.words = words
        self.paper = Paper(sheet)
        set_up(sheet, (44, 14, 14, 34, 60, 60, 12), frozen="B2", heads=None, lang=words.lang)
        self.paper.across(self._say("notices"), _COLUMNS, "title")

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say("workbook", self.words.lang, key, *variant, **values)

    def write(self, bench: Bench | None, totals: Sequence[Together]) -> None:
        """The laws, with whether each bears on this answer; then what the answer says of it."""
        self._section("laws")
        heads = ("law", "since", "effect", "awards_of", "law_text", "advice", "raised")
        self.paper.line(*map(self._say, heads), look="head")
        lines = {line.granted.award.id: line for each in totals for line in each.lines}
        for notice in self.words.policy.notices:
            self._notice(notice, bench, lines)
        self._lines(
            "assumptions",
            (
                f"{'、'.join(each.what)}{self.words.colon}{each.reason}"
                for each in assumptions(self.words)
            ),
        )
        self._lines("open_questions", (each.sentence for each in needs(self.words)))
        self._lines("remarks", remarks(self.words))

    def _section(self, key: str) -> None:
        self.paper.row += 1
        self.paper.across(self._say(key), _COLUMNS, "section")

    def _lines(self, key: str, lines: Iterable[str]) -> None:
        said = [line for line in lines if line]
        if not said:
            return
        self._section(key)
        for line in said:
            self.paper.across(line, _COLUMNS, "note")

    def _notice(self, notice: Notice, bench: Bench | None, lines: Mapping[str, Line]) -> None:
        words = self.words
        paper = self.paper
        paper.put(1, words.text(notice.law), "label")
        paper.put(3, self._say("effect_of", notice.effect), "text")
        paper.put(4, words.listing(map(words.award, notice.awards)), "text")
        paper.put(5, words.text(notice.text), "text")
        paper.put(6, words.text(notice.advice) if notice.advice else "", "text")
        if bench is not None:
            since = bench.numbers.since(notice)
            paper.formula(2, since, "day")
            granted = {award: line.granted.amount for award, line in lines.items()}
            raised = _raised(notice, since, bench, granted)
            open_ = [bench.calculation.outside_span(lines[name].payable) for name in notice.awards]
            held = [bench.calculation.outside_span(lines[name].withheld) for name in notice.awards]
            to_pay = one_of([f"{each.most}>0" for each in (*open_, *held)])
            at_payment = f"IF(AND(AS_OF>={since},{to_pay}),{AT_PAYMENT},0)"
            paper.formula(7, f"IF({raised}=1,1,{at_payment})", "bearing")
        else:
            paper.put(2, notice.since, "day")
            paper.put(7, self._bearing(notice), "bearing")
        paper.row += 1

    def _bearing(self, notice: Notice) -> Decimal:
        """Whether a notice bears on the answer, or would on a payment still to be made."""
        answer = self.words.answer
        if any(each.id == notice.id for each in answer.notices):
            return Decimal(1)
        paying = (each for each in answer.remarks if each.kind == "notice_at_payment")
        return AT_PAYMENT if any(notice.id in each.names[:1] for each in paying) else Decimal(0)


def _fell_since(bench: Bench, event: str, since: str) -> str:
    """That an event lies on one of the policy's days from a day on."""
    kind, several = bench.events.kinds[event], bench.policy.relations.together.get(event)
    if several is None:
        return f'COUNTIFS(EVENT_KIND,{kind.number},EVENT_IN_FORCE,1,EVENT_DAY,">="&{since})>0'
    if several.all_needed:
        return f"{kind.first_in_force}>={since}"
    return one_of([_fell_since(bench, each, since) for each in several.names])


def _raised(notice: Notice, since: str, bench: Bench, amounts: Mapping[str, Span]) -> str:
    """Whether a notice bears on one of its awards here."""
    order = [award.id for award in bench.policy.awards]
    raised = []
    for name in notice.awards:
        event = bench.policy.award(name).event
        kind = bench.events.kinds[event]
        granted = bench.calculation.outside_span(amounts[name]).most
        earned = f"IF({kind.another},AS_OF>={since},{_fell_since(bench, event, since)})"
        raised.append(f"AND({granted}>0,{earned})")
        number = order.index(name) + 1
        raised.append(
            f'COUNTIFS(PAYMENT_AWARD,{number},PAYMENT_COUNTS,1,PAYMENT_DAY,">="&{since})>0'
        )
    return yes(one_of(raised))
