"""`schema`: the JSON Schema of what goes in and what comes out."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from listing_rewards.assessment import Assessment
from listing_rewards.case import Case
from listing_rewards.policy.model import Policy
from listing_rewards.strict import Strict

_MODELS: dict[str, type[Strict]] = {"case": Case, "policy": Policy, "assessment": Assessment}


def schema_command(
    what: Annotated[
        Literal["case", "policy", "assessment"], typer.Argument(help="Which document.")
    ],
) -> None:
    """Print the JSON Schema of a case, a policy (as resolved) or an assessment."""
    mode: Literal["validation", "serialization"] = (
        "serialization" if what == "assessment" else "validation"
    )
    schema = _MODELS[what].model_json_schema(mode=mode)
    typer.echo(json.dumps(schema, ensure_ascii=False, indent=2))
