"""A finder of known phrases in a sequence of words, whatever way they are spaced.

Every form is kept under one key: folded, without spaces and half-spaces. Reading joins
neighbouring words while their joint spelling begins some form, so that a compound
written as one word, with a half-space or as two words is found alike.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from reports.text import ZWNJ, fold


def key(form: str) -> str:
    """Return the spelling that every way of writing `form` shares."""
    return fold(form).text.replace(" ", "")


class Hit[T](NamedTuple):
    """One known phrase: the words from `start` up to `end`, and what they stand for."""

    start: int
    end: int
    kind: str
    value: T


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
        self._known: dict[str, list[tuple[str, T]]] = {}
        self._beginnings: set[str] = set()
        for form, kind, value in entries:
            spelling = key(form)
            if kind in names:
                held = self._held.setdefault((spelling, kind), set())
                held |= self._particles.intersection(form.replace(ZWNJ, " ").split())
            known = self._known.setdefault(spelling, [])
            if (kind, value) not in known:
                known.append((kind, value))
            self._beginnings.update(spelling[:n] for n in range(1, len(spelling) + 1))

    def __contains__(self, spelling: str) -> bool:
        """Tell whether `spelling`, already a key, is a whole known phrase."""
        return spelling in self._known

    def kinds(self, spelling: str) -> frozenset[str]:
        """Return the kinds of things that the key `spelling` stands for."""
        return frozenset(kind for kind, _ in self._known.get(spelling, ()))

    def hits(self, words: Sequence[str], start: int, end: int) -> list[Hit[T]]:
        """Return the phrases from word `start` that end by `end`, longest first."""
        found: list[list[Hit[T]]] = []
        spelling = ""
        for place in range(start, end):
            spelling += words[place]
            if spelling not in self._beginnings:
                break
            known = self._known.get(spelling)
            if known:
                read = [Hit(start, place + 1, *entry) for entry in known]
                if place > start:
                    read = self._whole(read, spelling, words[start : place + 1])
                found.append(read)
        return [hit for same in reversed(found) for hit in same]

    def _whole(
        self, hits: list[Hit[T]], spelling: str, across: Sequence[str]
    ) -> list[Hit[T]]:
        """Return the `hits` that may be read across these words."""
        if self._particles.isdisjoint(across):
            return hits
        small = self._particles.intersection(across)
        return [
            hit for hit in hits if small <= self._held.get((spelling, hit.kind), small)
        ]
