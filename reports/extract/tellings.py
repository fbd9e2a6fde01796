"""The encounters that one sentence tells of: one reader for each kind."""

from reports.extract.days import day_near
from reports.extract.encounters import GATHERINGS, TALKS, Event, Scene
from reports.extract.mentions import COMPANION, OF_EVENT, SUBJECT, WITH, Mention
from reports.lexicon import Hit

#: How far a partner may stand behind the word for the talks, and before it.
BEHIND, BEFORE = 10, 18
#: How far two members of one list stand apart.
JOINT = 2
#: How far behind the word for an encounter its place may stand.
VENUE = 16
#: What is staged, and attended by several sides.
_STAGED = frozenset({"opening", "ceremony"})
#: How somebody names what is on a programme.
_ANNOUNCES = ("speech/object_verb", "speech/verb", "speech/titled", "speech/noun")
#: From the verb of travel to what puts it into the future.
REACH = 6
#: From the word for a gathering to the verb that says it will be held.
LONGEST_NEWS = 16
#: The same where the gathering is what the sentence is about: it opens it.
LONGEST_SENTENCE = 45
#: From "to attend" to the word for the gathering.
FEW = 4
#: From the word for talks that are promised to their verb.
PROMISE = 4


def told(scene: Scene) -> list[Event]:
    """Return the encounters of one sentence, in reading order."""
    found: list[Event] = []
    hits = list(scene.cues(scene.colon))
    main = [hit for hit in hits if not _in_margin(scene, hit)]
    talks = any(hit.value in TALKS for hit in main)
    for hit in main if talks else hits:
        kind = hit.value
        talked = [event for event in found if event.kind in TALKS]
        if kind in TALKS and not talked:
            event = _talks(scene, hit)
        elif kind == "delegation_visit":
            event = _visit(scene, hit)
        elif kind == "reception":
            event = _reception(scene, hit)
        elif kind == "site_visit":
            event = _site_visit(scene, hit)
        elif kind == "mou_signing":
            event = _signing(scene, hit)
        elif (kind in GATHERINGS or kind in _STAGED) and not talked:
            event = _gathering(scene, hit)
        else:
            continue
        if event is not None and not any(e.kind == event.kind for e in found):
            found.append(event)
    found.extend(_announced(scene))
    if any(event.kind in ("reception", "site_visit") for event in found):
        found = [event for event in found if event.kind != "delegation_visit"]
    for event in found:
        event.sentences.append(scene.sentence)
        event.spans.append((scene.sentence.body, scene.colon))
        event.day = day_near(scene.doc, scene.sentence, event.cue, status=event.status)
        event.place = event.place or _place(scene, event.cue)
    # A fair to come is told of by those who are named for it, or by its day.
    return [e for e in found if e.kind != "exhibition" or e.people or e.day]


def _in_margin(scene: Scene, hit: Hit[str]) -> bool:
    """Tell whether the cue only says on the margin of what people met."""
    return scene.doc.ends(hit.start, "events/margin") is not None


