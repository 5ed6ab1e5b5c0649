"""An assessment as plain text: what is payable, why, what did not apply, and what is open."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.assessment import Assessment, AwardLine, Need, Remark
from listing_rewards.errors import Lang
from listing_rewards.report.checks import check_sentence
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.steps import step_sentence

_APPLIES = ("granted", "open")


def explain(assessment: Assessment, lang: Lang = "en") -> str:
    """The whole answer in one language; ends without a line break."""
    phrasing = Phrasing(assessment, lang)
    sections = (
        _head(phrasing),
        _assumptions(phrasing),
        _what_applies(phrasing),
        _what_does_not(phrasing),
        _needs(phrasing),
        _notices(phrasing),
        _remarks(phrasing),
        _sources(phrasing),
    )
    return "\n\n".join(text for section in sections if (text := "\n".join(section)))


def _head(words: Phrasing) -> Iterator[str]:
    answer = words.answer
    enterprise = answer.case.enterprise
    details = [
        words.say(key, value=value)
        for key, value in (("uscc", enterprise.uscc), ("county", enterprise.county))
        if value
    ]
    name = enterprise.name + (words.bracket(words.listing(details)) if details else "")
    yield words.say("who", name=name)
    document = words.policy.document
    yield words.say(
        "under",
        title=words.text(document.title),
        id=answer.policy.id,
        issuer=words.text(document.issuer),
    )
    yield words.say("as_of", day=answer.as_of)
    yield ""
    total = words.range(answer.payable, answer.payable_at_most, wan=True)
    yield words.say("payable" if answer.determined else "payable_open", amount=total)
    if answer.paid:
        yield words.say(
            "totals",
            entitled=words.bounds(answer.entitled),
            paid=words.yuan(answer.paid),
            overpaid=words.bounds(answer.overpaid),
        )
    if not answer.overpaid.nothing:
        yield words.say("not_set_off")


def _assumptions(words: Phrasing) -> Iterator[str]:
    if words.answer.assumptions:
        yield words.say("assumed_head")
    for reason, wheres in words.assumptions_by_reason():
        yield f"- {words.listing(wheres)}{words.colon}{reason}"


def _what_applies(words: Phrasing) -> Iterator[str]:
    lines = [line for line in words.answer.lines if line.status in _APPLIES]
    if lines:
        yield words.say("applies_head")
    for number, line in enumerate(lines, start=1):
        title = words.award(line.award)
        payable = words.bounds(line.payable, wan=True)
        yield f"{number}. {words.say('line', title=title, payable=payable)}"
        yield from _checks(words, line)
        yield from (f"     {step_sentence(words, line, step)}" for step in line.steps)
        if not line.overpaid.nothing:
            yield f"   ! {_overpaid(words, line)}"
    for group in words.answer.groups:
        if not group.entitled.nothing or group.paid:
            sentence = words.say(
                "group_head",
                title=words.text(words.policy.groups[group.group].title),
                entitled=words.bounds(group.entitled),
                cap=words.yuan(group.cap),
                paid=words.yuan(group.paid),
                payable=words.bounds(group.payable),
                source=words.source(group.ground),
            )
            yield f"= {sentence}"


def _checks(words: Phrasing, line: AwardLine) -> Iterator[str]:
    for check in line.checks:
        truth = words.say(check.truth)
        yield f"   [{truth}] {check_sentence(words, check)}{words.source(check.ground)}"


def _what_does_not(words: Phrasing) -> Iterator[str]:
    lines = [line for line in words.answer.lines if line.status not in _APPLIES]
    if lines:
        yield words.say("not_head")
    for line in lines:
        yield "- " + words.say("line_not", title=words.award(line.award), why=_why_not(words, line))
        if not line.overpaid.nothing:
            yield f"   ! {_overpaid(words, line)}"


def _why_not(words: Phrasing, line: AwardLine) -> str:
    if line.status == "no_room" and line.nominal.nothing:
        return words.say("no_amount_why")
    if line.status == "no_room":
        group = words.policy.award(line.award).group or ""
        return words.say(
            "no_room_why", cap=words.yuan(words.policy.groups[group].cap)
        ) + words.source(words.policy.grounds[f"groups.{group}"])
    reasons = [check for check in line.checks if check.truth == "not_met"]
    return " ".join(check_sentence(words, check) + words.source(check.ground) for check in reasons)


def _overpaid(words: Phrasing, line: AwardLine) -> str:
    return words.say("line_paid", paid=words.yuan(line.paid), overpaid=words.bounds(line.overpaid))


def _needs(words: Phrasing) -> Iterator[str]:
    if words.answer.needs:
        yield words.say("needs_head")
    for need in words.answer.needs:
        awards = words.listing(map(words.award, need.awards))
        yield "- " + words.say("need_for", fact=_fact(words, need), awards=awards)


def _fact(words: Phrasing, need: Need) -> str:
    names = {
        "event": words.event,
        "event_amount": words.event,
        "flag": words.flag,
        "award_amount": words.award,
    }
    fact = words.say(f"need_{need.kind}", name=names[need.kind](need.name), day=need.on)
    return fact + "".join(words.say("need_or", name=words.event(kind)) for kind in need.or_else)


def _notices(words: Phrasing) -> Iterator[str]:
    """The laws that the awards' own days raise, and those that paying them now would."""
    at_payment = [each for each in words.answer.remarks if each.kind == "notice_at_payment"]
    if words.answer.notices or at_payment:
        yield words.say("notices_head")
    for notice in words.answer.notices:
        awards = words.listing(map(words.award, notice.awards))
        sentence = words.say(
            "notice",
            law=words.text(notice.law),
            since=notice.since,
            awards=awards,
            text=_law_text(words, notice.id),
        )
        yield f"- {sentence}"
    for remark in at_payment:
        yield f"- {_remark(words, remark)}{words.gap}{_law_text(words, remark.names[0])}"


