"""Join what some pages write apart: endings, the continuous mark, compounds.

Each rule looks at two neighbours and asks whether they are surely one word; where
two words would do as well, they stay two.
"""

import re
from functools import cache, lru_cache

from reports.text.fold import ZWNJ
from reports.text.halfspace import LETTERS, SKIPPED
from reports.text.memory import Memory
from reports.text.morphology import grammar, spoken, verb
from reports.text.spelling import (
    APART,
    HE,
    MARKS,
    REMEMBERED,
    affixes,
    known,
    level,
    verbs,
)

_BODY = f"[{LETTERS}{MARKS}{ZWNJ}]"
BODY = re.compile(f"{_BODY}+")
#: The word that a stretch without spaces ends with, or begins with; a number may not
#: touch the first of two neighbours.
LAST = re.compile(f"(?<!{_BODY})(?<![0-9\u06f0-\u06f9]){_BODY}++\\Z")
FIRST = re.compile(f"[{LETTERS}]{_BODY}*+")
#: Longer words are nobody's neighbours.
LONGEST = 60


@cache
def _compounds() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the listed pairs, and the halves that compounds may be joined at."""
    given = affixes()["setting"]
    pairs = frozenset(level(p.replace(ZWNJ, " ", 1)) for p in given["pairs"])
    return pairs, frozenset(given["tails"]), frozenset(given["heads"])


def _takes(base: str, ending: str) -> bool:
    """Return whether `ending`, written apart, surely belongs to `base`."""
    rules = grammar()
    entry = known(base)
    kind = rules.apart.get(ending, ("", ()))[0]
    if kind == "plural":
        return len(base) > 1 and (entry is None or entry.open)
    if kind == "degree":
        if entry is None:
            return False
        return entry.graded and entry.tagged and entry.open and entry.heads
    if base[-1] != HE or ending not in rules.after_he or spoken(base):
        return False
    if ending in rules.copulas and base in verbs().nominal:
        return True
    sure = ending in rules.after_ye
    return sure and entry is not None and entry.tagged and entry.open


def _compound(first: str, second: str) -> bool:
    """Return whether two words are a compound that is listed with a half-space."""
    pairs, tails, heads = _compounds()
    if f"{first} {second}" in pairs:
        return True
    if second not in tails and first not in heads:
        return False
    if second in verbs().nominal:  # may be the end of a verb: pish amade ast
        return False
    entry = known(first + second)
    return entry is not None and entry.tagged and entry.breaks == (len(first),)


@lru_cache(REMEMBERED)
def _between(first: str, second: str) -> str:
    """Return what stands between two neighbours: a space, a half-space or nothing."""
    left = level(SKIPPED.sub("", first.rsplit(ZWNJ, 1)[-1]))
    right = level(SKIPPED.sub("", second))
    if not left or not right:
        return " "
    whole = ZWNJ not in first
    if whole and left in grammar().marks:
        read = verb(left + right)
        one = read is not None and len(left) in read.breaks
    else:
        head = level(SKIPPED.sub("", second.partition(ZWNJ)[0]))
        one = _takes(left, right) or (whole and _compound(left, head))
    if not one:
        return " "
    return "" if left[-1] in APART else ZWNJ


def _may_join(stretch: str) -> bool:
    """Return whether a word in a stretch without spaces may be a torn part at all."""
    rules = grammar()
    pairs, tails, heads = _compounds()
    for word in BODY.findall(stretch):
        letters = level(SKIPPED.sub("", word))
        head = level(SKIPPED.sub("", word.partition(ZWNJ)[0]))
        if (
            letters in rules.marks
            or letters in heads
            or letters in rules.apart
            or letters in rules.after_he
            or head in tails
            or any(pair.startswith(f"{letters} ") for pair in pairs)
        ):
            return True
    return False


#: Whether stretches without spaces hold what may be a torn part.
_TORN = Memory(_may_join, most=REMEMBERED)


def _gap(first: str, second: str) -> str:
    """Return what stands between two stretches without spaces."""
    left, right = LAST.search(first), FIRST.match(second)
    if left is None or right is None or max(len(left[0]), len(right[0])) > LONGEST:
        return " "
    return _between(left[0], right[0])


def joined(text: str) -> str:
    """Return `text` with its torn words mended."""
    parts = text.split(" ")
    torn = list(map(_TORN.__getitem__, parts))
    if not any(torn):
        return text
    mended = parts[:1]
    for at in range(1, len(parts)):
        may = torn[at - 1] or torn[at]
        mended += _gap(parts[at - 1], parts[at]) if may else " ", parts[at]
    return "".join(mended)
