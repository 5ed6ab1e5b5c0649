"""A second, deliberately plain reading of the whole policy language.

It follows docs/explanation/how-a-policy-is-carried-out.md and shares nothing with the library:
plain dicts in (as `Policy.model_dump(mode="json")` and `Case.model_dump(mode="json")` write them,
where a key that is left out and a null mean the same), fractions out, days counted by hand.

It decides only what is determined: where something that matters is unknown, it raises `Open`.
Where the written meaning leaves a question, a comment that starts with "Question" says what was
chosen here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import Any

Plain = Mapping[str, Any]
NOTHING = Fraction(0)
TOTALS = ("granted", "entitled", "due", "payable", "overpaid", "withheld")


class Open(Exception):
    """Something that matters is unknown, or the written meaning gives no answer."""


@dataclass(frozen=True)
class Line:
    """One award; amounts in yuan, exact."""

    is_due: bool
    """Whether everything it needs is met."""
    nominal: Fraction | None
    """What it gives by itself; None where it is not due."""
    granted: Fraction
    """After alternatives."""
    entitled: Fraction
    """After common caps."""
    due: Fraction
    """The instalments that are due."""
    paid: Fraction
    """What was paid for it."""
    counted: Fraction
    """What counts as paid for it: with set-off from replaced awards and worse alternatives."""
    payable: Fraction
    """What is payable now; nothing where it is withheld."""
    overpaid: Fraction
    """What was paid beyond what it is entitled to."""
    withheld: Fraction
    """What would be payable, but for a notice."""
    borne: tuple[tuple[str, Fraction], ...]
    """What each level of government bears of what is payable, in the policy's order."""
    for_others: tuple[tuple[Fraction, Fraction], ...]
    """The least and the most of each part of what is payable that is for somebody else."""


@dataclass(frozen=True)
class Reading:
    """The awards, their sums, and what is exposed to repayment."""

    awards: dict[str, Line]
    totals: dict[str, Fraction]
    """By the names in `TOTALS`."""
    exposures: dict[str, Fraction]
    """By the names of the policy's undertakings."""


@dataclass(frozen=True)
class Question:
    """One policy, one case, one day; and what was already computed."""

    policy: Plain
    case: Plain
    as_of: date
    found: dict[tuple[str, str], Any] = field(default_factory=dict)


def read(policy: Plain, case: Plain, as_of: date) -> Reading:
    """Every amount, or `Open`."""
    q = Question(policy, case, as_of)
    lines = {award["id"]: line_of(q, award) for award in policy["awards"]}
    totals = {name: total(getattr(line, name) for line in lines.values()) for name in TOTALS}
    return Reading(lines, totals, {name: exposure(q, name) for name in promises(q)})


def line_of(q: Question, award: Plain) -> Line:
    held = is_withheld(q, award)
    would_be = payable_before_notices(q, award)
    payable = NOTHING if held else would_be
    return Line(
        is_due=is_due(q, award),
        nominal=nominal(q, award) if is_due(q, award) else None,
        granted=granted(q, award),
        entitled=entitled(q, award),
        due=due(q, award),
        paid=paid(q, award),
        counted=counted(q, award),
        payable=payable,
        overpaid=overpaid(q, award),
        withheld=would_be if held else NOTHING,
        borne=borne(q, award, payable),
        for_others=for_others(q, award, payable),
    )


# ---- small things -------------------------------------------------------------------------------


def table(document: Plain, name: str) -> Plain:
    return document.get(name) or {}


def listed(document: Plain, name: str) -> list[Any]:
    return list(document.get(name) or [])


def total(amounts: Iterable[Fraction]) -> Fraction:
    return sum(amounts, NOTHING)


def number(text: str) -> Fraction:
    """A number as written, such as "12.5", "2%" or "5‰", as a fraction."""
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    if text.endswith("‰"):
        return Fraction(text[:-1]) / 1000
    return Fraction(text)


def number_or_none(text: str | None) -> Fraction | None:
    return None if text is None else number(text)


def at_most(amount: Fraction, cap: Fraction | None) -> Fraction:
    return amount if cap is None else min(amount, cap)


def whole_part(amount: Fraction) -> int:
    """The largest whole number that is not above it."""
    return amount.numerator // amount.denominator


def once(q: Question, what: str, award: Plain, work: Callable[[], Fraction]) -> Fraction:
    """Computed one time. What rests on itself has no answer."""
    key = (what, award["id"])
    if key in q.found:
        if q.found[key] is None:
            raise Open(f"{key} rests on itself")
        return Fraction(q.found[key])
    q.found[key] = None
    try:
        q.found[key] = work()
    finally:
        if q.found[key] is None:
            del q.found[key]
    return Fraction(q.found[key])


def award_of(q: Question, award_id: str) -> Plain:
    found: list[Plain] = [each for each in q.policy["awards"] if each["id"] == award_id]
    return found[0]


# ---- days ---------------------------------------------------------------------------------------


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def corresponding_day(day: date, years: int, months: int) -> date:
    """So much later; the month's last day where it has no such day.

    Question: the page says so for `happened` only; here it holds for every period.
    """
    since_year_0 = day.year * 12 + (day.month - 1) + years * 12 + months
    year, month = since_year_0 // 12, since_year_0 % 12 + 1
    return date(year, month, min(day.day, days_in(year, month)))


def days_later(day: date, days: int) -> date:
    return day + timedelta(days=days)


def is_in_force(q: Question, day: date) -> bool:
    in_force = q.policy["in_force"]
    if day < date.fromisoformat(in_force["first"]):
        return False
    if in_force.get("last") is not None and day > date.fromisoformat(in_force["last"]):
        return False
    repealed = in_force.get("repealed")
    return repealed is None or day < date.fromisoformat(repealed["since"])


# ---- events and figures -------------------------------------------------------------------------


def events_of(q: Question, kind: str) -> list[Plain]:
    """What happened by the as-of date; identical events are several.

    Question: the page reads what is listed as absent like what is not stated. Here it is known
    not to have happened, as decision 6 says. What is stated wins over what is listed as absent.
    """
    stated = [each for each in listed(q.case, "events") if each["kind"] == kind]
    if not stated and kind not in listed(q.case, "absent") and silence_is_unknown(q, kind):
        raise Open(f"whether {kind} happened")
    return [each for each in stated if day_of(each) <= q.as_of]


