"""`policy diff`: what changes from one policy to another, like an amendment."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import reporting
from listing_rewards.policy.diff import changes_as_data
from listing_rewards.policy.reading import load_policy
from listing_rewards.report.amendment import amendment

DIFFERENT = 1


def diff_command(
    before: Annotated[str, typer.Argument(metavar="A", help="An id or a .toml file.")],
    after: Annotated[str, typer.Argument(metavar="B", help="An id or a .toml file.")],
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")
    ] = "text",
    lang: LangOption = "en",
) -> None:
    """Say what changes from policy A to policy B, part by part, like an amendment.

    Exit status: 0 the same content, 1 differences, 2 unusable input.
    """
    with reporting(lang):
        a, b = load_policy(before), load_policy(after)
    changes = changes_as_data(a, b)
    if form == "json":
        typer.echo(json.dumps(changes, ensure_ascii=False, indent=2))
    else:
        typer.echo(amendment(a, b, lang))
    if changes:
        raise typer.Exit(DIFFERENT)
