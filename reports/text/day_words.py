"""Find the words that day phrases are made of, and write them as one letter each.

`days` then matches phrases on those letters instead of on the words:

    R today, yesterday    P part of the day   W weekday        o the word for day
    D day of a month      M month             m word for month y word for year
    Y year in digits      u the last two digits of a year
    e era               q lunar era      Z this, last, next year
    K week                L month span        S season         N date in digits
    A last                B next              C this           V some days
    F months of a year
    X a word that hides one of these
    c comma, slash, dash  p bracket           t to             a and
    x something else, which parts phrases
"""

import re
from collections.abc import Iterator, Mapping

import msgspec

from reports.text.grammar import END, START, choices, grammar, plain
from reports.text.kinds import MEASURES
from reports.text.numerals import ORDINALS, SMALL

GRAMMAR = grammar("days")
_WORDS = GRAMMAR["words"]
MONTH = plain(_WORDS["month"][0])
PLURAL = plain(_WORDS["plural"])
#: Month words that need more than themselves to be months.
RISKY = frozenset(map(plain, GRAMMAR["risky"]["months"]))
VERBS = frozenset(map(plain, GRAMMAR["risky"]["verbs"]))
NAMED_AFTER = frozenset(map(plain, GRAMMAR["hidden"]["named_after"]))
COUNTED = frozenset(map(plain, GRAMMAR["hidden"]["counted"]))
VAGUE_COUNTS = frozenset(map(plain, grammar("numbers")["words"]["vague"]))


class Lexeme(msgspec.Struct, frozen=True):
    """One word of a day phrase: its letter, its place, its value.

    `note` holds the calendar of a month, the part of the day, or the unit of a span.
    """

    tag: str
    start: int
    end: int
    value: int = 0
    note: str = ""
    sure: bool = False


Meaning = tuple[str, int, str, bool]


def _forms() -> Iterator[tuple[str, Meaning]]:
    """Yield every written form with its letter, value and note; later ones yield."""
    for form in GRAMMAR["hidden"]["forms"]:
        yield form, ("X", 0, "", False)
    for form in _WORDS["vague"]:
        yield form, ("V", 0, "", False)
    for offset, parts in GRAMMAR["relative"].items():
        for part, forms in parts.items():
            for form in forms:
                yield form, ("R", int(offset), "" if part == "day" else part, False)
    for unit, offsets in GRAMMAR["spans"].items():
        tag = {"year": "Z", "week": "K", "month": "L"}[unit]
        for offset, forms in offsets.items():
            for form in forms:
                yield form, (tag, int(offset), unit, False)
    nights = GRAMMAR["parts"]["night"][0]
    for number, forms in enumerate(GRAMMAR["weekdays"].values()):
        for form in forms:
            yield form, ("W", number, "", False)
            yield f"{form} {nights}", ("W", number, "night", False)
    for part, forms in GRAMMAR["parts"].items():
        for form in forms:
            yield form, ("P", 0, part, False)
    for number, forms in GRAMMAR["seasons"].items():
        for form in forms:
            yield form, ("S", int(number), "", False)
    yield from _month_forms()
    for form in _WORDS["gregorian"]:
        yield form, ("e", 0, "gregorian", False)
    letters = {
        "o": "day", "m": "month", "y": "year", "A": "past", "B": "future",
        "C": "this", "e": "solar", "q": "lunar",
    }  # fmt: skip
    for tag, name in letters.items():
        for form in _WORDS[name]:
            yield form, (tag, 0, "", False)


def _month_forms() -> Iterator[tuple[str, Meaning]]:
    """Yield the names of months, alone and followed by the word for month."""
    for calendar, months in GRAMMAR["months"].items():
        for number, forms in months.items():
            for form in forms:
                risky = plain(form) in RISKY | VERBS
                yield f"{form} {MONTH}", ("M", int(number), calendar, True)
                yield form, ("M", int(number), calendar, not risky)


def _ordinals() -> Mapping[str, int]:
    """Return the words for the days of a month, ordinal and cardinal."""
    and_ = _WORDS["and"][0]
    words = {k: v for k, v in ORDINALS.items() if v <= 30}
    words |= {k: v for k, v in SMALL.items() if 1 <= v <= 30}
    for tens, value in SMALL.items():
        if value not in {20, 30}:
            continue
        for ones, more in (*ORDINALS.items(), *SMALL.items()):
            if 1 <= more <= 9 and value + more <= 31:
                words[f"{tens} {and_} {ones}"] = value + more
    return words


_FORMS = dict(reversed(list(_forms())))
MEANINGS: dict[str, Meaning] = {plain(form): m for form, m in _FORMS.items()}
_DAYS = _ordinals()
ORDINAL_DAYS = {plain(form): value for form, value in _DAYS.items()}

_COUNTS = choices(form for form, value in SMALL.items() if 1 <= value <= 12)
_FIRST, _SECOND = choices(_WORDS["first"]), choices(_WORDS["second"])
_THIRD, _FOURTH = choices(_WORDS["third"]), choices(_WORDS["fourth"])
_HALF = choices(_WORDS["half"])
_NTH = f"(?P<one>{_FIRST})|(?P<two>{_SECOND})|(?P<three>{_THIRD})|(?P<four>{_FOURTH})"

