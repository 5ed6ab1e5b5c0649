"""Enterprises: whether two names are one to a reader, and whether a code is well built."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec

_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn"})
"""The classes of signs that nobody sees in a name: controls, formats, halves, blanks, marks."""
_BRACKETS = str.maketrans("[{【〔〖「『<《〈", "((((((((((") | str.maketrans(
    "]}】〕〗」』>》〉", "))))))))))"
)

_ALIKE = (
    str.maketrans("‐‑‒–—―−─", "--------")
    | str.maketrans("•‧・∙●", "·····", "\"'“”‘’`´")
    | str.maketrans("авекмнорстухіαβεζηικμνορτυχ", "abekmhopctyxiabezhikmnoptyx")
    | str.maketrans(
        "⻓⻔⻢⻋⻝⻛⻜⻥⻦⻰⻄⻅⻉⻚⻘⻩⻬⻣⻨", "长门马车食风飞鱼鸟龙西见贝页青黄齐骨麦"
    )
)
"""Dashes, dots, quotation marks, letters of other alphabets and parts of signs, as copied from
pages and PDF files, which nobody tells apart."""
_CODE = re.compile(r"[0-9a-z]{18}", re.ASCII)
_NUMBER = re.compile(
    r"(?:\d{1,3}[.、)]|\([\d一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.])"
)
_AGAIN = "(?:更正|修[改正]|变更|补[充报]|追加|新增|增资|重报|再次申报)"
"""What is written around a name where its enterprise stands there once more."""
_STEM = re.compile(
    rf"(?:(?:其中|{_AGAIN}后?):|"
    r"[\d.、():\"]{1,4})?(?P<stem>.{2,60}?)"
    r"(?:(?:股份)?(?:有限)?(?:责任)?公司(?:\([^()]{0,60}\)|[0-9a-z]{18}){0,2}"
    r"(?:[-/_]?(?:第?[一二三四五六\d]{1,2}[轮批期次](?:融资|申报)?|"
    rf"{_AGAIN}))?)?"
    r"[。.,;:、!)\"]{0,2}"
)
_BEHIND = re.compile(r"\(([^()]{1,60})\)$")
_SHARE = re.compile(r"\d{6}|证券|股票|代码|简称")
_FORMER = re.compile(
    r"(?:原名?|曾用名|更名前|旧名|前身)(?:称|为|是)?[:,]?(?P<name>.{2,})"
    r"|[由系]?(?P<renamed>[^已现]\S{2,60}?公司)(?:整体|名称)?(?:更名|改名|变更|改制|转制)(?:而[来成]|设立)?"
)


@lru_cache(maxsize=4096)
def visible_key(text: str) -> str:
    """What a person sees of a name or code, for comparing; traditional characters as simplified.

    Without the extra `cli`, which brings the characters, 實業 is another text than 实业.

    >>> visible_key("示例甲公司（虚构）") == visible_key(" 示例甲公司(虚构)")
    True
    """
    plain = unicodedata.normalize("NFKC", _ESCAPED.sub("", text)).translate(_BRACKETS)
    seen = (sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)
    return _simplified("".join(seen).casefold().translate(_ALIKE))


def _simplified(text: str) -> str:
    """A text with simplified characters, if it has any that are not among those of GB 2312."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return _converter()(text)
    return text


def code_key(code: str) -> str:
    """A credit code for comparing: without dashes, with 0 for O and 1 for I.

    >>> code_key("9144O800-MA000000-1e") == code_key("91440800MA0000001E")
    True
    """
    plain = visible_key(code).replace("-", "")
    return plain.replace("o", "0").replace("i", "1") if _CODE.fullmatch(plain) else plain


def name_keys(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The keys by which a name is known, and those of former names that it gives in brackets.

    Its number in a list and the code of its shares in brackets are no part of a name.

    >>> now, before = name_keys("1.示例甲公司（830001）")
    >>> visible_key("示例甲公司") in now
    True
    >>> now, before = name_keys("示例甲公司（原示例乙公司）")
    >>> (visible_key("示例甲公司") in now, before == {visible_key("示例乙公司")})
    (True, True)
    """
    whole = visible_key(name)
    plain = _NUMBER.sub("", whole, count=1) if _NUMBER.match(whole) else whole
    if (behind := _BEHIND.search(plain)) is None:
        return frozenset({whole, plain} - {""}), frozenset()
    former = _FORMER.fullmatch(behind[1])
    if former is None and not _SHARE.search(behind[1]):
        return frozenset({whole, plain} - {""}), frozenset()
    keys = frozenset({whole, plain[: behind.start()]} - {""})
    return keys, frozenset({former["name"] or former["renamed"]} if former else ())


def name_stem(key: str) -> str:
    """The key of a name without its legal form and what is written around it.

    An enterprise keeps its stem when it becomes a company limited by shares.

    >>> name_stem("示例甲科技股份有限公司"), name_stem("示例甲科技有限公司(补报)")
    ('示例甲科技', '示例甲科技')
    >>> name_stem("其中:示例甲科技公司。"), name_stem("示例公司2")
    ('示例甲科技', '示例公司2')
    """
    found = _STEM.fullmatch(key)
    return found["stem"] if found else key


def stems_of(keys: Iterable[str]) -> frozenset[str]:
    """The stems of the names among the keys of an enterprise.

    >>> sorted(stems_of({"示例甲公司", "示例甲有限公司", "91440800ma0000001e"}))
    ['示例甲']
    """
    return frozenset(name_stem(key) for key in keys if not is_code(key))


def is_code(key: str) -> bool:
    """Whether a key is built like that of a credit code.

    >>> is_code("91440800ma0000001e"), is_code("示例甲公司")
    (True, False)
    """
    return _CODE.fullmatch(key) is not None


def visible_keys(*texts: str | None) -> frozenset[str]:
    """The keys of the texts that there are."""
    return frozenset(key for text in texts if text and (key := visible_key(text)))


def enterprise_keys(name: str | None, code: str | None) -> frozenset[str]:
    """The keys of an enterprise by its name and code, as far as there are any."""
    names = name_keys(name)[0] if name else frozenset()
    return names | frozenset(key for text in (code,) if text and (key := code_key(text)))


def well_built(code: str) -> bool:
    """Whether the code has the form and check digit of GB 32100-2015.

    A warning at most: codes of the first years are in use that fail it. Without the extra `cli`,
    which brings the check, every code passes.

    >>> well_built("91350100M000100Y43")
    True
    """
    return _check()(code)


def with_digits(code: str) -> str:
    """The code with 0 for O and 1 for I, where that makes it well built; empty otherwise.

    No code has the letters I, O, S, V or Z, so that nobody mistakes them for digits.

    >>> with_digits("9135O100M000100Y43"), with_digits("91350100M000100Y43")
    ('91350100M000100Y43', '')
    """
    corrected = code.upper().replace("O", "0").replace("I", "1")
    return corrected if corrected != code.upper() and well_built(corrected) else ""


@cache
def _converter() -> Callable[[str], str]:
    if find_spec("opencc") is None:
        return str
    convert: Callable[[str], str] = import_module("opencc").OpenCC("t2s").convert
    return convert


@cache
def _check() -> Callable[[str], bool]:
    if find_spec("stdnum") is None:
        return lambda _: True
    is_valid: Callable[[str], bool] = import_module("stdnum.cn.uscc").is_valid
    return is_valid
