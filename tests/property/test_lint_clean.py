"""A policy without findings can be asked about any case."""

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from listing_rewards import Policy
from property.generated_cases import asked_for, cases_for
from property.generated_policies import policies
from property.values import ILLUSTRATIVE, SOURCE, Question


class TestLintClean:
    """Lint-clean policies never make `assess` raise on a valid case.

    What cannot be carried out is refused when a document is read or named as an error by `lint`,
    before any case is seen.
    """

    @given(policies(), st.data())
    def test_an_answer_for_every_case(self, policy: Policy, data: st.DataObject) -> None:
        """Where `lint` names no error, several cases of any kind get their answer."""
        from listing_rewards.policy.lint import lint

        errors = [each for each in lint(policy) if each.level == "error"]
        event("with errors" if errors else "without errors")
        if not errors:
            for fully in (True, False):
                case = data.draw(cases_for(policy, fully=fully))
                answer = Question(case, policy, data.draw(asked_for(policy, case))).answer()
                assert len(answer.lines) == len(policy.awards)

    @given(policies())
    def test_lint_has_an_answer_for_every_policy(self, policy: Policy) -> None:
        """Every finding has its level and a sentence in both languages; the same each time."""
        from listing_rewards.policy.lint import lint

        findings = lint(policy)
        assert findings == lint(Policy.model_validate_json(policy.model_dump_json()))
        for each in findings:
            assert each.level in ("error", "advice")

    @pytest.mark.parametrize("policy", [SOURCE, ILLUSTRATIVE], ids=lambda policy: str(policy.id))
    def test_the_shipped_documents_are_clean(self, policy: Policy) -> None:
        """The documents that ship have no findings."""
        from listing_rewards.policy.lint import lint

        assert not [each for each in lint(policy) if each.level == "error"]
