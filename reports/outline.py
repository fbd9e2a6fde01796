"""A briefing as a plain run of headings, paragraphs and tables, for office files.

It is made once and knows neither pages nor sheets: every word in it is set and ready
to print, every cell keeps its type, and every row its proofs. A writer for a text
processor prints what is there for paper, one for sheets what is there for counting.
"""

import datetime
from typing import Literal

import msgspec

#: Where a column or a table is shown.
Place = Literal["both", "paper", "sheet"]
#: What the cells of a column are; in one of texts a number may stand, too.
Kind = Literal["text", "number", "day"]


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """One proof: the words of an article, and where they were printed."""

    source: int
    article: str
    outlet: str
    page: str
    quote: str


class Day(msgspec.Struct, frozen=True):
    """A day for counting, and as it is printed: alone, or as the first of a range."""

    date: datetime.date
    text: str


Cell = str | int | float | Day | None


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """The cells under one heading; `width` is in letters, and relative on paper."""

    id: str
    title: str
    width: int
    kind: Kind = "text"
    place: Place = "both"


class Row(msgspec.Struct, frozen=True):
    """One claim with its proofs; `None` in a cell means that nobody tells it."""

    cells: tuple[Cell, ...]
    notes: tuple[Note, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one kind.

    `sheet` is the title of the sheet they are gathered on, `part` that of the part of
    the briefing they stand in. Where they are `grouped`, the first column on paper is
    a heading over the rows that share it. `empty` is said in the place of no rows. The
    proofs of a row are called after its words in the column `noted`; rows that count,
    or name a source, have none.
    """

    sheet: str
    part: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    grouped: bool = False
    noted: str | None = None
    place: Place = "both"


class Heading(msgspec.Struct, frozen=True):
    """A heading; the title of the whole is level 0."""

    text: str
    level: int


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """Running text; an `item` belongs to a list, and a `lead` explains."""

    text: str
    kind: Literal["body", "lead", "item"] = "body"
    notes: tuple[Note, ...] = ()


class Figure(msgspec.Struct, frozen=True):
    """A chart by its name, under its caption."""

    name: str
    caption: str


Block = Heading | Paragraph | Table | Figure


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """All of a briefing in its order; `last` is the last day that it tells of.

    `notice` is what has to be known before anything is read.
    """

    title: str
    period: str
    span: str
    notice: str | None
    last: datetime.date | None
    blocks: tuple[Block, ...]
