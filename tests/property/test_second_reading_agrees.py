"""An independent second reading of the documents comes to the same amounts."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.second_reading import (
    ILLUSTRATIVE as ASSUMED_STAGES,
)
from oracle.second_reading import (
    UNKNOWN_STAGES,
    Amounts,
    Pair,
    payable_by_scenarios,
    second_reading,
    to_fen,
)
from profiles import few

from listing_rewards import Bounds, Case, Policy
from listing_rewards.values.money import write_yuan
from property.strategies import lives
from property.values import ILLUSTRATIVE, SOURCE, Question, as_of_days

STAGE_AMOUNTS: dict[str, Amounts] = {SOURCE.id: UNKNOWN_STAGES, ILLUSTRATIVE.id: ASSUMED_STAGES}


def in_fen(amount: Bounds) -> Pair:
    """Both ends in whole fen."""
    least, most = amount.at_least, amount.at_most
    return _fen(write_yuan(least)), None if most is None else _fen(write_yuan(most))


def _fen(written: str) -> int:
    return to_fen(written.replace(",", ""))


def as_counted(case: Case, policy: Policy) -> dict[str, object]:
    """The case as the second reading takes it: only the payments that count."""
    written = case.model_dump(mode="json", exclude_none=True)
    counted = {None, policy.id, *policy.counts_payments_under}
    payments = [each for each in written["payments"] if each.get("policy") in counted]
    return written | {"payments": payments}


class TestAgreement:
    """A second implementation, written from the Chinese text alone, agrees to the fen.

    Tasks 7, 9 and 10 of the task table, read twice by different hands.
    """

    @given(lives(), as_of_days(), st.sampled_from([SOURCE, ILLUSTRATIVE]))
    @settings(max_examples=max(few(300), settings().max_examples))
    def test_every_line_and_total(self, case: Case, as_of: date, policy: Policy) -> None:
        """Nominal, entitled, payable, overpaid, paid and truth of each line; payable in total."""
        answer = Question(case, policy, as_of).answer()
        counted = as_counted(case, policy)
        expected = second_reading(counted, as_of, STAGE_AMOUNTS[policy.id])
        for award, line in expected.lines.items():
            ours = answer.line(award)
            assert in_fen(ours.nominal) == line.nominal, award
            assert in_fen(ours.entitled) == line.entitled, award
            assert in_fen(ours.payable) == line.payable, award
            assert in_fen(ours.overpaid) == line.overpaid, award
            assert in_fen(Bounds(ours.paid, ours.paid))[0] == line.paid, award
            assert ours.truth == line.truth, award
        assert in_fen(Bounds(answer.payable, answer.payable_at_most)) == expected.payable

    @given(lives(), as_of_days(), st.sampled_from([SOURCE, ILLUSTRATIVE]))
    @settings(max_examples=max(few(300), settings().max_examples))
    def test_the_total_is_exactly_as_wide_as_it_must_be(
        self, case: Case, as_of: date, policy: Policy
    ) -> None:
        """Its ends are the least and the most over all ways the unknown could turn out."""
        answer = Question(case, policy, as_of).answer()
        counted = as_counted(case, policy)
        expected = payable_by_scenarios(counted, as_of, STAGE_AMOUNTS[policy.id])
        assert in_fen(Bounds(answer.payable, answer.payable_at_most)) == expected
