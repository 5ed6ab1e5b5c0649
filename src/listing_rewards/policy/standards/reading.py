"""Standards as files: load one by id, series or path, and find the one in force on a day."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from listing_rewards.errors import InvalidPolicy, UnknownPolicy, fault
from listing_rewards.policy.standards.model import Standard
from listing_rewards.policy.toml import read_toml
from listing_rewards.policy.units import bare_amount
from listing_rewards.values.day import read_day

_SHIPPED = files("listing_rewards.policy.standards") / "documents"
_BOUNDS = ("at_least", "over", "at_most", "below")


def list_standards() -> tuple[str, ...]:
    """The ids of the standards that ship with the library, sorted.

    >>> from listing_rewards.plan import list_standards
    >>> [each for each in list_standards() if each.startswith("neeq-listing")]
    ['neeq-listing-2017', 'neeq-listing-2023']
    """
    return _shipped_ids()


@lru_cache
def _shipped_ids() -> tuple[str, ...]:
    names = (entry.name for entry in _SHIPPED.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load_standard(id_or_path: str | os.PathLike[str]) -> Standard:
    """The standard of a shipped id, or of a TOML file with ``kind = "standard"``.

    Raises:
        UnknownPolicy: no such id or file; names the nearest id.
        InvalidPolicy: the document cannot be read as a standard; every fault with its path.

    >>> from listing_rewards.plan import load_standard
    >>> load_standard("neeq-listing-2017").needs
    ('existence', 'revenue_or_assets', 'share_capital', 'net_assets_per_share')
    """
    name = os.fspath(id_or_path)
    if isinstance(id_or_path, str) and name in list_standards():
        return _shipped(name)
    path = Path(name)
    if "\0" in name or path.suffix != ".toml" or not path.is_file():
        given = name.replace("\0", "␀")
        raise UnknownPolicy(fault("unknown_standard", given, accepted=_names()))
    try:
        return _read(path.read_text(encoding="utf-8-sig"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPolicy(fault("unreadable_file", detail=error).at(file=name)) from None


@lru_cache
def _shipped(name: str) -> Standard:
    return _read((_SHIPPED / f"{name}.toml").read_text(encoding="utf-8"), name)


def _read(text: str, name: str) -> Standard:
    try:
        written = read_toml(text)
        if written.get("kind") != "standard":
            raise InvalidPolicy(fault("not_a_standard", path="kind"))
        standard = Standard.model_validate(written)
        bare = [
            each
            for condition, limb in written["conditions"].items()
            for bound in _BOUNDS
            if bound in limb and standard.figures[limb["figure"]].unit == "yuan"
            for each in bare_amount(limb[bound], f"conditions.{condition}.{bound}")
        ]
        if bare:
            raise InvalidPolicy(*bare)
    except InvalidPolicy as error:
        raise type(error)(*(each.at(file=name) for each in error.faults)) from None
    return standard


def _names() -> tuple[str, ...]:
    """Every series and every id."""
    series = [_shipped(name).series for name in list_standards()]
    return tuple(dict.fromkeys([*filter(None, series), *list_standards()]))


def standard_in_force(name: str, on: date) -> Standard:
    """The standard of a series, an id or a path that is in force on a day.

    Args:
        name: the name of a series such as ``neeq-innovation``, an id, or the path of a file.
        on: the day; the first and the last day of a standard belong to it.

    Raises:
        UnknownPolicy: there is no such series, id or file.
        InvalidPolicy: none is in force on the day; names the days of those there are.

    >>> from datetime import date
    >>> from listing_rewards.plan import standard_in_force
    >>> standard_in_force("neeq-innovation", date(2022, 3, 3)).id
    'neeq-innovation-2019'
    """
    day = read_day(on)
    shipped = [_shipped(each) for each in list_standards()]
    known = [each for each in shipped if name in (each.series, each.id)]
    known = known or [load_standard(name)]
    for each in known:
        if each.in_force.includes(day):
            return each
    there_are = "; ".join(
        f"{each.id}: {each.in_force.first} – {each.in_force.end or ''}".rstrip() for each in known
    )
    raise InvalidPolicy(fault("standard_not_in_force", name, day=day, there_are=there_are))
