"""What the charts are drawn from, and what is drawn when there is nothing."""

from collections.abc import Iterable, Sequence

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.lettering import label, wrapped
from reports.model import Table

#: Text width of the page, in millimetres.
FULL_WIDTH = 170.0
#: An em dash: what is drawn for nothing when no words are given.
DASH = "\u2014"


class Count(msgspec.Struct, frozen=True):
    """How many there are of something; `label` is its name as printed.

    `before` is how many there were in the period before, or `None` where that is not
    told.
    """

    label: str
    value: int
    before: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no count."""
        for number in (self.value, self.before or 0):
            if number < 0:
                raise ValueError(f"not a count: {number}")


#: What the columns of the table of a chart are called.
Head = tuple[str, ...]


def table(head: Head, counts: Sequence[Count]) -> Table:
    """Return the numbers of a chart, zeros included.

    With a `head` of three columns the last one holds the period before.
    """
    rows: list[tuple[str | int, ...]] = [(one.label, one.value) for one in counts]
    if len(head) > 2:
        before = ("" if one.before is None else one.before for one in counts)
        rows = [(*row, other) for row, other in zip(rows, before, strict=True)]
    return Table(head=head, rows=tuple(rows))


def nothing(counts: Iterable[Count]) -> bool:
    """Tell whether there is nothing to draw: no counts, or zeros only."""
    return not any(count.value or count.before for count in counts)


def notice(text: str, *, width: float) -> Canvas:
    """Draw the sentence that stands in the place of a chart without data."""

    def measure(part: str) -> float:
        return text_width(part, size=canvas.BODY)

    lines = wrapped(label(text), width - 8, 3, measure)
    leading = 4.6
    sheet = Canvas(width=width, height=9 + leading * len(lines))
    for y in (0.2, sheet.height - 0.2):
        sheet.rule((0, y), (width, y), colour=canvas.FAINT)
    top = sheet.height / 2 + leading * (len(lines) - 1) / 2
    for row, line in enumerate(lines):
        sheet.write(
            width / 2, top - row * leading, line, colour=canvas.QUIET, side="center"
        )
    return sheet
