"""Records of invented articles, built or read, and the sets of tellings."""

import datetime
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec

from reports.chronicle import (
    EventTold,
    Kind,
    KnownEvent,
    KnownPerson,
    KnownThread,
    Mention,
    ProposalTold,
    Ref,
)
from reports.extract import extract
from reports.lexicon import key
from reports.memory import NONE, Corrections, mentions, settled
from reports.memory.verdicts import told_as
from reports.model import (
    Article,
    ArticleRecord,
    Evidence,
    Meeting,
    Page,
    Participant,
    Proposal,
)
from reports.text import ZWNJ

TOLD = Path(__file__).parent / "told"
DAY = datetime.date(2025, 11, 12)
PROOF = (Evidence(start=0, end=1, field=None, quote="-", rule="test/rule"),)


def day(number: int) -> datetime.date:
    """Return the day `number` days after an ordinary Wednesday."""
    return DAY + datetime.timedelta(days=number)


def person(
    title: str | None, name: str | None = None, *, of: str = "IR"
) -> Participant:
    """Return a participant who stands for the state `of`."""
    return Participant(
        name=name,
        title=title,
        affiliation=None,
        country=of,
        side="iran" if of == "IR" else "foreign",
        evidence=PROOF,
    )


def meeting(*people: Participant, **told: object) -> Meeting:
    """Return a meeting that was held, if nothing else is said."""
    plain = Meeting(
        kind="meeting",
        status="held",
        date=None,
        date_text=None,
        place=None,
        participants=people,
        evidence=PROOF,
    )
    return msgspec.structs.replace(plain, **told)


def proposal(text: str, topic: str = "general.other", **told: object) -> Proposal:
    """Return a proposal that was raised, if nothing else is said."""
    plain = Proposal(
        text=text,
        topic=topic,
        proposer=None,
        endorsers=(),
        status="raised",
        blocked=False,
        evidence=PROOF,
    )
    return msgspec.structs.replace(plain, **told)


def record(
    *,
    meetings: tuple[Meeting, ...] = (),
    proposals: tuple[Proposal, ...] = (),
    provinces: tuple[str, ...] = ("IR-24",),
    countries: tuple[str, ...] = ("AZ",),
    published: datetime.date | None = DAY,
    outlet: str | None = None,
    title: str | None = None,
) -> ArticleRecord:
    """Return what a relevant article proves."""
    page = Page(id="-", title=title, published=published, outlet=outlet, url=None)
    return ArticleRecord(
        article=page,
        relevant=True,
        class_="foreign_meeting",
        provinces=provinces,
        countries=countries,
        meetings=meetings,
        proposals=proposals,
        statements=(),
        figures=(),
        obstacles=(),
        commitments=(),
        organisations=(),
        warnings=(),
    )


def of_kind(kind: Kind, identity: str, told: ArticleRecord) -> tuple[Mention, ...]:
    """Return the mentions of one kind in an article."""
    return tuple(one for one in mentions(told, identity=identity) if one.kind == kind)


def events(told: Iterable[Mention], by: Corrections = NONE) -> tuple[KnownEvent, ...]:
    """Return the events that the mentions settle to."""
    return tuple(one for one in settled(told, by) if isinstance(one, KnownEvent))


def threads(told: Iterable[Mention], by: Corrections = NONE) -> tuple[KnownThread, ...]:
    """Return the threads that the mentions settle to."""
    return tuple(one for one in settled(told, by) if isinstance(one, KnownThread))


def people(told: Iterable[Mention], by: Corrections = NONE) -> tuple[KnownPerson, ...]:
    """Return the people that the mentions settle to."""
    return tuple(one for one in settled(told, by) if isinstance(one, KnownPerson))


class Told(NamedTuple):
    """A set of tellings: its mentions, labels of those meant, articles left unread."""

    mentions: tuple[Mention, ...]
    labels: Mapping[Ref, str]
    unread: tuple[str, ...]


#: How pages spell: without half-spaces, with spaces in their place, by Arabic letters.
SPELLINGS = {
    "set": str.maketrans({}),
    "glued": str.maketrans({ZWNJ: None}),
    "spaced": str.maketrans({ZWNJ: " "}),
    "Arabic": str.maketrans({"\u06cc": "\u064a", "\u06a9": "\u0643"}),
}


@cache
def told(name: str, spelling: str = "set") -> Told:
    """Read the articles of a set, and label the mentions that they were written for."""
    spelt = SPELLINGS[spelling]
    kind: Kind = "event" if name.startswith("events") else "thread"
    found: list[Mention] = []
    labels: dict[Ref, str] = {}
    unread: list[str] = []
    for entry in tomllib.loads((TOLD / f"{name}.toml").read_text("utf-8"))["article"]:
        article = Article(
            id=entry["id"],
            text=entry["text"].translate(spelt),
            origin="-",
            outlet=entry["outlet"],
            published=entry.get("day"),
        )
        here = mentions(extract(article), identity=entry["id"])
        found += here
        for label, what in entry["tells"].items():
            meant = [one for one in here if one.kind == kind and _is_meant(one, what)]
            meant = meant[:1] if kind == "event" else meant
            labels |= {one.ref: label for one in meant}
            unread += [] if meant else [entry["id"]]
    return Told(tuple(found), labels, tuple(unread))


def _is_meant(mention: Mention, what: str) -> bool:
    """Tell whether a mention is the one that `what` speaks of."""
    if isinstance(mention.told, ProposalTold):
        return key(what) in key(mention.told.text)
    told = told_as(mention, EventTold)
    if what.startswith("kind:"):
        return told.kind == what.removeprefix("kind:")
    names = [key(f"{who.title} {who.printed}") for who in told.people]
    return len(names) > 1 and any(key(what) in one for one in names)


@cache
def told_people(name: str) -> Told:
    """Read a set of participants, each of an article of its own."""
    found: list[Mention] = []
    labels: dict[Ref, str] = {}
    entries = tomllib.loads((TOLD / f"{name}.toml").read_text("utf-8"))["told"]
    for number, entry in enumerate(entries):
        one = person(entry.get("title"), entry["name"], of=entry["country"])
        article = record(
            meetings=(meeting(one),),
            provinces=(entry["province"],),
            published=entry["day"],
        )
        here = of_kind("person", f"{name}-{number}", article)
        found += here
        labels |= {one.ref: entry["who"] for one in here}
    return Told(tuple(found), labels, ())


class Score(NamedTuple):
    """Pairs of labelled mentions: rightly one, wrongly one, wrongly two."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Return the share of joined pairs that are one."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Return the share of pairs that are one which are joined."""
        return self.right / max(self.right + self.missed, 1)


def score(read: Told, kind: Kind) -> Score:
    """Compare what the mentions settle to with their labels, pair by pair.

    An article whose mention was not read at all misses one pair.
    """
    owner = {
        ref: one.id
        for one in settled(read.mentions, NONE)
        if one.id.startswith(kind)
        for ref in one.refs
    }
    right = wrong = 0
    missed = len(read.unread)
    for a, b in combinations(sorted(read.labels), 2):
        one, joined = read.labels[a] == read.labels[b], owner[a] == owner[b]
        right += one and joined
        wrong += joined and not one
        missed += one and not joined
    return Score(right, wrong, missed)
