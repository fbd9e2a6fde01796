"""Room 4: from what is known of a subject to the contents of a briefing."""

from reports.briefing.changes import items
from reports.briefing.compose import compose, subjects
from reports.briefing.contents import Subject
from reports.briefing.dossier import Dossier, Issue, Item, Reading, Watched
from reports.briefing.whole import Briefing

__all__ = [
    "Briefing",
    "Dossier",
    "Issue",
    "Item",
    "Reading",
    "Subject",
    "Watched",
    "compose",
    "items",
    "subjects",
]
