"""Which constructs may stand at a place, read off the closed union that is declared for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import Tag

from listing_rewards.policy.source import Sourced


def constructs_of(union: Any) -> dict[str, type[Sourced]]:
    """The models of a closed union of constructs, by the key that names each.

    >>> from listing_rewards.policy.amounts import Amount
    >>> list(constructs_of(Amount))
    ['fixed', 'rate', 'bands', 'topup', 'unknown', 'dated']
    """
    return dict(_constructs(union))


def _constructs(annotation: Any) -> Iterator[tuple[str, type[Sourced]]]:
    inner, *notes = get_args(annotation)
    tags = [str(note.tag).removeprefix("construct:") for note in notes if isinstance(note, Tag)]
    if tags and isinstance(inner, type):
        yield tags[0], inner
        return
    for member in get_args(inner):
        yield from _constructs(member)
