"""What takes an enterprise, rows or a table back, doubtful names and codes, and units half way."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles.colors import Color

from listing_rewards import load_policy
from listing_rewards.errors import InvalidFile, InvalidPolicy
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.case_files import read_files
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.plan.planned import read_planned
from listing_rewards.plan.targets import load_targets

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
DAY, FINANCED = date(2023, 9, 15), date(2023, 8, 1)
A, B = "示例甲实业有限公司", "示例乙实业有限公司"
HEADER = ["序号", "企业名称", "统一社会信用代码", "注册地", "新三板挂牌日期",
          "区域性股权市场融资日期", "区域性股权市场融资金额（万元）", "备注"]  # fmt: skip
PAID = ["企业名称", "奖励项目", "日期", "金额（万元）", "备注"]
Lines: TypeAlias = list[list[Any]]


def line(name: str = A, code: str | None = None, **cells: Any) -> list[Any]:
    """One enterprise, listed and financed with 3,000,000 yuan."""
    written = {"序号": 1, "企业名称": name, "统一社会信用代码": code, "注册地": "示例一区"}
    written |= {"新三板挂牌日期": DAY, "区域性股权市场融资日期": FINANCED}
    written |= {"区域性股权市场融资金额（万元）": 300} | cells
    return [written.get(head) for head in HEADER]


def book_of(*sheets: tuple[str, Lines]) -> Workbook:
    """A workbook of these sheets."""
    book = Workbook()
    for at, (title, lines) in enumerate(sheets):
        page = book.worksheets[0] if at == 0 else book.create_sheet()
        page.title = title
        for each in lines:
            page.append(each)
    return book


def codes(folder: Path, *sheets: tuple[str, Lines]) -> list[str]:
    """The codes of what is wrong with a workbook of these sheets: its rows, or all of it."""
    book_of(*sheets).save(folder / "a.xlsx")
    return codes_of(folder / "a.xlsx")


def codes_of(path: Path) -> list[str]:
    """The same of a file; each fault names its sheet or line."""
    try:
        faults = [each for row in read_rows(str(path), POLICY) for each in row.faults]
    except InvalidFile as error:
        faults = list(error.faults)
    assert all(each.file and (each.row or each.sheet) for each in faults)
    return [each.code for each in faults]


def table(folder: Path, *lines: list[Any], title: str = "申报表") -> list[str]:
    """The codes of a sheet with these lines below the header."""
    return codes(folder, (title, [HEADER, *lines]))


TAKES_BACK = (
    *("审核不通过", "未通过", "不同意", "不再奖励", "不享受", "剔除", "删除", "此行不算", "不计入"),
    *("已迁出本市", "重复申报", "not eligible"),
)


@pytest.mark.parametrize("remark", TAKES_BACK)
def test_a_remark_takes_back(tmp_path: Path, remark: str) -> None:
    """Its enterprise gets no answer."""
    assert table(tmp_path, line(备注=remark), line(B)) == ["withdrawn"]


@pytest.mark.parametrize("remark", ["承诺不重复申报", "未享受其他奖励", "融资款已支付到账", "同意"])
def test_a_remark_takes_nothing_back(tmp_path: Path, remark: str) -> None:
    """It says the contrary, or speaks of something else."""
    assert table(tmp_path, line(备注=remark)) == []


@pytest.mark.parametrize("remark", ["去年已兑现", "已拨付50万元", "已领取"])
def test_a_remark_says_that_it_was_paid(tmp_path: Path, remark: str) -> None:
    """What was paid would be paid again; where the line states the payment, nothing is wrong."""
    assert table(tmp_path, line(备注=remark)) == ["paid_by_remark"]
    header = [
        "企业名称",
        "新三板挂牌日期",
        "已付新三板挂牌奖励（万元）",
        "已付新三板挂牌奖励日期",
        "备注",
    ]
    lines: Lines = [header, [A, DAY, 50, date(2024, 5, 1), remark]]
    assert codes(tmp_path, ("申报表", lines)) == []


NAMES = {
    "示例甲实业有限公司、示例乙实业有限公司": "enterprises_in_one_cell",
    "示例甲实业有限公司\n示例乙实业有限公司": "enterprises_in_one_cell",
    "示例甲实业有限公司及示例乙合作社": "enterprises_in_one_cell",
    "示例甲实业有限公司等3家": "enterprises_in_one_cell",
    "示例甲实业有限公司等": "enterprises_in_one_cell",
    "示例甲实业有限公司*": "marked_name",
    "△示例甲实业有限公司": "marked_name",
    "示例甲实业有限公司（已注销）": "withdrawn_name",
    "示例甲实业有限公司（不符合条件）": "withdrawn_name",
    "示例甲实业有限公司（测试）": "withdrawn_name",
    "示例甲实业有限公司 已撤回": "withdrawn_name",
    "示例\u202e甲实业有限公司": "private_sign",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_doubtful_name(tmp_path: Path, name: str) -> None:
    """It is not that of one enterprise for certain."""
    assert table(tmp_path, line(name), line("示例丁实业有限公司")) == [NAMES[name]]


@pytest.mark.parametrize(
    "name",
    [
        "示例和合实业公司",
        "示例甲（北京）有限公司",
        "示例甲\n有限公司",
        "示例🚀公司",
        "示例等离子公司",
    ],
)
def test_a_name_beyond_doubt(tmp_path: Path, name: str) -> None:
    """However unusual it is."""
    assert table(tmp_path, line(name)) == []


ALIKE = (
    (A, f"{A}（830001）"),
    (A, f"{A}（示例股份，830001.NQ）"),
    (A, f"1.{A}"),
    (A, f"（一）{A}"),
    (A, f"示例新名有限公司（原{A}）"),
    (A, f"示例新名有限公司（曾用名：{A}）"),
    ("示例A公司", "示例\u0410公司"),
    ("示例长公司", "示例\u2ed3公司"),
    ("示例-甲公司", "示例—甲公司"),
    ("示例·甲公司", "示例•甲公司"),
    ("“示例”甲公司", '"示例"甲公司'),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_rows_of_one_enterprise(tmp_path: Path, one: str, other: str) -> None:
    """Under names that a person takes for one, the caps would count twice."""
    assert table(tmp_path, line(one), line(other)) == ["same_enterprise"] * 2


@pytest.mark.parametrize(
    "code", ["9144O8OOMAOOOOOO1E", "91440800-MA000000-1E", "91440800ma0000001e"]
)
def test_two_rows_of_one_code(tmp_path: Path, code: str) -> None:
    """However it is written."""
    found = table(tmp_path, line(A, "91440800MA0000001E"), line(B, code))
    assert found == ["same_enterprise"] * 2


def test_former_names(tmp_path: Path) -> None:
    """A former name of one that is the name of another; two may have had the same."""
    header = ["企业名称", "新三板挂牌日期", "曾用名"]
    renamed = ["示例新名有限公司", DAY, A]
    assert codes(tmp_path, ("a", [header, renamed, [A, DAY, None]])) == ["same_enterprise"] * 2
    assert codes(tmp_path, ("a", [header, renamed, [B, DAY, A]])) == []


@pytest.mark.parametrize("code", ["91440800MA0000001E/91440800MA0000002H", "待办", A])
def test_no_code(tmp_path: Path, code: str) -> None:
    """What is not a code cannot tell whose a line is."""
    assert table(tmp_path, line(A, code)) == ["not_a_code"]


def test_the_same_county_as_above(tmp_path: Path) -> None:
    """同上 is another county once the rows are sorted."""
    assert table(tmp_path, line(A), line(B, 注册地="同上")) == ["ditto"]


@pytest.mark.parametrize("mark", ["×", "撤", "（删）", "已撤回"])
def test_a_mark_in_the_place_of_the_number(tmp_path: Path, mark: str) -> None:
    """Its line is not read as if it counted."""
    assert table(tmp_path, line(A), line(B, 序号=mark)) == ["withdrawn_line"]


NOTES = (
    *(
        "二、不予奖励",
        "（以下企业已兑现，不再奖励）",
        "说明：以下企业暂缓兑现",
        "注：红色字体为不符合条件",
    ),
    *("备注：标红部分去年已兑现", "注：带*的企业已撤回申请", "注：△为未通过审核的企业"),
    *(f"注：{B}已撤回申请", "审核意见：不同意。"),
)


@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("last", [False, True])
def test_a_text_takes_rows_back(tmp_path: Path, text: str, *, last: bool) -> None:
    """Between the rows, below them, or in their legend."""
    lines = [line(A), line(B)]
    lines.insert(2 if last else 1, [text])
    assert table(tmp_path, *lines) == ["rows_taken_back"]


RULES = (
    *(
        "注：不符合条件的企业不予奖励",
        "承诺：以上如有不实，取消奖励资格",
        "注：红色为必填项",
        "备注：黄色为新增企业",
    ),
    *("说明：已撤回申请的企业请勿填入以下各行", "二、已上市企业", "注：融资以到账为准"),
)


@pytest.mark.parametrize("text", RULES)
def test_a_text_is_a_rule(tmp_path: Path, text: str) -> None:
    """It takes nothing back."""
    assert table(tmp_path, line(A), [text], line(B)) == []


@pytest.mark.parametrize(
    "title",
    ["申报表（作废）", "不符合奖励条件企业名单", "2024年已兑现企业名单", "标黄企业已撤回申请"],
)
def test_a_title_takes_the_table_back(tmp_path: Path, title: str) -> None:
    """Above the header."""
    (found,) = codes(tmp_path, ("申报表", [[title], HEADER, line(A)]))
    assert found in {"table_taken_back", "rows_taken_back"}


@pytest.mark.parametrize(
    "title", ["不予奖励", "作废", "样表", "填表示例", "2024年（已兑现）", "备份"]
)
def test_a_sheet_does_not_count(tmp_path: Path, title: str) -> None:
    """By its name."""
    sheets = ("申报表", [HEADER, line(A)]), (title, [HEADER, line(B)])
    assert codes(tmp_path, *sheets) == ["table_taken_back"]


@pytest.mark.parametrize("title", ["示例一区", "拟奖励企业", "2024年", "申报模板"])
def test_a_sheet_counts(tmp_path: Path, title: str) -> None:
    """Its name says nothing against it."""
    assert table(tmp_path, line(A), title=title) == []


def test_payments_and_events_still_to_come(tmp_path: Path) -> None:
    """By the sheet's name or by a remark; what was paid before is a table of payments."""
    main = ("申报表", [HEADER, line(A)])
    paid = [A, "新三板挂牌奖励", date(2024, 5, 1), 50]
    assert codes(tmp_path, main, ("拟付奖励", [PAID, [*paid, None]])) == ["table_taken_back"]
    assert codes(tmp_path, main, ("已付奖励", [PAID, [*paid, "未支付"]])) == ["entry_taken_back"]
    assert codes(tmp_path, main, ("已兑现奖励", [PAID, [*paid, "第一批"]])) == []
    events: Lines = [["企业名称", "事项", "日期"], [A, "进入创新层", date(2024, 5, 1)]]
    assert codes(tmp_path, main, ("计划事项", events)) == ["table_taken_back"]


