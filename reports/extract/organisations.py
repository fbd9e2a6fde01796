"""Bodies named in an article, with the acronym as it is written beside them."""

from collections.abc import Iterable, Iterator

import msgspec

from reports.extract.document import Document
from reports.extract.pages import Outlet
from reports.extract.words import Sentence
from reports.lexicon import flags
from reports.model import Organisation

LONGEST = 8
_HEADS = flags("body", "body_head")
_AND, _CONJUNCTION = flags("titles/and"), flags("grammar/conjunction")
#: Words that no name of a body runs across.
_STOPS = flags(
    "grammar/preposition",
    "grammar/verb",
    "grammar/determiner",
    "grammar/time",
    "speech/verb",
    "office",
    "deputy",
)


def organisations(doc: Document, outlet: Outlet | None) -> tuple[Organisation, ...]:
    """Return the bodies of `doc`, each once, in reading order."""
    found: dict[str, Organisation] = {}
    for sentence in doc.sentences:
        for body in _of_one_state(doc, list(_bodies(doc, sentence))):
            found.setdefault(body.name, body)
    if outlet is not None:
        found[outlet.name] = Organisation(
            name=outlet.name,
            acronym=None,
            country=None,
            evidence=(
                doc.evidence(outlet.start, outlet.end, rule="organisation/outlet"),
            ),
            role="source",
        )
    return tuple(found.values())


def doubts(doc: Document, bodies: Iterable[Organisation]) -> tuple[str, ...]:
    """Return a sentence for each acronym that belongs to another body."""
    return tuple(
        doc.lexicon.acronym_warning.format(
            written=body.acronym, name=body.name, right=body.acronym_corrected
        )
        for body in bodies
        if body.acronym_corrected is not None
    )


def _bodies(doc: Document, sentence: Sentence) -> Iterator[Organisation]:
    """Yield the bodies of one sentence; a bare kind counts inside a list of bodies."""
    past: int | None = None
    at = doc.seek(sentence.start, sentence.end, _HEADS)
    while at < sentence.end:
        end = _body(doc, at, sentence.end)
        if end is None and _listed(doc, at, sentence.start, past):
            end = _bare(doc, at, sentence.end)
        if end is None:
            at = doc.seek(at + 1, sentence.end, _HEADS)
            continue
        acronym = _acronym(doc, end, sentence.end)
        yield Organisation(
            name=doc.printed(at, end),
            acronym=acronym,
            country=_country(doc, at, end),
            evidence=(doc.evidence(at, end, rule="organisation/named"),),
            acronym_corrected=_corrected(doc, at, end, acronym),
        )
        past = end if acronym is None else end + 3
        at = doc.seek(past, sentence.end, _HEADS)


def _listed(doc: Document, at: int, start: int, past: int | None) -> bool:
    """Tell whether nothing but marks stands between word `at` and "and" or a body.

    `past` is the word behind the last body.
    """
    for before in range(at - 1, (start if past is None else past) - 1, -1):
        if doc.begins[before] & _AND:
            return True
        if doc.words[before][0].isalnum():
            return False
    return past is not None


def _of_one_state(doc: Document, listed: list[Organisation]) -> list[Organisation]:
    """Give the bodies of a list the one foreign state that its other bodies are of.

    "The confederation of X's employers, the ministry of economy and the customs": the
    ministry is X's, and is named so.
    """
    states = {
        body.country
        for body in listed
        if body.country not in (None, "IR") and len(body.name.split()) > 1
    }
    if len(states) != 1:
        return listed
    (state,) = states
    name = doc.lexicon.countries[state] if state is not None else ""
    return [
        body
        if body.country == state
        or _says_place(doc, body)
        or not _beside(doc, body, listed)
        else msgspec.structs.replace(body, country=state, name=f"{body.name} {name}")
        for body in listed
    ]


def _beside(doc: Document, body: Organisation, listed: list[Organisation]) -> bool:
    """Tell whether only a mark or "and" parts a body from another one of a list."""
    first, last = _stretch(doc, body)
    return any(
        start == last + 1 or end + 1 == first
        for start, end in (_stretch(doc, other) for other in listed)
    )


def _says_place(doc: Document, body: Organisation) -> bool:
    """Tell whether a body's own words name a place."""
    return any(doc.place(at) is not None for at in range(*_stretch(doc, body)))


def _stretch(doc: Document, body: Organisation) -> tuple[int, int]:
    """Return the first word of a body's name, and the word behind it."""
    proof = body.evidence[0]
    return doc.word_of(proof.start), doc.word_of(proof.end - 1) + 1


def _corrected(doc: Document, start: int, end: int, acronym: str | None) -> str | None:
    """Return the acronym that a body is known by when the page writes another."""
    if acronym is None:
        return None
    words = "".join(doc.words[start:end])
    state = _country(doc, start, end)
    for right, (needed, country) in doc.lexicon.acronyms.items():
        fits = country == state and all(word in words for word in needed)
        if fits and right != acronym:
            return right
    return None


def _body(doc: Document, at: int, end: int) -> int | None:
    """Return the word after the body that begins at word `at`."""
    known = doc.hit(at, "body")
    head = doc.hit(at, "body_head")
    if known is not None and (head is None or known.end >= head.end + 1):
        place = doc.place(known.end) if known.end < end else None
        return (
            place.end
            if place is not None and place.value.kind == "country"
            else known.end
        )
    if head is None or head.end >= end:
        return None
    last = head.end
    proven = False
    while last < min(end, at + LONGEST):
        place = doc.place(last)
        if place is not None and place.value.kind != "demonym":
            # "Centre Ardabil" is a bureau of the outlet.
            proven = last > head.end or head.value != "office"
            last = place.end
            break
        joint = doc.begins[last] & _AND
        if joint and doc.begins[last + 1] & _HEADS:
            return None
        if (
            not doc.words[last][0].isalpha()
            or doc.alone[last] & _STOPS
            or (doc.begins[last] & _CONJUNCTION and not joint)
        ):
            break
        last += 1
    return last if proven else None


def _bare(doc: Document, at: int, end: int) -> int | None:
    """Return the end of a body named by its kind alone inside a list of bodies."""
    head = doc.hit(at, "body_head")
    if (
        head is None
        or head.end >= end
        or head.value in ("office", "committee", "company")
    ):
        return None
    joined = not doc.words[head.end][0].isalnum() or doc.hit(head.end, "titles/and")
    return head.end if joined else None


def _acronym(doc: Document, at: int, end: int) -> str | None:
    """Return the Latin letters in brackets behind a body's name."""
    if at + 2 < end and doc.words[at] == "(" and doc.words[at + 2] == ")":
        word = doc.words[at + 1]
        return word if word.isascii() and word.isalpha() else None
    return None


def _country(doc: Document, at: int, end: int) -> str | None:
    """Return the state that the places in a body's name prove."""
    for place in range(at, end):
        hit = doc.place(place)
        if hit is not None and hit.end <= end:
            return hit.value.country
    known = doc.hit(at, "body")
    return known.value.country if known is not None else None
