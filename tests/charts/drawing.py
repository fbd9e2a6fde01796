"""What stands in an SVG: where the ink of each text is, and each bar for a value."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


class Box(NamedTuple):
    """A rectangle in points; as in SVG, `top` is less than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def overlaps(self, other: "Box") -> bool:
        """Tell whether two boxes share more than a hair."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 0.1 and high > 0.1


class Drawing(NamedTuple):
    """The sheet, the bars in drawing order, and the ink of every text."""

    sheet: Box
    bars: list[Box]
    texts: list[Box]


def numbers(text: str | None) -> list[float]:
    return [float(number) for number in NUMBER.findall(text or "")]


def extent(points: list[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def corners(element: ElementTree.Element) -> list[tuple[float, float]]:
    """Return the points of a path; its curves stay within them."""
    (scale,) = numbers(element.get("transform")) or (1.0,)
    flat = [scale * number for number in numbers(element.get("d"))]
    return list(zip(flat[::2], flat[1::2], strict=True))


def read(svg: bytes) -> Drawing:
    """Read a drawing back from the outlines that were written."""
    root = ElementTree.fromstring(svg)  # noqa: S314 - we have just written it
    glyphs = {
        f"#{path.get('id')}": corners(path)
        for path in root.iterfind(f".//{SVG}defs/{SVG}path")
        if path.get("d")
    }
    bars: list[Box] = []
    texts: list[Box] = []
    for group in root.iter(f"{SVG}g"):
        name = group.get("id") or ""
        if name.startswith("bar_"):
            (path,) = group.iter(f"{SVG}path")
            bars.append(extent(corners(path)))
        elif name.startswith("text_"):
            (line,) = group.findall(f"{SVG}g")
            x, y, scale, flipped = numbers(line.get("transform"))
            ink = [
                (x + scale * (px + at[0]), y + flipped * (py + at[1]))
                for use in line.iterfind(f"{SVG}use")
                for at in [[*numbers(use.get("transform")), 0.0, 0.0][:2]]
                for px, py in glyphs.get(use.get(HREF) or "", [])
            ]
            if ink:
                texts.append(extent(ink))
    return Drawing(Box(*numbers(root.get("viewBox"))), bars, texts)
