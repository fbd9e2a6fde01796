"""Put charts on a page: drawn straight into the PDF, or as SVG by way of the press.

The press takes most of its time for the letters of an SVG, each of them a path. We
hand it an image of ours instead, in the dictionary that it keeps images in: the image
writes its shapes as operators and lets the press set its words, so that they can be
copied and searched and share the letters of the page. The dictionary is documented,
what an image must be able to do is not: with another version than the one we know the
page gets the SVG, and looks the same.
"""

# ruff: noqa: ANN401 - the types of the press are made at run time

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import weasyprint
from weasyprint.draw import text as drawing
from weasyprint.matrix import Matrix
from weasyprint.text.line_break import Layout, line_size

from reports.model import Chart, Drawing, Lettering, Shape
from reports.render.addresses import data_address, press_address

KNOWN = "70.0"

#: How far the side that a line of words stands at is from its left end.
SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}

#: CSS pixels in a point.
PIXELS = 96 / 72


def with_pictures(
    page: str, charts: Mapping[str, Chart], *, version: str = weasyprint.__version__
) -> tuple[str, dict[str, Any]]:
    """Return the page and the images that its addresses `chart:NAME` stand for.

    With another press than ours, and for charts without a drawing, these addresses
    are replaced by others that hold the SVG.
    """
    images: dict[str, Any] = {}
    for chart in charts.values():
        address = press_address(chart)
        if chart.drawing and version == KNOWN:
            images[address] = Picture(chart.drawing)
        else:
            page = page.replace(f'"{address}"', f'"{data_address(chart)}"')
    return page, images


class Picture:
    """A drawing as the press wants an image to be."""

    def __init__(self, drawn: Drawing) -> None:
        """Keep the drawing and its shapes as operators."""
        self._drawn = drawn
        self._operators = " ".join(["1 j", *map(operators, drawn.shapes)]).encode()

    def get_intrinsic_size(
        self, _resolution: float, _font_size: float
    ) -> tuple[float, float, float]:
        """Return width and height in CSS pixels, and how they relate."""
        width, height = self._drawn.width, self._drawn.height
        return width * PIXELS, height * PIXELS, width / height

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Write the drawing where the press stands, `width` by `height`."""
        stream.transform(
            a=width / self._drawn.width, d=-height / self._drawn.height, f=height
        )
        stream.stream.append(self._operators)
        layouts: dict[tuple[float, bool], Any] = {}
        for words in self._drawn.letterings:
            key = words.size, words.bold
            if key not in layouts:
                layouts[key] = Layout(_Style(style, size=words.size, bold=words.bold))
            _write(stream, words, layouts[key])


def _write(stream: Any, words: Lettering, layout: Any) -> None:
    """Set one line of words."""
    layout.set_text(words.text)
    line, _ = layout.get_first_line()
    width, _ = line_size(line, layout.style)
    left = words.x - SHARE[words.side] * width
    box = SimpleNamespace(text=words.text, style=layout.style, pango_layout=layout)
    stream.set_color_rgb(*_channels(words.colour))
    stream.begin_text()
    drawing.draw_first_line(stream, box, "clip", "none", Matrix(e=left, f=words.y))
    stream.end_text()


class _Style:
    """The style of an image, in the face, size and direction of our words."""

    def __init__(self, style: Any, *, size: float, bold: bool) -> None:
        self.font_config = style.font_config
        self._style = style
        self._own = {
            "direction": "rtl",
            "font_size": size,
            "font_weight": 700 if bold else 400,
        }

    def __getitem__(self, name: str) -> Any:
        return self._own.get(name) or self._style[name]


def operators(shape: Shape) -> str:
    """Return a shape as operators of PDF."""
    parts = []
    if shape.fill:
        parts.append("{:.3g} {:.3g} {:.3g} rg".format(*_channels(shape.fill)))
    if shape.stroke:
        parts.append("{:.3g} {:.3g} {:.3g} RG".format(*_channels(shape.stroke)))
        parts.append(f"{shape.weight:g} w")
    paint = "B" if shape.fill and shape.stroke else "f" if shape.fill else "S"
    return " ".join([*parts, shape.path, paint])


def _channels(colour: str) -> tuple[float, ...]:
    """Return red, green and blue from none to full."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
