"""A run over files of cases: what is read, under which policy, on which day; what became of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_type_hints

import typer

from listing_rewards.cli.options import (
    AsOfOption,
    ColumnsOption,
    EventsOption,
    FilesArgument,
    FormatOption,
    IgnoreOption,
    LangOption,
    PaymentsOption,
    PolicyOption,
    day_of,
)
from listing_rewards.cli.terminal import FINDINGS, report_faults, reporting, watched
from listing_rewards.errors import Fault, InvalidFile, Lang, fault
from listing_rewards.files.outcomes import Outcome, Tally, assess_rows
from listing_rewards.files.reading import Row
from listing_rewards.files.reading.case_files import read_files
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap, read_column_map
from listing_rewards.files.reading.folders import files_in
from listing_rewards.files.streams import FORMATS, STANDARD, Format, Meter, format_of, written
from listing_rewards.files.writing.results import write_faults
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy

Note: TypeAlias = Callable[[Iterable[Fault]], None]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files of cases, with the second tables that belong to them.

    Attributes:
        files: the files, in order.
        input_format: their format, where the suffix does not tell.
        events: a table of further events.
        payments: a table of payments.
        ignored: the headers of columns to leave out.
        columns: what the user says of headers that are not ours.
    """

    files: tuple[str, ...]
    input_format: str | None = None
    events: str | None = None
    payments: str | None = None
    ignored: tuple[str, ...] = ()
    columns: ColumnMap = NO_MAP

    @property
    def names(self) -> list[str]:
        """Every file that is read."""
        return [*files_in(self.files).files, *filter(None, (self.events, self.payments))]

    def rows(self, policy: Policy, meter: Meter | None = None) -> Iterator[Row]:
        """Every row of every file in order, each with the entries of the tables that name it."""
        return read_files(
            self.files,
            policy,
            events=self.events,
            payments=self.payments,
            asked=self.input_format,
            ignored=self.ignored,
            columns=self.columns,
            meter=meter,
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Cases to be assessed under one policy on one day.

    Attributes:
        inputs: where the cases are read.
        policy: the policy.
        as_of: the as-of date.
        lang: the language of what is reported.
        tally: what became of the rows that were reported.
    """

    inputs: Inputs
    policy: Policy
    as_of: date
    lang: Lang
    tally: Tally = field(default_factory=Tally)

    def outcomes(self, *, watch: bool = False) -> Iterator[Outcome]:
        """What becomes of each row; with `watch`, how many there were is shown on a terminal."""
        meter = Meter(list(self.inputs.files)) if watch else None
        rows = self.inputs.rows(self.policy, meter)
        return assess_rows(
            watched(rows, self.lang, meter) if watch else rows, self.policy, as_of=self.as_of
        )

    def reported(self, outcomes: Iterable[Outcome], note: Note | None = None) -> Iterator[Outcome]:
        """The same outcomes as they pass, each counted and its faults reported and noted."""
        for outcome in outcomes:
            self.tally.count(outcome)
            report_faults(outcome.faults, self.lang)
            if note:
                note(outcome.faults)
            yield outcome

    def is_of_one(self, first: Outcome | None) -> bool:
        """Whether its first outcome is of the only case there is, a document by itself."""
        return len(self.inputs.files) == 1 and first is not None and first.row.alone


@contextmanager
def noting(faults: str | None) -> Iterator[Note]:
    """Where faults are written as they are found, one a line of JSON; nowhere without a file.

    Raises:
        InvalidFile: the file cannot be written.
    """
    if faults is None:
        yield lambda _: None
        return
    with written(faults) as text:
        yield lambda found: write_faults(found, text)


def over_cases(command: Callable[..., bool]) -> Callable[..., None]:
    """A command over cases: given a run, and whatever it has besides the options of every run.

    What it returns says whether there were findings; the exit status is then 1. An error of the
    input becomes its sentences, and the exit status 2.
    """

    def whole(  # the options of every run, in the order in which help lists them
        files: FilesArgument,
        policy: PolicyOption,
        as_of: AsOfOption,
        input_format: FormatOption = None,
        events: EventsOption = None,
        payments: PaymentsOption = None,
        ignore_column: IgnoreOption = None,
        columns: ColumnsOption = None,
        lang: LangOption = "en",
        **own: Any,
    ) -> None:
        with reporting(lang):
            document = load_policy(policy)
            mapped = read_column_map(columns, document) if columns else NO_MAP
            ignored = tuple(ignore_column or ())
            inputs = Inputs(tuple(files), input_format, events, payments, ignored, mapped)
            run = Run(inputs, document, day_of(as_of), lang)
            findings = command(run, **own)
        if findings:
            raise typer.Exit(FINDINGS)

    return with_own_options(whole, command, after=3)


def with_own_options(
    whole: Callable[..., None], command: Callable[..., object], *, after: int
) -> Callable[..., None]:
    """A command of shared options that help lists with those of its own, after the first few."""
    shared = _parameters(whole)[:-1]
    _, *others = _parameters(command)
    parameters = [*shared[:after], *others, *shared[after:]]
    whole.__doc__, whole.__name__ = command.__doc__, command.__name__
    whole.__annotations__ = {each.name: each.annotation for each in parameters}
    whole.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # typer reads it
    return whole


def _parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    """The parameters of a function, their types looked up."""
    types = get_type_hints(function, include_extras=True)
    return [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=types[each.name])
        for each in inspect.signature(function).parameters.values()
    ]


def form_of(
    output: str, asked: str | None, *, among: Collection[Format] = FORMATS
) -> Literal["table"] | Format:
    """How to write: as asked for, or by the suffix of the output; on the screen a table.

    Raises:
        InvalidFile: a table is to go to a file, or the format is none of those.
    """
    if asked == "table":
        refuse_table_in_file(output, among)
    if asked == "table" or (asked is None and output == STANDARD):
        return "table"
    return format_of(output, asked, among=among)


def refuse_table_in_file(output: str, among: Collection[str] = FORMATS) -> None:
    """Refuse to write a table, which is for the screen, to a file."""
    if output != STANDARD:
        raise InvalidFile(fault("table_is_for_the_screen", accepted=among).at(file=output))


def refuse_overwriting(outputs: Iterable[str | None], inputs: Iterable[str]) -> None:
    """Refuse an output that is one of the inputs or another output, which it would destroy."""
    taken = {Path(name).resolve() for name in inputs if name != STANDARD}
    for name in outputs:
        if name is None or name == STANDARD:
            continue
        if Path(name).resolve() in taken:
            raise InvalidFile(fault("overwrites_input").at(file=name))
        taken.add(Path(name).resolve())
