"""One briefing: from its contents to files that may be published."""

from collections.abc import Callable, Sequence

import msgspec

from reports.briefing import Briefing
from reports.publish.drawings import drawings
from reports.publish.gate import Objection, objections, remarks
from reports.publish.outlines import outline
from reports.publish.printouts import to_json
from reports.render import Medium, Printed, to_docx, to_html, to_pdf, to_xlsx, words
from reports.text.periods import period_fa, read_period
from reports.theme import Look


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of one briefing, by format, and what speaks against it.

    `pages` is `None` without a PDF, `complaints` are what should be known and does not
    keep the briefing back.
    """

    files: dict[str, bytes]
    pages: int | None
    objections: tuple[Objection, ...]
    complaints: tuple[str, ...]


def edition(
    briefing: Briefing,
    *,
    formats: Sequence[str],
    text_of: Callable[[str], str | None],
    look: Look,
) -> Edition:
    """Make one briefing in every one of `formats`, and look at what was made."""
    period_label = period_fa(read_period(briefing.period))
    drawn = {"pdf", "html", "docx"} & set(formats)
    charts = drawings(briefing) if drawn else {}

    def page(medium: Medium) -> str:
        return to_html(
            briefing,
            period_label=period_label,
            charts=charts,
            medium=medium,
            look=look,
        )

    files: dict[str, bytes] = {}
    pages: dict[str, str] = {}
    printed: Printed | None = None
    data = to_json(briefing)
    if "pdf" in formats:
        pages["print"] = page("print")
        archived = {"briefing.json": data} if look.pdf_variant == "pdf/a-3u" else {}
        printed = to_pdf(
            pages["print"],
            charts=charts,
            templates=look.templates,
            variant=look.pdf_variant,
            attached=archived,
        )
        files["pdf"] = printed.pdf
    if "html" in formats:
        pages["screen"] = page("screen")
        files["html"] = pages["screen"].encode()
    if {"xlsx", "docx"} & set(formats):
        told = outline(briefing, words=words(look.templates), charts=charts)
        if "xlsx" in formats:
            files["xlsx"] = to_xlsx(told, look=look)
        if "docx" in formats:
            files["docx"] = to_docx(told, charts=charts, look=look)
    if "json" in formats:
        files["json"] = data
    return Edition(
        files=files,
        pages=printed.pages if printed else None,
        objections=objections(briefing, text_of=text_of, pages=pages, printed=printed),
        complaints=remarks(briefing),
    )
