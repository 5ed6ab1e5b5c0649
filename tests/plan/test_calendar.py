"""What falls due: each kind by hand, and by law the day before and the day after."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command import run_command
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from listing_rewards import Case, InvalidCase, Policy, assess, load_policy
from listing_rewards.plan import Due, Standard, calendar, load_standard, screen
from listing_rewards.plan.calendar_forms import as_icalendar, calendar_table
from listing_rewards.values.truth import MET
from plan.asking import finding

ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
BSE = load_standard("bse-listing")
CITY = Path(__file__).parents[2] / "examples" / "city" / "enterprises.csv"
WINDOW: dict[str, Any] = {
    "id": "a-notice",
    "document": {"title": "an invented notice", "issuer": "an office"},
    "clauses": {"c": {"item": "one", "text": "its words", "document": "an invented notice"}},
    "in_force": {"clause": "c", "first": "2024-01-01", "last": "2027-12-31"},
    "rounding": {"clause": "c"},
    "events": {
        "listed": {"zh": "挂牌", "en": "listed"},
        "applied": {"zh": "申请", "en": "applied", "silence": "did_not_happen"},
        "moved_out": {"zh": "迁出", "en": "moved out", "silence": "did_not_happen"},
    },
    "conditions": {
        "in_time": {"clause": "c", "happened": "applied", "after": "listed", "within_months": 6}
    },
    "undertakings": {
        "stays": {"clause": "c", "title": "不迁出", "awards": ["list"], "years": 5,
                  "broken_by": ["moved_out"], "before_payment": "reported", "called_back": "100%"}
    },
    "awards": [
        {"id": "list", "title": "list", "clause": "c", "earned_by": "listed",
         "needs": ["in_time"], "amount": {"clause": "c", "fixed": "50万元"}}
    ],
}  # fmt: skip


def case(**events: str) -> Case:
    """An enterprise with some events."""
    happened = [{"kind": kind, "on": day} for kind, day in events.items()]
    return Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": happened})


def told(found: tuple[Due, ...]) -> list[tuple[str, str, Decimal]]:
    """Day, kind and amount."""
    return [(str(each.on), each.happens, each.at_stake.at_least) for each in found]


def test_each_kind_by_hand() -> None:
    """A full year with 7 million hanging on it; a standard's period; the document's last day."""
    found = calendar(
        [case(neeq_listed="2024-03-04")], [ILLUSTRATIVE], [BSE], date(2024, 12, 1),
        first=date(2025, 1, 1), last=date(2025, 12, 31),
    )  # fmt: skip
    assert told(found) == [
        ("2025-03-04", "standard_period_full", Decimal(0)),
        ("2025-03-04", "period_full", Decimal("7000000.00")),
        ("2025-12-31", "document_ends", Decimal(0)),
    ]


def test_nothing_hangs_on_a_day_after_the_policy() -> None:
    """What is full in 2026 earns nothing under a document that ended in 2025."""
    found = calendar(
        [case(neeq_listed="2025-03-04")], [ILLUSTRATIVE], [], date(2025, 12, 1),
        first=date(2026, 1, 1), last=date(2026, 12, 31),
    )  # fmt: skip
    assert told(found) == [("2026-03-04", "period_full", Decimal(0))]


def test_an_application_window_closes() -> None:
    """Six months after the listing; no more once it was applied for."""
    policy = Policy.model_validate(WINDOW)
    days = {"first": date(2025, 1, 1), "last": date(2025, 12, 31)}
    open_ = calendar([case(listed="2025-02-10")], [policy], [], date(2025, 3, 1), **days)
    assert told(open_) == [("2025-08-10", "window_closes", Decimal("500000.00"))]
    done = case(listed="2025-02-10", applied="2025-02-20")
    assert calendar([done], [policy], [], date(2025, 3, 1), **days) == ()
    assert calendar([case(listed="2025-02-10")], [policy], [], date(2025, 8, 11), **days) == ()


def test_an_undertaking_ends() -> None:
    """On its last day, with what it exposes; no more once it is broken."""
    policy = Policy.model_validate(WINDOW)
    paid = {"award": "list", "on": "2024-05-01", "amount": "50万元"}
    kept = case(listed="2024-02-10", applied="2024-02-20").model_dump(mode="json")
    days = {"first": date(2029, 1, 1), "last": date(2029, 12, 31)}
    stays = Case.model_validate({**kept, "payments": [paid]})
    found = calendar([stays], [policy], [], date(2024, 6, 1), **days)
    assert told(found) == [("2029-02-10", "undertaking_ends", Decimal("500000.00"))]
    assert calendar_table(found, {policy.id: policy}, "zh").rows[0][4] == "不迁出"
    gone = [*kept["events"], {"kind": "moved_out", "on": "2024-05-20"}]
    left = Case.model_validate({**kept, "events": gone, "payments": [paid]})
    assert calendar([left], [policy], [], date(2024, 6, 1), **days) == ()


@given(st.dates(date(2023, 7, 7), date(2024, 6, 1)))
def test_the_day_that_is_shown_is_the_day_that_turns(listed: date) -> None:
    """The year counts as full on it, and not on the day before; the standard's period too."""
    known = listed + timedelta(days=30)
    found = calendar(
        [case(neeq_listed=str(listed))], [ILLUSTRATIVE], [BSE], known,
        first=known, last=date(2025, 12, 30),
    )  # fmt: skip
    days = {each.happens: each.on for each in found}
    for day, full in ((days["period_full"], True), (days["period_full"] - timedelta(1), False)):
        accepted = case(neeq_listed=str(listed), bse_accepted=str(day))
        line = assess(accepted, ILLUSTRATIVE, as_of=day).line("bse_accepted")
        assert (line.truth is MET) is full
    turned = days["standard_period_full"]
    for day, outcome in ((turned, "met"), (turned - timedelta(1), "not_met")):
        screened = screen(case(neeq_listed=str(listed)), BSE, day)
        assert finding(screened, "quoted_12_months").outcome == outcome


