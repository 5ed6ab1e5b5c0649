"""A closed union of constructs, each named by its own first field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Self, TypeAlias, get_args

from pydantic import Discriminator, Tag, model_validator

from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.source import Sourced
from listing_rewards.strict import Strict
from listing_rewards.values.money import ZERO, Figure, Yuan

Reference: TypeAlias = tuple[str, str, str]
"""A name that is used: the key it stands under, the table it must be declared in, the name."""


def tagged(key: str) -> Tag:
    """The tag of the construct whose first field is `key`."""
    return Tag(f"construct:{key}")


Cap: TypeAlias = Annotated[
    Annotated[Yuan, tagged("yuan")] | Annotated[Literal["unknown"], tagged("unknown")],
    Discriminator(lambda cap: "construct:unknown" if cap == "unknown" else "construct:yuan"),
]
"""A cap in yuan; or ``unknown``: the text has one, and the source does not give it."""


def known_cap(cap: Decimal | Literal["unknown"] | None) -> Decimal | None:
    """The cap in yuan; None where there is none, or none that is known."""
    return None if cap == "unknown" else cap


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


def one_construct(*keys: str, several: str) -> Callable[[Any], Any]:
    """Refuse what names none of the constructs or more than one, before pydantic chooses one.

    Args:
        keys: the keys that name the constructs.
        several: the code of the fault where more than one of them stands.
    """

    def check(value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        found = [key for key in keys if key in value]
        if not found:
            names = [str(key) for key in value if key not in Sourced.model_fields]
            raise InvalidPolicy(fault("unknown_construct", ", ".join(names), accepted=keys))
        if len(found) > 1:
            raise InvalidPolicy(fault(several, ", ".join(found)))
        return value

    return check


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


class Range(Strict):
    """Numbers between bounds, each bound written as included or excluded.

    以上、以下、届满 include the figure; 超过、不满 exclude it (Civil Code 1259).
    """

    at_least: Figure | None = None
    """From this number on, itself included. 以上、不低于（含本数）."""
    over: Figure | None = None
    """Above this number, itself excluded. 超过、高于（不含本数）."""
    at_most: Figure | None = None
    """Up to this number, itself included. 以下、不超过（含本数）."""
    below: Figure | None = None
    """Below this number, itself excluded. 不满、低于（不含本数）."""

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if None not in (self.at_least, self.over) or None not in (self.at_most, self.below):
            raise InvalidPolicy(fault("two_bounds"))
        if self.lower is not None and self.upper is not None:
            both = self.at_least is not None and self.at_most is not None
            if self.upper < self.lower or (self.upper == self.lower and not both):
                raise InvalidPolicy(fault("bounds_out_of_order", self.upper, first=self.lower))
        return self

    @property
    def lower(self) -> Decimal | None:
        """The lower bound, included or not; None if there is none."""
        return self.over if self.at_least is None else self.at_least

    @property
    def upper(self) -> Decimal | None:
        """The upper bound, included or not; None if there is none."""
        return self.below if self.at_most is None else self.at_most

    @property
    def start(self) -> tuple[Decimal, bool]:
        """Where a band begins, for an order: its lower bound, and whether that is excluded.

        Without one it begins at 0, since no base is below.
        """
        return (ZERO if self.lower is None else self.lower), self.over is not None

    @property
    def reach(self) -> tuple[bool, Decimal, bool]:
        """How far a band reaches, for an order; one without an upper bound furthest."""
        return self.upper is None, self.upper or ZERO, self.at_most is not None

    def holds(self, number: Decimal) -> bool:
        """Whether `number` lies within the bounds."""
        return (
            (self.at_least is None or number >= self.at_least)
            and (self.over is None or number > self.over)
            and (self.at_most is None or number <= self.at_most)
            and (self.below is None or number < self.below)
        )
