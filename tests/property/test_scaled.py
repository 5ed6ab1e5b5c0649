"""An amount in proportion to a share is exact until it is rounded."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from property.generated_amounts import SHORT
from property.small_policies import ROUNDING, line_for, policy_of
from property.values import yuan

FIGURES = yuan() | st.sampled_from([Decimal(n) for n in ("1", "2", "3", "7", "9", "70", "100")])
LONG = st.integers(1, 10**39).map(lambda n: Decimal(n).scaleb(-38))
FACTORS = st.lists(st.sampled_from(["150%", "300%", "120%", "33.3333%", "50%"]), max_size=3)
THRESHOLDS = st.sampled_from(["70%", "100%", "33.3333%", "90%"])


def fraction(percent: str) -> Fraction:
    """A percentage as a fraction."""
    return Fraction(percent.rstrip("%")) / 100


def to_unit(amount: Fraction, unit: Fraction, mode: str) -> Fraction:
    """The multiple of the unit that the mode chooses."""
    below, rest = amount // unit, amount % unit
    up = {
        "down": False,
        "up": rest > 0,
        "half_up": 2 * rest >= unit,
        "half_even": 2 * rest > unit or (2 * rest == unit and below % 2 == 1),
    }[mode]
    return (below + up) * unit


def expected(
    amount: Fraction, share: Fraction, full_at: Fraction, short: str, factors: list[str]
) -> Fraction:
    """The amount by its share and the factors, exact."""
    if share < full_at:
        amount *= {"share": share, "share_of_threshold": share / full_at}.get(short, Fraction(0))
    for factor in factors:
        amount *= fraction(factor)
    return amount


class TestScaled:
    """The amount times the share, times the factors, rounded once: no quotient is cut before.

    Below `full_at`: `share` gives the amount times the share, `share_of_threshold` the amount
    times the share divided by `full_at`, `nothing` gives 0; from it on the amount stays.
    """

    @given(yuan(), FIGURES, FIGURES, THRESHOLDS, st.sampled_from(SHORT), FACTORS, ROUNDING)
    def test_agrees_with_exact_fractions(
        self,
        fixed: Decimal,
        part: Decimal,
        whole: Decimal,
        full_at: str,
        short: str,
        factors: list[str],
        rounding: dict[str, str],
    ) -> None:
        """To the unit, for every way of rounding."""
        self._agrees(fixed, part, max(whole, Decimal("0.01")), full_at, short, factors, rounding)

    @given(yuan(), LONG, LONG, THRESHOLDS, st.sampled_from(SHORT), FACTORS, ROUNDING)
    def test_agrees_for_figures_with_many_decimals(
        self,
        fixed: Decimal,
        part: Decimal,
        whole: Decimal,
        full_at: str,
        short: str,
        factors: list[str],
        rounding: dict[str, str],
    ) -> None:
        """Also where a figure has as many decimals as a case may write."""
        self._agrees(fixed, part, whole, full_at, short, factors, rounding)

    @given(st.integers(1, 9), st.integers(1, 9), st.sampled_from(["300%", "150%"]), ROUNDING)
    def test_thirds_come_back_whole(
        self, part: int, whole: int, factor: str, rounding: dict[str, str]
    ) -> None:
        """A third of an amount, three times, is the amount; no fen is lost on the way."""
        for fixed in (Decimal("1.00"), Decimal("0.01"), Decimal("300.00")):
            figures = Decimal(part), Decimal(whole * 3)
            self._agrees(fixed, *figures, "100%", "share", [factor], rounding)

    @given(st.integers(20, 37), st.sampled_from(["up", "half_up", "down"]))
    def test_the_smallest_excess_counts(self, places: int, mode: str) -> None:
        """A share that is larger by what a figure's last decimal can hold rounds up with it."""
        part = Decimal(1) + Decimal(3).scaleb(-places)
        rounding = {"unit": "0.01", "mode": mode}
        self._agrees(Decimal("3.00"), part, Decimal(3), "100%", "share", [], rounding)

    @given(yuan(), THRESHOLDS, st.sampled_from(SHORT), ROUNDING)
    def test_from_the_threshold_on_the_amount_stays(
        self, fixed: Decimal, full_at: str, short: str, rounding: dict[str, str]
    ) -> None:
        """A share in percent that is just large enough gives all of it."""
        scaled = {"by": "share", "full_at": full_at, "short": short}
        policy = policy_of({"fixed": fixed, "scaled": scaled}, rounding=rounding)
        line = line_for(policy, figures={"share": full_at})
        whole = policy_of({"fixed": fixed}, rounding=rounding)
        assert line.nominal == line_for(whole).nominal

    @staticmethod
    def _agrees(
        fixed: Decimal,
        part: Decimal,
        whole: Decimal,
        full_at: str,
        short: str,
        factors: list[str],
        rounding: dict[str, str],
    ) -> None:
        amount: dict[str, Any] = {
            "fixed": fixed,
            "scaled": {"by": "part", "of": "whole", "full_at": full_at, "short": short},
            "times": [{"factor": factor, "when": "listed_at_all"} for factor in factors],
        }
        conditions = {"listed_at_all": {"clause": "c", "happened": "listed"}}
        policy = policy_of(amount, conditions=conditions, rounding=rounding)
        line = line_for(policy, figures={"part": part, "whole": whole})
        share = min(Fraction(part) / Fraction(whole), Fraction(1))
        exact = expected(Fraction(fixed), share, fraction(full_at), short, factors)
        rounded = to_unit(exact, Fraction(rounding["unit"]), rounding["mode"])
        assert line.nominal.determined
        assert Fraction(line.nominal.at_least) == rounded
