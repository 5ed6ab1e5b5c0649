"""A document's content, checked, with what follows from it: the policy that everything asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import model_validator

from listing_rewards.errors import InvalidPolicy, UnknownName, fault
from listing_rewards.policy.budgets import with_budgets
from listing_rewards.policy.claims import read_besides
from listing_rewards.policy.consistency import faults_within
from listing_rewards.policy.content import Content
from listing_rewards.policy.fact_kinds import EventKind
from listing_rewards.policy.grants import Award, Notice
from listing_rewards.policy.memo import Memo
from listing_rewards.policy.recurring import with_every_year
from listing_rewards.policy.relations import Relations
from listing_rewards.policy.source import Bilingual, Ground, Text
from listing_rewards.strict import FrozenDict
from listing_rewards.words import in_both


class Policy(Content):
    """One document's grants, as data, in force from a day to a day. 政策文件.

    Read one with `load_policy`. Everything an answer rests on is in it, so that an answer can be
    checked with it alone.
    """

    @model_validator(mode="before")
    @classmethod
    def _written_out(cls, document: Any) -> Any:
        if not isinstance(document, dict):
            return document
        return with_budgets(with_every_year(document))

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if faults := faults_within(self):
            raise InvalidPolicy(*faults)
        self.__dict__["events"] = self._with_silence()
        return self

    def _with_silence(self) -> FrozenDict[str, EventKind]:
        """The events, each with how silence about it reads, where the document leaves that out."""
        read = read_besides(self)

        def said(name: str, kind: EventKind) -> EventKind:
            if "silence" in kind.model_fields_set or name not in read:
                return kind
            return kind.model_copy(update={"silence": "unknown_if_needed"})

        return FrozenDict({name: said(name, kind) for name, kind in self.events.items()})

    def event_label(self, kind: str) -> Bilingual:
        """What an event is called; of events that earn an award together, as one."""
        several = self.relations.together.get(kind)
        if several is None:
            return self.events[kind]
        labels = [self.events[name] for name in several.names]
        way = "all" if several.all_needed else "any"
        en, zh = in_both("values.event_joint", way)
        names = (en.join(each.en for each in labels), zh.join(each.zh for each in labels))
        en, zh = in_both("values.events_as_one", way, names=names)
        return Text(en=en, zh=zh)

    def counts(self, paid_under: str | None) -> bool:
        """Whether a payment made under this policy id, or under none, counts here."""
        return (
            paid_under in {None, self.id}
            or paid_under in self.based_on
            or paid_under in self.counts_payments_under
        )

    def award(self, award_id: str) -> Award:
        """The award of this id; `UnknownName`, a `KeyError`, if there is none."""
        try:
            return self.relations.awards[award_id]
        except KeyError:
            known = self.relations.awards
            raise UnknownName(fault("no_such_award", award_id, accepted=known)) from None

    def notice(self, notice_id: str) -> Notice:
        """The notice of this id; `UnknownName`, a `KeyError`, if there is none."""
        for notice in self.notices:
            if notice.id == notice_id:
                return notice
        known = [notice.id for notice in self.notices]
        raise UnknownName(fault("no_such_notice", notice_id, accepted=known))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; what follows from the parts is computed anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("grounds", "assumptions", "relations", "memo"):
            copy.__dict__.pop(name, None)
        return copy

    @cached_property
    def relations(self) -> Relations:
        """What of the policy hangs on what."""
        return Relations(self)

    @cached_property
    def memo(self) -> Memo:
        """What was computed from the policy alone, so that it is computed once."""
        return Memo()

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


def known_policy(given: object) -> Policy:
    """The policy that was given.

    Raises:
        InvalidPolicy: it is none; an id or a path is read with `load_policy`.
    """
    if not isinstance(given, Policy):
        raise InvalidPolicy(fault("not_a_policy", given))
    return given
