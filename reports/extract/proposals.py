"""Concrete things that were asked for, offered or decided, and how far each has come.

Each wording has a pattern that finds its object; the object is split into the members
of its list. A wish to "expand relations" is politeness and is refused.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from reports.extract.clauses import FINITE, Clause, clauses, heads, items, past_lead
from reports.extract.document import CLOSING, COLON, COMMAS, Document
from reports.extract.mentions import Mention
from reports.extract.people import Person
from reports.extract.speech import Said
from reports.extract.topics import GENERAL, topic

#: A proposal's wording is cut at this many words.
LONGEST = 14
#: From the lowest rung to the highest.
LADDER = ("raised", "supported", "agreed", "signed", "in_execution", "done")


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


class _Found(msgspec.Struct, frozen=True):
    """The object of one pattern, before its list is split."""

    start: int
    end: int
    rule: str
    status: str = "raised"
    #: A pattern that also frames other things: believed only with a known topic.
    weak: bool = False
    both: bool = False


def raised(
    doc: Document, said: Sequence[Said], found: Sequence[Mention]
) -> list[Raised]:
    """Return what was proposed, in reading order, before the sides are compared."""
    people = {at for m in found if not m.quoted for at in range(m.start, m.end)}
    speeches = {id(one.sentence): one for one in said}
    result: list[Raised] = []
    for sentence in doc.sentences:
        one = speeches.get(id(sentence))
        for clause in clauses(doc, sentence.body, sentence.end):
            for matter in _patterns(doc, clause, people, spoken=one is not None):
                result.extend(_split(doc, clause, matter, one, people))
    return _once(doc, result)


def _split(
    doc: Document,
    clause: Clause,
    matter: _Found,
    said: Said | None,
    people: set[int],
) -> Iterator[Raised]:
    """Yield the members of the list that `matter` holds, as proposals."""
    members = items(doc, matter.start, matter.end)
    head: tuple[int, int] | None = None
    blocked = any(True for _ in doc.find(clause.start, clause.end, "proposals/blocked"))
    for number, (start, end) in enumerate(members):
        start, end = _trimmed(doc, start, end)
        if end <= start or _generic(doc, start, end):
            continue
        first = heads(doc, start, end)
        if number == 0 and first > start and first < end:
            head = (start, first)
        code = topic(doc, start, end)
        if matter.weak and code == GENERAL:
            continue
        both = matter.both or (said is not None and said.both)
        yield Raised(
            start=start,
            end=end,
            head=head if number and first == start else None,
            topic=code,
            proposer=None if both or said is None else said.speaker,
            both=both or said is None,
            status=_rung(doc, clause, matter),
            blocked=blocked,
            rule=f"proposal/{matter.rule}",
            said=said,
        )


def _rung(doc: Document, clause: Clause, matter: _Found) -> str:
    """Return the highest rung with a cue in the clause."""
    best = LADDER.index(matter.status)
    for number, name in enumerate(LADDER):
        if number > max(best, 1) and matter.rule not in ("hope", "modal", "offer"):
            if any(
                True for _ in doc.find(clause.start, clause.end, f"proposals/{name}")
            ):
                best = number
    return LADDER[best]


def _patterns(
    doc: Document, clause: Clause, people: set[int], *, spoken: bool
) -> Iterator[_Found]:
    """Yield the objects that the wording of a clause frames."""
    start, end = clause.start, clause.end
    matter = past_lead(doc, start, end, people)
    for reader in _READERS:
        found = list(reader(doc, clause, matter, spoken))
        if found:
            yield from found
            return


def _request(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`asked for X`, `X (as object) asked for`."""
    for cue in doc.find(clause.start, clause.end, "proposals/request"):
        if cue.value != "between":
            continue
        if cue.start > matter and _is_object_mark(doc, cue.start - 1):
            yield _Found(matter, cue.start - 1, "request")
            return
        last = _before_verb(doc, cue.end, clause)
        if last > cue.end:
            yield _Found(cue.end, last, "request")
            return


