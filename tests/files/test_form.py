"""The application form of a policy: what stands in it, and that it reads back what was written."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import run_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from profiles import few
from property.generated_cases import cases_for
from property.generated_policies import policies

from files.filling import BESIDE, FIRST, as_meant, enter, filled, read_back
from listing_rewards import Case, Policy, load_policy
from listing_rewards.errors import InvalidFile, Lang
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.reading.grid import column_letter
from listing_rewards.files.writing import form_workbook as form
from listing_rewards.files.writing.form import form_of
from listing_rewards.files.writing.settings import Settings, read_settings, settings_text
from listing_rewards.files.writing.template import template
from listing_rewards.policy.reading import list_policies
from listing_rewards.words import say

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "policies").glob("*.toml"))
EVERY = [*list_policies(), *map(str, EXAMPLES)]
POLICIES = [load_policy(each) for each in EVERY]
every_policy = pytest.mark.parametrize("policy", POLICIES, ids=[each.id for each in POLICIES])
with_awards = pytest.mark.parametrize(
    "policy",
    [each for each in POLICIES if each.awards],
    ids=[each.id for each in POLICIES if each.awards],
)
both = pytest.mark.parametrize("lang", ["zh", "en"])
LANGS: list[Lang] = ["zh", "en"]


@pytest.fixture(scope="module", autouse=True)
def _few_rows() -> Iterator[None]:
    """The form with few rows to be filled in, which is quicker and otherwise the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(form, "ROWS", 3)
        yield


