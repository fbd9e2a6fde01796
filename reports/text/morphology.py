"""Read one glued word as stem, affixes and compounds, at the lowest cost.

Costs are rough: a frequent word is cheap, a rare or unknown one dear, and each step
of grammar adds a little. The tables are in `affixes.toml`, the words in hazm.
"""

from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from reports.text.spelling import (
    APART,
    HE,
    REMEMBERED,
    UNTAGGED,
    VERB,
    YE,
    affixes,
    known,
    plain,
    verbs,
    vocabulary,
)

ALEF_MADDA = "\u0622"
INDEFINITE = "\u0627\u06cc"
MI = "\u0645\u06cc"
OF_HE = ("\u06af\u06cc", "\u06af\u0627\u0646")
AL = "\u0627\u0644"

#: What each step of grammar costs.
COST = {
    "plural": 0.3,
    "degree": 0.6,
    "he": 0.1,
    "ye": 1.6,
    "ye_any": 2.5,
    "any": 1.5,
    "form": 0.8,
    "close": 1.0,
    "head": 2.5,
    "tail": 3.0,
    "pair": 4.5,
    #: What a pair is cheaper by whose second half begins with a long alef or al-.
    "seen": 3.0,
    "name": 2.0,
    "verb": 0.0,
    "unknown": 7.0,
    #: A word that hazm knows as it stands is seldom anything else.
    "listed": -1.5,
    #: A participle with a copula: rafte-im.
    "perfect": -1.0,
}
#: What each letter of an unknown word adds.
LETTER = 0.5
#: A listed word so cheap is not looked into.
SURE = 2.0
#: No word is so long; longer runs are not looked into.
LONGEST = 40


class Reading(NamedTuple):
    """One way to read a word: what it costs, and where its half-spaces are."""

    cost: float
    breaks: tuple[int, ...] = ()


class Grammar(msgspec.Struct, frozen=True):
    """The affixes, ready to be looked up."""

    #: Ending -> (kind, inner breaks); the half-space before it is the kind's matter.
    apart: dict[str, tuple[str, tuple[int, ...]]]
    forming: frozenset[str]
    closing: frozenset[str]
    tails: frozenset[str]
    heads: frozenset[str]
    after_be: frozenset[str]
    marks: tuple[str, ...]
    clitics: tuple[str, ...]
    preverbs: tuple[str, ...]
    #: Of glued words only: written apart, or with a half-space, they are verbs.
    no_verbs: frozenset[str]
    numbers: frozenset[str]
    short: frozenset[str]
    names: tuple[str, ...]
    surnames: tuple[str, ...]
    after_he: frozenset[str]
    copulas: frozenset[str]
    spoken_he: frozenset[str]
    after_ye: frozenset[str]


@cache
def grammar() -> Grammar:
    """Return the affixes of `affixes.toml`, combined."""
    tables = affixes()
    ending, compound, doing = tables["ending"], tables["compound"], tables["verb"]
    apart: dict[str, tuple[str, tuple[int, ...]]] = {}
    for top in ending["superlative"]:
        apart[top] = ("degree", ())
        for plural in ending["plural"]:
            apart[top + plural] = ("degree", (len(top),))
        for clitic in doing["clitics"]:
            apart[top + clitic] = ("degree", ())
    for kind in ("degree", "plural"):
        for form in ending[kind]:
            apart[form] = (kind, ())
    for form in ending["after_any"]:
        apart[form] = ("any", ())
    for form in ending["after_he"]:
        apart.setdefault(form, ("he", ()))
    tails = set(compound["tails"])
    for form in compound["participles"]:
        tails |= {form, form[:-1] + "\u06af\u0627\u0646", form[:-1] + "\u06af\u06cc"}
    for stem in compound["stems"]:
        tails |= {stem, stem + YE, stem + "\u0627\u0646", stem + HE}
        tails |= {stem + "\u0627\u0646\u0647", stem + "\u0646\u062f\u0647"}
        tails |= {stem + "\u06cc\u062f\u0647"}
    marks = [p + m for p in ["", *doing["preverbs"]] for m in doing["continuous"]]
    return Grammar(
        apart=apart,
        forming=frozenset(ending["forming"]),
        closing=frozenset(ending["closing"]),
        tails=frozenset(t.replace("\u200c", "") for t in tails),
        heads=frozenset(compound["heads"]),
        after_be=frozenset(t.replace("\u200c", "") for t in compound["after_be"]),
        marks=tuple(marks),
        clitics=tuple(doing["clitics"]),
        preverbs=tuple(doing["preverbs"]),
        no_verbs=frozenset(doing["no_verbs"]),
        numbers=frozenset(compound["numbers"]),
        short=frozenset(compound["short"]),
        names=tuple(tables["names"]["endings"]),
        surnames=tuple(tables["names"]["surnames"]),
        after_he=frozenset(ending["after_he"]),
        copulas=frozenset(ending["copulas"]),
        spoken_he=frozenset(ending["spoken_he"]),
        after_ye=frozenset(ending["after_ye"]),
    )


