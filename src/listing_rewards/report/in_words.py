"""An answer put into words: award by award, with reasons, steps and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Check,
    CombinedCheck,
    GroupTotal,
    InstalmentLine,
    Step,
)
from listing_rewards.assessment.in_words import (
    AnswerInWords,
    AwardInWords,
    GroupInWords,
    Reason,
    StepInWords,
)
from listing_rewards.errors import Lang
from listing_rewards.policy.grants import Instalment
from listing_rewards.report import sentences
from listing_rewards.report.checks import check_sentence, combined_head
from listing_rewards.report.evidence import evidence
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.policy import when_text
from listing_rewards.report.sentences import Instead, instead_of
from listing_rewards.report.steps import grounds_of, step_text, unit_of
from listing_rewards.report.undertakings import exposures
from listing_rewards.values.range import NOTHING, Bounds, exactly
from listing_rewards.values.truth import MET, UNKNOWN
from listing_rewards.words import say


def in_words(answer: Assessment, lang: Lang = "en") -> AnswerInWords:
    """The whole answer in words, in one language."""
    return put_into_words(Phrasing(answer, lang))


def put_into_words(words: Phrasing) -> AnswerInWords:
    """The whole answer in words."""
    answer, enterprise = words.answer, words.answer.case.enterprise
    return AnswerInWords(
        lang=words.lang,
        enterprise=enterprise.name,
        uscc=enterprise.uscc,
        county=enterprise.county,
        policy=answer.policy.id,
        title=words.text(answer.policy.document.title),
        issuer=words.text(answer.policy.document.issuer),
        as_of=answer.as_of,
        determined=answer.determined,
        payable=words.payable(answer, wan=True),
        totals=tuple(_totals(words)),
        assumptions=tuple(sentences.assumptions(words)),
        awards=tuple(_award(words, line) for line in answer.lines),
        groups=tuple(
            GroupInWords(group=group.group, sentence=group_sentence(words, group))
            for group in answer.groups
            if not group.entitled.nothing or group.paid
        ),
        needs=tuple(sentences.needs(words)),
        exposures=tuple(exposures(words)),
        notices=tuple(sentences.notices(words)),
        remarks=tuple(sentences.remarks(words)),
        evidence=tuple(evidence(words)),
        clauses=tuple(sentences.clauses(words)),
        not_seen=tuple(sentences.not_seen(words)),
        version=answer.version,
    )


def _totals(words: Phrasing) -> Iterator[str]:
    answer = words.answer
    key = "answer.payable" if answer.determined else "answer.payable_open"
    yield words.say(key, amount=words.payable(answer, wan=True))
    if not answer.exact and not answer.determined:
        yield words.say("answer.not_exact")
    if not answer.withheld.nothing:
        yield words.say("answer.withheld", amount=words.bounds(answer.withheld, wan=True))
    if answer.paid:
        yield words.say(
            "answer.totals",
            entitled=words.bounds(answer.entitled),
            paid=words.yuan(answer.paid),
            overpaid=words.bounds(answer.overpaid),
        )
    if not answer.overpaid.nothing:
        yield words.say("answer.not_set_off")


def _award(words: Phrasing, line: AwardLine) -> AwardInWords:
    recipient = words.policy.award(line.award).recipient
    reached = line.status != "not_reached"
    applies = line.status in ("granted", "open")
    return AwardInWords(
        award=line.award,
        title=words.award(line.award),
        status=line.status,
        status_in_words=words.say("answer.status", line.status),
        nominal=words.bounds(line.nominal),
        entitled=words.bounds(line.entitled),
        paid=words.yuan(line.paid),
        payable=words.bounds(line.payable, wan=True),
        withheld=None if line.withheld.nothing else words.bounds(line.withheld, wan=True),
        overpaid=None if line.overpaid.nothing else _overpaid(words, line),
        recipient=words.text(recipient) if recipient else None,
        why_not=None if applies else _why_not(words, line),
        reasons=tuple(_reasons(words, line.checks)) if reached else (),
        steps=tuple(_step(words, line, step) for step in line.steps if reached),
        amount_reasons=tuple(_reasons(words, line.amount_checks)) if reached else (),
        parts=_parts(words, line) if reached else (),
        notes=tuple(sentences.notes_of(words, line.award)),
    )


def _reasons(words: Phrasing, checks: Iterable[Check]) -> Iterator[Reason]:
    for check in checks:
        parts: tuple[Reason, ...] = ()
        if isinstance(check, CombinedCheck):
            sentence, parts = combined_head(words, check), tuple(_reasons(words, check.parts))
        else:
            sentence = check_sentence(words, check)
        yield Reason(
            truth=check.truth,
            truth_in_words=words.say("answer.truth", check.truth),
            sentence=sentence,
            clauses=(check.ground.clause,),
            parts=parts,
        )


def _step(words: Phrasing, line: AwardLine, step: Step) -> StepInWords:
    idle = step.needed_no_rounding(line.steps)
    grounds = () if idle else grounds_of(words.policy, line, step)
    return StepInWords(
        sentence=step_text(words, line, step),
        result=words.bounds(step.result, unit=unit_of(words, line.steps, step)),
        clauses=tuple(ground.clause for ground in grounds),
    )


def tagged(words: AnswerInWords, part: Reason | StepInWords) -> str:
    """The sentence of a reason or step with what it rests on behind it."""
    tags = (
        say("values.assumed_tag", words.lang)
        if each is None
        else say("values.clause_tag", words.lang, item=words.clause(each).name)
        for each in part.clauses
    )
    return part.sentence + "".join(tags)


def _withheld(words: Phrasing, withheld: Bounds) -> str:
    """What is withheld of a group, behind what is payable."""
    if withheld.nothing:
        return ""
    return words.say("answer.line_withheld", withheld=words.bounds(withheld))


def _instalments(words: Phrasing, line: AwardLine) -> Iterator[str]:
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


def _parts(words: Phrasing, line: AwardLine) -> tuple[str, ...]:
    """Instalments, what is for others, and what each level of government bears."""
    return (*_instalments(words, line), *_of_which(words, line), *_shares(words, line))


def _of_which(words: Phrasing, line: AwardLine) -> Iterator[str]:
    """What of an award is for somebody else."""
    for each in line.of_which:
        who, amount = words.text(each.recipient), words.bounds(each.payable)
        sentence = words.say("answer.of_which", recipient=who, amount=amount)
        yield sentence + words.source(each.ground)


def _shares(words: Phrasing, line: AwardLine) -> Iterator[str]:
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


def _overpaid(words: Phrasing, line: AwardLine) -> str:
    """What was paid for an award beyond what is entitled."""
    own = line.counted in (NOTHING, exactly(line.paid))
    key = "answer.line_paid" if own else "answer.line_paid_more"
    return words.say(key, paid=words.yuan(line.paid), overpaid=words.bounds(line.overpaid))


def group_sentence(words: Phrasing, group: GroupTotal) -> str:
    """The awards under a common cap together."""
    return words.say(
        "answer.group_head",
        title=words.group(group.group),
        entitled=words.bounds(group.entitled),
        cap=words.bounds(group.cap),
        paid=words.yuan(group.paid),
        payable=words.bounds(group.payable),
        withheld=_withheld(words, group.withheld),
        source=words.source(group.ground),
    )


def _why_not(words: Phrasing, line: AwardLine) -> str:
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
