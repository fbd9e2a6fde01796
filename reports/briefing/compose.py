"""From a dossier, a subject and a period to the contents of a briefing. Pure."""

import datetime
from collections.abc import Callable, Iterable, Mapping

import msgspec

from reports.briefing.chapters import chapter
from reports.briefing.contents import Chapter, Subject
from reports.briefing.counts import coverage, key_figures, overview
from reports.briefing.dossier import Dossier
from reports.briefing.matters import matters
from reports.briefing.officials import officials
from reports.briefing.sheet import Sheet, is_home, sheet
from reports.briefing.threads import quiet
from reports.briefing.times import Window
from reports.briefing.whole import Before, Briefing
from reports.text.periods import Period


def subjects(
    codes: Iterable[str], *, named: Mapping[str, Subject]
) -> tuple[Subject, ...]:
    """Return the subjects of `codes`, provinces first.

    `named` tells the subject of each code. A code without a name is left out.
    """
    found = {code for code in codes if code in named}
    return tuple(sorted((named[code] for code in found), key=lambda one: one.path))


def compose(
    dossier: Dossier,
    subject: Subject,
    *,
    period: Period,
    text_of: Callable[[str], str | None] = lambda _: None,
) -> Briefing:
    """Return the briefing on `subject` for `period`.

    `text_of` returns the text of an article by its id, or `None`; where it is at hand,
    proofs quote the whole sentence. What an earlier issue said otherwise is told by
    `corrected`.
    """
    dossier = _own(dossier, subject)
    window = Window(period.since, period.until)
    page = sheet(dossier, subject, window, text_of=text_of)
    chapters = _chapters(dossier, page)
    foreign, domestic = chapters
    days = _days(chapters, page)
    reading = dossier.reading
    pages = [record.article for record in page.records.values()]
    return Briefing(
        subject=subject,
        period=period.name,
        since=period.since,
        until=period.until,
        first=min(days, default=None),
        last=max(days, default=None),
        sample=any(one.sample for one in pages) if pages else reading.sample,
        figures=key_figures(chapters, page),
        before=_before(dossier, subject, period.previous()),
        matters=matters(chapters),
        chapter=foreign,
        domestic=domestic,
        quiet=quiet(dossier.threads, page, last_page=reading.last_page),
        changed=None,
        officials=officials(dossier.people, dossier.events, page),
        overview=overview(foreign.events, foreign.ideas)
        if subject.kind == "country"
        else None,
        coverage=coverage(reading, page, chapters),
        sources=tuple(page.sources.values()),
    )


def _own(dossier: Dossier, subject: Subject) -> Dossier:
    """Leave dealings inside Iran out of what is known of a relation."""
    if subject.kind != "relation":
        return dossier
    home = {record.article.id for record in dossier.records if is_home(record)}
    events = (
        one
        for one in dossier.events
        if not home.issuperset(r.article for r in one.refs)
    )
    return msgspec.structs.replace(dossier, events=tuple(events))


def _chapters(dossier: Dossier, page: Sheet) -> tuple[Chapter, Chapter]:
    """Return the claims of dealings abroad, and those of dealings at home."""
    return (
        chapter(page, "abroad", events=dossier.events, threads=dossier.threads),
        chapter(page, "home", events=dossier.events, threads=dossier.threads),
    )


def _before(dossier: Dossier, subject: Subject, period: Period | None) -> Before | None:
    """Return what the period before was like, for comparison."""
    if period is None or period.since is None or period.until is None:
        return None
    page = sheet(dossier, subject, Window(period.since, period.until))
    chapters = _chapters(dossier, page)
    return Before(
        period=period.name,
        since=period.since,
        until=period.until,
        figures=key_figures(chapters, page),
        held=tuple(
            max(event.date, period.since)
            for one in chapters
            for event in one.meetings
            if event.status == "held" and event.date
        ),
    )


def _days(chapters: Iterable[Chapter], page: Sheet) -> list[datetime.date]:
    """Return the days of events that took place and of the pages."""
    events = [event for one in chapters for event in one.meetings]
    found = [event.date for event in events if event.status == "held"]
    found += [event.date_end for event in events if event.status == "held"]
    found += [record.article.published for record in page.records.values()]
    return [day for day in found if day is not None]
