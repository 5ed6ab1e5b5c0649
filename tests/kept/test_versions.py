"""What earlier versions wrote is read, verified, or refused with what to do."""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from audit.forging import signed

from listing_rewards import (
    Assessment,
    Case,
    InvalidCase,
    InvalidPolicy,
    InvalidRecord,
    Policy,
    assess,
    load_policy,
    record,
    verify,
)
from listing_rewards.audit.records import RELEASED

FOLDER = Path(__file__).parent
LATER = "99.0.0"
BEFORE_RECORDS = {"0.1.0", "0.2.0"}
NEVER_READ = {"0.1.0"}
"""The versions whose answers no later one reads: it lacks what is withheld."""


@pytest.fixture(autouse=True)
def _a_later_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """This program, as a version after all of these."""
    for name in ("engines.exact.assess", "audit.records", "audit.verification", "schema_version"):
        monkeypatch.setattr(sys.modules[f"listing_rewards.{name}"], "__version__", LATER)


def lines(version: str, what: str) -> list[str]:
    """What a version wrote of one kind; nothing where it knew no such thing."""
    path = FOLDER / version / f"{what}.jsonl.xz"
    return lzma.decompress(path.read_bytes()).decode().splitlines() if path.exists() else []


def kept(what: str, versions: Iterator[str] | tuple[str, ...] = RELEASED) -> list[Any]:
    """What all of some versions wrote of one kind, each with its version."""
    return [
        pytest.param(line, id=f"{version}-{number}")
        for version in versions
        for number, line in enumerate(lines(version, what))
    ]


def computed(answer: dict[str, Any]) -> Assessment:
    """An answer from the case and policy in it, as the sentence says."""
    case, policy = Case.model_validate(answer["case"]), Policy.model_validate(answer["policy"])
    return assess(case, policy, as_of=date.fromisoformat(answer["as_of"]))


def ends(answer: dict[str, Any]) -> tuple[Decimal, Decimal | None]:
    """What is payable."""
    most = answer["payable_at_most"]
    return Decimal(answer["payable"]), most and Decimal(most)


def test_every_released_version_is_kept() -> None:
    """A version that is released leaves a folder here."""
    assert {each.name for each in FOLDER.iterdir() if each.name[0].isdigit()} == set(RELEASED)
    for version in RELEASED:
        for what in ("cases", "policies", "answers"):
            assert lines(version, what)
        assert bool(lines(version, "records")) == (version not in BEFORE_RECORDS)


@pytest.mark.parametrize("line", kept("cases"))
def test_cases(line: str) -> None:
    """Read, each with all that it states."""
    case = Case.model_validate_json(line)
    nothing: dict[str, Any] = {"attributes": {}, "approved": {}, "applied": {}}
    assert case.model_dump(mode="json") == nothing | json.loads(line)


@pytest.mark.parametrize("line", kept("policies"))
def test_policies(line: str) -> None:
    """Read; what is written of one is read as the same."""
    policy = Policy.model_validate_json(line)
    assert Policy.model_validate_json(policy.model_dump_json()) == policy
    assert {each.id for each in policy.awards} == {x["id"] for x in json.loads(line)["awards"]}


@pytest.mark.parametrize(
    "line", kept("answers", tuple(each for each in RELEASED if each not in NEVER_READ))
)
def test_answers(line: str) -> None:
    """Read with the amounts that were written, which are computed anew."""
    stated = json.loads(line)
    answer = Assessment.model_validate_json(line)
    assert (answer.payable, answer.payable_at_most) == ends(stated)
    assert [str(each.payable.at_least) for each in answer.lines] == [
        each["payable"]["at_least"] for each in stated["lines"]
    ]
    afresh = computed(stated)
    assert (afresh.payable, afresh.payable_at_most) == ends(stated)


@pytest.mark.parametrize("line", kept("answers", tuple(NEVER_READ)))
def test_answers_that_are_not_read(line: str) -> None:
    """One sentence that says what to do; done, it gives the same amounts."""
    with pytest.raises(InvalidCase) as caught:
        Assessment.model_validate_json(line)
    (wrong,) = caught.value.faults
    assert (wrong.code, wrong.given) == ("answer_of_another_version", "0.1.0")
    for lang, needed in (("en", "ask assess again"), ("zh", "重新调用 assess")):
        said = caught.value.explain(lang)  # type: ignore[arg-type]
        assert needed in said
        assert "record(...)" in said
    stated = json.loads(line)
    afresh = computed(stated)
    assert (afresh.payable, afresh.payable_at_most) == ends(stated)


@pytest.mark.parametrize("line", kept("records"))
def test_records(line: str) -> None:
    """Verified: not altered, and the same amounts are computed."""
    found = verify(line)
    assert (found.outcome, found.altered) == ("same_amounts", ())
    assert found.record.model_dump_json() == line


