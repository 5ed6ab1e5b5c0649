"""Reads mutated files of each format and tells what ends otherwise than it should.

``python -m fuzz.run --each 2000 --seed 0 xlsx csv``; what was found stands in ``fuzz-found``.
The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import FrameType

from fuzz import audited
from fuzz.kinds import Format, examples_of
from fuzz.mutations import of_old_workbook, of_text, of_workbook
from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.column_map import read_column_map
from listing_rewards.files.reading.column_proposals import proposals_for
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.files.writing.settings import read_settings, settings_text

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
SECONDS = 2
MAP = '[read]\n"挂牌" = "neeq_listed"\n[carry]\n"行" = "bank"\n'.encode()
FOUND = Path("fuzz-found")


def assessed(path: str) -> None:
    """Every row is an answer, a fault, or reported as no enterprise."""
    for outcome in assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF):
        assert outcome.row.aside or outcome.assessment or outcome.faults
        for each in outcome.faults:
            assert each.sentence("en")
            assert each.sentence("zh")


def formats() -> dict[str, Format]:
    """Every format that is read."""
    tables = (assessed, lambda path: read_payments(path, POLICY))
    proposed = (*tables, lambda path: proposals_for(path, POLICY))
    cases = examples_of("examples/cases/*.json")
    return {
        "xlsx": Format(
            ".xlsx",
            examples_of("examples/*.xlsx", "tests/files/sheets/*.xlsx"),
            of_workbook,
            proposed,
        ),
        "xls": Format(
            ".xls", examples_of("tests/files/old_sheets/*.xls"), of_old_workbook, proposed
        ),
        "csv": Format(
            ".csv", examples_of("examples/*.csv", "examples/ledger/*.csv"), of_text, proposed
        ),
        "json": Format(".json", cases, of_text, tables),
        "jsonl": Format(
            ".jsonl", tuple(b" ".join(each.split()) for each in cases), of_text, tables
        ),
        "policy": Format(
            ".toml",
            examples_of("examples/*.toml", "src/listing_rewards/policy/documents/*.toml"),
            of_text,
            (load_policy,),
        ),
        "map": Format(".toml", (MAP,), of_text, (lambda path: read_column_map(path, POLICY),)),
        "settings": Format(".toml", (settings_text("zh").encode(),), of_text, (read_settings,)),
        **audited.formats(),
    }


class TooSlow(Exception):
    """A file took longer than it may."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End a reader that takes too long."""
    raise TooSlow


def _unsaid(error: ListingRewardsError) -> str:
    """Why an error cannot be said in both languages; empty where it can."""
    try:
        said = error.explain("en") and error.explain("zh")
    except Exception:
        return traceback.format_exc()
    return "" if said else "nothing is said"


def wrong_with(path: str, readers: tuple[Callable[[str], object], ...], seconds: float) -> str:
    """How a file ends otherwise than in an answer or a sentence; empty where it does not."""
    for reader in readers:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        try:
            reader(path)
        except ListingRewardsError as error:
            if unsaid := _unsaid(error):
                return unsaid
        except Exception:
            return traceback.format_exc()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def tried(
    name: str, each: Format, times: int, seed: int, seconds: float = SECONDS
) -> Iterator[str]:
    """Mutated files of a format; yields what is wrong with one, which is kept.

    No reader may take more than `seconds` of processor time.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{each.suffix}"
        for number in range(seed, seed + times):
            draw = random.Random(f"{name} {number}")
            content = each.mutate(draw.choice(each.examples), draw)
            path.write_bytes(content)
            if wrong := wrong_with(str(path), each.readers, seconds):
                FOUND.mkdir(exist_ok=True)
                (FOUND / f"{name}-{number}{each.suffix}").write_bytes(content)
                yield f"{name} {number}: {wrong}"


def main() -> int:
    """Run; the exit status is 1 where anything was found."""
    known = formats()
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("formats", nargs="*", default=[*known], metavar="FORMAT")
    options.add_argument("--each", type=int, default=2000, help="files of each format")
    options.add_argument("--seed", type=int, default=0, help="the number of the first")
    asked = options.parse_args()
    signal.signal(signal.SIGVTALRM, stop)
    found = 0
    for name in asked.formats:
        bad = 0
        for wrong in tried(name, known[name], asked.each, asked.seed):
            bad += 1
            print(wrong, file=sys.stderr)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(f"{name}: {asked.each} files, {bad} wrong; at most {peak} MiB so far")
        found += bad
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
