"""What could be called back after an event, as formulas."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.engines.sheet.bench import Bench, limited
from listing_rewards.engines.sheet.formulas import Span, exactly, round_to, when
from listing_rewards.policy.grants import Repayment


class ExposureCells(NamedTuple):
    """One undertaking for one award, on the sheet of the calculation."""

    repayment: str
    award: str
    truth: str
    amount: Span
    whole: str


def exposure_rows(bench: Bench) -> list[ExposureCells]:
    """Each undertaking for each award it is about."""
    if bench.policy.repayments:
        bench.calculation.section(bench.calculation.say("section_exposures"))
    return [
        _exposure(bench, name, repayment, award)
        for name, repayment in bench.policy.repayments.items()
        for award in repayment.awards
    ]


def _exposure(bench: Bench, name: str, repayment: Repayment, award: str) -> ExposureCells:
    calculation, say = bench.calculation, bench.calculation.say
    ground, path = bench.policy.grounds[f"repayments.{name}"], f"repayments.{name}"
    titles = {"award": bench.words.award(award), "title": bench.words.text(repayment.title)}
    share = bench.numbers.cell(
        f"{path}.share",
        say("number_repayment_share", **titles),
        repayment.share,
        "input_rate",
        ground,
    )
    rounding = bench.policy.rounding
    unit = bench.unit
    part = calculation.amount(
        say("row_exposed_share", **titles), exactly(f"{bench.events.paid[award]}*{share}"), ground
    )
    rounded = round_to(part.least, unit, rounding.mode)
    whole = calculation.amount(say("row_exposed", **titles), exactly(rounded), ground)
    event = bench.events.kinds[repayment.event]
    starts = bench.events.kinds[repayment.after or bench.policy.award(award).earned_by]
    since = calculation.day(say("row_exposed_since"), starts.first, ground)
    until = "DATE(2199,12,31)"
    if repayment.years or repayment.months:
        months = bench.numbers.cell(
            f"{path}.months", say("number_repayment_months", **titles),
            12 * repayment.years + repayment.months, "input_number", ground,
        )  # fmt: skip
        ends = f"IF({since}=0,0,{limited(f'EDATE({since},{months})')})"
        until = calculation.day(say("row_exposed_until"), ends, ground)
    hits = (
        f'COUNTIFS(EVENT_KIND,{event.number},EVENT_COUNTS,1,EVENT_DAY,">="&{since},'
        f'EVENT_DAY,"<="&{until})'
    )
    known = f"IF({event.happened}=1,IF({hits}>0,1,0),{event.happened})"
    truth = calculation.truth(
        say("row_exposed_truth", event=bench.words.event(repayment.event)),
        f"IF({since}=0,MIN({event.happened},{starts.happened}),{known})",
        ground,
    )
    amount = calculation.amount(say("row_exposure", **titles), when(truth, whole), ground)
    return ExposureCells(name, award, truth, amount, whole.least)
