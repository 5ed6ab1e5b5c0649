"""The staged reward on the way to NEEQ and the BSE. 分阶段给予奖励，最高900万元."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from listing_rewards.errors import InvalidAmount, fault
from listing_rewards.values.money import exact, read_yuan

CAP = Decimal("9000000.00")
NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage that was reached; all amounts in yuan.

    Attributes:
        name: the stage.
        nominal: what the schedule gives for it.
        entitled: what of that the cap leaves room for.
        paid: what was paid for it before.
        payable: what is still to be paid.
        overpaid: what was paid beyond `entitled`.
    """

    name: str
    nominal: Decimal
    entitled: Decimal
    paid: Decimal
    payable: Decimal
    overpaid: Decimal


@dataclass(frozen=True, slots=True)
class StagedReward:
    """The stages in order, and their totals in yuan.

    Attributes:
        stages: every stage that was reached.
        entitled: the total the enterprise is entitled to, at most the cap.
        paid: the total paid before.
        payable: the total still to be paid.
        overpaid: the total paid beyond what the stages are entitled to.
    """

    stages: tuple[Stage, ...]
    entitled: Decimal
    paid: Decimal
    payable: Decimal
    overpaid: Decimal


@exact
def staged_reward(
    reached: Mapping[str, Decimal | int | str],
    *,
    paid: Mapping[str, Decimal | int | str] | None = None,
    cap: Decimal | int | str = CAP,
) -> StagedReward:
    """Pay the stages reached, in order, each up to the room left under the cap.

    Task 9 of the task table: 按“新三板”挂牌、北交所上市进程分阶段…给予奖励，最高奖励金额900万元.
    The source gives the cap; the amount of each stage is yours to supply.

    Args:
        reached: yuan for each stage that was reached, in the order of the stages.
        paid: yuan already paid for a stage, by the same names; it counts against the cap.
        cap: yuan for all stages together, 9,000,000 by the source.

    Raises:
        InvalidAmount: for a float, a negative amount, more than two decimals, or a payment for a
            stage that is not among those reached; or for stages that are no mapping.

    >>> from listing_rewards import staged_reward
    >>> reward = staged_reward({"listed": "600万元", "moved": "600万元"}, paid={"listed": 6000000})
    >>> reward.payable, [str(stage.entitled) for stage in reward.stages]
    (Decimal('3000000.00'), ['6000000.00', '3000000.00'])
    """
    for given in (reached, {} if paid is None else paid):
        if not isinstance(given, Mapping):
            raise InvalidAmount(fault("not_stages", given))
    before = {name: read_yuan(amount) for name, amount in (paid or {}).items()}
    for name in before:
        if name not in reached:
            raise InvalidAmount(fault("stage_not_reached", name, path="paid", accepted=reached))
    nominal = {name: read_yuan(amount) for name, amount in reached.items()}
    already = [before.get(name, NOTHING) for name in nominal]
    room = most = read_yuan(cap)
    left = max(most - sum(already), NOTHING)
    stages: list[Stage] = []
    for (name, amount), earlier in zip(nominal.items(), already, strict=True):
        entitled = min(amount, room)
        room = max(room - amount, NOTHING)
        owed = max(entitled - earlier, NOTHING)
        payable = min(owed, left)
        left = max(left - owed, NOTHING)
        overpaid = max(earlier - entitled, NOTHING)
        stages.append(Stage(name, amount, entitled, earlier, payable, overpaid))
    return StagedReward(
        tuple(stages),
        entitled=sum((stage.entitled for stage in stages), NOTHING),
        paid=sum(already, NOTHING),
        payable=sum((stage.payable for stage in stages), NOTHING),
        overpaid=sum((stage.overpaid for stage in stages), NOTHING),
    )
