"""When two tellings may be of one day.

A day that the text tells is compared as it is. A telling without one is compared by
its page day, which is never its date: news of a meeting comes on the same day or soon
after, an announcement before it, a recollection up to a month later.
"""

import datetime

import msgspec

from reports.chronicle import EventTold

Day = datetime.date

#: Outlets that name the day of one meeting differ by this much at most.
APART = 2
#: A page may be dated a day before the event it tells of (clocks, and "tomorrow").
EARLY = 1
#: News of a meeting comes within so many days.
LATE = 4
#: Two pages without the day of the event lie at most so far apart.
PAGES = 3
#: "In the coming days" is at most so long.
COMING = 21
#: Two announcements of one meeting lie at most so far apart.
NOTICES = 14
#: A meeting is recalled for so long.
RECALLED = 30

#: A journey is told of, and its meetings, within so many days.
JOURNEY = 5

TRIP = "delegation_visit"
#: What has not taken place when the page is written.
AHEAD = frozenset({"planned", "cancelled", "postponed", "denied"})


class Gap(msgspec.Struct, frozen=True):
    """How far apart two tellings are, and whether both name the day."""

    days: int
    known: bool


def is_ahead(told: EventTold) -> bool:
    """Tell whether the page speaks of something to come, or of what came to nothing."""
    return told.status in AHEAD


def dated(told: EventTold) -> tuple[Day, Day] | None:
    """Return the first and last day of the event, where the text tells them.

    What was put off has no day any more.
    """
    if told.date is None or told.status == "postponed":
        return None
    return told.date, max(told.date, told.date_end or told.date)


def reach(told: EventTold, day: Day | None) -> tuple[Day, Day] | None:
    """Return the days in which tellings of the same event are looked for."""
    known = dated(told)
    if told.kind == TRIP and day is not None:
        first, last = known or (day, day)
        return _moved(first, -JOURNEY), _moved(last, JOURNEY)
    if known is not None:
        return _moved(known[0], -EARLY), _moved(known[1], APART)
    if day is None:
        return None
    if is_ahead(told):
        return _moved(day, -EARLY), _moved(day, COMING)
    if told.status == "background":
        return _moved(day, -RECALLED), _moved(day, EARLY)
    return _moved(day, -PAGES), _moved(day, EARLY)


def _moved(day: Day, by: int) -> Day:
    """Return the day `by` days later, or the calendar's edge."""
    number = min(max(day.toordinal() + by, 1), Day.max.toordinal())
    return Day.fromordinal(number)


def gap(
    one: EventTold, one_day: Day | None, two: EventTold, two_day: Day | None
) -> Gap | None:
    """Return how far apart two tellings are, or `None` if that is too far.

    Two pages without any day may be of one event; only what they say can tell.
    """
    first, second = dated(one), dated(two)
    if first is not None and second is not None:
        days = max(0, (max(first[0], second[0]) - min(first[1], second[1])).days)
        return Gap(days, known=True) if days <= APART else None
    if first is None and second is not None:
        return gap(two, two_day, one, one_day)
    if first is not None:
        return _behind(first, two, two_day)
    if one_day is None or two_day is None:
        return Gap(0, known=False) if one_day is two_day else None
    return _pages(one, one_day, two, two_day)


def may_be_moved(one: EventTold, two: EventTold) -> bool:
    """Tell whether a meeting announced for one day may be that held some days later.

    Only a telling that it was put off can say so; until then they are two.
    """
    ahead, past = (one, two) if is_ahead(one) else (two, one)
    if not is_ahead(ahead) or is_ahead(past) or not (ahead.date and past.date):
        return False
    return APART < (past.date - ahead.date).days <= COMING


def _behind(known: tuple[Day, Day], told: EventTold, page: Day | None) -> Gap | None:
    """Return how far the page of an undated telling is from a known day."""
    if page is None:
        return None
    after = (page - known[1]).days
    if is_ahead(told):
        lead = (known[0] - page).days
        return Gap(0, known=False) if -EARLY <= lead <= COMING else None
    late = RECALLED if told.status == "background" else LATE
    if page >= known[0]:
        after = max(0, after)
    return Gap(max(0, after), known=False) if -EARLY <= after <= late else None


def _pages(one: EventTold, one_day: Day, two: EventTold, two_day: Day) -> Gap | None:
    """Return how far apart two pages are that do not tell the day of the event."""
    days = (two_day - one_day).days
    if is_ahead(one) and is_ahead(two):
        return Gap(abs(days), known=False) if abs(days) <= NOTICES else None
    if is_ahead(two):
        return _pages(two, two_day, one, one_day)
    if is_ahead(one):
        return Gap(0, known=False) if -EARLY <= days <= COMING else None
    recalled = [told.status == "background" for told in (one, two)]
    if all(recalled):
        return Gap(abs(days), known=False) if abs(days) <= NOTICES else None
    if any(recalled):
        later = days if recalled[1] else -days
        return Gap(0, known=False) if 0 <= later <= RECALLED else None
    return Gap(abs(days), known=False) if abs(days) <= PAGES else None


def quarter(day: Day | None) -> int | None:
    """Return the number of the quarter of a year that `day` is in, counted from 0."""
    return None if day is None else day.year * 4 + (day.month - 1) // 3
