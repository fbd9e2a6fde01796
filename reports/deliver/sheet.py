"""What stands in a letter, before it is put into words."""

import datetime
from collections.abc import Sequence

import msgspec

from reports.deliver.changes import Change
from reports.deliver.contents import Contents
from reports.settings import Language

#: The figures of a letter, in the order in which they are shown.
FIGURES = ("held", "ideas", "settled", "hurdles", "pledges", "articles")


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its name, and what it was the period before, if that is known."""

    name: str
    value: int
    before: int | None


class File(msgspec.Struct, frozen=True, kw_only=True):
    """The briefing itself: attached, or else under `link`."""

    bytes: int
    pages: int | None
    link: str | None


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who writes, and how that looks; words may be empty."""

    organisation: str
    mark: str
    footer: str
    accent: str
    alarm: str
    #: Where a reader writes to be left in peace.
    leave: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """All that a letter says.

    `changes` is `None` in a first letter; in a correction it may be empty, when only
    details differ.
    """

    language: Language
    contents: Contents
    since: datetime.date | None
    until: datetime.date | None
    revision: int
    changes: Sequence[Change] | None
    figures: tuple[Figure, ...]
    file: File
    sender: Sender


def figures(contents: Contents) -> tuple[Figure, ...]:
    """Return the numbers that a letter shows."""
    before = contents.before.figures if contents.before else None
    return tuple(
        Figure(
            name=name,
            value=getattr(contents.figures, name),
            before=getattr(before, name) if before else None,
        )
        for name in FIGURES
    )
