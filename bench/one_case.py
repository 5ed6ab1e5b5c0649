"""One case, from JSON to an explained answer: ours and three peers, in turn, in one run.

Run by ``make bench``. What is compared is the processor time of this process, all its threads
together, so that what else the machine does counts less; the clock's time is told beside it.
"""

from __future__ import annotations

import platform
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from cases import Asked, asked, random_cases
from pydantic import BaseModel

from listing_rewards import Case, assess, load_policy

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
ROUNDS = 41
REFERENCE = "reading it (pydantic alone)"


class _Event(BaseModel):
    kind: str
    on: date
    amount: Decimal | None = None


class _Record(BaseModel):
    enterprise: dict[str, str]
    events: list[_Event]


class Way(NamedTuple):
    """One way to answer: its name, the answer to a case, and what is payable by it."""

    name: str
    answer: Callable[[Asked], Any]
    payable: Callable[[Any], str] | None = None


def _ours(case: Asked) -> Any:
    return assess(Case.model_validate_json(case.ours), POLICY, as_of=AS_OF)


def ways() -> list[Way]:
    """Ours, the peers that are installed, and the reference."""
    found = [
        Way(REFERENCE, lambda case: _Record.model_validate_json(case.ours)),
        Way("listing_rewards", _ours, lambda answer: str(answer.payable)),
    ]
    for name in ("zen", "datalogic", "openfisca"):
        try:
            peer = __import__(f"peers.with_{name}", fromlist=["answer"])
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        found.append(Way(name, lambda case, peer=peer: peer.answer(case.flat), peer.payable))
    return found


def disagreements(way: Way, cases: list[Asked]) -> list[tuple[Asked, str, str]]:
    """The cases of which a way gives another amount than ours, with both."""
    found = []
    for case in cases:
        ours = str(_ours(case).payable)
        if way.payable is not None and (theirs := way.payable(way.answer(case))) != ours:
            found.append((case, ours, theirs))
    return found


def measured(ways: list[Way], cases: list[Asked]) -> dict[str, tuple[float, float]]:
    """The median microseconds a case of each way: of the processor, and by the clock."""
    times: dict[str, list[tuple[float, float]]] = {way.name: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            processor, clock = time.process_time(), time.perf_counter()
            for case in cases:
                way.answer(case)
            processor, clock = time.process_time() - processor, time.perf_counter() - clock
            scale = 1_000_000 / len(cases)
            times[way.name].append((processor * scale, clock * scale))
    return {
        name: (statistics.median(one for one, _ in each), statistics.median(two for _, two in each))
        for name, each in times.items()
    }


def table(results: dict[str, tuple[float, float]]) -> str:
    """The medians and ratios as a table in Markdown."""
    ours = results["listing_rewards"][0]
    lines = [
        "| one case, JSON in, explained | processor, µs | clock, µs | ours is |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, (processor, clock) in results.items():
        lines.append(f"| {name} | {processor:,.0f} | {clock:,.0f} | {ours / processor:.2f} of it |")
    return "\n".join(lines)


FULL_LADDER = asked(
    {
        "enterprise": {"name": "示例甲海洋食品股份有限公司"},
        "events": [
            {"kind": "neeq_listed", "on": "2023-09-15"},
            {"kind": "neeq_innovation", "on": "2024-05-20"},
            {"kind": "bse_tutoring_filed", "on": "2024-06-11"},
            {"kind": "bse_accepted", "on": "2024-11-08"},
            {"kind": "bse_listed", "on": "2025-01-16"},
        ],
    }
)


def main() -> None:
    """Say whether the answers agree, then how long each takes."""
    candidates, various = ways(), random_cases(100)
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}\n")
    for way in candidates[2:]:
        apart = disagreements(way, [FULL_LADDER, *various])
        print(f"{way.name}: {len(apart)} of {len(various) + 1} amounts differ from ours")
        for case, ours, theirs in apart[:3]:
            print(f"  ours {ours}, theirs {theirs}: {case.flat}")
    print(
        f"\nThe full ladder of examples/cases:\n\n{table(measured(candidates, [FULL_LADDER] * 10))}"
    )
    print(f"\n100 different enterprises:\n\n{table(measured(candidates, various))}")


if __name__ == "__main__":
    main()
