"""`policy`: which policies there are, and what one of them says."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from listing_rewards.audit.canonical import digest
from listing_rewards.cli.check import check_command
from listing_rewards.cli.compare import compare_command
from listing_rewards.cli.diff import diff_command
from listing_rewards.cli.new import new_command
from listing_rewards.cli.options import LangOption
from listing_rewards.cli.prove import prove_command
from listing_rewards.cli.terminal import reporting
from listing_rewards.cli.trial import cases_command, try_command
from listing_rewards.policy.reading import list_policies, load_policy
from listing_rewards.report.policy import describe

app = typer.Typer(no_args_is_help=True)
app.command("check")(check_command)
app.command("compare")(compare_command)
app.command("new")(new_command)
app.command("diff")(diff_command)
app.command("cases")(cases_command)
app.command("try")(try_command)
app.command("prove")(prove_command)


@app.callback()
def _policy(
    lang: LangOption = "en",
) -> None:
    """List, show, check, begin and compare policy documents."""


@app.command("list")
def list_command(lang: LangOption = "en") -> None:
    """List the shipped policies: id, first and last day, title."""
    for policy_id in list_policies():
        policy = load_policy(policy_id)
        days = f"{policy.in_force.first} .. {policy.in_force.last or ''}"
        typer.echo(f"{policy_id:34} {days}  {policy.document.title.say(lang)}")


@app.command("show")
def show_command(
    policy_id: Annotated[str, typer.Argument(metavar="ID|PATH", help="policy_id")],
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="json_whole")] = "text",
    lang: LangOption = "en",
) -> None:
    """Show one policy: its source, its awards with their clauses, and what it assumes."""
    with reporting(lang):
        policy = load_policy(policy_id)
    typer.echo(policy.model_dump_json(indent=2) if form == "json" else describe(policy, lang))


@app.command("digest")
def digest_command(
    policy_id: Annotated[str, typer.Argument(metavar="ID|PATH", help="policy_id")],
    lang: LangOption = "en",
) -> None:
    """Print the digest of a policy, as records, their manifests and `verify` state it."""
    with reporting(lang):
        policy = load_policy(policy_id)
    typer.echo(f"{digest(policy.model_dump(mode='json'))}  {policy.id}")
