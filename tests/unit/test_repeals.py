"""An award is repealed from a day on while the document stays in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from listing_rewards import Case, InvalidPolicy, Policy, assess, load_policy
from listing_rewards.policy.amounts import DatedAmount, FixedAmount
from listing_rewards.report.policy import describe

HEAD = """
id = "repeals"
[document]
title = "小政策"
issuer = "某市人民政府办公室"
[in_force]
first = 2023-01-01
clause = "c"
[clauses.c]
item = "第一条"
text = "对挂牌、上市企业给予奖励。"
[events]
filed = { zh = "辅导备案", en = "Filed" }
listed = { zh = "上市", en = "Listed" }
raised = { zh = "融资", en = "Raised", amount = true, repeats = true }
[[awards]]
id = "filed"
title = "备案奖励"
earned_by = "filed"
amount = "20万元"
clause = "c"
"""
LISTED = """
[[awards]]
id = "listed"
title = "上市奖励"
earned_by = "listed"
clause = "c"
"""
REPEALED = 'repealed = { since = 2025-09-24, by = "清理通知" }\n'
CHILD = """
id = "child"
extends = "repeals.toml"
[document]
title = "修订"
issuer = "某市"
[clauses.own]
item = "第一条"
text = "……"
"""
Read = Callable[..., Policy]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the document with the award for listing, or one that extends it."""

    def read(listed: str, child: str = "") -> Policy:
        (tmp_path / "repeals.toml").write_text(HEAD + LISTED + listed, encoding="utf-8")
        if not child:
            return load_policy(tmp_path / "repeals.toml")
        (tmp_path / "child.toml").write_text(CHILD + child, encoding="utf-8")
        return load_policy(tmp_path / "child.toml")

    return read


def given(policy: Policy, *days: str, kind: str = "listed") -> list[str]:
    """What is payable where the event happened on each of some days."""
    payable = []
    for day in days:
        case = Case.model_validate(
            {"enterprise": {"name": "示例甲"}, "events": [{"kind": kind, "on": day}]}
        )
        payable.append(str(assess(case, policy, as_of=date(2027, 1, 1)).payable))
    return payable


class TestRepealed:
    """The eve is the last day on which the award is earned."""

    def test_on_its_day(self, read: Read) -> None:
        """Nothing is given from the day on; what was earned before it stays due."""
        policy = read(f'amount = "300万元"\n{REPEALED}')
        days = ("2023-01-01", "2025-09-23", "2025-09-24", "2026-05-01")
        assert given(policy, *days) == ["3000000.00", "3000000.00", "0.00", "0.00"]

    def test_the_other_awards_stay(self, read: Read) -> None:
        """The document is in force as before."""
        policy = read(f'amount = "300万元"\n{REPEALED}')
        assert given(policy, "2026-05-01", kind="filed") == ["200000.00"]
        assert policy.in_force.end is None

    def test_an_amount_by_its_day(self, read: Read) -> None:
        """Values from the repeal on are never given, those before it as written."""
        values = (
            "amount = { dated = [{ since = 2023-01-01, amount = '300万元' }, "
            "{ since = 2025-01-01, amount = '200万元' }, "
            "{ since = 2026-01-01, amount = '9万元' }] }\n"
        )
        policy = read(values + REPEALED)
        days = ("2024-12-31", "2025-09-23", "2025-09-24", "2026-01-01")
        assert given(policy, *days) == ["3000000.00", "2000000.00", "0.00", "0.00"]

    def test_a_value_that_would_begin_on_that_day(self, read: Read) -> None:
        """The repeal stands in its place."""
        values = (
            "amount = { dated = [{ since = 2023-01-01, amount = '300万元' }, "
            "{ since = 2025-09-24, amount = '200万元' }] }\n"
        )
        policy = read(values + REPEALED)
        assert given(policy, "2025-09-23", "2025-09-24") == ["3000000.00", "0.00"]

    def test_it_is_told(self, read: Read) -> None:
        """With the day and by what, in both languages."""
        policy = read(f'amount = "300万元"\n{REPEALED}')
        assert "repealed since 2025-09-24 (清理通知)" in describe(policy)
        assert "自 2025-09-24 起废止（清理通知）" in describe(policy, "zh")

    def test_the_amount_keeps_its_source(self, read: Read) -> None:
        """It rests on the award's clause, or on what it says itself."""
        amount = read(f'amount = "300万元"\n{REPEALED}').award("listed").amount
        assert isinstance(amount, DatedAmount)
        assert amount.clause == "c"
        assumed = f'amount = {{ fixed = "300万元", assumed = "示例" }}\n{REPEALED}'
        assert read(assumed).award("listed").amount.assumed is not None

    def test_json_and_back(self, read: Read) -> None:
        """What is read from the document is read from its JSON."""
        policy = read(f'amount = "300万元"\n{REPEALED}')
        assert Policy.model_validate_json(policy.model_dump_json()) == policy


