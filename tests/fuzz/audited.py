"""The formats of an audit: ledgers, maps and titles for them, records and their manifest, evidence.

Each is read and carried to what is written of it, so that no yuan is lost and nothing is unsaid.
"""

from __future__ import annotations

import io
import tempfile
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from audit.forging import document
from audit.kept import LEDGERS
from audit.test_kept import adds_up

from fuzz.kinds import ROOT, Format, examples_of
from fuzz.mutations import of_text, of_workbook
from listing_rewards import load_policy, reconcile, verify
from listing_rewards.audit.canonical import canonical
from listing_rewards.audit.ledger import OtherLine, Reconciliation
from listing_rewards.audit.ledger.papers import finding_rows
from listing_rewards.audit.manifest import (
    Manifest,
    discrepancies,
    listed,
    manifest,
    policy_listed,
)
from listing_rewards.audit.records import Record
from listing_rewards.cli.record_set import read_manifest
from listing_rewards.errors import Lang
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap, read_column_map
from listing_rewards.files.reading.json_documents import read_documents
from listing_rewards.files.reading.other_ledger import read_other_ledger
from listing_rewards.files.reading.payment_ledger import read_payments, read_titles
from listing_rewards.files.spreadsheet.table import Rows, Table, Value
from listing_rewards.files.spreadsheet.tables import tables_as_workbook
from listing_rewards.files.streams import open_text
from listing_rewards.files.writing.reconciliation import write_findings

FOLDER = ROOT / "examples" / "ledger"
POLICY = load_policy(FOLDER / "policy.toml")
CASES = [row.case for row in read_rows(str(FOLDER / "cases.csv"), POLICY) if row.case]
LINES = [row.line for row in read_payments(str(FOLDER / "payments.csv"), POLICY) if row.line]
AS_OF = date(2025, 12, 31)
LANGS: tuple[Lang, ...] = ("en", "zh")
TITLES = '"新三板挂牌" = "neeq_listed"\n"挂牌（奖）" = "新三板挂牌奖励"\n'.encode()
LEDGER_MAP = (
    'ignore = ["序号"]\n[read]\n"凭证" = "凭证号"\n"打款日" = "日期"\n[carry]\n"开户行" = "bank"\n'
).encode()
MAPPED = (
    "序号,企业名称,奖励项目,打款日,金额（元）,凭证,开户行\n1,示例甲公司,股改奖励,2024-01-02,1,Z1,\n"
)
EVIDENCE = (
    "企业名称,新三板挂牌日期,新三板挂牌佐证材料,北交所上市日期,北交所上市佐证材料\n"
    "示例甲公司,2023-05-10,公告2023-001第3页,,\n示例乙公司,2023-05-11,=1+1,2024-09-09,批文〔2024〕5号\n"
).encode()


def _treasury() -> Table:
    """The ledger of the example as a treasury exports it."""
    rows: Rows = [
        [line.name, line.on, line.amount, line.reference, line.award, line.remark] for line in LINES
    ]
    heads = ["收款人全称", "支付日期", "支付金额（元）", "支付凭证号", "用途", "备注"]
    return Table("支付明细", heads, rows)


def _as_csv(table: Table) -> bytes:
    rows: list[list[Value]] = [[*table.headers], *table.rows]
    return "\n".join(",".join(str(each or "") for each in row) for row in rows).encode()


def _as_workbook(table: Table) -> bytes:
    return tables_as_workbook([table], "zh", AS_OF)


def _of_text(text: bytes) -> bytes:
    """A ledger of text as a workbook."""
    heads, *rows = (line.split(",") for line in text.decode("utf-8-sig").splitlines())
    return _as_workbook(Table("台账", heads, [[*row] for row in rows]))


def reconciled(path: str, columns: ColumnMap = NO_MAP) -> None:
    """Every line is read or unread, every yuan has its place, every finding is said."""
    rows = read_payments(path, POLICY, columns=columns)
    assert all(row.line or row.unread or row.total for row in rows)
    _said(
        reconcile(
            CASES,
            [row.line for row in rows if row.line],
            POLICY,
            as_of=AS_OF,
            others=["shili-2019"],
            unread=[row.unread for row in rows if row.unread],
            stated_totals=[row.total for row in rows if row.total],
        )
    )


