"""Numbers, ranges of days and running text as our pages print them."""

import datetime
import re
from functools import cache, lru_cache

from markupsafe import Markup, escape

from reports.lexicon.places import countries, provinces
from reports.render.fontfaces import printable
from reports.render.words import words
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.periods import period_fa, read_period
from reports.text.setting import typeset

LRI, PDI = "\u2066", "\u2069"  # left-to-right isolate and its end
ELLIPSIS = "\u2026"

#: What HTML cannot hold, with a sign that is as long: pictures for control characters.
UNPRINTABLE = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    **dict.fromkeys((*range(0x7F, 0xA0), *range(0xFDD0, 0xFDF0)), "\ufffd"),
    **dict.fromkeys(
        (
            plane + last
            for plane in range(0, 0x110000, 0x10000)
            for last in (0xFFFE, 0xFFFF)
        ),
        "\ufffd",
    ),
    0x0D: " ",
}

#: Latin words with what stands between them, kept in one piece and in their order.
LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .,'&/:_+@#%?=-]*[A-Za-z0-9+])?")


def number_fa(value: float) -> str:
    """Return a number in Persian digits, the sign of a negative one on its left."""
    return f"{LRI}{fa(value)}{PDI}" if value < 0 else fa(value)


def gregorian_fa(day: datetime.date) -> str:
    """Return a day of the Gregorian calendar, in Persian words and digits."""
    month = words()["calendar"]["gregorian"][day.month - 1]
    return fa(f"{day.day} {month} {day.year}")


def iso_day_fa(day: str) -> str:
    """Return a day that is written as `2025-12-13` as a day of the Jalali calendar."""
    return day_fa(datetime.date.fromisoformat(day))


def named_period(code: str) -> str:
    """Return the name of the period that `code` stands for."""
    return period_fa(read_period(code))


@cache
def place_fa(code: str) -> str:
    """Return the name of a province or a state by its ISO code, or the code itself."""
    province = provinces().get(code)
    return province.name if province else countries().get(code, code)


def days_fa(since: datetime.date, until: datetime.date) -> str:
    """Return a range of days of the Jalali calendar, what both share said once."""
    return _range(day_fa(since), day_fa(until))


def gregorian_days(since: datetime.date, until: datetime.date) -> str:
    """Return a range of days of the Gregorian calendar, in the same manner."""
    return _range(gregorian_fa(since), gregorian_fa(until))


def _range(since: str, until: str) -> str:
    """Return two days with a word between them."""
    if since == until:
        return until
    first, last = since.split(), until.split()
    while first[-1] == last[len(first) - 1]:
        first.pop()
    joint: str = words()["calendar"]["joint"]
    return " ".join(first) + joint + " ".join(last)


def clip(text: str, longest: int) -> str:
    """Return `text`, or its first words and an ellipsis where it is too long.

    A row of a table that is taller than a page would lose the repeated header.
    """
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0] + ELLIPSIS


@lru_cache(maxsize=4096)
def prose(text: str) -> Markup:
    """Return running text as an editor sets it, Latin words kept in their order.

    Letters, half-spaces, digits and marks are set; the words stay as written. What no
    face of ours can print gives way to a mark.
    """
    text = printable(typeset(text))
    pieces = []
    place = 0
    for match in LATIN.finditer(text):
        pieces.append(escape(text[place : match.start()]))
        pieces.append(Markup('<bdi dir="ltr">{}</bdi>').format(match[0]))
        place = match.end()
    pieces.append(escape(text[place:]))
    return Markup("").join(pieces)


def visible(text: str) -> str:
    """Return raw text of an article with a sign for each character HTML cannot hold."""
    return text.translate(UNPRINTABLE)
