"""The calendar of the post: what falls due when, in Iran's time and years. Pure.

A period of a subject is decided once, and for good: it was issued, there was nothing
to tell, or its hour was missed. So it does not matter when, how often or with which
clock this is asked.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from reports.errors import SettingsError
from reports.settings import PeriodKind, Schedule, Settings, Weekday
from reports.text.calendars import jalali
from reports.text.periods import DAY, Period, period_of

#: The days of the week as `date.weekday` counts them.
_WEEKDAYS: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_HOLIDAY = re.compile(r"(?P<year>\d{4}|\*)[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})")

#: So many days without a working day among them are a mistake in the settings.
LONGEST_REST = 60

#: A day of the Jalali calendar; of every year where the year is `None`.
Holiday = tuple[int | None, int, int]


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """When work is done: the schedule and the holidays."""

    schedule: Schedule
    holidays: frozenset[Holiday] = frozenset()

    def quiet(self, day: datetime.date) -> bool:
        """Tell whether nothing is issued on a day."""
        year, month, number = jalali(day)
        return (
            _WEEKDAYS[day.weekday()] in self.schedule.quiet_days
            or (year, month, number) in self.holidays
            or (None, month, number) in self.holidays
        )

    def due(self, period: Period) -> datetime.datetime:
        """Return the moment at which a period is issued, in Greenwich time.

        Where the clock jumps over that hour, it is the moment of the jump.
        """
        if period.until is None or period.kind not in msgspec.structs.asdict(
            self.schedule.after_days
        ):
            raise ValueError(f"{period.name} is no period of a schedule")
        wait: int = getattr(self.schedule.after_days, period.kind)
        day = period.until + wait * DAY
        for _ in range(LONGEST_REST):
            if not self.quiet(day):
                break
            day += DAY
        else:
            raise SettingsError(
                "holidays",
                f"there is no working day from {day - LONGEST_REST * DAY} to {day}",
                hint="look through [schedule] and the file of holidays",
            )
        hour = datetime.time(self.schedule.hour)
        there = datetime.datetime.combine(day, hour, tzinfo=self.schedule.zone)
        return there.astimezone(datetime.UTC)


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A period of a subject, or of a pattern of subjects, and when it falls due."""

    subject: str
    period: Period
    due: datetime.datetime


def watched(settings: Settings) -> tuple[tuple[str, PeriodKind], ...]:
    """Return which subjects and patterns are issued for which kinds of period."""
    found = {
        (subject, kind)
        for plan in settings.briefing
        for subject in plan.subjects
        for kind in plan.periods
    }
    return tuple(sorted(found))


def owed(
    calendar: Calendar,
    begun: Mapping[tuple[str, PeriodKind], datetime.datetime],
    *,
    at: datetime.datetime,
    settled: Collection[tuple[str, str]],
) -> tuple[Owed, ...]:
    """Return what has fallen due by `at` and is not settled, the oldest first.

    `begun` tells since when the schedule owes a subject a kind of period; what fell
    due before that is not owed. `settled` are subjects with names of periods.
    """
    found = [
        Owed(subject=subject, period=period, due=due)
        for (subject, kind), since in begun.items()
        for period, due in _fallen(calendar, kind, since, at)
        if (subject, period.name) not in settled
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.period.name, one.subject)))


def sorted_out(
    calendar: Calendar, things: Iterable[Owed], *, at: datetime.datetime
) -> tuple[tuple[Owed, ...], tuple[Owed, ...]]:
    """Return what is issued now, and what was missed, as the policy has it."""
    schedule = calendar.schedule
    known = tuple(things)
    if schedule.misfire == "catch-up":
        return known, ()
    if schedule.misfire == "skip":
        grace = datetime.timedelta(hours=schedule.grace_hours)
        kept = {one for one in known if at - one.due <= grace}
    else:
        kept = set({(one.subject, one.period.kind): one for one in known}.values())
    return (
        tuple(one for one in known if one in kept),
        tuple(one for one in known if one not in kept),
    )


def coming(
    calendar: Calendar, subject: str, kind: PeriodKind, *, at: datetime.datetime
) -> Owed:
    """Return the next period of a subject to fall due after `at`."""
    period = period_of(_local(calendar, at) - _reach(calendar), kind)
    while calendar.due(period) <= at:
        period = _next(period, kind)
    return Owed(subject=subject, period=period, due=calendar.due(period))


def read_holidays(path: Path | None) -> frozenset[Holiday]:
    """Return the holidays in a file: a Jalali day to a line, `*` for every year."""
    if path is None:
        return frozenset()
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(
            str(path), f"it cannot be read: {problem}", hint="save it as UTF-8"
        ) from problem
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].strip()
        if not words:
            continue
        match = _HOLIDAY.fullmatch(words)
        month, day = (int(match["month"]), int(match["day"])) if match else (0, 0)
        if match is None or not (1 <= month <= 12 and 1 <= day <= 31):
            raise SettingsError(
                f"{path}:{number}",
                f"this is no Jalali day: {words}",
                hint="write 1404-01-13, or *-01-13 for every year",
            )
        year = None if match["year"] == "*" else int(match["year"])
        found.add((year, month, day))
    return frozenset(found)


def _fallen(
    calendar: Calendar,
    kind: PeriodKind,
    since: datetime.datetime,
    at: datetime.datetime,
) -> Iterator[tuple[Period, datetime.datetime]]:
    """Yield the periods that fell due from `since` to `at`, and when."""
    period = period_of(_local(calendar, since) - _reach(calendar), kind)
    while period.until is not None and period.until <= _local(calendar, at):
        due = calendar.due(period)
        if since <= due <= at:
            yield period, due
        period = _next(period, kind)


def _reach(calendar: Calendar) -> datetime.timedelta:
    """Return how long after its end a period may fall due at most."""
    waits: tuple[int, ...] = msgspec.structs.astuple(calendar.schedule.after_days)
    return (max(waits) + LONGEST_REST) * DAY


def _local(calendar: Calendar, moment: datetime.datetime) -> datetime.date:
    """Return the day that it is in the zone of the schedule."""
    return moment.astimezone(calendar.schedule.zone).date()


def _next(period: Period, kind: PeriodKind) -> Period:
    """Return the period that follows."""
    if period.until is None:
        raise ValueError("nothing follows on everything")
    return period_of(period.until + DAY, kind)
