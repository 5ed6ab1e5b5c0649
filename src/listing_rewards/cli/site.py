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
    output: Annotated[str, typer.Option("--output", "-o", help="site_output")],
    pyodide: Annotated[str, typer.Option("--pyodide", help="pyodide")],
    pydantic_core: Annotated[str, typer.Option("--pydantic-core", help="pydantic_core")],
    policy: Annotated[
        list[str] | None,
        typer.Option("--policy", "-p", help="site_policy"),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Write the page as a folder: Python runs in the browser, and no fact leaves it."""
    with reporting(lang):
        from listing_rewards.service.site import Parts, write_site

        policies = [load_policy(name) for name in policy or list_policies()]
        write_site(Path(output), Parts(Path(pyodide), Path(pydantic_core)), policies)
    tell(say("site.written", lang, folder=output, policies=", ".join(each.id for each in policies)))
