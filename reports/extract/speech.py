"""Who says what: sentences with a verb of speech, and who is their subject."""

from collections.abc import MutableMapping

import msgspec

from reports.extract.document import Document
from reports.extract.forms import COLON, SEMICOLONS, TELLS
from reports.extract.mentions import AGENT, SUBJECT, Mention, by_sentence
from reports.extract.person import Person
from reports.extract.words import Sentence
from reports.lexicon import flags

#: How far the light half of a verb may stand from its noun.
LONGEST_GAP = 26
#: How far for the nouns that hold their object before them.
SHORTEST_GAP = 2
#: What may begin a verb of speech or hide one, and what ends the telling.
_TELLING = TELLS | flags(
    "speech/according",
    "events/kind",
    "speech/verb",
    "speech/spoke",
    "speech/opinion",
    "speech/object_verb",
    "speech/noun",
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of speech.

    `speaker` is `None` for both sides together. What is said runs from `start` up to
    `end`; the verb is the words from `verb[0]` up to `verb[1]`.
    """

    sentence: Sentence
    speaker: Person | None
    both: bool
    via: str
    verb: tuple[int, int] | None
    start: int
    end: int
    mention: Mention | None


def speech(
    doc: Document, found: list[Mention], of: MutableMapping[Mention, Person]
) -> list[Said]:
    """Return the sentences of speech; learn on the way whom pronouns stand for."""
    said: list[Said] = []
    last: Person | None = None
    spoken = False
    mentioned = by_sentence(found)
    for sentence in doc.sentences:
        here = mentioned.get(sentence, [])
        for mention in here:
            if mention.pronoun == "pronoun" and last is not None:
                of[mention] = last
        verbs = speech_verbs(doc, sentence)
        subject = _subject(doc, sentence, here)
        if subject is not None and subject.pronoun is None:
            person: Person | None = of[subject]
        elif subject is not None and subject.pronoun == "pronoun":
            person = last
        elif subject is None:
            goes_on = (verbs and _goes_on(doc, sentence, verbs)) or (
                spoken and _first_person(doc, sentence)
            )
            person = last if goes_on else None
        else:
            person = None
        titled_colon = subject is not None and _quote_headline(doc, subject)
        told = subject is not None and subject.role == AGENT
        ours = subject is None and person is not None
        if not verbs and not titled_colon and not told and not ours:
            spoken = False
            if person is not None and subject is not None and subject.pronoun is None:
                last = person if not person.group else last
            continue
        both = subject is not None and subject.pronoun == "both"
        if person is None and not both:
            continue
        if person is not None and person.group and subject is None:
            continue
        verb = verbs[0] if verbs else None
        start, end = _extent(doc, sentence)
        said.append(
            Said(
                sentence=sentence,
                speaker=person,
                both=both,
                via=_via(subject),
                verb=verb,
                start=start,
                end=end,
                mention=subject,
            )
        )
        spoken = True
        if person is not None:
            last = person
    return said


def _first_person(doc: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on in the first person: a quotation carried on."""
    return doc.first(sentence.body, sentence.end, "speech/first_person") is not None


def _via(subject: Mention | None) -> str:
    """Return how the speaker is named in the sentence."""
    if subject is None:
        return "ellipsis"
    if subject.pronoun is not None:
        return "both" if subject.pronoun == "both" else "pronoun"
    if subject.role == AGENT:
        return "according"
    return "name" if subject.name is not None else "title"


def _subject(doc: Document, sentence: Sentence, here: list[Mention]) -> Mention | None:
    """Return the mention that the sentence is about, outside what is quoted."""
    agents = [m for m in here if m.role == AGENT and not m.quoted]
    if agents and not speech_verbs(doc, sentence):
        return agents[0]
    subjects = [m for m in here if m.role == SUBJECT and not m.quoted]
    return next(iter(subjects or agents), None)


def _quote_headline(doc: Document, subject: Mention) -> bool:
    """Tell whether the mention is followed by a colon and what it says."""
    return (
        subject.end < subject.sentence.end - 1
        and (doc.words[subject.end] == COLON or _headed(doc, subject))
        and subject.pronoun is None
    )


def _headed(doc: Document, subject: Mention) -> bool:
    """Tell whether a semicolon stands for the colon of a quotation."""
    return (
        subject.start == subject.sentence.start and doc.words[subject.end] in SEMICOLONS
    )


def _goes_on(doc: Document, sentence: Sentence, verbs: list[tuple[int, int]]) -> bool:
    """Tell whether a sentence without a subject carries on the last speaker's words."""
    opener = doc.hit(
        sentence.body,
        "grammar/lead_in",
        "grammar/circumstance",
        "speech/turn",
        "speech/noun",
    )
    return opener is not None or verbs[0][0] == sentence.body


def speech_verbs(doc: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the verbs of speech of a sentence, outside what it quotes."""
    found: list[tuple[int, int]] = []
    at = doc.seek(sentence.body, sentence.end, _TELLING)
    while at < sentence.end:
        if found and doc.words[at] == COLON:
            break
        last, verb = _verb(doc, at, sentence.end)
        if verb is not None:
            found.append(verb)
        at = doc.seek(last, sentence.end, _TELLING)
    return found


def _verb(doc: Document, at: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Return where to read on behind word `at`, and the verb of speech from it on."""
    according = doc.hit(at, "speech/according")
    if according is not None:
        return according.end, None
    talk = doc.hit(at, "events/kind")
    if talk is not None and talk.end - at > 1:
        return talk.end, None
    hit = doc.hit(
        at, "speech/verb", "speech/spoke", "speech/opinion", "speech/object_verb"
    )
    if hit is not None:
        return hit.end, (hit.start, hit.end)
    noun = doc.hit(at, "speech/noun")
    if noun is not None:
        light = _light(doc, noun.start, noun.end, end)
        if light is not None:
            return noun.end, (noun.start, light)
    return at + 1, None


def _light(doc: Document, noun: int, at: int, end: int) -> int | None:
    """Return the word after the light verb that completes a noun of speech."""
    wanted = {hit.value for hit in doc.hits(noun, "speech/noun")}
    reach = LONGEST_GAP if "become" in wanted else SHORTEST_GAP
    if wanted == {"do"} and doc.ends(noun, "grammar/preposition") is not None:
        reach = 1
    for place in range(at, min(end, at + reach)):
        if doc.words[place] == COLON:
            return None
        for hit in doc.hits(place, "speech/light"):
            if hit.value in wanted:
                return hit.end
        if doc.hit(place, "speech/light") is not None:
            return None
        if doc.hit(place, "speech/verb") is not None:
            return None
    return None


def _extent(doc: Document, sentence: Sentence) -> tuple[int, int]:
    """Return the words that are said: after the colon, else the whole sentence."""
    for at in range(sentence.body, sentence.end - 1):
        if doc.words[at] == COLON:
            return at + 1, sentence.end
    return sentence.body, sentence.end
