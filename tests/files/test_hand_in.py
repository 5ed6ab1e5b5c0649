"""What an office hands in: publication, payments and counties agree with each other to the fen."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from command import run_command
from hypothesis import given
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from property.strategies import questions
from property.values import Question

from listing_rewards import Case, ListingRewardsError, assess, load_policy
from listing_rewards.assessment.answer import CutBy
from listing_rewards.errors import Lang
from listing_rewards.files.writing.answer_tables import Answered, is_published
from listing_rewards.files.writing.hand_in import by_county, levels_of, paid_of, shares_of
from listing_rewards.files.writing.settings import NO_SETTINGS, read_settings, settings_text
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import exact
from listing_rewards.words import say

BY_LEVEL = """
id = "by-level"
extends = "zhanjiang-bse-2023-illustrative"
[document]
title = { zh = "示例办法", en = "an example" }
issuer = { zh = "示例市", en = "Example City" }
[shares.both]
parts = [
  { level = "city", title = { zh = "市级", en = "City" }, share = "60%" },
  { level = "county", title = { zh = "县级", en = "County" }, share = "40%" },
]
assumed = { zh = "示例", en = "example" }
[[awards]]
id = "regional_financing"
borne_by = "both"
"""
TABLE = """企业名称,县区,新三板挂牌日期,是否符合条件,区域性股权市场融资日期,\
区域性股权市场融资金额（万元）,申请金额（万元）,户名,开户行,账号,备注
示例甲公司,赤坎区,2023-09-15,是,2023-08-01,300,60,示例甲公司,示例银行,0123,
示例乙公司,霞山区,,,2023-08-01,800,16,示例乙公司,示例银行,0456,
示例丙公司,,,,,,5,,,,另附材料
"""
SETTINGS = """
title = "示例公示"
payment_title = "示例拨付表"
county_title = "示例县区表"
first_day = 2026-01-05
last_day = "2026年1月9日"
contact = "虚构人"
phone = "0000"
address = "示例路1号"
office = "示例局"
date = 2026-01-04
"""


@pytest.fixture
def policy(tmp_path: Path) -> Policy:
    """A policy of which one award is borne by two levels."""
    path = tmp_path / "by-level.toml"
    path.write_text(BY_LEVEL, encoding="utf-8")
    return load_policy(path)


@exact
def added(amounts: Sequence[Decimal]) -> Decimal:
    """Their sum."""
    return sum(amounts, Decimal(0))


class TestSameMoney:
    """Every yuan of the publication is in the payment table once, and in that by county once."""

    @given(questions())
    def test_payments_and_counties_are_what_is_published(self, question: Question) -> None:
        """For any policy and case; shares by level add up to the whole."""
        answer = question.answer()
        published = [line.payable.at_least for line in answer.lines if is_published(line)]
        paid = list(paid_of([Answered("a:1", answer)] * 2, "zh"))
        assert added([each.payable for each in paid]) == added(published * 2)
        assert sum(each.awards for each in paid) == len(published * 2)
        counties = by_county(paid, "zh")
        assert added([each.payable for each in counties]) == added(published * 2)
        for shares, payable in (
            *((each.shares, each.payable) for each in paid),
            *((each.shares, each.payable) for each in counties),
        ):
            assert added([*shares.values()]) == payable

    @given(questions())
    def test_every_level_has_a_column(self, question: Question) -> None:
        """Where a policy names levels; where it names none, there is nothing to divide."""
        answer = question.answer()
        shares = shares_of([line for line in answer.lines if is_published(line)])
        levels = levels_of(question.policy, "en")
        assert set(shares) <= set(levels) if levels else set(shares) <= {""}

    @pytest.mark.parametrize("by", get_args(CutBy))
    def test_whatever_cut_an_award_is_said(self, by: CutBy) -> None:
        """In both languages, in words of its own."""
        for lang in ("zh", "en"):
            said = say("hand_in.cut", lang, by)
            others = [say("hand_in.cut", lang, each) for each in get_args(CutBy) if each != by]
            assert said
            assert said not in others

    def test_by_hand(self, policy: Policy) -> None:
        """500,000 undivided, 60,000 as 36,000 and 24,000; 560,000 of 600,000 applied for."""
        case = Case.model_validate(
            {
                "enterprise": {"name": "示例甲公司", "county": "赤坎区"},
                "events": [
                    {"kind": "neeq_listed", "on": "2023-09-15"},
                    {"kind": "regional_financing", "on": "2023-08-01", "amount": "3000000"},
                ],
            }
        )
        answer = assess(case, policy, as_of=date(2025, 12, 31))
        carried = {"applied": Decimal("600000.00")}
        (paid,) = paid_of([Answered("a:1", answer, carried)], "zh")
        assert (paid.payable, paid.awards) == (Decimal("560000.00"), 2)
        assert paid.shares == {"": 500_000, "city": 36_000, "county": 24_000}
        assert paid.why == "应得奖励均已足额核定，申请金额超出应得"
        (county,) = by_county([paid], "zh")
        assert (county.county, county.enterprises) == ("赤坎区", 1)

    @pytest.mark.parametrize(
        ("lang", "why"),
        [
            ("zh", "区域性股权市场融资奖励：受单项上限限制"),
            ("en", "Reward for financing on the regional equity market: limited by its cap"),
        ],
    )
    def test_why_less(self, policy: Policy, lang: Lang, why: str) -> None:
        """What cut the amount is said, in the language."""
        events = [{"kind": "regional_financing", "on": "2023-08-01", "amount": "8000000"}]
        case = Case.model_validate({"enterprise": {"name": "示例乙公司"}, "events": events})
        answer = assess(case, policy, as_of=date(2025, 12, 31))
        (paid,) = paid_of([Answered("a:1", answer)], lang)
        assert paid.why == why


class TestSheets:
    """The three sheets, as they are handed in."""

    @pytest.fixture
    def book(
        self, tmp_path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch
    ) -> dict[str, Worksheet]:
        """The sheets of a run with settings."""
        for name, text in (("a.csv", TABLE), ("s.toml", SETTINGS)):
            (tmp_path / name).write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        run = ("assess", "a.csv", "-p", f"{policy.id}.toml", "--as-of", "2025-12-31")
        more = ("--lang", "zh", "--settings", "s.toml", "-o", "o.xlsx")
        assert run_command(monkeypatch, *run, *more) == 0
        return {sheet.title: sheet for sheet in load_workbook("o.xlsx").worksheets}

    @staticmethod
    def texts(sheet: Worksheet) -> list[str]:
        """What stands in it, row by row, without what is empty."""
        return [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]

    def test_the_publication(self, book: dict[str, Worksheet]) -> None:
        """Title, totals as formulas, period, objections, contact and signature; no account."""
        sheet = book["公示表"]
        texts = self.texts(sheet)
        assert texts[0] == "示例公示"
        assert sheet["G4"].value == "=SUM(F4:F5)"
        assert {"A4:A5", "B4:B5", "C4:C5", "G4:G5"} <= {str(each) for each in sheet.merged_cells}
        assert "=SUM(F4:F6)" in texts
        assert "公示期：2026-01-05至2026-01-09。" in texts
        assert [text for text in texts if text.startswith("对公示内容有异议的")]
        assert texts[-2:] == ["示例局（盖章）", "2026-01-04"]
        assert not [text for text in texts if "示例银行" in text or "0123" in text]
        assert not [text for text in texts if "另附材料" in text]

    def test_the_payments(self, book: dict[str, Worksheet]) -> None:
        """Bank and account as they were stated, shares, what was cut, who signs."""
        header, first, second, third, total = [
            [cell.value for cell in row] for row in book["资金拨付汇总表"].iter_rows(3, 7)
        ]
        assert header[4:11] == [
            *("申请金额（元）", "核定拨付（元）", "核减（元）", "核减原因"),
            *("市级（元）", "县级（元）", "未分级（元）"),
        ]
        assert first[4:7] == [600_000, 560_000, "=E4-F4"]
        assert first[8:14] == [36_000, 24_000, 500_000, "示例甲公司", "示例银行", "0123"]
        assert second[7] == "区域性股权市场融资奖励：受单项上限限制"
        assert (third[5], third[7], third[-1]) == (0, "未达到任何奖励的条件", "另附材料")
        assert total[4:7] == [f"=SUM({letter}4:{letter}6)" for letter in "EFG"]
        assert "制表人：" in self.texts(book["资金拨付汇总表"])

    def test_the_counties(self, book: dict[str, Worksheet]) -> None:
        """Enterprises, awards and yuan of each, and by level."""
        rows = [[cell.value for cell in row] for row in book["分县区汇总"].iter_rows(4, 6)]
        assert rows[0][1:] == ["赤坎区", 1, 2, 560_000, 36_000, 24_000, 500_000]
        assert rows[1][1:] == ["霞山区", 1, 1, 100_000, 60_000, 40_000, None]
        assert rows[2][2:5] == [f"=SUM({letter}4:{letter}5)" for letter in "CDE"]

    def test_for_programs(
        self, book: dict[str, Worksheet], policy: Policy, monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:  # fmt: skip
        """The same as CSV; shares by the ids of the levels, in the other tables too."""
        run = ("assess", "a.csv", "-p", f"{policy.id}.toml", "--as-of", "2025-12-31")
        shares = {"payments": "city 36000.00; county 24000.00"}
        shares |= {"counties": shares["payments"], "enterprises": shares["payments"]}
        assert book
        for table, expected in shares.items():
            capsys.readouterr()
            assert run_command(monkeypatch, *run, "--table", table, "--format", "csv") == 0
            first, *_ = csv.DictReader(io.StringIO(capsys.readouterr().out))
            assert first["shares"] == expected


def test_what_is_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A tenth of 60,000 is for the team: a column of its own in the sheet and for programs."""
    of_which = 'of_which = [{ recipient = "高管团队", share = "10%" }]\n'
    for name, text in (("a.csv", TABLE), ("by-level.toml", BY_LEVEL + of_which)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run = ("assess", "a.csv", "-p", "by-level.toml", "--as-of", "2025-12-31", "--lang", "zh")
    assert run_command(monkeypatch, *run, "-o", "o.xlsx") == 0
    rows = [*load_workbook("o.xlsx")["资金拨付汇总表"].iter_rows(3, 4, values_only=True)]
    at = rows[0].index("其中奖励他人（元）")
    assert rows[1][at] == "高管团队 6000.00"
    for table in ("payments", "awards"):
        capsys.readouterr()
        assert run_command(monkeypatch, *run, "--table", table, "--format", "csv") == 0
        found = [row["of_which"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]
        assert "高管团队 6000.00" in found


OF_THE_FORM = ("form_columns", "declaration", "county_review", "city_review")


class TestSettings:
    """What the office adds."""

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_as_the_template_writes_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang
    ) -> None:
        """Everything empty but how to object, and the form as it is without settings."""
        path = tmp_path / "settings.toml"
        run = ("template", "-p", "zhanjiang-bse-2023", "-o", path, "--lang", lang)
        assert run_command(monkeypatch, *run) == 0
        assert path.read_text(encoding="utf-8") == settings_text(lang)
        found = read_settings(str(path))
        assert found.objections
        assert found.declaration == say("form.declared", lang)
        form = {name: getattr(found, name) for name in OF_THE_FORM}
        assert found == type(found)(objections=found.objections, **form)
        assert type(found)() == NO_SETTINGS

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ('titel = "a"', "unknown_key"),
            ("title = 1", "setting_is_no_text"),
            ("contact = 2026-01-05", "setting_is_no_text"),
            ('first_day = "soon"', "not_a_date"),
            ("first_day = 2026-01-09\nlast_day = 2026-01-05", "period_ends_before_it_begins"),
            ("title = ", "bad_toml"),
        ],
    )
    def test_what_is_refused(self, tmp_path: Path, text: str, code: str) -> None:
        """With the file."""
        path = tmp_path / "s.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ListingRewardsError) as caught:
            read_settings(str(path))
        (found,) = caught.value.faults
        assert (found.code, found.file) == (code, str(path))
        assert caught.value.explain("en") != caught.value.explain("zh")
