"""Gather articles without end, and measure what it takes: time, memory, questions.

python -m benchmarks.many 10000               keep and settle, records made of samples
python -m benchmarks.many 10000 --read --jobs 2        the same, each article read
"""

import argparse
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from benchmarks import variations
from reports.extract import extract
from reports.gather import take
from reports.publish import composed, named_subjects
from reports.store import open_store
from reports.text.periods import read_period

SUBJECT, PERIOD = ("province", "IR-24"), "1403-q2"


def main() -> None:
    """Measure one size."""
    asked = argparse.ArgumentParser()
    asked.add_argument("articles", type=int)
    asked.add_argument("--read", action="store_true")
    asked.add_argument("--jobs", type=int, default=1)
    asked.add_argument("--store")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = told.store or f"sqlite:///{folder}/many.db"
        start = perf_counter()
        marks: dict[str, float] = {}

        def progress(_number: int, _total: int, name: str) -> None:
            marks[name.partition("/")[0]] = perf_counter() - start

        variations.stories()
        done = take(
            variations.variations(told.articles),
            store_url=url,
            extract=extract if told.read else variations.made_record,
            jobs=told.jobs,
            progress=progress,
        )
        spent = perf_counter() - start
        print(f"{told.articles} articles: {done.new} new, {done.changed} changed")
        print(f"kept after       {marks['many']:10.1f} s")
        print(
            f"settled after    {spent:10.1f} s   {told.articles / spent:.0f} articles/s"
        )
        print(f"of the processor {process_time():10.1f} s")
        for name, who in (
            ("this", resource.RUSAGE_SELF),
            ("a", resource.RUSAGE_CHILDREN),
        ):
            peak = resource.getrusage(who).ru_maxrss / 1024
            print(f"memory of {name} process {peak:8.0f} MB")
        _ask(url)
        if url.startswith("sqlite"):
            size = Path(url.removeprefix("sqlite:///")).stat().st_size
            print(f"on disk          {size / 2**20:10.0f} MB")


def _ask(url: str) -> None:
    """Measure what a quarterly briefing on a province asks of the store."""
    days = read_period(PERIOD)
    window = {"since": days.since, "until": days.until}
    with open_store(url) as store:
        questions: dict[str, Callable[[], object]] = {
            "records": lambda: list(store.records(about=SUBJECT, **window)),
            "events": lambda: list(store.events(about=SUBJECT, **window)),
            "threads": lambda: list(store.threads(about=SUBJECT, **window)),
            "people": lambda: list(store.people(about=SUBJECT, **window)),
            "coverage": lambda: store.coverage(about=SUBJECT, **window).outlets,
        }
        for name, ask in questions.items():
            start = perf_counter()
            found = len(ask())
            print(f"{name:16} {perf_counter() - start:11.3f} s   {found} found")
        subject = named_subjects()["province/ardabil"]
        start = perf_counter()
        briefing, _ = composed(store, subject, days)
        spent = perf_counter() - start
        print(f"composed         {spent:11.3f} s   {len(briefing.sources)} sources")


if __name__ == "__main__":
    main()
