"""The facts of each row as a policy reads them on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import polars as pl

from listing_rewards.engines.columns.arithmetic import EXPRESSIONS, Span
from listing_rewards.engines.columns.comparing import stated_or
from listing_rewards.engines.columns.conformity import check_events, check_payments, counts, is_for
from listing_rewards.engines.columns.entries import NO_DAY, Entries, PaymentEntry
from listing_rewards.engines.columns.faults import RowFaults
from listing_rewards.engines.columns.flags import Truth, as_expr, every
from listing_rewards.engines.columns.happenings import Kind, kinds_of
from listing_rewards.engines.columns.layout import Layout
from listing_rewards.engines.columns.numbers import UNLIMITED, ZERO, Number, added, constant, larger
from listing_rewards.engines.columns.periods import earliest, latest
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.reading import Reader, by_then
from listing_rewards.engines.symbolic.truths import known
from listing_rewards.policy.model import Policy


class Facts:
    """The facts of each row.

    Attributes:
        policy: the policy they are read by.
        as_of: the as-of date.
        plan: where columns are computed.
        kinds: what is known of each kind of event.
        paid: yuan paid for each award, by its id.
        figures: each figure; null where it is not stated.
        approved: the amount approved for each award; null where it is not stated.
        applied: the day by the as-of date on which each award was applied for; null if not stated.
        first_paid, last_paid: the day of the first and the last payment for each award by then.
    """

    def __init__(
        self,
        layout: Layout,
        policy: Policy,
        as_of: date,
        plan: Plan,
        faults: RowFaults,
        repeats: int,
    ) -> None:
        self.policy, self.as_of, self.plan = policy, as_of, plan
        self._layout = layout
        reader = Reader(layout, plan, faults)
        entries = Entries(layout, policy, reader, repeats)
        stated = {kind: entries.events(kind) for kind in policy.events}
        payments = list(entries.payments())
        self.figures = {name: self._figure(name, reader) for name in policy.figures}
        self.approved = {
            award.id: self._number(f"approved_{award.id}", reader, reader.yuan)
            for award in policy.awards
        }
        self._flags = {
            name: reader.yes_no(name) for name in policy.flags if layout.type_of(name) is not None
        }
        self._attributes = {
            name: reader.stated(name)
            for name in policy.attributes
            if layout.type_of(name) is not None
        }
        self._check_attributes(faults)
        check_events(stated, policy, entries, faults, plan)
        check_payments(payments, policy, faults)
        self.paid = {award.id: self._paid(award.id, payments) for award in policy.awards}
        self.applied = {award.id: self._applied(award.id, reader) for award in policy.awards}
        self.first_paid = self._days_paid(payments, earliest)
        self.last_paid = self._days_paid(payments, latest)
        self.kinds: dict[str, Kind] = kinds_of(stated, entries, self.paid, policy, as_of, plan)

    def flag(self, name: str, silent: Truth) -> Truth:
        """A yes/no fact; `silent`, which is the same for every row, where nothing is stated."""
        if name not in self._flags:
            return silent
        filled = (self._flags[name].fill_null(as_expr(end)) for end in silent)
        yes, not_no = map(self.plan.column, filled)
        return known(yes) if silent.settled else Truth(yes, not_no)

    def attribute(self, name: str, one_of: tuple[str, ...]) -> Truth:
        """Whether an attribute is stated as one of some values."""
        if name not in self._attributes:
            return Truth(sure=False, maybe=True)
        meets = self._attributes[name].is_in(list(one_of))
        return Truth(meets.fill_null(value=False), meets.fill_null(value=True))

    def quantity(self, name: str) -> Span:
        """A figure or the amounts of an event, at least 0; anything where it is not stated."""
        if name not in self.figures:
            return self.kinds[name].amount
        figure, limit = self.figures[name], self.policy.figures[name].limit
        unstated = UNLIMITED if limit is None else constant(limit)
        if figure.value is None:
            return Span(ZERO, unstated)
        most = self.plan.number(larger(figure, ZERO))
        least = self.plan.number(stated_or(most, ZERO))
        return Span(least, most if limit is None else self.plan.number(stated_or(most, unstated)))

    def _number(
        self, name: str, reader: Reader, read: Callable[[pl.Expr, pl.DataType], Number]
    ) -> Number:
        kind = self._layout.type_of(name)
        return UNLIMITED if kind is None else read(reader.stated(name), kind)

    def _figure(self, name: str, reader: Reader) -> Number:
        declared = self.policy.figures[name]
        read = self._number(
            name, reader, lambda expr, kind: reader.figure(expr, kind, declared.limit)
        )
        return reader.amount(read) if declared.allotted_from else read

    def _check_attributes(self, faults: RowFaults) -> None:
        for name, stated in self._attributes.items():
            declared = stated.is_in(list(self.policy.attributes[name].values))
            faults.add("unknown_value", (~declared).fill_null(value=False))

    def _applied(self, award: str, reader: Reader) -> pl.Expr:
        column = f"applied_{award}"
        if self._layout.type_of(column) is None:
            return NO_DAY
        return self.plan.column(by_then(reader.day_of(column), self.as_of))

    def _days_paid(
        self, payments: list[PaymentEntry], which: Callable[[Sequence[pl.Expr]], pl.Expr]
    ) -> dict[str, pl.Expr]:
        """One of the days on which each award was paid, where a condition may ask for it."""
        conditions = self.policy.conditions
        if all(map(self.policy.relations.comes_out_alike, conditions)):
            return {}
        awards = self.policy.relations.awards
        return {award: self._day_paid(award, payments, which) for award in awards}

    def _day_paid(
        self,
        award: str,
        payments: list[PaymentEntry],
        which: Callable[[Sequence[pl.Expr]], pl.Expr],
    ) -> pl.Expr:
        days = []
        for each in payments:
            if isinstance(each.award, str) and each.award != award:
                continue
            taken = as_expr(every([is_for(each, award), counts(each, self.policy)]))
            days.append(pl.when(taken).then(by_then(each.day, self.as_of)))
        return self.plan.column(which(days)) if days else NO_DAY

    def _paid(self, award: str, payments: list[PaymentEntry]) -> Number:
        """Yuan paid for an award by the day, under a policy whose payments count."""
        parts = []
        for each in payments:
            by_then = (each.day <= self.as_of).fill_null(value=False)
            taken = every([is_for(each, award), by_then, counts(each, self.policy)])
            parts.append(EXPRESSIONS.stated_where(taken, each.amount))
        return self.plan.number(added(parts))