@pytest.mark.parametrize("remark", ["作废", "待付", "未支付", "拟拨付"])
def test_a_line_of_a_ledger_that_was_not_paid(tmp_path: Path, remark: str) -> None:
    """It is not read as a payment; its amount stays known."""
    path = tmp_path / "ledger.csv"
    path.write_text(
        f"企业名称,奖励项目,日期,金额（万元）,备注\n{A},新三板挂牌奖励,2024-05-01,50,{remark}\n"
    )
    (row,) = read_payments(str(path), POLICY)
    assert [each.code for each in row.faults] == ["entry_taken_back"]
    assert row.unread is not None
    assert row.unread.amount == 500_000


@pytest.mark.parametrize("payee", [f"{A}（账号尾号1234）", f"{A}（基本户）", "示例旧名有限公司"])
def test_a_payment_under_another_name(tmp_path: Path, payee: str) -> None:
    """Its enterprise gets no answer, since it would be paid again."""
    header = ["企业名称", "新三板挂牌日期", "曾用名"]
    rows: Lines = [header, [A, DAY, "示例旧名有限公司"], [B, DAY, None]]
    paid: Lines = [PAID, [payee, "新三板挂牌奖励", date(2024, 5, 1), 50, None]]
    assert codes(tmp_path, ("申报表", rows), ("已付奖励", paid)) == ["almost_in_table"]


