"""The documents that ship, and the examples: free of errors; what the loader refuses before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lint.small import Changes, small, written
from listing_rewards import InvalidPolicy, list_policies, load_policy
from listing_rewards.policy.lint import lint
from listing_rewards.policy.model import Policy

EXAMPLES = Path(__file__).parents[2] / "examples"
WRITTEN = sorted(
    path
    for path in (*EXAMPLES.glob("*.toml"), *EXAMPLES.glob("policies/*.toml"))
    if path.name != "index.toml"
)


def refused(changes: Changes) -> list[tuple[str, str]]:
    """The code and the key of everything for which the loader refuses the small policy."""
    with pytest.raises(InvalidPolicy) as caught:
        Policy.model_validate(written(changes))
    for fault in caught.value.faults:
        sentences = [fault.sentence("en"), fault.sentence("zh")]
        assert all(sentence.startswith(f"{fault.path}: ") for sentence in sentences)
        assert all(fault.given in sentence for sentence in sentences)
    return [(fault.code, fault.path) for fault in caught.value.faults]


@pytest.mark.parametrize("document", [*list_policies(), *WRITTEN], ids=str)
def test_no_errors_in_a_document(document: str | Path) -> None:
    """A shipped document or an example contradicts itself nowhere."""
    findings = lint(load_policy(document), as_of=date(2026, 1, 1))
    assert [each.sentence() for each in findings if each.level == "error"] == []


@pytest.mark.parametrize("document", list_policies())
def test_nothing_in_a_shipped_document(document: str) -> None:
    """Nor is there anything to look at, except who confirms its numbers."""
    assert lint(load_policy(document)) == ()


def test_the_documents_are_found() -> None:
    """The example of a bureau's own schedule is among them."""
    assert EXAMPLES / "my-stages.toml" in WRITTEN


class TestRefused:
    """What the loader refuses, by code and key, and what is close to it and loads."""

    @pytest.mark.parametrize(
        ("code", "path", "changes", "near"),
        [
            (
                "undeclared", "awards.listed.earned_by",
                {"awards.listed.earned_by": "lsted"}, {"awards.listed.earned_by": "moved"},
            ),
            (
                "undeclared", "conditions.x.figure",
                {"conditions.x": {"figure": "profits", "over": "1"}},
                {"conditions.x": {"figure": "profit", "over": "1"}},
            ),
            (
                "undeclared", "conditions.x.one_of",
                {"conditions.x": {"attribute": "board", "one_of": ["sta"]}},
                {"conditions.x": {"attribute": "board", "one_of": ["star"]}},
            ),
            (
                "no_source", "in_force",
                {"in_force": {"first": "2024-01-01"}},
                {"in_force": {"first": "2024-01-01", "assumed": "按成文日期"}},
            ),
            (
                "two_sources", "awards[1].amount",
                {"awards.listed.amount": {"fixed": "1", "clause": "c", "assumed": "示例"}},
                {"awards.listed.amount": {"fixed": "1", "assumed": "示例"}},
            ),
            (
                "days_out_of_order", "in_force",
                {"in_force.last": "2023-12-31"}, {"in_force.last": "2024-01-01"},
            ),
            (
                "days_out_of_order", "awards[1].amount",
                {"awards.listed.amount": {"dated": [
                    {"since": "2024-06-01", "amount": "2"}, {"since": "2024-06-01", "amount": "1"},
                ]}},
                {"awards.listed.amount": {"dated": [
                    {"since": "2024-06-01", "amount": "2"}, {"since": "2024-06-02", "amount": "1"},
                ]}},
            ),
            (
                "shares_do_not_add_up", "instalments.x",
                {"instalments.x": {"parts": [{"share": "50%"}, {"share": "40%", "years": 1}]}},
                {"instalments.x": {"parts": [{"share": "50%"}, {"share": "50%", "years": 1}]}},
            ),
            (
                "only_recorded", "awards.listed.earned_by",
                {"events.listed.record_only": True}, {"events.moved.record_only": True},
            ),
            (
                "in_two_best_of", "best_of.x.awards",
                {
                    "best_of.x": {"awards": ["filed", "listed"]},
                    "best_of.y": {"awards": ["listed", "moved"]},
                    "awards.moved": {"earned_by": "moved", "amount": "1"},
                },
                {
                    "best_of.x": {"awards": ["filed", "listed", "moved"]},
                    "awards.moved": {"earned_by": "moved", "amount": "1"},
                },
            ),
        ],
    )  # fmt: skip
    def test_refused(self, code: str, path: str, changes: Changes, near: Changes) -> None:
        """Each at its key, in both languages."""
        assert (code, path) in refused(changes)
        assert small(near).id == "small-2024"

    def test_awards_that_replace_each_other(self) -> None:
        """Where both are due neither would be given."""
        mutual: Changes = {"awards.listed.replaces": ["filed"], "awards.filed.replaces": ["listed"]}
        assert [code for code, _ in refused(mutual)] == ["awards_in_a_circle"]
