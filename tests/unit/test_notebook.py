"""What a notebook shows: one line as `repr`, and a piece of HTML that says what the text says."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest

from listing_rewards import Case, assess, compare, load_policy, reconcile
from listing_rewards.audit.ledger import LedgerLine
from listing_rewards.errors import Lang, ListingRewardsError
from listing_rewards.plan import load_standard, screen
from listing_rewards.plan.sentences import Sentences
from listing_rewards.report.notebook import MOST_ROWS

DAY = date(2025, 12, 31)
SOURCE, OWN = map(load_policy, ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"))
NAME = "示例<b>甲</b>&公司"
CASE = Case.model_validate(
    {"enterprise": {"name": NAME}, "events": [{"kind": "neeq_listed", "on": "2023-09-15"}]}
)
LINE = LedgerLine.model_validate(
    {"name": NAME, "award": "neeq_listed", "on": "2024-01-10", "amount": "80万元"}
)
ANSWER = assess(CASE, SOURCE, as_of=DAY)
SHOWN: dict[str, Any] = {
    "answer": ANSWER,
    "words": ANSWER.in_words("en"),
    "comparison": compare([CASE], SOURCE, OWN, as_of=DAY),
    "screening": screen(CASE, load_standard("bse-listing"), DAY),
    "reconciliation": reconcile([CASE], [LINE], OWN, as_of=DAY),
}


def text_of(piece: str) -> str:
    """The text of a piece of HTML, which must be well formed."""
    return "".join(ElementTree.fromstring(piece).itertext())  # noqa: S314  (our own)


@pytest.mark.parametrize("name", SHOWN)
def test_one_line(name: str) -> None:
    """The `repr` of each is one line that says who, what, when and how much."""
    shown = repr(SHOWN[name])
    assert "\n" not in shown
    assert len(shown) < 200
    assert "zhanjiang-bse-2023" in shown or "bse-listing" in shown


@pytest.mark.parametrize("name", SHOWN)
def test_a_notebook_shows_html_without_script(name: str) -> None:
    """What a case says stands in it as text, and never as markup."""
    shown = SHOWN[name]._repr_html_()
    assert NAME in text_of(shown)
    assert "<b>" not in shown
    assert "<script" not in shown


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_answer_shows_what_its_words_say(lang: Lang) -> None:
    """Totals, every award with its status and amounts, what is missing."""
    words, shown = ANSWER.in_words(lang), text_of(ANSWER.as_html(lang))
    assert all(each in shown for each in words.totals)
    assert all(each.sentence in shown for each in words.needs)
    for award in words.awards:
        assert award.title + award.status_in_words + award.entitled in shown
        assert not award.applies or award.steps[-1].sentence in shown


@pytest.mark.parametrize(("lang", "said"), [("en", "met"), ("zh", "符合")])
def test_a_screening_in_both_languages(lang: Lang, said: str) -> None:
    """Each condition as the list tells it, with how it came out."""
    found, shown = SHOWN["screening"], text_of(SHOWN["screening"].as_html(lang))
    sentences = Sentences(load_standard("bse-listing"), lang)
    leaves = [leaf for finding in found.findings for leaf in finding.leaves()]
    assert leaves
    assert said in shown
    for leaf in leaves[:MOST_ROWS]:
        assert sentences.far(leaf) in shown


@pytest.mark.parametrize(("lang", "said"), [("en", "not determined"), ("zh", "尚不能确定")])
def test_a_comparison_in_both_languages(lang: Lang, said: str) -> None:
    """The enterprise with its effect and both amounts."""
    shown = text_of(SHOWN["comparison"].as_html(lang))
    assert NAME + said in shown
    assert "500,000.00" in shown


@pytest.mark.parametrize(("lang", "said"), [("en", "300,000.00 yuan"), ("zh", "300,000.00元")])
def test_a_reconciliation_in_both_languages(lang: Lang, said: str) -> None:
    """The finding with its amount and why."""
    shown = text_of(SHOWN["reconciliation"].as_html(lang))
    assert said in shown
    with pytest.raises(ListingRewardsError):
        SHOWN["comparison"].as_html("fr")


def test_of_many_rows_the_first_are_shown() -> None:
    """A table of thousands would stop a browser; behind the first it says how many there are."""
    cases = [
        CASE.model_copy(
            update={"enterprise": CASE.enterprise.model_copy(update={"name": f"示例{n}"})}
        )
        for n in range(MOST_ROWS + 5)
    ]
    shown = compare(cases, SOURCE, OWN, as_of=DAY).as_html()
    assert len(re.findall("<tr>", shown)) == MOST_ROWS + 2
    assert unescape("… (26)") in text_of(shown)
