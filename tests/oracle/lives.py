"""Plain pseudo-random lives of enterprises, as case documents, with awkward days and amounts."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

AWARDS = (
    "neeq_listed",
    "neeq_innovation",
    "bse_tutoring_filed",
    "bse_accepted",
    "bse_listed",
    "regional_financing",
)
AWKWARD_DAYS = (
    date(2023, 7, 6),
    date(2023, 7, 7),
    date(2024, 2, 29),
    date(2025, 2, 27),
    date(2025, 2, 28),
    date(2025, 12, 31),
    date(2026, 1, 1),
)
AWKWARD_FEN = (25, 75, 499_999_975, 500_000_000, 500_000_001, 99_999_999_999_999)


def life(dice: random.Random) -> dict[str, Any]:
    """One case document; every one of them is valid."""
    listed = some_day(dice)
    events = [("neeq_listed", listed)] if dice.random() < 0.8 else []
    if events and dice.random() < 0.15:
        delisted = listed + timedelta(dice.randrange(500))
        events.append(("neeq_delisted", delisted))
        if dice.random() < 0.7:
            events.append(("neeq_listed", delisted + timedelta(dice.randrange(300))))
    if dice.random() < 0.5:
        events.append(("neeq_innovation", listed + timedelta(dice.randrange(500))))
    tested = listed + timedelta(dice.choice((364, 365, 366, dice.randrange(900))))
    filed = tested - timedelta(dice.randrange(300))
    if dice.random() < 0.3:
        events.append(("bse_applied", tested))
        tested += timedelta(dice.randrange(30))
    if dice.random() < 0.6:
        events.append(("bse_accepted", tested))
    if dice.random() < 0.4:
        events.append(("bse_listed", tested + timedelta(dice.randrange(300))))
    if dice.random() < 0.4:
        events.append(("bse_tutoring_filed", filed))
    document: dict[str, Any] = {
        "enterprise": {"name": "示例企业"},
        "events": [{"kind": kind, "on": day.isoformat()} for kind, day in events],
        "flags": dice.choice(({}, {}, {"eligible": True}, {"eligible": False})),
        "payments": _payments(dice),
    }
    document["events"] += [_financing(dice) for _ in range(dice.choice((0, 0, 1, 1, 2, 3)))]
    dice.shuffle(document["events"])
    stated = {kind for kind, _ in events}
    unsaid = [k for k in ("neeq_listed", "bse_accepted", "neeq_delisted") if k not in stated]
    document["absent"] = [kind for kind in unsaid if dice.random() < 0.2]
    return document


def some_day(dice: random.Random) -> date:
    """A day from 2021 to the middle of 2026, often one where a rule turns."""
    if dice.random() < 0.4:
        return dice.choice(AWKWARD_DAYS)
    return date(2021, 1, 1) + timedelta(dice.randrange(2000))


def _financing(dice: random.Random) -> dict[str, Any]:
    event = {"kind": "regional_financing", "on": some_day(dice).isoformat()}
    if dice.random() < 0.9:
        event["amount"] = _yuan(dice.choice((*AWKWARD_FEN, dice.randrange(10**9))))
    return event


def _payments(dice: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "award": award,
            "on": some_day(dice).isoformat(),
            "amount": _yuan(dice.randrange(700_000_000)),
        }
        for award in AWARDS
        if dice.random() < 0.25
    ]


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"
