"""A full period as formulas: tested on a later event's day, or on the day asked for."""

from __future__ import annotations

from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.events import KindCells
from listing_rewards.engines.sheet.formulas import UNKNOWN, both, yes
from listing_rewards.policy.conditions import SeasoningCondition


class SeasoningFormulas:
    """The truth of one seasoning condition."""

    def __init__(self, bench: Bench, name: str, condition: SeasoningCondition) -> None:
        self._bench, self._name, self._condition = bench, name, condition

    def truth(self) -> str:
        """Whether the period was full; the days it depends on stand in rows of their own."""
        return self._tested() if self._condition.tested_on else self._held()

    def _full(self) -> str:
        """The first day on which the period counts as full, with a place for its first day."""
        condition, cell = self._condition, self._bench.of_condition
        span, later = 12 * condition.years + condition.months, condition.counting == "civil_code"
        months = cell(self._name, condition.seasoning, "months", span)
        day_after = cell(self._name, condition.seasoning, "counting", int(later))
        return f"EDATE({{day}},{months})+{day_after}"

    def _tested(self) -> str:
        """From the first start after the last break before the day that is tested."""
        bench, condition = self._bench, self._condition
        words, row, say = bench.words, bench.calculation.day, bench.calculation.say
        tested_on = self._test_day()
        broken_on, break_unknown = "0", "FALSE()"
        if condition.restarted_by:
            breaks = bench.events.kinds[condition.restarted_by]
            said = say("broken_on", event=words.event(condition.restarted_by))
            earlier = _days_of(breaks, ("<=", tested_on))
            broken_on = row(said, f"_xlfn.MAXIFS({earlier})")
            break_unknown = f"{breaks.happened}={UNKNOWN}"
        started = bench.events.kinds[condition.seasoning]
        start = _days_of(started, ("<=", tested_on), (">=", broken_on))
        said = say("started_on", event=words.event(condition.seasoning))
        started_on = row(said, f"_xlfn.MINIFS({start})")
        full = self._full().format(day=started_on)
        full_on = row(say("full_on"), f"IF({started_on}=0,0,{full})")
        compared = f"IF({tested_on}>={full_on},IF({break_unknown},{UNKNOWN},1),0)"
        known = f"IF({started.happened}={UNKNOWN},{UNKNOWN},IF({started_on}=0,0,{compared}))"
        test_day = f"IF({tested_on}=0,0,IF({tested_on}<0,{UNKNOWN},{known}))"
        return f"IF({started.happened}=0,0,{test_day})"

    def _test_day(self) -> str:
        """The row with the day that is tested: of the first event that has happened."""
        bench, kinds = self._bench, self._condition.tested_on or ()
        day = "0"
        for kind in reversed(kinds):
            cells = bench.events.kinds[kind]
            otherwise = f"IF({cells.happened}={UNKNOWN},-1,{day})"
            day = f"IF({cells.often}>0,{cells.first},{otherwise})"
        events = bench.words.listing(map(bench.words.event, kinds))
        return bench.calculation.day(bench.calculation.say("tested_on", event=events), day)

    def _held(self) -> str:
        """From any start, unbroken until it is full, by the day asked for."""
        bench, condition = self._bench, self._condition
        started, full = bench.events.kinds[condition.seasoning], self._full()
        breaks = bench.events.kinds[condition.restarted_by] if condition.restarted_by else None

        def held(row: int) -> str:
            end = full.format(day=f"C{row}")
            tests = [f"{end}<=AS_OF"]
            if breaks:
                broken = _which(breaks, (">", f"C{row}"), ("<=", end))
                tests.append(f"COUNTIFS({broken})=0")
            of_the_kind = f"AND(B{row}={started.number},D{row}=1)"
            return f"IF({of_the_kind},{yes(both(*tests))},0)"

        head = bench.calculation.say("held", name=bench.words.event(condition.seasoning))
        column = bench.events.rows.column(head, held)
        met = f"IF({breaks.happened}={UNKNOWN},{UNKNOWN},1)" if breaks else "1"
        return f"IF({started.happened}<1,{started.happened},IF(SUM({column})>0,{met},0))"


def _which(kind: KindCells, *days: tuple[str, str]) -> str:
    """The events of a kind that have happened on days such as ``(">=", "D7")``, as criteria."""
    bounds = (f',EVENT_DAY,"{sign}"&{day}' for sign, day in days)
    return f"EVENT_KIND,{kind.number},EVENT_COUNTS,1{''.join(bounds)}"


def _days_of(kind: KindCells, *days: tuple[str, str]) -> str:
    """The days of those events, then the criteria."""
    return f"EVENT_DAY,{_which(kind, *days)}"
