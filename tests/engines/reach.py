"""Which ends of a range some filling reaches, and the stored list of those that none does.

``make answers`` writes the list anew and keeps the reasons; what is new has none yet, and the tests
fail until a person gives it one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from pathlib import Path

from audit.boundaries import BY_SUBJECT
from property.test_narrowing import ranges, within
from property.values import Question

from engines.every_filling import every_filling
from listing_rewards import Assessment, Bounds
from listing_rewards.values.range import NOTHING

FILE = Path(__file__).parent / "not_reached.json"
NO_REASON = "No reason is given yet."
WITHOUT_LIMIT = Decimal(10) ** 9
"""A range without a limit is reached by any amount from here on: fillings are that large."""
Reasons = dict[str, dict[str, list[str]]]
"""By the reason and the subject: the case, the range, what is stated and what is reached."""


def assert_sound(stated: Assessment, filled: Assessment) -> None:
    """Every range that was stated holds what the filled-in answer says."""
    found = dict(ranges(filled))
    for name, amount in ranges(stated):
        if name in found:
            assert within(found[name], amount), (name, amount, found[name], filled.case)


def not_reached(answer: Assessment) -> Iterator[str]:
    """The ranges of an answer of which no filling reaches an end; each filling must be sound."""
    stated = {name: amount for name, amount in ranges(answer) if not amount.determined}
    reached: dict[str, list[Bounds]] = {name: [] for name in stated}
    for filled in every_filling(Question(answer.case, answer.policy, answer.as_of)):
        assert_sound(answer, filled)
        found = dict(ranges(filled))
        for name, ends in reached.items():
            ends.append(found.get(name, NOTHING))  # a part of nothing has no line
    for name, amount in stated.items():
        settled = [each.at_least for each in reached[name] if each.determined]
        if not settled:
            yield f"{name} {amount.at_least}..{amount.at_most}, never a single amount"
            continue
        least, most = min(settled), max(settled)
        top = most >= WITHOUT_LIMIT if amount.at_most is None else most == amount.at_most
        if least != amount.at_least or not top:
            limit = "?" if amount.at_most is None else amount.at_most
            yield f"{name} {amount.at_least}..{limit}, reached {least}..{most}"


def found(subject: str) -> list[str]:
    """What no filling reaches, of each boundary case of a subject."""
    return [
        f"{number:03} {each}"
        for number, answer in enumerate(BY_SUBJECT[subject](), 1)
        for each in not_reached(answer)
    ]


def read() -> Reasons:
    """The stored list."""
    stored: Reasons = json.loads(FILE.read_text(encoding="utf-8"))
    return stored


def listed(subject: str) -> list[str]:
    """What is stored of a subject, in the order of its cases."""
    return sorted(chain.from_iterable(of.get(subject, ()) for of in read().values()))


def write() -> None:
    """Store what no filling reaches today, each under the reason it had."""
    known = read() if FILE.exists() else {}
    reasons = {
        (subject, entry): reason
        for reason, subjects in known.items()
        for subject, entries in subjects.items()
        for entry in entries
    }
    anew: Reasons = {reason: {} for reason in known}
    for subject in BY_SUBJECT:
        for entry in found(subject):
            reason = reasons.get((subject, entry), NO_REASON)
            anew.setdefault(reason, {}).setdefault(subject, []).append(entry)
    anew = {reason: subjects for reason, subjects in anew.items() if subjects}
    FILE.write_text(json.dumps(anew, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
