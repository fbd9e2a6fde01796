"""What a briefing is made from, as the store hands it over."""

import datetime

import msgspec

from reports.chronicle import KnownEvent, KnownPerson, KnownThread
from reports.model import ArticleRecord


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet that was read, and its first page day."""

    outlet: str
    since: datetime.date | None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What was read in all, whatever it is about.

    `about` are the articles about the subject of the dossier, `outlets` are those of
    its records, `last_page` is the latest page day of all up to the end of the period,
    and `sample` says that invented articles are among them. `read` and `refused` are
    left to the country: elsewhere, an article about another place would change them.
    """

    read: int | None
    refused: int | None
    about: int
    last_page: datetime.date | None
    outlets: tuple[Watched, ...]
    sample: bool


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known about one subject for a period and the one before.

    `records` are those of every article that tells in the two periods of the subject,
    or that an event or a proposal of them refers to; others do no harm. `events`,
    `threads` and `people` are those about the subject.
    """

    records: tuple[ArticleRecord, ...]
    events: tuple[KnownEvent, ...]
    threads: tuple[KnownThread, ...]
    people: tuple[KnownPerson, ...]
    reading: Reading
