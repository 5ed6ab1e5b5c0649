"""Where two results differ: the one that a record states, and the one computed afresh."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from pydantic import JsonValue

from listing_rewards.audit.canonical import canonical

Place: TypeAlias = tuple[int | str, ...]
Shape: TypeAlias = Mapping[str, "Shape"]

_FIRST = ("lines", "checks", "amount_checks", "steps", "groups")
"""What leads to an amount is compared before the amount."""
_WHOLE: Shape = {}
_EVERYWHERE: Shape = dict.fromkeys(("entitled", "paid", "payable", "withheld", "overpaid"), _WHOLE)
_AMOUNTS: Shape = {
    "lines": {
        **dict.fromkeys(("award", "status", "nominal"), _WHOLE),
        **_EVERYWHERE,
        "instalments": {"amount": _WHOLE, "due_on": _WHOLE},
        "shares": {"level": _WHOLE, "payable": _WHOLE},
    },
    "groups": {"group": _WHOLE, **_EVERYWHERE},
    "exposures": {"award": _WHOLE, "amount": _WHOLE},
    "payable_at_most": _WHOLE,
    **_EVERYWHERE,
}
_NOT_IN_EVERY_VERSION = frozenset({"withheld", "instalments", "shares", "exposures"})


class Found(NamedTuple):
    """A place at which two results differ.

    Attributes:
        place: the keys and positions that lead there.
        stated: what the record has there, as JSON; None where it has nothing.
        computed: what was computed afresh, likewise.
    """

    place: Place
    stated: str | None
    computed: str | None


def differences(
    stated: JsonValue,
    computed: JsonValue,
    *,
    may_lack: Collection[str] | None = (),
    place: Place = (),
) -> Iterator[Found]:
    """Every place at which two results differ, what leads to an amount before the amount.

    Args:
        stated: what the record states.
        computed: what was computed afresh.
        may_lack: the keys that `stated` need not have; None: it need not have any.
        place: where the two stand.
    """
    ours, fresh = _parts(stated), _parts(computed)
    if ours is None or fresh is None or type(stated) is not type(computed):
        if type(stated) is not type(computed) or stated != computed:
            yield Found(place, canonical(stated), canonical(computed))
        return
    for part in sorted({**fresh, **ours}, key=_turn):
        here = (*place, part)
        if part in ours and part in fresh:
            yield from differences(ours[part], fresh[part], may_lack=may_lack, place=here)
        elif part in ours:
            yield Found(here, canonical(ours[part]), None)
        elif isinstance(part, int) or not (may_lack is None or part in may_lack):
            yield Found(here, None, canonical(fresh[part]))


def _parts(value: JsonValue) -> dict[int | str, JsonValue] | None:
    if isinstance(value, dict):
        return dict(value.items())
    return dict(enumerate(value)) if isinstance(value, list) else None


def _turn(part: int | str) -> int:
    return _FIRST.index(part) if part in _FIRST else len(_FIRST)


def first_difference(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first difference of the results of one version."""
    return next(differences(stated, computed), None)


def first_difference_in_amounts(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first difference, of the results of two versions, that is one of amounts.

    If it is one of a line, the first difference in that line's checks and steps, where both
    versions have the same fields; otherwise the amount itself.
    """
    amounts = _only(stated, _AMOUNTS), _only(computed, _AMOUNTS)
    found = next(differences(*amounts, may_lack=_NOT_IN_EVERY_VERSION), None)
    if found is None or found.place[0] != "lines":
        return found
    known = differences(stated, computed, may_lack=None)
    return next((each for each in known if each.place[:2] == found.place[:2]), found)


def first_difference_in_what_both_have(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first difference of the results of two versions, but for what only the newer has."""
    return next(differences(stated, computed, may_lack=None), None)


def _only(result: JsonValue, shape: Shape) -> JsonValue:
    """The parts of a result that a shape names; an empty shape names all."""
    if isinstance(result, list):
        return [_only(each, shape) for each in result]
    if not shape or not isinstance(result, dict):
        return result
    return {key: _only(result[key], shape[key]) for key in shape if key in result}
