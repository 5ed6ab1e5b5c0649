"""The engine of live formulas: each amount and truth is a cell of the calculation sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from listing_rewards.engines.sheet.arithmetic import Cell
from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.formulas import Span, every, exactly
from listing_rewards.engines.sheet.quantities import SheetQuantities
from listing_rewards.engines.sheet.register import Conditions, SheetRegister
from listing_rewards.engines.sheet.splits import Part, split_rows
from listing_rewards.engines.sheet.undertakings import kept_row
from listing_rewards.files.spreadsheet.styles import Look
from listing_rewards.meaning.checks import (
    checks_of,
    held_back,
    instalment_day,
    instalment_due,
    still_met,
)
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground
from listing_rewards.report.conditions import condition_text

V = TypeVar("V")


class SheetMachine(SheetQuantities):
    """The facts on their sheets, and the rows that are written from them.

    Attributes:
        bench: what formulas are made from.
        register: the facts as conditions are read on them.
        reached: whether the event that earns an award has happened, by the award's id.
    """

    def __init__(self, bench: Bench) -> None:
        self.bench, self.policy = bench, bench.policy
        self.register = SheetRegister(bench)
        self._conditions = Conditions(self.register)
        self._calculation, self._say = bench.calculation, bench.calculation.say
        self.condition = self._conditions.truth
        self.reached: dict[str, str] = {}
        self._truths: dict[str, str] = {}
        self._calculation.section(self._say("section_conditions"))
        for name in self.policy.conditions:
            if self.policy.relations.comes_out_alike(name):
                self.condition(name)
        self._calculation.section(self._say("section_checks"))
        for award in self.policy.awards:
            self._check(award)

    def _check(self, award: Award) -> None:
        """The rows of an award's own checks, and the one of all its checks together."""
        words, row = self.bench.words, self._calculation.truth
        title, event = words.text(award.title), words.event(award.event)
        ground, checks = self.policy.grounds[f"awards.{award.id}"], {}
        for name, truth in checks_of(self.register, award, self.condition):
            checks[name] = truth
            if name == "reached":
                said = self._say("row_reached", award=title, event=event)
                self.reached[award.id] = checks[name] = row(said, truth, ground)
            elif name == "in_force":
                said = self._say("row_in_force", award=title, event=event)
                checks[name] = row(said, truth, self.policy.grounds["in_force"])
        said = self._say("row_truth", award=title)
        self._truths[award.id] = row(said, every(checks.values()), ground)

    # ---- facts -----------------------------------------------------------------------------

    def truth(self, award: str) -> str:
        """Where it stands whether all checks of an award are met."""
        return self._truths[award]

    def still(self, award: str) -> str:
        """Where it stands whether all checks of an award would be met if it were paid now."""
        found = still_met(self.register, self.policy.award(award), self.condition)
        said = self._say("row_still", award=self.bench.words.award(award))
        return self._calculation.truth(said, found, self.policy.grounds[f"awards.{award}"])

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.bench.events.paid[award])

    def in_force(self, award: str) -> str:
        """Whether a notice that holds back what is payable for an award is in force."""
        return held_back(self.register, award)

    def kept(self, award: str) -> str:
        """Whether no undertaking is broken without which nothing is payable for an award."""
        return kept_row(self.register, award)

    def due(self, award: Award, number: int, part: Instalment) -> str:
        """Whether a part of an award is due."""
        m, row = self.register, self._calculation
        ground = self.policy.grounds[f"instalments.{award.paid_in}"]
        falls = instalment_day(m, award, number, part)
        day = row.day(self._say("row_part_day", number=number + 1), falls, ground)
        due = m.decide(instalment_due(m, award, part, day))
        return row.truth(self._say("row_part_due", number=number + 1), due, ground)

    def number(self, path: str, value: Decimal, label: str, about: str = "") -> Cell:
        """Where a number of the policy stands."""
        words, say = self.bench.words, self._say
        look: Look = "input_rate"
        if label == "group_cap":
            said = called = say(
                "number_group_cap", group=words.text(self.policy.groups[about].title)
            )
            look = "input_amount"
        elif label == "of_which":
            stated = self.policy.award(path.split(".")[1]).of_which[int(about)]
            said = called = say("number_of_which", recipient=words.text(stated.recipient))
            look = "input_rate" if stated.share is not None else "input_amount"
        elif label == "part":
            said, called = say("number_part", number=about), say("part", number=about)
        else:
            parts = self.policy.shares[path.split(".")[1]].parts
            said = called = words.text(next(p.title for p in parts if p.level == about))
        ground = self.policy.grounds[path if path in self.policy.grounds else _owner(path)]
        return Cell(self.bench.numbers.cell(path, said, value, look, ground), value, called)

    # ---- rows ------------------------------------------------------------------------------

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
    "kept": _Row("row_kept", "award"),
    "settled": _Row("row_settled", "award"),
    "withheld": _Row("row_withheld", "award"),
    "of_which": _Row("row_of_which", "award"),
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
