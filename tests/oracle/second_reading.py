"""A second, deliberately plain reading of the Zhanjiang awards for a Beijing listing.

Source: 湛江市推进企业赴北交所上市专项行动计划（2023-2025年）工作任务分解表, 2023-07-07.
Every amount is a whole number of fen (1 yuan = 100 fen). An amount that is not fully known is
a pair (at least, at most); "at most" is None where no limit is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any, Literal

Case = Mapping[str, Any]
Amounts = Mapping[str, int | None]
Pair = tuple[int, int | None]
Truth = Literal["met", "not_met", "unknown"]
Counting = Literal["anniversary", "civil_code"]

STAGES = ("neeq_listed", "neeq_innovation", "bse_tutoring_filed", "bse_accepted", "bse_listed")
REGIONAL = "regional_financing"
CAP_FEN = 900_000_000  # 最高奖励金额 900 万元
REGIONAL_CAP_FEN = 10_000_000  # 最高奖励金额不超过 10 万元
VERY_HIGH_FEN = 10**15
PLAN_FIRST_DAY = date(2023, 7, 7)
PLAN_LAST_DAY = date(2025, 12, 31)
ILLUSTRATIVE = {
    "neeq_listed": 50_000_000,
    "neeq_innovation": 50_000_000,
    "bse_tutoring_filed": 100_000_000,
    "bse_accepted": 200_000_000,
    "bse_listed": 500_000_000,
}
UNKNOWN_STAGES: dict[str, int | None] = dict.fromkeys(STAGES)


@dataclass(frozen=True)
class Line:
    """One award."""

    nominal: Pair
    entitled: Pair
    payable: Pair
    overpaid: Pair
    paid: int
    truth: Truth


@dataclass(frozen=True)
class Answer:
    """The total payable now, and the six awards."""

    payable: tuple[int, int]
    lines: dict[str, Line]


def to_fen(text: str) -> int:
    """Yuan as written ("1234.5") to fen (123450); finer than one fen is refused."""
    yuan, _, cents = text.partition(".")
    if not (yuan + cents).isdecimal() or len(cents) > 2:
        raise ValueError(f"not an amount in yuan and fen: {text!r}")
    return int(yuan) * 100 + int(cents.ljust(2, "0"))


def is_silent(case: Case, kind: str) -> bool:
    """The case gives no day for this event, early or late, and does not call it absent."""
    stated = any(event["kind"] == kind for event in case.get("events", []))
    return not stated and kind not in case.get("absent", [])


def days_of(case: Case, kind: str, as_of: date) -> list[date]:
    """The days of this event up to and including as_of; a later one has not happened yet."""
    events = case.get("events", [])
    days = [date.fromisoformat(event["on"]) for event in events if event["kind"] == kind]
    return sorted(day for day in days if day <= as_of)


def paid_for(case: Case, award: str, as_of: date) -> int:
    """What has been paid for this award up to and including as_of."""
    payments = [p for p in case.get("payments", []) if p["award"] == award]
    return sum(to_fen(p["amount"]) for p in payments if date.fromisoformat(p["on"]) <= as_of)


def in_plan(day: date) -> bool:
    """“（2023-2025年）”: from the day of issue to the end of 2025, both days included."""
    return PLAN_FIRST_DAY <= day <= PLAN_LAST_DAY


def full_year_on(day: date) -> date:
    """The corresponding day one year later; 29 February has none and falls to the 28th."""
    if day.month == 2 and day.day == 29:
        return date(day.year + 1, 2, 28)
    return date(day.year + 1, day.month, day.day)


def neeq_day_unknown(case: Case, as_of: date) -> bool:
    """A Beijing step is claimed, and nothing at all is said about a NEEQ listing."""
    claimed = days_of(case, "bse_accepted", as_of) + days_of(case, "bse_listed", as_of)
    return len(claimed) > 0 and is_silent(case, "neeq_listed")


def accepted_day_unknown(case: Case, as_of: date) -> bool:
    """The Beijing listing is claimed; neither application nor acceptance is spoken of."""
    claimed, applied = days_of(case, "bse_listed", as_of), days_of(case, "bse_applied", as_of)
    return len(claimed) > 0 and len(applied) == 0 and is_silent(case, "bse_accepted")


def known_test_day(case: Case, as_of: date) -> date | None:
    """“申请”: the day of the application if given, otherwise the day of acceptance."""
    days = days_of(case, "bse_applied", as_of) or days_of(case, "bse_accepted", as_of)
    if len(set(days)) > 1:
        raise ValueError("the text names one application day, the case gives several")
    return days[0] if days else None


def year_is_full(listed: list[date], delisted: list[date], test: date, counting: Counting) -> bool:
    """“挂牌满一年”: on the test day, counted afresh from the last delisting."""
    starts = [day for day in listed if day <= test]
    earlier_delistings = [day for day in delisted if day <= test]
    if earlier_delistings:
        starts = [day for day in starts if day >= max(earlier_delistings)]
    if not starts:
        return False
    corresponding_day = full_year_on(min(starts))
    return test > corresponding_day if counting == "civil_code" else test >= corresponding_day


def seasoning(case: Case, as_of: date, counting: Counting) -> Truth:
    """“在新三板挂牌满一年后尽快申请到北交所”: was the year full on the test day."""
    listed = days_of(case, "neeq_listed", as_of)
    listing_unknown = neeq_day_unknown(case, as_of)
    if accepted_day_unknown(case, as_of):
        return "unknown" if listed or listing_unknown else "not_met"
    test = known_test_day(case, as_of)
    if test is None:
        return "not_met"
    if listing_unknown:
        return "unknown"
    delisted = days_of(case, "neeq_delisted", as_of)
    return "met" if year_is_full(listed, delisted, test, counting) else "not_met"


def all_of(conditions: list[Truth]) -> Truth:
    """Any not met: not met. Otherwise any unknown: unknown. Otherwise met."""
    if "not_met" in conditions:
        return "not_met"
    return "unknown" if "unknown" in conditions else "met"


def reached_in_plan(case: Case, stage: str, as_of: date) -> Truth:
    """“按……进程分阶段”: the step was taken on one of the plan's days."""
    if stage == "neeq_listed" and neeq_day_unknown(case, as_of):
        return "unknown"
    if stage == "bse_accepted" and accepted_day_unknown(case, as_of):
        return "unknown"
    return "met" if any(in_plan(day) for day in days_of(case, stage, as_of)) else "not_met"


