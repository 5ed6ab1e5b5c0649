"""Events and awards by the names that people write: the id, or the title in either language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from listing_rewards.errors import Fault, fault
from listing_rewards.money import plain_signs
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual


def event_names(policy: Policy) -> dict[str, str]:
    """The policy's events by id and by both labels."""
    return {
        plain_signs(name): kind
        for kind, event in policy.events.items()
        for name in (kind, event.zh, event.en)
    }


def award_names(policy: Policy) -> dict[str, str]:
    """The policy's awards by id and by both titles."""
    return {
        plain_signs(name): award.id
        for award in policy.awards
        for name in (award.id, award.title.zh, award.title.en)
    }


def with_titles(found: Fault, policy: Policy) -> Fault:
    """A fault of an event or award that a table names, with the titles that its form would show.

    The nearest name is looked for among ids and titles, since a table may name either.
    """
    texts: Iterable[Bilingual]
    match found.code:
        case "unknown_event":
            texts, known = policy.events.values(), event_names(policy)
        case "unknown_award":
            texts, known = [award.title for award in policy.awards], award_names(policy)
        case _:
            return found
    titles = tuple((text.en, text.zh) for text in texts)
    nearest = fault(found.code, plain_signs(found.given), accepted=known, policy=policy.id).nearest
    return replace(found, titles=titles, nearest=nearest)
