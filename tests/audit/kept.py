"""Ledgers as treasuries keep them: money that came back, other policies, totals, loose titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple

from listing_rewards import Case, load_policy, reconcile
from listing_rewards.audit.ledger import Reconciliation
from listing_rewards.files.reading.payment_ledger import read_payments

FOLDER = Path(__file__).parents[2] / "examples" / "ledger"
POLICY = load_policy(FOLDER / "policy.toml")
A, B = "示例甲公司", "示例乙公司"
HEADER = "企业名称,统一社会信用代码,奖励项目,支付日期,金额（元）,凭证号,备注"


class Ledger(NamedTuple):
    """A ledger with what is to be found: kind, yuan, row, and where its yuan went.

    Attributes:
        text: the lines of a CSV, the header first.
        found: each finding, by kind, yuan at the most and row.
        places: where the yuan went, net.
        facts: the events of each enterprise, beside its listing on NEEQ on 10 May 2023.
        others: the other policies that are given.
    """

    text: str
    found: tuple[tuple[str, str, int], ...]
    places: dict[str, str]
    facts: Mapping[str, Any] = MappingProxyType({})
    others: tuple[str, ...] = ()

    def reconciled(self) -> Reconciliation:
        """The ledger as read from its file, against the two enterprises."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "ledger.csv"
            path.write_text(self.text, encoding="utf-8")
            rows = read_payments(str(path), POLICY)
        return reconcile(
            list(self.cases()),
            [row.line for row in rows if row.line],
            POLICY,
            as_of=date(2025, 12, 31),
            others=self.others,
            unread=[row.unread for row in rows if row.unread],
            stated_totals=[row.total for row in rows if row.total],
        )

    def cases(self) -> Iterator[Case]:
        """The two enterprises."""
        listed = [{"kind": "neeq_listed", "on": "2023-05-10"}]
        for name, code in ((A, "91440800MA0000201R"), (B, "91440800MA0000202W")):
            yield Case.model_validate(
                {
                    "enterprise": {"name": name, "uscc": code},
                    "flags": {"local": True},
                    "events": self.facts.get(name, listed),
                }
            )


def lines(*stated: str, header: str = HEADER) -> str:
    """The text of a ledger."""
    return "\n".join([header, *stated]) + "\n"


_A = f"{A},91440800MA0000201R,新三板挂牌奖励"
_B = f"{B},91440800MA0000202W,新三板挂牌奖励"
_PAID_B = f"{_B},2023-07-05,500000,B1,"
_BOTH_PAID = {"due_and_paid": "1000000.00"}
_MOVED = [
    {"kind": "neeq_listed", "on": "2023-05-10"},
    {"kind": "moved_out", "on": "2025-06-20"},
]
_RAISED = {A: [{"kind": "financing", "on": "2023-09-01", "amount": "3000000.00"}], B: []}
_SHARED = "企业名称,奖励项目,支付日期,金额（元）,市级（元）,县级（元）,凭证号"
_FINANCING = f"{A},区域股权融资奖励"

