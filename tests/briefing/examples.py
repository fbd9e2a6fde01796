"""Records as the extractor would hand them over; every name and event is invented."""

import datetime
from collections.abc import Iterable

from reports.briefing import Dossier, Reading, Subject, Watched
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
from reports.model import (
    ArticleClass,
    ArticleRecord,
    Commitment,
    Evidence,
    Figure,
    Meeting,
    MeetingStatus,
    Obstacle,
    Organisation,
    Page,
    Participant,
    Proposal,
    ProposalStatus,
    Side,
    Statement,
)

ARDABIL = Subject(kind="province", slug="ardabil", code="IR-24", name="اردبیل")
AZERBAIJAN = Subject(kind="relation", slug="az", code="AZ", name="جمهوری آذربایجان")
IRAN = Subject(kind="country", slug="ir", code="IR", name="ایران")
NAMED = {one.code: one for one in (ARDABIL, AZERBAIJAN)}

TEXT = (
    "استاندار اردبیل خواستار افزایش تردد کامیون‌ها شد. "
    "کامران نیک‌پی در دیدار با معاون وزیر اقتصاد جمهوری آذربایجان گفت: ساخت بارانداز "
    "ریلی مشترک (ASTARA) پیشنهاد ماست.\n"
    "ارسلان مرادف نیز از ساخت بارانداز استقبال کرد و گفت: این طرح را پیگیری می‌کنیم. "
    "او افزود سالانه ۱۲۵۰۰ تن بار از این مرز می‌گذرد و تشریفات گمرکی کند است."
)


def proof(quote: str, *, field: str | None = None, text: str = TEXT) -> Evidence:
    start = text.index(quote)
    return Evidence(
        start=start, end=start + len(quote), field=field, quote=quote, rule="test/rule"
    )


GOVERNOR = Participant(
    name="کامران نیک‌پی",
    title="استاندار اردبیل",
    affiliation="استانداری اردبیل",
    country="IR",
    side="iran",
    evidence=(proof("کامران نیک‌پی", field="name"),),
)
GUEST = Participant(
    name="ارسلان مرادف",
    title="معاون وزیر اقتصاد جمهوری آذربایجان",
    affiliation=None,
    country="AZ",
    side="foreign",
    evidence=(proof("ارسلان مرادف", field="name"),),
)
MINISTRY = Participant(
    name=None,
    title="معاون دیپلماسی اقتصادی وزیر امور خارجه",
    affiliation="وزارت امور خارجه",
    country="IR",
    side="iran",
    evidence=(proof("کامران نیک‌پی", field="title"),),
)


def meeting(
    date: datetime.date | None = None,
    *,
    status: MeetingStatus = "held",
    people: tuple[Participant, ...] = (GOVERNOR, GUEST),
    date_text: str | None = None,
) -> Meeting:
    return Meeting(
        kind="meeting",
        status=status,
        date=date,
        date_text=date_text,
        place="آستارا",
        participants=people,
        evidence=(proof("در دیدار با معاون وزیر اقتصاد"),),
    )


def proposal(
    text: str = "ساخت بارانداز ریلی مشترک",
    *,
    topic: str = "transport.rail",
    status: ProposalStatus = "supported",
    blocked: bool = False,
) -> Proposal:
    return Proposal(
        text=text,
        topic=topic,
        proposer="کامران نیک‌پی",
        endorsers=("ارسلان مرادف",) if status != "raised" else (),
        status=status,
        blocked=blocked,
        evidence=(
            proof("ساخت بارانداز ریلی مشترک"),
            proof("از ساخت بارانداز استقبال کرد", field="status"),
        ),
    )


def statement(speaker: str | None, text: str = "این طرح پیگیری می‌شود") -> Statement:
    return Statement(
        speaker=speaker,
        verb="گفت",
        text=text,
        evidence=(proof("این طرح را پیگیری می‌کنیم"),),
    )