def _edge(word: str, at: int) -> tuple[int, ...]:
    """Return the half-space at `at`, if the letter before it joins."""
    return () if word[at - 1] in APART else (at,)


def _shifted(breaks: tuple[int, ...], by: int) -> tuple[int, ...]:
    """Return the breaks of a part as breaks of the whole."""
    return tuple(b + by for b in breaks)


def verb(word: str) -> Reading | None:
    """Read a finite verb, with a continuous mark or without."""
    rules = grammar()
    finite = verbs().finite
    for mark in rules.marks if MI in word[:6] else ():
        if word.startswith(mark):
            inner = _continued(word[len(mark) :])
            if inner is not None:
                breaks = (len(mark), *_shifted(inner.breaks, len(mark)))
                return Reading(inner.cost, breaks)
    if word in finite:
        return Reading(VERB)
    for before in rules.preverbs:
        if word.startswith(before) and word[len(before) :] in finite:
            return Reading(VERB + 1.0)
    for clitic in rules.clitics:
        if word.endswith(clitic) and word[: -len(clitic)] in finite:
            return Reading(VERB + 1.0)
    return None


def _continued(rest: str) -> Reading | None:
    """Read what follows a continuous mark."""
    continued = verbs().continued
    if rest in continued:
        return Reading(VERB)
    for clitic in grammar().clitics:
        if rest.endswith(clitic) and rest[: -len(clitic)] in continued:
            return Reading(VERB + 1.0)
    at = rest.find(HE, 2) + 1
    if rest[: at - 1] in continued and rest[at:] in ("", *grammar().after_he):
        return Reading(VERB + 1.0, (at,) if rest[at:] else ())
    return None


def _listed(word: str) -> Reading | None:
    """Read a word that stands in the lists as it is."""
    entry = known(word)
    if entry is not None:
        bonus = COST["listed"] if entry.tagged else 0.0
        return Reading(entry.cost + bonus, entry.breaks)
    if plain(word):
        return Reading(UNTAGGED)
    return None


@lru_cache(REMEMBERED)
def stem(word: str) -> Reading | None:
    """Read a word that takes endings: listed, formed by an ending, or compound."""
    readings = []
    entry = known(word)
    if entry is not None:
        if entry.open:
            readings.append(Reading(entry.cost, entry.breaks))
    elif plain(word):
        readings.append(Reading(UNTAGGED))
    rules = grammar()
    if word.startswith(rules.preverbs):
        begun = [p for p in rules.preverbs if word.startswith(p)]
        if any(word[len(before) :] in verbs().nominal for before in begun):
            readings.append(Reading(VERB + 1.0))
    if entry is None or entry.cost > 3.0:
        readings += _formed(word)
        readings += _compounds(word)
    return min(readings, default=None)


def _formed(word: str) -> list[Reading]:
    """Read a stem with a joined ending that makes another stem."""
    readings = []
    if word.endswith(OF_HE):
        for size in (2, 3):
            base = known(word[:-size] + HE)
            if base is not None and base.open:
                readings.append(Reading(base.cost + COST["form"], base.breaks))
    for size in range(1, min(5, len(word) - 1)):
        if word[-size:] in grammar().forming:
            base = known(word[:-size])
            if base is not None and base.open:
                cost = base.cost + COST["form"]
                readings.append(Reading(cost, base.breaks))
            inner = stem(word[:-size]) if base is None and len(word) > 5 else None
            if inner is not None:
                readings.append(Reading(inner.cost + COST["form"], inner.breaks))
    return readings


def _compounds(word: str) -> list[Reading]:
    """Read two stems written as one."""
    readings = []
    rules = grammar()
    words = vocabulary()
    for at in range(2, len(word) - 1):
        head, tail = word[:at], word[at:]
        if tail in words or tail in rules.tails:
            if head in words:
                readings.append(_paired(head, tail))
            if head in rules.heads or head in rules.numbers:
                readings.append(_headed(head, tail))
        elif head in rules.heads and len(tail) > 3:
            readings.append(_headed(head, tail))
    return [reading for reading in readings if reading is not None]


def _headed(head: str, tail: str) -> Reading | None:
    """Read a stem after a prefix or a number: bi-kar, se-janebe."""
    at = len(head)
    entry = known(tail)
    if entry is not None:
        inner = Reading(entry.cost, entry.breaks) if entry.open else None
    else:
        inner = stem(tail) if len(tail) > 3 else None
    if inner is None:
        return None
    if head not in grammar().heads and (entry is None or tail[-1] not in (HE, YE)):
        return None
    breaks = _edge(head + tail, at) + _shifted(inner.breaks, at)
    return Reading(inner.cost + COST["head"], breaks)


