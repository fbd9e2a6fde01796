"""The house style, and the sheet that charts are drawn on.

A drawing is made of bars, areas, rules, dots and words that are placed in millimetres
from the lower left corner. There are no axes: what matplotlib would work out with
them (ticks, margins, spines) is a quarter of the time and none of the looks.
"""

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from reports.charts.faces import POINT, Side, font, native_shaping, text_width
from reports.charts.lettering import shaped
from reports.charts.recorder import recorded
from reports.charts.svg import to_svg
from reports.model import Chart, Drawing, Table

__all__ = ["POINT", "Canvas", "Point", "enclosed", "text_width"]

#: The accent, and the one colour that stands against it.
TEAL = "#0f5c6e"
OCHRE = "#b3701c"
#: Ochre for small words, which need more contrast.
RUST = "#8a4f0e"
#: Words, words of less weight, and lines that should hardly be seen.
INK = "#1c2b30"
QUIET = "#55656b"
FAINT = "#d3dcde"
PAPER = "#ffffff"
#: From nothing to most: light enough for words in ink, and apart in grey.
TINTS = ("#f2f5f5", "#d5e4e7", "#aecdd3", "#7fb0ba")

#: Text sizes in points.
SMALL = 7.5
BODY = 8.5
LARGE = 13.0

#: How far under the middle of a row the base line of its words lies, in ems.
DROP = 0.26

Point = tuple[float, float]


class Canvas:
    """A sheet of `width` by `height` millimetres to draw on."""

    def __init__(self, *, width: float, height: float) -> None:
        """Lay out an empty, transparent sheet."""
        self.width = width
        self.height = height
        self.figure = Figure(figsize=(width / 25.4, height / 25.4), dpi=72)
        self.figure.patch.set_visible(False)
        self._counted = 0
        self._mm = Affine2D().scale(1 / POINT)

    def bar(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        colour: str,
        counts: bool = False,
    ) -> None:
        """Fill the rectangle whose lower left corner is at `x`, `y`.

        One that `counts` stands for a value, and bears the name `bar_1`, `bar_2`, ...
        One of no size is left out: some readers of PDF would show it as a hair.
        """
        if not width or not height:
            return
        box = Rectangle((x, y), width, height, transform=self._mm)
        box.set(facecolor=colour, linewidth=0)
        if counts:
            self._counted += 1
            box.set_gid(f"bar_{self._counted}")
        self.figure.add_artist(box)

    def rule(
        self, start: Point, end: Point, *, colour: str, weight: float = 0.6
    ) -> None:
        """Draw a straight line, `weight` points strong."""
        self.strokes([(start, end)], colour=colour, weight=weight)

    def strokes(
        self, lines: Sequence[Sequence[Point]], *, colour: str, weight: float
    ) -> None:
        """Draw many lines, each through its points, as one shape."""
        if not lines:
            return
        shape = PathPatch(_path(lines), transform=self._mm, fill=False)
        shape.set(edgecolor=colour, linewidth=weight)
        self.figure.add_artist(shape)

    def area(
        self,
        rings: Sequence[Sequence[Point]],
        *,
        colour: str,
        edge: str | None = None,
        weight: float = 0.0,
        name: str | None = None,
    ) -> None:
        """Fill what closed lines enclose, and draw along them if there is an `edge`."""
        if not rings:
            return
        shape = PathPatch(_path(rings, closed=True), transform=self._mm)
        shape.set(facecolor=colour, linewidth=weight if edge else 0, gid=name)
        if edge:
            shape.set(edgecolor=edge)
        self.figure.add_artist(shape)

    def dot(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        colour: str,
        edge: str | None = None,
        weight: float = 0.8,
    ) -> None:
        """Fill a circle round `x`, `y`."""
        shape = Circle((x, y), radius, transform=self._mm)
        shape.set(facecolor=colour, linewidth=weight if edge else 0)
        if edge:
            shape.set(edgecolor=edge)
        self.figure.add_artist(shape)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = BODY,
        bold: bool = False,
        colour: str = INK,
        side: Side = "right",
    ) -> None:
        """Write `text` with its `side` at `x`, centred upon the height `y`."""
        words = self.figure.text(
            x,
            y - DROP * size * POINT,
            shaped(text, native=native_shaping()),
            transform=self._mm,
            fontproperties=font(size, bold=bold),
            color=colour,
            ha=side,
            va="baseline",
            parse_math=False,
        )
        words.set_label(text)

    def drawing(self) -> Drawing:
        """Return what stands on the sheet."""
        return recorded(self.figure)

    def chart(self, name: str, *, alt: str, table: Table | None = None) -> Chart:
        """Return the drawing with its name, its spoken equivalent and its numbers."""
        drawing = self.drawing()
        return Chart(
            name=name, svg=to_svg(drawing), alt=alt, drawing=drawing, table=table
        )


def _path(lines: Sequence[Sequence[Point]], *, closed: bool = False) -> Path:
    """Return lines as one path; the end of a closed one is its beginning."""
    points = [
        point for line in lines for point in ((*line, line[0]) if closed else line)
    ]
    codes = [
        code
        for line in lines
        for code in (
            Path.MOVETO,
            *[Path.LINETO] * (len(line) - 1),
            *([Path.CLOSEPOLY] if closed else []),
        )
    ]
    return Path(points, codes)


def enclosed(ring: Sequence[Point], points: Sequence[Point]) -> list[bool]:
    """Tell of each point whether it lies within a closed line."""
    held: list[bool] = Path([*ring, ring[0]]).contains_points(points).tolist()
    return held
