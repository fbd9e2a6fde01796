"""The records that everything is made of: frozen, typed, and each with its proof.

Their JSON form is the contract of `build.py extract`. Gregorian dates, ASCII digits
and ISO codes are inside; Persian digits, Jalali dates and names are made at the door.
`None` means that the text does not say it; it never means that something failed.
"""

import datetime
from typing import Literal

import msgspec

Side = Literal["iran", "foreign"]
ArticleClass = Literal[
    "foreign_meeting",
    "domestic_foreign_relations",
    "planned_or_arrival",
    "statement_only",
    "national_level",
    "no_meeting",
    "domestic_only",
    "commentary",
]
MeetingKind = Literal[
    "meeting",
    "session",
    "delegation_visit",
    "reception",
    "phone_call",
    "webinar",
    "summit",
    "conference",
    "joint_border_committee",
    "border_meeting",
    "mou_signing",
    "site_visit",
    "opening",
    "ceremony",
    "exhibition",
]
MeetingStatus = Literal[
    "held", "planned", "cancelled", "postponed", "denied", "background", "unclear"
]
#: From the lowest rung to the highest.
ProposalStatus = Literal[
    "raised", "supported", "agreed", "signed", "in_execution", "done"
]
Approx = Literal["none", "about", "over", "under", "near"]
ObstacleCategory = Literal[
    "sanction",
    "border_closed",
    "visa",
    "customs",
    "finance",
    "infrastructure",
    "security",
    "cost",
    "bureaucracy",
    "market",
    "other",
]
Strength = Literal["readiness", "soft", "firm", "ordered"]


class Span(msgspec.Struct, frozen=True):
    """A half-open range of code points in an article, as the newspaper printed it."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One news article as a source handed it over.

    `text` is never altered, so spans stay true for ever. The other fields hold what
    the *source* told beside the text; what the text itself tells is in `Page`.
    """

    id: str
    text: str
    origin: str
    title: str | None = None
    published: datetime.date | None = None
    outlet: str | None = None
    url: str | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Where a value was read, and by which rule. No record exists without it.

    `quote == article.text[start:end]`, always. `field` names the field that the
    passage supports, or is `None` when it supports the whole record.
    """

    start: int
    end: int
    field: str | None
    quote: str
    rule: str


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What the page says of itself: headline, page date, outlet."""

    id: str
    title: str | None
    published: datetime.date | None
    outlet: str | None
    url: str | None
    kicker: str | None = None
    lead: str | None = None
    rendering: Literal["body", "whole"] | None = None
    desk_place: str | None = None
    upstream: tuple[str, ...] = ()
    page_date_source: Literal["source", "header", "stamp"] | None = None
    noise_spans: tuple[Span, ...] = ()
    #: A demonstration article of ours; every page it reaches says so.
    sample: bool = False


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """A person or delegation that took part, named or not."""

    name: str | None
    title: str | None
    affiliation: str | None
    country: str | None
    side: Side
    evidence: tuple[Evidence, ...]


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """One encounter: held, planned, or told of as past or cancelled."""

    kind: MeetingKind
    status: MeetingStatus
    date: datetime.date | None
    date_text: str | None
    place: str | None
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    date_end: datetime.date | None = None
    organisations: tuple[str, ...] = ()


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A concrete thing that was asked for, offered or decided."""

    text: str
    topic: str
    proposer: str | None
    endorsers: tuple[str, ...]
    status: ProposalStatus
    blocked: bool
    evidence: tuple[Evidence, ...]
    cue: str | None = None
    #: The named rule that the proposer was inferred by; `None` when it is stated.
    proposer_inferred: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Reported or quoted speech. `speaker` is a name, a title, a body, or `both`."""

    speaker: str | None
    verb: str | None
    text: str
    evidence: tuple[Evidence, ...]
    via: Literal["name", "title", "pronoun", "ellipsis", "both", "according"] | None = (
        None
    )


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity in plain units: 3.5 million people is 3500000 of them."""

    value: float
    value_max: float | None
    unit: str
    approx: Approx
    what: str | None
    evidence: tuple[Evidence, ...]


class Obstacle(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stands in the way."""

    text: str
    category: ObstacleCategory
    evidence: tuple[Evidence, ...]
    resolved: bool = False


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Something that somebody undertook to do."""

    by: str | None
    text: str
    strength: Strength
    evidence: tuple[Evidence, ...]


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A body; `acronym` as written, `role` is `source` for news agencies."""

    name: str
    acronym: str | None
    country: str | None
    evidence: tuple[Evidence, ...]
    role: Literal["party", "mentioned", "source"] = "mentioned"
    acronym_corrected: str | None = None


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A capacity that a side claims, or something it says is already achieved."""

    text: str
    by: str | None
    evidence: tuple[Evidence, ...]


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """All that one article proves. Its JSON form is the contract of `extract`.

    `provinces` are ISO 3166-2 codes, `countries` ISO 3166-1 alpha-2 codes of
    counterparts only; `warnings` are doubts the reader of a report should see.
    """

    article: Page
    relevant: bool
    class_: ArticleClass = msgspec.field(name="class")
    provinces: tuple[str, ...]
    countries: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    proposals: tuple[Proposal, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    obstacles: tuple[Obstacle, ...]
    commitments: tuple[Commitment, ...]
    organisations: tuple[Organisation, ...]
    warnings: tuple[str, ...]
    capacities: tuple[Remark, ...] = ()
    achievements: tuple[Remark, ...] = ()


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """An outline that is filled, drawn along, or both.

    `path` is written in the operators of PDF (m, l, c, h), in points from the lower
    left corner; colours are such as `#0f5c6e`. A shape that stands for a value has a
    `name`.
    """

    path: str
    fill: str | None = None
    stroke: str | None = None
    weight: float = 0.0
    name: str | None = None


class Lettering(msgspec.Struct, frozen=True, kw_only=True):
    """One line of words on a drawing: `side` of it stands at `x`, on the line `y`."""

    text: str
    x: float
    y: float
    side: Literal["left", "center", "right"]
    size: float
    bold: bool
    colour: str


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """Shapes, and words over them, on a sheet of `width` by `height` points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    letterings: tuple[Lettering, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of a chart: a name for each column, then the rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing, what a reader who cannot see it is told, and its numbers.

    `svg` is the same drawing for a browser, its letters as outlines.
    """

    name: str
    svg: bytes
    alt: str
    drawing: Drawing | None = None
    table: Table | None = None
