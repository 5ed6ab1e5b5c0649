"""Writes the fictional city: 120 enterprises in 9 counties, three years of figures, some plans.

Nothing in it is real. The same seed writes the same bytes; ``--check`` writes nothing and fails
where a file is not what it would be.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).parent
SEED = 20260101
COUNTIES = (
    "示例东区", "示例西区", "示例港区", "示例山县", "示例河县", "示例海县", "示例林市", "示例田市",
    "示例新区",
)  # fmt: skip
_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_TRADES = ("海洋食品", "生物科技", "新材料", "电子", "医疗器械", "农业", "装备制造", "物流科技",
           "化工", "家具", "软件", "环保")  # fmt: skip
YEARS = (2022, 2023, 2024, 2025)
FLAGS = (
    "组织机构健全且运行良好", "具有持续经营能力且财务状况良好",
    "最近三年财务报告无虚假记载且审计意见为无保留", "依法规范经营",
    "最近36个月无特定犯罪、欺诈发行和重大违法", "最近12个月未受证监会行政处罚或公开谴责",
    "未被立案侦查或立案调查", "未列入失信被执行人名单", "最近36个月按时披露定期报告",
)  # fmt: skip
_BY_YEAR = ("净利润", "扣非净利润", "营业收入", "研发投入", "经营现金流净额", "净资产")
_EVENTS = ("企业成立", "区域性股权市场融资", "新三板挂牌", "进入创新层", "北交所辅导备案",
           "北交所申报", "北交所受理", "北交所上市")  # fmt: skip
_STAGES = {"区域": 1, "新三板": 2, "创新层": 3, "辅导": 4, "受理": 6, "上市": 7, "": 0}
_WEIGHTS = {"": 40, "区域": 24, "新三板": 22, "创新层": 18, "辅导": 7, "受理": 5, "上市": 4}


def enterprises() -> Iterator[dict[str, str]]:
    """One row per enterprise, money in 万元."""
    draw = random.Random(SEED)  # noqa: S311  (nothing here is secret)
    stages = [stage for stage, number in _WEIGHTS.items() for _ in range(number)]
    draw.shuffle(stages)
    for number, stage in enumerate(stages):
        row = {
            "企业名称": f"示例{_STEMS[number % 22]}{_STEMS[number // 22]}{_trade(draw)}公司",
            "统一社会信用代码": "",
            "县（市、区）": COUNTIES[draw.randrange(len(COUNTIES))],
        }
        row |= _events(draw, stage)
        row |= _figures(draw, _STAGES[stage])
        row |= _others(draw, _STAGES[stage])
        yield row


def _trade(draw: random.Random) -> str:
    return draw.choice(_TRADES)


def _events(draw: random.Random, stage: str) -> dict[str, str]:
    """The days of the ladder, each some months after the one before, up to the stage."""
    day = date(2004, 1, 1) + timedelta(days=draw.randrange(6000))
    found = {"企业成立": day.isoformat()}
    day = date(2023, 7, 10) + timedelta(days=draw.randrange(420))
    for event in _EVENTS[1 : _STAGES[stage] + 1]:
        if event == "区域性股权市场融资":
            if stage != "区域" and draw.random() < 0.6:
                continue
            found[f"{event}金额（万元）"] = str(draw.randrange(50, 900, 10))
        found[event] = day.isoformat()
        day += timedelta(days=draw.randrange(40, 240))
        if event == "进入创新层" and _STAGES[stage] > 3:
            day = max(day, date(2025, 1, 10))
    if stage in {"新三板", "创新层"} and draw.random() < 0.3:
        found["新三板挂牌"] = (date(2025, 1, 20) + timedelta(days=draw.randrange(330))).isoformat()
        if stage == "创新层":
            listed = date.fromisoformat(found["新三板挂牌"])
            found["进入创新层"] = (listed + timedelta(days=draw.randrange(1, 60))).isoformat()
    return found


def _figures(draw: random.Random, stage: int) -> dict[str, str]:
    """Three or four years of figures; of one enterprise in eight a year is missing."""
    size = draw.choice((0.3, 0.6, 1, 1, 1.5, 2.2)) * (1 + stage / 4)
    growth = draw.choice((0.92, 1.04, 1.12, 1.18, 1.31, 1.45))
    margin, intensity = draw.uniform(0.04, 0.17), draw.uniform(0.01, 0.12)
    missing = draw.choice(YEARS[1:]) if draw.random() < 0.125 else 0
    revenue = 4200 * size * draw.uniform(0.8, 1.2)
    assets = revenue * draw.uniform(0.4, 0.8)
    found: dict[str, str] = {}
    for year in YEARS:
        revenue *= growth * draw.uniform(0.95, 1.05)
        profit = revenue * margin * draw.uniform(0.85, 1.15)
        core = profit * draw.uniform(0.82, 1.02)
        assets += profit * 0.7
        if year == missing:
            continue
        found |= {
            f"{year}年净利润（万元）": f"{profit:.2f}",
            f"{year}年扣非净利润（万元）": f"{core:.2f}",
            f"{year}年营业收入（万元）": f"{revenue:.2f}",
            f"{year}年研发投入（万元）": f"{revenue * intensity:.2f}",
            f"{year}年经营现金流净额（万元）": f"{profit * draw.uniform(-0.2, 1.4):.2f}",
            f"{year}年净资产（万元）": f"{assets:.2f}",
            f"{year}年净资产收益率": f"{100 * profit / assets:.2f}%",
            f"{year}年扣非净资产收益率": f"{100 * core / assets:.2f}%",
        }
    return found


def _others(draw: random.Random, stage: int) -> dict[str, str]:
    """Yes/no facts, share capital, and what a bank thinks of the market value."""
    capital = (
        draw.choice((300, 500, 800, 2000, 2600, 3200, 5200))
        if stage < 2
        else draw.choice((600, 2000, 3000, 4200, 6000))
    )
    found = {"股本总额（万元）": str(capital), "每股净资产": f"{draw.uniform(0.8, 4.5):.2f}元"}
    found["完整会计年度数"] = str(draw.choice((1, 2, 3, 5, 8)))
    found["挂牌以来定向发行融资（万元）"] = str(draw.randrange(0, 4000, 100)) if stage >= 2 else ""
    for flag in FLAGS:
        found[flag] = draw.choices(("是", "", "否"), (90, 8, 2))[0]
    if draw.random() < 0.25:
        found["预计市值（万元）"] = str(draw.randrange(15000, 90000, 1000))
    return found


PLAN_AS_OF = date(2025, 6, 30)
"""The day from which the planned events are planned: before the plan's last day, 2025-12-31."""
_WHEN = (
    "2025年第三季度",
    "2025年第四季度",
    "2025-09",
    "2025年",
    "2025Q4",
    "2026年上半年",
    "2026年",
)
_LIKELY = ("", "", "90%", "80%", "60%", "50%", "30%")


