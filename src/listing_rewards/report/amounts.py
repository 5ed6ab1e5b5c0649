"""An amount of a policy in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, assert_never

from listing_rewards.policy.amounts import (
    Amount,
    Band,
    BandsAmount,
    DatedAmount,
    DatedValue,
    FixedAmount,
    Instead,
    PlainAmount,
    Portion,
    RateAmount,
    Scaled,
    TopUpAmount,
    UnknownAmount,
)
from listing_rewards.report.conditions import condition_text, counted_text
from listing_rewards.report.phrasing import PolicyPhrasing


def amount_text(words: PolicyPhrasing, amount: Amount) -> str:
    """What an award gives, without its source."""
    if isinstance(amount, DatedAmount):
        return words.say("policy.list_joint").join(dated_text(words, each) for each in amount.dated)
    text = _construct(words, amount) + _counts(words, amount) + "".join(_added(words, amount))
    if amount.upto:
        text = words.say("policy.amount_upto", amount=text)
    return words.say("policy.amount_allotted", amount=text) if amount.allotted else text


def dated_text(words: PolicyPhrasing, value: DatedValue) -> str:
    """What an award gives for what happens from a day on."""
    gives = words.say("policy.amount_repealed")
    if value.amount is not None:
        gives = amount_text(words, value.amount)
    return words.say("policy.amount_dated", day=value.since, amount=gives)


def band_text(words: PolicyPhrasing, amount: BandsAmount, band: Band) -> str:
    """Which bases a band is for, and what it gives."""
    bounds = words.within(band, words.unit(amount.of))
    return words.say("policy.amount_band", bounds=bounds, gives=_band_gives(words, band))


def share_text(words: PolicyPhrasing, scaled: Scaled) -> str:
    """The share by which an amount is scaled."""
    part = words.figure(scaled.by)
    if scaled.of is None:
        return words.say("values.quoted", name=part)
    return words.say("policy.scaled_share_of", part=part, whole=words.figure(scaled.of))


def rule_text(words: PolicyPhrasing, scaled: Scaled) -> str:
    """From which share an amount is whole, and what is given below."""
    return words.say("policy.scaled", scaled.short, full=words.rate(scaled.full_at))


def _sum(words: PolicyPhrasing, amount: Decimal) -> str:
    return words.yuan(amount, wan=True)


def _counts(words: PolicyPhrasing, amount: PlainAmount) -> str:
    """Which of the events' amounts count, where that is not by the policy's days."""
    reads = any(name in words.policy.events for name in amount.read())
    if amount.counted == "in_force" or not reads:
        return ""
    return words.say("policy.amount_counted", counted=counted_text(words, amount.counted))


def _construct(words: PolicyPhrasing, amount: PlainAmount) -> str:
    match amount:
        case FixedAmount():
            return _fixed(words, amount)
        case RateAmount():
            return _rate(words, amount)
        case BandsAmount():
            bands = words.say("policy.list_joint").join(
                band_text(words, amount, band) for band in amount.bands
            )
            return words.say("policy.amount_bands", base=_base(words, amount), bands=bands)
        case TopUpAmount():
            return words.say("policy.amount_topup", level=_sum(words, amount.topup))
        case UnknownAmount():
            return words.say("policy.amount_unknown", reason=words.text(amount.unknown))
        case _:
            assert_never(amount)


def _fixed(words: PolicyPhrasing, amount: FixedAmount) -> str:
    text = _sum(words, amount.fixed)
    if amount.per is not None:
        name = words.figure(amount.per)
        if amount.every is not None:
            every = words.bound(amount.every, words.unit(amount.per))
            text = words.say("policy.amount_each", "full", sum=text, name=name, every=every)
        else:
            each = "event" if amount.per in words.policy.events else "one"
            text = words.say("policy.amount_each", each, sum=text, name=name)
    return text + _cap(words, amount.cap)


def _cap(words: PolicyPhrasing, cap: Decimal | Literal["unknown"] | None) -> str:
    """At most so much, if anything is said of a cap."""
    if cap is None:
        return ""
    if cap == "unknown":
        return words.say("policy.amount_cap_unknown")
    return words.say("policy.amount_cap", cap=_sum(words, cap))


def _rate(words: PolicyPhrasing, amount: RateAmount) -> str:
    base, rate = _base(words, amount), words.rate(amount.rate)
    text = words.say("policy.amount_rate", rate=rate, base=base)
    if amount.cap == "unknown":
        text += words.say("policy.amount_cap_unknown_per", amount.cap_per)
    elif amount.cap is not None:
        text += words.say("policy.amount_cap_per", amount.cap_per, cap=_sum(words, amount.cap))
    if amount.floor is not None:
        text += words.say(
            "policy.amount_floor_per", amount.cap_per, floor=_sum(words, amount.floor)
        )
    return text + "".join(_instead(words, each) for each in amount.instead)


def _instead(words: PolicyPhrasing, each: Instead) -> str:
    """What holds under a condition in place of a base, a rate or a cap."""
    holds = []
    if each.rate is not None:
        holds.append(words.say("policy.instead", "rate", rate=words.rate(each.rate)))
    if each.of is not None:
        holds.append(words.say("policy.instead", "of", name=words.figure(each.of)))
    if each.cap is not None:
        holds.append(words.say("policy.instead", "cap", cap=_sum(words, each.cap)))
    condition = condition_text(words, words.policy.conditions[each.when])
    what = words.say("policy.instead_joint").join(holds)
    return words.say("policy.amount_instead", what=what, condition=condition)


def _base(words: PolicyPhrasing, amount: RateAmount | BandsAmount) -> str:
    base = words.say("values.quoted", name=words.figure(amount.of))
    if amount.minus:
        names = words.quoted(map(words.figure, amount.minus))
        base = words.say("policy.base_minus", base=base, names=names)
    by_itself = isinstance(amount, BandsAmount) or amount.above is not None
    if by_itself and amount.scope != "enterprise":
        base = words.say("policy.base_of_each", amount.scope, base=base)
    if amount.above is None:
        return base
    return words.say(
        "policy.base_above", base=base, limit=limit_text(words, amount.above, amount.of)
    )


def limit_text(words: PolicyPhrasing, above: Decimal | Portion, of: str) -> str:
    """The number, or the share of another one, above which a base counts."""
    if isinstance(above, Portion):
        name, rate = words.figure(above.of), words.rate(above.rate)
        return words.say("policy.base_portion", rate=rate, name=name)
    return words.bound(above, words.unit(of))


def _band_gives(words: PolicyPhrasing, band: Band) -> str:
    if band.fixed is not None:
        return _sum(words, band.fixed)
    if band.rate is None:
        return words.say("policy.amount_unknown", reason=band_reason(words, band))
    text = words.say("policy.amount_band_rate", rate=words.rate(band.rate))
    return text + _cap(words, band.cap)


def band_reason(words: PolicyPhrasing, band: Band) -> str:
    """What the source says instead of the amount of a band."""
    return words.text(band.unknown) if band.unknown else ""


def _added(words: PolicyPhrasing, amount: PlainAmount) -> Iterator[str]:
    """What an amount adds to its construct, in the order in which it is computed."""
    if amount.scaled:
        share, rule = share_text(words, amount.scaled), rule_text(words, amount.scaled)
        yield words.say("policy.amount_scaled", share=share, rule=rule)
    for each in amount.times:
        condition = condition_text(words, words.policy.conditions[each.when])
        yield words.say("policy.amount_times", rate=words.rate(each.factor), condition=condition)
    if amount.less:
        yield words.say("policy.amount_less", names=words.awards(amount.less))
