"""Ranked bars that grow from right to left."""

from collections.abc import Sequence
from itertools import accumulate

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.counts import DASH, FULL_WIDTH, Count, Head, nothing, notice, table
from reports.charts.lettering import fa, label, wrapped
from reports.model import Chart

#: Millimetres: between lines of one label, from row to row, and around words.
LEADING = 3.9
PITCH = 6.6
TIGHT_PITCH = 5.6
GAP = 1.8
#: The share of the width that labels may take.
LABEL_SHARE = 0.46


def proposals_by_topic(
    counts: Sequence[Count],
    *,
    alt: str,
    head: Head,
    empty: str = DASH,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how many proposals each topic has, the most frequent on top.

    Where there is nothing to count, the chart says `empty` instead.
    """
    sheet = ranked_bars(counts, empty=empty, width=width_mm, colour=canvas.TEAL)
    return sheet.chart("proposals-by-topic", alt=alt, table=table(head, counts))


def contacts(
    counts: Sequence[Count],
    *,
    alt: str,
    head: Head,
    empty: str = DASH,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how often each partner or province was met, the most frequent on top.

    Where there is nothing to count, the chart says `empty` instead.
    """
    sheet = ranked_bars(counts, empty=empty, width=width_mm, colour=canvas.OCHRE)
    return sheet.chart("contacts", alt=alt, table=table(head, counts))


def ranked_bars(
    counts: Sequence[Count], *, empty: str, width: float, colour: str
) -> Canvas:
    """Draw `counts` as bars, the longest on top, names right and values at the ends.

    A name that is too long goes on a second line, and is then cut. Equal values keep
    the order they were given in.
    """
    if nothing(counts):
        return notice(empty, width=width)
    ranked = sorted(counts, key=lambda count: -count.value)
    names = [
        wrapped(label(count.label), width * LABEL_SHARE, 2, _name_width)
        for count in ranked
    ]
    name_width = max(_name_width(line) for lines in names for line in lines)
    value_width = max(_value_width(fa(count.value)) for count in ranked)
    root = width - name_width - GAP
    scale = (root - GAP - value_width) / ranked[0].value

    pitch = PITCH if len(ranked) <= 15 else TIGHT_PITCH
    heights = [pitch + LEADING * (len(lines) - 1) for lines in names]
    sheet = Canvas(width=width, height=sum(heights) + 1)
    bottoms = [sheet.height - 0.5 - depth for depth in accumulate(heights)]
    for count, lines, height, bottom in zip(
        ranked, names, heights, bottoms, strict=True
    ):
        middle = bottom + height / 2
        for row, line in enumerate(lines):
            y = middle + LEADING * ((len(lines) - 1) / 2 - row)
            sheet.write(width, y, line)
        length = count.value * scale
        thick = 0.64 * pitch
        sheet.bar(
            root - length, middle - thick / 2, length, thick, colour=colour, counts=True
        )
        sheet.write(
            root - length - GAP / 2,
            middle,
            fa(count.value),
            bold=count.value > 0,
            colour=canvas.INK if count.value else canvas.QUIET,
        )
    sheet.rule((root, 0.5), (root, sheet.height - 0.5), colour=canvas.INK)
    return sheet


def _name_width(text: str) -> float:
    """Return how wide a name is drawn."""
    return text_width(text, size=canvas.BODY)


def _value_width(text: str) -> float:
    """Return how wide a value is drawn."""
    return text_width(text, size=canvas.BODY, bold=True)
