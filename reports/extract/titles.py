"""Titles: chains of deputies, an office, and what the office is over.

The longest title wins: the deputy of a prime minister is no prime minister. The side
of a title follows from the place in it, never from the word for the office.
"""

import msgspec

from reports.extract.document import Document
from reports.extract.forms import COMMAS
from reports.extract.scopes import (
    opens_verb,
    past_domain,
    past_modifiers,
    post,
    region_post,
    scopes,
    stops,
)
from reports.lexicon import Hit, Office, Place, flags

LONGEST_BODY = 12
LONGEST_FIELD = 9
#: What a title begins with.
_HEADS = flags("deputy", "office", "group", "crowd")


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A title: the words from `start` to `end` and what they prove.

    `country` is the state that the holder stands for; `post` the place where a
    diplomat serves. `head` is the word of the office itself.
    """

    start: int
    end: int
    office: Office | None
    deputy: bool
    head: int
    places: tuple[Place, ...]
    country: str | None
    province: str | None
    group: bool = False
    #: Many people of a kind, and no delegation.
    crowd: bool = False
    plural: bool = False
    #: For a shared head such as "the ambassadors of A and B": the words of one member.
    member: tuple[int, int] | None = None
    #: For a shared head: the words between the head and its first member.
    field: tuple[int, int] | None = None

    @property
    def side(self) -> str | None:
        """Return the side the title proves, or `None`."""
        if self.country is None:
            return None
        return "iran" if self.country == "IR" else "foreign"

    @property
    def governor(self) -> bool:
        """Tell whether this is a governor, not the deputy of one."""
        return (
            self.office is not None
            and self.office.level == "governor"
            and not self.deputy
        )


def titles_between(doc: Document, start: int, end: int) -> list[Title]:
    """Return the titles between two words, in reading order, disjoint."""
    found: list[Title] = []
    at = doc.seek(start, end, _HEADS)
    while at < end:
        read = title_at(doc, at, end)
        found.extend(read)
        past = max((title.end for title in read), default=at + 1)
        at = doc.seek(past, end, _HEADS)
    return found


def title_at(doc: Document, at: int, end: int) -> list[Title]:
    """Return the titles that begin at word `at`: several for a shared head."""
    deputy = doc.hit(at, "deputy")
    office = doc.hit(at, "office")
    if deputy is not None and (office is None or office.end <= deputy.end):
        title = _deputy(doc, deputy, end)
        if title is not None:
            return [title]
    if office is not None and office.end <= end:
        return _office(doc, office, end)
    group = doc.hit(at, "group", "crowd")
    if group is not None and group.end <= end:
        title = _group(doc, group, end)
        return [title] if title is not None else []
    return []


def _deputy(doc: Document, hit: Hit[str], end: int) -> Title | None:
    """Return the title that begins with a deputy's word, up to the office above it."""
    at = hit.end
    limit = min(end, at + LONGEST_FIELD)
    while at < limit:
        inner = doc.hit(at, "office", "deputy")
        if inner is not None and not doc.is_any(at, "domain"):
            above = title_at(doc, at, end)
            if above and not above[0].plural:
                first = above[0]
                return Title(
                    start=hit.start,
                    end=first.end,
                    office=first.office,
                    deputy=True,
                    head=hit.start,
                    places=first.places,
                    country=first.country,
                    province=first.province,
                )
            break
        if doc.hit(at, "body") is not None or doc.hit(at, "titles/house") is not None:
            return _over_body(doc, hit.start, at, end, office=None, deputy=True)
        joint = doc.words[at] in COMMAS or doc.hit(at, "titles/and") is not None
        if stops(doc, at) and not joint:
            break
        at += 1
    if hit.end >= end or stops(doc, hit.end):
        return None
    if (
        doc.hit(hit.end, "grammar/lead_in")
        or doc.words[hit.end] in doc.lexicon.given_names
    ):
        return None
    return _over_body(doc, hit.start, hit.end, end, office=None, deputy=True)


