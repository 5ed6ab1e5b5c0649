"""The awards one by one: a line of the table each, and how its amount comes about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from listing_rewards.assessment import AwardLine, Check, CombinedCheck
from listing_rewards.bounds import Bounds
from listing_rewards.report.checks import check_sentence, combined_head
from listing_rewards.report.lines import instalments, overpaid_sentence, shares
from listing_rewards.report.page.totals import digits
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.steps import step_sentence
from listing_rewards.truth import Truth


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


class Checked(NamedTuple):
    """A check: how it came out, in a word and in a sentence, and the checks it is made of."""

    truth: Truth
    word: str
    sentence: str
    parts: tuple[Checked, ...]


class Details(NamedTuple):
    """How the amount of one award comes about."""

    title: str
    recipient: str
    checks: tuple[Checked, ...]
    steps: tuple[str, ...]
    amount_checks: tuple[Checked, ...]
    parts: tuple[str, ...]
    overpaid: str


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


def award_details(words: Phrasing) -> list[Details]:
    """Every award that was reached, or may have been."""
    return [
        _details(words, n, line)
        for n, line in enumerate(words.answer.lines, start=1)
        if line.status != "not_reached"
    ]


def _details(words: Phrasing, number: int, line: AwardLine) -> Details:
    recipient = words.policy.award(line.award).recipient
    return Details(
        title=words.say("page.numbered", n=number, award=words.award(line.award)),
        recipient=words.say("answer.recipient", recipient=words.text(recipient))
        if recipient
        else "",
        checks=tuple(_checked(words, line.checks)),
        steps=tuple(step_sentence(words, line, step) for step in line.steps),
        amount_checks=tuple(_checked(words, line.amount_checks)),
        parts=(*instalments(words, line), *shares(words, line)),
        overpaid="" if line.overpaid.nothing else overpaid_sentence(words, line),
    )


def _checked(words: Phrasing, checks: Iterable[Check]) -> Iterator[Checked]:
    for check in checks:
        source = words.source(check.ground)
        if isinstance(check, CombinedCheck):
            sentence, parts = combined_head(words, check), tuple(_checked(words, check.parts))
        else:
            sentence, parts = check_sentence(words, check), ()
        yield Checked(check.truth, words.say("answer.truth", check.truth), sentence + source, parts)
