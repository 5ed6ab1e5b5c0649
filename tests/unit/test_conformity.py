"""A case checked against a policy: what it does not know, what cannot have happened."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from listing_rewards import Case, InvalidCase, Policy, assess, load_policy
from listing_rewards.errors import Lang
from listing_rewards.policy.conformity import misspelt_policy
from unit.test_constructs import FIGURES, ask, fixed, policy

ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")
END = date(2025, 12, 31)
ALL_EVENTS = ", ".join(ILLUSTRATIVE.events)
ALL_AWARDS = ", ".join(award.id for award in ILLUSTRATIVE.awards)


def case_of(*events: str, **more: Any) -> Case:
    """A case of events written "kind day", or "kind day amount"."""
    keys = ("kind", "on", "amount")
    return Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": [dict(zip(keys, each.split(), strict=False)) for each in events],
            **more,
        }
    )


def faults_of(case: Case, policy: Policy = ILLUSTRATIVE, lang: Lang = "en") -> list[str]:
    """The sentences with which a case is refused."""
    with pytest.raises(InvalidCase) as caught:
        assess(case, policy, as_of=END)
    return caught.value.explain(lang).splitlines()


class TestUndeclared:
    """What the policy does not declare is refused, with the nearest name and all names."""

    def test_event(self) -> None:
        """An event of another name."""
        assert faults_of(case_of("neeq_list 2024-01-01")) == [
            "events[0].kind: the policy zhanjiang-bse-2023-illustrative knows no event "
            f"'neeq_list'; did you mean 'neeq_listed'? (accepted: {ALL_EVENTS})"
        ]

    @pytest.mark.parametrize(
        ("part", "path"),
        [
            ({"figures": {"x": 1}}, "figures.x"),
            ({"flags": {"x": True}}, "flags.x"),
            ({"attributes": {"x": "y"}}, "attributes.x"),
            ({"approved": {"x": 1}}, "approved.x"),
            ({"payments": [{"award": "x", "on": "2024-01-01", "amount": 1}]}, "payments[0].award"),
            ({"absent": ["x"]}, "absent[0]"),
        ],
    )
    def test_each_part_by_itself(self, part: dict[str, Any], path: str) -> None:
        """Where a case states nothing else."""
        assert [each.split(":")[0] for each in faults_of(case_of(**part))] == [path]

    def test_figure_flag_award_and_absence(self) -> None:
        """Each other kind of name, all reported at once."""
        case = case_of(
            figures={"net_profits": 1},
            flags={"eligibel": True},
            payments=[{"award": "bse_list", "on": "2024-01-01", "amount": 1}],
            absent=["neeq_delist"],
        )
        known = "the policy zhanjiang-bse-2023-illustrative knows no"
        assert faults_of(case) == [
            f"figures.net_profits: {known} figure 'net_profits'; did you mean 'net_profit'? "
            "(accepted: net_profit)",
            f"flags.eligibel: {known} flag 'eligibel'; did you mean 'eligible'? "
            "(accepted: eligible, first_listing)",
            f"payments[0].award: {known} award 'bse_list'; did you mean 'bse_listed'? "
            f"(accepted: {ALL_AWARDS})",
            f"absent[0]: {known} event 'neeq_delist'; did you mean 'neeq_delisted'? "
            f"(accepted: {ALL_EVENTS})",
        ]

    def test_in_chinese(self) -> None:
        """The same in Chinese."""
        with pytest.raises(InvalidCase) as caught:
            assess(case_of("neeq_list 2024-01-01"), ILLUSTRATIVE, as_of=END)
        assert caught.value.explain("zh").startswith(
            "events[0].kind: 政策 zhanjiang-bse-2023-illustrative 没有声明事项 “neeq_list”"
            "；是否为“neeq_listed”？"
        )

    def test_an_amount_where_none_is_taken(self) -> None:
        """An event that carries no amount is refused one."""
        assert faults_of(case_of("neeq_listed 2024-01-01 500")) == [
            "events[0].amount: the event neeq_listed takes no amount, yet '500.00' is given"
        ]


class TestImpossible:
    """What cannot have happened is refused rather than read in some way."""

    def test_an_event_that_happens_once(self) -> None:
        """An event that does not repeat is given twice."""
        found = faults_of(case_of("bse_listed 2025-01-01", "bse_listed 2024-01-01"))
        assert found == [
            "events: the event bse_listed is given more than once, on 2024-01-01, 2025-01-01; "
            "it can happen only once"
        ]

    def test_a_listing_again_without_a_delisting(self) -> None:
        """Two listings need a delisting between them, or on the day of one of them."""
        two = ("neeq_listed 2023-08-01", "neeq_listed 2024-08-01")
        assert faults_of(case_of(*two)) == [
            "events: the event neeq_listed is given again on '2024-08-01' although no "
            "neeq_delisted lies between"
        ]
        for day in ("2023-08-01", "2024-01-01", "2024-08-01"):
            assess(case_of(*two, f"neeq_delisted {day}"), ILLUSTRATIVE, as_of=END)
        assert len(faults_of(case_of(*two, "neeq_delisted 2024-08-02"))) == 1

    def test_an_order_that_cannot_be(self) -> None:
        """An acceptance before the listing it needs; the same day is possible."""
        assert faults_of(case_of("neeq_listed 2024-01-02", "bse_accepted 2024-01-01")) == [
            "events[1].on: bse_accepted on '2024-01-01' comes before neeq_listed on 2024-01-02, "
            "which must come first"
        ]
        same_day = case_of("neeq_listed 2024-01-01", "bse_accepted 2024-01-01")
        assert assess(same_day, ILLUSTRATIVE, as_of=END).determined

    def test_absent_but_stated(self) -> None:
        """An event cannot be both."""
        found = faults_of(case_of("neeq_listed 2024-01-01", absent=["neeq_listed"]))
        assert found == [
            "absent[0]: neeq_listed is listed as absent, yet the case also gives its day, "
            "2024-01-01"
        ]

    def test_a_payment_written_twice(self) -> None:
        """The same award, day, amount and policy; any difference makes it another payment."""
        paid = {"award": "neeq_listed", "on": "2024-01-10", "amount": "1"}
        assert faults_of(case_of(payments=[paid, paid])) == [
            "payments[1]: this payment of '1.00' for neeq_listed on 2024-01-10 is written twice"
        ]
        others = [paid | {"on": "2024-01-11"}, paid | {"amount": "2"}, paid | {"policy": "other"}]
        assess(case_of(payments=[paid, *others]), ILLUSTRATIVE, as_of=END)

    def test_everything_at_once(self) -> None:
        """Faults of every kind come together, in the document's order."""
        case = case_of(
            "bse_accepted 2024-01-01 5",
            "neeq_listed 2024-02-01",
            "listed 2024-01-01",
            absent=["neeq_listed"],
        )
        assert [line.split(":")[0] for line in faults_of(case)] == [
            "events[0].amount",
            "events[0].on",
            "events[2].kind",
            "absent[0]",
        ]


