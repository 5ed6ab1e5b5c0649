"""The facts of a case that is not stated yet, as a policy reads them on a day."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.engines.proof.arithmetic import FORMULAS, Span
from listing_rewards.engines.proof.flags import Flag, Truth, every, no, some
from listing_rewards.engines.proof.happenings import Kind, kinds_of
from listing_rewards.engines.proof.numbers import ZERO, constant, larger, or_nothing, select
from listing_rewards.engines.proof.unknowns import Unknowns
from listing_rewards.engines.symbolic.truths import known
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.policy.model import Policy


class Tabled(NamedTuple):
    """A base that was looked up in a table of bands, the award and the table's place."""

    award: str
    path: str
    amount: BandsAmount
    base: Span


class Facts:
    """The facts of a case.

    Attributes:
        unknowns: each fact as a formula.
        policy: the policy they are read by.
        as_of: the as-of date.
        kinds: what is known of each kind of event.
        tables: the bases that were looked up in a table of bands.
        estimated: the awards of which an amount is held within bounds, and not exactly.
        within: the bounds within which they are held.
        exact_where: for each of them, where it is not needed after all.
    """

    def __init__(self, unknowns: Unknowns, policy: Policy) -> None:
        self.unknowns, self.policy, self.as_of = unknowns, policy, unknowns.as_of
        self.kinds: dict[str, Kind] = kinds_of(unknowns, policy, unknowns.as_of)
        self.tables: list[Tabled] = []
        self.estimated: set[str] = set()
        self.within: list[Flag] = []
        self.exact_where: list[Flag] = []

    def flag(self, name: str, silent: Truth) -> Truth:
        """A yes/no fact; `silent` where nothing is stated."""
        fact = self.unknowns.flags[name]
        return FORMULAS.where(fact.stated, known(fact.yes), silent)

    def attribute(self, name: str, one_of: tuple[str, ...]) -> Truth:
        """Whether an attribute is stated as one of some values."""
        fact = self.unknowns.attributes[name]
        values = [*self.policy.attributes[name].values]
        meets = some([fact.value == values.index(each) for each in one_of])
        if fact.stated is True:
            return known(meets)
        return Truth(every([fact.stated, meets]), some([no(fact.stated), meets]))

    def quantity(self, name: str) -> Span:
        """A figure or the amounts of an event, at least 0; anything where it is not stated."""
        if name not in self.policy.figures:
            return self.kinds[name].amount
        most = larger(self.unknowns.figures[name], ZERO)
        if most.open is False:
            return Span(most, most)
        limit = self.policy.figures[name].limit
        if limit is None:
            return Span(or_nothing(most), most)
        return Span(or_nothing(most), select(most.open, constant(limit), most).closed())