def day_of(event: Plain) -> date:
    return date.fromisoformat(event["on"])


def days_of(q: Question, kind: str) -> list[date]:
    return sorted(day_of(each) for each in events_of(q, kind))


def days_in_force(q: Question, kind: str) -> list[date]:
    return [day for day in days_of(q, kind) if is_in_force(q, day)]


def events_counted(q: Question, kind: str, reader: Plain) -> list[Plain]:
    """The events of a kind that count for the amount or condition that reads them."""
    events: list[Plain] = events_of(q, kind)
    counted: Any = reader.get("counted") or "in_force"
    if not events or counted == "all":
        return events
    if counted == "in_force":
        return [each for each in events if is_in_force(q, day_of(each))]
    around = days_of(q, counted.get("after") or counted["before"])
    if not around:
        return []
    return [each for each in events if is_around(counted, around[0], day_of(each))]


def is_around(counted: Plain, anchor: date, day: date) -> bool:
    """On the right side of the other event's day, and within the time on that side."""
    months = 12 * (counted.get("within_years") or 0) + (counted.get("within_months") or 0)
    days = counted.get("within_days") or 0
    no_end = months == 0 and days == 0
    if counted.get("runs_from"):
        january, end = calendar_time(counted["runs_from"], anchor, months, days)
        return january <= day and (no_end or day <= end)
    if counted.get("after"):
        end = days_later(corresponding_day(anchor, 0, months), days)
        return anchor <= day and (no_end or day <= end)
    begin = days_later(corresponding_day(anchor, 0, -months), -days)
    return day <= anchor and (no_end or begin <= day)


def calendar_time(runs_from: str, day: date, months: int, days: int) -> tuple[date, date]:
    """From 1 January of a day's year, or of the next, and the eve of so many months and days on."""
    january = date(day.year if runs_from == "year" else day.year + 1, 1, 1)
    end = corresponding_day(january, 0, months)
    return january, end + timedelta(days=days) - timedelta(days=1)


def amounts_counted(q: Question, kind: str, reader: Plain) -> list[tuple[date, Fraction]]:
    """The day and amount of each event that counts."""
    found = []
    for event in events_counted(q, kind, reader):
        if event.get("amount") is None:
            raise Open(f"the amount of {kind} on {event['on']}")
        found.append((day_of(event), number(event["amount"])))
    return found


def quantity(q: Question, name: str, reader: Plain) -> Fraction:
    """The amount of an event kind, as far as it counts here, or a figure."""
    if name in table(q.policy, "events"):
        return total(amount for _, amount in amounts_counted(q, name, reader))
    stated = table(q.case, "figures").get(name)
    if stated is None:
        raise Open(f"the figure {name}")
    return number(stated)


def at_least_0(q: Question, name: str, reader: Plain) -> Fraction:
    """An amount that a base or share is computed from; a figure below 0 counts as 0."""
    return max(quantity(q, name, reader), NOTHING)


# ---- what silence means -------------------------------------------------------------------------


def silence_of(q: Question, kind: str) -> str:
    return str(table(q.policy, "events").get(kind, {}).get("silence", "did_not_happen"))


def silence_is_unknown(q: Question, kind: str) -> bool:
    """Whether silence about this event leaves it open.

    Question: what "has to know it" means. Here every mention in an award that is, or may be,
    claimed is enough, so that more is open than need be.
    """
    if silence_of(q, kind) == "unknown_if_needed":
        return kind in kinds_needed(q)
    return silence_of(q, kind) == "unknown"


def kinds_needed(q: Question) -> set[str]:
    """The kinds that claimed awards mention, and those that awards mention which then may be."""
    needed = kinds_of_promises(q)
    while True:
        more = set(needed)
        for award in q.policy["awards"]:
            if is_claimed(q, award, needed):
                more.update(kinds_mentioned(q, award))
            more.update(kinds_earning_together(q, award, needed))
        if more == needed:
            return needed
        needed = more


def left_out(q: Question) -> set[str]:
    """The kinds of which the case says nothing."""
    stated = {each["kind"] for each in listed(q.case, "events")} | set(listed(q.case, "absent"))
    return set(table(q.policy, "events")) - stated


def is_claimed(q: Question, award: Plain, needed: set[str]) -> bool:
    """Its event may have happened; of several, all of them may have, or any of them."""
    may_have = [may_have_happened(q, kind, needed) for kind in earning(award)]
    return all(may_have) if earned_by_all(award) else any(may_have)


def kinds_earning_together(q: Question, award: Plain, needed: set[str]) -> Iterator[str]:
    """Of several events that must all have happened: each, as soon as another one may have."""
    if not earned_by_all(award):
        return
    for kind in earning(award):
        others = [each for each in earning(award) if each != kind]
        if any(may_have_happened(q, each, needed) for each in others):
            yield kind


def may_have_happened(q: Question, kind: str, needed: set[str]) -> bool:
    """It has happened, or silence about it is unknown always, or as it is needed."""
    stated = [each for each in listed(q.case, "events") if each["kind"] == kind]
    if any(day_of(each) <= q.as_of for each in stated):
        return True
    return kind in left_out(q) and (silence_of(q, kind) == "unknown" or kind in needed)


def promises(q: Question) -> dict[str, Plain]:
    """The undertakings by name; those in the old form as what they stand for."""
    old = {
        name: each
        | {
            "broken_by": [each["event"]],
            "before_payment": "reported",
            "called_back": each.get("share"),
        }
        for name, each in table(q.policy, "repayments").items()
    }
    return dict(table(q.policy, "undertakings")) | old


def kinds_in_promise(promise: Plain) -> set[str]:
    kept_by, after = promise.get("kept_by"), promise.get("after")
    return {*listed(promise, "broken_by"), *filter(None, (kept_by, after))}


