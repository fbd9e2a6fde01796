"""A finder of known phrases in a sequence of words, whatever way they are spaced.

Every form is kept under one key: folded, without spaces and half-spaces. Reading joins
neighbouring words while their joint spelling begins some form, so that a compound
written as one word, with a half-space or as two words is found alike.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from reports.text import ZWNJ, fold


def key(form: str) -> str:
    """Return the spelling that every way of writing `form` shares."""
    return fold(form).text.replace(" ", "")


@cache
def flags(*kinds: str) -> int:
    """Return a number with one bit for each of `kinds`, the same wherever asked."""
    return sum(_BITS.setdefault(kind, 1 << len(_BITS)) for kind in {*kinds})


@lru_cache(1 << 14)
def single(held: int) -> tuple[int, ...]:
    """Return the bits of flags by their numbers, from the lowest."""
    return tuple(at for at in range(held.bit_length()) if held >> at & 1)


#: Each kind of phrase has a bit of its own, so that one look tells whether a word
#: begins any of many.
_BITS: dict[str, int] = {}


class Hit[T](msgspec.Struct, frozen=True, gc=False):
    """One known phrase: the words from `start` up to `end`, and what they stand for."""

    start: int
    end: int
    kind: str
    value: T


class Known[T](msgspec.Struct, frozen=True, kw_only=True):
    """What one key stands for: pairs of a kind and a value, and the flags of all kinds.

    The mere beginning of a longer key stands for nothing; it `goes_on`.
    """

    entries: tuple[tuple[str, T], ...]
    flags: int
    goes_on: bool


def _known[T](entries: Iterable[tuple[str, T]], *, goes_on: bool) -> Known[T]:
    """Return what a key with these `entries` stands for."""
    pairs = tuple(entries)
    kinds = flags(*(kind for kind, _ in pairs))
    return Known(entries=pairs, flags=kinds, goes_on=goes_on)


class Phrases[T]:
    """Phrases by kind; one key may stand for several things of different kinds."""

    def __init__(
        self,
        entries: Iterable[tuple[str, str, T]],
        *,
        names: Collection[str] = (),
        particles: Collection[str] = (),
    ) -> None:
        """Index `(form, kind, value)` triples.

        A phrase of one of the kinds `names` is not read across one of the
        `particles`, unless one of its forms is printed with it.
        """
        self._particles = frozenset(particles)
        #: Names with the particles that they are printed with.
        self._held: dict[tuple[str, str], set[str]] = {}
        pairs: dict[str, dict[tuple[str, T], None]] = {}
        for form, kind, value in entries:
            spelling = key(form)
            if kind in names:
                held = self._held.setdefault((spelling, kind), set())
                held |= self._particles.intersection(form.replace(ZWNJ, " ").split())
            pairs.setdefault(spelling, {})[kind, value] = None
        begun = {form[:size] for form in pairs for size in range(1, len(form))}
        #: What every key and every beginning of a key stands for.
        self.known: dict[str, Known[T]] = dict.fromkeys(begun, _known((), goes_on=True))
        for form, found in pairs.items():
            self.known[form] = _known(found, goes_on=form in begun)

    def __contains__(self, spelling: str) -> bool:
        """Tell whether `spelling`, already a key, is a whole known phrase."""
        known = self.known.get(spelling)
        return known is not None and bool(known.entries)

    def kinds(self, spelling: str) -> frozenset[str]:
        """Return the kinds of things that the key `spelling` stands for."""
        known = self.known.get(spelling)
        return frozenset(kind for kind, _ in known.entries) if known else frozenset()

    def hits(self, words: Sequence[str], start: int, end: int) -> list[Hit[T]]:
        """Return the phrases from word `start` that end by `end`, longest first."""
        return [
            Hit(start, last, kind, value)
            for last, known in self.readings(words, start, end)
            for kind, value in known.entries
        ]

    def readings(
        self, words: Sequence[str], start: int, end: int
    ) -> list[tuple[int, Known[T]]]:
        """Return what the words from `start` on stand for, by the word where it ends.

        The longest comes first, and none reaches over `end`.
        """
        found: list[tuple[int, Known[T]]] = []
        spelling = ""
        for at in range(start, end):
            spelling += words[at]
            known = self.known.get(spelling)
            if known is None:
                break
            if at > start:
                known = self._read_across(spelling, known, words[start : at + 1])
            if known.entries:
                found.append((at + 1, known))
            if not known.goes_on:
                break
        return found[::-1]

    def _read_across(
        self, spelling: str, known: Known[T], words: Sequence[str]
    ) -> Known[T]:
        """Return what several words stand for, but names that they do not print so."""
        small = self._particles.intersection(words)
        if not small:
            return known
        kept = [
            (kind, value)
            for kind, value in known.entries
            if small <= self._held.get((spelling, kind), small)
        ]
        return _known(kept, goes_on=known.goes_on)
