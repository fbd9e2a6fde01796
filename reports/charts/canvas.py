"""The house style, and the only file that knows matplotlib.

A drawing is made of bars, rules, textures and words that are placed in millimetres
from the lower left corner. There are no axes: what matplotlib would work out with
them (ticks, margins, spines) is a quarter of the time and none of the looks.
"""

from functools import cache, lru_cache
from io import BytesIO
from typing import Literal

import matplotlib as mpl
from matplotlib import ft2font
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from reports.charts.lettering import shaped
from reports.model import Chart
from reports.places import FONTS

#: The accent, and the one colour that stands against it.
TEAL = "#0f5c6e"
OCHRE = "#b3701c"
#: Words, words of less weight, and lines that should hardly be seen.
INK = "#1c2b30"
QUIET = "#5f6f75"
FAINT = "#d3dcde"

#: Text sizes in points.
SMALL = 7.5
BODY = 8.5
LARGE = 13.0

POINT = 25.4 / 72
#: How far under the middle of a row the base line of its words lies, in ems.
DROP = 0.26

#: matplotlib's own remarks, left out: the same counts give the same bytes.
NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}

Side = Literal["left", "center", "right"]


def native_shaping() -> bool:
    """Tell whether this matplotlib joins and orders Persian letters by itself."""
    return getattr(ft2font, "__libraqm_version__", None) is not None


@cache
def font(size: float, *, bold: bool = False) -> FontProperties:
    """Return the house font; it has no fall-back, so a missing glyph is noticed."""
    name = "Vazirmatn-Bold.ttf" if bold else "Vazirmatn-Regular.ttf"
    return FontProperties(family="Vazirmatn", fname=FONTS / name, size=size)


@lru_cache(maxsize=4096)
def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Return how wide `text` is drawn, in millimetres."""
    drawn = shaped(text, native=native_shaping())
    width, _, _ = text_to_path.get_text_width_height_descent(
        drawn, font(size, bold=bold), ismath=False
    )
    return float(width) * POINT


class Canvas:
    """A sheet of `width` by `height` millimetres to draw on."""

    def __init__(self, *, width: float, height: float) -> None:
        """Lay out an empty, transparent sheet."""
        self.width = width
        self.height = height
        self.figure = Figure(figsize=(width / 25.4, height / 25.4))
        self.figure.patch.set_visible(False)
        self._counted = 0
        self._mm = Affine2D().scale(1 / 25.4) + self.figure.dpi_scale_trans

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

        One that `counts` stands for a value, and bears the id `bar_1`, `bar_2`, ...
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
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        colour: str,
        weight: float = 0.6,
    ) -> None:
        """Draw a straight line, `weight` points strong."""
        self.strokes([(start, end)], colour=colour, weight=weight)

    def strokes(
        self,
        lines: list[tuple[tuple[float, float], tuple[float, float]]],
        *,
        colour: str,
        weight: float,
    ) -> None:
        """Draw many straight lines as one shape."""
        if not lines:
            return
        path = Path(
            [point for line in lines for point in line],
            [Path.MOVETO, Path.LINETO] * len(lines),
        )
        shape = PathPatch(path, transform=self._mm)
        shape.set(fill=False, edgecolor=colour, linewidth=weight, capstyle="butt")
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
        self.figure.text(
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

    def svg(self) -> bytes:
        """Return the drawing as SVG; the same drawing gives the same bytes."""
        out = BytesIO()
        # Letters as outlines: WeasyPrint draws the words of an SVG unjoined. The salt
        # makes the ids depend on the drawing alone.
        with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "charts"}):
            self.figure.savefig(out, format="svg", metadata=NO_METADATA)
        return out.getvalue()

    def chart(self, name: str, *, alt: str) -> Chart:
        """Return the drawing with its name and its spoken equivalent."""
        return Chart(name=name, svg=self.svg(), alt=alt)
