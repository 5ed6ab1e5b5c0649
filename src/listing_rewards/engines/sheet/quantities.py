"""What amounts are computed from on the sheets, and the row that each step of one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Unpack

from listing_rewards.assessment import Operation
from listing_rewards.engines.sheet.arithmetic import Cell, SheetArithmetic
from listing_rewards.engines.sheet.bands import among, may_hold, none_holds, part_within
from listing_rewards.engines.sheet.bench import NUMBER_LOOKS, Bench
from listing_rewards.engines.sheet.formulas import (
    ANY,
    NONE,
    UNKNOWN,
    UNLIMITED,
    Span,
    chosen,
    exactly,
    less,
    places_of,
    round_to,
    rounded_off,
)
from listing_rewards.engines.sheet.parts import PartColumns
from listing_rewards.engines.sheet.ranges import range_cells
from listing_rewards.meaning.machine import (
    Given,
    OfEachBase,
    OnABase,
    Operands,
    Place,
    Row,
    Table,
)
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    PlainAmount,
    Portion,
    RateAmount,
)
from listing_rewards.policy.constructs import known_cap
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.report.amounts import band_text, dated_text
from listing_rewards.values.money import RoundingMode


@dataclass
class Rows:
    """The rows of one amount so far.

    Attributes:
        place: where the amount stands in the policy.
        span: where the last row stands.
        op: what the last row was.
        base: the figure or event that the amount is computed from.
        parts: the columns in which it is computed instead, part by part.
    """

    place: Place
    span: Span = NONE
    op: Operation | None = None
    base: str = ""
    parts: PartColumns | None = None


class SheetQuantities(SheetArithmetic):
    """What amounts are computed from: figures, events, bands and numbers of the policy.

    Attributes:
        bench: what formulas are made from.
        policy: the policy.
    """

    bench: Bench
    policy: Policy

    # ---- numbers of the policy ---------------------------------------------------------------

    def stated(
        self, place: Place, key: str, value: Decimal, label: str = "", *, of: str = ""
    ) -> Cell:
        """Where a number of an amount stands."""
        words, say = self.bench.words, self.bench.calculation.say
        if key.startswith("bands["):
            number, kind = key.removeprefix("bands[").split("].")
            said = say(_OF_A_BAND[kind], band=self._band(place, int(number)))
            shown = NUMBER_LOOKS["percent" if kind == "rate" else "yuan"]
        else:
            called = label or key
            said = say(_NUMBERS[called], award=words.award(place.award))
            unit = "percent" if called in _SHARES else words.unit(of) if of else "yuan"
            shown = NUMBER_LOOKS[unit]
        at = self.bench.numbers.cell(f"{place.path}.{key}", said, value, shown, place.ground)
        return Cell(at, value, said)

    def rounded(self, amount: Span, mode: RoundingMode) -> Span:
        """The amount rounded to a multiple of the policy's unit."""
        return Span(*(round_to(end, self.bench.unit, mode) for end in amount))

    @staticmethod
    def is_the_same(_: Span, __: Span) -> bool:
        """Never known: facts and numbers of the policy may be changed."""
        return False

    def is_rounded_within(self, _: Span, __: Span) -> bool:
        """Whether nothing is rounded up."""
        return self.policy.rounding.mode == "down"

    # ---- figures and events ------------------------------------------------------------------

    def quantity(self, name: str) -> Span:
        """A figure or an event's amount, at least 0; anything where it is not stated."""
        if name in self.bench.facts.figures:
            cell = self.bench.facts.figures[name]
            limit = self.policy.figures[name].limit
            most = UNLIMITED if limit is None else str(limit)
            return Span(f"MAX(N({cell}),0)", f'IF({cell}="",{most},MAX({cell},0))')
        return self.bench.events.kinds[name].amount

    def count(self, event: str) -> Span:
        """How many events of a kind are in force; where one may have happened, how many can."""
        kind = self.bench.events.kinds[event]
        possible = Span("0", "1") if self.policy.relations.at_most_once(event) else ANY
        return chosen(f"{kind.happened}={UNKNOWN}", possible, exactly(kind.in_force))

    def earned_since(self, award: Award, number: int, since: date) -> str:
        """Whether the first day in force of an award's event is not before a day."""
        bench, path, say = self.bench, f"awards.{award.id}.amount", self.bench.calculation.say
        kind, ground = bench.events.kinds[award.event], self.policy.grounds[path]
        self._section(award.id)
        said = say("number_since", award=bench.words.text(award.title))
        at = f"{path}.dated[{number}].since"
        day = bench.numbers.cell(at, said, since, "input_day", ground)
        unknown = f"IF({kind.another},{UNKNOWN},0)"
        then = f"IF({kind.first_in_force}>={day},1,0)"
        if award.event in self.policy.relations.together:
            begins, why = self.policy.in_force.first, self.policy.grounds["in_force"]
            first = bench.numbers.cell(
                "in_force.first", say("in_force_first"), begins, "input_day", why
            )
            sure = f"OR(NOT({kind.another}),{day}<={first})"
            then = f"IF({kind.first_in_force}>={day},IF({sure},1,{UNKNOWN}),0)"
        holds = f"IF({kind.in_force}>0,{then},{unknown})"
        return bench.calculation.truth(say("row_since", day=since), holds, ground)

    def approved(self, award: str) -> Span:
        """Yuan approved for an award, anything where that is not stated."""
        cell = self.bench.facts.approved[award]
        return Span(f"N({cell})", f'IF({cell}="",{UNLIMITED},N({cell}))')

    # ---- bases -------------------------------------------------------------------------------

    def base(self, steps: Rows, name: str) -> None:
        """A row with a figure, or an event's amounts in force together."""
        stated = self.policy.relations.stated_as(name)
        said = self.bench.calculation.say("row_base", name=self.bench.words.figure(stated))
        steps.base, steps.span = stated, self.bench.calculation.amount(said, self.quantity(name))

    def each_base(self, steps: Rows, amount: OnABase, gives: OfEachBase[Span, Rows]) -> Span | None:
        """Columns beside the events, one row for each base; then the sums."""
        bench, place, say = self.bench, steps.place, self.bench.calculation.say
        base = self.policy.relations.base(amount.of, amount.counted)
        row, kind = bench.calculation.amount, bench.events.kinds[base]
        parts = PartColumns(bench, place, kind, amount.scope)
        part = Rows(place, parts.base, parts=parts)
        cap = gives(part, counted=True)
        unknown = f"AND({kind.in_force}=0,{kind.happened}={UNKNOWN})"
        columns = parts.columns("part_gives", part.span)
        sums = Span(*(rounded_off(f"SUM({each})", 8) for each in columns))
        steps.span = row(say("row_parts"), chosen(unknown, ANY, sums), place.ground)
        if cap is None:
            return None
        caps = parts.columns("part_cap", cap)
        none, no_cap = f"OR({unknown},COUNT({caps.least})=0)", exactly(UNLIMITED)
        together = chosen(none, no_cap, Span(*(f"SUM({each})" for each in caps)))
        return row(say("row_parts_cap"), together, place.ground)

    def base_less(self, amount: OnABase, base: Span, taken: Span) -> Span:
        """What is left of a base, to as many places as its terms have."""
        figures, above = self.bench.words.answer.case.figures, amount.above
        bases = amount.bases() if isinstance(amount, RateAmount) else (amount.of,)
        names = (*bases, *amount.minus)
        places = places_of(figures[name] for name in names if name in figures)
        if isinstance(above, Portion):
            stated = [figures[above.of]] if above.of in figures else []
            places = max(places, places_of(stated) + places_of([above.rate]))
        elif above is not None:
            places = max(places, places_of([above]))
        return less(base, taken, places)

    # ---- bands -------------------------------------------------------------------------------

    def table(self, steps: Rows, amount: BandsAmount, place: Place) -> Table[Span, str]:
        """The bands, of which each may hold the amount so far, with the cells of their numbers."""
        base, found = steps.span, []
        for i, band in enumerate(amount.bands):
            at = f"bands[{i}]"
            bounds = range_cells(self.bench, band, f"{place.path}.{at}", amount.of, place.ground)
            for key, value in (
                ("fixed", band.fixed),
                ("rate", band.rate),
                ("cap", known_cap(band.cap)),
            ):
                if value is not None:
                    self.stated(place, f"{at}.{key}", value)
            found.append(bounds)
        rows = tuple(
            Row(i, may_hold(bounds, base), part_within(bounds, base))
            for i, bounds in enumerate(found)
        )
        return Table(rows, none_holds(amount, found, base))

    def among(
        self, steps: Rows, table: Table[Span, str], given: Sequence[Given[Span]]
    ) -> Given[Span]:
        """Whichever of the bands it is, each in a row of its own, and nothing where none holds."""
        place, calculation = steps.place, self.bench.calculation
        if steps.parts is not None:
            return among([row.may_hold for row in table.rows], table.none, given)
        held, said = [], []
        for row, each in zip(table.rows, given, strict=True):
            text = calculation.say("row_band", band=self._band(place, row.number))
            truth, span = calculation.holding(text, row.may_hold, each.amount, place.ground)
            held.append(truth)
            said.append(each._replace(amount=span))
        none = calculation.truth(calculation.say("row_no_band"), table.none)
        found = among(held, none, said)
        if found.cap is None:
            return found
        cap = calculation.amount(calculation.say("row_bands_cap"), found.cap, place.ground)
        return found._replace(cap=cap)

    def _band(self, place: Place, number: int) -> str:
        """A band of an amount in a few words."""
        amount = self._amount(place)
        assert isinstance(amount, BandsAmount)  # noqa: S101  (only a table has bands)
        return band_text(self.bench.words, amount, amount.bands[number])

    def _amount(self, place: Place) -> PlainAmount:
        """The amount that stands at a place of the policy."""
        amount = self.policy.award(place.award).amount
        if not isinstance(amount, DatedAmount):
            return amount
        paths = {
            f"awards.{place.award}.amount.dated[{i}].amount": each.amount
            for i, each in enumerate(amount.dated)
            if each.amount is not None
        }
        return paths[place.path]

    # ---- rows --------------------------------------------------------------------------------

    def _section(self, award: str) -> None:
        say, title = self.bench.calculation.say, self.bench.words.award(award)
        self.bench.calculation.section(say("section_award", award=title))

    def begin(self, place: Place) -> Rows:
        """No rows yet, in the section of the award."""
        self._section(place.award)
        return Rows(place)

    def state(
        self, steps: Rows, op: Operation, value: Span, **how: Unpack[Operands[Span, str]]
    ) -> None:
        """A row with an amount that is stated."""
        if op == "dated":
            steps.span = value
            return
        self._add(steps, op, value, how)

    def then(
        self,
        steps: Rows,
        op: Operation,
        result: Span,
        *,
        value: Span | None = None,  # noqa: ARG002  (for other engines)
        **how: Unpack[Operands[Span, str]],
    ) -> None:
        """A row with the next amount."""
        self._add(steps, op, result, how)

    def _add(self, steps: Rows, op: Operation, result: Span, how: Operands[Span, str]) -> None:
        if op == "band":
            return
        if steps.parts is not None:
            taken_off = op in ("minus", "above")
            steps.span = steps.parts.written("part_base", result) if taken_off else result
            return
        ground = how.get("ground") or (steps.place.ground if op in ("minus", "count") else None)
        said = self._said(steps, op, how)
        steps.span, steps.op = self.bench.calculation.amount(said, result, ground), op

    def _said(self, steps: Rows, op: Operation, how: Operands[Span, str]) -> str:
        """What a step is called."""
        words, say, name = self.bench.words, self.bench.calculation.say, how.get("name") or ""
        match op:
            case "nothing" | "dated":
                amount = self.policy.award(steps.place.award).amount
                values = amount.dated if isinstance(amount, DatedAmount) else ()
                return dated_text(words, next(v for v in values if v.since == how.get("on")))
            case "count" if "unit" in how:
                return say("row_count_full", name=words.figure(steps.base))
            case "count" | "minus" | "allotted":
                return say(_STEPS[op], name=words.figure(name))
            case "above" if name:
                return say("row_above_portion", name=words.figure(name))
            case "received":
                return say("row_received", award=words.award(name))
            case "cap" if steps.op == "round":
                return say("row_round_cap")
            case "round":
                return say(_ROUNDED[how.get("mode") or "half_up"])
            case _:
                return say(_STEPS[op], award=words.award(steps.place.award))

    @staticmethod
    def result(steps: Rows) -> Span:
        """Where the last amount stands."""
        return steps.span

    def as_read_by(self, steps: Rows, truth: str) -> str:
        """Where a truth stands, as seen from the sheet of the rows."""
        return truth if steps.parts is None else self.bench.calculation.outside(truth)

    @staticmethod
    def branch(steps: Rows) -> Rows:
        """The same rows, to go on from."""
        return Rows(steps.place, steps.span, steps.op, steps.base)


