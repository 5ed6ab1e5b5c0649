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

_LINE = re.compile(r"result\.lines\[([0-9]+)\](?:\.(award|checks|steps))?")
_NONE_AT_ALL = (None, "[]", "null")
_TOTALS = ("result.payable", "result.payable_at_most")
_WORDS: dict[str, tuple[str, str]] = {
    "identical": ("identical", "一致"),
    "same_amounts": ("same amounts", "金额一致"),
    "different": ("DIFFERENT", "不一致"),
    "altered": ("ALTERED", "已被改动"),
    "head": ("{outcome}: {who}", "{outcome}：{who}"),
    "nobody": ("an enterprise that is not named", "未写明企业"),
    "payable": (", payable {amount}", "，应付 {amount}"),
    "digest_case": (
        "the case is not as it was written: its digest does not hold",
        "案例与生成时不同：摘要不符",
    ),
    "digest_policy": (
        "the policy is not as it was written: its digest does not hold",
        "政策与生成时不同：摘要不符",
    ),
    "digest_record": (
        "something in the record is not as it was written: its digest does not hold",
        "记录中有内容与生成时不同：摘要不符",
    ),
    "version": (
        "written by version {theirs}, computed afresh by {ours}",
        "由版本 {theirs} 生成，以版本 {ours} 重新计算",
    ),
    "fault": ("cannot be computed afresh: {sentence}", "无法重新计算：{sentence}"),
    "difference": (
        "{path}: the record has {stated}, computed afresh: {computed}",
        "{path}：记录为 {stated}，重新计算为 {computed}",
    ),
    "newer": (
        "it says that version {theirs} wrote it, which is later than this program, {ours}; "
        "computed afresh by {ours}",
        "自称由版本 {theirs} 生成，该版本比当前程序（{ours}）更新；以版本 {ours} 重新计算",
    ),
    "line_missing": (
        'the line of "{award}" is missing ({path})',
        "缺少“{award}”一项（{path}）",
    ),
    "line_too_many": (
        'a line too many: line {n}, of "{award}" ({path})',
        "多出一项：第 {n} 项“{award}”（{path}）",
    ),
    "another_order": (
        'the lines stand in another order: line {n} is of "{stated}", computed afresh: of '
        '"{award}"',
        "各项的顺序不同：第 {n} 项为“{stated}”，重新计算为“{award}”",
    ),
    "another_award": (
        'line {n} is of "{stated}", computed afresh: of "{award}"',
        "第 {n} 项为“{stated}”，重新计算为“{award}”",
    ),
    "checks_missing": (
        'the checks of "{award}" are missing ({path})',
        "缺少“{award}”的各项检查（{path}）",
    ),
    "steps_missing": (
        'the steps of "{award}" are missing ({path})',
        "缺少“{award}”的计算步骤（{path}）",
    ),
    "step": (
        'step {n} of "{award}", computed afresh: {sentence}',
        "“{award}”第 {n} 步，重新计算为：{sentence}",
    ),
    "check": (
        'check {n} of "{award}", made afresh: {sentence}',
        "“{award}”第 {n} 项检查，重新核对为：{sentence}",
    ),
    "total": (
        "the record has {stated} payable, computed afresh: {computed}",
        "记录的应付为 {stated}，重新计算为 {computed}",
    ),
    "totals": (
        "the record has payable {least}, payable_at_most {most}; computed afresh: {computed} "
        "payable",
        "记录的 payable（应付）为 {least}，payable_at_most（至多应付）为 {most}；"
        "重新计算的应付为 {computed}",
    ),
    "told_otherwise": (
        "the amounts are the same; how they are told differs, first at {path}",
        "金额相同；表述有所不同，首处在 {path}",
    ),
    "none_differs": (
        "computed afresh from what it now says, nothing in its result differs",
        "按记录现有内容重新计算，结果并无不同",
    ),
}


def explain(verification: Verification, lang: Lang) -> str:
    """The outcome in a line, then a line for each thing to know; ends without a line break.

    Signs that cannot be seen, or reorder what is read, are shown by their codes.
    """
    return "\n".join(str(visible(line)) for line in _lines(verification, lang))


