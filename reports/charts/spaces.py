"""Keep words apart: which places on a sheet are taken."""

from collections.abc import Iterable

import msgspec

from reports.charts.canvas import INK, POINT, Canvas, text_width

#: From line to line of one block of words, in ems.
LEADING = 1.35


class Box(msgspec.Struct, frozen=True):
    """A rectangle in millimetres, from its lower left to its upper right corner."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: "Box", *, gap: float = 0.0) -> bool:
        """Tell whether two rectangles are nearer to each other than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.bottom < other.top + gap
            and other.bottom < self.top + gap
        )

    def within(self, other: "Box") -> bool:
        """Tell whether all of this lies in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )


class Spaces:
    """The places taken on a sheet."""

    def __init__(self, sheet: Box, *, gap: float = 0.6) -> None:
        """Begin with an empty sheet; what is put on it later keeps a `gap`."""
        self._sheet = sheet
        self._gap = gap
        self._taken: list[Box] = []

    def free(self, boxes: Iterable[Box]) -> bool:
        """Tell whether all of `boxes` lie on the sheet, clear of what is taken."""
        return all(
            box.within(self._sheet)
            and not any(box.overlaps(other, gap=self._gap) for other in self._taken)
            for box in boxes
        )

    def take(self, boxes: Iterable[Box]) -> None:
        """Let nothing else be put there."""
        self._taken += boxes


class Block(msgspec.Struct, frozen=True):
    """Lines of words centred round a place."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    bold: bool = False
    colour: str = INK

    @property
    def heights(self) -> list[float]:
        """Return the middle of every line."""
        leading = self.size * POINT * LEADING
        first = self.y + leading * (len(self.lines) - 1) / 2
        return [first - leading * row for row in range(len(self.lines))]

    @property
    def boxes(self) -> list[Box]:
        """Return the places that the lines take."""
        half = self.size * POINT * LEADING / 2
        found = []
        for line, y in zip(self.lines, self.heights, strict=True):
            wide = text_width(line, size=self.size, bold=self.bold) / 2
            found.append(Box(self.x - wide, y - half, self.x + wide, y + half))
        return found

    def write(self, sheet: Canvas) -> None:
        """Write the lines on a sheet."""
        for line, y in zip(self.lines, self.heights, strict=True):
            sheet.write(
                self.x,
                y,
                line,
                size=self.size,
                bold=self.bold,
                colour=self.colour,
                side="center",
            )
