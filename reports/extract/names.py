"""Names of people: runs of uncommon words beside a title or where a clause starts.

Given names, surname endings, honorifics and quotation marks make a run certain; a run
of unknown words is believed only where grammar leaves no other reading.
"""

from functools import lru_cache

import msgspec

from reports.extract.document import Document
from reports.extract.forms import (
    BEARING,
    CLOSING,
    COMMAS,
    DASHES,
    GIVEN,
    LETTERS,
    OPENING,
    OPENS,
    ORDINARY,
    REMEMBERED,
    SEMICOLONS,
)
from reports.lexicon import flags
from reports.text.spelling import known, verbs

LONGEST_NAME = 7
#: So many words, the last with the ending of a surname, are a whole name.
WHOLE = 2
#: A word met at least this often, by hazm's count, is no proof of a name.
COMMON = 50_000
#: Endings of everyday words, and the shortest word they are cut from.
ENDINGS = (
    "\u0647\u0627\u06cc\u06cc",
    "\u0647\u0627\u06cc",
    "\u0647\u0627",
    "\u0627\u06cc",
    "\u06cc",
)
SHORTEST = 3
#: What the names of the days from Saturday to Thursday end in.
WEEKDAY = "\u0634\u0646\u0628\u0647"
#: Kinds of words that no name runs across.
_HARD = flags(
    "grammar/preposition",
    "grammar/conjunction",
    "grammar/verb",
    "grammar/time",
    "grammar/determiner",
    "speech/verb",
    "speech/pronoun",
    "events/conveyed",
    "office",
    "deputy",
    "agency",
    "group",
)
#: Kinds of words that end a run which nothing yet proves to be a name.
_SOFT = flags(
    "plain/plain",
    "body",
    "domain",
    "modifier",
    "group_field",
    "place",
    "speech/noun",
    "speech/object_verb",
    "body_head",
)
_COMMON = _HARD | _SOFT
#: What is borne as a name.
_BORNE = GIVEN | ORDINARY | BEARING | flags("honorific")
#: What a name stands behind and is told with.
_INTRODUCING = OPENS | flags("honorific")
#: What follows the name of a subject that its surname alone does not prove.
_AFTER_SUBJECT = flags("grammar/preposition", "grammar/time", "speech/verb")
#: What begins a phrase of its own.
_OPENING_ANOTHER = flags("office", "deputy", "lead", "events/kind")


class Name(msgspec.Struct, frozen=True):
    """A name: its words from `start` to `end`, without honorifics and marks.

    `certain` tells that a list or a mark proves it; `outer` is the range with both.
    """

    start: int
    end: int
    certain: bool
    outer: tuple[int, int]

    def __len__(self) -> int:
        """Return of how many words the name is."""
        return self.end - self.start


def may_begin(doc: Document, at: int) -> bool:
    """Tell whether a name may begin at word `at`, as far as that word tells."""
    if doc.begins[at] & _INTRODUCING or not doc.alone[at] & _COMMON:
        return True
    return bool(doc.alone[at] & (ORDINARY | GIVEN))


def name_after(doc: Document, at: int, end: int) -> Name | None:
    """Return the name that begins at word `at`, past marks and honorifics."""
    first = at
    honoured = quoted = False
    while at < end and doc.begins[at] & _INTRODUCING:
        hit = doc.hit(at, "honorific")
        if hit is not None and hit.end <= end:
            honoured = True
            at = hit.end
        elif doc.words[at] in OPENING and doc.words[at] not in "([" and not quoted:
            quoted = True
            at += 1
        else:
            break
    run = _quoted(doc, at, end) if quoted else None
    if run is None:
        run = at
        borne = False
        while run < end and run - at < LONGEST_NAME:
            if not _may_continue(
                doc, run, at, known=borne, honoured=honoured or quoted
            ):
                break
            borne = borne or bool(doc.alone[run] & GIVEN)
            run += 1
    if run == at:
        return None
    outer = run
    if quoted:
        if outer >= end or doc.words[outer] not in CLOSING:
            return None
        outer += 1
    borne_out = all(_namely(doc, place) for place in range(at, run))
    certain = (
        honoured
        or (quoted and borne_out)
        or _proven(doc, at, run)
        or _of_a_town(doc, run - 1, at)
    )
    if not certain and not borne_out:
        return None
    return Name(at, run, certain, (first, outer))