class TestByTheirNames:
    """In Chinese an event and an award are called by their titles, as far as the policy has one."""

    def test_an_event(self) -> None:
        """NEEQ listing takes no amount."""
        (found,) = faults_of(case_of("neeq_listed 2024-01-01 500"), lang="zh")
        assert "新三板挂牌" in found
        assert "neeq_listed" not in found

    def test_an_event_that_the_policy_does_not_know(self) -> None:
        """It has no title, and is called as the case calls it."""
        found = faults_of(case_of("neeq_list 2024-01-01", absent=["neeq_list"]), lang="zh")
        assert [each.split(":")[0] for each in found] == [
            "events[0].kind",
            "absent[0]",
            "absent[0]",
        ]
        assert "neeq_list" in found[2]

    def test_an_award(self) -> None:
        """Paid twice on one day, and more returned than was paid."""
        title = ILLUSTRATIVE.award("neeq_listed").title.zh
        paid = {"award": "neeq_listed", "on": "2024-01-10", "amount": "1"}
        (twice,) = faults_of(case_of(payments=[paid, paid]), lang="zh")
        (returned,) = faults_of(case_of(payments=[paid | {"amount": "-1"}]), lang="zh")
        assert title in twice
        assert title in returned

    def test_an_award_of_another_document(self) -> None:
        """It has no title here, and is called by its id."""
        paid = {"award": "x", "on": "2024-01-10", "amount": "1", "policy": "another"}
        (twice,) = faults_of(case_of(payments=[paid, paid]), lang="zh")
        assert "x" in twice
        returned = paid | {"amount": "-1", "policy": None}
        assert len(faults_of(case_of(payments=[returned]), lang="zh")) == 2


class TestMisspelt:
    """A policy under which something was paid, and those under which payments count."""

    @pytest.mark.parametrize(
        ("under", "known", "meant"),
        [
            ("c1ty", ("city",), "city"),
            ("CITY", ("city",), "city"),
            ("city-2o23", ("city-2023",), "city-2023"),
            ("city-bse-2023", ("city-bse-2022", "county-2020"), ""),
            ("city-bse-202", ("city-bse-2022", "county-2020"), "city-bse-2022"),
            ("another", ("city",), ""),
            (None, ("city",), ""),
        ],
    )
    def test_what_was_meant(self, under: str | None, known: tuple[str, ...], meant: str) -> None:
        """Letters and digits that look alike, or a sign left out; another year is another year."""
        assert misspelt_policy(under, known) == meant


class TestAsOf:
    """The as-of date is a day."""

    @pytest.mark.parametrize(
        "as_of", [None, 2025, "soon", datetime(2025, 1, 1, 8, tzinfo=UTC), date(1800, 1, 1)]
    )
    def test_refused(self, as_of: Any) -> None:
        """Anything else is reported so."""
        with pytest.raises(InvalidCase) as caught:
            assess(case_of(), ILLUSTRATIVE, as_of=as_of)
        assert caught.value.faults[0].code == "as_of_not_a_day"


@pytest.mark.parametrize(
    ("unit", "limit", "stated", "said"),
    [
        ("percent", {}, "150%", ("150%", "100%")),
        ("number", {"at_most": "1000"}, "1001", ("1001", "1000")),
    ],
)
def test_a_figure_above_its_limit(
    unit: str, limit: dict[str, str], stated: str, said: tuple[str, str]
) -> None:
    """A share is given as a percentage, a number as a number."""
    figures = {"whole": {"zh": "占比", "en": "Share", "unit": unit, **limit}}
    with pytest.raises(InvalidCase) as refused:
        ask(policy(fixed("1"), figures=figures | {"invested": FIGURES["invested"]}),
            figures={"whole": stated})  # fmt: skip
    (found,) = refused.value.faults
    assert found.code == "figure_too_large"
    assert all(each in str(refused.value) for each in said)
