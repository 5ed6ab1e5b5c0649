"""Random declared facts, and random conditions and bounds on them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import strategies as st

from property.values import days, seldom, some

SILENCES = ("did_not_happen", "unknown_if_needed", "unknown")
MARKS = {
    "yuan": ("0", "0.01", "100", "150", "10000", "3000000"),
    "number": ("0", "1", "2.5", "3", "10"),
    "percent": ("0.07", "0.5", "0.7", "1"),
}
"""The numbers at which random bounds lie, by what is counted."""


class Style(NamedTuple):
    """What random policies must leave out.

    Attributes:
        rising: everything by which a later day could lower what is certainly entitled.
        stated: every amount that the policy does not give.
    """

    rising: bool = False
    stated: bool = False


class Declared(NamedTuple):
    """The facts that a random policy declares, by name."""

    events: dict[str, Any]
    figures: dict[str, Any]
    flags: dict[str, Any]
    attributes: dict[str, Any]

    @property
    def kinds(self) -> list[str]:
        """The events."""
        return sorted(self.events)

    @property
    def event_amounts(self) -> list[str]:
        """The events that carry an amount."""
        return [kind for kind in self.kinds if self.events[kind]["amount"]]

    @property
    def quantities(self) -> list[str]:
        """Whatever a base may be: figures, and events with amounts."""
        return [*sorted(self.figures), *self.event_amounts]

    def marks(self, name: str) -> list[Decimal]:
        """Numbers at which bounds on a figure or event amount lie."""
        unit = self.figures[name]["unit"] if name in self.figures else "yuan"
        return [Decimal(each) for each in MARKS[unit]]


def label(name: str) -> dict[str, str]:
    """The same name in both languages."""
    return {"zh": name, "en": name}


@st.composite
def sources(draw: st.DrawFn) -> dict[str, str]:
    """A clause, or an assumption."""
    return draw(st.sampled_from([{"clause": "c0"}, {"clause": "c1"}, {"assumed": "a reading"}]))


@st.composite
def _events(draw: st.DrawFn) -> dict[str, Any]:
    """Declared events, each after none or one of those in front of it; one pair may alternate."""
    kinds = [f"e{n}" for n in range(draw(st.integers(2, 5)))]
    events: dict[str, Any] = {}
    for kind in kinds:
        events[kind] = label(kind) | {
            "amount": draw(st.booleans()),
            "repeats": draw(st.booleans()),
            "silence": draw(st.sampled_from(SILENCES)),
            "after": draw(some(sorted(events), most=1)) if seldom(draw, 3) else [],
        }
    if draw(st.booleans()):
        events[kinds[0]] |= {"repeats": False, "ended_by": kinds[-1]}
        events[kinds[-1]] |= {"repeats": True, "after": draw(st.sampled_from([[], [kinds[0]]]))}
    return events


@st.composite
def declared_facts(draw: st.DrawFn) -> Declared:
    """A few events, figures, flags and attributes."""
    units = draw(st.lists(st.sampled_from(sorted(MARKS)), max_size=3))
    figures: dict[str, Any] = {
        f"x{n}": label(f"x{n}") | {"unit": unit} for n, unit in enumerate(units)
    }
    for name, figure in figures.items():
        if figure["unit"] != "yuan" and seldom(draw):
            figures[name] = figure | {"at_most": Decimal(10)}
    presumed = st.sampled_from([{}, {"presumed": "for the office to confirm"}])
    flags = {f"f{n}": label(f"f{n}") | draw(presumed) for n in range(draw(st.integers(0, 2)))}
    values = {f"v{n}": f"v{n}" for n in range(draw(st.integers(1, 3)))}
    attributes = {"b0": label("b0") | {"values": values}} if draw(st.booleans()) else {}
    return Declared(draw(_events()), figures, flags, attributes)


@st.composite
def counted(draw: st.DrawFn, kinds: list[str]) -> Any:
    """Which of an event's amounts count: mostly those on the policy's days."""
    if not seldom(draw, 3):
        return "in_force"
    if draw(st.booleans()):
        return "all"
    side = draw(st.sampled_from(["after", "before"]))
    within = [("within_years", 1), ("within_months", 6), ("within_days", 10)]
    window = {side: draw(st.sampled_from(kinds))} | dict(draw(some(within, most=2)))
    return window | (draw(_calendar()) if side == "after" else {})


@st.composite
def bounds(draw: st.DrawFn, marks: list[Decimal], *, rising: bool = False) -> dict[str, Decimal]:
    """Bounds at some of the marks; of a rising kind only a lower one."""
    low, high = sorted([draw(st.sampled_from(marks)), draw(st.sampled_from(marks))])
    sides = "lower" if rising else draw(st.sampled_from(["lower", "upper", "both"]))
    if sides == "both" and low == high:
        return {"at_least": low, "at_most": high}
    lower = {draw(st.sampled_from(["at_least", "over"])): low} if sides != "upper" else {}
    upper = {draw(st.sampled_from(["at_most", "below"])): high} if sides != "lower" else {}
    return lower | upper


@st.composite
def conditions(draw: st.DrawFn, declared: Declared, style: Style) -> dict[str, Any]:
    """Named conditions; those made of others are made of earlier ones."""
    found: dict[str, Any] = {}
    for n in range(draw(st.integers(0, 5))):
        found[f"k{n}"] = draw(sources()) | draw(_condition(declared, sorted(found), style))
    return found


@st.composite
def _condition(
    draw: st.DrawFn, declared: Declared, earlier: list[str], style: Style
) -> dict[str, Any]:
    which = ["tested", "held", "happened", "applied"]
    which += ["figure"] * 2 if declared.quantities else []
    which += ["flag"] if declared.flags else []
    which += ["attribute"] if declared.attributes else []
    which += ["all_of", "any_of"] if earlier else []
    if not style.rising:
        which += ["absent", *(["not_met"] if earlier else [])]
    match draw(st.sampled_from(which)):
        case "tested" | "held" as how:
            return draw(_seasoning(declared.kinds, tested=how == "tested", style=style))
        case "happened":
            return draw(_happened(declared.kinds)) | draw(_test_day(style, "as_of"))
        case "applied":
            return draw(_applied(declared.kinds, style))
        case "figure":
            name = draw(st.sampled_from(declared.quantities))
            rising = style.rising and name in declared.events
            counts = {} if style.rising else {"counted": draw(counted(declared.kinds))}
            return {"figure": name} | counts | draw(bounds(declared.marks(name), rising=rising))
        case "flag":
            return {"flag": draw(st.sampled_from(sorted(declared.flags)))}
        case "attribute":
            values = sorted(declared.attributes["b0"]["values"])
            return {"attribute": "b0", "one_of": draw(some(values, most=2, least=1))}
        case "absent":
            after = {"after_event": True} if seldom(draw) else {}
            test = draw(_test_day(style, "payment"))
            return {"absent": draw(st.sampled_from(declared.kinds))} | after | test
        case "not_met":
            return {"not_met": draw(st.sampled_from(earlier))}
        case made_of:
            return {made_of: draw(some(earlier, most=3, least=1))}


@st.composite
def _seasoning(draw: st.DrawFn, kinds: list[str], *, tested: bool, style: Style) -> dict[str, Any]:
    """A period of years, months or both; tested on other events, or held until the day."""
    roles = draw(st.permutations(kinds))
    years = draw(st.integers(0, 2))
    condition: dict[str, Any] = {
        "seasoning": roles[0],
        "years": years,
        "months": draw(st.sampled_from([0, 1, 6, 12, 18] if years else [1, 6, 12])),
    }
    condition |= draw(_calendar())
    if "runs_from" not in condition:
        condition["counting"] = draw(st.sampled_from(["anniversary", "civil_code"]))
    if tested:
        condition["tested_on"] = roles[1 : 1 + draw(st.integers(1, 2))]
        condition |= draw(_test_day(style, ""))
    if draw(st.booleans()) and not (tested and style.rising):
        condition["restarted_by"] = draw(st.sampled_from(roles[1:]))
    return condition


@st.composite
def _happened(draw: st.DrawFn, kinds: list[str]) -> dict[str, Any]:
    """On some days, within a time after another event, or simply at all."""
    condition: dict[str, Any] = {"happened": draw(st.sampled_from(kinds))}
    first, last = sorted([draw(days()), draw(days())])
    both = {"first": first, "last": last}
    condition |= draw(st.sampled_from([{}, {"first": first}, {"last": last}, both]))
    if draw(st.booleans()):
        condition["after"] = draw(st.sampled_from(kinds))
        within = [("within_years", 1), ("within_months", 6), ("within_days", 10)]
        condition |= dict(draw(some(within, most=2))) | draw(_calendar())
    return condition


@st.composite
def _calendar(draw: st.DrawFn) -> dict[str, str]:
    """Sometimes from a 1 January in place of the day itself."""
    years = st.sampled_from(["year", "next_year"])
    return {"runs_from": draw(years)} if seldom(draw, 3) else {}


@st.composite
def _test_day(draw: st.DrawFn, style: Style, usual: str) -> dict[str, str]:
    """On which day of an award a condition is tested; mostly as it is if left out."""
    if style.rising or not seldom(draw, 2):
        return {}
    days_to_test = ["event", "application", "payment", *([usual] if usual else [])]
    return {"tested_on": draw(st.sampled_from(days_to_test))}


@st.composite
def _applied(draw: st.DrawFn, kinds: list[str], style: Style) -> dict[str, Any]:
    """Within a time after the award was earned or after another event, or on some days."""
    window: dict[str, Any] = {}
    if style.rising:
        return {"applied": window}
    first, last = sorted([draw(days()), draw(days())])
    both = {"first": first, "last": last}
    window |= draw(st.sampled_from([{}, {}, {"first": first}, {"last": last}, both]))
    if seldom(draw, 3):
        window["after"] = draw(st.sampled_from(kinds))
    within = [("within_years", 1), ("within_months", 6), ("within_days", 10)]
    return {"applied": window | dict(draw(some(within, most=2))) | draw(_calendar())}
