"""Answers in which each rule stands on its boundary, for those that generated cases seldom meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from unit.test_constructs import DATED, EVENTS, FOUR_YEARS, ask, fixed, policy

from audit.doubts import doubts
from listing_rewards import Assessment, Policy

LISTED = "listed 2023-03-01"
BEST = {"best": {"awards": ["a0", "a1", "a2"], "clause": "c"}}
STATED: tuple[dict[str, bool], ...] = ({}, {"big": True}, {"big": False})


def boundaries() -> Iterator[Assessment]:
    """All of them."""
    for answers in BY_SUBJECT.values():
        yield from answers()


def paid(*amounts: str) -> list[dict[str, str]]:
    """Payments for `a0`, `a1`, … in turn."""
    return [
        {"award": f"a{n}", "on": "2023-04-01", "amount": amount}
        for n, amount in enumerate(amounts)
        if amount != "0"
    ]


def seasoned(counting: str, **more: Any) -> Policy:
    """An award that needs a year after `applied`, which `left` breaks."""
    condition = {
        "seasoning": "applied", "years": 1, "counting": counting, "restarted_by": "left",
        "clause": "c", **more,
    }  # fmt: skip
    events = EVENTS | {
        "applied": EVENTS["applied"] | {"repeats": True},
        "left": {"zh": "离开", "en": "Left", "repeats": True, "silence": "unknown_if_needed"},
        "earlier": {"zh": "更早", "en": "Earlier", "silence": "unknown_if_needed"},
    }
    return policy(fixed("10", needs=["year"]), events=events, conditions={"year": condition})


def _periods() -> Iterator[Assessment]:
    """Full on the day or the day after; broken on the day it starts, is full, is tested."""
    lives = (
        ("applied 2022-03-01",),
        ("applied 2022-03-02",),
        ("applied 2022-02-28",),
        ("applied 2021-01-01", "left 2022-02-28", "applied 2022-02-28"),
        ("applied 2021-01-01", "left 2022-03-01", "applied 2022-03-01"),
        ("applied 2022-02-28", "left 2023-02-28"),
        ("applied 2022-02-28", "left 2023-03-01"),
        ("applied 2022-02-28", "left 2022-02-28"),
        ("applied 2022-02-28", "left 2023-03-01", "applied 2023-03-01"),
        (),
    )
    for counting, life in product(("anniversary", "civil_code"), lives):
        unbroken = [] if any(each.startswith("left") for each in life) else ["left"]
        tested = seasoned(counting, tested_on=["earlier", "listed"])
        yield ask(tested, LISTED, *life, absent=[*unbroken, "earlier"])
        yield ask(tested, LISTED, *life, absent=["earlier"])
        for as_of in ("2023-03-01", "2024-02-29"):
            yield ask(seasoned(counting), LISTED, *life, as_of=as_of, absent=unbroken)
    yield ask(
        seasoned("anniversary", tested_on=["earlier", "listed"]), LISTED, "applied 2022-03-01"
    )
    yield ask(seasoned("anniversary"), LISTED, "applied 2022-02-28")


def _time_limits() -> Iterator[Assessment]:
    """Within six months, both ends; neither known; the first days of the policy."""
    rules = policy(fixed("10", needs=["in_time"]))
    for applied in ("2023-08-30", "2023-08-31", "2024-02-29", "2024-03-01"):
        yield ask(rules, "listed 2023-08-31", f"applied {applied}")
    yield ask(rules, "listed 2023-08-31")
    doubtful = EVENTS | {"applied": EVENTS["applied"] | {"silence": "unknown"}}
    yield ask(policy(fixed("10", needs=["in_time"]), events=doubtful), "listed 2023-08-31")
    for day in ("2020-12-31", "2021-01-01"):
        yield ask(policy(fixed("10")), f"listed {day}")
    for day in ("2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01", "2024-01-01"):
        yield ask(DATED, f"listed {day}")


def _alternatives() -> Iterator[Assessment]:
    """One for another, chains, two for the same one, the best of equal ones; paid and unknown."""
    needs = {"needs": ["big"]}
    replacing = (
        policy(fixed("50"), fixed("80", replaces=["a0"], **needs)),
        policy(fixed("90"), fixed("80", replaces=["a0"], **needs)),
        policy(fixed("30"), fixed("50", replaces=["a0"]), fixed("80", replaces=["a0"], **needs)),
        policy(fixed("30"), fixed("50", replaces=["a0"], **needs), fixed("80", replaces=["a0"])),
        policy(fixed("30"), fixed("50", replaces=["a0"]), fixed("80", replaces=["a1"], **needs)),
        policy(fixed("80"), fixed("80", **needs), fixed("80"), best_of=BEST),
        policy(fixed("50"), fixed("80", **needs), fixed("80"), best_of=BEST),
        policy(fixed("0"), fixed("0"), fixed("0", **needs), best_of=BEST),
    )
    payments = (paid(), paid("30"), paid("100"), paid("0", "60"), paid("10", "10"))
    for rules, made in product(replacing, payments):
        flags = STATED[len(made)]
        yield ask(rules, LISTED, flags={}, payments=made)
        grouped = rules.model_dump()
        for award in grouped["awards"]:
            award["group"] = "g"
        grouped["groups"] = {"g": {"title": {"zh": "g", "en": "g"}, "cap": "100", "clause": "c"}}
        yield ask(Policy.model_validate(grouped), LISTED, flags=flags, payments=made)


def _caps() -> Iterator[Assessment]:
    """Caps under conditions; what is left where an earlier award or a payment is not certain."""
    when = [{"when": "big", "cap": "60"}, {"when": "small", "cap": "30"}]
    group = {"g": {"title": "g", "cap": "90", "clause": "c", "cap_when": when}}
    rules = policy(
        fixed("50", group="g", needs=["big"]), fixed("70", group="g"), fixed("70"), groups=group
    )
    for big, small in product((None, True, False), repeat=2):
        flags = {k: v for k, v in (("big", big), ("small", small)) if v is not None}
        for made in (paid(), paid("20", "30"), paid("0", "95"), paid("60")):
            yield ask(rules, LISTED, flags=flags, payments=made)


def _amounts() -> Iterator[Assessment]:
    """Factors, shares, full ones only, caps after rounding, approvals, what is subtracted."""
    for factor, flags in product(("120%", "50%"), STATED):
        times = [{"factor": factor, "when": "big"}]
        amount = {"rate": "33%", "of": "raised", "cap": "99.99", "times": times}
        rounding = {"unit": "10", "mode": "half_up", "clause": "c"}
        for raised in ("300", "299.98", "1000"):
            yield ask(policy(amount), LISTED, f"raised 2023-02-01 {raised}", flags=flags)
            units = policy(amount, rounding=rounding)
            yield ask(units, LISTED, f"raised 2023-02-01 {raised}", flags=flags)
    for short, invested, whole in product(
        ("share", "share_of_threshold", "nothing"), (None, "69.99", "70"), (None, "0", "100")
    ):
        scaled = {"by": "invested", "of": "whole", "full_at": "70%", "short": short}
        stated = {"invested": invested, "whole": whole}
        figures = {key: value for key, value in stated.items() if value is not None}
        yield ask(policy(fixed("100", scaled=scaled)), LISTED, figures=figures)
    for mode, raised in product(("half_up", "half_even", "down", "up"), ("50", "150", "150.01")):
        rounding = {"unit": "1", "mode": mode, "clause": "c"}
        rules = policy({"rate": "1%", "of": "raised"}, rounding=rounding)
        yield ask(rules, LISTED, f"raised 2023-02-01 {raised}")
    for invested in ("-5", "99.99", "100", "199.99", "200"):
        rules = policy(fixed("7", per="invested", every="100", cap="12"))
        yield ask(rules, LISTED, figures={"invested": invested})
    rules = policy(fixed("100", needs=["big"]), {"topup": "150", "less": ["a0"], "upto": True})
    for flags, made, approved in product(STATED, (paid(), paid("120")), ({}, {"a1": "40"})):
        yield ask(rules, LISTED, flags=flags, payments=made, approved=approved)


def _bands() -> Iterator[Assessment]:
    """Bounds included and excluded, gaps, an open end, a base that is not certain."""
    bands = [
        {"at_least": "100", "below": "200", "fixed": "5"},
        {"over": "200", "at_most": "300", "rate": "10%", "cap": "25"},
        {"at_least": "400", "fixed": "50"},
    ]
    for scope in ("enterprise", "year", "event"):
        rules = policy({"bands": bands, "of": "raised", "applied_per": scope})
        for raised in ("99.99", "100", "200", "200.01", "249.99", "300", "300.01", "400"):
            yield ask(rules, LISTED, f"raised 2023-02-01 {raised}")
        for raised in ("99.99", "249.99", "300"):
            yield ask(rules, LISTED, f"raised 2023-02-01 {raised}", "raised 2023-05-01")
            yield ask(rules, LISTED, f"raised 2023-02-01 {raised}", "raised 2024-05-01 210")
        yield ask(rules, LISTED)
    begin_alike = [{"over": "0", "fixed": "9"}, {"at_least": "0", "at_most": "0", "fixed": "5"}]
    end_alike = [
        {"at_most": "2", "fixed": "9"},
        {"below": "2", "fixed": "5"},
        {"over": "2", "fixed": "1"},
    ]
    for table, raised in product((begin_alike, end_alike), ("0", "2", "2.01")):
        rules = policy({"bands": table, "of": "raised"})
        yield ask(rules, LISTED, f"raised 2023-02-01 {raised}")
    minus = policy({"bands": bands, "of": "invested", "minus": ["whole"]})
    for invested in ("150", "250", "450", "500"):
        yield ask(minus, LISTED, figures={"invested": invested})


def _counted() -> Iterator[Assessment]:
    """What counts of a base: all, or what lies within a time of another event; both ends."""
    windows: tuple[Any, ...] = (
        "all",
        {"after": "listed", "within_months": 6},
        {"before": "listed", "within_years": 1, "within_days": 1},
        {"after": "listed"},
        {"before": "listed"},
    )
    days = ("2020-12-31", "2022-02-27", "2022-02-28", "2023-03-01", "2023-09-01", "2023-09-02")
    lives = [
        tuple(f"raised {day} {n}00" for n, day in enumerate(days, 1)),
        (),
        ("raised 2022-02-28",),
    ]
    doubtful = EVENTS | {"applied": EVENTS["applied"] | {"silence": "unknown"}}
    for window in windows:
        table = [{"below": "500", "fixed": "1"}, {"at_least": "500", "rate": "10%"}]
        rules = policy(
            {"rate": "10%", "of": "raised", "counted": window},
            {"bands": table, "of": "raised", "counted": window, "applied_per": "year"},
            fixed("7", per="raised", counted=window),
            fixed("3", needs=["most"]),
            conditions={"most": {
                "figure": "raised", "at_least": "600", "counted": window, "clause": "c",
            }},
        )  # fmt: skip
        for life in lives:
            yield ask(rules, LISTED, *life)
    for absent in ([], ["applied"]):
        window = {"after": "applied", "within_months": 1}
        rules = policy({"rate": "10%", "of": "raised", "counted": window}, events=doubtful)
        yield ask(rules, LISTED, "raised 2023-03-01 100", absent=absent)


def _test_days() -> Iterator[Assessment]:
    """Conditions tested on the event, the application, the payment, each side of the day."""
    events = EVENTS | {
        "left": {"zh": "离开", "en": "Left", "repeats": True, "silence": "unknown_if_needed"}
    }
    left = ("2023-03-01", "2023-06-01", "2023-06-02")
    both = product(("event", "application"), (False, True))
    for test, after in (*both, ("payment", False), ("as_of", False)):
        stays = {"absent": "left", "tested_on": test, "after_event": after, "clause": "c"}
        rules = policy(fixed("10", needs=["stays"]), events=events, conditions={"stays": stays})
        facts: tuple[dict[str, Any], ...] = (
            {}, {"applied": {"a0": "2023-06-01"}}, {"payments": on_june_1("4")},
        )  # fmt: skip
        for day, more in product(left, facts):
            yield ask(rules, LISTED, f"left {day}", **more)
        yield ask(rules, LISTED)
    for test in ("event", "application", "payment"):
        conditions = {
            "year": {
                "seasoning": "applied", "months": 6, "tested_on": test, "restarted_by": "left",
                "clause": "c",
            },
            "came": {"happened": "applied", "tested_on": test, "clause": "c"},
        }  # fmt: skip
        rules = policy(
            fixed("10", needs=["year"]), fixed("3", needs=["came"]),
            events=events, conditions=conditions,
        )  # fmt: skip
        stated: tuple[dict[str, str], ...] = ({}, {"a0": "2023-06-01", "a1": "2023-06-01"})
        for begun, on in product(("2022-12-01", "2022-12-02"), stated):
            yield ask(rules, LISTED, f"applied {begun}", absent=["left"], applied=on)
            yield ask(rules, LISTED, f"applied {begun}", "left 2024-01-01", applied=on)
    year = {
        "seasoning": "applied", "months": 6, "tested_on": "application", "restarted_by": "left",
        "clause": "c",
    }  # fmt: skip
    rules = policy(fixed("10", needs=["year"]), events=events, conditions={"year": year})
    for day in ("2023-06-01", "2023-06-02"):
        yield ask(rules, LISTED, "applied 2022-12-01", f"left {day}")
    for test in ("event", "application", "payment"):
        soon = {
            "happened": "left", "after": "applied", "within_months": 12, "tested_on": test,
            "clause": "c",
        }  # fmt: skip
        rules = policy(fixed("10", needs=["soon"]), events=events, conditions={"soon": soon})
        for day in ("2023-03-01", "2023-03-02", "2023-06-01", "2023-06-02"):
            life = (LISTED, "applied 2022-12-01", f"left {day}")
            yield ask(rules, *life, applied={"a0": "2023-06-01"}, payments=on_june_1("4"))


def on_june_1(amount: str) -> list[dict[str, str]]:
    """One payment for `a0`, on 1 June 2023."""
    return [{"award": "a0", "on": "2023-06-01", "amount": amount}]


def _applications() -> Iterator[Assessment]:
    """Applied for on the last day and a day later; not stated, before and after it; not yet."""
    windows: tuple[dict[str, Any], ...] = (
        {},
        {"within_months": 6},
        {"within_days": 10, "last": "2023-03-08"},
        {"first": "2023-04-01", "last": "2023-04-30"},
        {"after": "applied", "within_years": 1},
    )
    for window in windows:
        rules = policy(
            fixed("10", needs=["in_time"]),
            conditions={"in_time": {"applied": window, "clause": "c"}},
        )
        for day in ("2023-03-08", "2023-04-30", "2023-09-01", "2023-09-02"):
            yield ask(rules, LISTED, "applied 2022-09-01", applied={"a0": day})
        for as_of in ("2023-03-01", "2023-09-01"):
            yield ask(rules, LISTED, "applied 2022-09-01", as_of=as_of)
        yield ask(rules, LISTED, payments=on_june_1("4"))


def _years() -> Iterator[Assessment]:
    """By calendar years: from a 1 January to a 31 December, and without an end; each side."""
    limits: tuple[dict[str, Any], ...] = (
        {"within_years": 1, "runs_from": "year"},
        {"within_years": 1, "runs_from": "next_year"},
        {"within_months": 6, "within_days": 10, "runs_from": "next_year"},
        {"runs_from": "next_year"},
    )
    days = (
        "2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01", "2024-07-10", "2024-07-11",
        "2024-12-31", "2025-01-01",
    )  # fmt: skip
    for limit in limits:
        conditions = {
            "applied": {"applied": limit, "clause": "c"},
            "late": {"applied": {"after": "applied", **limit}, "clause": "c"},
            "came": {"happened": "applied", "after": "listed", **limit, "clause": "c"},
        }
        of_raised = {"rate": "10%", "of": "raised", "counted": {"after": "listed", **limit}}
        rules = policy(
            fixed("10", needs=["applied"]), fixed("20", needs=["late"]),
            fixed("40", needs=["came"]), of_raised, conditions=conditions,
        )  # fmt: skip
        for number, day in enumerate(days):
            raised = [f"raised {each} {n}00" for n, each in enumerate(days[number:][:3], 1)]
            applied = {"a0": day, "a1": day}
            yield ask(rules, LISTED, f"applied {day}", *raised, applied=applied)
            yield ask(rules, LISTED, f"applied {day}", as_of=max(day, "2023-03-01"))


def _unknown_caps() -> Iterator[Assessment]:
    """A cap that is not known: of a share, a year, an event, a number, a band; paid before."""
    share = {"rate": "80%", "of": "invested", "cap": "unknown"}
    rows = [{"below": "2", "fixed": "1"}, {"at_least": "2", "rate": "10%", "cap": "unknown"}]
    amounts: tuple[dict[str, Any], ...] = (
        share,
        share | {"floor": "50"},
        share | {"times": [{"factor": "200%", "when": "big"}]},
        {"rate": "10%", "of": "raised", "cap": "unknown", "cap_per": "year", "floor": "5"},
        {"rate": "10%", "of": "raised", "cap": "unknown", "cap_per": "event"},
        fixed("3", per="invested", every="100", cap="unknown"),
        fixed("3", per="raised", cap="unknown"),
        {"of": "invested", "bands": rows},
        {"of": "raised", "bands": rows, "applied_per": "year"},
    )
    raised = ("raised 2023-06-01 100.05", "raised 2024-06-01 1")
    for amount in amounts:
        rules = policy(amount | {"group": "g"}, fixed("20", group="g"), groups=common_cap("100"))
        for figures in ({}, {"invested": "0"}, {"invested": "1.99"}, {"invested": "250"}):
            yield ask(rules, LISTED, *raised, figures=figures, flags={"big": True})
        yield ask(rules, LISTED, figures={"invested": "250"}, payments=on_june_1("70"))
    for changed in ({}, {"cap_when": [{"when": "big", "cap": "100"}]}):
        together = {"g": common_cap("unknown")["g"] | changed}
        of_group = {"rate": "80%", "of": "invested", "group": "g"}
        rules = policy(of_group, fixed("20", group="g"), groups=together)
        for flags in ({}, {"big": True}, {"big": False}):
            for figures in ({}, {"invested": "0"}, {"invested": "250"}):
                yield ask(rules, LISTED, figures=figures, flags=flags)
                yield ask(rules, LISTED, figures=figures, flags=flags, payments=on_june_1("70"))


def _instead() -> Iterator[Assessment]:
    """Another base, rate or cap, alone, together and one before the other; by year and event."""
    share = {"rate": "10%", "of": "invested", "cap": "50"}
    changes: tuple[list[dict[str, Any]], ...] = (
        [{"when": "big", "rate": "12.5%"}],
        [{"when": "big", "cap": "100"}],
        [{"when": "big", "of": "whole"}],
        [{"when": "big", "of": "whole", "rate": "5%", "cap": "20"}],
        [{"when": "big", "rate": "20%"}, {"when": "small", "rate": "30%", "cap": "60"}],
    )
    whole_yuan = {"unit": "1", "mode": "half_up", "clause": "c"}
    for instead in changes:
        for parts in ({}, {"rounding": whole_yuan}):
            rules = policy(share | {"instead": instead, "floor": "1.55"}, **parts)
            for invested, flags in product(("0", "399.99", "495", "500"), INSTEAD_FLAGS):
                figures = {"invested": invested, "whole": "300.05"}
                yield ask(rules, LISTED, figures=figures, flags=flags)
            yield ask(rules, LISTED, flags={"big": True})
    above = policy(share | {"rate": "50%", "instead": changes[2], "above": "1.5"})
    for flags in INSTEAD_FLAGS:
        yield ask(above, LISTED, figures={"invested": "40", "whole": "30.0499"}, flags=flags)
    raised = ("raised 2023-06-01 100.05", "raised 2023-07-01 900", "raised 2024-06-01 1")
    for scope, flags in product(("year", "event"), INSTEAD_FLAGS):
        own = share | {"of": "raised", "cap_per": scope, "instead": changes[4]}
        yield ask(policy(own), LISTED, *raised, flags=flags)


INSTEAD_FLAGS: tuple[dict[str, bool], ...] = ({}, {"big": True}, {"big": False, "small": True})


def common_cap(cap: str) -> dict[str, Any]:
    """One group, `g`."""
    return {"g": {"title": "g", "cap": cap, "clause": "c"}}


def _parts() -> Iterator[Assessment]:
    """Instalments before, on and after their days; levels of government; odd fen and units."""
    for amount, unit in (("100.01", "0.01"), ("0.03", "0.01"), ("99.99", "10")):
        rounding = {"unit": unit, "mode": "half_up", "clause": "c"}
        rules = policy(fixed(amount, paid_in="four"), instalments=FOUR_YEARS, rounding=rounding)
        for day in ("2024-02-29", "2024-03-01"):
            yield ask(rules, LISTED, as_of=day)
        yield ask(rules, LISTED, as_of="2024-03-01", payments=paid("60"))
        levels = [{"level": n, "title": n, "share": "50%"} for n in ("city", "county")]
        shares = {"s": {"parts": levels, "clause": "c"}}
        for needs in ([], ["big"]):
            borne = policy(fixed(amount, borne_by="s", needs=needs), shares=shares)
            yield ask(borne, LISTED)
    thirds = zip(("city", "county"), ("33.3333333333%", "66.6666666667%"), strict=True)
    levels = [{"level": n, "title": n, "share": share} for n, share in thirds]
    shares = {"s": {"parts": levels, "clause": "c"}}
    for amount, needs in product(("0.21", "0.03", "21000000", "300000.03"), ([], ["big"])):
        borne = policy(fixed(amount, borne_by="s", needs=needs), shares=shares)
        yield ask(borne, LISTED)
    back = {
        "title": "b", "event": "applied", "after": "raised", "years": 1, "share": "33%",
        "awards": ["a0"], "clause": "c",
    }  # fmt: skip
    for mode, made in product(("half_even", "half_up"), ("9123.55", "9123.53", "0.05", "0.03")):
        rounding = {"unit": "0.01", "mode": mode, "clause": "c"}
        half = policy(fixed("100"), repayments={"back": back | {"share": "50%"}}, rounding=rounding)
        yield ask(half, LISTED, "raised 2023-05-01 1", payments=paid(made))
    rules = policy(fixed("100"), repayments={"back": back})
    days = ("2023-04-30", "2023-05-01", "2024-05-01", "2024-05-02")
    lives: list[tuple[str, ...]] = [(), ("raised 2023-05-01 1",), ("applied 2023-05-01",)]
    lives += [("raised 2023-05-01 1", f"applied {day}") for day in days]
    for life in lives:
        yield ask(rules, LISTED, *life, payments=paid("50.05"))


def _for_others() -> Iterator[Assessment]:
    """Sums and shares for others: within the award and beyond it, unpaid, paid, in parts, open."""
    a_sum, a_share = {"recipient": "team", "amount": "60"}, {"recipient": "firm", "share": "33%"}
    for amount, which in product(("100.01", "50"), ([a_sum, a_share], [a_share, a_sum])):
        for needs, made in product(([], ["big"]), ([], paid("20"), paid("90"))):
            rules = policy(fixed(amount, of_which=which, needs=needs))
            yield ask(rules, LISTED, payments=made)
        halves = policy(fixed(amount, of_which=which, paid_in="four"), instalments=FOUR_YEARS)
        yield ask(halves, LISTED, as_of="2024-03-01")


def _undertakings() -> Iterator[Assessment]:
    """Broken or kept on the last day and beside it; unpaid, paid, paid in two."""
    events = EVENTS | {"left": {"zh": "离开", "en": "Left", "silence": "unknown_if_needed"}}
    terms: tuple[dict[str, Any], ...] = (
        {"broken_by": ["left"], "years": 1},
        {"broken_by": ["left"], "years": 1, "runs_from": "year"},
        {"broken_by": ["left", "applied"], "months": 6, "runs_from": "next_year"},
        {"broken_by": ["left"], "years": 1, "runs_from": "payment", "called_back": "33.3333%"},
        {"kept_by": "applied", "years": 1, "after": "raised"},
        {"kept_by": "left", "years": 1, "runs_from": "payment"},
    )
    lives: tuple[tuple[str, ...], ...] = (
        (),
        ("left 2023-12-31",),
        ("left 2024-01-01",),
        ("left 2024-03-01",),
        ("left 2024-03-02",),
        ("left 2024-04-01", "applied 2024-04-30"),
        ("left 2024-06-30", "raised 2023-04-30 1"),
        ("left 2024-07-01", "applied 2024-05-01", "raised 2023-04-30 1"),
    )
    for each, unpaid in product(terms, ("not_payable", "reported")):
        told = {"title": "u", "awards": ["a0"], "before_payment": unpaid, "clause": "c"}
        rules = policy(fixed("100"), fixed("60"), events=events, undertakings={"u": told | each})
        for life in lives if unpaid == "not_payable" else lives[2:4]:
            yield ask(rules, LISTED, *life)
        for life in lives[2:4]:
            payments = [*paid("30"), {"award": "a0", "on": "2023-05-02", "amount": "20.05"}]
            yield ask(rules, LISTED, *life, payments=payments)
        ends = ("2024-04-01", "2024-04-02", "2024-04-30", "2024-05-01")
        for day in ends if "kept_by" in each else ():
            yield ask(rules, LISTED, "raised 2023-04-30 1", as_of=day, payments=paid("30"))
    both = {"title": "u", "awards": ["a0"], "before_payment": "not_payable", "clause": "c"}
    two = {"u": both | {"broken_by": ["left"]}, "v": both | {"kept_by": "applied", "years": 1}}
    group = {"g": {"title": "g", "cap": "120", "clause": "c"}}
    parts = (fixed("100", group="g"), fixed("60", group="g"))
    rules = policy(*parts, events=events, undertakings=two, groups=group)
    for life in (*lives, ("applied 2023-05-01",)):
        yield ask(rules, LISTED, *life)
        yield ask(rules, LISTED, *life, absent=[] if "left" in str(life) else ["left"])


def _silence() -> Iterator[Assessment]:
    """What is not said of an event: no, not known, or not known as soon as it is needed."""
    needed = {"silence": "unknown_if_needed"}
    events = EVENTS | {
        "applied": EVENTS["applied"] | needed,
        "raised": EVENTS["raised"] | needed,
        "left": {"zh": "离开", "en": "Left"} | needed,
    }
    conditions = {
        "applied": {"happened": "applied", "clause": "c"},
        "stays": {"absent": "left", "clause": "c"},
        "enough": {"figure": "raised", "at_least": "100", "clause": "c"},
    }
    first = fixed("10", needs=["applied"])
    chained = policy(first, fixed("20", needs=["stays"]), events=events, conditions=conditions)
    document = chained.model_dump()
    document["awards"][1]["earned_by"] = "applied"
    chained = Policy.model_validate(document)
    amounts = policy(
        {"rate": "10%", "of": "raised", "cap": "5"}, fixed("3", needs=["enough"]),
        events=events, conditions=conditions,
    )  # fmt: skip
    for rules, absent in product((chained, amounts), ([], ["applied"], ["left"], ["raised"])):
        yield ask(rules, LISTED, absent=absent)
        yield ask(rules, absent=absent)
        yield ask(rules, "applied 2023-03-01", absent=[a for a in absent if a != "applied"])
        yield ask(rules, LISTED, "raised 2026-03-01 100", absent=[a for a in absent if a == "left"])


BY_SUBJECT: dict[str, Callable[[], Iterator[Assessment]]] = {
    "periods": _periods,
    "time-limits": _time_limits,
    "alternatives": _alternatives,
    "caps": _caps,
    "amounts": _amounts,
    "bands": _bands,
    "counted": _counted,
    "test-days": _test_days,
    "applications": _applications,
    "years": _years,
    "unknown_caps": _unknown_caps,
    "instead": _instead,
    "parts": _parts,
    "for-others": _for_others,
    "undertakings": _undertakings,
    "silence": _silence,
    "doubts": doubts,
}
