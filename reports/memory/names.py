"""Names of people, compared: how outlets shorten, space and spell them.

Outlets drop a given name, write `Alinaghi` as one word or two, and spell a foreign
name as they hear it. Two Iranian names that differ in a vowel are two people, since
Hosseini is not Hassani; two spellings of a foreign name in one post are one.
"""

import re
from functools import lru_cache
from typing import Literal

from reports.lexicon import load
from reports.lexicon.sameness import sameness
from reports.text import fold

#: How alike two names are: all of it, one a part of the other, or heard alike.
Likeness = Literal["same", "part", "heard"]

LETTERS = re.compile(r"[^\W\d_]+")
#: Letters that sound alike in Persian, each to one of them.
SOUNDS = str.maketrans(
    {
        "\u0622": "\u0627",  # alef madda -> alef
        "\u0637": "\u062a",  # tah -> teh
        "\u0635": "\u0633",  # sad -> seen
        "\u062b": "\u0633",  # theh -> seen
        "\u0630": "\u0632",  # thal -> zain
        "\u0636": "\u0632",  # dad -> zain
        "\u0638": "\u0632",  # zah -> zain
        "\u062d": "\u0647",  # hah -> heh
        "\u063a": "\u0642",  # ghain -> qaf
    }
)
#: Alef, vav, yeh, heh and ain come and go between two spellings of a foreign name.
VOWELS = dict.fromkeys(map(ord, "\u0627\u0648\u06cc\u0647\u0639"))
ARTICLE = "\u0627\u0644"
SAYYID = "\u0633\u06cc\u062f"
#: A shorter surname than this proves nothing by itself.
SHORTEST = 3
#: Two spellings of a foreign name differ in so many letters at most.
SPELLING = 2


@lru_cache(maxsize=1 << 15)
def name_words(name: str | None) -> tuple[str, ...]:
    """Return the words of `name` levelled, without what outlets leave out."""
    if name is None:
        return ()
    given, particles = load().given_names, sameness().particles
    words = []
    for word in LETTERS.findall(fold(name).text):
        if word in particles:
            continue
        rest = word.removeprefix(SAYYID)
        level = (rest if rest in given else word).translate(SOUNDS)
        if level.startswith(ARTICLE) and len(level) >= 2 * SHORTEST:
            level = level[len(ARTICLE) :]
        words.append(level)
    return tuple(words)


@lru_cache(maxsize=1 << 15)
def bones(name: tuple[str, ...]) -> str:
    """Return the consonants of a name in one run, doubled letters once."""
    letters = "".join(name).translate(VOWELS)
    return re.sub(r"(.)\1+", r"\1", letters)


@lru_cache(maxsize=1 << 16)
def likeness(
    one: tuple[str, ...], other: tuple[str, ...], *, foreign: bool
) -> Likeness | None:
    """Return how alike two names are, or `None` for two names."""
    if not one or not other:
        return None
    left, right = "".join(one), "".join(other)
    if left == right:
        return "same"
    short, long = sorted((one, other), key=lambda name: (len("".join(name)), name))
    if _is_part(short, long):
        return "part"
    if foreign and (
        _heard(left, right) or (len(short) == 1 and _heard(short[0], long[-1]))
    ):
        return "heard"
    return None


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether `short` is the surname, or some words in order, of `long`.

    `Younesi Rostami` ends in `Rostami` however it is spaced; `Rostam` is no part of it.
    """
    tail, whole = "".join(short), "".join(long)
    if len(tail) < SHORTEST:
        return False
    if whole.endswith(tail):
        ends = {len("".join(long[at:])) for at in range(len(long))}
        return len(tail) in ends or len(short) > 1 or len(long) == 1
    rest = iter(long)
    return len(short) > 1 and all(word in rest for word in short)


def _heard(left: str, right: str) -> bool:
    """Tell whether two spellings differ in a few vowels only."""
    if min(len(left), len(right)) <= SHORTEST:
        return False
    return bones((left,)) == bones((right,)) and _distance(left, right) <= SPELLING


def _distance(left: str, right: str) -> int:
    """Return how many letters must be put in, left out or changed."""
    row = list(range(len(right) + 1))
    for at, char in enumerate(left, start=1):
        corner, row[0] = row[0], at
        for to, other in enumerate(right, start=1):
            corner, row[to] = (
                row[to],
                min(row[to] + 1, row[to - 1] + 1, corner + (char != other)),
            )
    return row[-1]
