"""The made-up ledger under examples: each fault stands in it once, and nothing else is found."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from audit.kept import LEDGERS as OTHERS
from listing_rewards import load_policy, reconcile
from listing_rewards.audit.ledger import LedgerLine, Reconciliation
from listing_rewards.audit.ledger.finding import KINDS, PLACES
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.payment_ledger import read_payments

LEDGER = Path(__file__).parents[2] / "examples" / "ledger"
POLICY = load_policy(LEDGER / "policy.toml")
CASES = [row.case for row in read_rows(str(LEDGER / "cases.csv"), POLICY) if row.case]
LINES = [
    row.line for row in read_payments(str(LEDGER / "payments.csv"), POLICY) if row.line is not None
]

# Computed by hand: row of the ledger, kind, yuan, whether they are beyond what is due.
FOUND = {
    (6, "paid_twice", "500000.00", True),  # 50 万元 on 1 August, and again on 11 December
    (7, "above_standard", "100000.00", True),  # 60 instead of 50
    (8, "above_cap", "60000.00", True),  # 2% of 800 are 16, at most 10
    (10, "above_group_cap", "300000.00", True),  # 50 + 300 under 320
    (12, "earlier_award_not_deducted", "200000.00", True),  # up to 50, less 20
    (13, "not_eligible", "500000.00", True),  # not registered in the city
    (14, "outside_period", "500000.00", True),  # listed on 1 November 2022
    (16, "before_due", "2700000.00", True),  # 2024-01-10 to 2024-12-20 is no full year
    (17, "unknown_award", "200000.00", True),  # no award for listing abroad
    (18, "no_case", "100000.00", False),
    (19, "undecided", "500000.00", False),  # not stated whether registered in the city
    (20, "before_due", "500000.00", False),  # paid in January, listed in March
    (21, "shares_sum", "10000.00", False),  # 3 + 2 of 6
    (22, "shares_split", "10000.00", False),  # 4 + 2 instead of 3 + 3
    (24, "notice", "2700000.00", False),  # paid on 10 March 2025
    (25, "invalid_case", "500000.00", False),  # listed before it applied
    (27, "not_due_yet", "300000.00", False),  # the second half of 60, due on 10 September 2026
    (28, "exposed", "500000.00", False),  # moved out within five years
    (29, "misspelt_policy", "200000.00", False),  # shili-2O23
    (30, "name_and_code", "10000.00", False),  # the name of one, the code of another
    (0, "unpaid", "500000.00", False),  # listed on NEEQ and never paid
}
RETURNED = {"returned", "called_back", "return_unmatched"}
WENT = {
    "due_and_paid": "13120000.00",
    "not_due_yet": "300000.00",
    "paid_twice": "500000.00",
    "above_standard": "100000.00",
    "above_cap": "60000.00",
    "above_group_cap": "300000.00",
    "earlier_award_not_deducted": "200000.00",
    "not_eligible": "500000.00",
    "outside_period": "500000.00",
    "before_due": "2700000.00",
    "unknown_award": "200000.00",
    "undecided": "500000.00",
    "misspelt_policy": "200000.00",
    "name_and_code": "10000.00",
    "no_case": "100000.00",
    "invalid_case": "500000.00",
    "later": "200000.00",
    "elsewhere": "150000.00",
}


def found_in(lines: list[LedgerLine]) -> Reconciliation:
    """The lines checked against the cases of the example."""
    return reconcile(CASES, lines, POLICY, as_of=date(2025, 12, 31), others=["shili-2019"])


def test_exactly_what_was_planted() -> None:
    """Each fault once, with its row and its yuan, and nothing else."""
    found = found_in(LINES)
    told = Counter(
        (each.lines[0].row if each.lines else 0, each.kind, str(each.amount.at_most), each.beyond)
        for each in found.findings
    )
    assert told == Counter(FOUND)


def test_worst_first() -> None:
    """By row: beyond what is due, the larger first; then what cannot be decided; then the rest."""
    rows = [each.lines[0].row if each.lines else 0 for each in found_in(LINES).findings]
    assert rows == [
        *(16, 6, 13, 14, 10, 12, 17, 7, 8, 20, 27, 19, 29, 30, 18, 25, 21, 22, 0, 28, 24)
    ]


def test_each_kind_is_planted() -> None:
    """Every kind stands here or in a ledger as kept; paid too early stands here both ways.

    What two ledgers beside one another differ in is planted in `test_beside`.
    """
    kinds = Counter(kind for _, kind, _, _ in FOUND)
    beside = {"ledgers_differ", "only_here", "only_there"}
    found = set(kinds) | {kind for each in OTHERS.values() for kind, *_ in each.found}
    assert found == set(KINDS) - beside
    assert {kind for kind, times in kinds.items() if times > 1} == {"before_due"}


def test_the_totals_by_hand() -> None:
    """20.14 million yuan, and where they went; every place but those of other ledgers."""
    totals = found_in(LINES).totals
    assert {part.place: str(part.amount) for part in totals.parts} == WENT
    elsewhere = {"title_in_doubt", "unit_in_doubt", "unknown_policy", "unread"}
    assert set(WENT) == set(PLACES) - elsewhere - RETURNED
    assert totals.paid == sum(map(Decimal, WENT.values())) == Decimal("20140000.00")
    assert totals.beyond == Decimal("5060000.00")
    account = totals.account
    assert str(account.entitled.at_least) == "13920000.00"  # 13.12 and 0.3 paid, 0.5 not
    assert str(account.entitled.at_most) == "14420000.00"  # and 0.5 if registered in the city
    assert str(account.unpaid.at_least) == "500000.00"


def test_without_the_faults_nothing_is_found() -> None:
    """Each faulty line put right, each gap filled: no finding, and the same entitlement."""
    wrong = {row for row, *_ in FOUND}
    right = [line for line in LINES if line.row not in wrong]
    amended = {
        7: "50万元", 8: "10万元", 10: "270万元", 12: "30万元", 21: "6万元", 22: "6万元",
        27: "30万元",
    }  # fmt: skip
    for line in LINES:
        if line.row in amended:
            stated = {"amount": amended[line.row], "levels": {}}
            right.append(LedgerLine.model_validate(line.model_dump() | stated))
    early = next(line for line in LINES if line.row == 20)
    right.append(early.model_copy(update={"on": date(2024, 3, 18)}))
    reviewed = next(line for line in LINES if line.row == 24)
    right.append(reviewed.model_copy(update={"on": date(2025, 2, 14)}))
    never = {"name": "示例辰化工股份有限公司", "award": "neeq_listed", "on": "2024-08-01"}
    right.append(LedgerLine.model_validate(never | {"amount": "50万元"}))
    left_open = {"示例子电器股份有限公司", "示例午新材股份有限公司", "示例申材料股份有限公司"}
    cases = [each for each in CASES if each.enterprise.name not in left_open]
    found = reconcile(cases, right, POLICY, as_of=date(2025, 12, 31), others=["shili-2019"])
    assert found.findings == ()
    assert found.totals.beyond == 0
    assert str(found.totals.account.unpaid.at_least) == "300000.00"  # due in September 2026
    assert str(found.totals.account.unpaid.at_most) == "300000.00"
    assert str(found.totals.account.entitled.at_least) == "13420000.00"
