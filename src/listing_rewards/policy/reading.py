"""Policy documents as files: load one by id or path, follow what it extends, list the shipped.

And documents that follow one another: which of them is in force on a day, and where none or two
are. `assess` never looks for a policy; whoever asks chooses it, by the day that counts for him.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, TypeAlias

from listing_rewards.errors import InvalidPolicy, UnknownPolicy, encodable, fault
from listing_rewards.policy.conditions import Condition
from listing_rewards.policy.constructs import constructs_of
from listing_rewards.policy.habits import in_their_words
from listing_rewards.policy.laws import with_laws
from listing_rewards.policy.model import Policy
from listing_rewards.policy.repeals import ended, whole_again
from listing_rewards.policy.toml import read_toml
from listing_rewards.policy.units import without_unit
from listing_rewards.schema_version import of_known_form
from listing_rewards.values.day import read_day

StrPath: TypeAlias = str | os.PathLike[str]

_ONE_DAY = timedelta(days=1)
_SHIPPED = files("listing_rewards.policy") / "documents"
_SOURCED_TABLES = (
    "conditions", "groups", "best_of", "instalments", "shares", "undertakings",
    "repayments", "beside", "budgets",
)  # fmt: skip
_NAMED_TABLES = ("events", "figures", "flags", "attributes", "clauses", *_SOURCED_TABLES)
_SOURCE_KEYS = frozenset({"clause", "assumed"})
_NOT_INHERITED = frozenset({"id", "series", "document"})
"""What makes a document itself; one that extends it is another, of no series unless it says so."""
_CONDITIONS = frozenset(constructs_of(Condition))
_INSTEAD_OF = {"at_least": "over", "over": "at_least", "at_most": "below", "below": "at_most"}
"""The two ways of writing the bound of one side; writing one of them replaces the other."""
_NEW = {"awards": ("title", "earned_by"), "notices": ("law", "since")}
"""What only a new award or notice writes; without it, an unknown id is a slip of the pen."""
_ID_LISTS = ("awards", "notices")


def list_policies() -> tuple[str, ...]:
    """The ids of the policies that ship with the library, sorted.

    >>> from listing_rewards import list_policies
    >>> list_policies()
    ('zhanjiang-bse-2023', 'zhanjiang-bse-2023-illustrative')
    """
    return _shipped_ids()


@lru_cache
def _shipped_ids() -> tuple[str, ...]:
    names = (entry.name for entry in _SHIPPED.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load_policy(id_or_path: str | os.PathLike[str]) -> Policy:
    """The policy of a shipped id, or of a TOML file that a bureau wrote.

    Args:
        id_or_path: an id from `list_policies()`, or the path of a ``.toml`` file. A file may say
            ``extends`` with an id, or with a path relative to itself, and then changes only the
            parts it names: an amount, the days and the rounding as a whole, of anything else the
            keys that are written. Numbers that change bring their own `clause` or `assumed`.
            An award is not taken away but ends: ``amount = { dated = [{ since = …, amount = … },
            { since = …, repealed = true }] }`` keeps what was earned before that day.

    Raises:
        UnknownPolicy: no such id or file; names the nearest id.
        InvalidPolicy: the document cannot be read as a policy; every fault with its path.

    >>> from listing_rewards import load_policy
    >>> load_policy("zhanjiang-bse-2023").groups["neeq_bse"].cap
    Decimal('9000000.00')
    """
    if isinstance(id_or_path, str) and id_or_path in list_policies():
        return _shipped(id_or_path).model_copy()
    if not isinstance(id_or_path, str | os.PathLike):
        raise UnknownPolicy(fault("not_an_id_or_path", id_or_path, accepted=list_policies()))
    return _load(os.fspath(id_or_path), folder=Path(), seen=())


@lru_cache
def _shipped(policy_id: str) -> Policy:
    return _load(policy_id, folder=Path(), seen=())


def _load(name: str, *, folder: Path, seen: tuple[str, ...]) -> Policy:
    """The policy that `name`, an id or a path relative to `folder`, stands for."""
    visible = encodable(name.replace("\0", "␀"))
    if visible != name:
        raise UnknownPolicy(fault("unknown_policy", visible, accepted=list_policies()))
    here = name if name in list_policies() else str((folder / name).resolve())
    if here in seen:
        raise InvalidPolicy(fault("extends_itself", name, path="extends"))
    try:
        written, home = _read(name, folder=folder)
        written = of_known_form(written, InvalidPolicy)
        own = _with_own_sources(written)
        if own.get("id") in list_policies() and name not in list_policies():
            raise InvalidPolicy(fault("id_taken", own["id"], path="id"))
        parent_name = own.pop("extends", None)
        whole, inherited = own, set[str]()
        if parent_name is not None:
            parent = _parent(str(parent_name), home, (*seen, here))
            if own.get("id") in (parent.id, *parent.based_on):
                raise InvalidPolicy(fault("duplicate_id", own["id"], path="id"))
            whole, inherited = _amended(parent, own), {*parent.relations.awards}
        policy = Policy.model_validate(with_laws(_with_repeals(whole), own, inherited))
        if bare := [*without_unit(written, policy)]:
            raise InvalidPolicy(*bare)
        return policy
    except InvalidPolicy as error:
        faults = in_their_words(error.faults)
        raise type(error)(*(each.at(file=name) for each in faults)) from None


def _with_repeals(document: dict[str, Any]) -> dict[str, Any]:
    """The document with the amount of each award that is repealed ended on that day."""
    awards, days = document.get("awards"), document.get("in_force")
    if not isinstance(awards, list) or not isinstance(days, dict):
        return document
    first = days.get("first")
    return {
        **document,
        "awards": [ended(each, first) if isinstance(each, dict) else each for each in awards],
    }


def _parent(name: str, folder: Path, seen: tuple[str, ...]) -> Policy:
    try:
        return _load(name, folder=folder, seen=seen)
    except UnknownPolicy as error:
        raise UnknownPolicy(
            *(replace(each, path="extends", file="") for each in error.faults)
        ) from None


def _read(name: str, *, folder: Path) -> tuple[dict[str, Any], Path]:
    """The document as written, and the folder that its own `extends` is relative to."""
    try:
        if name in list_policies():
            return read_toml((_SHIPPED / f"{name}.toml").read_text(encoding="utf-8")), folder
        path = folder / name
        if path.suffix != ".toml" or not path.is_file():
            raise UnknownPolicy(fault("unknown_policy", name, accepted=list_policies()))
        return read_toml(path.read_text(encoding="utf-8-sig")), path.parent
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPolicy(fault("unreadable_file", detail=error)) from None


def _with_own_sources(written: dict[str, Any]) -> dict[str, Any]:
    """The document with each clause marked as its own, and each amount with its award's clause.

    Done before anything is inherited, so that a changed number can never be taken to rest on the
    clause of the number it replaces.
    """
    own = dict(written)
    if isinstance(clauses := own.get("clauses"), dict):
        own["clauses"] = {
            key: {**each, "document": own.get("id", "")} if isinstance(each, dict) else each
            for key, each in clauses.items()
        }
    if isinstance(awards := own.get("awards"), list):
        own["awards"] = [_with_sourced_amount(award) for award in awards]
    return own


def _with_sourced_amount(award: Any) -> Any:
    """The award with its amount written out, resting on the award's clause unless it says more."""
    if not isinstance(award, dict) or "amount" not in award:
        return award
    source = {"clause": award["clause"]} if "clause" in award else {}
    return {**award, "amount": _sourced_amount(award["amount"], source)}


