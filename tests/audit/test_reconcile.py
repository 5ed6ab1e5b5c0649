"""Ledgers of a few lines, each computed by hand, in yuan that can be added in the head."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from audit.small import AS_OF, FACTS, NAME, WRITTEN, case, held, line, places, policy, the, told
from listing_rewards import Bounds, InvalidCase, Policy, reconcile
from listing_rewards.audit.ledger import LedgerLine, Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.errors import Lang


def yuan(amount: str) -> Bounds:
    """Exactly this amount."""
    return Bounds(Decimal(amount), Decimal(amount))


class TestWithinWhatIsDue:
    """What is due and paid is no finding."""

    def test_a_clean_ledger_has_none(self) -> None:
        """Each award paid once, in full, on or after its day."""
        found = held(
            line("filed", "2023-03-01", "40.00"),
            line("listed", "2024-03-01", "80.00"),
            line("raised", "2024-05-01", "30.00"),
        )
        assert found.findings == ()
        assert found.totals.beyond == 0
        assert [(part.place, str(part.amount)) for part in found.totals.parts] == [
            ("due_and_paid", "150.00")
        ]

    def test_paid_in_parts(self) -> None:
        """Two payments that add up to what is due."""
        found = held(line("listed", "2024-04-01", "30.00"), line("listed", "2024-05-01", "50.00"))
        assert told(found) == []

    def test_what_is_missing_is_due_and_unpaid(self) -> None:
        """Award by award, with what was paid of it."""
        found = held(line("listed", "2024-04-01", "30.00"), line("filed", "2023-04-01", "40.00"))
        unpaid = {each.award: each.amount for each in found.of("unpaid")}
        assert unpaid == {"raised": yuan("30.00")}
        account = found.totals.account
        assert (account.entitled, account.ledger.due) == (yuan("150.00"), Decimal("70.00"))
        assert account.unpaid == yuan("80.00")  # 50 of them wait for a review

    def test_what_was_paid_beyond_leaves_less_room_under_a_common_cap(self) -> None:
        """40 paid twice of a cap of 100: 60 are entitled for the other, 20 can be paid."""
        under = policy(filed={"group": "both"}, listed={"group": "both"}, parts={"notices": []})
        found = held(*[line("filed", "2023-04-01", "40.00")] * 2, under=under)
        unpaid = next(each for each in found.of("unpaid") if each.award == "listed")
        assert (unpaid.amount, unpaid.entitled) == (yuan("20.00"), yuan("60.00"))
        account = next(each for each in found.enterprises[0].accounts if "listed" in each.awards)
        assert account.unpaid == yuan("60.00")

    def test_what_is_certain_of_two_awards_is_not_what_was_paid_for_one(self) -> None:
        """80 of a cap of 100 are certain, 40 were paid for the award that may not be due at all."""
        under = policy(
            filed={"group": "both", "needs": ["local"]},
            listed={"group": "both"},
            parts={"notices": []},
        )
        accounts = [
            held(
                line("filed", "2023-04-01", "40.00"), under=under, about=case(flags=flags)
            ).totals.account.ledger.model_dump(exclude_defaults=True)
            for flags in ({}, {"local": False}, {"local": True})
        ]
        paid = Decimal("40.00")
        assert accounts == [{"undecided": paid}, {"beyond": paid}, {"due": paid}]

    def test_an_empty_ledger(self) -> None:
        """Nothing was paid, all is due but what is withheld."""
        found = held()
        assert [each.award for each in found.of("unpaid")] == ["filed", "raised"]
        assert found.totals.paid == 0
        assert found.totals.parts == ()


class TestBeyond:
    """What is too much, by its reason."""

    def test_paid_twice(self) -> None:
        """The second of two payments in full, on another day or on the same."""
        for day in ("2024-04-01", "2024-06-01"):
            found = held(line("listed", "2024-04-01", "80.00"), line("listed", day, "80.00"))
            assert told(found) == [("paid_twice", "listed", "80.00")]
            finding = the(found, "paid_twice")
            assert (finding.paid_before, finding.entitled) == (Decimal("80.00"), yuan("80.00"))
            assert finding.ground is not None
            assert finding.ground.clause == "c"

    def test_paid_twice_names_the_payments_before(self) -> None:
        """Those for the same award, of the ledger with row and voucher, and of the case."""
        stated = {"award": "listed", "on": "2024-03-05", "amount": "10.00"}
        found = held(
            line("filed", "2023-04-01", "40.00", row=2),
            line("listed", "2024-04-01", "80.00", row=3, reference="示例-1"),
            line("listed", "2024-06-01", "80.00", row=4),
            about=case(payments=[stated]),
        )
        last = next(each for each in found.of("paid_twice") if each.lines[0].row == 4)
        assert [
            (str(each.on), str(each.amount), each.row, each.reference) for each in last.earlier
        ] == [("2024-03-05", "10.00", 0, None), ("2024-04-01", "80.00", 3, "示例-1")]

    def test_one_payment_above_the_standard(self) -> None:
        """A fen is enough."""
        found = held(line("listed", "2024-04-01", "80.01"))
        assert told(found) == [("above_standard", "listed", "0.01")]
        assert the(found, "above_standard").standard == yuan("80.00")
        assert places(found) == [
            {"due_and_paid": Decimal("80.00"), "above_standard": Decimal("0.01")}
        ]

    def test_a_second_payment_above_the_standard(self) -> None:
        """Of 90, 10 are above the standard of 80 by themselves, the rest is paid twice."""
        found = held(line("listed", "2024-04-01", "80.00"), line("listed", "2024-06-01", "90.00"))
        assert sorted(told(found)) == [
            ("above_standard", "listed", "10.00"),
            ("paid_twice", "listed", "80.00"),
        ]

    def test_above_its_own_cap(self) -> None:
        """10% of 800 are 80, cut to 50."""
        raised = case(events=[{"kind": "raised", "on": "2024-05-01", "amount": "800.00"}])
        found = held(line("raised", "2024-06-01", "80.00"), about=raised)
        assert told(found) == [("above_cap", "raised", "30.00")]
        assert the(found, "above_cap").standard == yuan("50.00")

    def test_above_the_common_cap(self) -> None:
        """40 and 80 under a cap of 100: 60 are left for the second award."""
        under = policy(filed={"group": "both"}, listed={"group": "both"})
        found = held(
            line("filed", "2023-04-01", "40.00"), line("listed", "2024-04-01", "80.00"), under=under
        )
        assert told(found) == [("above_group_cap", "listed", "20.00")]
        finding = the(found, "above_group_cap")
        assert (finding.group, finding.cap) == ("both", yuan("100.00"))
        assert finding.entitled == yuan("60.00")

    def test_above_standard_and_common_cap_at_once(self) -> None:
        """Of 95, 15 are above the standard of 80, and 20 of these 80 above the common cap."""
        under = policy(filed={"group": "both"}, listed={"group": "both"})
        found = held(
            line("filed", "2023-04-01", "40.00"), line("listed", "2024-04-01", "95.00"), under=under
        )
        assert sorted(told(found)) == [
            ("above_group_cap", "listed", "20.00"),
            ("above_standard", "listed", "15.00"),
        ]

    def test_more_than_was_approved_is_above_the_standard(self) -> None:
        """A ceiling of 80 of which 60 were approved."""
        under = policy(listed={"amount": {"clause": "c", "fixed": "80.00", "upto": True}})
        about = case(approved={"listed": "60.00"})
        found = held(line("listed", "2024-04-01", "80.00"), under=under, about=about)
        assert told(found) == [("above_standard", "listed", "20.00")]

    def test_more_than_was_approved_though_a_cap_cut_it_before(self) -> None:
        """10% of 800 are 80, cut to 50, of which 30 were approved."""
        amount = {"clause": "c", "rate": "10%", "of": "raised", "cap": "50.00", "upto": True}
        found = held(
            line("raised", "2024-06-01", "50.00"),
            under=policy(raised={"amount": amount}),
            about=case(
                events=[{"kind": "raised", "on": "2024-05-01", "amount": "800.00"}],
                approved={"raised": "30.00"},
            ),
        )
        assert told(found) == [("above_standard", "raised", "20.00")]


class TestEarlierAwards:
    """What was paid for another award and is to be deducted."""

    def test_less_an_earlier_award(self) -> None:
        """80 less the 40 of the filing: 40 are due, 80 were paid."""
        under = policy(listed={"amount": {"clause": "c", "fixed": "80.00", "less": ["filed"]}})
        found = held(
            line("filed", "2023-04-01", "40.00"), line("listed", "2024-04-01", "80.00"), under=under
        )
        assert told(found) == [("earlier_award_not_deducted", "listed", "40.00")]
        finding = the(found, "earlier_award_not_deducted")
        assert (finding.other_award, finding.set_off) == ("filed", Decimal("40.00"))
        assert finding.together is None

    def test_less_an_earlier_award_and_approved(self) -> None:
        """80 less 40, of which 30 were approved: more than 30 is more than was approved."""
        amount = {"clause": "c", "fixed": "80.00", "less": ["filed"], "upto": True}
        found = held(
            line("filed", "2023-04-01", "40.00"),
            line("listed", "2024-04-01", "80.00"),
            under=policy(listed={"amount": amount}),
            about=case(approved={"listed": "30.00"}),
        )
        assert told(found) == [("above_standard", "listed", "50.00")]
        assert the(found, "above_standard").standard == yuan("30.00")

    def test_an_award_that_takes_the_place_of_another(self) -> None:
        """40 were paid for what is replaced and count: of 80 more, 40 are too much."""
        under = policy(listed={"replaces": ["filed"]})
        found = held(
            line("filed", "2023-04-01", "40.00"), line("listed", "2024-04-01", "80.00"), under=under
        )
        assert told(found) == [("earlier_award_not_deducted", "listed", "40.00")]
        finding = the(found, "earlier_award_not_deducted")
        assert (finding.other_award, finding.set_off) == ("filed", Decimal("40.00"))
        assert (finding.together, finding.entitled) == (Decimal("120.00"), yuan("80.00"))
        account = found.enterprises[0].accounts[0]
        assert account.awards == ("listed", "filed")
        assert (account.ledger.due, account.ledger.beyond) == (Decimal("80.00"), Decimal("40.00"))

    def test_what_is_left_after_what_counts(self) -> None:
        """40 of 80 were paid by the award that is replaced: 40 are due."""
        under = policy(listed={"replaces": ["filed"]}, parts={"notices": []})
        found = held(line("filed", "2023-04-01", "40.00"), under=under)
        unpaid = next(each for each in found.of("unpaid") if each.award == "listed")
        assert unpaid.amount == yuan("40.00")
        assert (unpaid.entitled, unpaid.paid_before) == (yuan("80.00"), Decimal("40.00"))

    def test_a_replaced_award_paid_after_the_other(self) -> None:
        """It is not given any more, since the other one is, and is paid in full."""
        under = policy(listed={"replaces": ["filed"]})
        found = held(
            line("listed", "2024-04-01", "80.00"), line("filed", "2024-05-01", "40.00"), under=under
        )
        assert told(found) == [("not_eligible", "filed", "40.00")]
        assert the(found, "not_eligible").other_award == "listed"

    def test_a_replaced_award_paid_twice(self) -> None:
        """Of 40 and 40 and 40, 80 count for the other award; the last is paid twice.

        The second one was paid before that other award was due.
        """
        under = policy(listed={"replaces": ["filed"]})
        found = held(
            *(line("filed", f"2023-0{n}-01", "40.00") for n in (4, 5, 6)),
            under=under,
        )
        assert told(found) == [
            ("paid_twice", "filed", "40.00"),
            ("before_due", "filed", "40.00"),
        ]

    def test_only_the_best_is_given(self) -> None:
        """The lower one counts for the higher one; the clause is that of the choice."""
        best = {"best_of": {"one": {"clause": "c", "awards": ["filed", "listed"]}}}
        under = policy(parts=best)
        found = held(
            line("listed", "2024-04-01", "80.00"), line("filed", "2024-05-01", "40.00"), under=under
        )
        assert told(found) == [("not_eligible", "filed", "40.00")]
        account = found.enterprises[0].accounts[0]
        assert account.awards == ("listed", "filed")


class TestNotDue:
    """Awards for which nothing is due, by the check that was not met."""

    def test_the_event_did_not_happen(self) -> None:
        """Not eligible, by the event."""
        found = held(line("listed", "2024-04-01", "80.00"), about=case(events=[]))
        assert told(found) == [("not_eligible", "listed", "80.00")]
        check = the(found, "not_eligible").check
        assert check is not None
        assert check.rule == "reached"

    def test_the_event_is_yet_to_come(self) -> None:
        """Before it is due, and from when."""
        about = case(events=[{"kind": "listed", "on": "2026-03-01"}])
        found = held(line("listed", "2024-04-01", "80.00"), about=about)
        assert told(found) == [("before_due", "listed", "80.00")]
        finding = the(found, "before_due")
        assert (finding.beyond, finding.due_from) == (True, date(2026, 3, 1))

    def test_outside_the_period(self) -> None:
        """By the policy's days, whatever else is not met."""
        under = policy(listed={"needs": ["local"]})
        about = case(events=[{"kind": "listed", "on": "2022-12-31"}], flags={"local": False})
        found = held(line("listed", "2024-04-01", "80.00"), under=under, about=about)
        assert told(found) == [("outside_period", "listed", "80.00")]

    def test_a_flag_that_is_no(self) -> None:
        """Not eligible, by the flag."""
        under = policy(listed={"needs": ["local"]})
        found = held(
            line("listed", "2024-04-01", "80.00"), under=under, about=case(flags={"local": False})
        )
        assert told(found) == [("not_eligible", "listed", "80.00")]

    def test_a_period_not_full_within_other_conditions(self) -> None:
        """Only the period is not met, on the day of its test: before it was due, and for good."""
        period = {"seasoning": "filed", "years": 2, "tested_on": ["listed"], "clause": "c"}
        conditions = {
            "local": WRITTEN["conditions"]["local"],
            "period": period,
            "together": {"clause": "c", "all_of": ["local", "period"]},
        }
        under = policy(listed={"needs": ["together"]}, parts={"conditions": conditions})
        found = held(line("listed", "2024-04-01", "80.00"), under=under)
        assert told(found) == [("before_due", "listed", "80.00")]
        assert the(found, "before_due").due_from is None
        about = case(flags={"local": False})
        found = held(line("listed", "2024-04-01", "80.00"), under=under, about=about)
        assert told(found) == [("not_eligible", "listed", "80.00")]

    def test_the_first_of_several_periods_is_enough(self) -> None:
        """Either of two periods would do, or a flag: met from the end of the shorter one on.

        They run to the as-of date, and from 1 March 2023.
        """
        period = {"seasoning": "filed", "clause": "c"}
        conditions = {
            "local": WRITTEN["conditions"]["local"],
            "two": period | {"years": 3},
            "three": period | {"years": 4},
            "tested": period | {"years": 2, "tested_on": ["listed"]},
            "either": {"clause": "c", "any_of": ["three", "tested", "two", "local"]},
            "both": {"clause": "c", "all_of": ["three", "two"]},
            "never": {"clause": "c", "all_of": ["three", "tested"]},
            "neither": {"clause": "c", "any_of": ["tested", "local"]},
        }
        for needed, day in (
            ("either", date(2026, 3, 1)),
            ("both", date(2027, 3, 1)),
            ("never", None),
            ("neither", None),
        ):
            under = policy(listed={"needs": [needed]}, parts={"conditions": conditions})
            about = case(flags={"local": False})
            found = held(line("listed", "2024-04-01", "80.00"), under=under, about=about)
            assert the(found, "before_due").due_from == day


