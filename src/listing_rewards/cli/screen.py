"""What people see on a terminal: complaints, a summary, a table, progress."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import TypeVar

import typer
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.measure import Measurement
from rich.progress import (
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from listing_rewards.assessment import Assessment
from listing_rewards.bounds import Bounds
from listing_rewards.errors import Fault, Lang, ListingRewardsError
from listing_rewards.files.outcomes import Tally
from listing_rewards.files.streams import Meter
from listing_rewards.money import write_yuan
from listing_rewards.words import say

T = TypeVar("T")
UNUSABLE = 2
INTERRUPTED = 130
SHOWN = 5
_EVERY = 100
"""Rows between two looks at the clock of what is shown."""
_COLUMNS = ("enterprise", "payable", "at_most", "withheld", "paid", "overpaid", "notes")
_AMOUNTS = frozenset({"payable", "at_most", "withheld", "paid", "overpaid"})


def tell(text: str) -> None:
    """One line on standard error."""
    typer.echo(text, err=True)


def complain(faults: Iterable[Fault], lang: Lang) -> None:
    """Each fault in one line on standard error."""
    for each in faults:
        tell(each.sentence(lang))


@contextmanager
def telling(lang: Lang) -> Iterator[None]:
    """Turn an error of the input into its sentences and exit status 2; a stop into 130."""
    try:
        yield
    except KeyboardInterrupt:
        tell(say("terminal.stopped", lang))
        raise typer.Exit(INTERRUPTED) from None
    except ListingRewardsError as error:
        complain(error.faults, lang)
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


def show_table(assessments: Iterable[Assessment], tally: Tally, lang: Lang) -> None:
    """The answers as a table, one row an enterprise; an amount is never cut short."""
    rows = [_cells(answer, lang) for answer in assessments]
    open_ended = tally.payable_at_most != tally.payable
    foot = {
        "enterprise": say("terminal.total", lang),
        "payable": write_yuan(tally.payable),
        "at_most": most_of(tally.payable_at_most, lang) if open_ended else "",
        "withheld": held(tally.withheld, lang),
        "paid": write_yuan(tally.paid) if tally.paid else "",
        "overpaid": write_yuan(tally.overpaid) if tally.overpaid else "",
    }
    table = Table(
        box=SIMPLE_HEAD, show_edge=False, show_footer=True, caption=say("terminal.unit", lang)
    )
    always = {"enterprise", "payable"}
    shown = [key for key in _COLUMNS if key in always or any(row[key] for row in rows)]
    for key in shown:
        cells = [say("terminal.column", lang, key), foot.get(key, ""), *(row[key] for row in rows)]
        if key in _AMOUNTS:
            width = max(map(cell_len, cells))
            table.add_column(
                cells[0], footer=cells[1], justify="right", no_wrap=True, min_width=width
            )
        else:
            table.add_column(cells[0], footer=cells[1], overflow="fold", min_width=10)
    for row in rows:
        table.add_row(*(row[key] for key in shown))
    console = Console(markup=False)
    narrowest = Measurement.get(console, console.options.update(max_width=1000), table).minimum
    if narrowest > console.width:
        console = Console(width=narrowest, markup=False)
    console.print(table)


def _cells(answer: Assessment, lang: Lang) -> dict[str, str]:
    told: list[str] = [remark.kind for remark in answer.remarks]
    counts = {
        "needs": len(answer.needs),
        "assumed": len(answer.assumptions),
        "notices": len(answer.notices) + told.count("notice_at_payment"),
        "uncounted": sum(map(told.count, ("event_later", "payment_later", "payment_elsewhere"))),
    }
    overpaid = answer.overpaid.at_least
    return {
        "enterprise": answer.case.enterprise.name,
        "payable": write_yuan(answer.payable),
        "at_most": "" if answer.determined else most_of(answer.payable_at_most, lang),
        "withheld": held(answer.withheld, lang),
        "paid": write_yuan(answer.paid) if answer.paid else "",
        "overpaid": write_yuan(overpaid) if overpaid else "",
        "notes": say("terminal.joint", lang).join(
            say("terminal.note", lang, key, n=count) for key, count in counts.items() if count
        ),
    }


def held(withheld: Bounds, lang: Lang) -> str:
    """What a notice holds back, at the most; nothing said where it holds back nothing."""
    return "" if withheld.nothing else most_of(withheld.at_most, lang)


def most_of(amount: Decimal | None, lang: Lang) -> str:
    """The upper end of a range; in words where there is none."""
    return say("terminal.no_limit", lang) if amount is None else write_yuan(amount)
