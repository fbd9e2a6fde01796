"""An article as the rules read it: words in sentences, with the known phrases marked.

Words are folded, and affixes written apart are joined to their word, so the rules see
one spelling. Every word knows where it stands in the untouched text.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any

import msgspec

from reports.lexicon import Hit, Known, Lexicon, Phrases, Place, flags
from reports.lexicon.places import read
from reports.model import Article, Evidence, Span
from reports.text import Token, fold, sentences, spelling, tokens
from reports.text.setting import typeset

#: Endings that some pages write apart from their word.
SUFFIXES = frozenset(read("affixes")["suffix"]["forms"])
#: Beginnings of verbs that some pages write apart.
PREFIXES = frozenset(read("affixes")["prefix"]["forms"])
#: May be joined only to a word that ends in a silent heh.
AFTER_HEH = frozenset(read("affixes")["after_heh"]["forms"])
ENDINGS = SUFFIXES | AFTER_HEH
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
#: The flags of marks, which are told from words as the kinds of phrases are.
STOP, COMMA, SEMICOLON = (
    flags("mark/stop"),
    flags("mark/comma"),
    flags("mark/semicolon"),
)
OPENS, CLOSES, TELLS = flags("mark/opening"), flags("mark/closing"), flags("mark/colon")
_KINDS = (
    (STOPS, STOP),
    (COMMAS, COMMA),
    (SEMICOLONS, SEMICOLON),
    (OPENING, OPENS),
    (CLOSING, CLOSES),
    ({COLON}, TELLS),
)
_MARKS = {
    mark: sum(flag for marks, flag in _KINDS if mark in marks)
    for marks, _ in _KINDS
    for mark in marks
}


class Clause(msgspec.Struct, frozen=True):
    """The words from `start` up to `end`; a finite verb, if any, begins at `verb`."""

    start: int
    end: int
    verb: int | None


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


def _is_torn(before: str, word: str) -> bool:
    """Tell whether two neighbours are one word with an affix written apart."""
    return (
        before in PREFIXES
        or (word in SUFFIXES and before[-1].isalpha() and len(before) > 1)
        or (word in AFTER_HEH and before[-1] == HEH)
    )


@lru_cache(1 << 16)
def _glued(word: str, phrases: Phrases[Any]) -> int:
    """Return where two words that lost the space between them part, or 0."""
    if len(word) < 5 or word in phrases:
        return 0
    for first in GLUED:
        rest = word[len(first) :]
        if word.startswith(first) and len(rest) > 2 and rest in phrases:
            return 0 if spelling.known(word) is not None else len(first)
    return 0


class Document:
    """One article, read."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        """Read `article`; what is noise is kept out of the words."""
        self.article = article
        self.lexicon = lexicon
        self._folded = fold(article.text)
        self.folded = self._folded.text
        self.noise: list[tuple[str, int, int]] = []
        self.readable = self._without_noise(self.folded)
        self.tokens = tokens(self.readable)
        self.words: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.sentences: list[Sentence] = []
        self._read_words()
        #: Places no list knows that a title put into a state: "the mayor of X of Y".
        self.learned: dict[str, Place] = {}
        #: The clauses of a stretch, once read.
        self.clauses: dict[tuple[int, int], tuple[Clause, ...]] = {}
        #: The words that carry the matter of a stretch, once read.
        self.matter: dict[tuple[int, int], frozenset[str]] = {}
        #: Where the lead-ins of a sentence end, once asked for.
        self.leads: dict[Sentence, frozenset[int]] = {}
        #: The day the page was published, set once the page is read.
        self.page_date: datetime.date | None = None
        #: The flags of all that begins at each word, and of what is that word alone;
        #: behind the last words nothing does. Marks have flags of their own.
        self.begins: list[int] = []
        self.alone: list[int] = []
        #: What several words stand for, by the first; and the flags of all there is.
        self._longer: dict[int, list[tuple[int, Known[Any]]]] = {}
        self.holds = 0
        self._find_phrases()
        self._printed: dict[tuple[int, int], str] = {}

    def _without_noise(self, text: str) -> str:
        """Return `text` with noise turned to spaces, remembering each piece."""
        for pattern in _cuts():
            found = pattern.search(text)
            if found and found.start() > len(text) // 3:
                self.noise.append(("tail", found.start(), len(text)))
                text = text[: found.start()] + " " * (len(text) - found.start())
        for kind, pattern in _drops():
            pieces = [found.span() for found in pattern.finditer(text)]
            self.noise.extend((kind, start, end) for start, end in pieces)
            if pieces:
                text = pattern.sub(lambda found: " " * len(found[0]), text)
        return text

    def _read_words(self) -> None:
        """Read the words of each sentence."""
        for span in sentences(self.readable):
            first, last = (
                bisect_left(self.tokens, place, key=lambda token: token.start)
                for place in (span.start, span.end)
            )
            inside = self.tokens[first:last]
            if (
                first == last
                or inside[0].start > span.start
                or inside[-1].end > span.end
            ):
                # A token reaches over the end of its sentence: "type B.5".
                inside = tokens(self.readable, span.start, span.end)
            first = len(self.words)
            self._add_words(inside)
            self.sentences.append(Sentence(first, len(self.words), headline=False))

    def _add_words(self, inside: Sequence[Token]) -> None:
        """Add the words of one sentence, with spaced affixes joined, glued ones cut."""
        words, starts, ends = self.words, self._starts, self._ends
        phrases = self.lexicon.phrases
        before, last = "", -1
        for token in inside:
            word, start, end = token.text, token.start, token.end
            if (
                start == last + 1
                and (word in ENDINGS or before in PREFIXES)
                and _is_torn(before, word)
            ):
                words[-1] = before = before + word
                ends[-1] = last = end
                continue
            if word.startswith(GLUED) and (cut := _glued(word, phrases)):
                words.append(word[:cut])
                starts.append(start)
                ends.append(start + cut)
                word, start = word[cut:], start + cut
            words.append(word)
            starts.append(start)
            ends.append(end)
            before, last = word, end

    def _find_phrases(self) -> None:
        """Mark where phrases begin, in one pass over the words."""
        words, phrases = self.words, self.lexicon.phrases
        known = phrases.known
        for sentence in self.sentences:
            for at in range(sentence.start, sentence.end):
                word = words[at]
                read = known.get(word)
                if read is None:
                    found = alone = _MARKS.get(word, 0)
                else:
                    found = alone = read.flags
                    if (
                        read.goes_on
                        and at + 1 < sentence.end
                        and word + words[at + 1] in known
                    ):
                        longer = phrases.readings(words, at, sentence.end)
                        self._longer[at] = longer
                        for _, longest in longer:
                            found |= longest.flags
                self.begins.append(found)
                self.alone.append(alone)
                self.holds |= found
        self.begins += [0, 0]
        self.alone += [0, 0]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the untouched text of the words from `start` to `end`."""
        return self._folded.source(self._starts[start], self._ends[end - 1])

    def quote(self, start: int, end: int) -> str:
        """Return the untouched text of the words from `start` up to `end`."""
        span = self.span(start, end)
        return self.article.text[span.start : span.end]

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end` as an editor would set them."""
        printed = self._printed.get((start, end))
        if printed is None:
            printed = typeset(" ".join(self.quote(start, end).split()))
            self._printed[start, end] = printed
        return printed

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
        return bisect_right(self._ends, offset)

    def word_of(self, offset: int) -> int:
        """Return the word that stands at `offset` of the untouched text."""
        return self.word_at(self._folded.place(offset))

    def untouched(self, start: int, end: int) -> Span:
        """Return the place in the untouched text of a range of the folded text."""
        return self._folded.source(start, end)

    def hit(self, at: int, *kinds: str) -> Hit[Any] | None:
        """Return the longest phrase of one of `kinds` that begins at word `at`."""
        if self.begins[at] & flags(*kinds):
            for end, known in self._known(at):
                for kind, value in known.entries:
                    if kind in kinds:
                        return Hit(at, end, kind, value)
        return None

    def hits(self, at: int, *kinds: str) -> Iterator[Hit[Any]]:
        """Yield the phrases of `kinds` that begin at word `at`, longest first."""
        if self.begins[at] & flags(*kinds):
            for end, known in self._known(at):
                for kind, value in known.entries:
                    if kind in kinds:
                        yield Hit(at, end, kind, value)

    def _known(self, at: int) -> Sequence[tuple[int, Known[Any]]]:
        """Return what is known to begin at word `at`, where anything is."""
        longer = self._longer.get(at)
        if longer is None:
            return ((at + 1, self.lexicon.phrases.known[self.words[at]]),)
        return longer

    def is_any(self, at: int, *kinds: str) -> bool:
        """Tell whether the single word at `at` is of one of `kinds`."""
        return bool(self.alone[at] & flags(*kinds))

    def seek(self, at: int, end: int, wanted: int) -> int:
        """Return the first word from `at` up to `end` with a `wanted` flag, else `end`.

        Words between cues are many, and nobody need ask each what it is.
        """
        begins = self.begins
        while at < end and not begins[at] & wanted:
            at += 1
        return min(at, end)

    def held(self, start: int, end: int) -> int:
        """Return the flags of all that begins between two words."""
        return reduce(or_, self.begins[start:end], 0)

    def find(self, start: int, end: int, *kinds: str) -> Iterator[Hit[Any]]:
        """Yield the phrases of `kinds` between two words, longest first, disjoint."""
        wanted = flags(*kinds)
        at = self.seek(start, end, wanted) if self.holds & wanted else end
        while at < end:
            hit = self.hit(at, *kinds)
            at += 1
            if hit is not None and hit.end <= end:
                yield hit
                at = hit.end
            at = self.seek(at, end, wanted)

    def first(self, start: int, end: int, *kinds: str) -> Hit[Any] | None:
        """Return the first phrase of `kinds` between two words, None without one."""
        if not self.holds & flags(*kinds):
            return None
        return next(self.find(start, end, *kinds), None)

    def ends(self, at: int, *kinds: str) -> Hit[Any] | None:
        """Return the longest phrase of one of `kinds` that ends before word `at`."""
        wanted = flags(*kinds)
        for start in range(max(0, at - 5), at):
            if self.begins[start] & wanted:
                for hit in self.hits(start, *kinds):
                    if hit.end == at:
                        return hit
        return None

    def place(self, at: int) -> Hit[Place] | None:
        """Return the longest place name that begins at word `at`."""
        return self.hit(at, "place")

    def sentence_of(self, at: int) -> Sentence:
        """Return the sentence that holds the word `at`."""
        after = bisect_right(self.sentences, at, key=lambda sentence: sentence.end)
        return self.sentences[min(after, len(self.sentences) - 1)]


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
