"""Answers that are stored, so that whatever changes in one is seen and meant.

One file a subject under `answers/`: for each case what it gives, as a person reads it, with a
digest of the answer and one of what was asked. ``make answers`` writes the files anew; the
difference is then read line by line before it is committed.

The version of the library is in no digest, nor is what is not stated, so that a new part of the
policy language or of an answer leaves the digests of whatever does not use it as they are.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from audit.boundaries import BY_SUBJECT
from cases.test_tables import TABLES, Table
from examples.test_examples import INDEX
from examples.test_examples import answers as answers_of_example

from engines import reach
from listing_rewards import Assessment, Bounds, assess
from listing_rewards.assessment import AwardLine, GroupTotal, Need

FOLDER = Path(__file__).parent / "answers"
EXAMPLES = Path(__file__).parents[2] / "examples"
Answers = Iterator[tuple[str, Assessment]]
Plain = dict[str, Any]
OF_A_LINE = ("nominal", "entitled", "payable", "overpaid", "withheld")
MOSTLY_NOTHING = {"overpaid", "withheld"}
"""What is left out where it is certainly nothing."""


# ---- the cases ---------------------------------------------------------------------------------


def _on_boundaries(subject: str) -> Answers:
    for number, answer in enumerate(BY_SUBJECT[subject](), 1):
        yield f"{number:03}", answer


def _by_hand(path: Path) -> Answers:
    """A table of cases that were computed by hand, on every day that is asked for."""
    table = Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    for case in table.cases():
        for asked in case.asked:
            answer = assess(case.the_case(), case.the_policy(), as_of=asked.as_of)
            yield f"{asked.as_of}: {case.en}", answer


def _examples() -> Answers:
    for example in INDEX:
        for answer in answers_of_example(example):
            yield f"{example['file']} on {answer.as_of}", answer


def _of_a_table(*words: str) -> Answers:
    """What the command gives for a table of the examples."""
    command = [sys.executable, "-m", "listing_rewards", "assess", *words, "--format", "jsonl"]
    done = subprocess.run(command, cwd=EXAMPLES, capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr.decode()
    for line in done.stdout.decode().splitlines():
        answer = Assessment.model_validate_json(line)
        yield answer.case.enterprise.name, answer


SUBJECTS: dict[str, Callable[[], Answers]] = {
    **{f"boundaries-{each}": partial(_on_boundaries, each) for each in BY_SUBJECT},
    **{f"by-hand-{path.stem}": partial(_by_hand, path) for path in TABLES},
    "examples": _examples,
    "examples-enterprises": partial(
        _of_a_table, "enterprises.csv", "--events", "events.csv", "--payments", "payments.csv",
        "--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31",
    ),
    "examples-ledger": partial(
        _of_a_table, "ledger/cases.csv", "--policy", "ledger/policy.toml", "--as-of", "2025-12-31"
    ),
}  # fmt: skip


# ---- what is stored of an answer ---------------------------------------------------------------


def stored_of(answer: Assessment) -> Plain:
    """Its amounts, statuses, needs, remarks and steps, and the digests of all of it."""
    asked = {"case", "policy"}
    payable = _range(Bounds(answer.payable, answer.payable_at_most))
    parts: Plain = {
        "total": f"payable {payable}, {_amounts(answer, 'entitled', 'overpaid', 'withheld')}",
        **{line.award: _line(line) for line in answer.lines},
        **{f"group {each.group}": _group(each) for each in answer.groups},
        "exposures": "; ".join(
            f"{each.repayment} {each.award} {each.truth} {_range(each.amount)}"
            for each in answer.exposures
        ),
        "needs": "; ".join(map(_need, answer.needs)),
        "remarks": "; ".join(" ".join((each.kind, *each.names)) for each in answer.remarks),
        "notices": "; ".join(" ".join((each.id, *each.awards)) for each in answer.notices),
        "assumptions": "; ".join(each.where for each in answer.assumptions),
        "answer": _digest(answer.model_dump_json(exclude={"version", *asked})),
        "asked": _digest(answer.model_dump_json(include=asked)),
    }
    return {name: part for name, part in parts.items() if part}


def _line(line: AwardLine) -> str:
    """One award: its status, its amounts, how each check came out, each step with its result."""
    return "; ".join(
        (
            f"{line.status}, {_amounts(line, *OF_A_LINE)}",
            ", ".join(f"{each.rule} {each.truth}" for each in line.checks),
            ", ".join(f"{each.op} {_range(each.result)}" for each in line.steps),
            *(f"part {_range(each.amount)} {each.due_on} {each.due}" for each in line.instalments),
            *(f"{each.level} {_range(each.payable)}" for each in line.shares),
            *(f"for {each.recipient.say('en')} {_range(each.payable)}" for each in line.of_which),
        )
    )


def _group(total: GroupTotal) -> str:
    return _amounts(total, "cap", "entitled", "payable", "overpaid", "withheld")


def _need(need: Need) -> str:
    on = f" on {need.on}" if need.on else ""
    instead = f" or {', '.join(need.or_else)}" if need.or_else else ""
    return f"{need.kind} {need.name}{on}{instead} for {', '.join(need.awards)}"


def _amounts(of: Assessment | AwardLine | GroupTotal, *names: str) -> str:
    amounts: dict[str, Bounds] = {name: getattr(of, name) for name in names}
    return ", ".join(
        f"{name} {_range(amount)}"
        for name, amount in amounts.items()
        if name not in MOSTLY_NOTHING or not amount.nothing
    )


def _range(amount: Bounds) -> str:
    """One amount, or two with dots between them; ``?`` where no limit is known."""
    if amount.determined:
        return str(amount.at_least)
    return f"{amount.at_least}..{'?' if amount.at_most is None else amount.at_most}"


def _digest(text: str) -> str:
    stated = json.dumps(_stated(json.loads(text)), ensure_ascii=False, sort_keys=True)
    return sha256(stated.encode()).hexdigest()[:16]


def _stated(part: Any) -> Any:
    """A JSON document without its keys for nothing: null, false, and what is empty."""
    if isinstance(part, list):
        return [_stated(each) for each in part]
    if not isinstance(part, dict):
        return part
    inner = {key: _stated(value) for key, value in part.items()}
    return {
        key: value
        for key, value in inner.items()
        if value is not None and value is not False and value not in ([], {})
    }


# ---- the files ---------------------------------------------------------------------------------


def found(subject: str) -> Plain:
    """What the library says today of the cases of a subject, by their names."""
    answers: Plain = {}
    for name, answer in SUBJECTS[subject]():
        assert name not in answers, f"two cases of {subject} are called {name}"
        answers[name] = stored_of(answer)
    return answers


def read(subject: str) -> Plain:
    """What is stored of a subject."""
    stored: Plain = json.loads((FOLDER / f"{subject}.json").read_text(encoding="utf-8"))
    return stored


def write() -> None:
    """Store what the library says today."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for subject in SUBJECTS:
        text = json.dumps(found(subject), ensure_ascii=False, indent=1)
        (FOLDER / f"{subject}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
    reach.write()