LEDGERS: dict[str, Ledger] = {
    **{
        f"returned by the bank and paid again, written {written}": Ledger(
            lines(
                f"{_A},2023-07-05,500000,Z1,",
                f"{_A},2023-07-09,{written},Z1T,账号有误退回",
                f"{_A},2023-07-12,500000,Z2,重新支付",
                _PAID_B,
            ),
            (),
            _BOTH_PAID,
        )
        for written in ("-500000", "（500000）", "500000-", "红字500000", "－500000", "500000")
    },
    "paid again, with a remark that it came back before": Ledger(
        lines(
            f"{_A},2023-07-05,500000,Z1,",
            f"{_A},2023-07-09,-500000,Z1T,",
            f"{_A},2023-07-12,500000,Z2,退回后重新支付",
            _PAID_B,
        ),
        (),
        _BOTH_PAID,
    ),
    "a payment that should come back has not": Ledger(
        lines(
            f"{_A},2023-07-05,500000,Z1,", f"{_A},2023-08-05,500000,Z2,重复支付，应予追回", _PAID_B
        ),
        (("paid_twice", "500000.00", 3),),
        {"due_and_paid": "1000000.00", "paid_twice": "500000.00"},
    ),
    "paid twice and recovered": Ledger(
        lines(
            f"{_A},2023-07-05,500000,Z1,",
            f"{_A},2023-08-05,500000,Z2,",
            f"{_A},2024-03-01,-500000,Z9,追回重复支付",
            _PAID_B,
        ),
        (),
        _BOTH_PAID,
    ),
    "above the standard, and what was too much recovered in two parts": Ledger(
        lines(
            f"{_A},2023-07-05,600000,Z1,",
            f"{_A},2023-08-05,-40000,Z2,追回",
            f"{_A},2023-08-06,-60000,Z3,追回",
            _PAID_B,
        ),
        (),
        _BOTH_PAID,
    ),
    "returned by its voucher, not the latest": Ledger(
        lines(
            f"{_A},2023-07-05,500000,Z1,",
            f"{_A},2023-07-06,600000,Z2,",
            f"{_A},2023-07-09,-500000,Z1,红字",
            _PAID_B,
        ),
        (("above_standard", "100000.00", 3),),
        {"due_and_paid": "1000000.00", "above_standard": "100000.00"},
    ),
    "returned before anything was paid": Ledger(
        lines(f"{_A},2023-06-05,-500000,Z0,退回", f"{_A},2023-07-05,500000,Z1,", _PAID_B),
        (("return_unmatched", "500000.00", 2),),
        {"due_and_paid": "1000000.00", "return_unmatched": "-500000.00"},
    ),
    "more returned than paid": Ledger(
        lines(f"{_A},2023-07-05,500000,Z1,", f"{_A},2023-07-09,-500000.01,Z2,", _PAID_B),
        (("return_unmatched", "0.01", 3), ("unpaid", "500000.00", 0)),
        {"due_and_paid": "500000.00", "return_unmatched": "-0.01"},
    ),
    "called back after it moved out": Ledger(
        lines(f"{_A},2023-07-05,500000,Z1,", f"{_A},2025-09-01,-500000,Z2,追回", _PAID_B),
        (),
        {"due_and_paid": "1000000.00", "called_back": "-500000.00"},
        {A: _MOVED},
    ),
    "called back in part": Ledger(
        lines(f"{_A},2023-07-05,500000,Z1,", f"{_A},2025-09-01,-200000,Z2,追回", _PAID_B),
        (("exposed", "300000.00", 2),),
        {"due_and_paid": "1000000.00", "called_back": "-200000.00"},
        {A: _MOVED},
    ),
    "the same award under another policy": Ledger(
        lines(
            f"{_A},2023-07-05,500000,Z1,,",
            f"{_A},2023-12-05,500000,Z2,,shili-2019",
            f"{_PAID_B},",
            header=f"{HEADER},依据政策",
        ),
        (("double_benefit", "500000.00", 3),),
        {"due_and_paid": "1000000.00", "elsewhere": "500000.00"},
        others=("shili-2019",),
    ),
    "under a policy that nobody gave": Ledger(
        lines(
            f"{_A},2023-12-05,500000,Z2,,随便写的政策",
            f"{_PAID_B},",
            header=f"{HEADER},依据政策",
        ),
        (("unknown_policy", "500000.00", 2), ("unpaid", "500000.00", 0)),
        {"due_and_paid": "500000.00", "unknown_policy": "500000.00"},
    ),
    "each level paid its half": Ledger(
        lines(
            f"{_FINANCING},2023-11-05,30000,30000,0,Z1",
            f"{_FINANCING},2023-12-05,30000,0,30000,Z2",
            header=_SHARED,
        ),
        (),
        {"due_and_paid": "60000.00"},
        _RAISED,
    ),
    "one level has not paid yet": Ledger(
        lines(f"{_FINANCING},2023-11-05,30000,30000,0,Z1", header=_SHARED),
        (("unpaid", "30000.00", 0),),
        {"due_and_paid": "30000.00"},
        _RAISED,
    ),
    "one level paid all": Ledger(
        lines(
            f"{_FINANCING},2023-11-05,30000,30000,0,Z1",
            f"{_FINANCING},2023-12-05,30000,30000,0,Z2",
            header=_SHARED,
        ),
        (("shares_split", "30000.00", 2),),
        {"due_and_paid": "60000.00"},
        _RAISED,
    ),
    **{
        f"the title {title}": Ledger(
            lines(f"{A},91440800MA0000201R,{title},2023-07-05,500000,Z1,", _PAID_B),
            (("title_in_doubt", "500000.00", 2),),
            {"due_and_paid": "500000.00", "title_in_doubt": "500000.00"},
        )
        for title in ("新三板挂牌", "新三版挂牌奖励", "新三板挂牌补助", "挂牌奖励", "NEEQ list")
    },
    "no title that is close": Ledger(
        lines(f"{A},91440800MA0000201R,境外上市奖励,2023-07-05,500000,Z1,", _PAID_B),
        (("unknown_award", "500000.00", 2), ("unpaid", "500000.00", 0)),
        {"due_and_paid": "500000.00", "unknown_award": "500000.00"},
    ),
    **{
        f"an amount of {amount}": Ledger(
            lines(f"{_A},2023-07-05,{amount},Z1,", _PAID_B),
            (("unit_in_doubt", yuan, 2),),
            {"due_and_paid": "500000.00", "unit_in_doubt": yuan},
        )
        for amount, yuan in (("50", "50.00"), ("500000万元", "5000000000.00"))
    },
    "a line that cannot be read": Ledger(
        lines(f"{_A},去年,500000,Z1,", _PAID_B),
        (("unread", "500000.00", 2), ("undecided", "500000.00", 0)),
        {"due_and_paid": "500000.00", "unread": "500000.00"},
    ),
    "an amount that cannot be read": Ledger(
        lines(f"{_A},2023-07-05,五十来万,Z1,", _PAID_B),
        (("unread", "0.00", 2), ("undecided", "500000.00", 0)),
        {"due_and_paid": "500000.00"},
    ),
    "totals that are right": Ledger(
        lines(
            f"{_A},2023-07-05,600000,Z1,",
            f"{_A},2023-07-06,-100000,Z2,",
            "小计,,,,500000,,",
            _PAID_B,
            "合计,,,,1000000,,",
        ),
        (),
        _BOTH_PAID,
    ),
    "a total that is wrong": Ledger(
        lines(f"{_A},2023-07-05,500000,Z1,", _PAID_B, "合计,,,,1500000,,"),
        (("total_differs", "500000.00", 4),),
        _BOTH_PAID,
    ),
}
