"""What became of every row, told at the end on standard error."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.cli.screen import SHOWN, held, most_of, tell
from listing_rewards.errors import Lang
from listing_rewards.files.outcomes import Tally
from listing_rewards.files.reading.rows import Aside
from listing_rewards.money import write_yuan

_WORDS: Mapping[str, tuple[str, str]] = {
    "summary": (
        "{read} rows read: {assessed} assessed ({open} not determined), {faulty} with faults. "
        "Payable {payable} yuan for certain{most}.",
        "共读取{read}行：已计算{assessed}行（其中{open}行尚未确定），有误{faulty}行。"
        "确定应付{payable}元{most}。",
    ),
    "summary_most": (", at most {most}", "，至多{most}元"),
    "same_code": (
        "note: {code} stands in more than one row ({rows}); each row is assessed by itself, so "
        "that a cap for one enterprise may be given more than once",
        "提示：{code} 出现在多行（{rows}）；各行分别计算，每家企业的上限可能被重复使用",
    ),
    "bad_code": (
        "note: {place}: the credit code {code} is not built as one (GB 32100-2015); it is used "
        "as given",
        "提示：{place}：信用代码 {code} 不符合 GB 32100-2015 的编码规则；按原样使用",
    ),
    "more": ("note: {n} more notes like these", "提示：另有{n}条同类提示"),
    "summary_withheld": (
        "Besides, up to {amount} yuan are withheld until a law has been reviewed.",
        "另有至多{amount}元因合规审核暂缓发放。",
    ),
    "summary_assumed": (
        "{n} of the answers rest on amounts that the policy only assumes.",
        "其中{n}行依据的是政策文件中假定的金额。",
    ),
    "aside": ("not read, since it is no enterprise: {what}", "未读取（不是企业）：{what}"),
    "hidden_rows": (
        "note: hidden rows are read like the others: {places}",
        "提示：隐藏的行同样读取：{places}",
    ),
    "hidden_columns": (
        "note: hidden columns are read like the others: {places}",
        "提示：隐藏的列同样读取：{places}",
    ),
}
_ASIDES: Mapping[Aside, tuple[str, str]] = {
    "note": ("note {place}", "说明 {place}"),
    "example": ("example {place}", "示例 {place}"),
    "total": ("total {place}", "合计 {place}"),
    "hidden_sheet": ("hidden sheet {place}", "隐藏的工作表 {place}"),
}


def _word(lang: Lang, key: str, **values: object) -> str:
    return _WORDS[key][0 if lang == "en" else 1].format(**values)


def summarise(tally: Tally, lang: Lang) -> None:
    """What became of every row, on standard error."""
    most = ""
    if tally.payable_at_most != tally.payable:
        most = _word(lang, "summary_most", most=most_of(tally.payable_at_most, lang))
    tell(
        _word(
            lang,
            "summary",
            read=tally.read,
            assessed=tally.assessed,
            open=tally.open,
            faulty=tally.faulty,
            payable=write_yuan(tally.payable),
            most=most,
        )
    )
    if not tally.withheld.nothing:
        tell(_word(lang, "summary_withheld", amount=held(tally.withheld, lang)))
    if tally.assumed:
        tell(_word(lang, "summary_assumed", n=tally.assumed))
    _layout(tally, lang)
    told, unseen = 0, tally.doubtful
    for code, places in tally.enterprises.twice():
        told += 1
        if told <= SHOWN:
            tell(_word(lang, "same_code", code=code, rows=_few(places)))
    for place, code in tally.doubtful_codes[: max(SHOWN - told, 0)]:
        unseen -= 1
        tell(_word(lang, "bad_code", place=place, code=code))
    if more := max(told - SHOWN, 0) + unseen:
        tell(_word(lang, "more", n=more))


def _layout(tally: Tally, lang: Lang) -> None:
    """What of a workbook was not read, and what was read although it is hidden."""
    if tally.aside:
        asides = [_ASIDES[kind][lang == "zh"].format(place=place) for kind, place in tally.aside]
        tell(_word(lang, "aside", what=_few(asides)))
    for key, places in (("hidden_rows", tally.hidden), ("hidden_columns", tally.hidden_columns)):
        if places:
            tell(_word(lang, key, places=_few(places)))


def _few(places: list[str]) -> str:
    return ", ".join(places[:SHOWN]) + (" …" if len(places) > SHOWN else "")
