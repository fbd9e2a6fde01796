"""The corridor of the doubter: an article with its proofs marked, and their rules."""

from reports.marks.layout import Explained, explained
from reports.marks.lines import bracketed, coloured, plain
from reports.marks.proofs import LISTS, Mark, marks

__all__ = [
    "LISTS",
    "Explained",
    "Mark",
    "bracketed",
    "coloured",
    "explained",
    "marks",
    "plain",
]
