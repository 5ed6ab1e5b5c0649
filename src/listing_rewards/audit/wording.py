"""What came of verifying a record, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from listing_rewards.audit.canonical import canonical
from listing_rewards.audit.comparing import awards_of
from listing_rewards.audit.records import Record, result_of
from listing_rewards.audit.values import both, is_of_yuan
from listing_rewards.audit.verification import Difference, Verification
from listing_rewards.errors import Lang
from listing_rewards.report.checks import check_sentence
from listing_rewards.report.page.signs import visible
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.steps import step_sentence, unit_of
from listing_rewards.version import __version__
from listing_rewards.words import say

_LINE = re.compile(r"result\.lines\[([0-9]+)\](?:\.(award|checks|steps))?")
_NONE_AT_ALL = (None, "[]", "null")
_TOLD_BEFORE = ("result.payable", "result.payable_at_most", "version")


def explain(verification: Verification, lang: Lang) -> str:
    """The outcome in a line, then a line for each thing to know; ends without a line break.

    Signs that cannot be seen, or reorder what is read, are shown by their codes.
    """
    return "\n".join(str(visible(line)) for line in _lines(verification, lang))


def _lines(verification: Verification, lang: Lang) -> Iterator[str]:
    afresh, difference = verification.assessment, verification.difference
    stated = _payable(verification.record.result)
    computed = None if afresh is None else _payable(result_of(afresh))
    outcome = say("record.outcome", lang, verification.outcome)
    who = verification.enterprise or say("record.nobody", lang)
    head = say("record.head", lang, outcome=outcome, who=who)
    if afresh is not None and stated == computed:
        amount = Phrasing(afresh, lang).range(afresh.payable, afresh.payable_at_most)
        head += say("record.payable", lang, amount=amount)
    yield head
    yield from _alterations(verification, lang)
    if verification.record.version != __version__:
        key = "record.newer" if verification.record.newer else "record.version"
        yield say(key, lang, theirs=verification.record.version, ours=__version__)
        if verification.record.of_no_version:
            yield say("record.of_no_version", lang, theirs=verification.record.version)
    if afresh is not None and stated != computed:
        yield _totals(stated, Phrasing(afresh, lang))
    if verification.outcome == "same_amounts" and difference is not None:
        yield say("record.told_otherwise", lang, path=difference.path)
    elif afresh is not None and difference is not None and difference.path not in _TOLD_BEFORE:
        whole = _of_a_line(difference, verification.record, Phrasing(afresh, lang))
        yield from [whole] if whole else _difference(difference, Phrasing(afresh, lang))


def _alterations(verification: Verification, lang: Lang) -> Iterator[str]:
    """Which digests do not hold, that of the whole only where the others do, and what follows."""
    parts = [name for name in verification.altered if name != "record"] or verification.altered
    yield from (say("record.digest", lang, name) for name in parts)
    yield from (
        say("record.fault", lang, sentence=each.sentence(lang)) for each in verification.faults
    )
    if parts and verification.assessment is not None and verification.difference is None:
        yield say("record.none_differs", lang)


def _of_a_line(difference: Difference, record: Record, words: Phrasing) -> str:
    """What is wrong with a whole line, or all its checks or steps; empty where it is none."""
    place = _LINE.fullmatch(difference.path)
    if place is None or difference.award is None:
        return ""
    details = {"n": int(place[1]) + 1, "award": words.award(difference.award)}
    key = _wrong_with(place[2], difference)
    if key == "another_award":
        awards = awards_of(record.result)
        if not awards:
            return ""
        details["stated"] = words.award(awards[int(place[1])])
        same = sorted(awards) == sorted(awards_of(result_of(words.answer)))
        key = "another_order" if same else key
    return say("record.line", words.lang, key, path=difference.path, **details) if key else ""


def _wrong_with(part: str | None, difference: Difference) -> str:
    """The phrase for a whole line, or the part of it that is named; empty where it has none."""
    if part == "award":
        return "another_award"
    if part is not None:
        return f"{part}_missing" if difference.stated in _NONE_AT_ALL else ""
    if difference.stated is None:
        return "line_missing"
    return "line_too_many" if difference.computed is None else ""


def _difference(difference: Difference, words: Phrasing) -> Iterator[str]:
    lang, award, step = words.lang, difference.award, difference.step
    line = None if award is None else words.answer.line(award)
    yuan = is_of_yuan(difference.path)
    if line is not None and step is not None and ".result." in difference.path:
        yuan = unit_of(words, line.steps, line.steps[step]) == "yuan"
    stated, computed = both(difference.stated, difference.computed, lang, yuan=yuan)
    yield say("record.difference", lang, path=difference.path, stated=stated, computed=computed)
    if line is None:
        return
    title = words.award(line.award)
    if step is not None:
        sentence = step_sentence(words, line, line.steps[step])
        yield say("record.step", lang, n=step + 1, award=title, sentence=sentence)
    if difference.check is not None:
        check = line.checks[difference.check]
        sentence = f"[{words.say('answer.truth', check.truth)}] {check_sentence(words, check)}"
        sentence += words.source(check.ground)
        yield say("record.check", lang, n=difference.check + 1, award=title, sentence=sentence)


def _totals(stated: tuple[str | None, str | None], words: Phrasing) -> str:
    """Both totals that the record states, each by its name where they are not one amount."""
    least, most = both(*stated, words.lang, yuan=True)
    computed = words.range(words.answer.payable, words.answer.payable_at_most)
    if stated[0] == stated[1]:
        return say("record.total", words.lang, stated=least, computed=computed)
    return say("record.totals", words.lang, least=least, most=most, computed=computed)


def _payable(result: Mapping[str, JsonValue]) -> tuple[str | None, str | None]:
    """What a result has as payable, and as payable at most, as JSON; None where it has nothing."""
    least, most = (
        canonical(result[key]) if key in result else None for key in ("payable", "payable_at_most")
    )
    return least, most
