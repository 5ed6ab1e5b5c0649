"""What a Chinese keyboard and common habits make of a document, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from listing_rewards import InvalidPolicy, load_policy
from listing_rewards.errors import Fault, ListingRewardsError, UnknownPolicy
from listing_rewards.policy.toml import read_toml

DOCUMENT = """
id = "habits"
[document]
title = "小政策"
issuer = "某市人民政府办公室"
[in_force]
first = 2026-01-01
clause = "c"
[clauses.c]
item = "第一条"
text = "对上市企业给予奖励。"
[events]
listed = { zh = "上市" }
reformed = { zh = "股改" }
raised = { zh = "募资到位", amount = true }
[flags]
first_time = { zh = "首次" }
[figures]
profit = { zh = "净利润" }
[conditions.first_time]
flag = "first_time"
clause = "c"
[[awards]]
id = "x"
title = "奖励"
earned_by = "listed"
needs = ["first_time"]
amount = "50万元"
clause = "c"
"""

BUDGET = '[budgets.b]\ntitle = "资金"\nawards = ["x"]\nclause = "c"\n'


def faults_of(text: str, folder: Path) -> tuple[Fault, ...]:
    """What is wrong with a document."""
    path = folder / "habits.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListingRewardsError) as refusal:
        load_policy(path)
    return refusal.value.faults


class TestNotToml:
    """Each habit is named with the line it stands in and with what TOML takes instead."""

    @pytest.mark.parametrize(
        ("line", "english", "chinese"),
        [
            ("title = “小政策”", '"…", not “', "英文直引号"),
            ('title = "小政策”', '"…", not ”', "英文直引号"),
            ("title = 「小政策」", '"…", not 「', "英文直引号"),
            ('needs = ["a"，"b"]', "a plain comma: , and not ，", "英文逗号"),
            ('needs = ["a"、"b"]', "a plain comma: , and not 、", "英文逗号"),
            ('x = ［"a"］', "plain brackets: [ ] { }, not ［", "英文括号"),
            ('title："小政策"', "joined by = and not by ：", "英文等号"),
            ('title: "小政策"', "joined by = and not by :", "英文等号"),
            ("first = 2024年1月1日", "written 2024-01-01, without quotes", "写成 2024-01-01"),
            ("first = 2024/1/1", "written 2024-01-01, without quotes", "写成 2024-01-01"),
            ("first = 2024.01.01", "written 2024-01-01, without quotes", "写成 2024-01-01"),
            ("first = 2024-1-1", "written 2024-01-01, without quotes", "写成 2024-01-01"),
            ("first = ２０２４-01-01", "written 2024-01-01, without quotes", "写成 2024-01-01"),
            ("first = 2024-02-30", "there is no day 2024-02-30", "没有 2024-02-30"),
            ("cap = 50万元", '"50万元"', '"50万元"'),
            ("cap = 五十万元", '"五十万元"', '"五十万元"'),
            ("cap = 1,000", '"1,000"', '"1,000"'),
            ("rate = 2%", '"2%"', '"2%"'),
            ("rate = 千分之二", '"千分之二"', '"千分之二"'),
            ("upto = True", "not True", "不能写成 True"),
            ("upto = 是", "not 是", "不能写成 是"),
            ("earned_by = listed", '"listed"', '"listed"'),
            ("needs = [first_time]", '"first_time"', '"first_time"'),
            ("[events.上市]", '"上市"', '"上市"'),
            ("上市 = 1", '"上市"', '"上市"'),
            ("cap =", "nothing stands after =", "没有内容"),
            ('title = "小政策', "not closed", "没有成对"),
            ("needs = [1, 2", "not closed", "没有成对"),
            (r'path = "C:\d"', "a backslash in a text is written twice", "反斜杠"),
            ("x = { a = 1, a = 2 }", "the key a is written twice", "键 a 写了两次"),
            ("随便一行", "neither a [table] nor a key = value", "既不是 [表]"),
        ],
    )
    def test_a_habit(self, line: str, english: str, chinese: str) -> None:
        """In English and in Chinese, with nothing of the reader's own words."""
        with pytest.raises(InvalidPolicy) as refusal:
            read_toml(f"# 第一行\n{line}\n")
        (found,) = refusal.value.faults
        assert english in found.statement("en")
        assert chinese in found.statement("zh")
        assert "line 2: " in found.statement("en")
        assert "第 2 行：" in found.statement("zh")
        assert not re.search("[a-z]{3,} [a-z]{3,}", found.statement("zh").partition("该行为")[0])

    def test_a_table_twice(self) -> None:
        """Named with its place, as in `[clauses.c]`."""
        with pytest.raises(InvalidPolicy, match=r"line 3: the table \[clauses.c\] is declared"):
            read_toml('[clauses.c]\nitem = "x"\n[clauses.c]\n')

    def test_a_key_twice(self) -> None:
        """Named by its line."""
        with pytest.raises(InvalidPolicy, match="line 2: the key cap is written twice"):
            read_toml('cap = "1元"\ncap = "2元"\n')

    def test_the_end_of_the_document(self) -> None:
        """What is missing there is said of the last line."""
        with pytest.raises(InvalidPolicy, match="line 3: a quote or bracket that is opened"):
            read_toml('x = """a\n\nb')

    def test_right_quotes_inside_a_text(self) -> None:
        """“ ” within straight quotes are the document's own words."""
        assert read_toml('x = "按“新三板”挂牌，2024年1月1日起50万元"') == {
            "x": "按“新三板”挂牌，2024年1月1日起50万元"
        }