@pytest.mark.parametrize("place", [0, 1, 6])
@pytest.mark.parametrize("text", ["单位：元", "以下金额单位：元", "（元）"])
def test_another_unit_half_way(tmp_path: Path, place: int, text: str) -> None:
    """Nobody can say whether it holds for the rows below it."""
    between: list[Any] = [None] * place + [text]
    assert table(tmp_path, line(A), between, line(B)) == ["other_unit_below"]
    same: list[Any] = [None] * place + [text.replace("元", "万元")]
    assert table(tmp_path, line(A), same, line(B)) == []


@pytest.mark.parametrize(
    ("look", "read"),
    [
        ('"预计"yyyy-mm-dd', False),
        ('yyyy-mm-dd"前"', False),
        ('yyyy"年"m"月"d"日"', True),
        ("yyyy-mm-dd(aaa)", True),
        ('yyyy"年"m"月"d"日" "星期"aaa', True),
    ],
)
def test_a_word_in_the_format_of_a_day(tmp_path: Path, look: str, *, read: bool) -> None:
    """预计2023-09-15 is not yet that day."""
    book = Workbook()
    page = book.worksheets[0]
    for each in (["企业名称", "新三板挂牌日期"], [A, DAY]):
        page.append(each)
    page["B2"].number_format = look
    book.save(tmp_path / "a.xlsx")
    assert codes_of(tmp_path / "a.xlsx") == ([] if read else ["day_not_shown"])


