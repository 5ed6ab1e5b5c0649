"""What an answer tells besides amounts: needs, exposures, laws, remarks."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.assessment import Exposure, Need, Remark
from listing_rewards.report.phrasing import Phrasing, PolicyPhrasing
from listing_rewards.truth import NOT_MET


def needs(words: Phrasing) -> Iterator[str]:
    """The facts that would settle what is open."""
    for need in words.answer.needs:
        awards = words.listing(map(words.award, need.awards))
        yield words.say("answer.need_for", fact=need_text(words, need), awards=awards)


def need_text(words: PolicyPhrasing, need: Need) -> str:
    """The fact that is needed."""
    names = {
        "event": words.event,
        "event_amount": words.event,
        "figure": words.figure,
        "flag": words.flag,
        "attribute": words.attribute,
        "approved": words.award,
        "award_amount": words.award,
        "band": words.award,
    }
    fact = words.say("answer.need", need.kind, name=names[need.kind](need.name), day=need.on)
    return fact + "".join(
        words.say("answer.need_or", name=words.event(kind)) for kind in need.or_else
    )


def exposures(words: Phrasing) -> Iterator[str]:
    """What was paid and could be called back."""
    for each in words.answer.exposures:
        yield words.say(
            "answer.exposure",
            title=words.text(words.policy.repayments[each.repayment].title),
            award=words.award(each.award),
            what=_exposed(words, each),
            source=words.source(each.ground),
        )


def _exposed(words: Phrasing, each: Exposure) -> str:
    over = each.until is not None and each.until < words.answer.as_of
    when = "answer.exposure_time" if each.until else "answer.exposure_time_open"
    return words.say(
        "answer.exposure_now",
        "over" if over and each.truth is NOT_MET else each.truth,
        event=words.event(words.policy.repayments[each.repayment].event),
        day=each.on,
        time=words.say(
            when if each.since else "answer.exposure_time_unknown",
            since=each.since,
            until=each.until,
        ),
        amount=words.bounds(each.amount),
        most=words.yuan(each.at_most),
    )


def notices(words: Phrasing) -> Iterator[str]:
    """The laws that the awards' own days raise, and those that paying them now would."""
    for notice in words.answer.notices:
        awards = words.listing(map(words.award, notice.awards))
        yield words.say(
            "answer.notice",
            law=words.text(notice.law),
            since=notice.since,
            awards=awards,
            text=_law_text(words, notice.id),
        )
    for remark in words.answer.remarks:
        if remark.kind == "notice_at_payment":
            yield _remark(words, remark) + words.gap + _law_text(words, remark.names[0])


def _law_text(words: Phrasing, notice_id: str) -> str:
    """What a notice's law says, what to do about it, and whether payment waits for that."""
    notice = words.policy.notice(notice_id)
    said = [words.text(notice.text)]
    if notice.advice:
        said.append(words.text(notice.advice))
    if notice.effect == "withhold":
        said.append(words.say("answer.notice_withhold"))
    return words.gap.join(said)


def remarks(words: Phrasing) -> Iterator[str]:
    """What changes no amount and must be told."""
    for remark in words.answer.remarks:
        if remark.kind != "notice_at_payment":
            yield _remark(words, remark)


def _remark(words: Phrasing, remark: Remark) -> str:
    first, *others = remark.names or ("",)
    names = {}
    match remark.kind:
        case "policy_ended" | "policy_not_begun":
            return words.say("answer.remark", remark.kind, day=remark.on) + _repealed(words, remark)
        case "event_later" | "identical_events":
            names = {"event": words.event(first)}
        case "payment_later":
            names = {"award": words.award(first)}
        case "payment_elsewhere":
            names = {"award": words.award(first), "policy": others[0]}
        case "payment_before_event":
            names = {"award": words.award(first), "event": words.event(others[0])}
        case "tested_in_place" | "no_word_on_break" | "implied_event":
            names = {"event": words.event(first), "other": words.event(others[0])}
        case "notice_at_payment":
            awards = words.listing(map(words.award, others))
            names = {"law": words.law(first), "awards": awards}
        case "not_due_yet":
            return _not_due_yet(words, remark)
    amount = "" if remark.amount is None else words.yuan(remark.amount)
    return words.say("answer.remark", remark.kind, day=remark.on, amount=amount, **names)


def _not_due_yet(words: Phrasing, remark: Remark) -> str:
    amount = words.say("answer.amount_open") if remark.amount is None else words.yuan(remark.amount)
    award = words.award(remark.names[0])
    if remark.on is None:
        return words.say("answer.remark_not_due_yet_open", award=award, amount=amount)
    return words.say("answer.remark", remark.kind, award=award, amount=amount, day=remark.on)


def _repealed(words: Phrasing, remark: Remark) -> str:
    """That the days ended because of a repeal."""
    days = words.policy.in_force
    if remark.kind != "policy_ended" or days.repealed is None or remark.on == days.last:
        return ""
    by = words.text(days.repealed.by)
    return words.gap + words.say("answer.remark_policy_repealed", since=days.repealed.since, by=by)
