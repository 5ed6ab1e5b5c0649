"""Where two results differ: the one that a record states, and the one computed afresh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
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


_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "assumptions": ("where",),
    "notices": ("id",),
    "needs": ("kind", "name"),
    "exposures": ("repayment", "award", "since"),
    "shares": ("level",),
    "instalments": ("due_on",),
}
"""Lists of which nothing may be missing in any version, and what tells their parts apart."""


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
    """The first difference of the results of one version; a line too many or too few is one."""
    if found := difference_in_lines(stated, computed):
        return found
    found = next(differences(stated, computed), None)
    if found is None:
        return None
    whole = (each for each in _left_out(stated, computed) if each.place == found.place[:3])
    return next(whole, found)


def first_difference_in_amounts(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first difference, of the results of two versions, that is one of amounts.

    If it is one of a line, the first difference in that line's checks and steps, where both
    versions have the same fields; otherwise the amount itself. A line too many or too few is one,
    and so is a line without the checks or steps that lead to its amount.
    """
    if found := difference_in_lines(stated, computed):
        return found
    amounts = _only(stated, _AMOUNTS), _only(computed, _AMOUNTS)
    found = next(differences(*amounts, may_lack=_NOT_IN_EVERY_VERSION), None)
    if found is None:
        return next(_left_out(stated, computed), None)
    if found.place[0] != "lines":
        return found
    known = differences(stated, computed, may_lack=None)
    return next((each for each in known if each.place[:2] == found.place[:2]), found)


def first_taken_away(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first assumption, law, need, share or the like that was computed and is not stated."""
    pairs: list[tuple[Place, JsonValue, JsonValue]] = [((), stated, computed)]
    pairs += [
        (("lines", number), ours, fresh)
        for number, (ours, fresh) in enumerate(zip(_lines(stated), _lines(computed), strict=False))
    ]
    for place, ours, fresh in pairs:
        if not isinstance(ours, dict) or not isinstance(fresh, dict):
            continue
        for key, names in _NAMED_BY.items():
            there = Counter(_named(each, names) for each in _list(ours.get(key)))
            for number, each in enumerate(_list(fresh.get(key))):
                name = _named(each, names)
                if not there[name]:
                    return Found((*place, key, number), None, canonical(each))
                there[name] -= 1
    return None


def first_unknown_key(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first key that is stated and that no version writes."""
    found = differences(stated, computed, may_lack=None)
    return next(
        (each for each in found if each.computed is None and isinstance(each.place[-1], str)), None
    )


def _named(each: JsonValue, names: Iterable[str]) -> str:
    """What tells a part of a list apart."""
    if isinstance(each, dict):
        return canonical([each.get(name) for name in names])
    return canonical(each)


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


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


def awards_of(result: JsonValue) -> list[str]:
    """The award of each line of a result; nothing where its lines cannot be told apart."""
    each = [line.get("award") if isinstance(line, dict) else None for line in _lines(result)]
    awards = [award for award in each if isinstance(award, str)]
    return awards if len(awards) == len(each) else []


def difference_in_lines(stated: JsonValue, computed: JsonValue) -> Found | None:
    """The first line that is missing or one too many, or the first that is of another award.

    The place of a missing line is where it would stand.
    """
    ours, fresh = awards_of(stated), awards_of(computed)
    missing, more = Counter(fresh) - Counter(ours), Counter(ours) - Counter(fresh)
    if ours == fresh or not ours:
        return None
    if missing and not more:
        number = next(n for n, award in enumerate(fresh) if award in missing)
        return Found(("lines", number), None, canonical(_line(computed, number)))
    if more and not missing:
        number = max(n for n, award in enumerate(ours) if award in more)
        return Found(("lines", number), canonical(_line(stated, number)), None)
    pairs = enumerate(zip(ours, fresh, strict=False))
    number, (one, other) = next((n, pair) for n, pair in pairs if pair[0] != pair[1])
    return Found(("lines", number, "award"), canonical(one), canonical(other))


def _left_out(stated: JsonValue, computed: JsonValue) -> Iterator[Found]:
    """The checks and the steps of a line, where none is stated and some are computed afresh."""
    for number in range(len(awards_of(computed))):
        ours, fresh = _line(stated, number), _line(computed, number)
        for part in ("checks", "steps"):
            if fresh[part] and not ours.get(part):
                left = canonical(ours[part]) if part in ours else None
                yield Found(("lines", number, part), left, canonical(fresh[part]))


def _line(result: JsonValue, number: int) -> dict[str, JsonValue]:
    lines = _lines(result)
    line = lines[number] if number < len(lines) else None
    return line if isinstance(line, dict) else {}


def _lines(result: JsonValue) -> list[JsonValue]:
    lines = result.get("lines") if isinstance(result, dict) else None
    return lines if isinstance(lines, list) else []
