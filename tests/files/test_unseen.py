"""What a person does not see in a cell, or sees otherwise than it is stored, is never paid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from command import run_command
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from files.books import book_of, bytes_of, patched, saved
from listing_rewards import load_policy
from listing_rewards.errors import ListingRewardsError
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.reading.cell_values import cell_yes
from listing_rewards.files.reading.workbook_sheets import open_workbook

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
HEADER = ("企业名称", "区域性股权市场融资日期", "区域性股权市场融资金额（万元）", "备注")
LINE = ("示例甲公司", date(2023, 8, 1), 300)


def rows_of(folder: Path, change: Callable[[Cell], None], *, column: int = 3) -> list[Row]:
    """The rows of a table of one enterprise, one cell of which was changed."""
    book = Workbook()
    page = book.worksheets[0]
    page.append(HEADER)
    page.append(LINE)
    cell = page.cell(2, column)
    assert isinstance(cell, Cell)
    change(cell)
    path = folder / "a.xlsx"
    book.save(path)
    return list(read_rows(str(path), POLICY))


def codes(rows: list[Row]) -> list[tuple[str, str]]:
    """What is wrong, and in which cell."""
    return [(each.code, each.cell) for row in rows for each in row.faults]


def solid(colour: Color | str) -> PatternFill:
    """A fill of one colour."""
    return PatternFill("solid", fgColor=colour)


@pytest.mark.parametrize("shown_as", ['0"年"', "0年", '0"家"', '#,##0"人"', '0"次"'])
def test_an_amount_that_counts_something_else(tmp_path: Path, shown_as: str) -> None:
    """300年 under a header for money is no amount."""

    def change(cell: Cell) -> None:
        cell.number_format = shown_as

    (row,) = rows_of(tmp_path, change)
    assert row.case is None
    assert [each.cell for each in row.faults] == ["C2"]
    assert "300" + shown_as.strip('0#,"') in row.faults[0].sentence("zh")


@pytest.mark.parametrize(
    ("font", "fill"),
    [
        (Font(color="FFFFFFFF"), None),
        (Font(color="00FFFFFF"), solid("FFFFFFFF")),
        (Font(color=Color(theme=0)), None),
        (Font(color=Color(indexed=9)), solid(Color(theme=0))),
        (Font(color=Color(theme=0, tint=0.01)), None),
        (Font(color="FF1F3864"), solid("FF1F3864")),
        (Font(color=Color(theme=4, tint=0.4)), solid(Color(theme=4, tint=0.4))),
        (Font(size=1), None),
        (Font(size=2.5), None),
    ],
)
@pytest.mark.parametrize("column", [1, 2, 3])
def test_letters_that_nobody_sees(
    tmp_path: Path, font: Font, fill: PatternFill | None, column: int
) -> None:
    """In the colour of the paper, or too small: a fault in the cell, and no amount."""

    def change(cell: Cell) -> None:
        cell.font = font
        if fill is not None:
            cell.fill = fill

    rows = rows_of(tmp_path, change, column=column)
    assert codes(rows) == [("unseen_text", f"{'ABC'[column - 1]}2")]
    assert rows[0].case is None


@pytest.mark.parametrize(
    ("font", "fill"),
    [
        (Font(color="FFFFFFFF"), solid("FF1F3864")),
        (Font(color=Color(theme=0)), solid(Color(theme=4))),
        (Font(color=Color(theme=1)), solid(Color(theme=0))),
        (Font(color="FF000000"), None),
        (Font(color=Color(auto=True)), solid("FFFFFFFF")),
        (Font(color=Color(theme=0, tint=-0.5)), None),
        (Font(size=6), solid("FFFFFF00")),
        (Font(), PatternFill("gray125")),
    ],
)
def test_letters_that_are_seen(tmp_path: Path, font: Font, fill: PatternFill | None) -> None:
    """Whatever their colour and that of the paper."""

    def change(cell: Cell) -> None:
        cell.font = font
        if fill is not None:
            cell.fill = fill

    rows = rows_of(tmp_path, change)
    assert codes(rows) == []
    (outcome,) = assess_rows(rows, POLICY, as_of=AS_OF)
    assert outcome.assessment is not None
    assert outcome.assessment.payable == Decimal("60000.00")


@pytest.mark.parametrize("sign", ["\ue000", "\uf8ff", "\U000f0001"])
def test_a_sign_of_ones_own(tmp_path: Path, sign: str) -> None:
    """Another computer publishes another name."""

    def change(cell: Cell) -> None:
        cell.value = f"示例{sign}公司"

    rows = rows_of(tmp_path, change, column=1)
    assert codes(rows) == [("private_sign", "A2")]
    assert f"U+{ord(sign):04X}" in rows[0].faults[0].sentence("zh")


TRADITIONAL = "企業名稱,統一社會信用代碼,註冊地,新三板掛牌日期\n示例甲公司,,示例區,2023-09-15\n"


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 3 + "許功蓋公司,,,\n"])
def test_big5_is_recognised(tmp_path: Path, text: str) -> None:
    """It is text in GB18030 as well, of signs that nobody wrote."""
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="big5")
    with pytest.raises(ListingRewardsError) as refused:
        list(read_rows(str(path), POLICY))
    assert [each.code for each in refused.value.faults] == ["big5"]


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8", "utf-16"])
def test_other_chinese_is_no_big5(tmp_path: Path, encoding: str) -> None:
    """Simple and traditional signs in the encodings that are read."""
    path = tmp_path / "a.csv"
    path.write_text(TRADITIONAL, encoding=encoding)
    with pytest.raises(ListingRewardsError) as refused:
        list(read_rows(str(path), POLICY))
    assert "big5" not in [each.code for each in refused.value.faults]
    path.write_text("企业名称,新三板挂牌日期\n示例甲公司,2023-09-15\n", encoding=encoding)
    assert codes(list(read_rows(str(path), POLICY))) == []


WITHDRAWN = (
    "已撤回申请",
    "企业已放弃",
    "暂缓发放",
    "不再申报",
    "作废",
    "不予奖励",
    "withdrawn",
    "Cancelled",
)
NOTED = ("另附材料", "已核", "联系人出差", "same account as before", "撤")


@pytest.mark.parametrize("remark", WITHDRAWN)
def test_a_remark_that_withdraws(
    tmp_path: Path,
    remark: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever withdrew is not paid, and stands in no publication, until somebody decides."""

    def change(cell: Cell) -> None:
        cell.value = remark

    rows = rows_of(tmp_path, change, column=4)
    assert codes(rows) == [("withdrawn", "D2")]
    asked = ("-p", POLICY.id, "--as-of", "2025-12-31", "--table", "publication", "--format", "csv")
    assert run_command(monkeypatch, "assess", tmp_path / "a.xlsx", *asked) == 1
    said = capsys.readouterr()
    assert "示例甲公司" not in said.out
    assert remark in said.err


