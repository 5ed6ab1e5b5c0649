"""The meaning of a policy is one, in whichever language it is read."""

from __future__ import annotations

import re

import pytest

from docs.test_docs import ROOT

MEANING = ROOT / "docs" / "explanation"
_CODE = re.compile(r"`([^`]+)`")


def sections(page: str) -> list[str]:
    """The parts of a page, each from one heading to the next."""
    return re.split(r"^## .*$", (MEANING / page).read_text(encoding="utf-8"), flags=re.M)


ENGLISH = sections("how-a-policy-is-carried-out.md")
CHINESE = sections("how-a-policy-is-carried-out.zh-CN.md")


@pytest.mark.parametrize("number", range(1, len(ENGLISH)))
def test_a_section_speaks_of_the_same_in_both(number: int) -> None:
    """Every key and value that one language explains, the other does, section by section."""
    english, chinese = ({*_CODE.findall(each[number])} for each in (ENGLISH, CHINESE))
    assert english == chinese


@pytest.mark.parametrize("number", range(1, len(ENGLISH)))
def test_a_section_has_the_same_rows_in_both(number: int) -> None:
    """As many rows of a table, and as many numbered steps."""
    for line in (r"^\| ", r"^\d+\. "):
        english, chinese = (
            len(re.findall(line, each[number], re.M)) for each in (ENGLISH, CHINESE)
        )
        assert english == chinese, line


def test_both_have_the_same_sections() -> None:
    """So that neither language lacks one."""
    assert len(ENGLISH) == len(CHINESE)
