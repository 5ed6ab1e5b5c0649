"""The law of a ledger: exactly the planted faults are found, none where none is planted.

Each ledger is drawn from a seed: enterprises of several kinds, each paid what it is due, in one sum
or in parts, some of it returned by the bank and paid again; then faults, each on an enterprise of
its own. A third of the ledgers are of the city alone, which bears half of what is raised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import Workbook

from audit.test_kept import adds_up
from listing_rewards import Case, load_policy, reconcile
from listing_rewards.audit.ledger import Reconciliation
from listing_rewards.files.reading.payment_ledger import read_payments

POLICY = load_policy(Path(__file__).parents[2] / "examples" / "ledger" / "policy.toml")
HEADER = "企业名称,奖励项目,支付日期,金额（元）,市级（元）,县级（元）,依据政策,凭证号,备注"
NEEQ, REFORM, TUTORING, BSE, FINANCING = (
    *("新三板挂牌奖励", "股改奖励", "辅导备案奖励"),
    *("北交所上市奖励", "区域股权融资奖励"),
)
Found = Counter[tuple[str, str, str]]
Events = list[dict[str, Any]]


class Draft:
    """A ledger being drawn, with the findings that it must have."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.cases: list[Case] = []
        self.lines: list[str] = []
        self.found: Found = Counter()
        self.total = 0
        self.merged: list[int] = []
        self.level = self.chance.choice([None, None, "city"])

    def enterprise(self, events: Events, *, local: bool = True) -> str:
        """A new enterprise with these events."""
        name = f"示例第{len(self.cases) + 1}号公司"
        self.cases.append(
            Case.model_validate(
                {"enterprise": {"name": name}, "events": events, "flags": {"local": local}}
            )
        )
        return name

    def pay(self, name: str, award: str, on: date, amount: int, **rest: str) -> None:
        """A line of the ledger."""
        voucher = f"示例-{len(self.lines) + 1:04}"
        stated = str(amount)
        if amount < 0:
            stated = self.chance.choice([f"{amount}", f"（{-amount}）", f"红字{-amount}"])
        cells = [name, award, str(on), rest.get("stated", stated), rest.get("city", "")]
        cells += [rest.get("county", ""), rest.get("policy", ""), voucher, rest.get("remark", "")]
        self.lines.append(",".join(cells))
        self.total += amount

    def expect(self, kind: str, name: str, amount: int) -> None:
        """A finding that must be there."""
        self.found[kind, name, f"{amount}.00"] += 1

    def duly(self, name: str, award: str, on: date, amount: int) -> None:
        """Paid as it should be: at once, in parts, or returned and paid again."""
        how = self.chance.randrange(4)
        if how == 1:
            self.pay(name, award, on, amount)
            self.pay(name, award, on + timedelta(3), -amount, remark="账号有误退回")
            on += timedelta(6)
        if how == 2:
            self.pay(name, award, on, amount // 4)
            self.pay(name, award, on + timedelta(1), amount - amount // 4)
        else:
            self.pay(name, award, on, amount)

    def day(self) -> date:
        """A day on which something happens."""
        return date(2023, 1, 10) + timedelta(self.chance.randrange(300))

    def clean(self) -> None:
        """One more enterprise that was paid what it is due."""
        day, kind = self.day(), self.chance.randrange(4)
        paid = day + timedelta(self.chance.randrange(1, 60))
        if kind == 0:
            self.duly(self.enterprise([event("neeq_listed", day)]), NEEQ, paid, 500_000)
        elif kind == 1:
            name = self.enterprise(
                [event("share_reform", day), event("tutoring_filed", day + timedelta(90))]
            )
            self.duly(name, REFORM, paid, 200_000)
            self.duly(name, TUTORING, paid + timedelta(90), 300_000)
        elif kind == 2:
            name = self.enterprise([event("financing", day, "3000000.00")])
            if self.level:
                self.duly(name, FINANCING, paid, 30_000)
            elif self.chance.randrange(2):
                self.pay(name, FINANCING, paid, 60_000, city="30000", county="30000")
            else:
                self.pay(name, FINANCING, paid, 30_000, city="30000", county="0")
                self.pay(name, FINANCING, paid + timedelta(9), 30_000, city="0", county="30000")
        else:
            name = self.enterprise(
                [
                    event("neeq_listed", day),
                    event("bse_applied", day + timedelta(370)),
                    event("bse_listed", day + timedelta(400)),
                ]
            )
            self.duly(name, NEEQ, paid, 500_000)
            self.duly(name, BSE, day + timedelta(402), 2_700_000)

    def listed(self) -> str:
        """A new enterprise that is due 500,000 for NEEQ since January 2023."""
        return self.enterprise([event("neeq_listed", date(2023, 1, 9))])

    def reconciled(self, folder: Path) -> Reconciliation:
        """The ledger as read from a file, its lines in the order in which they were drawn."""
        rows = read_payments(str(self.written(folder)), POLICY)
        return reconcile(
            self.cases,
            [row.line for row in rows if row.line],
            POLICY,
            as_of=date(2025, 12, 31),
            others=["shili-2019"],
            unread=[row.unread for row in rows if row.unread],
            stated_totals=[row.total for row in rows if row.total],
            level=self.level,
        )

    def written(self, folder: Path) -> Path:
        """The ledger as CSV, or as a workbook where amounts are merged with those below."""
        lines = [HEADER, *self.lines, f"合计,,,{self.total},,,,,"]
        if not self.merged:
            path = folder / "ledger.csv"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
            return path
        book = Workbook()
        sheet = book.worksheets[0]
        for line in lines:
            sheet.append([cell or None for cell in line.split(",")])
        for row in self.merged:
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=4, end_column=4)
        path = folder / "ledger.xlsx"
        book.save(path)
        return path


def event(kind: str, on: date, amount: str | None = None) -> dict[str, Any]:
    """An event of a case."""
    return {"kind": kind, "on": str(on)} | ({} if amount is None else {"amount": amount})


def paid_twice(draft: Draft) -> None:
    """Paid again in full."""
    name = draft.listed()
    for _ in range(2):
        draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.expect("paid_twice", name, 500_000)


def above_standard(draft: Draft) -> None:
    """More than the rule gives, of which some came back."""
    name, more = draft.listed(), draft.chance.randrange(2, 100_000)
    day = draft.day()
    draft.pay(name, NEEQ, day, 500_000 + more)
    draft.pay(name, NEEQ, day + timedelta(9), -1, remark="追回")
    draft.expect("above_standard", name, more - 1)


def not_eligible(draft: Draft) -> None:
    """Not registered in the city."""
    name = draft.enterprise([event("neeq_listed", date(2023, 1, 9))], local=False)
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.expect("not_eligible", name, 500_000)


def unpaid(draft: Draft) -> None:
    """Never paid, or returned and not paid again."""
    name = draft.listed()
    if draft.chance.randrange(2):
        day = draft.day()
        draft.pay(name, NEEQ, day, 500_000)
        draft.pay(name, NEEQ, day + timedelta(2), -500_000, remark="退票")
    draft.expect("unpaid", name, 500_000)


def no_case(draft: Draft) -> None:
    """To somebody whom the cases do not have."""
    draft.pay("陌生企业有限公司", NEEQ, draft.day(), 70_000)
    draft.expect("no_case", "陌生企业有限公司", 70_000)


def unknown_policy(draft: Draft) -> None:
    """Under an id that nobody gave; the award itself was paid under the policy."""
    name = draft.listed()
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.pay(name, NEEQ, draft.day(), 400_000, policy="随便写的政策")
    draft.expect("unknown_policy", name, 400_000)
    draft.expect("double_benefit", name, 400_000)


def double_benefit(draft: Draft) -> None:
    """Under another policy that was given."""
    name = draft.listed()
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.pay(name, NEEQ, draft.day(), 400_000, policy="shili-2019")
    draft.expect("double_benefit", name, 400_000)


def title_in_doubt(draft: Draft) -> None:
    """One word of the title is off."""
    name = draft.listed()
    title = draft.chance.choice(["新三板挂牌", "新三版挂牌奖励", "新三板挂牌奖金"])
    draft.pay(name, title, draft.day(), 500_000)
    draft.expect("title_in_doubt", name, 500_000)


def unit_in_doubt(draft: Draft) -> None:
    """万元 for 元."""
    name = draft.listed()
    draft.pay(name, NEEQ, draft.day(), 50)
    draft.expect("unit_in_doubt", name, 50)


def unread(draft: Draft) -> None:
    """A day that is none: the amount counts as unread, and the enterprise is undecided."""
    name = draft.listed()
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.lines[-1] = draft.lines[-1].replace(draft.lines[-1].split(",")[2], "年底")
    draft.expect("unread", name, 500_000)
    draft.expect("undecided", name, 500_000)


def return_unmatched(draft: Draft) -> None:
    """Money that comes back and was never paid."""
    name = draft.listed()
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.pay(name, REFORM, draft.day(), -200_000, remark="退回")
    draft.expect("return_unmatched", name, 200_000)


def total_differs(draft: Draft) -> None:
    """The ledger's total counts a line that was taken out."""
    draft.total += 123_456
    draft.expect("total_differs", "", 123_456)


def shares_split(draft: Draft) -> None:
    """One level bore all of it; in the ledger of that level alone, it is above its share."""
    name = draft.enterprise([event("financing", date(2023, 1, 9), "3000000.00")])
    draft.pay(name, FINANCING, draft.day(), 60_000, city="60000", county="0")
    draft.expect("above_standard" if draft.level else "shares_split", name, 30_000)


def share_unpaid(draft: Draft) -> None:
    """10,000 of the 60,000, or of the 30,000 that the city bears."""
    name = draft.enterprise([event("financing", date(2023, 1, 9), "3000000.00")])
    draft.pay(name, FINANCING, draft.day(), 10_000)
    draft.expect("unpaid", name, 20_000 if draft.level else 50_000)


def entered_twice(draft: Draft) -> None:
    """The same line with the same voucher, again."""
    name = draft.listed()
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.lines.append(draft.lines[-1])
    draft.total += 500_000
    draft.expect("paid_twice", name, 500_000)


def merged_amount(draft: Draft) -> None:
    """One cell with the amounts of two enterprises: both are undecided, the amount is unread."""
    names = draft.listed(), draft.listed()
    draft.merged.append(len(draft.lines) + 2)
    for name, amount in zip(names, (1_000_000, 0), strict=True):
        draft.pay(name, NEEQ, draft.day(), amount, stated=str(amount or ""))
        draft.expect("unread", name, amount)
        draft.expect("undecided", name, 500_000)


def exposed(draft: Draft) -> None:
    """Moved out, and only part of it came back."""
    name = draft.enterprise(
        [event("neeq_listed", date(2023, 1, 9)), event("moved_out", date(2024, 5, 6))]
    )
    draft.pay(name, NEEQ, draft.day(), 500_000)
    draft.pay(name, NEEQ, date(2024, 8, 1), -100_000, remark="追回")
    draft.expect("exposed", name, 400_000)


FAULTS: tuple[Callable[[Draft], None], ...] = (
    *(paid_twice, above_standard, not_eligible, unpaid, no_case, unknown_policy, double_benefit),
    *(title_in_doubt, unit_in_doubt, unread, return_unmatched, total_differs, shares_split),
    *(exposed, share_unpaid, entered_twice, merged_amount),
)


@pytest.mark.parametrize("seed", range(100))
def test_exactly_the_planted(seed: int, tmp_path: Path) -> None:
    """Each ledger clean first: none; then with faults planted: these, and none besides."""
    draft = Draft(seed)
    for _ in range(draft.chance.randrange(1, 8)):
        draft.clean()
    found = draft.reconciled(tmp_path)
    assert found.findings == ()
    adds_up(found)
    for plant in draft.chance.sample(FAULTS, draft.chance.randrange(1, 6)):
        plant(draft)
        if draft.chance.randrange(3) == 0:
            draft.clean()
    found = draft.reconciled(tmp_path)
    told = Counter(
        (each.kind, each.enterprise, str(each.amount.at_most)) for each in found.findings
    )
    assert told == draft.found
    adds_up(found)
