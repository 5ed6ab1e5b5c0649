"""What a plan sets out to reach: how many listings, by city and county, from a day to a day."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import Fault, InvalidPolicy, ListingRewardsError, fault
from listing_rewards.files.enterprises import visible_key
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Text
from listing_rewards.policy.toml import read_toml
from listing_rewards.strict import FrozenDict, FrozenMapping, Strict
from listing_rewards.values.day import Day

Number = Annotated[int, Field(ge=0, le=100_000)]


class Targets(Strict):
    """How many enterprises are to reach which event. 年度目标任务.

    A TOML file: ``first``, ``last``, ``source``, a table ``city`` and a table ``counties``, each
    event with its number.

    >>> PLAN.city["bse_listed"], PLAN.city["neeq_listed"], str(PLAN.last)
    (2, 6, '2025-12-31')
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    source: Text
    """The document that sets them. 依据."""
    first: Day
    """The first day that counts. 起始日（含）."""
    last: Day
    """The last day that counts. 截止日（含）."""
    city: FrozenMapping[Name, Number] = Field(default_factory=FrozenDict)
    """The whole city's, by event. 全市目标."""
    counties: FrozenMapping[Name, FrozenMapping[Name, Number]] = Field(default_factory=FrozenDict)
    """Each county's, by event. 各县（市、区）目标."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise InvalidPolicy(fault("days_out_of_order", self.last, first=self.first))
        if not self.city and not self.counties:
            raise InvalidPolicy(fault("no_targets"))
        return self

    @property
    def events(self) -> tuple[str, ...]:
        """The events that are counted, in order."""
        own = (name for county in self.counties.values() for name in county)
        return tuple(dict.fromkeys([*self.city, *own]))

    def of(self, county: str, event: str) -> int | None:
        """A county's target; None where none is set."""
        return self.counties.get(county, {}).get(event)


PLAN = Targets.model_validate(
    {
        "source": {
            "zh": "湛江市推进企业赴北交所上市专项行动计划（2023-2025年）：到2025年底，"
            "新增北交所上市企业2家以上、新三板挂牌企业6家以上",
            "en": "Zhanjiang action plan (2023-2025): at least 2 new companies on the BSE and 6 on "
            "NEEQ by the end of 2025",
        },
        "first": "2023-07-07",
        "last": "2025-12-31",
        "city": {"bse_listed": 2, "neeq_listed": 6},
    }
)
"""The plan's own targets, for the whole city."""


def load_targets(path: str | os.PathLike[str], policy: Policy) -> Targets:
    """The targets of a TOML file, each for an event that the policy declares.

    Raises:
        InvalidPolicy: the file cannot be read as targets, or names an event that is not declared.
    """
    name = os.fspath(path)
    try:
        stated = read_toml(Path(name).read_text(encoding="utf-8-sig"))
        targets = Targets.model_validate(stated)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        if isinstance(error, ListingRewardsError):
            raise InvalidPolicy(*(each.at(file=name) for each in error.faults)) from None
        raise InvalidPolicy(fault("unreadable_file", detail=error).at(file=name)) from None
    if faults := [*_undeclared(targets, policy, name), *_twice(stated.get("counties", {}), name)]:
        raise InvalidPolicy(*faults)
    return targets


def _twice(counties: Mapping[str, object], name: str) -> Iterator[Fault]:
    """The counties that stand there twice, to a reader's eye; only one of them would count."""
    seen: dict[str, str] = {}
    for county in counties:
        if (other := seen.setdefault(visible_key(county), county)) != county:
            yield fault("county_twice", county, other=f"'{other}'").at(file=name)


def _undeclared(targets: Targets, policy: Policy, name: str) -> Iterator[Fault]:
    for event in targets.events:
        if event not in policy.events:
            found = fault("undeclared", event, accepted=policy.events, table="events")
            yield found.at(file=name)
