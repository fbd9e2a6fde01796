"""An article as the rules read it: words in sentences, with the known phrases marked.

Words are folded, and affixes written apart are joined to their word, so the rules see
one spelling. Every word knows where it stands in the untouched text.
"""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from reports.lexicon import Hit, Lexicon, Place
from reports.lexicon.places import read
from reports.model import Article, Evidence, Span
from reports.text import fold, sentences, tokens
from reports.text.setting import typeset
from reports.text.spelling import known

#: Endings that some pages write apart from their word.
SUFFIXES = frozenset(read("affixes")["suffix"]["forms"])
#: Beginnings of verbs that some pages write apart.
PREFIXES = frozenset(read("affixes")["prefix"]["forms"])
#: May be joined only to a word that ends in a silent heh.
AFTER_HEH = frozenset(read("affixes")["after_heh"]["forms"])
HEH = "\u0647"
#: Words that some pages write together with the next one, longest first.
GLUED = tuple(sorted(read("affixes")["glued"]["forms"], key=len, reverse=True))

OPENING = frozenset('\u00ab\u201c"([\u201e\u2039')
CLOSING = frozenset('\u00bb\u201d")]\u203a')
COMMAS = frozenset("\u060c,")
SEMICOLONS = frozenset("\u061b;")
DASHES = frozenset("-\u2013\u2014\u0640\u2012\u2015_")
COLON = ":"
STOPS = frozenset(".!?\u061f\u2026")


class Sentence:
    """The words from `start` up to `end`, and whether they stand in a headline."""

    __slots__ = ("body", "end", "headline", "start")

    def __init__(self, start: int, end: int, *, headline: bool) -> None:
        """Hold the range; `body` is where the sentence itself begins."""
        self.start = start
        self.end = end
        self.headline = headline
        #: First word after an attribution such as "according to the agency".
        self.body = start


