"""A ledger of payments as it is read: headers, units, levels, faults with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from listing_rewards import InvalidPolicy, list_policies, load_policy
from listing_rewards.audit.ledger import LedgerLine
from listing_rewards.errors import InvalidFile
from listing_rewards.files.reading.columns import columns_of_ledger
from listing_rewards.files.reading.payment_ledger import PaidRow, read_payments

POLICY = load_policy(Path(__file__).parents[2] / "examples" / "ledger" / "policy.toml")
LINE = {
    "name": "示例甲公司",
    "award": "financing",
    "on": "2024-05-01",
    "amount": "60000.00",
    "levels": {"city": "30000.00", "county": "30000.00"},
    "reference": "示例-1",
}


def read(folder: Path, text: str, name: str = "paid.csv") -> list[PaidRow]:
    """The rows of a file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_payments(str(path), POLICY)


def one(rows: list[PaidRow]) -> LedgerLine:
    """The one line that was read."""
    (row,) = rows
    assert row.line is not None
    return row.line


CHINESE = "序号,企业名称,奖励项目,日期,金额（万元）,市级（万元）,县级承担（元）,凭证号,备注\n"
ENGLISH = "name,award,on,amount,city,county,reference\n"


def test_chinese_and_english_headers_read_alike(tmp_path: Path) -> None:
    """Units are those of the headers; the row is that of the file."""
    expected = LedgerLine.model_validate(LINE | {"row": 2})
    chinese = CHINESE + "1,示例甲公司,区域股权融资奖励,2024年5月1日,6,3,30000,示例-1,\n"
    english = ENGLISH + "示例甲公司,Regional financing,2024-05-01,60000,30000,30000,示例-1\n"
    assert one(read(tmp_path, chinese)) == one(read(tmp_path, english)) == expected


def test_json_and_json_lines(tmp_path: Path) -> None:
    """A list, one object, or one a line; the award by its title as well."""
    stated = LedgerLine.model_validate(LINE).model_dump_json(exclude={"row"})
    expected = LedgerLine.model_validate(LINE | {"row": 1})
    assert one(read(tmp_path, f"[{stated}]", "paid.json")) == expected
    assert one(read(tmp_path, stated, "paid.json")) == expected
    titled = stated.replace("financing", "区域股权融资奖励")
    lines = read(tmp_path, f"{titled}\n\n{stated}\n", "paid.jsonl")
    assert [each.line and each.line.row for each in lines] == [1, 3]
    assert lines[0].line == expected


@pytest.mark.parametrize(
    ("day", "amount", "award"),
    [
        ("付款日期", "付款金额（元）", "项目名称"),
        ("支付日期", "支付金额（元）", "奖励项目名称"),
        ("拨付日期", "拨付金额/元", "奖励项目"),
        ("发放日期", "发放金额（万元）", "项目"),
    ],
)
def test_everyday_headers(tmp_path: Path, day: str, amount: str, award: str) -> None:
    """The words of payment, in use for day and amount alike."""
    paid = "6" if "万" in amount else "60000"
    text = f"单位名称,{award},{day},{amount}\n示例甲公司,区域股权融资奖励,2024-05-01,{paid}\n"
    stated = {key: LINE[key] for key in ("name", "award", "on", "amount")}
    assert one(read(tmp_path, text)) == LedgerLine.model_validate(stated | {"row": 2})


def test_no_header_means_two_columns() -> None:
    """Under any policy that ships or stands among the examples."""
    examples = Path(__file__).parents[2] / "examples"
    policies = [load_policy(each) for each in list_policies()]
    policies += [load_policy(each) for each in sorted((examples / "policies").glob("*.toml"))]
    for policy in (POLICY, *policies):
        names = [name for column in columns_of_ledger(policy) for name in set(column.names)]
        assert len(names) == len(set(names))


def test_a_blank_level_is_left_out(tmp_path: Path) -> None:
    """It is not known, and not nothing."""
    line = one(read(tmp_path, ENGLISH + "示例甲公司,financing,2024-05-01,60000,30000,,\n"))
    assert set(line.levels) == {"city"}


def test_a_line_with_faults_does_not_stop_the_others(tmp_path: Path) -> None:
    """Each fault with its row and column."""
    rows = read(
        tmp_path,
        ENGLISH
        + "示例甲公司,financing,2024-05-01,-5,,,\n"
        + "合计,,,120000,,,\n"
        + "示例甲公司,financing,2024-05-01,60000\n"
        + ",financing,2024-05-01,60000,,,\n"
        + "示例乙公司,financing,2024-05-01,60000,,,\n",
    )
    found = [[(each.code, each.row, each.column) for each in row.faults] for row in rows]
    assert found == [
        [],
        [],
        [("wrong_width", 4, "")],
        [("names_no_enterprise", 5, "")],
        [],
    ]
    assert [row.line and str(row.line.amount) for row in rows] == [
        *("-5.00", None, None, None, "60000.00")
    ]
    assert rows[1].total is not None
    assert str(rows[1].total.amount) == "120000.00"


def test_a_missing_cell_is_named_by_its_header(tmp_path: Path) -> None:
    """As the file writes it; where the file has no such column, as a Chinese one would."""
    rows = read(
        tmp_path,
        "企业名称,奖励项目,付款日期,拨付金额（万元）\n"
        "示例甲公司,区域股权融资奖励,2024-05-01,\n"
        "示例甲公司,,,6\n",
    )
    rows += read(tmp_path, "企业名称,奖励项目,日期\n示例甲公司,区域股权融资奖励,2024-05-01\n")
    found = [[(each.code, each.column) for each in row.faults] for row in rows]
    assert found == [
        [("missing", "拨付金额（万元）")],
        [("missing", "奖励项目"), ("missing", "付款日期")],
        [("missing", "金额")],
    ]
    assert "第 2 行, 列“拨付金额（万元）”" in rows[0].faults[0].sentence("zh")


def test_json_that_is_no_line(tmp_path: Path) -> None:
    """Told with its place in the list."""
    (wrong, _) = read(
        tmp_path, f"[7, {LedgerLine.model_validate(LINE).model_dump_json()}]", "x.json"
    )
    assert [(each.code, each.row) for each in wrong.faults] == [("not_an_object", 1)]


def test_a_file_that_cannot_be_used(tmp_path: Path) -> None:
    """Broken JSON, or a header that is not understood: nothing is read."""
    for text, name in (("[", "x.json"), ("name,award,on,amount,省级\n", "x.csv")):
        with pytest.raises(InvalidFile):
            read(tmp_path, text, name)
    assert not issubclass(InvalidFile, InvalidPolicy)
