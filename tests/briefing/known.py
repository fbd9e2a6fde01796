"""What is known when no two articles tell of one thing, and dossiers of it."""

from collections.abc import Iterable

from reports.briefing import Dossier, Reading, Watched
from reports.briefing.contents import LADDER
from reports.chronicle import (
    Attendee,
    EventStep,
    KnownEvent,
    KnownPerson,
    KnownThread,
    Post,
    Ref,
    Step,
    Telling,
    mention_id,
)
from reports.model import ArticleRecord, Participant, Side


def known_event(told: ArticleRecord, number: int) -> KnownEvent:
    """Return the nth meeting of an article as an event that nobody else tells of."""
    one, page = told.meetings[number], told.article
    ref = Ref(page.id, number)
    before = sum(len(other.participants) for other in told.meetings[:number])
    return KnownEvent(
        id=mention_id("event", ref),
        kind=one.kind,
        status=one.status,
        date=one.date,
        date_end=one.date_end,
        date_text=one.date_text,
        place=one.place,
        provinces=told.provinces,
        countries=told.countries,
        people=tuple(
            Attendee(
                name=person.name,
                title=person.title,
                affiliation=person.affiliation,
                country=person.country,
                side=person.side,
                refs=(Ref(page.id, before + place),),
            )
            for place, person in enumerate(one.participants)
        ),
        organisations=one.organisations,
        outlets=(page.outlet,) if page.outlet else (),
        first=page.published,
        last=page.published,
        history=(
            EventStep(day=page.published, status=one.status, date=one.date, ref=ref),
        ),
        trip=None,
        refs=(ref,),
        conflicts=(),
        joins=(),
    )


def known_thread(told: Iterable[tuple[ArticleRecord, int]]) -> KnownThread:
    """Return the thread of one proposal that articles tell, the earliest first."""
    tellings = [
        (record, record.proposals[number], Ref(record.article.id, number))
        for record, number in told
    ]
    record, first, ref = tellings[0]
    refs = tuple(ref for _, _, ref in tellings)
    days = [one.article.published for one, _, _ in tellings if one.article.published]
    return KnownThread(
        id=mention_id("thread", ref),
        text=first.text,
        topic=first.topic,
        provinces=record.provinces,
        countries=record.countries,
        status=max((one.status for _, one, _ in tellings), key=LADDER.index),
        blocked=tellings[-1][1].blocked,
        proposers=(Telling(first.proposer, refs),) if first.proposer else (),
        supporters=tuple(Telling(name, refs) for name in first.endorsers),
        variants=(Telling(first.text, refs),),
        steps=tuple(
            Step(
                day=one.article.published,
                status=proposal.status,
                blocked=proposal.blocked,
                ref=ref,
            )
            for one, proposal, ref in tellings
        ),
        outlets=(),
        first=min(days, default=None),
        last=max(days, default=None),
        refs=refs,
        joins=(),
    )


def known_people(records: Iterable[ArticleRecord]) -> tuple[KnownPerson, ...]:
    """Return everybody named, whoever bears one name on one side being one person."""
    seen: dict[tuple[str, Side], list[tuple[ArticleRecord, Participant, Ref]]] = {}
    for told in records:
        people = [one for meeting in told.meetings for one in meeting.participants]
        for number, one in enumerate(people):
            if one.name:
                key = (one.name, one.side)
                seen.setdefault(key, []).append(
                    (told, one, Ref(told.article.id, number))
                )
    return tuple(
        KnownPerson(
            id=mention_id("person", found[0][2]),
            name=name,
            variants=(Telling(name, tuple(ref for _, _, ref in found)),),
            posts=(
                Post(
                    title=found[0][1].title,
                    affiliation=found[0][1].affiliation,
                    country=found[0][1].country,
                    side=side,
                    provinces=found[0][0].provinces,
                    first=found[0][0].article.published,
                    last=found[-1][0].article.published,
                    refs=tuple(ref for _, _, ref in found),
                ),
            ),
            first=found[0][0].article.published,
            last=found[-1][0].article.published,
            refs=tuple(ref for _, _, ref in found),
            joins=(),
        )
        for (name, side), found in seen.items()
    )


def dossier_of(
    *records: ArticleRecord,
    events: tuple[KnownEvent, ...] | None = None,
    threads: tuple[KnownThread, ...] | None = None,
) -> Dossier:
    """Return what is known when no two articles tell of the same thing.

    `events` and `threads` take the place of what is made of the records.
    """
    relevant = [one for one in records if one.relevant]
    pages = [one.article for one in records]
    days = [one.published for one in pages if one.published]
    return Dossier(
        records=records,
        events=events
        if events is not None
        else tuple(
            known_event(one, number)
            for one in relevant
            for number in range(len(one.meetings))
        ),
        threads=threads
        if threads is not None
        else tuple(
            known_thread([(one, number)])
            for one in relevant
            for number in range(len(one.proposals))
        ),
        people=known_people(relevant),
        reading=Reading(
            read=len(records),
            refused=0,
            about=len(relevant),
            last_page=max(days, default=None),
            outlets=tuple(
                Watched(
                    outlet=outlet,
                    since=min(
                        one.published
                        for one in pages
                        if one.outlet == outlet and one.published
                    ),
                )
                for outlet in sorted({one.outlet for one in pages if one.outlet})
                if any(one.outlet == outlet and one.published for one in pages)
            ),
            sample=any(one.sample for one in pages),
        ),
    )