def planned() -> Iterator[dict[str, str]]:
    """What one enterprise in four plans to reach next, and when, as of 2025-06-30."""
    draw = random.Random(SEED + 1)  # noqa: S311  (nothing here is secret)
    for row in enterprises():
        ahead = [event for event in _EVENTS[2:] if event not in row]
        if ahead[:1] == ["北交所申报"]:
            ahead.pop(0)
        if not ahead or draw.random() < 0.7:
            continue
        reached = [row[event] for event in _EVENTS if event in row]
        if max(reached) > PLAN_AS_OF.isoformat():
            continue
        yield {
            "企业名称": row["企业名称"],
            "事项": ahead[0],
            "计划时间": draw.choice(_WHEN),
            "金额（万元）": "",
            "可能性": draw.choice(_LIKELY),
        }
        if "区域性股权市场融资" not in row and draw.random() < 0.4:
            yield {
                "企业名称": row["企业名称"],
                "事项": "区域性股权市场融资",
                "计划时间": draw.choice(_WHEN),
                "金额（万元）": str(draw.randrange(50, 900, 10)),
                "可能性": draw.choice(_LIKELY),
            }


def headers(rows: list[dict[str, str]]) -> list[str]:
    """Every header that some row uses, the enterprise's own and its events first."""
    first = ["企业名称", "统一社会信用代码", "县（市、区）"]
    first += [name for event in _EVENTS for name in (event, f"{event}金额（万元）")]
    used = dict.fromkeys(name for row in rows for name in row)
    return [name for name in first if name in used] + [name for name in used if name not in first]


def table(rows: list[dict[str, str]], header: list[str]) -> str:
    """The whole table as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def files() -> dict[str, str]:
    """What is written, by file."""
    rows, plan = [*enterprises()], [*planned()]
    return {
        "enterprises.csv": table(rows, headers(rows)),
        "planned.csv": table(plan, [*plan[0]]),
    }


def main(*asked: str) -> int:
    """Write the tables, or check them."""
    for name, content in files().items():
        path = HERE / name
        if "--check" not in asked:
            path.write_text(content, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != content:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
