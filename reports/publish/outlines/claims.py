"""What was proposed, said, counted and promised, as tables."""

from reports.briefing.contents import Chapter, Idea, Saying
from reports.outline import Row, Table
from reports.publish.outlines.cells import AND, Cells, fit, lines, places
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.setting import typeset


def proposals(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return the proposals under their topics, each with its way so far."""
    columns = (
        cells.column("topic", 18),
        cells.column("subtopic", 22, "sheet"),
        cells.column("thing", 50, "paper"),
        cells.column("proposal", 50, "sheet"),
        cells.column("proposer", 26),
        cells.column("inferred", 14, "sheet"),
        cells.column("endorsers", 26),
        cells.column("status", 18, "sheet"),
        cells.column("standing", 18, "paper"),
        cells.column("blocked", 12, "sheet"),
        cells.column("movement", 16, "sheet"),
        cells.column("was", 18, "sheet"),
        cells.column("first", 16, "sheet", kind="day"),
        cells.column("last", 16, "sheet", kind="day"),
        cells.column("provinces", 18, "sheet"),
        cells.column("countries", 18, "sheet"),
    )
    rows = (
        _proposal(cells, idea, cells.topic(topic.code))
        for topic in chapter.topics
        for idea in topic.ideas
    )
    return cells.table("proposals", part, columns, rows, noted="thing", grouped=True)


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


def claims(cells: Cells, chapter: Chapter, part: str) -> Table:
    """Return capacities that sides name, and what they say is achieved."""
    columns = (
        cells.column("sort", 16),
        cells.column("claim", 70),
        cells.column("speaker", 26),
    )
    told = {"capacity": chapter.capacities, "achievement": chapter.achievements}
    rows = (
        Row(
            (cells.phrase[sort], typeset(one.text), cells.party(one.by)),
            cells.notes(one.proofs),
        )
        for sort, found in told.items()
        for one in found
    )
    return cells.table("claims", part, columns, rows, noted="claim", grouped=True)


def _proposal(cells: Cells, idea: Idea, topic: str) -> Row:
    status = cells.words["proposal_status"][idea.status]
    stuck = cells.phrase["blocked"] if idea.blocked else None
    movement = cells.words["movement"][idea.movement] if idea.movement else None
    return Row(
        (
            topic,
            cells.subtopic(idea.topic),
            lines(typeset(idea.text), _history(cells, idea)),
            typeset(idea.text),
            cells.party(idea.proposer),
            cells.answer(idea.inferred),
            cells.parties(idea.endorsers),
            status,
            lines(status, stuck, movement),
            cells.answer(idea.blocked),
            movement,
            cells.words["proposal_status"][idea.was] if idea.was else None,
            cells.day(idea.first),
            cells.day(idea.last),
            places(idea.provinces),
            places(idea.countries),
        ),
        cells.notes(idea.proofs),
    )


def _history(cells: Cells, idea: Idea) -> str | None:
    """Return the rungs that a proposal went over, and when pages told of them."""
    if len(idea.steps) < 2:
        return None
    told = []
    for step in idea.steps:
        status = cells.words["proposal_status"][step.status]
        stuck = f" ({cells.phrase['blocked']})" if step.blocked else ""
        day = f"\u060c {day_fa(step.day)}" if step.day else ""
        told.append(f"{status}{stuck}{day}")
    return AND.join(told)


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
