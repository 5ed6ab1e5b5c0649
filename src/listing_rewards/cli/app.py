"""The commands put together, and what becomes of an error nobody foresaw."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.main import get_command

from listing_rewards.cli.assess import assess_command
from listing_rewards.cli.batch import batch_command
from listing_rewards.cli.calendar import calendar_command
from listing_rewards.cli.columns import columns_command
from listing_rewards.cli.counties import counties_command
from listing_rewards.cli.explain import explain_command
from listing_rewards.cli.help import in_language
from listing_rewards.cli.mcp import mcp_command
from listing_rewards.cli.options import LangOption
from listing_rewards.cli.outlook import outlook_command
from listing_rewards.cli.policy import app as policy_app
from listing_rewards.cli.portrait import portrait_command
from listing_rewards.cli.reconcile import reconcile_command
from listing_rewards.cli.record import record_command
from listing_rewards.cli.report import report_command
from listing_rewards.cli.schema import schema_command
from listing_rewards.cli.screen import screen_command
from listing_rewards.cli.serve import serve_command
from listing_rewards.cli.site import site_command
from listing_rewards.cli.template import template_command
from listing_rewards.cli.terminal import BROKEN, INTERRUPTED, UNUSABLE, report_faults
from listing_rewards.cli.together import together_command
from listing_rewards.cli.usage import PROGRAM, UnusableLine, asked_language, faults_of, language_of
from listing_rewards.cli.verify import verify_command
from listing_rewards.cli.workbook import workbook_command
from listing_rewards.version import __version__

app = typer.Typer(
    name=PROGRAM,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("assess")(assess_command)
app.command("batch")(batch_command)
app.command("explain")(explain_command)
app.command("report")(report_command)
app.command("workbook")(workbook_command)
app.command("record")(record_command)
app.command("verify")(verify_command)
app.command("reconcile")(reconcile_command)
app.command("serve")(serve_command)
app.command("calendar")(calendar_command)
app.command("counties")(counties_command)
app.command("outlook")(outlook_command)
app.command("portrait")(portrait_command)
app.command("together")(together_command)
app.command("site")(site_command)
app.command("mcp")(mcp_command)
app.command("screen")(screen_command)
app.command("template")(template_command)
app.command("columns")(columns_command)
app.command("schema")(schema_command)
app.add_typer(policy_app, name="policy")


def _show_version(asked: bool) -> None:  # noqa: FBT001  (the shape that typer calls)
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="version"),
    ] = False,
    lang: LangOption = "en",
) -> None:
    """Compute the rewards a policy document grants enterprises for listing, and why."""


def run() -> int:
    """Run the command; no traceback reaches a user."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    words = sys.argv[1:]
    lang = language_of(words)
    try:
        command = in_language(get_command(app), lang, asked=asked_language(words))
        status = command.main(prog_name=PROGRAM, standalone_mode=False)
    except SystemExit as stop:
        status = 0 if isinstance(stop.__context__, BrokenPipeError) else stop.code
    except typer.Abort:
        return INTERRUPTED
    except UnusableLine as error:
        report_faults(faults_of(error), lang)
        return UNUSABLE
    except BrokenPipeError:
        status = 0
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        typer.echo(f"{PROGRAM} has failed, which is its own fault, not yours: {text}", err=True)
        return BROKEN
    _let_go_of_a_closed_pipe()
    return status if isinstance(status, int) else 0


def _let_go_of_a_closed_pipe() -> None:
    """Whoever read what is printed may have had enough of it, as `head` has; that is no fault."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
