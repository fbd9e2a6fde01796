"""What a letter needs to know of a briefing, read from its `briefing.json`.

Only what letters tell of is named here; whatever else the file holds is passed over.
"""

import datetime
import hashlib

import msgspec

from reports.errors import DeliveryError


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a briefing is about."""

    kind: str
    slug: str
    code: str
    name: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The words that prove a claim, and where they were printed."""

    outlet: str | None
    published: datetime.date | None
    quote: str


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who took part."""

    name: str | None
    title: str | None
    affiliation: str | None


class Event(msgspec.Struct, frozen=True, kw_only=True, tag="event"):
    """A meeting."""

    id: str
    kind: str
    status: str
    date: datetime.date | None
    date_end: datetime.date | None
    place: str | None
    people: tuple[Person, ...]
    proofs: tuple[Proof, ...]


class Idea(msgspec.Struct, frozen=True, kw_only=True, tag="idea"):
    """A proposal."""

    id: str
    text: str
    status: str
    blocked: bool
    proofs: tuple[Proof, ...]


class Hurdle(msgspec.Struct, frozen=True, kw_only=True, tag="hurdle"):
    """Something that stands in the way."""

    text: str
    category: str
    proofs: tuple[Proof, ...]


Matter = Event | Idea | Hurdle


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """The proposals under one heading."""

    ideas: tuple[Idea, ...]


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """All claims of one kind of article."""

    meetings: tuple[Event, ...]
    undated: tuple[Event, ...]
    topics: tuple[Topic, ...]


class KeyFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers that a letter shows."""

    articles: int
    outlets: int
    held: int
    ideas: int
    settled: int
    hurdles: int
    pledges: int


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """The period before."""

    figures: KeyFigures


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """A briefing, as far as letters tell of it."""

    subject: Subject
    period: str
    first: datetime.date | None
    last: datetime.date | None
    sample: bool
    figures: KeyFigures
    before: Before | None
    matters: tuple[Matter, ...]
    chapter: Chapter
    domestic: Chapter

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the meetings of both chapters."""
        chapters = (self.chapter, self.domestic)
        return tuple(one for two in chapters for one in (*two.meetings, *two.undated))

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Return the proposals of both chapters."""
        topics = (*self.chapter.topics, *self.domestic.topics)
        return tuple(idea for topic in topics for idea in topic.ideas)


#: What a reader would call another briefing; the rest, such as how many articles were
#: read on other subjects, may differ without anybody being misinformed.
SUBSTANCE = ("chapter", "domestic", "sample")


def read_contents(json: bytes, *, name: str) -> Contents:
    """Return the contents of a `briefing.json`; `name` is what errors call it."""
    try:
        return msgspec.json.decode(json, type=Contents)
    except msgspec.DecodeError as problem:
        raise DeliveryError(
            name,
            f"another version of the program wrote it ({problem})",
            hint="publish the briefing again",
        ) from problem


def digest(json: bytes) -> str:
    """Return what tells one revision from another: a digest of the claims alone."""
    document = msgspec.json.decode(json)
    claims = {name: document.get(name) for name in SUBSTANCE}
    return hashlib.sha256(msgspec.json.encode(claims, order="sorted")).hexdigest()
