"""Hand-computed checks of the second reading. All amounts in the tables are in yuan."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from .second_reading import (
    CAP_FEN,
    ILLUSTRATIVE,
    REGIONAL,
    STAGES,
    UNKNOWN_STAGES,
    Amounts,
    Counting,
    Pair,
    accepted_day_unknown,
    days_of,
    full_year_on,
    neeq_day_unknown,
    payable_by_scenarios,
    regional_reward,
    second_reading,
    to_fen,
)


def yuan(text: str) -> Pair:
    """Exactly "500000"; a range "0..500000"; "0..?" has no known upper limit."""
    least, dots, most = text.replace(",", "").partition("..")
    if not dots:
        return to_fen(least), to_fen(least)
    return to_fen(least), None if most == "?" else to_fen(most)


def make_case(
    events: list[str],
    payments: list[str] | None = None,
    absent: list[str] | None = None,
    *,
    eligible: bool | None = None,
) -> dict[str, Any]:
    """Events are "kind day" or "kind day amount"; payments are "award day amount"."""
    case: dict[str, Any] = {"enterprise": {"name": "甲公司"}, "events": [], "payments": []}
    for event in events:
        kind, on, *amount = event.split()
        case["events"].append({"kind": kind, "on": on})
        if amount:
            case["events"][-1]["amount"] = amount[0].replace(",", "")
    for payment in payments or []:
        award, on, paid = payment.split()
        case["payments"].append({"award": award, "on": on, "amount": paid.replace(",", "")})
    case["absent"] = absent or []
    if eligible is not None:
        case["flags"] = {"eligible": eligible}
    return case


@dataclass(frozen=True)
class Row:
    """One case and what it must come to; 500k, 500k, 1m, 2m, 5m unless amounts are given."""

    name: str
    events: list[str]
    total: str
    lines: dict[str, str] = field(default_factory=dict)
    payments: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    eligible: bool | None = None
    as_of: str = "2025-12-31"
    amounts: Amounts = field(default_factory=lambda: ILLUSTRATIVE)
    counting: Counting = "anniversary"


LADDER = [
    "neeq_listed 2023-07-10",
    "neeq_innovation 2024-06-01",
    "bse_tutoring_filed 2024-07-01",
    "bse_applied 2024-12-01",
    "bse_accepted 2024-12-10",
    "bse_listed 2025-06-20",
]
FINANCING = "regional_financing 2023-08-01"
NO_STAGES: dict[str, int | None] = dict.fromkeys(STAGES, 0)
MILLION = 100_000_000

ROWS = [
    # -- the ladder and its 9,000,000 ---------------------------------------------------------
    Row("nothing has happened", [], "0", {"neeq_listed.truth": "not_met"}),
    Row(
        "full ladder is exactly 9,000,000: 0.5 + 0.5 + 1 + 2 + 5 million",
        LADDER,
        "9,000,000",
        {"bse_listed.entitled": "5,000,000", "regional_financing.truth": "not_met"},
    ),
    Row(
        "financing stands beside the 9,000,000: 2% of 3,000,000 = 60,000",
        [*LADDER, FINANCING + " 3,000,000"],
        "9,060,000",
        {"regional_financing.payable": "60,000"},
    ),
    Row(
        "only what has happened by as_of: 0.5 + 0.5 + 1 million",
        LADDER,
        "2,000,000",
        {"bse_accepted.truth": "not_met", "bse_accepted.nominal": "2,000,000"},
        as_of="2024-11-30",
    ),
    Row(
        "three stages of 4,000,000: 4 + 4 + what is left, 1",
        LADDER[:3],
        "9,000,000",
        {
            "neeq_innovation.entitled": "4,000,000",
            "bse_tutoring_filed.nominal": "4,000,000",
            "bse_tutoring_filed.entitled": "1,000,000",
        },
        amounts=dict.fromkeys(STAGES, 4 * MILLION),
    ),
    Row(
        "stage amounts unknown, one stage reached",
        ["neeq_listed 2023-07-10"],
        "0..9,000,000",
        {
            "neeq_listed.nominal": "0..?",
            "neeq_listed.entitled": "0..9,000,000",
            "neeq_innovation.nominal": "0..?",
            "neeq_innovation.entitled": "0",
        },
        amounts=UNKNOWN_STAGES,
    ),
    Row(
        "stage amounts unknown, 1,000,000 already paid: 8,000,000 of room",
        LADDER,
        "0..8,000,000",
        {
            "neeq_listed.payable": "0..8,000,000",
            "neeq_listed.overpaid": "0..1,000,000",
            "bse_listed.entitled": "0..9,000,000",
            "bse_listed.payable": "0..8,000,000",
        },
        payments=["neeq_listed 2024-01-10 1,000,000"],
        amounts=UNKNOWN_STAGES,
    ),
    # -- eligible -----------------------------------------------------------------------------
    Row(
        "not eligible: no stage, but financing still 2% of 1,000,000",
        [*LADDER, FINANCING + " 1,000,000"],
        "20,000",
        {"bse_listed.truth": "not_met", "bse_listed.nominal": "5,000,000"},
        eligible=False,
    ),
    Row("eligible said outright", LADDER, "9,000,000", eligible=True),
    # -- 2% of the financing ------------------------------------------------------------------
    Row("2% of 5,000,000 is the limit", [FINANCING + " 5,000,000"], "100,000"),
    Row(
        "2% of 8,000,000 = 160,000, cut to 100,000",
        [FINANCING + " 8,000,000"],
        "100,000",
        {"regional_financing.nominal": "100,000"},
    ),
    Row("4,999,999.75 -> 99,999.995 -> half up", [FINANCING + " 4,999,999.75"], "100,000.00"),
    Row("4,999,999.74 -> 99,999.9948 -> down", [FINANCING + " 4,999,999.74"], "99,999.99"),
    Row("1,234,567.75 -> 24,691.355 -> half up", [FINANCING + " 1,234,567.75"], "24,691.36"),
    Row("0.25 -> 0.005 -> half up", [FINANCING + " 0.25"], "0.01"),
    Row("0.24 -> 0.0048 -> down", [FINANCING + " 0.24"], "0.00"),
    Row(
        "rounded once: 0.20 + 0.20 = 0.40 -> 0.008 -> 0.01 (each alone would be 0.00)",
        [FINANCING + " 0.20", "regional_financing 2024-08-01 0.20"],
        "0.01",
    ),
    Row(
        "rounded once: 0.25 + 0.25 = 0.50 -> 0.01 (each alone would make 0.02)",
        [FINANCING + " 0.25", "regional_financing 2024-08-01 0.25"],
        "0.01",
    ),
    Row(
        "financings outside the plan or after as_of do not count: 2% of 1,000,000 + 500,000",
        [
            "regional_financing 2023-07-06 100,000",
            "regional_financing 2023-07-07 1,000,000",
            "regional_financing 2025-06-30 500,000",
            "regional_financing 2025-07-01 100,000",
        ],
        "30,000",
        as_of="2025-06-30",
    ),
    Row(
        "a missing amount: 2% of 1,000,000 at least, the limit at most",
        [FINANCING + " 1,000,000", "regional_financing 2024-08-01"],
        "20,000..100,000",
        {"regional_financing.truth": "met", "regional_financing.nominal": "20,000..100,000"},
    ),
    Row(
        "a missing amount, 30,000 paid",
        [FINANCING + " 1,000,000", "regional_financing 2024-08-01"],
        "0..70,000",
        {"regional_financing.overpaid": "0..10,000"},
        payments=["regional_financing 2024-09-01 30,000"],
    ),
    Row(
        "a missing amount outside the plan harms nothing",
        [FINANCING + " 1,000,000", "regional_financing 2023-07-06"],
        "20,000",
    ),
    # -- the plan's days ----------------------------------------------------------------------
    Row("the day before the plan", ["bse_tutoring_filed 2023-07-06"], "0"),
    Row("the plan's first day", ["bse_tutoring_filed 2023-07-07"], "1,000,000"),
    Row("the plan's last day", ["bse_tutoring_filed 2025-12-31"], "1,000,000", as_of="2026-06-30"),
    Row("the day after the plan", ["bse_tutoring_filed 2026-01-01"], "0", as_of="2026-06-30"),
    Row(
        "NEEQ before the plan earns nothing but counts for the year: 2 + 5 million",
        ["neeq_listed 2022-05-01", "bse_accepted 2023-08-01", "bse_listed 2023-12-01"],
        "7,000,000",
        {"neeq_listed.truth": "not_met"},
    ),
    Row(
        "listed after the plan: 0.5 + 2 million",
        ["neeq_listed 2023-07-10", "bse_accepted 2025-12-30", "bse_listed 2026-03-01"],
        "2,500,000",
        as_of="2026-06-30",
    ),
    # -- the full year on NEEQ ----------------------------------------------------------------
    Row("one day short", ["neeq_listed 2023-09-15", "bse_accepted 2024-09-14"], "500,000"),
    Row("on the day", ["neeq_listed 2023-09-15", "bse_accepted 2024-09-15"], "2,500,000"),
    Row(
        "civil code, on the day",
        ["neeq_listed 2023-09-15", "bse_accepted 2024-09-15"],
        "500,000",
        counting="civil_code",
    ),
    Row(
        "civil code, the day after",
        ["neeq_listed 2023-09-15", "bse_accepted 2024-09-16"],
        "2,500,000",
        counting="civil_code",
    ),
    Row("29 February, 27th", ["neeq_listed 2024-02-29", "bse_accepted 2025-02-27"], "500,000"),
    Row("29 February, 28th", ["neeq_listed 2024-02-29", "bse_accepted 2025-02-28"], "2,500,000"),
    Row(
        "29 February, 28th, civil code",
        ["neeq_listed 2024-02-29", "bse_accepted 2025-02-28"],
        "500,000",
        counting="civil_code",
    ),
    Row(
        "29 February, 1 March, civil code",
        ["neeq_listed 2024-02-29", "bse_accepted 2025-03-01"],
        "2,500,000",
        counting="civil_code",
    ),
    Row(
        "the application's day decides, not the acceptance's: neither 2 nor 5 million",
        [
            "neeq_listed 2023-09-15",
            "bse_applied 2024-09-14",
            "bse_accepted 2024-09-20",
            "bse_listed 2025-06-20",
        ],
        "500,000",
    ),
    Row(
        "an application dated after as_of does not count, the acceptance's day decides",
        ["neeq_listed 2023-09-15", "bse_accepted 2024-09-20", "bse_applied 2025-01-05"],
        "2,500,000",
        as_of="2024-12-31",
    ),
    Row(
        "on NEEQ only after the application",
        ["bse_applied 2024-01-01", "neeq_listed 2024-06-01", "bse_accepted 2025-07-01"],
        "500,000",
    ),
    # -- delisting and relisting --------------------------------------------------------------
    Row(
        "relisted on the day of delisting, one day short",
        [
            "neeq_listed 2022-01-10",
            "neeq_delisted 2023-08-01",
            "neeq_listed 2023-08-01",
            "bse_accepted 2024-07-31",
        ],
        "500,000",
        {"neeq_listed.truth": "met", "bse_accepted.truth": "not_met"},
    ),
    Row(
        "relisted on the day of delisting, on the day",
        [
            "neeq_listed 2022-01-10",
            "neeq_delisted 2023-08-01",
            "neeq_listed 2023-08-01",
            "bse_accepted 2024-08-01",
        ],
        "2,500,000",
    ),
    Row(
        "listed twice in the plan earns once; the year runs from 2024-03-01",
        [
            "neeq_listed 2023-07-10",
            "neeq_delisted 2024-01-10",
            "neeq_listed 2024-03-01",
            "bse_accepted 2025-02-28",
        ],
        "500,000",
    ),
    Row(
        "two listings after the delisting: the earlier one starts the year",
        [
            "neeq_delisted 2023-08-01",
            "neeq_listed 2023-09-01",
            "neeq_listed 2024-06-01",
            "bse_accepted 2024-09-01",
        ],
        "2,500,000",
    ),
    Row(
        "delisted and not relisted",
        ["neeq_listed 2023-07-10", "neeq_delisted 2024-01-01", "bse_accepted 2025-01-01"],
        "500,000",
    ),
    Row(
        "delisted after the test day: no harm",
        ["neeq_listed 2023-07-10", "bse_accepted 2024-12-10", "neeq_delisted 2024-12-11"],
        "2,500,000",
    ),
    Row(
        "delisted on the test day: no year",
        ["neeq_listed 2023-07-10", "bse_accepted 2024-12-10", "neeq_delisted 2024-12-10"],
        "500,000",
    ),
    # -- the NEEQ day is not stated -----------------------------------------------------------
    Row(
        "NEEQ day missing: tutoring 1 million; 0.5 + 2 + 5 may come",
        LADDER[2:],
        "1,000,000..8,500,000",
        {
            "neeq_listed.truth": "unknown",
            "neeq_listed.entitled": "0..500,000",
            "neeq_innovation.truth": "not_met",
            "bse_tutoring_filed.entitled": "1,000,000",
            "bse_accepted.entitled": "0..2,000,000",
            "bse_listed.truth": "unknown",
            "bse_listed.payable": "0..5,000,000",
        },
    ),
    Row(
        "NEEQ day missing, not eligible: not met beats unknown",
        LADDER[2:],
        "0",
        {"neeq_listed.truth": "not_met", "bse_listed.truth": "not_met"},
        eligible=False,
    ),
    Row("NEEQ day missing, nothing Beijing claimed", LADDER[2:4], "1,000,000"),
    Row("NEEQ listing known absent", LADDER[2:], "1,000,000", absent=["neeq_listed"]),
    Row(
        "NEEQ listing only after as_of is known not to have happened",
        [*LADDER[2:], "neeq_listed 2025-08-01"],
        "1,000,000",
        as_of="2025-07-01",
    ),
    Row(
        "the total knows more than the lines: 4 (perhaps) + 9, cut to 9",
        ["bse_tutoring_filed 2024-07-01", "bse_accepted 2024-12-10"],
        "9,000,000",
        {
            "neeq_listed.payable": "0..4,000,000",
            "bse_tutoring_filed.payable": "5,000,000..9,000,000",
        },
        amounts=NO_STAGES | {"neeq_listed": 4 * MILLION, "bse_tutoring_filed": 9 * MILLION},
    ),
    Row(
        "unknown stages take room in order: perhaps 4, surely 3, perhaps 4, perhaps 4",
        LADDER[2:],
        "3,000,000..9,000,000",
        {
            "bse_tutoring_filed.entitled": "3,000,000",
            "bse_accepted.entitled": "0..4,000,000",
            "bse_listed.entitled": "0..4,000,000",
        },
        amounts=dict.fromkeys(STAGES, 4 * MILLION) | {"bse_tutoring_filed": 3 * MILLION},
    ),
    # -- the day of acceptance is not stated --------------------------------------------------
    Row(
        "acceptance missing: 0.5 million; 2 + 5 may come",
        ["neeq_listed 2023-07-10", "bse_listed 2025-06-20"],
        "500,000..7,500,000",
        {"bse_accepted.truth": "unknown", "bse_listed.truth": "unknown"},
    ),
    Row(
        "acceptance missing, listed after the plan: 0.5 million; 2 may come",
        ["neeq_listed 2023-07-10", "bse_listed 2026-01-20"],
        "500,000..2,500,000",
        {"bse_accepted.truth": "unknown", "bse_listed.truth": "not_met"},
        as_of="2026-06-30",
    ),
    Row(
        "acceptance known absent",
        ["neeq_listed 2023-07-10", "bse_listed 2025-06-20"],
        "500,000",
        absent=["bse_accepted"],
    ),
    Row(
        "acceptance only after as_of",
        ["neeq_listed 2023-07-10", "bse_listed 2025-06-20", "bse_accepted 2025-07-01"],
        "500,000",
        as_of="2025-06-30",
    ),
    Row(
        "acceptance not stated but application is: 0.5 + 5 million",
        ["neeq_listed 2023-07-10", "bse_applied 2024-12-01", "bse_listed 2025-06-20"],
        "5,500,000",
        {"bse_accepted.truth": "not_met"},
    ),
    Row(
        "acceptance missing, NEEQ absent: no year whatever the day",
        ["bse_listed 2025-06-20"],
        "0",
        {"bse_accepted.truth": "not_met", "bse_listed.truth": "not_met"},
        absent=["neeq_listed"],
    ),
    Row("acceptance and NEEQ missing: 0.5 + 2 + 5", ["bse_listed 2025-06-20"], "0..7,500,000"),
    Row(
        "NEEQ missing, acceptance known absent, no application: no test day can be expected",
        ["bse_listed 2025-06-20"],
        "0..500,000",
        {"bse_listed.truth": "not_met"},
        absent=["bse_accepted"],
    ),
    # -- payments -----------------------------------------------------------------------------
    Row(
        "ordinary payments: 9,000,000 - 500,000 - 300,000",
        LADDER,
        "8,200,000",
        {"neeq_listed.payable": "0", "bse_tutoring_filed.payable": "700,000"},
        payments=["neeq_listed 2024-01-10 500,000", "bse_tutoring_filed 2024-09-01 300,000"],
    ),
    Row(
        "a payment after as_of does not count yet",
        LADDER,
        "9,000,000",
        payments=["neeq_listed 2026-01-01 500,000"],
    ),
    Row(
        "payments leave 200,000 of room; the first stage owed takes it",
        LADDER,
        "200,000",
        {
            "neeq_listed.payable": "200,000",
            "neeq_innovation.payable": "0",
            "bse_listed.payable": "0",
            "bse_listed.entitled": "5,000,000",
            "bse_tutoring_filed.overpaid": "7,800,000",
        },
        payments=["bse_tutoring_filed 2024-09-01 8,800,000"],
    ),
    Row(
        "more paid than the cap: nothing more",
        LADDER,
        "0",
        {"bse_tutoring_filed.overpaid": "8,500,000", "bse_listed.payable": "0"},
        payments=["bse_tutoring_filed 2024-09-01 9,500,000"],
    ),
    Row(
        "financing overpaid: 20,000 due, 25,000 paid",
        [FINANCING + " 1,000,000"],
        "0",
        {"regional_financing.overpaid": "5,000", "regional_financing.payable": "0"},
        payments=["regional_financing 2024-01-10 25,000"],
    ),
    Row(
        "paid for a stage that may not be due",
        LADDER[3:],
        "0..6,500,000",
        {"bse_listed.overpaid": "0..1,000,000", "bse_listed.payable": "0..4,000,000"},
        payments=["bse_listed 2025-07-01 1,000,000"],
    ),
    Row(
        "paid for a stage not reached: overpaid in full, and the room is smaller",
        LADDER[:3],
        "2,000,000",
        {"bse_listed.overpaid": "5,000,000"},
        payments=["bse_listed 2025-07-01 5,000,000"],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_hand_computed(row: Row) -> None:
    case = make_case(row.events, row.payments, row.absent, eligible=row.eligible)
    as_of = date.fromisoformat(row.as_of)
    answer = second_reading(case, as_of, row.amounts, counting=row.counting)
    assert answer.payable == yuan(row.total)
    assert payable_by_scenarios(case, as_of, row.amounts, counting=row.counting) == answer.payable
    for what, expected in row.lines.items():
        award, attribute = what.split(".")
        found = getattr(answer.lines[award], attribute)
        assert found == (expected if attribute == "truth" else yuan(expected)), what


def test_the_illustrative_amounts_fill_the_cap() -> None:
    assert list(ILLUSTRATIVE) == list(STAGES) == list(UNKNOWN_STAGES)
    assert sum(ILLUSTRATIVE.values()) == CAP_FEN == to_fen("9000000")


def test_missing_keys_mean_empty() -> None:
    answer = second_reading({}, date(2025, 12, 31), ILLUSTRATIVE)
    assert answer.payable == (0, 0)
    assert list(answer.lines) == [*STAGES, REGIONAL]


@pytest.mark.parametrize(
    ("day", "corresponding"),
    [
        ("2023-09-15", "2024-09-15"),
        ("2023-12-31", "2024-12-31"),
        ("2024-02-29", "2025-02-28"),
        ("2024-02-28", "2025-02-28"),
        ("2023-02-28", "2024-02-28"),
        ("2023-03-01", "2024-03-01"),
    ],
)
def test_corresponding_day(day: str, corresponding: str) -> None:
    assert full_year_on(date.fromisoformat(day)).isoformat() == corresponding


@pytest.mark.parametrize(
    ("base", "reward"),
    [("0", "0"), ("0.24", "0"), ("0.25", "0.01"), ("0.74", "0.01"), ("0.75", "0.02")],
)
def test_two_percent(base: str, reward: str) -> None:
    assert regional_reward(to_fen(base)) == to_fen(reward)


def test_reading_yuan() -> None:
    assert [to_fen(text) for text in ("12", "12.3", "12.34", "0.05")] == [1200, 1230, 1234, 5]
    for refused in ("-1", "1.234", "1e3", ""):
        with pytest.raises(ValueError, match="not an amount"):
            to_fen(refused)


def test_two_application_days_are_refused() -> None:
    case = make_case([*LADDER, "bse_applied 2025-01-15"])
    with pytest.raises(ValueError, match="one application day"):
        second_reading(case, date(2025, 12, 31), ILLUSTRATIVE)


def random_day(rng: Random, first: date, last: date) -> str:
    return (first + timedelta(days=rng.randint(0, (last - first).days))).isoformat()


def random_day_between(rng: Random, first: date, last: date) -> date:
    """A day of some time; its last one where the first comes later, as in a case that cannot be."""
    return date.fromisoformat(random_day(rng, min(first, last), last))


def random_case(rng: Random) -> dict[str, Any]:
    """A case with gaps, late events, delistings and odd payments; not always a sensible one."""
    first, last = date(2022, 1, 1), date(2026, 6, 30)
    events: list[str] = []
    for kind in (*STAGES, "bse_applied"):
        if rng.random() < 0.6:
            early = kind == "neeq_listed"
            start, end = (first, date(2024, 6, 30)) if early else (date(2023, 1, 1), last)
            events.append(f"{kind} {random_day(rng, start, end)}")
    if rng.random() < 0.2:
        events.append(f"neeq_delisted {random_day(rng, first, last)}")
        events.append(f"neeq_listed {random_day(rng, first, last)}")
    for _ in range(rng.choice([0, 0, 1, 2])):
        amount = "" if rng.random() < 0.3 else f"{rng.randint(0, 400_000_000) / 100:.2f}"
        events.append(f"{REGIONAL} {random_day(rng, first, last)} {amount}")
    payments: list[str] = []
    for _ in range(rng.choice([0, 0, 1, 2, 4])):
        award = rng.choice([*STAGES, REGIONAL])
        most = 30_000 if award == REGIONAL else 4_000_000
        payments.append(f"{award} {random_day(rng, first, last)} {rng.randint(0, most)}.00")
    absent = [k for k in ("neeq_listed", "bse_accepted", "neeq_delisted") if rng.random() < 0.1]
    rng.shuffle(events)
    eligible = rng.choice([True, True, True, None, None, False])
    return make_case(events, payments, absent, eligible=eligible)


def random_amounts(rng: Random) -> dict[str, int | None]:
    """Some unknown, some small, some so large that the cap cuts them."""
    known = [0, MILLION // 2, MILLION, 2 * MILLION, 5 * MILLION, 12 * MILLION]
    return {stage: None if rng.random() < 0.25 else rng.choice(known) for stage in STAGES}


def random_as_of(rng: Random) -> date:
    return date.fromisoformat(random_day(rng, date(2024, 1, 1), date(2026, 6, 30)))


def random_counting(rng: Random) -> Counting:
    return "civil_code" if rng.random() < 0.3 else "anniversary"


def within(inner: Pair, outer: Pair) -> bool:
    if inner[0] < outer[0]:
        return False
    return outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])


def test_total_agrees_with_every_scenario() -> None:
    """The formula for the total and the scenarios played out give the same two ends."""
    rng = Random(20230707)
    kinds = {"nothing": 0, "exact": 0, "range": 0, "full room": 0}
    for number in range(600):
        case, as_of, counting = random_case(rng), random_as_of(rng), random_counting(rng)
        for amounts in (ILLUSTRATIVE, UNKNOWN_STAGES, random_amounts(rng)):
            total = second_reading(case, as_of, amounts, counting=counting).payable
            played = payable_by_scenarios(case, as_of, amounts, counting=counting)
            assert total == played, (number, case, as_of, amounts)
            kinds["nothing"] += total == (0, 0)
            kinds["exact"] += 0 < total[0] == total[1]
            kinds["range"] += 0 < total[0] < total[1]
            kinds["full room"] += total[1] >= CAP_FEN
    assert min(kinds.values()) >= 50, kinds


def test_learning_more_never_leaves_the_bounds() -> None:
    """Fill in a day or an amount that was unknown: every result stays within its old bounds."""
    rng = Random(900)
    days_filled_in = 0
    for number in range(600):
        case, as_of, counting = random_case(rng), random_as_of(rng), random_counting(rng)
        amounts = random_amounts(rng)
        before = second_reading(case, as_of, amounts, counting=counting)
        events = [dict(event) for event in case["events"]]
        steps = days_of(case, "bse_accepted", as_of) + days_of(case, "bse_listed", as_of)
        listed = days_of(case, "neeq_listed", as_of)[:1]
        if neeq_day_unknown(case, as_of):
            listed = [random_day_between(rng, date(2022, 1, 1), min(steps))]
            events.append({"kind": "neeq_listed", "on": listed[0].isoformat()})
            days_filled_in += 1
        if accepted_day_unknown(case, as_of):
            since = listed[0] if listed else date(2022, 1, 1)
            on = random_day_between(rng, since, min(steps))
            events.append({"kind": "bse_accepted", "on": on.isoformat()})
            days_filled_in += 1
        for event in events:
            if event["kind"] == REGIONAL:
                event.setdefault("amount", f"{rng.randint(0, 9_000_000)}.50")
        fuller = case | {"events": events}
        learnt = {
            stage: rng.choice([0, 3 * MILLION, 20 * MILLION]) if amount is None else amount
            for stage, amount in amounts.items()
        }
        after = second_reading(fuller, as_of, learnt, counting=counting)
        assert after.payable[0] == after.payable[1], (number, fuller)
        assert within(after.payable, before.payable), (number, case)
        assert sum(line.payable[0] for line in after.lines.values()) == after.payable[0]
        for award, line in after.lines.items():
            for attribute in ("nominal", "entitled", "payable", "overpaid"):
                old = getattr(before.lines[award], attribute)
                assert within(getattr(line, attribute), old), (number, award, attribute)
    assert days_filled_in >= 50