def test_days_out_of_order_are_refused() -> None:
    """By name."""
    with pytest.raises(InvalidCase):
        calendar([], [ILLUSTRATIVE], [], date(2025, 1, 1), first=date(2025, 2, 1),
                 last=date(2025, 1, 1))  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_and_the_icalendar_tell_the_same(lang: Any) -> None:
    """One entry each; the same bytes each time; every day is a whole day."""
    found = calendar(
        [case(neeq_listed="2024-03-04")], [ILLUSTRATIVE], [BSE], date(2024, 12, 1),
        first=date(2025, 1, 1), last=date(2025, 12, 31),
    )  # fmt: skip
    documents: dict[str, Policy | Standard] = {ILLUSTRATIVE.id: ILLUSTRATIVE, BSE.id: BSE}
    table = calendar_table(found, documents, lang)
    content = as_icalendar(found, documents, date(2024, 12, 1), lang)
    assert content == as_icalendar(found, documents, date(2024, 12, 1), lang)
    events = Calendar.from_ical(content).walk("VEVENT")
    days = [event.decoded("dtstart") for event in events]
    assert days == [row[0] for row in table.rows]
    assert len({str(event["uid"]) for event in events}) == len(found) == len(table.rows)
    assert "7,000,000" in str([row[6] for row in table.rows]) or "7000000.00" in str(table.rows)


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table and an iCalendar file beside it; without a document one sentence."""
    asked = (
        "calendar", CITY, "--as-of", "2025-11-10", "--from", "2025-11-10", "--to", "2026-12-31",
    )  # fmt: skip
    both = ("-p", ILLUSTRATIVE.id, "-s", "bse-listing")
    ics = tmp_path / "due.ics"
    assert run_command(monkeypatch, *asked, *both, "--ics", ics, "--lang", "zh") == 0
    shown = capsys.readouterr()
    assert "期间届满" in shown.out
    assert "按 2025-11-10 的情况推算" in shown.err
    assert ics.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert run_command(monkeypatch, *asked) == 2
    assert run_command(monkeypatch, *asked, *both, "--ics", tmp_path / "due.txt") == 2
