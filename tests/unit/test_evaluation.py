"""What an answer says: statuses, needs, assumptions, notices, remarks, payments, scopes of caps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import pytest

from listing_rewards import (
    Assessment,
    Bounds,
    Case,
    InvalidCase,
    InvalidPolicy,
    Policy,
    assess,
    load_policy,
)
from listing_rewards.assessment import AwardLine, Need, SeasoningCheck
from unit.test_conformity import case_of

SOURCE = load_policy("zhanjiang-bse-2023")
ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
END = date(2025, 12, 31)
LADDER = (
    "neeq_listed 2023-07-10",
    "neeq_innovation 2024-05-20",
    "bse_tutoring_filed 2024-07-01",
    "bse_applied 2024-12-01",
    "bse_accepted 2024-12-10",
    "bse_listed 2025-06-20",
)


def ask(case: Case, policy: Policy = ILLUSTRATIVE, as_of: date = END) -> Assessment:
    """An answer, by default under the illustrative policy on the plan's last day."""
    return assess(case, policy, as_of=as_of)


def policy_of(**parts: Any) -> Policy:
    """A small policy with two events, `happened` (with an amount, repeating) and `other`."""
    written: dict[str, Any] = {
        "id": "small",
        "document": {"title": "a document", "issuer": "an office"},
        "in_force": {"first": "2023-01-01", "last": "2026-12-31", "clause": "c"},
        "rounding": {"clause": "c"},
        "clauses": {"c": {"item": "1", "text": "words", "document": "small"}},
        "events": {
            "happened": {"zh": "事项", "en": "event", "amount": True, "repeats": True},
            "other": {"zh": "其他", "en": "other"},
        },
        "awards": [award_of("first", {"fixed": "100", "clause": "c"})],
    }
    return Policy.model_validate(written | parts)


