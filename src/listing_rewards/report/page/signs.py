"""How texts of a case or policy stand on the page: no sign hidden, and room kept for each."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NO_CHARACTERS = frozenset({"\ufffe", "\uffff"})


def visible(value: object) -> object:
    r"""A text in which what cannot be seen, or reorders what is read, is shown by its code.

    Whatever is no text stays as it is.

    >>> visible("示例甲公司\u202e"), visible("a\nb")
    ('示例甲公司[U+202E]', 'a b')
    """
    if type(value) is not str:
        return value
    return "".join(map(_shown, value))


def _shown(sign: str) -> str:
    if sign in "\t\n":
        return " "
    if category(sign) in _HIDDEN or sign in _NO_CHARACTERS:
        return f"[U+{ord(sign):04X}]"
    return sign


def width(text: str, size: int) -> int:
    """How wide a text is at most, drawn in letters of `size`.

    >>> width("政策", 12), width("2023", 12)
    (24, 28)
    """
    return sum(_width(sign, size) for sign in text)


def wrapped(text: str, room: int, size: int, *, lines: int) -> list[str]:
    """A text in lines no wider than `room`; what does not fit into `lines` is cut with "…".

    >>> wrapped("北交所辅导备案奖励", 60, 12, lines=2), wrapped("one two three", 60, 12, lines=3)
    (['北交所辅导', '备案奖励'], ['one two', 'three'])
    """
    found = [""]
    for piece in _pieces(text):
        if found[-1] and width((found[-1] + piece).rstrip(), size) > room:
            found.append("")
        found[-1] += piece if found[-1] else piece.lstrip()
    if len(found) > lines:
        last = found[lines - 1].rstrip()
        while last and width(last + "…", size) > room:
            last = last[:-1]
        found[lines - 1 :] = [last + "…"]
    return [line.rstrip() for line in found]


def _pieces(text: str) -> Iterator[str]:
    """What stays together on a line: a word with the blank behind it, or one wide sign."""
    piece = ""
    for sign in text:
        wide = east_asian_width(sign) in "WF"
        if piece and (wide or piece.endswith(" ") or len(piece) >= _LONGEST_WORD):
            yield piece
            piece = ""
        piece += sign
        if wide:
            yield piece
            piece = ""
    if piece:
        yield piece


_LONGEST_WORD = 20


def _width(sign: str, size: int) -> int:
    return size if east_asian_width(sign) in "WFA" else (size * 11 + 19) // 20
