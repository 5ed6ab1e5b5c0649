"""`policy check`: what is wrong or doubtful with policy documents before any case is seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Literal, NamedTuple

import typer

from listing_rewards.cli.assess import FINDINGS
from listing_rewards.cli.options import LangOption, day_asked
from listing_rewards.cli.screen import UNUSABLE, telling
from listing_rewards.errors import Fault, Lang, ListingRewardsError
from listing_rewards.policy.lint import Finding, lint
from listing_rewards.policy.reading import load_policy

_LEVELS = {"error": ("error", "错误"), "advice": ("advice", "建议")}
_ENDS = {
    "found": ("{files}: {errors}, {advice}.", "{files}：错误{errors}处，建议{advice}处。"),
    "nothing": ("{files}: nothing was found.", "{files}：未发现问题。"),
}


class _Told(NamedTuple):
    """A finding, and the document it is told of."""

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
    documents: Annotated[
        list[str], typer.Argument(metavar="ID|PATH...", help="Ids, or .toml files.")
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", help="Also tell whose numbers nobody has confirmed in the year before it."
        ),
    ] = None,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="A line each, or a JSON list.")
    ] = "text",
    lang: LangOption = "en",
) -> None:
    """Check policies: errors (it contradicts itself, an amount would be wrong) and advice.

    Exit status: 0 no errors, 1 errors in a document, 2 a document cannot be read at all.
    """
    with telling(lang):
        day = None if as_of is None else day_asked(as_of)
    told: list[_Told] = []
    unusable = False
    for name in documents:
        try:
            told += [_Told(name, each) for each in lint(load_policy(name), as_of=day)]
        except ListingRewardsError as error:
            told += [_Told(each.file or name, Finding("error", each)) for each in error.faults]
            unusable = unusable or any(map(_unreadable, error.faults))
    typer.echo(_as_json(told) if form == "json" else _as_text(told, len(documents), lang))
    if unusable:
        raise typer.Exit(UNUSABLE)
    if any(each.finding.level == "error" for each in told):
        raise typer.Exit(FINDINGS)


def _unreadable(fault: Fault) -> bool:
    """Whether there is no document to speak of; what it extends is a matter of its content."""
    return fault.code == "unreadable_file" or (fault.code == "unknown_policy" and not fault.path)


def _as_json(told: Sequence[_Told]) -> str:
    records = [
        {
            "file": each.file,
            "key": each.key,
            "level": each.finding.level,
            "code": each.finding.fault.code,
            "en": each.sentence("en"),
            "zh": each.sentence("zh"),
        }
        for each in told
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def _as_text(told: Sequence[_Told], documents: int, lang: Lang) -> str:
    """A line each, then one that says how many there were."""
    chinese = lang == "zh"
    lines = [
        ": ".join(
            part
            for part in (
                each.file,
                each.key,
                _LEVELS[each.finding.level][chinese],
                each.sentence(lang),
            )
            if part
        )
        for each in told
    ]
    errors = sum(each.finding.level == "error" for each in told)
    advice = len(told) - errors
    end = _ENDS["found" if told else "nothing"][chinese]
    if chinese:
        lines.append(end.format(files=f"{documents}份文件", errors=errors, advice=advice))
    else:
        files = _count(documents, "document", "documents")
        counts = (_count(errors, "error", "errors"), _count(advice, "point", "points"))
        lines.append(end.format(files=files, errors=counts[0], advice=f"{counts[1]} of advice"))
    return "\n".join(lines)


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
