"""Questions made up from the service's own description: none fails it, none is reported wrongly."""

from __future__ import annotations

import json
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from profiles import QUICK, few
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from listing_rewards.service.desk import desk_for
from listing_rewards.service.http import application


@schemathesis.serializer("application/x-ndjson")
def lines(_: object, value: Any) -> bytes:
    """A batch as it is sent."""
    return value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=True).encode()


CONFIG = schemathesis.Config.from_dict({"phases": {"coverage": {"enabled": not QUICK}}})
"""In quick tests without the questions that try each limit of the description in turn."""
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", application(desk_for()), config=CONFIG)


@SCHEMA.parametrize()
@settings(
    max_examples=few(30),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_what_is_described_is_what_is_answered(case: Any) -> None:
    """Statuses, content types and forms of answers are those described; wrong data is refused.

    Data that fits the description may still be refused: what a policy does not know, or what
    cannot have happened, no description tells. A batch answers each of its lines, the wrong ones
    with their faults.
    """
    checks = [
        not_a_server_error,
        status_code_conformance,
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
    ]
    if not case.operation.path.endswith(":batch"):
        checks.append(negative_data_rejection)
    case.call_and_validate(checks=checks)
