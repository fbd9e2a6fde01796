"""Read articles that stand one to a line, as JSON."""

import datetime
from collections.abc import Iterator
from hashlib import blake2b
from typing import BinaryIO

import msgspec

from reports.model import Article
from reports.sources.refusal import Refusal
from reports.sources.words import LARGEST, flaw

BOM = b"\xef\xbb\xbf"

#: A line holds more than the text: a title, a URL, and \u escapes of six bytes for
#: what takes two in UTF-8.
LONGEST = 4 * LARGEST

#: An ISO day before this year is a Jalali day that somebody wrote with dashes.
FIRST_YEAR = 1800


class Line(msgspec.Struct, frozen=True):
    """What a line may say; other fields are passed over."""

    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def from_lines(
    lines: BinaryIO, *, stem: str, origin: str
) -> Iterator[Article | Refusal]:
    """Yield the article, or the refusal, of every line that is not blank."""
    number = 0
    blank = True
    while line := lines.readline(LONGEST + 1):
        number += 1
        place = f"{origin}:{number}"
        if number == 1:
            line = line.removeprefix(BOM)
        if len(line) > LONGEST:
            blank = False
            while line and not line.endswith(b"\n"):
                line = lines.readline(LONGEST)
            why = f"the line is longer than {LONGEST} bytes"
            yield Refusal(origin=place, why=why)
        elif line.strip():
            blank = False
            yield _article(line, stem=stem, origin=place)
    if blank:
        yield Refusal(origin=origin, why="it is empty: there is no line in it")


def _article(line: bytes, *, stem: str, origin: str) -> Article | Refusal:
    """Return the article that one line describes.

    A line without an id is named after its file and what it holds, not after its
    number: tomorrow another article stands there.
    """
    try:
        said = msgspec.json.decode(line, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        return Refusal(
            origin=origin,
            why=f"the line is no article: {problem}",
            hint='a line is {"text": "...", "id": ..., "title": ..., "published": '
            '"2025-12-13", "outlet": ..., "url": ...}; only text is needed',
        )
    why = flaw(said.text)
    if not why and len(said.text.encode()) > LARGEST:
        why = f"its text is larger than {LARGEST} bytes, the most an article may have"
    if why:
        return Refusal(origin=origin, why=why)
    published = _day(said.published)
    if said.published and published is None:
        return Refusal(
            origin=origin,
            why=f"published is {said.published!r}, which is no Gregorian day",
            hint="write it as 2025-12-13, or leave it out",
        )
    id_ = str(said.id).strip() if said.id is not None else ""
    holds = blake2b((said.url or said.text).encode(), digest_size=6).hexdigest()
    return Article(
        id=id_ or f"{stem}-{holds}",
        text=said.text,
        origin=origin,
        title=said.title or None,
        published=published,
        outlet=said.outlet or None,
        url=said.url or None,
    )


def _day(written: str | None) -> datetime.date | None:
    """Return the day of an ISO date or time, in the zone it was written in."""
    if not written:
        return None
    try:
        day = datetime.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None
