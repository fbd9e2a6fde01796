"""Where people stand in the text: a title with its name, either alone, or a pronoun."""

from collections.abc import Iterable, Iterator

from reports.extract.clauses import after_verb, infinitive, leads, starts_clause
from reports.extract.document import Document
from reports.extract.forms import (
    CLOSING,
    COLON,
    COMMA,
    COMMAS,
    OPENING,
    OPENS,
    PHRASE,
    SEMICOLON,
    SEMICOLONS,
    TELLS,
)
from reports.extract.names import (
    Name,
    may_begin,
    name_after,
    name_before,
    rare,
    skips_to_name,
)
from reports.extract.titles import Title, titles_between
from reports.extract.words import Sentence
from reports.lexicon import flags

#: How a mention hangs in its clause.
SUBJECT, WITH, COMPANION, OF_EVENT, AGENT, ABSENT, OTHER = (
    "subject",
    "with",
    "companion",
    "of_event",
    "agent",
    "absent",
    "other",
)


_AND = flags("titles/and")
#: What a name may stand behind: marks, "and", and words that link it.
_JOINTS = OPENS | SEMICOLON | COMMA | TELLS | _AND
_LINKING = flags("grammar/preposition", "events/with", "events/kind")
_LEAD_IN = flags("grammar/lead_in")
#: What may follow the end of a name.
_CLOSING = flags(
    "grammar/preposition",
    "grammar/conjunction",
    "grammar/verb",
    "grammar/time",
    "grammar/determiner",
    "speech/verb",
    "speech/noun",
    "speech/turn",
    "events/kind",
    "plain/plain",
    "modifier",
)
#: What follows the subject of speech.
_PREDICATE = flags(
    "grammar/preposition",
    "speech/verb",
    "speech/noun",
    "speech/turn",
    "grammar/time",
)


class Mention:
    """A person or group at one place of the text."""

    __slots__ = (
        "end",
        "name",
        "pronoun",
        "quoted",
        "role",
        "sentence",
        "start",
        "title",
    )

    def __init__(
        self,
        sentence: Sentence,
        start: int,
        end: int,
        *,
        name: Name | None = None,
        title: Title | None = None,
        pronoun: str | None = None,
    ) -> None:
        """Hold the words from `start` up to `end` of `sentence`."""
        self.sentence = sentence
        self.start = start
        self.end = end
        self.name = name
        self.title = title
        self.pronoun = pronoun
        self.role = OTHER
        #: Stands inside what somebody said.
        self.quoted = False


class Told:
    """The names told so far, and the last words of each that may stand for it."""

    __slots__ = ("begun", "endings")

    def __init__(self) -> None:
        """Begin with none."""
        self.endings: set[str] = set()
        #: What any of the endings begins with.
        self.begun: set[str] = set()

    def learn(self, doc: Document, mention: Mention) -> None:
        """Remember the name of a mention."""
        if mention.name is None:
            return
        words = doc.words[mention.name.start : mention.name.end]
        for count in range(1, min(3, len(words)) + 1):
            ending = "".join(words[-count:])
            self.endings.add(ending)
            self.begun.update(ending[:size] for size in range(1, len(ending) + 1))


def mentions(doc: Document) -> list[Mention]:
    """Return all mentions of people in `doc`, in reading order, with their roles."""
    found: list[Mention] = []
    told = Told()
    for sentence in doc.sentences:
        titled = _titled(doc, sentence)
        for mention in titled:
            told.learn(doc, mention)
        found.extend(titled)
    titled_in = by_sentence(found)
    for sentence in doc.sentences:
        here = titled_in.get(sentence, [])
        named = list(_named(doc, sentence, here, told))
        for mention in named:
            told.learn(doc, mention)
        found.extend(named)
        found.extend(_pronouns(doc, sentence, [*here, *named]))
    found.sort(key=lambda mention: mention.start)
    for sentence, here in by_sentence(found).items():
        _give_roles(doc, sentence, here)
    return found


def by_sentence(found: Iterable[Mention]) -> dict[Sentence, list[Mention]]:
    """Return the mentions of each sentence that has any, in reading order."""
    here: dict[Sentence, list[Mention]] = {}
    for mention in found:
        here.setdefault(mention.sentence, []).append(mention)
    return here