class TestTiming:
    """Paid too early, and not too much."""

    def test_before_the_event(self) -> None:
        """The day before it; on its day it is due."""
        found = held(line("listed", "2024-02-29", "80.00"))
        assert told(found) == [("before_due", "listed", "80.00")]
        finding = the(found, "before_due")
        assert (finding.beyond, finding.due_from) == (False, date(2024, 3, 1))
        assert found.totals.beyond == 0
        assert told(held(line("listed", "2024-03-01", "80.00"))) == []

    def test_an_instalment_before_its_day(self) -> None:
        """Half is due at once and half a year later: 40 of 80 were paid too early."""
        under = policy(listed={"paid_in": "halves"})
        found = held(line("listed", "2024-03-01", "80.00"), under=under)
        assert told(found) == [("before_due", "listed", "40.00")]
        assert the(found, "before_due").due_from == date(2025, 3, 1)
        found = held(
            line("listed", "2024-03-01", "40.00"),
            line("listed", "2025-03-01", "40.00"),
            under=under,
        )
        assert told(found) == []

    def thirds(self, *payments: tuple[str, str]) -> Reconciliation:
        """80 for the listing, 40 on 2024-03-01, 24 on 2025-03-01 and 16 on 2026-03-01."""
        parts = [{"share": "50%"}, {"share": "30%", "years": 1}, {"share": "20%", "years": 2}]
        under = policy(
            listed={"paid_in": "thirds"},
            parts={"instalments": {"thirds": {"clause": "c", "parts": parts}}, "notices": []},
        )
        return held(*(line("listed", on, amount) for on, amount in payments), under=under)

    def by_day(self, found: Reconciliation) -> list[tuple[str, str, str]]:
        """What was paid too early: kind, yuan, the day from which it is due."""
        return [
            (each.kind, str(each.amount.at_least), str(each.due_from))
            for each in found.findings
            if each.kind in ("before_due", "not_due_yet")
        ]

    def test_several_instalments_before_their_days(self) -> None:
        """Each part with its own day; what is due after the as-of date has its own place."""
        found = self.thirds(("2024-04-01", "80.00"))
        assert self.by_day(found) == [
            ("before_due", "24.00", "2025-03-01"),
            ("not_due_yet", "16.00", "2026-03-01"),
        ]
        assert places(found) == [{"due_and_paid": Decimal("64.00"), "not_due_yet": Decimal("16")}]
        assert found.totals.beyond == 0
        assert found.totals.account.ledger.entitled == Decimal("80.00")
        assert [each.award for each in found.of("unpaid")] == ["filed", "raised"]

    def test_instalments_before_the_event_itself(self) -> None:
        """Every part is too early, the first one too."""
        assert self.by_day(self.thirds(("2024-02-01", "80.00"))) == [
            ("before_due", "40.00", "2024-03-01"),
            ("before_due", "24.00", "2025-03-01"),
            ("not_due_yet", "16.00", "2026-03-01"),
        ]

    def test_a_payment_across_the_parts(self) -> None:
        """50 after the first 40 were paid: 24 of the second part on its day, 16 ahead, 10 above."""
        found = self.thirds(("2024-04-01", "40.00"), ("2025-03-01", "50.00"))
        assert self.by_day(found) == [("not_due_yet", "16.00", "2026-03-01")]
        assert places(found)[1] == {
            "due_and_paid": Decimal("24.00"),
            "not_due_yet": Decimal("16.00"),
            "paid_twice": Decimal("10.00"),
        }

    def test_a_part_that_waits_for_an_event(self) -> None:
        """Half when filed, half when raised, which did not happen: no day is known."""
        parts = [{"share": "50%"}, {"share": "50%", "event": "raised"}]
        under = policy(
            listed={"paid_in": "halves"},
            parts={"instalments": {"halves": {"clause": "c", "parts": parts}}},
        )
        about = case(events=FACTS["events"][:2], absent=["raised"])
        found = held(line("listed", "2024-04-01", "80.00"), under=under, about=about)
        assert self.by_day(found) == [("not_due_yet", "40.00", "None")]

    def test_a_part_that_waits_for_what_is_not_stated(self) -> None:
        """Half when filed, of which nothing is said: a question, and never silence."""
        parts = [{"share": "50%"}, {"share": "50%", "event": "filed"}]
        events = WRITTEN["events"] | {"filed": {"zh": "备案", "silence": "unknown"}}
        under = policy(
            listed={"paid_in": "halves"},
            parts={"events": events, "instalments": {"halves": {"clause": "c", "parts": parts}}},
        )
        about = case(events=FACTS["events"][1:2], absent=["raised"])
        lines = (line("listed", "2024-04-01", "30.00"), line("listed", "2024-05-01", "50.00"))
        found = held(*lines, under=under, about=about)
        (doubt,) = (each for each in found.findings if each.in_doubt)
        assert (doubt.kind, doubt.lines, doubt.amount) == (
            "undecided",
            lines[1:],
            Bounds(Decimal("0.00"), Decimal("40.00")),
        )
        assert [(each.kind, each.name) for each in doubt.needs] == [("event", "filed")]
        tongues: list[tuple[Lang, str]] = [("en", "40.00 yuan of it"), ("zh", "其中40.00元")]
        for lang, said in tongues:
            assert said in Sentences(found, lang).why(doubt)
        happened = case(events=FACTS["events"][:2], absent=["raised"])
        assert told(held(*lines, under=under, about=happened)) == []

    def test_more_than_was_due_on_the_day(self) -> None:
        """30 were due when 50 were paid; what was raised later makes 50."""
        events = [
            {"kind": "raised", "on": "2024-05-01", "amount": "300.00"},
            {"kind": "raised", "on": "2024-09-01", "amount": "200.00"},
        ]
        found = held(line("raised", "2024-06-01", "50.00"), about=case(events=events))
        assert told(found) == [("before_due", "raised", "20.00")]


