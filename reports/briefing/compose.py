"""From records, a subject and a period to the contents of its briefing. Pure."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from reports.briefing.chapters import chapter
from reports.briefing.contents import Briefing, Chapter, Source, Subject
from reports.briefing.counts import coverage, key_figures
from reports.briefing.people import known_sides
from reports.briefing.proofs import readable
from reports.briefing.times import Window, day_of_claims
from reports.model import ArticleRecord


def subjects(
    records: Iterable[ArticleRecord], *, named: Mapping[str, Subject]
) -> tuple[Subject, ...]:
    """Return every province and relation found in `records`, provinces first.

    `named` tells the subject of each code. A code without a name is left out.
    """
    codes = {
        code
        for record in records
        for code in (*record.provinces, *record.countries)
        if code in named and about(record, named[code])
    }
    return tuple(sorted((named[code] for code in codes), key=lambda one: one.path))


def about(record: ArticleRecord, subject: Subject) -> bool:
    """Say whether an article belongs to the briefings on `subject`.

    Dealings of a province with our own foreign service belong to no relation.
    """
    if not record.relevant:
        return False
    if subject.kind == "province":
        return subject.code in record.provinces
    return (
        record.class_ != "domestic_foreign_relations"
        and subject.code in record.countries
    )


def compose(
    records: Iterable[ArticleRecord],
    subject: Subject,
    *,
    period: str,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    text_of: Callable[[str], str | None] = lambda _: None,
) -> Briefing:
    """Return the briefing on `subject` for the days from `since` to `until`.

    `text_of` returns the text of an article by its id, or `None`; where it is at hand,
    proofs quote the whole sentence. Sources are numbered by the day of their page,
    undated ones last.
    """
    read = tuple(records)
    window = Window(since, until)
    own = tuple(record for record in read if about(record, subject))
    used = sorted((one for one in own if _speaks(one, window)), key=_page_order)
    sourced = tuple((one, _source(one, number)) for number, one in enumerate(used, 1))
    abroad = tuple(one for one in sourced if not _is_domestic(one[0]))
    at_home = tuple(one for one in sourced if _is_domestic(one[0]))
    texts = {
        one.article.id: readable(text_of(one.article.id), one.article) for one in used
    }
    known = known_sides(read)
    foreign = chapter(abroad, window, texts=texts, known=known)
    domestic = chapter(at_home, window, texts=texts, known=known)
    days = _days((foreign, domestic), used)
    return Briefing(
        subject=subject,
        period=period,
        since=since,
        until=until,
        first=min(days, default=None),
        last=max(days, default=None),
        sample=any(one.article.sample for one in used or read),
        figures=key_figures((foreign, domestic), used),
        chapter=foreign,
        domestic=domestic,
        coverage=coverage(read, own, used=used, chapters=(foreign, domestic)),
        sources=tuple(source for _, source in sourced),
    )


def _is_domestic(record: ArticleRecord) -> bool:
    return record.class_ == "domestic_foreign_relations"


def _speaks(record: ArticleRecord, window: Window) -> bool:
    """Say whether anything in the article belongs to the period."""
    return day_of_claims(record) in window or any(
        window.touches(one) if one.date else record.article.published in window
        for one in record.meetings
    )


def _page_order(record: ArticleRecord) -> tuple[datetime.date, str]:
    page = record.article
    return page.published or datetime.date.max, page.id


def _source(record: ArticleRecord, number: int) -> Source:
    page = record.article
    return Source(
        number=number,
        article=page.id,
        title=page.title,
        outlet=page.outlet,
        published=page.published,
        url=page.url,
        sample=page.sample,
        class_=record.class_,
    )


def _days(
    chapters: Sequence[Chapter], used: Sequence[ArticleRecord]
) -> list[datetime.date]:
    """Return the days of events that took place and of the pages."""
    events = [event for one in chapters for event in one.meetings]
    found = [event.date for event in events if event.status == "held"]
    found += [event.date_end for event in events if event.status == "held"]
    found += [record.article.published for record in used]
    return [day for day in found if day is not None]