def kinds_of_promises(q: Question) -> set[str]:
    """The kinds that undertakings mention, where something was paid."""
    found = set()
    for promise in promises(q).values():
        if any(paid(q, award_of(q, name)) > 0 for name in promise["awards"]):
            found.update(kinds_in_promise(promise))
    return found


def binding(q: Question, award: Plain) -> list[Plain]:
    """The undertakings about an award that leave nothing payable where they are broken."""
    about = [each for each in promises(q).values() if award["id"] in each["awards"]]
    return [each for each in about if each["before_payment"] == "not_payable"]


def kinds_mentioned(q: Question, award: Plain) -> Iterator[str]:
    """Every event that anything about this award names, but for the one that earns it."""
    for name in listed(q.policy, "needs") + listed(award, "needs"):
        yield from kinds_in_condition(q, name)
    yield from kinds_in_amount(q, award["amount"])
    if award.get("paid_in"):
        for part in q.policy["instalments"][award["paid_in"]]["parts"]:
            yield from [part["event"]] if part.get("event") else []
    if award.get("group"):
        for each in listed(q.policy["groups"][award["group"]], "cap_when"):
            yield from kinds_in_condition(q, each["when"])
    for promise in binding(q, award):
        yield from kinds_in_promise(promise)


def kinds_in_condition(q: Question, name: str) -> Iterator[str]:
    condition = q.policy["conditions"][name]
    for key in ("seasoning", "restarted_by", "happened", "after", "absent", "figure"):
        if condition.get(key):
            yield condition[key]
    yield from kinds_around(condition)
    if isinstance(condition.get("tested_on"), list | tuple):
        yield from condition["tested_on"]
    if (condition.get("applied") or {}).get("after"):
        yield condition["applied"]["after"]
    for part in conditions_within(condition):
        yield from kinds_in_condition(q, part)


def conditions_within(condition: Plain) -> list[str]:
    alone = [condition["not_met"]] if condition.get("not_met") else []
    return listed(condition, "all_of") + listed(condition, "any_of") + alone


def kinds_around(reader: Plain) -> Iterator[str]:
    """The event within a time of which amounts count."""
    counted = reader.get("counted")
    if isinstance(counted, Mapping):
        yield counted.get("after") or counted["before"]


def kinds_in_amount(q: Question, amount: Plain) -> Iterator[str]:
    """Figures are among them; they are no events and do no harm."""
    yield from kinds_around(amount)
    for value in listed(amount, "dated"):
        yield from kinds_in_amount(q, value["amount"]) if value.get("amount") else []
    for part in (amount, table(amount, "scaled"), above_of(amount)):
        yield from (part[key] for key in ("of", "per", "by") if part.get(key))
    yield from listed(amount, "minus")
    for each in (*listed(amount, "times"), *listed(amount, "instead")):
        yield from kinds_in_condition(q, each["when"])
    yield from (each["of"] for each in listed(amount, "instead") if each.get("of"))


def above_of(amount: Plain) -> Plain:
    return amount["above"] if isinstance(amount.get("above"), Mapping) else {}


# ---- conditions ---------------------------------------------------------------------------------


def all_met(tests: Iterable[Callable[[], bool]]) -> bool:
    """Not met as soon as one is not met; otherwise open as soon as one is open; otherwise met."""
    unknown: Open | None = None
    for test in tests:
        try:
            if not test():
                return False
        except Open as reason:
            unknown = reason
    if unknown is not None:
        raise unknown
    return True


def any_met(tests: Iterable[Callable[[], bool]]) -> bool:
    """Met as soon as one is met; otherwise open as soon as one is open; otherwise not met."""
    unknown: Open | None = None
    for test in tests:
        try:
            if test():
                return True
        except Open as reason:
            unknown = reason
    if unknown is not None:
        raise unknown
    return False


@dataclass(frozen=True)
class About:
    """The award for which a condition is asked; `paying`: before a payment on the as-of date."""

    award: Plain
    paying: bool = False


def is_met(q: Question, name: str, about: About | None) -> bool:
    """Whether the condition of this name is met; `Open` if unknown."""
    condition = q.policy["conditions"][name]
    return next(rule(q, condition, about) for key, rule in CONDITIONS.items() if key in condition)


def tests_of(q: Question, names: Iterable[str], about: About | None) -> list[Callable[[], bool]]:
    """The conditions of these names, each to be asked when its turn comes."""
    return [partial(is_met, q, name, about) for name in names]


def day_to_test(q: Question, test: str, about: About | None) -> date:
    """The day on which a condition is tested; `Open` where the award's own day is not known."""
    assert about is not None or test in ("as_of", "payment")
    if test == "as_of" or about is None or (test == "payment" and about.paying):
        return q.as_of
    payments = days_paid(q, about.award)
    if test == "payment":
        return payments[-1] if payments else q.as_of
    if test == "application":
        stated = day_applied(q, about.award)
        return stated or (payments[0] if payments else q.as_of)
    return known_day_earned(q, about.award)


def known_day_earned(q: Question, award: Plain) -> date:
    """The day on which it is earned, unless another of several events may be earlier."""
    day = day_earned(q, award)
    if day is None:
        raise Open(f"the day on which {award['id']} is earned")
    return day


def day_applied(q: Question, award: Plain) -> date | None:
    """The day of the application, if it is stated and by the as-of date."""
    stated = table(q.case, "applied").get(award["id"])
    day = date.fromisoformat(stated) if stated else None
    return day if day is not None and day <= q.as_of else None


def days_paid(q: Question, award: Plain) -> list[date]:
    """The days of the payments that count, those of money that came back not among them."""
    payments = [each for each in listed(q.case, "payments") if each["award"] == award["id"]]
    days = [day_of(each) for each in payments if counts_here(q, each)]
    return sorted(day for day in days if day <= q.as_of)


def flag_is_met(q: Question, condition: Plain, _: About | None) -> bool:
    name = condition["flag"]
    stated = table(q.case, "flags").get(name)
    if stated is not None:
        return bool(stated)
    if table(q.policy, "flags").get(name, {}).get("presumed") is not None:
        return True
    raise Open(f"the flag {name}")