def test_a_number_of_two_colours(tmp_path: Path) -> None:
    """300 with 200 in red behind it is a correction, and no 300,200."""
    in_red = InlineFont(color=Color("FFFF0000"))
    amended = CellRichText("300", TextBlock(in_red, "200"))
    assert table(tmp_path, [*line()[:6], amended], line(B)) == ["several_colours"]
    for begun in ("\u202a300\u202c", "¥300", "300万", "约300", "３００．", "叁佰"):
        amended = CellRichText(begun, TextBlock(in_red, "20"))
        assert table(tmp_path, [*line()[:6], amended], line(B)) == ["several_colours"]
    assert table(tmp_path, [*line()[:6], CellRichText(TextBlock(in_red, "300"))]) == []
    name = CellRichText("示例", TextBlock(in_red, "甲公司"))
    assert table(tmp_path, line(B, 企业名称=name)) == []


@pytest.mark.parametrize(
    "text",
    [
        "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（元）,备注\n示例甲公司,2023-08-01,3,000\n",
        "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（元）,备注,联系人\n示例甲公司,2023-08-01,3,000,000\n",
        "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（元）,联系电话\n示例甲公司,2023-08-01,300,000\n",
    ],
)
def test_an_amount_cut_by_its_comma(tmp_path: Path, text: str) -> None:
    """3,000 without quotation marks, where the line is as wide as the header all the same."""
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert codes_of(path) == ["cut_amount"]
    path.write_text(text.replace("3,000", "3000").replace("300,", "3000,"), encoding="utf-8")
    assert "cut_amount" not in codes_of(path)


