"""Who a speaker is: the participant of the same article that the name or title fits."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from reports.model import ArticleRecord, Participant
from reports.text import fold

VoiceSide = Literal["iran", "foreign", "both", "unknown"]


class Speaker(msgspec.Struct, frozen=True):
    """A speaker as printed: name or title, the title beside it, and the side."""

    name: str | None
    title: str | None
    side: VoiceSide


def speaker(said_by: str | None, record: ArticleRecord) -> Speaker:
    """Return who `said_by` is; a side is told only when the article proves it."""
    if said_by is None:
        return Speaker(None, None, "unknown")
    if said_by == "both":
        return Speaker(None, None, "both")
    people = [one for meeting in record.meetings for one in meeting.participants]
    by_name = _fitting(said_by, people, field="name")
    if by_name:
        return Speaker(by_name.name, by_name.title, by_name.side)
    by_title = _fitting(said_by, people, field="title")
    if by_title:
        title = by_title.title if by_title.name else None
        return Speaker(by_title.name or said_by, title, by_title.side)
    country = next(
        (
            one.country
            for one in record.organisations
            if one.country and _words(one.name) == _words(said_by)
        ),
        None,
    )
    if country is None:
        return Speaker(said_by, None, "unknown")
    return Speaker(said_by, None, "iran" if country == "IR" else "foreign")


def _fitting(
    said_by: str, people: Iterable[Participant], *, field: Literal["name", "title"]
) -> Participant | None:
    """Return the one person whose name or title is `said_by`, or contains it.

    When two different people fit, nobody does: a wrong name is worse than none.
    """
    wanted = _words(said_by)
    exact: dict[tuple[str | None, str | None], Participant] = {}
    wider: dict[tuple[str | None, str | None], Participant] = {}
    for person in people:
        written = getattr(person, field)
        if not written:
            continue
        words = _words(written)
        if words == wanted:
            exact.setdefault((person.name, person.title), person)
        elif f" {wanted} " in f" {words} " or f" {words} " in f" {wanted} ":
            wider.setdefault((person.name, person.title), person)
    fits = exact or wider
    return next(iter(fits.values())) if len(fits) == 1 else None


def _words(text: str) -> str:
    """Return `text` in one spelling, words parted by single spaces."""
    return " ".join(fold(text).text.split())