def record(
    id_: str,
    *,
    published: datetime.date | None = None,
    outlet: str | None = "خبرگزاری نمونهٔ آزمون",
    class_: ArticleClass = "foreign_meeting",
    relevant: bool = True,
    provinces: tuple[str, ...] = ("IR-24",),
    countries: tuple[str, ...] = ("AZ",),
    meetings: tuple[Meeting, ...] = (),
    proposals: tuple[Proposal, ...] = (),
    statements: tuple[Statement, ...] = (),
    sample: bool = False,
) -> ArticleRecord:
    return ArticleRecord(
        article=Page(
            id=id_,
            title=f"خبر {id_}",
            published=published,
            outlet=outlet,
            url=f"https://example.org/{id_}",
            sample=sample,
        ),
        relevant=relevant,
        class_=class_,
        provinces=provinces,
        countries=countries,
        meetings=meetings,
        proposals=proposals,
        statements=statements,
        figures=(
            Figure(
                value=12500,
                value_max=None,
                unit="تن",
                approx="about",
                what="بار گذرنده از مرز در سال",
                evidence=(proof("سالانه ۱۲۵۰۰ تن بار"),),
            ),
        ),
        obstacles=(
            Obstacle(
                text="کندی تشریفات گمرکی",
                category="customs",
                evidence=(proof("تشریفات گمرکی کند است"),),
            ),
        ),
        commitments=(
            Commitment(
                by="ارسلان مرادف",
                text="پیگیری طرح بارانداز",
                strength="soft",
                evidence=(proof("این طرح را پیگیری می‌کنیم"),),
            ),
        ),
        organisations=(
            Organisation(
                name="گمرک جمهوری آذربایجان",
                acronym=None,
                country="AZ",
                evidence=(proof("تشریفات گمرکی"),),
            ),
        ),
        warnings=(),
    )


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2025, month, number)


#: Azar 1404 is 22 November to 21 December 2025.
DATED = record(
    "a1",
    published=day(12, 13),
    meetings=(meeting(day(12, 12)),),
    proposals=(
        proposal(),
        proposal("افزایش تردد کامیون‌ها", topic="transport.truck", status="raised"),
        proposal(
            "تشکیل کمیتهٔ مشترک گمرکی",
            topic="customs.procedure",
            status="agreed",
            blocked=True,
        ),
    ),
    statements=(
        statement("نیک‌پی", "بارانداز ریلی پیشنهاد استان است"),
        statement("معاون وزیر اقتصاد جمهوری آذربایجان"),
        statement("گمرک جمهوری آذربایجان"),
        statement("یک فعال اقتصادی"),
        statement("both", "مرز باید شبانه‌روزی باشد"),
    ),
)
UNDATED = record(
    "b2",
    published=day(12, 20),
    outlet=None,
    meetings=(meeting(None, date_text="هفتهٔ گذشته"), meeting(None, status="planned")),
)
TIMELESS = record("c3", meetings=(meeting(None, status="background"),))
HOME = record(
    "d4",
    published=day(12, 1),
    class_="domestic_foreign_relations",
    countries=("AZ",),
    meetings=(meeting(None, people=(GOVERNOR, MINISTRY)),),
    proposals=(proposal("واگذاری اختیار به استان", topic="diplo.devolution"),),
    statements=(statement("کامران نیک‌پی"),),
)
OLDER = record("e5", published=day(9, 2), meetings=(meeting(day(9, 1)),))
IRRELEVANT = record("f6", published=day(12, 2), relevant=False)


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


def dossier(
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


USUAL = (DATED, UNDATED, TIMELESS, HOME, OLDER, IRRELEVANT)


def many(count: int = 60) -> tuple[ArticleRecord, ...]:
    """Return so many records that every table runs over several pages."""
    return tuple(
        record(
            f"n{number:03}",
            published=day(1, 1) + datetime.timedelta(days=5 * number),
            meetings=(meeting(day(1, 1) + datetime.timedelta(days=5 * number)),),
            proposals=(proposal(f"پیشنهاد آزمایشی شمارهٔ {number}"),),
            statements=(statement("کامران نیک‌پی", f"گفتهٔ شمارهٔ {number}"),),
            sample=True,
        )
        for number in range(count)
    )