def figure_is_met(q: Question, condition: Plain, _: About | None) -> bool:
    return lies_within(quantity(q, condition["figure"], condition), condition)


def lies_within(amount: Fraction, bounds: Plain) -> bool:
    least, over = number_or_none(bounds.get("at_least")), number_or_none(bounds.get("over"))
    most, below = number_or_none(bounds.get("at_most")), number_or_none(bounds.get("below"))
    if (least is not None and amount < least) or (over is not None and amount <= over):
        return False
    return (most is None or amount <= most) and (below is None or amount < below)


def attribute_is_met(q: Question, condition: Plain, _: About | None) -> bool:
    stated = table(q.case, "attributes").get(condition["attribute"])
    if stated is None:
        raise Open(f"the attribute {condition['attribute']}")
    return stated in condition["one_of"]


def happened_is_met(q: Question, condition: Plain, about: About | None) -> bool:
    """On one of the days and, where there is `after`, within the time after one of its events."""
    days = days_of(q, condition["happened"])
    if days:
        by = day_to_test(q, condition.get("tested_on") or "as_of", about)
        days = [day for day in days if day <= by]
    if condition.get("first") is not None:
        days = [day for day in days if day >= date.fromisoformat(condition["first"])]
    if condition.get("last") is not None:
        days = [day for day in days if day <= date.fromisoformat(condition["last"])]
    if not days or condition.get("after") is None:
        return len(days) > 0
    earlier = days_of(q, condition["after"])
    return any(is_within(condition, start, day) for start in earlier for day in days)


def is_within(condition: Plain, start: date, day: date) -> bool:
    years, months = condition.get("within_years") or 0, condition.get("within_months") or 0
    days = condition.get("within_days") or 0
    if condition.get("runs_from"):
        january, end = calendar_time(condition["runs_from"], start, 12 * years + months, days)
        return january <= day and (years == months == days == 0 or day <= end)
    if years == 0 and months == 0 and days == 0:
        return start <= day
    return start <= day <= days_later(corresponding_day(start, years, months), days)


def absent_is_met(q: Question, condition: Plain, about: About | None) -> bool:
    """Not by the day tested; of what happened before the award was earned, perhaps none counts."""
    days = days_of(q, condition["absent"])
    if not days:
        return True
    test = condition.get("tested_on") or "payment"
    earned = None
    if about is not None and (condition.get("after_event") or test in ("event", "application")):
        earned = known_day_earned(q, about.award)
    if condition.get("after_event") and earned is not None:
        days = [day for day in days if day > earned]
    by = day_to_test(q, test, about)
    if all(day > by for day in days):
        return True
    before_it = any(earned is not None and day <= earned for day in days)
    unstated = about is not None and day_applied(q, about.award) is None
    if test == "application" and unstated and not before_it:
        raise Open("whether it was applied for before that")
    return False


def applied_is_met(q: Question, condition: Plain, about: About | None) -> bool:
    """In time if applied for on the day stated, or else on the last day possible."""
    assert about is not None
    window, stated = condition["applied"], day_applied(q, about.award)
    first, last = application_days(q, window, about)
    tested = day_to_test(q, "application", about)
    early = first is not None and tested < first
    late = last is not None and tested > last
    never = first is not None and last is not None and first > last
    if stated is None and late and not early and not never:
        raise Open(f"when {about.award['id']} was applied for")
    return not early and not late


def application_days(q: Question, window: Plain, about: About) -> tuple[date | None, date | None]:
    """The first and the last day on which it may be applied for."""
    firsts = [date.fromisoformat(window["first"])] if window.get("first") else []
    lasts = [date.fromisoformat(window["last"])] if window.get("last") else []
    months = 12 * (window.get("within_years") or 0) + (window.get("within_months") or 0)
    days = window.get("within_days") or 0
    if window.get("after") or months or days or window.get("runs_from"):
        start = application_runs_from(q, window, about)
        if start and window.get("runs_from"):
            january, end = calendar_time(window["runs_from"], start, months, days)
            firsts.append(january)
            lasts += [end] if months or days else []
            return max(firsts), min(lasts, default=None)
        firsts.append(start or date.max)
        if start and (months or days):
            lasts.append(days_later(corresponding_day(start, 0, months), days))
    return max(firsts, default=None), min(lasts, default=None)


def application_runs_from(q: Question, window: Plain, about: About) -> date | None:
    if not window.get("after"):
        return known_day_earned(q, about.award)
    days = days_of(q, window["after"])
    return days[0] if days else None


def seasoning_is_met(q: Question, condition: Plain, about: About | None) -> bool:
    """Where it is known that there is no start, or no day to test, the rest does not matter."""
    if condition.get("tested_on") in (None, "as_of"):
        return any(
            held_until(q, condition, day, q.as_of) for day in days_of(q, condition["seasoning"])
        )
    return all_met(
        [
            lambda: len(days_of(q, condition["seasoning"])) > 0,
            lambda: day_tested(q, condition, about) is not None,
            lambda: full_when_tested(q, condition, about),
        ]
    )


def first_full_day(condition: Plain, start: date) -> date:
    if condition.get("runs_from"):
        start = date(start.year + (condition["runs_from"] == "next_year"), 1, 1)
    day = corresponding_day(start, condition.get("years") or 0, condition.get("months") or 0)
    return days_later(day, 1) if condition.get("counting") == "civil_code" else day


def breaks(q: Question, condition: Plain) -> list[date]:
    return days_of(q, condition["restarted_by"]) if condition.get("restarted_by") else []


def day_tested(q: Question, condition: Plain, about: About | None) -> date | None:
    """The earliest event of the first kind that has happened.

    Question: the page does not say what holds if none has. Here the condition is not met.
    """
    if isinstance(condition["tested_on"], str):
        return day_to_test(q, condition["tested_on"], about)
    for kind in condition["tested_on"]:
        days = days_of(q, kind)
        if days:
            return days[0]
    return None