@pytest.mark.parametrize("sign", [";", "|", "；", "，"])
def test_what_divides_cells(tmp_path: Path, sign: str) -> None:
    """In the place of commas; an amount may then have one."""
    header = "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（万元）"
    text = f"{header}\n甲公司,2023-08-01,300\n乙公司,2023-08-01,300\n"
    path = tmp_path / "a.csv"
    path.write_text(text.replace(",", sign), encoding="utf-8")
    rows = list(read_rows(str(path), POLICY))
    assert [row.case.events[0].amount for row in rows if row.case] == [3_000_000] * 2


@pytest.mark.parametrize(
    "amount",
    [
        "300 万 元",
        "300万元人民币",
        "300万RMB",
        "人民币（大写）叁佰万元整",
        "3百万",
        "0.3千万元",
        "\u202a300\u202c",
    ],
)
def test_a_plain_amount(tmp_path: Path, amount: str) -> None:
    """As people write 3,000,000 yuan, and with signs without a shape that were copied along."""
    path = tmp_path / "a.csv"
    header = "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（万元）"
    path.write_text(f"{header}\n{A},\u200e2023-08-01,{amount}\n", encoding="utf-8")
    (row,) = read_rows(str(path), POLICY)
    assert row.case is not None, row.faults
    assert row.case.events[0].amount == 3_000_000


def test_a_planned_event_that_was_cancelled(tmp_path: Path) -> None:
    """The whole plan is refused, since its sum would be wrong."""
    path = tmp_path / "planned.csv"
    path.write_text(
        f"企业名称,事项,计划时间,备注\n{A},新三板挂牌,2025Q3,已取消\n", encoding="utf-8"
    )
    with pytest.raises(InvalidFile) as refused:
        read_planned(str(path), POLICY)
    assert [each.code for each in refused.value.faults] == ["entry_taken_back"]


def test_a_county_that_has_two_targets(tmp_path: Path) -> None:
    """The second would replace the first."""
    path = tmp_path / "targets.toml"
    path.write_text(
        'source = { zh = "虚构", en = "fictional" }\nfirst = 2023-07-07\nlast = 2026-12-31\n'
        '[counties]\n"示例一区" = { neeq_listed = 1 }\n"示例一区 " = { neeq_listed = 2 }\n',
        encoding="utf-8",
    )
    with pytest.raises(InvalidPolicy) as refused:
        load_targets(path, POLICY)
    assert [each.code for each in refused.value.faults] == ["county_twice"]


