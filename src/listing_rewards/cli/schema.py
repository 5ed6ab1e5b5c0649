"""`schema`: the JSON Schema of what goes in and what comes out."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from listing_rewards.assessment import AnswerInWords, Assessment
from listing_rewards.audit.records import Record
from listing_rewards.cli.options import LangOption
from listing_rewards.cli.terminal import reporting
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.reading import load_policy
from listing_rewards.policy.schema import case_schema, document_schema


def schema_command(
    what: Annotated[
        Literal["case", "policy", "assessment", "words", "record"],
        typer.Argument(help="document_kind"),
    ],
    policy: Annotated[
        str | None,
        typer.Option("--policy", "-p", metavar="ID|PATH", help="schema_policy"),
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Print the JSON Schema of a case, a policy document, an answer or a record."""
    with reporting(lang):
        if policy is not None and what != "case":
            raise InvalidPolicy(fault("only_for_a_case", what))
        narrowed = load_policy(policy) if policy is not None else None
    if what == "case":
        schema = case_schema(narrowed)
    elif what == "policy":
        schema = document_schema()
    elif what == "words":
        schema = AnswerInWords.model_json_schema(mode="serialization")
    elif what == "record":
        schema = Record.model_json_schema()
    else:
        schema = Assessment.model_json_schema(mode="serialization")
    typer.echo(json.dumps(schema, ensure_ascii=False, indent=2))
