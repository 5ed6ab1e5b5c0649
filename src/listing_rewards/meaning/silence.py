"""What silence about an event means: it did not happen, or that is unknown (未提及的事项)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from listing_rewards.meaning.register import F
from listing_rewards.policy.claims import Claims
from listing_rewards.policy.model import Policy


class Statements(Protocol[F]):
    """What is stated of events and payments, as plain yes and no.

    Attributes:
        policy: the policy.
        never: a plain no.
    """

    policy: Policy
    never: F

    def stated(self, kind: str, /) -> F:
        """Whether an event of this kind has happened for certain."""

    def known_not(self, kind: str, /) -> F:
        """Whether it is listed as absent, or dated after the as-of date."""

    def is_paid(self, award: str, /) -> F:
        """Whether something was paid for an award."""

    def every(self, holds: Iterable[F], /) -> F:
        """Whether all of them hold."""

    def some(self, holds: Iterable[F], /) -> F:
        """Whether at least one of them holds."""

    def no(self, holds: F, /) -> F:
        """Whether it does not hold."""

    def named_need(self, kind: str, turn: int, needed: F, /) -> F:
        """Whether an event has to be known, as far as one turn finds it, under its name."""


def may_have_happened(m: Statements[F], kind: str, needed: Mapping[str, F]) -> F:
    """Whether an event has happened, or silence about it leaves that open.

    Silence reads as the policy says: it did not happen (未达到); unknown (不明); or unknown as
    soon as a rule has to know the event (需要时不明). One listed as absent has not happened.
    Events that earn an award together: where all, or any of them, may have.
    """
    if several := m.policy.relations.together.get(kind):
        each = [may_have_happened(m, name, needed) for name in several.names]
        return m.every(each) if several.all_needed else m.some(each)
    silence = m.policy.events[kind].silence
    if silence == "did_not_happen":
        return m.stated(kind)
    open_here = [m.no(m.known_not(kind))]
    if silence == "unknown_if_needed":
        open_here.append(needed[kind])
    return m.some([m.stated(kind), m.every(open_here)])


def events_needed(m: Statements[F]) -> dict[str, F]:
    """Whether a rule has to know an event, of those of which silence is unknown only then.

    Asked again as long as an event that is needed may earn an award that needs another one.
    """
    claims, events = Claims(m.policy), m.policy.events
    asked = [kind for kind, event in events.items() if event.silence == "unknown_if_needed"]
    needed = dict.fromkeys(asked, m.never)
    for turn in range(claims.turns if asked else 0):
        found = {kind: m.some(_claims_on(m, kind, claims, needed)) for kind in asked}
        needed = {kind: m.named_need(kind, turn, each) for kind, each in found.items()}
    return needed


def _claims_on(m: Statements[F], kind: str, claims: Claims, needed: Mapping[str, F]) -> Iterator[F]:
    """The awards that may have been earned and whose rules read an event.

    Of events whose day is tested, those after the first stated one are not read. What was paid
    for an award that may have to be repaid claims the events of that undertaking.
    """
    for claim in claims.of(kind):
        unread = [m.no(m.stated(earlier)) for earlier in claim.unless]
        yield m.every([may_have_happened(m, claim.earned_by, needed), *unread])
    yield from map(m.is_paid, claims.repayable(kind))
