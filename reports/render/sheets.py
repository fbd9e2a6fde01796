"""From an outline to sheets for counting; the only file that knows XlsxWriter.

One sheet holds all claims of one kind, whatever part of the briefing they stand in.
Every row can be traced: its last columns name the articles and quote them. Text goes
in as text whatever it begins with, so nothing from an article can become a formula.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

import xlsxwriter

from reports.outline import Cell, Column, Day, Note, Outline, Row, Table
from reports.render.words import words
from reports.text.dates import short_day_fa
from reports.text.digits import fa
from reports.theme import Look, Theme, legible

#: The day that the file bears when the briefing has none.
NO_DAY = datetime.date(2000, 1, 1)
#: The most letters that a cell may hold.
LONGEST = 32_767
#: What a cell of proofs is made of, and how wide it is.
PROVING = (("source", 12), ("article", 24), ("outlet", 22), ("quote", 70))
#: How wide a letter of ours is, beside the digits that columns are measured in.
WIDTH = 0.85
#: The height of a line, and the most that a row may have, in points.
LINE, TALLEST = 14.5, 409
#: Words after a number read from the right, whatever the program thinks of the cell.
RLM = "\u200f"
NUMERAL = re.compile(r"[\W\d]*\d[\W\d]*[\u0621-\u06cc]")
#: What may become a link: nothing but an address of the web, not too long for one.
ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]{1,2000}")
FONT = "Tahoma"  # on every machine that opens such files, and it has Persian

#: The digits of a number are Persian ones; the number stays a number.
NUMBER = "[$-3000429]#,##0.###"
WHOLE = "[$-3000429]#,##0"


def to_xlsx(outline: Outline, *, look: Look) -> bytes:
    """Return a workbook; the same outline gives the same bytes."""
    theme, names = look.theme, words(look.templates)["column"]
    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_urls": False})
    book.set_properties(
        {
            "title": f"{outline.title}\u060c {outline.period}",
            "company": theme.organisation or "",
            "status": theme.classification or "",
            "created": datetime.datetime.combine(
                outline.last or NO_DAY, datetime.time()
            ),
        }
    )
    styles = _styles(book, theme)
    for title, tables in _by_sheet(outline).items():
        _Sheet(book, title, styles, names).write(tables, theme)
    book.close()
    return made.getvalue()


def _by_sheet(outline: Outline) -> Mapping[str, list[Table]]:
    """Return the tables for counting under the titles of their sheets."""
    sheets: dict[str, list[Table]] = {}
    for block in outline.blocks:
        if isinstance(block, Table) and block.place != "paper":
            sheets.setdefault(block.sheet, []).append(block)
    return sheets


def _styles(book: Any, theme: Theme) -> dict[str, Any]:  # noqa: ANN401
    """Return the formats of cells, by the kind of what stands in them."""
    palette = theme.palette
    cell = {"font_name": FONT, "font_size": 10, "valign": "top", "reading_order": 2}
    line = {"bottom": 1, "bottom_color": palette["line"]}
    text = {**cell, **line, "text_wrap": True, "align": "right"}
    head = {
        **cell,
        "bold": True,
        "text_wrap": True,
        "align": "right",
        "valign": "vcenter",
        "bg_color": palette["cover"],
        "font_color": palette["on-cover"],
    }
    date = {**cell, **line, "num_format": "yyyy-mm-dd", "align": "center"}
    url = {**text, "reading_order": 1, "align": "left", "font_color": palette["accent"]}
    formats = {
        "head": head,
        "text": text,
        "date": date,
        "whole": {**text, "num_format": WHOLE},
        "number": {**text, "num_format": NUMBER},
        "url": url,
        "quote": {**text, "font_color": legible("#37474a", on="#ffffff")},
    }
    return {name: book.add_format(one) for name, one in formats.items()}


class _Sheet:
    """One sheet under its title."""

    def __init__(
        self,
        book: Any,  # noqa: ANN401
        title: str,
        styles: Mapping[str, Any],
        names: Mapping[str, str],
    ) -> None:
        self._sheet = book.add_worksheet(title)
        self._styles = styles
        self._names = names
        self._widths: list[int] = []
        self._tallest = 1

    def write(self, tables: Iterable[Table], theme: Theme) -> None:
        """Write tables of the same columns, the rows of one below those of another."""
        first, *_ = tables = list(tables)
        heads = list(self._heads(first))
        self._sheet.right_to_left()
        self._sheet.set_row(0, 30)
        self._widths = [width for _, width in heads]
        for at, (title, width) in enumerate(heads):
            self._sheet.set_column(at, at, width)
            self._sheet.write_string(0, at, title, self._styles["head"])
        number = 0
        for table in tables:
            for row in table.rows:
                number += 1
                self._tallest = 1
                self._row(number, table, row)
                self._sheet.set_row(number, min(LINE * self._tallest, TALLEST))
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, max(number, 1), len(heads) - 1)
        self._print(theme)

    def _heads(self, table: Table) -> Iterator[tuple[str, int]]:
        """Yield the title and the width of every column."""
        if table.part:
            yield self._names["part"], 16
        for one in table.columns:
            if one.kind == "day" and one.place != "paper":
                yield one.title, 13
                yield self._names["jalali"].format(one.title), 16
            elif one.place != "paper":
                yield one.title, one.width
        if table.noted:
            yield from ((self._names[id_], width) for id_, width in PROVING)

    def _row(self, number: int, table: Table, row: Row) -> None:
        """Write one claim, and what proves it."""
        at = 0
        if table.part:
            at = self._text(number, at, table.part)
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.place != "paper":
                at = self._cell(number, at, column, cell)
        if table.noted:
            for cell in _proving(row.notes):
                at = self._value(number, at, cell, "quote")

    def _cell(self, row: int, at: int, column: Column, cell: Cell) -> int:
        """Write a cell as what it is; return the next free column."""
        if isinstance(cell, Day):
            self._sheet.write_datetime(row, at, cell.date, self._styles["date"])
            return self._text(row, at + 1, short_day_fa(cell.date))
        if column.kind == "day":
            return self._text(row, self._text(row, at, ""), "")
        if column.id == "url" and isinstance(cell, str) and ADDRESS.fullmatch(cell):
            self._sheet.write_url(row, at, cell, self._styles["url"], cell)
            return at + 1
        return self._value(row, at, cell, "text")

    def _value(self, row: int, at: int, cell: str | float | None, style: str) -> int:
        """Write a number or text; return the next free column."""
        if isinstance(cell, int | float):
            style = "whole" if cell == int(cell) else "number"
            self._sheet.write_number(row, at, cell, self._styles[style])
            return at + 1
        return self._text(row, at, cell or "", style)

    def _text(self, row: int, at: int, text: str, style: str = "text") -> int:
        """Write text, never anything else; return the next free column."""
        if text:
            mark = RLM if NUMERAL.match(text) else ""
            shown = f"{mark}{text}"[:LONGEST]
            self._sheet.write_string(row, at, shown, self._styles[style])
            width = self._widths[at] / WIDTH
            filled = (int(len(line) / width) + 1 for line in text.split("\n"))
            self._tallest = max(self._tallest, sum(filled))
        else:
            self._sheet.write_blank(row, at, None, self._styles[style])
        return at + 1

    def _print(self, theme: Theme) -> None:
        """Say how the sheet is put on paper."""
        self._sheet.set_landscape()
        self._sheet.set_paper(8)  # A3
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        left, right = (
            (text or "").replace("&", "&&")
            for text in (theme.classification, theme.footer or theme.organisation)
        )
        self._sheet.set_footer(f"&L{left}&C&P / &N&R{right}")


def _proving(notes: Iterable[Note]) -> tuple[str | int, str, str, str]:
    """Return source, article, outlet and quotes; of several a line for each proof."""
    notes = tuple(notes)
    quotes = "\n".join(f"\u00ab{note.quote}\u00bb" for note in notes)
    if len({note.source for note in notes}) == 1:
        return notes[0].source, notes[0].article, notes[0].outlet, quotes
    return (
        "\n".join(fa(str(note.source)) for note in notes),
        "\n".join(note.article for note in notes),
        "\n".join(note.outlet for note in notes),
        quotes,
    )
