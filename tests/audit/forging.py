"""What a forger does, and an auditor: digests made with Python's own json and hashlib alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from listing_rewards import Assessment, Case, assess, load_policy, record

RECORDS = Path(__file__).parent / "records"
EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"


def sha256(value: object) -> str:
    """The digest as the documentation describes it."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def signed(document: dict[str, Any]) -> dict[str, Any]:
    """The same document with all three digests made again."""
    rest = {key: value for key, value in document.items() if key != "digests"}
    digests = {"case": sha256(rest["case"]), "policy": sha256(rest["policy"])}
    return rest | {"digests": digests | {"record": sha256(rest | {"digests": digests})}}


def example(name: str, policy: str = "zhanjiang-bse-2023-illustrative") -> Assessment:
    """The answer to an example case on the last day of the plan."""
    case = Case.model_validate_json((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return assess(case, load_policy(policy), as_of=date(2025, 12, 31))


def document(name: str = "02-over-the-cap-after-payments") -> dict[str, Any]:
    """The record of an example as a fresh dict, to be altered."""
    read: dict[str, Any] = json.loads(record(example(name)).model_dump_json())
    return read


def leaves(value: Any, place: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """The place of every text, number, yes or no, and null."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*place, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from leaves(each, (*place, index))
    else:
        yield place


def at(value: Any, place: tuple[int | str, ...]) -> Any:
    """What stands at a place."""
    for part in place:
        value = value[part]
    return value


def put(value: Any, place: tuple[int | str, ...], new: object) -> None:
    """Put something else at a place."""
    at(value, place[:-1])[place[-1]] = new
