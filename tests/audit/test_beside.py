"""Two ledgers beside one another: every line of both has one place."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from command import run_command
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from audit.small import AS_OF, NAME, case, line, policy
from listing_rewards import load_policy, reconcile
from listing_rewards.audit.ledger import LedgerLine, OtherLine, Reconciliation
from listing_rewards.audit.ledger.beside import Beside, findings_beside, laid_beside
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.audit.ledger.workbook import workbook
from listing_rewards.files.reading import read_rows
from listing_rewards.values.money import ZERO

EXAMPLE = Path(__file__).parents[2] / "examples" / "ledger"


def other(on: str, amount: str, **rest: Any) -> OtherLine:
    """A line of the other ledger, of the enterprise of the small cases."""
    return OtherLine.model_validate({"name": NAME, "on": on, "amount": amount} | rest)


def here(on: str, amount: str, **rest: Any) -> LedgerLine:
    """A line of the ledger."""
    return line("filed", on, amount, **rest)


def found(beside: Beside) -> list[tuple[str, str]]:
    """What is found, with its yuan."""
    return [(each.kind, str(each.amount.at_least)) for each in findings_beside(beside)]


class TestMatching:
    """By voucher, then by enterprise, day and amount."""

    def test_by_voucher(self) -> None:
        """The same voucher is the same payment; another day is reported."""
        beside = laid_beside(
            [
                here("2024-01-10", "40.00", reference="V1"),
                here("2024-02-10", "5.00", reference="V2"),
            ],
            [
                other("2024-02-10", "5.00", reference="v 2"),
                other("2024-01-12", "40.00", reference="V1"),
            ],
        )
        assert [(each.by, each.differs) for each in beside.both] == [
            ("voucher", True),
            ("voucher", False),
        ]
        assert found(beside) == [("ledgers_differ", "40.00")]

    def test_another_amount(self) -> None:
        """What is apart is what is at stake."""
        beside = laid_beside(
            [here("2024-01-10", "40.00", reference="V1")],
            [other("2024-01-10", "50.00", reference="V1")],
        )
        assert found(beside) == [("ledgers_differ", "10.00")]

    def test_another_payee(self) -> None:
        """A voucher that paid somebody else."""
        beside = laid_beside(
            [here("2024-01-10", "40.00", reference="V1")],
            [other("2024-01-10", "40.00", reference="V1", name="示例乙公司")],
        )
        assert found(beside) == [("ledgers_differ", "40.00")]

    def test_one_voucher_in_parts(self) -> None:
        """Two lines here are one there, and their sums agree."""
        beside = laid_beside(
            [
                here("2024-01-10", "15.00", reference="V1"),
                here("2024-01-10", "25.00", reference="V1"),
            ],
            [other("2024-01-10", "40.00", reference="V1")],
        )
        assert [(len(each.here), len(each.there)) for each in beside.both] == [(2, 1)]
        assert found(beside) == []

    def test_one_voucher_for_several_enterprises(self) -> None:
        """Each with its own line."""
        names = ("示例甲公司", "示例乙公司", "示例丙公司")
        ours = [
            here("2024-01-10", f"{n}.00", reference="V1", name=each)
            for n, each in enumerate(names, 1)
        ]
        theirs = [
            other("2024-01-10", f"{n}.00", reference="V1", name=each)
            for n, each in reversed([*enumerate(names, 1)])
        ]
        beside = laid_beside(ours, theirs)
        assert len(beside.both) == 3
        assert found(beside) == []

    def test_without_a_voucher(self) -> None:
        """The same enterprise, day and amount; by code where both have one."""
        beside = laid_beside(
            [here("2024-01-10", "40.00"), here("2024-01-10", "40.00", uscc="91A", name="旧名")],
            [other("2024-01-10", "40.00", uscc="91a", name="新名"), other("2024-01-10", "40.00")],
        )
        assert [each.by for each in beside.both] == ["day_and_amount"] * 2
        assert found(beside) == []

    def test_in_one_only(self) -> None:
        """Each line left is a finding of its yuan; what came back too."""
        beside = laid_beside(
            [here("2024-01-10", "40.00"), here("2024-01-10", "40.00")],
            [other("2024-01-10", "40.00"), other("2024-03-10", "-7.00", reference="V9")],
        )
        assert found(beside) == [("only_here", "40.00"), ("only_there", "7.00")]


vouchers = st.sampled_from([None, "V1", "V2", "V3"])
amounts = st.sampled_from(["1.00", "2.00", "-1.00"])
days = st.sampled_from(["2024-01-01", "2024-01-02"])
names = st.sampled_from(["示例甲公司", "示例乙公司"])
stated = st.fixed_dictionaries(
    {"on": days, "amount": amounts, "reference": vouchers, "name": names}
)
ours = st.lists(
    stated.map(lambda each: LedgerLine.model_validate(each | {"award": "filed"})), max_size=7
)
theirs = st.lists(stated.map(OtherLine.model_validate), max_size=7)


class TestLaws:
    """What holds for any two ledgers."""

    @given(ours, theirs)
    def test_every_line_has_one_place(
        self, lines: list[LedgerLine], others: list[OtherLine]
    ) -> None:
        """In both, in this one alone, or in the other alone: once."""
        lines = [each.model_copy(update={"row": n}) for n, each in enumerate(lines, 1)]
        others = [each.model_copy(update={"row": n}) for n, each in enumerate(others, 1)]
        beside = laid_beside(lines, others)
        here = [each.row for both in beside.both for each in both.here]
        there = [each.row for both in beside.both for each in both.there]
        assert sorted([*here, *(each.row for each in beside.only_here)]) == [
            each.row for each in lines
        ]
        assert sorted([*there, *(each.row for each in beside.only_there)]) == [
            each.row for each in others
        ]
        assert all(both.here and both.there for both in beside.both)

    @given(ours, st.randoms(use_true_random=False))
    def test_a_ledger_beside_itself(self, lines: list[LedgerLine], random: Any) -> None:
        """In any order nothing is found."""
        copies = [
            other(str(each.on), str(each.amount), reference=each.reference, name=each.name)
            for each in lines
        ]
        random.shuffle(copies)
        told = [
            each
            for each in findings_beside(laid_beside(lines, copies))
            if each.kind != "ledgers_differ"
        ]
        assert told == []

    @given(ours, theirs)
    def test_what_differs_adds_up(self, lines: list[LedgerLine], others: list[OtherLine]) -> None:
        """Yuan here less yuan there: those of one alone, and what those in both are apart."""
        beside = laid_beside(lines, others)
        apart = sum((each.amount_here - each.amount_there for each in beside.both), ZERO)
        apart += sum(each.amount for each in beside.only_here)
        apart -= sum(each.amount for each in beside.only_there)
        total = sum(each.amount for each in lines) - sum(each.amount for each in others)
        assert apart == total


def reconciled() -> Reconciliation:
    """A ledger with one line too many, beside one with another."""
    return reconcile(
        [case()],
        [here("2023-04-01", "40.00", reference="V1", row=2), here("2023-05-01", "1.00", row=3)],
        policy(),
        as_of=AS_OF,
        beside=[
            other("2023-04-02", "40.00", reference="V1", row=2, purpose="奖励金"),
            other("2023-06-01", "2.00", row=3),
        ],
    )


def test_told() -> None:
    """In sentences, in JSON and in a sheet of the workbook, in both languages."""
    whole = reconciled()
    assert Reconciliation.model_validate_json(whole.model_dump_json()) == whole
    for lang, title in (("en", "Two ledgers"), ("zh", "两账核对")):
        words = Sentences(whole, "en" if lang == "en" else "zh")
        (line_of_all,) = words.beside()
        assert "1" in line_of_all
        told = {each.kind: words.why(each) for each in whole.findings}
        assert "2023-04-02" in told["ledgers_differ"]
        assert "2.00" in told["only_there"]
        assert told["only_here"]
        book = load_workbook(io.BytesIO(workbook(whole, "en" if lang == "en" else "zh")))
        rows = list(book[title].iter_rows(values_only=True))
        assert len(rows) == 4
        assert rows[1][-1] == "奖励金"
    assert reconcile([case()], [], policy(), as_of=AS_OF).beside is None


TREASURY = """收款人全称,支付日期,支付金额（元）,支付凭证号,用途,业务类型
示例甲公司,2024-01-10,500000.00,记0117,新三板挂牌奖励,拨款
示例乙公司,2024-01-11,500000.00,记0118,奖励金,拨款
"""


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bureau's ledger and the treasury's export, whose headers are its own."""
    cases, ledger = tmp_path / "cases.csv", tmp_path / "ledger.csv"
    treasury, columns = tmp_path / "treasury.csv", tmp_path / "columns.toml"
    cases.write_text("name,neeq_listed\n示例甲公司,2023-09-15\n", encoding="utf-8")
    ledger.write_text(
        "企业名称,奖励项目,日期,金额（元）,凭证号\n示例甲公司,新三板挂牌奖励,2024-01-10,500000.00,记0117\n",
        encoding="utf-8",
    )
    treasury.write_text(TREASURY, encoding="utf-8")
    words = (
        "reconcile", cases, ledger, "-p", "zhanjiang-bse-2023-illustrative", "--as-of",
        "2024-12-31", "--lang", "zh", "--beside", treasury,
    )  # fmt: skip
    assert run_command(monkeypatch, *words) == 2
    assert "业务类型" in capsys.readouterr().err
    columns.write_text('ignore = ["业务类型"]\n', encoding="utf-8")
    assert run_command(monkeypatch, *words, "--beside-columns", columns) == 1
    told = capsys.readouterr().out
    assert "对应1项，其中不符0项；仅本账有0行（0.00元），仅另一账有1行（500,000.00元）。" in told
    assert "示例乙公司" in told
    treasury.write_text(TREASURY.replace("2024-01-11", "去年"), encoding="utf-8")
    assert run_command(monkeypatch, *words, "--beside-columns", columns) == 1
    assert "treasury.csv" in capsys.readouterr().err


