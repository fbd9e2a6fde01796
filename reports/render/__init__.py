"""Room 6: from the contents of a briefing to HTML and PDF."""

from reports.render.page import to_html
from reports.render.persian import days_fa, gregorian_days
from reports.render.press import Printed, to_pdf
from reports.render.words import Words, words

__all__ = [
    "Printed",
    "Words",
    "days_fa",
    "gregorian_days",
    "to_html",
    "to_pdf",
    "words",
]
