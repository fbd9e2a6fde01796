"""Record what matplotlib draws, as shapes and words.

The press then sets the words itself, so that they can be searched and share the
letters of the page, and our own writer makes SVG in a tenth of matplotlib's time.
"""

from typing import Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Transform

from reports.charts.faces import SHARE, extent
from reports.model import Drawing, Lettering, Shape

#: The operator of PDF and the number of points of each kind of step.
OPERATORS = {Path.MOVETO: ("m", 1), Path.LINETO: ("l", 1), Path.CURVE4: ("c", 3)}


class Recorder(RendererBase):
    """What a figure draws, in points from the lower left corner."""

    def __init__(self, width: float, height: float) -> None:
        """Begin with an empty sheet."""
        super().__init__()
        self.width = width
        self.height = height
        self.shapes: list[Shape] = []
        self.letterings: list[Lettering] = []
        self._name: str | None = None

    def drawing(self) -> Drawing:
        """Return what was drawn so far."""
        return Drawing(
            width=self.width,
            height=self.height,
            shapes=tuple(self.shapes),
            letterings=tuple(self.letterings),
        )

    def open_group(self, s: str, gid: str | None = None) -> None:  # noqa: ARG002
        """Remember the name of the artist that draws next."""
        self._name = gid

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: ANN401, N803 - as matplotlib names and types it
    ) -> None:
        """Record an outline."""
        weight = gc.get_linewidth()
        self.shapes.append(
            Shape(
                path=_operators(path.transformed(transform)),
                fill=None if rgbFace is None else to_hex(rgbFace),
                stroke=to_hex(gc.get_rgb()) if weight else None,
                weight=round(float(weight), 2),
                name=self._name,
            )
        )

    def draw_text(  # noqa: PLR0917 - as matplotlib calls it
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,  # noqa: ARG002
        ismath: Any = False,  # noqa: ANN401, ARG002, FBT002
        mtext: Text | None = None,
    ) -> None:
        """Record a line of words, as they were before they were made ready."""
        if mtext is None:
            return
        side = mtext.get_horizontalalignment()
        width, _, _ = self.get_text_width_height_descent(s, prop, ismath=False)
        self.letterings.append(
            Lettering(
                text=str(mtext.get_label()),
                x=round(float(x + SHARE[side] * width), 2),
                y=round(float(y), 2),
                side=side,
                size=prop.get_size_in_points(),
                bold=prop.get_weight() == "bold",
                colour=to_hex(gc.get_rgb()),
            )
        )

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ANN401, ARG002
    ) -> tuple[float, float, float]:
        """Return the room that words take."""
        size = prop.get_size_in_points()
        wide, high, deep = extent(s, bold=prop.get_weight() == "bold")
        return wide * size, high * size, deep * size

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size of the sheet."""
        return self.width, self.height

    def flipy(self) -> bool:
        """Say that heights are counted from below."""
        return False

    def points_to_pixels(self, points: float) -> float:  # type: ignore[override]
        """Return `points`: we measure in them."""
        return points


def recorded(figure: Figure) -> Drawing:
    """Return what `figure` draws."""
    width, height = figure.get_size_inches() * 72
    recorder = Recorder(round(float(width), 2), round(float(height), 2))
    figure.draw(recorder)
    return recorder.drawing()


def _operators(path: Path) -> str:
    """Return an outline in the operators of PDF."""
    vertices: Any = path.vertices
    # Hundredths of a point, without idle zeros.
    points = [f"{x:g} {y:g}" for x, y in vertices.round(2).tolist()]
    known: Any = path.codes
    codes = [Path.MOVETO, *[Path.LINETO] * (len(points) - 1)]
    if known is not None:
        codes = known.tolist()
    steps = []
    at = 0
    while at < len(codes):
        if codes[at] == Path.CLOSEPOLY:
            steps.append("h")
            at += 1
            continue
        operator, length = OPERATORS[codes[at]]
        steps += [*points[at : at + length], operator]
        at += length
    return " ".join(steps)
