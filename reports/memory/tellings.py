"""What one article tells, cut down to mentions that can be compared."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

import msgspec

from reports.chronicle import (
    EventTold,
    Kind,
    Mention,
    Office,
    PersonTold,
    ProposalTold,
    Ref,
    Who,
    mention_id,
)
from reports.lexicon import key, load
from reports.lexicon.sameness import sameness
from reports.memory.days import quarter
from reports.memory.keys import event_keys, person_keys, thread_keys
from reports.memory.names import name_words
from reports.memory.offices import home, office
from reports.memory.words import nouns, place_words, wording
from reports.model import ArticleRecord, Meeting, Participant

#: More content words of one article are not kept.
MOST_NOUNS = 60


def mentions(record: ArticleRecord, *, identity: str) -> tuple[Mention, ...]:
    """Return the meetings, proposals and named participants that `record` proves.

    An article that is not relevant has none: what it tells is in no briefing.
    """
    if not record.relevant:
        return ()
    return (
        *_events(record, identity),
        *_proposals(record, identity),
        *_people(record, identity),
    )


def _events(record: ArticleRecord, identity: str) -> Iterator[Mention]:
    """Yield a mention for every meeting."""
    content = _nouns(record) if record.meetings else ()
    participant = 0
    for number, meeting in enumerate(record.meetings):
        people = []
        for one in meeting.participants:
            people.append(_who(one, record, Ref(identity, participant)))
            participant += 1
        told = EventTold(
            kind=meeting.kind,
            status=meeting.status,
            date=meeting.date,
            date_end=meeting.date_end,
            date_text=meeting.date_text,
            place=meeting.place,
            place_words=place_words(meeting.place),
            provinces=tuple(sorted(record.provinces)),
            countries=_countries(record, meeting),
            people=tuple(people),
            organisations=tuple(sorted(meeting.organisations)),
            nouns=content,
        )
        day = record.article.published
        yield _mention(
            "event",
            record,
            Ref(identity, number),
            keys=event_keys(told, day=day),
            compared=[day, *_compared(told)],
            told=told,
        )


def _compared(told: EventTold) -> list[object]:
    """Return all of a meeting that is compared: the people without their places."""
    people = sorted(
        (who.name, msgspec.structs.astuple(who.office), who.country or "", who.side)
        for who in told.people
    )
    rest = msgspec.structs.asdict(told)
    for name in ("people", "date_text", "place", "organisations"):
        del rest[name]
    return [people, rest]


def _proposals(record: ArticleRecord, identity: str) -> Iterator[Mention]:
    """Yield a mention for every proposal."""
    for number, proposal in enumerate(record.proposals):
        worded = wording(proposal.text)
        told = ProposalTold(
            text=proposal.text,
            topic=proposal.topic,
            provinces=tuple(sorted(record.provinces)),
            countries=tuple(sorted(record.countries)),
            status=proposal.status,
            blocked=proposal.blocked,
            proposer=proposal.proposer,
            endorsers=proposal.endorsers,
            heads=worded.heads,
            words=worded.words,
        )
        again = proposal.topic in sameness().recurring
        day = record.article.published if again else None
        compared = (
            day,
            told.topic,
            told.provinces,
            told.countries,
            told.heads,
            told.words,
        )
        yield _mention(
            "thread",
            record,
            Ref(identity, number),
            keys=thread_keys(told),
            compared=[*compared],
            told=told,
        )


def _people(record: ArticleRecord, identity: str) -> Iterator[Mention]:
    """Yield a mention for every participant with a name; others are no persons."""
    everyone = (one for meeting in record.meetings for one in meeting.participants)
    for number, one in enumerate(everyone):
        name = name_words(one.name)
        if one.name is None or not name:
            continue
        post = _office(one, record)
        told = PersonTold(
            printed=one.name,
            name=name,
            office=post,
            title=one.title,
            affiliation=one.affiliation,
            country=one.country,
            side=one.side,
            provinces=tuple(sorted(record.provinces)),
            home=home(post, record.provinces),
            season=quarter(record.article.published),
        )
        compared = (name, post, told.country, told.side, told.home, told.season)
        yield _mention(
            "person",
            record,
            Ref(identity, number),
            keys=person_keys(told),
            compared=[*compared],
            told=told,
        )


def _mention(
    kind: Kind,
    record: ArticleRecord,
    ref: Ref,
    *,
    keys: tuple[str, ...],
    compared: list[object],
    told: EventTold | ProposalTold | PersonTold,
) -> Mention:
    """Return one mention, with the digest of all that is compared."""
    page = record.article
    shape = blake2b(msgspec.json.encode(compared), digest_size=12).hexdigest()
    return Mention(
        id=mention_id(kind, ref),
        kind=kind,
        ref=ref,
        day=page.published,
        outlet=page.outlet,
        official=_is_official(page.outlet, page.upstream),
        keys=keys,
        shape=shape,
        told=told,
    )


def _is_official(outlet: str | None, upstream: tuple[str, ...]) -> bool:
    """Tell whether a governorate itself tells it, on its page or through an agency."""
    sources = [key(source) for source in (outlet, *upstream) if source is not None]
    return any(form in source for source in sources for form in sameness().official)


def _who(one: Participant, record: ArticleRecord, ref: Ref) -> Who:
    """Return one participant, levelled."""
    return Who(
        ref=ref,
        name=name_words(one.name),
        office=_office(one, record),
        country=one.country,
        side=one.side,
        printed=one.name,
        title=one.title,
        affiliation=one.affiliation,
    )


def _office(one: Participant, record: ArticleRecord) -> Office:
    """Return the levelled title; `the governor` alone is the one of the article."""
    post = office(one.title, one.country)
    here = record.provinces
    bare = post.role and post.role[-1] == "governor" and not post.seat
    if bare and one.side == "iran" and len(here) == 1:
        return msgspec.structs.replace(post, seat=here)
    return post


def _countries(record: ArticleRecord, meeting: Meeting) -> tuple[str, ...]:
    """Return the states that `meeting` was with, else those of the article."""
    met = {
        one.country
        for one in meeting.participants
        if one.side == "foreign" and one.country is not None
    }
    return tuple(sorted(met or set(record.countries)))


def _nouns(record: ArticleRecord) -> tuple[str, ...]:
    """Return the keys of what the article is about: words, and figures with units."""
    texts = [
        record.article.title or "",
        *(one.text for one in record.proposals),
        *(one.text for one in record.statements),
        *(one.text for one in record.obstacles),
        *(one.text for one in record.capacities),
    ]
    found = nouns(" ".join(texts)) - _place_nouns(record.provinces, record.countries)
    found |= {f"{figure.value:g} {key(figure.unit)}" for figure in record.figures}
    return tuple(sorted(found)[:MOST_NOUNS])


@lru_cache(maxsize=1 << 12)
def _place_nouns(
    provinces: tuple[str, ...], countries: tuple[str, ...]
) -> frozenset[str]:
    """Return the keys of the names of provinces and states: all of them are shared."""
    lexicon = load()
    names = [lexicon.provinces[code].name for code in provinces]
    names += [lexicon.countries[code] for code in countries]
    return frozenset(nouns(" ".join(names)))


def page_order(mention: Mention) -> tuple[bool, datetime.date, Ref]:
    """Return what mentions are ordered by: page day, those without last; then ref."""
    return (mention.day is None, mention.day or datetime.date.min, mention.ref)
