"""What a clerk writes into a cell is read for certain, or refused."""

from __future__ import annotations

from datetime import date

import pytest

from listing_rewards import InvalidCase
from listing_rewards.files.reading.cell_values import cell_day, cell_yes


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-05",
        "2023-9-5",
        "2023/9/5",
        "2023/09/05",
        "2023.9.5",
        "2023年9月5日",
        "２０２３年９月５日",
        "20230905",
        " 2023-09-05 ",
        "2023-09-05 00:00:00",
        "2023/9/5 0:00",
        "2023-09-05 00:00:00.000",
        "2023-09-05T00:00:00",
        "２０２３－９－５　０：００",
    ],
)
def test_a_day_year_first(text: str) -> None:
    """Each usual form states the same day."""
    assert cell_day(text) == date(2023, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30",
        "9/5/2023",
        "05/09/2023",
        "2023-9",
        "2023年9月",
        "45174",
        "2023-09/05",
        "2023-09-05 25",
        "2023-02-30 08:30",
        "1800-01-01 08:30",
        "去年",
        "1800-01-01",
    ],
)
def test_what_is_not_certainly_a_day_is_refused(text: str) -> None:
    """Month and day are never guessed; a serial number is not a day."""
    with pytest.raises(InvalidCase) as caught:
        cell_day(text)
    assert caught.value.faults[0].code in {"not_a_date", "date_out_of_range"}


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-05 08:30",
        "2023/9/5 8:30:00",
        "2023-09-05T00:00:01",
        "2023-09-05 00:00:00.001",
        "2023年9月5日 23:59",
    ],
)
def test_a_time_of_day_is_told_with_the_day(text: str) -> None:
    """It may be the moment of an entry in some other program; the day alone is to be written."""
    with pytest.raises(InvalidCase) as caught:
        cell_day(text)
    (fault,) = caught.value.faults
    told = f"'{text}' is a day with a time of day; write the day alone: 2023-09-05"
    assert fault.sentence() == told
    assert fault.sentence("zh") == f"“{text}” 在日期之后还带有时刻；请只写日期：2023-09-05"


@pytest.mark.parametrize(
    ("text", "yes"), [("是", True), ("YES", True), ("否", False), ("0", False)]
)
def test_yes_and_no(text: str, yes: bool) -> None:  # noqa: FBT001
    """In both languages."""
    assert cell_yes(text) is yes


def test_neither_yes_nor_no() -> None:
    """Anything else is refused with what is accepted."""
    with pytest.raises(InvalidCase, match="neither yes nor no"):
        cell_yes("也许")
