"""The order of an outline, from the numbers at its head to the list of sources."""

from collections.abc import Iterable, Iterator

import msgspec

from reports.briefing import Briefing
from reports.briefing.contents import Chapter, Event, Hurdle, Source
from reports.briefing.whole import Matter, Overview
from reports.outline import Block, Cell, Figure, Heading, Outline, Paragraph, Row, Table
from reports.publish.outlines import claims, events
from reports.publish.outlines.cells import AND, Cells, fit, lines
from reports.publish.outlines.course import course
from reports.render import Words, days_fa, gregorian_days, named_period, place_fa
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.setting import typeset


def outline(briefing: Briefing, *, words: Words, charts: Iterable[str] = ()) -> Outline:
    """Return all that a briefing says, in its order, with its `charts` by name.

    The overview of all provinces tells its claims on sheets only: on paper they would
    fill a book, and each stands in the briefing on its province.
    """
    cells = Cells(words, briefing.sources)
    title = cells.phrase[briefing.subject.kind].format(briefing.subject.name)
    label = named_period(briefing.period)
    span = _span(cells, briefing)
    blocks = (
        *_opening(cells, briefing, (title, label, span)),
        *_places(cells, briefing.overview),
        *_charts(cells, briefing, charts),
        *_abroad(cells, briefing),
        *course(cells, briefing),
        *_home(cells, briefing),
        *_officials(cells, briefing),
        *_coverage(cells, briefing),
    )
    return Outline(
        title=title,
        period=label,
        span=span,
        notice=cells.phrase["sample"] if briefing.sample else None,
        last=briefing.until or briefing.last,
        blocks=(*blocks, *_sources(cells, briefing, blocks)),
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
    cells: Cells, briefing: Briefing, about: tuple[str, str, str]
) -> Iterator[Block]:
    """Yield the numbers beside those of the period before, and what matters."""
    names = (cells.phrase[key] for key in ("subject", "period", "span", "notice"))
    notice = cells.phrase["sample"] if briefing.sample else None
    told = zip(names, (*(text or None for text in about), notice), strict=True)
    yield cells.facts("about", told, place="sheet")
    yield Heading(cells.words["section"]["summary"], 1)
    before = briefing.before.figures if briefing.before else None
    counts = (
        (name, getattr(briefing.figures, key), getattr(before, key, None))
        for key, name in cells.words["figure"].items()
    )
    yield cells.facts("figures", counts, compared=before is not None)
    if briefing.matters:
        yield Heading(cells.phrase["matters"], 2)
    for matter in briefing.matters:
        words = _matter(cells, matter)
        yield Paragraph(text=words, kind="item", notes=cells.notes(matter.proofs))


def _matter(cells: Cells, matter: Matter) -> str:
    """Return one of the things that matter in a line."""
    if isinstance(matter, Event):
        return events.met(cells, matter)
    if isinstance(matter, Hurdle):
        category = cells.words["obstacle"][matter.category]
        text = typeset(matter.text)
        return cells.phrase["obstacle"].format(category=category, text=text)
    status = cells.words["proposal_status"][matter.status]
    stuck = f"\u060c {cells.phrase['blocked']}" if matter.blocked else ""
    return f"{status}{stuck}: {typeset(matter.text)}"


def _places(cells: Cells, overview: Overview | None) -> Iterator[Block]:
    """Yield all provinces and all partners with their numbers."""
    if overview is None:
        return
    yield Heading(cells.words["section"]["places"], 1)
    counts = ("held", "planned", "ideas", "settled")
    columns = (
        cells.column("place", 30),
        *(cells.column(id_, 16, kind="number") for id_ in (*counts, "stuck")),
    )
    for part, found in (
        ("provinces", overview.provinces),
        ("partners", overview.partners),
    ):
        rows = (
            Row(
                (
                    place_fa(one.code),
                    *(getattr(one, name) for name in counts),
                    one.blocked,
                )
            )
            for one in found
        )
        yield Heading(cells.words["part"][part], 2)
        yield cells.table("places", part, columns, rows)
    columns = (
        cells.column("province", 30),
        cells.column("partner", 30),
        cells.column("held", 16, kind="number"),
    )
    pairs = (
        Row((place_fa(province), place_fa(partner), count))
        for province, partner, count in overview.cells
    )
    yield cells.table("pairs", "", columns, pairs, place="sheet")


