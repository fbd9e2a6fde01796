"""Write an outline as a document, block by block."""

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import docx
import msgspec
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from reports.outline import Figure, Heading, Note, Outline, Paragraph, Table
from reports.render.notes import Notes
from reports.render.word.elements import (
    bookmark,
    element,
    field,
    field_ends,
    mark,
    paragraph,
    run,
    runs,
    tree,
)
from reports.render.word.parts import (
    add_footnotes,
    add_typeface,
    numbering,
    packed,
    settings,
)
from reports.render.word.styles import style_sheet
from reports.render.word.tables import WIDTH, table_of
from reports.render.words import Words
from reports.text.digits import fa
from reports.theme import Theme

#: The day that the document bears when the briefing has none.
NO_DAY = datetime.date(2000, 1, 1)
#: An A4 page and its margins, in millimetres.
PAGE, MARGIN, BESIDE = (210, 297), 22, 20

#: Parts of the empty document that we begin with and have no use for.
UNUSED = {
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
#: The style of the numbers that call notes.
CALL = "FootnoteReference"
#: Between the numbers of two notes; the marks keep them from being read as one.
BETWEEN = "\u200f\u060c\u200f"
STYLES = {"body": "Normal", "lead": "Lead", "item": "Item"}


class Picture(msgspec.Struct, frozen=True):
    """A picture as PNG or JPEG, and what is told to those who cannot see it."""

    content: bytes
    alt: str


def written(
    outline: Outline,
    *,
    theme: Theme,
    words: Words,
    logo: bytes | None = None,
    pictures: Mapping[str, Picture] | None = None,
) -> bytes:
    """Return a document; the same outline gives the same bytes.

    `pictures` are the charts by their names, `logo` a PNG or JPEG.
    """
    return _Writer(outline, theme, words, pictures or {}).document(logo)


class _Writer:
    """Writes one document."""

    def __init__(
        self,
        outline: Outline,
        theme: Theme,
        words: Words,
        pictures: Mapping[str, Picture],
    ) -> None:
        self._outline = outline
        self._theme = theme
        self._words = words
        self._pictures = pictures
        self._notes: Notes[Note] = Notes()
        self._drawn = 0
        self._document = docx.Document()
        self._part: Any = self._document.part

    def document(self, logo: bytes | None) -> bytes:
        """Return the whole, as bytes."""
        self._clear()
        body = self._document.element.body
        end = body.sectPr
        text = (*self._cover(logo), *self._contents(), *self._blocks())
        filled = tree(element("body", *text))
        filled.append(end)
        body.getparent().replace(body, filled)  # moved one by one, they take minutes
        self._section()
        add_footnotes(self._part, self._footnotes())
        add_typeface(self._part)
        self._properties()
        made = io.BytesIO()
        self._document.save(made)
        return packed(made.getvalue())

    def _clear(self) -> None:
        """Put our own styles and settings in the place of those of the library."""
        for holder in (self._part, self._part.package):
            for id_, relation in list(holder.rels.items()):
                if relation.reltype in UNUSED:
                    del holder.rels[id_]
        for kind, root in {
            RELATIONSHIP_TYPE.STYLES: style_sheet(self._theme),
            RELATIONSHIP_TYPE.SETTINGS: settings(),
            RELATIONSHIP_TYPE.NUMBERING: numbering(),
        }.items():
            self._part.part_related_by(kind)._element = tree(root)

    def _properties(self) -> None:
        """Say what the document is; it bears the last day it tells of."""
        told = self._document.core_properties
        told.title = f"{self._outline.title}\u060c {self._outline.period}"
        told.author = told.last_modified_by = self._theme.organisation or ""
        told.comments = told.category = told.keywords = told.subject = ""
        told.language = "fa-IR"
        told.content_status = self._theme.classification or ""
        day = datetime.datetime.combine(self._outline.last or NO_DAY, datetime.time())
        told.created = told.modified = day
        told.revision = 1

    def _section(self) -> None:
        """Set the page: its size, its margins, what stands above and below the text."""
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
        section.top_margin = section.bottom_margin = Mm(MARGIN)
        section.left_margin = section.right_margin = Mm(BESIDE)
        section.header_distance = section.footer_distance = Mm(10)
        end = section._sectPr
        for grid in end.xpath("w:docGrid"):
            end.remove(grid)
        end.append(tree(element("bidi")))
        mark = self._theme.classification or ""
        head = f"{self._outline.title}\u060c {self._outline.period}"
        foot = self._theme.footer or self._theme.organisation or ""
        before, _, after = self._words["phrase"]["page_of"].partition("{page}")
        between, _, after = after.partition("{pages}")
        pages = (
            f"{runs(before)}{field('PAGE', '1')}{runs(between)}"
            f"{field('NUMPAGES', '1')}{runs(after)}"
        )
        _fill(section.header, "Header", runs(head), "", runs(mark, bold=True))
        _fill(section.footer, "Footer", runs(foot), pages, "")

    def _cover(self, logo: bytes | None) -> Iterator[str]:
        """Yield what stands above the text: who publishes, the title, the period."""
        name = self._theme.organisation
        if logo:
            alt = " ".join(filter(None, (self._words["house"]["logo"], name)))
            yield paragraph("Picture", self._picture(Picture(logo, alt), height=16))
        if name:
            yield paragraph("House", runs(name))
        if self._theme.classification:
            yield paragraph("Classification", runs(self._theme.classification))
        yield paragraph("Title", runs(self._outline.title))
        told = (self._outline.period, self._outline.span)
        yield paragraph("Subtitle", runs("\n".join(filter(None, told))))
        if self._outline.notice:
            yield paragraph("Notice", runs(self._outline.notice))

    def _contents(self) -> Iterator[str]:
        """Yield the contents: links to the sections, which a reader may renew."""
        yield paragraph("ContentsTitle", runs(self._words["section"]["contents"]))
        begin, end = field_ends('TOC \\o "1-1" \\n \\h')
        heads = [
            one.text
            for one in self._outline.blocks
            if isinstance(one, Heading) and one.level == 1
        ]
        for number, head in enumerate(heads, 1):
            link = element("hyperlink", runs(head), anchor=f"section{number}")
            first = begin if number == 1 else ""
            last = end if number == len(heads) else ""
            yield paragraph("TOC1", first, link, last)

    def _blocks(self) -> Iterator[str]:
        """Yield the text; two tables are never next to each other."""
        section = 0
        after_table = False
        for block in self._outline.blocks:
            if isinstance(block, Table):
                if block.place == "sheet":
                    continue
                if after_table:
                    yield paragraph("Picture")
                yield self._table(block)
            elif isinstance(block, Heading):
                words = runs(block.text)
                if block.level == 1:
                    section += 1
                    words = bookmark(section, f"section{section}", words)
                yield paragraph(f"Heading{block.level}", words)
            elif isinstance(block, Paragraph):
                words = f"{runs(block.text)}{self._calls(block.notes)}"
                yield paragraph(STYLES[block.kind], words)
            elif block.name in self._pictures:
                yield from self._figure(block)
            after_table = isinstance(block, Table)
        yield paragraph("Picture")

    def _table(self, table: Table) -> str:
        """Return a table, or the sentence that there is nothing in it."""
        if not table.rows:
            return paragraph("Lead", runs(table.empty))
        return table_of(table, self._theme.palette, self._calls)

    def _figure(self, figure: Figure) -> Iterator[str]:
        """Yield a chart under its caption."""
        yield paragraph("Caption", runs(figure.caption))
        picture = self._picture(self._pictures[figure.name], width=PAGE[0] - 2 * BESIDE)
        yield paragraph("Picture", picture)

    def _picture(
        self,
        picture: Picture,
        *,
        width: float | None = None,
        height: float | None = None,
    ) -> Any:  # noqa: ANN401
        """Return a run with a picture, so wide or so high, in millimetres."""
        self._drawn += 1
        inline = self._part.new_pic_inline(
            io.BytesIO(picture.content),
            Mm(width) if width else None,
            Mm(height) if height else None,
        )
        inline.docPr.set("id", str(self._drawn))
        inline.docPr.set("name", f"picture {self._drawn}")
        inline.docPr.set("descr", picture.alt)
        return run(element("drawing", inline.xml))

    def _calls(self, notes: Sequence[Note]) -> str:
        """Return the calls of footnotes; a proof that was called is referred to."""
        made = []
        for call in self._notes.marks(notes):
            name = f"note{call.number}"
            if call.first:
                reference = element("footnoteReference", id=call.number)
                words = run(reference, style=CALL)
                made.append(bookmark(1000 + call.number, name, words))
            else:
                code = f"NOTEREF {name} \\h"
                made.append(field(code, str(call.number), style=CALL))
        return mark(BETWEEN, style=CALL).join(made)

    def _footnotes(self) -> Iterator[tuple[int, str]]:
        """Yield the footnotes that were called, by their numbers."""
        form = self._words["phrase"]["proof"]
        label = run(element("footnoteRef"), style=CALL)
        for number, note in self._notes.all:
            told = msgspec.structs.asdict(note) | {"source": fa(str(note.source))}
            yield number, f"{label}{runs(' ' + form.format(**told))}"


def _fill(story: Any, style: str, start: str, middle: str, end: str) -> None:  # noqa: ANN401
    """Let the space above or below the text hold words at both sides and between."""
    stops = element(
        "tabs",
        element("tab", val="center", pos=WIDTH // 2),
        element("tab", val="right", pos=WIDTH),
    )
    tab = run(element("tab"))
    line = paragraph(style, start, tab, middle, tab, end, before=stops)
    story.is_linked_to_previous = False
    story._element[:] = [tree(line)]