class TestHabits:
    """What is TOML, and not what a policy takes at that place."""

    @pytest.mark.parametrize(
        ("old", "new", "code", "path"),
        [
            ('"50万元"', '"最高50万元"', "ceiling_in_words", "awards[0].amount.fixed"),
            ('"50万元"', '"不超过50万元"', "ceiling_in_words", "awards[0].amount.fixed"),
            ('"50万元"', '"50万元以内"', "ceiling_in_words", "awards[0].amount.fixed"),
            ('"50万元"', '"五十万元"', "amount_in_words", "awards[0].amount.fixed"),
            ('"50万元"', '{ rate = "1%", of = "raised", cap = "profit" }', "cap_of_a_fact",
             "awards[0].amount.cap"),
            ('"50万元"', '{ rate = "1%", of = "raised", cap = { rate = "1%", of = "profit" } }',
             "cap_of_a_fact", "awards[0].amount.cap"),
            ('"50万元"', '"profit"', "not_an_amount", "awards[0].amount.fixed"),
            ('[[awards]]', '[shares.s]\nclause = "c"\nwhen = "first_time"\n'
             'parts = [{ level = "a", title = "市", share = "100%" }]\n[[awards]]',
             "shares_by_case", "shares.s"),
            ('[[awards]]', '[shares.s]\nclause = "c"\npart = 1\n'
             'parts = [{ level = "a", title = "市", share = "100%" }]\n[[awards]]',
             "unknown_key", "shares.s"),
            ('"50万元"', '{ rate = "千分之二", of = "raised" }', "rate_in_words",
             "awards[0].amount.rate"),
            ('"50万元"', '{ fixed = "50万元", rate = "1%", of = "raised" }', "two_amounts",
             "awards[0].amount"),
            ('earned_by = "listed"', 'earned_by = ["listed", "reformed"]', "earned_by_several",
             "awards[0].earned_by"),
            ('flag = "first_time"', 'flag = "first_time"\nhappened = "listed"', "two_conditions",
             "conditions.first_time"),
            ('["first_time"]', '["first_time", "profit"]', "not_a_condition", "awards.x.needs"),
            ('["first_time"]', '["listed"]', "not_a_condition", "awards.x.needs"),
            ('flag = "first_time"', 'flag = "profit"', "declared_elsewhere",
             "conditions.first_time.flag"),
            ('flag = "first_time"', 'seasoning = "listed"\nmonths = "六"', "not_a_whole_number",
             "conditions.first_time.months"),
            ('flag = "first_time"', 'seasoning = "listed"\nyears = 1000', "number_too_large",
             "conditions.first_time.years"),
            ('flag = "first_time"', "all_of = []", "too_few", "conditions.first_time.all_of"),
            ('zh = "募资到位", amount = true', 'zh = "募资到位", amount = "对"',
             "not_true_or_false", "events.raised.amount"),
            ('amount = true }', 'amount = true, silence = "没有" }', "not_one_of",
             "events.raised.silence"),
            ('["first_time"]', '"first_time"', "name_alone", "awards[0].needs"),
            ('["first_time"]', '[{ flag = "first_time" }]', "condition_in_place",
             "awards[0].needs[0]"),
            ('"50万元"', '"50万元"\npaid_in = ["40%", "60%"]', "instalments_in_place",
             "awards[0].paid_in"),
            ('"c"\n[[awards]]', '["c", "d"]\n[[awards]]', "one_clause",
             "conditions.first_time.clause"),
            ('[[awards]]', '[groups.g]\ntitle = "合计"\ncap = "1元"\nclause = "c"\n'
             'awards = ["x"]\n[[awards]]', "group_of_awards", "groups.g"),
            ('"50万元"', '"50万元"\nbest_of = ["x", "y"]', "choice_in_an_award", "awards[0]"),
            ('"50万元"', '"50万元"\ncap = "20万元"', "part_of_the_amount", "awards[0]"),
            ('"50万元"', '"50万元"\nwhen = "first_time"', "condition_of_an_award", "awards[0]"),
            ('[[awards]]', f'{BUDGET}amount = "9元"\ncounted_on = "event"\nused_up = "nothing"\n'
             'years = [{ year = 2026, amount = "9元" }]\n[[awards]]', "budget_of_a_year",
             "budgets.b"),
            ('[[awards]]', f'{BUDGET}used_up = "nothing"\n'
             'years = [{ year = 2026, amount = "9元" }]\n[[awards]]', "counted_on_missing",
             "budgets.b.counted_on"),
            ('[[awards]]', f'{BUDGET}counted_on = "event"\n'
             'years = [{ year = 2026, amount = "9元" }]\n[[awards]]', "used_up_missing",
             "budgets.b.used_up"),
            ('[[awards]]', '[shares.s]\nclause = "c"\nratio = "6:4"\n'
             'parts = [{ level = "a", title = "市", share = "100%" }]\n[[awards]]',
             "ratio_of_shares", "shares.s"),
            ('flag = "first_time"', 'flag = "first_time"\ntested_on = "event"',
             "tested_as_stated", "conditions.first_time"),
            ('flag = "first_time"', 'seasoning = "listed"\nyears = 1\ntested_on = "reformed"',
             "tested_on_an_event", "conditions.first_time.tested_on"),
            ('flag = "first_time"', 'applied = "6个月"', "window_in_place",
             "conditions.first_time.applied"),
            ('"50万元"', '"50万元"\nevery_year = 3', "years_in_place", "awards[0].every_year"),
            ('"50万元"', '"50万元"\nevery_year = { times = 3 }', "years_from_missing",
             "awards[0].every_year.runs_from"),
            ('"50万元"', '{ rate = "1%", of = "raised", cap_per = ["event", "year"] }', "two_caps",
             "awards[0].amount.cap_per"),
            ('[[awards]]', '[undertakings.u]\ntitle = "不迁出"\nawards = ["x"]\nclause = "c"\n'
             'broken_by = ["reformed"]\n[[awards]]', "before_payment_missing",
             "undertakings.u.before_payment"),
        ],
    )  # fmt: skip
    def test_a_habit(self, old: str, new: str, code: str, path: str, tmp_path: Path) -> None:
        """By its code and place, and in Chinese without a word of English prose."""
        assert DOCUMENT.count(old) == 1
        (found,) = faults_of(DOCUMENT.replace(old, new), tmp_path)
        assert (found.code, found.path) == (code, path)
        assert not re.search("[a-z]{3,} [a-z]{3,} [a-z]{3,}", found.statement("zh"))

    def test_a_flag_that_is_a_condition_under_another_name(self, tmp_path: Path) -> None:
        """The sentence says what to write, word for word."""
        text = DOCUMENT.replace("[conditions.first_time]", "[conditions.first]")
        (found,) = faults_of(text, tmp_path)
        assert '[conditions.first_time] with flag = "first_time"' in found.statement()

    def test_english_is_not_asked_for(self, tmp_path: Path) -> None:
        """Where `en` is left out, the Chinese words stand in both languages."""
        path = tmp_path / "habits.toml"
        path.write_text(DOCUMENT, encoding="utf-8")
        policy = load_policy(path)
        assert policy.events["listed"].say("en") == "上市"
        assert policy.flags["first_time"].en == "首次"


