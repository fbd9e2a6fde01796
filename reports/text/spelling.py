"""The words and verb forms that the half-space rules may rely on.

Read from the data files of the installed hazm (MIT), without importing it: its
import alone takes longer than all of this. Words are kept glued, that is without
half-spaces, together with the places where one belongs.
"""

import tomllib
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log10
from pathlib import Path

import msgspec

from reports.text.fold import ZWNJ

#: Different writings of one letter; both the words and the text are levelled.
LEVEL = (
    ("\u064a", "\u06cc"),  # Arabic yeh -> Farsi yeh
    ("\u0649", "\u06cc"),  # alef maksura -> Farsi yeh
    ("\u0626", "\u06cc"),  # yeh with hamza -> Farsi yeh
    ("\u0643", "\u06a9"),  # Arabic kaf -> keheh
    ("\u0623", "\u0627"),  # alef with hamza above -> alef
    ("\u0625", "\u0627"),  # alef with hamza below -> alef
    ("\u0624", "\u0648"),  # waw with hamza -> waw
)

#: Marks that stand above or below a letter, and tatweel.
MARKS = "\u0640\u064b-\u0655\u0670"

#: Letters that do not join the next one: alef in all forms, dal, zal, re, ze, zhe,
#: vav, hamza, round te and he with yeh. No half-space is ever put after them.
APART = frozenset(
    "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648"
    "\u0671\u0672\u0673\u0675\u0676\u0677\u0688\u0689\u068a\u068b\u068c\u068d"
    "\u068e\u068f\u0690\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699"
    "\u06c0\u06c4\u06c5\u06c6\u06c7\u06c8\u06c9\u06ca\u06cb\u06cd\u06cf\u06d2\u06d3"
    "\u06d5\u06ee\u06ef"
)

HE = "\u0647"
NUN = "\u0646"
BE = "\u0628"
YE = "\u06cc"
CAUSE = "\u0627\u0646"
VOWELS = "\u0627\u0648"

#: How many words are remembered: more than a day's articles hold.
REMEMBERED = 1 << 17

#: Parts of speech that take endings, as hazm tags them.
OPEN = frozenset({"N", "AJ", "NUM", "ADV", "PRO", "PL", "CL", "AJC"})

#: Parts of speech that begin no compound.
SHUT = frozenset({"PRO", "DET", "CONJ", "POSTP"})

#: What a word costs that was never met, but has a part of speech.
DEAREST = 5.0
#: From here on hazm's figures hold a rounded number of pages.
ROUNDED = 10_000
#: A writing with half-spaces wins over one without if it was met so much more often,
FAR_MORE = 5_000
#: or if it begins with bi-.
WITHOUT = "\u0628\u06cc"
#: The cost of a word that hazm lists without a part of speech: old, rare or odd.
UNTAGGED = 7.0
VERB = 3.0
NOMINAL = 3.5


class Word(msgspec.Struct, frozen=True, gc=False):
    """How dear it is to read these letters as this word, and how it is broken."""

    cost: float
    breaks: tuple[int, ...] = ()
    #: Takes endings and enters compounds.
    open: bool = True
    #: Takes the endings of comparison.
    graded: bool = True
    #: May be the first half of a compound.
    heads: bool = True
    tagged: bool = True
    #: How often it was met, roughly.
    count: int = 0


class Listed(msgspec.Struct, frozen=True):
    """hazm's lines, by the letters of their words."""

    #: Every line as it stands.
    lines: frozenset[str]
    #: Lines with parts of speech, by word.
    solid: dict[str, str]
    #: Words with half-spaces, by their letters.
    broken: dict[str, str]


class Verbs(msgspec.Struct, frozen=True):
    """Forms of verbs."""

    #: What may follow the continuous mark.
    continued: frozenset[str]
    #: What stands by itself.
    finite: frozenset[str]
    #: Past participles and infinitives.
    nominal: frozenset[str]


@cache
def affixes() -> dict[str, dict[str, list[str]]]:
    """Return the grammar of affixes."""
    path = Path(__file__).with_name("affixes.toml")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text("utf-8"))
    return table


def level(text: str) -> str:
    """Return `text` with one form for each letter; as long as before."""
    for old, new in LEVEL:
        text = text.replace(old, new)
    return text


def unbroken(written: str) -> tuple[str, tuple[int, ...]]:
    """Return the letters of a word written with half-spaces, and where those stood."""
    parts = written.split(ZWNJ)
    breaks = []
    size = 0
    for part in parts[:-1]:
        size += len(part)
        if part and part[-1] not in APART:
            breaks.append(size)
    glued = "".join(parts)
    return glued, tuple(b for b in breaks if b < len(glued))


def _data(name: str) -> str:
    """Return a data file of the installed hazm, levelled."""
    spec = find_spec("hazm")
    if spec is None or spec.origin is None:  # pragma: no cover
        raise ModuleNotFoundError("hazm is not installed", name="hazm")
    path = Path(spec.origin).parent / "data" / name
    return level(path.read_text("utf-8"))


def _cost(count: int) -> float:
    """Return what reading a word costs that was met `count` times.

    hazm's figure is the number of pages on the web, rounded to three digits, plus
    the number of times in a corpus; the corpus is the better judge.
    """
    met = count
    if count >= ROUNDED:
        met = count % 10 ** (len(str(count)) - 3)
    return DEAREST - 0.5 * log10(met + 1) - 0.12 * log10(count + 1)