def stage_truth(case: Case, stage: str, as_of: date, counting: Counting) -> Truth:
    """“对符合条件的企业给予奖励”: eligible, step taken, and for Beijing the full year."""
    eligible: Truth = "not_met" if case.get("flags", {}).get("eligible") is False else "met"
    conditions = [eligible, reached_in_plan(case, stage, as_of)]
    if stage in ("bse_accepted", "bse_listed"):
        conditions.append(seasoning(case, as_of, counting))
    return all_of(conditions)


def after_condition(nominal: Pair, truth: Truth) -> Pair:
    """Met: the amount. Not met: nothing. Unknown: anything from nothing to the amount."""
    if truth == "met":
        return nominal
    return (0, 0) if truth == "not_met" else (0, nominal[1])


def regional_reward(base_fen: int) -> int:
    """“按融资额的 2%给予奖励，最高奖励金额不超过 10 万元”; half a fen counts as one."""
    whole, rest = divmod(base_fen * 2, 100)
    if rest >= 50:
        whole += 1
    return min(whole, REGIONAL_CAP_FEN)


def regional_base(case: Case, as_of: date) -> tuple[int, Truth, bool]:
    """“融资额”: the known sum in the plan's days, is there any, is an amount missing."""
    financings = [event for event in case.get("events", []) if event["kind"] == REGIONAL]
    financings = [event for event in financings if in_plan(date.fromisoformat(event["on"]))]
    financings = [event for event in financings if date.fromisoformat(event["on"]) <= as_of]
    stated = [e["amount"] for e in financings if e.get("amount") is not None]
    base = sum(to_fen(amount) for amount in stated)
    return base, "met" if financings else "not_met", len(stated) < len(financings)


def less(amount: Pair, paid: int) -> Pair:
    """What is left of the amount after a payment, never below nothing."""
    return max(amount[0] - paid, 0), None if amount[1] is None else max(amount[1] - paid, 0)


def fill(amounts: list[Pair], room: int) -> list[Pair]:
    """“最高奖励金额 900 万元”: in order, each takes what the earlier ones leave of the room."""
    filled: list[Pair] = []
    room_least, room_most = room, room
    for least, most in amounts:
        filled.append((min(least, room_least), room_most if most is None else min(most, room_most)))
        room_least = 0 if most is None else max(room_least - most, 0)
        room_most = max(room_most - least, 0)
    return filled


def total_within(amounts: list[Pair], room: int) -> tuple[int, int]:
    """The sum of the amounts, as far as there is room; the sum has two ends of its own."""
    least, most = 0, 0
    for at_least, at_most in amounts:
        least += at_least
        most += room if at_most is None else at_most
    return min(least, room), min(most, room)


def make_line(nominal: Pair, entitled: Pair, payable: Pair, paid: int, truth: Truth) -> Line:
    """One award; overpaid is what was paid beyond the entitlement."""
    over_least = 0 if entitled[1] is None else max(paid - entitled[1], 0)
    overpaid = (over_least, max(paid - entitled[0], 0))
    return Line(nominal, entitled, payable, overpaid, paid, truth)


