"""What the charts are drawn from, and what is drawn when there is nothing."""

from collections.abc import Iterable

import msgspec

from reports.charts import canvas
from reports.charts.canvas import Canvas, text_width
from reports.charts.lettering import label, wrapped

#: Text width of the page, in millimetres.
FULL_WIDTH = 170.0
#: An em dash: what is drawn for nothing when no words are given.
DASH = "\u2014"


class Count(msgspec.Struct, frozen=True):
    """How many there are of something; `label` is its name as printed."""

    label: str
    value: int

    def __post_init__(self) -> None:
        """Refuse what is no count."""
        if self.value < 0:
            raise ValueError(f"not a count: {self.value}")


def nothing(counts: Iterable[Count]) -> bool:
    """Tell whether there is nothing to draw: no counts, or zeros only."""
    return all(count.value == 0 for count in counts)


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
