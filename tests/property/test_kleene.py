"""Conditions made of others: met, not met, or unknown."""

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Policy
from property.generated_conditions import label
from property.small_policies import line_for, policy_of
from property.values import some

FLAGS = ("f0", "f1", "f2", "f3")
STATED = st.fixed_dictionaries({}, optional=dict.fromkeys(FLAGS, st.booleans()))


@st.composite
def trees(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Conditions on flags, and conditions made of earlier ones; the last is the largest."""
    tree: dict[str, dict[str, Any]] = {f"on {flag}": {"flag": flag} for flag in FLAGS}
    for n in range(draw(st.integers(1, 5))):
        earlier = list(tree)
        how = draw(st.sampled_from(["all_of", "any_of", "not_met"]))
        parts = draw(some(earlier, most=4, least=1))
        tree[f"k{n}"] = {how: parts[0] if how == "not_met" else parts}
    return tree


def policy_on(tree: dict[str, dict[str, Any]]) -> Policy:
    """A policy of one award that needs the last condition."""
    conditions = {name: {"clause": "c"} | each for name, each in tree.items()}
    flags = {flag: label(flag) for flag in FLAGS}
    return policy_of({"fixed": "1.00"}, flags=flags, conditions=conditions, needed=[[*tree][-1]])


def by_hand(tree: dict[str, dict[str, Any]], name: str, stated: dict[str, bool]) -> bool | None:
    """Whether a condition is met; None where that is not known."""
    condition = tree[name]
    if "flag" in condition:
        return stated.get(condition["flag"])
    if "not_met" in condition:
        inner = by_hand(tree, condition["not_met"], stated)
        return None if inner is None else not inner
    decisive = "any_of" in condition
    parts = [by_hand(tree, each, stated) for each in condition["any_of" if decisive else "all_of"]]
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive


class TestKleene:
    """All, any and not, on what is met, not met or unknown.

    All: not met as soon as one is not met, whatever is unknown; any: met as soon as one is met;
    not: unknown if the condition is unknown.
    """

    @given(trees(), STATED)
    def test_as_by_hand(self, tree: dict[str, dict[str, Any]], stated: dict[str, bool]) -> None:
        """Nested in any way, each comes out as the table of truth says."""
        found = {True: "met", False: "not_met", None: "unknown"}
        line = line_for(policy_on(tree), flags=stated)
        assert line.checks[-1].truth == found[by_hand(tree, [*tree][-1], stated)]

    @given(trees(), STATED)
    def test_what_is_known_stays_so(
        self, tree: dict[str, dict[str, Any]], stated: dict[str, bool]
    ) -> None:
        """However the flags that are not stated turn out, what was met or not met remains."""
        policy = policy_on(tree)
        truth = line_for(policy, flags=stated).checks[-1].truth
        open_flags = [flag for flag in FLAGS if flag not in stated]
        for values in product([True, False], repeat=len(open_flags)):
            filled = stated | dict(zip(open_flags, values, strict=True))
            known = line_for(policy, flags=filled).checks[-1].truth
            assert known != "unknown"
            assert truth in ("unknown", known)

    @given(trees(), STATED)
    def test_the_needs_are_what_is_not_known(
        self, tree: dict[str, dict[str, Any]], stated: dict[str, bool]
    ) -> None:
        """An unknown condition asks for flags that are not stated; a known one for nothing."""
        line = line_for(policy_on(tree), flags=stated)
        asked = {need.name for need in line.needs}
        assert asked.isdisjoint(stated)
        assert bool(asked) == (line.truth == "unknown")
