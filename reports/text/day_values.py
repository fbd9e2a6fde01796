"""Work out which days a day phrase names."""

import datetime
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import msgspec

from reports.text.calendars import (
    GREGORIAN_YEARS,
    JALALI_YEARS,
    Calendar,
    Range,
    day_of,
    jalali,
    months,
    week,
    weekday,
    year_in,
)
from reports.text.day_phrases import DayPhrase, Precision, Reader, Source, Tense
from reports.text.day_words import COUNTED, NAMED_AFTER, VERBS, YEAR_IN_WORDS, Lexeme
from reports.text.grammar import plain

#: A day without a year is given one only if it is no more days before the page than
#: the first, or after it than the second; farther off, it may be of either year.
NEAR = 150
SOON = 60
#: The same, where the verb says on which side of the page the day is.
FAR = 300
DAY = datetime.timedelta(days=1)


class _Year(msgspec.Struct, frozen=True):
    """What a phrase says of its year: a number, an offset to the page's, or nothing."""

    value: int | None = None
    offset: int | None = None
    era: str = ""


class _Day(msgspec.Struct, frozen=True):
    """One day as worked out, and from what."""

    day: datetime.date | None
    source: Source | None
    calendar: Calendar
    conflict: bool = False


def day_phrase(
    text: str,
    words: Sequence[Lexeme],
    shape: str,
    *,
    page: datetime.date | None,
    tense: Tense | None,
) -> DayPhrase | None:
    """Return the phrase that `words` make, or `None` if they name something else."""
    reader = Reader(text, words, page, tense)
    return {
        "dated": _dated,
        "relative": _relative,
        "weekday": _weekday,
        "fiscal": _fiscal,
        "month": _month,
        "season": _season,
        "span": _span,
        "vague": _vague,
    }[shape](reader)


def _dated(reader: Reader) -> DayPhrase | None:
    """Read a day of a month, a date in digits, or a stretch between two."""
    number = reader.first("N")
    if number:
        return _finished(reader, [_digits(reader, number)])
    days, names = reader.tagged("D"), reader.tagged("M")
    if not names:
        return _day_of_month_span(reader)
    before = reader.before(days[0])
    if before in NAMED_AFTER:
        return None
    if days[0].note and before in COUNTED:
        kept = [word for word in reader.words if word.start >= names[0].start]
        return _month(msgspec.structs.replace(reader, words=kept))
    written = [plain(reader.text[name.start : name.end]) for name in names]
    if VERBS & set(written) and not reader.first("Y"):
        return None
    year = _year(reader.words)
    if len(names) == 2:
        middle = reader.words.index(names[1]) - 1
        own = _year(reader.words[:middle])
        ends = [
            _day(reader, names[0], days[0].value, own if own != _Year() else year),
            _day(reader, names[1], days[-1].value, year),
        ]
        return _finished(reader, ends)
    values = [day.value for day in days]
    steps = {b - a for a, b in pairwise(values)}
    through = reader.first("t") is not None and len(values) == 2
    if len(values) > 1 and not (through or steps == {1}):
        return reader.phrase(None, None, "range", calendar=_calendar(names[0]))
    ends = [
        _day(reader, names[0], value, year)
        for value in dict.fromkeys((values[0], values[-1]))
    ]
    return _finished(reader, ends)


def _day_of_month_span(reader: Reader) -> DayPhrase:
    """Read a day of this, the last or the next month."""
    span, day = reader.first("L"), reader.first("D")
    if span is None or day is None or reader.page is None:
        return reader.phrase(None, None, "day", calendar="jalali")
    year, month = _month_from(reader.page, span.value)
    found = _Day(day_of("jalali", year, month, day.value), "page_date", "jalali")
    return _finished(reader, [found])


def _month_from(page: datetime.date, offset: int) -> tuple[int, int]:
    """Return year and month of the Jalali month `offset` months from the page's."""
    year, month, _ = jalali(page)
    count = year * 12 + month - 1 + offset
    return count // 12, count % 12 + 1


def _finished(reader: Reader, ends: Sequence[_Day]) -> DayPhrase:
    """Return a phrase of one day or two ends, checked against today and weekday."""
    known = [end.day for end in ends]
    whole = None not in known and known == sorted(day for day in known if day)
    since, until = (known[0], known[-1]) if whole and not _eve(reader) else (None, None)
    conflict = any(end.conflict for end in ends)
    said, today = reader.first("W"), reader.first("R")
    if since and said and said.value not in {weekday(since), weekday(until or since)}:
        conflict = True
        if ends[0].source != "explicit":
            since = until = None
    if since and today and reader.page and reader.page + today.value * DAY != since:
        conflict = True
    return reader.phrase(
        since,
        until,
        "day" if len(ends) == 1 else "range",
        calendar=ends[0].calendar,
        source=ends[0].source,
        conflict=conflict,
    )


