"""Who a speaker is, and on which side, by what the articles tell of people."""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from reports.chronicle import KnownPerson
from reports.model import ArticleRecord, Participant, Side
from reports.text import fold

VoiceSide = Literal["iran", "foreign", "both", "unknown"]


class Speaker(msgspec.Struct, frozen=True):
    """A speaker as printed: name or title, the title beside it, and the side."""

    name: str | None
    title: str | None
    side: VoiceSide


def speaker(
    said_by: str | None, record: ArticleRecord, *, known: Mapping[str, Side]
) -> Speaker:
    """Return who `said_by` is, as far as the articles tell.

    First the participants of the same article are asked, by name and then by title;
    then its organisations. Last comes `known`: a name that all articles put on the
    same side is put there, without a title, because titles change.
    """
    if said_by is None:
        return Speaker(None, None, "unknown")
    if said_by == "both":
        return Speaker(None, None, "both")
    people = [one for meeting in record.meetings for one in meeting.participants]
    found = _fitting(said_by, people, field="name")
    if found:
        return Speaker(found.name, found.title, found.side)
    found = _fitting(said_by, people, field="title")
    if found:
        title = found.title if found.name else None
        return Speaker(found.name or said_by, title, found.side)
    wanted = _words(said_by)
    for body in record.organisations:
        if body.country and _words(body.name) == wanted:
            side: Side = "iran" if body.country == "IR" else "foreign"
            return Speaker(said_by, None, side)
    return Speaker(said_by, None, known.get(wanted, "unknown"))


def known_sides(
    people: Iterable[KnownPerson], records: Iterable[ArticleRecord]
) -> dict[str, Side]:
    """Return the side of every name that stands on one side only, wherever told."""
    sides: dict[str, set[Side]] = {}
    for person in people:
        for name in (person.name, *(one.value for one in person.variants)):
            sides.setdefault(_words(name), set()).update(
                post.side for post in person.posts
            )
    for record in records:
        for meeting in record.meetings:
            for one in meeting.participants:
                if one.name:
                    sides.setdefault(_words(one.name), set()).add(one.side)
    return {name: found.pop() for name, found in sides.items() if len(found) == 1}


def _fitting(
    said_by: str, people: Iterable[Participant], *, field: Literal["name", "title"]
) -> Participant | None:
    """Return the one person whose name or title is `said_by`, or part of it.

    A family name stands for the whole name. Of titles only the end may be missing:
    what stands before a title makes it another one, such as that of a deputy. When
    two different people fit, nobody does: a wrong name is worse than none.
    """
    wanted = f"{_words(said_by)} "
    exact: dict[tuple[str | None, str | None], Participant] = {}
    wider: dict[tuple[str | None, str | None], Participant] = {}
    for person in people:
        written = getattr(person, field)
        if not written:
            continue
        words = f"{_words(written)} "
        if words == wanted:
            exact.setdefault((person.name, person.title), person)
        elif field == "title":
            if words.startswith(wanted) or wanted.startswith(words):
                wider.setdefault((person.name, person.title), person)
        elif f" {wanted}" in f" {words}" or f" {words}" in f" {wanted}":
            wider.setdefault((person.name, person.title), person)
    fits = exact or wider
    return next(iter(fits.values())) if len(fits) == 1 else None


def _words(text: str) -> str:
    """Return `text` in one spelling, words parted by single spaces."""
    return " ".join(fold(text).text.split())
