"""What is reported on a terminal besides results: faults, progress, the exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import (
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from listing_rewards.errors import Fault, Lang, ListingRewardsError
from listing_rewards.files.streams import Meter
from listing_rewards.words import say

T = TypeVar("T")
FINDINGS = 1
UNUSABLE = 2
BROKEN = 3
INTERRUPTED = 130
_EVERY = 100
"""Rows between two looks at the clock of what is shown."""


def tell(text: str) -> None:
    """One line on standard error."""
    typer.echo(text, err=True)


def report_faults(faults: Iterable[Fault], lang: Lang) -> None:
    """Each fault in one line on standard error."""
    for each in faults:
        tell(each.sentence(lang))


@contextmanager
def reporting(lang: Lang) -> Iterator[None]:
    """Turn an error of the input into its sentences and exit status 2; a stop into 130."""
    try:
        yield
    except KeyboardInterrupt:
        tell(say("terminal.stopped", lang))
        raise typer.Exit(INTERRUPTED) from None
    except ListingRewardsError as error:
        report_faults(error.faults, lang)
        raise typer.Exit(UNUSABLE) from None


def watched(items: Iterable[T], lang: Lang, meter: Meter | None = None) -> Iterator[T]:
    """The same items, counted on standard error while they pass, where that is a terminal.

    Shows how many there were, how many a second, the time gone by, and with a meter that knows
    the whole the time that is left.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TextColumn(say("terminal.left", lang)),
        TimeRemainingColumn(),
    )
    whole = meter.whole if meter else None
    shown = columns if whole else columns[:3]
    with Progress(*shown, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=whole)
        for number, item in enumerate(items, start=1):
            yield item
            if number % _EVERY and number > _EVERY:
                continue
            gone = progress.tasks[0].elapsed or 0
            rate = int(number / gone) if gone else 0
            said = say("terminal.rows", lang, n=f"{number:,}", rate=f"{rate:,}")
            done = meter.done if meter and whole else number
            progress.update(task, description=said, completed=done)
