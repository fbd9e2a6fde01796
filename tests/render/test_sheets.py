"""What stands on the sheets, as a program that opens them reads it."""

import datetime
import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from reports.outline import Column, Day, Note, Outline, Row, Table
from reports.publish.outlines import outline
from reports.render import to_xlsx, words
from reports.theme import Look, Theme
from tests.elsewhere import elsewhere
from tests.render.pages import briefing

NOTE = Note(
    source=2, article="a-2", outlet="رسانهٔ آزمون", page="۱ آذر ۱۴۰۴", quote="گواه"
)
OTHER = Note(
    source=3, article="a-3", outlet="رسانهٔ دیگر", page="۲ آذر ۱۴۰۴", quote="دیگر"
)
COLUMNS = (
    Column(id="day", title="تاریخ", width=16, kind="day"),
    Column(id="text", title="متن", width=20),
    Column(id="value", title="مقدار", width=10, kind="number"),
    Column(id="url", title="نشانی", width=30),
    Column(id="told", title="روی کاغذ", width=20, place="paper"),
)


def book(*rows: Row, look: Look | None = None) -> Workbook:
    """Return what another program reads from a table of these rows."""
    table = Table(
        sheet="آزمون", part="بخش", columns=COLUMNS, rows=rows, empty="", noted="text"
    )
    told = Outline(
        title="عنوان", period="دوره", span="", notice=None, last=None, blocks=(table,)
    )
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(told, look=look or Look())))


def made(name: str) -> bytes:
    return to_xlsx(outline(briefing(name), words=words()), look=Look())


DATE = Day(datetime.date(2025, 12, 12), "۲۱ آذر ۱۴۰۴")
FULL = Row((DATE, "متن", 12.5, "https://example.org/a", "کاغذ"), (NOTE,))


def test_every_cell_is_what_it_is() -> None:
    sheet = book(FULL)["آزمون"]
    heads, cells = sheet.iter_rows(values_only=True)
    assert heads == (
        "بخش",
        "تاریخ",
        "تاریخ (شمسی)",
        "متن",
        "مقدار",
        "نشانی",
        "شمارهٔ منبع",
        "شناسهٔ خبر",
        "رسانه",
        "گواه",
    )
    assert cells == (
        "بخش",
        datetime.datetime(2025, 12, 12),  # noqa: DTZ001 - sheets know no zones
        "۱۴۰۴/۰۹/۲۱",
        "متن",
        12.5,
        "https://example.org/a",
        2,
        "a-2",
        "رسانهٔ آزمون",
        "«گواه»",
    )
    assert sheet["F2"].hyperlink.target == "https://example.org/a"


def test_what_nobody_tells_stays_empty() -> None:
    _, cells = book(Row((None, None, None, None, None), (NOTE,)))["آزمون"].iter_rows(
        values_only=True
    )
    assert cells[1:6] == (None,) * 5


def test_several_proofs_stand_line_by_line() -> None:
    _, cells = book(Row((DATE, "متن", 1, None, None), (NOTE, OTHER)))[
        "آزمون"
    ].iter_rows(values_only=True)
    assert cells[-4:] == (
        "۲\n۳",
        "a-2\na-3",
        "رسانهٔ آزمون\nرسانهٔ دیگر",
        "«گواه»\n«دیگر»",
    )


DANGEROUS = [
    "=1+1",
    '=HYPERLINK("https://example.org","x")',
    "+A1",
    "-A1",
    "@SUM(A1)",
    "{=1+1}",
    "\t=1+1",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://example.org/ x",
    "https://example.org/" + "a" * 3000,
]


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_from_an_article_becomes_a_formula_or_a_strange_link(
    text: str,
) -> None:
    note = Note(source=1, article=text, outlet=text, page=text, quote=text)
    sheet = book(Row((DATE, text, None, text, None), (note,)))["آزمون"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert all(cell.hyperlink is None for cell in cells)
    assert sheet["D2"].value == text


def test_words_after_a_number_begin_at_the_right() -> None:
    sheet = book(Row((DATE, "۱۱ شهریور", None, None, None), (NOTE,)))["آزمون"]
    assert sheet["D2"].value == "\u200f۱۱ شهریور"


def test_a_text_that_is_too_long_for_a_cell_is_cut() -> None:
    sheet = book(Row((DATE, "ب" * 40_000, None, None, None), (NOTE,)))["آزمون"]
    assert len(sheet["D2"].value) == 32_767


@pytest.mark.parametrize("name", ["usual", "empty", "moved", "country"])
def test_sheets_run_from_the_right_and_can_be_sifted(name: str) -> None:
    read = openpyxl.load_workbook(io.BytesIO(made(name)))
    assert len(read.sheetnames) >= 9
    for sheet in read:
        assert sheet.sheet_view.rightToLeft
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        heads = [cell.value for cell in sheet[1]]
        assert all(heads)
        assert len(set(heads)) == len(heads), sheet.title


def test_every_claim_names_its_article_and_quotes_it() -> None:
    read = openpyxl.load_workbook(io.BytesIO(made("usual")))
    proved = 0
    for sheet in read:
        heads, *rows = sheet.iter_rows(values_only=True)
        if "گواه" in heads:
            proved += len(rows)
            assert all(row[-1] and row[-3] for row in rows)
    assert proved > 20
    numbers = [row[0] for row in read["منابع"].iter_rows(min_row=2, values_only=True)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_mark_of_the_house_is_on_paper() -> None:
    look = Look(theme=Theme(classification="محرمانه", footer="برای A&B"))
    read = book(FULL, look=look)
    assert read["آزمون"].oddFooter.left.text == "محرمانه"
    assert read["آزمون"].oddFooter.right.text == "برای A&&B"
    assert read.properties.title == "عنوان، دوره"


def test_the_same_outline_gives_the_same_bytes_in_any_process() -> None:
    assert elsewhere("tests.render.test_sheets", "made('usual')") == made("usual")
