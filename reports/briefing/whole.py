"""The whole of a briefing: its chapters, what is counted, and what was read for it."""

import datetime
from typing import Literal

import msgspec

from reports.briefing.contents import (
    Chapter,
    Event,
    Hurdle,
    Idea,
    Quiet,
    Source,
    Subject,
)
from reports.model import Side

#: What may stand on the first page as one of the things that matter.
Matter = Event | Idea | Hurdle


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A post that somebody held, and the first and last page day that says so."""

    title: str | None
    affiliation: str | None
    first: datetime.date | None
    last: datetime.date | None


class Official(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named who took part in events of the period, and in how many.

    `spellings` are the other ways in which the name is written.
    """

    id: str
    name: str
    spellings: tuple[str, ...]
    side: Side
    country: str | None
    offices: tuple[Office, ...]
    events: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier issue printed, and what is known today; `None` is nothing.

    `field` is `date`, `status` or `presence`; of the last `now` is always `None`.
    The `text` of an event is its kind.
    """

    id: str
    kind: Literal["event", "thread"]
    text: str
    field: str
    was: str | None
    now: str | None


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """What is otherwise than in the issue of this subject that came out last."""

    period: str
    revision: int
    issued: datetime.date
    changes: tuple[Change, ...]


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet that the briefing quotes, and how many of its articles.

    `since` is its first page that was read at all. `late` marks one that was not read
    yet when the period began, so that counts before and after do not compare.
    """

    name: str | None
    articles: int
    since: datetime.date | None
    late: bool


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read for the briefing, and what could not be."""

    #: Articles read, whatever they are about, and inputs that were refused; only the
    #: briefing on the whole country tells them.
    read: int | None
    refused: int | None
    #: Those that are about the subject, in any period.
    about: int
    #: Those that the briefing uses: the numbered sources.
    used: int
    outlets: tuple[Outlet, ...]
    first_page: datetime.date | None
    last_page: datetime.date | None
    #: Articles used whose page bears no date.
    pages_undated: int
    #: Events that one outlet alone tells of.
    single: int
    unnamed_people: int
    unproposed: int
    warnings: tuple[str, ...]


class KeyFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers on the cover; both chapters are counted."""

    articles: int
    outlets: int
    held: int
    planned: int
    undated: int
    ideas: int
    settled: int
    blocked: int
    sayings: int
    hurdles: int
    pledges: int


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """The period before: its figures, and the days of the meetings held in it."""

    period: str
    since: datetime.date
    until: datetime.date
    figures: KeyFigures
    held: tuple[datetime.date, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What one province or one partner has in the overview of the whole country."""

    code: str
    held: int
    planned: int
    ideas: int
    settled: int
    blocked: int


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """All provinces and all partners, the busiest first.

    `cells` are the held meetings of each pair of them, by their codes.
    """

    provinces: tuple[Row, ...]
    partners: tuple[Row, ...]
    cells: tuple[tuple[str, str, int], ...]


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one briefing prints.

    `since` and `until` include both days and are `None` for the period `all`;
    `first` and `last` are the days that the dated events and pages really span.
    `before` tells of the period before, where there is one.
    """

    subject: Subject
    period: str
    since: datetime.date | None
    until: datetime.date | None
    first: datetime.date | None
    last: datetime.date | None
    sample: bool
    figures: KeyFigures
    before: Before | None
    matters: tuple[Matter, ...]
    chapter: Chapter
    #: A governor and the foreign ministry, an envoy or a trade body; provinces only.
    domestic: Chapter
    quiet: tuple[Quiet, ...]
    changed: Since | None
    officials: tuple[Official, ...]
    #: Only of the country as a whole.
    overview: Overview | None
    coverage: Coverage
    sources: tuple[Source, ...]

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Return the proposals of both chapters."""
        return (*self.chapter.ideas, *self.domestic.ideas)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events of both chapters, with and without a day."""
        return (*self.chapter.events, *self.domestic.events)
