"""Answers as JSON, JSON Lines or CSV, in the order of the input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TextIO

from listing_rewards.assessment import Assessment
from listing_rewards.assessment.part import Part
from listing_rewards.errors import Fault
from listing_rewards.files.reading.json_documents import JsonForm
from listing_rewards.files.streams import TextForm
from listing_rewards.files.writing.answer_tables import Answered, shares_by_level
from listing_rewards.files.writing.csv_text import write_csv
from listing_rewards.policy.model import Policy
from listing_rewards.strict import Strict


def write_results(
    assessments: Iterable[Assessment],
    text: TextIO,
    form: TextForm,
    policy: Policy,
    *,
    alone: bool = False,
) -> None:
    """Write every assessment: whole as JSON, one row per enterprise as CSV.

    JSON is a list, or with `alone` the one document by itself.

    The columns of a CSV are stable: who, policy, as_of, the totals in yuan, then for each award
    of the policy its payable, payable_at_most, paid, overpaid and status, then the names of what
    is needed, assumed and to be reviewed, separated by ``;``.
    """
    if form == "csv":
        write_csv(_header(policy), map(_row, assessments), text)
    else:
        write_documents(assessments, text, form, alone=alone)


def write_results_beside(
    answers: Iterable[Answered], text: TextIO, policy: Policy, carried: Sequence[str]
) -> None:
    """Write the CSV of `write_results`, and behind each row what is carried beside it."""
    rows = (
        [*_row(each.answer), *(str(each.carried.get(title, "")) for title in carried)]
        for each in answers
    )
    write_csv([*_header(policy), *carried], rows, text)


def write_documents(
    documents: Iterable[Strict | Part], text: TextIO, form: JsonForm, *, alone: bool
) -> None:
    """Write documents one a line, or as a JSON list; with `alone` the one document by itself."""
    if form == "jsonl":
        text.writelines(f"{each.model_dump_json()}\n" for each in documents)
    elif alone:
        text.writelines(f"{each.model_dump_json(indent=2)}\n" for each in documents)
    else:
        text.write("[")
        for number, each in enumerate(documents):
            text.write(",\n" if number else "\n")
            text.write(each.model_dump_json(indent=2))
        text.write("\n]\n")


def write_faults(faults: Iterable[Fault], text: TextIO) -> None:
    """Write every fault as a line of JSON: place, code, and the sentence in both languages."""
    for each in faults:
        record = {
            "file": each.file,
            "row": each.row,
            "sheet": each.sheet,
            "cell": each.cell,
            "column": each.column,
            "path": each.path,
            "code": each.code,
            "given": each.given,
            "nearest": each.nearest,
            "enterprise": each.enterprise,
            "enterprise_at": each.enterprise_at,
            "en": each.sentence("en"),
            "zh": each.sentence("zh"),
        }
        text.write(json.dumps(record, ensure_ascii=False) + "\n")


def _header(policy: Policy) -> Iterator[str]:
    yield from ("name", "uscc", "county", "policy", "as_of")
    yield from ("payable", "payable_at_most", "determined", "entitled", "entitled_at_most")
    yield from ("paid", "overpaid", "overpaid_at_most", "withheld", "withheld_at_most")
    for award in policy.awards:
        for name in ("payable", "payable_at_most", "paid", "overpaid", "status"):
            yield f"{award.id}.{name}"
    yield from ("needs", "assumptions", "notices", "remarks", "shares")


def _row(answer: Assessment) -> Iterator[str]:
    who = answer.case.enterprise
    yield from (who.name, who.uscc or "", who.county or "", answer.policy.id, str(answer.as_of))
    yield from (str(answer.payable), _open(answer.payable_at_most))
    yield "yes" if answer.determined else "no"
    yield from (str(answer.entitled.at_least), _open(answer.entitled.at_most))
    yield from (str(answer.paid), str(answer.overpaid.at_least), _open(answer.overpaid.at_most))
    yield from (str(answer.withheld.at_least), _open(answer.withheld.at_most))
    for line in answer.lines:
        yield from (str(line.payable.at_least), _open(line.payable.at_most))
        yield from (str(line.paid), str(line.overpaid.at_least), line.status)
    yield ";".join(f"{need.name} {need.on}" if need.on else need.name for need in answer.needs)
    yield ";".join(each.where for each in answer.assumptions)
    yield ";".join(notice.id for notice in answer.notices)
    yield ";".join(" ".join((remark.kind, *remark.names)) for remark in answer.remarks)
    yield shares_by_level(answer)


def _open(amount: Decimal | None) -> str:
    """The upper end; empty where no limit is known."""
    return "" if amount is None else str(amount)
