"""An award that is earned by all of several events, on the later day, or by any of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, ClassVar

import polars as pl
import pytest

from listing_rewards import Assessment, Case, InvalidPolicy, Policy, assess, lint
from listing_rewards.assessment import InForceCheck
from listing_rewards.engines.columns import assess_frame
from listing_rewards.engines.exact import assess_in_one_pass

AS_OF = date(2026, 12, 31)


def policy(earned_by: object, **more: Any) -> Policy:
    """50 for what earns it from 9 December 2022 to the end of 2025."""
    award = {"id": "w", "title": "W", "clause": "c", "earned_by": earned_by}
    document: dict[str, Any] = {
        "id": "p",
        "document": {"title": "a document", "issuer": "an office"},
        "clauses": {"c": {"item": "one", "text": "its words", "document": "invented"}},
        "in_force": {"clause": "c", "first": "2022-12-09", "last": "2025-12-31"},
        "rounding": {"clause": "c"},
        "events": {"listed": "挂牌", "reformed": "完成股改"},
        "awards": [award | {"amount": {"clause": "c", "fixed": "50"}} | more.pop("award", {})],
    }  # fmt: skip
    return Policy.model_validate(document | more)


ALL = {"all_of": ["listed", "reformed"]}
ANY = {"any_of": ["listed", "reformed"]}


def answer(rules: Policy, events: Mapping[str, str], absent: tuple[str, ...] = ()) -> Assessment:
    """The answer on the last day of 2026."""
    happened = [{"kind": kind, "on": day} for kind, day in events.items()]
    case = {"enterprise": {"name": "示例公司"}, "events": happened, "absent": absent}
    return assess(Case.model_validate(case), rules, as_of=AS_OF)


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ({"listed": "2020-01-01", "reformed": "2023-05-01"}, ["2020-01-01", "2023-05-01"]),
        ({"listed": "2020-01-01"}, ["2020-01-01", "None"]),
        ({"reformed": "2023-05-01"}, ["2023-05-01"]),
    ],
)
def test_a_day_that_is_open_is_shown_where_no_other_counts(
    events: dict[str, str], days: list[str]
) -> None:
    """任一, with a third event of which nothing is known: each day, and one that may count."""
    three = {"any_of": ["listed", "reformed", "moved"]}
    named = {"listed": "挂牌", "reformed": "完成股改", "moved": "迁入"}
    kinds = {name: {"zh": zh, "silence": "unknown"} for name, zh in named.items()}
    (line,) = answer(policy(three, events=kinds), events).lines
    assert [str(each.on) for each in line.checks if isinstance(each, InForceCheck)] == days


class TestByHand:
    """Computed by hand: the later day lies on the policy's days, or not; then any of them."""

    @pytest.mark.parametrize(
        ("listed", "reformed", "of_all"),
        [
            ("2023-01-01", "2023-05-01", 50),
            ("2022-01-01", "2023-05-01", 50),
            ("2023-05-01", "2020-01-01", 50),
            ("2025-05-01", "2026-09-01", 0),
            ("2023-05-01", "2023-05-01", 50),
            ("2022-01-01", "2022-12-08", 0),
        ],
    )
    def test_all_on_the_later_day(self, listed: str, reformed: str, of_all: int) -> None:
        """Which of the two is later does not matter."""
        found = answer(policy(ALL), {"listed": listed, "reformed": reformed})
        assert found.payable == found.payable_at_most == of_all

    @pytest.mark.parametrize(
        ("events", "of_any"),
        [
            ({"listed": "2023-01-01"}, 50),
            ({"reformed": "2025-12-31"}, 50),
            ({"listed": "2010-01-01", "reformed": "2023-01-01"}, 50),
            ({"listed": "2010-01-01", "reformed": "2026-01-01"}, 0),
            ({}, 0),
        ],
    )
    def test_any_is_enough(self, events: dict[str, str], of_any: int) -> None:
        """One on the policy days is enough, whatever the other."""
        found = answer(policy(ANY), events)
        assert found.payable == found.payable_at_most == of_any

    def test_the_other_is_asked_for_where_one_is_stated(self) -> None:
        """Nothing is 0 because nobody was asked."""
        found = answer(policy(ALL), {"listed": "2023-01-01"})
        assert [found.payable, found.payable_at_most] == [0, 50]
        assert [need.name for need in found.needs] == ["reformed"]

    def test_not_earned_as_soon_as_one_did_not_happen(self) -> None:
        """Whatever else is stated."""
        found = answer(policy(ALL), {"listed": "2023-01-01"}, absent=("reformed",))
        assert found.payable_at_most == 0

    @pytest.mark.parametrize(
        ("earned_by", "given"), [(ALL, "200.00"), (ANY, "100.00")], ids=["all", "any"]
    )
    def test_the_day_decides_a_dated_amount(self, earned_by: object, given: str) -> None:
        """The later day of all, the earliest of any."""
        values = [
            {"since": since, "amount": {"clause": "c", "fixed": amount}}
            for since, amount in (("2022-12-09", "100"), ("2023-06-01", "200"))
        ]
        rules = policy(earned_by, award={"amount": {"clause": "c", "dated": values}})
        found = answer(rules, {"listed": "2023-01-01", "reformed": "2023-07-01"})
        assert str(found.payable) == given

    def test_an_unknown_event_may_be_the_earlier_one(self) -> None:
        """The day is unknown as far as it matters."""
        events = {name: {"zh": name, "en": name, "silence": "unknown"} for name in ANY["any_of"]}
        values = [
            {"since": since, "amount": {"clause": "c", "fixed": amount}}
            for since, amount in (("2022-12-09", "100"), ("2023-06-01", "200"))
        ]
        dated = {"amount": {"clause": "c", "dated": values}}
        rules = policy(ANY, events=events, award=dated)
        late, early = (answer(rules, {"listed": on}) for on in ("2023-07-01", "2023-05-31"))
        assert [late.payable, late.payable_at_most] == [100, 200]
        assert [need.name for need in late.needs] == ["reformed"]
        assert early.payable == early.payable_at_most == 100