def _titled(doc: Document, sentence: Sentence) -> list[Mention]:
    """Return the mentions that have a title, each with the name beside it."""
    titles = titles_between(doc, sentence.body, sentence.end)
    taken = sentence.body
    found: list[Mention] = []
    for number, title in enumerate(titles):
        if title.member is not None:
            start, end = title.member
            opens = (
                not found
                or found[-1].title is None
                or found[-1].title.start != title.start
            )
            start = title.start if opens else start
            found.append(Mention(sentence, start, end, title=title))
            taken = title.end
            continue
        if title.plural and not title.group:
            continue
        following = titles[number + 1].start if number + 1 < len(titles) else None
        name = None
        if not title.group:
            name = _beside(doc, title, taken, sentence.end, following)
        start, end = title.start, title.end
        if name is not None:
            start, end = min(start, name.outer[0]), max(end, name.outer[1])
        found.append(Mention(sentence, start, end, name=name, title=title))
        taken = end
    return found


def _beside(
    doc: Document, title: Title, lower: int, upper: int, following: int | None
) -> Name | None:
    """Return the name that belongs to `title`, before or after it."""
    before = name_before(doc, title.start, lower) if title.start > lower else None
    far_before = None
    if title.start - 1 > lower and skips_to_name(doc.words[title.start - 1]):
        far_before = name_before(doc, title.start - 1, lower)
    after = name_after(doc, title.end, upper) if title.end < upper else None
    far_after = None
    if title.end + 1 < upper and skips_to_name(doc.words[title.end]):
        far_after = name_after(doc, title.end + 1, upper)
    after = _unless_taken(doc, after, following)
    far_after = _unless_taken(doc, far_after, following)
    for name in (after, before, far_before, far_after):
        if name is not None and name.certain:
            return name
    if before is not None and _opens(doc, before.outer[0], lower):
        alone = before.end - before.start == 1
        if not alone or _opens(doc, before.outer[0], lower, strict=True):
            return before
    alone = after is not None and after.end - after.start == 1
    if after is not None and _closes(doc, after.outer[1], upper, strict=alone):
        return after
    if far_before is not None and _opens(doc, far_before.outer[0], lower, strict=True):
        return far_before
    if (
        far_after is not None
        and far_after.end - far_after.start > 1
        and _closes(doc, far_after.outer[1], upper, strict=True)
    ):
        return far_after
    return None


def _unless_taken(
    doc: Document, name: Name | None, following: int | None
) -> Name | None:
    """Return `name` unless it stands right before the next title and is its own."""
    if name is None or following is None:
        return name
    gap = following - name.outer[1]
    if gap == 0 or (gap == 1 and skips_to_name(doc.words[name.outer[1]])):
        return None
    return name


def _opens(doc: Document, at: int, lower: int, *, strict: bool = False) -> bool:
    """Tell whether a phrase may begin at word `at`: something closes before it."""
    if at <= lower:
        return True
    word = doc.words[at - 1]
    if doc.ends(at, "grammar/preposition", "events/with") is not None:
        return True
    if strict:
        return word in SEMICOLONS or word == COLON
    if doc.ends(at, "events/kind") is not None:
        return True
    return not word[0].isalpha() or doc.is_any(
        at - 1, "grammar/conjunction", "grammar/verb"
    )


def _closes(doc: Document, at: int, upper: int, *, strict: bool = False) -> bool:
    """Tell whether a phrase may end before word `at`."""
    if at >= upper:
        return True
    if strict and doc.is_any(at, "plain/plain") and not doc.is_any(at, "speech/noun"):
        return False
    return not doc.words[at][0].isalpha() or bool(doc.begins[at] & _CLOSING)


def _named(
    doc: Document, sentence: Sentence, taken: list[Mention], told: Told
) -> Iterator[Mention]:
    """Yield the mentions that are a name alone."""
    covered = {at for mention in taken for at in range(mention.start, mention.end)}
    past = sentence.body
    for at in _openings(doc, sentence):
        begins = may_begin(doc, at) or doc.words[at] in told.begun
        if at < past or at in covered or not begins:
            continue
        name = _name_alone(doc, sentence, at, told)
        if name is None or any(place in covered for place in range(*name.outer)):
            continue
        yield Mention(sentence, *name.outer, name=name)
        past = name.outer[1]


def _openings(doc: Document, sentence: Sentence) -> list[int]:
    """Return the words that a name may begin at, by what stands before them."""
    words, begins, alone = doc.words, doc.begins, doc.alone
    body, led = sentence.body, leads(doc, sentence)
    return [
        at
        for at in range(body, sentence.end)
        if (
            at == body
            or alone[at - 1] & _LINKING
            or begins[at - 1] & _JOINTS
            or at in led
        )
        and (words[at][0].isalpha() or begins[at] & OPENS)
    ]


