"""What each award is granted, as formulas: its checks, its amount, alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.conditions import ConditionFormulas
from listing_rewards.engines.sheet.formulas import (
    NONE,
    UNKNOWN,
    Span,
    both,
    every,
    exactly,
    one_of,
    opposite,
    some,
    total,
    unless,
    when,
    within,
)
from listing_rewards.engines.sheet.nominal import NominalFormulas, received
from listing_rewards.engines.sheet.room import less_room
from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.grants import Award, Group
from listing_rewards.report.conditions import condition_text


def _subtracted(award: Award) -> Iterator[str]:
    """The earlier awards that are subtracted from an award's amount."""
    for amount in plain_amounts(award.amount):
        yield from amount.less


@dataclass
class AwardCells:
    """Where the parts of one award stand, on the sheet of the calculation.

    Attributes:
        reached, truth: whether its event has happened; whether all its checks are met.
        nominal: what the rule gives.
        due: what of it is left after conditions and replacing.
        replaced: whether another award takes its place.
        granted: what of it is granted.
        holds: whether payments count for it and not for another.
        counted: what was paid that counts for it.
        brings: what counts for it, unless another one is in its place.
        pool: what counts for it and the others of which only the best is given.
        entitled: after the common cap.
    """

    reached: str = "0"
    truth: str = "0"
    nominal: Span = NONE
    due: Span = NONE
    replaced: str = "0"
    granted: Span = NONE
    holds: str = "1"
    counted: Span = NONE
    brings: Span = NONE
    pool: Span = NONE
    entitled: Span = NONE


