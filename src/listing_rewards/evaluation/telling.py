"""What an answer must tell besides its amounts: needs, assumptions, notices, remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from listing_rewards.assessment import (
    Assumption,
    AwardLine,
    Check,
    FlagCheck,
    Need,
    ReachedCheck,
    Remark,
    SeasoningCheck,
    Step,
)
from listing_rewards.evaluation.amounts import events_in_force
from listing_rewards.evaluation.facts import Facts
from listing_rewards.policy.amounts import RateAmount, UnknownAmount
from listing_rewards.policy.conditions import SeasoningCondition
from listing_rewards.policy.model import Award, Notice, Policy
from listing_rewards.rules.conditions import Truth


def needs_of(award: Award, checks: Iterable[Check], policy: Policy, facts: Facts) -> Iterator[Need]:
    """The facts that would settle an award whose amount is not determined."""
    bears_on = (award.id,)
    for check in checks:
        if check.truth is Truth.UNKNOWN:
            yield from _needs_of_check(check, bears_on, policy, facts)
    if isinstance(award.amount, UnknownAmount):
        yield Need(kind="award_amount", name=award.id, awards=bears_on)
    if isinstance(award.amount, RateAmount):
        if facts.happened(award.amount.of) is Truth.UNKNOWN:
            yield Need(kind="event", name=award.amount.of, awards=bears_on)
        for event in events_in_force(award.amount.of, policy, facts):
            if event.amount is None:
                yield Need(kind="event_amount", name=event.kind, on=event.on, awards=bears_on)


def _needs_of_check(
    check: Check, bears_on: tuple[str, ...], policy: Policy, facts: Facts
) -> Iterator[Need]:
    if isinstance(check, ReachedCheck):
        yield Need(kind="event", name=check.event, awards=bears_on)
    elif isinstance(check, FlagCheck):
        yield Need(kind="flag", name=check.flag, awards=bears_on)
    elif isinstance(check, SeasoningCheck):
        condition = policy.conditions[check.condition]
        if isinstance(condition, SeasoningCondition):
            yield from _needs_of_seasoning(condition, bears_on, facts)


def _needs_of_seasoning(
    condition: SeasoningCondition, bears_on: tuple[str, ...], facts: Facts
) -> Iterator[Need]:
    for kind in (condition.seasoning, condition.restarted_by):
        if kind and facts.happened(kind) is Truth.UNKNOWN:
            yield Need(kind="event", name=kind, awards=bears_on)
    if facts.test_event(condition.tested_on) is Truth.UNKNOWN:
        kinds = condition.tested_on
        first = next(kind for kind in kinds if facts.happened(kind) is Truth.UNKNOWN)
        others = tuple(kind for kind in kinds if kind != first and facts.silent(kind))
        yield Need(kind="event", name=first, or_else=others, awards=bears_on)


def assumptions_of(
    checks: Iterable[Check], steps: Sequence[Step], policy: Policy
) -> Iterator[Assumption]:
    """The assumed numbers and readings that an award's answer rests on."""
    used = [check.ground for check in checks]
    used += [step.ground for step in steps if step.ground and not step.needed_no_rounding(steps)]
    for where in dict.fromkeys(ground.assumed for ground in used if ground.assumed):
        yield Assumption(where=where, reason=policy.assumptions[where])


def notices_of(award: Award, policy: Policy, facts: Facts, *, granted: bool) -> Iterator[str]:
    """The notices that bear on an award: its event or a payment falls on or after their day."""
    days = [event.on for event in events_in_force(award.earned_by, policy, facts)]
    if facts.happened(award.earned_by) is Truth.UNKNOWN:
        days = [facts.as_of]
    paid_on = [payment.on for payment in facts.payments.get(award.id, ())]
    for notice in policy.notices:
        if award.id in notice.awards:
            earned_since = granted and any(day >= notice.since for day in days)
            if earned_since or any(day >= notice.since for day in paid_on):
                yield notice.id


def raised(policy: Policy, lines: Iterable[AwardLine]) -> Iterator[Notice]:
    """Each notice that a line raises, narrowed to the awards it bears on here."""
    for notice in policy.notices:
        awards = tuple(line.award for line in lines if notice.id in line.notices)
        if awards:
            yield notice.model_copy(update={"awards": awards})


