"""How the cells of the workbook look: named styles, number formats, widths, print set-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.errors import Lang
from listing_rewards.words import say

Look: TypeAlias = Literal[
    "title", "note", "section", "head", "text", "label", "total_text", "total_label",
    "total_number", "heading", "foot", "foot_right",
    "amount", "total_amount", "wan", "total_wan", "truth", "bearing", "day", "number", "rate",
    "status",
    "input_text", "input_amount", "input_day", "input_number", "input_rate", "given",
    "input_wan", "input_choice",
    "input_code", "sealed", "hint", "example_text", "example_amount", "example_day",
]  # fmt: skip

_FONTS: Mapping[Lang, str] = {"en": "Calibri", "zh": "Microsoft YaHei"}
_INK, _BAND, _PALE, _INPUT, _GREY = "1F3864", "DCE6F1", "F2F2F2", "FFF8DC", "595959"
_NO_LIMIT = 10**15
"""An end shown as having no limit: no amount reaches it."""
_LINE = Side(style="thin", color="BFBFBF")
_LINES = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_A4, _A3 = 9, 8
_A4_HOLDS, _A3_HOLDS = 240, 320
"""The widest sheet that can still be read when it is printed on one page."""
_MARGINS = PageMargins(left="0.4", right="0.4", top="0.5", bottom="0.6", header="0.3", footer="0.3")
"""Inches."""
_PAPER = {_A4: (780, 500), _A3: (1130, 740)}
"""Points across and down that a page has between its margins."""
_LETTER_WIDTH = 6
_LINE_HEIGHT, _TALLEST = 15, 400
"""Points."""
_ONE_LINE = {"lr_title": 24, "lr_section": 18}
"""The height of a line that is never broken."""
_USUAL_SIZE = 10
_SIZES = {"lr_heading": 17, "lr_foot": 11, "lr_foot_right": 11}
"""The size of letters where it is not the usual one, with the room between lines."""
_WIDE_FROM = "\u2e80"
"""From this character on, one takes the place of two; of others, ten that of nine."""


def formats(lang: Lang) -> dict[str, str]:
    """The number formats by what a cell holds."""
    met, not_met = _quoted("sheet.met", lang), _quoted("sheet.not_met", lang)
    bears, bears_not = _quoted("sheet.bears", lang), _quoted("sheet.bears_not", lang)
    unlimited, no_day = _quoted("sheet.unlimited", lang), _quoted("sheet.no_day", lang)
    unknown = _quoted("sheet.unknown", lang)
    return {
        "amount": f"[>={_NO_LIMIT}]{unlimited};#,##0.00",
        "wan": f"[>={_NO_LIMIT // 10_000}]{unlimited};#,##0.00####",
        "truth": f"[=1]{met};[=0]{not_met};{unknown}",
        "bearing": f"[=1]{bears};[=0]{bears_not};{_quoted('sheet.at_payment', lang)}",
        "day": f"[=0]{no_day};[<0]{unknown};yyyy-mm-dd",
        "text": "General",
        "rate": "0.00######%",
    }


def _quoted(phrase: str, lang: Lang) -> str:
    """A phrase as a number format writes it out."""
    return f'"{say(phrase, lang)}"'


class Style(NamedTuple):
    """How a cell looks."""

    size: int = 10
    bold: bool = False
    ink: str = "000000"
    fill: str | None = None
    lines: bool = True
    align: Literal["left", "right", "center"] = "left"
    wrap: bool = False
    top: bool = False
    shows: str = "text"
    locked: bool = True

    def named(self, look: Look, lang: Lang) -> NamedStyle:
        """It, as a style of the workbook."""
        return NamedStyle(
            name=f"lr_{look}",
            font=Font(name=_FONTS[lang], size=self.size, bold=self.bold, color=self.ink),
            fill=PatternFill("solid", start_color=self.fill) if self.fill else PatternFill(),
            border=_LINES if self.lines else Border(),
            alignment=Alignment(
                self.align,
                "top" if self.top else "center",
                wrap_text=self.wrap,
                indent=int(self.align != "center"),
            ),
            number_format=formats(lang).get(self.shows, self.shows),
            protection=Protection(locked=self.locked),
        )


STYLES: Mapping[Look, Style] = {
    "title": Style(size=15, bold=True, ink=_INK, lines=False),
    "note": Style(ink=_GREY, lines=False, wrap=True),
    "section": Style(size=11, bold=True, ink=_INK, fill=_BAND, lines=False),
    "head": Style(bold=True, ink="FFFFFF", fill=_INK, align="center", wrap=True),
    "text": Style(wrap=True),
    "label": Style(bold=True, fill=_PALE, wrap=True),
    "heading": Style(size=16, bold=True, lines=False, align="center", wrap=True),
    "foot": Style(size=11, lines=False, wrap=True),
    "foot_right": Style(size=11, lines=False, align="right"),
    "total_label": Style(bold=True, fill=_BAND, align="center"),
    "total_number": Style(bold=True, fill=_BAND, align="right", shows="General"),
    "total_text": Style(bold=True, fill=_BAND, wrap=True),
    "amount": Style(align="right", shows="amount"),
    "total_amount": Style(bold=True, fill=_BAND, align="right", shows="amount"),
    "wan": Style(align="right", shows="wan"),
    "total_wan": Style(bold=True, fill=_BAND, align="right", shows="wan"),
    "truth": Style(align="center", shows="truth"),
    "bearing": Style(align="center", shows="bearing"),
    "day": Style(align="center", shows="day"),
    "number": Style(align="right", shows="General"),
    "rate": Style(align="right", shows="rate"),
    "status": Style(align="center", wrap=True, shows="General"),
    "given": Style(align="right", ink=_GREY, fill=_PALE, shows="amount"),
    "input_text": Style(fill=_INPUT, wrap=True, locked=False),
    "input_amount": Style(fill=_INPUT, align="right", shows="#,##0.00", locked=False),
    "input_day": Style(fill=_INPUT, align="center", shows="yyyy-mm-dd", locked=False),
    "input_number": Style(fill=_INPUT, align="right", shows="General", locked=False),
    "input_rate": Style(fill=_INPUT, align="right", shows="rate", locked=False),
    "input_wan": Style(fill=_INPUT, align="right", shows="#,##0.00####", locked=False),
    "input_code": Style(fill=_INPUT, shows="@", locked=False),
    "sealed": Style(size=11, top=True, wrap=True, locked=False),
    "input_choice": Style(fill=_INPUT, align="center", locked=False),
    "hint": Style(size=9, ink=_GREY, fill=_PALE, align="center", wrap=True),
    "example_text": Style(ink=_GREY, fill=_PALE, wrap=True),
    "example_amount": Style(ink=_GREY, fill=_PALE, align="right", shows="#,##0.00####"),
    "example_day": Style(ink=_GREY, fill=_PALE, align="center", shows="yyyy-mm-dd"),
}


def add_styles(book: Workbook, lang: Lang) -> None:
    """Make every look known to the workbook."""
    for look, style in STYLES.items():
        book.add_named_style(style.named(look, lang))


def set_up(
    sheet: Worksheet, widths: Sequence[int], *, frozen: str | None, heads: int | None, lang: Lang
) -> None:
    """Widths, frozen rows above and left of `frozen`, and A4 pages with the row `heads` on each."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = frozen
    sheet.sheet_view.showGridLines = False
    page = sheet.page_setup
    page.paperSize, page.orientation = _A4, "landscape"
    page.fitToWidth, page.fitToHeight = 1, 0
    sheet.page_margins = _MARGINS
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if heads:
        sheet.print_title_rows = f"{heads}:{heads}"
    sheet.oddFooter = HeaderFooterItem()
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = sheet.title, say("sheet.page", lang)


