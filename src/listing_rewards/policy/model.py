"""A policy as data: declared facts, awards, amounts, conditions, groups, notices.

The constructs are a closed set. Each is one model whose first field names it: an amount is
``{ fixed = … }``, ``{ rate = …, of = … }`` or ``{ unknown = … }``; a condition is
``{ seasoning = … }`` or ``{ flag = … }``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import Fault, InvalidPolicy, ListingRewardsError, fault
from listing_rewards.money import FEN, RoundingMode, Yuan
from listing_rewards.periods import Day
from listing_rewards.policy.amounts import Amount, RateAmount
from listing_rewards.policy.conditions import Condition, FlagCondition
from listing_rewards.policy.declared import EventKind, FigureKind, FlagKind
from listing_rewards.policy.source import Clause, Document, Ground, Sourced, Text, Validity
from listing_rewards.strict import Strict


class Group(Sourced):
    """Awards under a common cap. 合并封顶."""

    title: Text
    cap: Yuan


class Award(Strict):
    """One reward the policy grants. 奖励项目."""

    id: Name
    title: Text
    earned_by: Name
    """The event that earns it, on a day within the policy's days."""
    needs: tuple[Name, ...] = ()
    """The conditions, by name, that must all be met as well."""
    amount: Amount
    group: Name | None = None
    """The group whose cap it shares."""
    clause: Name
    """The clause that grants it."""

    def references(self) -> Iterator[tuple[str, str, str]]:
        """The names used here, as (key, table it must be declared in, name)."""
        yield "clause", "clauses", self.clause
        yield "earned_by", "events", self.earned_by
        yield from (("needs", "conditions", name) for name in self.needs)
        if self.group:
            yield "group", "groups", self.group
        if isinstance(self.amount, RateAmount):
            yield "amount.of", "events", self.amount.of


def _more_than_nothing(unit: Decimal) -> Decimal:
    if not unit:
        raise InvalidPolicy(fault("no_unit", unit))
    return unit


class Rounding(Sourced):
    """How an amount is rounded, once per award. 取整."""

    unit: Annotated[Yuan, AfterValidator(_more_than_nothing)] = FEN
    """The smallest amount that is paid, in yuan."""
    mode: RoundingMode = "half_up"


class Notice(Strict):
    """A law that bears on awards from a day on; shown, never changing an amount. 合规提示."""

    id: Name
    law: Text
    """The law and its article."""
    since: Day
    """The day from which it is in force."""
    awards: tuple[Name, ...]
    effect: Literal["review"] = "review"
    """What is asked for: a review by the responsible office before paying."""
    text: Text
    """What the law says, as far as it was read."""
    advice: Text | None = None
    """What to do about it, in our words, and what of the law was not read."""
    url: Name | None = None


