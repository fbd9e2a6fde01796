"""From an outline to a document for offices that edit; nobody else knows python-docx.

The document is right to left in all its parts, has real headings, tables, footnotes
and fields, and carries its typeface with it.
"""

from collections.abc import Mapping

from reports.model import Chart
from reports.outline import Outline
from reports.render.raster import to_png
from reports.render.word.writer import Picture, written
from reports.render.words import words
from reports.theme import Look


def to_docx(outline: Outline, *, charts: Mapping[str, Chart], look: Look) -> bytes:
    """Return a document with its charts; the same outline gives the same bytes."""
    logo = look.theme.logo
    if look.theme.logo_type == "image/svg+xml" and logo:
        (logo,) = to_png([logo])
    drawn = to_png([chart.svg for chart in charts.values()])
    return written(
        outline,
        theme=look.theme,
        words=words(look.templates),
        logo=logo if look.theme.logo_type else None,
        pictures={
            name: Picture(content, chart.alt)
            for (name, chart), content in zip(charts.items(), drawn, strict=True)
        },
    )