def full_when_tested(q: Question, condition: Plain, about: About | None) -> bool:
    tested = day_tested(q, condition, about)
    if tested is None:
        return False
    full = full_on(q, condition, tested)
    if condition["tested_on"] == "application" and about is not None and not full:
        before_it = any(
            held_until(q, condition, day, tested) for day in days_of(q, condition["seasoning"])
        )
        if before_it and day_applied(q, about.award) is None:
            raise Open("whether it was applied for before the break")
    return full


def full_on(q: Question, condition: Plain, tested: date) -> bool:
    starts = [day for day in days_of(q, condition["seasoning"]) if day <= tested]
    if not starts:
        return False
    earlier_breaks = [day for day in breaks(q, condition) if day <= tested]
    if earlier_breaks:
        starts = [day for day in starts if day >= earlier_breaks[-1]]
    return len(starts) > 0 and first_full_day(condition, starts[0]) <= tested


def held_until(q: Question, condition: Plain, start: date, by: date) -> bool:
    """The period is full by a day, and was not broken before it was full."""
    full = first_full_day(condition, start)
    if full > by:
        return False
    return not any(start < day <= full for day in breaks(q, condition))


CONDITIONS: dict[str, Callable[[Question, Plain, About | None], bool]] = {
    "seasoning": seasoning_is_met,
    "flag": flag_is_met,
    "figure": figure_is_met,
    "attribute": attribute_is_met,
    "happened": happened_is_met,
    "absent": absent_is_met,
    "applied": applied_is_met,
    "all_of": lambda q, condition, about: all_met(tests_of(q, condition["all_of"], about)),
    "any_of": lambda q, condition, about: any_met(tests_of(q, condition["any_of"], about)),
    "not_met": lambda q, condition, about: not is_met(q, condition["not_met"], about),
}


def is_due(q: Question, award: Plain) -> bool:
    """Its event lies in force, and all that the policy and the award need is met.

    Question: the page does not say that one condition that is not met outweighs an unknown one
    here, as it does under `all_of`. Here it does.
    """
    return needs_are_met(q, award, About(award))


def needs_are_met(q: Question, award: Plain, about: About) -> bool:
    earned: list[Callable[[], bool]] = [lambda: is_earned(q, award)]
    needs = listed(q.policy, "needs") + listed(award, "needs")
    return all_met(earned + tests_of(q, needs, about))


def is_earned(q: Question, award: Plain) -> bool:
    """On one of the policy's days; of any of several events, one is enough."""

    def lies(kind: str) -> Callable[[], bool]:
        return lambda: len(days_in_force(q, kind)) > 0

    if earned_by_all(award):
        return len(days_earned_in_force(q, award)) > 0
    return any_met([lies(kind) for kind in earning(award)])


def earning(award: Plain) -> list[str]:
    """The event that earns it, or each of several."""
    earned_by = award["earned_by"]
    if isinstance(earned_by, str):
        return [earned_by]
    return listed(earned_by, "all_of") + listed(earned_by, "any_of")


def earned_by_all(award: Plain) -> bool:
    return not isinstance(award["earned_by"], str) and bool(award["earned_by"].get("all_of"))


def days_earned(q: Question, award: Plain) -> list[date]:
    """The later day, where all must have happened; otherwise each day of each."""
    if not earned_by_all(award):
        return sorted(day for kind in earning(award) for day in days_of(q, kind))

    def happened(kind: str) -> Callable[[], bool]:
        return lambda: len(days_of(q, kind)) > 0

    if not all_met([happened(kind) for kind in earning(award)]):
        return []
    return [max(days_of(q, kind)[0] for kind in earning(award))]


def days_earned_in_force(q: Question, award: Plain) -> list[date]:
    return [day for day in days_earned(q, award) if is_in_force(q, day)]


def day_earned(q: Question, award: Plain) -> date | None:
    days = days_earned_in_force(q, award)
    return days[0] if days else None


# ---- what an award gives ------------------------------------------------------------------------

Given = tuple[Fraction, Fraction | None]
"""What a construct gives, and the cap that holds for it."""


def nominal(q: Question, award: Plain) -> Fraction:
    return once(q, "nominal", award, lambda: nominal_of(q, award, award["amount"]))


def nominal_of(q: Question, award: Plain, amount: Plain) -> Fraction:
    """The construct, and what the amount adds to it. Nothing stays nothing, whatever is added."""
    if "dated" in amount:
        holds = amount_on(amount, day_earned(q, award))
        return NOTHING if holds is None else nominal_of(q, award, holds)
    amount = as_it_holds(q, award, amount)
    given, cap = construct(q, amount)
    if given == 0:
        return NOTHING
    for factor in factors(q, award, amount):
        given, cap = given * factor, None if cap is None else cap * factor
    left = rounded(q, given, cap)
    for name in listed(amount, "less"):
        left = max(left - already_given(q, award_of(q, name)), NOTHING)
    if amount.get("upto"):
        left = approved(q, award, left)
    return within_budget(q, amount["allotted"], left) if amount.get("allotted") else left


def as_it_holds(q: Question, award: Plain, amount: Plain) -> Plain:
    """With the base, rate and cap of the first entry that writes each and holds."""
    holds = {
        key: each[key]
        for each in reversed(listed(amount, "instead"))
        for key in ("of", "rate", "cap")
        if each.get(key) is not None and is_met(q, each["when"], About(award))
    }
    return {**amount, **holds}


def amount_on(amount: Plain, day: date | None) -> Plain | None:
    """The last dated amount that is not after the day; None before the first or where repealed."""
    holds: Plain | None = None
    for value in amount["dated"]:
        if day is not None and date.fromisoformat(value["since"]) <= day:
            holds = None if value.get("repealed") else value["amount"]
    return holds


def construct(q: Question, amount: Plain) -> Given:
    if "fixed" in amount:
        return fixed_gives(q, amount)
    if "rate" in amount:
        return rate_gives(q, amount)
    if "bands" in amount:
        return bands_give(q, amount)
    if "topup" in amount:
        return number(amount["topup"]), None
    raise Open("the amount that the source does not give")


def fixed_gives(q: Question, amount: Plain) -> Given:
    """The sum, or so many times the sum; at most the cap."""
    cap = cap_or_none(amount)
    times = how_many(q, amount) if amount.get("per") else 1
    gives = number(amount["fixed"]) * times
    only_if_nothing_is_cut(amount, gives, NOTHING)
    return at_most(gives, cap), cap


