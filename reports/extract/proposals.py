"""Concrete things that were asked for, offered or decided, and how far each has come.

Each wording has a reader in `patterns.py` that finds its object; the object is split
into the members of its list. A wish to "expand relations" is politeness and is refused.
"""

from collections.abc import Iterator, Sequence, Set

import msgspec

from reports.extract.clauses import (
    Item,
    clauses,
    heads,
    infinitive,
    items,
    past_lead,
)
from reports.extract.document import Clause, Document
from reports.extract.forms import CLOSING, COLON, COMMAS
from reports.extract.frames import LONGEST, Framed, Place, carried_on, is_object_mark
from reports.extract.mentions import Mention
from reports.extract.patterns import framed
from reports.extract.person import Person
from reports.extract.speech import Said
from reports.extract.topics import GENERAL, topic
from reports.extract.words import Sentence
from reports.lexicon import Hit

#: A proposal is printed with at most this many characters, up to the end of a phrase.
LONGEST_TEXT = 90
#: A thing is told in at least so many words; one without a noun of action, in so many
#: that carry matter.
TERSEST = 2
#: So few words are never too long.
FEWEST_CUT = 2 * TERSEST
#: Share of common words from which two proposals say the same.
ALIKE = 0.75
#: The marks round an aside.
PAREN, CLOSED = "()"
#: From the lowest rung to the highest.
LADDER = ("raised", "supported", "agreed", "signed", "in_execution", "done")
#: Words that carry no matter of their own.
SMALL = (
    "grammar/preposition",
    "grammar/conjunction",
    "grammar/determiner",
    "grammar/verb",
    "proposals/head",
)
#: Wordings that ask or wish: no cue in them raises what they frame.
WISHES = frozenset(
    {
        "agenda",
        "summed",
        "carried",
        "hope",
        "modal",
        "offer",
        "asked",
        "request",
        "propose",
        "wanted",
    }
)


class Raised(msgspec.Struct, kw_only=True):
    """A thing that was raised: its words, by whom, by which pattern, on which rung."""

    start: int
    end: int
    head: tuple[int, int] | None
    topic: str
    proposer: Person | None
    both: bool
    status: str
    blocked: bool
    rule: str
    said: Said | None
    endorsers: list[Person] = msgspec.field(default_factory=list)
    echoes: list[tuple[int, int]] = msgspec.field(default_factory=list)
    inferred: str | None = None


def raised(
    doc: Document, said: Sequence[Said], found: Sequence[Mention]
) -> list[Raised]:
    """Return what was proposed, in reading order, before the sides are compared."""
    people = {at for m in found if not m.quoted for at in range(m.start, m.end)}
    speeches = {id(one.sentence): one for one in said}
    result: list[Raised] = []
    for sentence in doc.sentences:
        one = speeches.get(id(sentence))
        parts = list(clauses(doc, sentence.body, sentence.end))
        governing = ""
        for number, clause in enumerate(parts):
            place = Place(
                clause=clause,
                matter=past_lead(doc, clause.start, clause.end, people),
                before=parts[number - 1] if number else None,
                following=parts[number + 1] if number + 1 < len(parts) else None,
                spoken=one is not None,
            )
            matters = framed(doc, place) or carried_on(doc, clause, governing)
            governing = matters[-1].rule if matters else ""
            for matter in matters:
                result.extend(_split(doc, sentence, clause, matter, one))
    found_once = _once(doc, result)
    _hold_back(doc, found_once)
    return found_once


