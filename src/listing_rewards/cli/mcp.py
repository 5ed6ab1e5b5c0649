"""`mcp`: the tools of an assistant, over standard streams."""

from __future__ import annotations

from typing import Annotated

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import reporting
from listing_rewards.errors import ListingRewardsError, fault
from listing_rewards.service.desk import desk_for


def mcp_command(
    policy: Annotated[
        list[str] | None,
        typer.Option("--policy", "-p", help="served_policy"),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Answer an assistant (MCP) over standard streams: policies, cases in words, explanations."""
    with reporting(lang):
        try:
            from listing_rewards.service.assistant import server
        except ModuleNotFoundError:
            raise ListingRewardsError(fault("missing_extra", "mcp", extra="mcp")) from None
        server(desk_for(policy or ())).run("stdio")
