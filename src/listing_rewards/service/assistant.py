"""The tools of an assistant, over MCP: policies, a case answered in words, records explained.

A program that runs a language model starts `listing-rewards mcp` and speaks to it over standard
streams. Every amount and sentence is the library's; what is wrong is reported with what to write.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from listing_rewards.errors import Lang, ListingRewardsError
from listing_rewards.policy.schema import case_schema
from listing_rewards.report.policy import describe
from listing_rewards.service.desk import Desk, faults_as_data
from listing_rewards.version import __version__

T = TypeVar("T")
_INSTRUCTIONS = (
    "Rewards that a city grants enterprises for listing, computed exactly, with the clause behind "
    "every yuan. Ask list_policies, then describe_policy for the facts a case may state, then "
    "assess. Never work an amount out yourself: quote what assess says, with what is missing, "
    "what is assumed and the laws to review. as_of is a day such as 2025-12-31; ask for it, do "
    "not guess it. A fact that is not known is left out and not denied."
)


class Tools:
    """What an assistant may ask, answered from a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def list_policies(self) -> list[dict[str, Any]]:
        """The policies that can be asked: id, title, issuer, first and last day."""
        return [each.model_dump(mode="json") for each in self._desk.listing()]

    def describe_policy(self, policy: str, lang: Lang = "zh") -> dict[str, Any]:
        """A policy in words, and the JSON Schema of the facts that a case under it may state."""

        def described() -> dict[str, Any]:
            found = self._desk.policy(policy)
            return {"text": describe(found, lang), "case_schema": case_schema(found)}

        return _or_faults(described)

    def assess(
        self, policy: str, case: dict[str, Any], as_of: str, lang: Lang = "zh"
    ) -> dict[str, Any]:
        """What is payable to one enterprise on a day, in words: amounts, reasons, what is missing.

        `case` is as describe_policy's schema has it: enterprise, events with days and amounts
        (text such as 300万元, never a decimal number), figures, flags, attributes, payments,
        absent. `as_of` is a day, YYYY-MM-DD.
        """

        def answered() -> dict[str, Any]:
            answer = self._desk.assess(policy, json.dumps(case), as_of=as_of)
            return answer.in_words(lang).model_dump(mode="json", exclude_defaults=True)

        return _or_faults(answered)

    def explain(self, policy: str, case: dict[str, Any], as_of: str, lang: Lang = "zh") -> str:
        """The same as a text to read aloud: every award, check, step and clause in sentences."""
        return _or_faults(lambda: self._explained(policy, case, as_of, lang))

    def _explained(self, policy: str, case: dict[str, Any], as_of: str, lang: Lang) -> str:
        return self._desk.assess(policy, json.dumps(case), as_of=as_of).explain(lang)


def _or_faults(question: Callable[[], T]) -> T:
    """The answer to a question; what is wrong as faults in both languages."""
    try:
        return question()
    except ListingRewardsError as error:
        faults = {"faults": faults_as_data(error.faults)}
        raise ToolError(json.dumps(faults, ensure_ascii=False)) from None


def server(desk: Desk) -> MCPServer[Any]:
    """The server that offers the tools.

    >>> from listing_rewards.service.desk import desk_for
    >>> server(desk_for(["zhanjiang-bse-2023"])).name
    'listing_rewards'
    """
    found: MCPServer[Any] = MCPServer(
        "listing_rewards", instructions=_INSTRUCTIONS, version=__version__, log_level="ERROR"
    )
    tools = Tools(desk)
    for tool in (tools.list_policies, tools.describe_policy, tools.assess, tools.explain):
        found.tool()(tool)
    return found
