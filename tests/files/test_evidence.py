"""What proves a fact: read and shown wherever the fact is, and no part of any amount."""

from __future__ import annotations

import io
import tempfile
from datetime import date
from pathlib import Path

import pytest
from audit.small import case as small_case
from audit.small import line, policy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from profiles import few
from property.generated_cases import cases_for
from property.generated_policies import policies
from property.strategies import questions
from property.values import Question

from files.filling import as_meant, filled, read_back
from listing_rewards import (
    Case,
    InvalidCase,
    Policy,
    assess,
    load_policy,
    reconcile,
    record,
    verify,
)
from listing_rewards.audit.ledger.papers import FINDINGS, finding_rows
from listing_rewards.engines.sheet import workbook
from listing_rewards.errors import Lang
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.files.reading.second_tables import read_ledger
from listing_rewards.policy.schema import case_schema
from listing_rewards.report.page import page

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
LISTING, REPORT, RECEIPT = "公告2023-045号第3页", "审计报告第12页", "银行回单0117"
FACTS = {
    "enterprise": {"name": "示例甲公司"},
    "events": [
        {"kind": "neeq_listed", "on": "2023-09-15", "evidence": LISTING},
        {"kind": "bse_tutoring_filed", "on": "2024-01-02"},
    ],
    "flags": {"first_listing": True},
    "payments": [
        {"award": "neeq_listed", "on": "2024-01-10", "amount": "50万元", "evidence": RECEIPT}
    ],
    "absent": ["neeq_delisted"],
    "evidence": {"absent.neeq_delisted": REPORT},
}
LANGS: list[Lang] = ["en", "zh"]


def proven(case: Case, text: str = "公告") -> Case:
    """The case with something that proves each of its facts."""
    tables = ("figures", "flags", "attributes", "approved")
    places = [f"{table}.{name}" for table in tables for name in getattr(case, table)]
    of = [
        tuple(each.model_copy(update={"evidence": f"{text}{n}"}) for n, each in enumerate(entries))
        for entries in (case.events, case.payments)
    ]
    evidence = {place: f"{text} {place}" for place in places}
    return case.model_copy(update={"events": of[0], "payments": of[1], "evidence": evidence})


class TestRead:
    """In JSON, in tables and forms, in ledgers."""

    @settings(max_examples=few(10), suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data(), policy=policies(), lang=st.sampled_from(LANGS))
    def test_a_form_with_evidence_reads_back(
        self, policy: Policy, lang: Lang, data: st.DataObject
    ) -> None:
        """Each fact with its own."""
        case = data.draw(cases_for(policy))
        once = {
            "events": tuple(dict.fromkeys(case.events)),
            "payments": tuple(dict.fromkeys(case.payments)),
        }
        case = proven(case.model_copy(update=once))
        with tempfile.TemporaryDirectory() as folder:
            book = filled([case], policy, lang, evidence=True)
            (row,) = read_back(book, policy, Path(folder))
        assert row.case is not None
        assert as_meant(row.case) == as_meant(case)

    def test_in_a_table(self, tmp_path: Path) -> None:
        """By the header for programs, in Chinese and in English."""
        for header in ("neeq_listed_evidence", "新三板挂牌佐证材料", "Listed on NEEQ evidence"):
            table = tmp_path / "cases.csv"
            text = f"企业名称,新三板挂牌日期,{header}\n示例甲公司,2023-09-15,{LISTING}\n"
            table.write_text(text, encoding="utf-8")
            (row,) = read_rows(str(table), POLICY)
            assert row.case is not None
            assert [each.evidence for each in row.case.events] == [LISTING]

    def test_in_a_ledger(self, tmp_path: Path) -> None:
        """The column 佐证材料 of a ledger, and of a second table of payments; there 凭证号 too."""
        ledger = tmp_path / "ledger.csv"
        header = "企业名称,奖励项目,日期,金额（元）,佐证材料"
        rows = f"{header}\n示例甲公司,neeq_listed,2024-01-10,1.00,{RECEIPT}\n"
        ledger.write_text(rows, encoding="utf-8")
        (paid,) = read_payments(str(ledger), POLICY)
        assert paid.line is not None
        assert paid.line.evidence == RECEIPT
        (entry,) = read_ledger(str(ledger), "payments", POLICY)
        assert entry.value is not None
        assert entry.value.evidence == RECEIPT
        ledger.write_text(rows.replace("佐证材料", "凭证号"), encoding="utf-8")
        (entry,) = read_ledger(str(ledger), "payments", POLICY)
        assert entry.value is not None
        assert entry.value.evidence == RECEIPT
        (paid,) = read_payments(str(ledger), POLICY)
        assert paid.line is not None
        assert (paid.line.reference, paid.line.evidence) == (RECEIPT, None)

    def test_of_nothing(self, tmp_path: Path) -> None:
        """What proves a fact that is not stated is a fault with its place."""
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate(FACTS | {"evidence": {"flag.first_listing": REPORT}})
        (found,) = caught.value.faults
        assert (found.code, found.path) == ("evidence_of_nothing", "evidence.flag.first_listing")
        assert found.nearest == "flags.first_listing"
        table = tmp_path / "cases.csv"
        heads = "name,neeq_listed,neeq_listed_evidence,first_listing_evidence"
        table.write_text(f"{heads}\n甲,,{LISTING},{REPORT}\n", encoding="utf-8")
        (row,) = read_rows(str(table), POLICY)
        assert row.case is None
        assert {(each.code, each.column) for each in row.faults} == {
            ("evidence_of_nothing", "neeq_listed_evidence")
        }
        table.write_text(f"name,first_listing_evidence\n甲,{REPORT}\n", encoding="utf-8")
        (row,) = read_rows(str(table), POLICY)
        assert [(each.code, each.column) for each in row.faults] == [
            ("evidence_of_nothing", "first_listing_evidence")
        ]

    def test_the_schema(self) -> None:
        """Of a case under a policy: only of facts that the policy declares."""
        schema = Draft202012Validator(case_schema(POLICY))
        assert schema.is_valid(FACTS)
        for place in ("flags.first_listin", "absent.nothing", "events.neeq_listed"):
            assert not schema.is_valid(FACTS | {"evidence": {place: "x"}})