def protect(sheet: Worksheet) -> None:
    """Lock what is not to be typed over; anybody may unlock it, there is no password.

    Widths and heights may be changed. Rows cannot be inserted, since no formula would read them.
    """
    sheet.protection.enable()
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def spread_out(sheet: Worksheet, widths: Sequence[int], *, large_from: int = _A4_HOLDS) -> None:
    """Print a sheet that is too wide for A4 on A3, and on as many pages as can still be read.

    Where several lie side by side, the frozen columns stand on each.
    """
    page = sheet.page_setup
    page.paperSize = _A4 if sum(widths) <= large_from else _A3
    if sum(widths) <= _A3_HOLDS:
        return
    kept = coordinate_to_tuple(sheet.freeze_panes)[1] - 1 if sheet.freeze_panes else 0
    own = _A3_HOLDS - sum(widths[:kept])
    page.fitToWidth = -(-sum(widths[kept:]) // own)
    if kept:
        sheet.print_title_cols = f"A:{get_column_letter(kept)}"


def rows_of_a_page(sheet: Worksheet, widths: Sequence[int], height: int) -> int:
    """How many rows of a height, in points, a printed page of a sheet that is set up holds."""
    across, down = _PAPER[sheet.page_setup.paperSize or _A4]
    shown = min(across * (sheet.page_setup.fitToWidth or 1) / (sum(widths) * _LETTER_WIDTH), 1)
    return int(down / shown / height)


def fit_rows(sheet: Worksheet) -> None:
    """Give each row the height that its texts need in the width that they have."""
    spread = {str(each).partition(":")[0]: each.max_col for each in sheet.merged_cells.ranges}
    for number, row in enumerate(sheet.iter_rows(), 1):
        needed = _LINE_HEIGHT
        height = _ONE_LINE.get(row[0].style)
        if height is not None:
            sheet.row_dimensions[number].height = height
            continue
        for column, cell in enumerate(row, 1):
            if cell.data_type != "s":
                continue
            columns = range(column, spread.get(cell.coordinate, column) + 1)
            width = sum(int(sheet.column_dimensions[get_column_letter(n)].width) for n in columns)
            size = _SIZES.get(cell.style, _USUAL_SIZE)
            lines = _lines_of(str(cell.value), (width - 2) * _USUAL_SIZE // size)
            needed = max(needed, lines * _LINE_HEIGHT * size // _USUAL_SIZE)
        if needed > _LINE_HEIGHT or row[0].style == "lr_note":
            sheet.row_dimensions[number].height = min(needed, _TALLEST)


def _lines_of(text: str, width: int) -> int:
    """How many lines a text takes."""
    lengths = [
        sum(20 if letter >= _WIDE_FROM else 9 for letter in line) // 10 for line in text.split("\n")
    ]
    return sum(max(-(-length // width), 1) for length in lengths)