def _name_alone(doc: Document, sentence: Sentence, at: int, told: Told) -> Name | None:
    """Return the name that stands alone at word `at`, where one may begin."""
    initial = starts_clause(doc, sentence, at)
    before = doc.words[at - 1] if at > sentence.start else ""
    name = name_after(doc, at, sentence.end)
    first = at if name is None else name.start
    last = min(first + 4, sentence.end) if name is None else name.end
    for end in range(last, first, -1):
        if "".join(doc.words[first:end]) in told.endings:
            outer = (at, end)
            if name is not None and end == name.end:
                outer = name.outer
            return Name(first, end, certain=True, outer=outer)
    if name is None or infinitive(doc.words[name.start]):
        return None
    words = doc.words[name.start : name.end]
    if name.certain and len(words) > 1 and before not in OPENING:
        partner = doc.ends(at, "grammar/preposition", "events/with", "events/kind")
        if initial or partner is not None or doc.words[at] not in OPENING:
            return name
    if doc.ends(at, "events/meets_with") is not None and _all_rare(doc, name):
        return name
    opens = at == sentence.body or not after_verb(doc, at) or _all_rare(doc, name)
    if initial and opens and len(words) <= 6 and _has_predicate(doc, name, sentence):
        return name
    return None


def _all_rare(doc: Document, name: Name) -> bool:
    """Tell whether a run is several words that are all uncommon."""
    words = doc.words[name.start : name.end]
    return len(words) > 1 and all(map(rare, words))


def _has_predicate(doc: Document, name: Name, sentence: Sentence) -> bool:
    """Tell whether what follows a run of unknown words treats it as a person."""
    at = name.outer[1]
    if at >= sentence.end:
        return False
    short = name.end - name.start == 1
    follows = doc.begins[at] & (TELLS | (_PREDICATE if short else PHRASE))
    return follows != 0 and (
        doc.first(at, sentence.end, "speech/verb", "speech/light", "speech/object_verb")
        is not None
    )


def _pronouns(
    doc: Document, sentence: Sentence, taken: list[Mention]
) -> Iterator[Mention]:
    """Yield pronouns and both-sides words."""
    covered = {at for mention in taken for at in range(mention.start, mention.end)}
    for hit in doc.find(sentence.body, sentence.end, "speech/pronoun", "speech/both"):
        if hit.start not in covered:
            yield Mention(sentence, hit.start, hit.end, pronoun=hit.value)


def _give_roles(doc: Document, sentence: Sentence, here: list[Mention]) -> None:
    """Find how each mention of one sentence hangs in its clause."""
    colon = next(
        (at for at in range(sentence.body, sentence.end) if doc.words[at] == COLON),
        None,
    )
    previous: Mention | None = None
    for mention in here:
        mention.quoted = colon is not None and mention.start > colon
        mention.role = _role(doc, sentence, mention, previous)
        previous = mention


def _role(
    doc: Document, sentence: Sentence, mention: Mention, previous: Mention | None
) -> str:
    """Return how `mention` hangs in its clause, from the word before it."""
    at = mention.start
    while (honour := doc.ends(at, "honorific")) and honour.start >= sentence.body:
        at = honour.start
    if at <= sentence.body or starts_clause(doc, sentence, at):
        return SUBJECT
    word = doc.words[at - 1]
    if previous is not None and previous.end >= at - 1:
        if word in COMMAS or doc.hit(at - 1, "titles/and") is not None:
            return previous.role
        if previous.end == at:
            return previous.role
    if word in COMMAS or word in CLOSING:
        return SUBJECT
    hit = doc.ends(
        at, "speech/according", "events/companion", "events/with", "grammar/preposition"
    )
    if hit is not None:
        return _LINKS.get(hit.kind, OTHER)
    if doc.ends(at, "events/kind") is not None:
        return OF_EVENT
    if doc.ends(at, "events/conveyed") is not None:
        return ABSENT
    if doc.ends(at, "grammar/time", "grammar/verb", "speech/turn") is not None:
        return SUBJECT
    return OTHER


#: What the words before a mention make of it.
_LINKS = {"speech/according": AGENT, "events/companion": COMPANION, "events/with": WITH}
