"""The styles of a workbook, as far as they change what a person reads in a cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

from listing_rewards.errors import InvalidFile, fault

_UNTRUE = frozenset({"0", "false", "off"})
_BUILT_IN = {
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
    """

    shown_as: str = "General"
    struck_out: bool = False
    hides_zeros: bool = False


class _StylesReader:
    """Gathers the formats, the fonts that strike out, and the styles of cells."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.struck_out: list[bool] = []
        self.styles: list[tuple[int, int]] = []
        self._path: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(":")[2]
        within = self._path[-1] if self._path else ""
        if name == "numFmt" and within == "numFmts":
            self.formats[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == "font" and within == "fonts":
            self.struck_out.append(False)
        elif name == "strike" and self._path[-2:] == ["fonts", "font"]:
            self.struck_out[-1] = attributes.get("val", "1") not in _UNTRUE
        elif name == "xf" and within == "cellXfs":
            known = (int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0)))
            self.styles.append(known)
        self._path.append(name)

    def end(self, _: str) -> None:
        """An element ends."""
        self._path.pop()


def cell_styles(part: IO[bytes]) -> list[Style]:
    """The styles of a workbook's cells, in the order in which the cells name them.

    Raises:
        InvalidFile: the part is not XML, or a style names a font that is not there.
    """
    reader, parser = _StylesReader(), ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    try:
        parser.ParseFile(part)
        return [
            Style(
                reader.formats.get(number, _BUILT_IN.get(number, "General")),
                reader.struck_out[font] if reader.struck_out else False,
            )
            for number, font in reader.styles
        ]
    except (ExpatError, ValueError, LookupError):
        raise InvalidFile(fault("damaged_workbook")) from None
