"""Undertakings by hand: their time, what breaks them, what follows before and after payment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from listing_rewards import Assessment, InvalidPolicy, Policy
from unit.test_constructs import EVENTS, ask, fixed, payable, policy

LISTED = "listed 2023-03-15"
MOVED = EVENTS | {
    "moved": {"zh": "迁出", "en": "Moved out"},
    "closed": {"zh": "注销", "en": "Closed"},
    "approved": {"zh": "过会", "en": "Approved"},
}
PAID = [{"award": "a0", "on": "2023-09-20", "amount": "60"}]
TWICE = [*PAID, {"award": "a0", "on": "2024-06-01", "amount": "30"}]


def rules(*amounts: dict[str, Any], **terms: Any) -> Policy:
    """An award of 100 with an undertaking that leaves nothing payable, with these terms."""
    told = {"title": "u", "awards": ["a0"], "before_payment": "not_payable", "clause": "c"}
    one = {"u": told | terms}
    return policy(*(amounts or (fixed("100"),)), events=MOVED, undertakings=one)


def exposed(answer: Assessment) -> list[str]:
    """What could be called back, one by one."""
    return [f"{each.truth} {each.since} {each.until} {each.amount}" for each in answer.exposures]


TIMES: list[tuple[dict[str, Any], str, str]] = [
    ({"years": 1}, "2023-03-15", "2024-03-15"),
    ({"months": 6}, "2023-03-15", "2023-09-15"),
    ({"years": 1, "runs_from": "year"}, "2023-01-01", "2023-12-31"),
    ({"years": 5, "runs_from": "next_year"}, "2024-01-01", "2028-12-31"),
    ({"years": 1, "after": "applied"}, "2023-05-02", "2024-05-02"),
]


class TestItsTime:
    """From the first day to the last, both included."""

    @pytest.mark.parametrize(("terms", "first", "last"), TIMES)
    def test_broken_on_its_first_and_last_day(
        self, terms: dict[str, Any], first: str, last: str
    ) -> None:
        """承诺几年内不迁出: on each of the two days; told, and nothing is payable."""
        under = rules(broken_by=["closed", "moved"], **terms)
        for day in (first, last):
            answer = ask(under, LISTED, "applied 2023-05-02", f"moved {day}", as_of="2029-12-31")
            assert payable(answer) == "0.00"
            assert exposed(answer) == [f"met {first} {last} {answer.overpaid}"]
            assert str(answer.exposures[0].on) == day

    @pytest.mark.parametrize(("terms", "first", "last"), TIMES)
    def test_not_beside_them(self, terms: dict[str, Any], first: str, last: str) -> None:
        """On the eve and the day after: everything is payable, nothing is reported."""
        under, one = rules(broken_by=["moved"], **terms), timedelta(days=1)
        for day in (date.fromisoformat(first) - one, date.fromisoformat(last) + one):
            answer = ask(under, LISTED, "applied 2023-05-02", f"moved {day}", as_of="2029-12-31")
            assert (payable(answer), exposed(answer)) == ("100.00", [])

    def test_from_each_payment(self) -> None:
        """享受奖励后几年内迁出: for what was paid a year before, not for what was paid earlier."""
        under = rules(broken_by=["moved"], years=1, runs_from="payment")
        answer = ask(under, LISTED, "moved 2025-01-31", payments=TWICE)
        assert [str(each.amount.at_most) for each in answer.exposures] == ["0.00", "30.00"]
        assert [str(each.until) for each in answer.exposures] == ["2024-09-20", "2025-06-01"]
        assert payable(answer) == "0.00"


class TestKept:
    """五年内未上市: broken on the day after the last one, unless it happened by then."""

    UNDER = rules(kept_by="approved", years=1)

    @pytest.mark.parametrize(
        ("life", "as_of", "expected"),
        [
            ((), "2024-03-15", "100.00"),
            ((), "2024-03-16", "0.00..100.00"),
            (("approved 2024-03-15",), "2024-03-16", "100.00"),
            (("approved 2024-03-16",), "2024-03-16", "0.00"),
            (("approved 2023-01-01",), "2025-03-16", "100.00"),
        ],
    )
    def test_on_its_days(self, life: tuple[str, ...], as_of: str, expected: str) -> None:
        """Silence on it leaves it open once its time is over, and it is asked for."""
        answer = ask(self.UNDER, LISTED, *life, as_of=as_of)
        assert payable(answer) == expected
        asked = [each.name for each in answer.needs]
        assert asked == ([] if answer.determined else ["approved"])

    def test_stated_as_absent(self) -> None:
        """It did not happen: broken on the day after the last one."""
        answer = ask(self.UNDER, LISTED, absent=["approved"], payments=PAID)
        (told,) = answer.exposures
        assert (str(told.on), str(told.amount.at_least)) == ("2024-03-16", "60.00")
        assert payable(answer) == "0.00"

    @pytest.mark.parametrize(
        ("life", "absent", "back_on", "counts_as_paid"),
        [
            ((), ["approved"], "2024-03-15", "0.00"),
            ((), ["approved"], "2024-03-16", "60.00"),
            (("approved 2024-03-15",), [], "2024-03-16", "0.00"),
            (("approved 2024-03-16",), [], "2024-03-16", "60.00"),
            (("approved 2024-06-01", "approved 2024-03-01"), [], "2024-07-01", "0.00"),
            ((), [], "2024-03-16", "0.00"),
        ],
    )
    def test_what_comes_back_once_it_is_broken_was_called_back(
        self, life: tuple[str, ...], absent: list[str], back_on: str, counts_as_paid: str
    ) -> None:
        """From 16 March 2024 on, where nothing was approved by the 15th: it counts as paid."""
        events = MOVED | {"approved": MOVED["approved"] | {"repeats": True}}
        told = {"title": "u", "awards": ["a0"], "before_payment": "not_payable", "clause": "c"}
        under = policy(
            fixed("100"),
            events=events,
            undertakings={"u": told | {"kept_by": "approved", "years": 1}},
        )
        moved = [*PAID, {"award": "a0", "on": back_on, "amount": "-60"}]
        answer = ask(under, LISTED, *life, absent=absent, payments=moved)
        assert str(answer.paid) == counts_as_paid

    def test_where_silence_says_that_it_did_not_happen(self) -> None:
        """What came back on 16 March 2024 was called back, without a word of an approval."""
        events = MOVED | {"approved": MOVED["approved"] | {"silence": "did_not_happen"}}
        told = {"title": "u", "awards": ["a0"], "before_payment": "not_payable", "clause": "c"}
        under = policy(
            fixed("100"),
            events=events,
            undertakings={"u": told | {"kept_by": "approved", "years": 1}},
        )
        moved = [*PAID, {"award": "a0", "on": "2024-03-16", "amount": "-60"}]
        assert str(ask(under, LISTED, payments=moved).paid) == "60.00"


class TestWhatFollows:
    """Before payment and after it."""

    def test_only_reported(self) -> None:
        """What is unpaid stays payable, and it is reported that the undertaking is broken."""
        answer = ask(
            rules(broken_by=["moved"], before_payment="reported"), LISTED, "moved 2024-01-01"
        )
        assert payable(answer) == "100.00"
        assert [each.truth for each in answer.exposures] == ["met"]
        assert "the document does not say" in answer.explain("en")

    def test_partly_paid(self) -> None:
        """The rest is not payable; of what was paid a share could be called back, rounded."""
        under = rules(broken_by=["moved"], called_back="33.3333%")
        answer = ask(under, LISTED, "moved 2024-01-01", payments=PAID)
        line = answer.line("a0")
        assert (payable(answer), str(line.entitled.at_least)) == ("0.00", "100.00")
        assert line.overpaid.nothing
        assert str(answer.exposures[0].amount.at_least) == "20.00"

    def test_what_came_back_is_taken_off(self) -> None:
        """Of the payment in whose time it was broken; it is not payable again."""
        under = rules(broken_by=["moved"], years=1, runs_from="payment")
        back = {"award": "a0", "on": "2025-03-01", "amount": "-10"}
        answer = ask(under, LISTED, "moved 2025-01-31", payments=[*TWICE, back])
        assert [str(each.amount.at_most) for each in answer.exposures] == ["0.00", "20.00"]
        assert payable(answer) == "0.00"

    @pytest.mark.parametrize(
        ("on", "exposed_still"), [("2023-09-30", "25.00"), ("2023-10-01", "20.00")]
    )
    def test_from_the_first_breach_on_it_is_called_back(self, on: str, exposed_still: str) -> None:
        """60 was paid, half can be called back; 10 came back.

        Before the first of two breaches, on 1 October, 50 is left paid, and half of it is 25.
        From that day on it is taken off the half: 30 less 10.
        """
        under = rules(broken_by=["closed", "moved"], called_back="50%")
        back = {"award": "a0", "on": on, "amount": "-10"}
        life = ("moved 2023-10-01", "closed 2025-01-01")
        (told,) = ask(under, LISTED, *life, payments=[*PAID, back]).exposures
        assert (str(told.amount.at_least), str(told.on)) == (exposed_still, "2023-10-01")

    @pytest.mark.parametrize(
        ("life", "on", "exposed_still"),
        [
            ((), "2024-03-15", "25.00"),
            ((), "2024-03-16", "20.00"),
            (("approved 2024-03-16",), "2024-03-16", "20.00"),
            (("approved 2024-03-15",), "2024-03-16", None),
            (("approved 2023-06-01", "approved 2025-01-01"), "2024-03-16", None),
        ],
    )
    def test_from_the_day_after_its_year_on(
        self, life: tuple[str, ...], on: str, exposed_still: str | None
    ) -> None:
        """Not approved by 15 March 2024: broken on the 16th; what came back then, was called back.

        Half of the 50 that were left paid is 25; half of 60, less 10, is 20.
        """
        approved = MOVED["approved"] | {"repeats": True}
        told = {"title": "u", "awards": ["a0"], "kept_by": "approved", "years": 1, "clause": "c"}
        terms = {"before_payment": "not_payable", "called_back": "50%"}
        under = policy(
            fixed("100"), events=MOVED | {"approved": approved}, undertakings={"u": told | terms}
        )
        back = {"award": "a0", "on": on, "amount": "-10"}
        absent = [] if life else ["approved"]
        answer = ask(under, LISTED, *life, absent=absent, payments=[*PAID, back])
        found = [str(each.amount.at_least) for each in answer.exposures if each.truth == "met"]
        assert found == ([] if exposed_still is None else [exposed_still])

    def test_of_the_payment_in_whose_year_it_was_broken(self) -> None:
        """Half of 30 less the 10 that came back: 5; the 60 of the year before are kept."""
        under = rules(broken_by=["moved"], years=1, runs_from="payment", called_back="50%")
        back = {"award": "a0", "on": "2025-03-01", "amount": "-10"}
        answer = ask(under, LISTED, "moved 2025-01-31", payments=[*TWICE, back])
        assert [str(each.amount.at_most) for each in answer.exposures] == ["0.00", "5.00"]

    @pytest.mark.parametrize(
        ("amount", "left"), [("-10", ["0.00", "20.00"]), ("-30", ["0.00"]), ("-31", ["0.00"])]
    )
    def test_what_came_back_before_is_not_exposed(self, amount: str, left: list[str]) -> None:
        """Of the latest payment first; of one that came back whole nothing is said."""
        under = rules(broken_by=["moved"], years=1, runs_from="payment")
        back = {"award": "a0", "on": "2024-07-01", "amount": amount}
        answer = ask(under, LISTED, "moved 2025-01-31", payments=[*TWICE, back])
        assert [str(each.amount.at_most) for each in answer.exposures] == left

    def test_as_long_as_it_is_unknown_it_has_no_day(self) -> None:
        """Whether it was approved in time is not stated: no day on which it was broken."""
        (told,) = ask(rules(kept_by="approved", years=1), LISTED, payments=PAID).exposures
        assert (told.truth, told.on) == ("unknown", None)

    def test_it_has_not_begun(self) -> None:
        """A year from the application, which was not made: approved or not, all is payable."""
        under = rules(kept_by="approved", years=1, after="applied")
        assert payable(ask(under, LISTED)) == "100.00"

    def test_the_others_of_its_group_find_the_room(self) -> None:
        """What is not payable takes none of the room that payments leave."""
        amounts = (fixed("100", group="g"), fixed("60", group="g"))
        told = {"title": "u", "awards": ["a0"], "broken_by": ["moved"], "clause": "c"}
        under = policy(
            *amounts,
            events=MOVED,
            undertakings={"u": told | {"before_payment": "not_payable"}},
            groups={"g": {"title": "g", "cap": "120", "clause": "c"}},
        )
        assert payable(ask(under, LISTED)) == "120.00"
        assert payable(ask(under, LISTED, "moved 2024-01-01")) == "20.00"

    def test_a_refused_award_is_not_told_of(self) -> None:
        """Nobody promised anything for it."""
        under = rules(fixed("100", needs=["big"]), broken_by=["moved"])
        answer = ask(under, LISTED, "moved 2024-01-01", flags={"big": False})
        assert answer.exposures == ()

    def test_the_form_of_old_means_what_it_meant(self) -> None:
        """`repayments`: nothing is lost; what was paid is exposed."""
        told = {"title": "u", "awards": ["a0"], "clause": "c"}
        old = policy(
            fixed("100"),
            events=MOVED,
            repayments={"u": told | {"event": "moved", "years": 1, "share": "50%"}},
        )
        answer = ask(old, LISTED, "moved 2024-01-01", payments=PAID)
        assert payable(answer) == "40.00"
        assert str(answer.exposures[0].amount.at_least) == "30.00"


@pytest.mark.parametrize(
    ("terms", "code", "words"),
    [
        ({}, "broken_or_kept", "broken_by"),
        ({"broken_by": ["moved"], "kept_by": "applied", "years": 1}, "broken_or_kept", "二者择一"),
        ({"kept_by": "applied"}, "kept_without_end", "years"),
        (
            {"broken_by": ["moved"], "runs_from": "payment", "after": "applied"},
            "payment_and_after",
            "runs_from",
        ),
        ({"broken_by": ["mooved"]}, "undeclared", "moved"),
    ],
)
def test_what_cannot_be_said(terms: dict[str, Any], code: str, words: str) -> None:
    """In one sentence, with what to write."""
    with pytest.raises(InvalidPolicy) as refused:
        rules(**terms)
    (found,) = refused.value.faults
    assert found.code == code
    assert words in found.sentence("en") + found.sentence("zh")


def test_a_name_stands_once() -> None:
    """An undertaking and one in the old form are told apart by their names."""
    told = {"title": "u", "awards": ["a0"], "clause": "c"}
    with pytest.raises(InvalidPolicy, match="used twice"):
        policy(
            fixed("100"),
            events=MOVED,
            undertakings={"u": told | {"broken_by": ["moved"], "before_payment": "reported"}},
            repayments={"u": told | {"event": "moved"}},
        )
