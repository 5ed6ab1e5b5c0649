"""A needed fact filled in, in every way that a case or a policy admits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from listing_rewards import Assessment, Policy
from listing_rewards.assessment import Need
from listing_rewards.policy.amounts import (
    BandsAmount,
    FixedAmount,
    Portion,
    TopUpAmount,
    plain_amounts,
)
from listing_rewards.policy.conformity import faults_against
from property.generated_cases import ZERO, new_years, periods, turning_days, turning_numbers
from property.values import AWKWARD_DAYS, EARLIEST, FEN, Question, months_on

LARGEST = Decimal("999999999999999.99")
AMOUNTS = (None, *map(Decimal, ("0.00", "0.25", "70.00", "3000000.00", "9000000.00")), LARGEST)
Plain = dict[str, Any]


def fillings(question: Question, need: Need) -> list[Question]:
    """The question with the needed fact filled in, in many ways that the case admits."""
    ways = {
        "event": _event,
        "event_amount": _event_amount,
        "figure": _figure,
        "flag": _flag,
        "attribute": _attribute,
        "approved": _approved,
        "application": _application,
        "award_amount": _award_amount,
        "award_cap": _award_cap,
        "group_cap": _group_cap,
        "band": _band,
    }[need.kind]
    filled = ways(question, need)
    admitted = [each for each in filled if not faults_against(each.case, each.policy)]
    assert admitted
    return admitted


def _event(question: Question, need: Need) -> Iterator[Question]:
    """It did not happen; or it happened, once or more often where it may, on some day."""
    case = question.case.model_dump()
    known = {*question.case.absent, *(each.kind for each in question.case.events)}
    for kind in (need.name, *need.or_else):
        if kind in known:
            continue
        yield question.stating(absent=[*case["absent"], kind])
        declared = question.policy.events[kind]
        for i, day in enumerate(_days(question)):
            amount = AMOUNTS[i % len(AMOUNTS)] if declared.amount else None
            event = {"kind": kind, "on": day, "amount": amount}
            for times in (1, 3) if declared.repeats else (1,):
                yield question.stating(events=[*case["events"], *[event] * times])


def _days(question: Question) -> list[date]:
    """Days on which the answer could turn."""
    stated = {each.on for each in question.case.events} | {question.as_of}
    near = {day - timedelta(days=n) for day in stated for n in (0, 1, 366, 731)}
    return sorted({max(day, EARLIEST) for day in near} | set(AWKWARD_DAYS))


def turning_amounts(question: Question, name: str) -> set[Decimal]:
    """The amounts of an event or figure on and beside which something turns, to the fen.

    A band from 100 on, of what exceeds another amount of 70, turns at 170, and of 170 that exceeds
    another amount, at 70 of that; a share of 70%, at 100 where the part is 70, and at 70 where the
    whole is 100; and any of them by as much sooner as other amounts of the event come to.
    """
    numbers = turning_numbers(question.policy)
    found = {*numbers.get(name, [])}
    stated = {each.amount for each in question.case.events if each.amount is not None}
    stated |= {*question.case.figures.values()}
    for award in question.policy.awards:
        for amount in plain_amounts(award.amount):
            if isinstance(amount, BandsAmount) and amount.of == name:
                off = {*stated} if amount.minus else set()
                off |= {amount.above} if isinstance(amount.above, Decimal) else set()
                if isinstance(amount.above, Portion):
                    off |= {(each * amount.above.rate).quantize(FEN) for each in stated}
                found |= {number + each for number in found for each in off}
            if isinstance(amount, BandsAmount) and name in amount.minus:
                found |= {each - number for each in stated for number in numbers.get(amount.of, [])}
            share = amount.scaled
            if share and share.of == name and share.full_at:
                found |= {each // (share.full_at * FEN) * FEN for each in stated}
            elif share and share.of and share.by == name:
                found |= {(each * share.full_at).quantize(FEN) for each in stated}
    others = [e.amount for e in question.case.events if e.kind == name and e.amount is not None]
    found |= {number - sum(others, ZERO) for number in found}
    beside = {each + n * FEN for each in found for n in (-1, 0, 1)}
    return {each for each in beside if abs(each) <= LARGEST}


def turning_fen(question: Question, kind: str) -> set[Decimal]:
    """Of these, the amounts that an event may have."""
    return {each for each in turning_amounts(question, kind) if each >= 0 and each % FEN == 0}


def _event_amount(question: Question, need: Need) -> Iterator[Question]:
    events = question.case.model_dump()["events"]
    missing = {"kind": need.name, "on": need.on, "amount": None}
    at = events.index(missing)
    usual = {each for each in AMOUNTS if each is not None}
    for amount in sorted(usual | turning_fen(question, need.name)):
        yield question.stating(
            events=[*events[:at], missing | {"amount": amount}, *events[at + 1 :]]
        )


def _figure(question: Question, need: Need) -> Iterator[Question]:
    """On and beside every number at which something turns; also below 0, but for an amount."""
    kind = question.policy.figures[need.name]
    limit = kind.limit
    beside = turning_amounts(question, need.name)
    for value in sorted({*beside, *map(Decimal, ("-1", "0", "0.5", "1", "5000000")), LARGEST}):
        stated = value if limit is None else min(value, limit)
        if kind.allotted_from and stated < 0:
            continue
        yield question.stating(figures={**question.case.figures, need.name: stated})


def _flag(question: Question, need: Need) -> Iterator[Question]:
    for value in (True, False):
        yield question.stating(flags={**question.case.flags, need.name: value})


def _attribute(question: Question, need: Need) -> Iterator[Question]:
    for value in question.policy.attributes[need.name].values:
        yield question.stating(attributes={**question.case.attributes, need.name: value})


def _approved(question: Question, need: Need) -> Iterator[Question]:
    """Some amounts, and those of awards that are less by what is approved."""
    amounts = {each for each in AMOUNTS if each is not None}
    for each in (each for award in question.policy.awards for each in plain_amounts(award.amount)):
        if need.name in each.less and isinstance(each, FixedAmount):
            amounts.add(each.fixed)
        elif need.name in each.less and isinstance(each, TopUpAmount):
            amounts.add(each.topup)
    for amount in sorted(amounts):
        yield question.stating(approved={**question.case.approved, need.name: amount})


def _application(question: Question, need: Need) -> Iterator[Question]:
    """Applied for on some day by the as-of date."""
    stated = {each.on for each in question.case.events} | {question.as_of}
    spans = [*periods(question.policy), (0, 0)]
    ends = {months_on(day, n) + timedelta(more) for day in stated for n, more in spans}
    turning = {*stated, *ends, *turning_days(question.policy)}
    turning |= new_years(question.policy, stated)
    for day in sorted({day + timedelta(n) for day in turning for n in (-1, 0, 1)}):
        if EARLIEST <= day <= question.as_of:
            yield question.stating(applied={**question.case.applied, need.name: day})


# ---- what the policy does not give -------------------------------------------------------------


def _award_amount(question: Question, need: Need) -> Iterator[Question]:
    """Every amount of the award that the policy does not give is given."""
    for amount in AMOUNTS[1:]:
        yield changed(question, need.name, partial(_known, {"fixed": amount, "unknown": None}))


def _known(given: Plain, plain: Plain) -> Plain:
    if "bands" in plain:
        rows = [row | given if row["unknown"] else row for row in plain["bands"]]
        return plain | {"bands": rows}
    if "unknown" not in plain:
        return plain
    rest = {key: value for key, value in plain.items() if key != "unknown"}
    return rest | {"fixed": given["fixed"]}


def _award_cap(question: Question, need: Need) -> Iterator[Question]:
    """Every cap of the award that the policy does not give is given, none below a floor."""
    for cap in filter(None, AMOUNTS):
        yield changed(question, need.name, partial(_with_cap, cap))
    yield changed(question, need.name, partial(_with_cap, ZERO))


def _group_cap(question: Question, need: Need) -> Iterator[Question]:
    """The common cap that the policy does not give is given."""
    for cap in AMOUNTS[1:]:
        policy = question.policy.model_dump()
        policy["groups"][need.name]["cap"] = cap
        yield question._replace(policy=Policy.model_validate(policy))


def _with_cap(cap: Decimal, plain: Plain) -> Plain:
    if "bands" in plain:
        rows = [row | {"cap": cap} if row["cap"] == "unknown" else row for row in plain["bands"]]
        return plain | {"bands": rows}
    if plain.get("cap") != "unknown":
        return plain
    return plain | {"cap": max(cap, plain.get("floor") or cap)}


def _band(question: Question, need: Need) -> Iterator[Question]:
    """Of the bands that hold a base, the policy keeps one, and each other base still lies in one.

    Where no such policy is left, nothing is filled in.
    """
    answer = question.answer()
    held = [set(step.band) for step in answer.line(need.name).steps if step.band]
    filled = False
    for rows, since in _several(answer, need.name):
        for kept in rows:
            dropped = set(rows) - {kept}
            if all(each - dropped for each in held):
                filled = True
                yield changed(question, need.name, partial(_without, dropped), since)
    if not filled:
        yield question


def _without(dropped: set[int], plain: Plain) -> Plain:
    """A table of bands without some rows."""
    rows = [row for number, row in enumerate(plain["bands"]) if number not in dropped]
    return plain | {"bands": rows}


def _several(answer: Assessment, award: str) -> Iterator[tuple[tuple[int, ...], date | None]]:
    """The rows that hold a known base, and from when the table holds where that is dated."""
    steps = answer.line(award).steps
    since = next((step.on for step in steps if step.op == "dated" and step.of), None)
    for step in steps:
        if step.op == "bands" and len(step.band) > 1 and steps[step.of[0]].result.determined:
            yield step.band, since


def changed(
    question: Question, name: str, change: Callable[[Plain], Plain], since: date | None = None
) -> Question:
    """The same question where the amounts of an award, or that since a day, are others."""
    policy = question.policy.model_dump()
    for award in policy["awards"]:
        if award["id"] == name and "dated" in award["amount"]:
            for value in award["amount"]["dated"]:
                if value["amount"] and since in (None, value["since"]):
                    value["amount"] = change(value["amount"])
        elif award["id"] == name:
            award["amount"] = change(award["amount"])
    return question._replace(policy=Policy.model_validate(policy))