def _stress(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`stressed X`, `stressed the need of X`."""
    cue = next(
        (
            h
            for h in doc.find(clause.start, clause.end, "proposals/stress")
            if h.value == "ends"
        ),
        None,
    )
    if cue is None:
        return
    for before in doc.find(clause.start, cue.start, "proposals/stress"):
        if before.value == "before" and cue.start > before.end:
            head = doc.hit(before.end, "proposals/stress")
            first = (
                head.end if head is not None and head.value == "head" else before.end
            )
            if first < cue.start:
                yield _Found(first, cue.start, "stress")
            return


def _judged(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`held X to be necessary`, `named X as the fields of cooperation`."""
    verb = next(
        doc.find(clause.start, clause.end, "speech/object_verb", "speech/titled"), None
    )
    if verb is None:
        return
    mark = next(
        (at for at in range(matter, verb.start) if _is_object_mark(doc, at)), None
    )
    if mark is None:
        return
    judged = next(doc.find(mark, verb.start, "proposals/judged"), None)
    if judged is not None and mark > matter:
        yield _Found(matter, mark, "judged")


def _propose(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`proposed that X`, `the proposal of X was put`."""
    cue = next(doc.find(matter, clause.end, "proposals/propose"), None)
    if cue is None:
        return
    if cue.start > matter and _is_object_mark(doc, cue.start - 1):
        yield _Found(matter, cue.start - 1, "propose")
        return
    at = cue.end
    while at < clause.end and doc.is_any(at, "speech/light", "grammar/conjunction"):
        at += 1
    last = _before_verb(doc, at, clause)
    mark = next((p for p in range(at, last) if _is_object_mark(doc, p)), None)
    if mark is not None and doc.is_any(clause.end - 1, "speech/light"):
        last = mark
    if last > at:
        yield _Found(at, last, "propose")


def _summed(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`X, Y and Z are among the subjects of the talks`."""
    cue = next(doc.find(matter, clause.end, "proposals/summed"), None)
    if cue is not None and cue.start > matter:
        yield _Found(matter, cue.start, "summed")


def _decided(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`it was agreed that X`, `X was agreed`, `X was signed`, `X was opened`."""
    for name in ("agreed", "signed", "done", "in_execution"):
        cue = next(doc.find(matter, clause.end, f"proposals/{name}"), None)
        if cue is None:
            continue
        at = cue.end
        while at < clause.end and doc.is_any(
            at, "grammar/conjunction", "grammar/subordinate"
        ):
            at += 1
        last = _before_verb(doc, at, clause)
        both = name in ("agreed", "signed")
        if name == "agreed" and last - at >= 2:
            yield _Found(at, last, name, name, both=both)
        elif cue.start - matter >= 2:
            yield _Found(matter, cue.start, name, name, weak=not both, both=both)
        return


def _ready(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`ready for X`, `spoke of readiness for X`."""
    cue = next(doc.find(matter, clause.end, "proposals/readiness"), None)
    if cue is None:
        return
    at = cue.end
    if at < clause.end and doc.hit(at, "proposals/for") is not None:
        last = _before_verb(doc, at + 1, clause)
        if last > at + 1:
            yield _Found(at + 1, last, "ready", weak=True)
            return
    before = next(
        (
            p
            for p in range(matter, cue.start)
            if doc.hit(p, "proposals/for") is not None
        ),
        None,
    )
    if before is not None and cue.start > before + 1:
        yield _Found(before + 1, cue.start, "ready", weak=True)
        return
    last = _before_verb(doc, at, clause)
    if last - at >= 2:
        yield _Found(at, last, "ready", weak=True)


def _need(doc: Document, clause: Clause, matter: int, spoken: bool) -> Iterator[_Found]:
    """`needs X`, `there is need of X`."""
    cue = next(doc.find(matter, clause.end, "proposals/need"), None)
    if cue is None:
        return
    last = _before_verb(doc, cue.end, clause)
    if last > cue.end:
        yield _Found(cue.end, last, "need", weak=True)
    elif cue.start - matter >= 2:
        first = next(
            (
                p + 1
                for p in range(cue.start - 1, matter - 1, -1)
                if doc.hit(p, "proposals/to") is not None
            ),
            matter,
        )
        yield _Found(first, cue.start, "need", weak=True)


def _modal(
    doc: Document, clause: Clause, matter: int, spoken: bool
) -> Iterator[_Found]:
    """`X must be done`, `we hope that X`, `X can be done`, `X will be done`."""
    if not spoken:
        return
    for kind, rule in (
        ("proposals/modal", "modal"),
        ("proposals/hope", "hope"),
        ("proposals/offer", "offer"),
        ("proposals/plan", "plan"),
    ):
        cue = next(doc.find(matter, clause.end, kind), None)
        if cue is None:
            continue
        if rule == "plan" and doc.hit(cue.start - 1, "proposals/no_plan") is not None:
            return
        if clause.end - matter >= 3:
            yield _Found(matter, clause.end, rule, weak=True)
        return


_READERS = (
    _request,
    _propose,
    _stress,
    _judged,
    _summed,
    _decided,
    _ready,
    _need,
    _modal,
)


def _is_object_mark(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` marks what stands before it as the object."""
    return doc.hit(at, "proposals/object") is not None


def _before_verb(doc: Document, at: int, clause: Clause) -> int:
    """Return where the object that begins at word `at` gives way to the verb."""
    last = clause.end
    while last > at and any(
        hit.kind in FINITE or hit.kind == "speech/light"
        for hit in doc.hits[last - 1]
        if hit.end == last
    ):
        last -= 1
    return last


def _trimmed(doc: Document, start: int, end: int) -> tuple[int, int]:
    """Return the member without marks, opening small words and trailing clauses."""
    while start < end and (
        doc.words[start] in COMMAS
        or doc.words[start] in CLOSING
        or doc.words[start] == COLON
        or doc.hit(start, "proposals/opening") is not None
    ):
        start += 1
    for at in range(start + 1, min(end, start + LONGEST)):
        if doc.hit(at, "proposals/closing") is not None or doc.words[at] == COLON:
            end = at
            break
    end = min(end, start + LONGEST)
    while end > start and (
        not doc.words[end - 1][0].isalnum()
        or doc.is_any(end - 1, "grammar/conjunction")
        or doc.hit(end - 1, "proposals/object") is not None
    ):
        end -= 1
    return start, end


def _generic(doc: Document, start: int, end: int) -> bool:
    """Tell whether the words are mere politeness: nothing concrete in them."""
    return all(
        doc.is_any(
            at,
            "proposals/generic",
            "grammar/preposition",
            "grammar/conjunction",
            "grammar/determiner",
            "grammar/verb",
        )
        or (doc.place(at) is not None)
        or not doc.words[at][0].isalpha()
        for at in range(start, end)
    )


def content(doc: Document, start: int, end: int) -> set[str]:
    """Return the words of a stretch that carry its matter."""
    return {
        doc.words[at]
        for at in range(start, end)
        if doc.words[at][0].isalnum()
        and not doc.is_any(
            at,
            "proposals/generic",
            "grammar/preposition",
            "grammar/conjunction",
            "grammar/determiner",
            "grammar/verb",
            "proposals/head",
        )
    }


def _once(doc: Document, found: list[Raised]) -> list[Raised]:
    """Join proposals of one person, or of a lead and its body, that say the same."""
    kept: list[Raised] = []
    for one in found:
        words = content(doc, one.start, one.end)
        twin = next(
            (
                other
                for other in kept
                if (other.proposer is one.proposer or other.both or one.both)
                and _overlap(words, content(doc, other.start, other.end)) >= 0.75
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


def _overlap(one: set[str], other: set[str]) -> float:
    """Return the share of common words in the smaller set."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


def endorsed(
    doc: Document,
    found: list[Raised],
    said: Sequence[Said],
    sides: Mapping[Person, str | None],
) -> list[Raised]:
    """Join what one side raises and the other welcomes into one supported proposal."""
    welcomes = [
        one
        for one in said
        if one.speaker is not None
        and any(
            True
            for _ in doc.find(
                one.sentence.body, one.sentence.end, "proposals/supported"
            )
        )
    ]
    kept: list[Raised] = []
    for one in found:
        earlier = next(
            (
                other
                for other in kept
                if other.proposer is not None
                and one.proposer is not None
                and sides.get(other.proposer) != sides.get(one.proposer)
                and other.said is not one.said
                and _aligned(doc, other, one)
            ),
            None,
        )
        if earlier is None:
            kept.append(one)
            continue
        _support(earlier, one.proposer, (one.start, one.end))
    for welcome in welcomes:
        speaker = welcome.speaker
        if speaker is None:
            continue
        _welcome(doc, kept, welcome, speaker, sides)
    return kept


def _aligned(doc: Document, one: Raised, other: Raised) -> bool:
    """Tell whether two members name the same matter in other words."""
    a, b = content(doc, one.start, one.end), content(doc, other.start, other.end)
    return _overlap(_stems(a), _stems(b)) >= 0.6 and (
        one.topic.split(".")[0] == other.topic.split(".")[0]
    )


def _stems(words: set[str]) -> set[str]:
    """Return the words without plural and ezafe endings."""
    return {_stem(word) for word in words}


#: Plural, indefinite and ezafe endings, longest first.
_ENDINGS = (
    "\u0647\u0627\u06cc\u06cc",
    "\u0647\u0627\u06cc",
    "\u0647\u0627",
    "\u0627\u0646",
    "\u06cc",
)


def _stem(word: str) -> str:
    """Return `word` without its ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _support(one: Raised, speaker: Person | None, words: tuple[int, int]) -> None:
    """Mark `one` as supported by `speaker`, with the words that prove it."""
    if speaker is not None and speaker not in one.endorsers:
        one.endorsers.append(speaker)
    one.echoes.append(words)
    if one.status == "raised":
        one.status = "supported"


def _welcome(
    doc: Document,
    kept: list[Raised],
    welcome: Said,
    speaker: Person,
    sides: Mapping[Person, str | None],
) -> None:
    """Apply a sentence of welcome to what the other side had raised before it."""
    whole = _stems(content(doc, welcome.sentence.body, welcome.sentence.end))
    general = any(
        True
        for _ in doc.find(
            welcome.sentence.body, welcome.sentence.end, "proposals/welcomed_all"
        )
    )
    for one in kept:
        if one.proposer is speaker and one.said is welcome:
            if general:
                rival = next(
                    (
                        p
                        for p in sides
                        if sides[p] and sides[p] != sides.get(speaker) and p.names
                    ),
                    None,
                )
                if rival is not None:
                    one.proposer, one.inferred = rival, "proposer/welcomed"
                    _support(one, speaker, (one.start, one.end))
            continue
        if (
            one.proposer is None
            or one.start >= welcome.sentence.start
            or sides.get(one.proposer) == sides.get(speaker)
        ):
            continue
        matter = _stems(content(doc, one.start, one.end))
        if matter and len(matter & whole) >= 0.6 * len(matter):
            _support(one, speaker, (welcome.start, welcome.end))
