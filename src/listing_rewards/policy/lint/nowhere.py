"""What the words of a clause ask for, where no part of the document carries it out.

The words are the Chinese ones of the clause. What is found is advice: a word may stand in a clause
for another reason, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from listing_rewards.policy.amounts import (
    BandsAmount,
    FixedAmount,
    RateAmount,
    TopUpAmount,
    UnknownAmount,
    has_unknown_cap,
)
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    AttributeCondition,
    FlagCondition,
    NotCondition,
)
from listing_rewards.policy.lint.beside import speaks_of_others
from listing_rewards.policy.lint.finding import (
    Finding,
    amounts_of,
    labels,
    only_in_words,
    own_clauses,
)
from listing_rewards.policy.lint.plain_words import COUNT
from listing_rewards.policy.model import Policy


class _Asked(NamedTuple):
    """Words that ask for a construct, its form, and whether a document has it."""

    words: re.Pattern[str]
    form: str
    is_said: Callable[[Policy], bool]


def _has_less(policy: Policy) -> bool:
    """Whether something that was received before is taken off, or only the higher is given."""
    amounts = [amount for _, _, amount in amounts_of(policy)]
    return bool(
        policy.best_of
        or policy.beside
        or any(award.replaces for award in policy.awards)
        or any(isinstance(each, TopUpAmount) or each.less for each in amounts)
    )


def _has_net_base(policy: Policy) -> bool:
    """Whether a part is taken off a base, or a fact is by its name what remains."""
    kinds = [*policy.events.values(), *policy.figures.values()]
    amounts = [amount for _, _, amount in amounts_of(policy)]
    return any(_NET.search(kind.zh) for kind in kinds) or any(
        isinstance(each, RateAmount | BandsAmount) and each.minus for each in amounts
    )


def _named(words: str) -> Callable[[Policy], bool]:
    """Whether a fact, or a value of one, has some words in its name."""
    sought = re.compile(words)
    return lambda policy: any(sought.search(label) for label in labels(policy))


def _is_broken_by(words: str) -> Callable[[Policy], bool]:
    """Whether an undertaking is broken by an event of that name, or by one of no known name."""
    sought, known = re.compile(words), re.compile("|".join(_LEAVING))

    def is_said(policy: Policy) -> bool:
        named = [
            policy.events[kind].zh
            for each in policy.undertakings.values()
            for kind in (*each.broken_by, *filter(None, [each.kept_by]))
        ]
        return any(sought.search(each) or not known.search(each) for each in named)

    return is_said


def _has_unknown(policy: Policy) -> bool:
    """Whether an amount or a cap is not known, or is decided case by case."""
    amounts = [amount for _, _, amount in amounts_of(policy)]
    bands = [band for each in amounts if isinstance(each, BandsAmount) for band in each.bands]
    return (
        any(isinstance(each, UnknownAmount) or each.upto for each in amounts)
        or any(has_unknown_cap(each) for each in amounts)
        or any(band.unknown is not None for band in bands)
        or any(group.cap == "unknown" for group in policy.groups.values())
    )


def _has_part(policy: Policy) -> bool:
    """Whether only a part of a base counts, or a fact is by its name what was added."""
    amounts = [amount for _, _, amount in amounts_of(policy)]
    return (
        _named("增|新|超")(policy)
        or any(isinstance(each, RateAmount | BandsAmount) and each.above for each in amounts)
        or any(isinstance(each, RateAmount | BandsAmount) and each.minus for each in amounts)
    )


def _is_borne_in_other_ways(policy: Policy) -> bool:
    """Whether amounts are borne in one way only, of which another finding speaks, or in several."""
    parts = [part for each in policy.shares.values() for part in each.parts]
    return len(policy.shares) != 1 or any(part.share == 1 for part in parts)


def _has_exception(policy: Policy) -> bool:
    """Whether a condition may keep an award from some."""
    return any(
        isinstance(each, NotCondition | AbsentCondition | FlagCondition | AttributeCondition)
        for each in policy.conditions.values()
    )


def _takes_one_of_several(policy: Policy) -> bool:
    """Whether there is one award alone, or something is said of how several go together."""
    return len(policy.awards) == 1 or _has_less(policy)


def _has_deadline(policy: Policy) -> bool:
    """Whether an application has a time, or a fact is by its name whether it was in time."""
    return any(re.search("申请|申报|按期|逾期", kind.zh) for kind in policy.flags.values()) or any(
        isinstance(each, ApplicationCondition) for each in policy.conditions.values()
    )


def _is_for_somebody_else(policy: Policy) -> bool:
    """Whether an award, or a part of one, is for somebody else than the enterprise."""
    return any(award.recipient or award.of_which for award in policy.awards)


def _counts(policy: Policy) -> bool:
    """Whether an amount is given for each of something, or for each event."""
    return any(
        isinstance(each, FixedAmount) and each.per is not None for _, _, each in amounts_of(policy)
    )


def _is_paid_later(policy: Policy) -> bool:
    """Whether something is paid in parts, or is earned on the later of several days."""
    return bool(policy.instalments) or any(len(award.certain_events) > 1 for award in policy.awards)


_LEAVING = (
    "迁出|迁离|迁移|搬离|迁往",
    "注销",
    "摘牌|退市|终止挂牌|终止上市",
    "撤回|撤销申请|终止审核|终止审查",
)
"""What an undertaking is broken by; the words of one line are the same event."""
_NOT_LISTED = r"未能?(?:如期)?(?:实现|成功|完成)?(?:上市|挂牌)|(?:上市|挂牌)不成功"
_OTHER_PEOPLE = (
    "高管|高级管理人员|管理团队|核心技术人员|核心团队|中介机构|保荐机构|培育机构|董事会秘书"
)
_BACK = r"(?<!不再)(?<!不予)(?:退还|退回|返还|追回|收回|缴回|不予拨付|停止拨付|停止兑付)"
_NET = re.compile(r"净额|不含|扣除|剔除|减去|不包括|自筹")
_TOP_UP = _Asked(re.compile(r"补足|补齐|补差|差额"), "topup, less", _has_less)
_ONE_OF_SEVERAL = _Asked(
    re.compile(
        r"(?<!申报的,)(?<!申请的,)不(?:得|再)?重复(?:享受|奖励|支持|补助|给予)|不(?:得)?兼得|就高|从高|[按取]最高标准"
    ),
    "best_of, replaces, beside",
    _takes_one_of_several,
)
_OF_OTHERS = (_TOP_UP, _ONE_OF_SEVERAL)
"""What may be about other documents as well, of which another finding speaks."""
_ASKED = (
    _TOP_UP,
    _Asked(
        re.compile(rf"分{COUNT}个?(?:年|期|次|批|年度)[^,。;]{{0,8}}?(?:兑|拨|付|发放|给予|到位)"),
        "paid_in",
        lambda policy: bool(policy.instalments),
    ),
    _Asked(
        re.compile(r"分担|共担|各(?:自)?承担|比例承担"),
        "borne_by",
        lambda policy: bool(policy.shares),
    ),
    _Asked(
        re.compile(rf"前{COUNT}(?:家|名|位|户)"),
        "place_of",
        lambda policy: any(each.place_of for each in policy.figures.values()),
    ),
    _Asked(
        re.compile(
            r"[额资款费]\(?(?:不含|不包括|扣除|剔除|减去)(?!本数)|净额|扣除[^,。;]{0,10}(?:费用|认购)"
        ),
        "minus",
        _has_net_base,
    ),
    *(
        _Asked(re.compile(rf"(?:{each})[^。;]{{0,24}}{_BACK}"), "undertakings", _is_broken_by(each))
        for each in _LEAVING
    ),
    _Asked(
        re.compile(rf"(?:{_NOT_LISTED})[^。;]{{0,24}}{_BACK}"),
        "undertakings.kept_by",
        lambda policy: any(each.kept_by for each in policy.undertakings.values()),
    ),
    *(_Asked(re.compile(rf"未(?:被)?(?:{each})"), "absent", _named(each)) for each in _LEAVING),
    _Asked(
        re.compile(r"保留在本[市省区县]|仍在本[市省区县]"), "absent", _named("迁出|迁离|保留|仍在")
    ),
    _Asked(
        re.compile(r"(?:迁入|迁至|落户)(?:到|在)?[本我][市省区县]"),
        "earned_by, flag",
        _named("迁入|迁至|迁址|落户|入驻|引进"),
    ),
    _Asked(
        re.compile(
            r"(?:标准|金额|额度|比例|上限)[^。;]{0,20}另行(?:制定|规定|确定|公布|通知|明确)"
        ),
        "unknown",
        _has_unknown,
    ),
    _Asked(re.compile(r"(?:增量|增长|新增|增加|超过|超出)的?部分(?!,?不)"), "above", _has_part),
    _Asked(
        re.compile(r"由[^。;,]{0,16}(?:全额|全部|单独)(?:承担|负担)"),
        "borne_by, not_met",
        _is_borne_in_other_ways,
    ),
    _Asked(
        re.compile(r"同时(?:符合|满足|具备)(?:以下|下列|下述|如下)"),
        "needs, all_of",
        lambda policy: bool(policy.conditions),
    ),
    _ONE_OF_SEVERAL,
    _Asked(
        re.compile(
            r"[已曾](?:经)?(?:享受|获得?|领取|拨付|兑现)[^。;]{0,14}(?:扣除|扣减|抵扣|冲抵|扣回)|扣减已"
        ),
        "less, beside, upto",
        lambda policy: _has_less(policy) or any(each.upto for _, _, each in amounts_of(policy)),
    ),
    _Asked(
        re.compile(r"每(?:成功)?(?:培育|引进|引育|推荐|辅导|服务|新增)[^。;,]{0,6}(?:家|户)"),
        "per",
        _counts,
    ),
    _Asked(
        re.compile(
            r"(?:平均|分期|逐年|分年|次年|下一年度?|(?:备案|受理|验收|过会|上市|挂牌)后(?:再|予以|一次性)?)"
            r"(?:兑付|兑现|拨付|发放)"
        ),
        "paid_in, all_of",
        _is_paid_later,
    ),
    _Asked(
        re.compile(r"\d{1,2}月(?:\d{1,2}日|底)前[^。;,]{0,6}申[请报]|逾期(?:不|未|视为)"),
        "applied",
        _has_deadline,
    ),
    _Asked(
        re.compile(
            rf"(?:{_OTHER_PEOPLE})[^。;,]{{0,6}}(?:奖励|给予|补助)"
            rf"|对[^。;,]{{0,14}}(?:{_OTHER_PEOPLE})[^。;]{{0,40}}(?:奖励|给予|补助)"
        ),
        "recipient, of_which",
        _is_for_somebody_else,
    ),
    _Asked(
        re.compile(r"不适用(?:本|于)|不属于|(?:企业|公司)不(?:予|享受|纳入)"),
        "not_met",
        _has_exception,
    ),
    _Asked(
        re.compile(r"\d[^。;,]{0,3}(?:美元|港元|港币|欧元|日元|英镑)"),
        "figures (折合人民币)",
        _named("折|汇率|人民币"),
    ),
    _Asked(re.compile(r"首次(?!公开|发行)"), "flag", _named("首")),
    _Asked(re.compile(r"(?<!规定的)(?<!规定)除外"), "not_met", _has_exception),
)


def words_carried_out_nowhere(policy: Policy) -> Iterator[Finding]:
    """A clause that asks for a construct which stands nowhere in the document."""
    clauses = [*own_clauses(policy)]
    for asked in _ASKED:
        if asked.is_said(policy):
            continue
        for name, clause, text in clauses:
            said = asked.words.search(text)
            if said and not (asked in _OF_OTHERS and speaks_of_others(text)):
                yield only_in_words(said[0], f"clauses.{name}.text", clause, asked.form)