class TestNoPartOfIt:
    """Evidence is shown and changes no amount, no check and no step."""

    @given(questions())
    def test_the_same_answer(self, question: Question) -> None:
        """The whole result of a record, whatever proves the facts."""
        answer = question.answer()
        again = assess(proven(question.case), question.policy, as_of=question.as_of)
        assert record(again).result == record(answer).result

    def test_a_record_keeps_it(self) -> None:
        """It is part of what is sealed: another page number is another record."""
        kept = record(assess(Case.model_validate(FACTS), POLICY, as_of=AS_OF)).model_dump_json()
        assert verify(kept).identical
        assert verify(kept.replace("第3页", "第4页")).altered == ("case", "record")

    def test_a_case_without_it_is_written_as_before(self) -> None:
        """No key for what is not named, so that digests of the same facts stay the same."""
        bare = {key: FACTS[key] for key in ("enterprise", "flags", "absent")}
        kept = record(assess(Case.model_validate(bare), POLICY, as_of=AS_OF))
        assert "evidence" not in kept.model_dump_json()
        assert "evidence" not in line("filed", "2023-04-01", "90.00").model_dump()


class TestShown:
    """In the text, on the page, in the workbook, with findings."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_with_its_fact(self, lang: Lang) -> None:
        """Each with the fact that it proves."""
        answer = assess(Case.model_validate(FACTS), POLICY, as_of=AS_OF)
        told = [(each.fact, each.evidence) for each in answer.in_words(lang).evidence]
        assert [evidence for _, evidence in told] == [LISTING, REPORT, RECEIPT]
        assert "2023-09-15" in told[0][0]
        text, printed = answer.explain(lang), page(answer, lang)
        for evidence in (LISTING, REPORT, RECEIPT):
            assert evidence in text
            assert evidence in printed
        book = load_workbook(io.BytesIO(workbook(answer, lang=lang)))
        (facts,) = (sheet for sheet in book if sheet.title in ("Facts", "事实"))
        found = {
            cell.value: row[0].value
            for row in facts.iter_rows()
            for cell in row
            if cell.value in (LISTING, REPORT, RECEIPT)
        }
        assert set(found) == {LISTING, REPORT, RECEIPT}
        assert found[LISTING] in ("Listed on NEEQ", "新三板挂牌")

    def test_nothing_where_there_is_none(self) -> None:
        """No head without a line below it."""
        answer = assess(Case.model_validate({"enterprise": {"name": "甲"}}), POLICY, as_of=AS_OF)
        assert "佐证" not in answer.explain("zh") + page(answer, "zh")

    def test_with_findings(self) -> None:
        """What the award reads and what the line names, and nothing of other awards."""
        about = small_case(
            events=[
                {"kind": "filed", "on": "2023-03-01", "evidence": "备案函1号"},
                {"kind": "listed", "on": "2024-03-01", "evidence": "公告2号"},
            ],
            evidence={"flags.local": "营业执照"},
        )
        paid = line("filed", "2023-04-01", "90.00", row=7, evidence=RECEIPT)
        under = policy(filed={"needs": ["local"]})
        found = reconcile([about], [paid], under, as_of=AS_OF)
        rows = [dict(zip(FINDINGS, row, strict=True)) for row in finding_rows(found, "zh")]
        told = next(
            str(row["evidence"]) for row in rows if row["voucher"] == "" and row["row"] == "7"
        )
        for each in ("备案函1号", "营业执照", RECEIPT):
            assert each in told
        assert "公告2号" not in told
