"""Cases as rows of a frame, and a row of a frame as a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import polars as pl

from listing_rewards.batch.layout import OWN
from listing_rewards.case import Case
from listing_rewards.errors import Fault, InvalidCase, fault
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy

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
            or a figure with more than 23 decimals.

    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.batch import frame_of
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "bse_listed", "on": "2024-05-06"}],
    ... })
    >>> frame_of([case], load_policy("zhanjiang-bse-2023")).select("name", "bse_listed").rows()
    [('示例甲公司', datetime.date(2024, 5, 6))]
    """
    faults = [
        each.within(f"[{i}]")
        for i, case in enumerate(cases)
        for each in (*faults_against(case, policy), *_too_fine(case))
        if each.code in _WITHOUT_COLUMN and not each.path.startswith("absent")
    ]
    if faults:
        raise InvalidCase(*faults)
    return pl.DataFrame(list(_columns(cases, policy)))


def case_of(row: Mapping[str, Any], policy: Policy) -> Case:
    """A row of a frame as a case, so that `assess` explains it.

    Args:
        row: the values of a row by column, as from ``frame.row(0, named=True)``.
        policy: its facts and awards name the columns; others are left out.

    Raises:
        InvalidCase: what the row states is not a case, such as an amount with three decimals.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.batch import case_of
    >>> row = {"name": "示例甲公司", "neeq_listed": None}
    >>> case_of(row, load_policy("zhanjiang-bse-2023")).events
    ()
    """
    stated = {name: value for name, value in row.items() if value is not None}

    def named(names: Any) -> dict[str, Any]:
        return {name: stated[name] for name in names if name in stated}

    if faults := list(_halves(stated, policy)):
        raise InvalidCase(*faults)
    approved = named(f"approved_{award.id}" for award in policy.awards)
    return Case.model_validate(
        {
            "enterprise": named(OWN),
            "events": list(_events(stated, policy)),
            "figures": named(policy.figures),
            "flags": named(policy.flags),
            "attributes": named(policy.attributes),
            "approved": {name.removeprefix("approved_"): each for name, each in approved.items()},
            "payments": list(_payments(stated, policy)),
            "absent": stated.get("absent", []),
        }
    )


def _halves(stated: Mapping[str, Any], policy: Policy) -> Iterator[Fault]:
    """Amounts without the day they belong to, and payments without their amount."""
    awards = [award.id for award in policy.awards]
    days = {f"{kind}_amount": kind for kind, event in policy.events.items() if event.amount}
    days |= {f"paid_{award}": f"paid_{award}_on" for award in awards}
    for amount, day in days.items():
        if amount in stated and day not in stated:
            yield fault("day_missing_for_amount", stated[amount], path=amount, column=f"'{day}'")
    for award in awards:
        if f"paid_{award}_on" in stated and f"paid_{award}" not in stated:
            day = f"paid_{award}_on"
            yield fault("amount_missing_for_day", stated[day], path=f"paid_{award}")


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
    payments = [[each.model_dump() for each in case.payments] for case in cases]
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


def _events(stated: Mapping[str, Any], policy: Policy) -> Iterator[dict[str, Any]]:
    for kind in policy.events:
        value = stated.get(kind)
        if isinstance(value, list):
            yield from ({"kind": kind} | each for each in value)
        elif value is not None:
            yield {"kind": kind, "on": value, "amount": stated.get(f"{kind}_amount")}


def _payments(stated: Mapping[str, Any], policy: Policy) -> Iterator[dict[str, Any]]:
    for award in policy.awards:
        if (paid := f"paid_{award.id}") in stated:
            yield {"award": award.id, "on": stated[f"{paid}_on"], "amount": stated[paid]}
    yield from stated.get("payments", [])
