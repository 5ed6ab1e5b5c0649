"""What a number format shows of a number: which section holds, and whether it is the same number.

A format has up to four sections, for numbers above, below and at zero, and for text; a condition
in brackets moves the borders. The rules are those of ECMA-376 part 1, 18.8.31.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.values.money import exact

Kind: TypeAlias = Literal["number", "day", "otherwise"]
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*+)"|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*+)\]'
    r"|(?P<general>General|G/通用格式)|(?P<clock>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-]0++)"
    r"|(?P<digits>[0#?][0#?,]*+(?:\.[0#?]*+)?|\.[0#?]++)|(?P<sign>[%/@])|(?P<date>[ymdhsbegYMDHSBEG]++)"
    r"|(?P<plain>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*+(-?\d++(?:\.\d++)?)")
_CURRENCY = re.compile(r"\$([^-]*+)(?:-([0-9A-Fa-f]++))?")
_CALENDAR_DIGITS = 4
"""A locale of more hexadecimal digits names a calendar or other digits as well."""
UNITS = ("百万元", "千万元", "万元", "千元", "亿元", "亿", "万", "元")
_YUAN_SIGNS = frozenset({"¥", "￥"})
_BEFORE = frozenset({"", "人民币", "RMB"}) | _YUAN_SIGNS
_COUNTED = frozenset("人家户个名天年月日次项")
"""What may stand behind a number without changing what it is."""
_DASHES = frozenset("-－—–")
_BESIDE_A_DAY = re.compile(r"[a年月日号时分秒/.,:：;T()（）、\-\s]*+(?:星期|周)?+[a()（）\s]*+")
"""What stands between the parts of a day; a day shown as 预计2023-09-15 is not yet that day."""


class Shown(NamedTuple):
    """What a cell shows of a number.

    Attributes:
        kind: ``day`` where it is shown as one; ``otherwise`` where it is not the number itself.
        text: the number as it is to be read, with its sign, percent sign and unit.
        letters: which parts of a day are shown, of ``ymd``.
        counts: what is shown behind the number and is no unit of money, such as 家.
    """

    kind: Kind
    text: str = ""
    letters: frozenset[str] = frozenset()
    counts: str = ""


@dataclass(slots=True)
class _Section:
    """One section of a format."""

    condition: tuple[str, Decimal] | None = None
    before: str = ""
    inside: str = ""
    after: str = ""
    digits: str = ""
    exponent: bool = False
    percent: int = 0
    general: bool = False
    text: bool = False
    fraction: bool = False
    letters: set[str] = field(default_factory=set)
    foreign: bool = False

    @property
    def is_day(self) -> bool:
        return bool(self.letters)

    @property
    def holds_a_number(self) -> bool:
        return self.general or self.text or bool(self.digits)


@lru_cache(maxsize=1000)
def _sections(shown_as: str) -> tuple[_Section, ...]:
    sections, current = [], _Section()
    for token in _TOKEN.finditer(shown_as):
        if token["plain"] == ";":
            sections.append(current)
            current = _Section()
            continue
        _take(current, token)
    return (*sections, current)


def _take(section: _Section, token: re.Match[str]) -> None:
    said = token["quoted"] or token["escaped"] or token["plain"] or ""
    if token["bracket"] is not None:
        said = _bracket(section, token["bracket"])
    elif token["general"]:
        section.general = True
    elif token["exponent"]:
        section.exponent = True
    elif token["digits"]:
        section.inside, section.after = section.inside + section.after, ""
        section.digits += token["digits"]
    elif token["sign"]:
        section.percent += token["sign"] == "%"
        section.text = section.text or token["sign"] == "@"
        section.fraction = section.fraction or (token["sign"] == "/" and not section.letters)
    elif token["date"] or token["clock"]:
        section.letters |= set((token["date"] or "h").lower())
    if said.strip():
        if section.holds_a_number:
            section.after += said
        else:
            section.before += said


def _bracket(section: _Section, content: str) -> str:
    """What a part in brackets shows, such as the sign of a currency."""
    if found := _CONDITION.fullmatch(content):
        section.condition = found[1], Decimal(found[2])
    elif found := _CURRENCY.fullmatch(content):
        section.foreign = section.foreign or len(found[2] or "") > _CALENDAR_DIGITS
        return found[1]
    elif content.lower().strip("hms") == "":
        section.letters.add("h")
    return ""


def _chosen(shown_as: str, number: Decimal) -> tuple[_Section, bool] | None:
    """The section that shows a number, and whether it is one for negative numbers alone."""
    sections = _sections(shown_as)
    if len(sections) > 4:
        return None
    numeric = sections[:3]
    if len(numeric) > 1 and numeric[-1].text and not numeric[-1].digits:
        numeric = numeric[:-1]
    conditions = [each.condition for each in numeric[:2]]
    if any(conditions):
        for each, condition in zip(numeric, conditions, strict=False):
            if condition and _holds(number, *condition):
                return each, False
        rest = 2 if all(conditions) and len(conditions) > 1 else 1
        return (numeric[rest], False) if rest < len(numeric) else None
    if number < 0 and len(numeric) > 1:
        return numeric[1], True
    return (numeric[2] if number == 0 and len(numeric) > 2 else numeric[0]), False


def _holds(number: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


@lru_cache(maxsize=10_000)
def shown(number: Decimal, shown_as: str) -> Shown:
    """What a cell with this number format shows of a number.

    >>> shown(Decimal(300), '[<100]0"元";0"万元"').text
    '300万元'
    >>> shown(Decimal("299.9996"), "0").kind
    'otherwise'
    >>> shown(Decimal(300), '0"年"').counts
    '年'
    """
    chosen = _chosen(shown_as, number)
    if chosen is None:
        return Shown("otherwise")
    section, negative_only = chosen
    if section.is_day:
        beside = section.before + section.inside + section.after
        whole = not section.foreign and _BESIDE_A_DAY.fullmatch(beside) is not None
        letters = frozenset(section.letters & set("ymd")) if whole else frozenset[str]()
        return Shown("day", letters=letters)
    text = _as_shown(number, section, signed=negative_only or section.condition is not None)
    counts = "".join(sign for sign in section.after if sign in _COUNTED)
    return Shown("number", text, counts=counts) if text else Shown("otherwise")


@exact
def _as_shown(number: Decimal, section: _Section, *, signed: bool) -> str:
    """The number with what stands beside it; empty where something else is shown."""
    before, after = section.before.strip(), section.after.strip()
    if not number and set(before + after) <= _DASHES and before + after:
        return "0"
    if number < 0 and signed:
        if before.endswith("-"):
            before = before[:-1].strip()
        elif before.endswith("(") and after.startswith(")"):
            before, after = before[:-1].strip(), after[1:].strip()
        else:
            return ""
    if not section.holds_a_number or section.inside.strip() or before not in _BEFORE:
        return ""
    unit = after.removesuffix("整") if after.endswith("元整") else after
    if unit not in UNITS and after and (before or not set(after) <= _COUNTED):
        return ""
    if not _same_digits(number, section):
        return ""
    plain = number.scaleb(2) if section.percent else number
    digits = f"{plain.normalize():f}" if plain else "0"
    sign = "¥" if before in _YUAN_SIGNS else ""
    return f"{sign}{digits}{'%' if section.percent else ''}{unit if unit in UNITS else ''}"


def _same_digits(number: Decimal, section: _Section) -> bool:
    """Whether the digits that are shown are those of the number."""
    if section.percent > 1 or section.fraction:
        return False
    if section.general or section.text:
        return not section.percent
    whole, _, decimals = section.digits.partition(".")
    if whole.endswith(",") or "," in decimals:
        return False
    if section.exponent:
        places = len(whole.replace(",", "")) + len(decimals)
        return len(number.normalize().as_tuple().digits) <= places
    shifted = number.scaleb(2 * section.percent)
    if not shifted and "0" not in section.digits:
        return False
    return not shifted % Decimal(1).scaleb(-len(decimals))


def shows_its_text(shown_as: str) -> bool:
    """Whether a number format shows a text as it is.

    >>> shows_its_text("General"), shows_its_text(";;;"), shows_its_text('@"万元"')
    (True, False, False)
    """
    sections = _sections(shown_as)
    for section in sections[:4]:
        if section.text and not section.digits:
            return not (section.before + section.inside + section.after).strip()
    return len(sections) < 4
