"""What verifying finds: where a record differs, what was altered, and what another version says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit.forging import RECORDS, at, document, put, sha256, signed
from listing_rewards import Assessment, Case, Policy, assess, load_policy, record, verify
from listing_rewards.audit import records, verification
from listing_rewards.audit.canonical import canonical
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
        """A forger who carries the fen on to the total is reported where it began."""
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
        """Altered, and the first difference is reported all the same."""
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

    def test_the_digest_of_the_record_in_capitals(self) -> None:
        """The same digits, and nothing else that it is made of."""
        kept = document()
        digest = kept["digests"]["record"]
        assert digest.upper() != digest
        assert verified(kept, (("digests", "record"), digest.upper())).identical

    @pytest.mark.parametrize("name", ["case", "policy"])
    def test_a_digest_of_a_part_in_capitals(self, name: str) -> None:
        """The part is as it was; that the record was written otherwise, its own digest tells."""
        kept = document()
        digest = kept["digests"][name].upper()
        found = verified(kept, (("digests", name), digest))
        assert (found.outcome, found.altered) == ("altered", ("record",))
        assert "the case is not" not in found.explain()
        del kept["digests"]["record"]
        kept["digests"]["record"] = sha256(kept)
        assert verify(kept).identical

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
        """The step in which the amounts of a line begin to differ is reported."""
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
        """Another version is reported as another even where nothing at all differs."""
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
            "the record has 60,000.01 yuan payable, computed afresh: 60,000.00 yuan",
            "result.lines[5].steps[1].result.at_least: the record has 60,000.01 yuan, "
            "computed afresh: 60,000.00 yuan",
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

    @pytest.mark.parametrize(
        ("totals", "english", "chinese"),
        [
            (
                {"payable": "80000.00"},
                "the record has payable 80,000.00 yuan, payable_at_most 60,000.00 yuan; "
                "computed afresh: 60,000.00 yuan payable",
                "记录的 payable（应付）为 80,000.00元，payable_at_most（至多应付）为 60,000.00元；"
                "重新计算的应付为 60,000.00元",
            ),
            (
                {"payable": 80000},
                "the record has payable 80000, payable_at_most 60,000.00 yuan; "
                "computed afresh: 60,000.00 yuan payable",
                "记录的 payable（应付）为 80000，payable_at_most（至多应付）为 60,000.00元；"
                "重新计算的应付为 60,000.00元",
            ),
            (
                {"payable": "080000.00", "payable_at_most": None},
                'the record has payable "080000.00", payable_at_most null; '
                "computed afresh: 60,000.00 yuan payable",
                '记录的 payable（应付）为 "080000.00"，payable_at_most（至多应付）为 null；'
                "重新计算的应付为 60,000.00元",
            ),
            (
                {"payable": "60000.000", "payable_at_most": "60000.000"},
                "the record has 60,000.000 yuan payable, computed afresh: 60,000.00 yuan",
                "记录的应付为 60,000.000元，重新计算为 60,000.00元",
            ),
        ],
    )
    def test_totals_that_are_no_range(
        self, totals: dict[str, object], english: str, chinese: str
    ) -> None:
        """An amount is reported as one, anything else as it stands; two fields each by its name."""
        kept = financed()
        kept["result"] |= totals
        assert english in verify(signed(kept)).explain().splitlines()
        assert chinese in verify(signed(kept)).explain("zh").splitlines()

    def test_what_is_computed_is_a_range(self) -> None:
        """Where a fact is missing, what was computed afresh has two ends."""
        kept = document("11-neeq-day-missing")
        assert kept["result"]["payable"] != kept["result"]["payable_at_most"]
        kept["result"]["payable_at_most"] = kept["result"]["payable"]
        assert ", computed afresh: between " in verify(signed(kept)).explain()

    def test_a_total_that_is_missing(self) -> None:
        """Nothing is said to stand there."""
        kept = financed()
        del kept["result"]["payable"]
        said = "the record has payable nothing, payable_at_most 60,000.00 yuan; computed afresh: "
        assert said in verify(kept).explain()

    def test_signs_that_nobody_sees(self) -> None:
        """A name in which letters stand in another order, or one that looks like another's."""
        kept = financed()
        put(kept, ("case", "enterprise", "name"), "示例\u202e公司\u200b")
        for said in (verify(signed(kept)).explain(), verify(kept).explain("zh")):
            assert "示例[U+202E]公司[U+200B]" in said
            assert not set("\u202e\u200b") & set(said)

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


