"""Numbers, days and running text as a Persian page prints them."""

import datetime
import re

import jdatetime
from markupsafe import Markup, escape

from reports.render.words import words
from reports.text import ZWNJ

DIGITS = str.maketrans({str(n): chr(0x06F0 + n) for n in range(10)})
THOUSANDS, DECIMAL = "\u066c", "\u066b"  # Arabic thousands and decimal separators
LETTERS = str.maketrans({"\u064a": "\u06cc", "\u0643": "\u06a9"})  # Arabic yeh, kaf
LRI, PDI = "\u2066", "\u2069"  # left-to-right isolate and its end

#: Latin words with what stands between them, kept in one piece and in their order.
LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .,'&/:_+@#%?=-]*[A-Za-z0-9+])?")


def fa(value: float) -> str:
    """Return a number in Persian digits, thousands parted, the sign on its left."""
    plain = f"{abs(value):,.6f}".rstrip("0").rstrip(".")
    shown = plain.translate(DIGITS).replace(",", THOUSANDS).replace(".", DECIMAL)
    return f"{LRI}\u2212{shown}{PDI}" if value < 0 else shown  # minus sign


def day_fa(day: datetime.date) -> str:
    """Return a day of the Jalali calendar, such as the 22nd of Azar 1404."""
    jalali = jdatetime.date.fromgregorian(date=day)
    month = words()["calendar"]["jalali"][jalali.month - 1]
    return f"{jalali.day} {month} {jalali.year}".translate(DIGITS)


def gregorian_fa(day: datetime.date) -> str:
    """Return a day of the Gregorian calendar, in Persian words and digits."""
    month = words()["calendar"]["gregorian"][day.month - 1]
    return f"{day.day} {month} {day.year}".translate(DIGITS)


def days_fa(since: datetime.date, until: datetime.date) -> str:
    """Return a range of days of the Jalali calendar, what both share said once."""
    return _range(day_fa(since), day_fa(until))


def gregorian_days(since: datetime.date, until: datetime.date) -> str:
    """Return a range of days of the Gregorian calendar, in the same manner."""
    return _range(gregorian_fa(since), gregorian_fa(until))


def _range(since: str, until: str) -> str:
    if since == until:
        return until
    first, last = since.split(), until.split()
    while first[-1] == last[len(first) - 1]:
        first.pop()
    joint: str = words()["calendar"]["joint"]
    return " ".join(first) + joint + " ".join(last)


def month_fa(day: datetime.date) -> str:
    """Return the Jalali month and year of a day."""
    return day_fa(day).partition(" ")[2]


def period_fa(code: str) -> str:
    """Return the name of a period, such as the third quarter of 1404."""
    names = words()["period"]
    year, _, part = code.partition("-")
    if not part:
        name = names["all"] if code == "all" else names["year"]
        return str(name).format(year=year).translate(DIGITS)
    if part.isdigit():
        name = words()["calendar"]["jalali"][int(part) - 1]
        return f"{name} {year}".translate(DIGITS)
    name = names[part[0]]
    number = int(part[1:])
    ordinal = names["ordinal"][number - 1] if part[0] != "w" else number
    return str(name).format(number=ordinal, year=year).translate(DIGITS)


def clip(text: str, longest: int) -> str:
    """Return `text`, or its first words and an ellipsis where it is too long.

    A row of a table that is taller than a page would lose the repeated header.
    """
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0] + "\u2026"


def prose(text: str) -> Markup:
    """Return running text as an editor sets it, Latin words kept in their order."""
    pieces = []
    place = 0
    for match in LATIN.finditer(text):
        pieces.append(escape(_set(text[place : match.start()])))
        pieces.append(Markup('<bdi dir="ltr">{}</bdi>').format(match[0]))
        place = match.end()
    pieces.append(escape(_set(text[place:])))
    return Markup("").join(pieces)


def _set(text: str) -> str:
    """Return Persian text with Persian letters and digits."""
    return text.translate(LETTERS).translate(DIGITS).strip(ZWNJ)