def _split(
    doc: Document,
    sentence: Sentence,
    clause: Clause,
    matter: Framed,
    said: Said | None,
) -> Iterator[Raised]:
    """Yield the members of the list that `matter` holds, as proposals."""
    members = (
        [Item(matter.start, matter.end)]
        if matter.whole
        else items(doc, matter.start, matter.end)
    )
    blocked = doc.first(clause.start, clause.end, "proposals/blocked") is not None
    if len(members) == 2 and not matter.whole and _one_matter(doc, members):
        members = [Item(members[0].start, members[1].end)]
    for member in members:
        if _points_back(doc, member.start, whole=matter.whole):
            continue
        start, end = _trimmed(doc, member.start, member.end)
        if end <= start or _generic(doc, start, end):
            continue
        length = end - start + (1 if member.head else 0)
        if doc.hit(start, "proposals/refused") is not None or length < TERSEST:
            continue
        acts = heads(doc, start, end) > start or infinitive(doc.words[start])
        told = acts or matter.whole or member.head is not None
        terse = len(content(doc, start, end)) < TERSEST
        if not told and terse:
            continue
        code = _topic(doc, sentence, clause, matter, (start, end))
        if code == GENERAL and (matter.weak or not acts or terse):
            continue
        both = matter.both or (said is not None and said.both)
        status = _rung(doc, clause, matter)
        if matter.rule == "stress" and status == "raised" and (both or said is None):
            # Both sides stress it, or nobody in particular.
            status = "supported"
        yield Raised(
            start=start,
            end=end,
            head=member.head,
            topic=code,
            proposer=None if both or said is None else said.speaker,
            both=both,
            status=status,
            blocked=blocked,
            rule=f"proposal/{matter.rule}",
            said=said,
        )


def _points_back(doc: Document, at: int, *, whole: bool) -> bool:
    """Tell whether a matter begins with what was named before: "raise this matter"."""
    act = doc.hit(at, "proposals/head")
    if act is not None and doc.hit(act.end, "proposals/pointer") is not None:
        # "The carrying out of it", unless of "that road".
        return doc.is_any(act.end + 1, "grammar/preposition", "grammar/verb")
    known = doc.hit(at, "proposals/anaphor")
    return known is not None and (whole or is_object_mark(doc, known.end))


def _hold_back(doc: Document, found: Sequence[Raised]) -> None:
    """Make agreed what a lead calls signed and the body still to be signed."""
    yet = list(doc.find(0, len(doc.words), "proposals/to_sign"))
    if not yet or doc.first(yet[-1].end, len(doc.words), "proposals/signed"):
        return
    for one in found:
        if one.status == "signed" and one.end <= yet[-1].start:
            one.status = "agreed"


def _one_matter(doc: Document, members: list[Item]) -> bool:
    """Tell whether two members joined by "and" are halves of one matter."""
    first, second = members
    if second.start != first.end + 1 or doc.hit(first.end, "titles/and") is None:
        return False
    one = topic(doc, first.start, first.end)
    return one != GENERAL and one == topic(doc, second.start, second.end)


def _topic(
    doc: Document,
    sentence: Sentence,
    clause: Clause,
    matter: Framed,
    words: tuple[int, int],
) -> str:
    """Return the topic of a member: from its words, else from what stands round it."""
    code = topic(doc, *words)
    if code == GENERAL and not matter.weak:
        code = topic(doc, clause.start, clause.end)
    if code == GENERAL and matter.rule in ("hope", "modal", "ready"):
        code = topic(doc, sentence.body, sentence.end)
    return code


def _rung(doc: Document, clause: Clause, matter: Framed) -> str:
    """Return the highest rung with a cue in the clause."""
    best = LADDER.index(matter.status)
    if matter.rule in WISHES:
        return LADDER[best]
    for number in range(max(best, 1) + 1, len(LADDER)):
        for hit in doc.find(clause.start, clause.end, f"proposals/{LADDER[number]}"):
            if hit.start < matter.end or not _governs(doc, hit, clause):
                best = number
    return LADDER[best]


def _governs(doc: Document, hit: Hit[str], clause: Clause) -> bool:
    """Tell whether a cue such as "it was agreed that" is of what stands behind it."""
    ahead = clause.end - hit.end > 1 and hit.kind == "proposals/agreed"
    return ahead and doc.hit(hit.start, "proposals/ratified") is None


