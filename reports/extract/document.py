"""An article as the rules read it: its words, without noise, and where they stand.

Every word knows its place in the untouched text, and is printed as an editor sets it.
"""

import datetime
import re
from functools import cache

import msgspec

from reports.extract.words import Sentence, Words
from reports.lexicon import Lexicon, Place
from reports.lexicon.places import read
from reports.model import Article, Evidence, Span
from reports.text import fold
from reports.text.setting import typeset

PICTURES = "\u2600-\u27bf\ufe0f\U0001f300-\U0001faff"
#: Marks of the layout: little pictures, and the end of a line that a comma carries on.
LAYOUT = re.compile(f"[{PICTURES}]|\n(?=[ \n{PICTURES}]*[,;\u060c\u061b])")


class Clause(msgspec.Struct, frozen=True):
    """The words from `start` up to `end`; a finite verb, if any, begins at `verb`."""

    start: int
    end: int
    verb: int | None


class Document(Words):
    """One article, read."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        """Read `article`; what is noise is kept out of the words."""
        self.article = article
        self._folded = fold(article.text)
        self.folded = self._folded.text
        self.noise: list[tuple[str, int, int]] = []
        self.readable = self._without_noise(self.folded)
        super().__init__(self.readable, lexicon)
        #: Places no list knows that a title put into a state: "the mayor of X of Y".
        self.learned: dict[str, Place] = {}
        #: The clauses of a stretch, once read.
        self.clauses: dict[tuple[int, int], tuple[Clause, ...]] = {}
        #: The words that carry the matter of a stretch, once read.
        self.matter: dict[tuple[int, int], frozenset[str]] = {}
        #: The words that tell a title from others, once read.
        self.titles: dict[tuple[int, int], frozenset[str]] = {}
        #: Where the lead-ins of a sentence end, once asked for.
        self.leads: dict[Sentence, frozenset[int]] = {}
        #: The day the page was published, set once the page is read.
        self.page_date: datetime.date | None = None
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
        return LAYOUT.sub(" ", text)

    def span(self, start: int, end: int) -> Span:
        """Return the place in the untouched text of the words from `start` to `end`."""
        return self._folded.source(self._starts[start], self._ends[end - 1])

    def quote(self, start: int, end: int) -> str:
        """Return the untouched text of the words from `start` up to `end`."""
        first, last = self._starts[start], self._ends[end - 1] - 1
        return self.article.text[
            self._folded.origin(first) : self._folded.origin(last) + 1
        ]

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
        first = self._folded.origin(self._starts[start])
        last = self._folded.origin(self._ends[end - 1] - 1) + 1
        quote = self.article.text[first:last]
        return Evidence(start=first, end=last, field=field, quote=quote, rule=rule)

    def word_of(self, offset: int) -> int:
        """Return the word that stands at `offset` of the untouched text."""
        return self.word_at(self._folded.place(offset))

    def untouched(self, start: int, end: int) -> Span:
        """Return the place in the untouched text of a range of the folded text."""
        return self._folded.source(start, end)


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