def _charts(cells: Cells, briefing: Briefing, charts: Iterable[str]) -> Iterator[Block]:
    """Yield the charts under a heading."""
    names = tuple(charts) if briefing.sources else ()
    if names:
        yield Heading(cells.words["section"]["picture"], 1)
    for name in names:
        yield Figure(name, cells.words["chart"][name])


def _tables(cells: Cells, chapter: Chapter, part: str) -> Iterator[tuple[str, Table]]:
    """Yield the claims of a chapter with the names of their sections."""
    yield "meetings", events.meetings(cells, chapter.meetings, part, dated=True)
    yield "undated", events.meetings(cells, chapter.undated, part, dated=False)
    yield "people", events.people(cells, chapter, part)
    yield "proposals", claims.proposals(cells, chapter, part)
    yield "statements", claims.statements(cells, chapter, part)
    yield "amounts", claims.amounts(cells, chapter, part)
    yield "hurdles", claims.hurdles(cells, chapter, part)
    yield "pledges", claims.pledges(cells, chapter, part)
    yield "capacities", claims.claims(cells, chapter, part)


def _abroad(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield dealings abroad: what was met over and proposed even if it is nothing.

    On sheets there is a place for claims of every kind, so that one briefing can be
    laid beside another.
    """
    for name, table in _tables(cells, briefing.chapter, "abroad"):
        told = bool(table.rows) or name in {"meetings", "proposals"}
        shown = told and table.place != "sheet" and briefing.overview is None
        if shown:
            yield Heading(cells.words["section"][name], 1)
        if shown and name == "undated":
            yield Paragraph(text=cells.phrase["undated"], kind="lead")
        yield table if shown else _on_sheets(table)


def _home(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield dealings with our own foreign service, where there were any."""
    chapter = briefing.domestic
    if not chapter.empty and briefing.overview is None:
        yield Heading(cells.words["section"]["domestic"], 1)
        yield Paragraph(text=cells.phrase["domestic"], kind="lead")
    for name, table in _tables(cells, chapter, "home"):
        shown = table.place != "sheet" and briefing.overview is None
        if table.rows and shown:
            yield Heading(cells.words["section"][name], 2)
        if table.rows:
            yield table if shown else _on_sheets(table)


def _on_sheets(table: Table) -> Table:
    """Return a table that is for counting only."""
    return msgspec.structs.replace(table, place="sheet")


def _officials(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield who took part, and in which posts."""
    table = events.officials(cells, briefing.officials)
    if table.rows:
        yield Heading(cells.words["section"]["officials"], 1)
        yield table


def _coverage(cells: Cells, briefing: Briefing) -> Iterator[Block]:
    """Yield what was read, what was not, and what is in doubt."""
    told = briefing.coverage
    outlets = []
    for one in told.outlets:
        name = fit(one.name) or cells.phrase["outlet"]
        plain = f"{name} ({fa(one.articles)})"
        if one.late and one.since:
            plain = cells.phrase["late"].format(
                name=name, articles=fa(one.articles), since=day_fa(one.since)
            )
        outlets.append(plain)
    pages = None
    if told.first_page and told.last_page:
        pages = days_fa(told.first_page, told.last_page)
    composed: dict[str, Cell] = {"outlets": AND.join(outlets) or None, "pages": pages}
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


def _sources(
    cells: Cells, briefing: Briefing, blocks: Iterable[Block]
) -> Iterator[Block]:
    """Yield the articles under their numbers; an overview prints those it quotes."""
    table = _listed(cells, briefing.sources)
    yield Heading(cells.words["section"]["sources"], 1)
    if briefing.overview is None:
        yield table
        return
    told = (one for one in blocks if isinstance(one, Paragraph))
    quoted = {note.source for one in told for note in one.notes}
    listed = [one for one in briefing.sources if one.number in quoted]
    if len(listed) < len(briefing.sources):
        count = fa(len(briefing.sources))
        yield Paragraph(text=cells.phrase["listed"].format(count), kind="lead")
    if listed or not briefing.sources:
        yield msgspec.structs.replace(_listed(cells, listed), place="paper")
    yield _on_sheets(table)


def _listed(cells: Cells, sources: Iterable[Source]) -> Table:
    """Return articles under their numbers."""
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