class Policy(Strict):
    """One document's grants, as data, in force from a day to a day. 政策文件.

    Read one with `load_policy`. Everything an answer rests on is in it, so that an answer can be
    checked with it alone.
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    id: Name
    document: Document
    based_on: Mapping[str, Document] = Field(default_factory=dict)
    """The documents it extends, by policy id."""
    in_force: Validity
    """The days on which an event must fall to earn anything, both ends included."""
    rounding: Rounding
    clauses: Mapping[str, Clause] = Field(default_factory=dict)
    events: Mapping[str, EventKind] = Field(default_factory=dict)
    figures: Mapping[str, FigureKind] = Field(default_factory=dict)
    flags: Mapping[str, FlagKind] = Field(default_factory=dict)
    conditions: Mapping[str, Condition] = Field(default_factory=dict)
    groups: Mapping[str, Group] = Field(default_factory=dict)
    awards: tuple[Award, ...]
    """In the order in which they fill a common cap."""
    notices: tuple[Notice, ...] = ()
    counts_payments_under: tuple[Name, ...] = ()
    """Other policies whose payments of the same awards count as paid; those of the documents it
    extends always do."""

    @model_validator(mode="after")
    def _refers_to_what_is_declared(self) -> Self:
        faults = [*self._undeclared(), *self._duplicate_ids(), *self._duplicate_labels()]
        faults = faults or [*self._unusable()]
        if faults:
            raise InvalidPolicy(*faults)
        return self

    def counts(self, paid_under: str | None) -> bool:
        """Whether a payment made under this policy id, or under none, counts here."""
        return (
            paid_under in {None, self.id}
            or paid_under in self.based_on
            or paid_under in self.counts_payments_under
        )

    def award(self, award_id: str) -> Award:
        """The award of this id; `KeyError` if there is none."""
        for award in self.awards:
            if award.id == award_id:
                return award
        raise KeyError(award_id)

    def notice(self, notice_id: str) -> Notice:
        """The notice of this id; `KeyError` if there is none."""
        for notice in self.notices:
            if notice.id == notice_id:
                return notice
        raise KeyError(notice_id)

    def title_of(self, policy_id: str) -> Text:
        """The title of this policy's document, or of one it extends."""
        other = self.based_on.get(policy_id)
        return other.title if other else self.document.title

    def sourced(self) -> Iterator[tuple[str, Sourced]]:
        """Every part with numbers in it, with its path."""
        yield "in_force", self.in_force
        yield "rounding", self.rounding
        yield from ((f"conditions.{name}", each) for name, each in self.conditions.items())
        yield from ((f"groups.{name}", each) for name, each in self.groups.items())
        yield from ((f"awards.{award.id}.amount", award.amount) for award in self.awards)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; what is worked out from the parts is worked out anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("grounds", "assumptions"):
            copy.__dict__.pop(name, None)
        return copy

    @cached_property
    def grounds(self) -> Mapping[str, Ground]:
        """What each part of the policy rests on, by its path."""
        granting = {f"awards.{each.id}": Ground(clause=each.clause) for each in self.awards}
        presumed = {f"flags.{name}": Ground(assumed=f"flags.{name}") for name in self.flags}
        parts = {
            path: Ground(clause=part.clause) if part.clause else Ground(assumed=path)
            for path, part in self.sourced()
        }
        return granting | presumed | parts

    @cached_property
    def assumptions(self) -> Mapping[str, Text]:
        """Why each assumed part of the policy is assumed, by its path."""
        presumed = {f"flags.{name}": each.presumed for name, each in self.flags.items()}
        parts = {path: part.assumed for path, part in self.sourced()}
        return {path: why for path, why in (presumed | parts).items() if why is not None}

    def _references(self) -> Iterator[tuple[str, str, str]]:
        """Every name used, as (path, table it must be declared in, name)."""
        for path, part in self.sourced():
            if part.clause:
                yield f"{path}.clause", "clauses", part.clause
        for kind, event in self.events.items():
            yield from ((f"events.{kind}.after", "events", before) for before in event.after)
            if event.ended_by:
                yield f"events.{kind}.ended_by", "events", event.ended_by
        for name, condition in self.conditions.items():
            for key, table, used in condition.references():
                yield f"conditions.{name}.{key}", table, used
        for award in self.awards:
            for key, table, used in award.references():
                yield f"awards.{award.id}.{key}", table, used
        for notice in self.notices:
            yield from ((f"notices.{notice.id}.awards", "awards", name) for name in notice.awards)

    def _undeclared(self) -> Iterator[Fault]:
        tables: dict[str, tuple[str, ...]] = {
            "clauses": tuple(self.clauses),
            "events": tuple(self.events),
            "flags": tuple(self.flags),
            "conditions": tuple(self.conditions),
            "groups": tuple(self.groups),
            "awards": tuple(award.id for award in self.awards),
        }
        for path, table, name in self._references():
            if name not in tables[table]:
                yield fault("undeclared", name, path=path, accepted=tables[table], table=table)

    def _unusable(self) -> Iterator[Fault]:
        """A share of an event without amounts, and a condition on a fact that no rule may read."""
        for award in self.awards:
            amount = award.amount
            if isinstance(amount, RateAmount) and not self.events[amount.of].amount:
                yield fault("no_amounts", amount.of, path=f"awards.{award.id}.amount.of")
        for name, condition in self.conditions.items():
            if isinstance(condition, FlagCondition) and self.flags[condition.flag].record_only:
                yield fault("only_recorded", condition.flag, path=f"conditions.{name}.flag")

    def _duplicate_labels(self) -> Iterator[Fault]:
        """Two facts, or two awards, that a header or a cell could not tell apart."""
        facts = [*self.events.items(), *self.figures.items(), *self.flags.items()]
        labels = [(name, label.zh, label.en) for name, label in facts]
        titles = [(award.id, award.title.zh, award.title.en) for award in self.awards]
        for named in (labels, titles):
            owners: dict[str, str] = {}
            for name, *texts in named:
                for text in dict.fromkeys(texts):
                    owner = owners.setdefault(text, name)
                    if owner != name:
                        yield fault("duplicate_label", text, one=owner, other=name)

    def _duplicate_ids(self) -> Iterator[Fault]:
        for table, ids in (
            ("awards", [award.id for award in self.awards]),
            ("notices", [notice.id for notice in self.notices]),
        ):
            for each in dict.fromkeys(ids):
                if ids.count(each) > 1:
                    yield fault("duplicate_id", each, path=table)