class TestUndecided:
    """What a missing fact decides."""

    def test_a_missing_flag(self) -> None:
        """The payment may be due or not; what is more than the standard is not, either way."""
        under = policy(listed={"needs": ["local"]})
        found = held(line("listed", "2024-04-01", "90.00"), under=under, about=case(flags={}))
        assert sorted(told(found)) == [
            ("above_standard", "listed", "10.00"),
            ("undecided", "listed", "80.00"),
        ]
        finding = the(found, "undecided")
        assert [(need.kind, need.name) for need in finding.needs] == [("flag", "local")]
        assert finding.amount.at_least == 0
        account = found.totals.account
        assert account.entitled == Bounds(Decimal("70.00"), Decimal("150.00"))

    def test_nothing_paid_and_not_known_whether_due(self) -> None:
        """No line, and the fact that would decide it."""
        under = policy(raised={"needs": ["local"]})
        found = held(under=under, about=case(flags={}))
        finding = the(found, "undecided")
        assert (finding.award, finding.lines) == ("raised", ())
        assert [need.name for need in finding.needs] == ["local"]

    def test_nothing_is_certain_while_it_is_not_known_for_which_award_it_counts(self) -> None:
        """40 for the filing count for the listing (5 are due) or for the raising (30 are due).

        So not even 30 are certain, 35 are all that both give, and 5 are too much either way.
        """
        amount = {"clause": "c", "fixed": "5.00"}
        under = policy(
            listed={"replaces": ["filed"], "needs": ["local"], "amount": amount},
            raised={"replaces": ["filed"]},
        )
        found = held(line("filed", "2023-04-01", "40.00"), under=under, about=case(flags={}))
        assert places(found) == [{"undecided": Decimal("35.00"), "above_standard": Decimal("5.00")}]
        for local, due in ((True, "5.00"), (False, "30.00")):
            known = held(
                line("filed", "2023-04-01", "40.00"),
                under=under,
                about=case(flags={"local": local}),
            )
            assert known.totals.account.ledger.due == Decimal(due)

    def test_the_common_cap_is_passed_whichever_it_is(self) -> None:
        """Amounts unknown under a cap of 100: of 70 and 60, 30 are too much for certain."""
        unknown = {"amount": {"clause": "c", "unknown": "not given"}, "group": "both"}
        under = policy(filed=unknown, listed=unknown)
        found = held(
            line("filed", "2023-04-01", "70.00"), line("listed", "2024-04-01", "60.00"), under=under
        )
        assert sorted(told(found)) == [
            ("above_group_cap", "both", "30.00"),
            ("undecided", "filed", "70.00"),
            ("undecided", "listed", "60.00"),
        ]
        finding = the(found, "above_group_cap")
        assert not finding.beyond
        assert len(finding.lines) == 2
        assert found.totals.beyond == 0

    def test_the_common_cap_leaves_something_due_whichever_it_is(self) -> None:
        """The first amount is unknown, the second is 80: at least 80 are due under the cap."""
        unknown = {"amount": {"clause": "c", "unknown": "not given"}, "group": "both"}
        under = policy(filed=unknown, listed={"group": "both"}, parts={"notices": []})
        found = held(under=under)
        (unpaid,) = [each for each in found.of("unpaid") if each.group]
        assert (unpaid.group, unpaid.amount) == ("both", yuan("80.00"))

    def test_for_which_award_it_counts_is_not_known(self) -> None:
        """The listing may replace the filing: 40 may count for either, 120 is all they give."""
        under = policy(listed={"replaces": ["filed"], "needs": ["local"]})
        found = held(line("filed", "2023-04-01", "130.00"), under=under, about=case(flags={}))
        assert sorted(told(found)) == [
            ("above_standard", "filed", "10.00"),
            ("undecided", "filed", "120.00"),
        ]
        found = held(
            line("filed", "2023-04-01", "40.00"),
            line("listed", "2024-04-01", "80.00"),
            line("filed", "2024-05-01", "5.00"),
            line("listed", "2024-06-01", "90.00"),
            under=under,
            about=case(flags={}),
        )
        assert places(found) == [
            {"undecided": Decimal("40.00")},
            {"undecided": Decimal("80.00")},
            {"paid_twice": Decimal("5.00")},
            {"paid_twice": Decimal("80.00"), "earlier_award_not_deducted": Decimal("10.00")},
        ]


