"""Documents that follow one another: which of them is in force on a day, and where none or two are.

`assess` never looks for a policy; whoever asks chooses it, by the day that counts for him.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeAlias

from listing_rewards.errors import InvalidPolicy, UnknownPolicy, fault
from listing_rewards.periods import read_day
from listing_rewards.policy.catalogue import list_policies, load_policy
from listing_rewards.policy.model import Policy

StrPath: TypeAlias = str | os.PathLike[str]

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which no document of a series is in force, or more than one.

    Attributes:
        kind: ``gap`` or ``overlap``.
        first: the first of the days.
        last: the last of them; None where they do not end.
        documents: the ids of the documents in force on them; of a gap, those before and after it.
    """

    kind: Literal["gap", "overlap"]
    first: date
    last: date | None
    documents: tuple[str, ...]


def policy_in_force(
    name: str, on: date, *, among: StrPath | Iterable[Policy | StrPath] = ()
) -> Policy:
    """The one document of a series that is in force on a day.

    Args:
        name: the name of a series (`Policy.series`), or the id of a document.
        on: the day; both the first and the last day of a document belong to it.
        among: documents to choose from besides those that ship: policies, paths of ``.toml``
            files, folders of them, or one such path.

    Raises:
        UnknownPolicy: no document has this id or is of this series; names the nearest.
        InvalidPolicy: none of them is in force on the day, or more than one is; names the days of
            each. Also where two different documents have one id, or a file is not a policy.

    >>> from datetime import date
    >>> from listing_rewards import policy_in_force
    >>> policy_in_force("zhanjiang-bse-2023", date(2025, 12, 31)).id
    'zhanjiang-bse-2023'
    >>> policy_in_force("zhanjiang-bse-2023", date(2026, 1, 1))
    Traceback (most recent call last):
      ...
    listing_rewards.errors.InvalidPolicy: no document of 'zhanjiang-bse-2023' is in force on \
2026-01-01; there are: zhanjiang-bse-2023: 2023-07-07 to 2025-12-31
    """
    day = read_day(on)
    known = _documents(among)
    series = [policy for policy in known if name in (policy.id, policy.series)]
    if not series:
        names = dict.fromkeys(each for policy in known for each in (policy.series, policy.id))
        unknown = fault("unknown_series", name, accepted=filter(None, names))
        raise UnknownPolicy(unknown)
    found = [policy for policy in series if policy.in_force.includes(day)]
    if len(found) == 1:
        return found[0]
    code, told = ("two_in_force", found) if found else ("not_in_force", series)
    there_are = _days_of(told)
    raise InvalidPolicy(fault(code, name, day=day, there_are=there_are))


def gaps_and_overlaps(policies: Iterable[Policy]) -> tuple[Stretch, ...]:
    """The days, between the first and the last of one series, on which none or several hold.

    Args:
        policies: the documents of one series, in any order.

    >>> from listing_rewards import load_policy
    >>> gaps_and_overlaps([load_policy("zhanjiang-bse-2023")])
    ()
    """
    spans = [
        (policy.in_force.first, _day_after(policy.in_force.end), policy.id) for policy in policies
    ]
    turns = sorted({day for first, after, _ in spans for day in (first, after)})
    pieces = [
        (start, stop, tuple(name for first, after, name in spans if first <= start < after))
        for start, stop in pairwise(turns)
    ]
    return tuple(_stretches(pieces))


def _stretches(pieces: list[tuple[date, date, tuple[str, ...]]]) -> Iterator[Stretch]:
    """Of days cut where a document begins or ends, those with no document or several."""
    for i, (start, stop, names) in enumerate(pieces):
        last = None if stop == date.max else stop - _ONE_DAY
        if not names:
            yield Stretch("gap", start, last, (*pieces[i - 1][2], *pieces[i + 1][2]))
        elif len(names) > 1:
            yield Stretch("overlap", start, last, names)


def _day_after(last: date | None) -> date:
    return date.max if last is None else last + _ONE_DAY


def _documents(among: StrPath | Iterable[Policy | StrPath]) -> list[Policy]:
    """The shipped documents and those given, each once."""
    given: Iterable[Policy | StrPath] = [among] if isinstance(among, str | os.PathLike) else among
    found: dict[str, Policy] = {}
    for policy in (*map(load_policy, list_policies()), *_read(given)):
        if found.setdefault(policy.id, policy) != policy:
            raise InvalidPolicy(fault("duplicate_id", policy.id, path="id"))
    return list(found.values())


def _read(given: Iterable[Policy | StrPath]) -> Iterator[Policy]:
    for each in given:
        if isinstance(each, Policy):
            yield each
        elif Path(each).is_dir():
            yield from map(load_policy, sorted(Path(each).glob("*.toml")))
        else:
            yield load_policy(each)


def _days_of(policies: Iterable[Policy]) -> tuple[str, str]:
    """Each document with its days, in English and Chinese."""
    in_order = sorted(policies, key=lambda policy: policy.in_force.first)
    english, chinese = zip(*map(_days, in_order), strict=True)
    return "; ".join(english), "；".join(chinese)


def _days(policy: Policy) -> tuple[str, str]:
    days = policy.in_force
    english = f"to {days.last}" if days.last else "on, no last day stated"
    chinese = f"至 {days.last}" if days.last else "起，未写明截止日"
    if days.repealed:
        english += f", repealed since {days.repealed.since}"
        chinese += f"，自 {days.repealed.since} 起废止"
    return f"{policy.id}: {days.first} {english}", f"{policy.id}：{days.first} {chinese}"
