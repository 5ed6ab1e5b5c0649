"""The cells of a sheet as they are stored, row after row, with what a plain value does not tell.

A library that hands out values drops what a person sees beside them: a digit that is raised as a
footnote, a figure that is struck out, a formula that nobody has computed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Literal, NamedTuple, TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.xlsx.package import LAST_COLUMN, LAST_ROW, column_number
from listing_rewards.files.reading.xlsx.picture_fonts import draws

Mark: TypeAlias = Literal["", "raised", "struck_out", "recoloured", "drawn"]
"""What is done to a part of a text."""
_CHUNK = 1 << 16
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
"""A cell: the letters of its column, and its row."""
_UNTRUE = frozenset({"0", "false", "off"})
_LONGEST = 32_767
_FIGURES = re.compile(
    r"[\d\s.,:、/年月日号十百千万亿元圆角分整正人民币约%¥()〇零一二两三四五六七八九"
    r"壹贰叁肆伍陆柒捌玖拾佰仟\u200b-\u200f\u202a-\u202e\u2060\ufeff-]{2,60}"
)
_MOVES = re.compile(r"(?<![A-Z_.])(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY)\s*\(", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Text(NamedTuple):
    """A text, and whether a part of it is raised, lowered or struck out."""

    text: str
    mark: Mark = ""


class StoredCell(NamedTuple):
    """A cell as it is stored.

    Attributes:
        column: from 1.
        kind: ``n`` for a number, ``str``, ``b``, ``e`` or ``d``.
        value: its text; of a number its digits; empty where there is no value.
        style: the place of its style in the table of styles.
        formula: whether it holds a formula.
        mark: what is done to a part of its text.
        moves: whether its formula gives something else on another day, or each time.
    """

    column: int
    kind: str
    value: str
    style: int
    formula: bool
    mark: Mark = ""
    moves: bool = False


class StoredRow(NamedTuple):
    """A row that is stored: its number, from 1, and its cells."""

    number: int
    cells: list[StoredCell]


class TextReader:
    """Gathers one text of several runs, as shared texts and cells hold them."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.mark: Mark = ""
        self._run_mark: Mark = ""
        self._colours: set[str] = set()
        self._colour = ""
        self._open = False
        self._phonetic = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element below the text begins."""
        if name == "rPh":
            self._phonetic += 1
        elif name == "r":
            self._run_mark, self._colour = "", ""
        elif name == "color":
            self._colour = str(sorted(attributes.items()))
        elif name == "strike" and attributes.get("val", "1") not in _UNTRUE:
            self._run_mark = "struck_out"
        elif name == "vertAlign" and attributes.get("val") in {"superscript", "subscript"}:
            self._run_mark = "raised"
        elif name == "rFont" and draws(attributes.get("val", "")):
            self._run_mark = "drawn"
        elif name == "t" and not self._phonetic:
            self._open = True

    def data(self, text: str) -> None:
        """Letters."""
        if self._open:
            self.parts.append(text)
            self._colours.add(self._colour)
            if self._run_mark and text.strip():
                self.mark = self._run_mark

    def end(self, name: str) -> None:
        """An element below the text ends."""
        if name == "t":
            self._open = False
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "r":
            self._run_mark = ""

    def text(self) -> Text:
        """The text as a person reads it."""
        text = unescaped("".join(self.parts))
        recoloured = len(self._colours) > 1 and in_figures(text)
        return Text(text, self.mark or ("recoloured" if recoloured else ""))


def in_figures(text: str) -> bool:
    """Whether a text is a number, amount or day, of which a part may be a correction.

    >>> in_figures("１２０．５20"), in_figures("叁佰万元"), in_figures("示例甲公司")
    (True, True, False)
    """
    return _FIGURES.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def unescaped(text: str) -> str:
    """A text without the signs that a workbook writes for control characters.

    >>> unescaped("示例_x4E59_公司")
    '示例乙公司'
    """
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def stored_rows(part: IO[bytes], shared: Sequence[Text]) -> Iterator[StoredRow]:
    """Each row of a sheet that is stored, in order.

    Raises:
        InvalidFile: the part is not XML, or no sheet.
    """
    reader = _SheetReader(shared)
    try:
        while chunk := part.read(_CHUNK):
            reader.parser.Parse(chunk)
            yield from reader.taken()
        reader.parser.Parse(b"", True)  # noqa: FBT003  (the last piece)
    except (ExpatError, ValueError, LookupError):
        raise InvalidFile(fault("damaged_workbook")) from None
    yield from reader.taken()


class _SheetReader:
    """Makes rows of the elements of a sheet."""

    def __init__(self, shared: Sequence[Text]) -> None:
        self.parser = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._shared = shared
        self._rows: list[StoredRow] = []
        self._row, self._column = 0, 0
        self._cells: list[StoredCell] = []
        self._attributes: Mapping[str, str] = {}
        self._formula = False
        self._written: list[str] = []
        self._shared_by, self._moving = "", set[str]()
        self._value: list[str] = []
        self._text: TextReader | None = None

    def taken(self) -> Iterator[StoredRow]:
        """The rows that are complete."""
        rows, self._rows = self._rows, []
        return iter(rows)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._attributes, self._formula, self._value, self._text = attributes, False, [], None
            self._written, self._shared_by = [], ""
        elif name == "v":
            self._value = []
            self.parser.CharacterDataHandler = self._value.append
        elif name == "f":
            self._formula, self._shared_by = True, attributes.get("si", "")
            self.parser.CharacterDataHandler = self._written.append
        elif name == "is":
            self._text = TextReader()
            self.parser.CharacterDataHandler = self._text.data
        elif name == "row":
            row = int(attributes.get("r", self._row + 1))
            if not self._row < row <= LAST_ROW:
                raise ValueError(row)
            self._row, self._column, self._cells = row, 0, []
        elif self._text is not None:
            self._text.start(name, attributes)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._cell()
        elif name in {"v", "is", "f"}:
            self.parser.CharacterDataHandler = None
        elif name == "row":
            self._rows.append(StoredRow(self._row, self._cells))
        elif self._text is not None:
            self._text.end(name)

    def _cell(self) -> None:
        place = PLACE.fullmatch(self._attributes.get("r", ""))
        column = column_number(place[1]) if place else self._column + 1
        if not self._column < column <= LAST_COLUMN:
            raise ValueError(column)
        self._column = column
        kind, style = self._attributes.get("t", "n"), int(self._attributes.get("s", 0))
        value = "".join(self._value)
        mark: Mark = ""
        if kind == "s":
            kind = "str"
            if value:
                index = int(value)
                if index < 0:
                    raise IndexError(index)
                value, mark = self._shared[index]
        elif kind == "inlineStr" or (self._text is not None and not value):
            kind = "str"
            value, mark = self._text.text() if self._text else Text("")
        elif kind == "str":
            value = unescaped(value)
        moves = self._formula and self._moves()
        self._cells.append(
            StoredCell(column, kind, value[:_LONGEST], style, self._formula, mark, moves)
        )

    def _moves(self) -> bool:
        """Whether the formula of the cell moves, or the one that it shares."""
        moves = _MOVES.search("".join(self._written)) is not None
        if moves and self._shared_by:
            self._moving.add(self._shared_by)
        return moves or self._shared_by in self._moving


def shared_texts(part: IO[bytes]) -> list[Text]:
    """The texts that the cells of a workbook share.

    Raises:
        InvalidFile: the part is not XML.
    """
    texts: list[Text] = []
    reader = TextReader()
    parser = ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal reader
        name = name.rpartition(":")[2]
        if name == "si":
            reader = TextReader()
            parser.CharacterDataHandler = reader.data
        else:
            reader.start(name, attributes)

    def end(name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "si":
            texts.append(reader.text())
        else:
            reader.end(name)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.ParseFile(part)
    except (ExpatError, ValueError):
        raise InvalidFile(fault("damaged_workbook")) from None
    return texts
