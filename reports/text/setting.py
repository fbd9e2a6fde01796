"""Set text as a Persian editor would, for print.

One form for each letter, Persian digits, guillemets, Persian punctuation and its
spaces, half-spaces. Addresses, codes and Latin runs stay as they are. Setting what
is set already changes nothing.
"""

import re
import unicodedata
from functools import cache, lru_cache

from reports.text.fold import ZWNJ
from reports.text.foreign import PIECE, put_back, without_addresses, without_runs
from reports.text.halfspace import LETTERS, respaced
from reports.text.joining import joined
from reports.text.spelling import APART, HE, MARKS, affixes

#: Letters, marks and blanks, and the one form that each is set in.
FORMS = {
    "\u064a": "\u06cc",  # Arabic yeh -> Farsi yeh
    "\u0649": "\u06cc",  # alef maksura -> Farsi yeh
    "\u06d2": "\u06cc",  # Urdu yeh barree -> Farsi yeh
    "\u0643": "\u06a9",  # Arabic kaf -> keheh
    "\u06aa": "\u06a9",  # swash kaf -> keheh
    "\u06c1": HE,  # heh goal
    "\u06be": HE,  # heh doachashmee
    "\u06d5": HE,  # Kurdish ae
    "\u0671": "\u0627",  # alef wasla -> alef
    "\u201c": "\u00ab",  # curly quotes -> guillemets
    "\u201e": "\u00ab",
    "\u201d": "\u00bb",
    "\u00ac": ZWNJ,  # what old word processors put for a half-space
    "\u00ad": ZWNJ,
    "\u0640": "",  # tatweel
    **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\r\v\f\u0085\u2028\u2029", "\n"),
    **dict.fromkeys("\u200b\u200e\u200f\u061c\u2060\ufeff", ""),
    **dict.fromkeys(map(chr, range(0x202A, 0x202F)), ""),
    **dict.fromkeys(map(chr, range(0x2066, 0x206A)), ""),
}
DIGITS = {str(n): chr(0x06F0 + n) for n in range(10)}
DIGITS |= {chr(0x0660 + n): chr(0x06F0 + n) for n in range(10)}
#: Letters in the shapes that old programs drew one by one.
SHAPES = re.compile("[\ufb50-\ufdf9\ufe70-\ufefc]+")
FORMED = re.compile(f"[{''.join(FORMS)}]")
OTHER_DIGITS = re.compile(f"[{''.join(DIGITS)}]")

#: Western marks and the Persian ones that stand in their places.
MARKED = {",": "\u060c", ";": "\u061b", "?": "\u061f"}

WORDS = f"{LETTERS}{MARKS}"
DIGIT = "\u06f0-\u06f9"
OPENING = "\u00ab(\\["
CLOSING = "\u00bb)\\]"
STOPS = "\u060c\u061b\u061f!"
JOINT = "".join(sorted(APART))

_WORD = f"[{LETTERS}][{WORDS}]*+(?:(?<![{JOINT}]){ZWNJ}[{LETTERS}][{WORDS}]*+)*+"
_PART = f"(?:{_WORD}|[{DIGIT}]++(?:/[{DIGIT}]++)*+)"
#: One line of our own words and numbers, each mark in its place: nothing is missing
#: in it but half-spaces.
EVEN = re.compile(
    f"(?:(?:[{OPENING}]*+{_PART}(?:[\u2013-]{_PART})*+[{CLOSING}]*+[{STOPS}:.]?+"
    "|[\u2013-])(?: (?!\\Z)|\\Z))++"
)

Rule = tuple[re.Pattern[str], str]


def _rules(*pairs: tuple[str, str]) -> tuple[Rule, ...]:
    """Return patterns, made ready, with what replaces them."""
    return tuple((re.compile(pattern), instead) for pattern, instead in pairs)


#: White space and half-spaces that say nothing.
TIDY = _rules(
    (f"{ZWNJ}{{2,}}", ZWNJ),
    (f"(?<![{WORDS}]){ZWNJ}|{ZWNJ}(?![{LETTERS}])|(?<=[{JOINT}]){ZWNJ}", ""),
    (" {2,}", " "),
    (" ?\n ?", "\n"),
    ("\n{3,}", "\n\n"),
    ("\\A[ \n]+|(?<![ \n])[ \n]+\\Z", ""),
)

