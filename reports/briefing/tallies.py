"""What the charts of a briefing count; the sums are those of its tables."""

import datetime
from collections import Counter
from typing import Literal

import msgspec

from reports.briefing.contents import LADDER, Briefing, Event, Idea
from reports.model import ProposalStatus
from reports.text.periods import period_of

#: Periods up to this many days are counted by weeks, longer ones by months.
FEW_DAYS = 62
DAY = datetime.timedelta(days=1)


class Bin(msgspec.Struct, frozen=True):
    """How many meetings were held from `since` to `until`, both days included."""

    since: datetime.date
    until: datetime.date
    count: int


def held_in_time(
    briefing: Briefing, *, by: Literal["week", "month"]
) -> tuple[Bin, ...]:
    """Return how many dated meetings were held in each week or month, without gaps.

    Weeks and months are those of the Jalali calendar; the first and the last are cut
    where the period begins and ends. A meeting that began before the period counts
    for its first day in it.
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
        first = period_of(min(days), by).since or min(days)
        last = max(days)
    bins = []
    while first <= last:
        end = period_of(first, by).until or last
        until = min(end, last) if briefing.until else end
        bins.append(Bin(first, until, sum(first <= day <= until for day in days)))
        first = until + DAY
    return tuple(bins)


def time_step(briefing: Briefing) -> Literal["week", "month"]:
    """Return by what the meetings of a briefing are counted: weeks in a short one."""
    if briefing.since is None or briefing.until is None:
        return "month"
    return "week" if briefing.until - briefing.since < FEW_DAYS * DAY else "month"


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
