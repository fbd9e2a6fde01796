"""What kind of article it is, which province and which states it is about."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from reports.extract.document import Document
from reports.extract.encounters import TALKS, Event
from reports.extract.person import Person
from reports.extract.proposals import Raised
from reports.extract.speech import Said
from reports.model import ArticleClass

IRRELEVANT = frozenset({"no_meeting", "domestic_only", "commentary"})
NATIONAL = frozenset({"minister", "head_of_gov", "head_of_state"})
#: How many sentences from the top tell what kind of text it is.
LEADING, OPENING_SENTENCES = 3, 5
PROVINCIAL = frozenset({"governor", "county_governor", "mayor", "deputy_governor"})


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one article, for the judgement of the whole."""

    doc: Document
    everyone: Sequence[Person]
    said: Sequence[Said]
    told: Sequence[Event]
    offers: Sequence[Raised]

    def foreign(self, person: Person) -> bool:
        """Tell whether `person` stands for another state."""
        return person.foreign

    def has(self, kind: str, *, within: int | None = None) -> bool:
        """Tell whether the article, or its first sentences, hold a phrase of `kind`."""
        doc = self.doc
        return any(
            True for s in doc.sentences[:within] for _ in doc.find(s.start, s.end, kind)
        )


def judge(reading: Reading) -> tuple[ArticleClass, bool]:
    """Return the class of the article, and whether it belongs in a report."""
    class_ = _class(reading)
    return class_, class_ not in IRRELEVANT


def _class(reading: Reading) -> ArticleClass:
    """Return the class of the article."""
    told = reading.told
    met = [
        e
        for e in told
        if e.status in ("held", "unclear")
        and (e.abroad or any(reading.foreign(p) for p in e.people))
    ]
    provincial = _is_provincial(reading)
    if _is_opinion(reading):
        return "commentary"
    denied = reading.has("relevance/denial")
    gathered = any(e.status == "held" and e.kind in TALKS for e in told)
    if (denied and not met and not gathered) or reading.has(
        "relevance/denial", within=LEADING
    ):
        return "no_meeting"
    if reading.has("relevance/interview", within=LEADING) and not _foreign_speaker(
        reading
    ):
        return "no_meeting"
    talks = [
        e
        for e in met
        if e.kind not in ("delegation_visit", "reception")
        and (e.kind != "site_visit" or any(not reading.foreign(p) for p in e.people))
    ]
    if not provincial and (met or _foreign_people(reading)):
        return "national_level"
    if met and _between_states(reading):
        return "national_level"
    if talks or any(
        e.kind == "delegation_visit" and _host_abroad(reading, e) for e in met
    ):
        return "foreign_meeting"
    domestic = [e for e in told if e.status == "held" and e.kind in TALKS]
    if any(_is_foreign_relations(reading, e) for e in domestic):
        return "domestic_foreign_relations"
    if (
        met
        or any(
            e.status in ("planned", "cancelled", "postponed")
            and (
                any(reading.foreign(p) for p in e.people)
                or e.kind == "delegation_visit"
            )
            for e in told
        )
        or any(e.kind == "delegation_visit" and e.status == "held" for e in told)
    ):
        return "planned_or_arrival"
    if _foreign_people(reading) or (provincial and _foreign_matter(reading)):
        return "statement_only"
    return "domestic_only"


def _is_opinion(reading: Reading) -> bool:
    """Tell whether this is an opinion piece: it calls itself one, or its writer speaks.

    The word for such a piece also begins the name of a memorandum of understanding.
    """
    doc = reading.doc
    return reading.has("relevance/author") or any(
        doc.hit(hit.start, "proposals/paper") is None
        for s in doc.sentences[:OPENING_SENTENCES]
        for hit in doc.find(s.start, s.end, "relevance/opinion")
    )


def _host_abroad(reading: Reading, event: Event) -> bool:
    """Tell whether a journey's story also lets the foreign hosts speak."""
    return _foreign_speaker(reading) and any(
        not reading.foreign(p) for p in event.people
    )


