"""How a thing is decided: signed, agreed upon, written into a paper, carried out."""

from collections.abc import Iterator

import msgspec

from reports.extract.document import Document
from reports.extract.forms import COMMAS
from reports.extract.frames import Framed, Place, acts, clause_after, is_object_mark


def signed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `the memorandum of X was signed`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/signed")
    if cue is None:
        return
    if doc.ends(cue.start, "grammar/circumstance") is not None:
        # "Recalling the signing of papers in past years he said": background.
        return
    paper = doc.first(clause.start, clause.end, "proposals/paper")
    rest = doc.sentence_of(clause.start).end
    if paper is None or doc.first(clause.end, rest, "proposals/contained"):
        return
    if paper.end == cue.start:
        # "For X they signed a contract": what stands before names the matter.
        aim = doc.first(place.matter, paper.start, "proposals/for")
        if aim is not None and paper.start - aim.end >= 2:
            yield Framed(
                start=aim.end,
                end=paper.start,
                rule="signed",
                status="signed",
                whole=True,
                both=True,
            )
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


def agreed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `it was agreed that X`, `X was agreed`."""
    clause = place.clause
    summed = doc.first(place.matter, clause.end, "proposals/resolved")
    told = doc.is_any(clause.end - 1, "grammar/copula")
    if summed is not None and told and summed.start - place.matter >= 2:
        yield Framed(
            start=place.matter,
            end=summed.start,
            rule="agreed",
            status="agreed",
            both=True,
        )
        return
    cue = doc.first(clause.start, clause.end, "proposals/agreed")
    if cue is None:
        return
    ratified = doc.hit(cue.start, "proposals/ratified") is not None
    before = ratified and cue.start - place.matter >= 2
    after = [] if before else list(clause_after(doc, place, cue.end, "agreed"))
    if after:
        for one in after:
            yield msgspec.structs.replace(one, status="agreed", both=True)
        return
    first = place.matter
    over = doc.first(first, cue.start, "proposals/over")
    if over is not None and not acts(doc, first, first + 1):
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


def contained(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `this paper, now signed, holds X, Y and Z`, `in it X is foreseen`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/contained")
    if cue is None:
        return
    sentence = doc.sentence_of(clause.start)
    if doc.first(sentence.body, cue.start, "proposals/paper") is None:
        return
    first = place.matter
    paper = doc.first(first, cue.start, "proposals/paper")
    if paper is not None:
        comma = (at for at in range(paper.end, cue.start) if doc.words[at] in COMMAS)
        first = next(comma, paper.end - 1) + 1
    last = cue.start
    if is_object_mark(doc, last - 1):
        last -= 1
    inked = doc.first(sentence.body, cue.end, "proposals/signed") is not None
    if last - first >= 2 and (acts(doc, first, first + 1) or inked):
        yield Framed(
            start=first,
            end=last,
            rule="contained",
            status="signed" if inked else "raised",
            both=True,
        )


def reached(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X was opened`, `X is under way`, `X was welcomed`."""
    if doc.hit(place.matter, "events/kind", "proposals/conditions") is not None:
        # A journey or a fair that began or ended is an event; that all is there which
        # a thing needs does not carry it out.
        return
    for name in ("done", "in_execution", "met"):
        cue = doc.first(place.matter, place.clause.end, f"proposals/{name}")
        if cue is None:
            continue
        told_behind = doc.hit(place.matter, "titles/at") is not None
        if told_behind and not acts(doc, place.matter, cue.start):
            # "At the border we are about to end the works": what stands before tells
            # where.
            return
        if cue.start - place.matter >= 2:
            status = "supported" if name == "met" else name
            # "X was opened in the presence of Y": Y is no part of X.
            beside = doc.first(place.matter + 2, cue.start, "proposals/between")
            last = beside.start if beside is not None else cue.start
            yield Framed(
                start=place.matter, end=last, rule=name, status=status, weak=True
            )
            return
