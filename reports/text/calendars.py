"""The two calendars: Gregorian inside, Jalali at the doors."""

import calendar as gregorian_calendar
import datetime
from typing import Literal

import jdatetime

#: The Afghan solar calendar has the Jalali months under the names of the zodiac.
Calendar = Literal["jalali", "gregorian", "afghan"]
Range = tuple[datetime.date, datetime.date]

JALALI_YEARS = range(1200, 1600)
GREGORIAN_YEARS = range(1800, 2200)


def jalali(day: datetime.date) -> tuple[int, int, int]:
    """Return year, month and day of `day` in the Jalali calendar."""
    there = jdatetime.date.fromgregorian(date=day)
    return there.year, there.month, there.day


def day_of(calendar: Calendar, year: int, month: int, day: int) -> datetime.date | None:
    """Return the Gregorian day, or `None` if the calendar has no such day."""
    known = GREGORIAN_YEARS if calendar == "gregorian" else JALALI_YEARS
    if year not in known:
        return None
    try:
        if calendar == "gregorian":
            return datetime.date(year, month, day)
        found: datetime.date = jdatetime.date(year, month, day).togregorian()
    except ValueError:
        return None
    return found


def year_in(calendar: Calendar, day: datetime.date) -> int:
    """Return the year of `day` in `calendar`."""
    return day.year if calendar == "gregorian" else jalali(day)[0]


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """Return how many days a month has; Esfand has thirty in a leap year."""
    if calendar == "gregorian":
        return gregorian_calendar.monthrange(year, month)[1]
    if month <= 6:
        return 31
    return 30 if month < 12 or jdatetime.date(year, 1, 1).isleap() else 29


def months(calendar: Calendar, year: int, first: int, last: int) -> Range | None:
    """Return the days from month `first` to month `last` of `year`, both included."""
    since = day_of(calendar, year, first, 1)
    if since is None:
        return None
    until = day_of(calendar, year, last, month_length(calendar, year, last))
    return None if until is None else (since, until)


def week(day: datetime.date) -> Range:
    """Return the week of `day`, from Saturday to Friday."""
    since = day - datetime.timedelta(days=weekday(day))
    return since, since + datetime.timedelta(days=6)


def weekday(day: datetime.date) -> int:
    """Return how many days after Saturday `day` is."""
    return (day.weekday() + 2) % 7
