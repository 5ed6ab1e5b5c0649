"""Where the policy in a record differs from the one that should be in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from listing_rewards.audit.canonical import canonical
from listing_rewards.audit.comparing import Found, differences
from listing_rewards.audit.values import both, is_of_yuan
from listing_rewards.errors import Lang
from listing_rewards.policy.model import Policy
from listing_rewards.report.page.signs import visible
from listing_rewards.strict import path_of
from listing_rewards.words import say

_BY_ID = ("awards", "notices")
_IN_ORDER = ("awards", "best_of")
_LAST = ("clauses", "notices", "series", "document", "based_on")
"""What grants nothing comes after what does."""


def unlike(found: Policy, given: Policy) -> tuple[Found, ...]:
    """Every place at which the policy of a record differs from the one given, which is `computed`.

    Everything is compared, what the documents are called too, which comes last. Awards and
    notices are reported by their ids; where the order counts, it is a place of its own.

    >>> from listing_rewards import load_policy
    >>> given = load_policy("zhanjiang-bse-2023")
    >>> (only,) = unlike(given.model_copy(update={"id": "example-2024"}), given)
    >>> only.place, only.stated, only.computed
    (('id',), '"example-2024"', '"zhanjiang-bse-2023"')
    """
    ours, fresh = _by_id(found), _by_id(given)
    places = [*differences(ours, fresh), *_orders(ours, fresh)]
    return tuple(sorted(places, key=_turn))


def unlike_text(found: Found, lang: Lang) -> str:
    """Such a place with both values, those that are long cut to where they differ."""
    path = path_of(found.place)
    stated, given = both(found.stated, found.computed, lang, yuan=is_of_yuan(path))
    sentence = say("record.policy_place", lang, path=path, stated=stated, given=given)
    return str(visible(sentence))


def _turn(found: Found) -> int:
    table = found.place[0]
    return _LAST.index(table) + 1 if table in _LAST else 0


def _by_id(policy: Policy) -> dict[str, Any]:
    dump = policy.model_dump(mode="json", exclude_none=True)
    return dump | {table: {each["id"]: each for each in dump[table]} for table in _BY_ID}


def _orders(ours: dict[str, Any], fresh: dict[str, Any]) -> Iterator[Found]:
    """The tables whose order counts, where what both hold stands in another one."""
    for table in _IN_ORDER:
        one, other = (dict(each[table]) for each in (ours, fresh))
        kept, given = [*filter(other.__contains__, one)], [*filter(one.__contains__, other)]
        if kept != given:
            yield Found((table,), canonical(kept), canonical(given))