class TestAnEarlierDayThatIsUnknown:
    """Listed is stated, the reform may have been earlier: what hangs on the day is open."""

    EVENTS: ClassVar = {
        name: {"zh": name, "en": name, "silence": "unknown"} for name in (*ANY["any_of"], "moved")
    }

    def payable(self, as_of: date, events: Mapping[str, str], **more: Any) -> list[Decimal | None]:
        """From how much to how much is payable."""
        happened = [{"kind": kind, "on": on} for kind, on in events.items()]
        absent = [] if "moved" in events else ["moved"]
        case = {"enterprise": {"name": "示例公司"}, "events": happened, "absent": absent}
        rules = policy(ANY, events=self.EVENTS, **more)
        found = assess(Case.model_validate(case), rules, as_of=as_of)
        return [found.payable, found.payable_at_most]

    def test_one_that_did_not_happen(self) -> None:
        """Never listed; of the reform nothing is known: it may earn the award by itself."""
        case = {"enterprise": {"name": "示例公司"}, "absent": ["listed", "moved"]}
        rules = policy(ANY, events=self.EVENTS)
        found = assess(Case.model_validate(case), rules, as_of=AS_OF)
        assert [found.payable, found.payable_at_most] == [0, 50]

    def test_a_part_may_be_due(self) -> None:
        """Half at once, half a year later: after eight months 25, or 50 if the reform was first."""
        halves = {"clause": "c", "parts": [{"share": "50%"}, {"share": "50%", "years": 1}]}
        more = {"instalments": {"halves": halves}, "award": {"paid_in": "halves"}}
        found = self.payable(date(2026, 3, 1), {"listed": "2025-07-01"}, **more)
        assert found == [25, 50]
        late = self.payable(date(2026, 7, 1), {"listed": "2025-07-01"}, **more)
        assert late == [50, 50]

    def test_a_condition_tested_on_that_day(self) -> None:
        """Moved out before the listing; perhaps after the reform."""
        stayed = {"absent": "moved", "tested_on": "event", "clause": "c"}
        more = {"conditions": {"stayed": stayed}, "award": {"needs": ["stayed"]}}
        life = {"moved": "2023-03-01", "listed": "2023-07-01"}
        assert self.payable(AS_OF, life, **more) == [0, 50]

    def test_an_undertaking_from_that_day(self) -> None:
        """Moved out within a year of the listing; perhaps after more than a year of the reform."""
        promised = {"title": "u", "awards": ["w"], "broken_by": ["moved"], "years": 1}
        terms = {"before_payment": "not_payable", "clause": "c"}
        life = {"listed": "2023-07-01", "moved": "2024-06-01"}
        found = self.payable(AS_OF, life, undertakings={"u": promised | terms})
        assert found == [0, 50]

    def test_an_undertaking_to_be_kept_from_that_day(self) -> None:
        """A year has not passed since the listing; since the reform it may have."""
        promised = {"title": "u", "awards": ["w"], "kept_by": "moved", "years": 1}
        terms = {"before_payment": "not_payable", "clause": "c"}
        found = self.payable(
            date(2025, 12, 1), {"listed": "2025-07-01"}, undertakings={"u": promised | terms}
        )
        assert found == [0, 50]


