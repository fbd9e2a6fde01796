"""Find the words on laid-out pages that do not fit the room they are set in.

A long word that cannot be broken, a table that is too wide, a picture that is larger
than its column: the press draws them over the edge and says nothing.
"""

# ruff: noqa: ANN401 - the boxes of WeasyPrint have no published types

from collections.abc import Iterator
from typing import Any

import msgspec

#: How far, in CSS pixels, a box may reach over the edge: marks hang, numbers round.
SLACK = 1.5
#: How many words of a box are told.
TOLD = 40


class Room(msgspec.Struct, frozen=True):
    """The space that words may fill, in CSS pixels from the corner of the page."""

    left: float
    right: float
    bottom: float

    def within(self, other: "Room") -> "Room":
        """Return what both allow."""
        return Room(
            max(self.left, other.left),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def sticking_out(document: Any) -> tuple[str, ...]:
    """Return a sentence for each box of `document` that reaches over an edge."""
    return tuple(
        f"page {number}: {what} is {over:.0f} px too {side}"
        for number, page in enumerate(document.pages, 1)
        for what, over, side in _on_page(page._page_box)
    )


def _on_page(leaf: Any) -> Iterator[tuple[str, float, str]]:
    """Yield what sticks out of a page: the words, how far, and in which way."""
    whole = Room(0, leaf.margin_width(), leaf.margin_height())
    own = Room(
        leaf.content_box_x(),
        leaf.content_box_x() + leaf.width,
        leaf.content_box_y() + leaf.height,
    )
    for child in leaf.children:
        flowing = _box(child).element_tag == "html"
        yield from _inside(child, own if flowing else whole)


def _inside(box: Any, room: Room) -> Iterator[tuple[str, float, str]]:
    """Yield what sticks out of `room` in `box` and below it."""
    box = _box(box)
    what = _told(box)
    if what:
        left, right = box.position_x, box.position_x + box.margin_width()
        bottom = box.position_y + box.margin_height()
        wide = max(room.left - left, right - room.right)
        low = bottom - room.bottom
        if wide > SLACK:
            yield what, wide, "wide"
        if low > SLACK:
            yield what, low, "low"
    if _holds_lines(box):
        room = _inner(box, room)
    for child in getattr(box, "children", ()):
        yield from _inside(child, room)


def _told(box: Any) -> str:
    """Return what a box shows that has to fit; nothing for one that only holds others.

    White space may reach over an edge, and nobody sees it.
    """
    kind = type(box).__name__
    if kind == "TextBox":
        return f"\u00ab{box.text[:TOLD]}\u00bb" if box.text.strip() else ""
    if kind.endswith("ReplacedBox"):
        return "a picture"
    return "a table" if kind == "TableBox" else ""


def _holds_lines(box: Any) -> bool:
    """Say whether a box is one of those that words are broken to fit.

    The mark of a list item hangs in the padding of its list.
    """
    kind = type(box).__name__
    blocks = kind in {"BlockBox", "TableCellBox", "InlineBlockBox"}
    return blocks and box.element_tag != "li"


def _inner(box: Any, room: Room) -> Room:
    """Return the room inside a box, no larger than that round it."""
    left = box.padding_box_x()
    fixed = box.style["height"] not in {"auto"} and box.style["overflow"] == "hidden"
    bottom = box.padding_box_y() + box.padding_height() if fixed else room.bottom
    return Room(left, left + box.padding_width(), bottom).within(room)


def _box(one: Any) -> Any:
    """Return the box itself where a placeholder stands for one set elsewhere."""
    return getattr(one, "_box", one)
