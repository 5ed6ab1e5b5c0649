"""10,000 enterprises against a standard, and under 100 policies: run by itself."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import polars as pl

from listing_rewards import Case, Policy, load_policy
from listing_rewards.batch import assess_frame
from listing_rewards.cli.run import Inputs
from listing_rewards.plan import load_standard, screen
from listing_rewards.plan.documents import facts_shipped, of_document

ROOT = Path(__file__).resolve().parents[1]
AS_OF = date(2026, 5, 10)


def main(rows: int, policies: int) -> None:
    """Print what each takes, in processor time and by the clock."""
    standard = load_standard("bse-listing")
    inputs = Inputs((str(ROOT / "examples/city/enterprises.csv"),), None, None, None, ())
    read = [row.case for row in inputs.rows(facts_shipped(standard)) if row.case is not None]
    cases = [of_document(read[i % len(read)], standard) for i in range(rows)]
    _told(f"screening {rows:,} enterprises", lambda: _screened(cases, standard.id))

    shipped = [
        load_policy(str(path)) for path in sorted((ROOT / "examples/policies").glob("*.toml"))
    ]
    chance = random.Random(20251231)  # noqa: S311 — the same enterprises in every run, no secret
    frames = [_frame(policy, rows, chance) for policy in shipped]
    asked = [
        (
            shipped[i % len(shipped)].model_copy(update={"id": f"policy-{i}"}),
            frames[i % len(shipped)],
        )
        for i in range(policies)
    ]
    _told(f"{policies} policies over {rows:,} enterprises, all columns", lambda: _assessed(asked))


def _screened(cases: list[Case], standard: str) -> int:
    document = load_standard(standard)
    return len([screen(case, document, AS_OF) for case in cases])


def _assessed(asked: list[tuple[Policy, pl.DataFrame]]) -> int:
    return sum(assess_frame(frame, policy, as_of=AS_OF).collect().height for policy, frame in asked)


def _frame(policy: Policy, rows: int, chance: random.Random) -> pl.DataFrame:
    """Each event on some day or none, each yes/no fact stated."""
    columns: dict[str, list[object]] = {"name": [f"示例{i}公司" for i in range(rows)]}
    for name, kind in policy.events.items():
        columns[name] = [
            date(2021, 1, 1) + timedelta(chance.randrange(1700))
            if chance.random() < 1 / 2
            else None
            for _ in range(rows)
        ]
        if kind.amount:
            columns[f"{name}_amount"] = [
                None if on is None else Decimal(chance.randrange(10**11)).scaleb(-2)
                for on in columns[name]
            ]
    for name in policy.flags:
        columns[name] = [chance.random() < 2 / 3 for _ in range(rows)]
    return pl.DataFrame(columns)


def _told(what: str, run: Callable[[], int]) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    run()
    took, worked = time.perf_counter() - clock, time.process_time() - processor
    print(f"{what}: {worked:.1f} s of processor time, {took:.1f} s by the clock")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
