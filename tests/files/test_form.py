"""The application form of a policy: what stands in it, and that it reads back what was written."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from profiles import few
from property.generated_cases import cases_for
from property.generated_policies import policies

from files.filling import as_meant, enter, filled, read_back
from listing_rewards import Policy, load_policy
from listing_rewards.errors import Lang
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.reading.grid import column_letter
from listing_rewards.files.writing import form_workbook as form
from listing_rewards.files.writing.form import form_of
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
        """The hints and the example are told as such, on all three sheets."""
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
        for page in book.worksheets:
            assert page.page_setup.orientation == "landscape"
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
