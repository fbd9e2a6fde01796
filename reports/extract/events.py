"""Encounters: who met whom, of what kind, and whether it took place.

A sentence tells of an encounter when it holds a word for one and people who hang on
it. Sentences that tell of the same encounter are joined. We miss encounters told
without their people: a missed one is a gap, an invented one is a lie.
"""

from collections.abc import Mapping

from reports.extract.days import Day, day_near
from reports.extract.document import COLON, COMMAS, Document, Sentence
from reports.extract.mentions import OF_EVENT, OTHER, SUBJECT, WITH, Mention
from reports.extract.people import Person
from reports.lexicon import Hit, Place

#: Encounters of people who talk: told as one kind here and as another there.
TALKS = frozenset({"meeting", "session", "phone_call", "webinar", "border_meeting"})
#: Encounters that stand without named people when their holding is announced.
ATTENDED = frozenset({"opening"})
GATHERINGS = frozenset(
    {
        "session",
        "summit",
        "conference",
        "joint_border_committee",
        "exhibition",
        "webinar",
    }
)
#: From the verb of travel to what puts it into the future.
REACH = 4
#: From the word for a gathering to the verb that says it will be held.
LONGEST_NEWS = 16
HAPPENED = frozenset({"held", "background"})


class Event:
    """One encounter, as far as read."""

    __slots__ = (
        "abroad",
        "cue",
        "day",
        "kind",
        "partners",
        "people",
        "place",
        "quoted",
        "refers",
        "sentences",
        "spans",
        "status",
    )

    def __init__(self, kind: str, status: str, cue: tuple[int, int]) -> None:
        """Start with the words of the cue."""
        self.kind = kind
        self.status = status
        self.cue = cue
        self.people: dict[Person, Mention] = {}
        #: Those met, as against those who come to meet.
        self.partners: set[Person] = set()
        self.place: tuple[int, int] | None = None
        self.day: Day | None = None
        self.refers = False
        #: Held with places of another state, its people unnamed.
        self.abroad = False
        self.quoted = False
        self.spans: list[tuple[int, int]] = []
        self.sentences: list[Sentence] = []

    def add(self, person: Person, mention: Mention, *, partner: bool) -> None:
        """Take `person` in, by the first mention; a group of no known side stays out."""
        title = person.title
        if person.group and title is not None:
            if title.crowd or (person.country is None and person.province is None):
                return
        self.people.setdefault(person, mention)
        if partner:
            self.partners.add(person)


def events(
    doc: Document, found: list[Mention], of: Mapping[Mention, Person]
) -> list[Event]:
    """Return the encounters that `doc` tells of, in reading order."""
    told: list[Event] = []
    for sentence in doc.sentences:
        here = [m for m in found if m.sentence is sentence]
        for event in _told(doc, sentence, here, of):
            _join(told, event)
    for event in told:
        _complete(doc, event, found, of)
        _close(event, told)
    return [event for event in told if event.people or event.kind in GATHERINGS]


