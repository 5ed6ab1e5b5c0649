"""The engine of live formulas: each amount and truth is a cell of the calculation sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from listing_rewards.engines.sheet.arithmetic import Cell
from listing_rewards.engines.sheet.bench import Bench, limited
from listing_rewards.engines.sheet.conditions import ConditionFormulas
from listing_rewards.engines.sheet.formulas import UNKNOWN, Span, every, exactly, one_of, yes
from listing_rewards.engines.sheet.quantities import Rows, SheetQuantities
from listing_rewards.engines.sheet.splits import Part, split_rows
from listing_rewards.files.spreadsheet.styles import Look
from listing_rewards.meaning.amounts import Amounts
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground
from listing_rewards.report.conditions import condition_text

V = TypeVar("V")


class SheetMachine(SheetQuantities):
    """The facts on their sheets, and the rows that are written from them.

    Attributes:
        bench: what formulas are made from.
        reached: whether the event that earns an award has happened, by the award's id.
    """

    def __init__(self, bench: Bench) -> None:
        self.bench, self.policy = bench, bench.policy
        self._conditions = ConditionFormulas(bench)
        self._calculation, self._say = bench.calculation, bench.calculation.say
        self.condition = self._conditions.truth
        self.reached: dict[str, str] = {}
        self._truths: dict[str, str] = {}
        self._calculation.section(self._say("section_conditions"))
        for name in self.policy.conditions:
            self.condition(name)
        self._calculation.section(self._say("section_checks"))
        for award in self.policy.awards:
            self._check(award)

    def _check(self, award: Award) -> None:
        bench, grounds = self.bench, self.policy.grounds
        kind, title = bench.events.kinds[award.earned_by], bench.words.text(award.title)
        event, row = bench.words.event(award.earned_by), bench.calculation.truth
        needs = [self.condition(name) for name in self.policy.relations.needs[award.id]]
        ground = grounds[f"awards.{award.id}"]
        reached = row(self._say("row_reached", award=title, event=event), kind.happened, ground)
        in_force = f"IF({kind.often}=0,{UNKNOWN},IF({kind.in_force}>0,1,0))"
        said = self._say("row_in_force", award=title, event=event)
        lies = row(said, in_force, grounds["in_force"])
        self.reached[award.id] = reached
        self._truths[award.id] = row(
            self._say("row_truth", award=title), every([reached, lies, *needs]), ground
        )

    # ---- facts -----------------------------------------------------------------------------

    def truth(self, award: str) -> str:
        """Where it stands whether all checks of an award are met."""
        return self._truths[award]

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.bench.events.paid[award])

    def in_force(self, award: str) -> str:
        """Whether a notice that holds back what is payable for an award is in force."""
        held = self.policy.relations.withholding[award]
        if not held:
            return "0"
        return yes(one_of([f"AS_OF>={self.bench.numbers.since(each)}" for each in held]))

    def due(self, award: Award, number: int, part: Instalment) -> str:
        """Whether a part of an award is due."""
        bench, way = self.bench, award.paid_in
        ground = self.policy.grounds[f"instalments.{way}"]
        kind = bench.events.kinds[part.event or award.earned_by]
        count, first = (
            (kind.often, kind.first) if part.event else (kind.in_force, kind.first_in_force)
        )
        months = bench.numbers.cell(
            f"instalments.{way}.parts[{number}].months",
            self._say("number_part_months", number=number + 1),
            12 * part.years + part.months,
            "input_number",
            ground,
        )
        falls = f"IF({count}>0,{limited(f'EDATE({first},{months})')},0)"
        said = self._say("row_part_day", number=number + 1)
        day = self._calculation.day(said, falls, ground)
        due = f"IF({count}>0,IF({day}<=AS_OF,1,0),{kind.happened})"
        return self._calculation.truth(self._say("row_part_due", number=number + 1), due, ground)

    def number(self, path: str, value: Decimal, label: str, about: str = "") -> Cell:
        """Where a number of the policy stands."""
        words, say = self.bench.words, self._say
        look: Look = "input_rate"
        if label == "group_cap":
            said = called = say(
                "number_group_cap", group=words.text(self.policy.groups[about].title)
            )
            look = "input_amount"
        elif label == "part":
            said, called = say("number_part", number=about), say("part", number=about)
        else:
            parts = self.policy.shares[path.split(".")[1]].parts
            said = called = words.text(next(p.title for p in parts if p.level == about))
        ground = self.policy.grounds[path if path in self.policy.grounds else _owner(path)]
        return Cell(self.bench.numbers.cell(path, said, value, look, ground), value, called)

    # ---- rows ------------------------------------------------------------------------------

    def nominal(self, award: Award, received: Callable[[str], Span]) -> Rows:
        """The rows to what the rule of an award gives."""
        return Amounts(self).nominal(award, received)

    def named(self, op: str, amount: Span, about: str = "", ground: Ground | None = None) -> Span:
        """A row with an amount; sums on the way stay where they are used."""
        if op == "taken":
            return amount
        if op == "nominal":
            ground = self.policy.grounds[f"awards.{about}.amount"]
        key, section, values = self._named(op, about)
        if section:
            self._calculation.section(section)
        return self._calculation.amount(self._say(key, **values), amount, ground)

    def _named(self, op: str, about: str) -> tuple[str, str, dict[str, object]]:
        """The phrase of a row, the section it opens if any, and what it is about."""
        words, say, row = self.bench.words, self._say, _ROWS[op]
        if row.about == "award":
            title = words.award(about)
            section = {"award": ("section_award", title), "counted": ("section_counted", title)}
            opens = section.get(row.section)
            return row.key, say(opens[0], award=title) if opens else "", {"award": title}
        if row.about == "group":
            title = words.text(self.policy.groups[about].title) if about else say("ungrouped")
            return row.key, say(row.section, group=title), {"group": title}
        if row.about == "condition":
            text = condition_text(words, self.policy.conditions[about])
            return row.key, "", {"condition": text}
        if row.about == "awards":
            return row.key, "", {"awards": words.awards(about.split("·"))}
        return row.key, "", {}

    def named_truth(self, op: str, truth: str, about: str, awards: Sequence[str] = ()) -> str:
        """A row with a truth."""
        words = self.bench.words
        self._section(about)
        ground = None
        if op == "keeps":
            ground = self.policy.grounds[f"best_of.{self.policy.relations.choice[about]}"]
        said = self._say(_TRUTHS[op], award=words.award(about), awards=words.awards(awards))
        return self._calculation.truth(said, truth, ground)

    def split(self, amount: Span, title: str, shares: Sequence[Cell], ground: Ground) -> list[Span]:
        """Rows with the amount by shares."""
        parts = [Part(share.label, share.at, share.value) for share in shares]
        return split_rows(self.bench, self.bench.words.award(title), amount, parts, ground)

    @staticmethod
    def shared(_: str, __: str, compute: Callable[[], V]) -> V:
        """What an award comes to on the sheet."""
        return compute()


class _Row(NamedTuple):
    """The phrase of a row, what it is about, and the section it stands in."""

    key: str
    about: str = ""
    section: str = ""


_TRUTHS = {"replaced": "row_replaced", "keeps": "row_keeps"}
_ROWS = {
    "times_cap": _Row("row_times_cap"),
    "scaled_cap": _Row("row_scaled_cap"),
    "dated": _Row("row_dated"),
    "nominal": _Row("row_nominal", "award", "award"),
    "group_cap": _Row("row_group_cap", "group", "section_cap"),
    "cap_when": _Row("row_cap_when", "condition"),
    "room": _Row("row_room", "award", "award"),
    "entitled": _Row("row_entitled", "award", "award"),
    "counted": _Row("row_counted", "award", "counted"),
    "pool": _Row("row_pool", "award", "counted"),
    "paid": _Row("row_paid", "group", "section_settled"),
    "room_left": _Row("row_room_left", "group", "section_settled"),
    "due": _Row("row_due", "award"),
    "owed": _Row("row_owed", "award"),
    "settled": _Row("row_settled", "award"),
    "withheld": _Row("row_withheld", "award"),
    "payable": _Row("row_payable", "award"),
    "overpaid": _Row("row_overpaid", "award"),
    "highest": _Row("row_highest", "awards"),
    "either": _Row("row_either", "awards"),
    "either_unpaid": _Row("row_either_unpaid", "awards"),
    "joint": _Row("row_joint"),
    "joint_unpaid": _Row("row_joint_unpaid"),
    "total_entitled": _Row("row_total_entitled"),
    "total_settled": _Row("row_total_settled"),
    "total_overpaid": _Row("row_total_overpaid"),
    "total_withheld": _Row("row_total_withheld"),
    "total_payable": _Row("row_total_payable"),
    "total_withheld_capped": _Row("row_total_withheld_capped"),
}


def _owner(path: str) -> str:
    """The part of the policy whose number it is: ``groups.stages`` of ``groups.stages.cap``."""
    return ".".join(path.split(".")[:2])