def _lines(verification: Verification, lang: Lang) -> Iterator[str]:
    afresh, difference = verification.assessment, verification.difference
    stated = _payable(verification.record.result)
    computed = None if afresh is None else _payable(result_of(afresh))
    outcome = _say(lang, verification.outcome)
    who = verification.enterprise or _say(lang, "nobody")
    head = _say(lang, "head", outcome=outcome, who=who)
    if afresh is not None and stated == computed:
        amount = Phrasing(afresh, lang).range(afresh.payable, afresh.payable_at_most)
        head += _say(lang, "payable", amount=amount)
    yield head
    yield from _alterations(verification, lang)
    if verification.record.version != __version__:
        key = "newer" if verification.record.newer else "version"
        yield _say(lang, key, theirs=verification.record.version, ours=__version__)
    if afresh is not None and stated != computed:
        yield _totals(stated, Phrasing(afresh, lang))
    if verification.outcome == "same_amounts" and difference is not None:
        yield _say(lang, "told_otherwise", path=difference.path)
    elif afresh is not None and difference is not None and difference.path not in _TOTALS:
        whole = _of_a_line(difference, verification.record, Phrasing(afresh, lang))
        yield from [whole] if whole else _difference(difference, Phrasing(afresh, lang))


def _alterations(verification: Verification, lang: Lang) -> Iterator[str]:
    """Which digests do not hold, that of the whole only where the others do, and what follows."""
    parts = [name for name in verification.altered if name != "record"] or verification.altered
    yield from (_say(lang, f"digest_{name}") for name in parts)
    yield from (_say(lang, "fault", sentence=each.sentence(lang)) for each in verification.faults)
    if parts and verification.assessment is not None and verification.difference is None:
        yield _say(lang, "none_differs")


def _of_a_line(difference: Difference, record: Record, words: Phrasing) -> str:
    """What is wrong with a whole line, or all its checks or steps; empty where it is none."""
    place = _LINE.fullmatch(difference.path)
    if place is None or difference.award is None:
        return ""
    told = {"n": int(place[1]) + 1, "award": words.award(difference.award)}
    key = _wrong_with(place[2], difference)
    if key == "another_award":
        awards = awards_of(record.result)
        if not awards:
            return ""
        told["stated"] = words.award(awards[int(place[1])])
        same = sorted(awards) == sorted(awards_of(result_of(words.answer)))
        key = "another_order" if same else key
    return _say(words.lang, key, path=difference.path, **told) if key else ""


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
    yield _say(lang, "difference", path=difference.path, stated=stated, computed=computed)
    if line is None:
        return
    title = words.award(line.award)
    if step is not None:
        sentence = step_sentence(words, line, line.steps[step])
        yield _say(lang, "step", n=step + 1, award=title, sentence=sentence)
    if difference.check is not None:
        check = line.checks[difference.check]
        sentence = f"[{words.say('answer.truth', check.truth)}] {check_sentence(words, check)}"
        sentence += words.source(check.ground)
        yield _say(lang, "check", n=difference.check + 1, award=title, sentence=sentence)


def _totals(stated: tuple[str | None, str | None], words: Phrasing) -> str:
    """Both totals that the record states, each by its name where they are not one amount."""
    least, most = both(*stated, words.lang, yuan=True)
    computed = words.range(words.answer.payable, words.answer.payable_at_most)
    if stated[0] == stated[1]:
        return _say(words.lang, "total", stated=least, computed=computed)
    return _say(words.lang, "totals", least=least, most=most, computed=computed)


def _payable(result: Mapping[str, JsonValue]) -> tuple[str | None, str | None]:
    """What a result has as payable, and as payable at most, as JSON; None where it has nothing."""
    least, most = (
        canonical(result[key]) if key in result else None for key in ("payable", "payable_at_most")
    )
    return least, most


def _say(lang: Lang, key: str, **values: object) -> str:
    return _WORDS[key][lang == "zh"].format(**values)
