"""What a record holds, and which documents are no record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit.forging import document, example, sha256, signed
from listing_rewards import Case, ListingRewardsError, assess, load_policy, record, verify
from listing_rewards.audit.records import DEEPEST, Record
from listing_rewards.errors import InvalidRecord
from listing_rewards.version import __version__

TEXT = json.dumps(document(), ensure_ascii=False, separators=(",", ":"))


def refused(given: Any) -> ListingRewardsError:
    """The error with which this is refused, its sentences said in both languages."""
    with pytest.raises(InvalidRecord) as caught:
        verify(given)
    assert caught.value.explain("en")
    assert caught.value.explain("zh")
    return caught.value


def codes(given: Any) -> list[str]:
    """The codes of what is wrong."""
    return [each.code for each in refused(given).faults]


def nested(depth: int) -> object:
    """Lists in one another."""
    inner: object = "1"
    for _ in range(depth):
        inner = [inner]
    return inner


class TestWhatARecordHolds:
    """Everything that is needed to compute the answer afresh, and the answer."""

    def test_its_parts(self) -> None:
        """Form, version, day, case and policy in full, the result without them, the digests."""
        answer = example("02-over-the-cap-after-payments")
        kept = json.loads(record(answer).model_dump_json())
        assert [*kept] == [
            "schema_version", "version", "as_of", "case", "policy", "result", "digests",
        ]  # fmt: skip
        assert (kept["schema_version"], kept["version"]) == (1, __version__)
        assert kept["as_of"] == "2025-12-31"
        whole = json.loads(answer.model_dump_json())
        assert kept["case"] == whole["case"]
        assert kept["policy"] == whole["policy"]
        beside = {"case", "policy", "as_of", "version"}
        assert kept["result"] == {k: v for k, v in whole.items() if k not in beside}
        assert kept["result"]["payable"] == "4400000.00"

    def test_digests_by_hand(self) -> None:
        """SHA-256 of case, of policy, and of the whole without its own digest."""
        kept = document()
        digests = kept["digests"]
        assert digests["case"] == sha256(kept["case"])
        assert digests["policy"] == sha256(kept["policy"])
        own = digests.pop("record")
        assert own == sha256(kept)

    def test_what_is_not_shared_cannot_change_it(self) -> None:
        """A record has its own copy of what it was read from."""
        read = document()
        kept = Record.model_validate(read)
        read["case"]["enterprise"]["name"] = "示例假公司"
        read["result"]["payable"] = "1.00"
        assert verify(kept).identical

    def test_only_an_assessment_is_recorded(self) -> None:
        """Anything else is refused in words."""
        with pytest.raises(InvalidRecord, match="'dict' is not an Assessment"):
            record({})  # type: ignore[arg-type]


class TestWhatIsRefused:
    """Each in one clear sentence, in both languages, and never a traceback."""

    @pytest.mark.parametrize("given", [5, None, [], 1.5, object(), Path("record.json")])
    def test_what_is_no_document(self, given: object) -> None:
        """Neither a record nor text nor a dict."""
        assert codes(given) == ["not_a_record"]

    @pytest.mark.parametrize("text", ["", "{", "nul", TEXT[:-1], TEXT + "}", b"\xff", "[" * 9999])
    def test_what_is_no_json(self, text: str | bytes) -> None:
        """Cut short, with something behind it, not UTF-8, nested without end."""
        assert codes(text) == ["bad_json"]

    @pytest.mark.parametrize("text", ["[]", "null", "1", '"{}"'])
    def test_what_is_no_object(self, text: str) -> None:
        """JSON, but no object."""
        assert codes(text) == ["not_an_object"]

    @pytest.mark.parametrize("key", [*document()])
    def test_a_missing_part(self, key: str) -> None:
        """Told with its name."""
        kept = document()
        del kept[key]
        assert [(each.code, each.path) for each in refused(kept).faults] == [("missing", key)]

    def test_a_part_too_many(self) -> None:
        """Nothing stands in a record that nobody signs for."""
        assert codes(document() | {"remark": "approved"}) == ["unknown_key"]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('"schema_version":1', '"schema_version":1,"schema_version":1'),
            ('"result":{', '"result":{"payable":"9.00",'),
            ('"enterprise":{', '"enterprise":{"name":"示例假公司",'),
            ('"digests":{', '"digests":{"case":"",'),
        ],
    )
    def test_a_key_written_twice(self, old: str, new: str) -> None:
        """Other readers take the last, or the first; here neither."""
        assert TEXT.count(old) >= 1
        assert codes(TEXT.replace(old, new, 1)) == ["duplicate_key"]
        with pytest.raises(InvalidRecord):
            Record.model_validate_json(TEXT.replace(old, new, 1))

    @pytest.mark.parametrize(
        ("number", "code"),
        [("4400000.00", "float_amount"), ("44e5", "float_amount"), ("NaN", "not_finite"),
         ("-Infinity", "not_finite"), ("1e999", "not_finite")],
    )  # fmt: skip
    def test_a_number_that_is_not_exact(self, number: str, code: str) -> None:
        """Wherever it stands, with its place."""
        fault = refused(TEXT.replace('"payable":"4400000.00"', f'"payable":{number}', 1)).faults[0]
        assert (fault.code, fault.path) == (code, "result.payable")
        inner = document()
        inner["policy"]["awards"][0]["amount"] = {"fixed": [{"x": float(number)}]}
        assert refused(inner).faults[0].path == "policy.awards[0].amount.fixed[0].x"

    def test_half_a_letter(self) -> None:
        """What has no UTF-8 has no digest."""
        assert codes(TEXT.replace("示例", "\\ud800", 1)) == ["lone_surrogate"]
        kept = document()
        kept["case"]["enterprise"]["name"] = "\ud800"
        assert codes(kept) == ["lone_surrogate"]
        kept = document()
        kept["case"]["\udfff"] = "x"
        assert codes(kept) == ["lone_surrogate"]
        assert verify(TEXT.replace("示", "\\u793a")).identical

    def test_too_deep(self) -> None:
        """So that nothing runs out of room."""
        kept = document()
        kept["case"]["figures"] = nested(DEEPEST)
        assert codes(kept) == ["nested_too_deeply"]
        kept["case"]["figures"] = nested(100_000)
        assert codes(kept) == ["nested_too_deeply"]

    @pytest.mark.parametrize("form", [2, 3, 10**30])
    def test_a_later_form(self, form: int) -> None:
        """A record of a later form is reported as one, whatever else it has."""
        later = {"schema_version": form, "signature": "…"}
        assert codes(later) == ["newer_record"]
        assert "a later version of the library" in str(refused(later))

    @pytest.mark.parametrize("form", [0, -1, True, "1", None, [], 1.0])
    def test_no_form_at_all(self, form: object) -> None:
        """One is the only form there is."""
        assert refused(document() | {"schema_version": form}).faults[0].path == "schema_version"

    @pytest.mark.parametrize("day", ["20251231", "2025-12-31T00:00:00", "2025-2-3", 1767139200])
    def test_the_day_in_another_form(self, day: object) -> None:
        """A day is written in one way."""
        assert refused(document() | {"as_of": day}).faults[0].path == "as_of"

    def test_a_policy_that_cannot_be_read(self) -> None:
        """Rightly signed, and yet no policy: reported with the place in the policy."""
        kept = document()
        kept["policy"]["awards"] = [{"id": "x"}]
        assert all(
            each.path.startswith("policy.awards[0]") for each in refused(signed(kept)).faults
        )

    def test_a_case_that_does_not_fit(self) -> None:
        """Rightly signed, and yet not a case of this policy: the place in the case is named."""
        kept = document()
        kept["case"]["events"] = [{"kind": "neeq_lsted", "on": "2024-01-01"}]
        fault = refused(signed(kept)).faults[0]
        assert (fault.code, fault.path) == ("unknown_event", "case.events[0].kind")


def test_every_shipped_policy() -> None:
    """An enterprise of which only the name is known."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    for name in ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"):
        answer = assess(case, load_policy(name), as_of=date(2024, 2, 29))
        assert verify(record(answer)).identical
