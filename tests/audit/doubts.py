"""Answers in which a fact is missing: each construct in doubt, in each surrounding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from unit.test_constructs import EVENTS, FOUR_YEARS, ask, fixed, policy

from listing_rewards import Assessment, Policy

LISTED = "listed 2023-03-01"
Amount = dict[str, Any]

CAPPED_AND_FIXED = [
    {"below": "100", "fixed": "15"},
    {"at_least": "100", "below": "1000", "rate": "10%", "cap": "25"},
    {"at_least": "2000", "fixed": "62"},
]
CONSTRUCTS: tuple[Amount, ...] = (
    fixed("60", needs=["big"]),
    fixed("60", upto=True),
    fixed("60", scaled={"by": "invested", "of": "whole", "full_at": "70%", "short": "share"}),
    fixed("50", times=[{"factor": "120%", "when": "big"}]),
    fixed("7", per="invested", every="100", cap="60"),
    {"rate": "10%", "of": "invested", "floor": "5", "cap": "64"},
    {"rate": "10%", "of": "invested", "minus": ["whole"], "above": "100"},
    {"rate": "10%", "of": "raised", "cap": "33", "cap_per": "event"},
    {"bands": CAPPED_AND_FIXED, "of": "invested"},
    {"bands": CAPPED_AND_FIXED, "of": "raised", "applied_per": "year"},
    {"unknown": "not seen"},
)
"""What is missing is a flag, an approval, a figure, an amount of an event, or the amount itself."""


def surroundings(amount: Amount) -> Iterator[tuple[Policy, bool]]:
    """Policies around an award, and whether payments matter in them."""
    small = {"needs": ["small"]}
    group = {"g": {"title": "g", "cap": "90", "clause": "c"}}
    when = {"g": group["g"] | {"cap_when": [{"when": "small", "cap": "30"}]}}
    of_g = {"group": "g"}
    first, second = amount | of_g, fixed("70") | of_g
    held = {"id": "n", "law": "l", "since": "2023-01-01", "awards": ["a0"], "text": "t"}
    withheld = {"notices": [held | {"effect": "withhold"}]}
    tens = {"unit": "10", "mode": "half_up", "clause": "c"}
    levels = [{"level": n, "title": n, "share": "50%"} for n in ("city", "county")]
    best = {"best": {"awards": ["a0", "a1"], "clause": "c"}}
    yield policy(amount, rounding=tens), False
    yield policy(amount | {"borne_by": "s"}, shares={"s": {"parts": levels, "clause": "c"}}), False
    yield policy(amount | {"paid_in": "four"}, instalments=FOUR_YEARS), True
    yield policy(first, second, groups=group), True
    yield policy(second, first, groups=group), True
    yield policy(first, second, groups=when), True
    yield policy(first, second, groups=group, **withheld), True
    yield policy(amount, fixed("80", replaces=["a0"], **small)), True
    yield policy(fixed("30") | of_g, first | {"replaces": ["a0"]}, second, groups=group), True
    yield policy(amount, fixed("50", **small), best_of=best), True
    yield policy(amount, {"topup": "100", "less": ["a0"]}), True


def in_doubt(amount: Amount) -> Iterator[Assessment]:
    """A construct in every surrounding, nothing paid and something paid."""
    named = amount.get("of") == "raised"
    events = ["raised 2023-02-01 150", "raised 2023-05-01"] if named else []
    paid = [
        {"award": f"a{n}", "on": "2023-04-01", "amount": amount}
        for n, amount in enumerate(("40", "30"))
    ]
    for rules, matters in surroundings(amount):
        here = [each for each in paid if each["award"] in {award.id for award in rules.awards}]
        for payments in ([], here) if matters else ([],):
            yield ask(rules, LISTED, *events, as_of="2024-06-01", payments=payments)


def doubts() -> Iterator[Assessment]:
    """All of them."""
    for amount in CONSTRUCTS:
        yield from in_doubt(amount)
    yield from _breaks()
    yield from _four_under_a_cap()
    yield from _odd_parts()
    yield from _halves_in_doubt()
    yield from _fixed_or_capped()
    yield from _all_withheld()


def _breaks() -> Iterator[Assessment]:
    """A full year, tested on a day or on the as-of date, of which a break is not known."""
    unknown = {"silence": "unknown_if_needed"}
    events = EVENTS | {"left": {"zh": "离开", "en": "Left"} | unknown}
    for counting in ("anniversary", "civil_code"):
        for tested in ({"tested_on": ["listed"]}, {}):
            year = {
                "seasoning": "applied", "years": 1, "counting": counting, "restarted_by": "left",
                "clause": "c", **tested,
            }  # fmt: skip
            rules = policy(fixed("10", needs=["year"]), events=events, conditions={"year": year})
            for absent in ([], ["left"]):
                for applied in ("2022-02-28", "2022-03-01"):
                    yield ask(
                        rules, LISTED, f"applied {applied}", as_of="2023-03-01", absent=absent
                    )


def _four_under_a_cap() -> Iterator[Assessment]:
    """What is left after awards of which one is in doubt, and after payments that are too much."""
    group = {"g": {"title": "g", "cap": "90", "clause": "c"}}
    amounts = [fixed("60", needs=["big"]), fixed("70"), fixed("10"), fixed("70")]
    rules = policy(*(each | {"group": "g"} for each in amounts), groups=group)
    for paid in ((), ("a2", "55"), ("a0", "60"), ("a3", "40")):
        payments = [{"award": paid[0], "on": "2023-04-01", "amount": paid[1]}] if paid else []
        for flags in ({}, {"big": True}, {"big": False}):
            yield ask(rules, LISTED, flags=flags, payments=payments)


def _odd_parts() -> Iterator[Assessment]:
    """Parts of an amount in doubt that does not divide: paid over years, a part of them due."""
    for amount, unit in (("100.01", "0.01"), ("0.03", "0.01"), ("99.99", "10")):
        rounding = {"unit": unit, "mode": "half_up", "clause": "c"}
        odd = fixed(amount, paid_in="four", needs=["big"])
        rules = policy(odd, instalments=FOUR_YEARS, rounding=rounding)
        for as_of in ("2023-03-01", "2024-06-01", "2025-06-01"):
            yield ask(rules, LISTED, as_of=as_of)
            yield ask(
                rules, LISTED, as_of=as_of,
                payments=[{"award": "a0", "on": "2023-04-01", "amount": "0.02"}],
            )  # fmt: skip


def _halves_in_doubt() -> Iterator[Assessment]:
    """Halves of an amount in doubt that does not divide; of the second it is open whether due."""
    parts = [{"share": "50%"}, {"share": "50%", "event": "applied"}]
    halves = {"two": {"parts": parts, "clause": "c"}}
    events = EVENTS | {"applied": EVENTS["applied"] | {"silence": "unknown"}}
    odd = fixed("100.01", paid_in="two", needs=["big"])
    yield ask(policy(odd, instalments=halves, events=events), LISTED)


def _fixed_or_capped() -> Iterator[Assessment]:
    """A fixed sum in one band and a cap in another, rounded to tens; the base is not known."""
    below, above = {"below": "100"}, {"at_least": "100"}
    share = {"rate": "20%", "cap": "25"}
    tables: list[list[Amount]] = [
        [below | fixed("15"), above | share],
        [below | share, above | fixed("26")],
        [below | share, above | {"rate": "30%", "cap": "34"}],
    ]
    for bands, mode in product(tables, ("half_up", "up", "down")):
        rounding = {"unit": "10", "mode": mode, "clause": "c"}
        yield ask(policy({"bands": bands, "of": "invested"}, rounding=rounding), LISTED)
        events = policy({"bands": bands, "of": "raised"}, rounding=rounding)
        yield ask(events, LISTED, "raised 2023-02-01 90", "raised 2023-05-01")


def _all_withheld() -> Iterator[Assessment]:
    """A notice holds back both of two awards that together exceed a cap, or exclude each other."""
    held = {"id": "n", "law": "l", "since": "2023-01-01", "text": "t", "effect": "withhold"}
    notices = [held | {"awards": ["a0", "a1"]}]
    group = {"g": {"title": "g", "cap": "90", "clause": "c"}}
    of_g = {"group": "g"}
    best = {"best": {"awards": ["a0", "a1"], "clause": "c"}}
    amounts = fixed("60", needs=["big"]), fixed("70")
    capped = policy(*(each | of_g for each in amounts), groups=group, notices=notices)
    for rules in (capped, policy(*amounts, best_of=best, notices=notices)):
        for flags in ({}, {"big": True}, {"big": False}):
            yield ask(rules, LISTED, flags=flags)
