"""Room 6: from the contents of a briefing to pages, sheets and documents."""

from reports.render.fontfaces import FONT_NAMES, named, unprintable
from reports.render.page import Medium, explained_html, filled, forget, to_html
from reports.render.persian import (
    days_fa,
    gregorian_days,
    iso_day_fa,
    named_period,
    place_fa,
)
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
    "explained_html",
    "filled",
    "forget",
    "gregorian_days",
    "iso_day_fa",
    "named",
    "named_period",
    "place_fa",
    "to_docx",
    "to_html",
    "to_pdf",
    "to_xlsx",
    "unprintable",
    "words",
]
