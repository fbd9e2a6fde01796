"""Who is who: the mentions of one article gathered into people.

A name far from its title is joined to it only where both play the same part in the
telling: the subject of the lead and the subject of the body, or the two partners of
the same meeting.
"""

from bisect import bisect_left
from collections.abc import Mapping
from operator import itemgetter

from reports.extract.document import Document
from reports.extract.identity import same_name, same_title, same_whole_name
from reports.extract.mentions import (
    AGENT,
    OF_EVENT,
    OTHER,
    SUBJECT,
    WITH,
    Mention,
)
from reports.extract.person import Person
from reports.extract.roster import Roster
from reports.extract.titles import Title
from reports.extract.words import Sentence

#: The parts in a telling by which a name and a title can be told to be one person's.
PARTS = frozenset({SUBJECT, WITH, OF_EVENT})
#: How far two members of one list of people stand apart, in words.
NEAR = 2
#: How well a name and a title fit at most where "too" parts them, and what each other
#: subject between them takes away.
TOO, PARTED = 0.0, 0.5
#: What is left where a title comes up that was not told of before, after the name was:
#: whoever is named already is called by the name, and the title is another's.
COMES_LATE = 0.5
#: How a verb of several ends.
PLURAL = "\u0646\u062f"
#: A name and a title further apart than so many sentences are not told to be one's.
REACH = 100
#: Where a turn to speak or act begins.
_STARTS = itemgetter(0)
#: Stands between the names of a son and his father in Arabic.
SON_OF = "\u0628\u0646"
#: Endings of surnames of the Caucasus, Russia and Central Asia.
SLAVIC = ("\u0627\u0641", "\u0648\u0641", "\u06cc\u0641")


def people(doc: Document, found: list[Mention]) -> dict[Mention, Person]:
    """Return the person of each mention that is not a pronoun."""
    known = Roster(doc)
    of: dict[Mention, Person] = {}
    for mention in found:
        if mention.pronoun is not None:
            continue
        person = _same_holder(doc, mention, of) or _known(doc, mention, known)
        if person is None:
            person = Person()
        person.add(mention)
        known.add(person, mention)
        of[mention] = person
    _join_names_to_titles(doc, list(known.people), of)
    return of


def _same_holder(
    doc: Document, mention: Mention, of: dict[Mention, Person]
) -> Person | None:
    """Return who holds a second title too: "the head of A and chief of B said"."""
    before = next(reversed(of), None)
    title = mention.title
    if before is None or title is None or mention.name is not None:
        return None
    joined = before.end == mention.start - 1 and before.title is not None
    if not joined or doc.hit(before.end, "titles/and") is None:
        return None
    subjects = before.role == mention.role == SUBJECT and not mention.quoted
    end = mention.sentence.end
    verb = doc.first(mention.end, end, "speech/verb", "speech/light")
    if not subjects or verb is None or doc.words[verb.end - 1].endswith(PLURAL):
        return None
    states = {of[before].country, title.country} - {None}
    return of[before] if len(states) <= 1 else None


def _known(doc: Document, mention: Mention, known: Roster) -> Person | None:
    """Return the person that `mention` speaks of, if already met."""
    if mention.name is not None:
        for person in known.named(mention.name):
            if any(same_name(doc, mention.name, name) for name in person.names) and (
                mention.title is None
                or not person.titles
                or any(same_title(doc, mention.title, t) for t in person.titles)
                or _under_two_titles(doc, mention, person)
            ):
                return person
    title = mention.title
    if title is None:
        return None
    fitting = [
        person
        for person in known.ranked(title)
        if not (mention.name is not None and person.names)
        and any(same_title(doc, title, other) for other in person.titles)
        and not _clash(mention, person)
        and not any(_elsewhere(doc, title, other) for other in person.titles)
    ]
    placed = [person for person in fitting if any(t.places for t in person.titles)]
    return next(iter(placed or fitting), None)