def test_a_ledger_that_is_still_to_come(tmp_path: Path) -> None:
    """A sheet called 待付 is no ledger of payments."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "待付"
    for each in (PAID, [A, "新三板挂牌奖励", date(2024, 5, 1), 50, None]):
        page.append(each)
    book.save(tmp_path / "ledger.xlsx")
    with pytest.raises(InvalidFile) as refused:
        read_payments(str(tmp_path / "ledger.xlsx"), POLICY)
    assert [each.code for each in refused.value.faults] == ["table_taken_back"]


def test_an_amount_of_a_ledger_cut_by_its_comma(tmp_path: Path) -> None:
    """500,000 without quotation marks is no payment of 500."""
    path = tmp_path / "ledger.csv"
    text = f"企业名称,奖励项目,日期,金额（元）,备注\n{A},新三板挂牌奖励,2024-05-01,500,000\n"
    path.write_text(text, encoding="utf-8")
    (row,) = read_payments(str(path), POLICY)
    assert [each.code for each in row.faults] == ["cut_amount"]


NEW_NAMES = (
    "示例改名有限公司（原示例甲实业有限公司）",
    "示例改名有限公司（曾用名：示例甲实业有限公司）",
)


@pytest.mark.parametrize("name", NEW_NAMES)
def test_taken_back_under_the_name_it_has_now(tmp_path: Path, name: str) -> None:
    """It is not paid under the name that it had before, wherever its two lines stand."""
    found = table(tmp_path, line(), line(name, 备注="已撤回申请"), line(B))
    assert found == ["same_enterprise", "withdrawn", "same_enterprise"]
    found = table(tmp_path, line(name, 备注="已撤回申请"), line(B), line())
    assert found == ["withdrawn", "same_enterprise", "same_enterprise"]


@pytest.mark.parametrize("name", NEW_NAMES)
@pytest.mark.parametrize("other", ["注册地", "统一社会信用代码"])
def test_a_former_name_under_another_header(tmp_path: Path, name: str, other: str) -> None:
    """Name and county, or name and code, exchanged in the line of the new name."""
    row = dict(zip(HEADER, line(name, "91440800MA0000002H"), strict=True))
    row["企业名称"], row[other] = row[other], row["企业名称"]
    found = table(tmp_path, line(), [*row.values()], line(B))
    assert [found[0], found[-1]] == ["same_enterprise"] * 2


def test_taken_back_with_its_former_name_in_a_column(tmp_path: Path) -> None:
    """The column 曾用名 counts as the brackets do, also in a line with faults."""
    head = [*HEADER, "曾用名"]
    renamed = [*line("示例改名有限公司", 备注="已撤回申请"), A]
    found = codes(tmp_path, ("申报表", [head, line(), renamed]))
    assert found == ["same_enterprise", "withdrawn", "same_enterprise"]


@pytest.mark.parametrize("word", ["1.同上", "（2）同上", "3、 同上", "同上公司", "与上一行相同"])
def test_the_same_as_above_behind_a_number(tmp_path: Path, word: str) -> None:
    """Is no name: what the line states may be of the enterprise above."""
    found = table(tmp_path, line(), line(word, 序号=None))
    assert found[0] == "nameless_line"
    assert "missing" in found[1:]


def test_the_same_name_in_traditional_characters(tmp_path: Path) -> None:
    """實業 and 实业 are one enterprise, whatever else differs in how they are written."""
    pytest.importorskip("opencc")
    found = table(
        tmp_path, line("示例甲實業有限公司"), line(), line("示例雲臺實業"), line("示例云台实业")
    )
    assert found == ["same_enterprise"] * 4
    assert table(tmp_path, line("示例堃华有限公司"), line("示例东华有限公司")) == []


def test_name_and_county_exchanged(tmp_path: Path) -> None:
    """Each is named in its cell, also where the line states nothing else."""
    found = table(tmp_path, line("示例一区", 注册地=A), line(B))
    assert found == ["place_as_name", "not_a_county"]
    nothing = {"新三板挂牌日期": None, "区域性股权市场融资日期": None}
    nothing |= {"区域性股权市场融资金额（万元）": None}
    found = table(tmp_path, line("示例一区", 注册地=A, **nothing), line(B))
    assert found == ["place_as_name", "not_a_county"]
    assert table(tmp_path, line("示例超市"), line(A, 注册地="示例高新技术产业开发区")) == []


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("（2）", ["place_as_name", "not_a_county"]),
        ("（新增）", ["place_as_name", "not_a_county"]),
        ("备注", ["place_as_name", "not_a_county"]),
        ("小计1", ["total_or_enterprise"]),
    ],
)
def test_exchanged_behind_a_word_for_the_number(
    tmp_path: Path, number: str, found: list[str]
) -> None:
    """A line that names an enterprise under the header for the county is no note and no total."""
    nothing = {"新三板挂牌日期": None, "区域性股权市场融资日期": None}
    nothing |= {"区域性股权市场融资金额（万元）": None}
    assert table(tmp_path, line(), line("示例一区", 序号=number, 注册地=B, **nothing)) == found


def test_a_code_beside_a_name_in_short(tmp_path: Path) -> None:
    """Behind a number in brackets it is an enterprise, although nothing happened yet."""
    path = tmp_path / "a.csv"
    path.write_text(
        "序号,企业名称,统一社会信用代码,注册地,新三板挂牌日期\n"
        f"1,{B},,示例一区,2023-09-15\n（2）,示例甲,91440800MA0000002H,示例一区,\n",
        encoding="utf-8",
    )
    rows = read_rows(str(path), POLICY)
    assert [row.case.enterprise.name for row in rows if row.case] == [B, "示例甲"]


@pytest.mark.parametrize("name", ["申报表（作废）", "2024年不予奖励企业", "2024年已兑现", "样表"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_file_that_is_taken_back_by_its_name(tmp_path: Path, name: str, suffix: str) -> None:
    """Nothing of it is paid; the other files of a run are read."""
    taken_back, other = tmp_path / f"{name}.{suffix}", tmp_path / f"申报表.{suffix}"
    for path, who in ((taken_back, A), (other, B)):
        if suffix == "csv":
            path.write_text(f"企业名称,新三板挂牌日期\n{who},2023-09-15\n", encoding="utf-8")
        else:
            book = Workbook()
            for each in (HEADER, line(who)):
                book.worksheets[0].append(each)
            book.save(path)
    with pytest.raises(InvalidFile) as refused:
        list(read_rows(str(taken_back), POLICY))
    assert [(each.code, each.file) for each in refused.value.faults] == [
        ("file_taken_back", str(taken_back))
    ]
    rows = [row for row in read_files([str(taken_back), str(other)], POLICY) if not row.aside]
    assert [row.case.enterprise.name for row in rows if row.case] == [B]
    assert [each.code for row in rows for each in row.faults] == ["file_taken_back"]


def test_a_ledger_of_what_was_paid_may_say_so_in_its_name(tmp_path: Path) -> None:
    """已兑现 is what a ledger is; 作废 is not."""
    for name, refused in (("2024年已兑现", False), ("台账（作废）", True)):
        path = tmp_path / f"{name}.csv"
        path.write_text("企业名称,奖励项目,日期,金额（万元）\n", encoding="utf-8")
        with path.open("a", encoding="utf-8") as text:
            text.write(f"{A},新三板挂牌奖励,2024-05-01,50\n")
        if refused:
            with pytest.raises(InvalidFile):
                list(read_payments(str(path), POLICY))
        else:
            assert list(read_payments(str(path), POLICY))


OTHERWISE_NAMED = (
    *(
        "示例甲实业股份有限公司",
        "示例甲实业",
        "示例甲实业有限责任公司",
        "示例甲实业有限公司（补报）",
    ),
    *("示例甲实业有限公司。", "《示例甲实业有限公司》"),
    *("①示例甲实业有限公司", "示例甲实业有限公司\n91440800MA0000001E"),
)


@pytest.mark.parametrize("name", OTHERWISE_NAMED)
def test_names_that_differ_in_their_legal_form(tmp_path: Path, name: str) -> None:
    """They may be one enterprise, before and after it was limited by shares: nobody is paid."""
    found = table(tmp_path, line(), line(B), line(name))
    assert found == ["alike_enterprises"] * 2
    found = table(tmp_path, line(备注="已撤回"), line(name))
    assert found == ["withdrawn", "alike_enterprises", "alike_enterprises"]


def test_alike_names_with_a_code_each(tmp_path: Path) -> None:
    """Two codes are two enterprises; one code and one blank are not."""
    codes_of_two = ("91440800MA0000001E", "91440800MA0000002H")
    name = "示例甲实业股份有限公司"
    both = [line(A, codes_of_two[0]), line(name, codes_of_two[1])]
    assert table(tmp_path, *both) == []
    assert table(tmp_path, both[0], line(name)) == ["alike_enterprises"] * 2
    for other in ("示例甲实业集团有限公司", "示例甲实业有限公司北京分公司", "示例甲实业有限公司2"):
        assert table(tmp_path, line(), line(other)) == []


@pytest.mark.parametrize(("code", "refused"), [(None, True), ("91440800MA0000002H", False)])
def test_a_payment_under_another_legal_form(
    tmp_path: Path, code: str | None, *, refused: bool
) -> None:
    """What was paid to 有限公司 is not passed over for 股份有限公司; another code is another's."""
    head = [*PAID, "统一社会信用代码"]
    paid = ["示例甲实业股份有限公司", "新三板挂牌奖励", date(2024, 5, 1), 50, None, code]
    rows = [HEADER, line(A, "91440800MA0000001E")]
    found = codes(tmp_path, ("申报表", rows), ("已付奖励", [head, paid]))
    assert found == (["almost_in_table"] if refused else ["not_in_table"])


