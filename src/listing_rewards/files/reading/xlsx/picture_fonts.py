"""Fonts whose letters are drawings: what is stored as a letter is seen as a tick or a cross."""

from __future__ import annotations

_TICKED, _CROSSED, _BOX, _BOX_TICKED, _BOX_CROSSED = "✓✗☐☑☒"
_SEEN = {
    "wingdings": {
        "ü": _TICKED, "û": _CROSSED, "¨": _BOX, "o": _BOX, "þ": _BOX_TICKED,
        "ý": _BOX_CROSSED, "x": _BOX_CROSSED,
    },
    "wingdings 2": {
        "P": _TICKED, "O": _CROSSED, "£": _BOX, "R": _BOX_TICKED, "Q": _BOX_CROSSED,
    },
}  # fmt: skip
"""The letters of each font that are ticks, crosses and boxes."""
_OF_DRAWINGS = frozenset({*_SEEN, "wingdings 3", "webdings", "symbol", "marlett", "zapf dingbats"})
_SYMBOLS = 0xF000
"""A letter of such a font may be stored so much higher, as a symbol that was inserted."""


def draws(font: str) -> bool:
    """Whether the letters of a font are drawings.

    >>> draws("Wingdings 2"), draws("宋体")
    (True, False)
    """
    return font.lower() in _OF_DRAWINGS


def drawn(text: str, font: str) -> str | None:
    """What a person sees of a text in such a font; None where it is no tick, cross or box.

    >>> drawn("ü", "Wingdings"), drawn("\uf052", "Wingdings 2"), drawn("示例", "Wingdings")
    ('✓', '☑', None)
    """
    signs = _SEEN.get(font.lower(), {})
    letters = (
        chr(ord(each) - _SYMBOLS) if 0 <= ord(each) - _SYMBOLS < 256 else each
        for each in text.strip()
    )
    seen = [signs.get(each) for each in letters]
    return "".join(each for each in seen if each) if all(seen) else None