@cache
def _tags(tags: str) -> tuple[bool, bool, bool]:
    """Return what a word with these parts of speech may do: see `Word`."""
    found = frozenset(tags.split(","))
    free = not OPEN.isdisjoint(found)
    return free, "AJ" in found or "ADV" in found, free and SHUT.isdisjoint(found)


@cache
def listed() -> Listed:
    """Return hazm's words; read once in a process, and looked into only on demand."""
    lines = _data("words.dat").split("\n")
    solid: dict[str, str] = {}
    broken: dict[str, str] = {}
    for line in lines:
        if ZWNJ in line:
            glued = line[: line.index("\t")].replace(ZWNJ, "")
            if not line.endswith("\t0") or glued not in broken:
                broken[glued] = line
        elif line[-1:] != "0":
            solid[line[: line.find("\t")]] = line
    return Listed(frozenset(lines), solid, broken)


def _read(line: str) -> Word:
    """Return what one of hazm's lines says."""
    written, digits, tags = line.split("\t")
    breaks = unbroken(written)[1] if ZWNJ in written else ()
    if tags == "0":
        return Word(UNTAGGED, breaks, tagged=False)
    count = int(digits)
    return Word(_cost(count), breaks, *_tags(tags), count=count)


@cache
def vocabulary() -> frozenset[str]:
    """Return the letters of every word that `known` knows."""
    tables = listed()
    return verbs().nominal.union(tables.solid, tables.broken, _own())


@lru_cache(REMEMBERED)
def known(letters: str) -> Word | None:
    """Return the word that these levelled letters make, if we know it."""
    if letters not in vocabulary():
        return None
    own = _own().get(letters)
    if own is not None:
        return own
    tables = listed()
    line = tables.solid.get(letters)
    word = _read(line) if line is not None else None
    line = tables.broken.get(letters)
    if line is not None:
        broken = _read(line)
        if word is None or _better(letters, broken, word):
            word = _sided(letters, broken)
    if letters in verbs().nominal and (word is None or word.cost > NOMINAL):
        return Word(NOMINAL)
    return word


def plain(letters: str) -> bool:
    """Return whether hazm lists these letters without saying what they are."""
    return len(letters) > 2 and f"{letters}\t0\t0" in listed().lines


def _better(letters: str, broken: Word, solid: Word) -> bool:
    """Return whether the writing with half-spaces is the better one."""
    if not broken.tagged:
        return False
    more = broken.count > FAR_MORE * (solid.count + 1)
    return more or letters.startswith(WITHOUT)


def _sided(letters: str, broken: Word) -> Word:
    """Write a word in -i like the word that it is made of."""
    base = known(letters[:-1]) if letters[-1] == YE else None
    if base is None or not base.tagged or base.breaks:
        return broken
    if broken.count > FAR_MORE * (base.count + 1):
        return broken
    return msgspec.structs.replace(broken, breaks=())


@cache
def _own() -> dict[str, Word]:
    """Return the words that our own list decides."""
    given = affixes()["solid"]
    own = {level(w): Word(1.0, heads=False) for w in given["words"]}
    own |= {w: Word(1.0, open=False, heads=False) for w in given["closed"]}
    for place in affixes()["names"]["places"]:
        letters, breaks = unbroken(level(place))
        own[letters] = Word(1.0, breaks, heads=False)
    return own


def _stems() -> tuple[set[str], set[str]]:
    """Return the past and the present stems of all verbs, causatives too."""
    given = affixes()["verb"]
    past, present = set(given["past"]), set(given["present"])
    for line in _data("verbs.dat").split("\n"):
        before, _, after = line.partition("#")
        if " " not in line and ZWNJ not in line and len(before) > 1:
            past.add(before)
            if after:
                present.add(after)
    for stem in [s for s in present if len(s) > 1 and s[-1] not in VOWELS]:
        present.add(stem + CAUSE)
        past |= {stem + CAUSE + "\u062f", stem + CAUSE + "\u06cc\u062f"}
    return past, present


def _prefixed(stem: str) -> tuple[str, ...]:
    """Return a stem after the be- of wishing and the na- of denying."""
    if stem[0] == "\u0622":
        rest = "\u06cc\u0627" + stem[1:]
    elif stem[0] == "\u0627":
        rest = "\u06cc" + stem[1:]
        return (BE + rest, NUN + rest, BE + "\u06cc" + stem, NUN + "\u06cc" + stem)
    else:
        rest = stem
    return (BE + rest, NUN + rest)


@cache
def verbs() -> Verbs:
    """Return the forms of all verbs; made once in a process."""
    given = affixes()["verb"]
    past, present = _stems()
    continued = {p + e for p in past for e in given["past_endings"]}
    continued |= {s + e for s in present for e in given["present_endings"]}
    finite = set(continued)
    nominal = set()
    for stem in present:
        for begun in _prefixed(stem):
            finite |= {begun + e for e in ["", *given["present_endings"]]}
    for stem in past:
        denied = _prefixed(stem)[1]
        finite |= {denied + e for e in given["past_endings"]}
        nominal |= {stem + HE, denied + HE, stem + NUN}
    continued |= set(given["bare"])
    return Verbs(frozenset(continued), frozenset(finite), frozenset(nominal))
