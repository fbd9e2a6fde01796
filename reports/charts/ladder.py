"""The ladder of proposals: one bar in ordered parts, and a count for every rung."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

import msgspec

from reports.charts import canvas
from reports.charts.canvas import POINT, Canvas, text_width
from reports.charts.counts import DASH, FULL_WIDTH, Count, Head, nothing, notice, table
from reports.charts.lettering import fa, label, wrapped
from reports.model import Chart

#: Millimetres.
BAR = 10.0
SWATCH = 3.4
LEADING = 3.8
GAP = 1.6
#: Kept free at the left of a cell, for the arrow.
MARGIN = 4.0
#: Between the lines of a texture.
GRAIN = 1.3

Texture = Literal["plain", "rising", "falling", "level"]


class Look(msgspec.Struct, frozen=True):
    """How a rung is told from its neighbours: by tint, and by texture in grey."""

    tint: str
    texture: Texture
    grain: str


#: From the lowest rung to the highest: ever darker.
LOOKS = (
    Look("#cfe1e4", "plain", ""),
    Look("#a9cad0", "rising", canvas.TEAL),
    Look("#7bafb8", "plain", ""),
    Look("#468a97", "falling", "#ffffff"),
    Look("#1f6576", "level", "#ffffff"),
    Look("#062f39", "plain", ""),
)


def proposals_by_status(
    counts: Sequence[Count],
    *,
    alt: str,
    head: Head,
    empty: str = DASH,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how far proposals have come, from the first rung at the right.

    `counts` are the rungs from the lowest to the highest, at most six, zeros included.
    Where there is nothing to count, the chart says `empty` instead.
    """
    sheet = ladder(counts, empty=empty, width=width_mm)
    return sheet.chart("proposals-by-status", alt=alt, table=table(head, counts))


def ladder(counts: Sequence[Count], *, empty: str, width: float) -> Canvas:
    """Draw `counts` as one bar in parts, and under it a cell for each of them."""
    if nothing(counts):
        return notice(empty, width=width)
    rungs = list(zip(counts, LOOKS[: len(counts)], strict=True))
    across = _cells_across(counts, width)
    cell = width / across
    room = cell - MARGIN
    names = [wrapped(label(count.label), room, 2, _name_width) for count in counts]
    depth = 9.0 + LEADING * max(len(lines) for lines in names)
    tiers = -(-len(counts) // across)
    sheet = Canvas(width=width, height=BAR + 1 + depth * tiers)

    scale = width / sum(count.value for count in counts)
    bottom = sheet.height - BAR
    lengths = [count.value * scale for count in counts]
    lefts = [width - along for along in accumulate(lengths)]
    for (_, look), length, left in zip(rungs, lengths, lefts, strict=True):
        _part(sheet, look, (left, bottom, length, BAR), counts=True)
    for length, right in zip(lengths[1:], lefts, strict=False):
        if length and right < width:
            ends = (right, bottom), (right, sheet.height)
            sheet.rule(*ends, colour="#ffffff", weight=min(0.8, length / POINT / 3))
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
        for row, line in enumerate(names[n]):
            sheet.write(right, y - 5.4 - LEADING * row, line, colour=canvas.QUIET)
        if n % across:
            _arrow(sheet, right + GAP, y)
    return sheet


def _part(
    sheet: Canvas,
    look: Look,
    box: tuple[float, float, float, float],
    *,
    counts: bool = False,
) -> None:
    """Fill a box (left, bottom, width, height) with the look of a rung."""
    x, y, width, height = box
    sheet.bar(x, y, width, height, colour=look.tint, counts=counts)
    sheet.strokes(
        texture(look.texture, x, y, width, height), colour=look.grain, weight=0.4
    )


def _arrow(sheet: Canvas, x: float, y: float) -> None:
    """Point to the next rung, which is on the left."""
    tip = (x, y)
    arms = [((x + 0.9, y + 1.3), tip), (tip, (x + 0.9, y - 1.3))]
    sheet.strokes(arms, colour=canvas.QUIET, weight=0.7)


def texture(
    kind: Texture, x: float, y: float, width: float, height: float
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the lines that fill a rectangle, cut off at its edges.

    They are lines of ours, not a pattern of SVG, so every reader of the file draws
    them alike.
    """
    if kind == "plain" or not width:
        return []
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


def _cells_across(counts: Sequence[Count], width: float) -> int:
    """Return how many cells stand side by side so that no word or count is cut."""
    words = [word for count in counts for word in label(count.label).split(" ")]
    figures = [fa(count.value) for count in counts]
    widest = max(
        *(_name_width(word) for word in words),
        *(text_width(n, size=canvas.LARGE, bold=True) + SWATCH + GAP for n in figures),
    )
    for tiers in (1, 2, 3):
        across = -(-len(counts) // tiers)
        if widest + MARGIN <= width / across:
            return across
    return min(2, len(counts))


def _name_width(text: str) -> float:
    """Return how wide a name is drawn."""
    return text_width(text, size=canvas.BODY)
