"""The workbook, recalculated by LibreOffice, gives what `assess` gives, to the fen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pytest
from cases.test_tables import TABLES, Table
from examples.test_examples import INDEX, answers
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from profiles import PROFILE, QUICK
from property.generated_cases import asked_for, cases_for
from property.strategies import questions
from property.values import ILLUSTRATIVE, Question

from audit.boundaries import boundaries
from audit.entering import closed, enter_case, enter_number, opened
from audit.sheets import below, differences, needs_office, recalculated, sheet_of
from listing_rewards import Assessment, Case, Policy, assess
from listing_rewards.engines.sheet import workbook
from listing_rewards.engines.sheet.book import not_computable
from listing_rewards.errors import Lang
from listing_rewards.words import say

ROOT = Path(__file__).parents[2]
pytestmark = needs_office
BATCH = {"quick": 2, "full": 30, "long": 500}[PROFILE]
PARTS = 1 if QUICK else 8
"""LibreOffice is started once for each part."""
EVERY = {"quick": 60, "full": 3, "long": 1}[PROFILE]
"""Of the cases computed by hand, and of those on a boundary, so many are one to recalculate."""
T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T]) -> list[T]:
    """Generated examples, gathered so that they are recalculated together."""
    found: list[T] = []

    @settings(
        max_examples=BATCH,
        phases=(Phase.generate,),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def gather(example: T) -> None:
        found.append(example)

    gather()
    return found


@st.composite
def questions_with_another(draw: st.DrawFn) -> tuple[Question, Question]:
    """A question, and another case under the same policy."""
    question = draw(questions())
    other = draw(cases_for(question.policy))
    day = draw(asked_for(question.policy, other))
    return question, question._replace(case=other, as_of=day)


@dataclass
class Batch:
    """Workbooks to be recalculated together, with the answers that they must give."""

    books: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, Assessment] = field(default_factory=dict)

    def add(self, answer: Assessment, book: bytes | None = None) -> None:
        """A workbook, and the answer it must give; left out if a sheet cannot compute it."""
        if any(not_computable(answer)):
            return
        key = f"q{len(self.books)}"
        self.books[key] = book or workbook(answer, lang=self.lang(key))
        self.answers[key] = answer

    def lang(self, key: str) -> Lang:
        """Every other workbook is in English."""
        return "en" if int(key[1:]) % 2 else "zh"

    @property
    def next_lang(self) -> Lang:
        """The language of the workbook to be added next."""
        return self.lang(f"q{len(self.books)}")

    def check(self) -> None:
        """Recalculate all, and hold each against its answer."""
        found = recalculated(self.books)
        wrong = {
            key: told
            for key, answer in self.answers.items()
            if (told := differences(found[key], answer, self.lang(key)))
        }
        first = next(iter(wrong), None)
        case = self.answers[first].case.model_dump_json() if first else ""
        assert not wrong, (wrong, case)


def hand_cases() -> Iterator[Assessment]:
    """Every case of the tables that were computed by hand, on its last day asked for."""
    for path in TABLES:
        table = Table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        for each in table.cases():
            yield assess(each.the_case(), each.the_policy(), as_of=each.asked[-1].as_of)


DAY = date(2025, 12, 31)
Value = Decimal | date | int | str
CHANGES: list[tuple[str, dict[str, Value]]] = [
    (
        "01-full-ladder.json",
        {
            "groups.neeq_bse.cap": Decimal(3_500_000),
            "awards.neeq_listed.amount.fixed": Decimal("123456.78"),
            "awards.bse_listed.amount.fixed": Decimal("5000000.01"),
            "in_force.first": date(2024, 1, 1),
            "in_force.last": date(2024, 12, 31),
            "conditions.seasoned.months": 24,
            "rounding.unit": Decimal(300_000),
        },
    ),
    ("08-on-the-day.json", {"conditions.seasoned.counting": 1, "conditions.seasoned.months": 13}),
    (
        "05-regional-above.json",
        {
            "awards.regional_financing.amount.rate": Decimal("0.0199"),
            "awards.regional_financing.amount.cap": Decimal("99999.99"),
            "rounding.unit": Decimal(30_000),
        },
    ),
]


class TestTheWorkbookAgrees:
    """The workbook agrees with `assess` to the fen, statuses and totals included."""

    def test_on_every_example(self) -> None:
        """Each example, on each day it is asked for."""
        batch = Batch()
        for example in INDEX:
            for answer in answers(example):
                batch.add(answer)
        assert len(batch.books) >= len(INDEX)
        batch.check()

    @pytest.mark.parametrize("part", range(PARTS))
    def test_on_cases_worked_out_by_hand(self, part: int) -> None:
        """Under the shipped policies and every real one."""
        batch = Batch()
        for answer in islice(hand_cases(), part * EVERY, None, PARTS * EVERY):
            batch.add(answer)
        batch.check()

    @pytest.mark.parametrize("part", range(PARTS))
    def test_on_boundaries(self, part: int) -> None:
        """Each rule on its boundary, and where what it rests on is not known."""
        batch = Batch()
        for answer in islice(boundaries(), part * EVERY, None, PARTS * EVERY):
            batch.add(answer)
        batch.check()

    @pytest.mark.parametrize("part", range(PARTS))
    def test_on_generated_policies_and_cases(self, part: int) -> None:  # noqa: ARG002
        """Whatever the policy says and whatever is not stated."""
        batch = Batch()
        for question in drawn(questions()):
            batch.add(question.answer())
        batch.check()


class TestWhatIsTyped:
    """A cell that cannot be read does not count as nothing in silence: the results say so."""

    TYPED: tuple[tuple[str, str | int | None], ...] = (
        ("A", "新三板挂牌 "),
        ("B", "2023-09-15"),
        ("B", None),
        ("C", "50万元"),
        ("C", -1),
    )

    def test_what_cannot_be_read_is_counted(self) -> None:
        """In a row of events, in the as-of date, in a number of the policy."""
        answer = assess(self.case(), ILLUSTRATIVE, as_of=DAY)
        books = {"fine": workbook(answer, lang="zh")}
        for i, (column, value) in enumerate(self.TYPED):
            book = opened(books["fine"])
            sheet = sheet_of(book, "facts", "zh")
            row = next(
                c.row for c in sheet["A"] if c.value == "新三板挂牌" and sheet[f"B{c.row}"].value
            )
            sheet[f"{column}{row}"] = value
            books[f"event{i}"] = closed(book)
        for i, typed in enumerate(("2024-12-31", None)):
            book = opened(books["fine"])
            sheet = sheet_of(book, "facts", "zh")
            sheet["B8"] = typed
            assert sheet["A8"].value == "截至日"
            books[f"day{i}"] = closed(book)
            book = opened(books["fine"])
            enter_number(book, "groups.neeq_bse.cap", typed or "", "zh")
            books[f"number{i}"] = closed(book)
        said = {key: self.said(book) for key, book in recalculated(books).items()}
        assert said.pop("fine") == say("workbook", "zh", "inputs_fine")
        assert set(said.values()) == {f"1 {say('workbook', 'zh', 'inputs_wrong')}"}, said

    def case(self) -> Case:
        """The full ladder."""
        text = (ROOT / "examples" / "cases" / "01-full-ladder.json").read_text(encoding="utf-8")
        return Case.model_validate_json(text)

    def said(self, book: Workbook) -> str:
        """What the results say of the input."""
        rows = below(sheet_of(book, "results", "zh"), say("workbook", "zh", "totals"))
        return next(str(row[1]) for row in rows if row[0] == say("workbook", "zh", "input_check"))


class TestChangedInputs:
    """After an input is changed in the file, the result is that of the changed input."""

    def test_another_case_typed_into_the_facts(self) -> None:
        """The workbook of one case with the facts of another gives the other's answer."""
        batch = Batch()
        for question, other in drawn(questions_with_another()):
            answer, lang = other.answer(), batch.next_lang
            if any(not_computable(question.answer())) or any(not_computable(answer)):
                continue
            book = opened(workbook(question.answer(), lang=lang))
            enter_case(book, other.case, other.policy, other.as_of, lang)
            batch.add(answer, closed(book))
        batch.check()

    @pytest.mark.parametrize(("file", "changes"), CHANGES)
    def test_another_number_of_the_policy(self, file: str, changes: dict[str, Value]) -> None:
        """Each number of the illustrative policy, changed by itself, moves the result alike."""
        text = (ROOT / "examples" / "cases" / file).read_text(encoding="utf-8")
        batch, case = Batch(), Case.model_validate_json(text)
        before = assess(case, ILLUSTRATIVE, as_of=DAY)
        for path, value in changes.items():
            lang = batch.next_lang
            book = opened(workbook(before, lang=lang))
            enter_number(book, path, value, lang)
            answer = assess(case, changed(ILLUSTRATIVE, path, value), as_of=DAY)
            assert answer.lines != before.lines, path
            batch.add(answer, closed(book))
        batch.check()


def changed(policy: Policy, path: str, value: Value) -> Policy:
    """The policy with another number at a place of its document."""
    document = policy.model_dump()
    *way, last = path.split(".")
    part: Any = document
    for key in way:
        named = isinstance(part, tuple | list)
        part = next(each for each in part if each["id"] == key) if named else part[key]
    if last == "counting":
        value = ("anniversary", "civil_code")[int(str(value))]
    if last == "months":
        part["years"] = 0
    part[last] = value
    return Policy.model_validate(document)
