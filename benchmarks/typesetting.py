"""The same briefing for Typst: its words, tables, proofs and charts on A4."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reports.outline import (
    Block,
    Cell,
    Day,
    Figure,
    Heading,
    Note,
    Outline,
    Paragraph,
    Row,
    Table,
)
from reports.text.digits import fa

#: What stands for what nobody tells.
NOTHING = "\u2014"  # em dash
COMMA = "\u060c"  # of Persian

FORM = """\
#set page(paper: "a4", margin: (x: 20mm, top: 24mm, bottom: 20mm), numbering: "1")
#set text(font: ("Vazirmatn", "Roboto"), size: 10pt, lang: "fa", dir: rtl)
#set par(justify: true)
#set table(stroke: (x: none, y: 0.3pt + gray), align: start)
#show heading: set text(fill: rgb("#0f5c6e"))
#show footnote.entry: set text(size: 7.5pt)
#show table.cell: set text(size: 8.5pt)
"""


def typst_document(told: Outline) -> str:
    """Return the document; charts are looked for beside it, as NAME.svg."""
    parts = [
        FORM,
        f"#align(center + horizon)[#text(size: 24pt, {_string(told.title)})",
        _paragraph(told.period),
        _paragraph(told.span),
        _paragraph(told.notice or ""),
        "]\n#pagebreak()\n#outline(title: none)\n#pagebreak()",
    ]
    notes = _Notes()
    for block in told.blocks:
        parts += _block(block, notes)
    return "\n".join(parts) + "\n"


class _Notes:
    """The footnotes of a document; each proof is printed once, and called again."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Note, int] = {}

    def calls(self, notes: Sequence[Note]) -> str:
        """Return the calls of these proofs, and the words of those that are new."""
        told = []
        for one in notes:
            if one in self._known:
                told.append(f"#footnote(<n{self._known[one]}>)")
                continue
            self._known[one] = len(self._known)
            words = _string(f"{one.outlet}{COMMA} {one.page}: {one.quote}")
            told.append(f"#footnote[#{words}]<n{self._known[one]}>")
        return "".join(told)


def _block(block: Block, notes: _Notes) -> Iterator[str]:
    """Yield one piece of a document."""
    if isinstance(block, Heading):
        level = max(block.level, 1)
        yield f"#heading(level: {level}, {_string(block.text)})"
    elif isinstance(block, Paragraph):
        item = "- " if block.kind == "item" else "\n"
        yield f"{item}#{_string(block.text)}{notes.calls(block.notes)}\n"
    elif isinstance(block, Figure):
        yield f"#strong({_string(block.caption)})\n"
        yield f'#image("{block.name}.svg", width: 100%)'
    elif block.place != "sheet":
        yield _table(block, notes) if block.rows else _paragraph(block.empty)


def _table(table: Table, notes: _Notes) -> str:
    """Return a table whose header every page repeats, its rows under their groups."""
    shown = [at for at, one in enumerate(table.columns) if one.place != "sheet"]
    group = shown.pop(0) if table.grouped else None
    columns = [table.columns[at] for at in shown]
    widths = ", ".join(f"{one.width}fr" for one in columns)
    titles = ", ".join(f"strong({_string(one.title)})" for one in columns)
    lines = [f"#table(columns: ({widths},), table.header({titles}),"]
    for name, members in groupby(
        table.rows, lambda row: None if group is None else row.cells[group]
    ):
        if group is not None:
            words = f"strong({_string(_printed(name))})"
            lines.append(f"table.cell(colspan: {len(columns)}, {words}),")
        lines += [_row(table, shown, row, notes) for row in members]
    return "\n".join([*lines, ")"])


def _row(table: Table, shown: Sequence[int], row: Row, notes: _Notes) -> str:
    """Return the cells of a row, with its proofs where they are called."""
    cells = []
    for at in shown:
        noted = row.notes if table.columns[at].id == table.noted else ()
        cells.append(f"[#{_string(_printed(row.cells[at]))}{notes.calls(noted)}]")
    return ", ".join(cells) + ","


def _paragraph(text: str) -> str:
    """Return running text."""
    return f"\n#{_string(text)}\n"


def _printed(cell: Cell) -> str:
    """Return the words of a cell."""
    if isinstance(cell, Day):
        return cell.text
    if isinstance(cell, int | float):
        return fa(cell)
    return cell or NOTHING


def _string(text: str) -> str:
    """Return a text as Typst writes strings, in which no sign has a meaning."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
