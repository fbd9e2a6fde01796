"""From what the rules found to the records of the contract, each with its evidence."""

from reports.extract.alignment import endorsed
from reports.extract.document import Document
from reports.extract.encounters import Event
from reports.extract.events import events
from reports.extract.figures import figures
from reports.extract.mentions import Mention, mentions
from reports.extract.organisations import doubts, organisations
from reports.extract.pages import read_page
from reports.extract.people import people
from reports.extract.person import Person
from reports.extract.proposals import LONGEST_TEXT, Raised, raised
from reports.extract.relevance import Reading, counterparts, judge, reporting_provinces
from reports.extract.remarks import commitments, obstacles, remarks
from reports.extract.speech import Said, speech
from reports.extract.wording import affiliation, name_text, person_text, title_text
from reports.model import (
    ArticleRecord,
    Evidence,
    Meeting,
    Participant,
    Proposal,
    Statement,
)


def record(doc: Document) -> ArticleRecord:
    """Return all that `doc` proves."""
    page, outlet = read_page(doc)
    doc.page_date = page.published
    found = mentions(doc)
    of = people(doc, found)
    said = speech(doc, found, of)
    told = events(doc, found, of)
    everyone = list(dict.fromkeys(of.values()))
    sides = {person: _side(person) for person in everyone}
    offers = endorsed(doc, raised(doc, said, found), said, sides)
    reading = Reading(doc=doc, everyone=everyone, said=said, told=told, offers=offers)
    class_, relevant = judge(reading)
    bodies = organisations(doc, outlet)
    return ArticleRecord(
        article=page,
        relevant=relevant,
        class_=class_,
        provinces=reporting_provinces(reading),
        countries=counterparts(reading, class_),
        meetings=tuple(
            _meeting(doc, event) for event in told if class_ != "no_meeting"
        ),
        proposals=tuple(_proposal(doc, one) for one in offers),
        statements=tuple(_statement(doc, one) for one in said),
        figures=figures(doc),
        obstacles=obstacles(doc),
        commitments=commitments(doc, said),
        organisations=bodies,
        warnings=doubts(doc, bodies),
        capacities=remarks(doc, said, "facts/capacity"),
        achievements=remarks(doc, said, "facts/achievement"),
    )


def _side(person: Person) -> str | None:
    """Return the side of `person`; a title without a place is taken as Iranian."""
    country = person.country
    if country is None:
        return "iran" if person.titles else None
    return "iran" if country == "IR" else "foreign"


def _participant(doc: Document, person: Person, mention: Mention) -> Participant:
    """Return the record of one who takes part."""
    country = person.country or "IR"
    evidence: list[Evidence] = []
    name, title = person.name, person.title
    if name is not None:
        evidence.append(
            doc.evidence(name.start, name.end, rule="person/name", field="name")
        )
    if title is not None:
        start, end = title.member or (title.start, title.end)
        evidence.append(doc.evidence(start, end, rule="person/title", field="title"))
    if not evidence:
        evidence.append(doc.evidence(mention.start, mention.end, rule="person/mention"))
    return Participant(
        name=name_text(doc, person),
        title=title_text(doc, person),
        affiliation=affiliation(doc, person),
        country=country,
        side="iran" if country == "IR" else "foreign",
        evidence=tuple(evidence),
    )


def _meeting(doc: Document, event: Event) -> Meeting:
    """Return the record of one encounter."""
    day = event.day
    evidence = [
        doc.evidence(start, end, rule=f"meeting/{event.kind}")
        for start, end in event.spans[:3]
    ]
    date_text = None
    if day is not None:
        first, last = doc.word_at(day.start), doc.word_at(day.end - 1) + 1
        date_text = doc.quote(first, last)
        evidence.append(
            doc.evidence(first, last, rule="meeting/day", field="date_text")
        )
    place = None
    if event.place is not None:
        place = doc.printed(*event.place)
        evidence.append(doc.evidence(*event.place, rule="meeting/place", field="place"))
    value = day.value if day is not None else None
    until = day.until if day is not None else None
    return Meeting(
        kind=event.kind,  # type: ignore[arg-type]
        status=event.status,  # type: ignore[arg-type]
        date=value,
        date_text=date_text,
        place=place,
        participants=tuple(
            _participant(doc, person, mention)
            for person, mention in event.people.items()
        ),
        evidence=tuple(evidence),
        date_end=until if until != value else None,
    )


def _proposal(doc: Document, one: Raised) -> Proposal:
    """Return the record of one proposal."""
    text = doc.printed(one.start, one.end)
    if one.head is not None:
        text = f"{doc.printed(*one.head)} {text}"
    if len(text) > LONGEST_TEXT:
        text = text[: text.rfind(" ", 0, LONGEST_TEXT)]
    evidence = [doc.evidence(one.start, one.end, rule=one.rule, field="text")]
    evidence.extend(
        doc.evidence(start, end, rule="proposal/echo", field="status")
        for start, end in one.echoes
    )
    proposer = "both" if one.both else None
    if one.proposer is not None:
        proposer = person_text(doc, one.proposer)
    return Proposal(
        text=text,
        topic=one.topic,
        proposer=proposer,
        endorsers=tuple(filter(None, (person_text(doc, p) for p in one.endorsers))),
        status=one.status,  # type: ignore[arg-type]
        blocked=one.blocked,
        evidence=tuple(evidence),
        proposer_inferred=one.inferred,
    )


def _statement(doc: Document, one: Said) -> Statement:
    """Return the record of one sentence of speech."""
    speaker = "both" if one.both else None
    if one.speaker is not None:
        speaker = person_text(doc, one.speaker)
    verb = doc.printed(*one.verb) if one.verb is not None else None
    evidence = [
        doc.evidence(one.sentence.body, one.sentence.end, rule=f"statement/{one.via}")
    ]
    return Statement(
        speaker=speaker,
        verb=verb,
        text=doc.printed(one.start, one.end),
        evidence=tuple(evidence),
        via=one.via,  # type: ignore[arg-type]
    )
