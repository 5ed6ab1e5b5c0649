"""`policy new`: a policy document to begin with, to be filled in by hand."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import reporting
from listing_rewards.errors import InvalidFile, InvalidPolicy, Lang, fault
from listing_rewards.policy.reading import list_policies, load_policy

BEGINS_FROM = "zhanjiang-bse-2023"


def new_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="new_file")],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ID|PATH",
            help="source",
            show_default=BEGINS_FROM,
        ),
    ] = None,
    extends: Annotated[
        str | None,
        typer.Option("--extends", metavar="ID|PATH", help="extends"),
    ] = None,
    lang: LangOption = "zh",
) -> None:
    """Write a policy document to begin with: commented, to be changed by hand, then checked."""
    with reporting(lang):
        own_id = _own_id(file)
        if source is not None and extends is not None:
            raise InvalidPolicy(fault("from_or_extends"))
        text = _draft(file, own_id, source or BEGINS_FROM, extends, lang)
        _write(file, text)
    from listing_rewards.words import say

    check = f"listing-rewards policy check {shlex.quote(file)}"
    typer.echo(say("draft.written", lang, file=file, check=check))


def _own_id(file: str) -> str:
    """The id of a new document, from the name of its file."""
    path = Path(file)
    if path.suffix != ".toml" or not path.stem.strip():
        raise InvalidFile(fault("not_a_toml_name", file))
    if path.stem.strip() in list_policies():
        raise InvalidPolicy(fault("id_taken", path.stem.strip()).at(file=file))
    return path.stem.strip()


def _draft(file: str, own_id: str, source: str, extends: str | None, lang: Lang) -> str:
    try:
        from listing_rewards.cli.draft import extending_draft, whole_draft
    except ModuleNotFoundError as error:
        if error.name != "tomlkit":
            raise
        raise InvalidFile(fault("missing_extra", "cli", extra="cli")) from None
    if extends is None:
        return whole_draft(load_policy(source), own_id=own_id, file=file, lang=lang)
    policy = load_policy(extends)
    name = extends if extends in list_policies() else _relative(extends, file)
    return extending_draft(policy, own_id=own_id, extends=name, file=file, lang=lang)


def _relative(path: str, file: str) -> str:
    """The path of what is extended, as the new file has to say it."""
    return Path(os.path.relpath(path, Path(file).parent)).as_posix()


def _write(file: str, text: str) -> None:
    """Write a new file; one that is there stays as it is."""
    try:
        with Path(file).open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        raise InvalidFile(fault("file_exists").at(file=file)) from None
    except OSError as error:
        raise InvalidFile(fault("unwritable_file", detail=error.strerror).at(file=file)) from None