def _office(doc: Document, hit: Hit[Office], end: int) -> list[Title]:
    """Return the title or titles whose head is the office `hit`."""
    office = hit.value
    if office.scope == "body":
        if _of_this_body(doc, hit.end, end):
            return [_unplaced(hit, hit.end + 2)]
        if not office.post and (hit.end >= end or stops(doc, hit.end)):
            return []
        title = _over_body(doc, hit.start, hit.end, end, office=office, deputy=False)
        return [title] if title is not None else []
    at = past_modifiers(doc, hit.end, end)
    if office.scope == "domain":
        at = past_domain(doc, at, end)
        if at == hit.end and not office.plural:
            return []
    over = scopes(doc, at, end, several=office.plural, state=office.scope == "state")
    if office.plural and len(over) > 1:
        last = over[-1][1]
        return [
            _title(
                hit,
                places,
                end=last,
                member=(first, after),
                field=(hit.end, over[0][0]),
            )
            for first, after, places in over
        ]
    if office.plural and office.post and len(over) == 1:
        posted = _posted(doc, hit, over[0], end)
        if posted:
            return posted
    if not over:
        if at < end and doc.hit(at, "events/this") is not None:
            return [_pointing(doc, hit, at)]
        if office.placed:
            return []
        return [_title(hit, [], end=at)]
    _, last, found = over[0]
    last = past_modifiers(doc, last, end)
    if office.post:
        last, found = post(doc, last, end, found)
    return [_title(hit, found, end=last)]


def _pointing(doc: Document, hit: Hit[Office], end: int) -> Title:
    """Return the title of "the governor of this city": over the place named last."""
    sentence = doc.sentence_of(hit.start)
    for at in range(hit.start - 1, sentence.body - 1, -1):
        place = doc.place(at)
        if place is None or place.value.ambiguous:
            continue
        if place.value.kind in ("province", "region", "city"):
            return _title(hit, [place.value], end=end)
    return _unplaced(hit, end)


def _unplaced(hit: Hit[Office], end: int) -> Title:
    """Return the title of somebody whose state the title does not prove."""
    return msgspec.structs.replace(_title(hit, [], end=end), country=None)


def _of_this_body(doc: Document, at: int, end: int) -> bool:
    """Tell whether "this terminal", "this university" stands at word `at`."""
    return (
        at + 1 < end
        and doc.hit(at, "events/this") is not None
        and doc.hit(at + 1, "body_head", "plain/plain", "titles/unit") is not None
    )


def _posted(
    doc: Document, hit: Hit[Office], over: tuple[int, int, list[Place]], end: int
) -> list[Title]:
    """Return one title for each post in "the ambassadors of A in X, Y and Z"."""
    first, at, found = over
    if at >= end or doc.hit(at, "titles/at") is None:
        return []
    posts = scopes(doc, at + 1, end, several=True, state=True)
    if len(posts) < 2:
        return []
    return [
        _title(
            hit, found, end=posts[-1][1], member=(start, last), field=(first, at + 1)
        )
        for start, last, _ in posts
    ]


def _title(
    hit: Hit[Office],
    found: list[Place],
    *,
    end: int,
    member: tuple[int, int] | None = None,
    field: tuple[int, int] | None = None,
) -> Title:
    """Return the title with the office `hit` over the places `found`."""
    country, province = _belongs(hit.value, found)
    return Title(
        start=hit.start,
        end=end,
        office=hit.value,
        deputy=False,
        head=hit.start,
        places=tuple(found),
        country=country,
        province=province,
        plural=hit.value.plural,
        member=member,
        field=field,
    )


def _belongs(
    office: Office | None, found: list[Place]
) -> tuple[str | None, str | None]:
    """Return the state and the Iranian province that the places of a title prove."""
    if not found:
        bare = office is not None and office.id.startswith("governor")
        return ("IR" if bare else None), None
    if office is not None and office.scope == "state":
        return found[0].country, None
    foreign = [place.country for place in found if place.country != "IR"]
    province = next((place.province for place in found if place.province), None)
    if foreign and found[0].kind != "province":
        return foreign[0], None
    return "IR", province


