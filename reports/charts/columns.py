"""Columns in time, which runs from right to left."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.counts import FULL_WIDTH, Count, Head, nothing, notice, table
from reports.charts.lettering import fa, label, shortened
from reports.model import Chart

#: Millimetres: the room of a line of words, between words, and between columns.
LINE = 4.2
GAP = 1.4
WIDEST_PITCH = 34.0
WIDEST_COLUMN = 14.0
SWATCH = 3.4
#: Label every column, or every second, and so on, until the words stand apart.
STEPS = (1, 2, 3, 4, 6, 12)


class Word(msgspec.Struct, frozen=True):
    """A word to be centred on `x`, `width` millimetres wide."""

    text: str
    x: float
    width: float


def meetings_in_time(
    counts: Sequence[Count],
    *,
    alt: str,
    head: Head,
    empty: str,
    legend: tuple[str, str] | None = None,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw the number of meetings in each month, the first month at the right.

    `counts` are in order of time and without holes; a label such as a month and its
    year is parted so that the year is written once. Where they tell of the period
    before, it is marked across the columns, and `legend` names this period and that
    one. Where there is nothing to count, the chart says `empty` instead.
    """
    sheet = columns(counts, empty=empty, width=width_mm, legend=legend)
    return sheet.chart("meetings-in-time", alt=alt, table=table(head, counts))


def columns(
    counts: Sequence[Count],
    *,
    empty: str,
    width: float,
    legend: tuple[str, str] | None = None,
) -> Canvas:
    """Draw `counts` as columns, each with its value where there is room.

    Where there is not, the peak and the latest value are told, over a light grid.
    """
    if nothing(counts):
        return notice(empty, width=width)
    compared = legend is not None and any(one.before is not None for one in counts)
    room = 1.6 * LINE if compared else 0.0
    sheet = Canvas(width=width, height=min(60.0, max(44.0, 0.34 * width)) + room)
    top = max(max(count.value, count.before or 0) for count in counts)
    widest = max(_value_width(fa(count.value)) for count in counts)
    pitch = min(WIDEST_PITCH, width / len(counts))
    every = widest + 0.6 <= pitch
    marks = () if every else _round_marks(top)
    gutter = max((_small_width(fa(mark)) + GAP for mark in marks), default=0.0)
    pitch = min(WIDEST_PITCH, (width - gutter) / len(counts))
    centres = [width - gutter - pitch * (n + 0.5) for n in range(len(counts))]

    months, years = _tiers([label(count.label) for count in counts], centres, width)
    base = 0.8 + LINE * (bool(months) + bool(years))
    scale = (sheet.height - room - base - LINE) / top
    for mark in marks:
        y = base + mark * scale
        sheet.rule((0, y), (width, y), colour=canvas.FAINT, weight=0.5)
        sheet.write(width, y + 1.6, fa(mark), size=canvas.SMALL, colour=canvas.QUIET)
    thick = min(WIDEST_COLUMN, 0.68 * pitch)
    for count, x in zip(counts, centres, strict=True):
        sheet.bar(
            x - thick / 2,
            base,
            thick,
            count.value * scale,
            colour=canvas.TEAL,
            counts=True,
        )
    if compared and legend:
        _marks_before(sheet, counts, centres, base=base, scale=scale, thick=thick)
        _legend(sheet, legend)
    values = [
        (_inside(fa(count.value), x, width, bold=True), count)
        for count, x in zip(counts, centres, strict=True)
    ]
    if not every:
        values = _outstanding(values, centres, thick)
    for word, count in _apart(values):
        y = base + count.value * scale
        if compared and count.before is not None:
            ghost = base + count.before * scale
            y = ghost if y - 1 < ghost < y + LINE else y
        sheet.write(
            word.x,
            y + 2.1,
            word.text,
            bold=count.value > 0,
            colour=canvas.INK if count.value else canvas.QUIET,
            side="center",
        )
    sheet.rule((0, base), (width, base), colour=canvas.INK)
    for tier, words in enumerate(part for part in (months, years) if part):
        for word in words:
            sheet.write(
                word.x,
                base - LINE * (tier + 0.5) - 0.2,
                word.text,
                size=canvas.SMALL,
                colour=canvas.INK if words is months else canvas.QUIET,
                side="center",
            )
    return sheet


def _marks_before(
    sheet: Canvas,
    counts: Sequence[Count],
    centres: Sequence[float],
    *,
    base: float,
    scale: float,
    thick: float,
) -> None:
    """Mark the period before across each column, set off from the column itself."""
    half = 0.62 * thick
    marks = [
        (((x - half, y), (x + half, y)), count.before < count.value)
        for count, x in zip(counts, centres, strict=True)
        if count.before is not None
        for y in [base + count.before * scale]
    ]
    crossing = [mark for mark, inside in marks if inside]
    sheet.strokes(crossing, colour=canvas.PAPER, weight=3.0)
    sheet.strokes([mark for mark, _ in marks], colour=canvas.OCHRE, weight=1.5)


