"""Random policies: small, valid by construction, and together of every construct."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from listing_rewards import Policy
from property.generated_amounts import amounts
from property.generated_conditions import Declared, Style, conditions, declared_facts, sources
from property.values import PLAN_FIRST, PLAN_LAST, days, seldom, some, sums

ANY = Style()
SHARES = (
    ("100%",),
    ("50%", "50%"),
    ("33.33%", "33.33%", "33.34%"),
    ("25%", "25%", "25%", "25%"),
    ("0%", "100%"),
    ("40%", "30%", "30%"),
    ("33.3333333333%", "66.6666666667%"),
)
CLAUSE = {"item": "an item", "text": "its words", "document": "generated"}
Waiting = dict[str, set[str]]


@st.composite
def policies(draw: st.DrawFn, style: Style = ANY) -> Policy:
    """Small valid policies of every construct, but for those that `style` leaves out."""
    declared = draw(declared_facts())
    named = draw(conditions(declared, style))
    ids = [f"a{n}" for n in range(draw(st.integers(1, 5)))]
    alike = sorted(name for name in named if not _of_an_award(name, named))
    groups = draw(_groups(alike, style))
    best_of = {} if style.rising else draw(_best_of(ids))
    instalments = draw(_instalments(declared.kinds))
    levels = draw(_levels())
    bare = draw(_bare_awards(ids, declared, sorted(named), [*groups]))
    for award in bare:
        award["paid_in"] = draw(st.sampled_from([None, *instalments]))
        award["borne_by"] = draw(st.sampled_from([None, *levels]))
        award["of_which"] = draw(_for_others()) if seldom(draw) else []
    awards = draw(_with_amounts(bare, declared, sorted(named), best_of, style))
    if not style.rising and seldom(draw, 3):
        draw(_replacing(awards))
    if seldom(draw, 3):
        draw(_recurring(awards, declared, named, best_of))
    recurs = any("every_year" in award for award in awards)
    of_all = alike if recurs else sorted(named)
    return Policy.model_validate(
        draw(_surroundings(ids, declared))
        | {
            "events": declared.events,
            "figures": declared.figures,
            "flags": declared.flags,
            "attributes": declared.attributes,
            "conditions": named,
            "needs": draw(some(of_all, most=1, least=1)) if of_all and seldom(draw) else [],
            "groups": groups,
            "best_of": best_of,
            "instalments": instalments,
            "shares": levels,
            "awards": awards,
            "budgets": draw(_budgets(ids)) if not style.rising and not style.stated else {},
        }
    )


def _of_an_award(name: str, named: dict[str, Any]) -> bool:
    """Whether a condition, or one it is made of, is tested on a day of each award."""
    each = named[name]
    own = each.get("tested_on") in ("event", "application")
    own = own or "applied" in each or "after_event" in each
    inner = [*each.get("all_of", []), *each.get("any_of", [])]
    inner += [each["not_met"]] if "not_met" in each else []
    return own or any(_of_an_award(one, named) for one in inner)


@st.composite
def _recurring(
    draw: st.DrawFn,
    awards: list[dict[str, Any]],
    declared: Declared,
    named: dict[str, Any],
    best_of: dict[str, Any],
) -> None:
    """Let one of the awards that may be earned anew every year be so; it needs no more then."""
    chosen = {name for each in best_of.values() for name in each["awards"]}
    able = [
        award
        for award in awards
        if isinstance(award["earned_by"], str)
        and not declared.events[award["earned_by"]]["repeats"]
        and award["paid_in"] is None
        and award["id"] not in chosen
    ]
    if able:
        award = draw(st.sampled_from(able))
        award["needs"] = [name for name in award["needs"] if not _of_an_award(name, named)]
        runs_from = draw(st.sampled_from(["event", "full_year", "year", "next_year"]))
        award["every_year"] = {"times": draw(st.integers(2, 3)), "runs_from": runs_from}


@st.composite
def _budgets(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    """A yearly budget of some of the awards; what falls to each is then a figure of the case."""
    if not seldom(draw, 4):
        return {}
    years = [{"year": year, "amount": draw(sums())} for year in (2023, 2024, 2025)]
    budget = {
        "title": "a budget",
        "awards": draw(some(ids, most=2, least=1)),
        "years": years[: draw(st.integers(1, 3))],
        "counted_on": draw(st.sampled_from(["event", "application"])),
        "used_up": draw(st.sampled_from(["nothing", "in_proportion", "next_year"])),
    }
    return {"y0": draw(sources()) | budget}


@st.composite
def _surroundings(draw: st.DrawFn, ids: list[str], declared: Declared) -> dict[str, Any]:
    """The document itself, its days, rounding, notices and undertakings."""
    first, last = PLAN_FIRST, draw(st.sampled_from([PLAN_LAST, PLAN_LAST, None]))
    if seldom(draw):
        first, last = sorted([draw(days()), draw(days())])
    in_force: dict[str, Any] = {"first": first, "last": last}
    since = draw(days())
    if since > first and seldom(draw):
        in_force["repealed"] = {"since": since, "by": "a later document"}
    notices = [
        {"id": f"n{n}", "law": "a law", "text": "review", "since": draw(days()),
         "awards": draw(some(ids, most=3)),
         "effect": draw(st.sampled_from(["review", "withhold"]))}
        for n in range(draw(st.sampled_from([0, 0, 1, 2])))
    ]  # fmt: skip
    rounding = {
        "unit": draw(st.sampled_from(["0.01", "0.01", "1", "100"])),
        "mode": draw(st.sampled_from(["half_up", "half_even", "down", "up"])),
    }
    return {
        "id": "generated",
        "document": {"title": "a document", "issuer": "an office"},
        "in_force": draw(sources()) | in_force,
        "rounding": draw(sources()) | rounding,
        "clauses": {"c0": CLAUSE, "c1": CLAUSE},
        "notices": notices,
        "counts_payments_under": draw(st.sampled_from([[], ["an-older-document"]])),
        "undertakings": draw(_undertakings(ids, declared.kinds)),
        "repayments": draw(_repayments(ids, declared.kinds)),
    }


@st.composite
def _groups(draw: st.DrawFn, named: list[str], style: Style) -> dict[str, Any]:
    """Common caps, some of which depend on conditions."""
    groups: dict[str, dict[str, Any]] = {}
    for n in range(draw(st.integers(0, 2))):
        cap = "unknown" if not style.stated and seldom(draw, 8) else draw(sums())
        groups[f"g{n}"] = {**draw(sources()), "title": f"g{n}", "cap": cap}
        if named and not style.rising and draw(st.booleans()):
            when = draw(some(named, most=2, least=1))
            groups[f"g{n}"]["cap_when"] = [{"when": each, "cap": draw(sums())} for each in when]
    return groups


@st.composite
def _best_of(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    """One or two sets of awards, none in both, of which only the best is given."""
    if len(ids) < 2 or not seldom(draw, 3):
        return {}
    mixed = draw(st.permutations(ids))
    cut = draw(st.integers(2, len(ids)))
    sets = [mixed[:cut], mixed[cut:]]
    return {
        f"t{n}": draw(sources()) | {"awards": names}
        for n, names in enumerate(sets)
        if len(names) > 1
    }


@st.composite
def _instalments(draw: st.DrawFn, kinds: list[str]) -> dict[str, Any]:
    """A way of paying in parts, some of them after another event."""
    if not seldom(draw, 3):
        return {}
    parts = [
        {
            "share": share,
            "years": draw(st.integers(0, 2)),
            "months": draw(st.sampled_from([0, 0, 6, 18])),
            "event": draw(st.sampled_from([None, None, *kinds])),
        }
        for share in draw(st.sampled_from(SHARES))
    ]
    return {"i0": draw(sources()) | {"parts": parts}}


@st.composite
def _levels(draw: st.DrawFn) -> dict[str, Any]:
    """A way of sharing between levels of government."""
    if not seldom(draw, 3):
        return {}
    parts = [
        {"level": f"l{n}", "title": f"l{n}", "share": share}
        for n, share in enumerate(draw(st.sampled_from(SHARES)))
    ]
    return {"s0": draw(sources()) | {"parts": parts}}


@st.composite
def _for_others(draw: st.DrawFn) -> list[dict[str, Any]]:
    """One or two parts of an award for somebody else, a sum or a share each."""
    parts = st.one_of(
        st.builds(lambda amount: {"amount": amount}, sums()),
        st.sampled_from(["10%", "33.3%", "50%"]).map(lambda share: {"share": share}),
    )
    drawn = draw(st.lists(parts, min_size=1, max_size=2))
    return [{"recipient": f"r{n}"} | part for n, part in enumerate(drawn)]


@st.composite
def _undertakings(draw: st.DrawFn, ids: list[str], kinds: list[str]) -> dict[str, Any]:
    """What was promised, for how long, what breaks it and what follows."""
    found = {}
    for n in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
        runs_from = draw(st.sampled_from(["event", "event", "payment", "year", "next_year"]))
        promise: dict[str, Any] = {
            "title": f"a promise {n}",
            "awards": draw(some(ids, most=3, least=1)),
            "runs_from": runs_from,
            "years": draw(st.integers(0, 2)),
            "months": draw(st.sampled_from([0, 0, 6])),
            "before_payment": draw(st.sampled_from(["not_payable", "reported"])),
            "called_back": draw(st.sampled_from(["100%", "50%", "33.3333%"])),
        }
        if runs_from != "payment":
            promise["after"] = draw(st.sampled_from([None, None, *kinds]))
        if (promise["years"] or promise["months"]) and draw(st.booleans()):
            promise["kept_by"] = draw(st.sampled_from(kinds))
        else:
            promise["broken_by"] = draw(some(kinds, most=2, least=1))
        found[f"u{n}"] = draw(sources()) | promise
    return found


@st.composite
def _repayments(draw: st.DrawFn, ids: list[str], kinds: list[str]) -> dict[str, Any]:
    """The same in the form of version 0.4.0."""
    if not seldom(draw, 6):
        return {}
    undertaking = {
        "title": "not to leave",
        "event": draw(st.sampled_from(kinds)),
        "after": draw(st.sampled_from([None, None, *kinds])),
        "years": draw(st.integers(0, 2)),
        "months": draw(st.sampled_from([0, 0, 6])),
        "share": draw(st.sampled_from(["100%", "50%", "33.3333%"])),
        "awards": draw(some(ids, most=3, least=1)),
    }
    return {"r0": draw(sources()) | undertaking}


@st.composite
def _earned_by(draw: st.DrawFn, kinds: list[str]) -> str | dict[str, list[str]]:
    """An event that earns an award; sometimes several, all or any of them."""
    if len(kinds) > 1 and seldom(draw, 3):
        names = draw(st.lists(st.sampled_from(kinds), min_size=2, max_size=3, unique=True))
        return {draw(st.sampled_from(["all_of", "any_of"])): names}
    return draw(st.sampled_from(kinds))


@st.composite
def _bare_awards(
    draw: st.DrawFn, ids: list[str], declared: Declared, named: list[str], groups: list[str]
) -> list[dict[str, Any]]:
    """Awards without an amount."""
    return [
        {
            "id": each,
            "title": each,
            "clause": "c0",
            "earned_by": draw(_earned_by(declared.kinds)),
            "needs": draw(some(named, most=2)) if draw(st.booleans()) else [],
            "group": draw(st.sampled_from([None, *groups])),
        }
        for each in ids
    ]


@st.composite
def _with_amounts(
    draw: st.DrawFn,
    awards: list[dict[str, Any]],
    declared: Declared,
    named: list[str],
    best_of: dict[str, Any],
    style: Style,
) -> list[dict[str, Any]]:
    """Awards with amounts that are less earlier ones only where nothing waits in a circle."""
    waiting = _waiting(awards, best_of)
    for place, award in enumerate(awards):
        own = f"amount {award['id']}"
        earlier: list[str] = []
        for other in awards[:place] if not style.rising else []:
            if own not in _reached(waiting, f"entitled {other['id']}"):
                earlier.append(other["id"])
        award["amount"] = draw(amounts(declared, named, earlier, style))
        for value in award["amount"].get("dated", [{"amount": award["amount"]}]):
            for name in value.get("amount", {}).get("less", []):
                waiting[own].add(f"entitled {name}")
    return awards


def _waiting(awards: list[dict[str, Any]], best_of: dict[str, Any]) -> Waiting:
    """What must be known before what, as long as no amount is less another."""
    graph: Waiting = {}
    for place, award in enumerate(awards):
        name = award["id"]
        rivals = next((t["awards"] for t in best_of.values() if name in t["awards"]), [name])
        group = [each["id"] for each in awards[:place] if each["group"] == award["group"]]
        graph[f"amount {name}"] = set()
        graph[f"granted {name}"] = {f"amount {each}" for each in rivals}
        before = [name, *(group if award["group"] else [])]
        graph[f"entitled {name}"] = {f"granted {each}" for each in before}
    return graph


def _reached(graph: Waiting, start: str) -> set[str]:
    """Everything that must be known before `start`."""
    found, ahead = {start}, [start]
    while ahead:
        new = graph[ahead.pop()] - found
        found |= new
        ahead += new
    return found


@st.composite
def _replacing(draw: st.DrawFn, awards: list[dict[str, Any]]) -> None:
    """Let awards replace others that come later in some order, so that there is no circle."""
    mixed = draw(st.permutations(awards))
    for place, award in enumerate(mixed):
        others = [each["id"] for each in mixed[place + 1 :]]
        award["replaces"] = draw(some(others, most=2)) if draw(st.booleans()) else []
