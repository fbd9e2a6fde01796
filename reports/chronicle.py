"""What many articles together tell: events, proposals followed over time, and people.

`memory` makes these records out of what single articles prove, the store keeps them.
They hold no text of an article: every `Ref` leads to a record of one article, and that
record holds its evidence. Their JSON form is how the store keeps them.

`Mention` is what goes in: one meeting, proposal or participant of one article, cut
down to what is compared. `KnownEvent`, `KnownThread` and `KnownPerson` come out.
"""

import datetime
from base64 import b32encode
from hashlib import blake2b
from typing import Literal

import msgspec

from reports.model import MeetingKind, MeetingStatus, ProposalStatus, Side

Kind = Literal["event", "thread", "person"]
ConflictField = Literal["date", "place", "provinces", "name", "title"]


class Ref(msgspec.Struct, frozen=True, order=True):
    """The nth meeting, proposal or participant of one article, counted from 0.

    Participants are counted through all meetings of the record in order, named or not.
    Which of the three is meant is said by the record that holds the reference.
    """

    article: str
    number: int


def mention_id(kind: Kind, ref: Ref) -> str:
    """Return the short name of one mention; a known thing has that of its earliest."""
    told = f"{kind}\n{ref.article}\n{ref.number}".encode()
    letters = b32encode(blake2b(told, digest_size=10).digest()).decode().lower()
    return f"{kind}-{letters[:12]}"


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A title, levelled to compare: `deputy`, `governor`; of what; over where.

    `posted` are places inside the host country: a consul in Tabriz or in Rasht.
    """

    role: tuple[str, ...]
    field: tuple[str, ...]
    seat: tuple[str, ...]
    posted: tuple[str, ...]
    former: bool


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """One participant of an encounter, as one article has it, levelled to compare.

    `name` holds the levelled words of the name; `ref` is that of the participant.
    """

    ref: Ref
    name: tuple[str, ...]
    office: Office
    country: str | None
    side: Side
    printed: str | None
    title: str | None
    affiliation: str | None


class EventTold(msgspec.Struct, frozen=True, kw_only=True, tag="event"):
    """A meeting of one article, cut down to what is compared.

    `nouns` are the content words of what was talked about, numbers among them.
    """

    kind: MeetingKind
    status: MeetingStatus
    date: datetime.date | None
    date_end: datetime.date | None
    date_text: str | None
    place: str | None
    place_words: tuple[str, ...]
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    people: tuple[Who, ...]
    organisations: tuple[str, ...]
    nouns: tuple[str, ...]


class ProposalTold(msgspec.Struct, frozen=True, kw_only=True, tag="thread"):
    """A proposal of one article, cut down to what is compared.

    `heads` are the classes of its verbal nouns, `words` its other content words in
    reading order, so that the first of them is its object.
    """

    text: str
    topic: str
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    status: ProposalStatus
    blocked: bool
    proposer: str | None
    endorsers: tuple[str, ...]
    heads: tuple[str, ...]
    words: tuple[str, ...]


class PersonTold(msgspec.Struct, frozen=True, kw_only=True, tag="person"):
    """A named participant of one article, cut down to what is compared.

    `home` are the provinces that tie two posts of a person together. `season` is the
    quarter of a year that the page is of: a surname alone is somebody's of that time.
    """

    printed: str
    name: tuple[str, ...]
    office: Office
    title: str | None
    affiliation: str | None
    country: str | None
    side: Side
    provinces: tuple[str, ...]
    home: tuple[str, ...]
    season: int | None


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting, proposal or named participant of one article, ready to compare.

    Two mentions that may be one share at least one of `keys`. `shape` is a digest of
    all that is compared: mentions of equal shape compare alike with every other, so
    that comparing one of them is enough. `day` is the page day.
    """

    id: str
    kind: Kind
    ref: Ref
    day: datetime.date | None
    outlet: str | None
    official: bool
    keys: tuple[str, ...]
    shape: str
    told: EventTold | ProposalTold | PersonTold


