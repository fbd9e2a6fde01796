"""The ladder of proposals: one bar in ordered parts, and a count for every rung."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.counts import DASH, FULL_WIDTH, Count, nothing, notice
from reports.charts.lettering import fa, label, wrapped
from reports.model import Chart

#: Millimetres.
BAR = 10.0
SWATCH = 3.4
LEADING = 3.8
GAP = 1.6
#: Between the lines of a texture.
GRAIN = 1.3

Texture = Literal["plain", "rising", "falling", "upright", "level"]


class Look(msgspec.Struct, frozen=True):
    """How a rung is told from its neighbours: by tint, and by texture in grey."""

    tint: str
    texture: Texture
    grain: str


#: From the lowest rung to the highest: ever darker.
LOOKS = (
    Look("#d9e8ea", "plain", ""),
    Look("#b3d1d6", "rising", canvas.TEAL),
    Look("#7fb2ba", "plain", ""),
    Look("#4a8e9b", "falling", "#ffffff"),
    Look("#1f6a7b", "plain", ""),
    Look("#07343f", "upright", "#ffffff"),
)


def proposals_by_status(
    counts: Sequence[Count],
    *,
    alt: str,
    empty: str = DASH,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how far proposals have come, from the first rung at the right.

    `counts` are the rungs from the lowest to the highest, at most six, zeros included.
    Where there is nothing to count, the chart says `empty` instead.
    """
    sheet = ladder(counts, empty=empty, width=width_mm)
    return sheet.chart("proposals-by-status", alt=alt)


def ladder(counts: Sequence[Count], *, empty: str, width: float) -> Canvas:
    """Draw `counts` as one bar in parts, and under it a cell for each of them."""
    if nothing(counts):
        return notice(empty, width=width)
    rungs = list(zip(counts, LOOKS[: len(counts)], strict=True))
    across = _cells_across([label(count.label) for count in counts], width)
    cell = width / across
    names = [
        wrapped(label(count.label), cell - GAP, 2, _name_width) for count in counts
    ]
    depth = 7.4 + LEADING * max(len(lines) for lines in names)
    tiers = -(-len(counts) // across)
    sheet = Canvas(width=width, height=BAR + 2 + depth * tiers)

    scale = width / sum(count.value for count in counts)
    right, bottom = width, sheet.height - BAR
    for count, look in rungs:
        length = count.value * scale
        right -= length
        _part(sheet, look, (right, bottom, length, BAR), gid="bar")
        if 0 < right < width - 0.01 and length > 1:
            line = (right, bottom), (right, bottom + BAR)
            sheet.rule(*line, colour="#ffffff", weight=0.8)
    for n, (count, look) in enumerate(rungs):
        right = width - cell * (n % across)
        y = bottom - 5.2 - depth * (n // across)
        _part(sheet, look, (right - SWATCH, y - SWATCH / 2, SWATCH, SWATCH))
        sheet.write(
            right - SWATCH - GAP,
            y,
            fa(count.value),
            size=canvas.LARGE,
            bold=True,
            colour=canvas.INK if count.value else canvas.QUIET,
        )
        for row, line_ in enumerate(names[n]):
            sheet.write(right, y - 5.4 - LEADING * row, line_, colour=canvas.QUIET)
    return sheet


def _part(
    sheet: Canvas,
    look: Look,
    box: tuple[float, float, float, float],
    *,
    gid: str | None = None,
) -> None:
    """Fill a box (left, bottom, width, height) with the look of a rung."""
    x, y, width, height = box
    sheet.bar(x, y, width, height, colour=look.tint, gid=gid)
    sheet.strokes(
        texture(look.texture, x, y, width, height), colour=look.grain, weight=0.5
    )


def texture(
    kind: Texture, x: float, y: float, width: float, height: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the lines that fill a rectangle, cut off at its edges.

    They are lines of ours, not a pattern of SVG, so every reader of the file draws
    them alike.
    """
    if kind == "plain" or not width:
        return []
    if kind == "upright":
        return [((x + at, y), (x + at, y + height)) for at in _spaced(GRAIN / 2, width)]
    if kind == "level":
        return [((x, y + at), (x + width, y + at)) for at in _spaced(GRAIN / 2, height)]
    lines = []
    for at in _spaced(GRAIN / 2, width + height, apart=GRAIN * 1.4):
        low = max(0.0, at - width), min(at, width)  # (height above y, distance along)
        high = min(at, height), max(0.0, at - height)
        ends = [(along, up) for up, along in (low, high)]
        if kind == "rising":
            ends = [(width - along, up) for along, up in ends]
        (a, b), (c, d) = ends
        lines.append(((x + a, y + b), (x + c, y + d)))
    return lines


def _spaced(first: float, end: float, *, apart: float = GRAIN) -> list[float]:
    """Return the places from `first` to `end`, `apart` from each other."""
    return [first + apart * n for n in range(max(0, int((end - first) / apart) + 1))]


def _cells_across(names: list[str], width: float) -> int:
    """Return how many cells stand side by side so that no word is cut."""
    widest = max(_name_width(word) for name in names for word in name.split(" "))
    if widest + GAP <= width / len(names):
        return len(names)
    return -(-len(names) // 2)


def _name_width(text: str) -> float:
    """Return how wide a name is drawn."""
    return text_width(text, size=canvas.BODY)
