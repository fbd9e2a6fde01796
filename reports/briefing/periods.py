"""Codes of periods of the Jalali calendar, such as `1404-09`, read into days."""

import datetime
import re

import jdatetime

from reports.briefing.times import Window
from reports.errors import SettingsError

CODE = re.compile(r"(1[34]\d\d)(?:-(0[1-9]|1[0-2])|-q([1-4])|-h([12])|-w(\d\d))?")
DAY = datetime.timedelta(days=1)


def read_period(code: str) -> Window:
    """Return the days of a period: a year, half, quarter, month or week, or `all`.

    The first week is the one with the first day of the year; weeks begin on Saturday.
    """
    if code == "all":
        return Window()
    match = CODE.fullmatch(code)
    if match is None:
        raise SettingsError(
            f"period {code}",
            "no such period",
            hint="write 1404-09, 1404-q3, 1404-h2, 1404, 1404-w38 or all",
        )
    year = int(match[1])
    if match[2]:
        return _months(year, int(match[2]), count=1)
    if match[3]:
        return _months(year, 3 * int(match[3]) - 2, count=3)
    if match[4]:
        return _months(year, 6 * int(match[4]) - 5, count=6)
    if match[5]:
        start = jdatetime.date(year, 1, 1)
        saturday: datetime.date = start.togregorian() - start.weekday() * DAY
        since = saturday + (int(match[5]) - 1) * 7 * DAY
        return Window(since, since + 6 * DAY)
    return _months(year, 1, count=12)


def month_of(day: datetime.date) -> Window:
    """Return the Jalali month that a day lies in."""
    jalali = jdatetime.date.fromgregorian(date=day)
    return _months(jalali.year, jalali.month, count=1)


def _months(year: int, month: int, *, count: int) -> Window:
    after = month + count
    since: datetime.date = jdatetime.date(year, month, 1).togregorian()
    until: datetime.date = jdatetime.date(
        year + (after > 12), after - 12 if after > 12 else after, 1
    ).togregorian()
    return Window(since, until - DAY)
