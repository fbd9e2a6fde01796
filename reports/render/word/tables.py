"""Tables of a document: right to left, their headers repeated, their rows whole."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from reports.outline import Cell, Column, Day, Note, Table
from reports.render.word.elements import element, paragraph, runs
from reports.text.digits import fa

#: The width of the text on a page, in twentieths of a point.
WIDTH = round(170 / 25.4 * 1440)
#: What stands for what nobody tells.
NOTHING = "\u2014"  # em dash

#: Returns the calls of the footnotes that prove a row.
Calls = Callable[[Sequence[Note]], str]


def table_of(table: Table, palette: Mapping[str, str], calls: Calls) -> str:
    """Return `table` as it is printed, its rows under their groups."""
    shown = [at for at, one in enumerate(table.columns) if one.place != "sheet"]
    group = shown.pop(0) if table.grouped else None
    columns = [table.columns[at] for at in shown]
    total = sum(one.width for one in columns)
    widths = [round(one.width / total * WIDTH) for one in columns]
    rows = [_head(columns, widths)]
    for name, members in groupby(
        table.rows, lambda row: None if group is None else row.cells[group]
    ):
        if group is not None:
            rows.append(_group(str(name), len(columns), palette["band"]))
        for row in members:
            cells = [row.cells[at] for at in shown]
            rows.append(_row(table, columns, widths, cells, calls(row.notes)))
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", _frame(table, palette), grid, *rows)


def _frame(table: Table, palette: Mapping[str, str]) -> str:
    """Return what holds for a whole table."""
    line = {"val": "single", "space": 0}
    strong = {**line, "sz": 8, "color": palette["accent"].lstrip("#")}
    thin = {**line, "sz": 4, "color": palette["line"].lstrip("#")}
    margins = {"top": 50, "left": 80, "bottom": 50, "right": 80}
    return element(
        "tblPr",
        element("bidiVisual"),
        element("tblW", w=WIDTH, type="dxa"),
        element(
            "tblBorders",
            element("top", **strong),
            element("bottom", **thin),
            element("insideH", **thin),
        ),
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar",
            *(element(side, w=width, type="dxa") for side, width in margins.items()),
        ),
        element("tblLook", val="0020", firstRow=1, noHBand=1, noVBand=1),
        element("tblCaption", val=table.sheet),
    )


def _head(columns: Sequence[Column], widths: Sequence[int]) -> str:
    """Return the row of titles, which every page repeats."""
    cells = (
        _cell(width, paragraph("Head", runs(column.title)))
        for column, width in zip(columns, widths, strict=True)
    )
    traits = element("trPr", element("cantSplit"), element("tblHeader"))
    return element("tr", traits, *cells)


def _group(name: str, columns: int, ground: str) -> str:
    """Return the heading over the rows that share something."""
    shade = element("shd", val="clear", color="auto", fill=ground.lstrip("#"))
    words = paragraph("Group", runs(name))
    cell = element("tc", element("tcPr", _width(WIDTH), _span(columns), shade), words)
    return element("tr", element("trPr", element("cantSplit")), cell)


def _row(
    table: Table,
    columns: Sequence[Column],
    widths: Sequence[int],
    cells: Sequence[Cell],
    calls: str,
) -> str:
    """Return a claim; the numbers of its proofs stand after its words."""
    made = []
    for column, width, cell in zip(columns, widths, cells, strict=True):
        noted = calls if column.id == table.noted else ""
        words = runs(_printed(cell))
        made.append(_cell(width, paragraph("Cell", words, noted)))
    return element("tr", element("trPr", element("cantSplit")), *made)


def _cell(width: int, words: str) -> str:
    return element("tc", element("tcPr", _width(width)), words)


def _width(width: int) -> str:
    return element("tcW", w=width, type="dxa")


def _span(columns: int) -> str:
    return element("gridSpan", val=columns)


def _printed(cell: Cell) -> str:
    """Return the words of a cell."""
    if isinstance(cell, Day):
        return cell.text
    if isinstance(cell, int | float):
        return fa(cell)
    return cell or NOTHING