class TestWhoseLine:
    """Which case a line belongs to."""

    def test_by_code_then_by_name(self) -> None:
        """The code decides where both have one; a name alone or blanks around it do as well."""
        code = case().enterprise.uscc
        for who in (
            {"name": None, "uscc": code},
            {"name": "示例另名公司", "uscc": code},
            {"name": f"  {NAME}　"},
        ):
            found = held(line("filed", "2023-04-01", "40.00", **who))
            assert found.entries[0].enterprise == NAME

    def test_a_name_whose_code_is_another_is_another_enterprise(self) -> None:
        """Both have a code, so the name does not decide."""
        found = held(line("filed", "2023-04-01", "40.00", uscc="91440800MA0000202W"))
        assert told(found) == [("no_case", "filed", "40.00")]
        assert the(found, "no_case").nearest == FACTS["enterprise"]["uscc"]

    def test_codes_are_compared_as_codes(self) -> None:
        """Small letters, full-width signs and blanks are no other code, on either side."""
        code = FACTS["enterprise"]["uscc"]
        wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
        for written in (code.lower(), wide, f"{code[:6]} {code[6:]}"):
            stated = {"name": None, "uscc": written}
            found = held(line("filed", "2023-04-01", "40.00", **stated))
            assert found.entries[0].enterprise == NAME
            about = case(enterprise={"name": NAME, "uscc": written})
            found = held(line("filed", "2023-04-01", "40.00", name=None, uscc=code), about=about)
            assert found.entries[0].enterprise == NAME

    def test_what_is_suggested(self) -> None:
        """A name of which most agrees, a code one sign off; nothing by mere likeness."""
        code = FACTS["enterprise"]["uscc"]
        about = case(enterprise={"name": "示例甲重工股份有限公司", "uscc": code})
        near = {"示例甲重工有限公司": about.enterprise.name, "示例乙轻纺股份有限公司": ""}
        for written, expected in near.items():
            found = held(line("filed", "2023-04-01", "40.00", name=written), about=about)
            assert the(found, "no_case").nearest == expected
        for other, meant in ((code[:-2] + "2R", code), ("91440800MA0000399X", "")):
            for name in (None, "示例甲重工有限公司", "示例甲重工股份有限公司"):
                paid = line("filed", "2023-04-01", "40.00", name=name, uscc=other)
                nearest = the(held(paid, about=about), "no_case").nearest
                assert nearest == (code if name == about.enterprise.name else meant)

    def test_the_name_of_one_and_the_code_of_another(self) -> None:
        """It is not known whose payment it is: a finding, and neither paid nor overpaid for one."""
        other = case(enterprise={"name": "示例乙公司", "uscc": "91440800MA0000202W"})
        paid = line("filed", "2023-04-01", "45.00", uscc=other.enterprise.uscc)
        found = reconcile([case(), other], [paid], policy(), as_of=AS_OF)
        assert told(found) == [("name_and_code", "filed", "45.00")]
        finding = the(found, "name_and_code")
        assert (finding.enterprise, finding.code_of) == (NAME, "示例乙公司")
        assert not finding.beyond
        assert places(found) == [{"name_and_code": Decimal("45.00")}]
        assert found.totals.account.ledger.paid == 0

    def test_names_are_as_they_are_written(self) -> None:
        """Other brackets make another name, here as in a table; the right one is suggested."""
        about = case(enterprise={"name": "示例甲公司（虚构）"})
        found = held(line("filed", "2023-04-01", "40.00", name="示例甲公司(虚构)"), about=about)
        assert the(found, "no_case").nearest == "示例甲公司（虚构）"

    def test_another_name_beside_the_code_is_told(self) -> None:
        """It may be a former name, or a slip in the code."""
        found = held(
            line("filed", "2023-04-01", "40.00", name="示例旧名", uscc=FACTS["enterprise"]["uscc"])
        )
        assert [(each.kind, each.name) for each in found.notes] == [("another_name", "示例旧名")]

    def test_no_case(self) -> None:
        """Not decided, and the nearest name."""
        found = held(line("filed", "2023-04-01", "40.00", name="示例甲有限公司"))
        finding = the(found, "no_case")
        assert (finding.beyond, finding.nearest) == (False, NAME)
        assert places(found) == [{"no_case": Decimal("40.00")}]

    def test_unknown_award(self) -> None:
        """Too much under this policy, where no title is close."""
        found = held(line("abroad", "2024-04-01", "40.00"))
        finding = the(found, "unknown_award")
        assert (finding.beyond, finding.nearest) == (True, "")
        assert found.totals.beyond == Decimal("40.00")

    def test_an_award_that_is_almost_one_of_the_policy(self) -> None:
        """A question with the nearest title; neither too much, nor is that award unpaid."""
        found = held(line("listd", "2024-04-01", "40.00"))
        finding = the(found, "title_in_doubt")
        assert (finding.beyond, finding.nearest) == (False, "listing")
        assert found.totals.beyond == 0
        assert "listed" not in {each.award for each in found.of("unpaid")}

    def test_two_cases_of_one_enterprise(self) -> None:
        """A cap would hold twice: refused, by name and by code."""
        other = case(enterprise={"name": "示例乙公司", "uscc": case().enterprise.uscc})
        for cases in ([case(), case(enterprise={"name": NAME})], [case(), other]):
            with pytest.raises(InvalidCase) as refused:
                reconcile(cases, [], policy(), as_of=AS_OF)
            assert {each.code for each in refused.value.faults} == {"case_twice"}

    def test_a_line_must_name_somebody(self) -> None:
        """Neither name nor code."""
        with pytest.raises(InvalidCase) as refused:
            LedgerLine.model_validate({"award": "filed", "on": "2023-04-01", "amount": "1.00"})
        assert [each.code for each in refused.value.faults] == ["names_no_enterprise"]


