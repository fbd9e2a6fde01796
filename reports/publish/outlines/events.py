"""Meetings and those who took part, as tables."""

from collections.abc import Iterable, Iterator, Sequence

from reports.briefing.contents import Chapter, Dispute, Event, Person
from reports.briefing.whole import Office, Official
from reports.model import Side
from reports.outline import Row, Table
from reports.publish.outlines.cells import AND, Cells, fit, lines, places
from reports.render import days_fa, iso_day_fa, place_fa
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.setting import typeset


def meetings(cells: Cells, events: Iterable[Event], part: str, *, dated: bool) -> Table:
    """Return meetings; of undated ones paper tells the day of the page.

    Sheets hold all of them in the same columns.
    """
    columns = (
        cells.column("day", 16, "both" if dated else "sheet", kind="day"),
        cells.column("until", 16, "sheet", kind="day"),
        cells.column("said", 18, "sheet"),
        cells.column("event", 26, "paper"),
        cells.column("kind", 16, "sheet"),
        cells.column("status", 16, "sheet"),
        cells.column("people", 46, "paper"),
        cells.column("iran", 36, "sheet"),
        cells.column("foreign", 36, "sheet"),
        cells.column("organisations", 30, "sheet"),
        cells.column("provinces", 18, "sheet"),
        cells.column("countries", 18, "sheet"),
        cells.column("place", 18),
        cells.column("announced", 16, "sheet", kind="day"),
        cells.column("outlets", 10, "sheet", kind="number"),
        cells.column("disputes", 30, "sheet"),
        cells.column("page", 16, "sheet" if dated else "both", kind="day"),
    )
    rows = (_event(cells, event) for event in events)
    empty = "meetings" if dated else "undated"
    return cells.table("meetings", part, columns, rows, noted="event", empty=empty)


def people(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return everybody who took part, once for each meeting; for counting only."""
    columns = (
        cells.column("name", 24),
        cells.column("title", 34),
        cells.column("affiliation", 28),
        cells.column("country", 18),
        cells.column("side", 14),
        cells.column("day", 16, kind="day"),
        cells.column("kind", 16),
        cells.column("status", 16),
        cells.column("place", 18),
    )
    rows = (
        Row(
            (
                fit(person.name),
                fit(person.title),
                fit(person.affiliation),
                place_fa(person.country) if person.country else None,
                cells.words["party"][person.side],
                cells.day(event.date, event.date_end),
                cells.words["kind"][event.kind],
                cells.words["meeting_status"][event.status],
                fit(event.place),
            ),
            cells.notes(event.proofs),
        )
        for event in chapter.events
        for person in event.people
    )
    return cells.table("people", part, columns, rows, noted="name", place="sheet")


def officials(cells: Cells, found: Iterable[Official]) -> Table:
    """Return the named people with their posts, the busiest first."""
    columns = (
        cells.column("name", 26),
        cells.column("spellings", 26, "sheet"),
        cells.column("title", 46),
        cells.column("country", 18),
        cells.column("side", 14, "sheet"),
        cells.column("events", 12, kind="number"),
    )
    rows = (
        Row(
            (
                typeset(one.name),
                AND.join(map(typeset, one.spellings)) or None,
                lines(*_offices(one.offices)),
                place_fa(one.country) if one.country else None,
                cells.words["party"][one.side],
                one.events,
            )
        )
        for one in found
    )
    return cells.table("officials", "", columns, rows)


def met(cells: Cells, event: Event) -> str:
    """Return a meeting in one line: what, when and who with whom."""
    kind = cells.words["kind"][event.kind]
    if event.status != "held":
        kind = f"{kind} ({cells.words['meeting_status'][event.status]})"
    sides = [_present(cells, event, side) for side in ("iran", "foreign")]
    named = [text for text in sides if text]
    if len(named) == 2:
        told = cells.phrase["with"].format(ours=named[0], others=named[1])
    else:
        told = "".join(named) or AND.join(map(typeset, event.organisations))
    told = told or cells.phrase["nobody"]
    if event.date is None:
        return cells.phrase["met_undated"].format(kind=kind, people=told)
    return cells.phrase["met"].format(kind=kind, day=day_fa(event.date), people=told)


def _event(cells: Cells, event: Event) -> Row:
    kind = cells.words["kind"][event.kind]
    status = cells.words["meeting_status"][event.status]
    iran, foreign = (_present(cells, event, side) for side in ("iran", "foreign"))
    bodies = AND.join(map(typeset, event.organisations)) or None
    named = (
        (cells.words["party"]["iran"], iran),
        (cells.words["party"]["foreign"], foreign),
        (cells.words["column"]["organisations"], bodies),
    )
    disputes = [_dispute(cells, one) for one in event.disputes]
    return Row(
        (
            cells.day(event.date, event.date_end),
            cells.day(event.date_end),
            fit(event.date_text),
            lines(kind, status, *_beside(cells, event)),
            kind,
            status,
            lines(
                *(f"{name}: {text}" if text else None for name, text in named),
                *disputes,
            ),
            iran,
            foreign,
            bodies,
            places(event.provinces),
            places(event.countries),
            fit(event.place),
            cells.day(event.announced),
            event.outlets,
            lines(*disputes),
            cells.day(event.page_date),
        ),
        cells.notes(event.proofs),
    )


def _beside(cells: Cells, event: Event) -> Iterator[str | None]:
    """Yield what else is known of a meeting, for paper."""
    if event.date is None:
        yield fit(event.date_text)
    if event.outlets > 1:
        yield cells.phrase["outlets"].format(fa(event.outlets))
    if event.announced:
        yield cells.phrase["announced"].format(day_fa(event.announced))
    if event.trip:
        yield cells.phrase["trip"]


def _dispute(cells: Cells, dispute: Dispute) -> str:
    """Return what sources tell differently, and which tells what."""
    field = cells.words["dispute"][dispute.field]
    about = f"{field}\u060c {typeset(dispute.about)}" if dispute.about else field
    versions = (
        cells.phrase["version"].format(
            value=_version(cells, dispute.field, one.value),
            sources="\u060c ".join(fa(str(number)) for number in one.sources),
        )
        for one in dispute.versions
    )
    return cells.phrase["dispute"].format(field=about, versions=AND.join(versions))


def _version(cells: Cells, field: str, value: str) -> str:
    """Return one of several values as it is printed."""
    names = {"kind": cells.words["kind"], "status": cells.words["meeting_status"]}
    if field in names:
        return str(names[field][value])
    if field == "date":
        return iso_day_fa(value)
    if field == "provinces":
        return places(value.split()) or ""
    return f"\u00ab{typeset(value)}\u00bb"


def _present(cells: Cells, event: Event, side: Side) -> str | None:
    """Return who took part on one side, in the order of the article."""
    present = (person for person in event.people if person.side == side)
    return AND.join(_who(cells, person) for person in present) or None


def _who(cells: Cells, person: Person) -> str:
    """Return a person as one names him in a list."""
    if person.name and person.title:
        return f"{typeset(person.name)} ({typeset(person.title)})"
    if person.name:
        return typeset(person.name)
    if person.title:
        return f"{typeset(person.title)} {cells.phrase['unnamed']}"
    return fit(person.affiliation) or cells.phrase["delegation"]


def _offices(offices: Sequence[Office]) -> Iterator[str | None]:
    """Yield posts; of several, with the days on which pages tell of them."""
    for one in offices:
        title = fit(one.title or one.affiliation)
        if title and len(offices) > 1 and one.first and one.last:
            title = f"{title} ({days_fa(one.first, one.last)})"
        yield title
