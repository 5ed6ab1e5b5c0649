"""The service on HTTP: `router` for an application of your own, `application` by itself."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response, StreamingResponse
from fastapi.routing import APIRoute
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from listing_rewards.assessment import AnswerInWords, Assessment
from listing_rewards.audit.records import Record
from listing_rewards.errors import Fault, Lang, ListingRewardsError, fault
from listing_rewards.plan.screening import Screening
from listing_rewards.policy.model import Policy
from listing_rewards.policy.schema import Json, case_schema
from listing_rewards.report.page import page
from listing_rewards.service.described import (
    CASE_BODY,
    CASES_BODY,
    LINES,
    PAGE,
    RECORD_BODY,
    VERIFIED,
    naming,
)
from listing_rewards.service.desk import ANSWERS, Answer, Desk, Listed, verified_as_data
from listing_rewards.service.problems import Refused, problem, problem_of, told_as
from listing_rewards.version import __version__

LEAST_TOKEN = 16
"""Signs that a token has at the least."""
JSON_LINES = "application/x-ndjson"
_LOG = logging.getLogger("listing_rewards.service")
_BEARER = HTTPBearer(auto_error=False)
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

PolicyId = Annotated[str, Path(description="The id of a policy, from `/v1/policies`.")]
AsOf = Annotated[
    str,
    Query(
        description="The as-of date, such as 2025-12-31; what is dated later does not count yet.",
        json_schema_extra={"format": "date"},
    ),
]
InLang = Annotated[Lang, Query(description="The language of the words.")]


class ProblemRoute(APIRoute):
    """A route that tells every problem as one, and whatever failed without a word of the body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, its errors reported."""
        handle = super().get_route_handler()
        known = [each.alias for each in self.dependant.query_params]

        async def answered(request: Request) -> Response:
            try:
                _refuse_parameters(request, known)
                response = await handle(request)
            except ListingRewardsError as error:
                response = problem_of(error)
            except RequestValidationError as error:
                response = problem("invalid-request", map(_fault_of, error.errors()))
            except HTTPException:
                raise
            except Exception as error:
                response = _failed(error)
            for name, value in _HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        return answered


def _failed(error: Exception) -> Response:
    """What failed is logged by its class and place alone."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    _LOG.error("%s at %s", type(error).__name__, place)
    return problem("failed")


def _refuse_parameters(request: Request, known: list[str]) -> None:
    """Refuse a parameter that the address does not know, or that is given twice."""
    names = [name for name, _ in request.query_params.multi_items()]
    for name in names:
        if name not in known:
            raise Refused("invalid-request", fault("unknown_parameter", name, accepted=known))
        if names.count(name) > 1:
            raise Refused("invalid-request", fault("parameter_twice", name))


def _fault_of(found: Any) -> Fault:
    """What FastAPI found wrong with a parameter."""
    name = str(found["loc"][-1])
    if found["type"] == "missing":
        return fault("missing", path=name)
    choices = {"lang": ("en", "zh"), "answer": ANSWERS}
    return fault("not_one_of", found.get("input", ""), path=name, accepted=choices.get(name, ()))


async def body_of(request: Request, most: int, *wanted: str) -> bytes:
    """The body of a request.

    Raises:
        Refused: it is of another content type than those wanted.
        TooLarge: it has more than `most` bytes; no more are read.
    """
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given not in wanted:
        names = ", ".join(wanted)
        refused = fault("wrong_content_type", given, wanted=names)
        raise Refused("unsupported-media-type", refused)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise Refused("too-large", fault("body_too_large", most=most))
    return bytes(body)


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")


