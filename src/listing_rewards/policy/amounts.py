"""What an award gives: the closed set of amounts. 奖励金额."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator

from listing_rewards.case import Name
from listing_rewards.money import Rate, Yuan
from listing_rewards.policy.constructs import by_construct, one_construct, tagged
from listing_rewards.policy.source import Sourced, Text

CapScope: TypeAlias = Literal["enterprise", "year", "event"]


class FixedAmount(Sourced):
    """A fixed sum. 给予…万元奖励."""

    fixed: Yuan


class RateAmount(Sourced):
    """A share of an event's amounts. 按…的百分之…给予奖励，最高不超过…万元."""

    rate: Rate
    of: Name
    """The event whose amounts, within the policy's days, are the base."""
    cap: Yuan | None = None
    cap_per: CapScope = "enterprise"
    """What the cap holds for: all of an enterprise's events together, those of one calendar
    year, or each event."""


class UnknownAmount(Sourced):
    """An amount that the source does not give. 原文未列明金额."""

    unknown: Text
    """What the source says instead."""


Amount = Annotated[
    Annotated[FixedAmount, tagged("fixed")]
    | Annotated[RateAmount, tagged("rate")]
    | Annotated[UnknownAmount, tagged("unknown")],
    Discriminator(by_construct("fixed", "rate", "unknown")),
    BeforeValidator(one_construct("fixed", "rate", "unknown")),
]
