"""Pages to look at: a usual briefing, an empty one and a long one."""

import datetime
from functools import cache

import msgspec
import pypdfium2

from reports.briefing import Briefing, Dossier, compose, corrected
from reports.chronicle import Conflict, Issue, IssuedItem, Ref, Telling
from reports.model import Chart, Drawing, Lettering, Shape
from reports.render import Printed, to_html, to_pdf
from reports.render.page import Medium
from reports.text.periods import period_fa, read_period
from reports.theme import Look
from tests.briefing import examples as ex
from tests.briefing.known import dossier_of, known_thread

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
    """Return the briefing of that name: what a period or a subject may look like."""
    dossier, subject, period = dossier_of(*ex.USUAL), ex.ARDABIL, "all"
    if name in {"empty", "idle"}:
        period = "1403-01"
    if name == "idle":
        subject = ex.IRAN
    if name in (told := {"several": 9, "long": 60, "crowded": 400}):
        dossier = dossier_of(*ex.many(told[name]))
        subject = ex.AZERBAIJAN
    if name == "moved":
        dossier, period = moved(), "1404-09"
    if name == "country":
        subject, period = ex.IRAN, "1404"
    made = compose(
        dossier, subject, period=read_period(period), text_of=lambda _: ex.TEXT
    )
    if name == "moved":
        made = corrected(made, dossier=dossier, issue=issue(dossier))
    return made


def issue(dossier: Dossier) -> Issue:
    """Return an earlier issue that named another day, and an event that is no more."""
    dated = next(one for one in dossier.events if one.date == ex.day(12, 12))
    return Issue(
        subject="province/ardabil",
        period="1404-08",
        since=ex.day(10, 23),
        until=ex.day(11, 21),
        issued=datetime.datetime(2025, 11, 22, 8, tzinfo=datetime.UTC),
        digest="",
        printed=tuple(
            IssuedItem(id=id_, kind="event", text="meeting", status="held", date=day)
            for id_, day in (("event-gone", None), (dated.id, ex.day(12, 11)))
        ),
        revision=1,
    )


def moved() -> Dossier:
    """Return a dossier in which proposals went on, stood still, and were corrected."""
    early = ex.record(
        "m1",
        published=ex.day(10, 10),
        proposals=(
            ex.proposal(status="raised"),
            ex.proposal("گشایش خط پروازی", topic="transport.air", status="raised"),
        ),
    )
    plain = dossier_of(early, *ex.USUAL)
    risen = known_thread([(early, 0), (ex.DATED, 0)])
    rest = [one for one in plain.threads if not {*one.refs} & {*risen.refs}]
    dated = next(one for one in plain.events if one.date == ex.day(12, 12))
    conflict = Conflict(
        field="place",
        about=None,
        tellings=(
            Telling("آستارا", dated.refs),
            Telling("باکو", (Ref(ex.UNDATED.article.id, 0),)),
        ),
    )
    events = tuple(
        msgspec.structs.replace(one, conflicts=(conflict,), outlets=("یکم", "دوم"))
        if one is dated
        else one
        for one in plain.events
    )
    return msgspec.structs.replace(plain, events=events, threads=(risen, *rest))


def page(name: str, medium: Medium = "print", look: Look | None = None) -> str:
    label = period_fa(read_period(briefing(name).period))
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
    return to_pdf(page(name), charts=CHARTS)
