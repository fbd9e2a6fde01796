"""From HTML to a tagged PDF; the file that knows WeasyPrint."""

import gc
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import msgspec
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from reports.model import Chart
from reports.places import TEMPLATES
from reports.render.finish import finish
from reports.render.pictures import with_pictures
from reports.render.textlayer import keep_letters

#: What the press says of the machine and not of the page: it has two subsetters and
#: would rather use the other one. `doctor` looks for that library.
OF_THE_MACHINE = "Using fontTools instead of HarfBuzz-Subset"


class Printed(msgspec.Struct, frozen=True):
    """A PDF, how many pages it has, and what the press grumbled at."""

    pdf: bytes
    pages: int
    complaints: tuple[str, ...]


def to_pdf(html: str, *, charts: Mapping[str, Chart] | None = None) -> Printed:
    """Print `html` as a tagged PDF/UA-1; the same input gives the same bytes.

    `charts` are those that the page calls by addresses such as `chart:contacts`.
    """
    press = _press()
    html, images = with_pictures(html, charts or {})
    with _overheard("weasyprint") as complaints, _undisturbed():
        page = HTML(string=html, base_url=f"{TEMPLATES}/", url_fetcher=press.fetcher)
        document = page.render(
            stylesheets=press.sheets, font_config=press.fonts, cache=images
        )
        pdf = document.write_pdf(pdf_variant="pdf/ua-1", finisher=finish)
    return Printed(pdf, len(document.pages), tuple(dict.fromkeys(complaints)))


class _Press:
    """What one process needs once: the fetcher, the fonts and the parsed styles."""

    def __init__(self) -> None:
        keep_letters()
        self.fetcher = URLFetcher(allowed_protocols=["file", "data"])
        self.fonts = FontConfiguration()
        self.sheets = [
            CSS(TEMPLATES / name, font_config=self.fonts, url_fetcher=self.fetcher)
            for name in ("briefing.css", "print.css")
        ]


@cache
def _press() -> _Press:
    return _Press()


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