def _told(
    doc: Document,
    sentence: Sentence,
    here: list[Mention],
    of: Mapping[Mention, Person],
) -> list[Event]:
    """Return the encounters told in one sentence."""
    colon = next(
        (at for at in range(sentence.body, sentence.end) if doc.words[at] == COLON),
        sentence.end,
    )
    masked = {
        at
        for hit in doc.find(sentence.body, sentence.end, "events/not_meeting")
        for at in range(hit.start, hit.end)
    }
    outside = [m for m in here if not m.quoted]
    talks: Event | None = None
    result: list[Event] = []
    for hit in doc.find(sentence.body, colon, "events/kind"):
        if hit.start in masked:
            continue
        kind = str(hit.value)
        if kind in TALKS:
            if talks is not None and (talks.people or not outside):
                continue
            event = _talks(doc, sentence, hit, outside, of)
            if event is not None:
                talks = event
                result.append(event)
        elif kind == "delegation_visit":
            event = _visit(doc, sentence, hit, outside, of, colon)
            if event is not None and not any(e.kind == kind for e in result):
                result.append(event)
        elif kind == "reception":
            event = _reception(doc, sentence, hit, outside, of)
            if event is not None:
                result.append(event)
        elif kind == "site_visit":
            event = _site_visit(doc, sentence, hit, outside, of)
            if event is not None:
                result.append(event)
        elif kind == "mou_signing":
            event = _signing(doc, sentence, hit, outside, of)
            if event is not None:
                result.append(event)
        elif (kind in GATHERINGS or kind in ATTENDED) and talks is None:
            event = _gathering(doc, sentence, hit, outside, of)
            if event is not None:
                result.append(event)
    result.extend(_announced(doc, sentence, colon, here, of, masked))
    if any(e.kind in ("reception", "site_visit") for e in result):
        result = [e for e in result if e.kind != "delegation_visit"]
    for event in result:
        event.sentences.append(sentence)
        event.spans.append((sentence.body, min(colon, sentence.end)))
        event.day = day_near(doc, sentence, event.cue, status=event.status)
        if event.place is None:
            event.place = _place(doc, sentence, event, here, colon)
    return result


def _talks(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    outside: list[Mention],
    of: Mapping[Mention, Person],
) -> Event | None:
    """Return the talks that the cue `hit` tells of, with those who take part."""
    event = Event(hit.value, _status(doc, sentence, hit), (hit.start, hit.end))
    event.refers = hit.start > sentence.body and _is_this(doc, hit.start - 1)
    for mention in outside:
        person = of.get(mention)
        if person is None:
            continue
        if mention.role == WITH or (
            mention.role == OF_EVENT and doc.ends(mention.start, "events/kind") == hit
        ):
            if _tied(hit, mention):
                event.add(person, mention, partner=True)
        elif mention.role == SUBJECT:
            event.add(person, mention, partner=False)
    event.abroad = _abroad(doc, hit, sentence)
    if event.refers or (event.abroad and event.people):
        return event
    if event.partners or len(event.people) > 1:
        return event
    if event.status != "held" and event.people and hit.value != "session":
        return event
    return None


def _abroad(doc: Document, hit: Hit[str], sentence: Sentence) -> bool:
    """Tell whether the talks are with places of another state, nobody being named."""
    if hit.end >= sentence.end or doc.hit(hit.end, "events/with") is None:
        return False
    for at in range(hit.end + 1, min(hit.end + 6, sentence.end)):
        place = doc.place(at)
        if place is not None and not place.value.ambiguous:
            return place.value.country != "IR"
    return False


#: How far a partner may stand behind the word for the talks, and before it.
BEHIND, BEFORE = 10, 18


def _tied(hit: Hit[str], mention: Mention) -> bool:
    """Tell whether a partner hangs on this cue."""
    if mention.start >= hit.end:
        return mention.start - hit.end <= BEHIND
    return hit.start - mention.end <= BEFORE


