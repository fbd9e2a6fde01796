"""Records as the extractor would hand them over; every name and event is invented."""

import datetime

from reports.briefing import Subject
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
