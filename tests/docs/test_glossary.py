"""The glossary explains every value that an answer may have, in the words that a reader sees."""

from __future__ import annotations

import re
from typing import get_args, get_type_hints

import pytest

from docs.test_docs import ROOT
from listing_rewards.assessment import AwardLine, Need, Remark
from listing_rewards.words import say

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def values_below(heading: str) -> dict[str, str]:
    """The values that a table of the glossary explains, each with its Chinese words."""
    table = GLOSSARY.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = (line.split(" | ") for line in table.splitlines() if line.startswith("| `"))
    return {value: row[1] for row in rows for value in re.findall(r"`(\w+)`", row[0])}


@pytest.mark.parametrize(
    ("heading", "model", "field"),
    [
        ("Status of a line", AwardLine, "status"),
        ("Kinds of remark", Remark, "kind"),
        ("Kinds of need", Need, "kind"),
    ],
)
def test_every_value_is_explained(heading: str, model: type, field: str) -> None:
    """And none that there is not."""
    assert set(values_below(heading)) == set(get_args(get_type_hints(model)[field]))


def test_a_status_is_called_what_an_answer_calls_it() -> None:
    """In Chinese; the English column explains it."""
    for value, words in values_below("Status of a line").items():
        assert words == say("answer.status", "zh", value)
