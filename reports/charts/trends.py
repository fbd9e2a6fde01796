"""How often topics came up over several periods: one small drawing for each topic."""

from collections.abc import Sequence

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.counts import FULL_WIDTH, notice
from reports.charts.lettering import fa, label, shortened
from reports.model import Chart, Table

#: Millimetres: one drawing, the room between two, the column, and a line of words.
WIDE = 50.0
HIGH = 15.0
GAP = 7.0
LINE = 4.4
FAT = 9.0
#: How many topics are shown.
MOST = 9
#: Columns of earlier periods; the latest one bears the accent.
EARLIER = "#9fbec5"


class Trend(msgspec.Struct, frozen=True):
    """One topic and its number in each period, the earliest first."""

    label: str
    values: tuple[int, ...]


def topic_trends(
    trends: Sequence[Trend],
    *,
    periods: Sequence[str],
    alt: str,
    head: str,
    empty: str,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw how each topic rose and fell; the earliest period is at the right.

    All drawings have the same scale. The topics that came up most are drawn, at most
    nine. `head` is the name of the first column of the table, the others are the
    periods. Where nothing is counted, the chart says `empty` instead.
    """
    ranked = sorted(trends, key=lambda one: -sum(one.values))
    shown = [one for one in ranked if any(one.values)][:MOST]
    sheet = (
        small_multiples(shown, periods=periods, width=width_mm)
        if shown
        else notice(empty, width=width_mm)
    )
    table = Table(
        head=(head, *periods),
        rows=tuple((one.label, *one.values) for one in ranked),
    )
    return sheet.chart("topic-trends", alt=alt, table=table)


def small_multiples(
    trends: Sequence[Trend], *, periods: Sequence[str], width: float
) -> Canvas:
    """Draw a field of columns for each topic, side by side from the right."""
    across = max(1, min(len(trends), int((width + GAP) / (WIDE + GAP))))
    tiers = -(-len(trends) // across)
    across = -(-len(trends) // tiers)
    field = min((width - GAP * (across - 1)) / across, 1.4 * WIDE)
    tall = LINE + LINE + HIGH + LINE + 2.5
    sheet = Canvas(width=width, height=tall * tiers)
    top = max(max(one.values) for one in trends)
    for n, trend in enumerate(trends):
        right = width - (n % across) * (field + GAP)
        base = sheet.height - tall * (n // across) - tall + LINE + 1.5
        _draw(sheet, trend, right=right, base=base, field=field, scale=HIGH / top)
        _name_ends(sheet, periods, right=right, y=base - LINE / 2 - 0.2, field=field)
    return sheet


def _draw(
    sheet: Canvas,
    trend: Trend,
    *,
    right: float,
    base: float,
    field: float,
    scale: float,
) -> None:
    """Draw the columns of one topic under its name; the peak and the end are told."""
    pitch = min(field / len(trend.values), FAT / 0.72)
    thick = 0.72 * pitch
    last = len(trend.values) - 1
    name = shortened(label(trend.label), field, _bold)
    sheet.write(right, base + HIGH + LINE * 1.4, name, bold=True)
    used = pitch * len(trend.values)
    sheet.rule((right - used, base), (right, base), colour=canvas.INK, weight=0.5)
    for n, value in enumerate(trend.values):
        sheet.bar(
            right - pitch * n - (pitch + thick) / 2,
            base,
            thick,
            value * scale,
            colour=canvas.TEAL if n == last else EARLIER,
            counts=True,
        )
    peak = max(range(last + 1), key=lambda n: (trend.values[n], n))
    taken: list[tuple[float, float]] = []
    for n in dict.fromkeys((last, peak)):
        text = fa(trend.values[n])
        half = _small_bold(text) / 2
        x = right - pitch * (n + 0.5)
        x = min(max(x, right - field + half), right - half)
        if all(x + half + 0.6 < a or b < x - half - 0.6 for a, b in taken) and not any(
            value > trend.values[n]
            and abs(right - pitch * (m + 0.5) - x) < half + thick / 2
            for m, value in enumerate(trend.values)
        ):
            taken.append((x - half, x + half))
            sheet.write(
                x,
                base + trend.values[n] * scale + 2.0,
                text,
                size=canvas.SMALL,
                bold=n == last,
                side="center",
            )


def _name_ends(
    sheet: Canvas, periods: Sequence[str], *, right: float, y: float, field: float
) -> None:
    """Write the first and the last period under the columns, as far as they fit."""
    pitch = min(field / len(periods), FAT / 0.72)
    used = pitch * len(periods)
    first, last = label(periods[0]), label(periods[-1])
    room = field - _small(last) - 1.5
    left = right - max(used, min(field, _small(first) + _small(last) + 3))
    last = shortened(last, field, _small)
    sheet.write(left, y, last, size=canvas.SMALL, colour=canvas.QUIET, side="left")
    if len(periods) > 1 and _small(first) <= room:
        sheet.write(right, y, first, size=canvas.SMALL, colour=canvas.QUIET)


def _bold(text: str) -> float:
    """Return how wide the name of a topic is drawn."""
    return text_width(text, size=canvas.BODY, bold=True)


def _small_bold(text: str) -> float:
    """Return how wide a value is drawn at most."""
    return text_width(text, size=canvas.SMALL, bold=True)


def _small(text: str) -> float:
    """Return how wide the name of a period is drawn."""
    return text_width(text, size=canvas.SMALL)
