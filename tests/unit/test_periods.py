"""Days and full periods."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from listing_rewards import InvalidCase, InvalidPolicy, neeq_seasoning
from listing_rewards.policy.conditions import SeasoningCondition
from listing_rewards.values.day import Counting, corresponding_day, first_day_met, read_day


class TestReadDay:
    """A day, and neither a moment nor a number."""

    @pytest.mark.parametrize("given", ["2024-02-29", date(2024, 2, 29)])
    def test_read(self, given: object) -> None:
        """Text or a date."""
        assert read_day(given) == date(2024, 2, 29)

    @pytest.mark.parametrize(
        "given",
        ["2023-02-29", "2023-13-01", "2023-9-15", "2023/09/15", "20230915", "15-09-2023",
         "2023-09-15T00:00", " 2023-09-15", "2023-09-1５", "2023年9月15日", "", None, True, 45000,
         20230915, 1.5, datetime(2023, 9, 15, tzinfo=UTC), [2023, 9, 15]],
    )  # fmt: skip
    def test_refused(self, given: object) -> None:
        """What is not such a day is refused, with how to write one."""
        with pytest.raises(InvalidCase) as caught:
            read_day(given)
        assert caught.value.faults[0].code == "not_a_date"
        assert "such as 2023-09-15" in str(caught.value)

    def test_from_1900_to_2199(self) -> None:
        """Both ends are accepted, the days beyond are refused as out of range."""
        assert read_day("1900-01-01") == date(1900, 1, 1)
        assert read_day("2199-12-31") == date(2199, 12, 31)
        for beyond in ("1899-12-31", "2200-01-01", date.min, date.max):
            with pytest.raises(InvalidCase) as caught:
                read_day(beyond)
            assert caught.value.faults[0].code == "date_out_of_range"


class TestCorrespondingDay:
    """The same day of the month, or the month's last day where there is none."""

    @pytest.mark.parametrize(
        ("start", "years", "months", "expected"),
        [
            (date(2023, 9, 15), 1, 0, date(2024, 9, 15)),
            (date(2024, 2, 29), 1, 0, date(2025, 2, 28)),
            (date(2024, 2, 29), 4, 0, date(2028, 2, 29)),
            (date(2023, 2, 28), 1, 0, date(2024, 2, 28)),
            (date(2024, 1, 31), 0, 1, date(2024, 2, 29)),
            (date(2024, 8, 31), 0, 6, date(2025, 2, 28)),
            (date(2023, 12, 31), 0, 0, date(2023, 12, 31)),
        ],
    )
    def test_table(self, start: date, years: int, months: int, expected: date) -> None:
        """Each start leads to its day."""
        assert corresponding_day(start, years=years, months=months) == expected

    def test_after_no_time(self) -> None:
        """With neither years nor months it is the day itself."""
        assert corresponding_day(date(2024, 2, 29)) == date(2024, 2, 29)

    def test_the_longest_period(self) -> None:
        """A hundred years are taken, and not a year or a month more."""
        about = {"seasoning": "listed", "clause": "c"}
        for longest in ({"years": 100}, {"months": 1200}):
            assert SeasoningCondition.model_validate(about | longest).seasoning == "listed"
        for too_long in ({"years": 101}, {"months": 1201}):
            with pytest.raises(InvalidPolicy):
                SeasoningCondition.model_validate(about | too_long)

    def test_first_day_met(self) -> None:
        """The day itself by anniversary, the day after by the civil code."""
        assert first_day_met(date(2025, 2, 28), "anniversary") == date(2025, 2, 28)
        assert first_day_met(date(2025, 2, 28), "civil_code") == date(2025, 3, 1)
        assert first_day_met(date(2024, 12, 31), "civil_code") == date(2025, 1, 1)


class TestNeeqSeasoning:
    """The rule by hand: what it says besides yes or no."""

    @pytest.mark.parametrize(
        ("tested", "counting", "met", "days_left", "on_boundary"),
        [
            (date(2024, 9, 14), "anniversary", False, 1, False),
            (date(2024, 9, 15), "anniversary", True, 0, True),
            (date(2024, 9, 16), "anniversary", True, 0, False),
            (date(2024, 9, 14), "civil_code", False, 2, False),
            (date(2024, 9, 15), "civil_code", False, 1, True),
            (date(2024, 9, 16), "civil_code", True, 0, False),
            (date(2023, 9, 15), "anniversary", False, 366, False),
            (date(2023, 9, 1), "anniversary", False, 380, False),
        ],
    )
    def test_table(
        self, tested: date, counting: Counting, *, met: bool, days_left: int, on_boundary: bool
    ) -> None:
        """Listed on 2023-09-15: each day of testing gives its answer."""
        year = neeq_seasoning(date(2023, 9, 15), tested, counting=counting)
        assert (year.met, year.days_left, year.on_boundary_day) == (met, days_left, on_boundary)
        assert year.listed_on == date(2023, 9, 15)
        assert year.tested_on == tested
        assert year.counting == counting

    def test_a_moment_is_refused(self) -> None:
        """A day is asked for, not a moment."""
        with pytest.raises(InvalidCase):
            neeq_seasoning(datetime(2023, 9, 15, tzinfo=UTC), date(2024, 9, 15))
