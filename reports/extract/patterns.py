"""How a thing is asked for, offered or decided: one reader for each wording.

A reader gets a clause, the word where its matter begins, and the clause after it; it
yields the objects that the wording frames. The first reader that finds any wins.
"""

from collections.abc import Iterator

from reports.extract.decisions import agreed, contained, reached, signed
from reports.extract.document import Document
from reports.extract.forms import COLON, COMMAS
from reports.extract.frames import (
    LONGEST_PREDICATE,
    Framed,
    Place,
    acts,
    before_verb,
    clause_after,
    is_object_mark,
    object_mark,
    our_promise,
)
from reports.extract.offers import invited, keen, pledged, ready
from reports.extract.wishes import modal
from reports.lexicon import flags


def framed(doc: Document, place: Place) -> list[Framed]:
    """Return the objects that the wording of a clause frames."""
    #: With a flag of no kind, for readers that are always asked.
    held = doc.held(place.clause.start, place.clause.end) | flags("")
    if place.spoken and our_promise(doc, place.clause) is not None:
        held |= flags("proposals/plan")
    opened = list(_opened(doc, place)) if held & flags("proposals/opened") else []
    for cues, reader in _READERS:
        found = list(reader(doc, place)) if held & cues else []
        if found:
            return [*opened, *found]
    return opened


