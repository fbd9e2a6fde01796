"""What an office is over: places, a ministry's field, the post of a diplomat."""

from reports.extract.document import Document
from reports.extract.forms import CLOSING, COMMAS, OPENING
from reports.lexicon import Place, flags
from reports.text.spelling import verbs

#: Words that a free description of a body cannot run across.
_STOPS = flags(
    "grammar/preposition",
    "grammar/conjunction",
    "grammar/verb",
    "grammar/time",
    "grammar/determiner",
    "speech/verb",
    "honorific",
)
_FIELD_WORD = flags("titles/field_word")
#: A ministry's field in free words is at most so long.
LONGEST_FIELD = 6


def past_modifiers(doc: Document, at: int, end: int) -> int:
    """Return the word after any words such as "new" or "former"."""
    while at < end:
        hit = doc.hit(at, "modifier")
        if hit is None or hit.end > end:
            return at
        at = hit.end
    return at


def past_domain(doc: Document, at: int, end: int) -> int:
    """Return the word after a ministry's field."""
    hit = doc.hit(at, "domain")
    if hit is not None and hit.end <= end:
        return _to_state(doc, hit.end, end)
    return _to_state(doc, at, end, joined=False)


def _to_state(doc: Document, at: int, end: int, *, joined: bool = True) -> int:
    """Return where a field in free words meets the name of its state, else `at`.

    `joined` free words go on after a known field: "energy and water resources".
    """
    if joined and (at >= end or doc.hit(at, "titles/and") is None):
        return at
    for last in range(at + 1 if joined else at, min(end, at + LONGEST_FIELD)):
        place = doc.place(last)
        if place is not None and (
            not joined or place.value.kind in ("country", "region")
        ):
            return last
        joint = last > at and doc.hit(last, "titles/and") is not None
        if joint or doc.is_any(last, "plain/plain", "domain", "group_field"):
            continue
        word = doc.words[last]
        if (
            stops(doc, last)
            or doc.hit(last, "office", "deputy", "group") is not None
            or word in doc.lexicon.given_names
            or word in verbs().finite
        ):
            break
    return at


def scopes(
    doc: Document, at: int, end: int, *, several: bool, state: bool
) -> list[tuple[int, int, list[Place]]]:
    """Return what an office is over: the words and places, one entry to a member."""
    found: list[tuple[int, int, list[Place]]] = []
    while at < end:
        scope = _scope(doc, at, end, state=state)
        if scope is None:
            break
        found.append(scope)
        at = scope[1]
        if not several or at >= end:
            break
        joined = doc.words[at] in COMMAS or doc.hit(at, "titles/and") is not None
        if not joined:
            break
        at += 1
    return found


def _scope(
    doc: Document, at: int, end: int, *, state: bool
) -> tuple[int, int, list[Place]] | None:
    """Return one place with what stands round it: "the state of X", "X of Y"."""
    first = at
    house = doc.hit(at, "titles/unit")
    named = doc.place(at) or doc.hit(at, "titles/ours")
    if (
        house is not None
        and house.end < end
        and (named is None or named.end <= house.end)
    ):
        at = house.end
    quoted = at + 2 < end and doc.words[at] in OPENING
    at += quoted
    hit = doc.place(at)
    if quoted and (hit is None or doc.words[hit.end] not in CLOSING):
        return None
    ours = doc.hit(at, "titles/ours")
    if ours is not None and (hit is None or ours.end > hit.end):
        iran = Place("IR", "country", "", "IR")
        return first, ours.end, [iran]
    if hit is None or hit.end > end:
        return _unknown_place(doc, first, at, end)
    found = [hit.value]
    at = hit.end + quoted
    following = doc.place(at) if at < end else None
    if (
        not state
        and following is not None
        and following.end <= end
        and following.value.kind in {"country", "region"}
        and hit.value.kind in {"region", "city", "demonym"}
    ):
        found.append(following.value)
        at = following.end
        if hit.value.country != following.value.country:
            found.reverse()
    return first, at, found


def _unknown_place(
    doc: Document, first: int, at: int, end: int
) -> tuple[int, int, list[Place]] | None:
    """Read a place we do not know when its state stands right behind it."""
    if at >= end or stops(doc, at) or not doc.words[at].isalpha():
        return None
    following = doc.place(at + 1)
    if following is None or following.value.kind != "country":
        learned = doc.learned.get(doc.words[at])
        return None if learned is None else (first, at + 1, [learned])
    if following.end > end or following.value.country == "IR":
        return None
    name, country = doc.words[at], following.value.country
    place = Place(name, "region", name, country)
    doc.learned[name] = place
    return first, following.end, [place]


def post(
    doc: Document, at: int, end: int, found: list[Place]
) -> tuple[int, list[Place]]:
    """Return the end of a diplomat's title with the place of the post."""
    if at + 1 >= end or doc.hit(at, "titles/at") is None:
        return at, found
    there = doc.hit(at + 1, "titles/ours")
    hit = doc.place(at + 1)
    if there is not None and there.end <= end and (hit is None or there.end > hit.end):
        return there.end, found
    if hit is None or hit.end > end or hit.value.kind == "demonym":
        return at, found
    return hit.end, [*found, hit.value]


def region_post(
    doc: Document, at: int, end: int, found: list[Place]
) -> tuple[int, list[Place]]:
    """Take in where a representative serves: "in the north-east of the country"."""
    if at + 1 < end and doc.hit(at, "titles/at") is not None:
        region = doc.hit(at + 1, "titles/quarter")
        if region is not None and region.end <= end:
            return region.end, found
        place = doc.place(at + 1)
        if place is not None and not found and place.value.kind in {"province", "city"}:
            return place.end, [place.value]
    return at, found


def opens_verb(doc: Document, at: int, end: int) -> bool:
    """Tell whether the word at `at` makes a verb with the one behind it."""
    return (
        at + 1 < end
        and doc.hit(at, "titles/verbal") is not None
        and doc.hit(at + 1, "speech/light", "grammar/verb") is not None
    )


def stops(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` cannot stand inside a description."""
    word = doc.words[at]
    if not (word[0].isalpha() or word[0].isdigit()):
        return True
    return bool(doc.begins[at] & _STOPS and not doc.alone[at] & _FIELD_WORD)
