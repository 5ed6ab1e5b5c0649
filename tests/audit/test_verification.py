"""What verifying finds: where a record differs, what was altered, and what another version says."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from audit.forging import RECORDS, at, document, put, signed
from listing_rewards import Assessment, Case, Policy, assess, verify
from listing_rewards.audit import verification
from listing_rewards.audit.records import Record
from listing_rewards.audit.verification import Verification
from listing_rewards.errors import InvalidRecord
from listing_rewards.policy.source import Ground
from listing_rewards.version import __version__

REGIONAL = 5
"""The line of the reward for financing on the regional equity market."""
LEAST = ("result", "lines", REGIONAL, "steps", 1, "result", "at_least")
OLD = [
    pytest.param(line, id=f"{path.stem}-{number}")
    for path in sorted(RECORDS.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
]


def financed() -> dict[str, Any]:
    """The record of 3,000,000 yuan of regional financing: 2% are 60,000."""
    return document("03-regional-below")


def verified(kept: dict[str, Any], *changes: tuple[tuple[int | str, ...], object]) -> Verification:
    """What comes of a record with these things put in it, its digests left as they are."""
    for place, new in changes:
        put(kept, place, new)
    return verify(kept)


class TestDifferences:
    """Every digest made again by the forger: the first step that differs is named."""

    def test_one_fen_in_a_step(self) -> None:
        """With the award, the step, both values, and the clause it rests on."""
        kept = financed()
        assert at(kept, LEAST) == "60000.00"
        put(kept, LEAST, "60000.01")
        found = verify(signed(kept))
        assert (found.outcome, found.identical, found.altered) == ("different", False, ())
        difference = found.difference
        assert difference is not None
        assert difference.path == "result.lines[5].steps[1].result.at_least"
        assert (difference.stated, difference.computed) == ('"60000.01"', '"60000.00"')
        assert (difference.award, difference.step, difference.check) == (
            "regional_financing", 1, None,
        )  # fmt: skip
        assert difference.operation == "rate"
        assert difference.ground == Ground(clause="task-10")

    def test_the_first_step_and_not_the_total(self) -> None:
        """A forger who carries the fen on to the total is told where it began."""
        kept = financed()
        text = json.dumps(kept["result"]).replace('"60000.00"', '"60000.01"')
        kept["result"] = json.loads(text)
        difference = verify(signed(kept)).difference
        assert difference is not None
        assert (difference.award, difference.step) == ("regional_financing", 1)

    def test_only_the_total(self) -> None:
        """Where every line is right, the total is named, of no award."""
        kept = financed()
        put(kept, ("result", "payable"), "600000.00")
        difference = verify(signed(kept)).difference
        assert difference is not None
        assert (difference.path, difference.award) == ("result.payable", None)

    def test_a_check(self) -> None:
        """A check that is said to be met."""
        kept = document("07-one-day-short")
        line = next(
            n for n, each in enumerate(kept["result"]["lines"]) if each["status"] == "refused"
        )
        check = next(
            n
            for n, each in enumerate(kept["result"]["lines"][line]["checks"])
            if each["truth"] == "not_met"
        )
        place = ("result", "lines", line, "checks", check, "truth")
        put(kept, place, "met")
        found = verify(signed(kept))
        assert found.difference is not None
        assert (found.difference.check, found.difference.step) == (check, None)
        assert found.difference.stated == '"met"'
        assert "[not met]" in found.explain("en")
        assert "[不符合]" in found.explain("zh")

    @pytest.mark.parametrize("part", ["lines", "groups", "notices", "assumptions"])
    def test_something_left_out(self, part: str) -> None:
        """A line, a group, a notice or an assumption fewer."""
        kept = document()
        last = len(kept["result"][part]) - 1
        del kept["result"][part][last]
        difference = verify(signed(kept)).difference
        assert difference is not None
        assert (difference.path, difference.stated) == (f"result.{part}[{last}]", None)
        assert difference.computed is not None

    def test_something_more(self) -> None:
        """A step more, at the end of a line, and a key that no result has."""
        kept = document()
        steps = kept["result"]["lines"][0]["steps"]
        steps.append(steps[-1])
        difference = verify(signed(kept)).difference
        assert difference is not None
        assert difference.path == f"result.lines[0].steps[{len(steps) - 1}]"
        assert (difference.award, difference.step) == ("neeq_listed", None)
        assert difference.computed is None
        kept = document()
        kept["result"]["approved_by"] = "示例局"
        difference = verify(signed(kept)).difference
        assert difference is not None
        assert (difference.path, difference.computed) == ("result.approved_by", None)

    @pytest.mark.parametrize(
        ("place", "new"),
        [
            (("determined",), 1),
            (("determined",), "true"),
            (("lines", 0, "steps", 1, "of", 0), False),
        ],
    )
    def test_yes_is_not_one(self, place: tuple[int | str, ...], new: object) -> None:
        """Python holds true and 1 to be equal; a record does not."""
        kept = document()
        put(kept, ("result", *place), new)
        assert verify(signed(kept)).outcome == "different"

    def test_a_result_that_is_none(self) -> None:
        """An empty result, or one of other things, differs."""
        results: list[dict[str, Any]] = [{}, {"lines": "none"}, {"lines": [1]}, {"lines": {}}]
        for result in results:
            assert verify(signed(document() | {"result": result})).outcome == "different"

    def test_a_payment_left_out(self) -> None:
        """What was paid before, taken out of the case: it would be paid once more."""
        kept = document()
        assert kept["case"]["payments"]
        kept["case"]["payments"] = []
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.assessment is not None
        assert str(found.assessment.payable) == "9000000.00"

    def test_case_and_result_changed_together(self) -> None:
        """Facts, result and digests of another case are a record of that case: nothing shows."""
        kept, other = document(), document("01-full-ladder")
        kept |= {"case": other["case"], "result": other["result"]}
        assert verify(signed(kept)).identical


class TestAlterations:
    """A digest that does not hold comes before everything else, and hides nothing."""

    def test_the_result(self) -> None:
        """Altered, and the first difference is told all the same."""
        found = verified(financed(), (LEAST, "60000.01"))
        assert (found.outcome, found.altered) == ("altered", ("record",))
        assert found.difference is not None
        assert found.difference.step == 1

    @pytest.mark.parametrize(
        ("place", "new", "altered"),
        [
            (("case", "enterprise", "name"), "示例假公司", ("case", "record")),
            (("policy", "document", "issuer", "en"), "nobody", ("policy", "record")),
            (("version",), "0.2.1", ("record",)),
            (("as_of",), "2026-01-01", ("record",)),
            (("digests", "case"), "0" * 64, ("case", "record")),
            (("digests", "policy"), "", ("policy", "record")),
            (("digests", "record"), "0" * 64, ("record",)),
        ],
    )
    def test_what_changes_no_amount(
        self, place: tuple[int | str, ...], new: object, altered: tuple[str, ...]
    ) -> None:
        """A name, an issuer, the version, the day, a digest: altered is altered."""
        found = verified(document("01-full-ladder"), (place, new))
        assert (found.outcome, found.altered) == ("altered", altered)

    def test_a_digest_in_capitals(self) -> None:
        """It is not what was written."""
        kept = document()
        digest = kept["digests"]["record"]
        assert digest.upper() != digest
        assert verified(kept, (("digests", "record"), digest.upper())).outcome == "altered"

    def test_what_can_no_longer_be_computed(self) -> None:
        """An amount that is none any more: altered, and why nothing can be computed."""
        found = verified(financed(), (("case", "events", 0, "amount"), "3x00000.00"))
        assert (found.outcome, found.altered) == ("altered", ("case", "record"))
        assert [each.path for each in found.faults] == ["case.events[0].amount"]
        assert found.assessment is None
        assert found.difference is None

    @pytest.mark.parametrize("who", [None, "x", {}, {"name": 5}])
    def test_nobody_named(self, who: object) -> None:
        """Where no name can be read, the text says so."""
        found = verified(financed(), (("case", "enterprise"), who))
        assert found.enterprise == ""
        assert "an enterprise that is not named" in found.explain("en")

    def test_a_record_altered_in_memory(self) -> None:
        """The parts of a record are plain dicts; what is put into them is found, or refused."""
        kept = Record.model_validate(document())
        kept.result["payable"] = "1.00"
        assert verify(kept).outcome == "altered"
        kept.result["payable"] = 1.5
        with pytest.raises(InvalidRecord, match="floating-point"):
            verify(kept)


class TestOtherVersions:
    """A record of another version is read as it was written, and held to its amounts."""

    @pytest.mark.parametrize("line", OLD)
    def test_records_kept_from_before(self, line: str) -> None:
        """As versions 0.1.0 and 0.2.0 wrote their answers."""
        found = verify(line)
        same = found.record.version == __version__
        assert found.outcome == ("identical" if same else "same_amounts")
        assert found.altered == ()
        assert found.record.model_dump_json() == line

    @pytest.mark.parametrize("line", OLD)
    def test_an_altered_one_of_before(self, line: str) -> None:
        """The first amount of its result with another digit: altered; signed again: different."""
        kept = json.loads(line)
        least = kept["result"]["lines"][0]["entitled"]["at_least"]
        put(kept, ("result", "lines", 0, "entitled", "at_least"), f"1{least}")
        assert verify(kept).outcome == "altered"
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None
        assert found.difference.award == kept["policy"]["awards"][0]["id"]

    @pytest.mark.parametrize("name", ["payable", "payable_at_most", "entitled", "paid", "overpaid"])
    def test_an_amount_that_every_version_tells(self, name: str) -> None:
        """It may not be missing, whatever version is claimed."""
        kept = document() | {"version": "0.0.1"}
        del kept["result"][name]
        assert verify(signed(kept)).outcome == "different"
        kept = document() | {"version": "0.0.1"}
        if name != "payable_at_most":
            del kept["result"]["lines"][0][name]
            assert verify(signed(kept)).outcome == "different"

    def test_claiming_another_version_hides_nothing(self) -> None:
        """The step in which the amounts of a line begin to differ is told."""
        kept = financed() | {"version": "9.9.9"}
        text = json.dumps(kept["result"]).replace('"60000.00"', '"60000.01"')
        kept["result"] = json.loads(text)
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None
        assert (found.difference.award, found.difference.step) == ("regional_financing", 1)

    def test_a_status_is_held_to(self) -> None:
        """Refused for granted, with the same amounts."""
        kept = document("17-not-eligible") | {"version": "9.9.9"}
        put(kept, ("result", "lines", 0, "status"), "no_room")
        assert verify(signed(kept)).outcome == "different"

    def test_the_same_in_every_step(self) -> None:
        """Another version is told as another even where nothing at all differs."""
        found = verify(signed(document() | {"version": "9.9.9"}))
        assert (found.outcome, found.difference) == ("same_amounts", None)
        assert not found.identical


class TestWords:
    """The text says outcome, enterprise and amount, and then what differs."""

    def test_identical(self) -> None:
        """One line."""
        found = verify(financed())
        assert found.explain() == "identical: 示例丙生物科技有限公司, payable 60,000.00 yuan"
        assert found.explain("zh") == "一致：示例丙生物科技有限公司，应付 60,000.00元"

    def test_a_step(self) -> None:
        """Both values, then the step in words with its clause."""
        kept = financed()
        text = json.dumps(kept["result"]).replace('"60000.00"', '"60000.01"')
        kept["result"] = json.loads(text)
        assert verify(signed(kept)).explain().splitlines() == [
            "DIFFERENT: 示例丙生物科技有限公司",
            'the record has "60000.01" payable, computed afresh: "60000.00"',
            'result.lines[5].steps[1].result.at_least: the record has "60000.01", '
            'computed afresh: "60000.00"',
            'step 2 of "Reward for financing on the regional equity market", computed afresh: '
            "2% of it: 60,000.00 yuan [item 6, task 10]",
        ]
        assert verify(signed(kept)).explain("zh").splitlines()[-1] == (
            "“区域性股权市场融资奖励”第 2 步，重新计算为：其 2%：60,000.00元〔工作事项6，任务10〕"
        )

    def test_an_alteration(self) -> None:
        """Which part, and what follows from what it now says."""
        kept = financed()
        put(kept, ("case", "enterprise", "name"), "示例假公司")
        assert verify(kept).explain().splitlines() == [
            "ALTERED: 示例假公司, payable 60,000.00 yuan",
            "the case is not as it was written: its digest does not hold",
            "computed afresh from what it now says, nothing in its result differs",
        ]

    def test_a_total_that_is_missing(self) -> None:
        """Nothing is said to stand there."""
        kept = financed()
        del kept["result"]["payable"]
        assert 'the record has nothing to "60000.00" payable' in verify(kept).explain()

    def test_a_long_value_is_cut(self) -> None:
        """A whole line that is missing would fill the screen."""
        kept = financed()
        del kept["result"]["lines"][5]
        assert all(len(line) < 250 for line in verify(signed(kept)).explain().splitlines())


def test_the_answer_is_asked_for_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """If `assess` saw no events, every record of an enterprise with events would show it."""

    def blind(case: Case, policy: Policy, *, as_of: date) -> Assessment:
        return assess(case.model_copy(update={"events": ()}), policy, as_of=as_of)

    monkeypatch.setattr(verification, "assess", blind)
    assert verify(financed()).outcome == "different"