class TestExtends:
    """A later document repeals an award, moves the day, or changes the amount."""

    def test_a_later_document_repeals_it(self, read: Read) -> None:
        """The amount stays that of the document it extends."""
        policy = read('amount = "300万元"\n', f'[[awards]]\nid = "listed"\n{REPEALED}')
        assert given(policy, "2025-09-23", "2025-09-24") == ["3000000.00", "0.00"]

    def test_the_day_moves(self, read: Read) -> None:
        """Later or earlier, nothing of the old day remains."""
        for day, amounts in (("2026-01-01", ["3000000.00", "0.00"]), ("2024-01-01", ["0.00"] * 2)):
            moved = f'[[awards]]\nid = "listed"\nrepealed = {{ since = {day}, by = "通知" }}\n'
            policy = read(f'amount = "300万元"\n{REPEALED}', moved)
            assert given(policy, "2025-12-31", "2026-01-01") == amounts

    def test_another_amount(self, read: Read) -> None:
        """The repeal holds for the new amount as well."""
        amount = '[[awards]]\nid = "listed"\namount = { fixed = "100万元", clause = "own" }\n'
        policy = read(f'amount = "300万元"\n{REPEALED}', amount)
        assert given(policy, "2025-09-23", "2025-09-24") == ["1000000.00", "0.00"]

    def test_nothing_about_it(self, read: Read) -> None:
        """What is inherited is as it was, once."""
        parent = read(f'amount = "300万元"\n{REPEALED}')
        child = read(f'amount = "300万元"\n{REPEALED}', "[rounding]\nassumed = '示例'\n")
        assert child.awards == parent.awards

    def test_a_value_that_ends_by_itself(self, read: Read) -> None:
        """An amount whose own last value is a repeal on an earlier day stays ended."""
        ends = (
            "amount = { dated = [{ since = 2023-01-01, amount = '300万元' }, "
            "{ since = 2024-01-01, repealed = true }] }\n"
        )
        child = read(ends + REPEALED, "[rounding]\nassumed = '示例'\n")
        assert given(child, "2023-12-31", "2024-01-01", "2025-09-24") == [
            "3000000.00", "0.00", "0.00",
        ]  # fmt: skip
        assert isinstance(child.award("filed").amount, FixedAmount)


class TestRefused:
    """What would not do what it says."""

    @pytest.mark.parametrize(
        ("listed", "code", "path"),
        [
            (
                'amount = "300万元"\nrepealed = { since = 2023-01-01, by = "x" }\n',
                "days_out_of_order",
                "awards.listed.repealed.since",
            ),
            (
                f'amount = "300万元"\n{REPEALED}[[awards]]\nid = "raised"\ntitle = "融资奖励"\n'
                f'earned_by = "raised"\nclause = "c"\namount = {{ rate = "1%", of = "raised" }}\n'
                f"{REPEALED}",
                "repealed_but_repeats",
                "awards.raised.repealed",
            ),
            (
                'amount = "300万元"\nrepealed = { since = "昨天", by = "x" }\n',
                "not_a_date",
                "awards[1].repealed.since",
            ),
            ('amount = "300万元"\nrepealed = true\n', "not_an_object", "awards[1].repealed"),
        ],
    )
    def test_refused(self, read: Read, listed: str, code: str, path: str) -> None:
        """Before the policy begins, for an event that may come again, on no day."""
        with pytest.raises(InvalidPolicy) as refusal:
            read(listed)
        assert [(each.code, each.path) for each in refusal.value.faults] == [(code, path)]
