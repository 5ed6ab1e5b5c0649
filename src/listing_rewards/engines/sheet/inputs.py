"""Whether what was typed can be read, as formulas: a cell that cannot must not count as nothing."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.engines.sheet.bench import Bench, quoted
from listing_rewards.engines.sheet.formulas import one_of

_FIRST_DAY = "DATE(1900,3,1)"


def input_checks(bench: Bench) -> str:
    """The rows that count the cells which cannot be read; answers where their number stands."""
    calculation, say = bench.calculation, bench.calculation.say
    calculation.section(say("section_inputs"))
    counts = {
        "inputs_events": "SUMPRODUCT(--(EVENT_READ=0))",
        "inputs_payments": "SUMPRODUCT(--(PAYMENT_READ=0))",
        "inputs_rows": _unread(_rows_read(bench)),
        "inputs_facts": _unread(_fact_tests(bench)),
        "inputs_both": _unread(_not_both(bench)),
        "inputs_numbers": bench.numbers.unread,
    }
    rows = [calculation.number(say(key), formula) for key, formula in counts.items()]
    return calculation.number(say("inputs_all"), f"SUM({','.join(rows)})")


def _unread(tests: Iterable[str]) -> str:
    """How many of some tests fail."""
    return "+".join(f"IF({test},0,1)" for test in tests) or "0"


def _rows_read(bench: Bench) -> Iterable[str]:
    """That as many cells are filled in as the formulas read, row by row.

    A row inserted among those of the facts is read by none; nor is one just below them.
    """
    for name, (first, last) in (("EVENT", bench.facts.events), ("PAYMENT", bench.facts.payments)):
        yield f"COUNTA('{bench.facts.title}'!$A${first}:$C${last + 1})=SUM({name}_SEEN)"


def _fact_tests(bench: Bench) -> Iterable[str]:
    """What holds of a fact that can be read: empty, or of its kind."""
    facts, yes, no = bench.facts, *(quoted(bench.calculation.say(key)) for key in ("yes", "no"))
    yield f"AND(ISNUMBER({facts.as_of}),N({facts.as_of})>={_FIRST_DAY})"
    for cell in facts.figures.values():
        yield f'OR({cell}="",ISNUMBER({cell}))'
    for cell in facts.approved.values():
        yield f'OR({cell}="",AND(ISNUMBER({cell}),N({cell})>=0))'
    for cell in facts.applied.values():
        yield f'OR({cell}="",AND(ISNUMBER({cell}),N({cell})>={_FIRST_DAY}))'
    for cell in facts.flags.values():
        yield f'OR({cell}="",{cell}={yes},{cell}={no})'
    for cell in facts.absent.values():
        yield f'OR({cell}="",{cell}={yes})'
    for name, cell in facts.attributes.items():
        values = (bench.words.value(name, each) for each in bench.policy.attributes[name].values)
        yield one_of([f'{cell}=""', *(f"{cell}={quoted(value)}" for value in values)])


def _not_both(bench: Bench) -> Iterable[str]:
    """An event has happened, or is known not to have: never both."""
    for kind, cell in bench.facts.absent.items():
        yield f'OR({cell}="",{bench.events.kinds[kind].often}=0)'
