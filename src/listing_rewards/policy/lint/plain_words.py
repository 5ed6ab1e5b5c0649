"""The words of a clause with its sums and shares in digits, so that they can be compared."""

from __future__ import annotations

import re

from listing_rewards.values.chinese_numerals import DIGITS, SIGNS, amount_in_words, whole_number
from listing_rewards.values.money import exact, plain_signs, write_number

_SUM = re.compile(
    rf"(?<![\d.数几{SIGNS}])(?:[{SIGNS}]{{1,40}}|\d{{1,7}}亿\d{{1,4}}万)(?:[元圆][整正]?)?(?!分之)"
)
_LISTED = re.compile(
    rf"(?<![\d.数几{SIGNS}])[{SIGNS}]{{1,12}}(?=(?:[、,至到或和~-][{SIGNS}]{{1,12}})+元)"
)
_POINT = re.compile(rf"(?P<whole>[{SIGNS}]{{1,12}})点(?P<part>[{DIGITS}]{{1,6}})(?=[万亿]?元)")
_SHARE = re.compile(
    rf"(?P<of>[百千万])分之(?P<whole>[{SIGNS}]{{1,6}})(?:点(?P<part>[{DIGITS}]{{1,4}}))?"
)
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MYRIAD = 10_000
COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
"""A count of years, months or enterprises, which plain words leave as it is written."""


def counted(text: str) -> int:
    """A count in digits or words; 0 for what is none, such as 半.

    >>> counted("3"), counted("十二"), counted("半")
    (3, 12, 0)
    """
    return int(text) if text.isdecimal() else whole_number(text) or 0


def plain_words(text: str) -> str:
    """The text with plain letters and signs, without spaces, and with sums and shares in digits.

    What is no number that is written correctly stays as it is.

    >>> plain_words("给予三百万元奖励；按百分之二点五，最高壹仟伍佰元")
    '给予300万元奖励;按2.5%,最高1500元'
    >>> plain_words("奖励 1,000 万元，5 年内不迁离")
    '奖励1000万元,5年内不迁离'
    >>> plain_words("三十至五十万元，一点五亿元，数百万元，上市满一年")
    '30至50万元,1.5亿元,数百万元,上市满一年'
    """
    text = _GROUPED.sub("", _SPACES.sub("", plain_signs(text)))
    text = _SHARE.sub(_share, text)
    text = _LISTED.sub(_whole, _POINT.sub(_decimal, text))
    return _SUM.sub(_sum, text)


def _share(match: re.Match[str]) -> str:
    whole = whole_number(match["whole"])
    if match["whole"] == "百":
        whole = 100
    if whole is None:
        return match[0]
    share = f"{whole}{_after_the_point(match)}"
    return share + {"百": "%", "千": "‰"}[match["of"]] if match["of"] != "万" else f"万分之{share}"


def _decimal(match: re.Match[str]) -> str:
    whole = whole_number(match["whole"])
    return match[0] if whole is None else f"{whole}{_after_the_point(match)}"


def _after_the_point(match: re.Match[str]) -> str:
    part = match["part"] or ""
    return part and "." + "".join(str(whole_number(sign)) for sign in part)


def _whole(match: re.Match[str]) -> str:
    whole = whole_number(match[0])
    return match[0] if whole is None else str(whole)


@exact
def _sum(match: re.Match[str]) -> str:
    yuan = amount_in_words(match[0])
    if yuan is None:
        return match[0]
    unit = "元" if "元" in match[0] or "圆" in match[0] else ""
    if yuan >= _MYRIAD:
        return write_number(yuan / _MYRIAD) + "万" + unit
    return write_number(yuan) + unit
