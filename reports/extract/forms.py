"""What a word is by itself: what it stands for, and what its form tells.

It is worked out once, however often the word comes: articles say the same words again
and again.
"""

from re import compile as pattern

import msgspec

from reports.lexicon import Lexicon, Phrases, flags
from reports.lexicon.places import read
from reports.text import spelling, tokens
from reports.text.memory import Memory
from reports.text.numerals import begins_number

#: Endings that some pages write apart from their word.
SUFFIXES = frozenset(read("affixes")["suffix"]["forms"])
#: Beginnings of verbs that some pages write apart.
PREFIXES = frozenset(read("affixes")["prefix"]["forms"])
#: May be joined only to a word that ends in a silent heh.
AFTER_HEH = frozenset(read("affixes")["after_heh"]["forms"])
AFFIXES = SUFFIXES | PREFIXES | AFTER_HEH
HEH = "\u0647"
#: Forms of "did": a noun written together with one is always two words.
DID = frozenset(read("speech")["light"]["do"])
#: Forms of all light verbs, and nouns that are always apart from them.
LIGHT = frozenset(form for forms in read("speech")["light"].values() for form in forms)
NOUNS = frozenset(read("affixes")["verbal"]["forms"])
#: Words that some pages write together with the next one, longest first.
GLUED = tuple(
    sorted({*read("affixes")["glued"]["forms"], *NOUNS}, key=lambda w: (-len(w), w))
)

#: Some pages close with the mark that they open with.
OPENING = frozenset('\u00ab\u201c\u201d"([\u201e\u2039')
CLOSING = frozenset('\u00bb\u201d\u201c")]\u203a')
COMMAS = frozenset("\u060c,")
SEMICOLONS = frozenset("\u061b;")
DASHES = frozenset("-\u2013\u2014\u0640\u2012\u2015_")
COLON = ":"
STOPS = frozenset(".!?\u061f\u2026")
#: The flags of marks, which are told from words as the kinds of phrases are.
STOP, COMMA, SEMICOLON, OPENS, CLOSES, TELLS = (
    flags(f"mark/{name}")
    for name in ("stop", "comma", "semicolon", "opening", "closing", "colon")
)
_MARKS = (
    (STOPS, STOP),
    (COMMAS, COMMA),
    (SEMICOLONS, SEMICOLON),
    (OPENING, OPENS),
    (CLOSING, CLOSES),
    (frozenset(COLON), TELLS),
)
#: The flags of words by themselves: of any phrase at all, of the beginning of a longer
#: one, of a verb that agrees with its subject, of what is to be joined or parted, and
#: of what a number may begin with.
PHRASE, BEGINS, VERBAL, TORN, NUMERIC = (
    flags(f"word/{name}") for name in ("phrase", "begins", "verbal", "torn", "number")
)
#: Those of names: letters of ours, a given name, an everyday word that is a name too,
#: and what makes a surname of a name or place.
LETTERS, GIVEN, ORDINARY, BEARING = (
    flags(f"word/{name}") for name in ("letters", "given", "ordinary", "bearing")
)
#: Makes a surname of an ancestor's given name.
YE = "\u06cc"
#: The title of descendants of the Prophet, part of the name.
SEYYED = "\u0633\u06cc\u062f"
#: How the present, a wish and the perfect begin and end.
PRESENT = ("\u0645\u06cc", "\u0646\u0645\u06cc")
WISH = ("\u0628", "\u0646")
PERSONS = ("\u062f", "\u06cc\u0645")
PERFECT = ("\u0627\u0646\u062f", "\u0627\u06cc\u0645")

_LETTERS = pattern(r"[^\W\d_]+")
#: How many words are remembered.
REMEMBERED = 1 << 16


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """The tokens between two blanks, where each begins, and the flags of each."""

    texts: tuple[str, ...]
    offsets: tuple[int, ...]
    flags: tuple[int, ...]


class Reading:
    """What words and stretches are by themselves, with the phrases of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Remember nothing yet."""
        self.lexicon = lexicon
        self.phrases = lexicon.phrases
        self.word = Memory(self._word, most=REMEMBERED)
        self.stretch = Memory(self._stretch, most=REMEMBERED)

    def _word(self, word: str) -> int:
        """Return the flags of a word: of what it stands for alone, and of its form."""
        found = sum(flag for marks, flag in _MARKS if word in marks)
        known = self.phrases.known.get(word)
        if known is not None:
            found |= known.flags | (PHRASE if known.entries else 0)
            found |= BEGINS if known.goes_on else 0
        if conjugated(word):
            found |= VERBAL
        if begins_number(word):
            found |= NUMERIC
        if word in AFFIXES or self.parting(word):
            found |= TORN
        return found | self._name(word)

    def _name(self, word: str) -> int:
        """Return the flags of a word that tell of names."""
        names, ordinary = self.lexicon.given_names, self.lexicon.ordinary_names
        found = LETTERS if _LETTERS.fullmatch(word) and not word.isascii() else 0
        if word in names or word.removeprefix(SEYYED) in names:
            found |= GIVEN
        if word in ordinary:
            found |= ORDINARY
        bearer = word.removesuffix(YE)
        if bearer != word and (
            bearer in ordinary
            or bearer in names
            or bearer.removeprefix(SEYYED) in names
            or "place" in self.phrases.kinds(bearer)
        ):
            found |= BEARING
        return found

    def parting(self, word: str) -> int:
        """Return where two words that lost the space between them part, or 0."""
        if len(word) < 5 or not word.startswith(GLUED):
            return 0
        whole = word in self.phrases or spelling.known(word) is not None
        for first in GLUED:
            rest = word[len(first) :]
            if word.startswith(first) and len(rest) > 2 and rest in self.phrases:
                verb = rest in DID or (first in NOUNS and rest in LIGHT)
                return len(first) if verb or not whole else 0
        return 0

    def _stretch(self, stretch: str) -> Stretch:
        """Return the tokens of a stretch between two blanks."""
        inside = tokens(stretch)
        return Stretch(
            tuple([token.text for token in inside]),
            tuple([token.start for token in inside]),
            tuple([self.word[token.text] for token in inside]),
        )


def conjugated(word: str) -> bool:
    """Tell whether `word` is a verb that agrees with its subject, by its form.

    Bare past forms are left out: "built" and "building" are written alike.
    """
    if word.startswith(PRESENT):
        stem = word.removeprefix(PRESENT[1]).removeprefix(PRESENT[0])
        return stem in spelling.verbs().continued
    if word.endswith(PERFECT):
        return word[: -len(PERFECT[0])] in spelling.verbs().nominal
    wish = word.startswith(WISH) and word.endswith(PERSONS)
    return wish and word in spelling.verbs().finite


def torn(before: str, word: str) -> bool:
    """Tell whether two neighbours are one word with an affix written apart."""
    return (
        before in PREFIXES
        or (word in SUFFIXES and before[-1:].isalpha() and len(before) > 1)
        or (word in AFTER_HEH and before.endswith(HEH))
    )


def reading(lexicon: Lexicon) -> Reading:
    """Return what is remembered of words as `lexicon` makes them be read."""
    known = _READINGS.get(lexicon.phrases)
    if known is None:
        known = _READINGS[lexicon.phrases] = Reading(lexicon)
    return known


_READINGS: dict[Phrases[object], Reading] = {}