def _is_this(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` points back: "this meeting"."""
    return doc.hit(at, "events/this") is not None


def _status(doc: Document, sentence: Sentence, hit: Hit[str]) -> str:
    """Return whether the encounter took place, from the words round its cue."""
    colon = next(
        (at for at in range(sentence.body, sentence.end) if doc.words[at] == COLON),
        sentence.end,
    )
    marks = {
        mark.value: mark for mark in doc.find(sentence.body, colon, "events/status")
    }
    for status in ("cancelled", "postponed", "denied"):
        if status in marks:
            return status
    if next(doc.find(hit.end, colon, "events/agenda"), None) is not None:
        return "planned"
    before = doc.hit(hit.start - 1, "events/eve") if hit.start > sentence.body else None
    eve = before is not None or any(
        doc.hit(hit.start - back, "events/eve") is not None
        for back in (1, 2)
        if hit.start - back >= sentence.body
    )
    if eve:
        return "planned"
    spoken = colon < sentence.end or any(
        True for _ in doc.find(hit.end, colon, "speech/verb", "speech/object_verb")
    )
    in_front = (
        hit.start > sentence.body and doc.hit(hit.start - 1, "events/in") is not None
    )
    if in_front and (spoken or _past(doc, hit.end, colon)):
        return "held"
    if "planned" in marks and not spoken:
        return "planned"
    if "background" in marks and not spoken:
        return "background"
    return "held"


def _past(doc: Document, start: int, end: int) -> bool:
    """Tell whether the last verb of a stretch is in the past."""
    verbs = list(doc.find(start, end, "events/future", "speech/light", "speech/verb"))
    return not verbs or verbs[-1].kind != "events/future"


def _visit(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    outside: list[Mention],
    of: Mapping[Mention, Person],
    colon: int,
) -> Event | None:
    """Return a journey: a subject, a verb of travel, and where to."""
    status = _status(doc, sentence, hit)
    travellers = [m for m in outside if m.start == hit.end and m in of]
    if travellers and status in ("planned", "cancelled", "postponed"):
        event = Event("delegation_visit", status, (hit.start, hit.end))
        event.add(of[travellers[0]], travellers[0], partner=False)
        event.place = _destination(doc, sentence, hit, colon)
        return event
    verb = next(doc.find(sentence.body, colon, "events/travel"), None)
    if verb is None:
        return None
    subjects = [
        m for m in outside if m.role == SUBJECT and m in of and m.start < verb.end
    ]
    if not subjects:
        return None
    if status in ("held", "planned"):
        window = min(colon, verb.end + REACH)
        past = doc.hit(verb.start, "events/will_travel") is None
        past = past and _past(doc, verb.start, window)
        status = "held" if past else "planned"
    event = Event("delegation_visit", status, (hit.start, hit.end))
    for mention in subjects:
        event.add(of[mention], mention, partner=False)
    event.place = _destination(doc, sentence, hit, colon)
    return event


def _destination(
    doc: Document, sentence: Sentence, hit: Hit[str], colon: int
) -> tuple[int, int] | None:
    """Return the place behind "to" or behind a word such as "entered"."""
    for at in range(sentence.body, colon):
        place = doc.place(at)
        if place is None or at == sentence.body:
            continue
        if doc.hit(at - 1, "events/to") is not None or (
            at >= 2
            and doc.hit(at - 1, "titles/unit") is not None
            and doc.hit(at - 2, "events/to") is not None
        ):
            return place.start, place.end
    return None


def _reception(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    outside: list[Mention],
    of: Mapping[Mention, Person],
) -> Event | None:
    """Return the welcome of a guest, which is no endorsement of a proposal."""
    hosts = [
        m for m in outside if m.start >= hit.end and m.start - hit.end <= 1 and m in of
    ]
    guests = [
        m for m in outside if m.role == SUBJECT and m.end <= hit.start and m in of
    ]
    if not hosts or not guests:
        return None
    event = Event("reception", _status(doc, sentence, hit), (hit.start, hit.end))
    for mention in outside:
        if (
            mention in of
            and mention.role in (SUBJECT, WITH, OF_EVENT)
            or mention in hosts
        ):
            event.add(of[mention], mention, partner=mention in hosts)
    return event


def _site_visit(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    outside: list[Mention],
    of: Mapping[Mention, Person],
) -> Event | None:
    """Return a foreign guest's visit of a place."""
    subjects = [m for m in outside if m.role == SUBJECT and m in of]
    if not subjects or not any(of[m].country not in (None, "IR") for m in subjects):
        return None
    status = _status(doc, sentence, hit)
    if (
        hit.start > sentence.body
        and doc.hit(hit.start - 1, "events/purpose") is not None
    ):
        status = "planned"
    event = Event("site_visit", status, (hit.start, hit.end))
    for mention in outside:
        if mention in of and (mention.role in (SUBJECT, WITH) or mention in subjects):
            event.add(of[mention], mention, partner=False)
    return event


def _signing(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    outside: list[Mention],
    of: Mapping[Mention, Person],
) -> Event | None:
    """Return a signing whose signatories are named in the sentence."""
    signers = [m for m in outside if m in of and m.role in (SUBJECT, WITH)]
    foreign = [m for m in signers if of[m].country not in (None, "IR")]
    if len(signers) < 2 or not foreign:
        return None
    event = Event("mou_signing", _status(doc, sentence, hit), (hit.start, hit.end))
    for mention in signers:
        event.add(of[mention], mention, partner=mention.role == WITH)
    return event


def _gathering(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    outside: list[Mention],
    of: Mapping[Mention, Person],
) -> Event | None:
    """Return a summit, conference or fair that several sides attend."""
    present = [m for m in outside if m in of and m.role in (SUBJECT, WITH, OF_EVENT)]
    foreign = [m for m in present if of[m].country not in (None, "IR")]
    if len(present) < 2 or not foreign:
        return None
    event = Event(hit.value, _status(doc, sentence, hit), (hit.start, hit.end))
    for mention in present:
        event.add(of[mention], mention, partner=mention.role != SUBJECT)
    return event


def _announced(
    doc: Document,
    sentence: Sentence,
    colon: int,
    here: list[Mention],
    of: Mapping[Mention, Person],
    masked: set[int],
) -> list[Event]:
    """Return what the sentence, or the words it quotes, says is going to be held."""
    result: list[Event] = []
    for hit in doc.find(sentence.body, sentence.end, "events/kind"):
        kind = str(hit.value)
        if hit.start in masked:
            continue
        quoted = hit.start > colon
        if quoted and kind in TALKS:
            event = _promised(doc, sentence, hit, here, of)
            if event is not None:
                result.append(event)
                continue
        if kind in GATHERINGS or kind == "meeting":
            reach = min(sentence.end, hit.end + LONGEST_NEWS)
            held = next(doc.find(hit.end, reach, "events/will_be_held"), None)
            if held is None or any(e.kind == kind for e in result):
                continue
            if hit.start > sentence.body and _is_this(doc, hit.start - 1):
                continue
            event = Event(kind, "planned", (hit.start, hit.end))
            for mention in here:
                if (
                    mention in of
                    and mention.start >= hit.end
                    and mention.end <= held.start
                ):
                    if mention.role in (WITH, OF_EVENT):
                        event.add(of[mention], mention, partner=True)
            event.quoted = quoted
            result.append(event)
        elif kind == "delegation_visit" and quoted:
            will = next(doc.find(hit.start, sentence.end, "events/will_travel"), None)
            guests = [
                m
                for m in here
                if m in of and m.quoted and m.end <= hit.start and m.role == SUBJECT
            ]
            if will is None or not guests:
                continue
            event = Event("delegation_visit", "planned", (hit.start, hit.end))
            event.add(of[guests[0]], guests[0], partner=False)
            event.place = _destination(doc, sentence, hit, sentence.end)
            event.quoted = True
            result.append(event)
    return result


def _promised(
    doc: Document,
    sentence: Sentence,
    hit: Hit[str],
    here: list[Mention],
    of: Mapping[Mention, Person],
) -> Event | None:
    """Return talks that the words quoted say are going to be held."""
    if (
        next(doc.find(hit.end, min(sentence.end, hit.end + 4), "events/future"), None)
        is None
    ):
        return None
    event = Event(hit.value, "planned", (hit.start, hit.end))
    event.quoted = True
    for mention in here:
        if mention in of and mention.quoted and mention.role in (SUBJECT, WITH):
            event.add(of[mention], mention, partner=mention.role == WITH)
    return event if event.partners and len(event.people) > 1 else None


def _place(
    doc: Document, sentence: Sentence, event: Event, here: list[Mention], colon: int
) -> tuple[int, int] | None:
    """Return where it was held, when the sentence says so with "in" or "at"."""
    inside = {at for m in here for at in range(m.start, m.end)}
    for at in range(sentence.body + 1, colon):
        if at in inside or doc.hit(at - 1, "events/at") is None:
            continue
        if at - 1 in inside:
            continue
        venue = doc.hit(at, "events/venue", "body_head")
        first = at
        if venue is not None:
            end = venue.end
            place = doc.place(end) if end < colon else None
            return first, place.end if place is not None else end
        unit = doc.hit(at, "titles/unit")
        place = doc.place(unit.end if unit is not None and unit.end < colon else at)
        if place is not None and place.value.kind != "demonym":
            return first, place.end
    return None


def _join(told: list[Event], event: Event) -> None:
    """Add `event` to what was told, joining it to the encounter it tells of again."""
    if event.kind in TALKS or event.refers:
        for other in told:
            if other.kind in TALKS and _alike(other, event):
                _merge(other, event)
                return
        if event.refers:
            for other in reversed(told):
                if other.status in HAPPENED and other.kind not in ("exhibition",):
                    _merge(other, event)
                    return
            if len(event.people) < 2:
                event.refers = True
    else:
        for other in told:
            if other.kind == event.kind and _alike(other, event):
                _merge(other, event)
                return
    told.append(event)


def _alike(one: Event, other: Event) -> bool:
    """Tell whether two tellings are of one encounter."""
    if (one.status in HAPPENED) != (other.status in HAPPENED):
        return False
    if one.status == "background" != other.status:
        return False
    shared = set(one.people) & set(other.people)
    if other.refers and (shared or one.status == "held"):
        return True
    if not shared:
        return not one.people and not other.people and one.kind == other.kind
    apart = (set(one.partners) - shared, set(other.partners) - shared)
    foreign = (
        {p for p in one.people if p.country not in (None, "IR")},
        {p for p in other.people if p.country not in (None, "IR")},
    )
    if foreign[0] and foreign[1] and not foreign[0] & foreign[1]:
        return False
    return not (apart[0] and apart[1] and not foreign[0] & foreign[1])


def _merge(one: Event, other: Event) -> None:
    """Take what `other` tells into `one`."""
    for person, mention in other.people.items():
        one.add(person, mention, partner=person in other.partners)
    one.place = one.place or other.place
    if one.day is None or (one.day.value is None and other.day is not None):
        one.day = other.day or one.day
    one.spans.extend(other.spans)
    one.sentences.extend(other.sentences)


def _complete(
    doc: Document, event: Event, found: list[Mention], of: Mapping[Mention, Person]
) -> None:
    """Give talks that show one side only the other side's speaker nearest to them."""
    if event.kind not in TALKS or event.status != "held" or not event.refers:
        return
    abroad = {p.country not in (None, "IR") for p in event.people}
    if len(abroad) != 1 or not event.sentences:
        return
    want = not abroad.pop()
    order = {id(sentence): place for place, sentence in enumerate(doc.sentences)}
    here = order.get(id(event.sentences[0]), 0)
    near: tuple[int, Mention] | None = None
    for mention in found:
        person = of.get(mention)
        if person is None or mention.quoted or mention.role not in (SUBJECT, WITH):
            continue
        if (
            person.group
            or not person.titles
            or (person.country not in (None, "IR")) != want
        ):
            continue
        gap = abs(order.get(id(mention.sentence), 0) - here)
        if near is None or gap < near[0]:
            near = (gap, mention)
    if near is not None:
        event.add(of[near[1]], near[1], partner=True)


def _close(event: Event, told: list[Event]) -> None:
    """Give talks abroad the place that the journey to them names."""
    if event.place is not None or event.kind not in TALKS or event.status != "held":
        return
    for journey in told:
        if (
            journey.kind == "delegation_visit"
            and journey.status == "held"
            and journey.place is not None
            and set(journey.people) & set(event.people)
        ):
            event.place = journey.place


__all__ = ["OTHER", "COMMAS", "Event", "Place", "events"]