def _sourced_amount(written: Any, source: dict[str, Any]) -> Any:
    """An amount as a record with its source; a dated one hands its own on to its values."""
    amount = written if isinstance(written, dict) else {"fixed": written}
    if not _SOURCE_KEYS & amount.keys():
        amount = {**amount, **source}
    if not isinstance(dated := amount.get("dated"), list):
        return amount
    own = {key: amount[key] for key in _SOURCE_KEYS & amount.keys()}
    values = [
        {**each, "amount": _sourced_amount(each["amount"], own)}
        if isinstance(each, dict) and "amount" in each
        else each
        for each in dated
    ]
    return {**amount, "dated": values}


def _amended(parent: Policy, own: dict[str, Any]) -> dict[str, Any]:
    """The parent with the parts that `own` names changed, and nothing else."""
    base = parent.model_dump(mode="json", exclude_none=True)
    first = base["in_force"]["first"]
    base["awards"] = [whole_again(each, first) for each in base["awards"]]
    inherited = {key: part for key, part in base.items() if key not in _NOT_INHERITED}
    merged = {**inherited, **own}
    merged["based_on"] = {parent.id: base["document"], **base["based_on"]}
    for table in _NAMED_TABLES:
        changes, before = own.get(table, {}), base.get(table, {})
        if isinstance(changes, dict):
            merged[table] = before | {
                key: _changed(before.get(key), part, table) for key, part in changes.items()
            }
    _refuse_taken_clauses(base["clauses"], own.get("clauses"))
    for table in _ID_LISTS:
        changes = own.get(table, [])
        if isinstance(changes, list) and all(isinstance(each, dict) for each in changes):
            named = _by_id(table, changes, base)
            kept = [_changed(each, named.pop(each["id"], {}), table) for each in base[table]]
            merged[table] = [*kept, *named.values()]
    return merged


