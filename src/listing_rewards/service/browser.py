"""The pages on HTTP: forms as browsers send them in, pages and files out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl, quote

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from listing_rewards.errors import fault
from listing_rewards.service.desk import Desk
from listing_rewards.service.http import ProblemRoute, body_of
from listing_rewards.service.pages import HTML, Page, Pages, Question, Upload, script, style
from listing_rewards.service.problems import Refused

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data"
_MOST_FIELDS = 10_000
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SIGNED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_ADDRESSES = ("", "answer", "case.json", "report", "table")


def pages_router(desk: Desk) -> APIRouter:
    """The page for one case at ``/`` and the table at ``/table``, for an application of your own.

    >>> from fastapi import FastAPI
    >>> from listing_rewards.service.desk import desk_for
    >>> app = FastAPI()
    >>> app.include_router(pages_router(desk_for(["zhanjiang-bse-2023"])))
    """
    pages, found = Pages(desk), APIRouter(route_class=ProblemRoute, include_in_schema=False)
    for address in _ADDRESSES:
        methods = ["GET", "POST"] if address in {"", "table"} else ["POST"]
        endpoint = _answering(pages, desk, address)
        found.add_api_route(f"/{address}", endpoint, methods=methods)
    for name, content, kind in (
        ("style.css", style, "text/css"),
        ("form.js", script, "text/javascript"),
    ):
        found.add_api_route(f"/{name}", _sending(content, kind))
    return found


def _answering(pages: Pages, desk: Desk, address: str) -> Callable[..., Awaitable[Response]]:
    async def answer(request: Request, lang: str = "") -> Response:
        if request.method == "GET":
            question = Question({"lang": lang})
        else:
            question = await question_of(request, desk.limits.batch)
        found = await run_in_threadpool(pages.answer_to, address, question)
        return _sent(found, address)

    return answer


def _sending(content: Callable[[], str], kind: str) -> Callable[[], Awaitable[Response]]:
    async def send() -> Response:
        return Response(content(), media_type=kind, headers={"Cache-Control": "no-cache"})

    return send


def _sent(page: Page, address: str) -> Response:
    signed = address == "report" and page.status == 200
    headers = {**_HEADERS, "Content-Security-Policy": _SIGNED if signed else _POLICY}
    if page.keep_as:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(page.keep_as)}"
    kind = page.media_type if page.media_type != HTML else "text/html"
    return Response(page.content, page.status, headers, media_type=kind)


async def question_of(request: Request, most: int) -> Question:
    """What a browser sent: the fields of a form, and a file where one was chosen.

    Raises:
        ListingRewardsError: it is larger than the service takes, or no form.
    """
    content_type = request.headers.get("content-type", "")
    body = await body_of(request, most, FORM, PARTS)
    if content_type.startswith(PARTS):
        return parts_of(body, content_type)
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        refused = fault("wrong_content_type", content_type, wanted=FORM)
        raise Refused("unsupported-media-type", refused) from None
    return Question(dict(pairs))


def parts_of(body: bytes, content_type: str) -> Question:
    r"""The fields and the file of a form sent in parts.

    Raises:
        ListingRewardsError: it is not sent in parts.

    >>> body = b'--x\r\nContent-Disposition: form-data; name="lang"\r\n\r\nzh\r\n--x--\r\n'
    >>> parts_of(body, "multipart/form-data; boundary=x").fields
    {'lang': 'zh'}
    """
    boundary = content_type.partition("boundary=")[2].strip().strip('"').encode()
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if not boundary or len(pieces) < 2:
        refused = fault("wrong_content_type", content_type, wanted=f"{PARTS}; boundary=…")
        raise Refused("unsupported-media-type", refused)
    fields: dict[str, str] = {}
    file: Upload | None = None
    for piece in pieces[1:-1]:
        head, _, content = piece.partition(b"\r\n\r\n")
        names = _names_in(head.decode("utf-8", "replace"))
        if "filename" in names:
            file = Upload(names["filename"], content)
        else:
            fields[names.get("name", "")] = content.decode("utf-8", "replace")
    return Question(fields, file)


def _names_in(head: str) -> dict[str, str]:
    """The name of a part and of its file, from the line that browsers write."""
    found: dict[str, str] = {}
    for line in head.splitlines():
        if line.lower().startswith("content-disposition:"):
            for each in line.split(";")[1:]:
                key, _, value = each.strip().partition("=")
                found[key.lower()] = value.strip('"').replace("%22", '"')
    return found
