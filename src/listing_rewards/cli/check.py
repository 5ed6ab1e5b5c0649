"""`policy check`: what is wrong or doubtful with policy documents before any case is seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Literal, NamedTuple

import typer

from listing_rewards.cli.options import LangOption, day_of
from listing_rewards.cli.terminal import FINDINGS, UNUSABLE, reporting
from listing_rewards.errors import Fault, Lang, ListingRewardsError
from listing_rewards.policy.lint import Finding, lint
from listing_rewards.policy.reading import load_policy
from listing_rewards.words import say


class _Located(NamedTuple):
    """A finding, and the document that it is about."""

    file: str
    finding: Finding

    @property
    def key(self) -> str:
        """Where in the document it stands; empty for the whole."""
        return self.finding.fault.path

    def sentence(self, lang: Lang) -> str:
        """What is wrong and what to do, without its place."""
        fault = self.finding.fault
        return replace(fault, file="", path="", row=0, column="").sentence(lang)


def check_command(
    documents: Annotated[list[str], typer.Argument(metavar="ID|PATH...", help="documents")],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="confirmed_as_of"),
    ] = None,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="check_format")
    ] = "text",
    lang: LangOption = "en",
) -> None:
    """Check policies: errors (it contradicts itself, an amount would be wrong) and advice."""
    with reporting(lang):
        day = None if as_of is None else day_of(as_of)
    located: list[_Located] = []
    unusable = False
    for name in documents:
        try:
            located += [_Located(name, each) for each in lint(load_policy(name), as_of=day)]
        except ListingRewardsError as error:
            located += [
                _Located(each.file or name, Finding("error", each)) for each in error.faults
            ]
            unusable = unusable or any(map(_unreadable, error.faults))
    typer.echo(_as_json(located) if form == "json" else _as_text(located, len(documents), lang))
    if unusable:
        raise typer.Exit(UNUSABLE)
    if any(each.finding.level == "error" for each in located):
        raise typer.Exit(FINDINGS)


def _unreadable(fault: Fault) -> bool:
    """Whether there is no document to speak of; what it extends is a matter of its content."""
    return fault.code == "unreadable_file" or (fault.code == "unknown_policy" and not fault.path)


def _as_json(located: Sequence[_Located]) -> str:
    records = [
        {
            "file": each.file,
            "key": each.key,
            "level": each.finding.level,
            "code": each.finding.fault.code,
            "en": each.sentence("en"),
            "zh": each.sentence("zh"),
        }
        for each in located
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def _as_text(located: Sequence[_Located], documents: int, lang: Lang) -> str:
    """A line each, then one that says how many there were."""
    lines = [
        ": ".join(
            part
            for part in (
                each.file,
                each.key,
                say("check.level", lang, each.finding.level),
                each.sentence(lang),
            )
            if part
        )
        for each in located
    ]
    errors = sum(each.finding.level == "error" for each in located)
    files = say("check.files", lang, _number(documents), n=documents)
    if not located:
        return say("check.nothing", lang, files=files)
    advice = len(located) - errors
    lines.append(
        say(
            "check.found",
            lang,
            files=files,
            errors=say("check.errors", lang, _number(errors), n=errors),
            advice=say("check.advice", lang, _number(advice), n=advice),
        )
    )
    return "\n".join(lines)


def _number(n: int) -> str:
    return "one" if n == 1 else "many"