class TestWhatTheCaseStates:
    """Payments of the case and of the ledger."""

    def test_the_same_payment_counts_once(self) -> None:
        """Same award, day and amount."""
        paid = case(payments=[{"award": "filed", "on": "2023-04-01", "amount": "40.00"}])
        found = held(line("filed", "2023-04-01", "40.00", row=7), about=paid)
        assert told(found) == []
        assert [(each.kind, each.row) for each in found.notes] == [("same_payment", 7)]
        assert found.totals.account.besides.paid == 0

    def test_one_that_the_ledger_does_not_have_counts_too(self) -> None:
        """Paid in March by the case and in April by the ledger: twice."""
        paid = case(payments=[{"award": "filed", "on": "2023-03-05", "amount": "40.00"}])
        found = held(line("filed", "2023-04-01", "40.00"), about=paid)
        assert told(found) == [("paid_twice", "filed", "40.00")]
        assert [each.kind for each in found.notes] == ["not_in_ledger"]
        assert found.totals.account.besides.due == Decimal("40.00")

    def test_one_line_is_one_payment_of_the_case(self) -> None:
        """The case states two, under two policies that count; the ledger has one of them."""
        stated = {"award": "filed", "on": "2023-04-01", "amount": "40.00"}
        found = held(
            line("filed", "2023-04-01", "40.00"),
            under=policy(parts={"counts_payments_under": ["other"]}),
            about=case(payments=[stated, stated | {"policy": "other"}]),
        )
        assert sorted(each.kind for each in found.notes) == ["not_in_ledger", "same_payment"]
        assert found.totals.account.besides.due == Decimal("40.00")
        assert told(found) == [("paid_twice", "filed", "40.00")]

    def test_a_payment_stated_once_and_paid_twice_on_one_day(self) -> None:
        """One line is the case's payment, the other is the second time."""
        paid = case(payments=[{"award": "filed", "on": "2023-04-01", "amount": "40.00"}])
        twice = [line("filed", "2023-04-01", "40.00")] * 2
        assert told(held(*twice, about=paid)) == [("paid_twice", "filed", "40.00")]

    def test_a_case_that_cannot_be_answered(self) -> None:
        """Its lines are not decided, and its faults are reported in both languages."""
        wrong = case(events=[{"kind": "lsted", "on": "2024-03-01"}])
        found = held(line("listed", "2024-04-01", "80.00"), about=wrong)
        finding = the(found, "invalid_case")
        assert places(found) == [{"invalid_case": Decimal("80.00")}]
        assert "lsted" in finding.faults[0].en
        assert "lsted" in finding.faults[0].zh
        assert found.enterprises[0].assessment is None


