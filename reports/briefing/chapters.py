"""The claims of one kind of article, sorted into the sections of a briefing."""

import datetime
from collections.abc import Mapping, Sequence

from reports.briefing.contents import (
    Amount,
    Chapter,
    Event,
    Hurdle,
    Idea,
    Person,
    Pledge,
    Saying,
    Source,
    Topic,
    Voices,
)
from reports.briefing.people import VoiceSide, speaker
from reports.briefing.proofs import proofs
from reports.briefing.times import Window, day_of_claims
from reports.model import ArticleRecord, Meeting, MeetingStatus, Side

SIDES: tuple[VoiceSide, ...] = ("iran", "foreign", "both", "unknown")

#: The order of events without a day: what happened first, what was recalled last.
STANDING: tuple[MeetingStatus, ...] = (
    "held",
    "planned",
    "postponed",
    "cancelled",
    "denied",
    "unclear",
    "background",
)

Sourced = tuple[ArticleRecord, Source]


def chapter(
    sourced: Sequence[Sourced],
    window: Window,
    *,
    texts: Mapping[str, str | None],
    known: Mapping[str, Side],
) -> Chapter:
    """Return the claims of `sourced` that belong to the period, each in its order.

    `known` tells the side of people by name, `texts` the texts of articles by id.
    """
    events = [
        _event(meeting, record, source, texts)
        for record, source in sourced
        for meeting in record.meetings
        if (window.touches(meeting) if meeting.date else _page(record) in window)
    ]
    telling = [one for one in sourced if day_of_claims(one[0]) in window]
    return Chapter(
        meetings=tuple(
            sorted(
                (one for one in events if one.date),
                key=lambda one: (one.date or datetime.date.max, one.kind),
            )
        ),
        undated=tuple(
            sorted(
                (one for one in events if one.date is None),
                key=lambda one: STANDING.index(one.status),
            )
        ),
        topics=_topics(telling, texts),
        voices=_voices(telling, texts, known=known),
        amounts=tuple(
            Amount(
                value=one.value,
                value_max=one.value_max,
                unit=one.unit,
                approx=one.approx,
                what=one.what,
                proofs=proofs(one.evidence, source=source, texts=texts),
            )
            for record, source in telling
            for one in record.figures
        ),
        hurdles=tuple(
            Hurdle(
                text=one.text,
                category=one.category,
                resolved=one.resolved,
                proofs=proofs(one.evidence, source=source, texts=texts),
            )
            for record, source in telling
            for one in record.obstacles
        ),
        pledges=tuple(
            Pledge(
                by=one.by,
                text=one.text,
                strength=one.strength,
                proofs=proofs(one.evidence, source=source, texts=texts),
            )
            for record, source in telling
            for one in record.commitments
        ),
    )


def _page(record: ArticleRecord) -> datetime.date | None:
    return record.article.published


def _event(
    meeting: Meeting,
    record: ArticleRecord,
    source: Source,
    texts: Mapping[str, str | None],
) -> Event:
    evidence = [*meeting.evidence]
    for person in meeting.participants:
        evidence += person.evidence
    return Event(
        kind=meeting.kind,
        status=meeting.status,
        date=meeting.date,
        date_end=meeting.date_end,
        date_text=meeting.date_text,
        page_date=_page(record),
        place=meeting.place,
        people=tuple(
            Person(
                name=one.name,
                title=one.title,
                affiliation=one.affiliation,
                country=one.country,
                side=one.side,
            )
            for one in meeting.participants
        ),
        organisations=meeting.organisations,
        proofs=proofs(evidence, source=source, texts=texts),
    )


def _topics(
    sourced: Sequence[Sourced], texts: Mapping[str, str | None]
) -> tuple[Topic, ...]:
    """Return the proposals by topic, the fullest first."""
    groups: dict[str, list[Idea]] = {}
    for record, source in sourced:
        for one in record.proposals:
            top = one.topic.partition(".")[0]
            idea = Idea(
                text=one.text,
                topic=one.topic,
                proposer=one.proposer,
                inferred=one.proposer_inferred is not None,
                endorsers=one.endorsers,
                status=one.status,
                blocked=one.blocked,
                proofs=proofs(one.evidence, source=source, texts=texts),
            )
            groups.setdefault(top, []).append(idea)
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Topic(code=code, ideas=tuple(ideas)) for code, ideas in ranked)


def _voices(
    sourced: Sequence[Sourced],
    texts: Mapping[str, str | None],
    *,
    known: Mapping[str, Side],
) -> tuple[Voices, ...]:
    """Return what was said by each side, in the order of the sources."""
    sides: dict[VoiceSide, list[Saying]] = {}
    for record, source in sourced:
        for one in record.statements:
            who = speaker(one.speaker, record, known=known)
            sides.setdefault(who.side, []).append(
                Saying(
                    speaker=who.name,
                    title=who.title,
                    verb=one.verb,
                    text=one.text,
                    proofs=proofs(one.evidence, source=source, texts=texts),
                )
            )
    return tuple(
        Voices(side=side, sayings=tuple(sides[side])) for side in SIDES if side in sides
    )
