"""How a thing is asked for, offered or decided: one reader for each wording.

A reader gets a clause, the word where its matter begins, and the clause after it; it
yields the objects that the wording frames. The first reader that finds any wins.
"""

from collections.abc import Iterator

from reports.extract.clauses import past_lead
from reports.extract.decisions import agreed, contained, reached, signed
from reports.extract.document import Clause, Document
from reports.extract.forms import COLON, COMMAS
from reports.extract.frames import (
    LONGEST,
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
from reports.lexicon import Hit, flags

#: A clause of so few words has no room for a subject of its own.
BARE = 2


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
    if doc.first(before, colon, "proposals/wish") and acts(doc, first, first + 1):
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
    if last - cue.end >= 2:
        yield Framed(start=cue.end, end=last, rule="agenda", weak=True, both=True)


def _summed(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X, Y and Z are among the subjects of the talks`."""
    cue = doc.first(place.matter, place.clause.end, "proposals/summed")
    if doc.first(place.matter, place.clause.end, "proposals/programme") is not None:
        return
    if cue is not None and cue.start > place.matter:
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


#: Wishes and offers that often only praise: "can play a great part".
_HOPES = ("hope", "offer")


def _is_list(doc: Document, start: int, end: int) -> bool:
    """Tell whether a stretch names several acts: "opening X, building Y and Z"."""
    parted = [at + 1 for at in range(start, end) if doc.words[at] in COMMAS]
    return (
        end - start > BARE
        and acts(doc, start, start + 1)
        and any(at < end and acts(doc, at, at + 1) for at in parted)
    )


def _subject(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` can be the subject of what must be done."""
    return doc.words[at].isalpha() and not doc.is_any(
        at, "proposals/opening", "speech/pronoun", "grammar/conjunction"
    )


def _lacks_subject(doc: Document, clause: Clause, first: int) -> bool:
    """Tell whether a clause joined by "and" leaves its subject to the one before it."""
    joined = doc.hit(clause.start - 1, "titles/and") is not None
    short = clause.end - first <= BARE
    opens = doc.is_any(first, "grammar/preposition", "grammar/determiner")
    told = joined and clause.verb is not None
    return told and (short or opens) and not acts(doc, first, clause.end)


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


def _modal(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X must be done`, `we hope that X`, `X can be done`, `X will be done`."""
    clause = place.clause
    for kind in ("modal", "hope", "offer", "plan"):
        cue = doc.first(clause.start, clause.end, f"proposals/{kind}")
        ours = False
        if kind == "plan" and place.spoken:
            promise = our_promise(doc, clause)
            ours = promise is not None
            cue = cue or promise
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
        if kind in _HOPES and doc.first(
            cue.end, clause.end, "proposals/praise", "proposals/outcome"
        ):
            return
        if kind == "plan" and _no_plan(doc, clause, first):
            return
        if _is_list(doc, first, cue.start):
            yield Framed(start=first, end=cue.start, rule=kind, weak=True)
            return
        last = clause.end
        if _is_told_late(doc, cue, first, last):
            first = cue.end
        if kind == "hope" or (kind == "modal" and cue.start <= first + 1):
            told = cue.start > first and _subject(doc, cue.start - 1)
            first = first if told else cue.end
            lacking = not told and _lacks_subject(doc, clause, first)
            if lacking and place.before is not None:
                # "The stores are full and must be doubled": the stores must.
                first = past_lead(doc, place.before.start, place.before.end, set())
            if first >= clause.end and place.following is not None:
                last = place.following.end
        if kind == "hope" and doc.hit(first, "proposals/by") is not None:
            # "By opening these lines the relations will grow" wishes for the relations.
            return
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


def _is_told_late(doc: Document, cue: Hit[str], first: int, last: int) -> bool:
    """Tell whether only what stands behind the cue is the thing itself.

    "In view of X must Y be done": the circumstance runs up to the cue, and a clause too
    long to be printed whole loses its subject rather than its verb.
    """
    if cue.start <= first or last - cue.end < BARE + 1:
        return False
    aside = doc.ends(first, "grammar/circumstance") is not None
    return last - first > LONGEST or (
        aside and doc.hit(first - 1, "grammar/preposition") is not None
    )


def _no_plan(doc: Document, clause: Clause, first: int) -> bool:
    """Tell whether a plain present or future tells of no thing to be done together.

    A journey, a meeting to come, a paper to be signed, a custom, a courtesy, or what
    points back to a thing named before.
    """
    kinds = ("anaphor", "habit", "our_courtesy", "outcome", "to_sign")
    refused = (*(f"proposals/{one}" for one in kinds), "events/travel")
    if doc.first(clause.start, clause.end, *refused, "events/will_travel") is not None:
        return True
    if doc.first(clause.start, clause.end, "events/will_be_held") is not None:
        kinds = [hit.value for hit in doc.find(first, clause.end, "events/kind")]
        return any(kind != "exhibition" for kind in kinds)
    event = doc.hit(first, "events/kind")
    return event is not None and event.value != "exhibition"


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
        (_modal, ["modal", "hope", "offer", "plan"]),
        (_spoke, ["of"]),
        (_agenda, ["agenda"]),
    )
)
