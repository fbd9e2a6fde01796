"""The words of a text in sentences, and what begins at each.

Affixes written apart are joined to their word, and small words glued to the next one
are parted, so the rules see one spelling.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import add, or_
from re import compile as pattern
from typing import Any

from reports.extract.forms import BEGINS, NUMERIC, PHRASE, TORN, reading, torn
from reports.lexicon import Hit, Known, Lexicon, Place, flags, single
from reports.text import Token, sentences, tokens

#: What stands between two blanks.
STRETCH = pattern(r"\S+")
#: The longest phrase that `ends` looks back for, in words.
LONGEST = 5


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


class Words:
    """The words of a text, in sentences."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Read folded `text`."""
        self.lexicon = lexicon
        self.words: list[str] = []
        self.sentences: list[Sentence] = []
        #: The flags of what each word is alone, and of all that begins with it; behind
        #: the last words nothing does.
        self.alone: list[int] = []
        self.begins: list[int] = []
        #: The tokens of the whole text, and those of them that a number may begin with.
        self.tokens: tuple[Token, ...] = ()
        self.numeric: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._reading = reading(lexicon)
        self._read(text)
        #: What several words stand for, by the first of them.
        self._longer: dict[int, list[tuple[int, Known[Any]]]] = {}
        #: Where each flag begins, and where any of some do, once asked for.
        self._places: defaultdict[int, list[int]] = defaultdict(list)
        self._any: dict[int, list[int]] = {}
        self._find()

    def _read(self, text: str) -> None:
        """Read the words of each sentence."""
        read = list(map(self._reading.stretch.__getitem__, text.split()))
        places = [found.start() for found in STRETCH.finditer(text)]
        texts = [word for one in read for word in one.texts]
        kinds = [flag for one in read for flag in one.flags]
        starts = [
            place + offset
            for place, one in zip(places, read, strict=True)
            for offset in one.offsets
        ]
        ends = list(map(add, starts, map(len, texts)))
        self.tokens = tuple(map(Token, texts, starts, ends))
        self.numeric = [at for at, flag in enumerate(kinds) if flag & NUMERIC]
        for span in sentences(text):
            before = len(self.words)
            first = bisect_left(starts, span.start)
            last = bisect_left(starts, span.end, first)
            whole = first < last and starts[first] == span.start
            if not whole or ends[last - 1] != span.end:
                # A token reaches over the end of its sentence: "type B.5".
                self._mend(tokens(text, span.start, span.end))
            elif reduce(or_, kinds[first:last]) & TORN:
                self._mend(self.tokens[first:last])
            else:
                self.words += texts[first:last]
                self.alone += kinds[first:last]
                self._starts += starts[first:last]
                self._ends += ends[first:last]
            self.sentences.append(Sentence(before, len(self.words), headline=False))

    def _mend(self, inside: Sequence[Token]) -> None:
        """Add the words of a sentence, affixes joined and glued words parted."""
        before, last = "", -1
        for token in inside:
            word, start, end = token.text, token.start, token.end
            if start == last + 1 and torn(before, word):
                before, last = before + word, end
                self.words[-1], self._ends[-1] = before, end
                continue
            cut = self._reading.parting(word)
            for piece in (word[:cut], word[cut:]) if cut else (word,):
                self.words.append(piece)
                self._starts.append(start)
                start += len(piece)
                self._ends.append(start)
                before, last = piece, end
        first = len(self.alone)
        self.alone += map(self._reading.word.__getitem__, self.words[first:])

    def _find(self) -> None:
        """Mark all that begins at each word."""
        words, alone, phrases = self.words, self.alone, self.lexicon.phrases
        self.begins = [*alone, 0, 0]
        for sentence in self.sentences:
            for at in range(sentence.start, sentence.end - 1):
                if alone[at] & BEGINS and words[at] + words[at + 1] in phrases.known:
                    longer = phrases.readings(words, at, sentence.end)
                    self._longer[at] = longer
                    for _, known in longer:
                        self.begins[at] |= known.flags | PHRASE
        self.alone += [0, 0]
        for at, begins in enumerate(self.begins):
            for flag in single(begins):
                self._places[flag].append(at)

    def _where(self, wanted: int) -> list[int]:
        """Return the words with a `wanted` flag."""
        found = self._any.get(wanted)
        if found is None:
            each = [self._places[flag] for flag in single(wanted)]
            found = each[0] if len(each) == 1 else sorted({*chain.from_iterable(each)})
            self._any[wanted] = found
        return found

    def folded_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where the words from `start` up to `end` stand in the folded text."""
        return self._starts[start], self._ends[end - 1]

    def word_at(self, offset: int) -> int:
        """Return the first word that ends after `offset` of the folded text."""
        return bisect_right(self._ends, offset)

    def sentence_of(self, at: int) -> Sentence:
        """Return the sentence that holds the word `at`."""
        after = bisect_right(self.sentences, at, key=lambda sentence: sentence.end)
        return self.sentences[min(after, len(self.sentences) - 1)]

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
        places = self._where(wanted)
        first = bisect_left(places, at)
        return min(places[first], end) if first < len(places) else end

    def cues(self, start: int, end: int, wanted: int) -> list[int]:
        """Return the words between two with a `wanted` flag."""
        places = self._where(wanted)
        first = bisect_left(places, start)
        return places[first : bisect_left(places, end, first)]

    def held(self, start: int, end: int) -> int:
        """Return the flags of all that begins between two words."""
        return reduce(or_, self.begins[start:end], 0)

    def find(self, start: int, end: int, *kinds: str) -> Iterator[Hit[Any]]:
        """Yield the phrases of `kinds` between two words, longest first, disjoint."""
        past = start
        for at in self.cues(start, end, flags(*kinds)):
            hit = self.hit(at, *kinds) if at >= past else None
            if hit is not None and hit.end <= end:
                yield hit
                past = hit.end

    def first(self, start: int, end: int, *kinds: str) -> Hit[Any] | None:
        """Return the first phrase of `kinds` between two words, None without one."""
        for at in self.cues(start, end, flags(*kinds)):
            hit = self.hit(at, *kinds)
            if hit is not None and hit.end <= end:
                return hit
        return None

    def ends(self, at: int, *kinds: str) -> Hit[Any] | None:
        """Return the longest phrase of one of `kinds` that ends before word `at`."""
        for start in self.cues(max(0, at - LONGEST), at, flags(*kinds)):
            for hit in self.hits(start, *kinds):
                if hit.end == at:
                    return hit
        return None

    def place(self, at: int) -> Hit[Place] | None:
        """Return the longest place name that begins at word `at`."""
        return self.hit(at, "place")
