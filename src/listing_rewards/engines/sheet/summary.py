"""The totals over all awards, and the status of each, as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from listing_rewards.engines.sheet.bench import Bench, quoted
from listing_rewards.engines.sheet.formulas import UNKNOWN, Span, exactly, total
from listing_rewards.engines.sheet.settling import LineCells, TotalCells

_STATUSES = ("granted", "no_room", "replaced", "refused", "not_reached", "open")


class Summary(NamedTuple):
    """What the answer comes to, on the sheet of the calculation.

    Attributes:
        totals: the amounts over all awards, by what they are.
        status: the status of each award.
    """

    totals: dict[str, Span]
    status: dict[str, str]


def summary(bench: Bench, totals: Sequence[TotalCells]) -> Summary:
    """The rows of the totals, then those of each award's status."""
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
        {line.award.id: _status(bench, line) for each in settled for line in each.lines},
    )


def _status(bench: Bench, line: LineCells) -> str:
    say, cells = bench.calculation.say, line.cells
    word = {key: quoted(say(f"status_{key}")) for key in _STATUSES}
    entitled, settled = cells.entitled, line.settled
    open_ends = f"OR({entitled.least}<>{entitled.most},{settled.least}<>{settled.most})"
    lost = f"AND({cells.truth}=1,{cells.holds}=0,{entitled.most}=0)"
    no_room = f"AND({entitled.most}=0,OR({cells.truth}={UNKNOWN},{cells.granted.most}<>0))"
    closed = f"IF({lost},{word['replaced']},IF({no_room},{word['no_room']},{word['granted']}))"
    refused = f"IF({cells.reached}=0,{word['not_reached']},{word['refused']})"
    formula = f"IF({cells.truth}=0,{refused},IF({open_ends},{word['open']},{closed}))"
    title = bench.words.text(line.award.title)
    return bench.calculation.word(say("row_status", award=title), formula)