def _digits(reader: Reader, word: Lexeme) -> _Day:
    """Read a date in digits, the year in front or behind."""
    written = reader.text[word.start : word.end]
    for mark in "/-.":
        written = written.replace(mark, " ")
    parts = [int(part) for part in written.split()]
    behind = parts[2] > 31
    if behind:
        parts.reverse()
    year, month, day = parts
    calendar: Calendar = "gregorian" if year in GREGORIAN_YEARS else "jalali"
    unclear = behind and calendar == "gregorian" and month != day and day <= 12
    found = None if unclear else day_of(calendar, year, month, day)
    return _Day(found, "explicit", calendar)


def _calendar(name: Lexeme) -> Calendar:
    """Return the calendar of the name of a month."""
    return cast("Calendar", name.note)


def _year(words: Sequence[Lexeme]) -> _Year:
    """Return what `words` say of the year."""
    eras = [word.note or "solar" for word in words if word.tag == "e"]
    era = "lunar" if any(word.tag == "q" for word in words) else "".join(eras[-1:])
    for word in reversed(words):
        if word.tag == "Y":
            return _Year(value=word.value, era=era)
        if word.tag == "u":
            return _Year(value=word.value + (1300 if word.value >= 50 else 1400))
        if word.tag in "ZC":
            return _Year(offset=word.value, era=era)
    return _Year()


def _fixed_year(reader: Reader, calendar: Calendar, year: _Year) -> int | None:
    """Return the year, if the words fix it and it belongs to `calendar`."""
    gregorian = calendar == "gregorian"
    if year.era and gregorian != (year.era == "gregorian"):
        return None
    if year.era == "lunar":
        return None
    if year.value is not None:
        known = GREGORIAN_YEARS if gregorian else JALALI_YEARS
        return year.value if year.value in known else None
    if year.offset is None or reader.page is None:
        return None
    return year_in(calendar, reader.page) + year.offset


def _day(reader: Reader, name: Lexeme, value: int, year: _Year) -> _Day:
    """Return the day `value` of the month `name`."""
    calendar = _calendar(name)
    if year != _Year():
        source: Source = "explicit" if year.value is not None else "page_date"
        fixed = _fixed_year(reader, calendar, year)
        day = day_of(calendar, fixed, name.value, value) if fixed else None
        mixed = fixed is None and year.value is not None
        return _Day(day, source, calendar, mixed)
    if reader.page is None or YEAR_IN_WORDS.match(reader.text, reader.words[-1].end):
        return _Day(None, None, calendar)
    about = year_in(calendar, reader.page)
    candidates = [
        (day, day)
        for near in (about - 1, about, about + 1)
        if (day := day_of(calendar, near, name.value, value))
    ]
    chosen = _nearest(candidates, reader.page, reader.tense)
    return _Day(chosen[0] if chosen else None, "page_date", calendar)


def _nearest(
    candidates: Sequence[Range], page: datetime.date, tense: Tense | None
) -> Range | None:
    """Return the candidate that a reader of the page must think of, if there is one."""
    back = 0 if tense == "future" else FAR if tense else NEAR
    ahead = 0 if tense == "past" else FAR if tense else SOON
    near = [
        found
        for found in candidates
        if (page - found[1]).days <= back and (found[0] - page).days <= ahead
    ]
    return min(near, key=lambda found: _distance(found, page), default=None)


def _distance(found: Range, page: datetime.date) -> int:
    """Return how many days a stretch of days is from `page`."""
    since, until = found
    if since <= page <= until:
        return 0
    return min(abs((since - page).days), abs((until - page).days))


def _relative(reader: Reader) -> DayPhrase | None:
    """Read today, yesterday, last night, with or without the weekday."""
    word, said = reader.first("R"), reader.first("W")
    if word is None or reader.page is None:
        return reader.phrase(None, None, "day")
    day = reader.page + word.value * DAY
    if said and said.value != weekday(day):
        return reader.phrase(None, None, "day", conflict=True)
    return reader.phrase(day, day, "day", source="page_date")


def _eve(reader: Reader) -> bool:
    """Tell whether `night` leads: the night of Friday is Thursday's, or Friday's."""
    word = reader.words[0]
    return word.tag == "P" and word.note == "night" and word.end - word.start == 2


def _weekday(reader: Reader) -> DayPhrase | None:
    """Read a weekday: the last one before the page, unless the words look ahead."""
    said = [word.value for word in reader.tagged("W")]
    precision: Precision = "range" if len(said) > 1 else "day"
    # "Saturday to Wednesday" is a habit more often than a date.
    apart = any(b - a != 1 for a, b in pairwise(said)) or reader.first("t")
    if reader.page is None or apart or _eve(reader):
        return reader.phrase(None, None, precision)
    back = (weekday(reader.page) - said[-1]) % 7
    of_week = reader.first("K")
    if of_week:
        start = week(reader.page)[0] + 7 * of_week.value * DAY
        day = start + said[-1] * DAY
    elif reader.first("B"):
        day = reader.page + (7 - back) * DAY
    elif reader.first("A"):
        day = reader.page - (back or 7) * DAY
    elif reader.tense == "future":
        day = reader.page + (-back % 7) * DAY
    else:
        day = reader.page - back * DAY
    first = day - (len(said) - 1) * DAY
    return reader.phrase(first, day, precision, source="weekday")


