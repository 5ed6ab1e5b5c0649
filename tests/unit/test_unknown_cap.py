"""A cap that exists and is not known, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import InvalidPolicy, load_policy
from listing_rewards.report.amendment import amendment
from listing_rewards.report.policy import describe
from unit.test_constructs import ask, fixed, payable, policy

LISTED = "listed 2023-05-31"
OF_INVESTED = {"rate": "80%", "of": "invested", "cap": "unknown"}
BY_BANDS = {
    "of": "invested",
    "bands": [
        {"below": "100", "fixed": "1"},
        {"at_least": "100", "rate": "10%", "cap": "unknown"},
    ],
}


@pytest.mark.parametrize(
    ("amount", "invested", "expected"),
    [
        (OF_INVESTED, "200", "0.00..160.00"),
        (OF_INVESTED, "0", "0.00"),
        (OF_INVESTED, None, "0.00..?"),
        (OF_INVESTED | {"floor": "50"}, "200", "50.00..160.00"),
        (OF_INVESTED | {"floor": "50"}, "1", "50.00"),
        (fixed("3", per="invested", every="100", cap="unknown"), "250", "0.00..6.00"),
        (BY_BANDS, "200", "0.00..20.00"),
        (BY_BANDS, "99", "1.00"),
        (BY_BANDS, None, "0.00..?"),
        (
            {"rate": "50%", "of": "invested", "cap": "unknown",
             "times": [{"factor": "200%", "when": "big"}]},
            "200",
            "0.00..200.00",
        ),
    ],
)  # fmt: skip
def test_from_what_is_certain_to_what_there_is_without_it(
    amount: dict[str, Any], invested: str | None, expected: str
) -> None:
    """Never more than without a cap, never less than the floor; determined where it cannot cut."""
    figures = {} if invested is None else {"invested": invested}
    answer = ask(policy(amount), LISTED, figures=figures, flags={"big": True})
    assert payable(answer) == expected
    asked = [each.name for each in answer.needs if each.kind == "award_cap"]
    assert asked == ([] if answer.determined else ["a0"])
    if answer.determined:
        return
    assert "a cap that the source does not give" in answer.explain("en") or invested is None
    assert "上限" in answer.explain("zh")


def test_each_year_and_each_event_has_its_own() -> None:
    """The floor of each is certain."""
    for scope, expected in (("year", "10.00..30.00"), ("event", "15.00..30.00")):
        amount = {
            "rate": "10%", "of": "raised", "cap": "unknown", "cap_per": scope, "floor": "5",
        }  # fmt: skip
        raised = ("raised 2023-06-01 100", "raised 2023-07-01 100", "raised 2024-06-01 100")
        assert payable(ask(policy(amount), LISTED, *raised)) == expected


def test_what_was_paid_is_within_the_range() -> None:
    """Paid 100 of 0 to 160: 0 to 60 more is payable, and nothing is overpaid for certain."""
    rules = policy(OF_INVESTED)
    paid = [{"award": "a0", "on": "2023-06-01", "amount": "100"}]
    answer = ask(rules, LISTED, figures={"invested": "200"}, payments=paid)
    assert payable(answer) == "0.00..60.00"
    assert f"{answer.lines[0].overpaid.at_least}" == "0.00"


def of_two(cap: str = "unknown", **group: Any) -> Any:
    """Two awards under a common cap, of 80% of what was invested and of 20 yuan."""
    shared = {"title": "both", "cap": cap, "clause": "c"} | group
    share = {"rate": "80%", "of": "invested", "group": "g"}
    return policy(share, fixed("20", group="g"), groups={"g": shared})


def test_a_common_cap() -> None:
    """160 and 20 under a cap that nobody knows: 0 to 180 together, each 0 to its own."""
    answer = ask(of_two(), LISTED, figures={"invested": "200"})
    assert payable(answer) == "0.00..180.00"
    assert [f"{each.entitled}" for each in answer.lines] == ["0.00 to 160.00", "0.00 to 20.00"]
    [need] = answer.needs
    assert (need.kind, need.name, need.awards) == ("group_cap", "g", ("a0", "a1"))
    assert 'the common cap of "both", which the policy has and does not give' in answer.explain()
    assert "“both”的合并上限（政策设有上限而未列明）" in answer.explain("zh")


def test_a_common_cap_that_cuts_nothing_is_not_asked_for() -> None:
    """Of nothing, nothing can be cut."""
    answer = ask(of_two(), figures={"invested": "200"}, absent=["listed"])
    assert (payable(answer), answer.needs) == ("0.00", ())


@pytest.mark.parametrize(
    ("flags", "expected", "asked"),
    [
        ({"big": True}, "100.00", []),
        ({"big": False}, "0.00..180.00", ["group_cap"]),
        ({}, "0.00..180.00", ["flag", "group_cap"]),
    ],
)
def test_a_common_cap_under_a_condition(
    flags: dict[str, bool], expected: str, asked: list[str]
) -> None:
    """Known where the condition is met; otherwise not."""
    rules = of_two(cap_when=[{"when": "big", "cap": "100"}])
    answer = ask(rules, LISTED, figures={"invested": "200"}, flags=flags)
    assert payable(answer) == expected
    assert sorted(each.kind for each in answer.needs) == asked


def test_what_was_paid_under_a_common_cap() -> None:
    """Paid 100 of 0 to 180 together: 0 to 80 more, and nothing overpaid for certain."""
    paid = [{"award": "a0", "on": "2023-06-01", "amount": "100"}]
    answer = ask(of_two(), LISTED, figures={"invested": "200"}, payments=paid)
    [group] = answer.groups
    assert payable(answer) == "0.00..80.00"
    assert f"{group.cap.at_least}, {group.cap.at_most}" == "0.00, None"
    assert group.overpaid.at_least == 0


def test_a_common_cap_in_words() -> None:
    """What `policy show` and `policy diff` say of it."""
    unknown, known = of_two(), of_two("300万元")
    assert "together at most a cap that the source does not give" in describe(unknown, "en")
    assert "合计设有上限而原文未列明" in describe(unknown, "zh")
    assert '"3,000,000.00 yuan" becomes "unknown"' in amendment(known, unknown, "en")
    assert "不明" in amendment(known, unknown, "zh")


def test_another_word_is_refused() -> None:
    """As it was: an amount, or now `unknown`."""
    with pytest.raises(InvalidPolicy) as error:
        policy({"rate": "80%", "of": "invested", "cap": "some"})
    assert len(error.value.faults) == 1
    assert "cap" in str(error.value.faults[0].path)


def test_a_bare_number_is_still_refused(tmp_path: Any) -> None:
    """A cap without a unit, in a document."""
    text = (load_policy_text() % "50").encode()
    path = tmp_path / "p.toml"
    path.write_bytes(text)
    with pytest.raises(InvalidPolicy) as error:
        load_policy(path)
    assert [each.code for each in error.value.faults] == ["no_unit_written"]
    path.write_bytes((load_policy_text() % '"unknown"').encode())
    assert load_policy(path).awards[0].amount.model_dump()["cap"] == "unknown"


def load_policy_text() -> str:
    """A document whose one award has a cap to be filled in."""
    return """
id = "small"
document = { title = "t", issuer = "i" }
in_force = { first = 2024-01-01, clause = "c" }
rounding = { clause = "c" }
clauses.c = { item = "1", text = "t" }
events.listed = { zh = "上市", en = "Listed" }
figures.profit = { zh = "利润", en = "Profit" }
[[awards]]
id = "listed"
title = "t"
earned_by = "listed"
amount = { rate = "2%%", of = "profit", cap = %s }
clause = "c"
"""
