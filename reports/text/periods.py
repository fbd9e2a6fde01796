"""The periods that briefings cover, in the Jalali calendar.

A period is known by its code: `1404-09` (month), `1404-q3` (quarter), `1404-h2`
(half), `1404` (year), `1404-w38` (week), `all`, or two Gregorian days,
`2025-11-22--2025-12-13`. Weeks run from Saturday to Friday, and week 1 is the one that
holds 1 Farvardin: a week that straddles two years belongs to the later one, so the
weeks of all years follow each other without gap or overlap.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from reports.errors import SettingsError
from reports.text.calendars import JALALI_YEARS, day_of, jalali, months, week
from reports.text.dates import NAMES, day_fa, month_fa
from reports.text.digits import fa
from reports.text.fold import fold

Kind = Literal["month", "quarter", "half", "year", "week", "span", "all"]
#: The kinds that a single day belongs to.
DayKind = Literal["month", "quarter", "half", "year", "week"]

#: How many months a period of each kind has.
MONTHS: Mapping[Kind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAY = datetime.timedelta(days=1)

_CODE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?:(?P<month>[0-9]{1,2})|q(?P<quarter>[0-9])|h(?P<half>[0-9])"
    r"|w(?P<week>[0-9]{1,2})))?"
)
_SPAN = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})--([0-9]{4}-[0-9]{2}-[0-9]{2})")
_HINT = (
    "write 1404-09 (month), 1404-q3 (quarter), 1404-h2 (half), 1404 (year), "
    "1404-w38 (week) or all"
)


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of days with a code; both ends are included.

    `year` is Jalali, and `number` counts the month, quarter, half or week in it. Only
    `all` has no ends.
    """

    kind: Kind
    name: str
    since: datetime.date | None
    until: datetime.date | None
    year: int | None = None
    number: int | None = None

    def holds(self, day: datetime.date) -> bool:
        """Tell whether `day` is in the period."""
        if self.since is None or self.until is None:
            return True
        return self.since <= day <= self.until

    def previous(self) -> "Period | None":
        """Return the period of the same kind just before; before `all` is nothing."""
        if self.kind == "all" or self.since is None or self.until is None:
            return None
        last = self.since - DAY
        if self.kind == "span":
            return span(last - (self.until - self.since), last)
        return period_of(last, self.kind)


ALL = Period(kind="all", name="all", since=None, until=None)


def read_period(code: str) -> Period:
    """Return the period that `code` names, or raise `SettingsError` with a hint."""
    plain = fold(code).text.strip().lower()
    if plain == "all":
        return ALL
    days = _SPAN.fullmatch(plain)
    if days:
        return _read_span(code, days[1], days[2])
    match = _CODE.fullmatch(plain)
    if match is None:
        raise _refused(code, "this is not the code of a period")
    year = int(match["year"])
    if year not in JALALI_YEARS:
        raise _refused(code, f"{year} is no year of the Jalali calendar we know")
    if match["week"]:
        return _week(code, year, int(match["week"]))
    for kind in ("month", "quarter", "half"):
        if match[kind]:
            number = int(match[kind])
            if not 1 <= number <= 12 // MONTHS[kind]:
                raise _refused(code, f"a year has no {kind} {number}")
            return _months(kind, year, number)
    return _months("year", year, 1)


def span(since: datetime.date, until: datetime.date) -> Period:
    """Return the period between two days that somebody chose, both included."""
    if until < since:
        raise SettingsError(
            "period",
            f"it ends on {until}, before it begins on {since}",
            hint="give the earlier day first",
        )
    return Period(kind="span", name=f"{since}--{until}", since=since, until=until)


def period_of(day: datetime.date, kind: DayKind) -> Period:
    """Return the month, quarter, half, year or week that holds `day`."""
    year, month, _ = jalali(day)
    if kind != "week":
        return _months(kind, year, (month - 1) // MONTHS[kind] + 1)
    if day >= _first_saturday(year + 1):
        year += 1
    return _week_of(year, (day - _first_saturday(year)).days // 7 + 1)


def period_fa(period: Period) -> str:
    """Return what `period` is called in Persian."""
    if period.kind == "span" and period.since and period.until:
        ends = {"since": day_fa(period.since), "until": day_fa(period.until)}
        return str(NAMES["span"].format(**ends))
    number = period.number or 1
    parts: Mapping[str, Callable[[int], str]] = {
        "month": month_fa,
        "quarter": _order_fa,
        "half": _order_fa,
    }
    word = parts[period.kind](number) if period.kind in parts else ""
    return str(
        NAMES[period.kind].format(
            year=fa(str(period.year)), number=fa(number), month=word, order=word
        )
    )


def _order_fa(number: int) -> str:
    """Return first, second, third or fourth."""
    return str(NAMES["orders"][number - 1])


def _months(kind: Kind, year: int, number: int) -> Period:
    """Return the `number`th period of `kind` in `year`."""
    length = MONTHS[kind]
    ends = months("jalali", year, (number - 1) * length + 1, number * length)
    if ends is None:
        raise _refused(str(year), f"{year} is no year of the Jalali calendar we know")
    letter = {"month": "", "quarter": "q", "half": "h", "year": ""}[kind]
    code = {"month": f"-{number:02}", "year": ""}.get(kind, f"-{letter}{number}")
    since, until = ends
    return Period(
        kind=kind,
        name=f"{year}{code}",
        since=since,
        until=until,
        year=year,
        number=None if kind == "year" else number,
    )


def _first_saturday(year: int) -> datetime.date:
    """Return the first day of week 1 of `year`."""
    new_year = day_of("jalali", year, 1, 1)
    if new_year is None:
        raise _refused(str(year), f"{year} is no year of the Jalali calendar we know")
    return week(new_year)[0]


def _week(code: str, year: int, number: int) -> Period:
    """Return a week of `year`, if the year has that many."""
    count = (_first_saturday(year + 1) - _first_saturday(year)).days // 7
    if not 1 <= number <= count:
        raise _refused(code, f"{year} has the weeks 1 to {count}")
    return _week_of(year, number)


def _week_of(year: int, number: int) -> Period:
    """Return the `number`th week of `year`."""
    since = _first_saturday(year) + 7 * (number - 1) * DAY
    return Period(
        kind="week",
        name=f"{year}-w{number:02}",
        since=since,
        until=since + 6 * DAY,
        year=year,
        number=number,
    )


def _read_span(code: str, since: str, until: str) -> Period:
    """Return the period between two Gregorian days in digits."""
    try:
        ends = datetime.date.fromisoformat(since), datetime.date.fromisoformat(until)
    except ValueError as problem:
        raise _refused(code, str(problem)) from problem
    return span(*ends)


def _refused(code: str, why: str) -> SettingsError:
    """Return the error for a code that names no period."""
    return SettingsError(f"period {code!r}", why, hint=_HINT)
