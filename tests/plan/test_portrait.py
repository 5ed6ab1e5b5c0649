"""The portrait of an enterprise: data by hand, a page in both languages."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from command import run_command
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, Policy, assess, load_policy
from listing_rewards.plan import Portrait, Standard, load_standard, portrait
from listing_rewards.plan.documents import of_document
from listing_rewards.plan.portrait_page import portrait_page

ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
SOURCE = load_policy("zhanjiang-bse-2023")
STANDARDS = [load_standard("bse-listing"), load_standard("neeq-innovation-2022")]
CITY = Path(__file__).parents[2] / "examples" / "city" / "enterprises.csv"
DAY = date(2024, 12, 31)
DOCUMENT: dict[str, Any] = {
    "enterprise": {"name": "示例<甲>公司", "county": "示例县"},
    "events": [
        {"kind": "neeq_listed", "on": "2024-05-06"},
        {"kind": "regional_financing", "on": "2024-02-01", "amount": "300万元"},
    ],
    "figures": {"net_profit.2023": "900万元", "net_profit_core.2023": "800万元"},
    "payments": [{"award": "neeq_listed", "on": "2024-08-01", "amount": "50万元"}],
}
CASE = Case.model_validate(DOCUMENT)


def test_by_hand() -> None:
    """The ladder with the earliest day, the awards, the room, what falls due."""
    found = portrait(CASE, [ILLUSTRATIVE], STANDARDS, DAY)
    assert [(each.event, each.on, each.earliest) for each in found.ladder] == [
        ("neeq_listed", date(2024, 5, 6), None),
        ("neeq_innovation", None, None),
        ("bse_tutoring_filed", None, None),
        ("bse_accepted", None, date(2025, 5, 6)),
        ("bse_listed", None, date(2025, 5, 6)),
    ]
    awards = {each.award: each for each in found.awards}
    assert awards["neeq_listed"].paid == Decimal("500000.00")
    assert awards["neeq_listed"].payable.at_most == 0
    assert awards["regional_financing"].payable.at_least == Decimal("60000.00")
    assert awards["bse_listed"].may_come.at_least == Decimal("5000000.00")
    rooms = {each.group: (each.cap, each.left) for each in found.rooms}
    assert rooms["neeq_bse"] == (Decimal("9000000.00"), Decimal("8500000.00"))
    assert [each.standard for each in found.screenings] == ["bse-listing", "neeq-innovation-2022"]
    assert "period_full" in [each.happens for each in found.due]
    assert {each.award for each in found.assumed} >= {"bse_listed", "neeq_listed"}


def test_nothing_may_come_after_the_policy() -> None:
    """It ended in 2025; the laws that bear on its awards by then are named."""
    late = {**DOCUMENT, "events": [{"kind": "neeq_listed", "on": "2025-01-02"}], "payments": []}
    awards = {
        each.award: each.may_come.at_least
        for each in portrait(Case.model_validate(late), [ILLUSTRATIVE], [], date(2025, 6, 1)).awards
    }
    assert awards["bse_tutoring_filed"] == Decimal("1000000.00")
    assert awards["bse_listed"] == 0, "the year is full on 2026-01-02, after the policy's end"
    found = portrait(CASE, [ILLUSTRATIVE], [], date(2026, 3, 1))
    assert all(each.may_come.at_most == 0 for each in found.awards)
    assert "decree-798" in [each.notice for each in found.laws]
    assert "decree-798" not in [each.notice for each in portrait(CASE, [SOURCE], [], DAY).laws]


def test_what_is_missing_comes_by_the_yuan_that_hang_on_it() -> None:
    """An amount without a known limit first, then the most yuan, then what standards ask."""
    found = portrait(CASE, [SOURCE, ILLUSTRATIVE], STANDARDS, DAY)
    stakes = [each.at_stake for each in found.missing]
    known = [each for each in stakes if each is not None]
    assert stakes == [None] * (len(stakes) - len(known)) + sorted(known, reverse=True)
    assert found.missing[-1].document in {"bse-listing", "neeq-innovation-2022"}


@given(st.dates(date(2023, 1, 1), date(2026, 12, 31)))
def test_it_says_what_the_answers_say(day: date) -> None:
    """The same amounts as `assess`, award by award, on any day; and it comes back from JSON."""
    found = portrait(CASE, [ILLUSTRATIVE, SOURCE], STANDARDS, day)
    for policy in (ILLUSTRATIVE, SOURCE):
        answer = assess(of_document(CASE, policy), policy, as_of=day)
        shown = [each for each in found.awards if each.policy == policy.id]
        assert [each.payable for each in shown] == [line.payable for line in answer.lines]
    assert Portrait.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page(lang: Any) -> None:
    """Well formed, without scripts, the same each time; names are escaped; nothing is left out."""
    policies = [ILLUSTRATIVE, SOURCE]
    found = portrait(CASE, policies, STANDARDS, date(2025, 3, 1))
    documents: dict[str, Policy | Standard] = {each.id: each for each in policies}
    documents |= {each.id: each for each in STANDARDS}
    page = portrait_page(found, documents, lang)
    assert page == portrait_page(found, documents, lang)
    ElementTree.fromstring(page.partition("\n")[2])  # noqa: S314  (our own page)
    assert "<script" not in page
    assert "示例&lt;甲&gt;公司" in page
    for award in ILLUSTRATIVE.awards:
        assert award.title.say(lang) in page
    for standard in STANDARDS:
        assert standard.title.say(lang) in page
    assert "2025-05-06" in page
    assert "{" not in page.partition("</style>")[2]
    empty = Case.model_validate({"enterprise": {"name": "示例乙公司"}})
    assert portrait_page(portrait(empty, [], STANDARDS, DAY), documents, lang)


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page or JSON of the one that is named; a sentence where none is."""
    asked = ("portrait", CITY, "-p", ILLUSTRATIVE.id, "-s", "bse-listing", "--as-of", "2025-11-10")
    named = (*asked, "-e", "示例癸丙新材料公司", "-o")
    assert run_command(monkeypatch, *named, tmp_path / "one.html", "--lang", "zh") == 0
    assert "企业上市画像" in (tmp_path / "one.html").read_text(encoding="utf-8")
    assert run_command(monkeypatch, *named, tmp_path / "one.json") == 0
    told = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert told["enterprise"]["name"] == "示例癸丙新材料公司"
    assert run_command(monkeypatch, *asked) == 2
    assert run_command(monkeypatch, *asked, "-e", "示例癸丙公司") == 2
    assert "示例癸丙" in capsys.readouterr().err