def _over_body(
    doc: Document,
    start: int,
    at: int,
    end: int,
    *,
    office: Office | None,
    deputy: bool,
) -> Title | None:
    """Return a title whose scope is a body or field in free words from `at`."""
    found: list[Place] = []
    belongs: str | None = None
    limit = min(end, at + LONGEST_BODY)
    first = at
    while at < limit:
        body = doc.hit(at, "body", "domain")
        if body is not None and body.end <= end and body.end - at > 1:
            if body.kind == "body":
                belongs = belongs or body.value.country
            at = body.end
            continue
        phrase = doc.hit(at, "plain/plain")
        if phrase is not None and phrase.end - at > 1 and doc.place(at) is None:
            at = phrase.end
            continue
        place = doc.place(at)
        if place is not None and place.end <= end:
            found.append(place.value)
            at = place.end
            if place.value.kind != "demonym":
                following = doc.place(at) if at < limit else None
                joined = doc.hit(at, "titles/and") is not None and doc.place(at + 1)
                if following is None and not joined:
                    break
                if joined:
                    at += 1
            continue
        if doc.hit(at, "titles/and") is not None and _carries_on(doc, at + 1, limit):
            at += 1
            continue
        talk = doc.hit(at, "events/kind") if at > first else None
        if (
            stops(doc, at)
            or opens_verb(doc, at, end)
            or (at > first and doc.words[at] in doc.lexicon.given_names)
            or (talk is not None and talk.value in ("meeting", "session"))
        ):
            break
        at += 1
    if office is None or office.post or office.scope == "body":
        at, found = region_post(doc, at, end, found)
    if at == first and (office is None or not office.post):
        return None
    country, province = _belongs(office, found)
    if country is None:
        country = belongs
    return Title(
        start=start,
        end=at,
        office=office,
        deputy=deputy,
        head=start,
        places=tuple(found),
        country=country,
        province=province,
    )


def _carries_on(doc: Document, at: int, limit: int) -> bool:
    """Tell whether a body's description goes on after "and"."""
    return (
        at < limit
        and not stops(doc, at)
        and doc.hit(at, "office", "deputy") is None
        and doc.words[at] not in doc.lexicon.given_names
        and (doc.is_any(at, "plain/plain") or doc.hit(at, "body", "domain") is not None)
    )


def _leads_on(doc: Document, at: int, end: int, *, said: bool) -> bool:
    """Tell whether "from" or, where a state is `said`, "and" leads on to a place."""
    if at + 1 >= end:
        return False
    if doc.hit(at, "titles/from") is not None:
        return doc.is_any(at + 1, "titles/unit") or doc.place(at + 1) is not None
    joined = said and doc.hit(at, "titles/and") is not None
    return joined and _is_nation(doc, at + 1, end)


def _is_nation(doc: Document, at: int, end: int) -> bool:
    """Tell whether the word at `at` says of which state another half of a group is."""
    place = doc.place(at) if at < end else None
    return place is not None and place.value.kind == "demonym"


def _group(doc: Document, hit: Hit[str], end: int) -> Title | None:
    """Return a delegation or another group with what it is called for."""
    at = hit.end
    found: list[Place] = []
    described = ours = False
    while at < min(end, hit.end + 8):
        field = doc.hit(at, "group_field")
        unit = doc.hit(at, "titles/unit")
        place = doc.place(at)
        if field is not None:
            at = field.end
        elif unit is not None:
            ours = ours or doc.hit(at, "titles/province") is not None
            at = unit.end
        elif place is not None:
            found.append(place.value)
            at = place.end
        elif doc.words[at].isdigit() or _leads_on(doc, at, end, said=bool(found)):
            at += 1
        else:
            break
        described = True
    if not described:
        return None
    country, province = _belongs(None, found)
    if ours and not found:
        country = "IR"
    return Title(
        crowd=hit.kind == "crowd",
        start=hit.start,
        end=at,
        office=None,
        deputy=False,
        head=hit.start,
        places=tuple(found),
        country=country,
        province=province,
        group=True,
        plural=True,
    )
