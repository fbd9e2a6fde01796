"""Measure the steps from the front door to the store, and tell a line for each."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from reports.extract import extract
from reports.gather import gather
from reports.places import ROOT, SAMPLES
from reports.sources import Refusal, articles

TIMES = 5


def seconds(step: Callable[[], object], *, times: int = TIMES) -> float:
    """Return the median of how long `step` takes."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        step()
        taken.append(perf_counter() - start)
    return median(taken)


def line(name: str, spent: float, note: str) -> str:
    """Return one measure in words."""
    return f"{name:24}{spent * 1000:10.1f} ms   {note}"


def told() -> Iterator[str]:
    """Yield a line for each step."""
    read = [one for one in articles([SAMPLES]) if not isinstance(one, Refusal)]
    signs = sum(len(one.text) for one in read)
    help_ = [sys.executable, str(ROOT / "build.py"), "--help"]
    start = seconds(lambda: subprocess.check_output(help_))
    yield line("start", start, "build.py --help")
    again = seconds(lambda: list(articles([SAMPLES])))
    yield line("read", again, f"{len(read)} articles")
    first = seconds(lambda: extract(read[0]), times=1)
    yield line("first extraction", first, "words are read and compiled")
    spent = seconds(lambda: [extract(one) for one in read])
    note = f"each; {signs / spent / 1000:.0f} thousand characters/s"
    yield line("extraction", spent / len(read), note)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.db"

        def keep() -> None:
            gather([SAMPLES], store_url=url, extract=extract)

        yield line("gather", seconds(keep, times=1), "into a new store")
        yield line("gather again", seconds(keep), "nothing changes")