def _asked(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `asked them to do X`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/asked")
    if cue is None:
        return
    public = doc.first(clause.start, cue.start, "proposals/public")
    if public is not None and doc.hit(public.start - 1, "proposals/of") is not None:
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
            if _points(doc, cue.end, last):
                yield from clause_after(doc, place, clause.end, "request")
            else:
                yield Framed(start=cue.end, end=last, rule="request")
            return


def _points(doc: Document, start: int, end: int) -> bool:
    """Tell whether a stretch only points to the clause behind it: "sought this: X"."""
    return end - start == 1 and doc.hit(start, "proposals/pointer") is not None


def _propose(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `proposed X`, `proposed that X`, `put the proposal of X`."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/propose")
    if cue is None:
        return
    verb = None
    if cue.end < clause.end:
        verb = doc.hit(cue.end, "speech/light", "proposals/our_light")
    if cue.start > place.matter and is_object_mark(doc, cue.start - 1):
        if verb is not None:
            yield Framed(start=place.matter, end=cue.start - 1, rule="propose")
        return
    if verb is not None:
        yield from clause_after(doc, place, verb.end, "propose")
        return
    mark = object_mark(doc, cue.end + 1, clause.end)
    if mark is not None and doc.is_any(
        clause.end - 1, "speech/light", "proposals/our_light"
    ):
        yield Framed(start=cue.end, end=mark, rule="propose")


def _stress(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `stressed X`, `stressed the need of X`."""
    clause = place.clause
    ends = [
        hit
        for hit in doc.find(clause.start, clause.end, "proposals/stress")
        if hit.value == "ends"
    ]
    if not ends:
        return
    # "With stress on old ties they stressed X": the last is the verb.
    cue = ends[-1]
    opened = ends[-2].end + 1 if len(ends) > 1 else clause.start
    for before in doc.find(opened, cue.start, "proposals/stress"):
        if before.value != "before" or cue.start <= before.end:
            continue
        head = doc.hit(before.end, "proposals/stress")
        stressed = head is not None and head.value == "head"
        first = head.end if head is not None and stressed else before.end
        if doc.hit(first, "proposals/praise", "proposals/readiness") is not None:
            return
        if first < cue.start:
            yield Framed(start=first, end=cue.start, rule="stress")
        return


def _judged(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `held X to be needful`, `named X a field of work`, `put X forward`."""
    clause = place.clause
    verb = doc.first(place.matter, clause.end, "speech/object_verb", "speech/titled")
    if verb is None:
        return
    mark = object_mark(doc, place.matter, verb.start)
    if mark is None or mark == place.matter:
        return
    if doc.hit(mark - 1, "proposals/pointer") is not None:
        # "Told of X and held that to be needful": X stands before another verb.
        return
    if doc.first(mark, verb.start, "proposals/programme") is not None:
        return
    put = doc.hit(verb.start, "proposals/put") is not None
    if put or doc.first(mark, verb.start, "proposals/judged") is not None:
        yield Framed(start=place.matter, end=mark, rule="judged")


def _named_so(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `named X the chief wish of the people`, with the wish before the mark."""
    clause = place.clause
    wish = doc.first(place.matter, clause.end, "proposals/wish")
    if wish is None:
        return
    mark = object_mark(doc, wish.end, clause.end)
    if mark is None:
        return
    verb = doc.first(mark, clause.end, "speech/object_verb", "speech/titled")
    if verb is not None and verb.start - mark > 2 and acts(doc, mark + 1, mark + 2):
        yield Framed(start=mark + 1, end=verb.start, rule="named", weak=True)


def _listed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `he raised three requests: first X, second Y and third Z`."""
    clause = place.clause
    colon = clause.start if doc.words[clause.start] == COLON else clause.start - 1
    first = max(place.matter, colon + 1)
    sentence = doc.sentence_of(clause.start)
    if colon <= sentence.body or doc.words[colon] != COLON:
        return
    before = max(sentence.body, colon - LONGEST_PREDICATE)
    wish = doc.first(before, colon, "proposals/wish")
    if wish is None or object_mark(doc, sentence.body, wish.start) is not None:
        # "Named X and Y his wishes and added: Z": they stand before, and Z is news.
        return
    if acts(doc, first, first + 1):
        yield Framed(
            start=first, end=before_verb(doc, first, clause.end), rule="listed"
        )


def _agenda(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `a session on X and Y will be held`."""
    clause = place.clause
    cue = doc.first(place.matter, clause.end, "proposals/agenda")
    if cue is None:
        return
    last = before_verb(doc, cue.end, clause.end)
    below = doc.first(cue.end, last, "grammar/subordinate")
    last = below.start if below is not None else last
    if last - cue.end >= 2:
        yield Framed(start=cue.end, end=last, rule="agenda", weak=True, both=True)


def _summed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X, Y and Z are among the subjects of the talks`."""
    cue = doc.first(place.matter, place.clause.end, "proposals/summed")
    talk = doc.first(place.matter, place.matter + 3, "proposals/of")
    programme = doc.first(place.matter, place.clause.end, "proposals/programme")
    if programme is not None and talk is None:
        # What guests will do is no wish; "talks about X were on it" is.
        return
    if cue is not None and cue.start > place.matter:
        if doc.hit(cue.start - 2, "proposals/pointer") is None:
            yield Framed(start=place.matter, end=cue.start, rule="summed", weak=True)
        return
    wish = doc.first(place.matter, place.clause.end, "proposals/wishes")
    if wish is not None and doc.words[wish.start - 1] in COMMAS:
        yield Framed(start=place.matter, end=wish.start - 1, rule="summed", weak=True)


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
        and doc.hit(first, "proposals/head") is not None
        and doc.hit(first, "proposals/presence") is None
    ):
        yield Framed(start=first, end=verb.start, rule="spoke", weak=True)


def _opened(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `with a wish for X, ...` in the circumstance that opens a sentence."""
    clause = place.clause
    cue = doc.first(clause.start, clause.end, "proposals/opened")
    if cue is None or cue.start >= place.matter:
        return
    last = next(
        (at for at in range(cue.end, clause.end) if doc.words[at] in COMMAS),
        before_verb(doc, cue.end, clause.end),
    )
    if last - cue.end >= 2 and acts(doc, cue.end, cue.end + 1):
        yield Framed(start=cue.end, end=last, rule="opened", weak=True)


def _object(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `put X on the table`: an action as the object of what somebody does."""
    clause, first = place.clause, place.matter
    mark = object_mark(doc, first, clause.end)
    if mark is None or mark - first < 2 or not place.spoken:
        return
    if doc.first(mark, clause.end, "proposals/conditional") is not None:
        return
    if acts(doc, first, first + 1) and clause.end - mark <= LONGEST_PREDICATE:
        yield Framed(start=first, end=mark, rule="object", weak=True)


#: The readers, each with kinds of cues that a clause must hold one of; a reader without
#: any is always asked.
_READERS = tuple(
    (flags(*(f"proposals/{name}" for name in cues)) if cues else ~0, reader)
    for reader, cues in (
        (_request, ["request"]),
        (_propose, ["propose"]),
        (_asked, ["asked"]),
        (pledged, ["pledged"]),
        (_stress, ["stress"]),
        (_judged, ["object"]),
        (_named_so, ["wish"]),
        (_wanted, ["wanted"]),
        (_listed, []),
        (_summed, ["summed", "wishes"]),
        (contained, ["contained"]),
        (signed, ["signed"]),
        (agreed, ["agreed", "resolved"]),
        (ready, ["readiness"]),
        (_need, ["need"]),
        (reached, ["done", "in_execution", "met"]),
        (invited, ["invite"]),
        (keen, ["keen"]),
        (_object, ["object"]),
        (modal, ["modal", "hope", "offer", "plan"]),
        (_spoke, ["of"]),
        (_agenda, ["agenda"]),
    )
)