def cap_or_none(part: Plain) -> Fraction | None:
    return None if part.get("cap") == "unknown" else number_or_none(part.get("cap"))


def only_if_nothing_is_cut(part: Plain, gives: Fraction, certain: Fraction) -> None:
    """A cap that the source has and does not give may cut whatever is not certain."""
    if part.get("cap") == "unknown" and gives > certain:
        raise Open("the cap that the source does not give")


def how_many(q: Question, amount: Plain) -> int:
    """Times it happened, or how many full ones there are in a figure."""
    name, every = amount["per"], number_or_none(amount.get("every"))
    if name in table(q.policy, "events") and every is None:
        return len(events_counted(q, name, amount))
    return max(whole_part(quantity(q, name, amount) / (Fraction(1) if every is None else every)), 0)


def bases(q: Question, amount: Plain) -> list[Fraction]:
    """The base; or, where the amount is computed apart for them, that of each year or event."""
    scope = amount.get("cap_per") or amount.get("applied_per") or "enterprise"
    if scope == "enterprise":
        return [base_of(q, amount, quantity(q, amount["of"], amount))]
    events = amounts_counted(q, amount["of"], amount)
    if scope == "event":
        return [base_of(q, amount, each) for _, each in events]
    years = sorted({day.year for day, _ in events})
    sums = [total(each for day, each in events if day.year == year) for year in years]
    return [base_of(q, amount, each) for each in sums]


def base_of(q: Question, amount: Plain, base: Fraction) -> Fraction:
    """Less what is taken off, never below 0."""
    base -= total(at_least_0(q, name, amount) for name in listed(amount, "minus"))
    above = amount.get("above")
    if isinstance(above, Mapping):
        base -= number(above["rate"]) * at_least_0(q, above["of"], amount)
    elif above is not None:
        base -= number(above)
    return max(base, NOTHING)


def together(parts: list[Given]) -> Given:
    """The sum of what is given for each year or event.

    Question: the cap that holds for the sum. Here: that of each part, added up; none where a part
    has none.
    """
    caps = [cap for _, cap in parts if cap is not None]
    cap = total(caps) if len(caps) == len(parts) else None
    return total(given for given, _ in parts), cap


def rate_gives(q: Question, amount: Plain) -> Given:
    return together([share_of(amount, base) for base in bases(q, amount)])


def share_of(amount: Plain, base: Fraction) -> Given:
    """The share, at least the floor and never above the cap."""
    cap, floor = cap_or_none(amount), number_or_none(amount.get("floor"))
    share = base * number(amount["rate"])
    gives = share if floor is None else max(share, floor)
    only_if_nothing_is_cut(amount, gives, floor or NOTHING)
    return at_most(gives, cap), cap


def bands_give(q: Question, amount: Plain) -> Given:
    return together([band_of(amount, base) for base in bases(q, amount)])


def band_of(amount: Plain, base: Fraction) -> Given:
    """What the band gives that holds the base; nothing where none does."""
    given = {band_gives(band, base) for band in amount["bands"] if lies_within(base, band)}
    if len(given) > 1:
        raise Open(f"which of several bands holds {base}")
    return given.pop() if given else (NOTHING, NOTHING)


def band_gives(band: Plain, base: Fraction) -> Given:
    """Question: the page says nothing of a band with `unknown`. Here it is as open as an amount."""
    if band.get("fixed") is not None:
        return number(band["fixed"]), None
    if band.get("rate") is not None:
        cap = cap_or_none(band)
        only_if_nothing_is_cut(band, base * number(band["rate"]), NOTHING)
        return at_most(base * number(band["rate"]), cap), cap
    raise Open("the amount of a band that the source does not give")


def factors(q: Question, award: Plain, amount: Plain) -> Iterator[Fraction]:
    """What the amount is multiplied by, in order."""
    if amount.get("scaled"):
        yield scale(q, amount)
    for each in listed(amount, "times"):
        if is_met(q, each["when"], About(award)):
            yield number(each["factor"])


def scale(q: Question, amount: Plain) -> Fraction:
    scaled = amount["scaled"]
    share, full_at = share_reached(q, amount), number(scaled["full_at"])
    if share >= full_at:
        return Fraction(1)
    if scaled["short"] == "share":
        return share
    return share / full_at if scaled["short"] == "share_of_threshold" else NOTHING


def share_reached(q: Question, amount: Plain) -> Fraction:
    """The part of the whole; of a whole of 0 it is 0."""
    scaled = amount["scaled"]
    part = at_least_0(q, scaled["by"], amount)
    whole = at_least_0(q, scaled["of"], amount) if scaled.get("of") else Fraction(1)
    if whole <= 0:
        return NOTHING
    return min(max(part / whole, NOTHING), Fraction(1))


def rounded(q: Question, amount: Fraction, cap: Fraction | None) -> Fraction:
    """Rounded once; where rounding up goes beyond the cap, the most that the cap allows."""
    unit = number(q.policy["rounding"]["unit"])
    result = whole_number(amount / unit, q.policy["rounding"]["mode"]) * unit
    if cap is not None and result > amount and result > cap:
        return whole_part(cap / unit) * unit
    return result


def whole_number(amount: Fraction, mode: str) -> int:
    below = whole_part(amount)
    rest = amount - below
    if mode == "down" or rest == 0:
        return below
    if mode == "up" or rest > Fraction(1, 2):
        return below + 1
    if rest < Fraction(1, 2):
        return below
    return below + 1 if mode == "half_up" else below + below % 2


def already_given(q: Question, award: Plain) -> Fraction:
    """The larger of what there is a right to and what was paid.

    Question: whether set-off counts as "paid for it". Here it does not: the payments themselves.
    """
    return max(entitled(q, award), paid(q, award))


def approved(q: Question, award: Plain, ceiling: Fraction) -> Fraction:
    stated = table(q.case, "approved").get(award["id"])
    if ceiling == 0:
        return NOTHING
    if stated is None:
        raise Open(f"the amount approved for {award['id']}")
    return min(ceiling, number(stated))


