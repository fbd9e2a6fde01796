"""How a thing is asked for, offered or decided: one reader for each wording.

A reader gets a clause, the word where its matter begins, and the clause after it; it
yields the objects that the wording frames. The first reader that finds any wins.
"""

from collections.abc import Iterator

import msgspec

from reports.extract.document import COMMAS, Document
from reports.extract.frames import (
    LONGEST_PREDICATE,
    Framed,
    Place,
    acts,
    before_verb,
    clause_after,
    is_object_mark,
    our_promise,
    past_that,
)


def framed(doc: Document, place: Place) -> list[Framed]:
    """Return the objects that the wording of a clause frames."""
    opened = list(_opened(doc, place))
    for reader in _READERS:
        found = list(reader(doc, place))
        if found:
            return [*opened, *found]
    return opened


def _asked(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `asked them to do X`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/asked")
    if cue is None:
        return
    yield from clause_after(doc, place, cue.end, "asked")


def _request(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `sought X`, `X (as object) sought`."""
    clause = place.clause
    for cue in doc.find(clause.start, clause.end, "proposals/request"):
        if cue.value != "between":
            continue
        if cue.start > place.matter and is_object_mark(doc, cue.start - 1):
            yield Framed(start=place.matter, end=cue.start - 1, rule="request")
            return
        last = before_verb(doc, cue.end, clause.end)
        if last > cue.end and last < clause.end:
            yield Framed(start=cue.end, end=last, rule="request")
            return


def _propose(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `proposed X`, `proposed that X`, `put the proposal of X`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/propose")
    if cue is None:
        return
    verb = doc.hit(cue.end, "speech/light") if cue.end < clause.end else None
    if cue.start > place.matter and is_object_mark(doc, cue.start - 1):
        if verb is not None:
            yield Framed(start=place.matter, end=cue.start - 1, rule="propose")
        return
    if verb is not None:
        yield from clause_after(doc, place, verb.end, "propose")
        return
    mark = next(
        (at for at in range(cue.end + 1, clause.end) if is_object_mark(doc, at)), None
    )
    if mark is not None and doc.is_any(clause.end - 1, "speech/light"):
        yield Framed(start=cue.end, end=mark, rule="propose")


def _stress(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `stressed X`, `stressed the need of X`."""
    clause = place.clause
    cue = next(
        (
            hit
            for hit in doc.find(clause.start, clause.end, "proposals/stress")
            if hit.value == "ends"
        ),
        None,
    )
    if cue is None:
        return
    for before in doc.find(clause.start, cue.start, "proposals/stress"):
        if before.value != "before" or cue.start <= before.end:
            continue
        head = doc.hit(before.end, "proposals/stress")
        stressed = head is not None and head.value == "head"
        first = head.end if head is not None and stressed else before.end
        if first < cue.start:
            yield Framed(start=first, end=cue.start, rule="stress")
        return


def _judged(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `held X to be needful`, `named X a field of work`, `put X forward`."""
    clause = place.clause
    verb = doc.first(place.matter, clause.end, "speech/object_verb", "speech/titled")
    if verb is None:
        return
    mark = next(
        (at for at in range(place.matter, verb.start) if is_object_mark(doc, at)), None
    )
    if mark is None or mark == place.matter:
        return
    put = doc.hit(verb.start, "proposals/put") is not None
    if put or doc.first(mark, verb.start, "proposals/judged") is not None:
        yield Framed(start=place.matter, end=mark, rule="judged")


def _summed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X, Y and Z are among the subjects of the talks`."""
    cue = doc.first(place.matter, place.clause.end, "proposals/summed")
    if cue is not None and cue.start > place.matter:
        yield Framed(start=place.matter, end=cue.start, rule="summed", weak=True)


def _wanted(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `our wish is X`, `the aim of the journey is X`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/wanted")
    if cue is None:
        return
    last = before_verb(doc, cue.end, clause.end)
    if last - cue.end >= 2:
        yield Framed(
            start=cue.end, end=last, rule="wanted", weak=True, both=not place.spoken
        )


def _signed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `the memorandum of X was signed`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/signed")
    if cue is None:
        return
    paper = doc.first(clause.start, clause.end, "proposals/paper")
    if paper is None:
        return
    last = cue.start if cue.start > paper.start else clause.end
    for at in range(paper.end, last):
        if is_object_mark(doc, at) or doc.hit(at, "proposals/between") is not None:
            last = at
            break
    yield Framed(
        start=paper.start,
        end=last,
        rule="signed",
        status="signed",
        whole=True,
        both=True,
    )


def _agreed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `it was agreed that X`, `X was agreed`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/agreed")
    if cue is None:
        return
    after = list(clause_after(doc, place, cue.end, "agreed"))
    if after:
        for one in after:
            yield msgspec.structs.replace(one, status="agreed", both=True)
        return
    first = place.matter
    over = doc.first(first, cue.start, "proposals/over")
    if over is not None:
        first = over.end
    if cue.start - first >= 2:
        yield Framed(
            start=first,
            end=cue.start,
            rule="agreed",
            status="agreed",
            weak=True,
            both=True,
        )


def _reached(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X was opened`, `X is under way`, `X was welcomed`."""
    for name in ("done", "in_execution", "met"):
        cue = doc.first(place.matter, place.clause.end, f"proposals/{name}")
        if cue is not None and cue.start - place.matter >= 2:
            status = "supported" if name == "met" else name
            yield Framed(
                start=place.matter, end=cue.start, rule=name, status=status, weak=True
            )
            return


def _ready(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `ready for X`, `spoke of readiness for X`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/readiness")
    if cue is None or doc.first(cue.end, clause.end, "events/travel"):
        return
    at = cue.end
    while at < clause.end and doc.is_any(at, "grammar/verb", "proposals/object"):
        at += 1
    at = past_that(doc, at, clause.end)
    far = [p for p in range(at, min(at + 4, clause.end)) if doc.hit(p, "proposals/for")]
    at = far[0] if far else at
    if at < clause.end and doc.hit(at, "proposals/for") is not None:
        last = before_verb(doc, at + 1, clause.end)
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
        moves = last < clause.end
        end = clause.end if moves else last
        yield Framed(start=at, end=end, rule="ready", weak=True, whole=moves)


def _need(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `needs X`, `there is need of X`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/need")
    if cue is None:
        return
    last = before_verb(doc, cue.end, clause.end)
    if last > cue.end:
        yield Framed(start=cue.end, end=last, rule="need", weak=True)
    elif cue.start - place.matter >= 2:
        first = next(
            (
                at + 1
                for at in range(cue.start - 1, place.matter - 1, -1)
                if doc.hit(at, "proposals/to") is not None
            ),
            place.matter,
        )
        yield Framed(start=first, end=cue.start, rule="need", weak=True)


def _spoke(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `spoke of X`."""
    clause = place.clause
    verb = doc.first(
        place.matter, clause.end, "speech/spoke", "speech/verb", "proposals/told"
    )
    if verb is None or verb.end < clause.end - 1:
        return
    first = next(
        (
            at + 1
            for at in range(verb.start - 1, place.matter - 1, -1)
            if doc.hit(at, "proposals/of") is not None
        ),
        None,
    )
    if (
        first is not None
        and verb.start - first >= 2
        and doc.hit(first, "proposals/head")
    ):
        yield Framed(start=first, end=verb.start, rule="spoke", weak=True)


def _modal(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X must be done`, `we hope that X`, `X can be done`, `X will be done`."""
    clause = place.clause
    for kind in ("modal", "hope", "offer", "plan"):
        cue = doc.first(clause.start, clause.end, f"proposals/{kind}")
        ours = False
        if cue is None and kind == "plan" and place.spoken:
            cue = our_promise(doc, clause)
            ours = cue is not None
        if cue is None:
            continue
        first = place.matter
        if kind == "plan":
            if doc.hit(cue.start - 1, "proposals/no_plan") is not None:
                return
            if not ours and not acts(doc, first, clause.end):
                return
        elif not place.spoken:
            return
        if kind == "offer" and doc.first(cue.end, clause.end, "proposals/no_plan"):
            return
        last = clause.end
        if kind in ("modal", "hope") and cue.start <= first + 1:
            first = cue.end
            if first >= clause.end and place.following is not None:
                last = place.following.end
        if last - first >= 3:
            yield Framed(
                start=first,
                end=last,
                rule=kind,
                weak=True,
                whole=True,
                both=not place.spoken,
            )
        return


def _pledged(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `promised that X`, `undertook X`."""
    cue = doc.first(place.matter, place.clause.end, "proposals/pledged")
    if cue is None:
        return
    if cue.start > place.matter and is_object_mark(doc, cue.start - 1):
        yield Framed(start=place.matter, end=cue.start - 1, rule="pledged", weak=True)
        return
    for one in clause_after(doc, place, cue.end, "pledged"):
        yield msgspec.structs.replace(one, weak=True)


def _invited(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `invited them to X`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/invite")
    if cue is None:
        return
    for at in range(place.matter, cue.start - 1):
        if doc.hit(at, "proposals/for") is not None:
            yield Framed(start=at + 1, end=cue.start, rule="invited", weak=True)
            return


def _opened(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `with a wish for X, ...` in the circumstance that opens a sentence."""
    clause = place.clause
    cue = doc.first(clause.start, place.matter, "proposals/opened")
    if cue is None:
        return
    last = next(
        (at for at in range(cue.end, place.matter) if doc.words[at] in COMMAS),
        place.matter,
    )
    if last - cue.end >= 2 and acts(doc, cue.end, cue.end + 1):
        yield Framed(start=cue.end, end=last, rule="opened", weak=True)


def _object(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `put X on the table`: an action as the object of what somebody does."""
    clause, first = place.clause, place.matter
    mark = next(
        (at for at in range(first, clause.end) if is_object_mark(doc, at)), None
    )
    if mark is None or mark - first < 2 or not place.spoken:
        return
    if acts(doc, first, first + 1) and clause.end - mark <= LONGEST_PREDICATE:
        yield Framed(start=first, end=mark, rule="object", weak=True)


_READERS = (
    _request,
    _propose,
    _asked,
    _pledged,
    _stress,
    _judged,
    _wanted,
    _summed,
    _signed,
    _agreed,
    _ready,
    _need,
    _reached,
    _invited,
    _object,
    _modal,
    _spoke,
)