def _refuse_taken_clauses(inherited: dict[str, Any], own: Any) -> None:
    """Under an inherited name, a clause would be cited for numbers that it does not give."""
    taken = [name for name in inherited if isinstance(own, dict) and name in own]
    if taken:
        raise InvalidPolicy(
            *(fault("clause_taken", name, path=f"clauses.{name}") for name in taken)
        )


def _by_id(
    table: str, changes: list[dict[str, Any]], base: dict[str, Any]
) -> dict[str, dict[str, Any]]:
    """The changes by the id of what they change, or add if they are complete."""
    known = [each["id"] for each in base[table]]
    named: dict[str, dict[str, Any]] = {}
    for index, each in enumerate(changes):
        path = f"{table}[{index}].id"
        if "id" not in each:
            raise InvalidPolicy(fault("missing", path=path))
        name = str(each["id"])
        if name in named:
            raise InvalidPolicy(fault("duplicate_id", name, path=path))
        if name not in known and not any(key in each for key in _NEW[table]):
            parts = ", ".join(_NEW[table])
            missing = fault("nothing_to_change", name, path=path, accepted=known, parts=parts)
            raise InvalidPolicy(missing)
        named[name] = each
    return named


def _changed(base: dict[str, Any] | None, change: Any, table: str) -> Any:
    """`base` with the fields of `change`; a changed part with numbers must bring its own source.

    A condition that names another construct than before is another condition, and a bound takes
    the place of the other one of its side.
    """
    if base is None or not isinstance(change, dict):
        return change
    if table == "conditions" and (_CONDITIONS & change.keys()) - base.keys():
        return change
    dropped = {_INSTEAD_OF[key] for key in change if key in _INSTEAD_OF}
    if table in _SOURCED_TABLES:
        dropped |= _SOURCE_KEYS
    return {**{key: value for key, value in base.items() if key not in dropped}, **change}


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
    code, named = ("two_in_force", found) if found else ("not_in_force", series)
    there_are = _days_of(named)
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
    given: Iterable[Any] = [among]
    if isinstance(among, Iterable) and not isinstance(among, str):
        given = among
    found: dict[str, Policy] = {}
    for policy in (*map(load_policy, list_policies()), *policies_at(given)):
        if found.setdefault(policy.id, policy) != policy:
            raise InvalidPolicy(fault("duplicate_id", policy.id, path="id"))
    return list(found.values())


def policies_at(given: Iterable[Any]) -> Iterator[Policy]:
    """The policies of some ids, files and folders; of a folder, those in it.

    Raises:
        UnknownPolicy: one of them is no such name, and no policy.
    """
    for each in given:
        if isinstance(each, Policy):
            yield each
        elif not isinstance(each, str | os.PathLike):
            raise UnknownPolicy(fault("unknown_policy", each, accepted=list_policies()))
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
