"""Cases for the comparison: the same enterprises in our own form and as flat records."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any, NamedTuple

from peers.policy import STAGES

FIRST_DAY = date(2023, 1, 1)
AWKWARD = (date(2023, 7, 7), date(2024, 2, 29), date(2025, 2, 28), date(2025, 12, 31))


class Asked(NamedTuple):
    """One case: our form and the flat one, both as JSON."""

    ours: str
    flat: str


def asked(case: dict[str, Any]) -> Asked:
    """A case in our form, and the flat record that the other engines take."""
    flat: dict[str, Any] = dict(case.get("flags", {}))
    for event in case["events"]:
        if event["kind"] == "regional_financing":
            financing = {"on": event["on"], "amount": float(event["amount"])}
            flat.setdefault("regional_financing", []).append(financing)
        else:
            flat[event["kind"]] = event["on"]
    for payment in case.get("payments", []):
        name = f"{payment['award'].replace('regional_financing', 'regional')}_paid"
        flat[name] = flat.get(name, 0) + float(payment["amount"])
    return Asked(json.dumps(case, ensure_ascii=False), json.dumps(flat))


def _day(chance: random.Random, not_before: date) -> date:
    later = [day for day in AWKWARD if day >= not_before]
    if later and chance.random() < 1 / 4:
        return chance.choice(later)
    return min(not_before + timedelta(days=chance.randrange(400)), date(2025, 12, 31))


def random_cases(number: int, *, seed: int = 20251231) -> list[Asked]:
    """So many whole lives of enterprises, every one fully stated; one in four was paid before."""
    chance = random.Random(seed)  # noqa: S311
    return [asked(_life(chance, place)) for place in range(number)]


def _life(chance: random.Random, place: int) -> dict[str, Any]:
    day, events = FIRST_DAY, []
    for stage in [*STAGES][: chance.randrange(1, len(STAGES) + 1)]:
        day = _day(chance, day)
        events.append({"kind": stage, "on": day.isoformat()})
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        fen = chance.choice((chance.randrange(10**9), 25 + 50 * chance.randrange(10**7)))
        on = _day(chance, FIRST_DAY).isoformat()
        amount = f"{fen // 100}.{fen % 100:02}"
        events.append({"kind": "regional_financing", "on": on, "amount": amount})
    payments = []
    if chance.random() < 1 / 4:
        payments = [{"award": "neeq_listed", "on": "2025-12-01", "amount": "500000.00"}]
    case: dict[str, Any] = {"enterprise": {"name": f"示例{place}号公司"}, "events": events}
    return case | ({"payments": payments} if payments else {})
