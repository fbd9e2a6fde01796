"""What a wording frames, where it is read, and the small readings that all share."""

from collections.abc import Iterator

import msgspec

from reports.extract.clauses import FINITE, infinitive
from reports.extract.document import Clause, Document
from reports.extract.forms import COLON
from reports.lexicon import Hit, flags

#: Wordings whose wish goes on over the next clause.
GOVERNING = frozenset(
    {"carried", "modal", "asked", "propose", "hope", "agreed", "request"}
)
_OBJECT, _TURN = flags("proposals/object"), flags("speech/turn")
_VERBAL = flags(*FINITE, "speech/light")
#: A thing longer than so many words is not printed whole.
LONGEST = 18
#: The shortest clause that can tell of a thing to be done.
SHORTEST = 3
#: The longest predicate behind an object that is believed to be proposed.
LONGEST_PREDICATE = 7


class Framed(msgspec.Struct, frozen=True, kw_only=True):
    """The object of one wording, before its list is split.

    A `weak` wording also frames other things: it is believed only with a known topic.
    A `whole` object is a clause, no list. `both` tells that the sides act together.
    """

    start: int
    end: int
    rule: str
    status: str = "raised"
    weak: bool = False
    whole: bool = False
    both: bool = False


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a reader reads: a clause, the start of its matter, and its neighbours."""

    clause: Clause
    matter: int
    before: Clause | None
    following: Clause | None
    spoken: bool


#: How a verb of the present begins, and how its first person plural ends.
PRESENT, OURS = "\u0645\u06cc", "\u06cc\u0645"


def our_promise(doc: Document, clause: Clause) -> Hit[str] | None:
    """Return the verb of "we do X", said of what a side will do."""
    at = clause.end - 1
    word = doc.words[at]
    if (
        word.startswith(PRESENT)
        and word.endswith(OURS)
        and clause.end - clause.start > 3
    ):
        return Hit(at, clause.end, "proposals/plan", word)
    return None


def clause_after(doc: Document, place: Place, at: int, rule: str) -> Iterator[Framed]:
    """Yield what follows word `at` as one object: in the clause, else in the next."""
    clause = place.clause
    end = clause.end
    at = past_that(doc, at, end)
    if at >= end and place.following is not None:
        at = past_that(doc, place.following.start, place.following.end)
        end = place.following.end
    last = before_verb(doc, at, end)
    if last - at >= 2 and doc.words[at] != COLON:
        moves = last < end
        yield Framed(start=at, end=end if moves else last, rule=rule, whole=moves)


def past_that(doc: Document, at: int, end: int) -> int:
    """Return the word after "that" and its like."""
    while at < end and (
        doc.is_any(at, "grammar/conjunction") or doc.hit(at, "grammar/subordinate")
    ):
        at += 1
    return at


def acts(doc: Document, start: int, end: int) -> bool:
    """Tell whether a stretch holds a noun of action."""
    return any(
        doc.hit(at, "proposals/head") is not None or infinitive(doc.words[at])
        for at in range(start, end)
    )


def is_object_mark(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` marks what stands before it as the object."""
    begins = doc.begins
    return bool(
        begins[at] & _OBJECT or (begins[at] & _TURN and begins[at - 1] & _OBJECT)
    )


def object_mark(doc: Document, start: int, end: int) -> int | None:
    """Return the first word between two that marks the object."""
    at = doc.seek(start, end, _OBJECT | _TURN)
    while at < end and not is_object_mark(doc, at):
        at = doc.seek(at + 1, end, _OBJECT | _TURN)
    return at if at < end else None


def before_verb(doc: Document, at: int, end: int) -> int:
    """Return where the object that begins at word `at` gives way to the verb."""
    last = end
    while last > at and doc.alone[last - 1] & _VERBAL:
        last -= 1
    if (
        last < end
        and last - 1 > at
        and doc.is_any(last - 1, "speech/noun", "titles/verbal")
    ):
        # The noun half of the verb: "made known".
        last -= 1
    return last


def carried_on(doc: Document, clause: Clause, rule: str) -> list[Framed]:
    """Return the clause that a wish before it still governs: "and X be done"."""
    if (
        rule not in GOVERNING
        or clause.verb is None
        or clause.end - clause.start < SHORTEST
    ):
        return []
    if doc.hit(clause.end - 1, "proposals/subjunctive") is None:
        return []
    if clause.start == 0 or doc.hit(clause.start - 1, "titles/and") is None:
        return []
    return [
        Framed(
            start=clause.start, end=clause.end, rule="carried", weak=True, whole=True
        )
    ]
