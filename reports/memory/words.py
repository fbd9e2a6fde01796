"""The words that two tellings are compared by: levelled, stemmed, without the usual.

A stem is only a key that forms of one word share; it is never printed.
"""

import re
from functools import cache, lru_cache

import msgspec

from reports.lexicon import key, load
from reports.lexicon.sameness import sameness
from reports.text import fold, tokens

WORD = re.compile(r"[^\W\d_]+")
#: A stem keeps at least so many letters.
SHORTEST = 3
#: Kinds of words of the language that say nothing of the matter.
SMALL = frozenset(
    {
        "grammar/conjunction",
        "grammar/determiner",
        "grammar/preposition",
        "grammar/time",
        "grammar/verb",
        "proposals/subjunctive",
        "speech/verb",
    }
)
#: Kinds of words that stand in any article of the genre.
USUAL = SMALL | {"proposals/generic", "relevance/abroad", "office", "deputy"}


class Wording(msgspec.Struct, frozen=True):
    """A proposal in levelled words: what is done, and to what, in reading order."""

    heads: tuple[str, ...]
    words: tuple[str, ...]
    #: It begins with what is to be done, as a noun phrase does.
    phrase: bool


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return what the forms of one folded `word` share: its plural and ye cut off."""
    for endings in sameness().endings:
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
                word = word[: -len(ending)]
                break
    return word


@lru_cache(maxsize=1 << 14)
def wording(text: str) -> Wording:
    """Return what is to be done, and to what, in the words that outlets share."""
    letters = [token.text for token in tokens(fold(text).text)]
    phrases, grammar = sameness().phrases, load().phrases
    found: dict[str, list[str]] = {"head": [], "word": [], "detail": [], "stop": []}
    opening = phrases.hits(letters, 0, len(letters))
    at = 0
    while at < len(letters):
        hits = phrases.hits(letters, at, len(letters))
        if hits:
            hit = hits[0]
            found[hit.kind].append(hit.value)
            at = hit.end
            continue
        word = letters[at]
        at += 1
        if WORD.fullmatch(word) and not SMALL & grammar.kinds(word):
            found["word"].append(stem(word))
    return Wording(
        tuple(dict.fromkeys(found["head"])),
        tuple(dict.fromkeys([*found["word"], *found["detail"]])),
        phrase=bool(opening) and opening[0].kind == "head",
    )


def is_name(word: str) -> bool:
    """Tell whether a key of a word may name a place: it is in no list of things."""
    lists = sameness()
    return word not in lists.labels and word not in lists.broad


@lru_cache(maxsize=1 << 16)
def noun(word: str) -> str | None:
    """Return the key of one folded content word, or `None` if it is a usual one."""
    for hit in sameness().phrases.hits([word], 0, 1):
        return hit.value if hit.kind in {"word", "detail"} else None
    if len(word) < SHORTEST or USUAL & load().phrases.kinds(word):
        return None
    return stem(word)


def nouns(text: str) -> set[str]:
    """Return the keys of the content words of `text`."""
    found = {noun(word) for word in WORD.findall(_plain(text))}
    return {word for word in found if word is not None}


def _plain(text: str) -> str:
    """Return `text` folded, by the short way: no origins are needed here."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """Return what every character that folding knows is folded to."""
    from_blocks = (range(0x0600, 0x0700), range(0x2000, 0x2070), range(0xFB50, 0xFEFD))
    return {
        code: plain
        for block in from_blocks
        for code in block
        if (plain := fold(chr(code)).text) != chr(code)
    }


def place_words(text: str | None) -> tuple[str, ...]:
    """Return the keys of the words that name a place, sorted."""
    if text is None:
        return ()
    return tuple(sorted({stem(key(word)) for word in WORD.findall(_plain(text))}))
