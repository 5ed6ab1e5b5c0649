"""The full year on NEEQ."""

from datetime import date, timedelta

from listing_rewards import neeq_seasoning
from listing_rewards.values.day import Counting
from property.values import a_year_on

ONE_DAY = timedelta(days=1)
CENTURY = [date(1950, 1, 1) + n * ONE_DAY for n in range(36_525)]


class TestSeasoning:
    """The test turns exactly on its day, for every start day of a century.

    Task 7: 在新三板挂牌满一年后尽快申请到北交所挂牌上市. Civil Code 202: where there is no
    corresponding day, the last day of the month.
    """

    def test_a_century_is_covered(self) -> None:
        """From the first day of 1950 to the last of 2049, with 25 leap days."""
        assert CENTURY[-1] == date(2049, 12, 31)
        assert sum((day.month, day.day) == (2, 29) for day in CENTURY) == 25

    def test_by_anniversary_it_is_met_on_the_corresponding_day(self) -> None:
        """Not met the day before the corresponding day; met on it and on the day after."""
        for start in CENTURY:
            self._turns_on(a_year_on(start), start, "anniversary")

    def test_by_the_civil_code_it_is_met_on_the_day_after(self) -> None:
        """Not met on the corresponding day, since its end completes the year; met the day after."""
        for start in CENTURY:
            self._turns_on(a_year_on(start) + ONE_DAY, start, "civil_code")

    def test_the_boundary_day_is_told(self) -> None:
        """Both ways of counting say when the test falls on the corresponding day, and only then."""
        for start in CENTURY[::7]:
            completes = a_year_on(start)
            for day in (completes - ONE_DAY, completes, completes + ONE_DAY):
                for counting in ("anniversary", "civil_code"):
                    year = neeq_seasoning(start, day, counting=counting)
                    assert year.on_boundary_day == (day == completes)
                    assert year.completes_on == completes

    def test_two_years_are_a_year_and_a_year(self) -> None:
        """A longer period ends on the corresponding day of its last year."""
        for start in CENTURY[::7]:
            two_on = date(start.year + 2, start.month, 1) + (min(start.day, 28) - 1) * ONE_DAY
            leap_day = (start.month, start.day) == (2, 29)
            expected = two_on if leap_day else start.replace(year=start.year + 2)
            assert neeq_seasoning(start, start, years=2).completes_on == expected

    @staticmethod
    def _turns_on(first_day_met: date, start: date, counting: Counting) -> None:
        before = neeq_seasoning(start, first_day_met - ONE_DAY, counting=counting)
        on_it = neeq_seasoning(start, first_day_met, counting=counting)
        after = neeq_seasoning(start, first_day_met + ONE_DAY, counting=counting)
        assert (before.met, on_it.met, after.met) == (False, True, True)
        assert (before.days_left, on_it.days_left, after.days_left) == (1, 0, 0)
        assert before.met_from == on_it.met_from == after.met_from == first_day_met
