"""The tools of an assistant, through the client that such a program uses."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from command import run_command
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, TextContent

from listing_rewards import list_policies, load_policy
from listing_rewards.errors import Lang
from listing_rewards.policy.schema import case_schema
from listing_rewards.report.policy import describe
from listing_rewards.service.assistant import server
from listing_rewards.service.desk import desk_for

from .asking import SOME, SOURCE, Asked

T = TypeVar("T")
NAMED = {"enterprise": {"name": "示例甲公司"}}


def asked_of(question: Callable[[Client], Awaitable[T]]) -> T:
    """What a client gets of the server, in this process."""

    async def ask() -> T:
        async with Client(server(desk_for())) as client:
            return await question(client)

    return asyncio.run(ask())


def called(tool: str, **arguments: Any) -> CallToolResult:
    """What a tool answers."""
    return asked_of(lambda client: client.call_tool(tool, arguments))


def text_of(result: CallToolResult) -> str:
    """The text of an answer."""
    (part,) = result.content
    assert isinstance(part, TextContent)
    return part.text


def faults_of(result: CallToolResult) -> list[dict[str, Any]]:
    """The faults that a tool tells."""
    assert result.is_error
    text = text_of(result)
    found: list[dict[str, Any]] = json.loads(text[text.index("{") :])["faults"]
    return found


def test_the_tools_and_what_they_take() -> None:
    """Four, each described; the as-of date is text and must be given."""
    tools = {each.name: each for each in asked_of(lambda client: client.list_tools()).tools}
    assert {*tools} == {"list_policies", "describe_policy", "assess", "explain"}
    assert all(each.description for each in tools.values())
    schema = tools["assess"].input_schema
    assert {"policy", "case", "as_of"} <= set(schema["required"])
    assert schema["properties"]["as_of"]["type"] == "string"


@pytest.mark.parametrize("asked", SOME, ids=[each.name for each in SOME])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_case_is_answered_as_by_the_library(asked: Asked, lang: Lang) -> None:
    """In words as data, and as a text."""
    question = {
        "policy": asked.policy, "case": json.loads(asked.body), "as_of": str(asked.as_of),
        "lang": lang,
    }  # fmt: skip
    words = asked.answer.in_words(lang).model_dump(mode="json", exclude_defaults=True)
    assert json.loads(text_of(called("assess", **question))) == words
    assert text_of(called("explain", **question)) == asked.answer.explain(lang)


def test_policies() -> None:
    """The list, and one in words with the schema of its cases."""
    listed = called("list_policies").structured_content
    assert listed is not None
    assert [each["id"] for each in listed["result"]] == list(list_policies())
    told = json.loads(text_of(called("describe_policy", policy=SOURCE)))
    policy = load_policy(SOURCE)
    assert told == {"text": describe(policy, "zh"), "case_schema": case_schema(policy)}


@pytest.mark.parametrize(
    ("question", "code", "nearest"),
    [
        (
            {"policy": "zhanjiang-bse-202", "case": NAMED, "as_of": "2025-12-31"},
            "not_served",
            SOURCE,
        ),
        ({"policy": SOURCE, "case": NAMED, "as_of": "45657"}, "not_a_date", None),
        (
            {
                "policy": SOURCE,
                "case": {**NAMED, "flags": {"eligibel": True}},
                "as_of": "2025-12-31",
            },
            "unknown_flag",
            "eligible",
        ),
        (
            {"policy": SOURCE, "case": {**NAMED, "figures": {"x": 1.5}}, "as_of": "2025-12-31"},
            "float_amount",
            None,
        ),
    ],
)
def test_what_is_wrong(question: dict[str, Any], code: str, nearest: str | None) -> None:
    """Has its code, the nearest name and both sentences, so it can be corrected."""
    (found,) = faults_of(called("assess", **question))
    assert (found["code"], found.get("nearest")) == (code, nearest)
    assert found["en"] != found["zh"]


def test_a_day_is_never_a_number() -> None:
    """It is refused, and not read as a count of days."""
    assert called("assess", policy=SOURCE, case=NAMED, as_of=45657).is_error


def test_over_standard_streams() -> None:
    """As a program starts the command; and nothing but the protocol is written there."""
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "listing_rewards", "mcp", "--policy", SOURCE]
    )

    async def ask() -> CallToolResult:
        async with Client(command) as client:
            return await client.call_tool("list_policies", {})

    listed = asyncio.run(ask()).structured_content
    assert listed is not None
    assert [each["id"] for each in listed["result"]] == [SOURCE]


def test_the_command_refuses_what_it_cannot_serve(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In one sentence; and names its extra where that is missing."""
    assert run_command(monkeypatch, "mcp", "--policy", tmp_path / "no.toml") == 2
    assert "no.toml" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "listing_rewards.service.assistant", None)
    assert run_command(monkeypatch, "mcp") == 2
    assert "mcp" in capsys.readouterr().err