def laid_beside(path: str, columns: ColumnMap = NO_MAP) -> None:
    """Every line of the other ledger that is read has its place; the others are faults."""
    rows = read_other_ledger(path, POLICY, columns=columns)
    assert all(row.line or row.faults for row in rows)
    beside: list[OtherLine] = [row.line for row in rows if row.line]
    _said(reconcile(CASES, LINES, POLICY, as_of=AS_OF, others=["shili-2019"], beside=beside))


def _said(found: Reconciliation) -> None:
    adds_up(found)
    for lang in LANGS:
        rows = [*finding_rows(found, lang)]
        assert len(rows) == len(found.findings)
        write_findings(found, io.StringIO(), "csv", lang)
    write_findings(found, io.StringIO(), "json", "en")


def titles(path: str) -> None:
    """Each title is an award's."""
    known = {award.id for award in POLICY.awards}
    assert set(read_titles(path, POLICY).values()) <= known


def ledger_map(path: str) -> None:
    """A map of columns, and a ledger read by it."""
    columns = read_column_map(path, POLICY)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.csv"
        ledger.write_text(MAPPED, encoding="utf-8")
        reconciled(str(ledger), columns)


RECORDS = "\n".join(
    canonical(document(name)) for name in ("03-regional-below", "17-not-eligible")
).encode()


def records(path: str) -> None:
    """Each line of a file of records is verified, or a fault."""
    with open_text(path) as text:
        for each in read_documents(text, path, "jsonl"):
            if each.faults:
                continue
            found = verify(Record.model_validate(each.content))
            assert all(found.explain(lang) for lang in LANGS)


def _sealed() -> tuple[list[Record], Manifest]:
    kept = [Record.model_validate_json(line) for line in RECORDS.splitlines()]
    return kept, manifest(
        [*map(listed, kept)],
        map(policy_listed, kept),
        file="records.jsonl",
        file_sha256=sha256(RECORDS).hexdigest(),
    )


KEPT, MANIFEST = _sealed()


def sealed(path: str) -> None:
    """A manifest that is another one is not the manifest of the records."""
    stated = read_manifest(path, ["records.jsonl"])
    own = [*map(listed, KEPT)], [*map(policy_listed, KEPT)], sha256(RECORDS).hexdigest()
    assert stated == MANIFEST or [*discrepancies(stated, *own)]


def with_evidence(path: str) -> None:
    """Cases whose facts name their evidence: an answer in words, or a fault."""
    for outcome in assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF):
        assert outcome.row.aside or outcome.assessment or outcome.faults
        if outcome.assessment:
            assert isinstance(outcome.assessment.payable, Decimal)
            assert all(outcome.assessment.explain(lang) for lang in LANGS)


def formats() -> dict[str, Format]:
    """Every format of an audit."""
    kept = tuple(each.text.encode() for each in LEDGERS.values())
    ledgers = (*examples_of("examples/ledger/payments.csv"), *kept)
    treasury = _treasury()
    return {
        "ledger-csv": Format(".csv", ledgers, of_text, (reconciled,)),
        "ledger-xlsx": Format(
            ".xlsx", tuple(map(_of_text, ledgers[::5])), of_workbook, (reconciled,)
        ),
        "ledger-jsonl": Format(
            ".jsonl",
            ("\n".join(line.model_dump_json(exclude={"row"}) for line in LINES).encode(),),
            of_text,
            (reconciled,),
        ),
        "beside-csv": Format(".csv", (_as_csv(treasury),), of_text, (laid_beside,)),
        "beside-xlsx": Format(".xlsx", (_as_workbook(treasury),), of_workbook, (laid_beside,)),
        "titles": Format(".toml", (TITLES,), of_text, (titles,)),
        "ledger-map": Format(".toml", (LEDGER_MAP,), of_text, (ledger_map,)),
        "records": Format(".jsonl", (RECORDS,), of_text, (records,)),
        "manifest": Format(".json", (MANIFEST.model_dump_json().encode(),), of_text, (sealed,)),
        "evidence": Format(".csv", (EVIDENCE,), of_text, (with_evidence,)),
    }
