"""What is counted in a briefing: the figures on its cover and what was read for it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reports.briefing.contents import Chapter, Event, Idea
from reports.briefing.dossier import Reading
from reports.briefing.sheet import Sheet
from reports.briefing.whole import Coverage, KeyFigures, Outlet, Overview, Row

#: Proposals that have come further than the talk.
SETTLED = frozenset({"agreed", "signed", "in_execution", "done"})


def key_figures(chapters: Sequence[Chapter], page: Sheet) -> KeyFigures:
    """Return the numbers on the cover, over all `chapters`."""
    ideas = [idea for one in chapters for idea in one.ideas]
    events = [event for one in chapters for event in one.events]
    pages = [record.article for record in page.records.values()]
    return KeyFigures(
        articles=len(pages),
        outlets=len({one.outlet for one in pages if one.outlet}),
        held=sum(event.status == "held" for event in events),
        planned=sum(event.status == "planned" for event in events),
        undated=sum(event.date is None for event in events),
        ideas=len(ideas),
        settled=sum(idea.status in SETTLED for idea in ideas),
        blocked=sum(idea.blocked for idea in ideas),
        sayings=sum(len(one.sayings) for one in chapters),
        hurdles=sum(not hurdle.resolved for one in chapters for hurdle in one.hurdles),
        pledges=sum(len(one.pledges) for one in chapters),
    )


def coverage(reading: Reading, page: Sheet, chapters: Sequence[Chapter]) -> Coverage:
    """Return what was read, what of it is about the subject, and what is missing."""
    used = [record.article for record in page.records.values()]
    days = [one.published for one in used if one.published]
    events = [event for one in chapters for event in one.events]
    watched = {one.outlet: one.since for one in reading.outlets}
    outlets = [
        Outlet(
            name=name,
            articles=number,
            since=since,
            late=since is not None
            and page.window.since is not None
            and since > page.window.since,
        )
        for name, number in Counter(one.outlet for one in used).items()
        for since in (watched.get(name) if name else None,)
    ]
    return Coverage(
        read=reading.read,
        refused=reading.refused,
        about=reading.about,
        used=len(used),
        outlets=tuple(sorted(outlets, key=lambda one: (-one.articles, one.name or ""))),
        first_page=min(days, default=None),
        last_page=max(days, default=None),
        pages_undated=sum(one.published is None for one in used),
        single=sum(event.outlets <= 1 for event in events),
        unnamed_people=len(
            {
                person
                for event in events
                for person in event.people
                if person.name is None
            }
        ),
        unproposed=sum(idea.proposer is None for one in chapters for idea in one.ideas),
        warnings=tuple(
            dict.fromkeys(
                warning
                for record in page.records.values()
                for warning in record.warnings
            )
        ),
    )


def overview(events: Iterable[Event], ideas: Iterable[Idea]) -> Overview:
    """Return what every province and every partner has, the busiest first."""
    events, ideas = tuple(events), tuple(ideas)
    cells = Counter(
        (province, country)
        for event in events
        if event.status == "held"
        for province in event.provinces
        for country in event.countries
    )
    return Overview(
        provinces=_rows(
            [(one, one.provinces) for one in events],
            [(one, one.provinces) for one in ideas],
        ),
        partners=_rows(
            [(one, one.countries) for one in events],
            [(one, one.countries) for one in ideas],
        ),
        cells=tuple(
            (province, country, number)
            for (province, country), number in sorted(cells.items())
        ),
    )


def _rows(
    events: Sequence[tuple[Event, tuple[str, ...]]],
    ideas: Sequence[tuple[Idea, tuple[str, ...]]],
) -> tuple[Row, ...]:
    """Return a row for every code that the events or the proposals are about."""
    codes = {code for _, found in (*events, *ideas) for code in found}
    rows = []
    for code in codes:
        own = [one for one, found in ideas if code in found]
        seen = Counter(one.status for one, found in events if code in found)
        rows.append(
            Row(
                code=code,
                held=seen["held"],
                planned=seen["planned"],
                ideas=len(own),
                settled=sum(one.status in SETTLED for one in own),
                blocked=sum(one.blocked for one in own),
            )
        )
    return tuple(sorted(rows, key=lambda one: (-one.held, -one.ideas, one.code)))