class TestNotJudged:
    """Lines that are reported and not judged."""

    def test_after_the_day_asked_for(self) -> None:
        """Not yet."""
        found = held(line("filed", "2026-01-01", "40.00"), line("filed", "2025-12-31", "40.00"))
        assert places(found) == [{"later": Decimal("40.00")}, {"due_and_paid": Decimal("40.00")}]
        assert [each.kind for each in found.notes] == ["later"]

    def test_under_another_policy(self) -> None:
        """Not under this one, unless it counts."""
        other = line("filed", "2023-04-01", "40.00", policy="other")
        assert places(held(other)) == [{"unknown_policy": Decimal("40.00")}]
        assert places(held(other, others=["other"])) == [{"elsewhere": Decimal("40.00")}]
        counting = policy(parts={"counts_payments_under": ["other"]})
        assert places(held(other, under=counting)) == [{"due_and_paid": Decimal("40.00")}]

    def test_an_id_that_is_almost_one_that_counts(self) -> None:
        """A slip is not another policy, and its yuan are not out of the question."""
        ids = {"city-2O24": "city-2024", "city-202": "city-2024", "CITY-2024": "city-2024",
               "city_2024": "city-2024", "city-2023": "", "town-2024": "", "other": ""}  # fmt: skip
        under = policy(parts={"id": "city-2024", "counts_payments_under": ["city-2021"]})
        for written, meant in ids.items():
            paid = line("filed", "2023-04-01", "40.00", policy=written)
            found = held(paid, under=under)
            if meant:
                finding = the(found, "misspelt_policy")
                assert (finding.nearest, finding.beyond) == (meant, False)
                assert places(found) == [{"misspelt_policy": Decimal("40.00")}]
            else:
                assert places(found) == [{"unknown_policy": Decimal("40.00")}]
                assert the(found, "unknown_policy").lines[0].policy == written

    def test_a_payment_of_nothing_and_a_voucher_on_two_lines(self) -> None:
        """Notes, each with its row."""
        found = held(
            line("filed", "2023-04-01", "40.00", row=2, reference="示例-1"),
            line("raised", "2024-06-01", "0.00", row=3),
            line("listed", "2024-06-01", "80.00", row=4, reference="示例-1"),
            line("raised", "2024-06-01", "30.00", row=5, reference="示例-2"),
        )
        assert [(each.kind, each.row, each.name, each.other_row) for each in found.notes] == [
            ("nothing_paid", 3, "", 0),
            ("same_voucher", 4, "示例-1", 2),
        ]
        assert told(found) == []


