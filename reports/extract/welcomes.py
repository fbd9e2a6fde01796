"""What a sentence says yes to: the words of the thing, and how far the yes goes.

"Welcomed X", "with welcome of X", "agreed to X" and "held X to be sensible" name the
thing they say yes to, so that it can be found among what the other side had raised.
"""

from collections.abc import Iterable, Iterator

import msgspec

from reports.extract.clauses import clauses
from reports.extract.document import Clause, Document
from reports.extract.forms import COMMAS
from reports.extract.frames import is_object_mark

#: Furthest that the word for welcome stands behind the thing, in words.
REACH = 16
#: How many words may part the word for welcome from the tie to its thing.
TIE = 4
#: Furthest that a relative clause says yes behind the thing itself.
RELATIVE = 24


class Yes(msgspec.Struct, frozen=True):
    """The words of a thing that is said yes to; `status` is the rung it proves."""

    start: int
    end: int
    status: str


def welcomed(doc: Document, start: int, end: int) -> list[Yes]:
    """Return what the words from `start` up to `end` say yes to, in reading order."""
    return [
        yes for clause in clauses(doc, start, end) for yes in _in_clause(doc, clause)
    ]


def _in_clause(doc: Document, clause: Clause) -> Iterator[Yes]:
    """Yield what one clause says yes to."""
    end = clause.end
    for hit in doc.find(clause.start, end, "proposals/welcome"):
        if doc.first(hit.end, min(end, hit.end + 3), "proposals/unwelcome"):
            continue
        after = _link(doc, range(hit.end, min(end, hit.end + TIE)))
        if after is not None:
            last = _until_comma(doc, after + 1, end)
            yield Yes(after + 1, last, hit.value)
            continue
        before = _link(doc, range(hit.start - 2, _floor(hit.start, clause.start), -1))
        if before is not None:
            yield Yes(before + 1, hit.start, hit.value)
    for hit in doc.find(clause.start, end, "proposals/approving"):
        named = doc.first(
            hit.end, min(end, hit.end + 2), "speech/object_verb", "speech/titled"
        )
        if named is not None and named.start == hit.end:
            yield from _object(doc, clause, hit.start, "supported")
    for hit in doc.find(clause.start, end, "proposals/accepted"):
        yield from _object(doc, clause, hit.start, hit.value)


def _object(doc: Document, clause: Clause, at: int, status: str) -> Iterator[Yes]:
    """Yield the object that stands before word `at`, if it is marked as one."""
    floor = _floor(at, clause.start)
    mark = next((p for p in range(at - 1, floor, -1) if is_object_mark(doc, p)), None)
    if mark is not None:
        yield Yes(_after_comma(doc, clause.start, mark), mark, status)


def _link(doc: Document, places: Iterable[int]) -> int | None:
    """Return the first of `places` that ties a thing to the word for welcome."""
    return next((p for p in places if doc.hit(p, "proposals/welcome_of")), None)


def _floor(at: int, start: int) -> int:
    """Return how far back from word `at` the thing may begin."""
    return max(start, at - REACH)


def _until_comma(doc: Document, at: int, end: int) -> int:
    """Return the first comma from word `at` on, else `end`."""
    return next((p for p in range(at, end) if doc.words[p] in COMMAS), end)


def _after_comma(doc: Document, start: int, end: int) -> int:
    """Return the word after the last comma before `end`, else `start`."""
    return next(
        (p + 1 for p in range(end - 1, start - 1, -1) if doc.words[p] in COMMAS), start
    )


def answered(doc: Document, at: int, end: int) -> str | None:
    """Return the rung that a relative clause behind a thing proves, if it says yes.

    "He proposed X, which met with welcome" tells the answer in the same breath.
    """
    that = doc.first(at, min(end, at + RELATIVE), "proposals/which")
    if that is None or doc.first(at, that.start, "speech/verb") is not None:
        return None
    last = min(end, that.end + RELATIVE)
    hit = doc.first(that.end, last, "proposals/answer")
    if hit is None or doc.first(that.end, hit.start, "speech/verb") is not None:
        return None
    status: str = hit.value
    return status
