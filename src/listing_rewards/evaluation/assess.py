"""The order of the rules, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Check,
    GroupTotal,
    Need,
    Status,
    Step,
)
from listing_rewards.bounds import Bounds, exactly, total
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, InvalidPolicy, fault
from listing_rewards.evaluation.amounts import amount_steps
from listing_rewards.evaluation.checks import checks_of, truth_of
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.telling import (
    assumptions_of,
    merged_assumptions,
    merged_needs,
    needs_of,
    notices_of,
    raised,
    remarks_of,
)
from listing_rewards.money import ZERO, exact
from listing_rewards.periods import read_day
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Award, Policy
from listing_rewards.policy.source import Ground
from listing_rewards.rules.caps import Settled, Settlement, settle
from listing_rewards.rules.conditions import Truth, granted_when
from listing_rewards.version import __version__


@exact
def assess(case: Case, policy: Policy, *, as_of: date) -> Assessment:
    """What is payable to the enterprise of `case` under `policy` on the day `as_of`, and why?

    Args:
        case: what happened, as stated.
        policy: what the document grants, from `load_policy`.
        as_of: the day asked for. Events and payments dated later do not count yet, and the answer
            says so; those dated on it count.

    Raises:
        InvalidCase: the case states what the policy does not declare, or what cannot have
            happened (an acceptance before the listing it needs, a payment written twice); every
            fault at once, with path and nearest name.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2023-09-15"}],
    ... })
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2024, 1, 1))
    >>> answer.payable, answer.payable_at_most      # the source gives no amount for the stage
    (Decimal('0.00'), Decimal('9000000.00'))
    """
    day = _day(as_of)
    _refuse(case, policy)
    facts = Facts(case, policy, day)
    earned = [_earned(award, policy, facts) for award in policy.awards]
    lines: dict[str, AwardLine] = {}
    groups: list[GroupTotal] = []
    totals: list[Settlement] = []
    for members, name in _together(earned, policy):
        group = policy.groups[name] if name else None
        settlement = settle(
            group.cap if group else None,
            [each.granted for each in members],
            [each.paid for each in members],
        )
        lines |= {line.award: line for line in _lines(members, settlement, policy, facts)}
        totals.append(settlement)
        if name and group:
            groups.append(_group_total(name, policy, members, settlement))
    ordered = tuple(lines[award.id] for award in policy.awards)
    payable = total(each.payable for each in totals)
    return Assessment.model_construct(
        payable=payable.at_least,
        payable_at_most=payable.at_most,
        determined=payable.determined,
        entitled=total(each.entitled for each in totals),
        paid=sum((line.paid for line in ordered), ZERO),
        overpaid=total(each.overpaid for each in totals),
        as_of=day,
        version=__version__,
        lines=ordered,
        groups=tuple(groups),
        needs=merged_needs(ordered),
        notices=tuple(raised(policy, ordered)),
        assumptions=merged_assumptions(ordered),
        remarks=tuple(remarks_of(policy, facts, ordered)),
        case=case,
        policy=policy,
    )


class _Earned(NamedTuple):
    """An award after its conditions, before caps and payments."""

    award: Award
    checks: tuple[Check, ...]
    truth: Truth
    steps: tuple[Step, ...]
    nominal: Bounds
    granted: Bounds
    paid: Decimal


def _refuse(case: Case, policy: Policy) -> None:
    """Refuse what is no case or policy, and a case that does not fit the policy."""
    if not isinstance(case, Case):
        raise InvalidCase(fault("not_a_case", type(case).__name__))
    if not isinstance(policy, Policy):
        raise InvalidPolicy(fault("not_a_policy", policy))
    if faults := faults_against(case, policy):
        raise InvalidCase(*faults)


def _day(as_of: date) -> date:
    try:
        return read_day(as_of)
    except InvalidCase:
        raise InvalidCase(fault("as_of_not_a_day", repr(as_of))) from None


def _earned(award: Award, policy: Policy, facts: Facts) -> _Earned:
    checks = tuple(checks_of(award, policy, facts))
    truth = truth_of(checks)
    steps = amount_steps(award, policy, facts)
    nominal = steps[-1].result
    granted = granted_when(truth, nominal)
    steps.append(Step(op="when", of=(len(steps) - 1,), truth=truth, result=granted))
    return _Earned(award, checks, truth, tuple(steps), nominal, granted, facts.paid(award.id))


def _together(earned: list[_Earned], policy: Policy) -> Iterator[tuple[list[_Earned], str | None]]:
    """The awards that share a cap, in the policy's order; then each of the others alone."""
    for name in policy.groups:
        yield [each for each in earned if each.award.group == name], name
    yield from (([each], None) for each in earned if each.award.group is None)


