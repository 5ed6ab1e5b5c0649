"""Bodies and answers that are read and written by hand, as OpenAPI tells them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from listing_rewards.audit.records import Record
from listing_rewards.policy.schema import Json, case_schema

_EXAMPLE = {
    "enterprise": {"name": "示例甲公司"},
    "events": [{"kind": "regional_financing", "on": "2023-08-01", "amount": "300万元"}],
}


def _inline(part: Any, models: Json) -> Any:
    """The schema with what it refers to in its place; and without forms of numbers.

    What is written is read in more forms than a pattern tells, such as 三百万元; the reader has
    the last word.
    """
    if isinstance(part, list):
        return [_inline(each, models) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return _inline(models[part["$ref"].rpartition("/")[2]], models)
    left_out = ("$defs", "$schema", "pattern")
    return {key: _inline(each, models) for key, each in part.items() if key not in left_out}


def _body(content_type: str, schema: Json, description: str) -> Json:
    content = {content_type: {"schema": schema}}
    return {"requestBody": {"required": True, "description": description, "content": content}}


def _answer(content_type: str, schema: Json, description: str) -> dict[int | str, Json]:
    return {200: {"description": description, "content": {content_type: {"schema": schema}}}}


def naming(document: Json, **names: Iterable[str]) -> Json:
    """The OpenAPI document with the ids that a policy or a standard may have, in their places."""
    for path in document["paths"].values():
        for operation in path.values():
            for each in operation.get("parameters", ()):
                if each["name"] in names:
                    each["schema"]["enum"] = [*names[each["name"]]]
    return document


_CASE_SCHEMA = case_schema()
_CASE: Json = _inline(_CASE_SCHEMA, _CASE_SCHEMA["$defs"]) | {"examples": [_EXAMPLE]}
_RECORD_SCHEMA = Record.model_json_schema()
_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"type": "object", "required": ["outcome", "altered", "en", "zh"]}

CASE_BODY = _body("application/json", _CASE, "A case.")
CASES_BODY = _body("application/x-ndjson", _TEXT, "JSON Lines: a case on each line.")
RECORD_BODY = _body(
    "application/json", _inline(_RECORD_SCHEMA, _RECORD_SCHEMA["$defs"]), "A record."
)
PAGE = _answer("text/html", _TEXT, "The page to print and sign.")
LINES = _answer(
    "application/x-ndjson",
    _TEXT,
    "A line for each line with a case: its number as `line`, and `answer` or `faults`.",
)
VERIFIED = _answer("application/json", _TEXTS, "What came of it.")
