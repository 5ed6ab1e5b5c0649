"""Where the policy in a record differs from the one that should be in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.forging import at, document, leaves, put, signed
from listing_rewards import Policy, load_policy, verify
from listing_rewards.audit.canonical import canonical
from listing_rewards.audit.policies import unlike, unlike_text
from listing_rewards.errors import Lang
from listing_rewards.strict import path_of

OURS = load_policy("zhanjiang-bse-2023-illustrative")
DUMP: dict[str, Any] = OURS.model_dump(mode="json", exclude_none=True)
WORDS = [place for place in leaves(DUMP) if place[-1] in {"zh", "en"}]
NAMED = {table: [each["id"] for each in DUMP[table]] for table in ("awards", "notices")}


def altered(*changes: tuple[tuple[int | str, ...], object]) -> Policy:
    """The policy with other things in some places."""
    other = json.loads(json.dumps(DUMP))
    for place, new in changes:
        put(other, place, new)
    return Policy.model_validate(other)


def test_a_policy_is_like_itself() -> None:
    """Written and read again, too."""
    assert unlike(OURS, OURS) == ()
    assert unlike(altered(), OURS) == ()
    assert unlike(OURS, altered()) == ()


@given(st.sampled_from(WORDS), st.sampled_from(["en", "zh"]))
def test_every_word_that_is_changed_is_found_at_its_place(
    place: tuple[int | str, ...], lang: Lang
) -> None:
    """Of a clause, a title, a law, a reason or a document, in either language: both are named."""
    before = at(DUMP, place)
    (found,) = unlike(altered((place, before + "甲乙")), OURS)
    table, name, *inside = place
    if isinstance(name, int):
        name = NAMED[str(table)][name]
    assert found.place == (table, name, *inside)
    assert (found.stated, found.computed) == (canonical(before + "甲乙"), canonical(before))
    said = unlike_text(found, lang)
    assert said.startswith(path_of(found.place))
    assert '甲乙"' in said
    assert len(said) < 320


def test_a_number_of_a_grant() -> None:
    """Yuan as yuan, a share as the share it is."""
    changes = unlike(
        altered(
            (("awards", 5, "amount", "cap"), "200000.00"),
            (("awards", 5, "amount", "rate"), "3%"),
            (("groups", "neeq_bse", "cap"), "8000000.00"),
        ),
        OURS,
    )
    assert {unlike_text(each, "en") for each in changes} == {
        "groups.neeq_bse.cap: the record has 8,000,000.00 yuan, the policy given has "
        "9,000,000.00 yuan",
        "awards.regional_financing.amount.cap: the record has 200,000.00 yuan, the policy given "
        "has 100,000.00 yuan",
        'awards.regional_financing.amount.rate: the record has "3%", the policy given has "2%"',
    }


def test_what_grants_comes_first() -> None:
    """Nobody hides a cap behind the words on the cover."""
    found = unlike(
        altered(
            (("document", "issuer", "zh"), "示例市"),
            (("clauses", "task-9", "text", "zh"), "示例"),
            (("awards", 5, "amount", "cap"), "200000.00"),
        ),
        OURS,
    )
    assert [each.place[0] for each in found] == ["awards", "clauses", "document"]


def test_the_order_of_awards() -> None:
    """A common cap is filled in it."""
    awards = DUMP["awards"]
    (found,) = unlike(altered((("awards",), [awards[1], awards[0], *awards[2:]])), OURS)
    assert found.place == ("awards",)
    assert (found.stated or "").startswith('["neeq_innovation","neeq_listed"')
    assert (found.computed or "").startswith('["neeq_listed","neeq_innovation"')


def test_an_award_that_only_one_has() -> None:
    """It is one place, not a place for each that stands behind it."""
    fewer = OURS.model_copy(update={"awards": OURS.awards[1:]})
    (found,) = unlike(fewer, OURS)
    assert (found.place, found.stated) == (("awards", "neeq_listed"), None)
    assert "the record has nothing, the policy given has {" in unlike_text(found, "en")
    (found,) = unlike(OURS, fewer)
    assert found.computed is None
    assert "，所给政策为 无" in unlike_text(found, "zh")


def test_a_clause_changed_far_behind_its_begin() -> None:
    """What differs is shown, not only what is alike."""
    place = ("clauses", "task-9", "text", "zh")
    long = "甲" * 300
    (found,) = unlike(
        altered((place, f"{long}至多900万元{long}")), altered((place, f"{long}至多800万元{long}"))
    )
    said = unlike_text(found, "zh")
    assert "至多900万元甲" in said
    assert "至多800万元甲" in said
    assert len(said) < 250


def test_signs_that_nobody_sees() -> None:
    """A clause that only looks the same."""
    place = ("clauses", "task-9", "item", "zh")
    (found,) = unlike(altered((place, at(DUMP, place) + "\u200b")), OURS)
    assert '[U+200B]"' in unlike_text(found, "zh")


@pytest.mark.parametrize(
    ("leaf", "said"),
    [
        (("status",), '"nothing_due"'),
        (("nominal", "at_least"), "1,234.50 yuan"),
        (("checks", 0, "event"), '"1234.50"'),
    ],
)
def test_amounts_of_a_result_are_told_by_where_they_stand(
    leaf: tuple[int | str, ...], said: str
) -> None:
    """What looks like an amount and is none, such as a name, is reported as it stands."""
    kept = document("03-regional-below")
    new = "nothing_due" if leaf == ("status",) else "1234.50"
    put(kept, ("result", "lines", 5, *leaf), new)
    assert f"the record has {said}, computed afresh" in verify(signed(kept)).explain()