class TestUndertakings:
    """What could be called back, since an undertaking did not hold."""

    def under(self) -> Policy:
        """Not to raise within two years of filing, or half of the reward is called back."""
        stay = {"title": "stay", "event": "raised", "years": 2, "share": "50%", "clause": "c"}
        return policy(parts={"repayments": {"stay": stay | {"awards": ["filed"]}}})

    def test_told_and_in_no_sum(self) -> None:
        """Filed on 1 March 2023, raised on 1 May 2024: half of 40."""
        paid = line("filed", "2023-04-01", "40.00", row=2)
        found, without = held(paid, under=self.under()), held(paid)
        finding = the(found, "exposed")
        assert (finding.repayment, finding.happened_on) == ("stay", date(2024, 5, 1))
        assert (finding.amount, finding.beyond) == (yuan("20.00"), False)
        assert [each.row for each in finding.lines] == [2]
        assert found.totals == without.totals

    def test_not_where_it_held_or_nothing_was_paid(self) -> None:
        """Raised after two years; or the award was not paid."""
        assert held(under=self.under()).of("exposed") == ()
        events = [{"kind": "filed", "on": "2022-03-01"}, FACTS["events"][2]]
        paid = line("filed", "2023-04-01", "40.00")
        assert held(paid, under=self.under(), about=case(events=events)).of("exposed") == ()

    def test_not_where_it_is_not_known(self) -> None:
        """A case that is silent on the event accuses nobody; the answer shows the range."""
        silent = {"raised": WRITTEN["events"]["raised"] | {"silence": "unknown"}}
        parts = self.under().model_dump(mode="json")["repayments"]
        under = policy(parts={"events": WRITTEN["events"] | silent, "repayments": parts})
        found = held(
            line("filed", "2023-04-01", "40.00"),
            under=under,
            about=case(events=FACTS["events"][:2]),
        )
        answer = found.enterprises[0].assessment
        assert answer is not None
        assert [each.amount.at_most for each in answer.exposures] == [Decimal("20.00")]
        assert found.of("exposed") == ()