DOUBTED = (
    *("金额有误，应为200万元", "待核实", "数据存疑", "已并入示例乙公司", "与第3行重复", "资料不全"),
    *(
        "被列入失信名单",
        "已迁往示例市",
        "逾期申报",
        "超过申报期限",
        "不在本批次",
        "核减100万",
        "以此行为准",
    ),
    *("2024年已奖励", "上年度已申报", "退回补正", "存在争议"),
)
SETTLED = ("无失信记录", "公示无异议", "未发现重复", "不存在争议", "已核", "同意", "材料齐全")


@pytest.mark.parametrize("remark", DOUBTED)
def test_a_remark_by_which_a_line_may_not_hold(tmp_path: Path, remark: str) -> None:
    """Nothing is paid until somebody has settled it."""
    assert table(tmp_path, line(备注=remark), line(B)) == ["doubted_by_remark"]


@pytest.mark.parametrize("remark", SETTLED)
def test_a_remark_by_which_all_is_settled(tmp_path: Path, remark: str) -> None:
    """Changes nothing."""
    assert table(tmp_path, line(备注=remark), line(B)) == []


@pytest.mark.parametrize("number", ["*", "▲", "？", "候补", "备用", "待定", "已付"])
def test_a_mark_of_unknown_meaning_in_the_place_of_a_number(tmp_path: Path, number: str) -> None:
    """Only a legend says what it means."""
    assert table(tmp_path, line(序号=number), line(B)) == ["withdrawn_line"]


