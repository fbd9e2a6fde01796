"""Print the usual briefing in our way and in others', and time both.

python -m benchmarks.printing [--times 5] [--subject province/ardabil]

The others get the page for a browser, which holds all that the printed one does, with
its charts inside: WeasyPrint as its manual says, and Chromium without a window, warm.
The ratio is to plain WeasyPrint. Then all briefings of the samples are built, with one
process and with two, again with nothing new, and again with one article more.
"""

import argparse
import datetime
import importlib
import logging
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter

from reports.extract import extract
from reports.gather import gather
from reports.places import ROOT, SAMPLES
from reports.publish import composed, named_subjects, publish, texts
from reports.publish.editions import edition
from reports.store import open_store
from reports.text.periods import read_period
from reports.theme import Look

NOW = datetime.datetime(2025, 12, 14, 9, tzinfo=datetime.UTC)
#: The sample that is left out at first, to be the one article more.
LAST = "040826-qazvin-belarus.txt"

Ways = dict[str, Callable[[], object]]


def main(arguments: list[str]) -> None:
    """Measure, and print a table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--times", type=int, default=5)
    asked.add_argument("--subject", default="province/ardabil")
    asked.add_argument("--alone", action="store_true", help="only the one briefing")
    told = asked.parse_args(arguments)
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.db"
        some = [path for path in sorted(SAMPLES.iterdir()) if path.name != LAST]
        gather(some, store_url=url, extract=extract)
        one_briefing(url, told.subject, told.times)
        if not told.alone:
            all_briefings(url, Path(folder))


def one_briefing(url: str, subject: str, times: int) -> None:
    """Time the ways to print one briefing, cold and warm."""
    with open_store(url) as store:
        briefing, _ = composed(store, named_subjects()[subject], read_period("all"))
        text_of = {
            one.article: texts(store)(one.article) for one in briefing.sources
        }.get

    def ours(*formats: str) -> dict[str, bytes]:
        made = edition(briefing, formats=formats, text_of=text_of, look=Look())
        return made.files

    start = perf_counter()
    ours("pdf")
    _tell("ours, cold", perf_counter() - start, None)
    page = ours("html")["html"].decode()
    ways: Ways = {"plain WeasyPrint": lambda: _weasyprint(page)}
    ways["ours, warm"] = lambda: ours("pdf")
    browser, end = _browser()
    if browser:
        ways["Chromium, warm"] = lambda: browser(page)
    taken = {name: [_seconds(way) for _ in range(times)] for name, way in ways.items()}
    end()
    plain = median(taken["plain WeasyPrint"])
    for name, spent in taken.items():
        _tell(name, median(spent), median(spent) / plain)


def all_briefings(url: str, folder: Path) -> None:
    """Time all briefings of the samples: by one, by two, again, and after news."""

    def build(out: str, jobs: int) -> float:
        return _seconds(
            lambda: publish(
                url,
                period="all",
                now=NOW,
                formats=("pdf", "json"),
                out=folder / out,
                jobs=jobs,
            )
        )

    one = build("one", 1)
    two = build("two", 2)
    _tell("all, one process", one, 1.0)
    _tell("all, two processes", two, two / one)
    again = build("two", 2)
    _tell("again, nothing new", again, again / two)
    gather([SAMPLES / LAST], store_url=url, extract=extract)
    after = build("two", 2)
    _tell("again, one article more", after, after / two)


def _weasyprint(page: str) -> bytes:
    """Print a page as the manual of WeasyPrint says."""
    pdf: bytes = importlib.import_module("weasyprint").HTML(string=page).write_pdf()
    return pdf


def _browser() -> tuple[Callable[[str], bytes] | None, Callable[[], object]]:
    """Return what prints with a warm browser, if there is one, and what ends it."""
    program = which("chromium") or which("chromium-browser")
    try:
        playwright = importlib.import_module("playwright.sync_api").sync_playwright()
    except ImportError:
        program = None
    if program is None:
        print("Chromium or playwright is not installed: left out")
        return None, lambda: None
    started = playwright.start()
    chromium = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
    tab = chromium.new_page()

    def printed(page: str) -> bytes:
        tab.set_content(page)
        pdf: bytes = tab.pdf(prefer_css_page_size=True)
        return pdf

    return printed, started.stop


def _seconds(way: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = perf_counter()
    way()
    return perf_counter() - start


def _tell(name: str, spent: float, ratio: float | None) -> None:
    """Print a line of the table."""
    shown = "" if ratio is None else f"{ratio:8.3f}"
    print(f"{name:28}{spent:9.2f} s{shown}", flush=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.argv[1:])
