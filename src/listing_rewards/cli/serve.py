"""`serve`: answers over HTTP, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import reporting, tell
from listing_rewards.errors import InvalidFile, ListingRewardsError, fault
from listing_rewards.files.streams import reason
from listing_rewards.service.desk import USUAL, desk_for
from listing_rewards.words import say

_OWN = ("127.0.0.1", "::1", "localhost")


def serve_command(
    policy: Annotated[
        list[str] | None,
        typer.Option("--policy", "-p", help="served_policy"),
    ] = None,
    host: Annotated[str, typer.Option("--host", help="host")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="port")] = 8000,
    token_file: Annotated[str | None, typer.Option("--token-file", help="token_file")] = None,
    most_bytes: Annotated[int, typer.Option("--most-bytes", min=1, help="most_bytes")] = USUAL.body,
    most_lines: Annotated[
        int, typer.Option("--most-lines", min=1, help="most_lines")
    ] = USUAL.lines,
    lang: LangOption = "en",
) -> None:
    """Answer over HTTP: cases as JSON in, answers, words, reports and records out."""
    with reporting(lang):
        token = None if token_file is None else _token(token_file)
        if host not in _OWN and token is None:
            raise ListingRewardsError(fault("exposed_without_token", host))
        limits = USUAL._replace(body=most_bytes, lines=most_lines)
        desk = desk_for(policy or (), limits)
        try:
            import uvicorn

            from listing_rewards.service.browser import pages_router
            from listing_rewards.service.http import application
        except ModuleNotFoundError:
            raise ListingRewardsError(fault("missing_extra", "serve", extra="serve")) from None
        app = application(desk, token=token)
        if token is None:
            app.include_router(pages_router(desk))
        address = f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
        policies = ", ".join(desk.policies)
        tell(say("service.listening", lang, address=address, policies=policies))
        uvicorn.run(app, host=host, port=port, access_log=False, log_level="warning")


def _token(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=reason(error)).at(file=name)) from None
    except UnicodeDecodeError:
        raise InvalidFile(fault("wrong_encoding", 0).at(file=name)) from None
