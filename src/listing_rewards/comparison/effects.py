"""The effect of one policy in the place of another, as data. Frozen."""

from __future__ import annotations

from typing import Literal, TypeAlias

from listing_rewards.assessment import Status
from listing_rewards.case import Enterprise
from listing_rewards.errors import Lang
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import Exact
from listing_rewards.values.range import Bounds

Effect: TypeAlias = Literal["gains", "loses", "same", "open"]
"""What another policy changes for an enterprise; open: it cannot be determined yet."""


class AwardEffect(Strict):
    """One award of one enterprise, under both policies."""

    award: str
    before: Bounds
    """Yuan the enterprise is entitled to under the first policy."""
    after: Bounds
    """Yuan it is entitled to under the second."""
    status_before: Status | None
    """None: the first policy has no such award."""
    status_after: Status | None
    """None: the second policy has no such award."""
    because: tuple[str, ...]
    """The parts of the policies that differ and bear on it, such as ``awards.x.amount``."""


class EnterpriseEffect(Strict):
    """One enterprise under both policies."""

    enterprise: Enterprise
    effect: Effect
    """``gains`` or ``loses`` for certain, ``same``, or ``open``: a missing fact decides."""
    before: Bounds
    """Yuan the enterprise is entitled to in all under the first policy."""
    after: Bounds
    """Yuan it is entitled to in all under the second."""
    difference: Exact | None
    """`after` less `before`, where both are determined."""
    awards: tuple[AwardEffect, ...]
    """The awards that come out differently."""


class AwardTotals(Strict):
    """One award, all enterprises together."""

    award: str
    before: Bounds
    """Yuan under the first policy."""
    after: Bounds
    """Yuan under the second."""
    difference: Exact | None
    """`after` less `before`, where both are determined."""


class Comparison(Strict):
    """The effect of one policy in place of another, on what enterprises are entitled to."""

    policies: tuple[str, str]
    """The ids of the first and the second policy."""
    as_of: Day
    before: Bounds
    """Yuan in all under the first policy."""
    after: Bounds
    """Yuan in all under the second."""
    difference: Exact | None
    """`after` less `before`, where both are determined."""
    awards: tuple[AwardTotals, ...]
    """Every award of either policy, in the order of the second, then what only the first has."""
    enterprises: tuple[EnterpriseEffect, ...]
    """Every enterprise, in the order given."""

    def having(self, effect: Effect) -> tuple[EnterpriseEffect, ...]:
        """The enterprises with one effect."""
        return tuple(each for each in self.enterprises if each.effect == effect)

    def as_html(self, lang: Lang = "en") -> str:
        """The comparison as a piece of HTML: how many gain and lose, and one row per enterprise."""
        from listing_rewards.report.notebook import comparison_piece

        return comparison_piece(self, lang)

    def _repr_html_(self) -> str:
        return self.as_html()

    def __repr__(self) -> str:
        (a, b), n = self.policies, len(self.enterprises)
        return f"<Comparison: {a} and {b}, {n} enterprises, {self.before} and {self.after} yuan>"

    __str__ = __repr__
