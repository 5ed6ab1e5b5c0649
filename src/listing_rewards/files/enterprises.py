"""Enterprises: whether two names are one to a reader, and whether a code is well built."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec

_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"})
"""The classes of signs that nobody sees in a name: controls, formats, blanks, marks."""
_BRACKETS = str.maketrans("[{【〔〖「『<《〈", "((((((((((") | str.maketrans(
    "]}】〕〗」』>》〉", "))))))))))"
)


@lru_cache(maxsize=4096)
def visible_key(text: str) -> str:
    """What a person sees of a name or code, for comparing.

    >>> visible_key("示例甲公司（虚构）") == visible_key(" 示例甲公司(虚构)")
    True
    """
    plain = unicodedata.normalize("NFKC", _ESCAPED.sub("", text)).translate(_BRACKETS)
    seen = (sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)
    return "".join(seen).casefold()


def visible_keys(*texts: str | None) -> frozenset[str]:
    """The keys of the texts that there are."""
    return frozenset(key for text in texts if text and (key := visible_key(text)))


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
def _check() -> Callable[[str], bool]:
    if find_spec("stdnum") is None:
        return lambda _: True
    is_valid: Callable[[str], bool] = import_module("stdnum.cn.uscc").is_valid
    return is_valid
