"""The totals over all awards, and the status of each, as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from listing_rewards.engines.sheet.bench import quoted
from listing_rewards.engines.sheet.formulas import UNKNOWN, Span, exactly, total
from listing_rewards.engines.sheet.machine import SheetMachine
from listing_rewards.engines.sheet.shares import Line, Together

_STATUSES = ("granted", "no_room", "replaced", "refused", "not_reached", "open")


class Summary(NamedTuple):
    """What the answer comes to, on the sheet of the calculation.

    Attributes:
        totals: the amounts over all awards, by what they are.
        status: the status of each award.
    """

    totals: dict[str, Span]
    status: dict[str, str]


def summary(machine: SheetMachine, totals: Sequence[Together]) -> Summary:
    """The rows of the totals, then those of each award's status."""
    bench = machine.bench
    calculation, say = bench.calculation, bench.calculation.say
    calculation.section(say("section_summary"))
    settled = [each for each in totals if each.lines]
    amounts = {
        "payable": total([each.payable for each in settled]),
        "entitled": total([each.entitled for each in settled]),
        "withheld": total([each.withheld for each in settled]),
        "overpaid": total([each.overpaid for each in settled]),
        "paid": total([exactly(paid) for paid in bench.events.paid.values()]),
    }
    return Summary(
        {name: calculation.amount(say(name), amount) for name, amount in amounts.items()},
        {line.granted.award.id: _status(machine, line) for each in settled for line in each.lines},
    )


def _status(machine: SheetMachine, line: Line) -> str:
    bench, cells = machine.bench, line.granted
    say, reached = bench.calculation.say, machine.reached[cells.award.id]
    word = {key: quoted(bench.words.say("answer.status", key)) for key in _STATUSES}
    entitled, settled = line.entitled, line.settled
    open_ends = f"OR({entitled.least}<>{entitled.most},{settled.least}<>{settled.most})"
    lost = f"AND({cells.truth}=1,{cells.holds}=0,{entitled.most}=0)"
    no_room = f"AND({entitled.most}=0,OR({cells.truth}={UNKNOWN},{cells.amount.most}<>0))"
    closed = f"IF({lost},{word['replaced']},IF({no_room},{word['no_room']},{word['granted']}))"
    refused = f"IF({reached}=0,{word['not_reached']},{word['refused']})"
    formula = f"IF({cells.truth}=0,{refused},IF({open_ends},{word['open']},{closed}))"
    title = bench.words.text(cells.award.title)
    return bench.calculation.word(say("row_status", award=title), formula)
