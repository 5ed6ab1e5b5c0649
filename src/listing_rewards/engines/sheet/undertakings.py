"""Undertakings as formulas: whether each is kept, and what could be called back."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.engines.sheet.formulas import Span, every, exactly, opposite, round_to, when
from listing_rewards.engines.sheet.register import SheetRegister
from listing_rewards.meaning.undertakings import Time, broken, time_bound, time_paid


class ExposureCells(NamedTuple):
    """One undertaking for one award, on the sheet of the calculation."""

    undertaking: str
    award: str
    truth: str
    amount: Span
    whole: str


def kept_row(m: SheetRegister, award: str) -> str:
    """Whether no undertaking is broken without which nothing is payable for an award."""
    binding = m.policy.relations.binding[award]
    if not binding:
        return m.met
    truths = [opposite(_broken_row(m, name, award)[1]) for name in binding]
    say = m.bench.calculation.say
    said = say("row_undertakings_kept", award=m.bench.words.award(award))
    return m.bench.calculation.truth(said, every(truths))


def exposure_rows(m: SheetRegister) -> list[ExposureCells]:
    """Each undertaking for each award it is about."""
    calculation, undertakings = m.bench.calculation, m.policy.relations.undertakings
    if undertakings:
        calculation.section(calculation.say("section_exposures"))
    return [
        (_of_payments if promised.runs_from == "payment" else _of_award)(m, name, award)
        for name, promised in undertakings.items()
        for award in promised.awards
    ]


def _broken_row(m: SheetRegister, name: str, award: str) -> tuple[Time[str, str], str]:
    """The rows of the time that runs from an event, and whether it is broken within it."""
    calculation, promised = m.bench.calculation, m.policy.relations.undertakings[name]
    ground, say = m.policy.grounds[m.policy.path_of_undertaking(name)], calculation.say
    time = time_bound(m, name, award)
    since = calculation.day(say("row_exposed_since"), time.since, ground)
    until = tuple(calculation.day(say("row_exposed_until"), each, ground) for each in time.until)
    time = time._replace(since=since, until=until)
    title = m.bench.words.text(promised.title)
    return time, calculation.truth(
        say("row_broken", title=title), broken(m, promised, time), ground
    )


def _of_award(m: SheetRegister, name: str, award: str) -> ExposureCells:
    """What was paid for an award, together."""
    bench, share = m.bench, _share(m, name)
    calculation, say = bench.calculation, bench.calculation.say
    ground, titles = m.policy.grounds[m.policy.path_of_undertaking(name)], _titles(m, name, award)
    part = exactly(f"{bench.events.paid[award]}*{share}")
    part = calculation.amount(say("row_exposed_share", **titles), part, ground)
    rounded = round_to(part.least, bench.unit, m.policy.rounding.mode)
    whole = calculation.amount(say("row_exposed", **titles), exactly(rounded), ground)
    _, truth = _broken_row(m, name, award)
    amount = calculation.amount(say("row_exposure", **titles), when(truth, whole), ground)
    return ExposureCells(name, award, truth, amount, whole.least)


def _of_payments(m: SheetRegister, name: str, award: str) -> ExposureCells:
    """What was paid for an award, payment by payment, in columns beside the payments."""
    bench, share, titles = m.bench, _share(m, name), _titles(m, name, award)
    calculation, say, rows = bench.calculation, bench.calculation.say, bench.events.rows
    promised, ground = (
        m.policy.relations.undertakings[name],
        m.policy.grounds[m.policy.path_of_undertaking(name)],
    )
    number = 1 + [*m.policy.relations.awards].index(award)

    def truth_of(row: int) -> str:
        found = broken(m, promised, time_paid(m, name, award, f"E{row}"))
        return f"IF(AND(B{row}={number},D{row}=1),{found},0)"

    def whole_of(row: int) -> str:
        rounded = round_to(f"C{row}*{share}", bench.unit, m.policy.rounding.mode)
        return f"IF(AND(B{row}={number},D{row}=1),{rounded},0)"

    truths = rows.payment_column(say("row_broken", title=titles["title"]), truth_of, "truth")
    wholes = rows.payment_column(say("row_exposed", **titles), whole_of, "amount")
    whole = calculation.amount(
        say("row_exposed", **titles), exactly(f"ROUND(SUM({wholes}),2)"), ground
    )
    truth = calculation.truth(say("row_broken", title=titles["title"]), f"MAX({truths})", ground)
    exposed = Span(
        f"ROUND(SUMPRODUCT(({truths}=1)*{wholes}),2)",
        f"ROUND(SUMPRODUCT(({truths}>0)*{wholes}),2)",
    )
    amount = calculation.amount(say("row_exposure", **titles), exposed, ground)
    return ExposureCells(name, award, truth, amount, whole.least)


def _titles(m: SheetRegister, name: str, award: str) -> dict[str, str]:
    words = m.bench.words
    return {
        "award": words.award(award),
        "title": words.text(m.policy.relations.undertakings[name].title),
    }


def _share(m: SheetRegister, name: str) -> str:
    """Where the share stands that could be called back."""
    bench, promised = m.bench, m.policy.relations.undertakings[name]
    path = m.policy.path_of_undertaking(name)
    said = bench.calculation.say("number_called_back", title=bench.words.text(promised.title))
    return bench.numbers.cell(
        f"{path}.called_back", said, promised.called_back, "input_rate", m.policy.grounds[path]
    )
