"""The documents of a series follow one another: never two on a day, and gaps that are known."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest

from listing_rewards import InvalidPolicy, Policy, list_policies, load_policy
from listing_rewards.policy.reading import Stretch, gaps_and_overlaps, policy_in_force

EXAMPLES = Path(__file__).parents[2] / "examples" / "policies"
SHIPPED = [load_policy(name) for name in list_policies()]
DOCUMENTS = [*SHIPPED, *(load_policy(path) for path in sorted(EXAMPLES.glob("*.toml")))]

KNOWN_GAPS: dict[str, list[Stretch]] = {}
"""The days that no document of a series covers, and nobody can help: what was not found."""


def series_of(policy: Policy) -> str:
    """The series of a document; its own id where it stands alone."""
    return policy.series or policy.id


SERIES = {
    name: list(documents)
    for name, documents in groupby(sorted(DOCUMENTS, key=series_of), key=series_of)
}
every_series = pytest.mark.parametrize("name", SERIES)


@every_series
def test_no_two_documents_hold_on_a_day(name: str) -> None:
    """Whoever asks for a day gets one answer."""
    assert [each for each in gaps_and_overlaps(SERIES[name]) if each.kind == "overlap"] == []


@every_series
def test_every_gap_is_known(name: str) -> None:
    """A day without a document is one that was looked for in vain, not one forgotten."""
    gaps = [each for each in gaps_and_overlaps(SERIES[name]) if each.kind == "gap"]
    assert gaps == KNOWN_GAPS.get(name, [])


@every_series
def test_each_is_found_on_its_days(name: str) -> None:
    """On its first and last day, by the name of its series; not on the days around all of them."""
    documents = SERIES[name]
    for policy in documents:
        for day in filter(None, (policy.in_force.first, policy.in_force.end)):
            assert policy_in_force(name, day, among=DOCUMENTS) == policy
    before = min(policy.in_force.first for policy in documents) - timedelta(days=1)
    ends = [policy.in_force.end for policy in documents]
    outside = [before, *([] if None in ends else [max(filter(None, ends)) + timedelta(days=1)])]
    for day in outside:
        with pytest.raises(InvalidPolicy, match=f"no document of '{name}' is in force on {day}"):
            policy_in_force(name, day, among=DOCUMENTS)


def test_the_shipped_series_are_those_known() -> None:
    """The document and its illustration are two policies, not two versions of one."""
    assert policy_in_force("zhanjiang-bse-2023", date(2024, 1, 1)).id == "zhanjiang-bse-2023"
