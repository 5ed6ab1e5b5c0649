"""`site`: the page as a folder that needs no server of its own and no Python."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import reporting, tell
from listing_rewards.policy.reading import list_policies, load_policy
from listing_rewards.words import say


def site_command(
    output: Annotated[
        str, typer.Option("--output", "-o", help="The folder to write; new or empty.")
    ],
    pyodide: Annotated[
        str, typer.Option("--pyodide", help="The unpacked npm package pyodide: a folder.")
    ],
    pydantic_core: Annotated[
        str, typer.Option("--pydantic-core", help="The wheel of pydantic-core for Pyodide.")
    ],
    policy: Annotated[
        list[str] | None,
        typer.Option("--policy", "-p", help="An id or .toml file to offer; repeat it."),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Write the page as a folder: Python runs in the browser, and no fact leaves it.

    Any file server gives it out, an intranet's too; nothing is fetched from elsewhere.
    """
    with reporting(lang):
        from listing_rewards.service.site import Parts, write_site

        policies = [load_policy(name) for name in policy or list_policies()]
        write_site(Path(output), Parts(Path(pyodide), Path(pydantic_core)), policies)
    tell(say("site.written", lang, folder=output, policies=", ".join(each.id for each in policies)))
