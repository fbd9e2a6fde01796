"""What changed: proposals that moved or fell silent, and what was corrected."""

from collections.abc import Iterable, Iterator

from reports.briefing import Briefing
from reports.briefing.contents import Quiet
from reports.briefing.whole import Change, Since
from reports.outline import Block, Heading, Paragraph, Row, Table
from reports.publish.outlines.cells import Cells, lines
from reports.render import iso_day_fa, named_period
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.setting import typeset


def course(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield what changed since the period before and since the last issue."""
    if briefing.since is None and briefing.changed is None:
        return
    yield Heading(cells.words["section"]["movement"], 1)
    if briefing.since is not None:
        yield from _moved(cells, briefing)
    if briefing.quiet:
        yield Heading(cells.phrase["quiet"], 2)
        yield _quiet(cells, briefing.quiet)
    if briefing.changed:
        yield Heading(cells.phrase["changed"], 2)
        yield from _corrected(cells, briefing.changed)


def _moved(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield how many proposals are new, and which came further."""
    moved = [one for one in briefing.ideas if one.movement == "moved"]
    fresh = sum(one.movement == "new" for one in briefing.ideas)
    counts = {"fresh": fresh, "moved": len(moved), "quiet": len(briefing.quiet)}
    numbers = {name: fa(count) for name, count in counts.items()}
    yield Paragraph(text=cells.phrase["movement"].format(**numbers))
    if moved:
        yield Heading(cells.phrase["moved"], 2)
    names = cells.words["proposal_status"]
    for idea in moved:
        stuck = f" ({cells.phrase['blocked']})" if idea.blocked else ""
        told = cells.phrase["from_to"].format(
            text=typeset(idea.text),
            was=names[idea.was or idea.status],
            now=names[idea.status],
        )
        yield Paragraph(
            text=f"{told}{stuck}", kind="item", notes=cells.notes(idea.proofs)
        )


def _quiet(cells: Cells, found: Iterable[Quiet]) -> Table:
    """Return the proposals of which nothing was heard, the most silent first."""
    columns = (
        cells.column("proposal", 50),
        cells.column("topic", 22, "sheet"),
        cells.column("standing", 20),
        cells.column("last", 18, kind="day"),
        cells.column("days", 14, kind="number"),
    )
    names = cells.words["proposal_status"]
    rows = (
        Row(
            (
                typeset(one.text),
                cells.subtopic(one.topic),
                lines(
                    names[one.status],
                    cells.phrase["blocked"] if one.blocked else None,
                ),
                cells.day(one.last),
                one.days,
            )
        )
        for one in found
    )
    return cells.table("quiet", "", columns, rows)


def _corrected(cells: Cells, since: Since) -> Iterator[Block]:
    """Yield what the last issue said otherwise."""
    told = cells.phrase["held_against"].format(
        revision=fa(since.revision),
        period=named_period(since.period),
        issued=day_fa(since.issued),
    )
    yield Paragraph(text=told, kind="lead")
    if not since.changes:
        yield Paragraph(text=cells.phrase["unchanged"])
        return
    columns = cells.column("thing", 50), cells.column("change", 70)
    rows = (Row((_name(cells, one), _sentence(cells, one))) for one in since.changes)
    yield cells.table("changes", "", columns, rows)


def _name(cells: Cells, change: Change) -> str:
    if change.kind == "event":
        return str(cells.words["kind"][change.text])
    return typeset(change.text)


def _sentence(cells: Cells, change: Change) -> str:
    """Return what was printed of a thing, and what is known of it today."""
    if change.field == "presence":
        return cells.phrase["gone"]
    if change.field == "date":
        unknown = cells.phrase["unknown_day"]
        return cells.phrase["redated"].format(
            was=iso_day_fa(change.was) if change.was else unknown,
            now=iso_day_fa(change.now) if change.now else unknown,
        )
    group = "meeting_status" if change.kind == "event" else "proposal_status"
    names = cells.words[group]
    was, now = (str(names[one]) for one in (change.was, change.now) if one)
    return cells.phrase["restated"].format(was=was, now=now)
