"""What stands on a sheet: the ink of each line of words, and each bar for a value."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from matplotlib.textpath import TextPath

from reports.charts import faces
from reports.charts.canvas import Canvas
from reports.charts.faces import POINT, SHARE
from reports.charts.lettering import shaped
from reports.model import Chart, Drawing, Shape

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

#: Points: the sign over an alef hangs over its room by seven hundredths of an em.
OVERHANG = 0.7
#: Points: half of a thin line along the edge.
HAIR = 0.5


class Box(NamedTuple):
    """A rectangle in points; as on a page, `top` is less than `bottom`."""

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


class Seen(NamedTuple):
    """The sheet, shapes and bars in drawing order, and the ink of all words."""

    sheet: Box
    shapes: list[Box]
    bars: list[Box]
    words: list[tuple[str, Box]]

    @property
    def texts(self) -> list[Box]:
        return [box for _, box in self.words]


def extent(points: Iterable[tuple[float, float]], height: float) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), height - max(ys), max(xs), height - min(ys))


def corners(shape: Shape) -> list[tuple[float, float]]:
    """Return the points of a path; its curves stay within them."""
    flat = [float(number) for number in NUMBER.findall(shape.path)]
    return list(zip(flat[::2], flat[1::2], strict=True))


@lru_cache(maxsize=4096)
def ink(text: str, *, bold: bool) -> tuple[float, float, float, float] | None:
    """Return the extents of words at one point, as matplotlib tells them."""
    if not text.strip(" \u200c"):
        return None
    drawn = shaped(text, native=faces.native_shaping())
    path = TextPath((0, 0), drawn, prop=faces.font(1.0, bold=bold))
    box = path.get_extents()
    return float(box.x0), float(box.y0), float(box.x1), float(box.y1)


def read(drawn: Drawing) -> Seen:
    """Return where everything stands."""
    words = []
    for one in drawn.letterings:
        found = ink(one.text, bold=one.bold)
        if found is None:
            continue
        wide = faces.text_width(one.text, size=one.size, bold=one.bold) / POINT
        left = one.x - SHARE[one.side] * wide
        x0, y0, x1, y1 = (side * one.size for side in found)
        ends = [(left + x0, one.y + y0), (left + x1, one.y + y1)]
        words.append((one.text, extent(ends, drawn.height)))
    shapes = [extent(corners(shape), drawn.height) for shape in drawn.shapes]
    bars = [
        box
        for box, shape in zip(shapes, drawn.shapes, strict=True)
        if (shape.name or "").startswith("bar_")
    ]
    return Seen(Box(0, 0, drawn.width, drawn.height), shapes, bars, words)


def written(sheet: Canvas | Chart) -> list[str]:
    """Return all words in the order they were drawn."""
    drawn = sheet.drawing if isinstance(sheet, Chart) else sheet.drawing()
    assert drawn is not None
    return [one.text for one in drawn.letterings]


def seen_on(sheet: Canvas | Chart) -> Seen:
    """Return where everything stands on a sheet."""
    drawn = sheet.drawing if isinstance(sheet, Chart) else sheet.drawing()
    assert drawn is not None
    return read(drawn)


def assert_words_apart(sheet: Canvas | Chart) -> None:
    """Check that all stays on the sheet, and words clear of each other."""
    seen = seen_on(sheet)
    for name, box in seen.words:
        assert box.left >= -OVERHANG, name
        assert box.top >= -0.1, name
        assert box.right <= seen.sheet.right + OVERHANG, name
        assert box.bottom <= seen.sheet.bottom + 0.1, name
    for (name, box), (other_name, other) in combinations(seen.words, 2):
        assert not box.overlaps(other), (name, other_name)
    for box in seen.shapes:
        assert box.left >= -HAIR, box
        assert box.top >= -HAIR, box
        assert box.right <= seen.sheet.right + HAIR, box
        assert box.bottom <= seen.sheet.bottom + HAIR, box


def assert_in_order(sheet: Canvas | Chart) -> None:
    """Check that words stand apart, and clear of the bars for values."""
    assert_words_apart(sheet)
    seen = seen_on(sheet)
    for name, box in seen.words:
        assert not any(box.overlaps(bar) for bar in seen.bars), name