class TestShares:
    """What the levels of government bore."""

    def paid(self, **levels: str) -> Reconciliation:
        """40.01 paid for an award of 40.01, by these levels."""
        amount = {"clause": "c", "fixed": "40.01"}
        under = policy(filed={"borne_by": "halves", "amount": amount})
        return held(line("filed", "2023-04-01", "40.01", levels=levels), under=under)

    def test_by_the_largest_remainder(self) -> None:
        """The odd fen is the first level's."""
        assert told(self.paid(city="20.01", county="20.00")) == []
        assert told(self.paid()) == []

    def test_in_the_units_of_the_policy(self) -> None:
        """41 in whole yuan: 21 and 20."""
        amount = {"clause": "c", "fixed": "41.00"}
        under = policy(
            filed={"borne_by": "halves", "amount": amount},
            parts={"rounding": {"clause": "c", "unit": "1.00"}},
        )
        for city, county, kinds in (("21.00", "20.00", []), ("20.50", "20.50", ["shares_split"])):
            levels = {"city": city, "county": county}
            found = held(line("filed", "2023-04-01", "41.00", levels=levels), under=under)
            assert [kind for kind, *_ in told(found)] == kinds

    def test_they_do_not_add_up(self) -> None:
        """By how much, and what each bore; the split is not judged besides."""
        found = self.paid(city="20.01", county="19.00")
        assert told(found) == [("shares_sum", "filed", "1.00")]
        borne = the(found, "shares_sum").levels
        assert [(each.level, str(each.stated), str(each.expected)) for each in borne] == [
            ("city", "20.01", "20.01"),
            ("county", "19.00", "20.00"),
        ]

    def test_another_split(self) -> None:
        """What one level bore for another."""
        found = self.paid(city="20.00", county="20.01")
        assert told(found) == [("shares_split", "filed", "0.01")]

    def test_a_blank_level_is_not_nothing(self) -> None:
        """Only what is stated is judged: its own share, and that it is not more than all."""
        assert told(self.paid(city="20.01")) == []
        assert told(self.paid(city="21.00")) == [("shares_split", "filed", "0.99")]
        assert told(self.paid(city="41.00")) == [("shares_sum", "filed", "0.99")]

    def test_an_award_that_nobody_shares(self) -> None:
        """Only that it is not more than all can be judged."""
        paid = line("listed", "2024-04-01", "80.00", levels={"city": "30.00"})
        assert told(held(paid)) == []
        paid = line("listed", "2024-04-01", "80.00", levels={"city": "30.00", "county": "51.00"})
        assert told(held(paid)) == [("shares_sum", "listed", "1.00")]

    def test_a_level_that_the_policy_does_not_know(self) -> None:
        """Refused, with its row and the nearest name."""
        with pytest.raises(InvalidCase) as refused:
            held(line("filed", "2023-04-01", "40.00", levels={"citty": "40.00"}, row=3))
        (wrong,) = refused.value.faults
        assert (wrong.code, wrong.nearest, wrong.row) == ("unknown_level", "city", 3)


class TestNotices:
    """Paid although a law asked for a review first."""

    def test_from_its_day_on(self) -> None:
        """The day before it is no finding; one that withholds is reported as well."""
        assert told(held(line("filed", "2025-02-14", "40.00"))) == []
        found = held(line("filed", "2025-02-15", "40.00"))
        assert told(found) == [("notice", "filed", "40.00")]
        assert the(found, "notice").notices == ("review",)
        assert the(held(line("listed", "2025-06-01", "80.00")), "notice").notices == ("wait",)

    def test_a_line_of_nothing(self) -> None:
        """Nothing was paid, so nothing is found, and it went nowhere."""
        found = held(line("filed", "2025-03-01", "0.00"))
        assert told(found) == []
        assert places(found) == [{}]

    def test_what_is_withheld_is_not_due(self) -> None:
        """Nothing is said to be due and unpaid while a law holds it back."""
        assert "listed" not in {each.award for each in held().of("unpaid")}

    def test_what_is_due_and_unpaid_tells_the_law(self) -> None:
        """Somebody who pays it now must review first."""
        about = case(events=[{"kind": "filed", "on": "2025-03-01"}])
        assert the(held(about=about), "unpaid").notices == ("review",)


class TestTheWhole:
    """A reconciliation as a document."""

    def test_json_out_and_in(self) -> None:
        """Nothing is lost."""
        found = held(
            line("filed", "2023-04-01", "50.00", reference="示例-1", row=2),
            line("raised", "2024-06-01", "30.00"),
            line("elsewhere", "2024-06-01", "30.00", levels={"city": "1.00"}),
            about=case(payments=[{"award": "filed", "on": "2023-03-05", "amount": "1.00"}]),
        )
        again = Reconciliation.model_validate_json(found.model_dump_json())
        assert again == found
        assert again.model_dump_json() == found.model_dump_json()

    def test_worst_first(self) -> None:
        """The largest excess, then what is not decided, then what is unpaid."""
        found = held(
            line("filed", "2023-04-01", "45.00"),
            line("listed", "2024-04-01", "160.00"),
            line("filed", "2023-04-01", "10.00", name="示例丙公司"),
        )
        assert [each.kind for each in found.findings] == [
            "above_standard", "above_standard", "no_case", "unpaid",
        ]  # fmt: skip
        amounts = [each.amount.at_least for each in found.findings]
        assert amounts == [Decimal(n) for n in ("80.00", "5.00", "10.00", "30.00")]