#: Figures: a decimal point, thousands, percent; dates and times are no decimals.
FIGURES = _rules(
    (f"(?<=[{DIGIT}]),(?=[{DIGIT}]{{3}}(?![{DIGIT}]))", "\u066c"),
    (
        f"(?<![{DIGIT}])(?<![{DIGIT}][.,/:\u066b\u066c-])([{DIGIT}]++)"
        f"\\.([{DIGIT}]++)(?![.,/:\u066c-]?[{DIGIT}])",
        "\\1\u066b\\2",
    ),
    (f"(?<=[{DIGIT}]) ?[%\u066a]", "\u066a"),
)

#: Punctuation and its spaces.
POINTS = _rules(
    ("\\.{3,}", "\u2026"),
    ("<<", "\u00ab"),
    (">>", "\u00bb"),
    ("\u060c(?: ?\u060c)+", "\u060c"),
    (f"(?<=[{OPENING}]) ", ""),
    (f" (?=[{CLOSING}{STOPS}])", ""),
    (f"(?<=[{WORDS}{CLOSING}]) (?=[:.](?![{DIGIT}.:]))", ""),
    (f"(?<=[{DIGIT}]) (?=[:.](?! ?[{DIGIT}.:]))", ""),
    (f"(?<=[{WORDS}{DIGIT}])(?=[{OPENING}])|(?<={PIECE})(?=\u00ab)", " "),
    (f"(?<=[{CLOSING}])(?=[{LETTERS}{DIGIT}])|(?<=\u00bb)(?={PIECE})", " "),
    (f"(?<=[{STOPS}])(?=[{LETTERS}{DIGIT}{PIECE}{OPENING}])", " "),
    (f"(?<=[{WORDS}]:)(?=[{LETTERS}{DIGIT}\u00ab])", " "),
    (f"(?<=[{WORDS}][{WORDS}]\\.)(?=[{LETTERS}][{LETTERS}])", " "),
    (f"(?<=[{WORDS}][{WORDS}])(?=[{DIGIT}])", " "),
)


@cache
def _after_digits() -> re.Pattern[str]:
    """Return the place between a number and a word that is no ending of it."""
    endings = "|".join(affixes()["setting"]["after_digits"])
    ended = f"(?!(?:{endings})(?![{WORDS}]))"
    return re.compile(f"(?<=[{DIGIT}])(?={ended}[{LETTERS}][{WORDS}])")


def _ruled(text: str, rules: tuple[Rule, ...]) -> str:
    """Return `text` after all `rules`, in their order."""
    for pattern, instead in rules:
        text = pattern.sub(instead, text)
    return text


def _formed(text: str) -> str:
    """Return `text` with one form for each letter."""
    text = SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return FORMED.sub(lambda found: FORMS[found.group()], text)


def _digits(text: str) -> str:
    """Return `text` with Persian digits."""
    return OTHER_DIGITS.sub(lambda found: DIGITS[found.group()], text)


def _marked(line: str) -> str:
    """Return a line with Persian commas, question marks and guillemets."""
    if not re.search(f"[{LETTERS}]", line):
        return line
    if line.count('"') % 2 == 0:
        parts = line.split('"')
        quotes = ["\u00ab", "\u00bb"] * (len(parts) // 2) + [""]
        line = "".join(p + q for p, q in zip(parts, quotes, strict=True))

    def persian(found: re.Match[str]) -> str:
        before = line[max(found.start() - 2, 0) : found.start()].rstrip(" ")[-1:]
        after = line[found.end() : found.end() + 2].lstrip(" ")[:1]
        if before == after == PIECE:
            return found.group()
        between = line[found.start() - 1 : found.end() + 1] if found.start() else ""
        if re.fullmatch(f"[{DIGIT}],[{DIGIT}]", between):
            return ","
        return MARKED[found.group()]

    return re.sub("[,;?]", persian, line)


def _mended(text: str) -> str:
    """Return `text` with its words joined and spaced until nothing changes.

    Each round only takes spaces away or puts half-spaces in, so there is an end.
    """
    while True:
        mended = respaced(joined(text))
        if mended == text:
            return text
        text = mended


@lru_cache(maxsize=8192)
def typeset(text: str) -> str:
    """Return `text` as it is to be printed."""
    plain = _digits(_formed(text))
    if EVEN.fullmatch(plain):
        return _mended(plain)
    bare, addresses = without_addresses(text)
    bare = _ruled(_formed(bare), TIDY)
    bare, pieces = without_runs(bare, addresses)
    bare = _ruled(_digits(bare), FIGURES)
    bare = "\n".join(_marked(line) for line in bare.split("\n"))
    bare = _after_digits().sub(" ", _ruled(bare, POINTS))
    return put_back(_mended(bare), pieces)
