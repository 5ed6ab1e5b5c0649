"""What `policy show` says of the facts of a document, and of an undertaking, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Policy, list_policies, load_policy
from listing_rewards.errors import Lang
from listing_rewards.report.policy import describe
from unit.test_constructs import EVENTS, fixed, policy

FIGURES: dict[str, Any] = {
    "profit": {"zh": "净利润", "en": "Profit", "yearly": True},
    "rate": {"zh": "增长率", "en": "Growth", "unit": "percent", "yearly": True},
    "low": {
        "zh": "较低值", "en": "Low",
        "made": {"way": "least", "of": ["profit"], "years": 2, "before": "listed"},
    },
    "part": {
        "zh": "占比", "en": "Part", "unit": "percent",
        "made": {"way": "ratio", "of": ["profit", "rate"], "before": "listed"},
    },
    "first": {"zh": "名次", "en": "Place", "unit": "number", "place_of": "a0"},
    "most": {
        "zh": "大小", "en": "Size", "unit": "number", "place_of": "a0", "ranked_by": "whole",
    },
    "whole": {"zh": "总额", "en": "Whole"},
    "invested": {"zh": "本地投资", "en": "Invested"},
}  # fmt: skip


def rules(**more: Any) -> Policy:
    """A policy with each kind of fact, and an undertaking about its award."""
    promise = {
        "title": "不迁出", "awards": ["a0"], "broken_by": ["left"], "years": 2, "clause": "c",
        "before_payment": "not_payable", **more,
    }  # fmt: skip
    events = EVENTS | {
        "left": {"zh": "迁出", "en": "Left"},
        "seen": {"zh": "考察", "en": "Seen", "record_only": True},
        "closed": {"zh": "注销", "en": "Closed", "silence": "unknown"},
        "opened": {"zh": "开业", "en": "Opened", "silence": "unknown_if_needed"},
    }
    return policy(fixed("1"), events=events, figures=FIGURES, undertakings={"u": promise})


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "- raised: Raised (with an amount; may happen several times; not stated, it did not"
               " happen)"),
        ("zh", "- raised: 募资（带金额；可多次发生；未写明的，视为未发生）"),
        ("en", "- seen: Seen"),
        ("en", "- closed: Closed (not stated, it is unknown)"),
        ("zh", "- closed: 注销（未写明的，按不明处理）"),
        ("en", "- opened: Opened (not stated, it is unknown where a rule reads it)"),
        ("zh", "- opened: 开业（未写明的，规则须用到时按不明处理）"),
        ("en", "- whole: Whole"),
        ("en", "- rate: Growth (percent; of each year)"),
        ("zh", "- rate: 增长率（百分比；按年度填列）"),
        ("en", '- low: Low (the least of Profit, of the last 2 years before the year of "Listed")'),
        ("zh", "- low: 较低值（“上市”所在年度以前2年各年净利润最低者）"),
        ("zh", "- part: 占比（百分比；“上市”所在年度以前1年净利润、增长率，前者除以后者）"),
        ("en", '- first: Place (number; place among all who earn "a0" under this policy, the '
               "earliest first)"),
        ("zh", "- most: 大小（数量；在本政策下取得“a0”的全部企业中的名次，“总额”大者在前）"),
    ],
)  # fmt: skip
def test_a_fact(lang: Lang, line: str) -> None:
    """What a case states of it, how silence reads, and how it comes about."""
    assert line in describe(rules(), lang).splitlines()


@pytest.mark.parametrize("name", list_policies())
def test_the_silence_that_a_document_leaves_out_is_shown_as_it_is_read(name: str) -> None:
    """Each event bears the words of the silence that the policy was loaded with."""
    read = load_policy(name)
    shown = describe(read, "en").splitlines()
    for kind, event in read.events.items():
        (line,) = [each for each in shown if each.startswith(f"- {kind}: {event.en}")][-1:]
        unknown = event.silence != "did_not_happen"
        assert ("it is unknown" in line) == (unknown and not event.record_only)


def test_nothing_is_called_back() -> None:
    """未兑付部分不再兑付, and what was paid stays."""
    kept, back = rules(called_back="0%"), rules(called_back="50%")
    english = "what is not yet paid is not payable, and nothing of what was paid for "
    assert english in describe(kept, "en")
    assert "已付的奖励不退还" in describe(kept, "zh")
    assert "50% of what was paid" in describe(back, "en")
    assert "可能退还 50%" in describe(back, "zh")


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "General Office of the Zhanjiang Municipal People's Government, 2023-07-07, https"),
        ("zh", "湛江市人民政府办公室，2023-07-07，https"),
    ],
)
def test_who_issued_it_and_when(lang: Lang, line: str) -> None:
    """On one line, divided as each language divides."""
    shown = describe(load_policy("zhanjiang-bse-2023"), lang).splitlines()
    assert any(each.startswith(line) for each in shown)
