"""Find the phrases of folded text that name a day, and the days they name.

A phrase has a day only when the words and the day of the page leave one reading;
otherwise its words are kept and its day is `None`.
"""

import datetime
import re

from reports.text.day_phrases import DayPhrase, Part, Precision, Tense
from reports.text.day_values import day_phrase
from reports.text.day_words import lexemes

__all__ = ["DayPhrase", "Part", "Precision", "Tense", "days"]

#: No page is older or newer; a stamp from outside is a fault of the page.
PRESS_YEARS = range(1850, 2150)

_YEAR = "(?:c?y?[Yu][eq]?|c?Z[eq]?|C)"
_RELATIVE = "P?o?P?RP?"
_WEEKDAY = "P?o?P?WP?[AB]?P?K?"
_MORE = f"(?:[tac]{_WEEKDAY})" + "{0,3}"
_RUN = "D(?:[tac]D){0,4}"
_MONTHS = "M(?:[tac]M){0,4}"
_DATED = f"(?:DM{_YEAR}?tDM{_YEAR}?|{_RUN}m?M{_YEAR}?|N|MDc?Y|DL)"
PHRASE = re.compile(
    f"(?P<dated>(?:{_RELATIVE}[cpt]?)?(?:{_WEEKDAY}[cpt]?)?P?o?{_DATED})"
    f"|(?P<relative>{_WEEKDAY}R|{_RELATIVE}(?:c?{_WEEKDAY})?)"
    f"|(?P<weekday>{_WEEKDAY}{_MORE})"
    f"|(?P<month>F?m?{_MONTHS}(?:{_YEAR}|[AB])?)"
    f"|(?P<fiscal>F(?:{_YEAR}|y)?)"
    f"|(?P<season>S(?:{_YEAR}|[AB])?)"
    "|(?P<span>Z[eq]?|K|L|yY[eq]?)"
    "|(?P<vague>V)"
)


def days(
    text: str, *, page: datetime.date | None, tense: Tense | None = None
) -> tuple[DayPhrase, ...]:
    """Return the day phrases of folded `text`, in reading order.

    `page` is the day of publication. `tense` is that of the verb: it turns weekdays
    and dates without a year to the past or to the future.
    """
    if page and page.year not in PRESS_YEARS:
        page = None
    words = list(lexemes(text))
    letters = "".join(word.tag for word in words)
    found: list[DayPhrase] = []
    for match in PHRASE.finditer(letters):
        part = words[match.start() : match.end()]
        phrase = day_phrase(text, part, match.lastgroup or "", page=page, tense=tense)
        if phrase:
            found.append(phrase)
    return tuple(found)
