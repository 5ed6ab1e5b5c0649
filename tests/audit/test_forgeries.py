"""A thousand forgeries of a sealed set of records, of ten kinds: each is found, and none is alike.

Whoever forges knows how digests are made, has the library, and makes whatever it takes again; only
the manifest that was signed is out of reach, or its digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import pytest
from profiles import part_of

from audit.forging import at, document, leaves, put, signed
from listing_rewards import Case, InvalidRecord, Policy, assess, record, verify
from listing_rewards.audit.manifest import (
    Manifest,
    discrepancies,
    listed,
    manifest,
    policy_listed,
)
from listing_rewards.audit.records import Record

EACH = 100
NAMES = ("02-over-the-cap-after-payments", "03-regional-below", "17-not-eligible")
OTHERS = ("01-full-ladder", "07-one-day-short", "18-amounts-unknown")


class Kept(NamedTuple):
    """A set of records, one a line, and its manifest."""

    lines: list[str]
    manifest: Manifest


def written(content: dict[str, Any]) -> str:
    """A record as a line of a file."""
    return json.dumps(content, ensure_ascii=False)


def bytes_digest(lines: list[str]) -> str:
    """SHA-256 of the file."""
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def sealed(lines: list[str]) -> Manifest:
    """The manifest of a file."""
    records = [Record.model_validate_json(line) for line in lines]
    return manifest(
        [*map(listed, records)],
        map(policy_listed, records),
        file="records.jsonl",
        file_sha256=bytes_digest(lines),
    )


LINES = [written(document(name)) for name in NAMES]
KEPT = Kept(LINES, sealed(LINES))


def found(kept: Kept) -> str:
    """What tells a forged set; empty where nothing does. Unchanged lines are known to be honest."""
    for line in kept.lines:
        if line not in LINES:
            try:
                outcome = verify(line).outcome
            except InvalidRecord:
                return "refused"
            if outcome != "identical":
                return outcome
    records = [Record.model_validate_json(line) for line in kept.lines]
    told = discrepancies(
        kept.manifest,
        [*map(listed, records)],
        map(policy_listed, records),
        bytes_digest(kept.lines),
    )
    return ", ".join(dict.fromkeys(each.kind for each in told))


def in_one(random: Random, edit: Callable[[Random, dict[str, Any]], dict[str, Any]]) -> Kept:
    """The set with one record edited."""
    lines = [*LINES]
    place = random.randrange(len(lines))
    lines[place] = written(edit(random, json.loads(lines[place])))
    return Kept(lines, KEPT.manifest)


def another(random: Random, value: object) -> object:
    """Another value of the same kind."""
    if isinstance(value, bool) or value is None:
        return value is not True
    if isinstance(value, int):
        return value + random.choice((1, 10, -1))
    digits = [place for place, sign in enumerate(str(value)) if sign.isascii() and sign.isdigit()]
    if not digits:
        return f"{value}{random.randrange(10)}"
    place = random.choice(digits)
    new = random.choice([sign for sign in "0123456789" if sign != str(value)[place]])
    return f"{str(value)[:place]}{new}{str(value)[place + 1 :]}"


def a_leaf(random: Random, content: dict[str, Any]) -> dict[str, Any]:
    """Any value of the record."""
    place = random.choice([each for each in leaves(content) if each[0] != "digests"])
    put(content, place, another(random, at(content, place)))
    return content


def an_amount(random: Random, content: dict[str, Any]) -> dict[str, Any]:
    """An amount, a day or a truth of the result, all digests made again."""
    result = content["result"]
    place = random.choice([*leaves(result)])
    put(result, place, another(random, at(result, place)))
    return signed(content)


def taken_away(random: Random, content: dict[str, Any]) -> dict[str, Any]:
    """A line, a check, a step, an assumption, a law or a remark, all digests made again."""
    result = content["result"]
    lists = [
        result[key]
        for key in ("lines", "assumptions", "notices", "remarks", "groups")
        if result.get(key)
    ]
    lists += [line[key] for line in result["lines"] for key in ("checks", "steps") if line[key]]
    chosen = random.choice(lists)
    del chosen[random.randrange(len(chosen))]
    return signed(content)


def computed(content: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An honest record of changed facts, policy or day."""
    changed = content | changes
    answer = assess(
        Case.model_validate(changed["case"]),
        Policy.model_validate(changed["policy"]),
        as_of=date.fromisoformat(changed["as_of"]),
    )
    read: dict[str, Any] = json.loads(record(answer).model_dump_json())
    return read


