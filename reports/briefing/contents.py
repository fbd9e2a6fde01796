"""What a briefing holds: plain frozen records, every claim with its proofs.

Dates are Gregorian, digits ASCII and names codes where the article had codes;
the press turns them into Persian. The JSON form is `briefing.json`.
"""

import datetime
from typing import Literal

import msgspec

from reports.model import (
    Approx,
    ArticleClass,
    MeetingKind,
    MeetingStatus,
    ObstacleCategory,
    ProposalStatus,
    Side,
    Strength,
)

#: The rungs of a proposal, from the lowest.
LADDER: tuple[ProposalStatus, ...] = (
    "raised",
    "supported",
    "agreed",
    "signed",
    "in_execution",
    "done",
)
FOREMOST = 3

SubjectKind = Literal["province", "relation"]


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a briefing is about: a province or the relation with one country."""

    kind: SubjectKind
    slug: str
    code: str
    name: str

    @property
    def path(self) -> str:
        """Return the name others call it by, such as `province/ardabil`."""
        return f"{self.kind}/{self.slug}"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One article that the briefing was made from, under its number in the list."""

    number: int
    article: str
    title: str | None
    outlet: str | None
    published: datetime.date | None
    url: str | None
    sample: bool
    class_: ArticleClass = msgspec.field(name="class")


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The words that prove a claim, and where they were printed.

    `published` is the day of the page, which says nothing of when things happened.
    """

    source: int
    outlet: str | None
    published: datetime.date | None
    quote: str


Proofs = tuple[Proof, ...]


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who took part, named or only titled."""

    name: str | None
    title: str | None
    affiliation: str | None
    country: str | None
    side: Side


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting; `page_date` is told for undated ones and is never their date."""

    kind: MeetingKind
    status: MeetingStatus
    date: datetime.date | None
    date_end: datetime.date | None
    date_text: str | None
    page_date: datetime.date | None
    place: str | None
    people: tuple[Person, ...]
    organisations: tuple[str, ...]
    proofs: Proofs


class Idea(msgspec.Struct, frozen=True, kw_only=True):
    """One proposal, its rung on the ladder and what blocks it."""

    text: str
    topic: str
    proposer: str | None
    inferred: bool
    endorsers: tuple[str, ...]
    status: ProposalStatus
    blocked: bool
    proofs: Proofs


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """The proposals under one heading."""

    code: str
    ideas: tuple[Idea, ...]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said, as the article tells it."""

    speaker: str | None
    title: str | None
    verb: str | None
    text: str
    proofs: Proofs


class Voices(msgspec.Struct, frozen=True, kw_only=True):
    """What one side said; `unknown` where the article does not tell the side."""

    side: Literal["iran", "foreign", "both", "unknown"]
    sayings: tuple[Saying, ...]


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity that an article gives."""

    value: float
    value_max: float | None
    unit: str
    approx: Approx
    what: str | None
    proofs: Proofs


class Hurdle(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stands in the way, or stood there once."""

    text: str
    category: ObstacleCategory
    resolved: bool
    proofs: Proofs


class Pledge(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody undertook to do."""

    by: str | None
    text: str
    strength: Strength
    proofs: Proofs


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of one kind of article: dealings abroad, or those at home."""

    meetings: tuple[Event, ...]
    undated: tuple[Event, ...]
    topics: tuple[Topic, ...]
    voices: tuple[Voices, ...]
    amounts: tuple[Amount, ...]
    hurdles: tuple[Hurdle, ...]
    pledges: tuple[Pledge, ...]

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Return the proposals of all topics."""
        return tuple(idea for topic in self.topics for idea in topic.ideas)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Return what all sides said."""
        return tuple(saying for voices in self.voices for saying in voices.sayings)

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to print."""
        return not any(getattr(self, name) for name in self.__struct_fields__)


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read for the briefing, and what could not be."""

    #: Articles read, whatever they are about.
    read: int
    #: Those that are about the subject, in any period.
    about: int
    #: Those that the briefing uses: the numbered sources.
    used: int
    outlets: tuple[tuple[str | None, int], ...]
    first_page: datetime.date | None
    last_page: datetime.date | None
    #: Articles about the subject whose page bears no date.
    pages_undated: int
    #: Articles about the subject that no date puts into any period.
    outside_time: int
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


class Briefing(msgspec.Struct, frozen=True, kw_only=True):
    """Everything one briefing prints.

    `since` and `until` include both days and are `None` for the period `all`;
    `first` and `last` are the days that the dated events and pages really span.
    """

    subject: Subject
    period: str
    since: datetime.date | None
    until: datetime.date | None
    first: datetime.date | None
    last: datetime.date | None
    sample: bool
    figures: KeyFigures
    chapter: Chapter
    #: A governor and the foreign ministry, an envoy or a trade body; provinces only.
    domestic: Chapter
    coverage: Coverage
    sources: tuple[Source, ...]

    @property
    def foremost(self) -> tuple[Idea, ...]:
        """Return the three proposals that have come furthest, none of mere talk."""
        ideas = [*self.chapter.ideas, *self.domestic.ideas]
        further = [idea for idea in ideas if idea.status != LADDER[0]]
        return tuple(
            sorted(further, key=lambda one: -LADDER.index(one.status))[:FOREMOST]
        )
