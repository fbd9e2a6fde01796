"""Pages to look at: a usual briefing, an empty one and a long one."""

from functools import cache

import pypdfium2

from reports.briefing import Briefing, compose
from reports.model import ArticleRecord, Chart
from reports.render import Printed, to_html, to_pdf
from reports.render.page import Medium
from reports.text.periods import read_period
from reports.theme import Look
from tests.briefing import examples as ex

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 170 40">'
    b'<rect width="60" height="40" fill="#0f5c6e"/></svg>'
)
CHARTS = {
    name: Chart(name=name, svg=SVG, alt="نموداری برای آزمون")
    for name in ("meetings_in_time", "proposals_by_status", "proposals_by_topic")
}


def briefing(name: str) -> Briefing:
    records: tuple[ArticleRecord, ...] = ex.USUAL
    period, subject = "all", ex.ARDABIL
    if name == "empty":
        period = "1403-01"
    if name in {"several", "long"}:
        records, subject = ex.many(60 if name == "long" else 9), ex.AZERBAIJAN
    window = read_period(period)
    return compose(
        records,
        subject,
        period=period,
        since=window.since,
        until=window.until,
        text_of=lambda _: ex.TEXT,
    )


def page(name: str, medium: Medium = "print", look: Look | None = None) -> str:
    label = "فروردین ۱۴۰۳" if name == "empty" else "همهٔ دوره‌ها"
    return to_html(
        briefing(name), period_label=label, charts=CHARTS, medium=medium, look=look
    )


def texts(pdf: bytes) -> list[str]:
    """Return the words of every page of a PDF, as pdfium reads them back."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number in range(len(document)):
        leaf = document[number]
        words = leaf.get_textpage()
        found.append(words.get_text_range())
        words.close()
        leaf.close()
    document.close()
    return found


@cache
def printed(name: str) -> Printed:
    return to_pdf(page(name))
