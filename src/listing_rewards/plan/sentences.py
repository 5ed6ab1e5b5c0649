"""Findings of a screening in words: what is asked, how far off it is, what would settle it."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.table import Value
from listing_rewards.plan.finding import ConditionFinding
from listing_rewards.plan.screening import Screening
from listing_rewards.policy.fact_kinds import Unit
from listing_rewards.policy.standards import (
    AllLimb,
    AnyLimb,
    AttributeLimb,
    FigureLimb,
    FlagLimb,
    HappenedLimb,
    Leaf,
    SeasoningLimb,
    Standard,
    UnreadLimb,
)
from listing_rewards.report.phrasing import PolicyPhrasing, place_of
from listing_rewards.values.money import exact, write_yuan
from listing_rewards.values.range import Bounds
from listing_rewards.values.rate import write_rate
from listing_rewards.words import say

_HUNDREDTH_OF_A_PERCENT, _FEN = Decimal("0.0001"), Decimal("0.01")


class Sentences:
    """Says what a standard asks, and what came of it, in one language."""

    def __init__(self, standard: Standard, lang: Lang) -> None:
        self.standard, self.lang = standard, lang
        self.words = PolicyPhrasing(standard.facts, lang)

    def say(self, key: str, /, *variant: str, **values: object) -> str:
        """A phrase."""
        return say(key, self.lang, *variant, **values)

    @exact
    def condition(self, name: str) -> str:
        """What a condition is called, or else what it asks."""
        limb = self.standard.conditions[name]
        return limb.title.say(self.lang) if limb.title is not None else self.asked(name)

    @exact
    def asked(self, name: str) -> str:
        """What a condition asks, with its number."""
        limb, words = self.standard.conditions[name], self.words
        match limb:
            case FigureLimb():
                bounds = words.within(limb, words.unit(limb.figure))
                return self.say("plan.figure", figure=words.figure(limb.figure), bounds=bounds)
            case FlagLimb():
                return words.flag(limb.flag)
            case AttributeLimb():
                values = words.listing(words.value(limb.attribute, each) for each in limb.one_of)
                return self.say("plan.attribute", what=words.attribute(limb.attribute), of=values)
            case HappenedLimb():
                return self.say("plan.happened", event=words.event(limb.happened))
            case SeasoningLimb():
                period = words.period(limb.years, limb.months)
                return self.say("plan.period", event=words.event(limb.seasoning), period=period)
            case UnreadLimb():
                return limb.unread.say(self.lang)
            case AllLimb() | AnyLimb():
                names = limb.all_of if isinstance(limb, AllLimb) else limb.any_of
                joint = "plan.all" if isinstance(limb, AllLimb) else "plan.any"
                return self.say(joint).join(self.condition(each) for each in names)

    def standing(self, screening: Screening, findings: list[ConditionFinding]) -> list[str]:
        """Each of some findings, with the alternative that it belongs to where it is one."""
        return [self._within(screening, each) for each in findings]

    def _within(self, screening: Screening, finding: ConditionFinding) -> str:
        said = self.far(finding)
        for top in screening.findings:
            if top.nearest and any(each is finding for each in top.left()):
                return self.say("plan.nearest", alternative=self.condition(top.nearest), what=said)
        return said

    @exact
    def far(self, finding: ConditionFinding) -> str:
        """How far a condition is from being met, or why that is not known."""
        what = self.condition(finding.condition)
        if finding.outcome == "not_evaluated":
            return self.say("plan.not_evaluated", what=what)
        if finding.undefined:
            figure = self.words.figure(finding.undefined)
            return self.say("plan.undefined", what=what, figure=figure)
        if finding.outcome in {"unknown", "at_issue"}:
            needs = self.words.listing(map(self.need, finding.needs))
            return self.say("plan.open", finding.outcome, what=what, needs=needs)
        if finding.outcome == "met":
            return self.say("plan.met", what=what)
        if finding.shape == "figure":
            return self._short(finding)
        if finding.met_from is not None:
            return self.say("plan.full_in", what=what, days=finding.days_left, day=finding.met_from)
        return self.say("plan.not", finding.shape, what=what)

    def _short(self, finding: ConditionFinding) -> str:
        unit, asked = self.words.unit(finding.of), self.asked(finding.condition)
        stated = self.number(finding.stated or Decimal(0), unit)
        if not finding.short_by:
            return self.say("plan.not_above", what=asked, stated=stated)
        short = self.number(finding.short_by, unit, up=True, apart=True)
        limb = self.standard.conditions[finding.condition]
        lower = isinstance(limb, FigureLimb) and limb.lower is not None
        over = lower and isinstance(limb, FigureLimb) and (finding.stated or 0) > (limb.lower or 0)
        way = "below" if lower and not over else "above"
        return self.say("plan.short", way, what=asked, stated=stated, short=short)

    def number(self, number: Decimal, unit: Unit, *, up: bool = False, apart: bool = False) -> str:
        """A number in its unit, cut to hundredths of a percent or to fen.

        Args:
            number: the number.
            unit: its unit.
            up: whether it is rounded up where it is cut, as a distance is.
            apart: whether it is the distance between two shares: percentage points.
        """
        way = ROUND_CEILING if up else ROUND_FLOOR
        if unit == "percent":
            cut = _cut(number, _HUNDREDTH_OF_A_PERCENT, way)
            return self.say("plan.points", n=write_rate(cut)[:-1]) if apart else write_rate(cut)
        if unit == "yuan":
            return self.words.bound(_cut(number, _FEN, way), unit)
        return self.words.measured(number, unit)

    def need(self, need: str) -> str:
        """What would settle a condition, by the name of the fact."""
        table, _, name = need.partition(".")
        if table == "figures":
            return self.words.figure(name)
        if table == "flags":
            return self.words.flag(name)
        return self.words.attribute(name) if table == "attributes" else self.words.event(name)

    def ground(self, name: str) -> tuple[str, str, str]:
        """The clause of a condition, how its number is known, and who signed for it."""
        limb = self.standard.conditions[name]
        clause = place_of(self.standard.clauses[limb.clause], self.lang) if limb.clause else ""
        if not isinstance(limb, Leaf):
            return clause, "", ""
        known = self.say("plan.confidence", limb.confidence)
        if limb.verified_on is None or limb.verified_by is None:
            return clause, known, self.say("plan.not_verified")
        by = limb.verified_by.say(self.lang)
        return clause, known, self.say("plan.verified", day=limb.verified_on, by=by)


def _cut(number: Decimal, unit: Decimal, way: str) -> Decimal:
    """A number in whole units, rounded in one way."""
    whole, rest = divmod(number, unit)
    if not rest:
        return number
    down = whole if rest > 0 else whole - 1
    return (down + (way == ROUND_CEILING)) * unit


def range_said(amount: Bounds, lang: Lang) -> str:
    """A range of yuan as a page writes it."""
    if amount.at_most is None:
        return say("page.from", lang, least=write_yuan(amount.at_least))
    if amount.determined:
        return write_yuan(amount.at_least)
    least, most = write_yuan(amount.at_least), write_yuan(amount.at_most)
    return say("page.between", lang, least=least, most=most)


def range_cells(amount: Bounds, lang: Lang) -> list[Value]:
    """A range of yuan as two cells of a table: what is certain, and the most it can be."""
    return [amount.at_least, most_cell(amount.at_most, lang)]


def most_cell(most: Decimal | None, lang: Lang) -> Value:
    """The most that yuan can be as a cell of a table."""
    return say("terminal.no_limit", lang) if most is None else most
