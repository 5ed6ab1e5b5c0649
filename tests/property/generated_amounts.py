"""Random amounts: every construct, with whatever may be added to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from property.generated_conditions import Declared, Style, bounds, counted, sources
from property.values import days, seldom, some, sums

RATES = ("2%", "0.5%", "5‰", "33.3333%", "100%", "0%", "12.345678901234567%")
FACTORS = ("120%", "50%", "150%", "300%", "100%", "33.3333%", "0%", "1000%")
GROWING_FACTORS = ("120%", "150%", "300%", "100%", "1000%")
THRESHOLDS = ("70%", "50%", "100%", "33.3333%", "0%")
SHORT = ("share", "share_of_threshold", "nothing")
SCOPES = ("enterprise", "enterprise", "year", "event")
ABOVE = tuple(map(Decimal, ("0.00", "0.75", "150.00", "10000.00")))
CAPS = tuple(map(Decimal, ("0.75", "150.00", "150.55", "100000.00")))


def known_caps() -> st.SearchStrategy[Decimal | None]:
    """No cap, an awkward one, or any."""
    return st.none() | st.sampled_from(CAPS) | sums()


@st.composite
def caps(draw: st.DrawFn, style: Style) -> Decimal | str | None:
    """A cap or none; now and then one that is not known."""
    if not style.stated and seldom(draw, 8):
        return "unknown"
    return draw(known_caps())


@st.composite
def amounts(
    draw: st.DrawFn, declared: Declared, conditions: list[str], earlier: list[str], style: Style
) -> dict[str, Any]:
    """Any amount; `earlier` are the awards that may be taken off it."""
    if not seldom(draw, 6):
        return draw(_plain(declared, conditions, earlier, style))
    since = sorted(set(draw(st.lists(days(), min_size=1, max_size=3))))
    values: list[dict[str, Any]] = []
    for day in since:
        given: dict[str, Any] = {"repealed": True}
        if not values or not seldom(draw):
            given = {"amount": draw(_plain(declared, conditions, earlier, style))}
        values.append({"since": day} | given)
    return draw(sources()) | {"dated": values}


@st.composite
def _plain(
    draw: st.DrawFn, declared: Declared, conditions: list[str], earlier: list[str], style: Style
) -> dict[str, Any]:
    which = ["fixed", "fixed", "each_time", *(["topup"] if earlier else [])]
    which += [] if style.stated else ["unknown"]
    which += ["each_of", "rate", "rate"] if declared.quantities else []
    bases = sorted(declared.figures) if style.rising else declared.quantities
    which += ["bands", "bands"] if bases else []
    match draw(st.sampled_from(which)):
        case "fixed":
            amount: dict[str, Any] = {"fixed": draw(sums())}
            amount |= {"cap": draw(caps(style))} if seldom(draw, 8) else {}
        case "each_time":
            amount = {"fixed": draw(sums()), "per": draw(st.sampled_from(declared.kinds))}
            amount["cap"] = draw(caps(style))
        case "each_of":
            amount = draw(_each_of(declared, style))
        case "topup":
            amount = {"topup": draw(sums()), "less": draw(some(earlier, most=2, least=1))}
        case "rate":
            amount = draw(_rate(declared, conditions, style))
        case "bands":
            amount = draw(_bands(declared, bases, style))
        case _:
            amount = {"unknown": "not given"}
    extras = draw(_additions(declared, conditions, earlier, style))
    return draw(sources()) | amount | {k: v for k, v in extras.items() if k not in amount}


@st.composite
def _each_of(draw: st.DrawFn, declared: Declared, style: Style) -> dict[str, Any]:
    """So much for each of a figure, or for each full sum of it."""
    every = draw(st.sampled_from([None, "1", "2.5", "100", "10000", "0.1"]))
    names = sorted(declared.figures) if every is None else declared.quantities
    if not names:
        names, every = declared.quantities, "1"
    return {
        "fixed": draw(sums()),
        "per": draw(st.sampled_from(names)),
        "every": every,
        "cap": draw(caps(style)),
    }


@st.composite
def _base(draw: st.DrawFn, declared: Declared, bases: list[str], style: Style) -> dict[str, Any]:
    """A base, seldom less other quantities and only above some number."""
    base: dict[str, Any] = {"of": draw(st.sampled_from(bases))}
    quantities = sorted(declared.figures) if style.rising else declared.quantities
    others = [name for name in quantities if name != base["of"]]
    if others and seldom(draw):
        base["minus"] = draw(some(others, most=2))
    if seldom(draw):
        base["above"] = draw(st.sampled_from(ABOVE))
    elif others and seldom(draw):
        share = draw(st.sampled_from(["105%", "50%", "100%"]))
        base["above"] = {"rate": share, "of": draw(st.sampled_from(others))}
    return base


@st.composite
def _parted_base(draw: st.DrawFn, declared: Declared) -> dict[str, Any]:
    """The events of each year, or each event by itself."""
    above = {"above": draw(st.sampled_from(ABOVE))} if seldom(draw) else {}
    return {"of": draw(st.sampled_from(declared.event_amounts))} | above


@st.composite
def _rate(
    draw: st.DrawFn, declared: Declared, conditions: list[str], style: Style
) -> dict[str, Any]:
    scope = draw(st.sampled_from(SCOPES)) if declared.event_amounts else "enterprise"
    parted = scope != "enterprise"
    base = _parted_base(declared) if parted else _base(declared, declared.quantities, style)
    amount = draw(base) | {
        "rate": draw(st.sampled_from(RATES)),
        "cap": draw(caps(style)),
        "cap_per": scope,
        "floor": draw(st.sampled_from([*CAPS, Decimal("0.01")])) if seldom(draw) else None,
    }
    if conditions and not style.rising and seldom(draw):
        capped = isinstance(amount["cap"], Decimal)
        above = amount.get("above")
        taken = [*amount.get("minus", ()), above["of"] if isinstance(above, dict) else None]
        bases = [name for name in declared.quantities if name not in taken]
        one = _instead(bases, conditions, parted=parted, capped=capped)
        amount["instead"] = draw(st.lists(one, min_size=1, max_size=3))
    return amount


@st.composite
def _instead(
    draw: st.DrawFn, bases: list[str], conditions: list[str], *, parted: bool, capped: bool
) -> dict[str, Any]:
    """Another base, rate or cap under a condition, one of them or several."""
    keys = ["rate", *([] if parted else ["of"]), *(["cap"] if capped else [])]
    given = {"of": bases, "rate": RATES, "cap": CAPS}
    which = draw(some(keys, most=3, least=1))
    changed = {key: draw(st.sampled_from(given[key])) for key in which}
    return {"when": draw(st.sampled_from(conditions))} | changed


@st.composite
def _bands(draw: st.DrawFn, declared: Declared, bases: list[str], style: Style) -> dict[str, Any]:
    """Bands that follow on each other; now and then any bands, with gaps and overlaps."""
    partable = declared.event_amounts and not style.rising
    scope = draw(st.sampled_from(SCOPES)) if partable else "enterprise"
    parted = scope != "enterprise"
    base = draw(_parted_base(declared) if parted else _base(declared, bases, style))
    marks = declared.marks(base["of"])
    rows = draw(_rows(marks))
    if not style.stated and seldom(draw):
        rows = draw(st.lists(bounds(marks), min_size=1, max_size=3))
    given = [row | draw(_given_by_a_band(style)) for row in rows]
    return base | {"applied_per": scope, "bands": given}


@st.composite
def _rows(draw: st.DrawFn, marks: list[Decimal]) -> list[dict[str, Decimal]]:
    """Bands from nothing on, each bound in exactly one of two; perhaps without the first."""
    cuts = sorted(draw(some(marks, most=3, least=1)))
    rows: list[dict[str, Decimal]] = [{}]
    for cut in cuts:
        into_upper = draw(st.booleans())
        rows[-1] |= {"below": cut} if into_upper else {"at_most": cut}
        rows.append({"at_least": cut} if into_upper else {"over": cut})
    return rows[draw(st.sampled_from([0, 0, 1])) :]


@st.composite
def _given_by_a_band(draw: st.DrawFn, style: Style) -> dict[str, Any]:
    which = ["fixed", "fixed", "rate", *([] if style.stated else ["unknown"])]
    match draw(st.sampled_from(which)):
        case "fixed":
            return {"fixed": draw(sums())}
        case "rate":
            return {"rate": draw(st.sampled_from(RATES)), "cap": draw(caps(style))}
        case _:
            return {"unknown": "not given"}


@st.composite
def _additions(
    draw: st.DrawFn, declared: Declared, conditions: list[str], earlier: list[str], style: Style
) -> dict[str, Any]:
    """What an amount may add to its construct, each now and then."""
    added: dict[str, Any] = {}
    if not style.rising:
        added["counted"] = draw(counted(declared.kinds))
    if seldom(draw) and (scaled := draw(_scaled(declared, style))):
        added["scaled"] = scaled
    if conditions and seldom(draw):
        factors = GROWING_FACTORS if style.rising else FACTORS
        added["times"] = [
            {"factor": draw(st.sampled_from(factors)), "when": name}
            for name in draw(some(conditions, most=3, least=1))
        ]
    if earlier and seldom(draw):
        added["less"] = draw(some(earlier, most=2, least=1))
    if seldom(draw):
        added["upto"] = True
    return added


@st.composite
def _scaled(draw: st.DrawFn, declared: Declared, style: Style) -> dict[str, Any]:
    """By a figure in percent, or by the share of one quantity in another."""
    figures = sorted(declared.figures)
    percent = [name for name in figures if declared.figures[name]["unit"] == "percent"]
    wholes = figures if style.rising else declared.quantities
    how = {"full_at": draw(st.sampled_from(THRESHOLDS)), "short": draw(st.sampled_from(SHORT))}
    parts = [name for name in declared.quantities if wholes != [name]]
    if parts and wholes and not (bool(percent) and draw(st.booleans())):
        by = draw(st.sampled_from(parts))
        of = draw(st.sampled_from([name for name in wholes if name != by]))
        return how | {"by": by, "of": of}
    return how | {"by": draw(st.sampled_from(percent))} if percent else {}
