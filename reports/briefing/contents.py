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

SubjectKind = Literal["province", "relation", "country"]

#: What a period did to a proposal: first told in it, told further on or of a new
#: obstacle, or told again as it was.
Movement = Literal["new", "moved", "repeated"]


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a briefing is about: a province, the relation with one country, or all."""

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


class Version(msgspec.Struct, frozen=True):
    """One of several values that sources give, with the numbers of these sources."""

    value: str
    sources: tuple[int, ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """What sources tell differently; the first version is the one printed.

    `about` says whose name or title it is. Days are written as Gregorian days.
    """

    field: str
    about: str | None
    versions: tuple[Version, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True, tag="event"):
    """A meeting, once, however many told of it.

    `page_date` is told for undated ones and is never their date. `trip` is the id of
    the journey that it was part of, `announced` the page day of its announcement.
    """

    id: str
    kind: MeetingKind
    status: MeetingStatus
    date: datetime.date | None
    date_end: datetime.date | None
    date_text: str | None
    page_date: datetime.date | None
    place: str | None
    people: tuple[Person, ...]
    organisations: tuple[str, ...]
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    trip: str | None
    announced: datetime.date | None
    outlets: int
    disputes: tuple[Dispute, ...]
    proofs: Proofs


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """How far a proposal was, by a page of `day`."""

    day: datetime.date | None
    status: ProposalStatus
    blocked: bool


class Idea(msgspec.Struct, frozen=True, kw_only=True, tag="idea"):
    """One proposal followed over the pages, as it stood at the end of the period.

    `first` and `last` are page days. `was` is its rung before the period, and
    `movement` what the period did to it; both are `None` where the period has no
    beginning. `steps` are the pages on which its rung or its obstacle changed.
    """

    id: str
    text: str
    topic: str
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    proposer: str | None
    inferred: bool
    endorsers: tuple[str, ...]
    status: ProposalStatus
    blocked: bool
    first: datetime.date | None
    last: datetime.date | None
    was: ProposalStatus | None
    movement: Movement | None
    steps: tuple[Rung, ...]
    proofs: Proofs


class Quiet(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal of earlier periods that nobody told of in this one.

    `days` are those from its last page to the end of the period, or to the last page
    that was read where the period is not over.
    """

    id: str
    text: str
    topic: str
    status: ProposalStatus
    blocked: bool
    last: datetime.date
    days: int


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


class Hurdle(msgspec.Struct, frozen=True, kw_only=True, tag="hurdle"):
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


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A capacity that a side says it has, or something it says is achieved."""

    by: str | None
    text: str
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
    capacities: tuple[Claim, ...]
    achievements: tuple[Claim, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the dated events and then the undated ones."""
        return (*self.meetings, *self.undated)

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
