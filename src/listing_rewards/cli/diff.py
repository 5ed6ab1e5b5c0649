"""`policy diff`: what changes from one policy to another, like an amendment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Literal

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.prove import (
    Cases,
    NumberOfEvents,
    Seconds,
    outcome_lines,
    summary_effect,
    write_cases,
)
from listing_rewards.cli.terminal import reporting
from listing_rewards.errors import Lang
from listing_rewards.policy.diff import changes_as_data
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy
from listing_rewards.report.amendment import amendment
from listing_rewards.words import say

DIFFERENT = 1


def diff_command(
    before: Annotated[str, typer.Argument(metavar="A", help="policy_id")],
    after: Annotated[str, typer.Argument(metavar="B", help="policy_id")],
    by_effect: Annotated[
        bool,
        typer.Option("--effect", help="by_effect"),
    ] = False,
    events: NumberOfEvents = 2,
    seconds: Seconds = 60,
    cases: Cases = None,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="programs_format")
    ] = "text",
    lang: LangOption = "en",
) -> None:
    """Say what changes from policy A to policy B, part by part, like an amendment."""
    with reporting(lang):
        a, b = load_policy(before), load_policy(after)
        if by_effect:
            _effect(a, b, {id(a): before, id(b): after}, events, seconds, cases, form, lang)
            return
    changes = changes_as_data(a, b)
    if form == "json":
        typer.echo(json.dumps(changes, ensure_ascii=False, indent=2))
    else:
        typer.echo(amendment(a, b, lang))
    if changes:
        raise typer.Exit(DIFFERENT)


def _effect(
    a: Policy,
    b: Policy,
    documents: Mapping[int, str],
    events: int,
    seconds: float,
    cases: str | None,
    form: str,
    lang: Lang,
) -> None:
    """The smallest case in which an award gives more, and less, or that there is none."""
    from listing_rewards.proof import effect
    from listing_rewards.proof.sentences import as_data

    proof = effect(a, b, events=events, seconds=seconds)
    written = [] if cases is None else list(write_cases(proof, cases, documents, lang))
    if form == "json":
        typer.echo(json.dumps(as_data(proof, seconds), ensure_ascii=False, indent=2))
    else:
        head = say("proof.head_effect", lang, a=a.id, b=b.id)
        lines = [head, *outcome_lines(proof, seconds, lang), summary_effect(proof, lang), *written]
        typer.echo("\n".join(lines))
    if not proof.proved:
        raise typer.Exit(DIFFERENT)
