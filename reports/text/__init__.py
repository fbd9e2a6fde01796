"""Persian text, both ways: read into one spelling, and set as an editor would."""

from reports.text.days import DayPhrase, days
from reports.text.fold import ZWNJ, Folded, fold
from reports.text.numbers import Number, numbers
from reports.text.sentences import sentences
from reports.text.tokens import Token, tokens

__all__ = [
    "ZWNJ",
    "DayPhrase",
    "Folded",
    "Number",
    "Token",
    "days",
    "fold",
    "numbers",
    "sentences",
    "tokens",
]