@pytest.mark.parametrize("remark", NOTED)
def test_another_remark(tmp_path: Path, remark: str) -> None:
    """Is noted, and changes nothing."""

    def change(cell: Cell) -> None:
        cell.value = remark

    (row,) = rows_of(tmp_path, change, column=4)
    assert row.faults == ()
    assert row.carried["remark"] == remark


def test_a_remark_that_withdraws_on_a_second_line(tmp_path: Path) -> None:
    """Below a name that is merged over several financings."""
    book = Workbook()
    page = book.worksheets[0]
    for line in (HEADER, LINE, (None, date(2024, 2, 2), 50, "已撤回")):
        page.append(line)
    page.merge_cells("A2:A3")
    book.save(tmp_path / "a.xlsx")
    rows = list(read_rows(str(tmp_path / "a.xlsx"), POLICY))
    assert [each for each in codes(rows) if each[0] == "withdrawn"] == [("withdrawn", "D3")]
    assert all(row.case is None for row in rows)


@pytest.mark.parametrize(("cell", "row"), [("A2", 2), ("D3", 3)])
def test_a_comment_that_withdraws(tmp_path: Path, cell: str, row: int) -> None:
    """On any line of the enterprise, as a remark does."""
    book = Workbook()
    page = book.worksheets[0]
    for line in (HEADER, LINE, (None, date(2024, 2, 2), 50, None)):
        page.append(line)
    page.merge_cells("A2:A3")
    page[cell].comment = Comment("此企业已撤回\n申请", "虚构人")
    book.save(tmp_path / "a.xlsx")
    rows = [each for each in read_rows(str(tmp_path / "a.xlsx"), POLICY) if not each.aside]
    (wrong,) = rows[0].faults
    assert (wrong.code, wrong.cell, wrong.given) == ("withdrawn", cell, "此企业已撤回 申请")
    assert wrong.row == row