class AwardFormulas:
    """Writes the rows of every award, in an order in which each finds what it needs."""

    def __init__(self, bench: Bench, conditions: ConditionFormulas) -> None:
        self._bench, self._policy = bench, bench.policy
        self._conditions = conditions
        self._nominal = NominalFormulas(bench, conditions)
        self._say = bench.calculation.say
        self.cells: dict[str, AwardCells] = {
            award.id: AwardCells() for award in self._policy.awards
        }
        self.caps: dict[str, Span] = {}
        self._done: set[tuple[str, str]] = set()

    def write(self) -> None:
        """Every award: checks first, since an award may take the place of an earlier one."""
        calculation = self._bench.calculation
        calculation.section(self._say("section_conditions"))
        for name in self._policy.conditions:
            self._conditions.truth(name)
        calculation.section(self._say("section_checks"))
        for award in self._policy.awards:
            self._checked(award)
        for name, group in self._policy.groups.items():
            self.caps[name] = self._cap(name, group)
        for award in self._policy.awards:
            self._entitled(award)
        calculation.section(self._say("section_counted"))
        for award in self._policy.awards:
            self._paid_for(award)
        self._share_payments()

    # ---- checks ----------------------------------------------------------------------------

    def _checked(self, award: Award) -> None:
        bench, grounds = self._bench, self._policy.grounds
        kind, title = bench.events.kinds[award.earned_by], bench.words.text(award.title)
        event = bench.words.event(award.earned_by)
        cells, row = self.cells[award.id], bench.calculation.truth
        needs = [self._conditions.truth(name) for name in (*self._policy.needs, *award.needs)]
        ground = grounds[f"awards.{award.id}"]
        cells.reached = row(
            self._say("row_reached", award=title, event=event), kind.happened, ground
        )
        in_force = f"IF({kind.often}=0,{UNKNOWN},IF({kind.in_force}>0,1,0))"
        said = self._say("row_in_force", award=title, event=event)
        lies = row(said, in_force, grounds["in_force"])
        truths = [cells.reached, lies, *needs]
        cells.truth = row(self._say("row_truth", award=title), every(truths), ground)

    def _cap(self, name: str, group: Group) -> Span:
        """The cap that holds: that of the first condition met; whichever may hold if unknown."""
        bench, path = self._bench, f"groups.{name}"
        ground, title = self._policy.grounds[path], bench.words.text(group.title)
        row, say = bench.calculation.amount, self._say
        bench.calculation.section(say("section_cap", group=title))

        def cell(key: str, value: Decimal) -> str:
            label = say("number_group_cap", group=title)
            return bench.numbers.cell(f"{path}.{key}", label, value, "input_amount", ground)

        holds = row(say("row_group_cap"), exactly(cell("cap", group.cap)), ground)
        for i, each in reversed(list(enumerate(group.cap_when))):
            truth, other = self._conditions.truth(each.when), cell(f"cap_when[{i}].cap", each.cap)
            instead = Span(
                *(
                    f"IF({truth}=1,{other},IF({truth}=0,{end},{choice}({other},{end})))"
                    for end, choice in zip(holds, ("MIN", "MAX"), strict=True)
                )
            )
            condition = condition_text(bench.words, self._policy.conditions[each.when])
            holds = row(say("row_cap_when", condition=condition), instead, ground)
        return holds

    # ---- amounts and alternatives ----------------------------------------------------------

    def _once(self, what: str, name: str) -> bool:
        """Whether this is asked for the first time."""
        seen = (what, name) in self._done
        self._done.add((what, name))
        return not seen

    def _received(self, name: str) -> Span:
        cells = self._entitled(self._policy.award(name))
        return received(cells.entitled, self._bench.events.paid[name])

    def _amount(self, award: Award) -> AwardCells:
        """The nominal amount, and what is left of it after conditions and replacing."""
        cells = self.cells[award.id]
        if not self._once("amount", award.id):
            return cells
        for name in _subtracted(award):
            self._entitled(self._policy.award(name))
        calculation = self._bench.calculation
        self._section(award)
        cells.nominal = self._nominal.amount(award, self._received)
        cells.due = calculation.amount(self._say("row_when"), when(cells.truth, cells.nominal))
        replacers = self._policy.relations.replacers[award.id]
        if replacers:
            truths = [self.cells[name].truth for name in replacers]
            said = self._say("row_replaced", awards=self._bench.words.awards(replacers))
            cells.replaced = calculation.truth(said, some(truths))
            left = unless(cells.replaced, cells.due)
            cells.due = calculation.amount(self._say("row_unless"), left)
            cells.holds = opposite(cells.replaced)
        cells.granted = cells.due
        return cells

    def _section(self, award: Award) -> None:
        title = self._bench.words.text(award.title)
        self._bench.calculation.section(self._say("section_award", award=title))

    def _rivals(self, name: str) -> tuple[str, ...]:
        """The awards of which only the best is given, this one among them."""
        return self._policy.relations.rivals.get(name, (name,))

    def _granted(self, award: Award) -> AwardCells:
        """What is granted of an award, after the best of its rivals is chosen."""
        cells = self.cells[award.id]
        if not self._once("granted", award.id):
            return cells
        rivals = self._rivals(award.id)
        for name in rivals:
            self._amount(self._policy.award(name))
        if len(rivals) == 1:
            return cells
        calculation = self._bench.calculation
        ground = self._policy.grounds[f"best_of.{self._policy.relations.choice[award.id]}"]
        title = self._bench.words.text(award.title)
        self._section(award)
        said = self._say("row_keeps", award=title)
        cells.holds = calculation.truth(said, self._keeps(award.id, rivals), ground)
        kept = Span(
            f"IF({cells.holds}=1,{cells.due.least},0)", f"IF({cells.holds}=0,0,{cells.due.most})"
        )
        cells.granted = calculation.amount(self._say("row_best_of", award=title), kept, ground)
        return cells

    def _keeps(self, name: str, rivals: tuple[str, ...]) -> str:
        """Whether an award is the highest; of equal ones the first counts as higher."""
        own, place = self.cells[name], rivals.index(name)
        beaten, safe = [], []
        for i, other in enumerate(rivals):
            if i == place:
                continue
            cells = self.cells[other]
            first = place < i
            wins, loses = (">=", ">") if first else (">", ">=")
            beaten.append(both(f"{cells.replaced}=0", f"{cells.due.least}{loses}{own.due.most}"))
            safe.append(f"OR({cells.replaced}=1,{own.due.least}{wins}{cells.due.most})")
        stands = opposite(own.replaced)
        doubtful = f"IF({both(*safe)},{stands},MIN({stands},{UNKNOWN}))"
        return f"IF({one_of(beaten)},0,{doubtful})"

    # ---- common caps -----------------------------------------------------------------------

    def _entitled(self, award: Award) -> AwardCells:
        """What an award is entitled to: within the room that earlier ones of its group leave."""
        cells = self.cells[award.id]
        if not self._once("entitled", award.id):
            return cells
        relations = self._policy.relations
        members = relations.members[award.group] if award.group else []
        before = [self._granted(each) for each in members[: relations.place[award.id]]]
        self._granted(award)
        if award.group is None:
            cells.entitled = cells.granted
            return cells
        calculation, title = self._bench.calculation, self._bench.words.text(award.title)
        ground = self._policy.grounds[f"groups.{award.group}"]
        self._section(award)
        room = less_room(self.caps[award.group], [each.granted for each in before])
        left = calculation.amount(self._say("row_room", award=title), room, ground)
        said = self._say("row_entitled", award=title)
        cells.entitled = calculation.amount(said, within(cells.granted, left), ground)
        return cells

    # ---- what was paid ---------------------------------------------------------------------

    def _paid_for(self, award: Award) -> AwardCells:
        """What was paid that counts for an award, with what it takes over from others."""
        cells = self.cells[award.id]
        if not self._once("brings", award.id):
            return cells
        title = self._bench.words.text(award.title)
        parts = [exactly(self._bench.events.paid[award.id])]
        for other in award.replaces:
            before = self._policy.relations.replacers[other]
            earlier = some(self.cells[name].truth for name in before[: before.index(award.id)])
            takes = every([cells.truth, opposite(earlier)])
            parts.append(when(takes, self._paid_for(self._policy.award(other)).counted))
        row = self._bench.calculation.amount
        cells.counted = row(self._say("row_counted", award=title), total(parts))
        cells.brings = unless(cells.replaced, cells.counted)
        return cells

    def _share_payments(self) -> None:
        """Of awards of which only the best is given, what was paid for any counts for it."""
        for award in self._policy.awards:
            cells, rivals = self.cells[award.id], self._rivals(award.id)
            cells.pool = total([self.cells[name].brings for name in rivals])
        for best in self._policy.best_of.values():
            own = {name: self.cells[name].counted for name in best.awards}
            for name in best.awards:
                others = [self.cells[each].brings for each in best.awards if each != name]
                said = self._say("row_pool", award=self._bench.words.award(name))
                together = total([own[name], *others])
                self.cells[name].counted = self._bench.calculation.amount(said, together)
