"""The form of a day phrase, and of its words while it is read."""

import datetime
from collections.abc import Sequence
from typing import Literal, cast

import msgspec

from reports.text.calendars import Calendar, Range
from reports.text.day_words import Lexeme, word_before
from reports.text.grammar import plain

Precision = Literal[
    "day", "part_of_day", "range", "month", "season", "year", "relative"
]
Part = Literal["morning", "noon", "evening", "night"]
Tense = Literal["past", "future"]
Source = Literal["explicit", "page_date", "weekday"]


class DayPhrase(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a day or a stretch of days, and which, if that is certain.

    Both `since` and `until` are included. Only `day` and `part_of_day` name one day,
    and `range` a stretch told by its ends; the coarser ones bound the day. In a
    `conflict` the words contradict each other, or the day of the page.
    """

    start: int
    end: int
    text: str
    since: datetime.date | None
    until: datetime.date | None
    precision: Precision
    calendar: Calendar | None = None
    resolved_from: Literal["explicit", "page_date", "weekday"] | None = None
    part: Part | None = None
    conflict: bool = False


class Reader(msgspec.Struct, frozen=True):
    """The words of one phrase, and what is known besides."""

    text: str
    words: Sequence[Lexeme]
    page: datetime.date | None
    tense: Tense | None

    def tagged(self, tags: str) -> list[Lexeme]:
        """Return the words with one of the letters `tags`."""
        return [word for word in self.words if word.tag in tags]

    def first(self, tags: str) -> Lexeme | None:
        """Return the first word with one of the letters `tags`."""
        return next((word for word in self.words if word.tag in tags), None)

    def before(self, word: Lexeme) -> str:
        """Return the word that stands before `word`."""
        return plain(word_before(self.text, word.start))

    def phrase(
        self,
        since: datetime.date | None,
        until: datetime.date | None,
        precision: Precision,
        *,
        calendar: Calendar | None = None,
        source: Source | None = None,
        conflict: bool = False,
    ) -> DayPhrase:
        """Return the finished phrase; a day with a part becomes a part of the day."""
        start, end = self.words[0].start, self.words[-1].end
        if "(" in self.text[start:end] and self.text[end : end + 1] == ")":
            end += 1
        notes = [word.note for word in self.words if word.tag in "PRW" and word.note]
        if precision == "day" and notes:
            precision = "part_of_day"
        return DayPhrase(
            start=start,
            end=end,
            text=self.text[start:end],
            since=since,
            until=until,
            precision=precision,
            calendar=calendar,
            resolved_from=source if since else None,
            part=cast("Part", notes[0]) if notes else None,
            conflict=conflict,
        )

    def spread(
        self,
        found: Range | None,
        precision: Precision,
        *,
        calendar: Calendar | None = None,
        source: Source | None = None,
    ) -> DayPhrase:
        """Return a finished phrase for a stretch of days, or for none."""
        since, until = found or (None, None)
        return self.phrase(since, until, precision, calendar=calendar, source=source)