def merged_assumptions(lines: Iterable[AwardLine]) -> tuple[Assumption, ...]:
    """Each assumption once, in the order in which the lines use them."""
    merged = {each.where: each for line in lines for each in line.assumptions}
    return tuple(merged.values())


def merged_needs(lines: Iterable[AwardLine]) -> tuple[Need, ...]:
    """Each need once, with every award it bears on."""
    merged: dict[tuple[object, ...], Need] = {}
    for line in lines:
        for need in line.needs:
            key = (need.kind, need.name, need.on, need.or_else)
            known = merged.get(key, need.model_copy(update={"awards": ()}))
            awards = dict.fromkeys((*known.awards, *need.awards))
            merged[key] = known.model_copy(update={"awards": tuple(awards)})
    return tuple(merged.values())


def remarks_of(policy: Policy, facts: Facts, lines: Iterable[AwardLine]) -> Iterator[Remark]:
    """What does not count, what is odd, and what to mind when paying."""
    if facts.as_of < policy.in_force.first:
        yield Remark(kind="policy_not_begun", on=policy.in_force.first)
    if policy.in_force.last is not None and facts.as_of > policy.in_force.last:
        yield Remark(kind="policy_ended", on=policy.in_force.last)
    yield from _not_counted(facts)
    yield from _identical_events(facts)
    yield from _implied_events(policy, facts)
    yield from _silence_relied_on(policy, facts, lines)
    yield from _notices_at_payment(policy, facts, lines)


def _not_counted(facts: Facts) -> Iterator[Remark]:
    """Events and payments of later days, and payments under other policies."""
    for event in facts.later_events:
        yield Remark(kind="event_later", names=(event.kind,), on=event.on, amount=event.amount)
    for payment in facts.later_payments:
        yield Remark(
            kind="payment_later", names=(payment.award,), on=payment.on, amount=payment.amount
        )
    for payment in facts.elsewhere:
        yield Remark(
            kind="payment_elsewhere",
            names=(payment.award, payment.policy or ""),
            on=payment.on,
            amount=payment.amount,
        )


def _silence_relied_on(
    policy: Policy, facts: Facts, lines: Iterable[AwardLine]
) -> Iterator[Remark]:
    """A period met only because the case is silent on an earlier test day, or on a break."""
    met = {
        check.condition: check
        for line in lines
        for check in line.checks
        if isinstance(check, SeasoningCheck) and check.truth is Truth.MET
    }
    for name, check in met.items():
        condition = policy.conditions[name]
        if isinstance(condition, SeasoningCondition) and check.tested_event:
            before = condition.tested_on[: condition.tested_on.index(check.tested_event)]
            for kind in filter(facts.silent, before):
                names = (kind, check.tested_event)
                yield Remark(kind="tested_in_place", names=names, on=check.met_from)
            if condition.restarted_by and facts.silent(condition.restarted_by):
                names = (condition.restarted_by, condition.seasoning)
                yield Remark(kind="no_word_on_break", names=names)


def _notices_at_payment(
    policy: Policy, facts: Facts, lines: Iterable[AwardLine]
) -> Iterator[Remark]:
    """A law that the awards' events do not touch, but a payment made from now on would."""
    for notice in policy.notices:
        unpaid = tuple(
            line.award
            for line in lines
            if line.award in notice.awards
            and notice.id not in line.notices
            and not line.payable.nothing
        )
        if unpaid and facts.as_of >= notice.since:
            yield Remark(kind="notice_at_payment", names=(notice.id, *unpaid), on=notice.since)


def _identical_events(facts: Facts) -> Iterator[Remark]:
    for kind in sorted(facts.events):
        for event, times in Counter(facts.events[kind]).items():
            if times > 1:
                yield Remark(
                    kind="identical_events", names=(kind,), on=event.on, amount=event.amount
                )


def _implied_events(policy: Policy, facts: Facts) -> Iterator[Remark]:
    """A stated event implies that those before it happened, although the case is silent on them."""
    for award in policy.awards:
        kind = award.earned_by
        if facts.silent(kind) and facts.happened(kind) is Truth.NOT_MET:
            later = [name for name, each in policy.events.items() if kind in each.after]
            stated = next((name for name in later if facts.events.get(name)), None)
            if stated is not None:
                yield Remark(kind="implied_event", names=(kind, stated))
