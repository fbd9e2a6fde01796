"""Pages to look at: a usual briefing, an empty one and a long one."""

from functools import cache

from reports.briefing import Briefing, compose
from reports.model import ArticleRecord, Chart, Drawing, Lettering, Shape
from reports.render import Printed, to_html, to_pdf
from reports.render.page import Medium
from reports.text.periods import read_period
from tests.briefing import examples as ex

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 482 113">'
    b'<path d="M482 0h-170v113h170z" fill="#0f5c6e"/></svg>'
)
WORDS = "همکاری‌های ریلی اسلامی"
DRAWING = Drawing(
    width=482,
    height=113,
    shapes=(Shape(path="482 0 m 312 0 l 312 113 l 482 113 l h", fill="#0f5c6e"),),
    letterings=tuple(
        Lettering(
            text=WORDS, x=300, y=y, side="right", size=8.5, bold=bold, colour="#1c2b30"
        )
        for y, bold in ((60, False), (40, True))
    ),
)
CHARTS = {
    name: Chart(name=name, svg=SVG, alt="نموداری برای آزمون", drawing=DRAWING)
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


def page(name: str, medium: Medium = "print") -> str:
    label = "فروردین ۱۴۰۳" if name == "empty" else "همهٔ دوره‌ها"
    return to_html(briefing(name), period_label=label, charts=CHARTS, medium=medium)


@cache
def printed(name: str) -> Printed:
    return to_pdf(page(name), charts=CHARTS)