class TestLinesOfAResult:
    """A line is reported by its award: missing, too many, of another award, in another order."""

    def test_one_that_is_missing(self) -> None:
        """From the middle: not what the next line says in its place."""
        kept = document()
        del kept["result"]["lines"][2]
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None
        assert (found.difference.path, found.difference.award, found.difference.stated) == (
            "result.lines[2]", "bse_tutoring_filed", None,
        )  # fmt: skip
        assert found.explain().splitlines()[1:] == [
            'the line of "Reward for filing tutoring for the BSE" is missing (result.lines[2])'
        ]
        assert found.explain("zh").splitlines()[1:] == [
            "缺少“北交所辅导备案奖励”一项（result.lines[2]）"
        ]

    @pytest.mark.parametrize("version", [__version__, "0.0.9"])
    @pytest.mark.parametrize("award", ["neeq_listed", "made_up"])
    def test_one_too_many(self, award: str, version: str) -> None:
        """Written twice, or of an award that the policy does not have."""
        kept = document() | {"version": version}
        kept["result"]["lines"].insert(4, kept["result"]["lines"][0] | {"award": award})
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None
        assert (found.difference.path, found.difference.award, found.difference.computed) == (
            "result.lines[4]", award, None,
        )  # fmt: skip
        title = {"neeq_listed": "新三板挂牌奖励", "made_up": "made_up"}[award]
        assert f"多出一项：第 5 项“{title}”（result.lines[4]）" in found.explain("zh")
        assert "a line too many: line 5, of " in found.explain()

    @pytest.mark.parametrize("version", [__version__, "0.0.9"])
    def test_another_order(self, version: str) -> None:
        """The first line that stands elsewhere."""
        kept = document() | {"version": version}
        lines = kept["result"]["lines"]
        lines[1], lines[3] = lines[3], lines[1]
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None
        assert found.difference.path == "result.lines[1].award"
        assert (
            'the lines stand in another order: line 2 is of "Reward for acceptance by the BSE", '
            'computed afresh: of "Reward for entering the innovation tier"'
        ) in found.explain()
        assert "各项的顺序不同：第 2 项为“北交所受理奖励”" in found.explain("zh")

    def test_another_award(self) -> None:
        """One line in the place of another."""
        kept = document()
        kept["result"]["lines"][1] = kept["result"]["lines"][0] | {"award": "made_up"}
        said = verify(signed(kept)).explain()
        assert 'line 2 is of "made_up", computed afresh: of "Reward for entering' in said
        assert "another order" not in said

    @pytest.mark.parametrize("award", [5, None, {}])
    def test_an_award_that_is_no_name(self, award: object) -> None:
        """Told as any other value."""
        kept = document()
        put(kept, ("result", "lines", 1, "award"), award)
        assert "result.lines[1].award: the record has" in verify(signed(kept)).explain()


class TestWhatLeadsToTheAmounts:
    """Whatever version is claimed: no line without the checks and steps that are computed."""

    @pytest.mark.parametrize("version", [__version__, "0.0.9", "9.9.9"])
    @pytest.mark.parametrize("emptied", [[], None, "left out"])
    @pytest.mark.parametrize(
        ("part", "english", "chinese"),
        [("steps", "the steps of", "的计算步骤"), ("checks", "the checks of", "的各项检查")],
    )
    def test_all_of_them_left_out(
        self, version: str, emptied: object, part: str, english: str, chinese: str
    ) -> None:
        """A difference, not another way to tell it."""
        kept = financed() | {"version": version}
        line = kept["result"]["lines"][REGIONAL]
        assert line[part]
        line[part] = emptied
        if emptied == "left out":
            del line[part]
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None
        assert (found.difference.path, found.difference.award) == (
            f"result.lines[{REGIONAL}].{part}", "regional_financing",
        )  # fmt: skip
        title = "Reward for financing on the regional equity market"
        assert f'{english} "{title}" are missing (result.lines[5].{part})' in found.explain()
        assert f"缺少“区域性股权市场融资奖励”{chinese}" in found.explain("zh")

    def test_one_of_them_may_be_told_otherwise(self) -> None:
        """Versions differ in how they go about it."""
        kept = financed() | {"version": "0.3.0"}
        del kept["result"]["lines"][REGIONAL]["steps"][0]
        found = verify(signed(kept))
        assert found.outcome == "same_amounts"
        assert "how they are stated differs, first at result.lines[5].steps[0]" in found.explain()


