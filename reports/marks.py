"""The corridor of the doubter: an article with its proofs marked, and their rules."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from reports.model import Article, ArticleRecord, Evidence

#: What a record calls its lists, and what one thing in them is called.
LISTS = {
    "meetings": "meeting",
    "proposals": "proposal",
    "statements": "statement",
    "figures": "figure",
    "obstacles": "obstacle",
    "commitments": "commitment",
    "organisations": "organisation",
    "capacities": "capacity",
    "achievements": "achievement",
}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One passage that was read as something, by one rule."""

    thing: str
    evidence: Evidence


def marks(record: ArticleRecord) -> tuple[Mark, ...]:
    """Return every passage that proves something, in reading order."""
    found = (
        Mark(thing=thing, evidence=evidence)
        for thing, proofs in _things(record)
        for evidence in proofs
    )
    return tuple(sorted(found, key=lambda one: (one.evidence.start, one.evidence.end)))


def bracketed(article: Article, marked: Iterable[Mark]) -> str:
    """Return the text with square brackets round every passage that proves something.

    A passage that proves several things has one pair. This is how the tests are
    written, too: correct the brackets of a line, and it is a test.
    """
    spans = {(one.evidence.start, one.evidence.end) for one in marked}
    opened = Counter(start for start, _ in spans)
    closed = Counter(end for _, end in spans)
    pieces = (
        "]" * closed[place] + "[" * opened[place] + article.text[place : place + 1]
        for place in range(len(article.text) + 1)
    )
    return "".join(pieces)


def _things(record: ArticleRecord) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Yield each thing in a record with its proofs."""
    for name, thing in LISTS.items():
        for one in getattr(record, name):
            yield thing, one.evidence
    for meeting in record.meetings:
        for participant in meeting.participants:
            yield "participant", participant.evidence
