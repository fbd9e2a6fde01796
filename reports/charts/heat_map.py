"""A table of counts whose cells are the darker the more they hold."""

from itertools import accumulate

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.classes import classes, tint
from reports.charts.counts import FULL_WIDTH, notice
from reports.charts.lettering import fa, label, wrapped
from reports.model import Chart, Table

#: Millimetres: the room between cells, in cells, and from line to line.
SEAM = 0.5
PADDING = 1.2
GAP = 2.0
LEADING = 3.5
LOWEST = 6.4
#: The narrowest cell, the widest, and the share of the width that names may take.
NARROW = 14.0
BROAD = 24.0
NAME_SHARE = 0.3
#: How many rows and columns are shown at most, with that of the rest.
ROWS = 12
COLUMNS = 9


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """Counts by two things, such as topics and partners; every row has all columns."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]


class GridWords(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed beside the names: what rows are, the rest, and the sum."""

    rows: str
    others: str
    total: str


def topics_by_partner(
    grid: Grid,
    *,
    words: GridWords,
    alt: str,
    empty: str,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how often each topic came up with each partner or province.

    The weightiest topic is on top and the weightiest partner at the right; what is
    too much for the sheet is added up in a last row and column. Where nothing is
    counted, the chart says `empty` instead.
    """
    ranked = by_weight(grid)
    sheet = heat_map(ranked, words=words, empty=empty, width=width_mm)
    table = Table(
        head=(words.rows, *ranked.columns),
        rows=tuple(
            (name, *cells)
            for name, cells in zip(ranked.rows, ranked.cells, strict=True)
        ),
    )
    return sheet.chart("topics-by-partner", alt=alt, table=table)


def by_weight(grid: Grid) -> Grid:
    """Return the grid with the heaviest row and column first, empty ones left out."""
    across = [sum(row) for row in grid.cells]
    down = [sum(column) for column in zip(*grid.cells, strict=True)]
    rows = sorted(
        (n for n, sum_ in enumerate(across) if sum_), key=lambda n: -across[n]
    )
    columns = sorted((n for n, sum_ in enumerate(down) if sum_), key=lambda n: -down[n])
    return Grid(
        rows=tuple(grid.rows[n] for n in rows),
        columns=tuple(grid.columns[n] for n in columns),
        cells=tuple(tuple(grid.cells[n][m] for m in columns) for n in rows),
    )


def capped(grid: Grid, *, rows: int, columns: int, others: str) -> Grid:
    """Return the grid with at most so many rows and columns, the rest added up."""
    names, cells = _folded(grid.rows, grid.cells, rows, others)
    heads, turned = _folded(
        grid.columns, tuple(zip(*cells, strict=True)), columns, others
    )
    return Grid(rows=names, columns=heads, cells=tuple(zip(*turned, strict=True)))


def _folded(
    names: tuple[str, ...], cells: tuple[tuple[int, ...], ...], most: int, others: str
) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """Return the first rows, and those beyond the `most`th as one."""
    if len(names) <= most:
        return names, cells
    beyond = cells[most - 1 :]
    rest = tuple(sum(row[n] for row in beyond) for n in range(len(cells[0])))
    return (*names[: most - 1], others), (*cells[: most - 1], rest)


def heat_map(grid: Grid, *, words: GridWords, empty: str, width: float) -> Canvas:
    """Draw a grid that is ordered by weight, with the sum of each row at the left."""
    if not grid.rows:
        return notice(empty, width=width)
    room = width * NAME_SHARE
    widest = max(_bold(fa(sum(row))) for row in grid.cells) + 2 * PADDING
    narrow = max(NARROW if width > 100 else 0.7 * NARROW, widest)
    fits = max(1, int((width - room - narrow - GAP) / narrow))
    grid = capped(
        grid, rows=ROWS, columns=min(COLUMNS, fits), others=label(words.others)
    )
    names = [wrapped(label(name), room - GAP, 2, _body) for name in grid.rows]
    right = width - max(_body(line) for lines in names for line in lines) - GAP
    cell = min(BROAD, (right - GAP) / (len(grid.columns) + 1))
    heads = [
        wrapped(label(name), cell - SEAM - 1, 3, _small)
        for name in (*grid.columns, words.total)
    ]
    top = LEADING * max(map(len, heads)) + 1.5
    heights = [max(LOWEST, LEADING * len(lines) + 1.6) for lines in names]
    sheet = Canvas(width=width, height=top + sum(heights) + 0.5)

    centres = [right - cell * (n + 0.5) for n in range(len(grid.columns))]
    sums = centres[-1] - cell - GAP
    for x, lines in zip([*centres, sums], heads, strict=True):
        for n, line in enumerate(lines):
            y = sheet.height - top + 1.2 + LEADING * (len(lines) - n - 0.5)
            sheet.write(
                x, y, line, size=canvas.SMALL, colour=canvas.QUIET, side="center"
            )
    tops = classes(number for row in grid.cells for number in row)
    bottoms = [sheet.height - top - depth for depth in accumulate(heights)]
    for lines, row, bottom, height in zip(
        names, grid.cells, bottoms, heights, strict=True
    ):
        middle = bottom + height / 2
        for n, line in enumerate(lines):
            sheet.write(width, middle + LEADING * ((len(lines) - 1) / 2 - n), line)
        for x, number in zip(centres, row, strict=True):
            sheet.bar(
                x - cell / 2 + SEAM / 2,
                bottom + SEAM / 2,
                cell - SEAM,
                height - SEAM,
                colour=tint(number, tops, canvas.TINTS[1:], none=canvas.TINTS[0]),
            )
            if number:
                sheet.write(x, middle, fa(number), side="center")
        sheet.write(sums, middle, fa(sum(row)), bold=True, side="center")
    return sheet


def _body(text: str) -> float:
    """Return how wide a name is drawn."""
    return text_width(text, size=canvas.BODY)


def _bold(text: str) -> float:
    """Return how wide a sum is drawn."""
    return text_width(text, size=canvas.BODY, bold=True)


def _small(text: str) -> float:
    """Return how wide a heading is drawn."""
    return text_width(text, size=canvas.SMALL)
