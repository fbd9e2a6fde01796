"""Room 4: from records to the contents of a briefing."""

from reports.briefing.compose import about, compose, subjects
from reports.briefing.contents import Briefing, Subject

__all__ = [
    "Briefing",
    "Subject",
    "about",
    "compose",
    "subjects",
]
