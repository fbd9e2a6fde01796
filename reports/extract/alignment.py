"""What one side raised and the other welcomed, joined into one supported proposal."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from reports.extract.document import Document
from reports.extract.forms import REMEMBERED
from reports.extract.person import Person
from reports.extract.proposals import Raised, content, wording
from reports.extract.speech import Said
from reports.extract.welcomes import answered, welcomed

#: Two wordings name one matter when they share this much of their words.
ALIKE = 0.6
#: Words of one root share at least this much of the longer.
KINSHIP = 0.7
#: Words of one root begin with so many letters alike.
ROOT = 4


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
        _grant(doc, kept, welcome, speaker, sides)
    for reply in said:
        if reply.speaker is not None:
            _say_yes(doc, kept, reply, reply.speaker, sides)
    for one in kept:
        if one.said is not None and one.status in ("raised", "supported"):
            answer = answered(doc, one.end, one.said.sentence.end)
            one.status = answer or one.status
    return kept


def _say_yes(
    doc: Document,
    kept: list[Raised],
    one: Said,
    speaker: Person,
    sides: Mapping[Person, str | None],
) -> None:
    """Apply what a sentence says yes to, to what the other side raised before it."""
    start = one.sentence.body
    found = welcomed(doc, start, one.sentence.end)
    if not found:
        return
    before = [
        other
        for other in kept
        if other.start < start
        and other.said is not None
        and other.proposer is not None
        and sides.get(other.proposer) != sides.get(speaker)
    ]
    if not before:
        return
    for yes in found:
        back = doc.first(yes.start, yes.end, "proposals/this_one") is not None
        last = max(before, key=lambda other: other.start).said
        first = yes.start
        if one.mention is not None and first <= one.mention.start < yes.end:
            first = one.mention.end
        whole = _stems(
            wording(
                doc,
                first,
                yes.end,
                besides=("proposals/generic", "proposals/propose"),
            )
        )
        for other in before:
            if other.said is last if back else _is_named(doc, other, whole):
                _support(other, speaker, (yes.start, yes.end))
                if yes.status == "agreed" and other.status == "supported":
                    other.status = yes.status


def _is_named(doc: Document, one: Raised, words: Set[str]) -> bool:
    """Tell whether most of `words`, or of the matter of `one`, are said of both."""
    matter = _stems(content(doc, one.start, one.end))
    shared = _shared(words, matter)
    return shared > 0 and shared >= ALIKE * min(len(words), len(matter))


def _grant(
    doc: Document,
    kept: list[Raised],
    welcome: Said,
    speaker: Person,
    sides: Mapping[Person, str | None],
) -> None:
    """Apply "this proposal" to what the other side raised in its last words before."""
    start, end = welcome.sentence.body, welcome.sentence.end
    if doc.first(start, end, "proposals/this_one") is None:
        return
    before = [
        one
        for one in kept
        if one.start < start
        and one.said is not None
        and one.proposer is not None
        and sides.get(one.proposer) != sides.get(speaker)
    ]
    if not before:
        return
    last = max(before, key=lambda one: one.start).said
    granted = doc.first(start, end, "proposals/granted") is not None
    for one in before:
        if one.said is last:
            _support(one, speaker, (start, end))
            if granted and one.status == "supported":
                one.status = "agreed"


def _aligned(doc: Document, one: Raised, other: Raised) -> bool:
    """Tell whether two members name the same matter in other words."""
    a, b = content(doc, one.start, one.end), content(doc, other.start, other.end)
    if one.topic.split(".")[0] != other.topic.split(".")[0]:
        return False
    if _akin(_stems(a), _stems(b)):
        return True
    # "Trade exchanges" and "trade": courtesies alone, but of one and the same topic.
    return one.topic == other.topic and _akin(
        _stems(wording(doc, one.start, one.end)),
        _stems(wording(doc, other.start, other.end)),
    )


def _akin(x: Set[str], y: Set[str]) -> bool:
    """Tell whether two wordings share most of their words, by the root."""
    if not x or not y:
        return False
    shared = _shared(x, y)
    return 2 * shared >= ALIKE * (len(x) + len(y))


def _shared(some: Set[str], others: Set[str]) -> int:
    """Return how many of `some` are of one root with any of `others`."""
    roots = {word[:ROOT] for word in others}
    return sum(
        1
        for word in some
        if word[:ROOT] in roots and any(_kin(word, twin) for twin in others)
    )


def _kin(one: str, other: str) -> bool:
    """Tell whether two words are of one root: they begin alike for the most part."""
    if one == other:
        return True
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same >= ROOT and same >= KINSHIP * max(len(one), len(other))


def _stems(words: Set[str]) -> set[str]:
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


@lru_cache(REMEMBERED)
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


def _rival(
    kept: list[Raised], speaker: Person, sides: Mapping[Person, str | None]
) -> Person | None:
    """Return who raised something on the other side, else its first named person."""
    others = [p for p in sides if sides[p] and sides[p] != sides.get(speaker)]
    raisers = [one.proposer for one in kept if one.proposer in others]
    named = [person for person in others if person.names]
    return next(iter([*raisers, *named]), None)


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
                rival = _rival(kept, speaker, sides)
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
        if matter and len(matter & whole) >= ALIKE * len(matter):
            _support(one, speaker, (welcome.start, welcome.end))
