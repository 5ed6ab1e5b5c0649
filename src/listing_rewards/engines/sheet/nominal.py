"""An award's nominal amount as formulas: its construct, what it adds to it, rounded once."""

from __future__ import annotations

from collections.abc import Callable

from listing_rewards.engines.sheet.amounts import NO_CAP, ConstructFormulas, Place
from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.conditions import ConditionFormulas
from listing_rewards.engines.sheet.formulas import (
    NONE,
    UNKNOWN,
    UNLIMITED,
    Span,
    at_the_least,
    exactly,
    less,
    round_to,
    within,
)
from listing_rewards.policy.amounts import DatedAmount, PlainAmount, Scaled, Times
from listing_rewards.policy.grants import Award
from listing_rewards.report.amounts import dated_text

Received = Callable[[str], Span]
"""What an earlier award counts for, where it is subtracted."""


class NominalFormulas:
    """Writes the rows to the nominal amount of each award."""

    def __init__(self, bench: Bench, conditions: ConditionFormulas) -> None:
        self._bench = bench
        self._conditions = conditions
        self._constructs = ConstructFormulas(bench)
        self._say = bench.calculation.say

    def amount(self, award: Award, received: Received) -> Span:
        """The rows of an award's amount; answers where it stands."""
        path, title = f"awards.{award.id}.amount", self._bench.words.text(award.title)
        grounds = self._bench.policy.grounds
        if isinstance(award.amount, DatedAmount):
            return self._dated(award, award.amount, path, title, received)
        return self._plain(award, award.amount, Place(path, title, grounds[path]), received)

    def _dated(
        self, award: Award, amount: DatedAmount, path: str, title: str, received: Received
    ) -> Span:
        """Each value, and the one that holds on the day that earns the award."""
        bench, grounds = self._bench, self._bench.policy.grounds
        kind = bench.events.kinds[award.earned_by]
        least, most, highest = "0", "0", ["0"]
        for i, each in enumerate(amount.dated):
            said = dated_text(bench.words, each)
            since = bench.numbers.cell(
                f"{path}.dated[{i}].since", self._say("number_since", award=title), each.since,
                "input_day", grounds[path],
            )  # fmt: skip
            value = NONE
            if each.amount is not None:
                inner = f"{path}.dated[{i}].amount"
                value = self._plain(
                    award, each.amount, Place(inner, title, grounds[inner]), received
                )
            value = bench.calculation.amount(said, value, grounds[path])
            least = f"IF({kind.first_in_force}>={since},{value.least},{least})"
            most = f"IF({kind.first_in_force}>={since},{value.most},{most})"
            highest.append(value.most)
        unknown = f"IF({kind.happened}={UNKNOWN},MAX({','.join(highest)}),0)"
        chosen = Span(f"IF({kind.in_force}>0,{least},0)", f"IF({kind.in_force}>0,{most},{unknown})")
        return bench.calculation.amount(self._say("row_dated"), chosen, grounds[path])

    def _plain(self, award: Award, amount: PlainAmount, place: Place, received: Received) -> Span:
        result, cap = self._constructs.given(amount, place)
        for i, each in enumerate(amount.times):
            result, cap = (
                self._times(i, each, place, result),
                self._times(i, each, place, cap, of_cap=True),
            )
        if amount.scaled:
            result, cap = (
                self._scaled(amount.scaled, place, result),
                self._scaled(amount.scaled, place, cap, of_cap=True),
            )
        result = self._rounded(result, cap, place)
        for name in amount.less:
            said = self._say("row_received", award=self._bench.words.award(name))
            result = self._row(said, less(result, received(name)), place)
        if amount.upto:
            approved = self._bench.facts.approved[award.id]
            within_it = within(exactly(approved), result)
            ends = (
                f'IF({approved}="",0,{within_it.least})',
                f'IF({approved}="",{result.most},{within_it.most})',
            )
            result = self._row(self._say("row_approved"), Span(*ends), place)
        return self._row(self._say("row_nominal", award=place.title), result, place)

    def _row(self, said: str, amount: Span, place: Place) -> Span:
        return self._bench.calculation.amount(said, amount, place.ground)

    def _times(
        self, number: int, times: Times, place: Place, amount: Span, *, of_cap: bool = False
    ) -> Span:
        """Multiplied if the condition is met; either where that is not known."""
        if amount == NO_CAP:
            return amount
        factor = self._constructs.number(place, f"times[{number}].factor", "factor", times.factor)
        truth = self._conditions.truth(times.when)
        ends = (
            self._multiplied(end, factor, truth, choice)
            for end, choice in zip(amount, ("MIN", "MAX"), strict=True)
        )
        key = "row_times_cap" if of_cap else "row_times"
        return self._row(self._say(key), Span(*ends), place)

    def _multiplied(self, end: str, factor: str, truth: str, choice: str) -> str:
        either = f"IF({truth}=1,{end}*{factor},{choice}({end},{end}*{factor}))"
        return f"IF(OR({truth}=0,{end}>={UNLIMITED}),{end},{either})"

    def _scaled(self, by: Scaled, place: Place, amount: Span, *, of_cap: bool = False) -> Span:
        """In proportion to a share, whole from a threshold on."""
        if amount == NO_CAP:
            return amount
        part = self._constructs.quantity(by.by)
        whole = self._constructs.quantity(by.of) if by.of else exactly("1")
        full = self._constructs.number(place, "scaled.full_at", "share", by.full_at)

        def share(value: str, numerator: str, denominator: str) -> str:
            divisor = denominator if by.short == "share" else f"({denominator}*{full})"
            short = "0" if by.short == "nothing" else f"{value}*{numerator}/{divisor}"
            return f"IF(ROUND({numerator}-{full}*{denominator},8)>=0,{value},{short})"

        none = f"IF({full}<=0,{{end}},0)"
        low, high = (none.format(end=end) for end in amount)
        unclear = f"OR({whole.least}=0,{whole.most}>={UNLIMITED})"
        open_part = f"OR({whole.least}=0,{part.most}>={UNLIMITED})"
        least = f"IF({unclear},{low},{share(amount.least, part.least, whole.most)})"
        most = f"IF({open_part},{amount.most},{share(amount.most, part.most, whole.least)})"
        ends = Span(
            f"IF({amount.least}>={UNLIMITED},{amount.least},{least})",
            f"IF({whole.most}=0,{high},IF({amount.most}>={UNLIMITED},{amount.most},{most}))",
        )
        return self._row(self._say("row_scaled_cap" if of_cap else "row_scaled"), ends, place)

    def _rounded(self, amount: Span, cap: Span, place: Place) -> Span:
        """Rounded once, and not beyond the cap, where rounding up could go beyond it."""
        bench, rounding = self._bench, self._bench.policy.rounding
        ground = bench.policy.grounds["rounding"]
        unit = bench.unit
        said = self._say(f"row_round_{rounding.mode}")
        ends = (round_to(end, unit, rounding.mode) for end in amount)
        result = bench.calculation.amount(said, Span(*ends), ground)
        if cap == NO_CAP or rounding.mode == "down":
            return result
        units = (round_to(end, unit, "down") for end in cap)
        return self._row(self._say("row_round_cap"), within(result, Span(*units)), place)


def received(entitled: Span, paid: str) -> Span:
    """What an earlier award counts for: what it is entitled to, or what was paid if more."""
    return at_the_least(entitled, exactly(paid))
