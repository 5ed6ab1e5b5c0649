"""Every wording of a list is said with a construct, or falls under a line of "What cannot be said".

A document that says a wording loads, `policy check` finds nothing in it, its numbers beside the
words included, and it gives the amount that was worked out by hand; a wording that cannot be said
names its line in both pages.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from cases.test_tables import bounds
from pydantic import BaseModel, ConfigDict, Field

from listing_rewards import Assessment, Bounds, Case, Policy, assess, load_policy
from listing_rewards.policy.lint import lint
from listing_rewards.values.range import total

ROOT = Path(__file__).parents[2]
WRITE = ROOT / "docs" / "how-to"
UNUSED = ("unused_fact", "unused_clause", "unused_part")
Table = dict[str, Any]


class Part(BaseModel):
    """A part of the list; a key that is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Part):
    """A wording, the construct that says it, and what it gives in one case."""

    wording: str
    said_by: str
    award: Table = Field(default_factory=dict)
    others: list[Table] = Field(default_factory=list)
    document: Table = Field(default_factory=dict, alias="with")
    case: Table = Field(default_factory=dict)
    as_of: date = date(2024, 12, 31)
    expected: str
    exposed: str | None = None
    of_which: str | None = None

    def text(self, base: Table) -> Table:
        """The document, as a person writes it."""
        common = {"clause": "c", "result_conditioned": False, "selective": True}
        award = {"id": "award", "earned_by": "listed", "amount": "50万元"} | self.award
        found = dict(base)
        for key, value in self.document.items():
            found[key] = {**found.get(key, {}), **value}
        clause = {"item": "第三条", "text": self.wording}
        awards = [common | {"title": each["id"]} | each for each in (*self.others, award)]
        return found | {"clauses": {"c": clause}, "awards": awards}

    def answer(self, policy: Policy) -> Assessment:
        """What the document gives in the case."""
        listed = {"kind": "listed", "on": date(2024, 6, 1)}
        case = {"enterprise": {"name": "示例甲公司"}, "events": [listed]} | self.case
        return assess(Case.model_validate(case), policy, as_of=self.as_of)


class NotSaid(Part):
    """A wording that cannot be said, and how its line begins in each page."""

    wording: str
    en: str
    zh: str


class Wordings(Part):
    """The list."""

    base: Table
    said: list[Said]
    not_said: list[NotSaid]


LIST = Wordings.model_validate(
    tomllib.loads((Path(__file__).parent / "wordings.toml").read_text(encoding="utf-8"))
)


def keys(value: object) -> Iterator[str]:
    """Every key of a document, at whatever depth."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from keys(each)


@pytest.mark.parametrize("said", LIST.said, ids=lambda said: said.wording)
def test_a_wording_is_said(said: Said, tmp_path: Path) -> None:
    """The document loads, is not wrong, uses the construct and gives the amount by hand."""
    text = said.text(LIST.base)
    assert said.said_by in {*keys(text["awards"]), *said.document, *keys(said.document)}
    file = tmp_path / "wording.toml"
    file.write_text(tomlkit.dumps(text), encoding="utf-8")
    policy = load_policy(file)
    assert [each.sentence() for each in lint(policy) if each.fault.code not in UNUSED] == []
    answer = said.answer(policy)
    assert Bounds(answer.payable, answer.payable_at_most) == bounds(said.expected)
    if said.exposed is not None:
        assert total(each.amount for each in answer.exposures) == bounds(said.exposed)
    if said.of_which is not None:
        [part] = answer.line("award").of_which
        assert part.payable == bounds(said.of_which)


def cannot_be_said(page: str, head: str) -> list[str]:
    """The lines of the section of a page."""
    text = (WRITE / page).read_text(encoding="utf-8")
    section = text.split(f"\n## {head}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"(?m)^- (.*)$", section)


@pytest.mark.parametrize(
    ("lang", "page", "head"),
    [
        ("en", "write-a-policy.md", "What cannot be said"),
        ("zh", "write-a-policy.zh-CN.md", "写不出来的"),
    ],
)
def test_what_cannot_be_said_is_complete(lang: str, page: str, head: str) -> None:
    """Each wording falls under one line of the page, and each line has a wording."""
    lines = cannot_be_said(page, head)
    named = [str(getattr(each, lang)) for each in LIST.not_said]
    found = [[line for line in lines if line.startswith(start)] for start in named]
    assert [len(each) for each in found] == [1] * len(named)
    assert {line for each in found for line in each} == set(lines)


def test_there_are_many() -> None:
    """The list has sixty wordings and more, and none twice."""
    wordings = [each.wording for each in LIST.said] + [each.wording for each in LIST.not_said]
    assert len(wordings) == len(set(wordings)) >= 60
