"""The main proposals on one axis of time, which runs from right to left."""

import datetime
from collections.abc import Sequence

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.counts import FULL_WIDTH, notice
from reports.charts.ladder import LOOKS
from reports.charts.lettering import fa, label, wrapped
from reports.charts.spaces import Box, Spaces
from reports.model import Chart, Table
from reports.text.calendars import day_of, jalali
from reports.text.dates import day_fa, month_fa

#: Millimetres.
LEADING = 3.6
GAP = 2.5
PITCH = 9.6
AXIS = 9.0
#: Points: the words along a thread.
SIZE = 7.0
RADIUS = 1.25
TICK = 0.9
#: The share of the width that the wording of proposals takes, and how many are shown.
TEXT_SHARE = 0.38
MOST = 14
#: Every how many months the axis is marked, the narrowest that leaves words apart.
STRIDES = (1, 2, 3, 6, 12, 24, 60, 120)
DAY = datetime.timedelta(days=1)


class Step(msgspec.Struct, frozen=True):
    """The day on which a proposal reached a rung, counted from 0."""

    day: datetime.date
    rung: int


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """One proposal through time: the days it was told of, and what became of it."""

    text: str
    mentions: tuple[datetime.date, ...]
    steps: tuple[Step, ...] = ()
    blocked: bool = False

    def __post_init__(self) -> None:
        """Refuse a proposal that nobody told of."""
        if not self.mentions:
            raise ValueError(f"no mention: {self.text}")

    @property
    def first(self) -> datetime.date:
        """Return the day it was first told of."""
        return min(self.mentions)

    @property
    def last(self) -> datetime.date:
        """Return the day it was last told of."""
        return max(self.mentions)