_SHARES = {"rate", "share", "factor"}
_NUMBERS = {
    "fixed": "number_fixed",
    "every": "number_every",
    "cap": "number_cap",
    "floor": "number_floor",
    "rate": "number_rate",
    "share": "number_share",
    "factor": "number_factor",
    "above": "number_above",
    "topup": "number_topup",
}
_OF_A_BAND = {"fixed": "band_fixed", "rate": "band_rate", "cap": "band_cap"}
_ROUNDED = {
    "half_up": "row_round_half_up",
    "half_even": "row_round_half_even",
    "down": "row_round_down",
    "up": "row_round_up",
}
_STEPS: dict[Operation, str] = {
    "fixed": "row_fixed",
    "count": "row_count",
    "each": "row_each",
    "minus": "row_minus",
    "above": "row_above",
    "rate": "row_rate",
    "floor": "row_floor",
    "cap": "row_cap",
    "base_when": "row_base_when",
    "rate_when": "row_rate_when",
    "unknown_cap": "row_unknown_cap",
    "bands": "row_bands",
    "topup": "row_topup",
    "unknown": "row_unknown",
    "times": "row_times",
    "scaled": "row_scaled",
    "approved": "row_approved",
    "allotted": "row_allotted",
    "when": "row_when",
    "as_paid": "row_as_paid",
    "replaced": "row_unless",
    "best_of": "row_best_of",
}