def _is_provincial(reading: Reading) -> bool:
    """Tell whether anybody or anything of a province takes part."""
    return any(
        (
            title.office is not None
            and title.office.level in PROVINCIAL
            and title.country in (None, "IR")
        )
        or title.province is not None
        for person in reading.everyone
        for title in person.titles
    ) or bool(reporting_provinces(reading))


def _between_states(reading: Reading) -> bool:
    """Tell whether Iran is spoken for by ministers, and no province by anybody."""
    ours = [
        title
        for person in reading.everyone
        if not reading.foreign(person) and any(not m.quoted for m in person.mentions)
        for title in person.titles
    ]
    national = any(
        title.office is not None and title.office.level in NATIONAL for title in ours
    )
    return national and all(title.province is None for title in ours)


def _foreign_speaker(reading: Reading) -> bool:
    """Tell whether somebody of another state is heard."""
    return any(
        one.speaker is not None and reading.foreign(one.speaker) for one in reading.said
    )


def _foreign_people(reading: Reading) -> bool:
    """Tell whether anybody of another state speaks or takes part."""
    return any(
        reading.foreign(person) and any(not m.quoted for m in person.mentions)
        for person in reading.everyone
    )


def _is_foreign_relations(reading: Reading, event: Event) -> bool:
    """Tell whether Iranians met over relations with other states."""
    doc = reading.doc
    for person in event.people:
        for title in person.titles:
            span = range(title.start, title.end)
            if any(doc.hit(at, "relevance/abroad") is not None for at in span):
                return True
            if title.office is not None and title.office.scope == "state":
                return True
    return False


def _foreign_matter(reading: Reading) -> bool:
    """Tell whether a proposal or statement is about another state."""
    doc = reading.doc
    if not reading.offers:
        return False
    for one in reading.said:
        for at in range(one.sentence.body, one.sentence.end):
            hit = doc.place(at)
            if (
                hit is not None
                and hit.value.country != "IR"
                and not hit.value.ambiguous
            ):
                return True
    return False


def reporting_provinces(reading: Reading) -> tuple[str, ...]:
    """Return the Iranian provinces that the article is about."""
    doc = reading.doc
    from_people = [
        title.province
        for person in reading.everyone
        for title in person.titles
        if title.province is not None
        and title.office is not None
        and title.office.level in PROVINCIAL
    ]
    if from_people:
        return tuple(dict.fromkeys(from_people))
    counted: Counter[str] = Counter()
    for sentence in doc.sentences:
        for at in range(sentence.start, sentence.end):
            hit = doc.place(at)
            if hit is None or hit.value.province is None:
                continue
            unit = at > sentence.start and doc.hit(at - 1, "titles/unit") is not None
            if hit.value.kind == "province" and (unit or not hit.value.ambiguous):
                counted[hit.value.province] += 2
            elif not hit.value.ambiguous:
                counted[hit.value.province] += 1
    if not counted:
        return ()
    return (counted.most_common(1)[0][0],)


def counterparts(reading: Reading, class_: ArticleClass) -> tuple[str, ...]:
    """Return the states that the article's encounters or talk are with."""
    if class_ in (
        "domestic_foreign_relations",
        "domestic_only",
        "no_meeting",
        "commentary",
    ):
        return ()
    met = [person for event in reading.told for person in event.people]
    found = _states(reading, met) or _states(reading, reading.everyone)
    return tuple(dict.fromkeys(found or _places_abroad(reading)))


def _states(reading: Reading, some: Iterable[Person]) -> list[str]:
    """Return the states that the foreigners among `some` stand for."""
    return [p.country for p in some if reading.foreign(p) and p.country is not None]


def _places_abroad(reading: Reading) -> list[str]:
    """Return the states whose places the article names, the most named one only."""
    doc = reading.doc
    counted: Counter[str] = Counter()
    for sentence in doc.sentences:
        for at in range(sentence.start, sentence.end):
            hit = doc.place(at)
            if (
                hit is not None
                and hit.value.country != "IR"
                and not hit.value.ambiguous
            ):
                counted[hit.value.country] += 1
    return [code for code, _ in counted.most_common(1)]
