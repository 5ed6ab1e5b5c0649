"""What a ledger and the answers disagree on, each with the numbers it rests on. Frozen."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias, get_args

from listing_rewards.assessment import Check, Need
from listing_rewards.audit.ledger.line import LedgerLine, OtherLine
from listing_rewards.policy.source import Ground, Text
from listing_rewards.strict import Strict
from listing_rewards.values.money import Exact
from listing_rewards.values.range import Bounds

Beyond: TypeAlias = Literal[
    "paid_twice", "above_standard", "above_cap", "above_group_cap", "earlier_award_not_deducted",
    "not_eligible", "outside_period", "before_due", "unknown_award",
]  # fmt: skip
"""Why yuan were paid beyond what is due."""
Place: TypeAlias = Literal[
    "due_and_paid", "not_due_yet", Beyond, "undecided", "title_in_doubt", "unit_in_doubt",
    "unknown_policy", "misspelt_policy", "name_and_code", "no_case", "invalid_case", "unread",
    "later", "elsewhere", "returned", "called_back", "return_unmatched",
]  # fmt: skip
"""Where a yuan of the ledger went. What came back is below 0: ``returned`` on its own line, and
above 0 on the line of the payment that came back; ``called_back`` after an undertaking did not
hold, which leaves the payment where it is; ``return_unmatched`` where no payment is found."""
Kind: TypeAlias = Literal[
    Beyond, "not_due_yet", "double_benefit", "undecided", "title_in_doubt", "unit_in_doubt",
    "unknown_policy", "misspelt_policy", "name_and_code", "no_case", "invalid_case", "unread",
    "return_unmatched", "total_differs", "ledgers_differ", "only_here", "only_there",
    "shares_sum", "shares_split", "unpaid", "exposed", "notice",
]  # fmt: skip
"""What a finding is, worst first."""

BEYOND: tuple[Beyond, ...] = get_args(Beyond)
PLACES: tuple[Place, ...] = get_args(Place)
KINDS: tuple[Kind, ...] = get_args(Kind)


class Borne(Strict):
    """What one level of government bore of a payment."""

    level: str
    stated: Exact
    """Yuan, as the ledger states it."""
    expected: Exact | None = None
    """Yuan by the policy's shares; None where the policy shares the award in no way."""


class Earlier(Strict):
    """A payment before, for the same award."""

    on: date
    amount: Exact
    """Yuan."""
    row: int = 0
    """Its row in the ledger; 0 where only the case states it."""
    reference: str | None = None
    """The number of its voucher."""


class Finding(Strict):
    """One thing that is wrong, or cannot be decided. 一项发现."""

    kind: Kind
    """``before_due`` is beyond what is due where nothing is due yet, and a matter of time alone
    where it has become due since (`beyond` tells). ``not_due_yet`` is entitled, and due only after
    the as-of date."""
    beyond: bool = False
    """Whether its yuan were paid beyond what is due: only these add up to the excess."""
    enterprise: str
    """The name in the case; without a case, the name or code in the ledger."""
    uscc: str | None = None
    award: str | None = None
    """The award's id as the ledger gives it; None where it is about a common cap."""
    group: str | None = None
    """The common cap it is about."""
    lines: tuple[LedgerLine, ...] = ()
    """The lines of the ledger; none for what was not paid."""
    others: tuple[OtherLine, ...] = ()
    """The lines of another ledger that was laid beside this one."""
    amount: Bounds
    """Yuan it is about."""
    ground: Ground | None = None
    """The clause or assumption it rests on."""
    check: Check | None = None
    """The check that was not met."""
    standard: Bounds | None = None
    """Yuan that the rule gives for the award."""
    entitled: Bounds | None = None
    """Yuan that may be paid for it in all."""
    cap: Bounds | None = None
    """Yuan that the common cap allows."""
    paid_before: Exact | None = None
    """Yuan paid for the same award before this line."""
    set_off: Exact | None = None
    """Yuan paid for other awards that count for this one, or are to be deducted from it."""
    returned: Exact | None = None
    """Yuan that came back after an undertaking did not hold."""
    together: Exact | None = None
    """Yuan paid for this award and for others that count for it, this line included; `entitled`
    is then what all of them may get."""
    earlier: tuple[Earlier, ...] = ()
    """The payments before for the same award, of ``paid_twice``; of ``double_benefit`` and
    ``unknown_policy``, those for the same award under the policy asked."""
    other_award: str | None = None
    """The award that takes its place, or is to be deducted."""
    due_from: date | None = None
    """The day from which it is due, where that is known. None for a ``before_due`` that is beyond
    what is due: the test was made on its day and was not met, so that it is never due."""
    levels: tuple[Borne, ...] = ()
    """What levels of government bore: of ``shares_sum`` every level that the ledger states, of
    ``shares_split`` those that bore something else than their share."""
    in_doubt: Literal["due"] | None = None
    """Of ``undecided``: ``due`` where it is entitled, and only open whether it is due yet."""
    needs: tuple[Need, ...] = ()
    """The facts that would decide it."""
    notices: tuple[str, ...] = ()
    """The laws that asked for a review before paying."""
    repayment: str | None = None
    """The undertaking that did not hold, by its name in the policy."""
    happened_on: date | None = None
    """The day of the event against it."""
    nearest: str = ""
    """The known name, title or id, closest to the one that is not known; where the name is known
    and the code beside it is not, the code of that name."""
    code_of: str = ""
    """The enterprise whose code stands beside the name of another."""
    faults: tuple[Text, ...] = ()
    """What is wrong with the case, or with the line that cannot be read."""
    row: int = 0
    """The row of a total, of a line that cannot be read, or, of ``only_there``, in the other
    ledger; 0 for all others."""


NoteKind: TypeAlias = Literal[
    "same_payment", "not_in_ledger", "later", "elsewhere", "another_name", "former_name",
    "same_voucher", "nothing_paid", "returned", "called_back", "read_as_returned", "read_as_paid",
]  # fmt: skip


class Note(Strict):
    """What must be said about the ledger and is no finding."""

    kind: NoteKind
    """``same_payment``: the case states this payment too, counted once; ``not_in_ledger``: the
    case states it, the ledger does not; ``later``: after the as-of date; ``elsewhere``: under
    a policy that does not count here; ``another_name``: the code belongs to this name;
    ``former_name``: the enterprise's name of before;
    ``same_voucher``: an earlier line has its number too; ``nothing_paid``: its amount is 0;
    ``returned``: so much of the payment came back; ``called_back``: so much came back after an
    undertaking did not hold; ``read_as_returned``, ``read_as_paid``: what its remark says of money
    that came back, and how it was read."""
    enterprise: str
    award: str
    on: date
    amount: Exact
    row: int = 0
    """The ledger's row; 0 for a payment that only the case states."""
    name: str = ""
    """The policy it was paid under, the name beside the code in the ledger, the voucher, or the
    remark."""
    other_row: int = 0
    """The row of the other line with the same voucher, or of the payment that came back."""