TOO_LATE = date(2026, 2, 1)
DAYS = (None, date(2021, 5, 1), date(2023, 1, 1), date(2023, 7, 1), TOO_LATE)


@pytest.mark.parametrize("silence", ["unknown", "unknown_if_needed", "did_not_happen"])
@pytest.mark.parametrize("earned_by", [ALL, ANY], ids=["all", "any"])
def test_frames_say_what_one_case_says(earned_by: dict[str, list[str]], silence: str) -> None:
    """Row by row, on every pair of days: before, on and after the policy's days, and unstated.

    A total of a case is narrower where one day is too late whatever the other is.
    """
    names = ("listed", "reformed")
    events = {name: {"zh": name, "en": name, "silence": silence} for name in names}
    rules = policy(earned_by, events=events)
    pairs = [*product(DAYS, DAYS)]
    columns = {name: [pair[i] for pair in pairs] for i, name in enumerate(names)}
    frame = pl.DataFrame({"name": [str(pair) for pair in pairs]} | columns)
    rows = assess_frame(frame, rules, as_of=AS_OF).collect().to_dicts()
    for pair, row in zip(pairs, rows, strict=True):
        stated = {name: str(day) for name, day in zip(names, pair, strict=True) if day}
        found = answer(rules, stated)
        one_pass = assess_in_one_pass(found.case, rules, as_of=AS_OF)
        said = (row["payable"], row["payable_at_most"])
        assert said == (one_pass.payable, one_pass.payable_at_most)
        too_late = earned_by == ALL and TOO_LATE in pair
        assert (found.payable, found.payable_at_most) == ((0, 0) if too_late else said)


def test_a_list_alone_is_refused() -> None:
    """A bare list does not say whether all must have happened."""
    with pytest.raises(InvalidPolicy):
        policy(["listed", "reformed"])


@pytest.mark.parametrize(
    ("earned_by", "code"),
    [
        ({}, "all_or_any"),
        (ALL | ANY, "all_or_any"),
        ({"all_of": ["listed"]}, "too_few"),
        ({"any_of": ["listed", "listed"]}, "duplicate_id"),
        ({"all_of": ["listed", "reform"]}, "undeclared"),
    ],
)
def test_what_cannot_be_read_is_refused(earned_by: object, code: str) -> None:
    """Neither form, both, one event alone, one twice, one that is not declared."""
    with pytest.raises(InvalidPolicy) as refused:
        policy(earned_by)
    assert [each.code for each in refused.value.faults] == [code]


def test_one_that_must_come_too_late_is_found() -> None:
    """One of the events must fall after the policy's last day, so that nothing is ever earned."""
    late = {"late": {"clause": "c", "happened": "reformed", "first": "2026-01-01"}}
    found = lint(policy(ALL, conditions=late, award={"needs": ["late"]}))
    assert "never_in_time" in [each.fault.code for each in found]