def a_fact(random: Random, content: dict[str, Any]) -> dict[str, Any]:
    """Another name, code or county, or an event left out, computed again."""
    case = content["case"]
    what = random.choice(("name", "uscc", "county", "events"))
    if what == "events" and len(case["events"]) > 1:
        del case["events"][-1]
    else:
        key = "name" if what == "events" else what
        case["enterprise"][key] = f"示例{random.randrange(10**9)}"
    return computed(content, case=case)


def a_number(random: Random, content: dict[str, Any]) -> dict[str, Any]:
    """A number of the policy, or a clause's words, computed again."""
    policy = content["policy"]
    if random.random() < 0.5:
        clause = random.choice([*policy["clauses"].values()])
        clause["text"]["zh"] += f"（{random.randrange(10**6)}）"
    else:
        amounts = [award["amount"] for award in policy["awards"] if award["amount"].get("fixed")]
        random.choice(amounts)["fixed"] = f"{random.randrange(1, 10**6)}.00"
    return computed(content, policy=policy)


def a_day(random: Random, content: dict[str, Any]) -> dict[str, Any]:
    """Another as-of date, computed again."""
    day = date.fromisoformat(content["as_of"]) + timedelta(days=random.randint(1, 400))
    return computed(content, as_of=day.isoformat())


def deleted(random: Random) -> Kept:
    """One record left out."""
    lines = [*LINES]
    del lines[random.randrange(len(lines))]
    return Kept(lines, KEPT.manifest)


def added(random: Random) -> Kept:
    """An honest record put in, or one of the set once more."""
    lines = [*LINES]
    new = random.choice([*LINES, *(written(document(name)) for name in OTHERS)])
    lines.insert(random.randint(0, len(lines)), new)
    return Kept(lines, KEPT.manifest)


def rearranged(random: Random) -> Kept:
    """Another order, or the same records written otherwise."""
    lines = [*LINES]
    if random.random() < 0.5:
        first, *rest = random.sample(range(len(lines)), 2)
        lines[first], lines[rest[0]] = lines[rest[0]], lines[first]
    else:
        place = random.randrange(len(lines))
        lines[place] = lines[place].replace(": ", ":" + " " * random.randint(2, 9), 1)
    return Kept(lines, KEPT.manifest)


def a_manifest(random: Random) -> Kept:
    """Any value of the manifest, with its digest as it was or made again."""
    content = json.loads(KEPT.manifest.model_dump_json())
    told = [each for each in leaves(content) if each[0] not in ("digest", "manifest_version")]
    place = random.choice([each for each in told if each[0] not in ("file", "version")])
    put(content, place, another(random, at(content, place)))
    try:
        forged = Manifest.model_validate(content)
    except InvalidRecord:
        forged = KEPT.manifest.model_copy(update={"count": 0})
    if random.random() < 0.5:
        forged = forged.model_copy(update={"digest": forged.digest_afresh()})
    return Kept(LINES, forged)


KINDS: dict[str, Callable[[Random], Kept]] = {
    "a value": lambda random: in_one(random, a_leaf),
    "a result, signed again": lambda random: in_one(random, an_amount),
    "a part taken away, signed again": lambda random: in_one(random, taken_away),
    "a fact, computed again": lambda random: in_one(random, a_fact),
    "a number of the policy, computed again": lambda random: in_one(random, a_number),
    "a day, computed again": lambda random: in_one(random, a_day),
    "deleted": deleted,
    "added": added,
    "rearranged": rearranged,
    "the manifest": a_manifest,
}


def test_the_set_itself_is_honest() -> None:
    """Nothing is found of it."""
    assert [verify(line).outcome for line in LINES] == ["identical"] * len(LINES)
    assert found(KEPT) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_every_forgery_is_found(kind: str) -> None:
    """A hundred of each kind."""
    missed = []
    for seed in part_of(range(EACH)):
        forged = KINDS[kind](Random(f"{kind} {seed}"))
        assert forged != KEPT
        if not found(forged):
            missed.append(seed)
    assert missed == []
