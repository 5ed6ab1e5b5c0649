"""`explain`: why an amount is what it is, in words."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Literal

import typer

from listing_rewards.assessment import Assessment
from listing_rewards.cli.run import Run, over_cases
from listing_rewards.cli.terminal import report_faults
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.outcomes import Outcome
from listing_rewards.files.writing.results import write_documents

_RULE = "\n" + "=" * 80 + "\n\n"


@over_cases
def explain_command(
    run: Run,
    enterprise: Annotated[
        str | None, typer.Option("--enterprise", "-e", help="only_enterprise")
    ] = None,
    form: Annotated[
        Literal["text", "json", "jsonl"],
        typer.Option("--format", help="words_format"),
    ] = "text",
) -> bool:
    """Explain what is payable to one enterprise, or to each: steps, clauses, what is open."""
    explained = _Explained(run, enterprise)
    first = next(explained.outcomes, None)
    explained.outcomes = chain([first] if first else [], explained.outcomes)
    if form == "text":
        for number, answer in enumerate(explained.answers()):
            typer.echo((_RULE if number else "") + answer.explain(run.lang))
    else:
        words = (answer.in_words(run.lang) for answer in explained.answers())
        write_documents(words, sys.stdout, form, alone=run.is_of_one(first))
    return explained.any_faulty


class _Explained:
    """The answers that are asked for, as their rows pass.

    Attributes:
        outcomes: what became of each row.
        any_faulty: whether a row that is asked for had faults.
    """

    def __init__(self, run: Run, enterprise: str | None) -> None:
        self.outcomes: Iterator[Outcome] = run.outcomes()
        self.any_faulty = False
        self._run, self._enterprise = run, enterprise

    def answers(self) -> Iterator[Assessment]:
        """The answer of each row that is asked for; faults are reported.

        Raises:
            InvalidFile: no row is of the enterprise that is asked for.
        """
        names: set[str] = set()
        asked, shown = self._enterprise, False
        for outcome in self.outcomes:
            if outcome.row.case is not None:
                who = outcome.row.case.enterprise
                names.add(who.name)
                if asked is not None and asked not in {who.name, who.uscc}:
                    continue
            report_faults(outcome.faults, self._run.lang)
            self.any_faulty |= bool(outcome.faults)
            if outcome.assessment is not None:
                shown = True
                yield outcome.assessment
        if asked is not None and not shown and not self.any_faulty:
            raise InvalidFile(fault("no_such_enterprise", asked, accepted=sorted(names)))
