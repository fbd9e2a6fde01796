"""Room 6: from the contents of a briefing to pages, sheets and documents."""

from reports.render.fontfaces import FONT_NAMES, named, unprintable
from reports.render.page import Medium, to_html
from reports.render.persian import days_fa, gregorian_days
from reports.render.press import Printed, to_pdf
from reports.render.sheets import to_xlsx
from reports.render.word import to_docx
from reports.render.words import Words, words

__all__ = [
    "FONT_NAMES",
    "Medium",
    "Printed",
    "Words",
    "days_fa",
    "gregorian_days",
    "named",
    "to_docx",
    "to_html",
    "to_pdf",
    "to_xlsx",
    "unprintable",
    "words",
]
