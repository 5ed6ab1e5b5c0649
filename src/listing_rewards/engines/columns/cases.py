"""Cases as rows of a frame, and a row of a frame as a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import polars as pl

from listing_rewards.case import Case, known_cases
from listing_rewards.engines.columns.layout import OWN, columns_for, names_of, without_meaning
from listing_rewards.engines.columns.reading import BLANKS, NUMBER, TEXT_PLACES, YES_NO, finer_than
from listing_rewards.errors import Fault, InvalidCase, ListingRewardsError, fault
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.values.day import read_day
from listing_rewards.values.money import read_figure, read_yuan

YUAN = pl.Decimal(38, 2)
_EVENTS = pl.List(pl.Struct({"on": pl.Date, "amount": YUAN}))
_PAYMENTS = pl.List(
    pl.Struct({"award": pl.String, "on": pl.Date, "amount": YUAN, "policy": pl.String})
)
_MOST_PLACES = 38 - 15
_WITHOUT_COLUMN = {
    "unknown_event", "unknown_figure", "unknown_flag", "unknown_attribute", "nothing_to_approve",
    "too_many_decimals",
}  # fmt: skip


def frame_of(cases: Sequence[Case], policy: Policy) -> pl.DataFrame:
    """Cases as a frame that `assess_frame` takes, one row a case, in their order.

    An event that may happen more than once is a list; every other one has a column for its day
    and, where it carries one, for its amount.

    Raises:
        InvalidCase: a case states what the policy does not declare, so that no column is for it,
            or a figure with more than 23 decimals; or what is given is no cases.
        InvalidPolicy: it is no policy.

    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.engines.columns import frame_of
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "bse_listed", "on": "2024-05-06"}],
    ... })
    >>> frame_of([case], load_policy("zhanjiang-bse-2023")).select("name", "bse_listed").rows()
    [('示例甲公司', datetime.date(2024, 5, 6))]
    """
    cases, policy = [*known_cases(cases)], known_policy(policy)
    faults = [
        each.within(f"[{i}]")
        for i, case in enumerate(cases)
        for each in (*faults_against(case, policy), *_too_fine(case))
        if each.code in _WITHOUT_COLUMN and not each.path.startswith("absent")
    ]
    if faults:
        raise InvalidCase(*faults)
    return pl.DataFrame(list(_columns(cases, policy)))


def case_of(row: Mapping[str, Any], policy: Policy, *, keep: str | Iterable[str] = ()) -> Case:
    """A row of a frame as a case, so that `assess` explains it.

    Args:
        row: the values of a row by column, as from ``frame.row(0, named=True)``.
        policy: its facts and awards name the columns.
        keep: a further column, or several, which are left out.

    Raises:
        InvalidCase: it is no row, a column has no meaning under the policy, or what the row states
            is not a case, such as an amount with three decimals.
        InvalidPolicy: it is no policy.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.engines.columns import case_of
    >>> row = {"name": "示例甲公司", "neeq_listed": None}
    >>> case_of(row, load_policy("zhanjiang-bse-2023")).events
    ()
    """
    policy = known_policy(policy)
    if not isinstance(row, Mapping):
        raise InvalidCase(fault("not_an_object", row))
    stated = {name: value for name, each in row.items() if (value := _stated(each)) is not None}
    faults = [
        *without_meaning(row, policy, names_of(keep)),
        *_halves(stated, policy),
        *_only_a_case_takes(stated, policy),
    ]
    try:
        case = Case.model_validate(_document(stated, policy))
    except InvalidCase as error:
        raise InvalidCase(*faults, *error.faults) from None
    if faults:
        raise InvalidCase(*faults)
    return case


def _stated(value: Any) -> Any:
    """A value of a row; a text without blanks at its ends, None where nothing is left."""
    return value.strip(BLANKS) or None if isinstance(value, str) else value


def _yes_no(value: Any) -> Any:
    return YES_NO.get(value, value) if isinstance(value, str) else value


def _document(stated: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    """The case that a row states, as a document."""

    def named(names: Any) -> dict[str, Any]:
        return {name: stated[name] for name in names if name in stated}

    approved = named(f"approved_{award.id}" for award in policy.awards)
    applied = named(f"applied_{award.id}" for award in policy.awards)
    flags = named(policy.flags).items()
    return {
        "enterprise": named(OWN),
        "events": list(_events(stated, policy)),
        "figures": named(policy.figures),
        "flags": {name: _yes_no(each) for name, each in flags},
        "attributes": named(policy.attributes),
        "approved": {name.removeprefix("approved_"): each for name, each in approved.items()},
        "applied": {name.removeprefix("applied_"): each for name, each in applied.items()},
        "payments": list(_payments(stated, policy)),
        "absent": stated.get("absent", []),
    }


def _halves(stated: Mapping[str, Any], policy: Policy) -> Iterator[Fault]:
    """Amounts without the day they belong to, and payments without their amount."""
    awards = [award.id for award in policy.awards]
    days = {f"{kind}_amount": kind for kind, event in policy.events.items() if event.amount}
    days |= {f"paid_{award}": f"paid_{award}_on" for award in awards}
    for amount, day in days.items():
        if amount in stated and day not in stated:
            column = f"'{day}'", f"“{day}”"
            yield fault("day_missing_for_amount", stated[amount], path=amount, column=column)
            yield from _faults_of(read_yuan, stated[amount], amount)
    for award in awards:
        amount, day = f"paid_{award}", f"paid_{award}_on"
        if day in stated and amount not in stated:
            yield fault("amount_missing_for_day", stated[day], path=amount)
            yield from _faults_of(read_day, stated[day], day)


def _faults_of(read: Callable[[Any], Any], value: object, path: str) -> Iterator[Fault]:
    """Why a value of a row cannot be read."""
    try:
        read(value)
    except ListingRewardsError as error:
        yield from (each.within(path) for each in error.faults)


def _only_a_case_takes(stated: Mapping[str, Any], policy: Policy) -> Iterator[Fault]:
    """Numbers as text that a case takes and a frame does not, such as those with a unit."""
    for path, value in _numbers(stated, policy):
        if not isinstance(value, str):
            continue
        text, figure = value.strip(BLANKS), path in policy.figures
        code = "not_a_number" if figure else "not_an_amount"
        if re.fullmatch(NUMBER, text):
            if not (figure and re.search(finer_than(TEXT_PLACES), text)):
                continue
            code = "too_many_decimals"
        known = _faults_of(read_figure if figure else read_yuan, text, path)
        if {code, "not_finite"}.isdisjoint(each.code for each in known):
            yield fault(code, value, path=path)


def _numbers(stated: Mapping[str, Any], policy: Policy) -> Iterator[tuple[str, Any]]:
    """Every number of a row, with the column it stands in."""
    for name, wanted in columns_for(policy):
        if wanted.holds in {"number", "event_amount", "paid"} and name in stated:
            yield name, stated[name]
        elif isinstance(stated.get(name), list) and wanted.holds in {"event", "payments"}:
            for i, each in enumerate(stated[name]):
                if isinstance(each, Mapping):
                    yield f"{name}[{i}]", each.get("amount")


def _columns(cases: Sequence[Case], policy: Policy) -> Iterator[pl.Series]:
    for name in OWN:
        yield pl.Series(name, [getattr(case.enterprise, name) for case in cases], pl.String)
    for kind in policy.events:
        yield from _event_columns(kind, cases, policy)
    for name in policy.figures:
        figures = [case.figures.get(name) for case in cases]
        places = max((_places(each) for each in figures if each is not None), default=0)
        yield pl.Series(name, figures, pl.Decimal(38, places))
    for name in policy.flags:
        yield pl.Series(name, [case.flags.get(name) for case in cases], pl.Boolean)
    for name in policy.attributes:
        yield pl.Series(name, [case.attributes.get(name) for case in cases], pl.String)
    for award in policy.awards:
        if award.is_a_ceiling:
            approved = [case.approved.get(award.id) for case in cases]
            yield pl.Series(f"approved_{award.id}", approved, YUAN)
        if award.id in policy.relations.takes_application:
            applied = [case.applied.get(award.id) for case in cases]
            yield pl.Series(f"applied_{award.id}", applied, pl.Date)
    payments = [[each.model_dump(exclude={"evidence"}) for each in case.payments] for case in cases]
    yield pl.Series("payments", payments, _PAYMENTS)
    yield pl.Series("absent", [list(case.absent) for case in cases], pl.List(pl.String))


def _event_columns(kind: str, cases: Sequence[Case], policy: Policy) -> Iterator[pl.Series]:
    declared = policy.events[kind]
    events = [[each for each in case.events if each.kind == kind] for case in cases]
    if declared.repeats or declared.ended_by or any(len(each) > 1 for each in events):
        listed = [[{"on": each.on, "amount": each.amount} for each in row] for row in events]
        yield pl.Series(kind, listed, _EVENTS)
        return
    yield pl.Series(kind, [row[0].on if row else None for row in events], pl.Date)
    if declared.amount:
        yield pl.Series(f"{kind}_amount", [row[0].amount if row else None for row in events], YUAN)


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _too_fine(case: Case) -> Iterator[Fault]:
    for name, figure in case.figures.items():
        if _places(figure) > _MOST_PLACES:
            yield fault("too_many_decimals", figure, path=f"figures.{name}")


def _events(stated: Mapping[str, Any], policy: Policy) -> Iterator[Any]:
    for kind in policy.events:
        value = stated.get(kind)
        if isinstance(value, list):
            for each in value:
                yield {"kind": kind, **each} if isinstance(each, Mapping) else each
        elif value is not None:
            yield {"kind": kind, "on": value, "amount": stated.get(f"{kind}_amount")}


def _payments(stated: Mapping[str, Any], policy: Policy) -> Iterator[dict[str, Any]]:
    for award in policy.awards:
        if (paid := f"paid_{award.id}") in stated and f"{paid}_on" in stated:
            yield {"award": award.id, "on": stated[f"{paid}_on"], "amount": stated[paid]}
    yield from stated.get("payments", [])