def _lines(
    members: list[_Earned], settlement: Settlement, policy: Policy, facts: Facts
) -> Iterator[AwardLine]:
    """The lines of a group; one that only the earlier awards leave open has their needs."""
    earlier: tuple[Need, ...] = ()
    for each, part in zip(members, settlement.parts, strict=True):
        line = _line(each, part, policy, facts, earlier)
        earlier = (*earlier, *line.needs)
        yield line


def _line(
    earned: _Earned, part: Settled, policy: Policy, facts: Facts, earlier: tuple[Need, ...]
) -> AwardLine:
    award = earned.award
    ground = policy.grounds[f"groups.{award.group}"] if award.group else None
    steps = _settling_steps(earned, part, ground)
    settled = part.entitled.determined and part.payable.determined
    refused = earned.truth is Truth.NOT_MET
    return AwardLine(
        award=award.id,
        status=_status(earned, part, settled=settled),
        truth=earned.truth,
        nominal=earned.nominal,
        entitled=part.entitled,
        paid=earned.paid,
        payable=part.payable,
        overpaid=part.overpaid,
        checks=earned.checks,
        steps=steps,
        needs=() if settled else _needs(earned, policy, facts, earlier),
        assumptions=tuple(assumptions_of(earned.checks, () if refused else steps, policy)),
        notices=tuple(notices_of(award, policy, facts, granted=not earned.granted.nothing)),
    )


def _needs(
    earned: _Earned, policy: Policy, facts: Facts, earlier: tuple[Need, ...]
) -> tuple[Need, ...]:
    own = tuple(needs_of(earned.award, earned.checks, policy, facts))
    return own or tuple(
        need.model_copy(update={"awards": (earned.award.id,)}) for need in dict.fromkeys(earlier)
    )


def _settling_steps(earned: _Earned, part: Settled, ground: Ground | None) -> tuple[Step, ...]:
    """The steps of the award itself, then the common cap and the payments where they apply."""
    steps = list(earned.steps)

    def then(op: Literal["room", "less_paid", "room_left"], value: Bounds, result: Bounds) -> None:
        of = (len(steps) - 1,)
        why = None if op == "less_paid" else ground
        steps.append(Step(op=op, of=of, value=value, result=result, ground=why))

    if ground and not earned.granted.nothing:
        then("room", part.room, part.entitled)
    if earned.paid:
        then("less_paid", exactly(earned.paid), part.owed)
    if part.payable != part.owed:
        then("room_left", part.room_after_payments, part.payable)
    return tuple(steps)


def _status(earned: _Earned, part: Settled, *, settled: bool) -> Status:
    if earned.truth is Truth.NOT_MET:
        return "not_reached" if earned.checks[0].truth is Truth.NOT_MET else "refused"
    if not settled:
        return "open"
    if part.entitled.nothing and (earned.truth is Truth.UNKNOWN or not earned.granted.nothing):
        return "no_room"
    return "granted"


def _group_total(
    name: str, policy: Policy, members: list[_Earned], settlement: Settlement
) -> GroupTotal:
    return GroupTotal(
        group=name,
        cap=policy.groups[name].cap,
        entitled=settlement.entitled,
        paid=sum((each.paid for each in members), ZERO),
        payable=settlement.payable,
        overpaid=settlement.overpaid,
        ground=policy.grounds[f"groups.{name}"],
    )
