"""Put back the half-spaces that a page has lost, and say where.

Word by word: of all ways to read the letters as words, affixes and verb forms the
cheapest wins, and its inner edges get a half-space where the letter before joins.
A word that cannot be read stays as it is, so names we do not know are left alone.
"""

import re
from functools import cache

import msgspec

from reports.text.morphology import read_word
from reports.text.spelling import APART, MARKS, level

ZWNJ = "\u200c"

#: A run of Persian letters with the marks and half-spaces inside it.
WORD = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc]"
    f"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc{MARKS}\u200c]+"
)
SKIPPED = re.compile(f"[{MARKS}{ZWNJ}]")


@cache
def _breaks(written: str) -> tuple[int, ...]:
    """Return where half-spaces are missing in one word, as offsets in it."""
    origins = [i for i, char in enumerate(written) if not SKIPPED.match(char)]
    letters = SKIPPED.sub("", written)
    found = []
    for at in read_word(level(letters)).breaks:
        place = origins[at]
        if letters[at - 1] not in APART and written[place - 1] != ZWNJ:
            found.append(place)
    return tuple(found)


@cache
def _respaced(word: str) -> str:
    """Return one word with its half-spaces."""
    return _filled(word, _breaks(word))


def _filled(text: str, places: tuple[int, ...]) -> str:
    """Return `text` with a half-space before each of `places`."""
    if not places:
        return text
    parts = []
    start = 0
    for place in places:
        parts.append(text[start:place])
        start = place
    parts.append(text[start:])
    return ZWNJ.join(parts)


def halfspaces(text: str) -> tuple[int, ...]:
    """Return the offsets in `text` before which a half-space is missing."""
    return tuple(
        word.start() + place
        for word in WORD.finditer(text)
        for place in _breaks(word.group())
    )


def respaced(text: str) -> str:
    """Return `text` with the half-spaces it lacks; nothing else is changed."""
    return WORD.sub(lambda word: _respaced(word.group()), text)
