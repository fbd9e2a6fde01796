"""What must, can or will be done, and what is hoped for."""

from collections.abc import Iterator

from reports.extract.clauses import past_lead
from reports.extract.document import Clause, Document
from reports.extract.forms import COLON, COMMAS
from reports.extract.frames import LONGEST, Framed, Place, acts, our_promise
from reports.lexicon import Hit

#: A clause of so few words has no room for a subject of its own.
BARE = 2
#: Wishes and offers that often only praise: "can play a great part".
_HOPES = ("hope", "offer")
#: What is no thing to be done together, wherever it stands in the clause.
_NO_PLAN = (
    "proposals/anaphor",
    "proposals/habit",
    "proposals/our_courtesy",
    "proposals/outcome",
    "proposals/to_sign",
    "events/travel",
    "events/will_travel",
)


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


def modal(doc: Document, place: Place) -> Iterator[Framed]:
    """Read `X must be done`, `we hope that X`, `X can be done`, `X will be done`."""
    clause = place.clause
    for kind in ("modal", "hope", "offer", "plan"):
        cue = doc.first(clause.start, clause.end, f"proposals/{kind}")
        ours = our_promise(doc, clause) if kind == "plan" and place.spoken else None
        cue = cue or ours
        if cue is None:
            continue
        first, last = place.matter, clause.end
        if kind == "plan":
            refused = _no_plan(doc, place, cue, ours=ours is not None)
        else:
            refused = not place.spoken or _no_wish(doc, clause, kind, cue)
        if refused:
            return
        if _is_list(doc, first, cue.start):
            yield Framed(start=first, end=cue.start, rule=kind, weak=True)
            return
        if _is_told_late(doc, cue, first, last):
            first = cue.end
        elif kind == "hope" or (kind == "modal" and cue.start <= first + 1):
            first, last = _told_behind(doc, place, kind, cue)
        if last - first >= 3 and not _empty(doc, kind, cue, first, last):
            yield Framed(
                start=first,
                end=last,
                rule=kind,
                weak=True,
                whole=True,
                both=not place.spoken,
            )
        return


def _told_behind(
    doc: Document, place: Place, kind: str, cue: Hit[str]
) -> tuple[int, int]:
    """Return where the thing stands when its clause opens with the cue."""
    clause, first = place.clause, place.matter
    if cue.start <= first or not _subject(doc, cue.start - 1):
        first = cue.end
        lacking = kind == "modal" and _lacks_subject(doc, clause, first)
        if lacking and place.before is not None:
            # "The stores are full and must be doubled": the stores must.
            first = past_lead(doc, place.before.start, place.before.end, set())
    if first >= clause.end and place.following is not None:
        return first, place.following.end
    return first, clause.end


def _no_wish(doc: Document, clause: Clause, kind: str, cue: Hit[str]) -> bool:
    """Tell whether what must, can or should be only praises, or tells an outcome."""
    kinds: tuple[str, ...] = ()
    if kind in _HOPES:
        kinds = ("proposals/praise", "proposals/outcome")
    if kind == "offer":
        kinds += ("proposals/no_plan",)
    return doc.first(cue.end, clause.end, *kinds) is not None if kinds else False


def _empty(doc: Document, kind: str, cue: Hit[str], first: int, last: int) -> bool:
    """Tell whether the words name nothing of their own that could be followed up."""
    if kind == "hope" and doc.hit(first, "proposals/by") is not None:
        # "By opening these lines the relations will grow" wishes for the relations.
        return True
    if doc.is_any(first, "grammar/preposition") and doc.hit(
        first + 1, "proposals/pointer"
    ):
        # "That must be attended to", "of this use should be made".
        return True
    tried = doc.first(cue.start, last, "proposals/effort") is not None
    return kind != "plan" and tried


def _quoted(doc: Document, clause: Clause) -> bool:
    """Tell whether a clause is somebody's words: it stands behind a colon."""
    sentence = doc.sentence_of(clause.start)
    return COLON in doc.words[sentence.body : clause.start]


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


def _no_plan(doc: Document, place: Place, cue: Hit[str], *, ours: bool) -> bool:
    """Tell whether a plain present or future tells of no thing to be done together.

    A journey, a meeting to come, a paper to be signed, a custom, a courtesy, what
    points back to a thing named before, or the words of somebody unknown.
    """
    clause, first = place.clause, place.matter
    if not place.spoken and _quoted(doc, clause):
        return True
    if doc.hit(cue.start - 1, "proposals/no_plan") is not None:
        return True
    if not ours and not acts(doc, first, clause.end):
        return True
    if doc.first(clause.start, clause.end, *_NO_PLAN) is not None:
        return True
    if clause.end - first > LONGEST and doc.ends(first, "grammar/circumstance"):
        # Its subject stands somewhere behind the circumstance.
        return True
    if doc.first(clause.start, clause.end, "events/will_be_held") is not None:
        held = doc.find(first, clause.end, "events/kind")
        return any(hit.value != "exhibition" for hit in held)
    event = doc.hit(first, "events/kind")
    return event is not None and event.value != "exhibition"
