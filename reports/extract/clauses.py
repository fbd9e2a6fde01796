"""Clauses, what opens them, and the lists they hold."""

from collections.abc import Iterator

import msgspec

from reports.extract.document import Clause, Document
from reports.extract.forms import (
    CLOSES,
    COLON,
    COMMA,
    COMMAS,
    OPENING,
    SEMICOLON,
    STOP,
    TELLS,
    VERBAL,
)
from reports.extract.words import Sentence
from reports.lexicon import Hit, flags

FINITE = ("grammar/verb", "speech/verb", "speech/object_verb", "proposals/plan")
_STOP = SEMICOLON | STOP
_ENDING = _STOP | VERBAL | flags(*FINITE)
_AUXILIARY = flags("grammar/verb", "speech/light")
_AND, _LEAD_IN = flags("titles/and"), flags("grammar/lead_in")
_JOINT = COMMA | STOP | SEMICOLON | CLOSES | _AND


def clauses(doc: Document, start: int, end: int) -> tuple[Clause, ...]:
    """Return the clauses between two words: each ends with its finite verb."""
    found = doc.clauses.get((start, end))
    if found is None:
        found = doc.clauses[start, end] = tuple(_clauses(doc, start, end))
    return found


def _clauses(doc: Document, start: int, end: int) -> Iterator[Clause]:
    """Yield the clauses between two words."""
    first = start
    at = doc.seek(start, end, _ENDING)
    while at < end:
        if doc.begins[at] & _STOP:
            if at > first:
                yield Clause(first, at, None)
            first = at = at + 1
        else:
            paired = doc.hit(at, "grammar/paired")
            if paired is not None:
                at = doc.seek(paired.end, end, _ENDING)
                continue
            hit = doc.hit(at, *FINITE)
            last = hit.end if hit is not None else at + 1
            if last <= end:
                last = _verb_end(doc, last, end)
                if _is_end(doc, last, end) or _speaks(doc, at, hit):
                    yield Clause(first, last, at)
                    first = last = _past_joint(doc, last, end)
            at = last if last <= end else at + 1
        at = doc.seek(at, end, _ENDING)
    if first < end:
        yield Clause(first, end, None)


def _verb_end(doc: Document, at: int, end: int) -> int:
    """Return the word after a verb with its auxiliaries."""
    while at < end and doc.begins[at] & _AUXILIARY:
        hit = doc.hit(at, "grammar/verb", "speech/light")
        if hit is None:
            return at
        at = hit.end
    return at


def _is_end(doc: Document, at: int, end: int) -> bool:
    """Tell whether a clause can end before word `at`."""
    if at >= end:
        return True
    word = doc.words[at]
    return (
        not word[0].isalnum()
        or doc.is_any(at, "grammar/conjunction", "speech/turn")
        or doc.hit(at, "grammar/subordinate") is not None
    )


def _speaks(doc: Document, at: int, hit: Hit[str] | None) -> bool:
    """Tell whether the verb at word `at` opens what somebody says without a mark."""
    if doc.hit(at, "events/kind") is not None:
        return False
    return hit is not None and doc.is_any(at, "speech/verb")


def _past_joint(doc: Document, at: int, end: int) -> int:
    """Return the word after marks and "and" between two clauses."""
    while at < end and doc.begins[at] & _JOINT:
        at += 1
    return at


def starts_clause(doc: Document, sentence: Sentence, at: int) -> bool:
    """Tell whether a subject may stand at word `at`."""
    if at == sentence.body:
        return True
    before = at - 1
    word = doc.words[before]
    if word in OPENING and before == sentence.body:
        return True
    if doc.begins[before] & (SEMICOLON | TELLS) or after_verb(doc, at):
        return True
    # After lead-ins such as "at the end of this meeting", with or without a comma.
    return (before if word in COMMAS else at) in leads(doc, sentence)


def leads(doc: Document, sentence: Sentence) -> frozenset[int]:
    """Return the words that lead-ins at the beginning of a sentence end before."""
    found = doc.leads.get(sentence)
    if found is None:
        found = doc.leads[sentence] = frozenset(_leads(doc, sentence))
    return found


def _leads(doc: Document, sentence: Sentence) -> Iterator[int]:
    """Yield the words that lead-ins at the beginning of a sentence end before."""
    body, end = sentence.body, sentence.end
    at = doc.seek(body, end, _LEAD_IN)
    while at < end:
        hit = doc.hit(at, "grammar/lead_in")
        last = opened = body
        if hit is not None:
            last = hit.end
        for one in doc.find(body, last, "grammar/lead_in"):
            if one.start == opened or doc.words[one.start - 1] in COMMAS:
                opened = one.end
        if opened == last != body:
            yield last
        at = doc.seek(at + 1, end, _LEAD_IN)


def after_verb(doc: Document, at: int) -> bool:
    """Tell whether a verb and a comma or "and" stand right before word `at`."""
    joint = doc.begins[at - 1] & (COMMA | _AND)
    return joint != 0 and doc.ends(at - 1, "grammar/verb") is not None