def _under_two_titles(doc: Document, mention: Mention, person: Person) -> bool:
    """Tell whether a full name comes back under another title of the same state."""
    name, title = mention.name, mention.title
    if name is None or title is None or title.country != person.country:
        return False
    return any(same_whole_name(doc, name, other) for other in person.names)


def _elsewhere(doc: Document, one: Title, other: Title) -> bool:
    """Tell whether two titles of one rank are over different places."""
    both = bool(one.places and other.places)
    ranked = one.office is not None and other.office is not None
    return both and ranked and not same_title(doc, one, other)


def _clash(mention: Mention, person: Person) -> bool:
    """Tell whether both stand side by side in one sentence, as two people do."""
    return any(
        other.sentence is mention.sentence
        and not other.quoted
        and not mention.quoted
        and {other.role, mention.role} == {SUBJECT, WITH}
        for other in person.mentions
    )


def _join_names_to_titles(
    doc: Document, known: list[Person], of: dict[Mention, Person]
) -> None:
    """Join people known by name alone to titles that nobody's name stands beside."""
    turns = _turns(known)
    order = {sentence: place for place, sentence in enumerate(doc.sentences)}
    nameless = [person for person in known if person.names and not person.titles]
    titled = [
        person
        for person in known
        if person.titles
        and not person.names
        and not person.group
        and not all(title.plural for title in person.titles)
    ]
    number = {person: place for place, person in enumerate(titled)}
    told = sorted(
        (order[mention.sentence], number[person])
        for person in titled
        for mention in person.mentions
    )
    pairs = [
        (_fit(doc, one, titled[j], turns, order), -i, -j)
        for i, one in enumerate(nameless)
        for j in _within_reach(one, told, order)
    ]
    joined: set[Person] = set()
    # The best pair first, so that no early name takes what a later one fits better.
    for score, i, j in sorted(pairs, reverse=True):
        one, other = nameless[-i], titled[-j]
        if not score or one in joined or other in joined:
            continue
        for mention in one.mentions:
            of[mention] = other
        other.take(one)
        joined.update((one, other))


def _within_reach(
    one: Person, told: list[tuple[int, int]], order: Mapping[Sentence, int]
) -> list[int]:
    """Return the numbers of those `told` of within reach of `one`, in order."""
    found: set[int] = set()
    for place in {order[mention.sentence] for mention in one.mentions}:
        first = bisect_left(told, (place - REACH, 0))
        last = bisect_left(told, (place + REACH + 1, 0))
        found.update(number for _, number in told[first:last])
    return sorted(found)


def _turns(known: list[Person]) -> list[tuple[int, Person]]:
    """Return who is the subject at which word, outside what is quoted, in order."""
    return sorted(
        (
            (mention.start, person)
            for person in known
            for mention in person.mentions
            if mention.role == SUBJECT and not mention.quoted
        ),
        key=_STARTS,
    )


def _fit(
    doc: Document,
    nameless: Person,
    titled: Person,
    turns: list[tuple[int, Person]],
    order: Mapping[Sentence, int],
) -> float:
    """Return how well a name and a title fit together; 0 forbids it."""
    best, most = 0.0, 1.0
    for name in nameless.mentions:
        at = order[name.sentence]
        first = bisect_left(
            titled.mentions, at - REACH, key=lambda m: order[m.sentence]
        )
        for title in titled.mentions[first:]:
            gap = at - order[title.sentence]
            if gap < -REACH:
                break
            if _side_by_side(doc, name, title):
                return 0.0
            if name.role not in PARTS or not _heard_alike(name, title):
                continue
            closeness = 1.0 / (1 + abs(gap)) + (0.1 if gap > 0 else 0.0)
            fits = _alike(name, title, gap) * closeness
            if name is not nameless.mentions[0] and title is titled.mentions[0]:
                fits *= COMES_LATE
            before, later = sorted((name, title), key=lambda one: one.start)
            too = before.role == later.role == SUBJECT and _too(doc, later)
            if (fits <= best and not too) or _absent(doc, title) or _nobody(doc, title):
                continue
            others = _others_between(turns, before, later, {nameless, titled})
            if not others and too:
                # "Too" after a subject says that another was speaking before.
                most = min(most, TOO)
            best = max(best, fits * PARTED ** len(others))
    if not best:
        return 0.0
    return min(most, best * _likely(doc, nameless, titled))