def _namely(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` speaks for a name: uncommon, or borne as one."""
    return bool(doc.alone[at] & _BORNE) or rare(doc.words[at])


@lru_cache(REMEMBERED)
def rare(word: str) -> bool:
    """Tell whether `word` is no everyday word, so that it may be part of a name."""
    return not _common(word) and not any(
        _common(word[: -len(ending)])
        for ending in ENDINGS
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST
    )


@lru_cache(REMEMBERED)
def _common(word: str) -> bool:
    """Tell whether `word`, as it stands, is an everyday word or a verb."""
    listed = known(word)
    return (listed is not None and listed.count >= COMMON) or word in verbs().finite


def _quoted(doc: Document, at: int, end: int) -> int | None:
    """Return the closing mark of a quoted name: a few words, none of them small."""
    for place in range(at, min(end, at + LONGEST_NAME + 1)):
        if doc.words[place] in CLOSING:
            return place if place - at > 1 or rare(doc.words[at]) else None
        if not _plausible(doc, place):
            return None
    return None


def name_before(doc: Document, at: int, start: int) -> Name | None:
    """Return the name that ends just before word `at`, not reaching over `start`."""
    last = at
    quoted = (
        at > start and doc.words[at - 1] in CLOSING and doc.words[at - 1] not in ")]"
    )
    end = at - 1 if quoted else at
    if quoted:
        return _name_in_quotes(doc, end, start)
    first = end
    while first > start and end - first < LONGEST_NAME and _plausible(doc, first - 1):
        first -= 1
    for begin in range(first, end):
        name = name_after(doc, begin, end) or _loose(doc, begin, end)
        if name is not None and name.end == end:
            left = begin
            while left > start:
                hit = next(
                    (
                        h
                        for back in (1, 2, 3)
                        if left - back >= start
                        for h in doc.hits(left - back, "honorific")
                        if h.end == left
                    ),
                    None,
                )
                if hit is None:
                    break
                left = hit.start
            certain = name.certain or left < begin
            return Name(name.start, end, certain, (left, last))
    return None


def _name_in_quotes(doc: Document, end: int, start: int) -> Name | None:
    """Return the name between the closing mark at word `end` and its opening mark."""
    for place in range(end - 1, max(start, end - LONGEST_NAME - 2) - 1, -1):
        if doc.words[place] in OPENING:
            name = name_after(doc, place, end + 1)
            return name if name is not None and name.outer == (place, end + 1) else None
    return None


def _loose(doc: Document, start: int, end: int) -> Name | None:
    """Return the whole run as a name though its last word is also a common one."""
    if not _namely(doc, start):
        return None
    if end - start < 2 or any(_soft(doc, p) for p in range(start, end - 1)):
        return None
    return Name(start, end, certain=False, outer=(start, end))


def _soft(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` is a common one, and no name of a person."""
    return bool(doc.alone[at] & _SOFT and not doc.alone[at] & ORDINARY)


def _plausible(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` could stand in a name at all."""
    alone = doc.alone[at]
    if not alone & LETTERS or alone & GIVEN:
        return bool(alone & LETTERS)
    if alone & _HARD or WEEKDAY in doc.words[at]:
        return False
    if _second_half(doc, at):
        return True
    return bool(alone & ORDINARY) or doc.words[at] not in verbs().finite


def _second_half(doc: Document, at: int) -> bool:
    """Tell whether a given name and half of a compound surname stand before `at`."""
    return (
        at > 1
        and doc.words[at - 1] in doc.lexicon.surname_halves
        and bool(doc.alone[at - 2] & (GIVEN | ORDINARY))
    )


def _may_continue(
    doc: Document, at: int, first: int, *, known: bool, honoured: bool
) -> bool:
    """Tell whether the word at `at` carries on a name that began at `first`."""
    if not _plausible(doc, at):
        return False
    if at > first + 1 and _second_half(doc, at):
        return True
    if doc.alone[at] & GIVEN:
        return at == first or known or not _surname(doc, at - 1)
    if at - first >= WHOLE and _surname(doc, at - 1) and not _namely(doc, at):
        return False
    if doc.begins[at] & _OPENING_ANOTHER:
        return False
    if not _soft(doc, at):
        return True
    if at == first:
        return False
    if _of_a_town(doc, at, first):
        return True
    if not _is_half(doc, at + 1) and any(
        hit.end == at + 1 and hit.value.kind != "demonym" and not hit.value.ambiguous
        for hit in doc.hits(at, "place")
    ):
        return False
    # A known word, or two that end the phrase, may be the surname after a given name.
    common = [place for place in range(first, at) if _soft(doc, place)]
    if not (known or honoured) or len(common) > 1:
        return False
    only_given = all(
        doc.alone[place] & GIVEN for place in range(first, at) if place not in common
    )
    if not common:
        return only_given
    return only_given and common == [at - 1] and _ends_name(doc, at)


def _of_a_town(doc: Document, at: int, first: int) -> bool:
    """Tell whether a town is the surname of the subject: "Mansur Bijar on ..."."""
    opens = at == first + 1 and doc.sentence_of(first).body == first
    given = doc.alone[first] & (GIVEN | ORDINARY)
    if not opens or not given or doc.place(at) is None or at + 1 >= len(doc.words):
        return False
    return bool(doc.begins[at + 1] & _AFTER_SUBJECT)


def _is_half(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` is an ending of surnames that stands apart."""
    return at < len(doc.words) and doc.words[at] in doc.lexicon.surname_endings


def _ends_name(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` is an adjective that ends a phrase."""
    if not doc.words[at].endswith("\u06cc") or at + 1 >= len(doc.words):
        return False
    hard = bool(doc.begins[at + 1] & _HARD)
    return hard or not doc.words[at + 1][0].isalnum()


def _surname(doc: Document, at: int) -> bool:
    """Tell whether the word at `at` has the ending of a surname."""
    return doc.words[at].endswith(doc.lexicon.surname_endings)


def _proven(doc: Document, start: int, end: int) -> bool:
    """Tell whether a list proves that the words are a name."""
    words = doc.words[start:end]
    if doc.alone[start] & GIVEN:
        return len(words) > 1
    if doc.alone[start] & ORDINARY and len(words) > 1 and rare(words[-1]):
        return True
    joined = "".join(words[:2])
    if len(words) > 2 and joined in doc.lexicon.given_names:
        return True
    ends = words[-1].endswith(doc.lexicon.surname_endings)
    return len(words) > 1 and ends and not _common(words[-1])


def skips_to_name(word: str) -> bool:
    """Tell whether `word` may stand between a title and its name."""
    return word in COMMAS or word in SEMICOLONS or word in DASHES
