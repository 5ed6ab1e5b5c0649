"""Facts that a policy may declare besides events: figures in percent, attributes, approvals."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from listing_rewards import Case, InvalidCase, Policy, assess

DAY = date(2025, 12, 31)
POLICY = Policy.model_validate(
    {
        "id": "p",
        "document": {"title": "t", "issuer": "i"},
        "in_force": {"first": "2024-01-01", "clause": "c"},
        "clauses": {"c": {"item": "1", "text": "t", "document": "p"}},
        "events": {"listed": "上市"},
        "figures": {"share": {"zh": "投资本地比例", "en": "Share", "unit": "percent"}},
        "attributes": {
            "board": {"zh": "板块", "en": "Board", "values": {"star": "科创板", "bse": "北交所"}}
        },
        "conditions": {
            "enough": {"figure": "share", "at_least": "70%", "clause": "c"},
            "star": {"attribute": "board", "one_of": ["star"], "clause": "c"},
        },
        "awards": [
            {
                "id": "a",
                "title": "奖励甲",
                "earned_by": "listed",
                "needs": ["enough", "star"],
                "amount": {"fixed": "100万元", "upto": True, "clause": "c"},
                "clause": "c",
            },
            {
                "id": "b",
                "title": "奖励乙",
                "earned_by": "listed",
                "amount": {"fixed": "1万元", "clause": "c"},
                "clause": "c",
            },
        ],
    }
)


def faults(**facts: Any) -> list[tuple[str, str, str]]:
    """Code, path and nearest name of what is wrong with a case."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, **facts})
    with pytest.raises(InvalidCase) as caught:
        assess(case, POLICY, as_of=DAY)
    return [(each.code, each.path, each.nearest) for each in caught.value.faults]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"figures": {"share": "70"}}, ("figure_too_large", "figures.share", "")),
        ({"figures": {"share": "100.01%"}}, ("figure_too_large", "figures.share", "")),
        ({"attributes": {"bord": "star"}}, ("unknown_attribute", "attributes.bord", "board")),
        ({"attributes": {"board": "strar"}}, ("unknown_value", "attributes.board", "star")),
        ({"approved": {"c": "1"}}, ("unknown_award", "approved.c", "")),
        ({"approved": {"b": "1"}}, ("nothing_to_approve", "approved.b", "")),
    ],
)
def test_faults(facts: dict[str, Any], expected: tuple[str, str, str]) -> None:
    """A percentage without its sign, no such attribute, value or ceiling: each is reported."""
    assert faults(**facts) == [expected]


def test_a_percentage_without_its_sign_says_how_to_write_it() -> None:
    """8 for 8% would pass every threshold; it is refused, in both languages."""
    case = Case.model_validate({"enterprise": {"name": "x"}, "figures": {"share": "70"}})
    with pytest.raises(InvalidCase, match=r"is '7000%', and cannot be more than 100%") as caught:
        assess(case, POLICY, as_of=DAY)
    assert "百分比请连同百分号书写，如 8%" in caught.value.explain("zh")


def test_all_stated() -> None:
    """Exactly at the threshold, on the right board, with what was approved."""
    case = Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": [{"kind": "listed", "on": "2024-05-01"}],
            "figures": {"share": "70%"},
            "attributes": {"board": "star"},
            "approved": {"a": "80万元"},
        }
    )
    answer = assess(case, POLICY, as_of=DAY)
    assert (str(answer.payable), answer.determined) == ("810000.00", True)
