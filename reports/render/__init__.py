"""Room 6: from the contents of a briefing to HTML and PDF."""

from reports.render.page import explained_html, to_html
from reports.render.persian import days_fa, place_fa
from reports.render.press import Printed, to_pdf
from reports.render.words import words

__all__ = [
    "Printed",
    "days_fa",
    "explained_html",
    "place_fa",
    "to_html",
    "to_pdf",
    "words",
]
