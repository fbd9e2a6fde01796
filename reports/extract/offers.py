"""What a side offers: it is ready, keen, pledges itself, invites."""

from collections.abc import Iterator

import msgspec

from reports.extract.clauses import infinitive
from reports.extract.document import Document
from reports.extract.frames import (
    Framed,
    Place,
    before_verb,
    clause_after,
    is_object_mark,
    object_mark,
    past_that,
)

#: How far behind a word of readiness its "for" may stand.
FAR = 4


def ready(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `ready for X`, `spoke of readiness for X`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/readiness")
    if cue is None or doc.first(cue.end, clause.end, "events/travel"):
        return
    if clause.verb is not None and doc.hit(clause.verb, "speech/object_verb"):
        # "Held the airport to be ready for X" offers nothing.
        return
    at = cue.end
    if at < clause.end and (
        infinitive(doc.words[at]) or doc.hit(at, "proposals/making") is not None
    ):
        # "The road's not being ready" is a state, "making the ground ready" an act.
        return
    while at < clause.end and doc.is_any(at, "grammar/verb", "proposals/object"):
        at += 1
    at = past_that(doc, at, clause.end)
    at = _aim(doc, at, clause.end)
    if at < clause.end and doc.hit(at, "proposals/for") is not None:
        last = before_verb(doc, at + 1, clause.end)
        last = object_mark(doc, at + 1, last) or last
        stressed = doc.first(at + 1, last, "proposals/stress")
        if stressed is not None and stressed.value == "ends":
            last = stressed.start
        if last > at + 1:
            yield Framed(start=at + 1, end=last, rule="ready", weak=True)
            return
    before = next(
        (
            spot
            for spot in range(clause.start, cue.start)
            if doc.hit(spot, "proposals/for") is not None
        ),
        None,
    )
    if before is not None and cue.start > before + 1:
        yield Framed(start=before + 1, end=cue.start, rule="ready", weak=True)
        return
    last = before_verb(doc, at, clause.end)
    if last - at >= 2:
        moves = last < clause.end and not doc.is_any(last, "grammar/copula")
        end = clause.end if moves else last
        yield Framed(start=at, end=end, rule="ready", weak=True, whole=moves)


def _aim(doc: Document, at: int, end: int) -> int:
    """Return where "for" stands behind a word of readiness, else `at`."""
    mark = object_mark(doc, at, end)
    first = doc.first(at, end, "proposals/for")
    if mark is not None and first is not None and first.start == mark + 1:
        # "Made the readiness of the chamber for X known."
        return first.start
    near = first is not None and first.start < min(at + FAR, end)
    return first.start if first is not None and near else at


def pledged(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `promised that X`, `undertook X`."""
    cue = doc.first(place.matter, place.clause.end, "proposals/pledged")
    if cue is None:
        return
    if cue.start > place.matter and is_object_mark(doc, cue.start - 1):
        yield Framed(start=place.matter, end=cue.start - 1, rule="pledged", weak=True)
        return
    for one in clause_after(doc, place, cue.end, "pledged"):
        yield msgspec.structs.replace(one, weak=True)


def invited(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `invited them to X`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/invite")
    if cue is None:
        return
    for at in range(place.matter, cue.start - 1):
        if doc.hit(at, "proposals/for") is not None:
            yield Framed(start=at + 1, end=cue.start, rule="invited", weak=True)
            return


def keen(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `told of their interest in X`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/keen")
    if cue is None:
        return
    to = next(
        (at for at in range(cue.end, clause.end) if doc.hit(at, "proposals/to")), None
    )
    last = before_verb(doc, cue.end, clause.end)
    if to is not None and last - to > 2:
        yield Framed(start=to + 1, end=last, rule="keen", weak=True)