def _paired(head: str, tail: str) -> Reading | None:
    """Read a noun with a tail that makes compounds, or with another noun."""
    rules = grammar()
    at = len(head)
    first = known(head)
    if first is None or not first.heads or not first.tagged:
        return None
    if at == 2 and head not in rules.short:
        return None
    edge = first.breaks + _edge(head, at)
    if tail in rules.tails:
        return Reading(first.cost + COST["tail"] + (len(tail) == 2), edge)
    second = known(tail)
    if second is None or not second.open or not second.tagged:
        return None
    if at < 3 or len(tail) < 3:
        return None
    cost = first.cost + second.cost + COST["pair"]
    if tail[0] == ALEF_MADDA or tail.startswith(AL):
        cost -= COST["seen"]
    return Reading(cost, edge + _shifted(second.breaks, at))


def _he_doubt(base: str, ending: str) -> float:
    """Return what speaks for a plural in -ha where -he could be read as well."""
    doubt = 0.0
    entry = known(base)
    if entry is None or not entry.tagged:
        doubt += 1.0
    if base in verbs().nominal:
        noun = known(base[:-1])
        doubt += 2.0 if noun is not None and noun.tagged else 0.5
    if ending != INDEFINITE:
        doubt += 0.7
    return doubt


def spoken(word: str) -> bool:
    """Return whether the he at the end is spoken, so that endings join it."""
    return word[-2:-1] == "\u0627" or word in grammar().spoken_he


def _graded(word: str) -> bool:
    """Return whether a word can be compared: not a noun that hazm knows as such."""
    entry = known(word)
    return entry is None or entry.graded


def _endings(word: str) -> list[Reading]:
    """Read a stem with endings that close the word."""
    readings = []
    rules = grammar()
    for size in range(1, min(13, len(word) - 1)):
        at = len(word) - size
        ending = word[at:]
        before = word[at - 1]
        entry = rules.apart.get(ending)
        if entry is not None:
            kind, inner = entry
            if before == HE and ending in rules.after_he:
                kind = "" if spoken(word[:at]) else "he"
                if (
                    ending in rules.copulas
                    and ending != INDEFINITE
                    and word[:at] in verbs().nominal
                ):
                    kind = "perfect"
            elif before == YE and ending in rules.after_ye:
                kind = "ye" if ending != INDEFINITE else "ye_any"
            elif kind == "he":
                kind = ""
            fits = kind and (kind != "degree" or _graded(word[:at]))
            base = stem(word[:at]) if fits else None
            if base is not None:
                breaks = base.breaks + _edge(word, at) + _shifted(inner, at)
                cost = base.cost + COST[kind]
                if kind == "he":
                    cost += _he_doubt(word[:at], ending)
                readings.append(Reading(cost, breaks))
            elif kind == "plural" and at > (3 if len(ending) > 2 else 4):
                cost = COST["unknown"] + LETTER * at + 0.5
                readings.append(Reading(cost, _edge(word, at)))
        if ending in rules.closing and (before != HE or spoken(word[:at])):
            base = stem(word[:at])
            if base is not None:
                readings.append(Reading(base.cost + COST["close"], base.breaks))
    return readings


def _phrases(word: str) -> list[Reading]:
    """Read what is neither: set phrases with be, linked names, surnames."""
    readings = []
    rules = grammar()
    if word[0] == "\u0628" and word[1:2] == HE and word[2:] in rules.after_be:
        readings.append(Reading(4.0, (2,)))
    for ending in rules.names if word.endswith(rules.names) else ():
        at = len(word) - len(ending)
        if at > 2 and word.endswith(ending) and known(word[:at]) is not None:
            readings.append(Reading(COST["name"] + 4.0, _edge(word, at)))
    for ending in rules.surnames if word.endswith(rules.surnames) else ():
        at = len(word) - len(ending)
        if at > 3 and word.endswith(ending) and word[at - 1] == YE:
            base = stem(word[:at])
            if base is not None:
                cost = base.cost + COST["name"]
                readings.append(Reading(cost, base.breaks + _edge(word, at)))
    return readings


@lru_cache(REMEMBERED)
def read_word(word: str) -> Reading:
    """Return the cheapest reading of a glued, levelled word."""
    unknown = Reading(COST["unknown"] + LETTER * len(word))
    if len(word) < 3 or len(word) > LONGEST:
        return unknown
    whole = _listed(word)
    if whole is not None and whole.cost < SURE:
        return whole
    readings = [unknown, *_endings(word), *_phrases(word)]
    said = None if word in grammar().no_verbs else verb(word)
    readings += [r for r in (whole, stem(word), said) if r is not None]
    return min(readings)
