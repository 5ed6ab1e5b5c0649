"""Remarks, comments and cells by which what is stated is not settled, is of later or of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from files.test_taken_back import HEADER, PAID, POLICY, A, B, book_of, codes, codes_of, line, table
from listing_rewards.files.reading.column_proposals import proposals_for
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.plan.planned import read_planned

AMOUNT = "G2"
EVENTS = ["企业名称", "事项", "日期", "金额（万元）", "备注"]
NOT_RECEIVED = (
    *("融资款尚未到账", "其中100万元未到位", "协议300万元，首期到账100万元", "实际到账200万元"),
    *("原300万元改为200万元", "金额为美元", "数据为暂估", "意向金额，未签约", "母公司已申领"),
    *("与集团公司合并申报", "预计年底到账"),
)
AS_STATED = (
    *("实际到账300万元", "实收资本3000万元", "50万美元，已按汇率折算为人民币", "有上市意向"),
    *("由有限公司改为股份公司", "计划2026年申报北交所", "评估计价", "融资款已到账", "无外币"),
)


@pytest.mark.parametrize("remark", NOT_RECEIVED)
def test_a_remark_on_what_was_received(tmp_path: Path, remark: str) -> None:
    """What was not received, or is another amount or money, is not what the line states."""
    assert table(tmp_path, line(备注=remark), line(B)) == ["doubted_by_remark"]


@pytest.mark.parametrize("remark", AS_STATED)
def test_a_remark_by_which_the_amount_holds(tmp_path: Path, remark: str) -> None:
    """Is no fault, nor is one about the enterprise."""
    assert table(tmp_path, line(备注=remark)) == []


def commented(folder: Path, text: str, cell: str, *sheets: tuple[str, list[list[Any]]]) -> Path:
    """A workbook of these sheets, with a comment on a cell of the last."""
    book = book_of(*sheets)
    book.worksheets[-1][cell].comment = Comment(text, "虚构人")
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


COMMENTS = [("应为200万元", True), ("预计", True), ("已与批文核对", False)]


@pytest.mark.parametrize(("text", "found"), COMMENTS)
def test_a_comment_that_doubts(tmp_path: Path, text: str, *, found: bool) -> None:
    """Is read as a remark is."""
    path = commented(tmp_path, text, AMOUNT, ("申报表", [HEADER, line()]))
    assert codes_of(path) == (["doubted_by_remark"] if found else [])


def test_a_plan_told_on_another_cell(tmp_path: Path) -> None:
    """Is about the enterprise, and not about the day or amount beside it."""
    path = commented(tmp_path, "计划2026年申报北交所", "B2", ("申报表", [HEADER, line()]))
    assert codes_of(path) == []


@pytest.mark.parametrize("said", ["拟挂牌", "计划2025年底", "候补"])
def test_a_name_with_a_plan_behind_it(tmp_path: Path, said: str) -> None:
    """What the line states may be still to come."""
    assert table(tmp_path, line(f"{A}（{said}）"), line(B)) == ["withdrawn_name"]


@pytest.mark.parametrize("county", ["已迁至外市", "示例一区（2024年迁出）", "已注销"])
def test_a_county_that_the_enterprise_has_left(tmp_path: Path, county: str) -> None:
    """What the cell of the county says of it is a fault."""
    assert table(tmp_path, line(注册地=county), line(B)) == ["moved_away"]


def paid(remark: str | None, amount: float = 50) -> list[Any]:
    """A payment of 500,000 yuan."""
    return [A, "新三板挂牌奖励", date(2024, 5, 1), amount, remark]


BACK = ("银行退票", "已退回国库", "账号有误，已退款", "误付，已收回")
WRONG = ("金额有误，应为30万元", "实际支付30万元", "此笔重复", "付款未成功", "待核实")


@pytest.mark.parametrize("remark", [*BACK, *WRONG])
def test_a_payment_that_came_back_or_is_wrong(tmp_path: Path, remark: str) -> None:
    """It was taken as paid."""
    sheets = ("申报表", [HEADER, line()]), ("已付奖励", [PAID, paid(remark)])
    code = "returned_by_remark" if remark in BACK else "doubted_by_remark"
    assert codes(tmp_path, *sheets) == [code]


@pytest.mark.parametrize("remark", ["应追回", "退回后重新支付", "首付款", "实付50万元"])
def test_a_payment_that_holds(tmp_path: Path, remark: str) -> None:
    """Was paid, and so was one beside the line of what came back."""
    back = [*paid("退回"), date(2024, 6, 1)][:5]
    back[2:4] = [date(2024, 6, 1), -50]
    lines = [PAID, paid(remark), back]
    assert codes(tmp_path, ("申报表", [HEADER, line()]), ("已付奖励", lines)) == []


@pytest.mark.parametrize("remark", ["尚未到账", "计划年底完成", "金额有误，应为80万元", "以美元计"])
def test_an_event_that_is_not_settled(tmp_path: Path, remark: str) -> None:
    """It was counted, and its remark told nowhere."""
    event = [A, "区域性股权市场融资", date(2024, 6, 18), 120, remark]
    found = codes(tmp_path, ("申报表", [HEADER, line()]), ("事项明细", [EVENTS, event]))
    assert found in (["doubted_by_remark"], ["entry_taken_back"])


@pytest.mark.parametrize(
    ("text", "code"), [("该笔已退回", "returned_by_remark"), ("已作废", "entry_taken_back")]
)
def test_a_comment_on_a_payment(tmp_path: Path, text: str, code: str) -> None:
    """Is read as its remark is."""
    sheets = ("申报表", [HEADER, line()]), ("已付奖励", [PAID, paid(None)])
    assert codes_of(commented(tmp_path, text, "D2", *sheets)) == [code]


@pytest.mark.parametrize(
    "remark", ["金额有误，应为30万元", "支付失败", "与第2行重复", "实付30万元"]
)
def test_a_line_of_a_ledger_that_is_wrong(tmp_path: Path, remark: str) -> None:
    """It cannot be read; a comment on it is read as its remark is."""
    by_remark = commented(tmp_path, "已核", "D2", ("台账", [PAID, paid(remark)]))
    (row,) = read_payments(str(by_remark), POLICY)
    assert [each.code for each in row.faults] == ["doubted_by_remark"]
    (row,) = read_payments(
        str(commented(tmp_path, remark, "D2", ("台账", [PAID, paid(None)]))), POLICY
    )
    assert [each.code for each in row.faults] == ["doubted_by_remark"]


def under_groups(folder: Path, group: str, below: str = "北交所上市日期") -> list[str]:
    """The codes of a table of which the last two columns stand below a group."""
    head = ["企业名称", "新三板挂牌日期", group, None]
    book = Workbook()
    page = book.worksheets[0]
    page.append(head)
    page.append([None, None, "北交所受理日期", below])
    page.append([A, date(2022, 9, 15), date(2025, 10, 8), date(2025, 12, 20)])
    for cells in ("A1:A2", "B1:B2", "C1:D1"):
        page.merge_cells(cells)
    book.save(folder / "a.xlsx")
    return codes_of(folder / "a.xlsx")


@pytest.mark.parametrize("group", ["计划完成时间", "预计节点", "2026年目标", "上年已兑现"])
def test_columns_below_what_is_planned(tmp_path: Path, group: str) -> None:
    """Planned days were read as days on which it happened."""
    assert under_groups(tmp_path, group) == ["not_of_now"] * 2


OTHER_GROUPS = ("节点时间", "三年行动计划节点", "计划完成情况", "拟奖励事项", "北交所")


@pytest.mark.parametrize("group", OTHER_GROUPS)
def test_columns_below_another_group(tmp_path: Path, group: str) -> None:
    """Are read."""
    assert under_groups(tmp_path, group) == []


def only(folder: Path, *header: str) -> list[str]:
    """The codes of a table with the name and these columns."""
    return codes(folder, ("申报表", [["企业名称", *header], [A, *[None] * len(header)]]))


def test_a_header_that_no_advice_makes_a_fact(tmp_path: Path) -> None:
    """A planned day, a unit or an enterprise is not told to be renamed to what is read."""
    assert only(tmp_path, "预计新三板挂牌日期") == ["not_of_now"]
    assert only(tmp_path, "金额单位", "币种") == ["unit_in_a_column"] * 2
    assert only(tmp_path, B, "91440800MA0000001E") == ["enterprise_as_header"] * 2
    assert only(tmp_path, "新三板挂牌日") == ["unknown_column"]


def test_a_plan_has_planned_days(tmp_path: Path) -> None:
    """Where events to come are read, its headers and headings say so."""
    lines: list[list[Any]] = [["企业名称", "事项", "计划时间", "备注"], ["一、2026年计划挂牌企业"]]
    lines.append([A, "新三板挂牌", "2026年6月", None])
    book = Workbook()
    for each in lines:
        book.worksheets[0].append(each)
    book.save(tmp_path / "a.xlsx")
    found = read_planned(str(tmp_path / "a.xlsx"), POLICY)
    assert len(found.planned) == 1


def test_what_is_proposed_for_columns_that_change_an_amount(tmp_path: Path) -> None:
    """None of them is left out unseen."""
    head = "企业名称,新三板挂牌日期,币种,是否到账,实际到账金额（万元）,审核意见,状态"
    head = f"{head},预计北交所上市日期"
    (tmp_path / "a.csv").write_text(
        f"{head}\n{A},2023-09-15,美元,否,200,不同意,已撤回,2026-01-01\n"
    )
    found = {each.header: each.done for each in proposals_for(str(tmp_path / "a.csv"), POLICY)}
    assert found["币种"] == found["是否到账"] == found["实际到账金额"] == "undecided"
    assert found["审核意见"] == found["状态"] == "carry"
    assert found["预计北交所上市日期"] == "ignore"


def test_a_heading_in_the_column_of_names(tmp_path: Path) -> None:
    """It was an enterprise to which nothing is due, and those below it were paid."""
    lines = [HEADER, line(), [None, "二、不予奖励企业", *[None] * 6], line(B)]
    assert codes(tmp_path, ("申报表", lines)) == ["rows_taken_back"]
    lines[2][1] = "二、计划挂牌企业"
    assert codes(tmp_path, ("申报表", lines)) == ["under_pending"]


HEADINGS = ("二、计划挂牌企业", "（二）2025年拟挂牌企业", "三、待审核企业", "二、不在本次兑现范围")


@pytest.mark.parametrize("heading", HEADINGS)
def test_lines_below_a_heading_of_what_is_to_come(tmp_path: Path, heading: str) -> None:
    """A day or amount below it is a fault; a line without them, and the next group, is read."""
    bare = [2, B, None, "示例一区", *[None] * 4]
    lines = (
        line(),
        [heading],
        line("示例丙实业有限公司"),
        bare,
        ["三、示例一区"],
        line("示例丁实业有限公司"),
    )
    assert table(tmp_path, *lines) == ["under_pending"]


@pytest.mark.parametrize(
    "heading", ["一、2023年已挂牌企业", "二、拟奖励企业", "三、后备企业", "未央区"]
)
def test_lines_below_another_heading(tmp_path: Path, heading: str) -> None:
    """Are read."""
    assert table(tmp_path, [heading], line()) == []


@pytest.mark.parametrize("text", ["币种：美元", "某县融资情况表（港币）", "注：融资金额按美元填列"])
def test_money_of_another_country_said_beside_the_table(tmp_path: Path, text: str) -> None:
    """Its amounts were read as yuan."""
    above = ("申报表", [[text], HEADER, line()])
    below = ("申报表", [HEADER, line(), [text]])
    assert codes(tmp_path, below if text.startswith("注") else above) == ["other_money"]


@pytest.mark.parametrize(
    "text", ["外币融资的，请折算后填报", "美元已按当日汇率折算", "币种：人民币"]
)
def test_a_text_by_which_amounts_are_yuan(tmp_path: Path, text: str) -> None:
    """Is a note."""
    assert codes(tmp_path, ("申报表", [[text], HEADER, line(), [f"注：{text}"]])) == []


@pytest.mark.parametrize("amount", ["RMB 3000000", "人民币300", "CNY300", "300人民币"])
def test_the_name_of_the_currency_under_another_unit(tmp_path: Path, amount: str) -> None:
    """It is a sign of yuan, as ¥ is; with a unit of its own the amount is certain."""
    head = "区域性股权市场融资金额（万元）"
    assert table(tmp_path, line(**{head: amount})) == ["sign_against_unit"]
    assert (
        table(tmp_path, line(**{head: f"{amount}万元".replace("人民币万元", "万元人民币")})) == []
    )


@pytest.mark.parametrize("name", [f"其中：{B}", f"（其中）{B}", f"含：{B}", f"—{B}"])
def test_a_line_that_is_a_part_of_the_one_above(tmp_path: Path, name: str) -> None:
    """Its amount may be counted in that of the group."""
    assert table(tmp_path, line("示例集团有限公司"), line(name)) == ["part_of_another"]


def test_a_name_that_begins_like_one(tmp_path: Path) -> None:
    """Is a name."""
    assert table(tmp_path, line("含山示例实业有限公司")) == []


RENAMED = (f"{B}（由{A}更名）", f"{B}（{A}更名而来）", f"{B}（{A}整体变更设立）", f"{A}第二轮")


AGAIN = (f"更正后：{A}", f"{A}-补充", f"{A}/新增", f"{A} 增资")


@pytest.mark.parametrize("name", [*RENAMED, *AGAIN])
def test_an_enterprise_that_is_listed_under_its_old_name_too(tmp_path: Path, name: str) -> None:
    """Its caps would hold twice."""
    assert len(table(tmp_path, line(), line(name))) == 2


def test_an_enterprise_with_an_arrow_to_its_new_name(tmp_path: Path) -> None:
    """Two names stand in one cell."""
    assert table(tmp_path, line(f"{A}→{B}")) == ["enterprises_in_one_cell"]


@pytest.mark.parametrize(("number", "found"), [(20239, ["not_a_date"]), (45184, [])])
def test_a_year_and_month_in_one_number(tmp_path: Path, number: int, found: list[str]) -> None:
    """20239 was read as a day of 1955."""
    assert table(tmp_path, line(新三板挂牌日期=number)) == found


FORMULA = "<f{attributes}>{formula}</f><v>45184</v>"


@pytest.mark.parametrize(
    ("formula", "moves"),
    [("TODAY()", True), ("INT(NOW())", True), ("EDATE(F2,1)", False), ("B2+SNOW(1)", False)],
)
def test_a_formula_that_moves(tmp_path: Path, formula: str, *, moves: bool) -> None:
    """What TODAY gave when the workbook was saved is no day on which anything happened."""
    first = FORMULA.format(attributes=' t="shared" ref="E2:E3" si="0"', formula=formula)
    second = FORMULA.format(attributes=' t="shared" si="0"', formula="")
    table(tmp_path, line(新三板挂牌日期=11), line(B, 新三板挂牌日期=22))
    with ZipFile(tmp_path / "a.xlsx") as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("<v>11</v>", first).replace(
        "<v>22</v>", second
    )
    with ZipFile(tmp_path / "a.xlsx", "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    assert codes_of(tmp_path / "a.xlsx") == (["moving_formula"] * 2 if moves else [])
