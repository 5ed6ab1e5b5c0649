"""A clause and what another published text says of it: both are reported with every number."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from listing_rewards import Assessment, Policy
from listing_rewards.engines.sheet import workbook
from listing_rewards.errors import Lang
from listing_rewards.policy.diff import diff
from listing_rewards.report.amendment import amendment
from listing_rewards.report.page import page
from listing_rewards.report.policy import describe
from unit.test_constructs import ask, payable, policy

CLAUSE = {"item": {"zh": "第一条", "en": "article 1"}, "text": "最高300元。", "document": "p"}
GUIDE = {"item": {"zh": "申报指南第二条", "en": "guide, item 2"}, "text": "最高200元。"}
TAG = {"en": "[article 1; also read in: guide, item 2]", "zh": "〔第一条；另见：申报指南第二条〕"}


def capped(*readings: dict[str, Any]) -> Policy:
    """2% of what was invested, at most 300 yuan by the clause."""
    clause = CLAUSE | ({"readings": readings} if readings else {})
    return policy({"rate": "2%", "of": "invested", "cap": "300"}, clauses={"c": clause})


def answer(*readings: dict[str, Any]) -> Assessment:
    """2% of 20,000 is 400, at most 300."""
    return ask(capped(*readings), "listed 2023-05-31", figures={"invested": "20000"})


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_both_stand_with_the_number(lang: Lang) -> None:
    """The cap used, the clause, the other text by its name, and the words of both."""
    told = answer(GUIDE)
    text = told.explain(lang)
    (cap,) = [line for line in text.splitlines() if line.endswith(TAG[lang]) and "300.00" in line]
    assert cap.strip().startswith({"en": "at most 300.00 yuan", "zh": "最高 300.00元"}[lang])
    for words in ("最高300元。", "最高200元。"):
        assert words in text
        assert words in page(told, lang)
    assert TAG[lang] in describe(told.policy, lang)


def test_no_amount_is_changed_by_it() -> None:
    """300 by the clause, whatever another text says; the author decides which number is written."""
    assert payable(answer()) == payable(answer(GUIDE)) == "300.00"


def test_left_out_it_is_not_in_the_data() -> None:
    """Documents and digests of before are as they were."""
    assert "readings" not in capped().model_dump(mode="json")["clauses"]["c"]
    (reading,) = capped(GUIDE).model_dump(mode="json")["clauses"]["c"]["readings"]
    assert reading["text"]["zh"] == "最高200元。"


def test_how_it_was_read_is_said() -> None:
    """In the answer and in the description of the policy."""
    rules = capped(GUIDE | {"read": "news", "paraphrase": True})
    listed = ask(rules, "listed 2023-05-31", figures={"invested": "20000"})
    assert "guide, item 2: 最高200元。 (in our words; read in the press)" in listed.explain("en")
    assert "- guide, item 2: in our words; read in the press" in describe(rules, "en")


def test_a_change_of_it_is_in_the_diff() -> None:
    """As an amendment says it."""
    old, new = capped(), capped(GUIDE)
    assert diff(old, new)
    assert "guide, item 2: 最高200元。" in amendment(old, new, "en")
    assert "申报指南第二条：最高200元。" in amendment(old, new, "zh")


def test_both_stand_in_the_workbook() -> None:
    """Beside the number that an auditor may change."""
    book = openpyxl.load_workbook(BytesIO(workbook(answer(GUIDE))))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    assert "article 1; also read in: guide, item 2" in cells
    assert "最高300元。; 最高200元。" in cells
