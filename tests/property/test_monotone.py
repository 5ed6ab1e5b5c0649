"""More of the base never gives less."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from property.generated_amounts import CAPS, RATES, SHORT, THRESHOLDS, known_caps
from property.small_policies import ROUNDING, nominal_for, policy_of
from property.values import yuan

OPTIONAL = {
    "minus": st.just(["whole"]),
    "above": st.sampled_from(CAPS) | st.just({"rate": "105%", "of": "whole"}),
    "floor": st.sampled_from(CAPS),
}
RATE_AMOUNTS = st.fixed_dictionaries(
    {"rate": st.sampled_from(RATES), "of": st.just("part"), "cap": known_caps()}, optional=OPTIONAL
)


class TestMonotone:
    """A share of an amount never falls as the amount grows, however it is capped and rounded.

    Task 10: 按融资额的2%给予奖励，最高奖励金额不超过10万元.
    """

    @given(RATE_AMOUNTS, ROUNDING, yuan(), yuan(), yuan())
    def test_more_base_never_gives_less(
        self,
        amount: dict[str, Any],
        rounding: dict[str, str],
        one: Decimal,
        other: Decimal,
        whole: Decimal,
    ) -> None:
        """A larger base gives at least as much; within the cap, if there is one."""
        policy = policy_of(amount, rounding=rounding)
        less = nominal_for(policy, part=min(one, other), whole=whole)
        more = nominal_for(policy, part=max(one, other), whole=whole)
        assert less <= more
        if amount["cap"] is not None:
            assert more <= amount["cap"]

    @given(RATE_AMOUNTS, ROUNDING, yuan(), yuan(), yuan())
    def test_more_to_take_off_never_gives_more(
        self,
        amount: dict[str, Any],
        rounding: dict[str, str],
        part: Decimal,
        one: Decimal,
        other: Decimal,
    ) -> None:
        """The more is taken off the base, the less there is a share of."""
        policy = policy_of(amount, rounding=rounding)
        more = nominal_for(policy, part=part, whole=min(one, other))
        assert nominal_for(policy, part=part, whole=max(one, other)) <= more

    @given(yuan(), st.sampled_from(THRESHOLDS), st.sampled_from(SHORT), ROUNDING, yuan(), yuan())
    def test_a_larger_share_never_gives_less(
        self,
        fixed: Decimal,
        full_at: str,
        short: str,
        rounding: dict[str, str],
        one: Decimal,
        other: Decimal,
    ) -> None:
        """Of the same whole, a larger part gives at least as much, and never beyond all of it."""
        scaled = {"by": "part", "of": "whole", "full_at": full_at, "short": short}
        policy = policy_of({"fixed": fixed, "scaled": scaled}, rounding=rounding)
        whole = max(one, other, Decimal("0.01"))
        less = nominal_for(policy, part=min(one, other), whole=whole)
        assert less <= nominal_for(policy, part=whole, whole=whole)
        assert less <= nominal_for(policy, part=max(one, other), whole=whole)
