"""Cases on each side of every number and day of a policy, and what an officer expects of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from property.generated_policies import policies

from listing_rewards import Case, Policy, assess, list_policies, load_policy
from listing_rewards.comparison.edges import EdgeCase, edge_cases
from listing_rewards.comparison.trial import (
    TrialFile,
    amount_said,
    read_expected,
    try_cases,
)
from listing_rewards.errors import ListingRewardsError
from listing_rewards.policy.conformity import faults_against

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    *list_policies(),
    *sorted((ROOT / "examples" / "policies").glob("*.toml")),
    ROOT / "tests" / "catalogue" / "everything.toml",
]
DOCUMENT = """
id = "edges"
[document]
title = "小政策"
issuer = "某市人民政府办公室"
[in_force]
first = 2024-01-01
last = 2026-12-31
clause = "c"
[clauses.c]
item = "第一条"
text = "……"
[events]
neeq = { zh = "挂牌", silence = "unknown_if_needed" }
listed = { zh = "上市", after = ["neeq"] }
raised = { zh = "募资到位", amount = true, silence = "unknown_if_needed" }
moved = { zh = "迁出" }
[flags]
first_time = { zh = "首次" }
[attributes.board]
zh = "板块"
values = { main = "主板", bse = "北交所" }
[figures]
profit = { zh = "净利润" }
[conditions]
first_time = { flag = "first_time", clause = "c" }
profitable = { figure = "profit", at_least = "800万元", clause = "c" }
a_year = { seasoning = "neeq", years = 1, tested_on = ["listed"], clause = "c" }
bse = { attribute = "board", one_of = ["bse"], clause = "c" }
[repayments.stay]
title = "五年不迁出"
event = "moved"
years = 5
awards = ["listed"]
clause = "c"
[[awards]]
id = "listed"
title = "上市奖励"
earned_by = "listed"
needs = ["first_time", "profitable", "a_year", "bse"]
clause = "c"
[awards.amount]
of = "raised"
bands = [{ below = "8亿元", fixed = "300万元" }, { at_least = "8亿元", fixed = "400万元" }]
[[awards]]
id = "share"
title = "募资奖励"
earned_by = "raised"
amount = { rate = "2%", of = "raised", cap = "10万元" }
clause = "c"
"""


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    """A document with a number or day of most kinds."""
    path = tmp_path_factory.mktemp("edges") / "edges.toml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return load_policy(path)


def line(each: EdgeCase, policy: Policy, award: str) -> str:
    """What an award is entitled to in a case, as one or two numbers."""
    bounds = assess(each.case, policy, as_of=each.as_of).line(award).entitled
    least, most = bounds.at_least, bounds.at_most
    return str(least) if least == most else f"{least}..{most}"


class TestBothSides:
    """Each number and day has a case on either side, and each fact one without it."""

    @pytest.mark.parametrize(
        ("about", "entitled"),
        [
            ("listed: all that it asks for", "3000000.00"),
            ("listed: listed on 2023-12-31", "0.00"),
            ("listed: listed on 2024-01-01", "3000000.00"),
            ("listed: listed on 2026-12-31", "3000000.00"),
            ("listed: listed on 2027-01-01", "0.00"),
            ("listed: first_time: no", "0.00"),
            ("listed: first_time is not stated", "0.00..3000000.00"),
            ("listed: profit is 7,999,999.99 yuan", "0.00"),
            ("listed: profit is 8,000,000.00 yuan", "3000000.00"),
            ("listed: profit is not stated", "0.00..3000000.00"),
            ("listed: neeq on 2025-01-01", "3000000.00"),
            ("listed: neeq on 2025-01-02", "0.00"),
            ("listed: neeq is not stated", "0.00..3000000.00"),
            ("listed: board is main", "0.00"),
            ("listed: board is not stated", "0.00..3000000.00"),
            ("listed: raised is 799,999,999.99 yuan", "3000000.00"),
            ("listed: raised is 800,000,000.00 yuan", "4000000.00"),
            ("listed: raised is not stated", "3000000.00..4000000.00"),
        ],
    )
    def test_it_is_there(self, policy: Policy, about: str, entitled: str) -> None:
        """And the award turns there, as computed by hand."""
        (found,) = [each for each in edge_cases(policy) if each.about[0] == about]
        assert line(found, policy, "listed") == entitled

    @pytest.mark.parametrize(
        ("raised", "entitled"),
        [
            ("0.24 yuan", "0.00"),
            ("0.25 yuan", "0.01"),
            ("4,999,999.99 yuan", "100000.00"),
            ("5,000,000.00 yuan", "100000.00"),
            ("5,000,000.01 yuan", "100000.00"),
        ],
    )
    def test_a_cap_and_a_tie(self, policy: Policy, raised: str, entitled: str) -> None:
        """Where the share reaches the cap, and where half a fen is rounded up."""
        (found,) = [each for each in edge_cases(policy) if each.about[0].endswith(raised)]
        assert line(found, policy, "share") == entitled

    def test_another_rate_and_cap(self, tmp_path: Path) -> None:
        """10万元 and 30万元 are reached at 2% and at 4%: by 500, 1500, 250 and 750万元."""
        own = 'amount = { rate = "2%", of = "raised", cap = "10万元" }'
        instead = ', instead = [{ when = "bse", rate = "4%", cap = "30万元" }] }'
        path = tmp_path / "instead.toml"
        path.write_text(DOCUMENT.replace(own, own[:-2] + instead), encoding="utf-8")
        asked = {each.about[0] for each in edge_cases(load_policy(path))}
        for reached in ("2,500,000", "5,000,000", "7,500,000", "15,000,000"):
            assert f"share: raised is {reached}.00 yuan" in asked

    def test_an_undertaking(self, policy: Policy) -> None:
        """Broken on the last day that it binds, and on the day after."""
        broken = [each for each in edge_cases(policy) if "paid, then moved" in each.about[0]]
        assert [each.about[0][-10:] for each in broken] == ["2031-01-01", "2031-01-02"]
        answers = [assess(each.case, policy, as_of=each.as_of) for each in broken]
        exposed = [str(answer.exposures[0].amount.at_most) for answer in answers]
        assert exposed == ["3000000.00", "0.00"]

    def test_an_undertaking_without_an_end(self, tmp_path: Path) -> None:
        """Broken once, on the day it begins to bind: there is no last day."""
        path = tmp_path / "endless.toml"
        path.write_text(DOCUMENT.replace("years = 5\n", ""), encoding="utf-8")
        policy = load_policy(path)
        (broken,) = [each for each in edge_cases(policy) if "paid, then moved" in each.about[0]]
        answer = assess(broken.case, policy, as_of=broken.as_of)
        assert str(answer.exposures[0].amount) == "3000000.00"

    @pytest.mark.parametrize(
        ("earned_by", "before", "without"),
        [("all_of", "100000.00", "0.00"), ("any_of", "100000.00", "100000.00")],
    )
    def test_several_events(
        self, tmp_path: Path, earned_by: str, before: str, without: str
    ) -> None:
        """One of them before the policy's days, the other on them; and one of them alone."""
        path = tmp_path / "several.toml"
        award = (
            '[[awards]]\nid = "both"\ntitle = "两项"\nclause = "c"\namount = "10万元"\n'
            f'earned_by = {{ {earned_by} = ["neeq", "moved"] }}\n'
        )
        path.write_text(DOCUMENT + award, encoding="utf-8")
        policy = load_policy(path)
        found = {each.about[0]: line(each, policy, "both") for each in edge_cases(policy)}
        for kind in ("neeq", "moved"):
            assert found[f"both: {kind} on 2023-12-31"] == before
            assert found[f"both: {kind} did not happen"] == without

    def test_paid_before(self, policy: Policy) -> None:
        """All of it, and a yuan more."""
        paid = [each for each in edge_cases(policy) if each.about[0].startswith("listed: 3,0")]
        answers = [assess(each.case, policy, as_of=each.as_of) for each in paid]
        assert [str(each.overpaid.at_most) for each in answers] == ["0.00", "1.00"]


