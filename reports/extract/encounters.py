"""An encounter as far as it is read, and the sentence that it is read from."""

from collections.abc import Iterator, Mapping

from reports.extract.days import Day
from reports.extract.document import Document
from reports.extract.forms import COLON
from reports.extract.mentions import Mention
from reports.extract.person import Person
from reports.extract.words import Sentence
from reports.lexicon import Hit

#: Encounters of people who talk: told as one kind here and as another there.
TALKS = frozenset({"meeting", "session", "phone_call", "webinar", "border_meeting"})
#: Encounters that stand without named people when their holding is announced.
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
        "refers",
        "sentences",
        "spans",
        "status",
    )

    def __init__(self, kind: str, status: str, hit: Hit[str]) -> None:
        """Start with the words of the cue."""
        self.kind = kind
        self.status = status
        self.cue = (hit.start, hit.end)
        self.people: dict[Person, Mention] = {}
        #: Those met, as against those who come to meet.
        self.partners: set[Person] = set()
        self.place: tuple[int, int] | None = None
        self.day: Day | None = None
        #: Points back to an encounter told before: "in this meeting".
        self.refers = False
        #: Held with places of another state, its people unnamed.
        self.abroad = False
        self.spans: list[tuple[int, int]] = []
        self.sentences: list[Sentence] = []

    def add(self, person: Person, mention: Mention, *, partner: bool = False) -> None:
        """Take `person` in, by the first mention; who has no known side stays out."""
        title = person.title
        if title is None:
            return
        if person.group:
            nowhere = person.country is None and person.province is None
            if title.crowd or nowhere:
                return
        self.people.setdefault(person, mention)
        if partner:
            self.partners.add(person)


class Scene:
    """One sentence with the people in it, as the readers of encounters need it.

    `colon` is the word where what the sentence quotes begins, or its end.
    """

    __slots__ = ("colon", "doc", "here", "masked", "of", "sentence")

    def __init__(
        self,
        doc: Document,
        sentence: Sentence,
        here: list[Mention],
        of: Mapping[Mention, Person],
    ) -> None:
        """Hold the sentence; mark the words of what only looks like an encounter."""
        self.doc = doc
        self.sentence = sentence
        absent = doc.first(sentence.body, sentence.end, "events/absent")
        self.here = [
            mention
            for mention in here
            if mention in of and (absent is None or mention.end > absent.start)
        ]
        self.of = of
        self.colon = next(
            (at for at in range(sentence.body, sentence.end) if doc.words[at] == COLON),
            sentence.end,
        )
        self.masked = {
            at
            for hit in doc.find(sentence.body, sentence.end, "events/not_meeting")
            for at in range(hit.start, hit.end)
        }

    def cues(self, end: int) -> Iterator[Hit[str]]:
        """Yield the words for encounters before word `end`."""
        for hit in self.doc.find(self.sentence.body, end, "events/kind"):
            if hit.start not in self.masked:
                yield hit

    def told(self, *roles: str) -> list[Mention]:
        """Return the mentions outside what is quoted that hang so in their clause."""
        return [m for m in self.here if not m.quoted and m.role in roles]

    def foreign(self, mention: Mention) -> bool:
        """Tell whether `mention` is of somebody who stands for another state."""
        return self.of[mention].foreign

    def points_back(self, hit: Hit[str]) -> bool:
        """Tell whether the cue is an encounter told before: "this meeting"."""
        at = hit.start - 1
        return at >= self.sentence.body and self.doc.hit(at, "events/this") is not None

    def status(self, hit: Hit[str]) -> str:
        """Return whether the encounter took place, from the words round its cue."""
        doc, body, colon = self.doc, self.sentence.body, self.colon
        marks = {mark.value for mark in doc.find(body, colon, "events/status")}
        for status in ("cancelled", "postponed", "denied"):
            if status in marks:
                return status
        if doc.first(hit.end, colon, "events/agenda") is not None:
            return "planned"
        if any(
            doc.hit(hit.start - back, "events/eve") is not None
            for back in (1, 2)
            if hit.start - back >= body
        ):
            return "planned"
        spoken = colon < self.sentence.end or any(
            True for _ in doc.find(hit.end, colon, "speech/verb", "speech/object_verb")
        )
        inside = hit.start > body and doc.hit(hit.start - 1, "events/in") is not None
        if inside and (spoken or self.past(hit.end, colon)):
            return "held"
        for status in ("planned", "background"):
            if status in marks and not spoken:
                return status
        return "held"

    def past(self, start: int, end: int) -> bool:
        """Tell whether the last verb of a stretch is in the past."""
        verbs = list(
            self.doc.find(start, end, "events/future", "speech/light", "speech/verb")
        )
        return not verbs or verbs[-1].kind != "events/future"