class TestFormerNames:
    """A ledger may have paid an enterprise under a name it had before."""

    def test_its_payments_are_its_own(self) -> None:
        """With a note, and nothing found."""
        who = {"name": NAME, "former_names": ["示例旧名公司"]}
        about = case(enterprise=who)
        paid = here("2023-04-01", "40.00", name="示例旧名公司")
        result = reconcile([about], [paid], policy(), as_of=AS_OF)
        assert [each.enterprise for each in result.entries] == [NAME]
        assert [(each.kind, each.name) for each in result.notes] == [
            ("former_name", "示例旧名公司")
        ]
        assert not result.of("no_case")

    def test_a_name_that_two_had(self) -> None:
        """It is nobody's for certain."""
        cases = [
            case(enterprise={"name": name, "former_names": ["示例旧名公司"]})
            for name in ("示例甲公司", "示例乙公司")
        ]
        paid = here("2023-04-01", "40.00", name="示例旧名公司")
        result = reconcile(cases, [paid], policy(), as_of=AS_OF)
        assert len(result.of("no_case")) == 1

    def test_a_name_that_another_bears_now(self) -> None:
        """It belongs to the one that bears it."""
        cases = [
            case(enterprise={"name": "示例甲公司", "former_names": ["示例乙公司"]}),
            case(enterprise={"name": "示例乙公司"}),
        ]
        paid = here("2023-04-01", "40.00", name="示例乙公司")
        result = reconcile(cases, [paid], policy(), as_of=AS_OF)
        assert [each.enterprise for each in result.entries] == ["示例乙公司"]

    def test_a_column_of_the_cases(self, tmp_path: Path) -> None:
        """曾用名, several with ; between."""
        table = tmp_path / "cases.csv"
        table.write_text(
            "企业名称,曾用名\n示例甲公司,示例旧名公司；示例更旧公司\n", encoding="utf-8"
        )
        (row,) = read_rows(str(table), load_policy("zhanjiang-bse-2023"))
        assert row.case is not None
        assert row.case.enterprise.former_names == ("示例旧名公司", "示例更旧公司")
