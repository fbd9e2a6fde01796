"""Encounters: who met whom, of what kind, and whether it took place.

A sentence tells of an encounter when it holds a word for one and people who hang on
it. Sentences that tell of the same encounter are joined. We miss encounters told
without their people: a missed one is a gap, an invented one is a lie.
"""

from collections.abc import Mapping

from reports.extract.document import Document
from reports.extract.encounters import GATHERINGS, HAPPENED, TALKS, Event, Scene
from reports.extract.mentions import SUBJECT, WITH, Mention, by_sentence
from reports.extract.person import Person
from reports.extract.speech import speech_verbs
from reports.extract.tellings import told
from reports.extract.words import Sentence

#: How many words stand between those who are listed and "were there", and how many
#: between two of them.
NEAR, JOINT = 6, 2


def events(
    doc: Document, found: list[Mention], of: Mapping[Mention, Person]
) -> list[Event]:
    """Return the encounters that `doc` tells of, in reading order."""
    known: list[Event] = []
    mentioned = by_sentence(found)
    for sentence in doc.sentences:
        for event in told(Scene(doc, sentence, mentioned.get(sentence, []), of)):
            _join(known, event)
    _join_in(doc, known, mentioned, of)
    _attend(doc, known, mentioned, of)
    for event in known:
        _complete(doc, event, found, of)
        _close(event, known)
    return [event for event in known if event.people or event.kind in GATHERINGS]


def _join_in(
    doc: Document,
    known: list[Event],
    mentioned: Mapping[Sentence, list[Mention]],
    of: Mapping[Mention, Person],
) -> None:
    """Take in those who speak in their turn, "too", after an encounter is told of."""
    present = {person for event in known for person in event.people}
    talks: Event | None = None
    for sentence in doc.sentences:
        for event in known:
            if event.sentences[0] is sentence and event.status == "held":
                talks = event if event.kind in TALKS | GATHERINGS else talks
        for mention in mentioned.get(sentence, ()):
            person = of.get(mention)
            if talks is None or person is None or person in present:
                continue
            spoke = mention.role == SUBJECT and not mention.quoted and person.titles
            turn = doc.hit(mention.end, "speech/turn") is not None
            if spoke and turn and speech_verbs(doc, sentence):
                talks.add(person, mention)
                present.add(person)


def _attend(
    doc: Document,
    known: list[Event],
    mentioned: Mapping[Sentence, list[Mention]],
    of: Mapping[Mention, Person],
) -> None:
    """Take in those of whom a sentence says that they were there too."""
    talks: Event | None = None
    for sentence in doc.sentences:
        here = mentioned.get(sentence, [])
        for event in known:
            if sentence in event.sentences and event.status == "held":
                talks = event if event.kind in TALKS | GATHERINGS else talks
        cue = doc.first(sentence.body, sentence.end, "events/present")
        if talks is None or cue is None:
            continue
        there = doc.first(sentence.body, cue.end, "events/there") is not None
        if sentence not in talks.sentences and not there:
            continue
        last = cue.start - NEAR
        for mention in sorted(here, key=lambda m: m.start, reverse=True):
            person = of.get(mention)
            listed = last <= mention.end <= cue.start
            if person is not None and listed and not mention.quoted:
                talks.add(person, mention)
                last = mention.start - JOINT


def _join(known: list[Event], event: Event) -> None:
    """Add `event` to what was told, joining it to the encounter it tells of again."""
    if event.kind in TALKS or event.refers:
        for other in known:
            if other.kind in TALKS and _alike(other, event):
                _merge(other, event)
                return
        if event.refers and event.status in HAPPENED:
            for other in reversed(known):
                if other.status in HAPPENED and other.kind != "exhibition":
                    _merge(other, event)
                    return
        elif event.refers and known:
            # What was called off is the encounter of those told of before.
            for person, mention in known[-1].people.items():
                event.add(person, mention)
    else:
        for other in known:
            if other.kind == event.kind and _alike(other, event):
                _merge(other, event)
                return
    known.append(event)


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
        {p for p in one.people if p.foreign},
        {p for p in other.people if p.foreign},
    )
    if foreign[0] and foreign[1] and not foreign[0] & foreign[1]:
        return False
    return not (apart[0] and apart[1] and not foreign[0] & foreign[1])


def _merge(one: Event, other: Event) -> None:
    """Take what `other` tells into `one`."""
    for person, mention in other.people.items():
        one.add(person, mention, partner=person in other.partners)
    one.place = one.place or other.place
    one.refers = one.refers or other.refers
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
    abroad = {p.foreign for p in event.people}
    if len(abroad) != 1 or not event.sentences:
        return
    wanted = not abroad.pop()
    order = {id(sentence): place for place, sentence in enumerate(doc.sentences)}
    here = order.get(id(event.sentences[0]), 0)
    near: tuple[int, Mention] | None = None
    for mention in found:
        person = of.get(mention)
        if person is None or mention.quoted or mention.role not in (SUBJECT, WITH):
            continue
        if person.group or not person.titles or person.foreign != wanted:
            continue
        gap = abs(order.get(id(mention.sentence), 0) - here)
        if near is None or gap < near[0]:
            near = (gap, mention)
    if near is not None:
        event.add(of[near[1]], near[1], partner=True)


def _close(event: Event, known: list[Event]) -> None:
    """Give talks abroad the place that the journey to them names."""
    if event.place is not None or event.kind not in TALKS or event.status != "held":
        return
    for journey in known:
        if (
            journey.kind == "delegation_visit"
            and journey.status == "held"
            and journey.place is not None
            and set(journey.people) & set(event.people)
        ):
            event.place = journey.place
