"""What an award gives, as formulas: its construct, from a base to an amount before rounding."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple, assert_never

from listing_rewards.engines.sheet.bands import band_ends, bands_of
from listing_rewards.engines.sheet.bench import NUMBER_LOOKS, Bench
from listing_rewards.engines.sheet.formulas import (
    ANY,
    FEN_PLACES,
    UNKNOWN,
    UNLIMITED,
    Span,
    at_the_least,
    capped,
    chosen,
    exactly,
    less,
    places_of,
    rounded_off,
    times,
)
from listing_rewards.policy.amounts import (
    BandsAmount,
    FixedAmount,
    PlainAmount,
    Portion,
    RateAmount,
    TopUpAmount,
    UnknownAmount,
)
from listing_rewards.policy.source import Ground

NO_CAP = exactly(UNLIMITED)


class Given(NamedTuple):
    """What a construct gives, and the cap that rounding must not exceed."""

    amount: Span
    cap: Span = NO_CAP


class Place(NamedTuple):
    """Where an amount stands in the policy."""

    path: str
    title: str
    ground: Ground


class ConstructFormulas:
    """Writes the rows of a construct."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._say = bench.calculation.say

    def given(self, amount: PlainAmount, place: Place) -> Given:
        """The rows from the base to the amount."""
        match amount:
            case FixedAmount():
                return self._fixed(amount, place)
            case RateAmount() | BandsAmount():
                if amount.scope != "enterprise":
                    return self._parted(amount, place)
                base = self._base(amount, place)
                if isinstance(amount, RateAmount):
                    return self._rate(amount, base, place)
                return Given(*bands_of(self._bench, amount, base, place.path, place.ground))
            case TopUpAmount():
                level = self.number(place, "topup", "topup", amount.topup)
                return Given(self._row("row_topup", exactly(level), place))
            case UnknownAmount():
                return Given(self._row("row_unknown", ANY, place))
            case _:
                assert_never(amount)

    def number(self, place: Place, key: str, label: str, value: Decimal, of: str = "") -> str:
        """Where a number of the amount stands; `of` is the figure in whose unit it is."""
        unit = self._bench.words.unit(of) if of else "yuan"
        look = "input_rate" if label in ("rate", "share", "factor") else NUMBER_LOOKS[unit]
        said = self._say(f"number_{label}", award=place.title)
        return self._bench.numbers.cell(f"{place.path}.{key}", said, value, look, place.ground)

    def quantity(self, name: str) -> Span:
        """A figure or an event's amount, at least 0; anything where it is not stated."""
        if name in self._bench.facts.figures:
            cell = self._bench.facts.figures[name]
            return Span(f"MAX(N({cell}),0)", f'IF({cell}="",{UNLIMITED},MAX({cell},0))')
        return self._bench.events.kinds[name].amount

    def _row(self, key: str, amount: Span, place: Place, **values: object) -> Span:
        return self._bench.calculation.amount(self._say(key, **values), amount, place.ground)

    def _stated(self, name: str) -> Span:
        """A row with a figure or an event's amount."""
        text = self._say("row_base", name=self._bench.words.figure(name))
        return self._bench.calculation.amount(text, self.quantity(name))

    def _fixed(self, amount: FixedAmount, place: Place) -> Given:
        each = self.number(place, "fixed", "fixed", amount.fixed)
        if amount.per is None:
            result = self._row("row_fixed", exactly(each), place)
        else:
            count = self._count(amount, place)
            by = times(count, each)
            result = self._row("row_each", by, place)
        if amount.cap is None:
            return Given(result)
        cap = self.number(place, "cap", "cap", amount.cap)
        return Given(self._row("row_cap", capped(result, cap), place), exactly(cap))

    def _count(self, amount: FixedAmount, place: Place) -> Span:
        bench, per = self._bench, amount.per or ""
        name = bench.words.figure(per)
        if amount.every is None and per in bench.policy.events:
            kind = bench.events.kinds[per]
            counted = chosen(f"{kind.happened}={UNKNOWN}", ANY, exactly(kind.in_force))
            return self._row("row_count", counted, place, name=name)
        base = self._stated(per)
        every = "1"
        if amount.every is not None:
            every = self.number(place, "every", "every", amount.every, per)
        whole = Span(*(f"IF({end}>={UNLIMITED},{end},INT(ROUND({end}/{every},9)))" for end in base))
        return self._row("row_count_full", whole, place, name=name)

    # ---- a base ----------------------------------------------------------------------------

    def _base(self, amount: RateAmount | BandsAmount, place: Place) -> Span:
        """The rows to the base of the whole enterprise."""
        base, places = self._stated(amount.of), self._places(amount)
        for name in amount.minus:
            base = self._row(
                "row_minus",
                less(base, self.quantity(name), places),
                place,
                name=self._bench.words.figure(name),
            )
        above = amount.above
        if isinstance(above, Portion):
            rate = self.number(place, "above.rate", "share", above.rate)
            taken = times(self.quantity(above.of), rate)
            name = self._bench.words.figure(above.of)
            base = self._row("row_above_portion", less(base, taken, places), place, name=name)
        elif above is not None:
            taken = exactly(self.number(place, "above", "above", above, amount.of))
            base = self._row("row_above", less(base, taken, places), place)
        return base

    def _places(self, amount: RateAmount | BandsAmount) -> int:
        """Places behind the point that the base needs."""
        figures = self._bench.words.answer.case.figures
        names = (amount.of, *amount.minus)
        places = places_of(figures[name] for name in names if name in figures)
        if isinstance(amount.above, Portion):
            stated = [figures[amount.above.of]] if amount.above.of in figures else []
            rate = places_of([amount.above.rate])
            return max(places, places_of(stated) + rate)
        return places if amount.above is None else max(places, places_of([amount.above]))

    # ---- a share ---------------------------------------------------------------------------

    def _rate(self, amount: RateAmount, base: Span, place: Place) -> Given:
        rate = self.number(place, "rate", "rate", amount.rate)
        result = self._row("row_rate", times(base, rate), place)
        if amount.floor is not None:
            floor = exactly(self.number(place, "floor", "floor", amount.floor))
            result = self._row("row_floor", at_the_least(result, floor), place)
        if amount.cap is None:
            return Given(result)
        cap = self.number(place, "cap", "cap", amount.cap)
        return Given(self._row("row_cap", capped(result, cap), place), exactly(cap))

    # ---- year by year, event by event ------------------------------------------------------

    def _parted(self, amount: RateAmount | BandsAmount, place: Place) -> Given:
        """Columns beside the events, one row for each base; then the sums."""
        bench = self._bench
        kind = bench.events.kinds[amount.of]
        base = self._base_columns(amount, place)
        own = Span(*(f"{bench.events.rows.letter(each)}{{row}}" for each in base))
        gives, cap = self._part_gives(amount, own, place)
        columns = [self._column("part_gives", place, own.least, end) for end in gives]
        unknown = f"AND({kind.in_force}=0,{kind.happened}={UNKNOWN})"
        least, most = (rounded_off(f"SUM({each})", 8) for each in columns)
        result = self._row("row_parts", chosen(unknown, ANY, Span(least, most)), place)
        if cap == NO_CAP:
            return Given(result)
        caps = [self._column("part_cap", place, own.least, end) for end in cap]
        none = f"OR({unknown},COUNT({caps[0]})=0)"
        together = Span(*(f"SUM({each})" for each in caps))
        return Given(result, self._row("row_parts_cap", chosen(none, NO_CAP, together), place))

    def _column(self, key: str, place: Place, base: str, end: str) -> str:
        head = self._say(key, award=place.title)
        formula = f'IF({base}="","",{end})'
        return self._bench.events.rows.column(head, lambda row: formula.format(row=row), "amount")

    def _base_columns(self, amount: RateAmount | BandsAmount, place: Place) -> Span:
        events = self._bench.events
        number, head = events.kinds[amount.of].number, events.rows.head_row
        above = "0"
        if isinstance(amount.above, Decimal):
            above = self.number(place, "above", "above", amount.above, amount.of)
        same = f"B{{row}}={number},E{{row}}=1"
        known, missing = "F{row}", "G{row}>0"
        if amount.scope == "year":
            kinds, held, years = (f"{column}${head}:{column}{{before}}" for column in "BEH")
            same += f",COUNTIFS({kinds},{number},{held},1,{years},H{{row}})=0"
            year = f"EVENT_KIND,{number},EVENT_IN_FORCE,1,EVENT_YEAR,H{{row}}"
            known, missing = f"SUMIFS(EVENT_AMOUNT,{year})", f"SUMIFS(EVENT_MISSING,{year})>0"
        counted = f"MAX({rounded_off(f'{known}-{above}', FEN_PLACES)},0)"
        ends = (counted, f"IF({missing},{UNLIMITED},{counted})")
        said = self._say("part_base", award=place.title)

        def column(end: str) -> str:
            formula = f'IF(AND({same}),{end},"")'
            return events.rows.column(
                said, lambda row: formula.format(row=row, before=row - 1), "amount"
            )

        return Span(*map(column, ends))

    def _part_gives(
        self, amount: RateAmount | BandsAmount, base: Span, place: Place
    ) -> tuple[Span, Span]:
        if isinstance(amount, BandsAmount):
            return band_ends(self._bench, amount, base, place.path, place.ground)
        result = times(base, self.number(place, "rate", "rate", amount.rate))
        if amount.floor is not None:
            floor = exactly(self.number(place, "floor", "floor", amount.floor))
            result = at_the_least(result, floor)
        if amount.cap is None:
            return result, NO_CAP
        cap = self.number(place, "cap", "cap", amount.cap)
        return capped(result, cap), exactly(cap)