@pytest.mark.parametrize("wrong", ['sz val="many"', 'sz val="nan"', "sz"])
def test_a_size_that_is_no_number(tmp_path: Path, wrong: str) -> None:
    """Is a damaged workbook, reported in a sentence."""
    content = bytes_of(book_of({"表": [HEADER, LINE]}))
    broken = patched(content, {'sz val="11"': wrong}, "xl/styles.xml")
    with pytest.raises(ListingRewardsError) as refused:
        list(read_rows(saved(tmp_path, broken), POLICY))
    assert [each.code for each in refused.value.faults] == ["damaged_workbook"]


@pytest.mark.parametrize(
    ("text", "font", "stands_for"),
    [
        *(("û", "Wingdings", "✗"), ("ý", "wingdings", "☒"), ("\uf0fb", "Wingdings", "✗")),
        *(("O", "Wingdings 2", "✗"), ("£", "Wingdings 2", "☐"), ("N", "Webdings", "N")),
    ],
)
def test_a_cross_that_is_stored_as_a_letter(
    tmp_path: Path, text: str, font: str, stands_for: str
) -> None:
    """Before an enterprise it takes the line back, whatever letter is stored."""
    book = book_of({"申报表": [("序号", *HEADER), (text, *LINE), (2, "示例乙公司", *LINE[1:])]})
    book.worksheets[0]["A2"].font = Font(name=font)
    rows = list(read_rows(saved(tmp_path, bytes_of(book)), POLICY))
    assert [[(each.code, each.given) for each in row.faults] for row in rows] == [
        [("withdrawn_line", stands_for)],
        [],
    ]


def test_the_number_of_a_line_struck_out_alone(tmp_path: Path) -> None:
    """The line is taken back as by a mark; where more is struck out, each cell says so."""
    book = book_of({"申报表": [("序号", *HEADER), (1, *LINE)]})
    page = book.worksheets[0]
    page["A2"].font = Font(strike=True)
    path = saved(tmp_path, bytes_of(book))
    assert codes(list(read_rows(path, POLICY))) == [("withdrawn_line", "")]
    page["A2"].value = "=ROW()-1"
    assert codes(list(read_rows(saved(tmp_path, bytes_of(book)), POLICY))) == []
    page["A2"].value = 1
    page["D2"].font = Font(strike=True)
    path = saved(tmp_path, bytes_of(book))
    assert codes(list(read_rows(path, POLICY))) == [("struck_out", "D2")]


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [("ü", "Wingdings", "✓"), ("R", "Wingdings 2", "☑"), ("û", "Wingdings", "✗")],
)
def test_a_tick_that_is_stored_as_a_letter(tmp_path: Path, text: str, font: str, seen: str) -> None:
    """It is read as the tick or cross that is seen, in a column of yes and no."""
    book = book_of({"申报表": [("企业名称", "退回"), ("示例甲公司", text)]})
    cell = book.worksheets[0]["B2"]
    cell.font = Font(name=font)
    with open_workbook(saved(tmp_path, bytes_of(book))) as opened:
        *_, last = opened.grid("申报表").lines
    assert last.cells[1].text == seen
    assert cell_yes(seen) is (seen != "✗")


@pytest.mark.parametrize("column", [1, 2, 3])
def test_letters_of_a_font_of_drawings(tmp_path: Path, column: int) -> None:
    """A name, day or amount in such a font is seen as drawings: a fault in the cell."""

    def change(cell: Cell) -> None:
        cell.font = Font(name="Wingdings")

    rows = rows_of(tmp_path, change, column=column)
    assert codes(rows) == [("picture_font", f"{'ABC'[column - 1]}2")]


def test_a_part_of_a_name_in_a_font_of_drawings(tmp_path: Path) -> None:
    """A cross behind a name is stored as û."""

    def change(cell: Cell) -> None:
        cell.value = CellRichText("示例甲公司", TextBlock(InlineFont(rFont="Wingdings"), "û"))

    assert codes(rows_of(tmp_path, change, column=1)) == [("picture_font", "A2")]


