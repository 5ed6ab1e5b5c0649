"""What an engine must be able to do, so that a policy's meaning can be carried out on it.

An engine knows ranges, truths, the numbers of a policy and steps. It knows no construct: what an
award, an alternative or a cap means is stated once, in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, NamedTuple, Protocol, TypeAlias, TypedDict, TypeVar, Unpack

from listing_rewards.assessment import Operation
from listing_rewards.policy.amounts import BandsAmount, RateAmount
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.values.money import RoundingMode

R = TypeVar("R")
"""A range of an amount: what is certain, and what it cannot exceed."""
T = TypeVar("T")
"""A truth: met, not met or unknown."""
N = TypeVar("N")
"""A number that the policy states."""
S = TypeVar("S")
"""The steps of one amount so far."""
R_co = TypeVar("R_co", covariant=True)
S_contra = TypeVar("S_contra", contravariant=True)
V = TypeVar("V")

OnABase: TypeAlias = RateAmount | BandsAmount
Short: TypeAlias = Literal["share", "share_of_threshold", "nothing"]
"""What a scaled amount gives below the threshold."""


class Place(NamedTuple):
    """Where an amount stands in the policy: its award, its path in the document, its clause."""

    award: str
    path: str
    ground: Ground


class Row(NamedTuple, Generic[R, T]):
    """One row of a table of bands.

    Attributes:
        number: its number in the table, from 0.
        may_hold: met where some number of the base lies in it.
        part: the part of the base that may lie in it.
    """

    number: int
    may_hold: T
    part: R


class Table(NamedTuple, Generic[R, T]):
    """The rows of a table of bands that may hold a base.

    Attributes:
        rows: those that are not ruled out by now, in the policy's order.
        none: met where some number of the base lies in no row.
        one_at_most: whether it is known by now that the base lies in at most one row.
    """

    rows: tuple[Row[R, T], ...]
    none: T
    one_at_most: bool = False


class Given(NamedTuple, Generic[R]):
    """What a row of a table gives; its cap or its fixed sum, if it has one."""

    amount: R
    cap: R | None = None
    fixed: R | None = None


class Operands(TypedDict, Generic[R, T], total=False):
    """What a step may have besides its value and result, as described in `Step`."""

    whole: R | None
    rate: Decimal | None
    truth: T | None
    unit: Decimal | None
    mode: RoundingMode | None
    short: Short | None
    name: str | None
    names: tuple[str, ...]
    band: tuple[int, ...]
    on: date | None
    ground: Ground | None


class OfEachBase(Protocol[R_co, S_contra]):
    """What an amount gives for one of its bases, by the steps after the base."""

    def __call__(self, steps: S_contra, /, *, counted: bool) -> R_co | None:
        """Add the steps; answers the cap that rounding must not exceed, if any.

        `counted` is false where it is known by now that nobody can say how many bases there are.
        """


class Arithmetic(Protocol[R, T]):
    """Ranges and truths.

    Attributes:
        nothing: the range that holds only 0.
        one: the range that holds only 1.
        anything: from 0 on, without a limit.
        not_met: the truth of what is certainly not so.
    """

    nothing: R
    one: R
    anything: R
    not_met: T

    def all_of(self, truths: Iterable[T], /) -> T:
        """Kleene "all": not met as soon as one part is not met, whatever is unknown."""

    def any_of(self, truths: Iterable[T], /) -> T:
        """Kleene "any"; not met when there is no part."""

    def opposite(self, truth: T, /) -> T:
        """Kleene "not"."""

    def surely(self, truth: T, /) -> T:
        """Met where it is met; not met where it is not met or unknown."""

    def unknown(self, truth: T, /) -> T:
        """Met where it is unknown, otherwise not met."""

    def rules_out(self, truth: T, /) -> bool:
        """Whether it is known by now not to be met, so that nothing has to be computed for it."""

    def is_certain(self, truth: T, /) -> bool:
        """Whether it is known by now to be met."""

    def is_nothing(self, amount: R, /) -> bool:
        """Whether it is known by now to be 0, so that nothing has to be computed from it."""

    def total(self, amounts: Iterable[R], /) -> R:
        """The sum, end by end."""

    def less(self, amount: R, taken: R, /) -> R:
        """What is left after taking off anything from `taken`, never below 0."""

    def within(self, amount: R, room: R, /) -> R:
        """Each end at most the same end of `room`."""

    def up_to_the_most(self, amount: R, of: R, /) -> R:
        """Each end at most the upper end of another range."""

    def at_the_least(self, amount: R, floor: R, /) -> R:
        """The larger of the two, end by end."""

    def meet(self, one: R, other: R, /) -> R:
        """What both ranges hold."""

    def from_to(self, low: R, high: R, /) -> R:
        """From the lower end of one range to the upper end of another."""

    def when(self, truth: T, amount: R, /) -> R:
        """The amount if met, nothing if not, anything up to it if that is unknown."""

    def either(self, truth: T, one: R, other: R, /) -> R:
        """One range if met, the other if not, whichever it is if that is unknown."""

    def whichever(self, one: R, other: R, /) -> R:
        """The range that holds whichever of the two it is."""

    def reaches(self, one: R, other: R, /, *, beyond: bool) -> T:
        """Whether one amount is at least the other; `beyond`: more than it."""

    def is_something(self, amount: R, /) -> T:
        """Met where it may be more than 0, otherwise not met."""


class Machine(Arithmetic[R, T], Protocol[R, T, N, S]):
    """An engine with the facts of a case, or of every row: what awards are computed on.

    Attributes:
        policy: the policy.
    """

    policy: Policy

    # ---- facts ----

    def truth(self, award: str, /) -> T:
        """Whether every check of an award is met."""

    def still(self, award: str, /) -> T:
        """Whether every check of an award would be met if it were paid on the as-of date."""

    def condition(self, name: str, /) -> T:
        """Whether a condition is met."""

    def paid(self, award: str, /) -> R:
        """Yuan paid for an award by the as-of date."""

    def in_force(self, award: str, /) -> T:
        """Whether a notice that holds back what is payable for an award is in force."""

    def kept(self, award: str, /) -> T:
        """Whether no undertaking is broken without which nothing is payable for an award."""

    def due(self, award: Award, number: int, part: Instalment, /) -> T:
        """Whether a part of an award that is paid over time is due."""

    # ---- numbers of the policy ----

    def number(self, path: str, value: Decimal, label: str, about: str = "", /) -> N:
        """A number of the policy, by its path in the document."""

    def stated(
        self, place: Place, key: str, value: Decimal, label: str = "", /, *, of: str = ""
    ) -> N:
        """A number of an amount, by its key there; in the unit of the figure or event `of`.

        `label` is what the number is called, if it is not called like its key.
        """

    def exactly(self, number: N, /) -> R:
        """The range that holds one number of the policy."""

    def times(self, amount: R, factor: N, /) -> R:
        """The amount times a number of the policy, exact and not rounded."""

    def whole_units(self, amount: R, every: N | None, /) -> R:
        """How many full `every` there are in an amount; in whole numbers where it is None."""

    def scaled(self, amount: R, part: R, whole: R, /, *, full_at: N, short: Short) -> R:
        """The amount by the share that `part` is of `whole`, all of it from `full_at` on.

        A share is never above 1; of a whole of 0 it is 0.
        """

    def rounded(self, amount: R, mode: RoundingMode, /) -> R:
        """The amount rounded to a multiple of the policy's unit."""

    def is_the_same(self, one: R, other: R, /) -> bool:
        """Whether two ranges are known by now to be equal."""

    def is_rounded_within(self, amount: R, cap: R, /) -> bool:
        """Whether a rounded amount is known by now not to exceed the cap it had before."""

    # ---- figures and events ----

    def quantity(self, name: str, /) -> R:
        """A figure, or an event's amounts in force together; at least 0, anything if not stated."""

    def count(self, event: str, /) -> R:
        """How many events of a kind are in force."""

    def earned_since(self, award: Award, number: int, since: date, /) -> T:
        """Whether the first day in force of an award's event is not before a day.

        It is the day from which the dated value of that number holds.
        """

    def approved(self, award: str, /) -> R | None:
        """Yuan approved for an award, anything if not stated; None if known not to be stated."""

    # ---- bases ----

    def base(self, steps: S, name: str, /) -> None:
        """Add the steps to a figure, or to an event's amounts in force together."""

    def each_base(self, steps: S, amount: OnABase, gives: OfEachBase[R, S], /) -> R | None:
        """Add the steps to each year's or event's base and to what it gives; then together.

        Answers the caps added up, where each has one. Anything where it is unknown whether there
        are such events; nothing where there are none.
        """

    def base_less(self, amount: OnABase, base: R, taken: R, /) -> R:
        """What is left of an amount's base after taking something off, never below 0."""

    def table(self, steps: S, amount: BandsAmount, place: Place, /) -> Table[R, T]:
        """The rows of a table of bands that may hold the result of the last step."""

    def among(self, steps: S, table: Table[R, T], given: Sequence[Given[R]], /) -> Given[R]:
        """Whichever of its rows it is, each with what it gives, and nothing where none holds.

        The cap is what rounding must not exceed, if a row that may hold the base has one: at the
        lower end the least of the caps and fixed sums, at the upper end the largest cap, where
        every row that may hold the base has one.
        """

    # ---- steps ----

    def begin(self, place: Place, /) -> S:
        """No steps yet."""

    def state(self, steps: S, op: Operation, value: R, /, **how: Unpack[Operands[R, T]]) -> None:
        """Add a step that states a value."""

    def then(
        self,
        steps: S,
        op: Operation,
        result: R,
        /,
        *,
        value: R | None = None,
        **how: Unpack[Operands[R, T]],
    ) -> None:
        """Add a step that works on the result of the last one."""

    def result(self, steps: S, /) -> R:
        """The amount after the last step."""

    def as_read_by(self, steps: S, truth: T, /) -> T:
        """A truth as these steps read it, which may stand elsewhere than the truth."""

    def branch(self, steps: S, /) -> S:
        """The same steps, to go on from without changing them."""

    # ---- what is used again ----

    def named(self, op: str, amount: R, about: str = "", ground: Ground | None = None, /) -> R:
        """An amount that is used again, under its name."""

    def named_truth(self, op: str, truth: T, about: str, awards: Sequence[str] = (), /) -> T:
        """A truth that is used again, under its name."""

    def split(self, amount: R, title: str, shares: Sequence[N], ground: Ground, /) -> list[R]:
        """The amount by shares that add up to 1, in whole units, by the largest remainder."""

    def shared(self, what: str, award: str, compute: Callable[[], V], /) -> V:
        """What an award comes to, computed once where other cases share it."""
