"""What was promised, in a sentence: of a policy, and of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.assessment import Exposure
from listing_rewards.policy.undertakings import Undertaking
from listing_rewards.report.phrasing import Phrasing, PolicyPhrasing
from listing_rewards.values.truth import MET, NOT_MET


def undertaking_text(words: PolicyPhrasing, promised: Undertaking) -> str:
    """What was promised, and what follows where it is broken."""
    key = "policy.kept_by" if promised.kept_by else "policy.broken_by"
    broken = words.say(key, event=events_of(words, promised), time=_time(words, promised))
    called_back = "policy.undertaking" if promised.called_back else "policy.undertaking_kept"
    return words.say(
        called_back,
        title=words.text(promised.title),
        broken=broken,
        unpaid=words.say("policy.not_payable") if promised.binding else "",
        share=words.rate(promised.called_back),
        names=words.awards(promised.awards),
    )


def events_of(words: PolicyPhrasing, promised: Undertaking) -> str:
    """The events that break it, or the one that keeps it."""
    kinds = (promised.kept_by,) if promised.kept_by else promised.broken_by
    return words.say("values.event_joint", "any").join(map(words.event, kinds))


def _time(words: PolicyPhrasing, promised: Undertaking) -> str:
    """From when the time runs, and for how long."""
    start = words.say("policy.earning_it" if promised.calendar else "policy.earning")
    if promised.after:
        start = words.say("values.quoted", name=words.event(promised.after))
    if promised.runs_from == "payment":
        start = words.say("policy.each_payment")
    elif promised.calendar:
        start = words.say("policy.new_year", promised.calendar, event=start)
    span = words.span(years=promised.years, months=promised.months)
    return words.say("policy.within" if span else "policy.after", span=span, event=start)


def exposures(words: Phrasing) -> Iterator[str]:
    """Undertakings about what was paid, and those that are broken whatever was paid."""
    for each in words.answer.exposures:
        promised = words.policy.relations.undertakings[each.repayment]
        yield words.say(
            "answer.exposure",
            title=words.text(promised.title),
            award=words.award(each.award),
            what=_exposed(words, each, promised) + _unpaid(words, each, promised),
            source=words.source(each.ground),
        )


def _exposed(words: Phrasing, each: Exposure, promised: Undertaking) -> str:
    """Whether it is broken, and what could be called back."""
    values = {
        "event": events_of(words, promised),
        "amount": words.bounds(each.amount),
        "most": words.yuan(each.at_most),
    }
    variant: str = each.truth
    nothing_paid = words.answer.line(each.award).paid == 0
    if promised.kept_by:
        over = _in_time(words, promised.kept_by, each)
        variant = "over" if each.truth is NOT_MET and over else variant
        variant = "unpaid" if each.truth is MET and nothing_paid else variant
        until = each.until or words.say("answer.exposure_end_unknown")
        return words.say("answer.exposure_unless", variant, until=until, **values)
    if each.truth is NOT_MET and each.until is not None and each.until < words.answer.as_of:
        variant = "over"
    variant = "unpaid" if each.truth is MET and nothing_paid else variant
    when = "answer.exposure_time" if each.until else "answer.exposure_time_open"
    when = when if each.since else "answer.exposure_time_unknown"
    time = words.say(when, since=each.since, until=each.until)
    return words.say("answer.exposure_now", variant, day=each.on, time=time, **values)


def _in_time(words: Phrasing, kind: str, each: Exposure) -> bool:
    """Whether the event that keeps it happened by the end of its time."""
    end = min(each.until, words.answer.as_of) if each.until else None
    days = [event.on for event in words.answer.case.events if event.kind == kind]
    return end is not None and any(day <= end for day in days)


def _unpaid(words: Phrasing, each: Exposure, promised: Undertaking) -> str:
    """What follows for what is not yet paid, where it is broken."""
    if each.truth is not MET:
        return ""
    if promised.binding:
        return words.say("answer.exposure_binding")
    open_payment = not words.answer.line(each.award).payable.nothing
    return words.say("answer.exposure_reported") if open_payment else ""
