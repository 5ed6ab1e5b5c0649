"""Every branch of a policy's rules is taken by a case, or proved to be out of reach."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from profiles import few
from property.generated_policies import policies

from listing_rewards import Policy, load_policy
from listing_rewards.comparison.edges import EdgeCase, edge_cases
from listing_rewards.proof.branches import branches_beside, branches_of
from listing_rewards.proof.stating import as_stated
from listing_rewards.proof.world import World
from proof.planted import band_with_a_hole, changed, stages_before_a_withdrawal


def taken_by(case: EdgeCase, policy: Policy) -> set[str]:
    """The branches that a case takes, in English."""
    world = World(as_stated(case.case, policy, case.as_of), policy)
    return {branch.about[0] for branch in branches_of(world) if branch.taken is True}


class TestBranches:
    """What the solver finds takes the branch it is for; what it rules out, no case takes."""

    def test_what_the_cases_beside_the_numbers_leave_out(self) -> None:
        """Withdrawn the day before a stage: refused by that alone."""
        policy = stages_before_a_withdrawal()
        beside = branches_beside(edge_cases(policy), policy)
        assert len(beside.cases) == 4
        for each in beside.cases:
            assert each.about[0] in taken_by(each, policy)
            withdrawn, earned = sorted(event.on for event in each.case.events)
            assert (earned - withdrawn).days == 1

    def test_each_band(self) -> None:
        """Without any case given, one for each branch: the award due, each of its bands."""
        policy = band_with_a_hole()
        beside = branches_beside((), policy, events=1)
        about = [each.about[0] for each in beside.cases]
        assert about[-2:] == ["a: band 1", "a: band 2"]
        assert all(each.about[0] in taken_by(each, policy) for each in beside.cases)

    def test_what_nobody_can_reach(self) -> None:
        """A condition that the event itself always meets refuses nobody; it is reported in both."""
        conditions = {
            "in_time": {"happened": "neeq_listed", "first": "2023-07-07", "clause": "task-9"}
        }
        awards = changed().model_dump(mode="json")["awards"]
        awards[0]["needs"] = [*awards[0]["needs"], "in_time"]
        known = changed().model_dump(mode="json")["conditions"]
        policy = changed(conditions=known | conditions, awards=awards)
        beside = branches_beside(edge_cases(policy), policy, events=1)
        (found,) = [each for each in beside.out_of_reach if "refused by this alone" in each[0]]
        assert found[0].startswith("neeq_listed: ")
        lines = [*beside.in_words("en"), *beside.in_words("zh")]
        assert f"out of reach, proved for up to 1 events of one kind: {found[0]}" in lines
        assert any(line.endswith(found[1]) for line in lines)

    def test_in_no_time(self) -> None:
        """What is not decided is reported as that."""
        policy = band_with_a_hole()
        beside = branches_beside((), policy, events=1, seconds=1e-6)
        assert (beside.cases, beside.out_of_reach) == ((), ())
        assert "能否达到未能判定：a：第1档" in [*beside.in_words("zh")]

    @settings(max_examples=few(10))
    @given(policies())
    def test_of_any_policy(self, policy: Policy) -> None:
        """Every case that is found takes the branch that it was looked for."""
        beside = branches_beside((), policy, events=1, seconds=0.3)
        for each in beside.cases:
            assert each.about[0] in taken_by(each, policy)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_branch_is_named_once(lang: str) -> None:
    """No two branches of a policy read the same."""
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    (first, *_) = edge_cases(policy)
    world = World(as_stated(first.case, policy, first.as_of), policy)
    named = [branch.about[lang == "zh"] for branch in branches_of(world)]
    assert len(set(named)) == len(named)
