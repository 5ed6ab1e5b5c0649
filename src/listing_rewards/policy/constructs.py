"""A closed union of constructs, each named by its own first field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import Tag

from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.source import Sourced


def tagged(key: str) -> Tag:
    """The tag of the construct whose first field is `key`."""
    return Tag(f"construct:{key}")


def by_construct(*keys: str) -> Callable[[Any], str | None]:
    """Tells a construct by the key it bears."""

    def which(value: Any) -> str | None:
        found = [
            key
            for key in keys
            if (key in value if isinstance(value, Mapping) else hasattr(value, key))
        ]
        return f"construct:{found[0]}" if found else None

    return which


def one_construct(*keys: str) -> Callable[[Any], Any]:
    """Refuse what names none of the constructs, before pydantic has to choose one."""

    def check(value: Any) -> Any:
        if isinstance(value, Mapping) and not any(key in value for key in keys):
            names = [str(key) for key in value if key not in Sourced.model_fields]
            raise InvalidPolicy(fault("unknown_construct", ", ".join(names), accepted=keys))
        return value

    return check
