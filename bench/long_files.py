"""Peak memory and speed from Parquet to Parquet, for files of ever more rows.

    python bench/long_files.py 1_000_000 10_000_000 100_000_000

Writes each file in row groups, none of which is kept, answers it in a process of its own, and
prints that process's peak memory and its rows a second. No part of a test: what a clock says
depends on the machine. Needs the extra ``batch`` and some 50 bytes of disk a row.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from listing_rewards import load_policy
from listing_rewards.batch import assess_file

POLICY = "zhanjiang-bse-2023-illustrative"
AS_OF = date(2025, 12, 31)
GROUP = 100_000
"""Rows of a row group."""
MIB = 1 << 20


def group(first: int, rows: int) -> pl.DataFrame:
    """Some rows: days around which something turns, amounts, a payment; one in a hundred faulty."""
    number = pl.int_range(first, first + rows, dtype=pl.Int64, eager=True).alias("row")
    row = pl.col("row")

    def day(every: int, start: date) -> pl.Expr:
        return pl.when(row % every > 0).then(pl.lit(start) + pl.duration(days=row * 7 % 900))

    return (
        pl.DataFrame([number])
        .with_columns(
            name=pl.concat_str(pl.lit("示例"), row, pl.lit("公司")),
            neeq_listed=day(3, date(2022, 6, 1)),
            neeq_innovation=day(5, date(2022, 9, 1)),
            bse_tutoring_filed=day(7, date(2023, 1, 1)),
            bse_accepted=day(2, date(2023, 6, 1)),
            bse_listed=day(4, date(2024, 1, 1)),
            regional_financing=pl.when(row % 100 > 0).then(pl.lit(date(2023, 8, 1))),
            regional_financing_amount=(row * 12347 % 900_000_000).cast(pl.Decimal(38, 2)) / 100,
            eligible=pl.when(row % 11 > 0).then(row % 13 > 0),
            paid_neeq_listed=pl.when(row % 17 == 0).then(pl.lit(500_000)),
            paid_neeq_listed_on=pl.when(row % 17 == 0).then(pl.lit(date(2024, 3, 1))),
        )
        .with_columns(pl.col("regional_financing_amount").cast(pl.Decimal(38, 2)))
    )


def write(path: Path, rows: int) -> None:
    """A file of so many rows."""
    with pq.ParquetWriter(path, group(0, 1).to_arrow().schema) as parquet:
        for first in range(0, rows, GROUP):
            parquet.write_table(group(first, min(GROUP, rows - first)).to_arrow())


def answer(source: str, target: str, columns: str) -> None:
    """Answer a file, and print the seconds and the peak memory of this process."""
    chosen = columns.split(",") if columns else None
    policy = load_policy(POLICY)
    begun = time.perf_counter()
    done = assess_file(source, target, policy, as_of=AS_OF, columns=chosen, keep=["row"])
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"rows": done.rows, "faults": done.faults, "seconds": seconds, "peak": peak}))


def main() -> None:
    """Ask for each number of rows in turn."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("rows", nargs="*", type=int, default=[1_000_000, 10_000_000])
    asked.add_argument("--columns", default="", help="as in the command batch; all for every one")
    asked.add_argument(
        "--suffix", default="parquet", choices=["parquet", "csv"], help="of the answer"
    )
    asked.add_argument("--folder", help="where the files are written")
    asked.add_argument("--answer", nargs=2, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.answer:
        answer(*given.answer, given.columns)
        return
    print(f"{'rows':>12} {'rows/s':>10} {'peak MiB':>9} {'in MiB':>8} {'out MiB':>8}")
    for rows in given.rows:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            source = Path(folder, "cases.parquet")
            target = Path(folder, f"answers.{given.suffix}")
            write(source, rows)
            words = ["--answer", str(source), str(target), "--columns", given.columns]
            told = subprocess.run(  # noqa: S603  (this script itself)
                [sys.executable, __file__, *words], check=True, capture_output=True, text=True
            ).stdout
            done = json.loads(told)
            sizes = [path.stat().st_size // MIB for path in (source, target)]
            print(
                f"{rows:>12,} {round(rows / done['seconds']):>10,} {done['peak'] // MIB:>9,} "
                f"{sizes[0]:>8,} {sizes[1]:>8,}   {done['faults']}",
                flush=True,
            )


if __name__ == "__main__":
    main()