class TestHostile:
    """What would stop or swell the program is refused in one sentence."""

    @pytest.mark.parametrize(("number", "refused"), [(6, False), (7, True), (26, True)])
    def test_conditions_that_double(self, number: int, tmp_path: Path, *, refused: bool) -> None:
        """Each names the one before it twice: an answer would tell all of them."""
        doubling = "".join(
            f'[conditions.c{i}]\nany_of = ["c{i - 1}", "c{i - 1}"]\nclause = "c"\n'
            for i in range(1, number)
        )
        text = DOCUMENT.replace("[conditions.first_time]", "[conditions.c0]").replace(
            '["first_time"]', f'["c{number - 1}"]'
        )
        path = tmp_path / "habits.toml"
        path.write_text(text.replace("[[awards]]", f"{doubling}[[awards]]"), encoding="utf-8")
        if not refused:
            assert load_policy(path).conditions
            return
        with pytest.raises(InvalidPolicy) as refusal:
            load_policy(path)
        assert [each.code for each in refusal.value.faults] == ["too_many_conditions"]

    def test_a_deep_list(self) -> None:
        """Deeper than any reader goes."""
        with pytest.raises(InvalidPolicy, match="nested too deeply"):
            read_toml("x = " + "[" * 5000)

    def test_a_zero_byte_in_a_name(self, tmp_path: Path) -> None:
        """No system has such a file; the byte is shown and not sent to the terminal."""
        path = tmp_path / "habits.toml"
        path.write_text('id = "p"\nextends = "a\\u0000.toml"\n', encoding="utf-8")
        with pytest.raises(UnknownPolicy) as refusal:
            load_policy(path)
        (found,) = refusal.value.faults
        assert (found.path, found.given) == ("extends", "a␀.toml")