def award_of(award: str, amount: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """One award earned by `happened`."""
    return {
        "id": award,
        "title": award,
        "clause": "c",
        "earned_by": "happened",
        "amount": amount,
    } | more


def exactly(amount: str) -> Bounds:
    """One amount, both ends."""
    return Bounds(Decimal(amount), Decimal(amount))


class TestStatus:
    """One word a line."""

    def test_granted_refused_not_reached(self) -> None:
        """By the truth of its checks, where all is known."""
        answer = ask(case_of("neeq_listed 2023-07-06", "bse_tutoring_filed 2024-01-01"))
        assert {line.award: line.status for line in answer.lines} == {
            "neeq_listed": "refused",
            "neeq_innovation": "not_reached",
            "bse_tutoring_filed": "granted",
            "bse_accepted": "not_reached",
            "bse_listed": "not_reached",
            "regional_financing": "not_reached",
        }

    def test_no_room(self) -> None:
        """An award that the earlier ones leave no room for, and one that they leave a part."""
        group = {"g": {"title": "g", "cap": "250", "clause": "c"}}
        fixed = {"fixed": "200", "clause": "c"}
        awards = [award_of(name, fixed, group="g") for name in ("first", "second", "third")]
        answer = ask(case_of("happened 2024-01-01"), policy_of(groups=group, awards=awards))
        assert [line.status for line in answer.lines] == ["granted", "granted", "no_room"]
        assert [line.entitled.at_least for line in answer.lines] == [200, 50, 0]

    def test_open(self) -> None:
        """A missing fact."""
        line = ask(case_of("neeq_listed 2023-07-10"), SOURCE).line("neeq_listed")
        assert line.status == "open"

    def test_any_day_within_the_policy_is_enough(self) -> None:
        """Listed before the plan, left, and listed again on its days: each day is checked."""
        days = ("neeq_listed 2023-07-06", "neeq_delisted 2023-08-01", "neeq_listed 2023-09-15")
        line = ask(case_of(*days)).line("neeq_listed")
        found = [(c.on, c.truth) for c in line.checks if c.rule == "in_force"]
        assert found == [(date(2023, 7, 6), "not_met"), (date(2023, 9, 15), "met")]
        assert (line.truth, line.status) == ("met", "granted")
        before = ask(case_of(days[0])).line("neeq_listed")
        assert (before.truth, before.status) == ("not_met", "refused")

    def test_what_is_not_known_to_be_earned_is_not_granted(self) -> None:
        """An award of nothing is not granted as long as a check of it is unknown."""
        policy = policy_of(
            awards=[award_of("first", {"fixed": "0", "clause": "c"}, needs=["k"])],
            flags={"f": {"zh": "条件", "en": "flag"}},
            conditions={"k": {"flag": "f", "clause": "c"}},
        )
        line = ask(case_of("happened 2024-01-01"), policy).line("first")
        assert line.truth == "unknown"
        assert line.status != "granted"


class TestNeeds:
    """The facts that would narrow an open answer, each once, with the awards it bears on."""

    def test_the_amount_of_an_award(self) -> None:
        """A number that the source does not give."""
        answer = ask(case_of("neeq_listed 2023-07-10", "neeq_innovation 2024-01-01"), SOURCE)
        assert answer.needs == (
            Need(kind="award_amount", name="neeq_listed", awards=("neeq_listed",)),
            Need(kind="award_amount", name="neeq_innovation", awards=("neeq_innovation",)),
        )

    def test_the_amount_of_an_event(self) -> None:
        """A financing without its amount, by its day."""
        (need,) = ask(case_of("regional_financing 2024-03-01")).needs
        assert (need.kind, need.name, need.on) == (
            "event_amount",
            "regional_financing",
            date(2024, 3, 1),
        )

    def test_the_day_of_an_event(self) -> None:
        """The NEEQ listing, needed by all the stages it bears on."""
        (need,) = ask(case_of(*LADDER[3:])).needs
        assert replace(need, answers=()) == Need(
            kind="event", name="neeq_listed", awards=("neeq_listed", "bse_accepted", "bse_listed")
        )

    def test_a_day_or_another(self) -> None:
        """For the listing's year either test day would do."""
        answer = ask(case_of("neeq_listed 2023-07-10", "bse_listed 2025-06-20"))
        (need,) = answer.line("bse_listed").needs
        assert (need.name, need.or_else) in {
            ("bse_accepted", ("bse_applied",)),
            ("bse_applied", ("bse_accepted",)),
        }
        assert {need.name, *need.or_else} <= {
            name for each in answer.needs for name in (each.name, *each.or_else)
        }

    def test_what_is_known_not_to_have_happened_is_no_way_out(self) -> None:
        """An application stated absent, or dated later, is not asked for as an alternative."""
        silent = ("neeq_listed 2023-07-10", "bse_listed 2025-06-20")
        answer = ask(case_of(*silent, absent=["bse_applied"]))
        for need in (*answer.needs, *answer.line("bse_listed").needs):
            assert "bse_applied" not in (need.name, *need.or_else)

    def test_a_flag(self) -> None:
        """A flag that is not presumed."""
        policy = policy_of(
            awards=[award_of("first", {"fixed": "100", "clause": "c"}, needs=["k"])],
            flags={"f": {"zh": "条件", "en": "flag"}},
            conditions={"k": {"flag": "f", "clause": "c"}},
        )
        answer = ask(case_of("happened 2024-01-01"), policy)
        (need,) = answer.needs
        assert replace(need, answers=()) == Need(kind="flag", name="f", awards=("first",))
        assert answer.line("first").entitled == Bounds(Decimal(0), Decimal(100))

    def test_a_line_left_open_by_an_earlier_one(self) -> None:
        """What would settle the earlier award would settle the room it leaves."""
        group = {"g": {"title": "g", "cap": "250", "clause": "c"}}
        awards = [
            award_of("first", {"unknown": "not given", "clause": "c"}, group="g"),
            award_of("second", {"fixed": "200", "clause": "c"}, group="g"),
        ]
        answer = ask(case_of("happened 2024-01-01"), policy_of(groups=group, awards=awards))
        assert answer.line("second").status == "open"
        assert answer.needs == (
            Need(kind="award_amount", name="first", awards=("first", "second")),
        )

    def test_the_event_whose_amount_is_the_base(self) -> None:
        """A base that may or may not be there is a need of the award that takes a share of it."""
        policy = policy_of(
            events={
                "happened": {"zh": "融资", "en": "financing", "amount": True, "silence": "unknown"},
                "other": {"zh": "上市", "en": "listing"},
            },
            awards=[
                award_of(
                    "first",
                    {"rate": "2%", "of": "happened", "cap": "100", "clause": "c"},
                    earned_by="other",
                )
            ],
        )
        answer = ask(case_of("other 2024-01-01"), policy)
        assert answer.line("first").entitled == Bounds(Decimal(0), Decimal(100))
        assert [(need.kind, need.name) for need in answer.needs] == [("event", "happened")]

    def test_a_restart_that_is_not_known(self) -> None:
        """A break that silence leaves unknown is needed only where the period would be met."""
        policy = seasoned(events={"broken": {"silence": "unknown"}})
        met = ask(case_of("started 2023-01-01", "happened 2024-01-01"), policy)
        assert met.line("first").truth == "unknown"
        assert [need.name for need in met.needs] == ["broken"]
        (check,) = [each for each in met.checks if isinstance(each, SeasoningCheck)]
        assert check.found == "break_unknown"
        not_met = ask(case_of("started 2023-01-02", "happened 2024-01-01"), policy)
        assert not_met.line("first").truth == "not_met"
        known = ask(case_of("started 2023-01-01", "happened 2024-01-01", absent=["broken"]), policy)
        assert known.line("first").truth == "met"


def seasoned(*, events: Mapping[str, Mapping[str, Any]] | None = None, **condition: Any) -> Policy:
    """A policy whose one award, earned by `happened`, needs a full year after `started`."""
    silences = {
        name: {"zh": name, "en": name, "silence": "did_not_happen"}
        | {**(events or {}).get(name, {})}
        for name in ("started", "broken", "applied", "happened")
    }
    period = {
        "seasoning": "started",
        "years": 1,
        "tested_on": ["applied", "happened"],
        "restarted_by": "broken",
        "clause": "c",
    }
    return policy_of(
        events=silences,
        conditions={"k": period | condition},
        awards=[award_of("first", {"fixed": "100", "clause": "c"}, needs=["k"])],
    )


class TestSilence:
    """How a case that does not mention an event is read."""

    @pytest.mark.parametrize(
        ("silence", "truth"),
        [("did_not_happen", "not_met"), ("unknown_if_needed", "unknown"), ("unknown", "unknown")],
    )
    def test_a_start_that_is_not_mentioned(self, silence: str, truth: str) -> None:
        """As the policy declares it, once an award that needs it is claimed."""
        policy = seasoned(events={"started": {"silence": silence}})
        line = ask(case_of("happened 2024-01-01"), policy).line("first")
        assert line.truth == truth

    def test_what_no_claim_needs_did_not_happen(self) -> None:
        """Unknown only if needed: without a claim, silence is absence."""
        answer = ask(case_of(), seasoned(events={"started": {"silence": "unknown_if_needed"}}))
        assert answer.determined
        assert answer.needs == ()

    def test_an_award_that_may_have_been_earned_needs_its_condition(self) -> None:
        """Where the claim itself is unknown, so is what it would need."""
        policy = seasoned(
            events={
                "happened": {"silence": "unknown"},
                "started": {"silence": "unknown_if_needed"},
            }
        )
        answer = ask(case_of(), policy)
        assert answer.line("first").entitled == Bounds(Decimal(0), Decimal(100))
        assert {need.name for need in answer.needs} == {"happened", "started"}

    def test_a_test_day_that_may_have_been_an_earlier_one(self) -> None:
        """The first of the test's events is unknown: the second does not decide in its place."""
        policy = seasoned(events={"applied": {"silence": "unknown"}})
        answer = ask(case_of("started 2023-01-01", "happened 2024-01-01"), policy)
        earlier = ask(
            case_of("started 2023-01-01", "applied 2023-06-01", "happened 2024-01-01"), policy
        )
        assert earlier.line("first").entitled == exactly("0")
        assert answer.line("first").entitled.at_least == 0

    def test_what_is_dated_later_has_not_happened(self) -> None:
        """An event after the as-of date is known not to have happened by it."""
        policy = seasoned(events={"broken": {"silence": "unknown"}})
        case = case_of("started 2023-01-01", "happened 2024-01-01", "broken 2025-01-01")
        assert ask(case, policy, date(2024, 6, 1)).line("first").truth == "met"


class TestSeasoning:
    """The period as a check of an award."""

    def test_tested_on_the_first_event_of_the_list(self) -> None:
        """The application where it is stated, whatever else is."""
        case = case_of("started 2023-01-01", "applied 2023-12-31", "happened 2024-01-01")
        line = ask(case, seasoned()).line("first")
        (check,) = [each for each in line.checks if isinstance(each, SeasoningCheck)]
        assert (check.tested_event, check.tested_on) == ("applied", date(2023, 12, 31))
        assert (check.truth, check.days_left, check.completes_on) == (
            "not_met",
            1,
            date(2024, 1, 1),
        )

    def test_a_break_on_the_day_of_the_start(self) -> None:
        """A start on the day of the break is the next start."""
        case = case_of("broken 2023-01-01", "started 2023-01-01", "happened 2024-01-01")
        assert ask(case, seasoned()).line("first").truth == "met"

    def test_no_start_after_the_break(self) -> None:
        """After a break without a new start there is no period."""
        case = case_of("started 2022-01-01", "broken 2023-06-01", "happened 2024-01-01")
        line = ask(case, seasoned()).line("first")
        (check,) = [each for each in line.checks if isinstance(each, SeasoningCheck)]
        assert (check.truth, check.found) == ("not_met", "not_started")

    def test_without_a_restart_breaks_do_not_matter(self) -> None:
        """A period that nothing restarts runs from the first start."""
        case = case_of("started 2022-01-01", "broken 2023-06-01", "happened 2024-01-01")
        assert ask(case, seasoned(restarted_by=None)).line("first").truth == "met"

    def test_of_several_starts_the_first_counts(self) -> None:
        """A start written again, with no break between, does not begin the period anew."""
        policy = seasoned(events={"started": {"repeats": True}})
        case = case_of("started 2023-01-01", "started 2023-12-01", "happened 2024-01-01")
        assert ask(case, policy).line("first").truth == "met"
        broken = case_of(
            *("started 2022-01-01", "broken 2022-06-01", "started 2023-01-01"),
            *("started 2023-12-01", "happened 2024-01-01"),
        )
        assert ask(broken, policy).line("first").truth == "met"

    def test_no_test_day(self) -> None:
        """Without any of the test's events there is nothing to test on."""
        policy = seasoned(tested_on=["applied"])
        line = ask(case_of("started 2022-01-01", "happened 2024-01-01"), policy).line("first")
        (check,) = [each for each in line.checks if isinstance(each, SeasoningCheck)]
        assert (check.truth, check.found) == ("not_met", "no_test_day")

    def test_days_at_the_end_of_the_calendar(self) -> None:
        """A period that would complete after the last day that can be written is not met."""
        answer = ask(
            case_of("neeq_listed 2199-06-01", "bse_accepted 2199-07-01"), as_of=date(2199, 12, 31)
        )
        assert answer.line("bse_accepted").truth == "not_met"
        assert Assessment.model_validate_json(answer.model_dump_json()) == answer


class TestFlags:
    """A yes/no fact that must be "yes"."""

    @pytest.mark.parametrize(
        ("flags", "truth", "assumed"),
        [
            ({"eligible": True}, "met", False),
            ({"eligible": False}, "not_met", False),
            ({}, "met", True),
        ],
    )
    def test_presumed(self, flags: dict[str, bool], truth: str, *, assumed: bool) -> None:
        """As stated; silence is a "yes" that the answer says it relies on."""
        answer = ask(case_of("neeq_listed 2023-07-10", flags=flags))
        assert answer.line("neeq_listed").truth == truth
        told = [each.where for each in answer.assumptions]
        assert ("flags.eligible" in told) == assumed


class TestAssumptions:
    """What the source does not give is reported where it was used, and only there."""

    def test_a_full_answer_names_each_once(self) -> None:
        """At the top, each once, in the order of the lines."""
        answer = ask(case_of(*LADDER))
        stages = [award.id for award in ILLUSTRATIVE.awards[:-1]]
        assert [each.where for each in answer.assumptions] == [
            "in_force",
            "flags.eligible",
            *(f"awards.{stage}.amount" for stage in stages),
        ]

    def test_rounding_is_assumed_only_where_something_was_rounded(self) -> None:
        """An amount in whole fen rests on no way of rounding."""
        exact = ask(case_of("regional_financing 2024-01-01 0.50"))
        rounded = ask(case_of("regional_financing 2024-01-01 0.51"))
        assert "rounding" not in [each.where for each in exact.assumptions]
        assert "rounding" in [each.where for each in rounded.assumptions]

    def test_a_refused_award_used_no_amount(self) -> None:
        """Its assumed amount is not told; the reading that refused it is."""
        line = ask(case_of("neeq_listed 2023-07-06")).line("neeq_listed")
        assert [each.where for each in line.assumptions] == ["in_force", "flags.eligible"]

    def test_the_source_document_assumes_no_amount(self) -> None:
        """Under it, no number of an award is assumed."""
        answer = ask(case_of(*LADDER, "regional_financing 2024-01-01 1000"), SOURCE)
        assert [each.where for each in answer.assumptions] == ["in_force", "flags.eligible"]


class TestNotices:
    """Laws that bear on an award, shown and never applied."""

    def test_each_with_the_awards_it_bears_on_here(self) -> None:
        """Narrowed from the policy's list to the lines of this answer."""
        answer = ask(case_of(*LADDER))
        assert {notice.id: notice.awards for notice in answer.notices} == {
            "decree-798": ("bse_listed",),
            "fair-competition-review": ("bse_accepted", "bse_listed"),
        }
        assert answer.line("bse_listed").notices == ("decree-798", "fair-competition-review")
        assert answer.line("neeq_listed").notices == ()

    def test_an_award_that_may_have_been_earned(self) -> None:
        """Where the day is unknown, the law in force on the as-of date is shown."""
        case = case_of(*LADDER[3:])
        assert ask(case).line("neeq_listed").notices == ("fair-competition-review",)

    def test_the_last_of_several_payments(self) -> None:
        """A payment since the law is in force is enough, whatever came before it."""
        early = {"award": "neeq_listed", "on": "2024-01-10", "amount": "1"}
        late = {"award": "neeq_listed", "on": "2024-09-01", "amount": "1"}
        for paid, notices in (([early], ()), ([late, early], ("fair-competition-review",))):
            answer = ask(case_of(*LADDER[:2], payments=paid))
            assert answer.line("neeq_listed").notices == notices

    def test_amounts_are_left_alone(self) -> None:
        """Striking the notices changes no amount."""
        written = ILLUSTRATIVE.model_dump() | {"notices": []}
        without = ask(case_of(*LADDER), Policy.model_validate(written))
        shown = ask(case_of(*LADDER))
        assert without.payable == shown.payable
        assert [line.payable for line in without.lines] == [line.payable for line in shown.lines]


class TestRemarks:
    """What changes no amount and must be reported all the same."""

    def kinds(self, answer: Assessment) -> list[str]:
        """The kinds of an answer's remarks."""
        return [remark.kind for remark in answer.remarks]

    def test_later(self) -> None:
        """Events and payments after the as-of date, with day and amount."""
        paid = [{"award": "neeq_listed", "on": "2024-02-01", "amount": "5"}]
        case = case_of("regional_financing 2024-03-01 100", payments=paid)
        event, payment = ask(case, as_of=date(2024, 1, 31)).remarks
        assert (event.kind, event.names, event.on, event.amount) == (
            "event_later",
            ("regional_financing",),
            date(2024, 3, 1),
            Decimal(100),
        )
        assert (payment.kind, payment.names, payment.on, payment.amount) == (
            "payment_later",
            ("neeq_listed",),
            date(2024, 2, 1),
            Decimal(5),
        )

    def test_elsewhere(self) -> None:
        """A payment under a policy whose payments do not count here."""
        paid = [{"award": "neeq_listed", "on": "2024-02-01", "amount": "5", "policy": "other"}]
        (remark,) = ask(case_of(payments=paid)).remarks
        assert (remark.kind, remark.names) == ("payment_elsewhere", ("neeq_listed", "other"))

    def test_payment_before_event(self) -> None:
        """A payment for an award whose event happened only later, however little later."""
        listed = "neeq_listed 2024-02-02"
        paid = [{"award": "neeq_listed", "on": "2024-02-01", "amount": "5"}]
        remark, *_ = ask(case_of(listed, payments=paid)).remarks
        assert (remark.kind, remark.names, remark.on, remark.amount) == (
            "payment_before_event",
            ("neeq_listed", "neeq_listed"),
            date(2024, 2, 1),
            Decimal(5),
        )
        on_the_day = [paid[0] | {"on": "2024-02-02"}]
        elsewhere = [paid[0] | {"policy": "other"}]
        assert "payment_before_event" not in self.kinds(ask(case_of(listed, payments=on_the_day)))
        assert "payment_before_event" not in self.kinds(ask(case_of(listed, payments=elsewhere)))
        assert "payment_before_event" not in self.kinds(ask(case_of(payments=paid)))

    def test_identical_events(self) -> None:
        """Two events alike in every respect may be one written twice; both count."""
        twice = ["regional_financing 2024-03-01 100"] * 2
        answer = ask(case_of(*twice, "regional_financing 2024-03-01 200"), as_of=date(2024, 4, 1))
        (remark,) = answer.remarks
        assert (remark.kind, remark.on, remark.amount) == (
            "identical_events",
            date(2024, 3, 1),
            Decimal(100),
        )
        assert answer.payable == Decimal("8.00")

    def test_implied_event(self) -> None:
        """A step that must have come before a stated one, on which the case is silent."""
        listed = ("neeq_listed 2023-07-10", "bse_accepted 2024-07-20", "bse_listed 2024-07-30")
        answer = ask(case_of(*listed), as_of=date(2024, 7, 31))
        told = {remark.kind: remark.names for remark in answer.remarks}
        assert told["implied_event"] == ("bse_tutoring_filed", "bse_listed")
        known = ask(case_of(*listed, absent=["bse_tutoring_filed"]), as_of=date(2024, 7, 31))
        assert "implied_event" not in self.kinds(known)

    def test_silence_relied_on(self) -> None:
        """A year met because an application or a delisting is not stated says that it is."""
        stated = ("neeq_listed 2023-07-10", "bse_accepted 2024-07-20")
        answer = ask(case_of(*stated), as_of=date(2024, 7, 31))
        place, no_break = answer.remarks
        assert (place.kind, place.names, place.on) == (
            "tested_in_place",
            ("bse_applied", "bse_accepted"),
            date(2024, 7, 10),
        )
        assert (no_break.kind, no_break.names) == (
            "no_word_on_break",
            ("neeq_delisted", "neeq_listed"),
        )
        known = ask(
            case_of(*stated, absent=["bse_applied", "neeq_delisted"]), as_of=date(2024, 7, 31)
        )
        assert known.remarks == ()
        short = ask(case_of("neeq_listed 2023-07-21", stated[1]), as_of=date(2024, 7, 31))
        assert short.remarks == ()

    @pytest.mark.parametrize(
        ("as_of", "kinds"),
        [
            (date(2023, 7, 6), ["policy_not_begun"]),
            (date(2023, 7, 7), []),
            (date(2025, 12, 31), []),
            (date(2026, 1, 1), ["policy_ended"]),
        ],
    )
    def test_asked_outside_the_plan(self, as_of: date, kinds: list[str]) -> None:
        """Before its first day and after its last."""
        assert self.kinds(ask(case_of(), as_of=as_of)) == kinds

    def test_notice_at_payment(self) -> None:
        """A law that the event does not touch would touch a payment made from now on."""
        case = case_of("neeq_listed 2023-07-10")
        assert ask(case, as_of=date(2024, 7, 31)).remarks == ()
        (remark,) = ask(case, as_of=date(2024, 8, 1)).remarks
        assert (remark.kind, remark.names, remark.on) == (
            "notice_at_payment",
            ("fair-competition-review", "neeq_listed"),
            date(2024, 8, 1),
        )


class TestPayments:
    """Which payments count, and for what."""

    @pytest.mark.parametrize(
        ("under", "counts"),
        [(None, True), ("small", True), ("older", True), ("another", False)],
    )
    def test_under_another_policy(self, under: str | None, *, counts: bool) -> None:
        """Under no name, the policy's own, and those it says it counts."""
        paid = {"award": "first", "on": "2024-02-01", "amount": "30", "policy": under}
        policy = policy_of(counts_payments_under=["older"])
        answer = ask(case_of("happened 2024-01-01 1", payments=[paid]), policy)
        assert answer.paid == (30 if counts else 0)
        assert answer.payable == (70 if counts else 100)

    def test_one_payment_named_and_unnamed_is_written_twice(self) -> None:
        """A payment under the policy asked is the same whether or not it names it."""
        paid = {"award": "first", "on": "2024-02-01", "amount": "30"}
        case = case_of("happened 2024-01-01 1", payments=[paid, paid | {"policy": "small"}])
        with pytest.raises(ValueError, match="is written twice"):
            ask(case, policy_of())

    def test_a_payment_elsewhere_may_be_of_an_award_unknown_here(self) -> None:
        """What was paid under another policy bears that policy's award."""
        paid = {"award": "theirs", "on": "2024-02-01", "amount": "30", "policy": "another"}
        answer = ask(case_of("happened 2024-01-01 1", payments=[paid]), policy_of())
        assert answer.payable == 100

    def test_under_a_document_that_is_extended(self, tmp_path: Path) -> None:
        """What was paid under the city's document counts under the one that extends it."""
        own = tmp_path / "own.toml"
        own.write_text(
            'id = "own"\nextends = "zhanjiang-bse-2023-illustrative"\n'
            'document = { title = "own", issuer = "an office" }\n',
            encoding="utf-8",
        )
        for under in ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative", "own", None):
            paid = {"award": "neeq_listed", "on": "2024-02-01", "amount": "30万元", "policy": under}
            answer = ask(case_of("neeq_listed 2023-07-10", payments=[paid]), load_policy(own))
            assert answer.payable == 200_000

    def test_under_a_misspelt_id(self) -> None:
        """Uncounted, it would be paid again; so it is refused with the nearest name."""
        paid = {"award": "neeq_listed", "on": "2024-02-01", "amount": "5"}
        misspelt = paid | {"policy": "zhanjiang-bse-2023-ilustrative"}
        with pytest.raises(InvalidCase) as caught:
            ask(case_of("neeq_listed 2023-07-10", payments=[misspelt]))
        (fault,) = caught.value.faults
        assert (fault.path, fault.nearest) == ("payments[0].policy", ILLUSTRATIVE.id)

    @pytest.mark.parametrize("written", ["our-plan-2O24", "our-plan-202", "OUR-PLAN-2024"])
    def test_under_a_slip_in_the_year(self, written: str) -> None:
        """A letter for a digit, a digit too few, or capitals are no other year."""
        paid = {"award": "first", "on": "2024-02-01", "amount": "5", "policy": written}
        with pytest.raises(InvalidCase) as caught:
            ask(case_of("happened 2024-01-01", payments=[paid]), policy_of(id="our-plan-2024"))
        assert [each.nearest or each.accepted[0] for each in caught.value.faults] == [
            "our-plan-2024"
        ]

    def test_under_the_id_of_another_year(self) -> None:
        """Another year's document is another document: not counted, and reported."""
        paid = {"award": "first", "on": "2024-02-01", "amount": "5", "policy": "our-plan-2023"}
        policy = policy_of(id="our-plan-2024")
        answer = ask(case_of("happened 2024-01-01", payments=[paid]), policy)
        assert answer.paid == 0
        assert [remark.kind for remark in answer.remarks] == ["payment_elsewhere"]

    def test_what_is_certainly_overpaid_together(self) -> None:
        """10,000,000 paid under a cap of 9,000,000, whatever the unknown stages give."""
        awards = [award.id for award in SOURCE.awards[:5]]
        paid = [{"award": award, "on": "2025-07-01", "amount": "200万元"} for award in awards]
        answer = ask(case_of(*LADDER, payments=paid), SOURCE)
        assert answer.overpaid == Bounds(Decimal(1_000_000), Decimal(10_000_000))
        assert answer.groups[0].overpaid == answer.overpaid

    def test_huge_payments(self) -> None:
        """Payments that add up to more than a single amount may be are still counted."""
        huge = {"award": "first", "amount": "900000000000000"}
        days = ("2024-02-01", "2024-02-02")
        case = case_of("happened 2024-01-01", payments=[huge | {"on": day} for day in days])
        answer = ask(case, policy_of())
        assert answer.paid == Decimal("1800000000000000")
        assert Assessment.model_validate_json(answer.model_dump_json()) == answer


class TestInstalments:
    """An amount that is paid over time."""

    AMOUNT: ClassVar[dict[str, Any]] = {"fixed": "100", "clause": "c"}

    def twice(self, **second: Any) -> dict[str, Any]:
        """Half at once, the other half later."""
        return {"twice": {"parts": [{"share": "50%"}, {"share": "50%"} | second], "clause": "c"}}

    def test_of_what_earlier_awards_leave(self) -> None:
        """Under a cap of 250, after two awards of 100, half of the other 50 is due at once."""
        policy = policy_of(
            groups={"g": {"title": "all", "cap": "250", "clause": "c"}},
            instalments=self.twice(years=1),
            awards=[
                award_of("first", self.AMOUNT, group="g"),
                award_of("second", self.AMOUNT, group="g"),
                award_of("third", self.AMOUNT, group="g", paid_in="twice"),
            ],
        )
        answer = ask(case_of("happened 2025-06-01 1"), policy)
        assert answer.line("third").entitled == exactly("50.00")
        assert [part.amount for part in answer.line("third").instalments] == [exactly("25.00")] * 2
        assert answer.payable == Decimal("225.00")

    def test_after_an_event_that_nobody_speaks_of(self) -> None:
        """An event that a part waits for is one that a rule has to know."""
        other = {"zh": "其他", "en": "other", "silence": "unknown_if_needed"}
        happened = {"zh": "事项", "en": "event", "amount": True}
        policy = policy_of(
            events={"happened": happened, "other": other},
            instalments=self.twice(event="other"),
            awards=[award_of("first", self.AMOUNT, paid_in="twice")],
        )
        assert ask(case_of("happened 2025-06-01 1"), policy).line("first").payable == Bounds(
            Decimal("50.00"), Decimal("100.00")
        )


class TestRoundingOfFixedAmounts:
    """A fixed sum is rounded like any other amount."""

    @pytest.mark.parametrize(("mode", "expected"), [("down", "100"), ("half_up", "101")])
    def test_to_the_unit(self, mode: str, expected: str) -> None:
        """To whole yuan, the way the policy says."""
        awards = [award_of("first", {"fixed": "100.55", "clause": "c"})]
        policy = policy_of(awards=awards, rounding={"unit": "1", "mode": mode, "clause": "c"})
        answer = ask(case_of("happened 2024-01-01"), policy)
        assert answer.line("first").entitled == exactly(expected)


class TestWhatIsAsked:
    """Something that is no case or no policy is reported in words."""

    def test_no_policy(self) -> None:
        """The id of a policy is not a policy."""
        with pytest.raises(InvalidPolicy, match="read one with load_policy"):
            assess(case_of(), "zhanjiang-bse-2023", as_of=END)  # type: ignore[arg-type]

    def test_no_case(self) -> None:
        """A dict is not a case."""
        with pytest.raises(InvalidCase, match=r"read one with Case\.model_validate"):
            assess({}, SOURCE, as_of=END)  # type: ignore[arg-type]


class TestCapScopes:
    """What the cap of a share holds for."""

    FINANCINGS = (
        "happened 2023-02-01 4000",
        "happened 2023-03-01 4000",
        "happened 2024-02-01 4000",
        "happened 2025-02-01 1000",
    )

    @pytest.mark.parametrize(
        ("cap_per", "expected"),
        [
            # 13,000 × 2% = 260, at most 100
            ("enterprise", "100"),
            # 2023: 8,000 × 2% = 160, at most 100; 2024: 80; 2025: 20
            ("year", "200"),
            # 80 + 80 + 80 + 20
            ("event", "260"),
        ],
    )
    def test_scope(self, cap_per: str, expected: str) -> None:
        """The enterprise, each calendar year, each event."""
        amount = {"rate": "2%", "of": "happened", "cap": "100", "cap_per": cap_per, "clause": "c"}
        policy = policy_of(awards=[award_of("first", amount)])
        line = ask(case_of(*self.FINANCINGS), policy).line("first")
        assert line.entitled == exactly(expected)

    @pytest.mark.parametrize("cap_per", ["year", "event"])
    def test_events_that_are_not_known_may_be_many(self, cap_per: str) -> None:
        """Where each event or year has a cap of its own, an unknown number of them has none."""
        amount = {"rate": "2%", "of": "happened", "cap": "100", "cap_per": cap_per, "clause": "c"}
        events = {"happened": {"zh": "融资", "en": "financing", "amount": True, "repeats": True,
                               "silence": "unknown"}}  # fmt: skip
        policy = policy_of(events=events, awards=[award_of("first", amount)])
        unknown = ask(case_of(), policy).line("first").entitled
        two = ask(case_of("happened 2023-02-01 9000", "happened 2024-02-01 9000"), policy)
        assert two.line("first").entitled == exactly("200")
        assert unknown.at_most is None or unknown.at_most >= 200

    def test_rounding_never_lifts_above_the_cap(self) -> None:
        """A cap that is no multiple of the unit: rounded down, and the steps say why."""
        amount = {"rate": "2%", "of": "happened", "cap": "150", "clause": "c"}
        policy = policy_of(
            awards=[award_of("first", amount)], rounding={"unit": "100", "clause": "c"}
        )
        line = ask(case_of("happened 2024-01-01 1000000"), policy).line("first")
        assert line.entitled == exactly("100")
        assert [f"{step.op} {step.result.at_least}" for step in line.steps] == [
            "event_amount 1000000.00",
            "rate 20000.00",
            "cap 150.00",
            "round 200.00",
            "cap 100.00",
            "when 100.00",
        ]

    def test_the_regional_reward_read_into_the_common_cap(self) -> None:
        """A reading in which the 9,000,000 includes it: it takes what the stages leave."""
        written = ILLUSTRATIVE.model_dump()
        awards = [dict(award) for award in written["awards"]]
        awards[-1]["group"] = "neeq_bse"
        inside = Policy.model_validate(written | {"awards": awards})
        financing = "regional_financing 2024-01-01 800万元"
        assert ask(case_of(*LADDER, financing)).payable == 9_100_000
        answer = ask(case_of(*LADDER, financing), inside)
        assert answer.payable == 9_000_000
        assert answer.line("regional_financing").status == "no_room"
        assert ask(case_of(*LADDER[:5], financing), inside).payable == 4_100_000


class TestAnswer:
    """The answer as a whole."""

    def test_it_carries_what_it_rests_on(self) -> None:
        """Case, policy, day and version."""
        case = case_of(*LADDER)
        answer = ask(case)
        assert (answer.case, answer.policy, answer.as_of) == (case, ILLUSTRATIVE, END)
        assert answer.version

    def test_a_line_by_its_award(self) -> None:
        """By its id, or a `KeyError`."""
        answer = ask(case_of())
        assert isinstance(answer.line("bse_listed"), AwardLine)
        with pytest.raises(KeyError):
            answer.line("bse")

    def test_it_cannot_be_changed(self) -> None:
        """An answer is frozen."""
        answer = ask(case_of())
        with pytest.raises(FrozenInstanceError):
            answer.payable = Decimal(1)  # type: ignore[misc]

    def test_a_certain_last_stage_is_certain_in_the_total(self) -> None:
        """An unknown first stage does not make the group's total less certain than it is."""
        written = ILLUSTRATIVE.model_dump()
        awards = [dict(award) for award in written["awards"]]
        awards[0]["amount"] = {"unknown": "not given", "clause": "task-9"}
        policy = Policy.model_validate(written | {"awards": awards})
        answer = ask(case_of(*LADDER), policy)
        # 0.5 + 1 + 2 + 5 = 8.5 million are certain whatever the first stage gives.
        assert answer.payable == 8_500_000
        assert answer.payable_at_most == 9_000_000
        assert answer.line("bse_listed").payable == Bounds(Decimal(0), Decimal(5_000_000))