def _law_text(words: Phrasing, notice_id: str) -> str:
    """What a notice's law says, and what to do about it."""
    notice = words.policy.notice(notice_id)
    advice = words.gap + words.text(notice.advice) if notice.advice else ""
    return words.text(notice.text) + advice


def _remarks(words: Phrasing) -> Iterator[str]:
    others = [each for each in words.answer.remarks if each.kind != "notice_at_payment"]
    if others:
        yield words.say("remarks_head")
    yield from (f"- {_remark(words, remark)}" for remark in others)


def _remark(words: Phrasing, remark: Remark) -> str:
    first, *others = remark.names or ("",)
    amount = "" if remark.amount is None else words.yuan(remark.amount)
    match remark.kind:
        case "policy_ended" | "policy_not_begun":
            return words.say(remark.kind, day=remark.on)
        case "event_later" | "identical_events":
            return words.say(remark.kind, event=words.event(first), day=remark.on)
        case "payment_later":
            return words.say(remark.kind, award=words.award(first), day=remark.on, amount=amount)
        case "payment_elsewhere":
            award = words.award(first)
            return words.say(
                remark.kind, award=award, day=remark.on, amount=amount, policy=others[0]
            )
        case "tested_in_place":
            return words.say(
                remark.kind, event=words.event(first), tested=words.event(others[0]), day=remark.on
            )
        case "no_word_on_break":
            return words.say(remark.kind, event=words.event(first), start=words.event(others[0]))
        case "implied_event":
            return words.say(remark.kind, event=words.event(first), later=words.event(others[0]))
        case "notice_at_payment":
            awards = words.listing(map(words.award, others))
            return words.say(remark.kind, law=words.law(first), day=remark.on, awards=awards)


def _sources(words: Phrasing) -> Iterator[str]:
    policy = words.policy
    cited = {check.ground.clause for check in words.answer.checks}
    cited |= {
        step.ground.clause for line in words.answer.lines for step in line.steps if step.ground
    }
    clauses = [(key, clause) for key, clause in policy.clauses.items() if key in cited]
    if clauses:
        yield words.say("sources_head")
    for _, clause in clauses:
        sentence = words.say(
            "clause",
            item=words.text(clause.item),
            title=words.text(policy.title_of(clause.document)),
            text=words.text(clause.text),
        )
        if clause.lead and clause.supporting:
            sentence += words.say(
                "units", lead=words.text(clause.lead), supporting=words.text(clause.supporting)
            )
        yield f"- {sentence}"
    yield words.say("made_by", version=words.answer.version)
