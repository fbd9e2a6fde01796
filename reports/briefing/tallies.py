"""What the charts of a briefing count; the sums are those of its tables."""

import datetime
from collections import Counter
from collections.abc import Callable

import msgspec

from reports.briefing.contents import LADDER, Briefing, Event, Idea
from reports.briefing.times import Window
from reports.model import ProposalStatus

#: Periods up to this many days are counted by weeks, longer ones by months.
FEW_DAYS = 62
WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)


class Bin(msgspec.Struct, frozen=True):
    """How many meetings were held from `since` to `until`, both days included."""

    since: datetime.date
    until: datetime.date
    count: int
    by: str


def held_in_time(
    briefing: Briefing, *, month: Callable[[datetime.date], Window]
) -> tuple[Bin, ...]:
    """Return the dated meetings that were held, by week or by `month`, no gaps.

    `month` returns the first and last day of the month that a day lies in. A meeting
    that began before the period counts for its first day in it.
    """
    first, last = briefing.since, briefing.until
    days = [
        max(event.date, first) if first else event.date
        for event in events(briefing)
        if event.status == "held" and event.date
    ]
    if first is None or last is None:
        if not days:
            return ()
        first, last = min(days), max(days)
    by_week = briefing.since is not None and last - first < FEW_DAYS * DAY
    bins = []
    while first <= last:
        until = month(first).until if not by_week else first + WEEK - DAY
        until = min(until or last, last) if briefing.until else until or last
        count = sum(first <= day <= until for day in days)
        bins.append(Bin(first, until, count, "week" if by_week else "month"))
        first = until + DAY
    return tuple(bins)


def by_topic(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """Return how many proposals each topic has, the most frequent first."""
    tops = Counter(idea.topic.partition(".")[0] for idea in ideas(briefing))
    return tuple(sorted(tops.items(), key=lambda item: (-item[1], item[0])))


def by_status(briefing: Briefing) -> tuple[tuple[ProposalStatus, int], ...]:
    """Return how many proposals stand on each rung, from the lowest."""
    rungs = Counter(idea.status for idea in ideas(briefing))
    return tuple((status, rungs[status]) for status in LADDER)


def ideas(briefing: Briefing) -> tuple[Idea, ...]:
    """Return the proposals of both chapters."""
    return (*briefing.chapter.ideas, *briefing.domestic.ideas)


def events(briefing: Briefing) -> tuple[Event, ...]:
    """Return the dated events of both chapters."""
    return (*briefing.chapter.meetings, *briefing.domestic.meetings)
