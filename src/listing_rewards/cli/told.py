"""Outcomes as they pass: each counted, its faults told and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeAlias

from listing_rewards.assessment import Assessment
from listing_rewards.cli.screen import complain
from listing_rewards.errors import Fault, Lang
from listing_rewards.files.outcomes import Outcome, Tally
from listing_rewards.files.streams import written
from listing_rewards.files.writing.answer_tables import Answered
from listing_rewards.files.writing.results import write_faults

Note: TypeAlias = Callable[[Iterable[Fault]], None]


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


class Told(NamedTuple):
    """Where what becomes of the rows is told.

    Attributes:
        tally: counts them.
        lang: the language of what is said.
        note: keeps the faults.
    """

    tally: Tally
    lang: Lang
    note: Note


def answers_of(outcomes: Iterable[Outcome], told: Told) -> Iterator[Assessment]:
    """The assessments in order; the faults of the other rows are told on the way."""
    return (each.answer for each in assessed(outcomes, told))


def assessed(outcomes: Iterable[Outcome], told: Told) -> Iterator[Answered]:
    """The assessments with their places, in order; the faults of the other rows are told."""
    for outcome in counted(outcomes, told):
        if outcome.assessment is not None:
            yield Answered(outcome.row.place, outcome.assessment)


def counted(outcomes: Iterable[Outcome], told: Told) -> Iterator[Outcome]:
    """The same outcomes, counted, their faults told."""
    for outcome in outcomes:
        told.tally.count(outcome)
        complain(outcome.faults, told.lang)
        told.note(outcome.faults)
        yield outcome
