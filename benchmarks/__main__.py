"""Measure the steps from the samples to a PDF, and print a line for each."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from statistics import median
from time import perf_counter

from benchmarks import invariance, printing, reading
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


def told(name: str, spent: float, note: str) -> None:
    """Print one measure."""
    print(f"{name:24}{spent * 1000:10.1f} ms   {note}", flush=True)


def main() -> None:
    """Measure everything once."""
    read = [one for one in articles([SAMPLES]) if not isinstance(one, Refusal)]
    signs = sum(len(one.text) for one in read)
    help_ = [sys.executable, str(ROOT / "build.py"), "--help"]
    told("start", seconds(lambda: subprocess.check_output(help_)), "build.py --help")
    told("read", seconds(lambda: list(articles([SAMPLES]))), f"{len(read)} articles")

    start = perf_counter()
    extract(read[0])
    told("first extraction", perf_counter() - start, "words are read and compiled")
    spent = seconds(lambda: [extract(one) for one in read])
    told(
        "extraction",
        spent / len(read),
        f"each; {signs / spent / 1000:.0f} thousand characters/s",
    )

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/store.db"

        def keep() -> None:
            gather([SAMPLES], store_url=url, extract=extract)

        told("gather", seconds(keep, times=1), "into a new store")
        told("gather again", seconds(keep), "nothing changes")

    invariance.main(explain=False)
    reading.main()
    printing.main([])


if __name__ == "__main__":
    main()