class Join(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """Why two mentions belong together: the rule, and what it saw.

    Rules named `trip/...` put a meeting under a trip; all others make one of two.
    """

    a: Ref
    b: Ref
    rule: str
    because: str


class Telling(msgspec.Struct, frozen=True):
    """One value, and the mentions that tell it."""

    value: str
    refs: tuple[Ref, ...]


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A matter that sources tell differently; the first telling is the one printed.

    The most outlets win, then a governorate over others, then the earliest. `about`
    says whose name or title it is, where the field alone does not.
    """

    field: ConflictField
    about: str | None
    tellings: tuple[Telling, ...]


class Attendee(msgspec.Struct, frozen=True, kw_only=True):
    """One who took part in an event; `refs` are those of the participants."""

    name: str | None
    title: str | None
    affiliation: str | None
    country: str | None
    side: Side
    refs: tuple[Ref, ...]


class EventStep(msgspec.Struct, frozen=True, kw_only=True):
    """What a page of `day` said of an event: planned for `date`, held, cancelled."""

    day: datetime.date | None
    status: MeetingStatus
    date: datetime.date | None
    ref: Ref


class KnownEvent(msgspec.Struct, frozen=True, kw_only=True, tag="event"):
    """One encounter with all that tell of it.

    `date` is the day of the event, `first` and `last` are page days. `history` tells
    how it was announced, moved and held. `trip` is the id of the journey it is part of.
    """

    id: str
    kind: MeetingKind
    status: MeetingStatus
    date: datetime.date | None
    date_end: datetime.date | None
    date_text: str | None
    place: str | None
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    people: tuple[Attendee, ...]
    organisations: tuple[str, ...]
    outlets: tuple[str, ...]
    first: datetime.date | None
    last: datetime.date | None
    history: tuple[EventStep, ...]
    trip: str | None
    refs: tuple[Ref, ...]
    conflicts: tuple[Conflict, ...]
    joins: tuple[Join, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """How far a proposal was on the page of `day`, and whether it was blocked."""

    day: datetime.date | None
    status: ProposalStatus
    blocked: bool
    ref: Ref


class KnownThread(msgspec.Struct, frozen=True, kw_only=True, tag="thread"):
    """One proposal followed over all articles.

    `status` is the highest rung ever told; a later, lower telling stays in `steps`.
    `blocked` is what the last page that told of it says.
    """

    id: str
    text: str
    topic: str
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    status: ProposalStatus
    blocked: bool
    proposers: tuple[Telling, ...]
    supporters: tuple[Telling, ...]
    variants: tuple[Telling, ...]
    steps: tuple[Step, ...]
    outlets: tuple[str, ...]
    first: datetime.date | None
    last: datetime.date | None
    refs: tuple[Ref, ...]
    joins: tuple[Join, ...]


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post that a person held, and the first and last page day that says so."""

    title: str | None
    affiliation: str | None
    country: str | None
    side: Side
    provinces: tuple[str, ...]
    first: datetime.date | None
    last: datetime.date | None
    refs: tuple[Ref, ...]


class KnownPerson(msgspec.Struct, frozen=True, kw_only=True, tag="person"):
    """One named person, every spelling of the name, and the posts over time."""

    id: str
    name: str
    variants: tuple[Telling, ...]
    posts: tuple[Post, ...]
    first: datetime.date | None
    last: datetime.date | None
    refs: tuple[Ref, ...]
    joins: tuple[Join, ...]


Known = KnownEvent | KnownThread | KnownPerson


class IssuedItem(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """An event or a proposal as a briefing printed it.

    The `text` of an event is its kind, and `date` is its day.
    """

    id: str
    kind: Literal["event", "thread"]
    text: str
    status: str
    date: datetime.date | None


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """One briefing as it was issued; `digest` is that of its contents.

    `subject` is as `province/ardabil`, `period` as `1404-q3`. When the contents of a
    period change and it is issued again, `revision` counts on from 1.
    """

    subject: str
    period: str
    since: datetime.date | None
    until: datetime.date | None
    issued: datetime.datetime
    digest: str
    printed: tuple[IssuedItem, ...]
    revision: int = 0