class TestClaimedVersions:
    """What a record says of the version that wrote it."""

    def test_this_one_is_one(self) -> None:
        """Three numbers."""
        assert verify(financed()).identical

    @pytest.mark.parametrize(
        "version", ["9.9", "不详", "", " 0.3.0", "0.3.0\n", "v0.3.0", "0.3.0rc1", "٠.٣.٠",
                    "1.2.3.4", "9999999.0.0"],
    )  # fmt: skip
    def test_what_is_none(self, version: str) -> None:
        """Refused, for no version of this library is called so."""
        with pytest.raises(InvalidRecord) as caught:
            verify(signed(financed() | {"version": version}))
        assert [(each.code, each.path) for each in caught.value.faults] == [
            ("not_a_version", "version")
        ]
        assert "三个数字" in caught.value.explain("zh")

    @pytest.mark.parametrize("version", ["0.3.1", "0.10.0", "1.0.0", "999999.0.0"])
    def test_a_later_one(self, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Told: this program cannot know what that version does, or whether there is one."""
        monkeypatch.setattr(records, "__version__", "0.3.0")
        said = verify(signed(financed() | {"version": version})).explain()
        assert f"it says that version {version} wrote it, which is later than this program" in said
        said = verify(signed(financed() | {"version": version})).explain("zh")
        assert f"自称由版本 {version} 生成，该版本比当前程序" in said

    @pytest.mark.parametrize("version", ["0.2.10", "0.0.9", "0.2.999999"])
    def test_an_earlier_one(self, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Numbers are compared as numbers."""
        monkeypatch.setattr(records, "__version__", "0.3.0")
        said = verify(signed(financed() | {"version": version})).explain()
        assert f"written by version {version}, computed afresh by" in said
        assert f"there never was a version {version} of this program" in said

    def test_one_that_never_was(self) -> None:
        """A difference, even where nothing else differs; those that there were are none."""
        found = verify(signed(financed() | {"version": "0.3.999"}))
        assert (found.outcome, found.difference and found.difference.path) == (
            "different", "version",
        )  # fmt: skip
        for version in (*records.RELEASED, __version__):
            found = verify(signed(financed() | {"version": version}))
            assert found.outcome in ("identical", "same_amounts")

    def test_every_release_is_known(self) -> None:
        """Those of the changelog, and this one."""
        changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
        released = re.findall(r"^## \[([0-9.]+)\]", changes, re.MULTILINE)
        assert set(released) <= {*records.RELEASED, __version__}
        assert set(records.RELEASED) <= {*released}


TAKEN: dict[str, Callable[[dict[str, Any]], object]] = {
    "every assumption": lambda result: result.update(assumptions=[]),
    "one assumption": lambda result: result["assumptions"].pop(),
    "the laws": lambda result: result.update(notices=[]),
    "the laws of lines": lambda result: [line.update(notices=[]) for line in result["lines"]],
    "the assumptions of a line": lambda result: result["lines"][0].update(assumptions=[]),
    "the needs": lambda result: result.update(needs=[]),
    "the needs as a key": lambda result: result.pop("needs"),
    "a key that no version has": lambda result: result.update(reviewed=True),
    "such a key in a step": lambda result: result["lines"][0]["steps"][0].update(by="nobody"),
}


class TestTakenAway:
    """Whatever version is claimed, nothing that an answer rests on may be missing."""

    @pytest.mark.parametrize("version", ["0.4.0", "0.5.0", "9.9.9"])
    @pytest.mark.parametrize("what", TAKEN)
    def test_a_difference(self, what: str, version: str) -> None:
        """Assumptions, laws, needs, and keys that no version had."""
        kept = open_record() if "need" in what else document("01-full-ladder")
        kept["version"] = version
        before = verify(signed(kept)).outcome
        assert before in ("identical", "same_amounts")
        TAKEN[what](kept["result"])
        found = verify(signed(kept))
        assert found.outcome == "different"
        assert found.difference is not None


def open_record() -> dict[str, Any]:
    """A record of an answer with needs: the stage amounts are unknown."""
    policy = load_policy("zhanjiang-bse-2023")
    case = Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": [{"kind": "neeq_listed", "on": "2023-09-15"}],
        }
    )
    kept = record(assess(case, policy, as_of=date(2025, 12, 31)))
    read: dict[str, Any] = json.loads(kept.model_dump_json())
    assert read["result"]["needs"]
    return read


class TestCanonicalForm:
    """RFC 8785: keys by their UTF-16 units; the older form still holds."""

    def test_keys_by_utf_16_units(self) -> None:
        """U+1F600 is written with D83D first, and comes before U+FF08."""
        assert canonical({"（": 1, "😀": 2, "a": 3}) == '{"a":3,"😀":2,"（":1}'
        assert canonical({"é": {"｡": [], "𐀀": "\x1f"}}) == '{"é":{"𐀀":"\\u001f","｡":[]}}'

    def test_an_older_record_with_such_keys(self) -> None:
        """Digests by code point, as versions before 0.5.0 made them, are no alteration."""
        kept = financed()
        kept["policy"]["clauses"] |= {
            "（": kept["policy"]["clauses"]["task-10"], "😀": kept["policy"]["clauses"]["task-10"],
        }  # fmt: skip
        kept["version"] = "0.4.0"
        older = signed(kept)
        assert verify(older).altered == ()
        newer = json.loads(json.dumps(older))
        for _ in range(2):  # that of the whole covers the others
            newer["digests"] = Record.model_validate(newer).digests_afresh().model_dump()
        assert newer["digests"] != older["digests"]
        assert verify(newer).altered == ()
