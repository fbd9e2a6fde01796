"""The claims of a briefing, sorted into the sections of a chapter."""

import datetime
from collections.abc import Callable, Hashable, Iterable, Sequence

import msgspec

from reports.briefing.contents import (
    Amount,
    Chapter,
    Claim,
    Dispute,
    Event,
    Hurdle,
    Idea,
    Person,
    Pledge,
    Saying,
    Topic,
    Version,
    Voices,
)
from reports.briefing.people import VoiceSide, speaker
from reports.briefing.sheet import MOST, Sheet, Where, falls
from reports.briefing.threads import idea
from reports.chronicle import Conflict, KnownEvent, KnownThread
from reports.model import ArticleRecord, MeetingStatus, Remark
from reports.text import fold

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


def chapter(
    page: Sheet,
    where: Where,
    *,
    events: Iterable[KnownEvent],
    threads: Iterable[KnownThread],
) -> Chapter:
    """Return the claims that belong to the window of `page`, each in its order."""
    known = [
        _event(one, page)
        for one in events
        if falls(one, page.window) and page.place(one.refs) == where
    ]
    told = page.told(where)
    return Chapter(
        meetings=tuple(
            sorted(
                (one for one in known if one.date),
                key=lambda one: (one.date or datetime.date.max, one.kind, one.id),
            )
        ),
        undated=tuple(
            sorted(
                (one for one in known if one.date is None),
                key=lambda one: (
                    STANDING.index(one.status),
                    one.page_date or datetime.date.max,
                    one.id,
                ),
            )
        ),
        topics=_topics(page, where, threads),
        voices=_voices(told, page),
        amounts=_once(
            (
                Amount(
                    value=one.value,
                    value_max=one.value_max,
                    unit=one.unit,
                    approx=one.approx,
                    what=one.what,
                    proofs=page.proof(record, one.evidence),
                )
                for record in told
                for one in record.figures
            ),
            key=lambda one: (one.value, one.value_max, one.unit, _level(one.what)),
        ),
        hurdles=_once(
            (
                Hurdle(
                    text=one.text,
                    category=one.category,
                    resolved=one.resolved,
                    proofs=page.proof(record, one.evidence),
                )
                for record in told
                for one in record.obstacles
            ),
            key=lambda one: (_level(one.text), one.resolved),
        ),
        pledges=_once(
            (
                Pledge(
                    by=one.by,
                    text=one.text,
                    strength=one.strength,
                    proofs=page.proof(record, one.evidence),
                )
                for record in told
                for one in record.commitments
            ),
            key=lambda one: (_level(one.by), _level(one.text)),
        ),
        capacities=_claims(told, page, lambda record: record.capacities),
        achievements=_claims(told, page, lambda record: record.achievements),
    )


def _event(known: KnownEvent, page: Sheet) -> Event:
    """Return an event with the words of every article that tells of it."""
    tellings = page.meetings(known.refs)
    evidence = {
        ref: (
            *meeting.evidence,
            *(found for one in meeting.participants for found in one.evidence),
        )
        for ref, meeting in tellings.items()
    }
    announced = [step.day for step in known.history if step.status == "planned"]
    return Event(
        id=known.id,
        kind=known.kind,
        status=known.status,
        date=known.date,
        date_end=known.date_end,
        date_text=known.date_text,
        page_date=known.first,
        place=known.place,
        people=tuple(
            Person(
                name=one.name,
                title=one.title,
                affiliation=one.affiliation,
                country=one.country,
                side=one.side,
            )
            for one in known.people
        ),
        organisations=known.organisations,
        provinces=known.provinces,
        countries=known.countries,
        trip=known.trip,
        announced=announced[0] if announced and known.status != "planned" else None,
        outlets=len(known.outlets),
        disputes=tuple(
            found for one in known.conflicts if (found := _dispute(one, page))
        ),
        proofs=page.proofs(evidence),
    )


def _dispute(conflict: Conflict, page: Sheet) -> Dispute | None:
    """Return what sources tell differently, when at least two of them are at hand."""
    versions = [
        Version(one.value, numbers)
        for one in conflict.tellings
        if (
            numbers := tuple(
                sorted(
                    {
                        page.sources[ref.article].number
                        for ref in one.refs
                        if ref.article in page
                    }
                )
            )
        )
    ]
    if len(versions) < 2:
        return None
    return Dispute(field=conflict.field, about=conflict.about, versions=tuple(versions))


def _topics(
    page: Sheet, where: Where, threads: Iterable[KnownThread]
) -> tuple[Topic, ...]:
    """Return the proposals by topic, the fullest first."""
    groups: dict[str, list[Idea]] = {}
    for one in threads:
        told = [ref for ref in one.refs if ref.article in page.telling]
        if told and page.place(told) == where:
            groups.setdefault(one.topic.partition(".")[0], []).append(idea(one, page))
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        Topic(
            code=code,
            ideas=tuple(sorted(ideas, key=lambda one: (one.proofs[0].source, one.id))),
        )
        for code, ideas in ranked
    )


def _voices(told: Sequence[ArticleRecord], page: Sheet) -> tuple[Voices, ...]:
    """Return what was said by each side, in the order of the sources."""
    sides: dict[VoiceSide, list[Saying]] = {}
    for record in told:
        for one in record.statements:
            who = speaker(one.speaker, record, known=page.sides)
            sides.setdefault(who.side, []).append(
                Saying(
                    speaker=who.name,
                    title=who.title,
                    verb=one.verb,
                    text=one.text,
                    proofs=page.proof(record, one.evidence),
                )
            )
    return tuple(
        Voices(
            side=side,
            sayings=_once(
                sides[side], key=lambda one: (_level(one.speaker), _level(one.text))
            ),
        )
        for side in SIDES
        if side in sides
    )


def _claims(
    told: Sequence[ArticleRecord],
    page: Sheet,
    remarks: Callable[[ArticleRecord], Sequence[Remark]],
) -> tuple[Claim, ...]:
    """Return what the sides say of themselves."""
    return _once(
        (
            Claim(by=one.by, text=one.text, proofs=page.proof(record, one.evidence))
            for record in told
            for one in remarks(record)
        ),
        key=lambda one: (_level(one.by), _level(one.text)),
    )


def _once[Told: Amount | Hurdle | Pledge | Claim | Saying](
    claims: Iterable[Told], *, key: Callable[[Told], Hashable]
) -> tuple[Told, ...]:
    """Return `claims`, those of equal key as one with the proofs of all."""
    kept: dict[Hashable, Told] = {}
    for one in claims:
        same = kept.get(key(one), one)
        proofs = tuple(dict.fromkeys((*same.proofs, *one.proofs)))[:MOST]
        kept[key(one)] = msgspec.structs.replace(same, proofs=proofs)
    return tuple(kept.values())


def _level(text: str | None) -> str | None:
    """Return `text` in one spelling, to compare."""
    return None if text is None else " ".join(fold(text).text.split())