def within_budget(q: Question, figure: str, claimed: Fraction) -> Fraction:
    """No more than what falls to it out of the year's budget; nothing is asked of nothing."""
    stated = table(q.case, "figures").get(figure)
    if claimed == 0:
        return NOTHING
    if stated is None:
        raise Open(f"what falls to it out of the budget: {figure}")
    return min(claimed, max(number(stated), NOTHING))


# ---- alternatives -------------------------------------------------------------------------------


def granted(q: Question, award: Plain) -> Fraction:
    return granted_after(q, award, len(table(q.policy, "best_of")))


def granted_after(q: Question, award: Plain, choices: int) -> Fraction:
    """After replacing, and after the first so many choices of the best.

    Question: what an award in two choices keeps. Here they are made one after the other.
    """
    if choices == 0:
        return NOTHING if not is_due(q, award) or replacing(q, award) else as_paid(q, award)
    before = granted_after(q, award, choices - 1)
    if before == 0 or award["id"] not in names_of_choice(q, choices):
        return before
    return before if best(q, choices) == award["id"] else NOTHING


def as_paid(q: Question, award: Plain) -> Fraction:
    """What it gives; where what was met at the last payment is not met now, what was paid of it."""
    given = nominal(q, award)
    if not days_paid(q, award) or needs_are_met(q, award, About(award, paying=True)):
        return given
    return min(given, paid(q, award))


def names_of_choice(q: Question, choices: int) -> list[str]:
    """The awards in the last of the first so many choices."""
    return list(list(table(q.policy, "best_of").values())[choices - 1]["awards"])


def best(q: Question, choices: int) -> str | None:
    """The highest one, the first of equal ones; None if all are 0."""
    highest, keeps = NOTHING, None
    for name in names_of_choice(q, choices):
        amount = granted_after(q, award_of(q, name), choices - 1)
        if amount > highest:
            highest, keeps = amount, name
    return keeps


def replacing(q: Question, award: Plain) -> list[Plain]:
    """The awards that replace this one, in the policy's order."""
    able = [each for each in q.policy["awards"] if award["id"] in listed(each, "replaces")]
    return [each for each in able if is_due(q, each)]


def lost(q: Question, award: Plain) -> bool:
    """Whether a better one was chosen instead."""
    for choices in range(1, len(table(q.policy, "best_of")) + 1):
        takes_part = award["id"] in names_of_choice(q, choices)
        if takes_part and best(q, choices) not in (None, award["id"]):
            return True
    return False


def paid(q: Question, award: Plain) -> Fraction:
    """What was paid for it by the as-of date, under this policy or one that counts here."""
    return total(number(each["amount"]) for each in payments_of(q, award))


def payments_of(q: Question, award: Plain) -> list[Plain]:
    payments = [each for each in listed(q.case, "payments") if each["award"] == award["id"]]
    payments = [each for each in payments if day_of(each) <= q.as_of]
    return [each for each in payments if counts_here(q, each)]


def counts_here(q: Question, payment: Plain) -> bool:
    """Question: the page does not say which policies' payments count; the model's fields do."""
    under = payment.get("policy")
    if under is None or under == q.policy.get("id"):
        return True
    others = [*table(q.policy, "based_on"), *listed(q.policy, "counts_payments_under")]
    return under in others


def counted(q: Question, award: Plain) -> Fraction:
    """What counts as paid for it."""
    others = [each for each in q.policy["awards"] if paid(q, each) > 0]
    return total(paid(q, each) for each in others if counts_for(q, each) == award["id"])


def counts_for(q: Question, award: Plain) -> str:
    """The award for which payments for this one count: first replacing, then each choice.

    Question: chains. Here what counts as paid for a replaced award counts on for the one that
    replaces it in turn, and then for the one that is chosen.
    """
    seen = [award["id"]]
    while replacing(q, award):
        award = replacing(q, award)[0]
        if award["id"] in seen:
            raise Open(f"what was paid goes round in a circle: {seen}")
        seen.append(award["id"])
    name = seen[-1]
    for choices in range(1, len(table(q.policy, "best_of")) + 1):
        if name in names_of_choice(q, choices):
            standing = [n for n in names_of_choice(q, choices) if not replacing(q, award_of(q, n))]
            name = best(q, choices) or standing[0]
    return str(name)


# ---- common caps and instalments ----------------------------------------------------------------


def entitled(q: Question, award: Plain) -> Fraction:
    return once(q, "entitled", award, lambda: entitled_of(q, award))


def entitled_of(q: Question, award: Plain) -> Fraction:
    amount = granted(q, award)
    if amount == 0 or award.get("group") is None:
        return amount
    room = cap_of(q, award["group"]) - total(entitled(q, each) for each in earlier_in(q, award))
    return min(amount, room)


def members(q: Question, group: str) -> list[Plain]:
    return [each for each in q.policy["awards"] if each.get("group") == group]


def earlier_in(q: Question, award: Plain) -> list[Plain]:
    """The awards of its group that come before it."""
    same = members(q, award["group"])
    return same[: [each["id"] for each in same].index(award["id"])]


def cap_of(q: Question, name: str) -> Fraction:
    group = q.policy["groups"][name]
    for each in listed(group, "cap_when"):
        if is_met(q, each["when"], None):
            return number(each["cap"])
    if group["cap"] == "unknown":
        raise Open("the common cap that the source does not give")
    return number(group["cap"])


def due(q: Question, award: Plain) -> Fraction:
    amount = entitled(q, award)
    if amount == 0 or award.get("paid_in") is None:
        return amount
    parts = q.policy["instalments"][award["paid_in"]]["parts"]
    amounts = split(q, amount, [number(part["share"]) for part in parts])
    both = zip(parts, amounts, strict=True)
    return total(each for part, each in both if each > 0 and is_part_due(q, award, part))


def is_part_due(q: Question, award: Plain, part: Plain) -> bool:
    """Question: an event of a part need not lie in force here."""
    own = part.get("event") is None
    days = days_earned_in_force(q, award) if own else days_of(q, part["event"])
    years, months = part.get("years") or 0, part.get("months") or 0
    return len(days) > 0 and corresponding_day(days[0], years, months) <= q.as_of


