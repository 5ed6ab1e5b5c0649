"""What every command of the plan is given: files of enterprises, a day, where to write and how."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

import typer

from listing_rewards.assessment.part import Part
from listing_rewards.case import Case
from listing_rewards.cli.options import (
    AsOfOption,
    ColumnsOption,
    EventsOption,
    FormatOption,
    IgnoreOption,
    LangOption,
    OutputOption,
    PaymentsOption,
    day_of,
)
from listing_rewards.cli.run import Inputs, form_of, with_own_options
from listing_rewards.cli.terminal import FINDINGS, report_faults, reporting, watched
from listing_rewards.errors import InvalidCase, InvalidFile, Lang, fault
from listing_rewards.files.reading.column_map import NO_MAP, read_column_map
from listing_rewards.files.streams import STANDARD, Format
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy

Report = TypeVar("Report", bound=Part)
Form: TypeAlias = Literal["table", "json", "csv", "xlsx"]
Written: TypeAlias = Form | Literal["html"]
"""How a report is written: a page, where the command has one, by the suffix of its file."""
TABLES: tuple[Written, ...] = ("json", "csv", "xlsx")
"""What a command writes whose report is made of tables."""
_FILES: tuple[Format, ...] = ("json", "csv", "xlsx")
FormOption = Annotated[Form | None, typer.Option("--format", help="format")]
PlanFilesArgument = Annotated[list[str], typer.Argument(metavar="FILES...", help="plan_files")]


@dataclass(slots=True)
class PlanRun:
    """Files of enterprises that a question is asked of.

    Attributes:
        inputs: the files.
        as_of: the as-of date.
        output: where to write.
        form: how to write.
        lang: the language.
        columns: a file that says what the columns are whose headers are not ours.
        faulty: how many rows had faults; they were reported and left out.
    """

    inputs: Inputs
    as_of: date
    output: str
    form: Written
    lang: Lang
    columns: str | None = None
    faulty: int = 0

    def cases(self, known: Policy) -> list[Case]:
        """The cases of the files; a row with faults is reported and left out.

        Args:
            known: the facts that they may state.

        Raises:
            InvalidFile: no row could be read, or the map of columns cannot be used.
        """
        mapped = read_column_map(self.columns, known) if self.columns else NO_MAP
        found: list[Case] = []
        for row in watched(replace(self.inputs, columns=mapped).rows(known), self.lang):
            faults = row.faults
            if row.case is not None:
                faults = tuple(map(row.placed, faults_against(row.case, known)))
            report_faults(faults, self.lang)
            self.faulty += bool(faults)
            if row.case is not None and not faults:
                found.append(row.case)
        if not found:
            raise InvalidFile(fault("nothing_to_screen"))
        return found


def over_plan(
    command: Callable[..., object], *, writes: Collection[Written] = TABLES
) -> Callable[..., None]:
    """A command of the plan: given a run, and whatever it has besides the options of every one.

    The exit status is 1 where rows had faults, and 2 for input that cannot be used.

    Args:
        command: the command.
        writes: what it can write besides what it prints.
    """

    def whole(  # the options of every such command, in the order in which help lists them
        files: PlanFilesArgument,
        as_of: AsOfOption,
        output: OutputOption = STANDARD,
        form: FormOption = None,
        input_format: FormatOption = None,
        events: EventsOption = None,
        payments: PaymentsOption = None,
        ignore_column: IgnoreOption = None,
        columns: ColumnsOption = None,
        lang: LangOption = "en",
        **own: Any,
    ) -> None:
        with reporting(lang):
            ignored = tuple(ignore_column or ())
            inputs = Inputs(tuple(files), input_format, events, payments, ignored)
            run = PlanRun(inputs, day_of(as_of), output, _form(output, form, writes), lang, columns)
            command(run, **own)
        if run.faulty:
            raise typer.Exit(FINDINGS)

    return with_own_options(whole, command, after=2)


def read_report(name: str, kind: type[Report]) -> Report:
    """A report that a command of the plan wrote as JSON, for comparing with.

    Raises:
        InvalidFile: it cannot be read as one.
    """
    try:
        return kind.model_validate_json(Path(name).read_bytes())
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=error).at(file=name)) from None
    except InvalidCase as error:
        raise InvalidFile(*(each.at(file=name) for each in error.faults)) from None


def _form(output: str, asked: Form | None, writes: Collection[Written]) -> Written:
    """How to write: a page where the command has one and the file is called so."""
    if asked is None and "html" in writes and output.lower().endswith(".html"):
        return "html"
    found = form_of(output, asked, among=[each for each in _FILES if each in writes])
    return "json" if found == "jsonl" else found