class TestDocuments:
    """Policies as they were written in TOML."""

    def test_one_that_is_still_read(self) -> None:
        """Of the first version: loaded as it is."""
        assert load_policy(FOLDER / "documents" / "0.1.0-my-stages.toml").awards

    def test_one_with_a_bare_number(self, tmp_path: Path) -> None:
        """Refused with what to write; written, it is loaded."""
        written = (FOLDER / "documents" / "0.2.0-qingdao.toml").read_text(encoding="utf-8")
        path = tmp_path / "qingdao.toml"
        path.write_text(written, encoding="utf-8")
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        (wrong,) = caught.value.faults
        assert (wrong.code, wrong.path) == ("no_unit_written", "rounding.unit")
        assert '"0.01元"' in wrong.sentence("en")
        path.write_text(written.replace('unit = "0.01"', 'unit = "0.01元"'), encoding="utf-8")
        assert load_policy(path).awards


class TestALaterForm:
    """What a later version writes in another form is reported as that, and nothing else of it."""

    def test_of_a_case(self) -> None:
        """Its form is 1, said or not."""
        plain = {"enterprise": {"name": "示例甲公司"}}
        assert Case.model_validate({"schema_version": 1, **plain}) == Case.model_validate(plain)
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate({"schema_version": 2, "who": "示例甲公司"})
        (wrong,) = caught.value.faults
        assert (wrong.code, wrong.given, wrong.path) == ("newer_form", "2", "schema_version")
        assert "a later version" in wrong.sentence("en")
        assert "更新的程序版本" in wrong.sentence("zh")

    @pytest.mark.parametrize("form", [0, -1, True, "1", None, 1.0, []])
    def test_no_form(self, form: object) -> None:
        """Anything but a whole number from 1 on."""
        with pytest.raises(InvalidCase) as caught:
            Case.model_validate({"schema_version": form, "enterprise": {"name": "示例甲公司"}})
        assert [each.code for each in caught.value.faults] == ["no_form"]

    def test_of_a_policy(self, tmp_path: Path) -> None:
        """In JSON and in TOML, before anything else that is wrong with it."""
        with pytest.raises(InvalidPolicy) as caught:
            Policy.model_validate({"schema_version": 2, "grants": []})
        assert [each.code for each in caught.value.faults] == ["newer_form"]
        own = FOLDER / "documents" / "0.1.0-my-stages.toml"
        path = tmp_path / "mine.toml"
        path.write_text(f"schema_version = 1\n{own.read_text(encoding='utf-8')}", encoding="utf-8")
        assert load_policy(path) == load_policy(own)
        path.write_text('schema_version = 2\nextends = "x"\ngrants = 5\n', encoding="utf-8")
        with pytest.raises(InvalidPolicy) as caught:
            load_policy(path)
        assert [each.code for each in caught.value.faults] == ["newer_form"]

    def test_of_an_answer(self) -> None:
        """One of a later form, and one of a later version with more in it."""
        stated = json.loads(lines("0.4.0", "answers")[0])
        said = Assessment.model_validate({"schema_version": 1, **stated})
        assert said == Assessment.model_validate(stated)
        with pytest.raises(InvalidCase) as caught:
            Assessment.model_validate({"schema_version": 2, **stated})
        assert [each.code for each in caught.value.faults] == ["newer_form"]
        with pytest.raises(InvalidCase) as caught:
            Assessment.model_validate({**stated, "version": "100.0.0", "weather": "fine"})
        (wrong,) = caught.value.faults
        assert wrong.code == "answer_of_another_version"
        assert "weather" in wrong.sentence("en")

    def test_an_answer_of_this_version(self) -> None:
        """What is wrong with it is reported as it is."""
        stated = json.loads(lines("0.4.0", "answers")[0]) | {"version": LATER}
        del stated["withheld"]
        with pytest.raises(InvalidCase) as caught:
            Assessment.model_validate(stated)
        assert [(each.code, each.path) for each in caught.value.faults] == [("missing", "withheld")]

    def test_of_a_record(self) -> None:
        """Rightly signed by a later version, with a construct that is not known here."""
        answer = computed(json.loads(lines("0.4.0", "answers")[0]))
        later = json.loads(record(answer).model_dump_json()) | {"version": "100.0.0"}
        later["policy"]["lottery"] = {}
        with pytest.raises(InvalidRecord) as caught:
            verify(signed(later))
        assert [each.code for each in caught.value.faults] == [
            "record_of_later_version", "unknown_key",
        ]  # fmt: skip
        assert "verify it with version '100.0.0'" in str(caught.value)
