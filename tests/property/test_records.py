"""A record proves that its result follows from its case and policy; whatever is altered is found.

An auditor who holds a record need not trust whoever keeps it: one digit more in an amount, a
payment left out, a clause reworded, and the record is no longer what `assess` says.
"""

import json
from typing import Any

from audit.forging import at, leaves, put, signed
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import ListingRewardsError, record, verify
from listing_rewards.audit.records import Record
from property.small_policies import answer_for, policy_of
from property.strategies import questions
from property.values import Question

UNTOLD = ("amount_checks",)
AMOUNTS = {"payable", "payable_at_most", "entitled", "paid", "overpaid", "withheld"}
ANYTHING: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 10**30, "", " ", "x", "0", "-1", "1e400", "NaN", "9" * 50),
    *([], {}, [[]], {"a": []}, "2024-02-30", "0001-01-01", "100%", "3000万元", "示例", "c"),
)
OTHER_TEXT = "0123456789abcdefghijklmnopqrstuvwxyz"


def altered(text: str, position: int, choice: int) -> str:
    """The text with one letter or digit replaced by another: a digit by a digit."""
    old = text[position]
    others = [each for each in (OTHER_TEXT[:10] if old.isdigit() else OTHER_TEXT) if each != old]
    return text[:position] + others[choice % len(others)] + text[position + 1 :]


def found(text: str) -> bool:
    """Whether it is seen that this is no honest record: refused, or not identical."""
    try:
        return not verify(text).identical
    except ListingRewardsError as error:
        return bool(error.explain("en") and error.explain("zh"))


def said(document: dict[str, Any]) -> str:
    """What is reported of a document, whatever it is."""
    try:
        return verify(document).explain("zh")
    except ListingRewardsError as error:
        return error.explain("zh")