_SPANS = (form for forms in GRAMMAR["spans"]["year"].values() for form in forms)
_YEARS = f"(?:{choices(_SPANS)}){END}|(?:{choices(_WORDS['year'])})[ ][0-9]{{4}}"
#: A year in words behind a day, which nobody should overlook.
YEAR_IN_WORDS = re.compile(f" ?(?:{choices(_WORDS['thousand'])})")

LEXEME = re.compile(
    rf"""
      (?P<date>(?<![0-9./:-])(?:[0-9]{{4}}([-/.])[0-9]{{1,2}}\2[0-9]{{1,2}}
               |[0-9]{{1,2}}([-/.])[0-9]{{1,2}}\3[0-9]{{4}})(?![0-9]|[-/.][0-9]))
    | (?P<span>{START}(?:(?P<count>(?<![0-9.,/])[0-9]{{1,2}}|{_COUNTS})\ ?
               (?:{choices(_WORDS["months_of"])})|(?P<half>{_HALF}))
               (?:\ (?:{_NTH}){END}|(?(count)(?=\ (?:{_YEARS}))|(?!))))
    | (?P<word>{START}(?:{choices(_FORMS)}){END})
    | (?P<year>(?<![0-9])(?<![0-9][./:,-])[0-9]{{4}}(?![0-9]|[./:,][0-9]))
    | (?P<digits>(?<![0-9])(?<![0-9][./:,])[0-9]{{1,2}}
               (?:\ ?(?:\u0645|\u0627\u0645){END})?(?![0-9%]|[./:,][0-9]))
    | (?P<ordinal>{START}(?:{choices(_DAYS)}){END})
    """,
    re.VERBOSE,
)
_GAPS = {
    "": "", "\u060c": "c", ",": "c", "/": "c", "|": "c", "(": "p", "-": "t",
    "\u2013": "t", "\u2014": "t",
    **{plain(form): "t" for form in _WORDS["to"]},
    **{plain(form): "a" for form in _WORDS["and"]},
}  # fmt: skip
_BEFORE = re.compile(r"([^\W\d_]{1,20}|[0-9]{1,9}) ?$")
_AFTER = re.compile(r" ?([^\W\d_]{1,20})")
_LEADING_DIGITS = re.compile("[0-9]+")


def lexemes(text: str) -> Iterator[Lexeme]:
    """Yield the words of day phrases in folded `text`, with what lies between them.

    What lies between comes as a lexeme, too, unless it is blank.
    """
    end = 0
    for match in LEXEME.finditer(text):
        gap = text[end : min(match.start(), end + 9)].strip(" ")
        tag = _GAPS.get(gap, "x") if match.start() - end < 9 else "x"
        if tag:
            yield Lexeme(tag, end, match.start())
        end = match.end()
        yield _lexeme(text, match)


def word_before(text: str, start: int) -> str:
    """Return the word or number that stands before `start` on its line."""
    found = _BEFORE.search(text[max(0, start - 21) : start])
    return found[1] if found else ""


def word_after(text: str, end: int) -> str:
    """Return the word that follows `end` on its line."""
    found = _AFTER.match(text, end, end + 22)
    return found[1] if found else ""


def _lexeme(text: str, match: re.Match[str]) -> Lexeme:
    """Return the lexeme for one match."""
    start, end = match.span()
    written = match.group()
    if match["date"]:
        return Lexeme("N", start, end)
    if match["span"]:
        return _span(match)
    if match["year"]:
        counts = word_after(text, end) in MEASURES
        return Lexeme("x" if counts else "Y", start, end, int(written))
    if match["digits"]:
        leading = _LEADING_DIGITS.match(written)
        value = int(leading[0]) if leading else 0
        two = len(written) == 2 and (value >= 50 or written[0] == "0")
        if two and not word_after(text, end):
            return Lexeme("u", start, end, value)
        tag = "D" if 1 <= value <= 31 else "x"
        return Lexeme(tag, start, end, value)
    if match["ordinal"]:
        return Lexeme("D", start, end, ORDINAL_DAYS[plain(written)], "ordinal")
    tag, value, note, sure = MEANINGS[plain(written)]
    if tag == "W" and text[end : end + 3].lstrip().startswith(PLURAL):
        tag = "X"
    this_month = tag == "L" and value == 0
    counted = tag in "RZKLV" and not this_month
    if counted and is_counted(word_before(text, start)):
        tag = "X"
    return Lexeme(tag, start, end, value, note, sure)


def is_counted(word: str) -> bool:
    """Tell whether `word` counts what follows: five last years are no last year."""
    return word.isdigit() or word in SMALL or word in VAGUE_COUNTS


def _span(match: re.Match[str]) -> Lexeme:
    """Return the lexeme of the first eight months, the second half, and so on."""
    names = enumerate(("one", "two", "three", "four"), 1)
    order = next((number for number, name in names if match[name]), 1)
    if match["half"]:
        length = 6
    else:
        count = plain(match["count"])
        length = int(count) if count.isdigit() else SMALL[count]
    return Lexeme("F", *match.span(), length, str(order))
