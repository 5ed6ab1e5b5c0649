"""Remarks, comments and cells by which what is stated is not settled, is of later or of others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from files.test_taken_back import HEADER, PAID, POLICY, A, B, codes, codes_of, line, table
from listing_rewards.files.reading.payment_ledger import read_payments

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
    book = Workbook()
    for at, (title, lines) in enumerate(sheets):
        page = book.worksheets[0] if at == 0 else book.create_sheet()
        page.title = title
        for each in lines:
            page.append(each)
    book.worksheets[-1][cell].comment = Comment(text, "虚构人")
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


@pytest.mark.parametrize(("text", "found"), [("应为200万元", True), ("已与批文核对", False)])
def test_a_comment_that_doubts(tmp_path: Path, text: str, *, found: bool) -> None:
    """Is read as a remark is."""
    path = commented(tmp_path, text, AMOUNT, ("申报表", [HEADER, line()]))
    assert codes_of(path) == (["doubted_by_remark"] if found else [])


@pytest.mark.parametrize("county", ["已迁至外市", "示例一区（2024年迁出）", "已注销"])
def test_a_county_that_the_enterprise_has_left(tmp_path: Path, county: str) -> None:
    """What the cell of the county says of it is a fault."""
    assert table(tmp_path, line(注册地=county), line(B)) == ["moved_away"]


def paid(remark: str | None, amount: float = 50) -> list[Any]:
    """A payment of 500,000 yuan."""
    return [A, "新三板挂牌奖励", date(2024, 5, 1), amount, remark]


BACK = ("银行退票", "已退回国库", "账号有误，已退款", "误付，已收回")
WRONG = ("金额有误，应为30万元", "此笔重复", "付款未成功", "待核实")


@pytest.mark.parametrize("remark", [*BACK, *WRONG])
def test_a_payment_that_came_back_or_is_wrong(tmp_path: Path, remark: str) -> None:
    """It was taken as paid."""
    sheets = ("申报表", [HEADER, line()]), ("已付奖励", [PAID, paid(remark)])
    code = "returned_by_remark" if remark in BACK else "doubted_by_remark"
    assert codes(tmp_path, *sheets) == [code]


@pytest.mark.parametrize("remark", ["应追回", "退回后重新支付", "首付款", "合并封顶320万元"])
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


@pytest.mark.parametrize("remark", ["金额有误，应为30万元", "支付失败", "与第2行重复"])
def test_a_line_of_a_ledger_that_is_wrong(tmp_path: Path, remark: str) -> None:
    """It cannot be read; a comment on it is read as its remark is."""
    by_remark = commented(tmp_path, "已核", "D2", ("台账", [PAID, paid(remark)]))
    (row,) = read_payments(str(by_remark), POLICY)
    assert [each.code for each in row.faults] == ["doubted_by_remark"]
    (row,) = read_payments(
        str(commented(tmp_path, remark, "D2", ("台账", [PAID, paid(None)]))), POLICY
    )
    assert [each.code for each in row.faults] == ["doubted_by_remark"]