OF_ROWS = (
    *("以下为候补企业", "备选企业：", "——以下待核——", "第二部分 不符合条件", "【历史数据】"),
    *("2022年已兑现企业：", "不纳入本次兑现范围", "上年结转", "待审企业"),
)


@pytest.mark.parametrize("text", OF_ROWS)
def test_a_text_about_rows_in_the_place_of_a_name(tmp_path: Path, text: str) -> None:
    """Is no enterprise to which nothing is due."""
    alone = [None, text, *[None] * 6]
    assert table(tmp_path, line(), alone, line(B)) == ["text_alone"]


@pytest.mark.parametrize("title", ["未通过审核企业情况表", "奖励资金退回企业表"])
def test_a_title_of_those_that_did_not_pass(tmp_path: Path, title: str) -> None:
    """The table does not count."""
    assert codes(tmp_path, ("申报表", [[title], HEADER, line()])) == ["table_taken_back"]


@pytest.mark.parametrize("number", ["（5）", "5", None])
def test_a_second_line_with_the_code_of_its_shares_alone(
    tmp_path: Path, number: str | None
) -> None:
    """It states nothing, and is a line of the enterprise all the same."""
    nothing = {"新三板挂牌日期": None, "区域性股权市场融资日期": None}
    nothing |= {"区域性股权市场融资金额（万元）": None}
    found = table(tmp_path, line(), line(f"{A}（830001）", 序号=number, **nothing))
    assert found == ["same_enterprise"] * 2