def split(q: Question, amount: Fraction, shares: list[Fraction]) -> list[Fraction]:
    """The largest remainder, in whole units; what is below a unit goes to the first part.

    Question: remainders of what? Here of the whole units, without what is below a unit.
    """
    unit = number(q.policy["rounding"]["unit"])
    units = whole_part(amount / unit)
    quotas = [units * share for share in shares]
    parts = [whole_part(quota) for quota in quotas]
    by_remainder = sorted(range(len(shares)), key=lambda i: (parts[i] - quotas[i], i))
    for i in by_remainder[: units - sum(parts)]:
        parts[i] += 1
    amounts = [part * unit for part in parts]
    return [amounts[0] + (amount - units * unit), *amounts[1:]]


# ---- payments, notices, repayment, sharing ------------------------------------------------------


def payable_before_notices(q: Question, award: Plain) -> Fraction:
    return once(q, "payable", award, lambda: payable_of(q, award))


def payable_of(q: Question, award: Plain) -> Fraction:
    """The smaller of what is owed and the room that payments leave.

    Questions: the room is never below 0 here; set-off across groups takes no room, only the
    payments themselves; what is withheld takes room like what is payable.
    """
    owed = max(due(q, award) - counted(q, award), NOTHING)
    if owed > 0 and any_met([partial(is_broken, q, each, award) for each in binding(q, award)]):
        return NOTHING
    if owed == 0 or award.get("group") is None:
        return owed
    room = cap_of(q, award["group"])
    room -= total(paid(q, each) for each in members(q, award["group"]))
    room -= total(payable_before_notices(q, each) for each in earlier_in(q, award))
    return min(owed, max(room, NOTHING))


def overpaid(q: Question, award: Plain) -> Fraction:
    beyond = counted(q, award) - entitled(q, award)
    if beyond <= 0 or replacing(q, award) or lost(q, award):
        return NOTHING
    return beyond


def is_withheld(q: Question, award: Plain) -> bool:
    """A notice that withholds is in force on the as-of date; then it is raised or idle."""
    notices = [each for each in listed(q.policy, "notices") if award["id"] in each["awards"]]
    withholding = [each for each in notices if each.get("effect") == "withhold"]
    return any(date.fromisoformat(each["since"]) <= q.as_of for each in withholding)


def borne(q: Question, award: Plain, payable: Fraction) -> tuple[tuple[str, Fraction], ...]:
    """Question: what is withheld is not split here, as it is not payable."""
    if award.get("borne_by") is None:
        return ()
    parts = q.policy["shares"][award["borne_by"]]["parts"]
    amounts = split(q, payable, [number(part["share"]) for part in parts])
    return tuple((part["level"], each) for part, each in zip(parts, amounts, strict=True))


def for_others(
    q: Question, award: Plain, payable: Fraction
) -> tuple[tuple[Fraction, Fraction], ...]:
    """A share of what is payable; or a sum, of which all else may hold as much as it is.

    All else: what counts as paid, and what is not due yet. A later part has what is left.
    """
    if payable == 0:
        return ()
    low, high = payable, payable
    found = []
    for part in listed(award, "of_which"):
        if part.get("share") is not None:
            whole = rounded(q, payable * number(part["share"]), None)
            least, most = min(whole, low), min(whole, high)
        else:
            whole = number(part["amount"])
            elsewhere = counted(q, award) + entitled(q, award) - due(q, award)
            least, most = max(min(whole, low) - elsewhere, NOTHING), min(whole, high)
        found.append((least, most))
        low, high = max(low - most, NOTHING), max(high - least, NOTHING)
    return tuple(found)


def exposure(q: Question, name: str) -> Fraction:
    """The share of what was paid for each named award, where it is broken."""
    promise = promises(q)[name]
    share = number(promise.get("called_back") or "100%")
    awards = [award_of(q, each) for each in dict.fromkeys(promise["awards"])]
    if promise.get("runs_from") != "payment":
        paid_for = [each for each in awards if paid(q, each) > 0]
        return share * total(paid(q, each) for each in paid_for if is_broken(q, promise, each))
    return share * total(
        number(each["amount"])
        for award in awards
        for each in payments_of(q, award)
        if is_broken_within(q, promise, *time_from(promise, day_of(each)))
    )


def is_broken(q: Question, promise: Plain, award: Plain) -> bool:
    """From the earliest day; the award's own event need not lie in force, as `after` need not.

    Of what is not yet paid, where the time runs from payments: on any day from that on.
    """
    after = promise.get("after")
    starts = days_of(q, after) if after else days_earned(q, award)
    if len(starts) == 0:
        return False
    if promise.get("runs_from") == "payment":
        if promise.get("kept_by"):
            return False
        return is_broken_within(q, promise, starts[0], None)
    return is_broken_within(q, promise, *time_from(promise, starts[0]))


def time_from(promise: Plain, day: date) -> tuple[date, date | None]:
    """The first and the last day: the corresponding one, or of calendar years 31 December."""
    calendar = {"year": 0, "next_year": 1}.get(promise.get("runs_from") or "")
    if calendar is not None:
        day = date(day.year + calendar, 1, 1)
    years, months = promise.get("years") or 0, promise.get("months") or 0
    if not (years or months):
        return day, None
    end = corresponding_day(day, years, months)
    return day, end if calendar is None else end - timedelta(days=1)


def is_broken_within(q: Question, promise: Plain, first: date, last: date | None) -> bool:
    """One of the events lies within the time; or that which keeps it does not lie before its end.

    Question: an event before the time begins keeps it, too.
    """
    if promise.get("kept_by"):
        if last is None or q.as_of <= last:
            return False
        return not any(day <= last for day in days_of(q, promise["kept_by"]))

    def happened(kind: str) -> Callable[[], bool]:
        return lambda: any(
            first <= day and (last is None or day <= last) for day in days_of(q, kind)
        )

    return any_met([happened(kind) for kind in promise["broken_by"]])
