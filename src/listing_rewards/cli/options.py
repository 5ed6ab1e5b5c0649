"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from listing_rewards.errors import InvalidCase, Lang
from listing_rewards.files.reading.cell_values import cell_day

LANG = "--lang"
LANG_VARIABLE = "LISTING_REWARDS_LANG"

LangOption = Annotated[Lang, typer.Option(LANG, envvar=LANG_VARIABLE, help="lang")]
FilesArgument = Annotated[list[str], typer.Argument(help="files")]
PolicyOption = Annotated[
    str,
    typer.Option("--policy", "-p", help="policy"),
]
AsOfOption = Annotated[
    str,
    typer.Option("--as-of", help="as_of"),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--input-format", help="input_format"),
]
EventsOption = Annotated[
    str | None,
    typer.Option("--events", help="events"),
]
PaymentsOption = Annotated[
    str | None,
    typer.Option("--payments", help="payments"),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore-column", help="ignore_column"),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option("--columns", help="columns"),
]
OutputOption = Annotated[str, typer.Option("--output", "-o", help="output")]
FaultsOption = Annotated[str | None, typer.Option("--faults", help="faults")]


def day_of(as_of: str) -> date:
    """The day of ``--as-of``, in any of the forms a cell takes.

    Raises:
        InvalidCase: it is not a day.
    """
    try:
        return cell_day(as_of)
    except InvalidCase as error:
        raise InvalidCase(*(each.at(file="--as-of") for each in error.faults)) from None
