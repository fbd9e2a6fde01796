"""Weigh the reading of articles: beside two steps of hazm, by length, number, and anew.

Processor time is measured, since others may share the machine, and ratios are printed
beside it, since times differ from machine to machine.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from statistics import median
from time import process_time

import msgspec

from reports.extract import extract
from reports.model import Article
from reports.places import ROOT, SAMPLES
from reports.sources import articles
from reports.text import typeset

#: Lengths of one article, in bytes of UTF-8, and numbers of articles of usual length.
LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
NUMBERS = (40, 80, 160, 320)
#: How often a measure is repeated; the median counts. What is long is read once.
PASSES, LONG = 5, 100_000
#: What a new process does until it has read its first article.
FIRST = """
from time import process_time
start = process_time()
from reports.extract import extract
imported = process_time()
from benchmarks.reading import samples
article, began = samples()[0], process_time()
extract(article)
print(imported - start, process_time() - began)
"""


def samples() -> tuple[Article, ...]:
    """Return the demonstration articles."""
    return tuple(one for one in articles([SAMPLES]) if isinstance(one, Article))


def on_one_core() -> None:
    """Keep this process on one core, where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def spent(step: Callable[[], object]) -> float:
    """Return how many seconds of the processor `step` takes."""
    start = process_time()
    step()
    return process_time() - start


def repeated(step: Callable[[], object], *, times: int = PASSES) -> float:
    """Return the median of how many seconds `step` takes."""
    return median(spent(step) for _ in range(times))


def extract_all(read: Sequence[Article]) -> None:
    """Read every article, and let the records go.

    What was set for print is forgotten before: in a new article it would be new.
    """
    typeset.cache_clear()
    for one in read:
        extract(one)


def beside_hazm(read: Sequence[Article]) -> Iterator[str]:
    """Yield how extraction compares with hazm's normaliser and tokeniser alone.

    Both read the same articles in turn, in one process on one core, with every word
    list loaded before.
    """
    from hazm import Normalizer, WordTokenizer  # noqa: PLC0415  seconds to import

    normalizer, tokenizer = Normalizer(), WordTokenizer()

    def theirs() -> None:
        for one in read:
            tokenizer.tokenize(normalizer.normalize(one.text))

    theirs()
    extract_all(read)
    passes = [(spent(theirs), spent(partial(extract_all, read))) for _ in range(PASSES)]
    hazm, mine = (median(times) for times in zip(*passes, strict=True))
    ratio = median(mine / hazm for hazm, mine in passes)
    signs = sum(len(one.text) for one in read)
    yield f"hazm, two steps        {signs / hazm / 1000:8.0f} thousand characters/s"
    yield f"extraction, all of it  {signs / mine / 1000:8.0f} thousand characters/s"
    yield f"extraction / hazm      {ratio:8.2f} times as long"


def long_article(read: Sequence[Article], size: int) -> Article:
    """Return one article of about `size` bytes, made of the texts of many."""
    pieces: list[str] = []
    length = 0
    for one in cycle(read):
        if length >= size:
            break
        pieces.append(one.text)
        length += len(one.text.encode()) + 2
    text = "\n\n".join(pieces).encode()[:size].decode("utf-8", errors="ignore")
    return msgspec.structs.replace(read[0], text=text)


def by_length(read: Sequence[Article]) -> Iterator[str]:
    """Yield what a character costs as one article grows; it should stay the same."""
    first = 0.0
    for size in LENGTHS:
        article = long_article(read, size)
        times = PASSES if size < LONG else 1
        each = repeated(partial(extract_all, [article]), times=times)
        each /= len(article.text)
        first = first or each
        yield (
            f"{size // 1000:6} kB   {each * 1e6:8.1f} us/character   "
            f"{each / first:6.2f} times the first"
        )


def by_number(read: Sequence[Article]) -> Iterator[str]:
    """Yield what each article costs as their number grows, and the memory in use."""
    first = 0.0
    for number in NUMBERS:
        batch = list(islice(cycle(read), number))
        each = spent(partial(extract_all, batch)) / number
        first = first or each
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield (
            f"{number:6} articles   {each * 1000:6.1f} ms each   "
            f"{each / first:6.2f} times the first   {memory:5.0f} MB at most"
        )


def first() -> Iterator[str]:
    """Yield what a new process needs until it has read one article."""
    told = [
        subprocess.check_output([sys.executable, "-c", FIRST], cwd=ROOT, text=True)
        for _ in range(PASSES)
    ]
    imported, read = zip(*(map(float, one.split()) for one in told), strict=True)
    yield f"import                 {median(imported) * 1000:8.0f} ms"
    yield f"first article          {median(read) * 1000:8.0f} ms"


def main() -> None:
    """Print all four."""
    on_one_core()
    read = samples()
    extract_all(read)  # word lists are read and compiled with the first
    for measure in (first(), by_number(read), by_length(read), beside_hazm(read)):
        for line in measure:
            print(line, flush=True)


if __name__ == "__main__":
    main()
