"""`lint` finds in milliseconds what no case can meet; the solver never contradicts it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from lint.rules import RULES, needing
from lint.small import small
from profiles import few, part_of
from property.generated_policies import policies

from listing_rewards import Bounds, Policy, load_policy
from listing_rewards.policy.constructs import known_cap
from listing_rewards.policy.lint import Finding, lint
from listing_rewards.proof import Proof, prove
from proof.test_laws import DOCUMENTS, QUICK, answers, outcome

NOBODY = {
    "never_met_together",
    "needed_and_absent",
    "beyond_the_figure",
    "never_in_time",
    "nothing_ever_given",
}
BANDS = {
    "bands_apart": "no_base_between_bands",
    "number_in_no_band": "no_base_between_bands",
    "bands_overlap": "no_base_in_two_bands",
    "number_in_two_bands": "no_base_in_two_bands",
}
"""What `lint` calls it, and the law that it breaks."""
CAP = "cap_above_the_sum"
SEARCHED = {*NOBODY, *BANDS, CAP}
BOTH = [
    small(changes)
    for rule in RULES
    if rule.code in SEARCHED
    for changes in (rule.changes, rule.near)
]
"""Of each search of `lint` the policies that it reports, and those close to them."""


def contradicted(finding: Finding, proof: Proof) -> list[str]:
    """The awards and groups of which the solver says the opposite of what `lint` says.

    `lint` speaks of one cap of a group; the solver reaches whichever holds for its case.
    """
    code, (part, *keys) = finding.fault.code, finding.fault.path.split(".")
    if code in NOBODY:
        awards = [keys[0]] if part == "awards" else [each.id for each in proof.policy.awards]
        return [each for each in awards if outcome(proof, "can_be_granted", each).status == "shown"]
    if code in BANDS:
        return [keys[0]] if outcome(proof, BANDS[code], keys[0]).status == "holds" else []
    if code == CAP and keys[1:] == ["cap"]:
        reached = outcome(proof, "cap_can_be_reached", keys[0])
        most = {
            each.entitled.at_most
            for shown in answers(reached)
            for each in shown.groups
            if each.group == keys[0]
        }
        cap = known_cap(proof.policy.groups[keys[0]].cap)
        below = cap is None or all(each is not None and each < cap for each in most)
        return [] if reached.status != "shown" or below else [keys[0]]
    return []


def agree(policy: Policy, seconds: float) -> None:
    """Nothing that `lint` says of a policy is contradicted, and no gap is missed by it."""
    proof = prove(policy, events=1, seconds=seconds)
    findings = lint(policy)
    assert [
        (each.fault.path, told) for each in findings if (told := contradicted(each, proof))
    ] == []
    between = {law for law in BANDS.values() if law.startswith("no_base_between")}
    for each in proof.outcomes:
        if each.law in between and each.status == "counterexample":
            paths = [f.fault.path for f in findings if BANDS.get(f.fault.code) == each.law]
            assert any(path.startswith(f"awards.{each.subject}.") for path in paths)


@pytest.mark.parametrize("policy", part_of(BOTH, 6))
def test_of_what_lint_reports_and_what_is_close_to_it(policy: Policy) -> None:
    """Nobody is granted what `lint` says nobody can be, and so with caps and bands."""
    agree(policy, seconds=10)


@pytest.mark.parametrize("document", QUICK)
def test_of_documents(document: str) -> None:
    """Shipped and real documents: `lint` finds no error, and the solver nothing out of reach."""
    assert document in DOCUMENTS
    agree(load_policy(document), seconds=60)


@settings(max_examples=few(20))
@given(policies())
def test_of_any_policy(policy: Policy) -> None:
    """The same of generated ones, as far as the solver gets in a second."""
    agree(policy, seconds=1)


class TestOneAlone:
    """What the solver must not take for granted, and what it sees that `lint` does not."""

    def test_paid_before_it_could_be(self) -> None:
        """Listed, and never listed: that somebody was paid long ago grants nothing to anybody."""
        policy = small(needing("never", never={"absent": "listed"}))
        assert outcome(prove(policy, events=1), "can_be_granted", "listed").status == "never"

    def test_of_two_boards_at_once(self) -> None:
        """1,000,000 for one board, 2,000,000 for the other: 3,000,000 only while neither is known.

        Each award is then open, and never are both given.
        """
        boards = {
            "conditions.main": {"attribute": "board", "one_of": ["main"]},
            "conditions.star": {"attribute": "board", "one_of": ["star"]},
            "awards.filed.needs": ["main"],
            "awards.listed.needs": ["star"],
        }
        members = {"awards.filed.group": "all", "awards.listed.group": "all"}
        for cap, status in (("300万元", "never"), ("200万元", "shown")):
            group = {"groups.all": {"title": "合计", "cap": cap}}
            proof = prove(small({**boards, **members, **group}), events=1)
            assert outcome(proof, "cap_can_be_reached", "all").status == status

    def test_of_the_caps_of_one_group(self) -> None:
        """1,000,000 in all: never the cap of 6,000,000, but the 1,000,000 of one ahead."""
        policy = small(
            {
                "conditions.ahead": {"flag": "ahead"},
                "flags.ahead": {"zh": "领先", "en": "ahead"},
                "awards.listed.group": "all",
                "groups.all": {
                    "title": "合计",
                    "cap": "600万元",
                    "cap_when": [{"when": "ahead", "cap": "100万元"}],
                },
            }
        )
        assert CAP in {each.fault.code for each in lint(policy)}
        reached = outcome(prove(policy, events=1), "cap_can_be_reached", "all")
        assert answers(reached)[0].groups[0].cap == Bounds(Decimal(1_000_000), Decimal(1_000_000))
        agree(policy, seconds=10)

    def test_two_conditions_and_the_days_of_the_policy(self) -> None:
        """Filed from 1 June 2024, listed a year later: never by the end of 2024."""
        late = {"happened": "filed", "first": "2024-06-01"}
        year = {"seasoning": "filed", "years": 1, "tested_on": ["listed"]}
        policy = small(needing("late", "year", late=late, year=year))
        assert SEARCHED.isdisjoint(each.fault.code for each in lint(policy))
        assert outcome(prove(policy, events=1), "can_be_granted", "listed").status == "never"
