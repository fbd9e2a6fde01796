"""The topic of a proposal: the first in the list whose words it holds."""

from reports.extract.document import Document

GENERAL = "general.other"


def topic(doc: Document, start: int, end: int) -> str:
    """Return the topic code of the words from `start` up to `end`."""
    best: int | None = None
    for at in range(start, end):
        for hit in doc.hits[at]:
            if (
                hit.kind == "topic"
                and hit.end <= end
                and (best is None or hit.value < best)
            ):
                best = hit.value
    return GENERAL if best is None else doc.lexicon.topics[best][0]