def _fiscal(reader: Reader) -> DayPhrase | None:
    """Read the first so many months, a quarter or a half of a year."""
    word, year = reader.words[0], _year(reader.words)
    order = int(word.note)
    fixed = _fixed_year(reader, "jalali", year)
    last = word.value * order
    if not fixed or last > 12 or (order > 1 and word.value not in {3, 6}):
        return reader.phrase(None, None, "range")
    source: Source = "explicit" if year.value is not None else "page_date"
    found = months("jalali", fixed, last - word.value + 1, last)
    return reader.spread(found, "range", calendar="jalali", source=source)


def _month(reader: Reader) -> DayPhrase | None:
    """Read a month, with or without its year."""
    name = reader.first("M")
    if name is None or reader.before(reader.words[0]) in NAMED_AFTER:
        return None
    written = plain(reader.text[name.start : name.end])
    led = reader.words[0].tag == "m"
    if not (name.sure or reader.first("Y") or led) and (
        written in VERBS or not reader.first("ZAB")
    ):
        return None
    calendar, year = _calendar(name), _year(reader.words)
    last = reader.tagged("M")[-1]
    if last is not name and (year == _Year() or last.note != name.note):
        return reader.phrase(None, None, "month", calendar=calendar)
    if year != _Year():
        fixed = _fixed_year(reader, calendar, year)
        found = None
        if fixed is not None and name.value <= last.value:
            found = months(calendar, fixed, name.value, last.value)
        source: Source = "explicit" if year.value is not None else "page_date"
        return reader.spread(found, "month", calendar=calendar, source=source)
    found = _by_page(reader, calendar, name.value, name.value)
    return reader.spread(found, "month", calendar=calendar, source="page_date")


def _by_page(reader: Reader, calendar: Calendar, first: int, last: int) -> Range | None:
    """Return the months `first` to `last` that are meant on the day of the page."""
    page = reader.page
    if page is None:
        return None
    about = year_in(calendar, page)
    years = (about - 1, about, about + 1)
    candidates = [r for year in years if (r := months(calendar, year, first, last))]
    if reader.first("A"):
        candidates = [found for found in candidates if found[1] < page]
        return candidates[-1] if candidates else None
    if reader.first("B"):
        candidates = [found for found in candidates if found[0] > page]
        return candidates[0] if candidates else None
    return _nearest(candidates, page, reader.tense)


def _season(reader: Reader) -> DayPhrase | None:
    """Read a season; without a year it stays open, and spring alone may be a name."""
    word, year = reader.words[0], _year(reader.words)
    first, last = 3 * word.value - 2, 3 * word.value
    if reader.first("AB"):
        found = _by_page(reader, "jalali", first, last)
        return reader.spread(found, "season", calendar="jalali", source="page_date")
    if year == _Year():
        return reader.phrase(None, None, "season") if word.value > 1 else None
    fixed = _fixed_year(reader, "jalali", year)
    found = months("jalali", fixed, first, last) if fixed else None
    source: Source = "explicit" if year.value is not None else "page_date"
    return reader.spread(found, "season", calendar="jalali", source=source)


def _span(reader: Reader) -> DayPhrase | None:
    """Read a year, or this, the last or the next year, month or week."""
    word = reader.words[0]
    page = reader.page
    if word.tag in "yZ":
        year = _year(reader.words)
        gregorian = year.era == "gregorian" or (
            year.value is not None and year.value in GREGORIAN_YEARS
        )
        calendar: Calendar = "gregorian" if gregorian else "jalali"
        fixed = _fixed_year(reader, calendar, year)
        found = months(calendar, fixed, 1, 12) if fixed else None
        source: Source = "explicit" if year.value is not None else "page_date"
        return reader.spread(found, "year", calendar=calendar, source=source)
    if page is None:
        return reader.phrase(None, None, "month" if word.tag == "L" else "relative")
    if word.tag == "K":
        found = week(page + 7 * word.value * DAY)
        return reader.spread(found, "relative", source="page_date")
    year_then, month = _month_from(page, word.value)
    found = months("jalali", year_then, month, month)
    return reader.spread(found, "month", calendar="jalali", source="page_date")


def _vague(reader: Reader) -> DayPhrase | None:
    """Keep the words of some days that nobody can name."""
    return reader.phrase(None, None, "relative")
