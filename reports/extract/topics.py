"""The topic of a proposal: the first in the list whose words it holds."""

from reports.extract.document import Document
from reports.lexicon import flags

GENERAL = "general.other"
_TOPIC = flags("topic")


def topic(doc: Document, start: int, end: int) -> str:
    """Return the topic code of the words from `start` up to `end`."""
    best = min(
        (
            hit.value
            for at in range(start, end)
            if doc.begins[at] & _TOPIC
            for hit in doc.hits(at, "topic")
            if hit.end <= end
        ),
        default=None,
    )
    return GENERAL if best is None else doc.lexicon.topics[best][0]
