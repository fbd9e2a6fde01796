"""The day of an encounter, from the day phrase that stands in its sentence."""

import datetime

import msgspec

from reports.extract.document import Document
from reports.extract.forms import COLON
from reports.extract.words import Sentence
from reports.text import days

LONGEST_REACH = 40


class Day(msgspec.Struct, frozen=True):
    """A day phrase: its words in the folded text, and the day or days it proves."""

    start: int
    end: int
    value: datetime.date | None
    until: datetime.date | None


def day_near(
    doc: Document, sentence: Sentence, cue: tuple[int, int], *, status: str
) -> Day | None:
    """Return the day phrase that dates the encounter at the words of `cue`.

    The day of a report is not the day of what it reports: a phrase behind the colon,
    or one that belongs to "told reporters", is not taken.
    """
    end = sentence.end
    if doc.words[cue[0] - 1] != COLON:
        end = next(
            (at for at in range(cue[1], sentence.end) if doc.words[at] == COLON),
            sentence.end,
        )
    first, last = doc.folded_range(sentence.body, end)
    text = doc.readable[first:last]
    tense = "future" if status in ("planned", "postponed") else "past"
    best: Day | None = None
    best_gap = 10**6
    for phrase in days(text, page=doc.page_date, tense=tense):  # type: ignore[arg-type]
        place = doc.word_at(first + phrase.start)
        gap = abs(place - cue[0])
        if gap > LONGEST_REACH or _belongs_to_report(doc, place, sentence):
            continue
        if gap < best_gap:
            exact = (
                phrase.precision in ("day", "part_of_day", "range")
                and not phrase.conflict
            )
            best_gap = gap
            best = Day(
                first + phrase.start,
                first + phrase.end,
                phrase.since if exact else None,
                phrase.until if exact else None,
            )
    return best


def _belongs_to_report(doc: Document, at: int, sentence: Sentence) -> bool:
    """Tell whether the phrase dates what was told to reporters."""
    for place in range(at, min(sentence.end, at + 8)):
        if doc.hit(place, "speech/to_press") is not None:
            return True
    return False