class _Endpoints:
    """What each address answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def policies(self) -> list[Listed]:
        """The policies that this service answers under."""
        return self._desk.listing()

    async def policy(self, policy: PolicyId) -> Response:
        """A policy in full: every number with its clause."""
        return _json(self._desk.policy(policy).model_dump_json())

    async def schema(
        self,
        policy: PolicyId,
        lang: Annotated[Lang | None, Query(description="The language of titles.")] = None,
    ) -> Json:
        """The JSON Schema of a case that states only what the policy declares."""
        return case_schema(self._desk.policy(policy), lang)

    async def assess(self, request: Request, policy: PolicyId, as_of: AsOf) -> Response:
        """What is payable under a policy on a day, with every check and step."""
        answer = await self._answer(request, policy, as_of)
        return _json(answer.model_dump_json())

    async def explain(
        self, request: Request, policy: PolicyId, as_of: AsOf, lang: InLang = "en"
    ) -> Response:
        """The same in words, as data: titles, amounts, reasons, steps, what is missing."""
        answer = await self._answer(request, policy, as_of)
        return _json(answer.in_words(lang).model_dump_json())

    async def report(
        self, request: Request, policy: PolicyId, as_of: AsOf, lang: InLang = "en"
    ) -> Response:
        """The page to print and sign."""
        answer = await self._answer(request, policy, as_of)
        kept = await run_in_threadpool(self._digest, answer)
        return Response(page(answer, lang, digest=kept), media_type="text/html")

    async def record(self, request: Request, policy: PolicyId, as_of: AsOf) -> Response:
        """The answer as a record, from which anybody can compute it afresh."""
        body = await body_of(request, self._desk.limits.body, "application/json")
        kept = await run_in_threadpool(self._desk.record, policy, body, as_of=as_of)
        return _json(kept.model_dump_json())

    async def batch(
        self,
        request: Request,
        policy: PolicyId,
        as_of: AsOf,
        answer: Annotated[Answer, Query(description="Whole answers, or their words.")] = "whole",
        lang: InLang = "en",
    ) -> Response:
        """Many cases, one a line: for each line its answer or its faults, in the same order."""
        body = await body_of(request, self._desk.limits.batch, JSON_LINES)
        lines = self._desk.batch(policy, body, as_of=as_of, answer=answer, lang=lang)
        return StreamingResponse((f"{line}\n" for line in lines), media_type=JSON_LINES)

    async def standards(self) -> list[str]:
        """The ids of the standards of the exchanges that a case can be checked against."""
        return [*self._desk.standards]

    async def screen(
        self,
        request: Request,
        standard: Annotated[str, Path(description="The id of a standard.")],
        as_of: AsOf,
        year: Annotated[
            str, Query(description="The latest year of figures, such as 2024; by default the last.")
        ] = "",
    ) -> Response:
        """An enterprise checked against a standard: what is met, how far off, what is missing."""
        body = await body_of(request, self._desk.limits.body, "application/json")
        found = await run_in_threadpool(self._desk.screen, standard, body, as_of=as_of, year=year)
        return _json(found.model_dump_json())

    async def verify(self, request: Request) -> dict[str, Any]:
        """A record computed afresh: whether it holds, and the first place where it does not."""
        body = await body_of(request, self._desk.limits.body, "application/json")
        return verified_as_data(await run_in_threadpool(self._desk.verify, body))

    async def _answer(self, request: Request, policy: str, as_of: str) -> Assessment:
        body = await body_of(request, self._desk.limits.body, "application/json")
        return await run_in_threadpool(self._desk.assess, policy, body, as_of=as_of)

    def _digest(self, answer: Assessment) -> str:
        from listing_rewards.audit.records import record

        return record(answer).digests.record


def router(desk: Desk, *, token: str | None = None) -> APIRouter:
    """The addresses below ``/v1`` for an application of your own.

    Args:
        desk: what it answers from; `desk_for` makes one.
        token: what a caller must send as ``Authorization: Bearer …``; None for nothing.

    Raises:
        ListingRewardsError: the token is too short.

    >>> from fastapi import FastAPI
    >>> from listing_rewards.service.desk import desk_for
    >>> app = FastAPI()
    >>> app.include_router(router(desk_for(["zhanjiang-bse-2023"])))
    """
    found = APIRouter(
        prefix="/v1",
        route_class=ProblemRoute,
        dependencies=[] if token is None else [Depends(_asking_for(token))],
        tags=["listing rewards"],
    )
    _add_policies(found, _Endpoints(desk), guarded=token is not None)
    return found


def _add_policies(to: APIRouter, ends: _Endpoints, *, guarded: bool) -> None:
    one = "/policies/{policy}"
    lock = told_as("unauthorized") if guarded else {}
    named = told_as("invalid-request", "unknown-policy") | lock
    read = told_as("too-large", "unsupported-media-type", "invalid-input") | named
    asked: dict[str, Any] = {"methods": ["POST"], "responses": read, "openapi_extra": CASE_BODY}
    to.add_api_route("/policies", ends.policies, responses=told_as("invalid-request") | lock)
    to.add_api_route(one, ends.policy, response_model=Policy, responses=named)
    to.add_api_route(f"{one}/case-schema", ends.schema, responses=named)
    to.add_api_route(f"{one}/assessments", ends.assess, response_model=Assessment, **asked)
    to.add_api_route(f"{one}/explanations", ends.explain, response_model=AnswerInWords, **asked)
    to.add_api_route(f"{one}/records", ends.record, response_model=Record, **asked)
    asked["responses"] = read | PAGE
    to.add_api_route(f"{one}/reports", ends.report, response_class=Response, **asked)
    to.add_api_route("/standards", ends.standards, responses=told_as("invalid-request") | lock)
    asked["responses"] = read
    screened = "/standards/{standard}/screenings"
    to.add_api_route(screened, ends.screen, response_model=Screening, **asked)
    many = asked | {"responses": read | LINES, "openapi_extra": CASES_BODY}
    to.add_api_route(f"{one}/assessments:batch", ends.batch, response_class=Response, **many)
    whole = told_as("invalid-request", "too-large", "unsupported-media-type", "invalid-input")
    to.add_api_route(
        "/records/verify",
        ends.verify,
        methods=["POST"],
        responses=whole | lock | VERIFIED,
        openapi_extra=RECORD_BODY,
    )


def _asking_for(token: str) -> Callable[..., None]:
    """What lets a request pass that carries the token."""
    if len(token) < LEAST_TOKEN:
        raise ListingRewardsError(fault("token_too_short", least=LEAST_TOKEN))

    def ask(sent: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> None:
        given = sent.credentials if sent else ""
        if not hmac.compare_digest(given.encode(), token.encode()):
            raise Refused("unauthorized", fault("token_needed"))

    return ask


def application(desk: Desk, *, token: str | None = None) -> FastAPI:
    """The service by itself: the addresses of `router`, and those that tell how it is.

    ``/healthz`` and ``/readyz`` answer without a token, for whoever watches it; ``/version`` and
    ``/openapi.json`` too.

    Args:
        desk: what it answers from.
        token: as for `router`.

    Raises:
        ListingRewardsError: as `router`.
    """
    app = FastAPI(
        title="listing_rewards",
        version=__version__,
        description="Rewards for listing: what is payable under a policy document, and why.",
        docs_url=None,
        redoc_url=None,
    )
    app.include_router(router(desk, token=token))
    app.add_api_route("/healthz", _well, tags=["the service"])
    app.add_api_route("/readyz", _well, tags=["the service"])
    app.add_api_route("/version", _version, tags=["the service"])
    app.add_exception_handler(HTTPException, _nothing_here)
    plain = app.openapi
    app.openapi = lambda: naming(plain(), policy=desk.policies, standard=desk.standards)  # type: ignore[method-assign]
    return app


async def _well() -> dict[str, str]:
    """Whether the service answers; its policies were read before it began."""
    return {"status": "ok"}


async def _version() -> dict[str, str]:
    """The version of the library that computes."""
    return {"version": __version__}


async def _nothing_here(request: Request, error: Exception) -> Response:
    """An address that is not there, or takes no such request."""
    if isinstance(error, HTTPException) and error.status_code == 405:
        refused = problem("method-not-allowed", [fault("method_not_allowed", request.method)])
        refused.headers.update(error.headers or {})
        return refused
    return problem("not-found", [fault("no_such_address", request.url.path)])
