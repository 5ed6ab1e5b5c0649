"""One family of errors: whatever a user can cause is a `ListingRewardsError`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import listing_rewards
from listing_rewards import (
    Assessment,
    Bounds,
    Case,
    Enterprise,
    Event,
    Fault,
    InvalidAmount,
    InvalidCase,
    InvalidPolicy,
    InvalidRecord,
    ListingRewardsError,
    Payment,
    Policy,
    UnknownPolicy,
    assess,
    batch,
    compare,
    diff,
    lint,
    load_policy,
    neeq_seasoning,
    policy_in_force,
    reconcile,
    record,
    regional_financing_reward,
    staged_reward,
    verify,
)
from listing_rewards.errors import InvalidFile, UnknownName, fault, pointer_of, under
from listing_rewards.files.reading import read_rows
from listing_rewards.report.page import page
from listing_rewards.strict import path_of

DAY = date(2025, 12, 31)
POLICY = load_policy("zhanjiang-bse-2023")
CASE = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
ANSWER = assess(CASE, POLICY, as_of=DAY)
HALF = "\ud800"
anything: Any = object()
NAMED: dict[str, Any] = {"enterprise": {"name": "示例甲公司"}}

MISTAKES: dict[str, tuple[type[ListingRewardsError], Callable[[], object]]] = {
    "a case of nothing": (InvalidCase, lambda: Case()),  # type: ignore[call-arg]
    "an unknown field": (InvalidCase, lambda: Enterprise(name="示例", zzz=1)),  # type: ignore[call-arg]
    "no day": (InvalidCase, lambda: Event(kind="a", on="x")),  # type: ignore[arg-type]
    "a float": (InvalidCase, lambda: Payment(award="a", on=DAY, amount=1.5)),  # type: ignore[arg-type]
    "a policy of an id": (InvalidPolicy, lambda: Policy(id="x")),  # type: ignore[call-arg]
    "an empty range": (InvalidAmount, lambda: Bounds(Decimal(5), Decimal(1))),
    "a range of texts": (InvalidAmount, lambda: Bounds("5", None)),  # type: ignore[arg-type]
    "compare: one case": (InvalidCase, lambda: compare(CASE, POLICY, POLICY, as_of=DAY)),  # type: ignore[arg-type]
    "compare: a number": (InvalidCase, lambda: compare(anything, POLICY, POLICY, as_of=DAY)),
    "compare: no case": (InvalidCase, lambda: compare([anything], POLICY, POLICY, as_of=DAY)),
    "compare: no policy": (InvalidPolicy, lambda: compare([CASE], anything, POLICY, as_of=DAY)),
    "compare: no day": (InvalidCase, lambda: compare([CASE], POLICY, POLICY, as_of=anything)),
    "diff: ids": (InvalidPolicy, lambda: diff("a", POLICY)),  # type: ignore[arg-type]
    "diff: nothing": (InvalidPolicy, lambda: diff(POLICY, None)),  # type: ignore[arg-type]
    "lint: an id": (InvalidPolicy, lambda: lint("zhanjiang-bse-2023")),  # type: ignore[arg-type]
    "lint: no day": (InvalidCase, lambda: lint(POLICY, as_of="soon")),  # type: ignore[arg-type]
    "staged: a number": (InvalidAmount, lambda: staged_reward(5)),  # type: ignore[arg-type]
    "staged: a list": (InvalidAmount, lambda: staged_reward([("a", 1)])),  # type: ignore[arg-type]
    "staged: paid 5": (InvalidAmount, lambda: staged_reward({"a": 1}, paid=5)),  # type: ignore[arg-type]
    "regional: nothing": (InvalidAmount, lambda: regional_financing_reward(anything)),
    "seasoning: half years": (InvalidCase, lambda: neeq_seasoning(DAY, DAY, years=1.0)),  # type: ignore[arg-type]
    "seasoning: text": (InvalidCase, lambda: neeq_seasoning(DAY, DAY, years="x")),  # type: ignore[arg-type]
    "load: a number": (UnknownPolicy, lambda: load_policy(5)),  # type: ignore[arg-type]
    "load: half a letter": (UnknownPolicy, lambda: load_policy(HALF)),
    "in force: no day": (InvalidCase, lambda: policy_in_force("zhanjiang-bse-2023", anything)),
    "assess: no case": (InvalidCase, lambda: assess(anything, POLICY, as_of=DAY)),
    "assess: no policy": (InvalidPolicy, lambda: assess(CASE, anything, as_of=DAY)),
    "assess: no day": (InvalidCase, lambda: assess(CASE, POLICY, as_of=anything)),
    "record: no answer": (InvalidRecord, lambda: record(anything)),
    "verify: no record": (InvalidRecord, lambda: verify(anything)),
    "reconcile: numbers": (InvalidCase, lambda: reconcile(anything, [], POLICY, as_of=DAY)),
    "reconcile: no lines": (InvalidCase, lambda: reconcile([CASE], [CASE], POLICY, as_of=DAY)),  # type: ignore[list-item]
    "reconcile: no policy": (InvalidPolicy, lambda: reconcile([CASE], [], anything, as_of=DAY)),
    "explain in French": (ListingRewardsError, lambda: ANSWER.explain("fr")),  # type: ignore[arg-type]
    "words in French": (ListingRewardsError, lambda: ANSWER.in_words("fr")),  # type: ignore[arg-type]
    "a page in French": (ListingRewardsError, lambda: page(ANSWER, "fr")),  # type: ignore[arg-type]
    "a fault in French": (ListingRewardsError, lambda: Fault("missing").sentence("fr")),  # type: ignore[arg-type]
    "an award of nobody": (UnknownName, lambda: ANSWER.line("x")),
    "an award of no policy": (UnknownName, lambda: POLICY.award("x")),
    "a notice of no policy": (UnknownName, lambda: POLICY.notice("x")),
    "a clause of no answer": (UnknownName, lambda: ANSWER.in_words().clause("x")),
    "JSON of a number": (InvalidCase, lambda: Case.model_validate_json(anything)),
    "an answer of nothing": (InvalidCase, lambda: Assessment.model_validate_json("{}")),
    "a key of half a letter": (
        InvalidCase,
        lambda: Case.model_validate({"enterprise": {"name": "a"}, HALF: 1}),
    ),
    "an event of half a letter": (
        InvalidCase,
        lambda: assess(
            Case.model_validate({**NAMED, "events": [{"kind": HALF, "on": "2024-01-01"}]}),
            POLICY,
            as_of=DAY,
        ),
    ),
    "an amount of half a letter": (
        InvalidCase,
        lambda: Case.model_validate(
            {**NAMED, "events": [{"kind": "x", "on": "2024-01-01", "amount": HALF}]}
        ),
    ),
    "a range from no number": (InvalidAmount, lambda: Bounds(Decimal("NaN"), None)),
    "a range without end": (InvalidAmount, lambda: Bounds(Decimal(0), Decimal("Infinity"))),
    "documents of no kind": (UnknownPolicy, lambda: policy_in_force("x", DAY, among=anything)),
    "a document of no kind": (UnknownPolicy, lambda: policy_in_force("x", DAY, among=[anything])),
    "a file of no name": (InvalidFile, lambda: read_rows(anything, POLICY)),
    "rows of no policy": (InvalidPolicy, lambda: read_rows("a.csv", anything)),
    "a frame of no policy": (InvalidPolicy, lambda: batch.frame_of([CASE], anything)),
    "a frame of no case": (InvalidCase, lambda: batch.frame_of([anything], POLICY)),
    "a frame of no cases": (InvalidCase, lambda: batch.frame_of(anything, POLICY)),
    "a row of no kind": (InvalidCase, lambda: batch.case_of(anything, POLICY)),
    "a row of no policy": (InvalidPolicy, lambda: batch.case_of({}, anything)),
    "a column of no name": (InvalidCase, lambda: batch.case_of({}, POLICY, keep=anything)),
    "columns of no name": (InvalidCase, lambda: batch.case_of({}, POLICY, keep=[anything])),
    "a schema of no policy": (InvalidPolicy, lambda: batch.output_schema(anything)),
    "a schema of no field": (InvalidCase, lambda: batch.output_schema(POLICY, keep=anything)),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_of_the_family_and_can_be_told(name: str) -> None:
    """Its class is the one for its kind, and its sentences can be written in any encoding."""
    kind, mistake = MISTAKES[name]
    with pytest.raises(kind) as caught:
        mistake()
    error = caught.value
    assert error.faults
    for text in (error.explain("en"), error.explain("zh"), json.dumps(error.faults[0].as_dict())):
        assert text.encode("utf-8")


def test_a_name_that_is_not_there_is_still_a_key_error() -> None:
    """Code that catches `KeyError` goes on working, and is answered with the nearest name."""
    with pytest.raises(KeyError) as caught:
        ANSWER.line("neeq_liste")
    assert "did you mean 'neeq_listed'?" in str(caught.value)


def test_what_a_program_catches_is_public() -> None:
    """Errors, faults and the day are imported from the front."""
    names = {"Fault", "UnknownPolicy", "InvalidRecord", "Day"}
    assert names <= set(listing_rewards.__all__)


class TestJson:
    """What a JSON text says twice, or does not say."""

    @pytest.mark.parametrize("model", [Case, Policy, Assessment])
    def test_a_doubled_key_is_refused_everywhere(self, model: type[Any]) -> None:
        """Others keep the last one in silence."""
        with pytest.raises(ListingRewardsError) as caught:
            model.model_validate_json('{"enterprise": {"name": "a"}, "enterprise": {"name": "b"}}')
        assert [each.code for each in caught.value.faults] == ["duplicate_key"]

    @pytest.mark.parametrize("table", ["figures", "flags", "attributes", "approved"])
    def test_null_is_not_stated(self, table: str) -> None:
        """A program that knows null writes it for what is not known."""
        assert Case.model_validate({**NAMED, table: {"x": None}}) == CASE
        assert Case.model_validate_json(json.dumps({**NAMED, table: {"x": None}})) == CASE

    @pytest.mark.parametrize("text", ['{"enterprise": {"name": "\\ud800"}}', f'{{"{HALF}": 1}}'])
    def test_half_a_letter_is_refused(self, text: str) -> None:
        """As it stands, or escaped."""
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate_json(text)
        assert [each.code for each in caught.value.faults] == ["lone_surrogate"]


class TestAsData:
    """A fault as JSON would hold it."""

    def test_its_place_is_a_pointer(self) -> None:
        """The pointer leads to what was given, in the document as it was given."""
        written: dict[str, Any] = {
            **NAMED,
            "events": [{"kind": "neeq_listed", "on": "2024-01-01"}, {"kind": "neeq", "on": "2024"}],
        }
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate(written)
        (found,) = (each.as_dict("zh") for each in caught.value.faults)
        assert found == {
            "code": "not_a_date",
            "pointer": "/events/1/on",
            "path": "events[1].on",
            "given": "2024",
            "sentence": "events[1].on: “2024” 不是日期；请按 年-月-日 书写，如 2023-09-15",
        }
        assert resolved(written, str(found["pointer"])) == "2024"

    def test_in_both_languages(self) -> None:
        """Without a language both sentences are there, and the nearest name."""
        found = fault("unknown_key", "evnts", accepted=("events",)).as_dict()
        assert found["nearest"] == "events"
        assert found["accepted"] == ["events"]
        assert str(found["en"]).startswith("there is no field")
        assert str(found["zh"]).startswith("这里没有字段")

    def test_of_a_file_the_cell_is_the_place(self) -> None:
        """A JSON Pointer leads nowhere in a workbook."""
        found = Fault("missing").at(file="a.xlsx", sheet="申报表", cell="C7").as_dict("en")
        assert "pointer" not in found
        assert (found["sheet"], found["cell"]) == ("申报表", "C7")

    @example(keys=["a~1b", "c/d~", 0, 'e"[f].g'])
    @given(keys=st.lists(st.text(min_size=1) | st.integers(0, 30), min_size=1, max_size=4))
    def test_every_place_has_its_pointer(self, keys: list[str | int]) -> None:
        """Whatever the keys are, dots, brackets and quotation marks too."""
        keys = ["root", *keys]
        document: Any = "here"
        for key in reversed(keys):
            document = [None] * key + [document] if isinstance(key, int) else {key: document}
        assert resolved(document, pointer_of(path_of(tuple(keys)))) == "here"

    def test_an_odd_name_is_quoted_in_its_path(self) -> None:
        """A key with a dot does not read as two."""
        with pytest.raises(InvalidCase) as caught:
            assess(Case.model_validate({**NAMED, "flags": {"a.b": True}}), POLICY, as_of=DAY)
        assert caught.value.faults[0].path == 'flags["a.b"]'
        assert under("flags", "eligible") == "flags.eligible"


def resolved(document: Any, pointer: str) -> Any:
    """What stands at a JSON Pointer."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document
