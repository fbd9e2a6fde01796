"""Days as Persian readers write them."""

import datetime

from reports.text.calendars import jalali, weekday
from reports.text.digits import fa
from reports.text.grammar import grammar

NAMES = grammar("periods")


def month_fa(month: int) -> str:
    """Return the name of a Jalali month, 1 to 12."""
    name: str = NAMES["months"][month - 1]
    return name


def weekday_fa(day: datetime.date) -> str:
    """Return the name of the weekday of `day`."""
    name: str = NAMES["weekdays"][weekday(day)]
    return name


def day_fa(day: datetime.date, *, long: bool = False) -> str:
    """Return `day` in the Jalali calendar; the `long` form begins with the weekday."""
    year, month, number = jalali(day)
    form: str = NAMES["long_day" if long else "day"]
    return form.format(
        weekday=weekday_fa(day),
        day=fa(number),
        month=month_fa(month),
        year=fa(str(year)),
    )


def short_day_fa(day: datetime.date) -> str:
    """Return `day` in the Jalali calendar as digits, which sort as days do."""
    year, month, number = jalali(day)
    return fa(f"{year}/{month:02}/{number:02}")
