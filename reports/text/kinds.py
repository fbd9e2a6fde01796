"""Tell what kind of number a numeral is by what stands round it."""

import re
from collections.abc import Sequence
from typing import Literal

from reports.model import Approx
from reports.text.grammar import START, choices, grammar, plain
from reports.text.numerals import GRAMMAR, Numeral, atoms
from reports.text.tokens import THOUSANDS, Token

Kind = Literal[
    "cardinal",
    "percent",
    "ordinal",
    "fraction",
    "year",
    "date",
    "time",
    "code",
    "article",
    "unclear",
]

_WORDS = GRAMMAR["words"]


def _set(name: str) -> frozenset[str]:
    """Return the plain forms of a word list."""
    forms = GRAMMAR.get(name) or _WORDS[name]
    return frozenset(map(plain, [forms] if isinstance(forms, str) else forms))


ARTICLE, NO = plain(_WORDS["article"]), plain(_WORDS["no"])
OR, FROM = plain(_WORDS["or"]), plain(_WORDS["from"])
AND, IN, HUNDRED = plain(_WORDS["and"]), plain(_WORDS["in"]), plain(_WORDS["hundred"])
BETWEEN, TO, EACH = _set("between"), _set("to"), _set("each")
YEAR, ERA, CLOCK = _set("year"), _set("era"), _set("clock")
PERCENT = _set("percent") | {"%"}
ORDINAL_ENDS, VAGUE, COMPOUNDS = _set("ordinal_ends"), _set("vague"), _set("compounds")
BROADCASTERS, LABELS, RANKS = _set("broadcasters"), _set("labels"), _set("ranks")
ERA_LETTERS = _set("era_letters")
#: "Below", which also points to what follows.
BELOW = plain(_WORDS["below"])
POINTING, MINUS = _set("pointing"), _set("minus")
UNITS, UNCOUNTED = _set("measures"), _set("uncounted")
MEASURES = UNITS | _set("counters")
MONTHS = frozenset(
    plain(form)
    for calendar in grammar("days")["months"].values()
    for forms in calendar.values()
    for form in forms
)
#: Names of months that are also the prefix of a verb, or fog.
RISKY_MONTHS = frozenset({"\u0645\u06cc", "\u0645\u0647"})
MONTH_TAIL = "\u0645\u0627\u0647"
#: Comma, Persian comma and thousands separator; plus, times, power.
SEPARATORS = frozenset(THOUSANDS)
SIGNS = frozenset("+\u00d7*^")
DASHES = frozenset("-\u2013\u2014\u2212")

APPROX: dict[str, Approx] = {
    plain(form): side for side, forms in GRAMMAR["approx"].items() for form in forms
}
_APPROX_BEFORE = re.compile(
    START
    + f"({choices(form for forms in GRAMMAR['approx'].values() for form in forms)})"
    + " *$"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,4}(?:/[0-9]{1,4}){2}")
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_YEARS = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})/[0-9]{2,4}")
_MAYBE_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def flagged(text: str, words: Sequence[Token], at: int, *, coded: int) -> Kind | None:
    """Return the kind of a run of digits that counts nothing, whatever follows."""
    word = words[at].text
    if not "0" <= word[0] <= "9":
        return None
    if _DATE.fullmatch(word):
        return "date"
    if _TIME.fullmatch(word):
        return "time"
    if _YEARS.fullmatch(word):
        return "year"
    if not atoms(words[at]):
        return "code"
    before = text[words[at].start - 1 : words[at].start]
    if before == "+" or (before.isascii() and before.isalpha()):
        return "code"
    return "code" if before in DASHES and coded == at - 1 else None


def near(text: str, words: Sequence[Token], at: int, *, side: int) -> str:
    """Return the token at `at` if it is on the same line as its neighbour."""
    if not 0 <= at < len(words) or not 0 <= at - side < len(words):
        return ""
    left, right = sorted((at, at - side))
    blank = text[words[left].end : words[right].start]
    return "" if "\n" in blank else words[at].text


def kind_of(
    text: str, words: Sequence[Token], numeral: Numeral, first: int, after: int
) -> Kind | None:
    """Return what kind of number stands at tokens `first` to `after`, if any."""
    before = near(text, words, first - 1, side=-1)
    behind = near(text, words, after, side=1)
    if numeral.form in {"words", "ordinal"} and _is_no_number(
        text, words, numeral, first, after
    ):
        return None
    if _is_torn(text, numeral) or before in MINUS:
        return "unclear"
    if behind in PERCENT or before == "%" or percent_apart(words, after):
        return "percent"
    if numeral.form == "fraction":
        return "fraction"
    if _is_day(words, numeral, before, after):
        return "date"
    if numeral.form == "ordinal":
        return "ordinal"
    if numeral.form == "digits" and behind in ORDINAL_ENDS:
        touches = words[after].start == numeral.end
        if touches or len(behind) > 1:
            return "year" if numeral.value >= 1200 else "ordinal"
    if before in RANKS:
        return "ordinal"
    if numeral.form == "slash":
        return "cardinal" if behind in MEASURES else "unclear"
    if numeral.factor == 1:
        single = _single_kind(text, words, numeral, first, after)
        if single:
            return single
    lone = first + 1 == after and words[first].text == ARTICLE
    measured = behind in UNITS and near(text, words, after + 1, side=1) != FROM
    if lone and not measured and not blur(text, numeral.start):
        return "article"
    return "cardinal"


