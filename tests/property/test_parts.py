"""Parts always add up to the whole."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import event, given
from hypothesis import strategies as st

from listing_rewards import Bounds
from listing_rewards.engines.exact.splits import split
from property.generated_policies import SHARES
from property.strategies import generated_questions, questions
from property.values import FEN, Question, yuan

UNITS = st.sampled_from([FEN, FEN, Decimal("1.00"), Decimal("100.00")])
RATES = st.sampled_from([[Decimal(each[:-1]) / 100 for each in shares] for shares in SHARES])


def parts_by_hand(amount: Decimal, shares: Sequence[Decimal], unit: Decimal) -> list[Fraction]:
    """Whole units by the largest remainder; what is below a unit goes to the first part."""
    whole, rest = divmod(Fraction(amount), Fraction(unit))
    quotas = [whole * Fraction(share) for share in shares]
    units = [quota // 1 for quota in quotas]
    by_remainder = sorted(range(len(shares)), key=lambda i: (units[i] - quotas[i], i))
    for i in by_remainder[: int(whole - sum(units))]:
        units[i] += 1
    parts = [each * Fraction(unit) for each in units]
    return [parts[0] + rest, *parts[1:]]


def holds(amount: Bounds, number: Fraction) -> bool:
    """Whether a range holds a number."""
    return amount.at_least <= number and (amount.at_most is None or number <= amount.at_most)


def some_of(amount: Bounds, data: st.DataObject) -> list[Decimal]:
    """Amounts that a range holds: its ends and one between, in fen."""
    least = int(amount.at_least / FEN)
    most = least + 10**9 if amount.at_most is None else int(amount.at_most / FEN)
    return [Decimal(n) * FEN for n in (least, most, data.draw(st.integers(least, most)))]


class TestParts:
    """Instalments and the shares of levels add up to the amount, by the largest remainder.

    市、县（市、区）按比例分担; 分4年兑现，每年25%: no fen is lost or made by splitting. On a range,
    the parts of whatever the amount turns out to be lie within the ranges of the parts.
    """

    @given(questions())
    def test_instalments_add_up_to_what_is_entitled(self, question: Question) -> None:
        """Where the amount is known the parts are, and are those computed by hand."""
        unit = question.policy.rounding.unit
        for line in question.answer().lines:
            if line.instalments and line.entitled.determined:
                event("instalments of a known amount")
                amount = line.entitled.at_least
                by_hand = parts_by_hand(amount, [each.share for each in line.instalments], unit)
                parts = [Fraction(each.amount.at_least) for each in line.instalments]
                assert all(each.amount.determined for each in line.instalments)
                assert parts == by_hand
                assert sum(parts) == amount

    @given(questions())
    def test_shares_add_up_to_what_is_payable(self, question: Question) -> None:
        """Where the amount is known the levels' parts are, and are those computed by hand."""
        unit = question.policy.rounding.unit
        for line in question.answer().lines:
            if line.shares and line.payable.determined:
                event("shares of a known amount")
                amount = line.payable.at_least
                parts = [Fraction(each.payable.at_least) for each in line.shares]
                assert parts == parts_by_hand(amount, [each.share for each in line.shares], unit)
                assert sum(parts) == amount

    @given(generated_questions(), st.data())
    def test_on_ranges_the_true_parts_lie_inside(
        self, question: Question, data: st.DataObject
    ) -> None:
        """Whatever the amount turns out to be, each of its parts lies in the range of that part."""
        unit = question.policy.rounding.unit
        for line in question.answer().lines:
            for whole, named in (
                (line.entitled, [(each.share, each.amount) for each in line.instalments]),
                (line.payable, [(each.share, each.payable) for each in line.shares]),
            ):
                for amount in some_of(whole, data) if named else ():
                    by_hand = parts_by_hand(amount, [share for share, _ in named], unit)
                    for (_, part), true in zip(named, by_hand, strict=True):
                        assert holds(part, true)

    @given(yuan(), st.none() | yuan(), RATES, UNITS, st.data())
    def test_any_range_splits_soundly(
        self,
        one: Decimal,
        other: Decimal | None,
        shares: list[Decimal],
        unit: Decimal,
        data: st.DataObject,
    ) -> None:
        """The same for any amounts, shares and units."""
        low, high = (one, None) if other is None else (min(one, other), max(one, other))
        whole = Bounds(low, high)
        parts = split(whole, shares, unit=unit)
        for amount in some_of(whole, data):
            by_hand = parts_by_hand(amount, shares, unit)
            assert all(holds(part, true) for part, true in zip(parts, by_hand, strict=True))

    @given(questions())
    def test_what_is_due_is_never_more_than_the_whole(self, question: Question) -> None:
        """What is due of an award paid in instalments does not exceed what it is entitled to."""
        for line in question.answer().lines:
            for step in line.steps:
                if step.op == "due" and line.entitled.at_most is not None:
                    assert step.result.at_least <= line.entitled.at_least
                    assert step.result.at_most is not None
                    assert step.result.at_most <= line.entitled.at_most
