"""Hand-computed checks of the plain reading, construct by construct. All amounts are in yuan."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from listing_rewards import Case, Policy, load_policy
from oracle.lives import life, some_day
from oracle.plain_reading import Line, Open, Reading, corresponding_day, read
from oracle.second_reading import ILLUSTRATIVE, second_reading

KINDS = ("listed", "raised", "filed", "applied", "accepted", "delisted", "moved", "met")
AS_OF = date(2025, 12, 31)


# ---- writing a policy and a case ----------------------------------------------------------------


def award(name: str = "x", /, amount: Any = None, **more: Any) -> dict[str, Any]:
    """An award for `listed`; 100 yuan if nothing is said."""
    return {"id": name, "earned_by": "listed", "amount": amount or {"fixed": "100"}} | more


def policy(*awards: dict[str, Any], silence: Any = (), **more: Any) -> dict[str, Any]:
    """In force 2023 to 2025, rounded half up to the fen."""
    events: dict[str, Any] = {kind: {} for kind in KINDS}
    events |= {kind: {"silence": reads} for kind, reads in dict(silence).items()}
    fixed = {"id": "p", "events": events, "awards": list(awards)}
    return {
        "in_force": {"first": "2023-01-01", "last": "2025-12-31"},
        "rounding": {"unit": "0.01", "mode": "half_up"},
        **fixed,
        **more,
    }


def events(*lines: str) -> list[dict[str, Any]]:
    """Each "kind day" or "kind day amount"."""
    found = []
    for line in lines:
        kind, on, *amount = line.split()
        found.append({"kind": kind, "on": on, "amount": amount[0] if amount else None})
    return found


def case(*lines: str, payments: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """Events, payments as "award day amount", and the rest as a case has it."""
    paid = [dict(zip(("award", "on", "amount"), line.split(), strict=True)) for line in payments]
    return {"events": events(*lines), "payments": paid, **more}


LISTED = "listed 2024-03-01"


def one(
    amount: dict[str, Any], *lines: str, on: date = AS_OF, rounding: Any = None, **more: Any
) -> Line:
    """The only award, of this amount, earned on 2024-03-01."""
    rules = policy(award(amount=amount), conditions=more.pop("conditions", {}))
    if rounding is not None:
        rules["rounding"] = dict(zip(("unit", "mode"), rounding, strict=True))
    return read(rules, case(LISTED, *lines, **more), on).awards["x"]


def nominal(amount: dict[str, Any], *lines: str, **more: Any) -> Fraction:
    found = one(amount, *lines, **more).nominal
    assert found is not None
    return found


def is_met(condition: dict[str, Any], *lines: str, on: date = AS_OF, **more: Any) -> bool:
    """The condition alone, as the only need of an award."""
    silence = more.pop("silence", ())
    rules = policy(
        award(needs=["c"], earned_by="filed"),
        conditions={"c": condition} | more.pop("conditions", {}),
        silence=silence,
        flags=more.pop("declared_flags", {}),
    )
    facts = case("filed 2023-01-01", *lines, **more)
    return read(rules, facts, on).awards["x"].is_due


def column(reading: Reading, name: str) -> dict[str, Any]:
    return {key: getattr(line, name) for key, line in reading.awards.items()}


# ---- what counts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2022-12-31", False),
        ("2023-01-01", True),
        ("2025-12-31", True),
        ("2026-01-01", False),
    ],
)
def test_both_ends_of_the_days_in_force(on: str, due: bool) -> None:  # noqa: FBT001
    found = read(policy(award()), case(f"listed {on}"), date(2026, 6, 1)).awards["x"]
    assert found.is_due is due
    assert found.payable == (100 if due else 0)
    assert found.nominal == (100 if due else None)


def test_a_repeal_ends_the_days_the_day_before() -> None:
    ended = {"first": "2023-01-01", "last": None, "repealed": {"since": "2024-06-01"}}
    rules = policy(award(), in_force=ended)
    assert read(rules, case("listed 2024-05-31"), AS_OF).awards["x"].is_due
    assert not read(rules, case("listed 2024-06-01"), AS_OF).awards["x"].is_due


def test_no_last_day() -> None:
    rules = policy(award(), in_force={"first": "2023-01-01"})
    assert read(rules, case("listed 2099-01-01"), date(2099, 1, 1)).awards["x"].is_due


def test_what_is_dated_after_the_day_asked_for_does_not_count() -> None:
    facts = case("listed 2024-03-02", payments=("x 2024-03-02 10",))
    assert read(policy(award()), facts, date(2024, 3, 1)).awards["x"].counted == 0
    assert not read(policy(award()), facts, date(2024, 3, 1)).awards["x"].is_due
    assert read(policy(award()), facts, date(2024, 3, 2)).awards["x"].payable == 90


def test_the_amount_of_an_event_is_that_of_its_events_in_force() -> None:
    raised = ("raised 2022-12-31 1000", "raised 2023-01-01 200", "raised 2025-12-31 30.5")
    assert nominal({"rate": "10%", "of": "raised"}, *raised) == Fraction("23.05")
    assert nominal({"rate": "10%", "of": "raised"}) == 0


def test_identical_events_are_several() -> None:
    assert nominal({"fixed": "5", "per": "met"}, "met 2024-01-01", "met 2024-01-01") == 10


# ---- silence ------------------------------------------------------------------------------------


def test_silence_that_says_it_did_not_happen() -> None:
    assert not read(policy(award()), case(), AS_OF).awards["x"].is_due


def test_silence_that_is_unknown() -> None:
    rules = policy(award(), silence={"listed": "unknown"})
    with pytest.raises(Open, match="whether listed happened"):
        read(rules, case(), AS_OF)
    assert not read(rules, case(absent=["listed"]), AS_OF).awards["x"].is_due
    assert not read(rules, case("listed 2026-01-01"), AS_OF).awards["x"].is_due


def test_an_unknown_that_does_not_matter() -> None:
    rules = policy(
        award("x", needs=["ok"]),
        award("y", {"unknown": "?"}, earned_by="filed"),
        silence={"listed": "unknown"},
        conditions={"ok": {"flag": "ok"}},
    )
    assert read(rules, case(flags={"ok": False}), AS_OF).totals["payable"] == 0
    with pytest.raises(Open):
        read(rules, case(LISTED), AS_OF)


def test_silence_that_is_unknown_if_needed() -> None:
    """Nobody needs the listing, or the acceptance, until an award that rests on it is claimed."""
    held = {"seasoning": "listed", "years": 1, "tested_on": ["accepted"]}
    rules = policy(
        award("x"),
        award("y", earned_by="accepted", needs=["held"]),
        award("z", earned_by="moved", needs=["held"]),
        conditions={"held": held},
        silence={"listed": "unknown_if_needed", "accepted": "unknown_if_needed"},
    )
    assert read(rules, case(), AS_OF).totals["payable"] == 0
    assert read(rules, case(LISTED), AS_OF).totals["payable"] == 100
    with pytest.raises(Open, match="listed"):
        read(rules, case("accepted 2024-05-01"), AS_OF)
    with pytest.raises(Open):
        read(rules, case("moved 2024-05-01"), AS_OF)
    with pytest.raises(Open, match="accepted"):
        read(rules, case(LISTED, "moved 2024-05-01"), AS_OF)
    nothing = case("accepted 2024-05-01", absent=["listed"])
    assert read(rules, nothing, AS_OF).totals["payable"] == 0


def test_who_claims_an_award() -> None:
    """An event on the as-of date, or one that silence leaves open; not one still to come."""
    rules = policy(
        award("x"),
        award("z", earned_by="moved", needs=["after", "no"]),
        conditions={"after": {"happened": "moved", "after": "listed"}, "no": {"flag": "no"}},
        silence={"listed": "unknown_if_needed"},
    )
    facts = case("moved 2024-05-01", flags={"no": False})
    assert read(rules, facts, date(2024, 4, 30)).totals["granted"] == 0
    with pytest.raises(Open, match="listed"):
        read(rules, facts, date(2024, 5, 1))
    rules["events"]["moved"] = {"silence": "unknown"}
    with pytest.raises(Open, match="listed"):
        read(rules, case(flags={"no": False}), AS_OF)
    assert read(rules, case(flags={"no": False}, absent=["moved"]), AS_OF).totals["granted"] == 0


def test_a_repayment_needs_its_events_where_something_was_paid() -> None:
    repayment = {"event": "moved", "after": "met", "awards": ["x", "y"]}
    for kind in ("moved", "met"):
        rules = policy(
            award("x"),
            award("y"),
            silence={kind: "unknown_if_needed"},
            repayments={"r": repayment},
        )
        other = {"moved": "met", "met": "moved"}[kind]
        assert read(rules, case(LISTED, f"{other} 2024-03-01"), AS_OF).exposures == {"r": 0}
        paid = case(LISTED, f"{other} 2024-03-01", payments=("x 2024-03-02 1",))
        with pytest.raises(Open, match=kind):
            read(rules, paid, AS_OF)


# ---- conditions ---------------------------------------------------------------------------------


def test_flags() -> None:
    assert is_met({"flag": "ok"}, flags={"ok": True})
    assert not is_met({"flag": "ok"}, flags={"ok": False})
    presumed = {"ok": {"presumed": {"zh": "是", "en": "yes"}}}
    assert is_met({"flag": "ok"}, declared_flags=presumed)
    assert not is_met({"flag": "ok"}, declared_flags=presumed, flags={"ok": False})
    with pytest.raises(Open, match="flag ok"):
        is_met({"flag": "ok"})


@pytest.mark.parametrize(
    ("bounds", "holds"),
    [
        ({"at_least": "5"}, (False, True, True)),
        ({"over": "5"}, (False, False, True)),
        ({"at_most": "5"}, (True, True, False)),
        ({"below": "5"}, (True, False, False)),
        ({"at_least": "5", "at_most": "5"}, (False, True, False)),
        ({"over": "4", "below": "6"}, (False, True, False)),
    ],
)
def test_bounds_of_a_figure(bounds: dict[str, str], holds: tuple[bool, ...]) -> None:
    condition = {"figure": "f"} | bounds
    assert tuple(is_met(condition, figures={"f": f}) for f in ("4", "5", "6")) == holds
    raised = [is_met({"figure": "raised"} | bounds, f"raised 2024-01-01 {f}") for f in "456"]
    assert tuple(raised) == holds


def test_a_figure_that_is_not_stated() -> None:
    with pytest.raises(Open, match="figure f"):
        is_met({"figure": "f", "at_least": "0"})
    assert is_met({"figure": "raised", "at_most": "0"})
    with pytest.raises(Open, match="amount of raised"):
        is_met({"figure": "raised", "at_most": "0"}, "raised 2024-01-01")


def test_attributes() -> None:
    condition = {"attribute": "board", "one_of": ["star", "chinext"]}
    assert is_met(condition, attributes={"board": "chinext"})
    assert not is_met(condition, attributes={"board": "main"})
    with pytest.raises(Open, match="attribute board"):
        is_met(condition)


def test_happened_on_some_days() -> None:
    condition = {"happened": "met", "first": "2022-05-01", "last": "2022-05-31"}
    assert is_met(condition, "met 2022-05-01")
    assert is_met(condition, "met 2022-05-31", "met 2024-01-01")
    assert not is_met(condition, "met 2022-04-30", "met 2022-06-01")
    assert not is_met(condition)
    assert is_met({"happened": "met"}, "met 2020-01-01")


@pytest.mark.parametrize(
    ("within", "start", "last", "late"),
    [
        ({"within_years": 1}, "2024-02-29", "2025-02-28", "2025-03-01"),
        ({"within_years": 4}, "2020-02-29", "2024-02-29", "2024-03-01"),
        ({"within_months": 1}, "2024-01-31", "2024-02-29", "2024-03-01"),
        ({"within_months": 1}, "2023-01-31", "2023-02-28", "2023-03-01"),
        ({"within_months": 3}, "2023-11-30", "2024-02-29", "2024-03-01"),
        ({"within_days": 10}, "2024-02-25", "2024-03-06", "2024-03-07"),
        ({"within_months": 1, "within_days": 1}, "2023-01-31", "2023-03-01", "2023-03-02"),
        ({"within_years": 1, "within_months": 1}, "2022-12-31", "2024-01-31", "2024-02-01"),
    ],
)
def test_happened_within_a_time(within: dict[str, int], start: str, last: str, late: str) -> None:
    condition = {"happened": "met", "after": "applied"} | within
    assert is_met(condition, f"applied {start}", f"met {start}")
    assert is_met(condition, f"applied {start}", f"met {last}")
    assert not is_met(condition, f"applied {start}", f"met {late}")
    assert is_met(condition, f"applied {start}", f"applied {late}", f"met {late}")
    assert not is_met(condition, f"applied {last}", f"met {start}")
    assert not is_met(condition, f"met {start}")


def test_happened_after_without_a_time_limit() -> None:
    condition = {"happened": "met", "after": "applied"}
    assert is_met(condition, "applied 2020-01-01", "met 2025-01-01")
    assert is_met(condition, "applied 2025-01-01", "met 2025-01-01")
    assert not is_met(condition, "applied 2025-01-02", "met 2025-01-01")


def test_happened_asks_only_what_matters() -> None:
    condition = {"happened": "met", "first": "2024-01-01", "after": "applied"}
    silence = {"applied": "unknown"}
    assert not is_met(condition, "met 2023-12-31", silence=silence)
    with pytest.raises(Open, match="applied"):
        is_met(condition, "met 2024-01-01", silence=silence)


def test_absent() -> None:
    assert is_met({"absent": "moved"})
    assert not is_met({"absent": "moved"}, "moved 2025-12-31")
    assert is_met({"absent": "moved"}, "moved 2026-01-01")
    assert is_met({"absent": "moved"}, absent=["moved"], silence={"moved": "unknown"})
    with pytest.raises(Open, match="moved"):
        is_met({"absent": "moved"}, silence={"moved": "unknown"})


@pytest.mark.parametrize(
    ("start", "tested", "anniversary", "civil_code"),
    [
        ("2023-03-15", "2024-03-14", False, False),
        ("2023-03-15", "2024-03-15", True, False),
        ("2023-03-15", "2024-03-16", True, True),
        ("2024-02-29", "2025-02-27", False, False),
        ("2024-02-29", "2025-02-28", True, False),
        ("2024-02-29", "2025-03-01", True, True),
        ("2023-02-28", "2024-02-28", True, False),
        ("2023-02-28", "2024-02-29", True, True),
    ],
)
@pytest.mark.parametrize("counting", ["anniversary", "civil_code"])
def test_a_full_year_on_the_day_tested(
    start: str,
    tested: str,
    anniversary: bool,  # noqa: FBT001
    civil_code: bool,  # noqa: FBT001
    counting: str,
) -> None:
    expected = {"anniversary": anniversary, "civil_code": civil_code}[counting]
    on = {"seasoning": "listed", "years": 1, "tested_on": ["applied"], "counting": counting}
    assert is_met(on, f"listed {start}", f"applied {tested}") is expected
    held = {"seasoning": "listed", "months": 12, "counting": counting}
    assert is_met(held, f"listed {start}", on=date.fromisoformat(tested)) is expected


def test_the_day_tested_is_that_of_the_first_kind_that_happened() -> None:
    condition = {"seasoning": "listed", "months": 6, "tested_on": ["applied", "accepted"]}
    long_enough = "accepted 2024-12-01"
    assert is_met(condition, LISTED, long_enough)
    assert not is_met(condition, LISTED, long_enough, "applied 2024-08-31")
    assert is_met(condition, LISTED, long_enough, "applied 2024-09-01")
    assert not is_met(condition, LISTED, "accepted 2024-08-31", long_enough)
    assert not is_met(condition, LISTED)
    assert not is_met(condition, long_enough)
    assert not is_met(condition, "listed 2024-12-02", long_enough)


def test_a_tested_period_runs_from_the_first_start_since_the_last_break() -> None:
    condition = {
        "seasoning": "listed", "months": 6, "tested_on": ["applied"], "restarted_by": "delisted"
    }  # fmt: skip
    assert is_met(condition, LISTED, "listed 2024-10-01", "applied 2024-10-01")
    broken = (LISTED, "delisted 2024-04-01", "applied 2024-10-01")
    assert not is_met(condition, *broken)
    assert is_met(condition, *broken, "listed 2024-04-01")
    assert not is_met(condition, *broken, "listed 2024-04-02")
    assert not is_met(condition, LISTED, "applied 2024-10-01", "delisted 2024-10-01")
    assert is_met(condition, LISTED, "applied 2024-10-01", "delisted 2024-10-02")


def test_a_held_period_is_not_broken_before_it_is_full() -> None:
    condition = {"seasoning": "listed", "months": 6, "restarted_by": "delisted"}
    assert is_met(condition, LISTED, "delisted 2024-09-02")
    assert not is_met(condition, LISTED, "delisted 2024-09-01")
    assert is_met(condition, LISTED, "delisted 2024-03-01")
    assert is_met(condition, LISTED, "delisted 2024-05-01", "listed 2024-06-01")
    assert not is_met(condition, LISTED, "delisted 2024-05-01", "listed 2025-07-01")
    assert not is_met(condition, LISTED, on=date(2024, 8, 31))
    civil = condition | {"counting": "civil_code"}
    assert not is_met(civil, LISTED, "delisted 2024-09-02")
    assert is_met(civil, LISTED, "delisted 2024-09-03")


def test_seasoning_asks_only_what_matters() -> None:
    condition = {"seasoning": "listed", "years": 1, "tested_on": ["applied"]}
    assert not is_met(condition, silence={"applied": "unknown"})
    assert not is_met(condition, silence={"listed": "unknown"})
    with pytest.raises(Open, match="applied"):
        is_met(condition, LISTED, silence={"applied": "unknown"})
    held = {"seasoning": "listed", "years": 1, "restarted_by": "delisted"}
    assert not is_met(held, "listed 2025-06-01", silence={"delisted": "unknown"})
    with pytest.raises(Open, match="delisted"):
        is_met(held, LISTED, silence={"delisted": "unknown"})


TOGETHER = (
    ("all_of", ("yes", "no"), False),
    ("all_of", ("yes", "unknown"), None),
    ("all_of", ("no", "unknown"), False),
    ("all_of", ("yes", "yes"), True),
    ("any_of", ("yes", "no"), True),
    ("any_of", ("yes", "unknown"), True),
    ("any_of", ("no", "unknown"), None),
    ("any_of", ("no", "no"), False),
)


def test_conditions_together() -> None:
    """None stands for unknown; the order does not matter."""
    parts = {name: {"flag": name} for name in ("yes", "no", "unknown")}
    for together, names, truth in TOGETHER:
        for order in (list(names), list(reversed(names))):
            condition = {together: order}
            assert truth_of(condition, parts) is truth, condition
            opposite = None if truth is None else not truth
            assert truth_of({"not_met": "inner"}, parts | {"inner": condition}) is opposite


def truth_of(condition: dict[str, Any], others: dict[str, Any]) -> bool | None:
    try:
        return is_met(condition, conditions=others, flags={"yes": True, "no": False})
    except Open:
        return None


def test_the_needs_of_the_policy_are_needs_of_every_award() -> None:
    rules = policy(award("x"), award("y", needs=["b"]), needs=["a"])
    rules["conditions"] = {"a": {"flag": "a"}, "b": {"flag": "b"}}
    flags = {"a": True, "b": False}
    assert column(read(rules, case(LISTED, flags=flags), AS_OF), "is_due") == {
        "x": True,
        "y": False,
    }
    flags = {"a": False, "b": True}
    assert not any(column(read(rules, case(LISTED, flags=flags), AS_OF), "is_due").values())


def test_corresponding_days() -> None:
    assert corresponding_day(date(1999, 12, 31), 0, 2) == date(2000, 2, 29)
    assert corresponding_day(date(2100, 1, 31), 0, 1) == date(2100, 2, 28)
    assert corresponding_day(date(2024, 2, 29), 0, 12) == date(2025, 2, 28)
    assert corresponding_day(date(2024, 10, 31), 0, 13) == date(2025, 11, 30)
    assert corresponding_day(date(2024, 12, 15), 0, 0) == date(2024, 12, 15)
    lengths = [corresponding_day(date(2022, 12, 31), 0, months).day for months in range(1, 13)]
    assert lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


# ---- constructs ---------------------------------------------------------------------------------


def test_fixed_sums() -> None:
    assert nominal({"fixed": "1234.56"}) == Fraction("1234.56")
    per = {"fixed": "1000", "per": "met"}
    met = ("met 2023-02-01", "met 2024-02-01", "met 2024-03-01", "met 2022-02-01")
    assert nominal(per, *met) == 3000
    assert nominal(per | {"cap": "2500"}, *met) == 2500
    assert nominal(per) == 0
    assert nominal({"fixed": "10", "cap": "10"}) == 10
    assert nominal({"fixed": "10", "cap": "9.99"}) == Fraction("9.99")


def test_fixed_sums_for_every_so_much() -> None:
    every = {"fixed": "7", "per": "f", "every": "1000000"}
    assert nominal(every, figures={"f": "2999999.99"}) == 14
    assert nominal(every, figures={"f": "3000000"}) == 21
    assert nominal(every | {"cap": "20"}, figures={"f": "3000000"}) == 20
    assert nominal(every | {"every": None}, figures={"f": "2.9"}) == 14
    assert nominal(every | {"every": "0.07"}, figures={"f": "0.21"}) == 21
    assert nominal(every, figures={"f": "-1"}) == 0
    raised = ("raised 2024-01-01 600000", "raised 2024-02-01 500000")
    assert nominal(every | {"per": "raised"}, *raised) == 7


def test_rates() -> None:
    assert nominal({"rate": "2%", "of": "f"}, figures={"f": "1234.56"}) == Fraction("24.69")
    assert nominal({"rate": "5‰", "of": "f"}, figures={"f": "1000000"}) == 5000
    capped = {"rate": "2%", "of": "f", "cap": "100", "floor": "10"}
    for figure, gives in (("0", 10), ("500", 10), ("501", "10.02"), ("5000", 100), ("9000", 100)):
        assert nominal(capped, figures={"f": figure}) == Fraction(gives)
    assert nominal(capped | {"floor": "100"}, figures={"f": "1"}) == 100
    assert nominal(capped | {"floor": "100.01"}, figures={"f": "1"}) == 100


def test_bases() -> None:
    figures = {"f": "1000", "g": "300", "h": "50"}
    base = {"rate": "100%", "of": "f"}
    assert nominal(base | {"minus": ["g", "h"]}, figures=figures) == 650
    assert nominal(base | {"above": "400"}, figures=figures) == 600
    assert nominal(base | {"above": {"rate": "105%", "of": "g"}}, figures=figures) == 685
    assert nominal(base | {"minus": ["h"], "above": "400"}, figures=figures) == 550
    assert nominal({"rate": "100%", "of": "h", "minus": ["g"]}, figures=figures) == 0
    assert nominal(base | {"minus": ["n"]}, figures=figures | {"n": "-50"}) == 1000
    floor = {"rate": "100%", "of": "h", "above": "300", "floor": "1"}
    assert nominal(floor, figures=figures) == 1
    assert nominal(
        base | {"minus": ["raised"]}, "raised 2024-01-01 1.5", figures=figures
    ) == Fraction("998.5")
    with pytest.raises(Open, match="figure i"):
        nominal(base | {"minus": ["i"]}, figures=figures)


RAISED = (
    "raised 2023-12-31 300",
    "raised 2024-01-01 400",
    "raised 2024-12-31 500",
    "raised 2025-01-01 2000",
    "raised 2022-12-31 9999",
)


@pytest.mark.parametrize(
    ("scope", "cap", "floor", "gives"),
    [
        ("enterprise", "100", None, 100),  # 10% of 3200, capped
        ("year", "100", None, 30 + 90 + 100),
        ("event", "100", None, 30 + 40 + 50 + 100),
        ("year", "100", "50", 50 + 90 + 100),
        ("event", "100", "50", 50 + 50 + 50 + 100),
        ("event", None, None, 320),
    ],
)
def test_caps_for_each_year_or_event(
    scope: str, cap: str | None, floor: str | None, gives: int
) -> None:
    amount = {"rate": "10%", "of": "raised", "cap": cap, "cap_per": scope, "floor": floor}
    assert nominal(amount, *RAISED) == gives


def test_what_is_above_something_in_each_year_or_event() -> None:
    """Above 350: of the years 300, 900, 2000 it leaves 0, 550, 1650; of 400 and 500, 50 and 150."""
    amount = {"rate": "10%", "of": "raised", "cap": "100", "above": "350"}
    assert nominal(amount, *RAISED) == 100
    assert nominal(amount | {"cap_per": "year"}, *RAISED) == 55 + 100
    assert nominal(amount | {"cap_per": "event"}, *RAISED) == 5 + 15 + 100
    floor = amount | {"cap_per": "event", "floor": "7"}
    assert nominal(floor, *RAISED) == 7 + 7 + 15 + 100


def test_a_floor_where_nothing_happened() -> None:
    """A year or an event that there is not has no floor; an enterprise has."""
    amount = {"rate": "10%", "of": "raised", "floor": "5"}
    assert nominal(amount | {"cap_per": "year"}) == 0
    assert nominal(amount | {"cap_per": "event"}) == 0
    assert nominal(amount | {"cap_per": "enterprise"}) == 5


BANDS = {
    "of": "f",
    "bands": [
        {"at_least": "10", "below": "20", "fixed": "1"},
        {"at_least": "20", "at_most": "30", "fixed": "2"},
        {"over": "30", "rate": "10%", "cap": "4"},
    ],
}


@pytest.mark.parametrize(
    ("figure", "gives"),
    [
        ("9.99", "0"),
        ("10", "1"),
        ("19.99", "1"),
        ("20", "2"),
        ("30", "2"),
        ("30.1", "3.01"),
        ("40", "4"),
        ("41", "4"),
    ],
)
def test_bands(figure: str, gives: str) -> None:
    assert nominal(BANDS, figures={"f": figure}) == Fraction(gives)


def test_bands_of_a_base_with_something_taken_off() -> None:
    assert nominal(BANDS | {"above": "5"}, figures={"f": "25"}) == 2
    assert nominal(BANDS | {"minus": ["g"]}, figures={"f": "25", "g": "5.01"}) == 1


def test_bands_for_each_year_or_event() -> None:
    """The years have 300, 900 and 2000; the events 300, 400, 500 and 2000."""
    bands = [
        {"at_least": "300", "below": "500", "fixed": "1"},
        {"at_least": "500", "at_most": "1999", "fixed": "20"},
        {"over": "1999", "rate": "10%", "cap": "150"},
    ]
    amount = {"of": "raised", "bands": bands}
    assert nominal(amount, *RAISED) == 150
    assert nominal(amount | {"applied_per": "enterprise"}, *RAISED) == 150
    assert nominal(amount | {"applied_per": "year"}, *RAISED) == 1 + 20 + 150
    assert nominal(amount | {"applied_per": "event"}, *RAISED) == 1 + 1 + 20 + 150
    assert nominal(amount | {"applied_per": "event"}) == 0
    above = amount | {"applied_per": "event", "above": "100"}
    assert nominal(above, *RAISED) == 0 + 1 + 1 + 20
    assert nominal(above | {"applied_per": "year"}, *RAISED) == 0 + 20 + 20


def test_the_cap_of_a_sum_of_bands() -> None:
    """A year at 18 and one outside all bands do not become 20; 18 and a fixed 1 do."""
    bands = [{"at_most": "10", "fixed": "1"}, {"at_least": "100", "rate": "10%", "cap": "18"}]
    amount = {"of": "raised", "bands": bands, "applied_per": "year"}
    up = ("10", "half_up")
    assert nominal(amount, "raised 2023-05-01 900", "raised 2024-05-01 50", rounding=up) == 10
    assert nominal(amount, "raised 2023-05-01 900", "raised 2024-05-01 5", rounding=up) == 20


def test_overlapping_bands() -> None:
    agree = [{"at_most": "5", "fixed": "1"}, {"at_least": "5", "fixed": "1"}]
    assert nominal({"of": "f", "bands": agree}, figures={"f": "5"}) == 1
    differ = [{"at_most": "5", "fixed": "1"}, {"at_least": "5", "fixed": "2"}]
    assert nominal({"of": "f", "bands": differ}, figures={"f": "4"}) == 1
    with pytest.raises(Open, match="several bands"):
        nominal({"of": "f", "bands": differ}, figures={"f": "5"})


def test_what_the_source_does_not_give() -> None:
    bands = [{"at_most": "5", "unknown": {"zh": "?", "en": "?"}}, {"over": "5", "fixed": "1"}]
    assert nominal({"of": "f", "bands": bands}, figures={"f": "6"}) == 1
    with pytest.raises(Open, match="band"):
        nominal({"of": "f", "bands": bands}, figures={"f": "5"})
    with pytest.raises(Open, match="does not give"):
        nominal({"unknown": {"zh": "?", "en": "?"}})


def test_dated_amounts() -> None:
    dated = {
        "dated": [
            {"since": "2023-06-01", "amount": {"fixed": "100"}, "repealed": False},
            {"since": "2024-01-01", "amount": {"rate": "10%", "of": "f"}},
            {"since": "2025-01-01", "amount": None, "repealed": True},
        ]
    }
    rules = policy(award(amount=dated))
    expected = {
        "2023-05-31": 0,
        "2023-06-01": 100,
        "2023-12-31": 100,
        "2024-01-01": 7,
        "2024-12-31": 7,
        "2025-01-01": 0,
    }
    for day, gives in expected.items():
        facts = case(f"listed {day}", figures={"f": "70"})
        found = read(rules, facts, AS_OF).awards["x"]
        assert found.is_due
        assert found.nominal == gives
    several = case("listed 2022-12-31", "listed 2025-06-01", "listed 2023-07-01")
    assert read(rules, several, AS_OF).awards["x"].nominal == 100


# ---- what an amount adds ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "share", "share_of_threshold", "nothing"),
    [
        ("0", "0", "0", "0"),
        ("0.35", "35", "50", "0"),
        ("0.6999", "69.99", "99.99", "0"),  # 99.985714… is rounded to the fen
        ("0.7", "100", "100", "100"),
        ("1", "100", "100", "100"),
        ("2", "100", "100", "100"),
        ("-1", "0", "0", "0"),
    ],
)
def test_scaled(figure: str, share: str, share_of_threshold: str, nothing: str) -> None:
    for short, gives in (
        ("share", share),
        ("share_of_threshold", share_of_threshold),
        ("nothing", nothing),
    ):
        scaled = {"by": "f", "full_at": "70%", "short": short}
        found = nominal({"fixed": "100", "scaled": scaled}, figures={"f": figure})
        assert found == Fraction(gives), short


def test_scaled_by_a_part_of_a_whole() -> None:
    scaled = {"by": "raised", "of": "f", "full_at": "100%", "short": "share"}
    amount = {"fixed": "100", "scaled": scaled}
    third = ("raised 2024-01-01 1",)
    assert nominal(amount, *third, figures={"f": "3"}) == Fraction("33.33")
    assert nominal(amount, *third, figures={"f": "0.5"}) == 100
    assert nominal(amount, *third, figures={"f": "0"}) == 0


def test_a_share_that_does_not_end_is_exact_until_it_is_rounded() -> None:
    """100 x 1/3 x 300% is 100, and 7 x 2/7 is 2, whatever the mode."""
    times = [{"factor": "300%", "when": "yes"}]
    scaled = {"by": "g", "of": "f", "full_at": "100%", "short": "share"}
    facts: dict[str, Any] = {"flags": {"yes": True}, "conditions": {"yes": {"flag": "yes"}}}
    for mode in ("up", "down", "half_up", "half_even"):
        tripled = {"fixed": "100", "scaled": scaled, "times": times}
        figures = {"g": "1", "f": "3"}
        assert nominal(tripled, figures=figures, rounding=("0.01", mode), **facts) == 100
        alone = {"fixed": "7", "scaled": scaled}
        assert nominal(alone, figures={"g": "2", "f": "7"}, rounding=("1", mode)) == 2


def test_times() -> None:
    conditions = {name: {"flag": name} for name in ("a", "b")}
    amount = {
        "fixed": "100",
        "times": [{"factor": "120%", "when": "a"}, {"factor": "50%", "when": "b"}],
    }
    for a, b, gives in (
        (True, True, 60),
        (True, False, 120),
        (False, True, 50),
        (False, False, 100),
    ):
        flags = {"a": a, "b": b}
        assert nominal(amount, conditions=conditions, flags=flags) == gives
    with pytest.raises(Open, match="flag b"):
        nominal(amount, conditions=conditions, flags={"a": True})
    assert nominal(amount | {"fixed": "0"}, conditions=conditions) == 0


@pytest.mark.parametrize(
    ("sum_", "half_up", "half_even", "down", "up"),
    [
        ("10", 10, 10, 10, 10),
        ("14.99", 10, 10, 10, 20),
        ("15", 20, 20, 10, 20),
        ("25", 30, 20, 20, 30),
        ("25.01", 30, 30, 20, 30),
        ("0.01", 0, 0, 0, 10),
    ],
)
def test_rounding(sum_: str, half_up: int, half_even: int, down: int, up: int) -> None:
    modes = {"half_up": half_up, "half_even": half_even, "down": down, "up": up}
    for mode, gives in modes.items():
        assert nominal({"fixed": sum_}, rounding=("10", mode)) == gives


def test_rounding_stays_within_the_cap() -> None:
    capped = {"rate": "10%", "of": "f", "cap": "18"}
    assert nominal(capped, figures={"f": "999"}, rounding=("10", "half_up")) == 10
    assert nominal(capped, figures={"f": "170"}, rounding=("10", "half_up")) == 10
    assert nominal(capped, figures={"f": "140"}, rounding=("10", "half_up")) == 10
    assert nominal(capped, figures={"f": "40"}, rounding=("10", "up")) == 10
    assert nominal(capped | {"cap": "20"}, figures={"f": "170"}, rounding=("10", "up")) == 20
    assert nominal(capped | {"cap": "8"}, figures={"f": "99"}, rounding=("10", "up")) == 0
    per = {"fixed": "9", "per": "f", "cap": "18"}
    assert nominal(per, figures={"f": "2"}, rounding=("10", "up")) == 10
    bands = {"of": "f", "bands": [{"at_least": "0", "rate": "10%", "cap": "18"}]}
    assert nominal(bands, figures={"f": "999"}, rounding=("10", "up")) == 10


def test_the_cap_is_scaled_and_multiplied_as_the_amount() -> None:
    """18 x 150% is 27, which rounds up to 30; the cap is then 27 as well, so 20."""
    amount: dict[str, Any] = {
        "rate": "10%",
        "of": "f",
        "cap": "18",
        "times": [{"factor": "150%", "when": "yes"}],
    }
    facts: dict[str, Any] = {"conditions": {"yes": {"flag": "yes"}}, "flags": {"yes": True}}
    assert nominal(amount, figures={"f": "999"}, rounding=("10", "up"), **facts) == 20
    scaled = {"by": "g", "full_at": "100%", "short": "share"}  # 18 x 50% is 9; 10 goes beyond it
    amount = {"rate": "10%", "of": "f", "cap": "18", "scaled": scaled}
    assert nominal(amount, figures={"f": "999", "g": "0.5"}, rounding=("10", "up")) == 0


def test_the_cap_of_a_sum_of_years_or_events() -> None:
    """Two years at 18 are 36, which does not become 40; 17 + 13 are 30, within 36."""
    amount = {"rate": "10%", "of": "raised", "cap": "18", "cap_per": "year"}
    full = ("raised 2023-05-01 900", "raised 2024-05-01 900")
    assert nominal(amount, *full, rounding=("10", "half_up")) == 30
    less = ("raised 2023-05-01 170", "raised 2024-05-01 110")
    assert nominal(amount, *less, rounding=("10", "half_up")) == 30
    assert nominal(amount | {"cap_per": "event"}, *full, rounding=("10", "half_up")) == 30


def test_less_and_topup() -> None:
    """What was given for the first is 100; 250 less that; a level of 400 less both."""
    rules = policy(
        award("first"),
        award("second", {"fixed": "250", "less": ["first"]}),
        award("third", {"topup": "400", "less": ["first", "second"]}),
        award("fourth", {"topup": "90", "less": ["first"]}),
    )
    found = read(rules, case(LISTED), AS_OF)
    assert column(found, "nominal") == {"first": 100, "second": 150, "third": 150, "fourth": 0}
    paid = case(LISTED, payments=("first 2024-04-01 130", "second 2024-04-01 10"))
    found = read(rules, paid, AS_OF)
    assert column(found, "nominal") == {"first": 100, "second": 120, "third": 150, "fourth": 0}
    assert column(found, "overpaid") == {"first": 30, "second": 0, "third": 0, "fourth": 0}


def test_less_what_is_granted_no_more() -> None:
    """The first is not due, but 130 were paid for it; a common cap leaves 60 of the second."""
    rules = policy(
        award("first", earned_by="filed"),
        award("second", group="g"),
        award("third", {"topup": "400", "less": ["first", "second"]}),
        groups={"g": {"cap": "60"}},
    )
    paid = case(LISTED, payments=("first 2024-04-01 130",))
    assert read(rules, paid, AS_OF).awards["third"].nominal == 400 - 130 - 60


def test_less_a_replaced_award() -> None:
    rules = policy(
        award("first"),
        award("second", {"topup": "400", "less": ["first"]}),
        award("third", {"fixed": "30"}, replaces=["first"]),
    )
    assert read(rules, case(LISTED), AS_OF).awards["second"].nominal == 400
    paid = case(LISTED, payments=("first 2024-04-01 50",))
    found = read(rules, paid, AS_OF)
    assert found.awards["second"].nominal == 350
    assert column(found, "counted") == {"first": 0, "second": 0, "third": 50}
    assert column(found, "overpaid") == {"first": 0, "second": 0, "third": 20}


def test_what_rests_on_itself_has_no_answer() -> None:
    """The second is less the first, which is given only if it is better than the second."""
    rules = policy(
        award("first"),
        award("second", {"fixed": "150", "less": ["first"]}),
        best_of={"b": {"awards": ["first", "second"]}},
    )
    with pytest.raises(Open, match="rests on itself"):
        read(rules, case(LISTED), AS_OF)


def test_ceilings() -> None:
    ceiling = {"rate": "10%", "of": "f", "upto": True}
    figures = {"f": "1000"}
    assert nominal(ceiling, figures=figures, approved={"x": "80.01"}) == Fraction("80.01")
    assert nominal(ceiling, figures=figures, approved={"x": "100.01"}) == 100
    with pytest.raises(Open, match="approved"):
        nominal(ceiling, figures=figures)
    assert nominal(ceiling, figures={"f": "0"}) == 0
    rules = policy(award("first"), award("x", {"topup": "100", "less": ["first"], "upto": True}))
    assert read(rules, case(LISTED), AS_OF).awards["x"].nominal == 0


def test_the_order_of_what_an_amount_adds() -> None:
    """1000 x 33% = 330; x 150% = 495; to tens 500; less 140 = 360; at most the 355.5 approved."""
    rules = policy(
        award("first", {"fixed": "140"}),
        award(
            "x",
            {
                "fixed": "1000",
                "scaled": {"by": "f", "full_at": "70%", "short": "share"},
                "times": [{"factor": "150%", "when": "yes"}],
                "less": ["first"],
                "upto": True,
            },
        ),
        conditions={"yes": {"flag": "yes"}},
        rounding={"unit": "10", "mode": "half_up"},
    )
    facts = case(LISTED, figures={"f": "0.33"}, flags={"yes": True}, approved={"x": "355.5"})
    assert read(rules, facts, AS_OF).awards["x"].nominal == Fraction("355.5")
    facts["approved"] = {"x": "360.01"}
    assert read(rules, facts, AS_OF).awards["x"].nominal == 360


# ---- alternatives -------------------------------------------------------------------------------


def test_replacing_with_set_off() -> None:
    rules = policy(award("old"), award("new", {"fixed": "70"}, earned_by="filed", replaces=["old"]))
    facts = case(LISTED, payments=("old 2024-04-01 30", "new 2024-04-01 5"))
    found = read(rules, facts, AS_OF)
    assert column(found, "payable") == {"old": 70, "new": 0}
    assert column(found, "overpaid") == {"old": 0, "new": 5}
    facts["events"] += events("filed 2024-05-01")
    found = read(rules, facts, AS_OF)
    assert column(found, "nominal") == {"old": 100, "new": 70}
    assert column(found, "granted") == {"old": 0, "new": 70}
    assert column(found, "paid") == {"old": 30, "new": 5}
    assert column(found, "counted") == {"old": 0, "new": 35}
    assert column(found, "payable") == {"old": 0, "new": 35}
    assert column(found, "overpaid") == {"old": 0, "new": 0}
    facts["payments"][0]["amount"] = "90"
    assert column(read(rules, facts, AS_OF), "overpaid") == {"old": 0, "new": 25}


def test_replacing_by_an_award_of_nothing() -> None:
    rules = policy(award("old"), award("new", {"rate": "1%", "of": "raised"}, replaces=["old"]))
    found = read(rules, case(LISTED, payments=("old 2024-04-01 30",)), AS_OF)
    assert column(found, "granted") == {"old": 0, "new": 0}
    assert column(found, "overpaid") == {"old": 0, "new": 30}


def test_an_award_that_is_replaced_by_several_or_replaced_in_turn() -> None:
    rules = policy(award("a"), award("b", replaces=["a"]), award("c", replaces=["a"]))
    facts = case(LISTED, payments=("a 2024-04-01 30",))
    assert column(read(rules, facts, AS_OF), "payable") == {"a": 0, "b": 70, "c": 100}
    rules = policy(award("a"), award("b", replaces=["a"]), award("c", replaces=["b"]))
    found = read(rules, facts, AS_OF)
    assert column(found, "granted") == {"a": 0, "b": 0, "c": 100}
    assert column(found, "payable") == {"a": 0, "b": 0, "c": 70}


def test_awards_that_replace_each_other() -> None:
    rules = policy(award("a", replaces=["b"]), award("b", replaces=["a"]))
    assert column(read(rules, case(LISTED), AS_OF), "granted") == {"a": 0, "b": 0}
    with pytest.raises(Open, match="circle"):
        read(rules, case(LISTED, payments=("a 2024-04-01 30",)), AS_OF)


def test_the_best_of_several() -> None:
    rules = policy(
        award("a"),
        award("b", {"fixed": "300"}, earned_by="filed"),
        award("c", {"fixed": "300"}, earned_by="met"),
        best_of={"one": {"awards": ["c", "a", "b"]}},
    )
    payments = ("a 2024-04-01 40", "b 2024-04-01 5")
    found = read(rules, case(LISTED, payments=payments), AS_OF)
    assert column(found, "granted") == {"a": 100, "b": 0, "c": 0}
    assert column(found, "payable") == {"a": 55, "b": 0, "c": 0}
    assert column(found, "overpaid") == {"a": 0, "b": 0, "c": 0}
    found = read(rules, case(LISTED, "filed 2024-01-01", payments=payments), AS_OF)
    assert column(found, "payable") == {"a": 0, "b": 255, "c": 0}
    found = read(rules, case(LISTED, "filed 2024-01-01", "met 2024-01-01"), AS_OF)
    assert column(found, "granted") == {"a": 0, "b": 0, "c": 300}
    found = read(rules, case(payments=payments), AS_OF)
    assert column(found, "granted") == {"a": 0, "b": 0, "c": 0}
    assert column(found, "counted") == {"a": 0, "b": 0, "c": 45}
    assert column(found, "overpaid") == {"a": 0, "b": 0, "c": 45}


def test_replacing_comes_before_the_best() -> None:
    """The highest is replaced, so the next one is the best."""
    rules = policy(
        award("a", {"fixed": "300"}),
        award("b"),
        award("c", {"fixed": "10"}, replaces=["a"]),
        best_of={"one": {"awards": ["a", "b"]}},
    )
    found = read(rules, case(LISTED, payments=("a 2024-04-01 7",)), AS_OF)
    assert column(found, "granted") == {"a": 0, "b": 100, "c": 10}
    assert column(found, "counted") == {"a": 0, "b": 0, "c": 7}


def test_one_choice_after_the_other() -> None:
    """The second is better than the first, the third than the second: only the third is left."""
    rules = policy(
        award("a", {"fixed": "1"}),
        award("b", {"fixed": "2"}),
        award("c", {"fixed": "3"}),
        best_of={"one": {"awards": ["a", "b"]}, "two": {"awards": ["b", "c"]}},
    )
    found = read(rules, case(LISTED, payments=("a 2024-04-01 1",)), AS_OF)
    assert column(found, "granted") == {"a": 0, "b": 0, "c": 3}
    assert column(found, "payable") == {"a": 0, "b": 0, "c": 2}


def test_what_is_paid_counts_for_the_first_where_all_are_nothing() -> None:
    """It counts for the first that is not replaced, and is overpaid there."""
    facts = case(LISTED, payments=("b 2024-04-01 7",))
    choice = {"one": {"awards": ["a", "b"]}}
    standing = policy(award("a", earned_by="filed"), award("b", earned_by="filed"), best_of=choice)
    assert column(read(standing, facts, AS_OF), "overpaid") == {"a": 7, "b": 0}
    replaced = policy(
        award("a"),
        award("b", earned_by="filed"),
        award("c", replaces=["a"]),
        best_of=choice,
    )
    assert column(read(replaced, facts, AS_OF), "overpaid") == {"a": 0, "b": 7, "c": 0}


# ---- common caps and instalments ----------------------------------------------------------------


def test_a_common_cap_is_filled_in_the_order_of_the_policy() -> None:
    rules = policy(
        award("a", group="g"),
        award("b", earned_by="filed", group="g"),
        award("c"),
        award("d", group="g"),
        award("e", group="g"),
        groups={"g": {"cap": "150", "cap_when": []}},
    )
    found = read(rules, case(LISTED), AS_OF)
    assert column(found, "granted") == {"a": 100, "b": 0, "c": 100, "d": 100, "e": 100}
    assert column(found, "entitled") == {"a": 100, "b": 0, "c": 100, "d": 50, "e": 0}
    assert found.totals["entitled"] == 250


def test_conditional_caps() -> None:
    when = [{"when": "p", "cap": "10"}, {"when": "q", "cap": "20"}]
    conditions = {"p": {"flag": "p"}, "q": {"flag": "q"}}
    groups = {"g": {"cap": "30", "cap_when": when}}
    rules = policy(award(group="g"), groups=groups, conditions=conditions)
    for flags, cap in (
        ({"p": True}, 10),
        ({"p": True, "q": True}, 10),
        ({"p": False, "q": True}, 20),
        ({"p": False, "q": False}, 30),
    ):
        assert read(rules, case(LISTED, flags=flags), AS_OF).awards["x"].entitled == cap
    with pytest.raises(Open, match="flag p"):
        read(rules, case(LISTED, flags={"q": True}), AS_OF)
    assert read(rules, case(), AS_OF).awards["x"].entitled == 0


def in_parts(amount: str, *shares: str, unit: str = "0.01", **more: Any) -> list[Fraction]:
    """The parts, each due a year after the one before."""
    parts = [{"share": share, "years": years} for years, share in enumerate(shares)]
    rules = policy(
        award(amount={"fixed": amount}, paid_in="i"),
        rounding={"unit": unit, "mode": "half_up"},
        instalments={"i": {"parts": parts}},
        **more,
    )
    days = [date(2024 + years, 3, 1) for years in range(len(shares))]
    sums = [read(rules, case(LISTED), day).awards["x"].due for day in days]
    return [later - earlier for earlier, later in zip([Fraction(0), *sums], sums, strict=False)]


def test_instalments_by_the_largest_remainder() -> None:
    assert in_parts("100", "50%", "30%", "20%") == [50, 30, 20]
    third = ("33.3%", "33.3%", "33.4%")
    assert in_parts("100", *third, unit="1") == [33, 33, 34]
    assert in_parts("2", *third, unit="1") == [1, 0, 1]  # .666, .666, .668
    assert in_parts("1", "25%", "25%", "25%", "25%", unit="1") == [1, 0, 0, 0]
    assert in_parts("0.05", "50%", "50%") == [Fraction("0.03"), Fraction("0.02")]
    assert in_parts("3", "0%", "50%", "50%", unit="1") == [0, 2, 1]


def test_what_is_below_a_unit_goes_to_the_first_part() -> None:
    """A common cap of 10.90 in whole yuan: 10 are split by 4.5 and 5.5, the earlier part first."""
    capped = policy(
        award(amount={"fixed": "20"}, paid_in="i", group="g"),
        rounding={"unit": "1", "mode": "half_up"},
        instalments={"i": {"parts": [{"share": "45%"}, {"share": "55%", "years": 1}]}},
        groups={"g": {"cap": "10.9"}},
    )
    assert read(capped, case(LISTED), date(2024, 3, 1)).awards["x"].due == Fraction("5.9")
    assert read(capped, case(LISTED), date(2025, 3, 1)).awards["x"].due == Fraction("10.9")


def test_when_a_part_is_due() -> None:
    parts = [
        {"share": "40%", "months": 6},
        {"share": "35%", "event": "met", "years": 0, "months": 1},
        {"share": "25%", "event": "moved"},
    ]
    rules = policy(award(paid_in="i"), instalments={"i": {"parts": parts}})
    facts = case("listed 2024-08-31", "listed 2022-01-01", "met 2024-09-30", "met 2025-06-01")
    for day, amount in (
        ("2024-09-30", 0),
        ("2024-10-29", 0),
        ("2024-10-30", 35),
        ("2025-02-27", 35),
        ("2025-02-28", 75),
        ("2025-06-01", 75),
        ("2025-12-31", 75),
    ):
        found = read(rules, facts, date.fromisoformat(day)).awards["x"]
        assert [found.entitled, found.due] == [100, amount], day
    facts["events"] += events("moved 2025-12-31")
    assert read(rules, facts, AS_OF).awards["x"].due == 100


def test_the_event_of_a_part_of_nothing_does_not_matter() -> None:
    parts = [{"share": "100%"}, {"share": "0%", "event": "met"}]
    rules = policy(
        award(paid_in="i"), instalments={"i": {"parts": parts}}, silence={"met": "unknown"}
    )
    assert read(rules, case(LISTED), AS_OF).awards["x"].due == 100
    parts[0]["share"], parts[1]["share"] = "50%", "50%"
    assert read(rules, case(), AS_OF).awards["x"].due == 0
    with pytest.raises(Open, match="met"):
        read(rules, case(LISTED), AS_OF)


# ---- payments -----------------------------------------------------------------------------------


def test_payments_are_taken_off_what_is_due() -> None:
    rules = policy(
        award(paid_in="i"),
        instalments={"i": {"parts": [{"share": "50%"}, {"share": "50%", "event": "met"}]}},
    )
    for amount, payable, overpaid in (("20", 30, 0), ("50", 0, 0), ("60", 0, 0), ("101", 0, 1)):
        found = read(rules, case(LISTED, payments=(f"x 2024-04-01 {amount}",)), AS_OF).awards["x"]
        assert [found.payable, found.overpaid] == [payable, overpaid]


def test_which_payments_count() -> None:
    rules = policy(award(), based_on={"base": {}}, counts_payments_under=["other"])
    facts = case(LISTED)
    facts["payments"] = [
        {"award": "x", "on": "2024-04-01", "amount": "1", "policy": None},
        {"award": "x", "on": "2024-04-01", "amount": "2", "policy": "p"},
        {"award": "x", "on": "2024-04-01", "amount": "4", "policy": "base"},
        {"award": "x", "on": "2024-04-01", "amount": "8", "policy": "other"},
        {"award": "x", "on": "2024-04-01", "amount": "16", "policy": "a third"},
    ]
    assert read(rules, facts, AS_OF).awards["x"].paid == 15


def test_the_room_that_payments_leave() -> None:
    """The cap is 250: all three are entitled, to 100, 100 and 50; 180 were paid for the first."""
    rules = policy(
        award("a", group="g"),
        award("b", group="g"),
        award("c", group="g"),
        groups={"g": {"cap": "250"}},
    )
    found = read(rules, case(LISTED, payments=("a 2024-04-01 180",)), AS_OF)
    assert column(found, "entitled") == {"a": 100, "b": 100, "c": 50}
    assert column(found, "payable") == {"a": 0, "b": 70, "c": 0}
    assert column(found, "overpaid") == {"a": 80, "b": 0, "c": 0}
    found = read(rules, case(LISTED, payments=("a 2024-04-01 300",)), AS_OF)
    assert column(found, "payable") == {"a": 0, "b": 0, "c": 0}
    found = read(rules, case(LISTED, payments=("c 2024-04-01 20",)), AS_OF)
    assert column(found, "payable") == {"a": 100, "b": 100, "c": 30}


# ---- notices, repayment, sharing ----------------------------------------------------------------


def test_notices() -> None:
    notices = [
        {"since": "2024-06-01", "awards": ["a"], "effect": "withhold"},
        {"since": "2024-01-01", "awards": ["b"], "effect": "review"},
    ]
    rules = policy(award("a"), award("b"), notices=notices)
    found = read(rules, case(LISTED), date(2024, 5, 31))
    assert column(found, "payable") == {"a": 100, "b": 100}
    found = read(rules, case(LISTED, payments=("a 2024-04-01 30",)), date(2024, 6, 1))
    assert column(found, "payable") == {"a": 0, "b": 100}
    assert column(found, "withheld") == {"a": 70, "b": 0}
    assert [found.totals["payable"], found.totals["withheld"]] == [100, 70]


def test_what_is_withheld_still_takes_room() -> None:
    rules = policy(
        award("a", group="g"),
        award("b", group="g"),
        groups={"g": {"cap": "200"}},
        notices=[{"since": "2024-06-01", "awards": ["a"], "effect": "withhold"}],
    )
    found = read(rules, case(LISTED, payments=("b 2024-04-01 30",)), AS_OF)
    assert column(found, "withheld") == {"a": 100, "b": 0}
    assert column(found, "payable") == {"a": 0, "b": 70}


def exposed(repayment: dict[str, Any], *lines: str, on: date = AS_OF) -> Fraction:
    rules = policy(
        award("a"),
        award("b", earned_by="filed"),
        repayments={"r": {"event": "moved", "awards": ["a", "b"]} | repayment},
    )
    payments = ("a 2024-04-01 30", "b 2024-04-01 70.01")
    found = read(rules, case(*lines, payments=payments), on)
    assert found.totals["payable"] == found.totals["due"] - min(Fraction(30), found.totals["due"])
    return found.exposures["r"]


def test_repayments() -> None:
    time = {"years": 1, "months": 1, "share": "50%"}
    assert exposed(time, LISTED) == 0
    assert exposed(time, LISTED, "moved 2025-04-01") == 15
    assert exposed(time, LISTED, "moved 2025-04-02") == 0
    assert exposed(time, LISTED, "moved 2024-03-01") == 15
    assert exposed(time, LISTED, "moved 2024-02-29") == 0
    assert exposed(time, LISTED, "moved 2024-02-29", "moved 2025-01-01") == 15
    assert exposed(time, LISTED, "moved 2025-04-01", on=date(2025, 3, 31)) == 0
    assert exposed({}, LISTED, "moved 2025-12-31") == 30
    assert exposed(time, "moved 2025-04-01") == 0
    assert exposed(time, "listed 2022-12-31", "moved 2024-01-31") == 15
    assert exposed(time, "listed 2022-12-31", "moved 2024-02-01") == 0


def test_repayments_that_run_from_another_event() -> None:
    after = {"years": 1, "after": "met", "share": None}
    assert exposed(after, LISTED, "met 2024-12-31", "moved 2025-12-31") == Fraction("100.01")
    assert exposed(after, LISTED, "met 2024-12-30", "moved 2025-12-31") == 0
    assert exposed(after, LISTED, "moved 2025-12-31") == 0
    twice = ("met 2024-01-01", "met 2025-01-01")
    assert exposed(after, LISTED, *twice, "moved 2023-12-31") == 0
    assert exposed(after, LISTED, *twice, "moved 2025-01-01") == Fraction("100.01")
    assert exposed(after, LISTED, *twice, "moved 2024-12-31") == Fraction("100.01")
    assert exposed(after, LISTED, *twice, "moved 2025-01-02") == 0
    assert exposed(after | {"share": "33.3%"}, LISTED, "met 2025-01-01", "moved 2025-01-01") == (
        Fraction("33.30333")
    )


def test_undertakings() -> None:
    """Of what is not paid yet, all or nothing; of what was paid, a share."""
    base = {"awards": ["a"], "before_payment": "not_payable", "years": 1}
    forms: list[tuple[dict[str, Any], str, int, int]] = [
        ({"broken_by": ["moved"]}, "moved 2025-03-01", 0, 30),
        ({"broken_by": ["met", "moved"]}, "moved 2025-03-02", 70, 0),
        ({"broken_by": ["moved"], "before_payment": "reported"}, "moved 2025-03-01", 70, 30),
        ({"broken_by": ["moved"], "runs_from": "year"}, "moved 2024-12-31", 0, 30),
        ({"broken_by": ["moved"], "runs_from": "year"}, "moved 2025-01-01", 70, 0),
        ({"broken_by": ["moved"], "runs_from": "next_year"}, "moved 2025-12-31", 0, 30),
        ({"broken_by": ["moved"], "runs_from": "payment"}, "moved 2025-04-02", 0, 0),
        ({"broken_by": ["moved"], "runs_from": "payment"}, "moved 2025-04-01", 0, 30),
        ({"kept_by": "met"}, "met 2025-03-01", 70, 0),
        ({"kept_by": "met"}, "met 2025-03-02", 0, 30),
        ({"kept_by": "met", "runs_from": "payment"}, "met 2025-04-02", 70, 30),
    ]
    for form, happened, payable, exposure in forms:
        rules = policy(award("a"), undertakings={"u": base | form})
        found = read(rules, case(LISTED, happened, payments=("a 2024-04-01 30",)), AS_OF)
        assert found.totals["payable"] == payable, form
        assert found.exposures["u"] == exposure, form


def test_sharing() -> None:
    parts = [{"level": "city", "share": "50%"}, {"level": "county", "share": "50%"}]
    rules = policy(
        award(amount={"fixed": "0.11"}, borne_by="s"),
        shares={"s": {"parts": parts}},
        notices=[{"since": "2025-01-01", "awards": ["x"], "effect": "withhold"}],
    )
    found = read(rules, case(LISTED), date(2024, 12, 31)).awards["x"]
    assert dict(found.borne) == {"city": Fraction("0.06"), "county": Fraction("0.05")}
    found = read(rules, case(LISTED, payments=("x 2024-05-01 0.04",)), date(2024, 12, 31)).awards[
        "x"
    ]
    assert dict(found.borne) == {"city": Fraction("0.04"), "county": Fraction("0.03")}
    found = read(rules, case(LISTED), AS_OF).awards["x"]
    assert dict(found.borne) == {"city": 0, "county": 0}


# ---- policies and cases as the library writes them ----------------------------------------------


def test_a_policy_and_a_case_as_the_library_writes_them() -> None:
    """Rate 5‰ of 3,000,000 is 15,000, capped at 10,000; x 120%; half of it due on the day."""
    named = {"zh": "一", "en": "one"}
    document = {
        "id": "p",
        "document": {"title": named, "issuer": named},
        "in_force": {"first": "2023-01-01", "assumed": named},
        "rounding": {"assumed": named},
        "clauses": {"c": {"item": named, "text": named}},
        "events": {"raised": {"zh": "融资", "en": "raised", "amount": True, "repeats": True}},
        "figures": {"local": {"zh": "本地", "en": "local", "unit": "percent"}},
        "conditions": {"local": {"figure": "local", "at_least": "70%", "clause": "c"}},
        "instalments": {
            "i": {"parts": [{"share": "50%"}, {"share": "50%", "years": 1}], "clause": "c"}
        },
        "awards": [
            {
                "id": "x",
                "title": named,
                "earned_by": "raised",
                "clause": "c",
                "paid_in": "i",
                "amount": {
                    "rate": "5‰",
                    "of": "raised",
                    "cap": "1万元",
                    "times": [{"factor": "120%", "when": "local"}],
                    "clause": "c",
                },
            }
        ],
    }
    facts = {
        "enterprise": {"name": "示例企业"},
        "events": [{"kind": "raised", "on": "2024-02-29", "amount": "300万元"}],
        "figures": {"local": "70%"},
        "payments": [{"award": "x", "on": "2024-03-01", "amount": "0.5"}],
    }
    rules = Policy.model_validate(document).model_dump(mode="json")
    stated = Case.model_validate(facts).model_dump(mode="json")
    found = read(rules, stated, date(2025, 2, 27)).awards["x"]
    assert found.nominal == 12_000
    assert [found.due, found.payable] == [6_000, Fraction("5999.5")]
    assert read(rules, stated, date(2025, 2, 28)).awards["x"].due == 12_000


def test_it_agrees_with_the_second_reading_of_the_shipped_document() -> None:
    """To the fen, wherever the plain reading has an answer."""
    dice = random.Random(20230707)
    rules = load_policy("zhanjiang-bse-2023-illustrative").model_dump(mode="json")
    decided = 0
    for _ in range(2_000):
        document, on = life(dice), some_day(dice)
        try:
            found = read(rules, document, on)
        except Open:
            continue
        try:
            expected = second_reading(document, on, ILLUSTRATIVE)
        except ValueError:  # several days of application; the second reading takes one only
            continue
        decided += 1
        for name, line in expected.lines.items():
            mine = found.awards[name]
            if mine.nominal is not None:
                assert line.nominal == exactly(mine.nominal)
            for what in ("entitled", "payable", "overpaid"):
                assert getattr(line, what) == exactly(getattr(mine, what)), (name, document, on)
        assert expected.payable == exactly(found.totals["payable"])
    assert decided > 800


def exactly(yuan: Fraction) -> tuple[int, int]:
    """The pair of the second reading: a whole number of fen, at least and at most."""
    fen = yuan * 100
    assert fen.denominator == 1
    return fen.numerator, fen.numerator
