"""What is wrong with a question, as a problem document (RFC 9457) in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal, TypeAlias

from fastapi.responses import Response

from listing_rewards.errors import Fault, ListingRewardsError, UnknownPolicy
from listing_rewards.service.desk import InvalidQuestion, TooLarge, faults_as_data
from listing_rewards.words import in_both

Kind: TypeAlias = Literal[
    "invalid-request", "invalid-input", "unknown-policy", "unauthorized", "not-found",
    "method-not-allowed", "unsupported-media-type", "too-large", "failed",
]  # fmt: skip
STATUS: dict[Kind, int] = {
    "invalid-request": 400,
    "unauthorized": 401,
    "unknown-policy": 404,
    "not-found": 404,
    "method-not-allowed": 405,
    "too-large": 413,
    "unsupported-media-type": 415,
    "invalid-input": 422,
    "failed": 500,
}
MEDIA_TYPE = "application/problem+json"


class Refused(ListingRewardsError):
    """A question that is refused before it is read: no token, another content type."""

    def __init__(self, kind: Kind, *faults: Fault) -> None:
        super().__init__(*faults)
        self.kind = kind


def problem(kind: Kind, faults: Iterable[Fault] = ()) -> Response:
    """The response that tells what is wrong; ``faults`` as `Fault.as_dict` has them."""
    listed = tuple(faults)
    english, chinese = in_both("service.problem", kind)
    document = {
        "type": f"urn:listing-rewards:problem:{kind}",
        "title": english,
        "title_zh": chinese,
        "status": STATUS[kind],
        "detail": "; ".join(each.sentence("en") for each in listed) or english,
        "detail_zh": "；".join(each.sentence("zh") for each in listed) or chinese,
        "faults": faults_as_data(listed),
    }
    headers = {"WWW-Authenticate": "Bearer"} if kind == "unauthorized" else None
    content = json.dumps(document, ensure_ascii=False)
    return Response(content, STATUS[kind], headers, media_type=MEDIA_TYPE)


def problem_of(error: ListingRewardsError) -> Response:
    """The response for an error of the library."""
    return problem(_kind_of(error), error.faults)


def _kind_of(error: ListingRewardsError) -> Kind:
    match error:
        case Refused():
            return error.kind
        case TooLarge():
            return "too-large"
        case UnknownPolicy():
            return "unknown-policy"
        case InvalidQuestion():
            return "invalid-request"
    return "invalid-input"


PROBLEM_SCHEMA = {
    "type": "object",
    "description": "A problem (RFC 9457), in English and in Chinese.",
    "required": ["type", "title", "title_zh", "status", "detail", "detail_zh", "faults"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "title_zh": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "detail_zh": {"type": "string"},
        "faults": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "en", "zh"],
                "properties": {
                    "code": {"type": "string", "description": "Stable, for programs."},
                    "pointer": {"type": "string", "description": "A JSON Pointer (RFC 6901)."},
                    "path": {"type": "string"},
                    "given": {"type": "string"},
                    "nearest": {"type": "string"},
                    "accepted": {"type": "array", "items": {"type": "string"}},
                    "en": {"type": "string"},
                    "zh": {"type": "string"},
                },
            },
        },
    },
}


def told_as(*kinds: Kind) -> dict[int | str, dict[str, object]]:
    """How an address tells its problems, for OpenAPI."""
    found: dict[int | str, dict[str, object]] = {}
    for kind in kinds:
        title, _ = in_both("service.problem", kind)
        content = {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}}
        found[STATUS[kind]] = {"description": title, "content": content}
    return found