def _too(doc: Document, mention: Mention) -> bool:
    """Tell whether "too" says of `mention` that it is not who was told of before."""
    if doc.hit(mention.end, "speech/too") is not None:
        return True
    end = mention.sentence.end
    there = doc.first(mention.end, end, "events/present")
    too = doc.first(mention.end, there.start, "speech/too") if there else None
    # Unless it is said of somebody else in between.
    return too is not None and (
        doc.first(mention.end, too.start, "office", "deputy") is None
    )


def _heard_alike(name: Mention, title: Mention) -> bool:
    """Tell whether both stand in what is told, or both in what is quoted.

    "Of his meeting with the governor he said: N was content" names the one met.
    """
    if name.quoted == title.quoted:
        return True
    met = title.role == WITH and title.start < name.start
    return met and name.quoted and title.sentence is name.sentence


def _alike(name: Mention, title: Mention, gap: int) -> float:
    """Weigh whether a name and a title play the same part, `gap` sentences apart."""
    if title.role in (name.role, AGENT):
        return 1.0
    if title.role in PARTS:
        return 0.5
    return 0.2 if 0 <= gap <= 1 and title.role == OTHER else 0.0


def _others_between(
    turns: list[tuple[int, Person]], first: Mention, later: Mention, two: set[Person]
) -> set[Person]:
    """Return who else is a subject past the sentence of one mention, before another.

    Who stands in that sentence beside the first is told of together with it.
    """
    after = bisect_left(turns, first.sentence.end, key=_STARTS)
    before = bisect_left(turns, later.start, key=_STARTS)
    return {person for _, person in turns[after:before]} - two


def _nobody(doc: Document, title: Mention) -> bool:
    """Tell whether a title stands for no one: "sending an attache", "10 envoys"."""
    if title.role != OTHER:
        return False
    counted = doc.words[title.start - 1].isdigit()
    return counted or doc.ends(title.start, "proposals/head") is not None


def _absent(doc: Document, mention: Mention) -> bool:
    """Tell whether the sentence says that somebody did not come."""
    sentence = mention.sentence
    return doc.first(mention.end, sentence.end, "events/absent") is not None


def _side_by_side(doc: Document, one: Mention, other: Mention) -> bool:
    """Tell whether one sentence sets two mentions beside each other as two people."""
    if one.sentence is not other.sentence or one.quoted or other.quoted:
        return False
    first, later = sorted((one, other), key=lambda mention: mention.start)
    joined = doc.hit(later.start - 1, "titles/and") is not None
    if joined and doc.ends(later.start - 1, "grammar/verb") is None:
        # "N, the head of this and the chief of that"; not "was done and N said".
        return True
    if one.role not in PARTS or other.role not in PARTS:
        return False
    opens = first.start == first.sentence.body
    return one.role != other.role or opens or later.start - first.end <= NEAR


def _likely(doc: Document, nameless: Person, titled: Person) -> float:
    """Weigh whether such a name is borne on such a side."""
    name = nameless.name
    if name is None:
        return 1.0
    words = doc.words[name.start : name.end]
    abroad = (
        words[0] in doc.lexicon.foreign_names
        or words[-1].endswith(SLAVIC)
        or SON_OF in words
    )
    given = (
        words[0] in doc.lexicon.given_names or words[0] in doc.lexicon.ordinary_names
    )
    homely = given and not abroad
    country = titled.country
    if country is not None and country != "IR":
        if homely:
            return 0.7 if country in doc.lexicon.kindred else 0.2
        return 1.5 if abroad else 1.2
    return 0.2 if abroad else (1.5 if homely else 0.8)
