"""Cases as JSON and JSON Lines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.strict import read_json, why_not_json

POLICY = load_policy("zhanjiang-bse-2023")
CASE = {"enterprise": {"name": "示例甲公司"}}
OTHER = {"enterprise": {"name": "示例乙公司"}}


def rows(tmp_path: Path, name: str, text: str) -> list[Row]:
    """The rows of a file."""
    (tmp_path / name).write_bytes(text.encode())
    return list(read_rows(str(tmp_path / name), POLICY))


def test_one_document_a_list_and_lines(tmp_path: Path) -> None:
    """The order is kept; blank lines are passed over; lines are counted from 1."""
    one, other = (json.dumps(each, ensure_ascii=False) for each in (CASE, OTHER))
    (alone,) = rows(tmp_path, "one.json", one)
    assert alone.alone
    assert len(rows(tmp_path, "two.json", f"[{one}, {other}]")) == 2
    lines = rows(tmp_path, "three.jsonl", f"\ufeff{one}\n\n{other}\n")
    assert [row.number for row in lines] == [1, 3]
    assert all(row.case is not None for row in lines)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "row 2: this is not JSON: expecting property name"),
        ("[]", "row 2: '[]' is not a record of named fields"),
        (
            '{"enterprise": {"name": "甲"}, "enterprise": {"name": "乙"}}',
            "'enterprise' is written twice",
        ),
        (
            '{"enterprise": {"name": "甲"}, "event": []}',
            "no field 'event' here; did you mean 'events'?",
        ),
        ('{"enterprise": {"name": ""}}', "row 2, enterprise.name: this must not be empty"),
        ("{}", "row 2, enterprise: this is missing"),
        (
            '{"enterprise": {"name": "甲"}, "events": [{"kind": "regional_financing", '
            '"on": "2023-08-01", "amount": 3000000.5}]}',
            "events[0].amount: '3000000.5' is a floating-point number",
        ),
        (
            '{"enterprise": {"name": "甲"}, "figures": {"net_profit": NaN}}',
            "'nan' is not a finite number",
        ),
        (
            '{"enterprise": {"name": "甲"}, "figures": {"net_profit": "Infinity"}}',
            "'Infinity' is not a finite number",
        ),
        (
            '{"enterprise": {"name": "甲"}, "flags": {"eligible": "yes"}}',
            "flags.eligible: 'yes' is neither true nor false",
        ),
        (
            '{"enterprise": {"name": "甲"}, "events": [{"kind": "neeq_listed", "on": 20230915}]}',
            "events[0].on: '20230915' is not a date",
        ),
    ],
)
def test_a_bad_line_is_told_and_the_others_go_on(tmp_path: Path, line: str, sentence: str) -> None:
    """One clear sentence with the line and the path."""
    good, other = json.dumps(CASE), json.dumps(OTHER)
    first, bad, last = rows(tmp_path, "cases.jsonl", f"{good}\n{line}\n{other}\n")
    assert first.case is not None
    assert last.case is not None
    assert bad.case is None
    assert any(sentence in fault.sentence() for fault in bad.faults), bad.faults[0].sentence()


def test_a_fault_in_a_list_names_its_place(tmp_path: Path) -> None:
    """With the number of the case in the list."""
    (row,) = rows(tmp_path, "cases.json", '[{"enterprise": {"name": "甲"}, "payments": [{}]}]')
    assert [fault.path for fault in row.faults] == [
        "[0].payments[0].award",
        "[0].payments[0].on",
        "[0].payments[0].amount",
    ]


@pytest.mark.parametrize("name", ["cases.json", "cases.jsonl"])
@pytest.mark.parametrize("text", ["", " \n", "\ufeff"])
def test_an_empty_file(tmp_path: Path, name: str, text: str) -> None:
    """It holds no cases, and that is said."""
    with pytest.raises(ListingRewardsError, match="holds no cases"):
        rows(tmp_path, name, text)


@pytest.mark.parametrize("text", ["nothing", "[" * 100_000, "1" * 10_000])
def test_a_document_that_is_not_json(tmp_path: Path, text: str) -> None:
    """No depth and no length brings it down."""
    with pytest.raises(ListingRewardsError) as caught:
        rows(tmp_path, "cases.json", text)
    assert caught.value.faults[0].code == "bad_json"


def test_a_fault_against_the_policy_keeps_its_place_in_the_list(tmp_path: Path) -> None:
    """The second case of a list, found only when it is assessed."""
    event = {"kind": "neeq_lsted", "on": "2023-09-15"}
    text = json.dumps([CASE, {**OTHER, "events": [event]}])
    found = list(assess_rows(rows(tmp_path, "cases.json", text), POLICY, as_of=date(2025, 1, 1)))
    assert [fault.path for each in found for fault in each.faults] == ["[1].events[0].kind"]


class TestOneDocumentOverSeveralLines:
    """A document that is laid out over lines, in a file that should hold one a line."""

    @pytest.mark.parametrize("indent", [0, 1, 4, "\t"])
    @pytest.mark.parametrize("document", [CASE, [CASE, CASE]])
    def test_it_is_told_once(self, tmp_path: Path, indent: int | str, document: object) -> None:
        """One sentence that says what to do, whatever the layout; not a fault for every line."""
        text = json.dumps(document, indent=indent)
        for written in (text, f"\ufeff\n{text}\n", text.replace("\n", "\r\n"), f"{text[:-3]}\n"):
            with pytest.raises(ListingRewardsError) as caught:
                rows(tmp_path, "cases.jsonl", written)
            assert [each.code for each in caught.value.faults] == ["one_json_document"]
            assert "--input-format json" in caught.value.explain("en")
            assert "改名为 .json" in caught.value.explain("zh")

    def test_a_list_whose_members_stand_on_a_line_each(self, tmp_path: Path) -> None:
        """The last of them has no comma behind it, and is JSON by itself."""
        one = json.dumps(CASE)
        for written in (f"[\n{one},\n{one}\n]\n", f'{{"enterprise":\n{one[15:]}'):
            with pytest.raises(ListingRewardsError, match="over several lines"):
                rows(tmp_path, "cases.jsonl", written)

    @pytest.mark.parametrize("first", ["{", "[", '{"enterprise": {"name": "x', "nothing"])
    def test_a_first_line_cut_short_is_a_bad_line(self, tmp_path: Path, first: str) -> None:
        """The lines behind it are documents by themselves, and go on."""
        good, other = json.dumps(CASE), json.dumps(OTHER)
        found = rows(tmp_path, "cases.jsonl", f"{first}\n{good}\n\n{other}\n")
        assert [(row.number, row.case is not None) for row in found] == [
            (1, False), (2, True), (4, True),
        ]  # fmt: skip

    def test_a_file_of_one_bad_line(self, tmp_path: Path) -> None:
        """One line is not several."""
        (row,) = rows(tmp_path, "cases.jsonl", "{\n")
        assert [each.code for each in row.faults] == ["bad_json"]

    def test_a_ledger(self, tmp_path: Path) -> None:
        """What holds for cases holds for payments."""
        path = tmp_path / "payments.jsonl"
        path.write_text(json.dumps([{"name": "示例甲公司"}], indent=2), encoding="utf-8")
        with pytest.raises(ListingRewardsError, match="over several lines"):
            read_payments(str(path), POLICY)


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("", "expecting value", "此处应有一个值"),
        ("{", "expecting property name enclosed in double quotes", "此处应为带双引号的键名"),
        ('{"a" 1}', "expecting ':' delimiter", "此处应为冒号“:”"),
        ('{"a": 1 "b": 2}', "expecting ',' delimiter", "此处应为逗号“,”或右括号"),
        ("{}{}", "extra data, line 1 column 3", "此处之后还有多余的内容，第 1 行第 3 列"),
        ('{"a": "x', "unterminated string", "没有结束的引号，第 1 行第 7 列"),
        ('{"a": "\n"}', "invalid control character", "控制字符"),
        ('{"a": "\\q"}', r"invalid \escape", "反斜杠“\\”之后的字符无效"),
        ('{"a": "\\u12"}', r"invalid \uXXXX escape", "“\\u”之后应有四位十六进制数字"),
        ("\ufeff{}", "unexpected UTF-8 BOM", "文本开头多出 UTF-8 BOM"),
        ("[" * 100_000, "lists and objects nested too deeply", "列表和对象嵌套过深"),
        ("1" * 10_000, "a whole number of too many digits", "整数的位数过多"),
        (b"\xff", "not text in UTF-8", "不是 UTF-8 文本"),
    ],
)
def test_why_it_is_no_json_in_both_languages(text: str | bytes, english: str, chinese: str) -> None:
    """No English stands in a Chinese sentence, but for signs of the text itself."""
    with pytest.raises(ListingRewardsError) as caught:
        read_json(text)
    assert english in caught.value.explain("en")
    assert chinese in caught.value.explain("zh")


@pytest.mark.parametrize(
    "text",
    ['{"a": 1, "a": 2}', '{"b": 0, "a": 1, "a": 2, "b": 3}', '[{"c": 0}, {"a": {"c": 1}, "a": 2}]'],
)
def test_the_key_that_is_named_is_the_first_written_again(text: str) -> None:
    """Whatever stands before it, between and after."""
    with pytest.raises(ListingRewardsError, match="the key 'a' is written twice"):
        read_json(text)


def test_a_message_that_is_not_known() -> None:
    """A later Python may say it otherwise: English as it is, Chinese by its place."""
    assert why_not_json(json.JSONDecodeError("Something else", "{}\n      7", 9)) == (
        "something else, line 2 column 7", "语法有误，第 2 行第 7 列",
    )  # fmt: skip
