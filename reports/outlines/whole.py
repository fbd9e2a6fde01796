"""The order of an outline, from the numbers at its head to the list of sources."""

from collections.abc import Iterable, Iterator, Mapping

from reports.briefing.contents import Briefing, Chapter, Source
from reports.outline import (
    Block,
    Cell,
    Figure,
    Heading,
    Outline,
    Paragraph,
    Row,
    Table,
)
from reports.outlines import claims
from reports.outlines.cells import AND, Cells, fit, lines
from reports.render import Words, days_fa, gregorian_days
from reports.text.digits import fa
from reports.text.setting import typeset


def outline(
    briefing: Briefing, *, period_label: str, words: Words, charts: Iterable[str] = ()
) -> Outline:
    """Return all that a briefing says, in its order, with its `charts` by name."""
    cells = Cells(words, briefing.sources)
    title = cells.phrase[briefing.subject.kind].format(briefing.subject.name)
    span = _span(cells, briefing)
    about = {"subject": title, "period": period_label, "span": span or None}
    return Outline(
        title=title,
        period=period_label,
        span=span,
        last=briefing.until or briefing.last,
        blocks=(
            *_opening(cells, briefing, about, charts),
            *_chapter(cells, briefing.chapter),
            *_home(cells, briefing.domestic),
            *_coverage(cells, briefing),
            Heading(words["section"]["sources"], 1),
            _sources(cells, briefing.sources),
        ),
    )


def _span(cells: Cells, briefing: Briefing) -> str:
    """Return the days of the period in both calendars."""
    since = briefing.since or briefing.first
    until = briefing.until or briefing.last
    if since is None or until is None:
        return ""
    gregorian = cells.phrase["gregorian"].format(gregorian_days(since, until))
    return f"{days_fa(since, until)} ({gregorian})"


def _opening(
    cells: Cells,
    briefing: Briefing,
    about: Mapping[str, str | None],
    charts: Iterable[str],
) -> Iterator[Block]:
    """Yield the numbers, what has come furthest, and the charts."""
    if briefing.sample:
        yield Paragraph(text=cells.phrase["sample"], kind="warning")
    told = ((cells.phrase[key], text) for key, text in about.items())
    yield cells.facts("about", told, place="sheet")
    yield Heading(cells.words["section"]["overview"], 1)
    names = cells.words["figure"].items()
    counts = ((name, getattr(briefing.figures, key)) for key, name in names)
    yield cells.facts("figures", counts)
    if briefing.foremost:
        yield Heading(cells.phrase["foremost"], 2)
    for idea in briefing.foremost:
        status = cells.words["proposal_status"][idea.status]
        stuck = f"\u060c {cells.phrase['blocked']}" if idea.blocked else ""
        yield Paragraph(
            text=f"{typeset(idea.text)} ({status}{stuck})",
            kind="item",
            notes=cells.notes(idea.proofs),
        )
    for name in charts if briefing.sources else ():
        yield Figure(name, cells.words["chart"][name])


def _tables(cells: Cells, chapter: Chapter, part: str) -> Iterator[tuple[str, Table]]:
    """Yield the claims of a chapter with the names of their sections."""
    yield "meetings", claims.meetings(cells, chapter.meetings, part)
    yield "undated", claims.undated(cells, chapter.undated, part)
    yield "people", claims.people(cells, chapter, part)
    yield "proposals", claims.proposals(cells, chapter, part)
    yield "statements", claims.statements(cells, chapter, part)
    yield "amounts", claims.amounts(cells, chapter, part)
    yield "hurdles", claims.hurdles(cells, chapter, part)
    yield "pledges", claims.pledges(cells, chapter, part)


def _chapter(cells: Cells, chapter: Chapter) -> Iterator[Block]:
    """Yield dealings abroad; a section that says nothing says so."""
    for name, table in _tables(cells, chapter, "abroad"):
        if table.place != "sheet":
            yield Heading(cells.words["section"][name], 1)
        if name == "undated" and table.rows:
            yield Paragraph(text=cells.phrase["undated"], kind="lead")
        yield table


def _home(cells: Cells, chapter: Chapter) -> Iterator[Block]:
    """Yield dealings with our own foreign service, where there were any."""
    if chapter.empty:
        return
    yield Heading(cells.words["section"]["domestic"], 1)
    yield Paragraph(text=cells.phrase["domestic"], kind="lead")
    for name, table in _tables(cells, chapter, "home"):
        if table.rows:
            if table.place != "sheet":
                yield Heading(cells.words["section"][name], 2)
            yield table


def _coverage(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield what was read, what was not, and what is in doubt."""
    told = briefing.coverage
    outlets = AND.join(
        f"{fit(outlet) or cells.phrase['outlet']} ({fa(count)})"
        for outlet, count in told.outlets
    )
    pages = None
    if told.first_page and told.last_page:
        pages = days_fa(told.first_page, told.last_page)
    composed: dict[str, Cell] = {"outlets": outlets or None, "pages": pages}
    yield Heading(cells.words["section"]["coverage"], 1)
    names = cells.words["coverage"].items()
    yield cells.facts(
        "coverage",
        (
            (name, composed[key] if key in composed else getattr(told, key))
            for key, name in names
        ),
    )
    if told.warnings:
        yield Heading(cells.phrase["doubts"], 2)
    for warning in told.warnings:
        yield Paragraph(text=typeset(warning), kind="item")
    yield Paragraph(text=cells.phrase["closing"], kind="lead")


def _sources(cells: Cells, sources: Iterable[Source]) -> Table:
    """Return the articles under their numbers."""
    columns = (
        cells.column("number", 10, kind="number"),
        cells.column("headline", 70, "paper"),
        cells.column("outlet", 24, "sheet"),
        cells.column("heading", 60, "sheet"),
        cells.column("page", 16, kind="day"),
        cells.column("class", 24, "sheet"),
        cells.column("url", 40, "sheet"),
        cells.column("article", 30, "sheet"),
    )
    rows = (
        Row(
            (
                source.number,
                _headline(cells, source),
                fit(source.outlet),
                fit(source.title),
                cells.day(source.published),
                cells.words["class"][source.class_],
                source.url,
                source.article,
            )
        )
        for source in sources
    )
    return cells.table("sources", "", columns, rows)


def _headline(cells: Cells, source: Source) -> str | None:
    """Return the outlet and the title of an article, and where it can be read."""
    outlet = fit(source.outlet) or cells.phrase["outlet"]
    title = f"\u060c \u00ab{typeset(source.title)}\u00bb" if source.title else ""
    sample = f" {cells.phrase['sample_source']}" if source.sample else ""
    return lines(f"{outlet}{title}{sample}", source.url)
