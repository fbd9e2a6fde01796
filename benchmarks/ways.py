"""The ways to print one briefing, ours and others', each in a process of its own.

python -m benchmarks.ways WAY FOLDER...     print them in turn, and tell what each took

A folder holds one briefing, ready to print: page.html as our press takes it with
charts.msgpack, plain.html with the same styles and charts inside, and page.typ with
the charts beside it.
"""

import importlib
import importlib.util
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import which

import msgspec

from benchmarks.charts import saved
from benchmarks.measures import Spent, of_processor, spent
from benchmarks.typesetting import typst_document
from reports.briefing import Briefing
from reports.model import Chart, Drawing
from reports.places import FONTS, TEMPLATES
from reports.render.addresses import press_address

#: Prints what is in a folder.
Way = Callable[[Path], bytes]

PAGE, PLAIN, TYPST, CHARTS = "page.html", "plain.html", "page.typ", "charts.msgpack"


def prepare(briefing: Briefing, folder: Path) -> None:
    """Write a briefing into `folder`, for every way to print it."""
    from reports.publish.drawings import drawings  # noqa: PLC0415  charts load slowly
    from reports.publish.outlines import outline  # noqa: PLC0415
    from reports.render import words  # noqa: PLC0415

    folder.mkdir(parents=True)
    charts = drawings(briefing)
    page = page_of(briefing, charts)
    (folder / PAGE).write_text(page, "utf-8")
    (folder / CHARTS).write_bytes(msgspec.msgpack.encode(charts))
    for name, chart in charts.items():
        if chart.drawing:
            (folder / f"{name}.svg").write_bytes(saved(chart.drawing))
    (folder / PLAIN).write_text(plain(page, charts), "utf-8")
    told = outline(briefing, words=words(), charts=charts)
    (folder / TYPST).write_text(typst_document(told), "utf-8")


def page_of(briefing: Briefing, charts: Mapping[str, Chart]) -> str:
    """Return the page of a briefing as our press takes it."""
    from reports.render import to_html  # noqa: PLC0415  WeasyPrint loads slowly
    from reports.text.periods import period_fa, read_period  # noqa: PLC0415

    label = period_fa(read_period(briefing.period))
    return to_html(briefing, period_label=label, charts=charts, medium="print")


def plain(page: str, charts: Mapping[str, Chart]) -> str:
    """Return the page with its styles inside, and its charts as files beside it."""
    from reports.render.fontfaces import printed_faces  # noqa: PLC0415

    sheets = [
        (TEMPLATES / name).read_text("utf-8") for name in ("briefing.css", "print.css")
    ]
    for name, chart in charts.items():
        page = page.replace(f'"{press_address(chart)}"', f'"{name}.svg"')
    if '"chart:' in page:
        raise ValueError("a chart is not in its place: the others would print less")
    return page.replace("<style>", "\n".join(["<style>", printed_faces(), *sheets]), 1)


@contextmanager
def press() -> Iterator[Way]:
    """Print in our way."""
    to_pdf = importlib.import_module("reports.render").to_pdf

    def printed(folder: Path) -> bytes:
        content = (folder / CHARTS).read_bytes()
        charts = msgspec.msgpack.decode(content, type=dict[str, Chart])
        pdf: bytes = to_pdf((folder / PAGE).read_text("utf-8"), charts=charts).pdf
        return pdf

    yield printed


@contextmanager
def weasyprint() -> Iterator[Way]:
    """Print as the manual of WeasyPrint says."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    html = importlib.import_module("weasyprint").HTML

    def printed(folder: Path) -> bytes:
        page = (folder / PLAIN).read_text("utf-8")
        pdf: bytes = html(string=page, base_url=f"{folder}/").write_pdf()
        return pdf

    yield printed


@contextmanager
def chromium() -> Iterator[Way]:
    """Print with one browser without a window."""
    start = importlib.import_module("playwright.sync_api").sync_playwright
    with start() as started:
        browser = started.chromium.launch(executable_path=browser_program())
        tab = browser.new_page()

        def printed(folder: Path) -> bytes:
            tab.goto((folder / PLAIN).resolve().as_uri())
            pdf: bytes = tab.pdf(prefer_css_page_size=True, print_background=True)
            return pdf

        yield printed
        browser.close()


@contextmanager
def typst() -> Iterator[Way]:
    """Print with Typst."""
    library = importlib.import_module("typst")
    fonts = library.Fonts(include_system_fonts=False, font_paths=[FONTS])

    def printed(folder: Path) -> bytes:
        pdf: bytes = library.compile(str(folder / TYPST), font_paths=fonts)
        return pdf

    yield printed


WAYS = {
    "weasyprint": weasyprint,
    "press": press,
    "chromium": chromium,
    "typst": typst,
}


def browser_program() -> str | None:
    """Return where Chromium is."""
    return which("chromium") or which("chromium-browser") or which("google-chrome")


def missing(way: str) -> str | None:
    """Return what is not installed that a way needs."""
    if way == "chromium" and not browser_program():
        return "Chromium"
    library = {"chromium": "playwright", "press": "weasyprint"}.get(way, way)
    return None if importlib.util.find_spec(library) else library


def in_turn(way: Way, folders: list[Path]) -> None:
    """Draw the charts of every briefing with matplotlib, and print its page."""
    for folder in folders:
        content = (folder / CHARTS).read_bytes()
        charts = msgspec.msgpack.decode(content, type=dict[str, Chart])
        for name, chart in charts.items():
            drawn: Drawing | None = chart.drawing
            if drawn:
                (folder / f"{name}.svg").write_bytes(saved(drawn))
        (folder / "script.pdf").write_bytes(way(folder))


def main(arguments: list[str]) -> None:
    """Print, and tell what each took; `script` draws, and prints with Chromium.

    The last number is what the whole process took of the processor so far, with a
    browser that still lives: what it started may end unseen.
    """
    name, *places = arguments
    folders = [Path(place) for place in places]
    taken: list[Spent] = []
    with WAYS["chromium" if name == "script" else name]() as way:
        if name == "script":
            in_turn(way, folders)
        else:
            taken = [spent(partial(_print, way, folder, name)) for folder in folders]
        total = of_processor()
    print(msgspec.json.encode({"each": taken, "processor": total}).decode())


def _print(way: Way, folder: Path, name: str) -> None:
    """Print what is in a folder, into that folder."""
    (folder / f"{name}.pdf").write_bytes(way(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