def ways_of_acceptance(case: Case, as_of: date) -> list[Case]:
    """If the acceptance is not spoken of: there was none, or it was on one of the days that matter.

    “挂牌满一年后……申请到北交所”: not before the NEEQ listing, nor after the one in Beijing.
    """
    if not accepted_day_unknown(case, as_of):
        return [case]
    listed = days_of(case, "neeq_listed", as_of)
    first = listed[0] if listed else date(1900, 1, 1)
    last = days_of(case, "bse_listed", as_of)[0]
    full = [full_year_on(day) for day in listed]
    matter = {first, PLAN_FIRST_DAY, PLAN_LAST_DAY, *listed, *full}
    matter |= {*days_of(case, "neeq_delisted", as_of)}
    matter |= {day + timedelta(days=1) for day in matter}
    ways: list[Case] = [{**case, "absent": [*case.get("absent", []), "bse_accepted"]}]
    for day in sorted(matter):
        if first <= day <= last:
            accepted = {"kind": "bse_accepted", "on": day.isoformat()}
            ways.append({**case, "events": [*case["events"], accepted]})
    return ways


def group_total(
    case: Case, as_of: date, nominal: list[Pair], paid: list[int], counting: Counting
) -> tuple[int, int]:
    """What is payable for all stages together; nothing before the plan has begun."""
    room_to_pay = max(CAP_FEN - sum(paid), 0)
    if as_of < PLAN_FIRST_DAY:
        return 0, 0
    totals = []
    for way in ways_of_acceptance(case, as_of):
        truth = [stage_truth(way, stage, as_of, counting) for stage in STAGES]
        owed = [less(after_condition(nominal[i], truth[i]), paid[i]) for i in range(5)]
        totals.append(total_within(owed, room_to_pay))
    return min(least for least, _ in totals), max(most for _, most in totals)


def second_reading(
    case: Case, as_of: date, stage_amounts: Amounts, *, counting: Counting = "anniversary"
) -> Answer:
    """The whole calculation for one enterprise on one day."""
    nominal: list[Pair] = [(stage_amounts[s] or 0, stage_amounts[s]) for s in STAGES]
    truth = [stage_truth(case, s, as_of, counting) for s in STAGES]
    paid = [paid_for(case, s, as_of) for s in STAGES]
    amounts = [after_condition(nominal[i], truth[i]) for i in range(5)]
    entitled = fill(amounts, CAP_FEN)
    room_to_pay = max(CAP_FEN - sum(paid), 0)
    payable = fill([less(entitled[i], paid[i]) for i in range(5)], room_to_pay)
    group = group_total(case, as_of, nominal, paid, counting)
    lines = {
        s: make_line(nominal[i], entitled[i], payable[i], paid[i], truth[i])
        for i, s in enumerate(STAGES)
    }
    base, reg_truth, amount_missing = regional_base(case, as_of)
    reg_least = regional_reward(base)
    reg_nominal = (reg_least, REGIONAL_CAP_FEN if amount_missing else reg_least)
    reg_entitled = after_condition(reg_nominal, reg_truth)
    reg_paid = paid_for(case, REGIONAL, as_of)
    reg_owed = less(reg_entitled, reg_paid)
    lines[REGIONAL] = make_line(reg_nominal, reg_entitled, reg_owed, reg_paid, reg_truth)
    regional = total_within([reg_owed], REGIONAL_CAP_FEN)
    return Answer((group[0] + regional[0], group[1] + regional[1]), lines)


def pay_in_order(amounts: tuple[int, ...], paid: list[int]) -> int:
    """Everything known: pay each stage in order, up to the room left."""
    room_under_cap, room_to_pay, total = CAP_FEN, CAP_FEN - sum(paid), 0
    for amount, already in zip(amounts, paid, strict=True):
        entitled = min(amount, room_under_cap)
        room_under_cap -= entitled
        payment = max(min(entitled - already, room_to_pay), 0)
        room_to_pay -= payment
        total += payment
    return total


def payable_by_scenarios(
    case: Case, as_of: date, stage_amounts: Amounts, *, counting: Counting = "anniversary"
) -> tuple[int, int]:
    """The smallest and largest total over all ways the unknown could turn out."""
    begun = as_of >= PLAN_FIRST_DAY
    ways: list[tuple[int, ...]] = []
    for each in ways_of_acceptance(case, as_of) if begun else [case]:
        choices: list[list[int]] = []
        for stage in STAGES:
            amount = stage_amounts[stage]
            possible = [0, CAP_FEN] if amount is None else [amount]
            truth = stage_truth(each, stage, as_of, counting) if begun else "not_met"
            if truth != "met":
                possible = [0] if truth == "not_met" else [0, *possible]
            choices.append(possible)
        ways += product(*choices)
    base, reg_truth, amount_missing = regional_base(case, as_of)
    bases = [base, base + VERY_HIGH_FEN] if amount_missing else [base]
    reg_paid = paid_for(case, REGIONAL, as_of)
    rewards = [regional_reward(b) if reg_truth == "met" else 0 for b in bases]
    regional = [max(reward - reg_paid, 0) for reward in rewards]
    paid = [paid_for(case, stage, as_of) for stage in STAGES]
    totals = [pay_in_order(way, paid) + extra for way in ways for extra in regional]
    return min(totals), max(totals)
