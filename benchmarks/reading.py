"""Weigh the reading of articles: beside two steps of hazm, by length and by number.

What is printed are ratios as well as times, for times differ from machine to machine.
"""

import os
import resource
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from time import perf_counter

import msgspec

from reports.extract import extract
from reports.model import Article
from reports.places import SAMPLES
from reports.sources import articles

#: Lengths of one article, in bytes of UTF-8, and numbers of articles of usual length.
LENGTHS = (10_000, 30_000, 100_000, 300_000, 1_000_000)
NUMBERS = (40, 80, 160, 320)
#: How often a comparison is repeated; the quickest pass counts.
PASSES = 5


def samples() -> tuple[Article, ...]:
    """Return the demonstration articles."""
    return tuple(one for one in articles([SAMPLES]) if isinstance(one, Article))


def on_one_core() -> None:
    """Keep this process on one core, where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def spent(step: Callable[[], object]) -> float:
    """Return how many seconds `step` takes."""
    start = perf_counter()
    step()
    return perf_counter() - start


def extract_all(read: Sequence[Article]) -> None:
    """Read every article, and let the records go."""
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
    hazm, mine = (min(times) for times in zip(*passes, strict=True))
    signs = sum(len(one.text) for one in read)
    yield f"hazm, two steps        {signs / hazm / 1000:8.0f} thousand characters/s"
    yield f"extraction, all of it  {signs / mine / 1000:8.0f} thousand characters/s"
    yield f"extraction / hazm      {mine / hazm:8.2f} times as long"


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
        each = spent(partial(extract, article)) / len(article.text)
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


def main() -> None:
    """Print all three."""
    on_one_core()
    read = samples()
    extract_all(read)  # word lists are read and compiled with the first
    for line in (*by_number(read), *by_length(read), *beside_hazm(read)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
