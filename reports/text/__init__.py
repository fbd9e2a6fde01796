"""Persian text, both ways: read into one spelling, and set as an editor would."""

from reports.text.calendars import jalali
from reports.text.dates import day_fa, month_fa, weekday_fa
from reports.text.days import DayPhrase, days
from reports.text.digits import fa
from reports.text.fold import ZWNJ, Folded, fold
from reports.text.halfspace import halfspaces, respaced
from reports.text.numbers import Number, numbers
from reports.text.periods import Period, period_fa, period_of, read_period, span
from reports.text.sentences import sentences
from reports.text.setting import typeset
from reports.text.tokens import Token, tokens

__all__ = [
    "ZWNJ",
    "DayPhrase",
    "Folded",
    "Number",
    "Period",
    "Token",
    "day_fa",
    "days",
    "fa",
    "fold",
    "halfspaces",
    "jalali",
    "month_fa",
    "numbers",
    "period_fa",
    "period_of",
    "read_period",
    "respaced",
    "sentences",
    "span",
    "tokens",
    "typeset",
    "weekday_fa",
]