def past_lead(doc: Document, start: int, end: int, people: set[int]) -> int:
    """Return where the matter of a clause begins: past its subject and circumstances.

    `people` are the words that belong to mentions of people.
    """
    at = start
    while at < end:
        word = doc.words[at]
        if at in people or word in COMMAS or word in OPENING or word == COLON:
            at += 1
            continue
        hit = doc.hit(
            at, "speech/turn", "grammar/lead_in", "speech/pronoun", "grammar/time"
        )
        if hit is not None:
            at = hit.end
            continue
        opener = doc.hit(at, "grammar/circumstance")
        if opener is not None:
            comma = next(
                (p for p in range(opener.end, end) if doc.words[p] in COMMAS), None
            )
            if comma is None:
                return opener.end
            at = comma + 1
            continue
        aside = _aside(doc, at, end)
        if aside is None:
            break
        at = aside
    return at


def _aside(doc: Document, at: int, end: int) -> int | None:
    """Return the word after a short aside such as "in his speech,"."""
    if not doc.is_any(at, "grammar/preposition"):
        return None
    for comma in range(at + 2, min(end, at + 4)):
        if doc.words[comma] in COMMAS:
            return comma + 1
    return None


class Item(msgspec.Struct, frozen=True):
    """One member of a list, and the noun of action that an earlier member lends it."""

    start: int
    end: int
    head: tuple[int, int] | None = None


def items(doc: Document, start: int, end: int) -> list[Item]:
    """Return the members of the list that the words from `start` up to `end` hold.

    A comma parts members unless it stands inside a known name; the last "and" parts
    them when a comma did, any other only before a noun of action.
    """
    cuts: list[tuple[int, int]] = []
    at = start
    last_and: int | None = None
    commas = 0
    while at < end:
        kept = doc.hit(at, "body", "domain", "place")
        if kept is not None and kept.end - at > 1 and kept.end <= end:
            at = kept.end
            continue
        if doc.words[at] in COMMAS:
            cuts.append((at, at + 1))
            commas += 1
            last_and = None
        elif doc.hit(at, "titles/and") is not None and at + 1 < end:
            acts = doc.hit(at + 1, "proposals/head") is not None or infinitive(
                doc.words[at + 1]
            )
            if acts and at > start:
                cuts.append((at, at + 1))
                last_and = None
            else:
                last_and = at
        at += 1
    if commas and last_and is not None and not _is_pair(doc, last_and, start, end):
        cuts.append((last_and, last_and + 1))
    pieces: list[tuple[int, int]] = []
    first = start
    for cut, after in [*sorted(cuts), (end, end)]:
        if cut > first:
            pieces.append((first, cut))
        first = after
    return _with_heads(doc, pieces)


#: How infinitives end.
INFINITIVE = ("\u062f\u0646", "\u062a\u0646")


def infinitive(word: str) -> bool:
    """Tell whether `word` looks like an infinitive, a noun of action."""
    return len(word) > 3 and word.endswith(INFINITIVE)


def _is_pair(doc: Document, at: int, start: int, end: int) -> bool:
    """Tell whether "and" joins two adjectives, or two places, of one thing."""
    if not start < at < end - 1:
        return False
    return all(doc.is_any(side, "group_field") for side in (at - 1, at + 1)) or all(
        doc.place(side) is not None for side in (at - 1, at + 1)
    )


def _with_heads(doc: Document, pieces: list[tuple[int, int]]) -> list[Item]:
    """Join a bare noun of action to what follows, and lend heads inside a list.

    "Ease the traffic of lorries, investments and exchanges, build X": the members
    between the first head and the next belong to the first, and the last of them is
    parted at its "and".
    """
    joined: list[tuple[int, int]] = []
    carried: int | None = None
    for number, (start, end) in enumerate(pieces):
        head = doc.hit(start, "proposals/head")
        bare = head is not None and head.end >= end
        if bare and number + 1 < len(pieces):
            carried = start if carried is None else carried
            continue
        joined.append((start if carried is None else carried, end))
        carried = None
    found: list[Item] = []
    lent: tuple[int, int] | None = None
    for number, (start, end) in enumerate(joined):
        last = heads(doc, start, end)
        if last > start:
            lent = (start, last) if last < end else None
            found.append(Item(start, end))
            continue
        closes = number + 1 < len(joined) and _acts(doc, joined[number + 1][0])
        joint = _inner_and(doc, start, end) if closes and lent is not None else None
        if joint is None:
            lent = None
            found.append(Item(start, end))
            continue
        found.append(Item(start, joint, lent))
        found.append(Item(joint + 1, end, lent))
        lent = None
    return found


def _acts(doc: Document, at: int) -> bool:
    """Tell whether a noun of action stands at word `at`."""
    return doc.hit(at, "proposals/head") is not None or infinitive(doc.words[at])


def _inner_and(doc: Document, start: int, end: int) -> int | None:
    """Return the last "and" inside a member that joins two nouns."""
    for at in range(end - 2, start, -1):
        if doc.hit(at, "titles/and") is not None and not _is_pair(doc, at, start, end):
            return at
    return None


def heads(doc: Document, start: int, end: int) -> int:
    """Return the word after the nouns of action that a member begins with."""
    at = start
    while at < end:
        hit = doc.hit(at, "proposals/head")
        if hit is None or hit.end >= end:
            break
        at = hit.end
        if at + 1 < end and doc.hit(at, "titles/and") is not None:
            following = doc.hit(at + 1, "proposals/head")
            if following is None:
                break
            at += 1
            continue
        break
    return at
