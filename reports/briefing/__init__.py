"""Room 4: from records to the contents of a briefing."""

from reports.briefing.compose import about, compose, subjects
from reports.briefing.contents import Briefing, Subject
from reports.briefing.periods import month_of, read_period

__all__ = [
    "Briefing",
    "Subject",
    "about",
    "compose",
    "month_of",
    "read_period",
    "subjects",
]