def _talks(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return the talks that the cue tells of, with those who take part."""
    event = Event(hit.value, scene.status(hit), hit)
    event.refers = scene.points_back(hit)
    if event.refers and event.status == "planned":
        # "This meeting" is the one told of; what is to come is something else.
        event.status = "held"
    chain = scene.sentence.end
    received = [m for m in scene.here if not m.quoted and _is_object(scene, m, hit)]
    for mention in [] if _only_tells(scene, hit) else scene.told(SUBJECT):
        event.add(scene.of[mention], mention, partner=mention in received)
    for mention in received:
        event.add(scene.of[mention], mention, partner=True)
    for mention in scene.told(WITH, OF_EVENT):
        hangs = mention.role == WITH or (
            scene.doc.ends(mention.start, "events/kind") == hit
        )
        if hangs and (_near(hit, mention) or 0 <= mention.start - chain <= JOINT):
            event.add(scene.of[mention], mention, partner=True)
            chain = mention.end
    event.abroad = _abroad(scene, hit)
    if event.refers or (event.abroad and event.people):
        return event
    if event.partners or len(event.people) > 1:
        return event
    off = event.status in ("cancelled", "postponed", "denied")
    if off and not event.people:
        event.refers = True
        return event
    later = event.status != "held" and event.people and hit.value != "session"
    return event if later else None


def _only_tells(scene: Scene, hit: Hit[str]) -> bool:
    """Tell whether somebody only tells of the talks: a programme, their holding."""
    if scene.doc.ends(hit.start, "events/holding") is not None:
        return scene.doc.first(hit.end, scene.colon, "proposals/told") is not None
    agenda = scene.doc.first(hit.end, scene.colon, "events/agenda")
    return agenda is not None and (
        scene.doc.first(agenda.end, scene.sentence.end, *_ANNOUNCES) is not None
    )


def _is_object(scene: Scene, mention: Mention, hit: Hit[str]) -> bool:
    """Tell whether the cue is a verb that has `mention` as its object."""
    at = mention.end
    marked = at < hit.start and scene.doc.hit(at, "proposals/object") is not None
    return marked and hit.start - at <= BEHIND and hit.end - hit.start > 2


def _near(hit: Hit[str], mention: Mention) -> bool:
    """Tell whether a partner stands near enough to the cue to hang on it."""
    if mention.start >= hit.end:
        return mention.start - hit.end <= BEHIND
    return hit.start - mention.end <= BEFORE


def _abroad(scene: Scene, hit: Hit[str]) -> bool:
    """Tell whether the talks are with places of another state, nobody being named."""
    doc, end = scene.doc, scene.sentence.end
    if hit.end >= end or doc.hit(hit.end, "events/with") is None:
        return False
    if any(hit.end < m.start <= hit.end + 2 for m in scene.here):
        # Somebody is named: "with the ambassador to X" is with a person.
        return False
    for at in range(hit.end + 1, min(hit.end + 6, end)):
        place = doc.place(at)
        if place is not None and not place.value.ambiguous:
            return place.value.country != "IR"
    return False


def _visit(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return a journey: a subject, a verb of travel, and where to."""
    doc, colon = scene.doc, scene.colon
    status = scene.status(hit)
    travellers = [m for m in scene.here if not m.quoted and m.start == hit.end]
    if travellers and status in ("planned", "cancelled", "postponed"):
        event = Event("delegation_visit", status, hit)
        event.add(scene.of[travellers[0]], travellers[0])
        event.place = _destination(scene, colon)
        return event
    verb = doc.first(scene.sentence.body, colon, "events/travel")
    if verb is None:
        return None
    subjects = [m for m in scene.told(SUBJECT) if m.start < verb.end]
    said = doc.first(scene.sentence.body, verb.start, "events/saying")
    subjects = [m for m in subjects if said is None or m.start > said.end]
    if not subjects or _enters_no_place(scene, verb):
        return None
    if status in ("held", "planned"):
        future = doc.hit(verb.start, "events/will_travel") is not None
        past = not future and scene.past(verb.start, min(colon, verb.end + REACH))
        status = "held" if past else "planned"
    event = Event("delegation_visit", status, hit)
    for mention in subjects:
        event.add(scene.of[mention], mention)
    event.place = _destination(scene, colon)
    return event


def _enters_no_place(scene: Scene, verb: Hit[str]) -> bool:
    """Tell whether something enters into use, or service, and nobody into a place."""
    doc, at = scene.doc, verb.start + 1
    if doc.hit(verb.start, "events/enters") is None or at >= scene.colon:
        return False
    there = doc.hit(at, "events/venue", "events/this", "titles/unit", "body_head")
    return there is None and doc.place(at) is None


def _destination(scene: Scene, end: int) -> tuple[int, int] | None:
    """Return the place behind "to" or behind a word such as "entered"."""
    doc, body = scene.doc, scene.sentence.body
    for at in range(body + 1, end):
        place = doc.place(at)
        if place is None:
            continue
        if doc.hit(at - 1, "events/to") is not None:
            return place.start, place.end
        unit = at >= body + 2 and doc.hit(at - 1, "titles/unit") is not None
        if unit and doc.hit(at - 2, "events/to") is not None:
            return place.start, place.end
    return None


def _reception(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return the welcome of a guest, which is no endorsement of a proposal."""
    hosts = [m for m in scene.here if not m.quoted and 0 <= m.start - hit.end <= 1]
    guests = [m for m in scene.told(SUBJECT) if m.end <= hit.start]
    if not hosts or not guests:
        return None
    event = Event("reception", scene.status(hit), hit)
    for mention in [*scene.told(SUBJECT, WITH, OF_EVENT), *hosts]:
        event.add(scene.of[mention], mention, partner=mention in hosts)
    return event


def _site_visit(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return a foreign guest's visit of a place."""
    visitors = [
        m
        for m in scene.told(SUBJECT, OF_EVENT)
        if m.role == SUBJECT or m.start == hit.end
    ]
    if not any(scene.foreign(m) for m in visitors):
        return None
    status = scene.status(hit)
    aim = hit.start - 1
    if aim >= scene.sentence.body and scene.doc.hit(aim, "events/purpose") is not None:
        status = "planned"
    event = Event("site_visit", status, hit)
    for mention in [*visitors, *scene.told(WITH, COMPANION)]:
        event.add(scene.of[mention], mention)
    return event


def _signing(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return a signing whose signatories are named in the sentence."""
    signers = scene.told(SUBJECT, WITH)
    if len(signers) < 2 or not any(scene.foreign(m) for m in signers):
        return None
    event = Event("mou_signing", scene.status(hit), hit)
    for mention in signers:
        event.add(scene.of[mention], mention, partner=mention.role == WITH)
    return event


def _gathering(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return a summit, conference or fair that several sides attend."""
    present = scene.told(SUBJECT, WITH, OF_EVENT)
    if _attended(scene, hit):
        return None
    if len(present) < 2 or not any(scene.foreign(m) for m in present):
        return None
    event = Event(hit.value, scene.status(hit), hit)
    for mention in present:
        event.add(scene.of[mention], mention, partner=mention.role != SUBJECT)
    return event


def _attended(scene: Scene, hit: Hit[str]) -> bool:
    """Tell whether a gathering is only what somebody travels for: "to attend it"."""
    first = max(scene.sentence.body, hit.start - FEW)
    cue = scene.doc.first(first, hit.start, "events/attending")
    if cue is None or cue.start == scene.sentence.body:
        return False
    before = scene.doc.ends(cue.start, "events/purpose", "grammar/circumstance")
    return before is not None


def _announced(scene: Scene) -> list[Event]:
    """Return what the sentence, or the words it quotes, says is going to be held."""
    found: list[Event] = []
    for hit in scene.cues(scene.sentence.end):
        quoted = hit.start > scene.colon
        event = None
        if quoted and hit.value in TALKS:
            event = _promised(scene, hit)
        if event is None and (hit.value in GATHERINGS or hit.value == "meeting"):
            event = _to_be_held(scene, hit)
        elif quoted and hit.value == "delegation_visit":
            event = _to_come(scene, hit)
        if event is not None and not any(e.kind == event.kind for e in found):
            found.append(event)
    return found


def _promised(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return talks between named people that the words quoted say will be held."""
    end = min(scene.sentence.end, hit.end + PROMISE)
    if scene.doc.first(hit.end, end, "events/future") is None:
        return None
    event = Event(hit.value, "planned", hit)
    for mention in scene.here:
        if mention.quoted and mention.role in (SUBJECT, WITH):
            partner = mention.role == WITH
            event.add(scene.of[mention], mention, partner=partner)
    return event if event.partners and len(event.people) > 1 else None


def _to_be_held(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return a gathering that is announced, with those who are named for it."""
    heads = hit.start - scene.sentence.body <= FEW
    reach = LONGEST_SENTENCE if heads else LONGEST_NEWS
    end = min(scene.sentence.end, hit.end + reach)
    held = scene.doc.first(hit.end, end, "events/will_be_held")
    if held is None or scene.points_back(hit) or _wished(scene, hit):
        return None
    if _attended(scene, hit) or scene.doc.first(hit.end, held.start, "events/saying"):
        return None
    event = Event(hit.value, "planned", hit)
    for mention in scene.here:
        inside = mention.start >= hit.end and mention.end <= held.start
        if inside and mention.role in (WITH, OF_EVENT):
            event.add(scene.of[mention], mention, partner=True)
    return event


def _wished(scene: Scene, hit: Hit[str]) -> bool:
    """Tell whether a gathering is only proposed or sought, or guests are bidden."""
    kinds = ("propose", "asked", "request", "invite")
    return any(
        cue.value != "ends"
        for kind in kinds
        for cue in scene.doc.find(scene.sentence.body, hit.start, f"proposals/{kind}")
    )


def _to_come(scene: Scene, hit: Hit[str]) -> Event | None:
    """Return a journey that the words quoted announce."""
    end = scene.sentence.end
    will = scene.doc.first(hit.start, end, "events/will_travel")
    guests = [
        m for m in scene.here if m.quoted and m.role == SUBJECT and m.end <= hit.start
    ]
    if will is None or not guests:
        return None
    event = Event("delegation_visit", "planned", hit)
    event.add(scene.of[guests[0]], guests[0])
    event.place = _destination(scene, end)
    return event


def _place(scene: Scene, cue: tuple[int, int]) -> tuple[int, int] | None:
    """Return where it was held, when the sentence says so with "in" or "at"."""
    doc, colon = scene.doc, scene.colon
    inside = {at for m in scene.here for at in range(m.start, m.end)}
    end = min(colon, cue[1] + VENUE)
    wish = doc.first(cue[1], end, "proposals/request", "proposals/propose")
    for hit in doc.find(scene.sentence.body, wish.start if wish else end, "events/at"):
        at = hit.end
        if at >= colon or at in inside or at - 1 in inside:
            continue
        venue = doc.hit(at, "events/venue", "body_head")
        if venue is not None:
            place = doc.place(venue.end) if venue.end < colon else None
            if place is not None:
                return at, place.end
            if venue.kind == "events/venue":
                return at, venue.end
            continue
        unit = doc.hit(at, "titles/unit")
        known = unit is not None and unit.end < colon
        place = doc.place(unit.end if unit is not None and known else at)
        if place is not None and place.value.kind != "demonym":
            return at, place.end
    return None
