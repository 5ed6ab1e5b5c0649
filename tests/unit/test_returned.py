"""Money that came back, as `assess` reads it: what was returned is not paid."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from audit.small import case, policy
from openpyxl import load_workbook

from listing_rewards import Assessment, InvalidCase, Policy, assess
from listing_rewards.engines.sheet import workbook

STAY = {"title": "stay", "event": "raised", "years": 2, "awards": ["filed"], "clause": "c"}


def answered(*payments: tuple[str, str], under: Policy | None = None) -> Assessment:
    """The answer with these payments for the filing of 1 March 2023, which gives 40 yuan."""
    stated = [{"award": "filed", "on": on, "amount": amount} for on, amount in payments]
    chosen = under or policy(parts={"notices": []})
    return assess(case(payments=stated), chosen, as_of=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("payments", "paid", "payable"),
    [
        ([("2023-04-01", "40"), ("2023-04-05", "-40")], "0.00", "40.00"),
        ([("2023-04-01", "40"), ("2023-04-05", "-40"), ("2023-04-09", "40")], "40.00", "0.00"),
        ([("2023-04-01", "40"), ("2023-04-05", "（15）")], "25.00", "15.00"),
        ([("2023-04-01", "50"), ("2023-04-05", "红字10")], "40.00", "0.00"),
        ([("2023-04-01", "40"), ("2026-01-05", "-40")], "40.00", "0.00"),
    ],
)
def test_taken_off(payments: list[tuple[str, str]], paid: str, payable: str) -> None:
    """What came back by the as-of date is not paid; what comes back later is noted."""
    line = answered(*payments).line("filed")
    assert (str(line.paid), str(line.payable.at_least)) == (paid, payable)


def test_called_back_is_not_payable_again() -> None:
    """Raised on 1 May 2024, within two years of filing: what comes back then answers it."""
    under = policy(parts={"notices": [], "repayments": {"stay": STAY}})
    paid: Any = ("2023-04-01", "40")
    exposed = answered(paid, under=under)
    assert str(exposed.exposures[0].amount.at_least) == "40.00"
    part = answered(paid, ("2024-06-01", "-15"), under=under)
    assert str(part.exposures[0].amount.at_least) == "25.00"
    assert part.line("filed").payable.nothing
    whole = answered(paid, ("2024-06-01", "-40"), under=under)
    assert whole.exposures[0].amount.nothing
    assert whole.line("filed").payable.nothing
    before = answered(paid, ("2023-04-05", "-40"), ("2023-05-01", "40"), under=under)
    assert str(before.exposures[0].amount.at_least) == "40.00"


def test_noted_in_both_languages() -> None:
    """With its day and its yuan."""
    answer = answered(("2023-04-01", "40"), ("2023-04-05", "-40"))
    assert "came back on 2023-04-05" in answer.explain()
    assert "于 2023-04-05 退回" in answer.explain("zh")


@pytest.mark.parametrize(
    "payments",
    [
        [("2023-04-05", "-40")],
        [("2023-04-01", "40"), ("2023-04-05", "-40.01")],
        [("2023-04-06", "40"), ("2023-04-05", "-40")],
    ],
)
def test_more_than_was_paid(payments: list[tuple[str, str]]) -> None:
    """Refused, with its place: it would otherwise be paid out once more."""
    with pytest.raises(InvalidCase) as refused:
        answered(*payments)
    assert [(each.code, each.path) for each in refused.value.faults] == [
        ("returned_too_much", f"payments[{len(payments) - 1}].amount")
    ]


def test_each_return_by_itself() -> None:
    """A return of nothing paid is refused, and so is the next one: none makes up for another."""
    with pytest.raises(InvalidCase) as refused:
        answered(("2023-04-05", "-0.50"), ("2023-04-06", "-0.50"))
    assert [each.path for each in refused.value.faults] == [
        "payments[0].amount",
        "payments[1].amount",
    ]


def test_paid_and_returned_on_one_day() -> None:
    """In whichever order they are written, money is paid before it comes back; half a yuan too."""
    for payments in ([("2023-04-05", "-0.50"), ("2023-04-05", "0.50")],):
        assert str(answered(*payments).line("filed").paid) == "0.00"
        assert str(answered(*payments[::-1]).line("filed").paid) == "0.00"


def test_the_workbook_is_written_as_values() -> None:
    """Formulas could not tell what was returned from what was called back."""
    content = workbook(answered(("2023-04-01", "40"), ("2023-04-05", "-40")))
    sheets = load_workbook(io.BytesIO(content)).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert any("a payment came back" in str(cell.value) for cell in cells)
