"""One case, from JSON to an explained answer: ours and three peers, in turn, in one run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from cases import Asked, asked, random_cases
from measuring import HEADER, OURS, Line, compared, in_turn
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
    """Ours, the reference, and the peers that are installed."""
    found = [
        Way(OURS, _ours, lambda answer: str(answer.payable)),
        Way(REFERENCE, lambda case: _Record.model_validate_json(case.ours)),
    ]
    for name in ("zen", "datalogic", "openfisca"):
        try:
            peer = __import__(f"peers.with_{name}", fromlist=["answer"])
        except ImportError as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
            continue
        found.append(Way(name, lambda case, peer=peer: peer.answer(case.flat), peer.payable))
    return found


def _differing(peers: list[Way], cases: list[Asked]) -> dict[str, int]:
    """For each way that tells an amount, of how many cases it is not ours."""
    ours = [str(_ours(each).payable) for each in cases]
    return {
        way.name: sum(way.payable(way.answer(c)) != o for c, o in zip(cases, ours, strict=True))
        for way in peers
        if way.payable is not None
    }


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


def _answered(way: Way, cases: list[Asked]) -> Callable[[], object]:
    return lambda: [way.answer(each) for each in cases]


def lines() -> Iterator[Line]:
    """One case after another, from JSON to an explained answer."""
    asked_of = {
        "the full ladder, explained": [FULL_LADDER] * 10,
        "100 enterprises, explained": random_cases(100),
    }
    for measured, cases in asked_of.items():
        found = ways()
        times = in_turn({way.name: _answered(way, cases) for way in found}, ROUNDS)
        yield from compared(measured, times, len(cases), _differing(found[1:], cases))


if __name__ == "__main__":
    print(HEADER)
    for line in lines():
        print(line)
