"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from listing_rewards.errors import InvalidCase, Lang
from listing_rewards.files.reading.cell_values import cell_day

LANG = "--lang"
LANG_VARIABLE = "LISTING_REWARDS_LANG"

LangOption = Annotated[
    Lang, typer.Option(LANG, envvar=LANG_VARIABLE, help="Language of what is said.")
]
FilesArgument = Annotated[
    list[str], typer.Argument(help="Excel, CSV, JSON or JSON Lines files, or folders; - to read.")
]
PolicyOption = Annotated[
    str,
    typer.Option("--policy", "-p", help="A shipped policy's id, or the path of a .toml file."),
]
AsOfOption = Annotated[
    str,
    typer.Option(
        "--as-of", help="The as-of date, such as 2025-12-31; what is later does not count yet."
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--input-format", help="json, jsonl, csv or xlsx, where the suffix does not tell."
    ),
]
EventsOption = Annotated[
    str | None,
    typer.Option("--events", help="A table of further events: name or uscc, event, on, amount."),
]
PaymentsOption = Annotated[
    str | None,
    typer.Option("--payments", help="A table of payments: name or uscc, award, on, amount."),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore-column", help="A header of a table to leave out; may be repeated."),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        "--columns", help="A map of columns, such as `listing-rewards columns FILE` proposes."
    ),
]
OutputOption = Annotated[str, typer.Option("--output", "-o", help="A file to write; - to print.")]
FaultsOption = Annotated[
    str | None, typer.Option("--faults", help="A file for the faults, one a line of JSON.")
]


def day_of(as_of: str) -> date:
    """The day of ``--as-of``, in any of the forms a cell takes.

    Raises:
        InvalidCase: it is not a day.
    """
    try:
        return cell_day(as_of)
    except InvalidCase as error:
        raise InvalidCase(*(each.at(file="--as-of") for each in error.faults)) from None
