"""From HTML to a tagged PDF; the file that knows WeasyPrint."""

import datetime
import gc
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from reports.model import Chart
from reports.places import TEMPLATES
from reports.render.finish import Finisher
from reports.render.fit import sticking_out
from reports.render.folder import found
from reports.render.fontfaces import printed_faces
from reports.render.pictures import with_pictures
from reports.render.textlayer import keep_letters
from reports.theme import PdfVariant

#: What the press says of the machine and not of the page: it has two subsetters and
#: would rather use the other one. `doctor` looks for that library.
OF_THE_MACHINE = "Using fontTools instead of HarfBuzz-Subset"

#: The day that files inside a PDF bear: the same input gives the same bytes.
NO_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A PDF and what there is to say of it.

    `complaints` are what the press grumbled at, `fonts` the names of those in the
    file, and `sticking_out` the words that do not fit the room they are set in.
    """

    pdf: bytes
    pages: int
    complaints: tuple[str, ...]
    fonts: tuple[str, ...]
    sticking_out: tuple[str, ...]


def to_pdf(
    html: str,
    *,
    charts: Mapping[str, Chart] | None = None,
    templates: Path | None = None,
    variant: PdfVariant = "pdf/ua-1",
    attached: Mapping[str, bytes] | None = None,
) -> Printed:
    """Print `html` as a tagged PDF; the same input gives the same bytes.

    `charts` are those that the page calls by addresses such as `chart:contacts`. Files
    that are `attached`, by their names, travel inside a PDF/A-3 as the data it was
    made from.
    """
    finish = Finisher()
    press = _press()
    html, images = with_pictures(html, charts or {})
    with _overheard("weasyprint") as complaints, _undisturbed():
        sheets = [press.faces]
        for name in ("briefing.css", "print.css"):
            path = found(name, templates)
            sheet, faults = _sheet(path.read_text("utf-8"), path.parent)
            sheets.append(sheet)
            complaints.extend(faults)
        base = templates or TEMPLATES
        page = HTML(string=html, base_url=f"{base}/", url_fetcher=press.fetcher)
        document = page.render(
            stylesheets=sheets, font_config=press.fonts, cache=images
        )
        pdf = document.write_pdf(
            pdf_variant=variant,
            pdf_tags=True,
            attachments=[
                Attachment(
                    string=content,
                    name=name,
                    created=NO_DAY,
                    modified=NO_DAY,
                    relationship="Data",
                    url_fetcher=press.fetcher,
                )
                for name, content in (attached or {}).items()
            ],
            finisher=finish,
        )
    return Printed(
        pdf=pdf,
        pages=len(document.pages),
        complaints=tuple(dict.fromkeys(complaints)),
        fonts=finish.fonts,
        sticking_out=sticking_out(document),
    )


class _Press:
    """What one process needs once: the fetcher, the fonts, and their faces."""

    def __init__(self) -> None:
        keep_letters()
        self.fetcher = URLFetcher(allowed_protocols=["file", "data"])
        self.fonts = FontConfiguration()
        self.faces = CSS(
            string=printed_faces(), font_config=self.fonts, url_fetcher=self.fetcher
        )


@cache
def _press() -> _Press:
    return _Press()


@lru_cache(maxsize=8)
def _sheet(text: str, folder: Path) -> tuple[CSS, tuple[str, ...]]:
    """Return a style sheet and its faults; files are sought from its own folder."""
    press = _press()
    with _overheard("weasyprint") as faults:
        sheet = CSS(
            string=text,
            base_url=f"{folder}/",
            font_config=press.fonts,
            url_fetcher=press.fetcher,
        )
    return sheet, tuple(faults)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold the garbage collector back: it costs a quarter of the time here."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _overheard(name: str) -> Iterator[list[str]]:
    """Collect what the logger `name` warns of."""
    heard: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if not record.getMessage().startswith(OF_THE_MACHINE):
                heard.append(record.getMessage())

    ear = Ear(logging.WARNING)
    logger = logging.getLogger(name)
    logger.addHandler(ear)
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
