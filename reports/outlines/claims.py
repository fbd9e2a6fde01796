"""The claims of one chapter as tables, one for each kind."""

from collections.abc import Iterable

from reports.briefing.contents import Chapter, Event, Idea, Person, Saying
from reports.model import Side
from reports.outline import Row, Table
from reports.outlines.cells import AND, Cells, fit, lines
from reports.text.digits import fa
from reports.text.setting import typeset


def meetings(cells: Cells, events: Iterable[Event], part: str) -> Table:
    """Return the dated meetings."""
    return _events(cells, events, part, dated=True)


def undated(cells: Cells, events: Iterable[Event], part: str) -> Table:
    """Return the meetings without a day; the day of their page stands on paper."""
    return _events(cells, events, part, dated=False)


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
                cells.country(person.country),
                cells.words["party"][person.side],
                cells.day(event.date, event.date_end),
                cells.words["kind"][event.kind],
                cells.words["meeting_status"][event.status],
                fit(event.place),
            ),
            cells.notes(event.proofs),
        )
        for event in (*chapter.meetings, *chapter.undated)
        for person in event.people
    )
    return cells.table("people", part, columns, rows, noted="name", place="sheet")


def proposals(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return the proposals under their topics."""
    columns = (
        cells.column("topic", 18),
        cells.column("subtopic", 22, "sheet"),
        cells.column("proposal", 50),
        cells.column("proposer", 26),
        cells.column("inferred", 14, "sheet"),
        cells.column("endorsers", 26),
        cells.column("status", 18, "sheet"),
        cells.column("standing", 18, "paper"),
        cells.column("blocked", 12, "sheet"),
    )
    rows = (
        _proposal(cells, idea, cells.words["topic"].get(topic.code, topic.code))
        for topic in chapter.topics
        for idea in topic.ideas
    )
    return cells.table("proposals", part, columns, rows, noted="proposal", grouped=True)


def statements(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return what was said, under the side that said it."""
    columns = (
        cells.column("side", 22),
        cells.column("speaker", 34, "paper"),
        cells.column("name", 26, "sheet"),
        cells.column("title", 34, "sheet"),
        cells.column("verb", 14, "sheet"),
        cells.column("saying", 80),
    )
    rows = (
        _statement(cells, saying, cells.words["side"][voices.side])
        for voices in chapter.voices
        for saying in voices.sayings
    )
    return cells.table("statements", part, columns, rows, noted="saying", grouped=True)


def amounts(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return the quantities, as numbers where they are counted."""
    columns = (
        cells.column("amount", 34, "paper"),
        cells.column("approx", 12, "sheet"),
        cells.column("value", 16, "sheet", kind="number"),
        cells.column("value_max", 16, "sheet", kind="number"),
        cells.column("unit", 18, "sheet"),
        cells.column("what", 60),
    )
    rows = []
    for one in chapter.amounts:
        approx = cells.words["approx"].get(one.approx)
        upper = ""
        if one.value_max is not None:
            upper = f"{cells.words['calendar']['joint']}{fa(one.value_max)}"
        unit = typeset(one.unit)
        written = (approx, f"{fa(one.value)}{upper}", unit)
        rows.append(
            Row(
                (
                    " ".join(filter(None, written)),
                    approx,
                    one.value,
                    one.value_max,
                    unit,
                    fit(one.what),
                ),
                cells.notes(one.proofs),
            )
        )
    return cells.table("amounts", part, columns, rows, noted="what")


def hurdles(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return what stands in the way, or stood there."""
    columns = (
        cells.column("hurdle", 60),
        cells.column("category", 20),
        cells.column("standing", 16),
    )
    rows = (
        Row(
            (
                typeset(one.text),
                cells.words["obstacle"][one.category],
                cells.phrase["resolved" if one.resolved else "standing"],
            ),
            cells.notes(one.proofs),
        )
        for one in chapter.hurdles
    )
    return cells.table("hurdles", part, columns, rows, noted="hurdle")


def pledges(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return what was undertaken, by whom and how firmly."""
    columns = (
        cells.column("pledge", 60),
        cells.column("by", 26),
        cells.column("strength", 16),
    )
    rows = (
        Row(
            (
                typeset(one.text),
                cells.party(one.by),
                cells.words["strength"][one.strength],
            ),
            cells.notes(one.proofs),
        )
        for one in chapter.pledges
    )
    return cells.table("pledges", part, columns, rows, noted="pledge")


def _events(cells: Cells, events: Iterable[Event], part: str, *, dated: bool) -> Table:
    """Return meetings; sheets hold all in the same columns."""
    columns = (
        cells.column("day", 16, "both" if dated else "sheet", kind="day"),
        cells.column("until", 16, "sheet", kind="day"),
        cells.column("said", 18, "sheet"),
        cells.column("event", 22, "paper"),
        cells.column("kind", 16, "sheet"),
        cells.column("status", 16, "sheet"),
        cells.column("people", 46, "paper"),
        cells.column("iran", 36, "sheet"),
        cells.column("foreign", 36, "sheet"),
        cells.column("organisations", 30, "sheet"),
        cells.column("place", 18),
        cells.column("page", 16, "sheet" if dated else "both", kind="day"),
    )
    rows = (_event(cells, event) for event in events)
    empty = "meetings" if dated else "undated"
    return cells.table("meetings", part, columns, rows, noted="event", empty=empty)


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
    return Row(
        (
            cells.day(event.date, event.date_end),
            cells.day(event.date_end),
            fit(event.date_text),
            lines(kind, status, None if event.date else fit(event.date_text)),
            kind,
            status,
            lines(*(f"{name}: {text}" if text else None for name, text in named)),
            iran,
            foreign,
            bodies,
            fit(event.place),
            cells.day(event.page_date),
        ),
        cells.notes(event.proofs),
    )


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


def _proposal(cells: Cells, idea: Idea, topic: str) -> Row:
    status = cells.words["proposal_status"][idea.status]
    return Row(
        (
            topic,
            cells.words["subtopic"].get(idea.topic),
            typeset(idea.text),
            cells.party(idea.proposer),
            cells.answer(idea.inferred),
            AND.join(filter(None, map(cells.party, idea.endorsers))) or None,
            status,
            lines(status, cells.phrase["blocked"] if idea.blocked else None),
            cells.answer(idea.blocked),
        ),
        cells.notes(idea.proofs),
    )


def _statement(cells: Cells, saying: Saying, side: str) -> Row:
    name, title = fit(saying.speaker), fit(saying.title)
    return Row(
        (
            side,
            lines(name, title) or cells.phrase["speaker"],
            name,
            title,
            fit(saying.verb),
            typeset(saying.text),
        ),
        cells.notes(saying.proofs),
    )
