"""Common caps, instalments and payments as formulas, for the awards that are settled together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from listing_rewards.engines.sheet.awards import AwardCells, AwardFormulas
from listing_rewards.engines.sheet.bench import Bench, limited
from listing_rewards.engines.sheet.formulas import (
    NONE,
    Span,
    capped,
    chosen,
    every,
    exactly,
    less,
    meet,
    one_of,
    rounded_off,
    total,
    when,
    within,
)
from listing_rewards.engines.sheet.joint import joint_claims
from listing_rewards.engines.sheet.room import less_room
from listing_rewards.engines.sheet.splits import Part, split_rows
from listing_rewards.policy.grants import Award, Instalment


@dataclass
class LineCells:
    """What is settled for one award, on the sheet of the calculation."""

    award: Award
    cells: AwardCells
    due: Span = NONE
    owed: Span = NONE
    settled: Span = NONE
    payable: Span = NONE
    withheld: Span = NONE
    overpaid: Span = NONE
    all_due: str = "TRUE()"


@dataclass
class TotalCells:
    """Awards settled together, with their totals."""

    group: str | None
    lines: list[LineCells]
    paid: str = "0"
    entitled: Span = NONE
    payable: Span = NONE
    withheld: Span = NONE
    overpaid: Span = NONE


class SettlingFormulas:
    """Writes what is due, what was paid and what is payable, group by group."""

    def __init__(self, bench: Bench, awards: AwardFormulas) -> None:
        self._bench, self._policy, self._awards = bench, bench.policy, awards
        self._say = bench.calculation.say

    def write(self) -> list[TotalCells]:
        """The groups in the policy's order, then the awards without one."""
        return [
            self._together(group, self._policy.relations.members[group])
            for group in (*self._policy.groups, None)
        ]

    def _together(self, group: str | None, members: Sequence[Award]) -> TotalCells:
        calculation = self._bench.calculation
        together = TotalCells(
            group, [LineCells(each, self._awards.cells[each.id]) for each in members]
        )
        if not members:
            return together
        title = self._say("ungrouped")
        if group:
            title = self._bench.words.text(self._policy.groups[group].title)
        calculation.section(self._say("section_settled", group=title))
        paid = total([exactly(self._bench.events.paid[each.id]) for each in members])
        together.paid = calculation.amount(self._say("row_paid", group=title), paid).least
        room: Span | None = None
        if group:
            left = less(self._awards.caps[group], exactly(together.paid))
            room = calculation.amount(self._say("row_room_left", group=title), left)
        for i, line in enumerate(together.lines):
            self._line(line, [each.owed for each in together.lines[:i]], room)
        self._totals(together, room)
        return together

    # ---- one award -------------------------------------------------------------------------

    def _line(self, line: LineCells, earlier: Sequence[Span], room: Span | None) -> None:
        award, cells = line.award, line.cells
        calculation, title = self._bench.calculation, self._bench.words.text(award.title)
        line.due = self._due(line) if award.paid_in else cells.entitled
        said = self._say("row_owed", award=title)
        line.owed = calculation.amount(said, less(line.due, cells.counted))
        line.settled = line.owed
        if room is not None:
            left = within(line.owed, less_room(room, earlier))
            line.settled = calculation.amount(self._say("row_settled", award=title), left)
        line.payable = line.settled
        held = self._policy.relations.withholding[award.id]
        if held:
            holds = one_of([f"AS_OF>={self._bench.numbers.since(each)}" for each in held])
            withheld = chosen(holds, line.settled, NONE)
            line.withheld = calculation.amount(self._say("row_withheld", award=title), withheld)
            free = chosen(holds, NONE, line.settled)
            line.payable = calculation.amount(self._say("row_payable", award=title), free)
        beyond = less(cells.counted, cells.entitled)
        over = Span(f"IF({cells.holds}=1,{beyond.least},0)", f"IF({cells.holds}=0,0,{beyond.most})")
        line.overpaid = calculation.amount(self._say("row_overpaid", award=title), over)

    def _due(self, line: LineCells) -> Span:
        """What is due of an amount that is paid in parts."""
        award, cells = line.award, line.cells
        bench, calculation = self._bench, self._bench.calculation
        way = award.paid_in or ""
        parts, ground = (
            self._policy.instalments[way].parts,
            self._policy.grounds[f"instalments.{way}"],
        )
        title = bench.words.text(award.title)
        cut = []
        for number, part in enumerate(parts, 1):
            label = self._say("number_part", number=number)
            path = f"instalments.{way}.parts[{number - 1}].share"
            cell = bench.numbers.cell(path, label, part.share, "input_rate", ground)
            cut.append(Part(self._say("part", number=number), cell, part.share))
        amounts = split_rows(bench, title, cells.entitled, cut, ground)
        dues: list[str] = []
        so_far: list[Span] = []
        for i, (part, amount) in enumerate(zip(parts, amounts, strict=True)):
            due = self._due_on(part, award, f"instalments.{way}.parts[{i}]", i + 1)
            dues.append(due)
            so_far.append(when(due, capped(amount, cells.entitled.most)))
        line.all_due = f"{every(dues)}=1"
        by_now = capped(total(so_far), cells.entitled.most)
        due_now = chosen(line.all_due, cells.entitled, by_now)
        return calculation.amount(self._say("row_due", award=title), due_now, ground)

    def _due_on(self, part: Instalment, award: Award, path: str, number: int) -> str:
        """Whether a part is due."""
        bench = self._bench
        ground = self._policy.grounds[f"instalments.{award.paid_in}"]
        kind = bench.events.kinds[part.event or award.earned_by]
        count, first = (
            (kind.often, kind.first) if part.event else (kind.in_force, kind.first_in_force)
        )
        months = bench.numbers.cell(
            f"{path}.months", self._say("number_part_months", number=number),
            12 * part.years + part.months, "input_number", ground,
        )  # fmt: skip
        falls = f"IF({count}>0,{limited(f'EDATE({first},{months})')},0)"
        day = bench.calculation.day(self._say("row_part_day", number=number), falls, ground)
        due = f"IF({count}>0,IF({day}<=AS_OF,1,0),{kind.happened})"
        return bench.calculation.truth(self._say("row_part_due", number=number), due, ground)

    # ---- totals ----------------------------------------------------------------------------

    def _totals(self, together: TotalCells, room: Span | None) -> None:
        """The totals; tighter than the sums of the lines' ends where a cap fills up."""
        row, say = self._bench.calculation.amount, self._say
        cap = self._awards.caps[together.group] if together.group else None
        lines = together.lines
        entitled = _under(total([line.cells.entitled for line in lines]), cap)
        settled = _under(total([line.settled for line in lines]), room)
        overpaid = total([line.overpaid for line in lines])
        claims = joint_claims(self._bench, self._awards, [line.award for line in lines])
        if claims is not None:
            joint = row(say("row_joint"), meet(entitled, _under(claims.granted, cap)))
            unpaid = row(say("row_joint_unpaid"), meet(settled, _under(claims.unpaid, room)))
            beyond = less(exactly(together.paid), joint).least
            rest = rounded_off(f"{together.paid}-{joint.least}+{claims.unpaid.most}")
            tighter = meet(overpaid, Span(beyond, f"MIN({together.paid},{rest})"))
            whole = [line.all_due for line in lines if line.award.paid_in]
            condition = f"AND({','.join(whole)})" if whole else "TRUE()"
            entitled = chosen(condition, joint, entitled)
            settled = chosen(condition, unpaid, settled)
            overpaid = chosen(condition, tighter, overpaid)
        together.entitled = row(say("row_total_entitled"), entitled)
        whole_settled = row(say("row_total_settled"), settled)
        together.overpaid = row(say("row_total_overpaid"), overpaid)
        together.payable = whole_settled
        if all(line.withheld == NONE for line in lines):
            return
        withheld = row(say("row_total_withheld"), total([line.withheld for line in lines]))
        some_held = f"{withheld.most}>0"
        payable = capped(total([line.payable for line in lines]), whole_settled.most)
        together.payable = row(say("row_total_payable"), chosen(some_held, payable, whole_settled))
        together.withheld = row(
            say("row_total_withheld_capped"), capped(withheld, whole_settled.most)
        )


def _under(amount: Span, room: Span | None) -> Span:
    return amount if room is None else within(amount, room)
