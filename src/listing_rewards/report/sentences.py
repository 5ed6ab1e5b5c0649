"""What an answer says besides its awards: needs, exposures, laws, remarks, assumptions, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Check,
    CombinedCheck,
    Need,
    Remark,
)
from listing_rewards.assessment.in_words import AssumptionInWords, ClauseInWords, NeedInWords
from listing_rewards.policy.source import Ground, Quotation
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import Phrasing, PolicyPhrasing
from listing_rewards.report.steps import grounds_of
from listing_rewards.values.truth import MET


class Instead(NamedTuple):
    """What is given instead of an award.

    Attributes:
        awards: the award that takes its place; all it was compared with if that is not known.
        outdone: whether it was less than the best of several, rather than replaced.
        grounds: the clauses by which it is so.
    """

    awards: tuple[str, ...]
    outdone: bool
    grounds: tuple[Ground, ...]


OF_AN_AWARD = frozenset({
    "amount_too_early", "amount_too_late", "amount_outside",
    "application_not_stated", "application_later",
})  # fmt: skip
"""Remarks that are reported with the award that they name first."""


def instead_of(answer: Assessment, line: AwardLine) -> Instead | None:
    """What is given instead of an award to which nothing is given; None where nothing is."""
    policy = answer.policy
    replacing = [each.id for each in policy.awards if line.award in each.replaces]
    due = tuple(name for name in replacing if answer.line(name).truth is MET)
    if due:
        return Instead(
            due, outdone=False, grounds=tuple(policy.grounds[f"awards.{n}"] for n in due)
        )
    if not any(cut.by == "choice" and cut.after.nothing for cut in line.cut_by):
        return None
    best = {name: each for name, each in policy.best_of.items() if line.award in each.awards}
    rivals = [name for each in best.values() for name in each.awards if name != line.award]
    kept = [name for name in rivals if answer.line(name).chosen is MET]
    grounds = tuple(policy.grounds[f"best_of.{name}"] for name in best)
    return Instead(tuple(kept or rivals), outdone=True, grounds=grounds)


_DATED = re.compile(r"(?P<award>.+)\.amount\.dated\[(?P<number>\d+)\]\.amount")


def needs(words: Phrasing) -> Iterator[NeedInWords]:
    """The facts that would settle what is open."""
    for need in words.answer.needs:
        fact, awards = need_text(words, need), tuple(map(words.award, need.awards))
        sentence = words.say("answer.need_for", fact=fact, awards=words.listing(awards))
        sentence += answers_text(words, need)
        yield NeedInWords(fact=fact, awards=awards, sentence=sentence)


def answers_text(words: Phrasing, need: Need) -> str:
    """What each answer would give."""
    given = [
        words.say(
            "answer.need_gives",
            answer=_answer(words, need, each.answer),
            amount=words.bounds(each.payable),
        )
        for each in need.answers
    ]
    if not given:
        return ""
    return words.say("answer.need_answers", given=words.say("policy.list_joint").join(given))


def _answer(words: Phrasing, need: Need, answer: str) -> str:
    if need.kind == "attribute":
        return words.value(need.name, answer)
    return words.say("answer.need_if", answer)


def need_text(words: PolicyPhrasing, need: Need) -> str:
    """The fact that is needed."""
    names = {
        "event": words.event,
        "event_amount": words.event,
        "figure": words.figure,
        "flag": words.flag,
        "attribute": words.attribute,
        "approved": words.award,
        "application": words.award,
        "award_amount": words.award,
        "award_cap": words.award,
        "group_cap": words.group,
        "band": words.award,
    }
    fact = words.say("answer.need", need.kind, name=names[need.kind](need.name), day=need.on)
    return fact + "".join(
        words.say("answer.need_or", name=words.event(kind)) for kind in need.or_else
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
    """What changes no amount and must be reported; but for what is reported with its award."""
    for remark in words.answer.remarks:
        if remark.kind != "notice_at_payment" and remark.kind not in OF_AN_AWARD:
            yield _remark(words, remark)


def notes_of(words: Phrasing, award: str) -> Iterator[str]:
    """What is reported with an award: what was stated and does not count for it."""
    for remark in words.answer.remarks:
        if remark.kind in OF_AN_AWARD and remark.names[0] == award:
            yield _remark(words, remark)


def _remark(words: Phrasing, remark: Remark) -> str:
    first, *others = remark.names or ("",)
    names = {}
    match remark.kind:
        case "policy_ended" | "policy_not_begun":
            return words.say("answer.remark", remark.kind, day=remark.on) + _repealed(words, remark)
        case "event_later" | "identical_events":
            names = {"event": words.event(first)}
        case "payment_later" | "payment_returned" | "application_not_stated" | "application_later":
            names = {"award": words.award(first)}
        case "payment_elsewhere":
            names = {"award": words.award(first), "policy": others[0]}
        case "payment_before_event":
            names = {"award": words.award(first), "event": words.event(others[0])}
        case "amount_too_early" | "amount_too_late" | "amount_outside":
            return _not_counted(words, remark)
        case "tested_in_place" | "no_word_on_break" | "implied_event":
            names = {"event": words.event(first), "other": words.event(others[0])}
        case "notice_at_payment":
            awards = words.listing(map(words.award, others))
            names = {"law": words.law(first), "awards": awards}
        case "not_due_yet":
            return _not_due_yet(words, remark)
    amount = "" if remark.amount is None else words.yuan(remark.amount)
    return words.say("answer.remark", remark.kind, day=remark.on, amount=amount, **names)


def _not_counted(words: Phrasing, remark: Remark) -> str:
    """Which stated amount does not count for an award, and why."""
    award, event, *around = remark.names
    days, what = words.policy.in_force, "answer.event_of"
    amount = "" if remark.amount is None else words.yuan(remark.amount)
    if amount:
        what = "answer.amount_of"
    return words.say(
        "answer.remark",
        remark.kind,
        what=words.say(what, event=words.event(event), day=remark.on, amount=amount),
        award=words.award(award),
        first=days.first,
        last=days.end or "",
        other=words.listing(map(words.event, around)),
    )


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


def part_text(words: PolicyPhrasing, where: str) -> str:
    """The part of the policy that a path names, such as ``awards.listed.amount``."""
    policy = words.policy
    table, _, name = where.partition(".")
    match table:
        case "awards":
            return _award_part(words, name)
        case "flags":
            return words.flag(name)
        case "groups":
            return words.text(policy.groups[name].title)
        case "budgets":
            return words.text(policy.budgets[name].title)
        case "undertakings" | "repayments":
            return words.text(policy.relations.undertakings[name].title)
        case "conditions":
            return words.say(
                "answer.part", "conditions", content=condition_text(words, policy.conditions[name])
            )
        case "best_of":
            return words.say(
                "answer.part", "best_of", names=words.awards(policy.best_of[name].awards)
            )
        case "instalments" | "shares":
            key = "paid_in" if table == "instalments" else "borne_by"
            awards = (each.id for each in policy.awards if getattr(each, key) == name)
            return words.say("answer.part", table, names=words.awards(awards))
        case _:
            return words.say("answer.part", table)


def _award_part(words: PolicyPhrasing, name: str) -> str:
    dated = _DATED.fullmatch(name)
    if dated is None:
        return words.award(name.removesuffix(".amount"))
    amount = words.policy.award(dated["award"]).amount
    day = getattr(amount, "dated", ())[int(dated["number"])].since
    return words.say("answer.part", "dated", award=words.award(dated["award"]), day=day)


def assumptions(words: Phrasing) -> Iterator[AssumptionInWords]:
    """Each reason of an answer's assumptions once, with the parts it is given for."""
    found: dict[str, list[str]] = {}
    for each in words.answer.assumptions:
        found.setdefault(words.text(each.reason), []).append(part_text(words, each.where))
    for reason, what in found.items():
        yield AssumptionInWords(what=tuple(what), reason=reason)