@pytest.mark.parametrize(
    "changes",
    [
        DifferentialStyle(font=Font(strike=True)),
        DifferentialStyle(font=Font(color="FFFFFFFF")),
        DifferentialStyle(
            font=Font(color="FF1F3864"), fill=PatternFill(bgColor="FF1F3864", fill_type="solid")
        ),
        DifferentialStyle(numFmt=NumberFormat(numFmtId=170, formatCode=";;;")),
    ],
)
def test_a_conditional_format_that_may_hide_an_amount(
    tmp_path: Path, changes: DifferentialStyle
) -> None:
    """Whether its condition holds is not known here: a fault in each cell with something in it."""
    book = book_of({"申报表": [HEADER, LINE, ("示例乙公司", None, None)]})
    rule = Rule(type="expression", formula=['$D2="撤"'], dxf=changes)
    book.worksheets[0].conditional_formatting.add("C2:D9", rule)
    rows = list(read_rows(saved(tmp_path, bytes_of(book)), POLICY))
    assert codes(rows) == [("conditional_format", "C2")]
    assert [row.case is None for row in rows] == [True, False]


def test_a_conditional_format_that_only_colours(tmp_path: Path) -> None:
    """Hides nothing: the table is read, as with one that lies elsewhere."""
    book = book_of({"申报表": [HEADER, LINE]})
    page = book.worksheets[0]
    red = DifferentialStyle(font=Font(color="FFFF0000", bold=True), fill=solid("FFFFFF00"))
    page.conditional_formatting.add("A1:D9", Rule(type="expression", formula=["TRUE"], dxf=red))
    struck = DifferentialStyle(font=Font(strike=True))
    page.conditional_formatting.add("F1:G9", Rule(type="expression", formula=["TRUE"], dxf=struck))
    rows = list(read_rows(saved(tmp_path, bytes_of(book)), POLICY))
    assert codes(rows) == []
    assert rows[0].case is not None


def test_more_conditional_formats_than_are_told_apart(tmp_path: Path) -> None:
    """What surrounds them all is taken, in time that does not grow with their number."""
    lines = [(f"示例{number}公司", *LINE[1:]) for number in range(300)]
    book = book_of({"申报表": [HEADER, *lines]})
    struck = DifferentialStyle(font=Font(strike=True))
    cells = " ".join(f"C{2 * number}" for number in range(1, 1202))
    page = book.worksheets[0]
    page.conditional_formatting.add(cells, Rule(type="expression", formula=["TRUE"], dxf=struck))
    rows = list(read_rows(saved(tmp_path, bytes_of(book)), POLICY))
    assert {code for code, _ in codes(rows)} == {"conditional_format"}
    assert len(codes(rows)) == len(lines)


ANCHOR = (
    "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    "</xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
)
NAMESPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
)


def with_box(folder: Path, drawing: str) -> str:
    """A table with a drawing over its cells."""
    path = Path(saved(folder, bytes_of(book_of({"申报表": [HEADER, LINE]}))))
    with ZipFile(path, "a") as package:
        package.writestr("xl/worksheets/_rels/sheet1.xml.rels", RELATED)
        package.writestr("xl/drawings/drawing1.xml", drawing)
    return str(path)


def boxed(text: str) -> str:
    """A drawing of one box of text."""
    return f"<xdr:wsDr {NAMESPACES}>{ANCHOR.format(text=text)}</xdr:wsDr>"


@pytest.mark.parametrize("text", ["作废", "以下企业已撤回申请", "红色为不符合条件"])
def test_a_box_of_text_that_takes_back(tmp_path: Path, text: str) -> None:
    """A stamp or box over the cells is read as a line between them is."""
    with pytest.raises(ListingRewardsError) as refused:
        list(read_rows(with_box(tmp_path, boxed(text)), POLICY))
    assert [(each.code, each.cell) for each in refused.value.faults] == [("rows_taken_back", "B3")]


def test_another_box_of_text(tmp_path: Path) -> None:
    """Is listed among what was not read."""
    rows = list(read_rows(with_box(tmp_path, boxed("请于月底前报送")), POLICY))
    assert [(row.aside, row.letter, row.said) for row in rows if row.aside] == [
        ("comment", "B3", "请于月底前报送")
    ]
    assert codes(rows) == []


def test_a_drawing_that_is_no_xml(tmp_path: Path) -> None:
    """Makes the workbook damaged."""
    path = with_box(tmp_path, "<xdr:wsDr")
    with pytest.raises(ListingRewardsError) as refused:
        list(read_rows(path, POLICY))
    assert [(each.code, each.file) for each in refused.value.faults] == [("damaged_workbook", path)]
