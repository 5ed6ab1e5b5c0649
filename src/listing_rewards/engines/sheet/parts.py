"""An amount of each year or event by itself: columns beside the events, one row for each base."""

from __future__ import annotations

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.events import KindCells
from listing_rewards.engines.sheet.formulas import UNLIMITED, Span
from listing_rewards.meaning.machine import Place
from listing_rewards.policy.amounts import Scope


class PartColumns:
    """Writes columns of which each row holds what belongs to one base, or nothing.

    Attributes:
        base: the base of a row, as formulas in which the row is still open.
    """

    def __init__(self, bench: Bench, place: Place, kind: KindCells, scope: Scope) -> None:
        self._rows, self._say = bench.events.rows, bench.calculation.say
        self._title = bench.words.award(place.award)
        self._empty = ""
        self.base = self._bases(kind, scope)
        self._empty = self.base.least

    def _bases(self, kind: KindCells, scope: Scope) -> Span:
        """The amount of each event that counts, or at the first of each year that of the year."""
        head, number, (counts, amount, left_out) = (
            self._rows.head_row, kind.number, kind.rows.letters
        )  # fmt: skip
        same = f"B{{row}}={number},{counts}{{row}}=1"
        known, missing = f"{amount}{{row}}", f"{left_out}{{row}}>0"
        if scope == "year":
            kinds, held, years = (
                f"{column}${head}:{column}{{before}}" for column in ("B", counts, "H")
            )
            same += f",COUNTIFS({kinds},{number},{held},1,{years},H{{row}})=0"
            year = f"EVENT_KIND,{number},{kind.rows.counts},1,EVENT_YEAR,H{{row}}"
            known = f"SUMIFS({kind.rows.amounts},{year})"
            missing = f"SUMIFS({kind.rows.missing},{year})>0"
        known = f"ROUND({known},2)"
        ends = Span(known, f"IF({missing},{UNLIMITED},{known})")
        return self._open(Span(*(f'IF(AND({same}),{end},"")' for end in ends)), "part_base")

    def written(self, key: str, ends: Span) -> Span:
        """Columns with a range, which the rows of further columns are made from."""
        return self._in_rows(self.columns(key, ends))

    def columns(self, key: str, ends: Span) -> Span:
        """Columns with a range; answers where their cells stand."""
        return self._write(key, Span(*(f'IF({self._empty}="","",{end})' for end in ends)))

    def _open(self, ends: Span, key: str) -> Span:
        return self._in_rows(self._write(key, ends))

    def _in_rows(self, columns: Span) -> Span:
        return Span(*(f"{self._rows.letter(each)}{{row}}" for each in columns))

    def _write(self, key: str, ends: Span) -> Span:
        head = self._say(key, award=self._title)

        def column(end: str) -> str:
            return self._rows.column(
                head, lambda row: end.format(row=row, before=row - 1), "amount"
            )

        return Span(*map(column, ends))