def clauses(words: Phrasing) -> Iterator[ClauseInWords]:
    """Each clause that the answer rests on, in the policy's order."""
    cited, memo = {ground.clause for ground in _grounds(words.answer)}, words.policy.memo
    for name in words.policy.clauses:
        if name in cited:
            yield memo.of(("clause in words", name, words.lang), partial(_clause, words, name))


def not_seen(words: Phrasing) -> Iterator[str]:
    """What was not seen of the document."""
    for text in words.policy.document.missing:
        yield words.say("answer.not_seen", text=words.text(text))


def _clause(words: PolicyPhrasing, name: str) -> ClauseInWords:
    clause = words.policy.clauses[name]
    item, text = words.text(clause.item), words.text(clause.text)
    title = words.text(words.policy.title_of(clause.document))
    sentence = words.say("answer.clause", item=item, title=title, text=text)
    sentence += _how_read(words, clause)
    if clause.lead and clause.supporting:
        sentence += words.say(
            "answer.units", lead=words.text(clause.lead), supporting=words.text(clause.supporting)
        )
    for each in clause.readings:
        where, said = words.text(each.item), words.text(each.text)
        sentence += words.say("answer.reading", item=where, text=said) + _how_read(words, each)
    place = words.clause(name)
    return ClauseInWords(clause=name, name=place, document=title, text=text, sentence=sentence)


def _how_read(words: PolicyPhrasing, quoted: Quotation) -> str:
    how = words.how_read(quoted)
    return words.bracket(how) if how else ""


def _grounds(answer: Assessment) -> Iterator[Ground]:
    """What the checks, steps, parts and totals of an answer rest on."""
    policy = answer.policy
    for line in answer.lines:
        yield from _of_checks((*line.checks, *line.amount_checks))
        for step in line.steps:
            yield from grounds_of(policy, line, step)
        award = policy.award(line.award)
        if line.instalments:
            yield policy.grounds[f"instalments.{award.paid_in}"]
        if line.shares:
            yield policy.grounds[f"shares.{award.borne_by}"]
        instead = instead_of(answer, line)
        yield from instead.grounds if instead else ()
    yield from (group.ground for group in answer.groups)
    yield from (exposure.ground for exposure in answer.exposures)


def _of_checks(checks: Iterable[Check]) -> Iterator[Ground]:
    for check in checks:
        yield check.ground
        if isinstance(check, CombinedCheck):
            yield from _of_checks(check.parts)