class TestEveryPolicy:
    """Whatever a document says, its cases can be asked."""

    @pytest.mark.parametrize("document", DOCUMENTS, ids=lambda each: Path(each).stem)
    def test_documents(self, document: str | Path) -> None:
        """Each case fits its policy, each award has one, none stands twice."""
        policy = load_policy(document)
        found = edge_cases(policy)
        assert not [fault for each in found for fault in faults_against(each.case, policy)]
        assert len({(each.case, each.as_of) for each in found}) == len(found)
        answers = [assess(each.case, policy, as_of=each.as_of) for each in found]
        for award in policy.awards:
            assert [each for each in answers if each.line(award.id).nominal.at_most != 0], award.id

    @given(policies())
    def test_generated(self, policy: Policy) -> None:
        """Policies of every construct; the same cases each time."""
        found = edge_cases(policy)
        assert found == edge_cases(policy.model_copy())
        for each in found:
            assess(each.case, policy, as_of=each.as_of)


class TestTry:
    """What is filled in is compared, and nothing else."""

    @pytest.mark.parametrize(
        ("text", "least", "most"),
        [
            ("50万元", "500000.00", "500000.00"),
            ("0", "0.00", "0.00"),
            ("0..50万元", "0.00", "500000.00"),
            ("10万元至50万元", "100000.00", "500000.00"),
            ("1元..不限", "1.00", None),
        ],
    )
    def test_what_is_expected(self, text: str, least: str, most: str | None) -> None:
        """An amount, a range, no limit."""
        assert read_expected(text) == (Decimal(least), None if most is None else Decimal(most))

    @pytest.mark.parametrize("text", ["50", "0..50", "五十万元", "1元..2元..3元", "10万元左右"])
    def test_what_cannot_be_read(self, policy: Policy, text: str) -> None:
        """A number without its unit, or no number; reported with the case."""
        file = self.file(expected=text)
        with pytest.raises(ListingRewardsError, match=r"case\[0\]\.expected"):
            try_cases(file, policy)

    @pytest.mark.parametrize(
        ("expected", "says", "agrees", "changed"),
        [
            ("", "10万元", None, False),
            ("10万元", "100,000.00元", True, False),
            ("9万元", "10万元", False, False),
            ("10万元", "9万元", True, True),
            ("0..10万元", "10万元", False, False),
            ("10万元..20万元", "10万元", False, False),
            ("10万元..不限", "10万元", False, False),
        ],
    )
    def test_compared(
        self, policy: Policy, expected: str, says: str, *, agrees: bool | None, changed: bool
    ) -> None:
        """Both ends must be the same; what the library said before is compared by itself."""
        (outcome,) = try_cases(self.file(expected=expected, says=says), policy)
        assert (outcome.agrees, outcome.changed) == (agrees, changed)
        assert outcome.says == "100,000.00元"

    def test_what_the_library_says_is_what_it_reads(self, policy: Policy) -> None:
        """Every answer, as it is written, agrees with itself."""
        for each in edge_cases(policy):
            answer = assess(each.case, policy, as_of=each.as_of)
            said = read_expected(amount_said(answer))
            assert said == (answer.payable, answer.payable_at_most)

    @staticmethod
    def file(**more: str) -> TrialFile:
        """A file with one case, in which 5,000,000 were raised."""
        event = {"kind": "raised", "on": date(2024, 5, 1), "amount": "500万元"}
        case = {"about": "募资", "as_of": date(2024, 12, 31), "events": [event], **more}
        return TrialFile.model_validate({"policy": "edges.toml", "case": [case]})


def test_a_tried_case_is_a_case(policy: Policy) -> None:
    """It gives the answer of the same case without what is expected."""
    (tried,) = TestTry.file().case
    plain = Case.model_validate(
        tried.model_dump(exclude={"about", "as_of", "says", "expected"}, exclude_none=True)
    )
    answers = [assess(each, policy, as_of=tried.as_of).payable for each in (tried, plain)]
    assert answers == [Decimal("100000.00")] * 2