class TestRoundTrip:
    """A case written into the form of its policy and read back is the same case."""

    @with_awards
    @both
    @settings(max_examples=few(3), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_for_every_policy_there_is(
        self, policy: Policy, lang: Lang, data: st.DataObject
    ) -> None:
        """Of the package and of the examples."""
        self.back(policy, lang, data)

    @settings(max_examples=few(30), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data(), policy=policies(), lang=st.sampled_from(LANGS))
    def test_for_any_policy(self, policy: Policy, lang: Lang, data: st.DataObject) -> None:
        """Of every construct."""
        self.back(policy, lang, data)

    @staticmethod
    def back(policy: Policy, lang: Lang, data: st.DataObject) -> None:
        """Two enterprises, each with a case of its own; equal lines of a form are a fault."""
        cases = []
        for number in range(2):
            case = data.draw(cases_for(policy))
            who = case.enterprise.model_copy(update={"name": f"=示例{number}公司"})
            once: dict[str, Any] = {
                "events": tuple(dict.fromkeys(case.events)),
                "payments": tuple(dict.fromkeys(case.payments)),
            }
            cases.append(case.model_copy(update={"enterprise": who, **once}))
        with tempfile.TemporaryDirectory() as folder:
            rows = read_back(filled(cases, policy, lang), policy, Path(folder))
        assert [row.faults for row in rows] == [(), ()]
        assert [dict(row.carried) for row in rows] == [BESIDE, BESIDE]
        assert [as_meant(row.case) for row in rows if row.case] == [*map(as_meant, cases)]


class TestForm:
    """What an office hands out."""

    @every_policy
    @both
    def test_the_example_would_be_a_valid_case(
        self, policy: Policy, lang: Lang, tmp_path: Path
    ) -> None:
        """Without its mark it is read, on each of the three sheets, and nothing is wrong."""
        book = load_workbook(io.BytesIO(template(policy, lang)))
        for sheet, _ in form_of(policy, lang).tables:
            enter(book[say("form.sheet", lang, sheet)], 5, 1, "1")
        (row,) = read_back(book, policy, tmp_path)
        assert row.faults == ()
        assert row.case is not None
        assert row.case.enterprise.name == "示例甲股份有限公司"
        assert bool(row.case.events) == bool(policy.events)
        assert len(row.case.payments) == bool(policy.awards)

    @every_policy
    @both
    def test_as_it_comes_it_holds_no_case(self, policy: Policy, lang: Lang, tmp_path: Path) -> None:
        """The hints and the example are reported as such, on all three sheets."""
        path = tmp_path / "form.xlsx"
        path.write_bytes(template(policy, lang))
        rows: list[Row] = []
        with pytest.raises(ValueError, match="nobody has filled in"):
            rows.extend(read_rows(str(path), policy))
        assert all(row.case is None and not row.faults for row in rows)

    @both
    def test_the_same_policy_gives_the_same_bytes(self, lang: Lang) -> None:
        """No clock, no order of chance."""
        policy = load_policy("zhanjiang-bse-2023")
        assert template(policy, lang) == template(policy, lang)

    @every_policy
    @both
    def test_what_is_typed_is_checked(self, policy: Policy, lang: Lang) -> None:
        """Days, amounts, yes or no, and choices, in each row that is filled in; with a reason."""
        kinds = {"day": "date", "amount": "decimal", "count": "decimal", "yes_no": "list"}
        kinds |= {"choice": "list", "code": "textLength"}
        book = load_workbook(io.BytesIO(template(policy, lang)))
        for sheet, columns in form_of(policy, lang).tables:
            page = book[say("form.sheet", lang, sheet)]
            checks = {str(each.sqref): each for each in page.data_validations.dataValidation}
            for number, column in enumerate(columns, start=1):
                letter = column_letter(number)
                check = checks.pop(f"{letter}5:{letter}5000", None)
                assert (check.type if check else None) == kinds.get(column.holds)
                assert check is None or (check.error and check.allow_blank)
            assert not checks

    @every_policy
    @both
    def test_the_guide_explains_every_column(self, policy: Policy, lang: Lang) -> None:
        """What to write, whether it may be empty, what that means; and each value to choose."""
        guide = load_workbook(io.BytesIO(template(policy, lang)))[say("form.sheet", lang, "guide")]
        told = [tuple(cell.value for cell in row[:6]) for row in guide.iter_rows()]
        choices = {(row[1], row[2]) for row in told}
        for _, columns in form_of(policy, lang).tables:
            for number, column in enumerate(columns, start=1):
                header = say("form.guide_quoted", lang, header=column.header)
                (row,) = [r for r in told if r[:2] == (column_letter(number), header)][:1]
                assert all(row[place] for place in (2, 4, 5))
                if column.holds == "choice":
                    assert {(header, choice) for choice in column.choices} <= choices

    @pytest.mark.parametrize(
        ("name", "pages"), [("zhanjiang-bse-2023", 1), ("shanghai-xuhui-2022", 2)]
    )
    @both
    def test_ready_to_print(self, name: str, pages: int, lang: Lang) -> None:
        """No smaller than can be read: A4, or A3, or pages side by side with the names on each."""
        policy = next(each for each in POLICIES if each.id == name)
        book = load_workbook(io.BytesIO(template(policy, lang)))
        sealed = say("form.sheet", lang, "declaration")
        for page in book.worksheets:
            upright = page.title == sealed
            assert page.page_setup.orientation == ("portrait" if upright else "landscape")
            fits = page.sheet_properties.pageSetUpPr
            assert fits is not None
            assert fits.fitToPage
        main = book.worksheets[0]
        assert main.freeze_panes == "C4"
        assert main.print_title_rows == "$3:$3"
        assert main.page_setup.paperSize == 8
        assert main.page_setup.fitToWidth == pages
        assert main.print_title_cols == ("$A:$B" if pages > 1 else None)
        assert book.worksheets[1].page_setup.paperSize == 9

    def test_the_example_shows_an_amount_with_its_day(self) -> None:
        """In the unit of the form."""
        policy = load_policy("zhanjiang-bse-2023")
        page = load_workbook(io.BytesIO(template(policy, "zh"))).worksheets[0]
        shown = {head.value: cell.value for head, cell in zip(page[3], page[5], strict=True)}
        assert shown["区域性股权市场融资金额（万元）"] == 300
        assert shown["区域性股权市场融资日期"]


class TestWhatAnApplicationNeeds:
    """Bank, account and contact are asked and come out again; a sheet is signed and sealed."""

    POLICY = load_policy("zhanjiang-bse-2023-illustrative")

    @both
    def test_codes_accounts_and_telephones_stay_text(self, lang: Lang) -> None:
        """In every row that is ready, and below: a spreadsheet would make 9.14E+17 of a number."""
        columns = form_of(self.POLICY, lang).enterprises
        page = load_workbook(io.BytesIO(template(self.POLICY, lang))).worksheets[0]
        digits = {"code", "digits"}
        for number, column in enumerate(columns, start=1):
            as_text = column.holds in digits
            for row in (FIRST, FIRST + form.ROWS - 1):
                assert (page.cell(row, number).number_format == "@") == as_text, column.header
            below = page.column_dimensions[column_letter(number)]
            assert (below.number_format == "@") == as_text, column.header
        assert sum(column.holds in digits for column in columns) == 3

    @both
    def test_what_is_sealed_is_not_read(self, lang: Lang, tmp_path: Path) -> None:
        """Names and opinions behind what stands there; a name in a cell of its own is a fault."""
        book = load_workbook(io.BytesIO(template(self.POLICY, lang)))
        enter(book.worksheets[0], FIRST, 2, "示例乙公司")
        sealed = book[say("form.sheet", lang, "declaration")]
        for line in sealed.iter_rows(max_col=1):
            if line[0].value and str(line[0].value).endswith((":", "：")):
                line[0].value = f"{line[0].value}示例乙公司 2024年5月6日 同意奖励50万元"
        (row,) = read_back(book, self.POLICY, tmp_path)
        assert row.faults == ()
        enter(sealed, 40, 1, "示例丙公司")
        with pytest.raises(InvalidFile) as refused:
            read_back(book, self.POLICY, tmp_path)
        assert [each.code for each in refused.value.faults] == ["sheet_not_understood"]

    def sealed(self, lang: Lang, settings: Settings) -> str:
        """All that stands on the sheet that is sealed."""
        book = load_workbook(io.BytesIO(template(self.POLICY, lang, settings=settings)))
        page = book[say("form.sheet", lang, "declaration")]
        return "\n".join(str(cell.value) for row in page.iter_rows() for cell in row if cell.value)

    def test_an_office_says_what_it_asks(self, tmp_path: Path) -> None:
        """In the settings that `template` writes; what is empty there is left out."""
        path = tmp_path / "settings.toml"
        path.write_text(settings_text("zh"), encoding="utf-8")
        usual = read_settings(str(path))
        assert template(self.POLICY, "zh", settings=usual) == template(self.POLICY, "zh")
        path.write_text(
            'form_title = "示例市申报表"\nform_columns = "account，applied"\n'
            'declaration = ""\ncounty_review = "示例区初审意见"\ncity_review = ""\n',
            encoding="utf-8",
        )
        own = read_settings(str(path))
        book = load_workbook(io.BytesIO(template(self.POLICY, "zh", settings=own)))
        heads = [cell.value for cell in book.worksheets[0][3]]
        assert heads[-3:] == ["银行账号", "申请金额（万元）", "备注"]
        assert "开户行" not in heads
        assert book.worksheets[0]["A1"].value == "示例市申报表"
        said = self.sealed("zh", own)
        assert "示例市申报表" in said
        assert "示例区初审意见" in said
        assert "本单位承诺：" not in said
        assert "市级" not in said
        assert "本单位承诺：" in self.sealed("zh", usual)
        assert "We declare" in self.sealed("en", Settings())

    def test_a_column_that_nobody_knows(self, tmp_path: Path) -> None:
        """Is named with those there are."""
        path = tmp_path / "settings.toml"
        path.write_text('form_columns = "bank, acount"\n', encoding="utf-8")
        with pytest.raises(InvalidFile) as refused:
            read_settings(str(path))
        (found,) = refused.value.faults
        assert found.code == "unknown_key"
        assert "'acount' here; did you mean 'account'?" in found.sentence("en")

    def test_it_comes_out_in_the_payment_table(self, tmp_path: Path) -> None:
        """With the zeros in front; the contact where one is stated."""
        case = Case.model_validate(
            {
                "enterprise": {"name": "示例乙公司"},
                "events": [{"kind": "neeq_listed", "on": "2023-09-15"}],
                "flags": {"eligible": True},
            }
        )
        filled([case], self.POLICY, "zh").save(tmp_path / "form.xlsx")
        out = tmp_path / "results.xlsx"
        with pytest.MonkeyPatch.context() as patch:
            asked = ("-p", self.POLICY.id, "--as-of", "2025-12-31", "--lang", "zh", "-o", out)
            assert run_command(patch, "assess", tmp_path / "form.xlsx", *asked) == 0
        page = load_workbook(out)["资金拨付汇总表"]
        cells = [cell.value for row in page.iter_rows() for cell in row]
        assert {*BESIDE.values(), "户名", "开户行", "账号", "联系人", "联系电话"} <= {*cells}
