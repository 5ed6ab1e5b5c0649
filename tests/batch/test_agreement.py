"""The columnar engine says of every row what `assess` says of the case."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
from property.generated_cases import asked_for, cases_for
from property.generated_policies import policies
from property.strategies import lives
from property.values import ILLUSTRATIVE, SOURCE, as_of_days

from batch.agreeing import assert_agrees, rows_or_none
from listing_rewards import Case, Policy


class Questions(NamedTuple):
    """Cases that are asked under one policy on one day."""

    cases: list[Case]
    policy: Policy
    as_of: date

    def __repr__(self) -> str:
        """What a person needs to see of a counterexample."""
        policy = self.policy.model_dump_json(exclude_defaults=True, exclude={"document", "clauses"})
        cases = "\n    ".join(each.model_dump_json(exclude_defaults=True) for each in self.cases)
        return f"Questions(\n  cases={cases},\n  policy={policy},\n  as_of={self.as_of})"


@st.composite
def generated(draw: st.DrawFn) -> Questions:
    """A few random cases under a random policy, on a day on which something turns."""
    policy = draw(policies())
    cases = draw(st.lists(cases_for(policy), min_size=4, max_size=4))
    return Questions(cases, policy, draw(asked_for(policy, cases[0])))


def assert_agreement(asked: Questions) -> None:
    """Every row agrees, unless the policy multiplies numbers of so many digits."""
    rows = rows_or_none(asked.cases, asked.policy, asked.as_of)
    if rows is None:
        assert '"times"' in repr(asked) or "12.345678901234567%" in repr(asked)
        return
    for row, case in zip(rows, asked.cases, strict=True):
        assert_agrees(row, case, asked.policy, asked.as_of)


class TestAgreement:
    """Whatever a policy says, a frame is answered as `assess` answers each of its cases."""

    @given(generated())
    def test_of_any_policy(self, asked: Questions) -> None:
        """Every amount of every line and total, each end, status, truth and reason."""
        assert_agreement(asked)

    @given(
        st.lists(lives(), min_size=8, max_size=8),
        st.sampled_from([SOURCE, ILLUSTRATIVE]),
        as_of_days(),
    )
    def test_of_the_shipped_policies(self, cases: list[Case], policy: Policy, as_of: date) -> None:
        """Whole lives of enterprises under the documents that ship."""
        assert_agreement(Questions(cases, policy, as_of))
