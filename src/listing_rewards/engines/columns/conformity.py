"""What a policy does not know of a row, or what cannot have happened: as `assess` refuses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

import polars as pl

from listing_rewards.engines.columns.entries import Entries, Entry, PaymentEntry
from listing_rewards.engines.columns.faults import RowFaults
from listing_rewards.engines.columns.flags import Flag, every, no, some
from listing_rewards.engines.columns.periods import earliest
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.policy.conformity import misspelt_policy, policies_counted
from listing_rewards.policy.model import Policy


def check_events(
    stated: Mapping[str, list[Entry]],
    policy: Policy,
    entries: Entries,
    faults: RowFaults,
    plan: Plan,
) -> None:
    """Repeated events, an order that cannot be, and events listed as absent and stated."""
    days = {kind: [entry.day for entry in each] for kind, each in stated.items()}
    for kind, event in policy.events.items():
        if not event.repeats and len(days[kind]) > 1:
            if event.ended_by is None:
                pairs = combinations(days[kind], 2)
                both = (one.is_not_null() & other.is_not_null() for one, other in pairs)
                faults.add("event_repeated", some(both))
            else:
                not_ended = some(_not_ended(days[kind], days[event.ended_by], plan))
                faults.add("event_repeated_without_end", not_ended)
    first = {kind: plan.column(earliest(each)) for kind, each in days.items() if each}
    for kind, event in policy.events.items():
        for before in event.after:
            if kind in first and before in first:
                faults.add("impossible_order", first[kind] < first[before])
    for kind in policy.events:
        happened = some(day.is_not_null() for day in days[kind])
        faults.add("absent_but_stated", every([entries.absent(kind), happened]))


def _not_ended(days: Sequence[pl.Expr], ends: Sequence[pl.Expr], plan: Plan) -> Iterator[Flag]:
    """An event after which the same happens again although nothing has ended it."""
    for i, day in enumerate(days):
        following = [
            pl.when(other >= day if j > i else other > day).then(other)
            for j, other in enumerate(days)
            if j != i
        ]
        after = plan.column(earliest(following))
        ended = some(end.is_between(day, after).fill_null(value=False) for end in ends)
        yield every([(after >= day).fill_null(value=False), no(ended)])


def check_payments(payments: Sequence[PaymentEntry], policy: Policy, faults: RowFaults) -> None:
    """Payments for awards that the policy does not know, and payments written twice."""
    awards, known = [award.id for award in policy.awards], policies_counted(policy)
    for each in payments:
        if isinstance(each.award, pl.Expr):
            unknown = (~each.award.is_in(awards)).fill_null(value=False)
            faults.add("unknown_award", every([unknown, counts(each, policy)]))
    for each in payments:
        if each.under is not None:
            misspelt = each.under.map_batches(
                partial(_misspelt, known=known),
                return_dtype=pl.Boolean,
                is_elementwise=True,
            )
            faults.add("unknown_policy_paid", misspelt)
    for one, other in combinations(payments, 2):
        faults.add("duplicate_payment", _the_same(one, other, policy))


def counts(payment: PaymentEntry, policy: Policy) -> Flag:
    """Whether a payment counts under the policy, if there is one."""
    if payment.under is None:
        return True
    ids = list(policies_counted(policy))
    return payment.under.is_null() | payment.under.is_in(ids).fill_null(value=False)


def is_for(payment: PaymentEntry, award: str) -> Flag:
    """Whether a payment is for an award."""
    if isinstance(payment.award, str):
        return payment.award == award
    return (payment.award == award).fill_null(value=False)


def _the_same(one: PaymentEntry, other: PaymentEntry, policy: Policy) -> Flag:
    if isinstance(one.award, str) and isinstance(other.award, str):
        return False
    award = (_literal(one.award) == _literal(other.award)).fill_null(value=False)
    amount = (one.amount.expr() == other.amount.expr()).fill_null(value=False)
    same_day = (one.day == other.day).fill_null(value=False)
    if one.under is None and other.under is None:
        return every([award, same_day, amount])
    unders = [
        pl.lit(policy.id) if each.under is None else each.under.fill_null(policy.id)
        for each in (one, other)
    ]
    return every([award, same_day, amount, unders[0] == unders[1]])


def _literal(award: str | pl.Expr) -> pl.Expr:
    return pl.lit(award) if isinstance(award, str) else award


def _misspelt(ids: pl.Series, known: Sequence[str]) -> pl.Series:
    """For each policy id, whether it is almost one whose payments count; each id is asked once."""
    stated = ids.unique().drop_nulls().to_list()
    misspelt = [each for each in stated if misspelt_policy(each, known)]
    return ids.is_in(misspelt).fill_null(value=False)