class ThreadWords(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed beside the proposals.

    `silent` and `more` hold `{}` where a number stands; `rungs` go from the lowest up.
    """

    rungs: tuple[str, ...]
    blocked: str
    silent: str
    more: str
    #: The columns of the table: wording, first and last day, status, days silent.
    head: tuple[str, str, str, str, str]


def proposal_threads(
    threads: Sequence[Thread],
    *,
    until: datetime.date,
    words: ThreadWords,
    alt: str,
    empty: str,
    width_mm: float = FULL_WIDTH,
) -> Chart:
    """Draw when each proposal was told of, when it rose, and how long it is silent.

    `threads` are in order of weight; the first fourteen are drawn and the rest are
    counted. `until` is the day that silence is counted to, and no mention is later.
    Where there is nothing to draw, the chart says `empty` instead.
    """
    shown = threads[:MOST]
    sheet = (
        timeline(
            shown, until=until, words=words, width=width_mm, more=len(threads) - MOST
        )
        if shown
        else notice(empty, width=width_mm)
    )
    rows = tuple(
        (
            one.text,
            day_fa(one.first),
            day_fa(one.last),
            words.rungs[one.steps[-1].rung] if one.steps else "",
            (until - one.last).days,
        )
        for one in threads
    )
    table = Table(head=words.head, rows=rows)
    return sheet.chart("proposal-threads", alt=alt, table=table)


def timeline(
    threads: Sequence[Thread],
    *,
    until: datetime.date,
    words: ThreadWords,
    width: float,
    more: int = 0,
) -> Canvas:
    """Draw a row for each proposal, its wording at the right."""
    room = width * TEXT_SHARE
    names = [wrapped(label(one.text), room, 3, _body) for one in threads]
    heights = [max(PITCH, LEADING * len(lines) + 2.6) for lines in names]
    foot = LEADING + 1 if more > 0 else 0.0
    sheet = Canvas(width=width, height=AXIS + sum(heights) + foot)
    start = width - room - GAP
    axis = _Axis(min(one.first for one in threads), until, right=start)

    top = sheet.height - AXIS
    _draw_months(sheet, axis, top=top, bottom=foot)
    y = top
    for thread, lines, height in zip(threads, names, heights, strict=True):
        sheet.rule((0, y), (width, y), colour=canvas.FAINT, weight=0.5)
        middle = y - height / 2
        for row, line in enumerate(lines):
            sheet.write(width, middle + LEADING * ((len(lines) - 1) / 2 - row), line)
        _draw_thread(sheet, axis, thread, middle, words=words)
        y -= height
    sheet.rule((0, y), (width, y), colour=canvas.FAINT, weight=0.5)
    if more > 0:
        line = label(words.more.format(fa(more)))
        sheet.write(width, foot / 2, line, size=canvas.SMALL, colour=canvas.QUIET)
    return sheet


class _Axis:
    """Where days stand: the first at the right, the last at the left end."""

    def __init__(
        self, first: datetime.date, last: datetime.date, *, right: float
    ) -> None:
        year, month, _ = jalali(first)
        self.first = day_of("jalali", year, month, 1) or first
        self.last = last
        self.right = right
        days = (last - self.first).days + 1
        # A step on the last day needs room for half of its dot.
        self._scale = (right - RADIUS - 0.3) / max(days, 28)

    def x(self, day: datetime.date) -> float:
        """Return where the middle of a day stands."""
        return self.right - self._scale * ((day - self.first).days + 0.5)

    def months(self) -> list[tuple[int, int, float]]:
        """Return year, month and right end of every month that begins on the axis."""
        found = []
        year, month, _ = jalali(self.first)
        day = day_of("jalali", year, month, 1)
        while day and day <= self.last:
            found.append((year, month, self.x(day) + self._scale / 2))
            year, month = year + month // 12, month % 12 + 1
            day = day_of("jalali", year, month, 1)
        return found


def _draw_months(sheet: Canvas, axis: _Axis, *, top: float, bottom: float) -> None:
    """Mark months or, where they are many, some of them, and write each year once."""
    months = axis.months()
    wide = max(_small(month_fa(month)) for _, month, _ in months) + 1.5
    pitch = axis.right / max(len(months), 1)
    stride = next((one for one in STRIDES if one * pitch >= wide), STRIDES[-1])
    marked = [one for one in months if (one[1] - 1 + 12 * one[0]) % stride == 0]
    marked = marked or months[:1]
    for _, _, x in marked:
        sheet.rule((x, bottom), (x, top), colour=canvas.FAINT, weight=0.5)
    years: set[int] = set()
    edge = axis.right + 1
    for year, month, x in marked:
        name = month_fa(month)
        if x - _small(name) < 0 or x > edge:
            continue
        edge = x - _small(name) - 0.8
        sheet.write(x - 0.4, top + 2.2, name, size=canvas.SMALL, colour=canvas.QUIET)
        if year not in years:
            years.add(year)
            sheet.write(x - 0.4, top + 6.4, label(str(year)), size=canvas.SMALL)


def _draw_thread(
    sheet: Canvas, axis: _Axis, thread: Thread, y: float, *, words: ThreadWords
) -> None:
    """Draw one proposal: mentions, steps, silence, and what blocks it."""
    first, last = axis.x(thread.first), axis.x(thread.last)
    colour = canvas.OCHRE if thread.blocked else canvas.TEAL
    end = axis.x(axis.last)
    if last - end > RADIUS:
        sheet.strokes(_dashes(last, end, y), colour="#a9b8bb", weight=0.7)
    sheet.rule((first, y), (last, y), colour=colour, weight=1.6)
    ticks = [
        ((axis.x(day), y - TICK), (axis.x(day), y + TICK))
        for day in sorted(set(thread.mentions))
    ]
    sheet.strokes(ticks, colour=colour, weight=0.9)
    spaces = Spaces(Box(0, y - PITCH, axis.right, y + PITCH), gap=0.8)
    for step in thread.steps:
        tint = LOOKS[step.rung].tint
        sheet.dot(axis.x(step.day), y, RADIUS, colour=tint, edge=canvas.INK)
    # The latest step has the first claim on the room above the line.
    for step in reversed(thread.steps):
        _write_near(sheet, spaces, axis.x(step.day), y + 2.9, words.rungs[step.rung])
    silent = (axis.last - thread.last).days
    told = [label(words.blocked)] if thread.blocked else []
    told += [label(words.silent.format(fa(silent)))] if silent else []
    for n, text in enumerate(told):
        blocked = thread.blocked and n == 0
        tone = canvas.RUST if blocked else canvas.QUIET
        at = end if n or not thread.blocked else last
        _write_near(sheet, spaces, at, y - 2.9, text, colour=tone, bold=blocked)


def _dashes(right: float, left: float, y: float) -> list[list[canvas.Point]]:
    """Return a broken line as its pieces."""
    count = max(1, int((right - left) / 1.8))
    step = (right - left) / count
    return [
        [(right - step * n, y), (right - step * (n + 0.5), y)] for n in range(count)
    ]


def _write_near(
    sheet: Canvas,
    spaces: Spaces,
    x: float,
    y: float,
    text: str,
    *,
    colour: str = canvas.INK,
    bold: bool = False,
) -> None:
    """Write a word as near to `x` as the axis allows, if there is room."""
    half = text_width(text, size=SIZE, bold=bold) / 2
    right = sheet.width * (1 - TEXT_SHARE) - GAP
    x = min(max(x, half), right - half)
    boxes = [Box(x - half, y - 1.5, x + half, y + 1.5)]
    if spaces.free(boxes):
        spaces.take(boxes)
        sheet.write(x, y, text, size=SIZE, bold=bold, colour=colour, side="center")


def _body(text: str) -> float:
    """Return how wide the wording of a proposal is drawn."""
    return text_width(text, size=canvas.BODY)


def _small(text: str) -> float:
    """Return how wide the name of a month is drawn."""
    return text_width(text, size=canvas.SMALL)