class Document:
    """One article, read."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        """Read `article`; what is noise is kept out of the words."""
        self.article = article
        self.lexicon = lexicon
        folded = fold(article.text)
        self.folded = folded.text
        self.origins = folded.origins
        self.noise: list[tuple[str, int, int]] = []
        self.readable = self._without_noise(folded.text)
        self.words: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.sentences: list[Sentence] = []
        for span in sentences(self.readable):
            first = len(self.words)
            self._read_words(span)
            if len(self.words) > first:
                self.sentences.append(Sentence(first, len(self.words), headline=False))
        #: Places no list knows that a title put into a state: "the mayor of X of Y".
        self.learned: dict[str, Place] = {}
        #: The words that carry the matter of a stretch, once read.
        self.matter: dict[tuple[int, int], frozenset[str]] = {}
        #: The day the page was published, set once the page is read.
        self.page_date: datetime.date | None = None
        self.hits: list[list[Hit[Any]]] = []
        for sentence in self.sentences:
            for place in range(sentence.start, sentence.end):
                self.hits.append(lexicon.phrases.hits(self.words, place, sentence.end))
        #: Where the phrases of each kind begin.
        self._places: dict[str, list[int]] = {}
        for place, hits in enumerate(self.hits):
            for kind in {hit.kind for hit in hits}:
                self._places.setdefault(kind, []).append(place)

    def _without_noise(self, text: str) -> str:
        """Return `text` with noise turned to spaces, remembering each piece."""
        for pattern in _cuts():
            found = pattern.search(text)
            if found and found.start() > len(text) // 3:
                self.noise.append(("tail", found.start(), len(text)))
                text = text[: found.start()] + " " * (len(text) - found.start())
        for kind, pattern in _drops():
            pieces = [(m.start(), m.end()) for m in pattern.finditer(text)]
            for start, end in pieces:
                self.noise.append((kind, start, end))
                text = text[:start] + " " * (end - start) + text[end:]
        return text

    def _read_words(self, span: Span) -> None:
        """Add the words of one sentence, with spaced affixes joined."""
        text = self.readable[span.start : span.end]
        words, starts, ends = self.words, self._starts, self._ends
        first = len(words)
        for token in tokens(text):
            start, end = token.start + span.start, token.end + span.start
            word = token.text
            if len(words) > first and start == ends[-1] + 1:
                before = words[-1]
                if (
                    (word in SUFFIXES and before[-1].isalpha() and len(before) > 1)
                    or before in PREFIXES
                    or (word in AFTER_HEH and before[-1] == HEH)
                ):
                    words[-1] = before + word
                    ends[-1] = end
                    continue
            cut = self._glued(word)
            if cut:
                words.append(word[:cut])
                starts.append(start)
                ends.append(start + cut)
                word, start = word[cut:], start + cut
            words.append(word)
            starts.append(start)
            ends.append(end)

    def _glued(self, word: str) -> int:
        """Return where two words that lost the space between them part, or 0."""
        phrases = self.lexicon.phrases
        if len(word) < 5 or word in phrases or not word.startswith(GLUED):
            return 0
        for first in GLUED:
            rest = word[len(first) :]
            if word.startswith(first) and len(rest) > 2 and rest in phrases:
                return 0 if known(word) is not None else len(first)
        return 0

    def span(self, start: int, end: int) -> Span:
        """Return the place in the untouched text of the words from `start` to `end`."""
        first = self.origins[self._starts[start]]
        return Span(first, self.origins[self._ends[end - 1] - 1] + 1)

    def quote(self, start: int, end: int) -> str:
        """Return the untouched text of the words from `start` up to `end`."""
        span = self.span(start, end)
        return self.article.text[span.start : span.end]

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end` as an editor would set them."""
        return typeset(" ".join(self.quote(start, end).split()))

    def evidence(
        self, start: int, end: int, *, rule: str, field: str | None = None
    ) -> Evidence:
        """Return the proof that the words from `start` up to `end` are."""
        span = self.span(start, end)
        return Evidence(
            start=span.start,
            end=span.end,
            field=field,
            quote=self.article.text[span.start : span.end],
            rule=rule,
        )

    def folded_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words from `start` up to `end` stand in the folded text."""
        return self._starts[start], self._ends[end - 1]

    def word_at(self, offset: int) -> int:
        """Return the first word that ends after `offset` of the folded text."""
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self._ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def word_of(self, offset: int) -> int:
        """Return the word that stands at `offset` of the untouched text."""
        return self.word_at(bisect_left(self.origins, offset))

    def hit(self, at: int, *kinds: str) -> Hit[Any] | None:
        """Return the longest phrase of one of `kinds` that begins at word `at`."""
        if at >= len(self.hits):
            return None
        for hit in self.hits[at]:
            if hit.kind in kinds:
                return hit
        return None

    def is_any(self, at: int, *kinds: str) -> bool:
        """Tell whether the single word at `at` is of one of `kinds`."""
        return any(hit.end == at + 1 and hit.kind in kinds for hit in self.hits[at])

    def find(self, start: int, end: int, *kinds: str) -> Iterator[Hit[Any]]:
        """Yield the phrases of `kinds` between two words, longest first, disjoint."""
        at = start
        for first in self._begin(start, end, kinds):
            if first < at:
                continue
            hit = self.hit(first, *kinds)
            if hit is not None and hit.end <= end:
                yield hit
                at = hit.end

    def first(self, start: int, end: int, *kinds: str) -> Hit[Any] | None:
        """Return the first phrase of `kinds` between two words, None without one."""
        return next(self.find(start, end, *kinds), None)

    def _begin(self, start: int, end: int, kinds: tuple[str, ...]) -> Iterable[int]:
        """Return the words from `start` where a phrase of `kinds` begins."""
        found: list[int] = []
        for kind in kinds:
            places = self._places.get(kind)
            if places and places[-1] >= start and places[0] < end:
                found.extend(
                    places[bisect_left(places, start) : bisect_left(places, end)]
                )
        return found if len(kinds) == 1 else sorted(set(found))

    def ends(self, at: int, *kinds: str) -> Hit[Any] | None:
        """Return the longest phrase of one of `kinds` that ends before word `at`."""
        for start in range(max(0, at - 5), at):
            for hit in self.hits[start]:
                if hit.end == at and hit.kind in kinds:
                    return hit
        return None

    def place(self, at: int) -> Hit[Place] | None:
        """Return the longest place name that begins at word `at`."""
        return self.hit(at, "place")

    def sentence_of(self, at: int) -> Sentence:
        """Return the sentence that holds the word `at`."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= at:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low]


@cache
def _drops() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the compiled patterns of noise, by kind."""
    table = read("noise")["drop"]
    return tuple(
        (kind, re.compile("|".join(patterns))) for kind, patterns in table.items()
    )


@cache
def _cuts() -> tuple[re.Pattern[str], ...]:
    """Return the compiled patterns that end an article."""
    return (re.compile("|".join(read("noise")["cut"]["tail"])),)
