"""Bodies named in an article, with the acronym as it is written beside them."""

from reports.extract.document import Document
from reports.extract.pages import Outlet
from reports.model import Organisation

LONGEST = 8


def organisations(doc: Document, outlet: Outlet | None) -> tuple[Organisation, ...]:
    """Return the bodies of `doc`, each once, in reading order."""
    found: dict[str, Organisation] = {}
    for sentence in doc.sentences:
        at = sentence.start
        listed = False
        while at < sentence.end:
            end = _body(doc, at, sentence.end)
            if end is None and listed:
                end = _bare(doc, at, sentence.end)
            if end is None:
                listed = listed and not doc.words[at][0].isalnum()
                listed = listed or doc.hit(at, "titles/and") is not None
                at += 1
                continue
            listed = True
            name = doc.printed(at, end)
            acronym = _acronym(doc, end, sentence.end)
            if name not in found:
                found[name] = Organisation(
                    name=name,
                    acronym=acronym,
                    country=_country(doc, at, end),
                    evidence=(doc.evidence(at, end, rule="organisation/named"),),
                )
            at = end
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
            last = place.end
            proven = True
            break
        if (
            not doc.words[last][0].isalpha()
            or doc.is_any(
                last,
                "grammar/preposition",
                "grammar/verb",
                "grammar/determiner",
                "grammar/time",
                "speech/verb",
                "office",
                "deputy",
            )
            or (
                doc.hit(last, "grammar/conjunction")
                and doc.hit(last, "titles/and") is None
            )
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
