"""Put back the half-spaces that a page has lost, and say where.

Word by word: of all ways to read the letters as words, affixes and verb forms the
cheapest wins, and its inner edges get a half-space where the letter before joins.
A word that cannot be read stays as it is, so names we do not know are left alone.
"""

import re
from functools import lru_cache, partial
from itertools import pairwise

from reports.text.fold import ZWNJ
from reports.text.memory import Memory
from reports.text.morphology import LONGEST, read_word
from reports.text.spelling import APART, MARKS, REMEMBERED, level

LETTERS = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc"
#: A run of Persian letters with the marks and half-spaces inside it.
WORD = re.compile(f"[{LETTERS}][{LETTERS}{MARKS}{ZWNJ}]+")
#: What is read past inside a word.
SKIPPED = re.compile(f"[{MARKS}{ZWNJ}]")


@lru_cache(REMEMBERED)
def _breaks(written: str) -> tuple[int, ...]:
    """Return where half-spaces are missing in one word, as offsets in it."""
    letters = SKIPPED.sub("", written)
    breaks = read_word(level(letters)).breaks
    if not breaks:
        return ()
    origins = [i for i, char in enumerate(written) if not SKIPPED.match(char)]
    return tuple(
        origins[at]
        for at in breaks
        if letters[at - 1] not in APART
        and ZWNJ not in written[origins[at - 1] : origins[at]]
    )


@lru_cache(REMEMBERED)
def _respaced(word: str) -> str:
    """Return one word with its half-spaces."""
    edges = (0, *_breaks(word), len(word))
    return ZWNJ.join(word[a:b] for a, b in pairwise(edges))


def halfspaces(text: str) -> tuple[int, ...]:
    """Return the offsets in `text` before which a half-space is missing."""
    return tuple(
        word.start() + place
        for word in WORD.finditer(text)
        if word.end() - word.start() <= 2 * LONGEST
        for place in _breaks(word.group())
    )


def _replaced(word: re.Match[str]) -> str:
    """Return a matched word with its half-spaces; monsters are left alone."""
    written = word.group()
    return _respaced(written) if len(written) <= 2 * LONGEST else written


def respaced(text: str) -> str:
    """Return `text` with the half-spaces it lacks; nothing else is changed."""
    return " ".join(map(_STRETCHES.__getitem__, text.split(" ")))


#: Stretches without spaces, with the half-spaces that they lack.
_STRETCHES = Memory(partial(WORD.sub, _replaced), most=REMEMBERED)
