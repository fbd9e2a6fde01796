"""Room 4: from what is known of a subject to the contents of a briefing."""

from reports.briefing.changes import corrected, printed
from reports.briefing.compose import compose, subjects
from reports.briefing.contents import Subject
from reports.briefing.dossier import Dossier, Reading, Watched
from reports.briefing.whole import Briefing

__all__ = [
    "Briefing",
    "Dossier",
    "Reading",
    "Subject",
    "Watched",
    "compose",
    "corrected",
    "printed",
    "subjects",
]
