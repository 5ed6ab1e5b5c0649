"""The reward for financing on the regional equity market."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, assess, regional_financing_reward
from property.values import AWKWARD_AMOUNTS, PLAN_FIRST, PLAN_LAST, SOURCE

# Sums of these stay below the largest amount that can be written.
FEN = st.sampled_from([int(each * 100) for each in AWKWARD_AMOUNTS if each < 10**10])
FEN |= st.integers(0, 10**9 + 10**3)
FINANCING = st.tuples(FEN, st.dates(PLAN_FIRST, PLAN_LAST))


def reward_of(fen: int) -> Decimal:
    """What the rule by hand gives for a financing stated in fen."""
    return regional_financing_reward(Decimal(fen).scaleb(-2))


def payable_for(financings: list[tuple[int, date]]) -> Decimal:
    """What is payable for some financings within the plan."""
    events = [
        {"kind": "regional_financing", "on": on, "amount": Decimal(fen).scaleb(-2)}
        for fen, on in financings
    ]
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": events})
    answer = assess(case, SOURCE, as_of=PLAN_LAST)
    assert answer.determined
    return answer.payable


class TestRegional:
    """2% of the financing below the cap, the cap above.

    Task 10: 按融资额的2%给予奖励，最高奖励金额不超过10万元. Half a fen counts as one; the cap is
    read as one for the enterprise, all its financings together.
    """

    @given(FEN)
    def test_two_percent_up_to_the_cap(self, fen: int) -> None:
        """In whole fen: twice the financing over a hundred, a half going up, at most 100,000."""
        whole, rest = divmod(2 * fen, 100)
        in_fen = min(whole + (rest >= 50), 100_000 * 100)
        assert reward_of(fen) == Decimal(in_fen).scaleb(-2)

    @given(FEN, FEN)
    def test_never_falls_as_financing_grows(self, one: int, other: int) -> None:
        """More financing never means less reward."""
        assert reward_of(min(one, other)) <= reward_of(max(one, other))

    @given(st.lists(FINANCING, min_size=1, max_size=5))
    def test_splitting_a_financing_changes_nothing(self, parts: list[tuple[int, date]]) -> None:
        """Financings in parts are rewarded as one financing of their sum."""
        assert payable_for(parts) == reward_of(sum(fen for fen, _ in parts))

    @given(st.lists(FINANCING, max_size=4), FINANCING)
    def test_another_financing_never_lowers_the_reward(
        self, before: list[tuple[int, date]], one_more: tuple[int, date]
    ) -> None:
        """A further financing leaves the reward as it is or raises it."""
        assert payable_for(before) <= payable_for([*before, one_more])
