"""The awards one by one, a line of the table each."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.assessment import AwardLine
from listing_rewards.bounds import Bounds
from listing_rewards.report.page.totals import digits
from listing_rewards.report.phrasing import Phrasing


class AwardRow(NamedTuple):
    """One award in the table; its amounts are yuan in digits."""

    number: str
    award: str
    clause: str
    nominal: str
    entitled: str
    paid: str
    payable: str
    status: str
    also: tuple[str, ...]
    """What is withheld or overpaid, where something is."""


def award_rows(words: Phrasing) -> list[AwardRow]:
    """Every award, in the policy's order."""
    return [_row(words, n, line) for n, line in enumerate(words.answer.lines, start=1)]


def _row(words: Phrasing, number: int, line: AwardLine) -> AwardRow:
    award = words.policy.award(line.award)
    also = []
    if not line.withheld.nothing:
        also.append(words.say("page.also_withheld", amount=digits(words, line.withheld)))
    if not line.overpaid.nothing:
        also.append(words.say("page.also_overpaid", amount=digits(words, line.overpaid)))
    return AwardRow(
        number=str(number),
        award=words.text(award.title),
        clause=words.text(words.policy.clauses[award.clause].item),
        nominal=digits(words, line.nominal),
        entitled=digits(words, line.entitled),
        paid=digits(words, line.paid),
        payable=digits(words, line.payable),
        status=words.say("page.status_of", line.status),
        also=tuple(also),
    )


def total_row(words: Phrasing) -> tuple[str, str, str]:
    """What is entitled, paid and payable, all awards together, in digits."""
    answer = words.answer
    payable = Bounds(answer.payable, answer.payable_at_most)
    return digits(words, answer.entitled), digits(words, answer.paid), digits(words, payable)
