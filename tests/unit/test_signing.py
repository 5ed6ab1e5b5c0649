"""The foot of every sheet of the page, and who may sign for what."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from paged import LANGS, text_of, tree_of

from listing_rewards import Assessment, Case, assess, load_policy
from listing_rewards.errors import Lang
from listing_rewards.report.page import page
from listing_rewards.report.page.signing import SHORT, foot, not_to_be_signed
from listing_rewards.report.phrasing import Phrasing

DIGEST = "0123456789abcdef" * 4
LISTED = [{"kind": "neeq_listed", "on": "2023-09-15"}]
OPEN = [{"kind": "bse_listed", "on": "2025-06-15"}]


def asked(as_of: date = date(2025, 12, 31), **facts: Any) -> Assessment:
    """An answer under the illustrative policy."""
    who = {"name": "示例甲公司", "uscc": "91440800MA0000201R"}
    case = Case.model_validate({"enterprise": who} | facts)
    return assess(case, load_policy("zhanjiang-bse-2023-illustrative"), as_of=as_of)


def boxed(answer: Assessment, lang: Lang, digest: str | None = DIGEST) -> list[str]:
    """The texts of the box that is signed; none where there is no box."""
    return [
        text_of(each)
        for box in tree_of(answer, lang, digest=digest).iter("div")
        if box.attrib.get("class") == "signatures"
        for each in box
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_box(lang: Lang) -> None:
    """For whom, how much and in capitals, the digest; three people, each with a date; a seal."""
    texts = boxed(asked(events=LISTED), lang)
    assert "示例甲公司 91440800MA0000201R" in texts[0]
    assert "500,000.00" in texts[1]
    assert "人民币伍拾万元整" in texts[1]
    assert DIGEST in texts[2]
    assert len(texts) == 10
    assert len({*texts[3:9:2]}) == 3
    assert len({*texts[4:9:2]}) == 1


def test_without_a_digest() -> None:
    """Nothing in its place."""
    assert len(boxed(asked(events=LISTED), "zh", None)) == 9


@pytest.mark.parametrize(
    ("facts", "why"),
    [({"events": OPEN}, "open"), ({}, "nothing_stated"), ({"absent": ["neeq_listed"]}, "")],
)
@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_to_be_signed(facts: dict[str, Any], why: str, lang: Lang) -> None:
    """No box and no capitals where the amount is open, or where nothing was stated."""
    answer = asked(**facts)
    words = Phrasing(answer, lang)
    assert not_to_be_signed(words) == why
    text = page(answer, lang, digest=DIGEST)
    assert bool(boxed(answer, lang)) == (why == "")
    assert ('<span lang="zh-CN">人民币' in text) == (why == "")
    assert DIGEST in text
    if why:
        assert words.say("page.not_to_sign", why) in text


def test_the_foot() -> None:
    """Name, code, as-of date, the first digits of the digest; the sheet's number beside them."""
    answer = asked(events=LISTED)
    said = foot(Phrasing(answer, "zh"), DIGEST)
    assert said.startswith('"示例甲公司')
    for part in ("91440800MA0000201R", "2025", "摘要", DIGEST[:SHORT]):
        assert part in said
    assert DIGEST[: SHORT + 1] not in said
    text = page(answer, "zh", digest=DIGEST)
    assert f"@bottom-left {{ content: {said};" in text
    assert 'counter(page) " / " counter(pages)' in text
    assert "摘要" not in foot(Phrasing(answer, "zh"), None)


@pytest.mark.parametrize(
    "name", ['甲"; } body { display: none', "甲</style><b>", "甲\\22 ", "甲\n公司", "甲\u202e"]
)
def test_a_name_at_the_foot_is_only_text(name: str) -> None:
    """Whatever it is called, it ends neither the text nor the style sheet."""
    case = Case.model_validate({"enterprise": {"name": name}, "events": LISTED})
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    answer = assess(case, policy, as_of=date(2025, 12, 31))
    inside = foot(Phrasing(answer, "en"), DIGEST)[1:-1]
    assert not set(inside) & set('"<>{};\n\u202e&')
    assert inside.count("\\") == inside.count(" ")
    tree_of(answer)


@pytest.mark.parametrize("lang", LANGS)
def test_laws_stand_at_the_amount_they_touch(lang: Lang) -> None:
    """Below each award of which something is to be paid, and below no other."""
    answer = asked(events=LISTED)
    (table,) = (
        each for each in tree_of(answer, lang).iter("table") if each.attrib.get("class") == "awards"
    )
    rows = [(row.attrib.get("class"), text_of(row)) for row in table.iter("tr")]
    laws = [n for n, (kind, _) in enumerate(rows) if kind == "law"]
    assert laws == [2]
    assert rows[1][0] == "with-laws"
    law = answer.policy.notice("fair-competition-review").law.say(lang)
    assert law in rows[2][1]


def test_many_days_of_an_event() -> None:
    """Forty-five signs that would cover each other are strokes, and their number is reported."""
    events = [
        {
            "kind": "regional_financing",
            "on": f"2024-{n // 5 + 1:02}-{n % 5 * 5 + 1:02}",
            "amount": "1万元",
        }
        for n in range(45)
    ]
    text = page(asked(events=events), "zh")
    assert "（45个日期）" in text
    assert text.count('" stroke="#1a1a1a" stroke-width="2" />') >= 45
    assert "l7 7l-7 7l-7 -7z" not in text.split("<figcaption>")[0].split("</svg>")[0]
