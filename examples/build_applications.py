"""Writes examples/applications.xlsx: the form of the illustrative policy as a clerk fills it in.

Run it after a change to the form. Every enterprise, code and amount in it is made up.
"""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook, load_workbook

from listing_rewards import load_policy
from listing_rewards.files.writing.template import template

HERE = Path(__file__).parent
HEADER, FIRST = 3, 6
Entered: TypeAlias = str | int | float | date
APPLICATIONS: list[dict[str, Entered]] = [
    {
        "序号": 1,
        "企业名称": "示例甲海洋食品股份有限公司",
        "统一社会信用代码": "91440800MA0000001E",
        "注册地": "赤坎区",
        "新三板挂牌日期": date(2023, 9, 15),
        "进入创新层日期": "2024年5月20日",
        "北交所辅导备案日期": "2024/6/11",
        "是否符合条件": "是",
        "未发生事项": "新三板摘牌",
    },
    {
        "序号": 2,
        "企业名称": "示例丙生物科技有限公司",
        "统一社会信用代码": "91440800MA0000003L",
        "注册地": "麻章区",
        "区域性股权市场融资日期": "2023.8.1",
        "区域性股权市场融资金额（万元）": "３００万元",
        "备注": "另有两次融资，见事项明细",
    },
    {
        "序号": 3,
        "企业名称": "示例戊新材料有限公司",
        "统一社会信用代码": "91440800MA0000005T",
        "注册地": "廉江市",
        "区域性股权市场融资日期": "15/09/2023",
        "区域性股权市场融资金额（万元）": 1000,
    },
    {"序号": "合计", "区域性股权市场融资金额（万元）": 1300},
    {"序号": "填表人：虚构人"},
]
EVENTS: list[dict[str, Entered]] = [
    {
        "企业名称": "示例丙生物科技有限公司",
        "事项": "区域性股权市场融资",
        "日期": date(2024, 6, 18),
        "金额（万元）": 120,
    },
    {
        "企业名称": "示例丙生物科技有限公司",
        "事项": "区域性股权市场融资",
        "日期": date(2025, 3, 3),
        "金额（万元）": 35.5,
    },
]
PAYMENTS: list[dict[str, Entered]] = [
    {
        "企业名称": "示例甲海洋食品股份有限公司",
        "奖励项目": "新三板挂牌奖励",
        "日期": date(2023, 12, 1),
        "金额（万元）": 50,
    }
]


def applications() -> Workbook:
    """The form, filled in."""
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    book = load_workbook(io.BytesIO(template(policy, "zh")))
    sheets = {"申报表": APPLICATIONS, "事项明细": EVENTS, "已付奖励": PAYMENTS}
    for title, rows in sheets.items():
        sheet = book[title]
        places = {cell.value: number for number, cell in enumerate(sheet[HEADER], start=1)}
        for number, row in enumerate(rows, start=FIRST):
            for header, value in row.items():
                sheet.cell(number, places[header]).value = value
    return book


if __name__ == "__main__":
    applications().save(HERE / "applications.xlsx")
