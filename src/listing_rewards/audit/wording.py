"""What came of verifying a record, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from listing_rewards.assessment import Assessment
from listing_rewards.audit.canonical import canonical
from listing_rewards.audit.records import result_of
from listing_rewards.audit.verification import Difference, Verification
from listing_rewards.errors import Lang
from listing_rewards.report.checks import check_sentence
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.report.steps import step_sentence
from listing_rewards.version import __version__

_LONGEST = 80
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
    "nothing": ("nothing", "无"),
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
    "told_otherwise": (
        "the amounts are the same; how they are told differs, first at {path}",
        "金额相同；表述有所不同，首处在 {path}",
    ),
    "to": ("{least} to {most}", "{least} 至 {most}"),
    "none_differs": (
        "computed afresh from what it now says, nothing in its result differs",
        "按记录现有内容重新计算，结果并无不同",
    ),
}


def explain(verification: Verification, lang: Lang) -> str:
    """The outcome in a line, then a line for each thing to know; ends without a line break."""
    return "\n".join(_lines(verification, lang))


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
        yield _say(lang, "version", theirs=verification.record.version, ours=__version__)
    if computed is not None and stated != computed:
        yield _say(lang, "total", stated=_range(stated, lang), computed=_range(computed, lang))
    if verification.outcome == "same_amounts" and difference is not None:
        yield _say(lang, "told_otherwise", path=difference.path)
    elif afresh is not None and difference is not None and difference.path not in _TOTALS:
        yield from _difference(difference, afresh, lang)


def _alterations(verification: Verification, lang: Lang) -> Iterator[str]:
    """Which digests do not hold, that of the whole only where the others do, and what follows."""
    parts = [name for name in verification.altered if name != "record"] or verification.altered
    yield from (_say(lang, f"digest_{name}") for name in parts)
    yield from (_say(lang, "fault", sentence=each.sentence(lang)) for each in verification.faults)
    if parts and verification.assessment is not None and verification.difference is None:
        yield _say(lang, "none_differs")


def _difference(difference: Difference, afresh: Assessment, lang: Lang) -> Iterator[str]:
    yield _say(
        lang,
        "difference",
        path=difference.path,
        stated=_value(difference.stated, lang),
        computed=_value(difference.computed, lang),
    )
    if difference.award is None:
        return
    words, line = Phrasing(afresh, lang), afresh.line(difference.award)
    title = words.award(line.award)
    if difference.step is not None:
        sentence = step_sentence(words, line, line.steps[difference.step])
        yield _say(lang, "step", n=difference.step + 1, award=title, sentence=sentence)
    if difference.check is not None:
        check = line.checks[difference.check]
        sentence = f"[{words.say(check.truth)}] {check_sentence(words, check)}"
        sentence += words.source(check.ground)
        yield _say(lang, "check", n=difference.check + 1, award=title, sentence=sentence)


def _payable(result: Mapping[str, JsonValue]) -> tuple[str | None, str | None]:
    """What a result has as payable, and as payable at most, as JSON; None where it has nothing."""
    least, most = (
        canonical(result[key]) if key in result else None for key in ("payable", "payable_at_most")
    )
    return least, most


def _range(ends: tuple[str | None, str | None], lang: Lang) -> str:
    least, most = (_value(each, lang) for each in ends)
    return least if least == most else _say(lang, "to", least=least, most=most)


def _value(text: str | None, lang: Lang) -> str:
    """A value as JSON writes it, cut where it is long."""
    if text is None:
        return _say(lang, "nothing")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _say(lang: Lang, key: str, **values: object) -> str:
    return _WORDS[key][lang == "zh"].format(**values)
