"""The awards of an answer: those that apply, step by step, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.assessment import (
    AwardLine,
    Check,
    CombinedCheck,
    GroupTotal,
    InstalmentLine,
)
from listing_rewards.bounds import NOTHING, Bounds, exactly
from listing_rewards.policy.grants import Instalment
from listing_rewards.report.alternatives import Instead, instead_of
from listing_rewards.report.checks import check_sentence, combined_head
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.policy import when_text
from listing_rewards.report.steps import step_sentence
from listing_rewards.truth import MET, UNKNOWN


def applies(line: AwardLine) -> bool:
    """Whether an award is granted, or may be."""
    return line.status in ("granted", "open")


def what_applies(words: Phrasing) -> Iterator[str]:
    """Each award that is granted or open, and the awards under a common cap together."""
    lines = [line for line in words.answer.lines if applies(line)]
    if lines:
        yield words.say("answer.applies_head")
    for number, line in enumerate(lines, start=1):
        yield f"{number}. {_title(words, line)}"
        yield from _details(words, line)
    for group in words.answer.groups:
        if not group.entitled.nothing or group.paid:
            yield f"= {group_sentence(words, group)}"


def _title(words: Phrasing, line: AwardLine) -> str:
    title, payable = words.award(line.award), words.bounds(line.payable, wan=True)
    withheld = _withheld(words, line.withheld, wan=True)
    return words.say("answer.line", title=title, payable=payable) + withheld


def _withheld(words: Phrasing, withheld: Bounds, *, wan: bool) -> str:
    """What is withheld, behind what is payable."""
    if withheld.nothing:
        return ""
    return words.say("answer.line_withheld", withheld=words.bounds(withheld, wan=wan))


def _details(words: Phrasing, line: AwardLine) -> Iterator[str]:
    recipient = words.policy.award(line.award).recipient
    if recipient:
        yield "   " + words.say("answer.recipient", recipient=words.text(recipient))
    for check in line.checks:
        yield from _check(words, check, "   ")
    yield from (f"     {step_sentence(words, line, step)}" for step in line.steps)
    for check in line.amount_checks:
        yield from _check(words, check, "       ")
    yield from (f"     {sentence}" for sentence in instalments(words, line))
    yield from (f"     {sentence}" for sentence in shares(words, line))
    if not line.overpaid.nothing:
        yield f"   ! {overpaid_sentence(words, line)}"


def _check(words: Phrasing, check: Check, indent: str) -> Iterator[str]:
    """A check; one that is made of others with those below it."""
    truth, source = words.say("answer.truth", check.truth), words.source(check.ground)
    if not isinstance(check, CombinedCheck):
        yield f"{indent}[{truth}] {check_sentence(words, check)}{source}"
        return
    yield f"{indent}[{truth}] {combined_head(words, check)}{source}"
    for part in check.parts:
        yield from _check(words, part, f"{indent}    ")


def instalments(words: Phrasing, line: AwardLine) -> Iterator[str]:
    """The parts in which an award is paid, each with its day."""
    name = words.policy.award(line.award).paid_in
    if name is None:
        return
    source = words.part_source(f"instalments.{name}")
    parts = words.policy.instalments[name].parts
    for n, (part, stated) in enumerate(zip(parts, line.instalments, strict=False), start=1):
        sentence = words.say(
            "answer.instalment",
            n=n,
            share=words.rate(stated.share),
            amount=words.bounds(stated.amount),
            due=_due(words, part, stated),
        )
        yield sentence + source


def _due(words: Phrasing, part: Instalment, stated: InstalmentLine) -> str:
    """From which day a part is due, or after which event."""
    if stated.due_on:
        key = "answer.instalment_due" if stated.due is MET else "answer.instalment_due_later"
        return words.say(key, day=stated.due_on)
    key = "answer.instalment_due_open" if stated.due is UNKNOWN else "answer.instalment_due_after"
    return words.say(key, when=when_text(words, part))


def shares(words: Phrasing, line: AwardLine) -> Iterator[str]:
    """What each level of government bears of an award."""
    name = words.policy.award(line.award).borne_by
    for each in line.shares:
        sentence = words.say(
            "answer.share_line",
            level=words.text(each.title),
            share=words.rate(each.share),
            amount=words.bounds(each.payable),
        )
        yield sentence + words.part_source(f"shares.{name}")


def overpaid_sentence(words: Phrasing, line: AwardLine) -> str:
    """What was paid for an award beyond what is entitled."""
    own = line.counted in (NOTHING, exactly(line.paid))
    key = "answer.line_paid" if own else "answer.line_paid_more"
    return words.say(key, paid=words.yuan(line.paid), overpaid=words.bounds(line.overpaid))


def group_sentence(words: Phrasing, group: GroupTotal) -> str:
    """The awards under a common cap together."""
    return words.say(
        "answer.group_head",
        title=words.text(words.policy.groups[group.group].title),
        entitled=words.bounds(group.entitled),
        cap=words.bounds(group.cap),
        paid=words.yuan(group.paid),
        payable=words.bounds(group.payable),
        withheld=_withheld(words, group.withheld, wan=False),
        source=words.source(group.ground),
    )


def what_does_not(words: Phrasing) -> Iterator[str]:
    """Each award for which nothing is given, with the reason."""
    lines = [line for line in words.answer.lines if not applies(line)]
    if lines:
        yield words.say("answer.not_head")
    for line in lines:
        yield "- " + words.say(
            "answer.line_not", title=words.award(line.award), why=why_not(words, line)
        )
        if not line.overpaid.nothing:
            yield f"   ! {overpaid_sentence(words, line)}"


def why_not(words: Phrasing, line: AwardLine) -> str:
    """Why nothing is given for an award, with the clause."""
    reasons = [check for check in line.checks if check.truth == "not_met"]
    if reasons:
        return " ".join(
            check_sentence(words, check) + words.source(check.ground) for check in reasons
        )
    instead = instead_of(words.answer, line)
    if instead:
        return _given_instead(words, line, instead)
    group = words.policy.award(line.award).group
    totals = [each for each in words.answer.groups if each.group == group]
    if line.nominal.nothing or not totals:
        return words.say("answer.no_amount_why")
    cap = words.bounds(totals[0].cap)
    return words.say("answer.no_room_why", cap=cap) + words.source(totals[0].ground)


def _given_instead(words: Phrasing, line: AwardLine, instead: Instead) -> str:
    key = "answer.outdone_why" if instead.outdone else "answer.replaced_why"
    why = words.say(key, names=words.awards(instead.awards))
    why += "".join(map(words.source, instead.grounds))
    return why + (words.say("answer.counts_for", paid=words.yuan(line.paid)) if line.paid else "")
