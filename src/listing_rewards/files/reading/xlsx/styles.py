"""The styles of a workbook, as far as they change what a person reads in a cell."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import IO, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.xlsx.picture_fonts import draws

_UNTRUE = frozenset({"0", "false", "off"})
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    # those of a Chinese Excel
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 55: 'h"时"mm"分"', 56: 'h"时"mm"分"ss"秒"',
}  # fmt: skip
"""The number formats that are known by their number alone."""


class Style(NamedTuple):
    """What a style does to what a cell shows.

    Attributes:
        shown_as: its number format.
        struck_out: whether a line goes through the text.
        hides_zeros: whether its sheet shows a zero as nothing.
        unseen: whether its letters have the colour of the paper, or are too small to be seen.
        drawn_in: the name of its font where the letters of that are drawings.
    """

    shown_as: str = "General"
    struck_out: bool = False
    hides_zeros: bool = False
    unseen: bool = False
    drawn_in: str = ""


_WHITE = frozenset({"rgb FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 65"})
_PAPER = "white"
_NEARLY = Decimal("0.03")
"""A tint below it is not seen."""
TOO_SMALL = 3
"""Points: nobody reads letters of fewer."""


class _Font(NamedTuple):
    """What of a font changes what a person reads."""

    struck_out: bool = False
    size: Decimal = Decimal(11)
    colour: str = ""
    name: str = ""


class _Difference(NamedTuple):
    """What a rule of a conditional format changes: letters, paper, number format."""

    font: _Font = _Font()
    paper: str = _PAPER
    shown_as: str = ""

    @property
    def hides(self) -> bool:
        """Whether a person may see another value, none, or one that is taken back."""
        unseen = self.font.colour != "" and self.font.colour == self.paper
        return self.font.struck_out or unseen or self.shown_as not in {"", "General"}


class CellStyles(NamedTuple):
    """The styles of a workbook.

    Attributes:
        styles: those of cells, in the order in which the cells name them.
        hiding: the places of those by which a conditional format may hide or change a value.
    """

    styles: list[Style]
    hiding: frozenset[int] = frozenset()


class _StylesReader:
    """Gathers the formats, fonts and fills, and the styles of cells that name them."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.fonts: list[_Font] = []
        self.papers: list[str] = []
        self.styles: list[tuple[int, int, int]] = []
        self.differences: list[_Difference] = []
        self._path: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(":")[2]
        within = self._path[-1] if self._path else ""
        if "dxfs" in self._path:
            self._difference(name, attributes)
        elif name == "numFmt" and within == "numFmts":
            self.formats[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == "font" and within == "fonts":
            self.fonts.append(_Font())
        elif self._path[-2:] == ["fonts", "font"]:
            self.fonts[-1] = _changed(self.fonts[-1], name, attributes)
        elif name == "patternFill" and self._path[-2:] == ["fills", "fill"]:
            self.papers.append("" if attributes.get("patternType") == "solid" else _PAPER)
        elif name == "fgColor" and within == "patternFill" and "fills" in self._path:
            self.papers[-1] = self.papers[-1] or _colour(attributes)
        elif name == "gradientFill" and self._path[-2:] == ["fills", "fill"]:
            self.papers.append("of several colours")
        elif name == "xf" and within == "cellXfs":
            number, font, fill = (
                int(attributes.get(each, 0)) for each in ("numFmtId", "fontId", "fillId")
            )
            self.styles.append((number, font, fill))
        self._path.append(name)

    def _difference(self, name: str, attributes: Mapping[str, str]) -> None:
        """A part of what the rules of conditional formats change."""
        if name == "dxf":
            self.differences.append(_Difference())
            return
        own = self.differences[-1]
        if self._path[-1] == "font":
            own = own._replace(font=_changed(own.font, name, attributes))
        elif name == "bgColor":
            own = own._replace(paper=_colour(attributes) or own.paper)
        elif name == "numFmt":
            own = own._replace(shown_as=attributes["formatCode"])
        self.differences[-1] = own

    def styled(self, number: int, font: int, fill: int) -> Style:
        """A style of cells by the places of its format, font and fill."""
        shown_as = self.formats.get(number, BUILT_IN.get(number, "General"))
        if not self.fonts:
            return Style(shown_as)
        own = self.fonts[font]
        paper = self.papers[fill] if self.papers else _PAPER
        unseen = own.size < TOO_SMALL or (own.colour != "" and own.colour == paper)
        drawn_in = own.name if draws(own.name) else ""
        return Style(shown_as, own.struck_out, unseen=unseen, drawn_in=drawn_in)

    def end(self, _: str) -> None:
        """An element ends."""
        self._path.pop()


def _changed(font: _Font, name: str, attributes: Mapping[str, str]) -> _Font:
    """A font with one more of its parts."""
    match name:
        case "strike":
            return font._replace(struck_out=attributes.get("val", "1") not in _UNTRUE)
        case "sz":
            return font._replace(size=Decimal(attributes["val"]))
        case "color":
            return font._replace(colour=_colour(attributes))
        case "name":
            return font._replace(name=attributes["val"])
    return font


def _colour(attributes: Mapping[str, str]) -> str:
    """A colour as it is named; all that are white are one, and one that is automatic is none."""
    if attributes.get("auto") in {"1", "true"}:
        return ""
    if abs(Decimal(attributes.get("tint", 0))) > _NEARLY:
        return f"tinted {sorted(attributes.items())}"
    for how in ("rgb", "theme", "indexed"):
        if how in attributes:
            value = attributes[how][-6:].upper() if how == "rgb" else attributes[how]
            named = f"{how} {value}"
            return _PAPER if named in _WHITE else named
    return ""


def cell_styles(part: IO[bytes]) -> CellStyles:
    """The styles of a workbook's cells, and those of its conditional formats that hide a value.

    Raises:
        InvalidFile: the part is not XML, or a style names a font that is not there.
    """
    reader, parser = _StylesReader(), ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    try:
        parser.ParseFile(part)
        styles = [reader.styled(*each) for each in reader.styles]
        hiding = (at for at, each in enumerate(reader.differences) if each.hides)
        return CellStyles(styles, frozenset(hiding))
    except (ExpatError, ValueError, LookupError, ArithmeticError):
        raise InvalidFile(fault("damaged_workbook")) from None
