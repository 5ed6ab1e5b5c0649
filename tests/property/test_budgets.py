"""额度用完即止、按比例兑付、顺延: what falls to each, by every order and every amount."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, Policy, assess
from listing_rewards.engines.exact.allotments import with_allotments

BUDGETS = {2024: 80, 2025: 100}
DAYS = (date(2024, 3, 1), date(2024, 6, 1), date(2025, 2, 1))
AS_OF = (date(2024, 12, 31), date(2025, 12, 31), date(2026, 12, 31))


class Applicant(NamedTuple):
    """One of a table: what it claims, and when; None where that is not stated."""

    amount: int | None
    on: date | None


APPLICANTS = st.builds(
    Applicant, st.sampled_from([None, 20, 40, 60, 60]), st.sampled_from([None, *DAYS, *DAYS])
)
TABLES = st.lists(APPLICANTS, min_size=1, max_size=3)
USED_UP = st.sampled_from(["nothing", "in_proportion", "next_year"])


def policy(used_up: str) -> Policy:
    """What is claimed, out of 80 yuan in 2024 and 100 in 2025."""
    years = [{"year": year, "amount": f"{amount}元"} for year, amount in BUDGETS.items()]
    return Policy.model_validate(
        {
            "id": "p",
            "document": {"title": "t", "issuer": "i"},
            "in_force": {"first": "2024-01-01", "clause": "c"},
            "clauses": {"c": {"item": "1", "text": "t", "document": "p"}},
            "events": {"listed": {"zh": "上市", "en": "Listed"}},
            "figures": {"claimed": {"zh": "费用", "en": "Costs"}},
            "budgets": {
                "b": {
                    "title": "b", "awards": ["a"], "years": years, "counted_on": "application",
                    "used_up": used_up, "clause": "c",
                }
            },
            "awards": [
                {
                    "id": "a", "title": "a", "clause": "c", "earned_by": "listed",
                    "amount": {"rate": "100%", "of": "claimed", "cap": "60元", "clause": "c"},
                }
            ],
        }
    )  # fmt: skip


def case(number: int, applicant: Applicant) -> Case:
    """The case of one of them."""
    stated: dict[str, Any] = {
        "enterprise": {"name": f"示例{number}公司"},
        "events": [{"kind": "listed", "on": "2024-01-15"}],
    }
    if applicant.amount is not None:
        stated["figures"] = {"claimed": str(applicant.amount)}
    if applicant.on is not None:
        stated["applied"] = {"a": applicant.on}
    return Case.model_validate(stated)


def paid_out(order: list[tuple[int, int, date]], used_up: str, as_of: date) -> dict[int, int]:
    """What each gets by the as-of date, in whole yuan, paying the claims one after the other.

    Every year's money is counted out in the order of the claims; it is never more than there is.
    """
    owed = {number: amount for number, amount, _ in order}
    given = dict.fromkeys(owed, 0)
    for year in range(2024, as_of.year + 1):
        money = BUDGETS.get(year, 0)
        own = [number for number, _, on in order if on.year == year]
        carried = [number for number, _, on in order if on.year < year]
        if used_up == "in_proportion":
            total = sum(owed[each] for each in own)
            for each in own:
                given[each] = (
                    owed[each] * min(money, total) // max(total, 1) if total > money else owed[each]
                )
            continue
        for each in [*(carried if used_up == "next_year" else []), *own]:
            part = min(owed[each] - given[each], money)
            given[each] += part
            money -= part
    return given


@given(TABLES, USED_UP, st.sampled_from(AS_OF))
def test_what_falls_to_each(table: list[Applicant], used_up: str, as_of: date) -> None:
    """It holds whatever is not stated, whoever comes first of one day; what is settled is exact."""
    rules = policy(used_up)
    cases = [case(number, each) for number, each in enumerate(table)]
    found = [
        assess(each, rules, as_of=as_of) for each in with_allotments(cases, rules, as_of=as_of)
    ]
    for amounts in product(
        *[[each.amount] if each.amount is not None else [0, 30, 60] for each in table]
    ):
        for days in product(
            *[[each.on] if each.on else [d for d in DAYS if d <= as_of] for each in table]
        ):
            made = [
                (number, amount, on)
                for number, (amount, on) in enumerate(zip(amounts, days, strict=True))
                if on <= as_of
            ]
            for mixed in permutations(made):
                order = sorted(mixed, key=lambda claim: claim[2])
                for number, given_to_it in paid_out(order, used_up, as_of).items():
                    answer = found[number]
                    assert answer.payable <= given_to_it
                    if used_up == "in_proportion" and answer.determined:
                        assert answer.payable_at_most is not None
                        assert given_to_it <= answer.payable_at_most < given_to_it + 1
                    elif answer.payable_at_most is not None:
                        assert given_to_it <= answer.payable_at_most


@given(TABLES, USED_UP, st.sampled_from(AS_OF))
def test_no_more_than_there_is(table: list[Applicant], used_up: str, as_of: date) -> None:
    """What falls to all of them together for certain stays within the budgets of the years."""
    rules = policy(used_up)
    cases = [case(number, each) for number, each in enumerate(table)]
    found = with_allotments(cases, rules, as_of=as_of)
    certain = sum(assess(each, rules, as_of=as_of).payable for each in found)
    assert certain <= sum(amount for year, amount in BUDGETS.items() if year <= as_of.year)