def _is_torn(text: str, numeral: Numeral) -> bool:
    """Tell whether a number touches a mark that makes another number of it.

    That is a comma which parts no thousands, a sign of arithmetic, or a minus.
    """
    start, end = numeral.start, numeral.end
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if len(after) == 2 and after[0] in SEPARATORS and after[1].isdigit():
        return True
    if len(before) == 2 and before[1] in SEPARATORS and before[0].isdigit():
        return True
    if after[:1] in SIGNS and after[1:].isdigit():
        return True
    if before[-1:] in SIGNS and before[:1].isdigit():
        return True
    minus = before[-1:] in {"-", "\u2212"} and before[:1] == " "
    return minus and numeral.form == "digits"


def _single_kind(
    text: str, words: Sequence[Token], numeral: Numeral, first: int, after: int
) -> Kind | None:
    """Return the kind of a number without scale word that its neighbours tell."""
    before = near(text, words, first - 1, side=-1)
    behind = near(text, words, after, side=1)
    written = text[numeral.start : numeral.end]
    dated = _is_month(before) and near(text, words, first - 2, side=-1).isdigit()
    if _is_year(numeral, written, before, behind, dated=dated):
        return "year"
    timed = before in CLOCK and numeral.value <= 24 and behind not in MEASURES
    if timed and near(text, words, first - 2, side=-1) not in EACH:
        return "time"
    if before in LABELS and behind not in MEASURES:
        return "code"
    if before == ":" and near(text, words, first - 2, side=-1) in LABELS:
        return "code"
    if _MAYBE_THOUSANDS.fullmatch(written) and not written.endswith(".000"):
        return "unclear"
    return None


def _is_year(
    numeral: Numeral, written: str, before: str, behind: str, *, dated: bool
) -> bool:
    """Tell whether a number is the year of one of the calendars.

    `dated` tells that the day and the month stand before it: "20 Azar 99".
    """
    value = numeral.value
    if behind in ERA and value < 3000:
        return True
    counts = behind in MEASURES
    if numeral.form == "digits" and behind in ERA_LETTERS and 100 <= value < 2200:
        return True
    if numeral.form != "digits" or not written.isdigit():
        return before in YEAR and 1300 <= value <= 1500 and not counts
    if before in YEAR and not counts and 1000 <= value < 1200:
        return True
    if (before in YEAR or _is_month(before)) and not counts and 50 <= value <= 99:
        return dated or not behind or not behind[0].isalnum() or behind in UNCOUNTED
    if not (1200 <= value <= 1500 or 1800 <= value <= 2100) or counts:
        return False
    if before in YEAR or before in MONTHS or before == MONTH_TAIL:
        return True
    return not behind or not behind[0].isalnum() or behind in UNCOUNTED


def _is_day(words: Sequence[Token], numeral: Numeral, before: str, after: int) -> bool:
    """Tell whether a number is the day of a month that stands beside it."""
    value = numeral.value
    if not 1 <= value <= 31 or value != value.to_integral_value():
        return False
    behind = words[after].text if after < len(words) else ""
    follows = words[after + 1].text if after + 1 < len(words) else ""
    if _is_month(behind):
        dated = follows == MONTH_TAIL or (follows.isdigit() and len(follows) == 4)
        return behind not in RISKY_MONTHS or dated
    dated = follows.isdigit() and len(follows) == 4
    return before in MONTHS and behind in {"\u060c", ","} and dated


def _is_month(word: str) -> bool:
    """Tell whether `word` is the name of a month, with or without `month` glued on."""
    return word in MONTHS or word.removesuffix(MONTH_TAIL) in MONTHS


def percent_apart(words: Sequence[Token], after: int) -> bool:
    """Tell whether percent is written behind as two words."""
    return (
        after + 1 < len(words)
        and words[after].text == IN
        and words[after + 1].text == HUNDRED
    )


def _is_no_number(
    text: str, words: Sequence[Token], numeral: Numeral, first: int, after: int
) -> bool:
    """Tell whether number words are part of something that counts nothing."""
    before = near(text, words, first - 1, side=-1)
    behind = near(text, words, after, side=1)
    if behind in COMPOUNDS:
        return True
    word = text[numeral.start : numeral.end]
    if word == NO:
        return behind not in MEASURES and behind not in PERCENT
    if len(word) == 2 and (before in BROADCASTERS or behind in BROADCASTERS):
        return True
    if word == HUNDRED and before == IN:
        further = near(text, words, first - 2, side=-1)
        return further in EACH or bool(atoms(words[first - 2]) if further else ())
    starts_with_scale = first < after and atoms(words[first])[0].form == "scale"
    return before in VAGUE and (starts_with_scale or word == HUNDRED)


def blur(text: str, start: int) -> re.Match[str] | None:
    """Return the words before `start` that blur a number."""
    window = text[max(0, start - 32) : start]
    found = _APPROX_BEFORE.search(window)
    if found and plain(found[1]) == BELOW:
        words = window[: found.start()].split()
        if words and words[-1] in POINTING:
            return None
    return found
