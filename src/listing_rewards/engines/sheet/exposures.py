"""What could be called back after an event, as formulas."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.engines.sheet.formulas import Span, exactly, round_to, when
from listing_rewards.engines.sheet.register import SheetRegister
from listing_rewards.meaning.exposures import exposed, exposed_since, exposed_until
from listing_rewards.policy.grants import Repayment


class ExposureCells(NamedTuple):
    """One undertaking for one award, on the sheet of the calculation."""

    repayment: str
    award: str
    truth: str
    amount: Span
    whole: str


def exposure_rows(m: SheetRegister) -> list[ExposureCells]:
    """Each undertaking for each award it is about."""
    bench = m.bench
    if m.policy.repayments:
        bench.calculation.section(bench.calculation.say("section_exposures"))
    return [
        _exposure(m, name, repayment, award)
        for name, repayment in m.policy.repayments.items()
        for award in repayment.awards
    ]


def _exposure(m: SheetRegister, name: str, repayment: Repayment, award: str) -> ExposureCells:
    bench = m.bench
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
    since = exposed_since(m, repayment, award)
    since = calculation.day(say("row_exposed_since"), since, ground)
    until = exposed_until(m, name, repayment, award, since)
    if until is not None:
        until = calculation.day(say("row_exposed_until"), until, ground)
    truth = calculation.truth(
        say("row_exposed_truth", event=bench.words.event(repayment.event)),
        m.decide(exposed(m, repayment, award, since, until)),
        ground,
    )
    amount = calculation.amount(say("row_exposure", **titles), when(truth, whole), ground)
    return ExposureCells(name, award, truth, amount, whole.least)