def other_scalar(value: object) -> object:
    """Something else of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return f"{value}1" if isinstance(value, str) else "1"


def is_amount(place: tuple[int | str, ...]) -> bool:
    """Whether an amount of the answer, of a line or of a group stands at this place."""
    inner = place[2:] if place[0] in {"lines", "groups"} else place
    return bool(inner) and inner[0] in AMOUNTS


class TestRecords:
    """What an honest record is, and what becomes of any other."""

    @given(questions())
    def test_no_honest_record_is_refused(self, question: Question) -> None:
        """As a model, as a dict and as text; and what is computed afresh is the answer itself."""
        answer = question.answer()
        kept = record(answer)
        text = kept.model_dump_json()
        spaced = json.dumps(json.loads(text), indent=2)
        for form in (kept, text, text.encode(), json.loads(text), spaced):
            verification = verify(form)
            assert verification.identical
            assert (verification.difference, verification.altered) == (None, ())
            assert verification.assessment == answer

    @given(questions())
    def test_the_same_answer_gives_the_same_bytes(self, question: Question) -> None:
        """Written, read and written again; and the order of keys is no part of what is signed."""
        text = record(question.answer()).model_dump_json()
        assert record(question.answer()).model_dump_json() == text
        assert Record.model_validate_json(text).model_dump_json() == text
        assert verify(json.dumps(json.loads(text), sort_keys=True)).identical

    @given(questions())
    def test_the_digests_need_no_library(self, question: Question) -> None:
        """They are what Python's json and hashlib alone make of the parts."""
        document = json.loads(record(question.answer()).model_dump_json())
        assert signed(document) == document

    @given(
        questions(), st.lists(st.tuples(st.integers(0), st.integers(0)), min_size=11, max_size=15)
    )
    def test_any_altered_digit_or_letter_is_found(
        self, question: Question, alterations: list[tuple[int, int]]
    ) -> None:
        """Wherever it stands: in an amount, a day, a name, a clause, a key or a digest."""
        text = record(question.answer()).model_dump_json()
        positions = [i for i, letter in enumerate(text) if letter.isalnum()]
        for where, choice in alterations:
            assert found(altered(text, positions[where % len(positions)], choice))

    def test_every_single_digit(self) -> None:
        """Each digit of a small record in turn, from the form at its head to the last digest."""
        answer = answer_for(policy_of({"rate": "2%", "of": "part"}), figures={"part": "1250.25"})
        text = record(answer).model_dump_json()
        digits = [i for i, letter in enumerate(text) if letter.isdigit()]
        assert len(digits) > 300
        assert [i for i in digits if not found(altered(text, i, i))] == []

    @given(questions(), st.data())
    def test_a_forged_result_is_found_where_it_was_forged(
        self, question: Question, data: st.DataObject
    ) -> None:
        """Though every digest is made again: the place is named, with both values."""
        document: dict[str, Any] = json.loads(record(question.answer()).model_dump_json())
        place = data.draw(st.sampled_from(list(leaves(document["result"]))))
        right = at(document["result"], place)
        put(document["result"], place, other_scalar(right))
        verification = verify(signed(document))
        assert verification.outcome == "different"
        assert verification.altered == ()
        difference = verification.difference
        assert difference is not None
        assert difference.path == path("result", *place)
        assert difference.stated == json.dumps(other_scalar(right), ensure_ascii=False)
        assert difference.computed == json.dumps(right, ensure_ascii=False)
        assert verification.explain("en")
        assert verification.explain("zh")

    @given(questions(), st.data())
    def test_whatever_is_signed_is_answered_in_words(
        self, question: Question, data: st.DataObject
    ) -> None:
        """Anything in the place of a fact or a word of the policy: an outcome, or sentences."""
        document: dict[str, Any] = json.loads(record(question.answer()).model_dump_json())
        part = data.draw(st.sampled_from(["case", "policy"]))
        place = data.draw(st.sampled_from(list(leaves(document[part]))))
        old = at(document[part], place)
        put(
            document[part], place, data.draw(st.sampled_from(ANYTHING) | st.just(other_scalar(old)))
        )
        assert said(signed(document))

    @given(questions(), st.data())
    def test_a_line_is_told_by_its_award(self, question: Question, data: st.DataObject) -> None:
        """Left out, repeated or moved, the version as it is or another: it is that line."""
        document: dict[str, Any] = json.loads(record(question.answer()).model_dump_json())
        document["version"] = data.draw(st.sampled_from([document["version"], "0.3.0", "9.9.9"]))
        lines = document["result"]["lines"]
        number, place = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        line, what = lines[number], data.draw(st.sampled_from(["left out", "repeated", "moved"]))
        if what != "repeated":
            del lines[number]
        if what != "left out":
            lines.insert(place, line)
        verification = verify(signed(document))
        if what == "moved" and number == place:
            assert verification.outcome != "different"
            return
        assert verification.outcome == "different"
        difference = verification.difference
        assert difference is not None
        if what == "moved":
            assert difference.path == path("result", "lines", min(number, place), "award")
        else:
            assert difference.award == line["award"]
            assert (difference.stated is None) == (what == "left out")
            assert (difference.computed is None) == (what == "repeated")
        assert verification.explain("zh")

    @given(questions())
    def test_facts_left_out_are_found_where_they_mattered(self, question: Question) -> None:
        """The case emptied, all digests made again: the old result no longer follows from it."""
        answer = question.answer()
        document = json.loads(record(answer).model_dump_json())
        emptied = question.stating(events=(), payments=(), figures={}, flags={}, absent=())
        document["case"] = json.loads(emptied.case.model_dump_json())
        same = record(emptied.answer()).result == record(answer).result
        assert verify(signed(document)).outcome == ("identical" if same else "different")

    @given(questions(), st.data())
    def test_another_version_is_held_to_its_amounts(
        self, question: Question, data: st.DataObject
    ) -> None:
        """Steps may be reported otherwise and checks of amounts be missing; no amount may differ.

        And none may stand without the steps and checks that are computed.
        """
        document: dict[str, Any] = json.loads(record(question.answer()).model_dump_json())
        document["version"] = "0.3.0"
        for line in document["result"]["lines"]:
            for name in data.draw(st.sets(st.sampled_from(UNTOLD))):
                line.pop(name, None)
            if len(line["steps"]) > 1 and data.draw(st.booleans()):
                line["steps"].pop()
        assert verify(signed(document)).outcome == "same_amounts"
        number = data.draw(st.integers(0, len(document["result"]["lines"]) - 1))
        line = document["result"]["lines"][number]
        part = data.draw(st.sampled_from([name for name in ("checks", "steps") if line[name]]))
        kept, line[part] = line[part], []
        left_out = verify(signed(document)).difference
        assert left_out is not None
        assert left_out.path == path("result", "lines", number, part)
        line[part] = kept
        amounts = [each for each in leaves(document["result"]) if is_amount(each)]
        place = data.draw(st.sampled_from(amounts))
        put(document["result"], place, other_scalar(at(document["result"], place)))
        verification = verify(signed(document))
        assert verification.outcome == "different"
        assert verification.difference is not None
        if place[0] == "lines":
            assert verification.difference.path.startswith(path("result", *place[:2]))


def path(*place: int | str) -> str:
    """A place as a difference names it."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)[1:]