def _trimmed(doc: Document, start: int, end: int) -> tuple[int, int]:
    """Return the member without marks, opening small words and trailing clauses."""
    while (start < end and doc.hit(start, "proposals/instead") is None) and (
        doc.words[start] in COMMAS
        or doc.words[start] in CLOSING
        or doc.words[start] == COLON
        or doc.hit(start, "proposals/opening") is not None
        or _saying(doc, start)
    ):
        start += 1
    for at in range(start + 1, min(end, start + LONGEST)):
        if doc.hit(at, "proposals/closing") is not None or doc.words[at] == COLON:
            end = at
            break
    end = _shortened(doc, start, end)
    opened = next((at for at in range(start, end) if doc.words[at] == PAREN), end)
    if CLOSED not in doc.words[opened:end]:
        end = opened
    while end > start and (
        not (doc.words[end - 1][0].isalnum() or opened < end - 1)
        or doc.is_any(
            end - 1, "grammar/conjunction", "grammar/preposition", "grammar/time"
        )
        or doc.words[end - 1].isdigit()
        or doc.hit(end - 1, "proposals/object") is not None
    ):
        end -= 1
    return start, end


def _shortened(doc: Document, start: int, end: int) -> int:
    """Return where a member that is too long to print is cut: before a phrase."""
    if end - start > LONGEST:
        end = _joint_before(doc, start + TERSEST, start + LONGEST)
    while end - start > FEWEST_CUT and len(doc.printed(start, end)) > LONGEST_TEXT:
        end = _joint_before(doc, start + TERSEST, end - 1)
    return end


def _saying(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` is half of a verb of speech: "made known that".

    "Sought the building of X" is not: the word for building also makes such verbs.
    """
    if doc.hit(at, "speech/noun") is not None:
        return doc.hit(at + 1, "speech/light") is not None
    light = doc.hit(at, "speech/light")
    after = doc.ends(at, "speech/noun") is not None
    return light is not None and light.value != "make" and after


def _joint_before(doc: Document, start: int, end: int) -> int:
    """Return the last word between two that opens another phrase, else `end`."""
    for at in range(end, start, -1):
        if doc.is_any(at, "grammar/preposition", "grammar/conjunction"):
            return at
    return end


def _generic(doc: Document, start: int, end: int) -> bool:
    """Tell whether the words are mere politeness: nothing concrete in them."""
    at = start
    while at < end:
        place = doc.place(at)
        if place is not None:
            at = place.end
            continue
        small = doc.is_any(
            at,
            "proposals/generic",
            "grammar/preposition",
            "grammar/conjunction",
            "grammar/determiner",
            "grammar/verb",
        )
        if not small and doc.words[at][0].isalpha():
            return False
        at += 1
    return True


def content(doc: Document, start: int, end: int) -> frozenset[str]:
    """Return the words of a stretch that carry its matter: no courtesies either."""
    known = doc.matter.get((start, end))
    if known is None:
        known = wording(doc, start, end, besides=("proposals/generic",))
        doc.matter[start, end] = known
    return known


def wording(
    doc: Document, start: int, end: int, *, besides: tuple[str, ...] = ()
) -> frozenset[str]:
    """Return the words of a stretch but small ones and nouns of action.

    Words of the kinds `besides` are left out as well.
    """
    return frozenset(
        doc.words[at]
        for at in range(start, end)
        if doc.words[at][0].isalnum() and not doc.is_any(at, *SMALL, *besides)
    )


def _once(doc: Document, found: list[Raised]) -> list[Raised]:
    """Join proposals of one person, or of a lead and its body, that say the same."""
    kept: list[Raised] = []
    for one in found:
        words = content(doc, one.start, one.end)
        twin = next(
            (
                other
                for other in kept
                if (other.proposer is one.proposer or _unclaimed(other, one))
                and _overlap(words, content(doc, other.start, other.end)) >= ALIKE
            ),
            None,
        )
        if twin is None:
            kept.append(one)
            continue
        twin.echoes.append((one.start, one.end))
        if LADDER.index(one.status) > LADDER.index(twin.status):
            twin.status = one.status
        twin.blocked = twin.blocked or one.blocked
        if twin.proposer is None and one.proposer is not None and not one.both:
            twin.proposer, twin.both = one.proposer, False
    return kept


def _unclaimed(one: Raised, other: Raised) -> bool:
    """Tell whether one of two was raised by nobody in particular."""
    return one.proposer is None or other.proposer is None


def _overlap(one: Set[str], other: Set[str]) -> float:
    """Return the share of common words in the smaller set."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))