def _legend(sheet: Canvas, names: tuple[str, str]) -> None:
    """Name the two periods at the top: a column for this one, a mark for that."""
    y = sheet.height - 0.5 * LINE
    half = sheet.width / 2
    current = shortened(label(names[0]), half - SWATCH - 4, _small_width)
    former = shortened(label(names[1]), half - SWATCH - 4, _small_width)
    x = sheet.width
    sheet.bar(x - SWATCH, y - 1.3, SWATCH, 2.6, colour=canvas.TEAL)
    sheet.write(x - SWATCH - GAP, y, current, size=canvas.SMALL)
    x -= SWATCH + GAP + _small_width(current) + 5
    sheet.rule((x - SWATCH - 1, y), (x, y), colour=canvas.OCHRE, weight=1.5)
    sheet.write(x - SWATCH - 1 - GAP, y, former, size=canvas.SMALL)


def _tiers(
    labels: list[str], centres: list[float], width: float
) -> tuple[list[Word], list[Word]]:
    """Return the words under the columns: months, and under them years."""
    parts = [text.rpartition(" ") for text in labels]
    if not all(head and len(year) == 4 and year.isdigit() for head, _, year in parts):
        return _thinned(labels, centres, width, first=0), []
    starts = [0, *(n for n in range(1, len(parts)) if parts[n][2] != parts[n - 1][2])]
    lengths = [b - a for a, b in pairwise([*starts, len(parts)])]
    by_length = sorted(zip(lengths, starts, strict=True), key=lambda run: -run[0])
    years = [(_inside(parts[n][2], centres[n], width), n) for _, n in by_length]
    months = _thinned(
        [head for head, _, _ in parts],
        centres,
        width,
        first=starts[1] if len(starts) > 1 else 0,
    )
    return months, [word for word, _ in _apart(years)]


def _thinned(
    labels: list[str], centres: list[float], width: float, *, first: int
) -> list[Word]:
    """Return as many labels as stand apart, evenly spaced, `first` among them."""
    words = [_inside(text, x, width) for text, x in zip(labels, centres, strict=True)]
    for step in (*STEPS, *range(24, len(words) + 24, 12)):
        chosen = words[first % step :: step]
        if all(_clear(a, b) for a, b in pairwise(chosen)):
            return chosen
    return words[first : first + 1]


def _apart[T](words: Iterable[tuple[Word, T]]) -> list[tuple[Word, T]]:
    """Return the words that collide with none before them."""
    kept: list[tuple[Word, T]] = []
    for word, beside in words:
        if all(_clear(word, other, gap=0.4) for other, _ in kept):
            kept.append((word, beside))
    return kept


def _clear(a: Word, b: Word, *, gap: float = GAP) -> bool:
    """Tell whether two words on one line have a gap between them."""
    return abs(a.x - b.x) >= (a.width + b.width) / 2 + gap


def _inside(text: str, x: float, width: float, *, bold: bool = False) -> Word:
    """Return `text` as near to `x` as the sheet allows."""
    measure = _value_width if bold else _small_width
    text = shortened(text, width, measure)
    wide = measure(text)
    return Word(text, min(max(x, wide / 2), width - wide / 2), wide)


def _outstanding(
    values: list[tuple[Word, Count]], centres: list[float], thick: float
) -> list[tuple[Word, Count]]:
    """Return the peak, and the latest value if no column stands in its way."""
    peak = max(values, key=lambda told: told[1].value)
    word, count = latest = values[-1]
    hidden = any(
        other.value > count.value and abs(x - word.x) < (thick + word.width) / 2
        for (_, other), x in zip(values, centres, strict=True)
    )
    return [peak] if hidden or latest is peak else [peak, latest]


def _round_marks(top: int) -> tuple[int, ...]:
    """Return two to four round numbers up to `top` for the grid."""
    rough = max(top / 3, 1)
    power = 10 ** math.floor(math.log10(rough))
    step = next(n * power for n in (1, 2, 5, 10) if n * power * 4 >= top)
    return tuple(range(step, top + 1, step))


def _small_width(text: str) -> float:
    """Return how wide a label is drawn."""
    return text_width(text, size=canvas.SMALL)


def _value_width(text: str) -> float:
    """Return how wide a value is drawn."""
    return text_width(text, size=canvas.BODY, bold=True)
