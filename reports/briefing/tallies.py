"""What the charts of a briefing count; the sums are those of its tables."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from reports.briefing.contents import LADDER, Event, Idea
from reports.briefing.whole import Briefing
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
    first = briefing.since
    days = [
        max(event.date, first) if first else event.date
        for event in events(briefing)
        if event.status == "held" and event.date
    ]
    return _bins(days, since=briefing.since, until=briefing.until, by=by)


def held_before(briefing: Briefing, *, by: Literal["week", "month"]) -> tuple[Bin, ...]:
    """Return the same of the period before; empty where there is none."""
    before = briefing.before
    if before is None:
        return ()
    return _bins(before.held, since=before.since, until=before.until, by=by)


def _bins(
    days: Sequence[datetime.date],
    *,
    since: datetime.date | None,
    until: datetime.date | None,
    by: Literal["week", "month"],
) -> tuple[Bin, ...]:
    """Return `days` counted by weeks or months of a period, or of their own span."""
    first, last = since, until
    if first is None or last is None:
        if not days:
            return ()
        first = period_of(min(days), by).since or min(days)
        last = max(days)
    bins = []
    while first <= last:
        end = period_of(first, by).until or last
        stop = min(end, last) if until else end
        bins.append(Bin(first, stop, sum(first <= day <= stop for day in days)))
        first = stop + DAY
    return tuple(bins)


def time_step(briefing: Briefing) -> Literal["week", "month"]:
    """Return by what the meetings of a briefing are counted: weeks in a short one."""
    if briefing.since is None or briefing.until is None:
        return "month"
    return "week" if briefing.until - briefing.since < FEW_DAYS * DAY else "month"


def by_topic(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """Return how many proposals each topic has, the most frequent first."""
    return _ranked(_top(idea) for idea in briefing.ideas)


def by_status(briefing: Briefing) -> tuple[tuple[ProposalStatus, int], ...]:
    """Return how many proposals stand on each rung, from the lowest."""
    rungs = Counter(idea.status for idea in briefing.ideas)
    return tuple((status, rungs[status]) for status in LADDER)


def by_topic_and_partner(briefing: Briefing) -> tuple[tuple[str, str, int], ...]:
    """Return how many proposals each topic has with each partner, by their codes.

    The partners of a province and of the country are states, those of a relation are
    provinces.
    """
    pairs = Counter(
        (_top(idea), code)
        for idea in briefing.ideas
        for code in (
            idea.provinces if briefing.subject.kind == "relation" else idea.countries
        )
    )
    return tuple(
        (topic, code, number) for (topic, code), number in sorted(pairs.items())
    )


def by_topic_in_time(
    briefing: Briefing, *, by: Literal["week", "month"]
) -> tuple[tuple[str, tuple[Bin, ...]], ...]:
    """Return when the proposals of each topic were first told, by weeks or months."""
    if briefing.first is None or briefing.last is None:
        return ()
    since = briefing.since or period_of(briefing.first, by).since
    until = briefing.until or briefing.last
    found = []
    for topic, _ in by_topic(briefing):
        days = [
            max(idea.first, since) if since else idea.first
            for idea in briefing.ideas
            if _top(idea) == topic and idea.first
        ]
        found.append((topic, _bins(days, since=since, until=until, by=by)))
    return tuple(found)


def by_place(briefing: Briefing) -> tuple[tuple[str, int], ...]:
    """Return how many meetings were held with each province and each partner."""
    return _ranked(
        code
        for event in briefing.events
        if event.status == "held"
        for code in (*event.provinces, *event.countries)
    )


def events(briefing: Briefing) -> tuple[Event, ...]:
    """Return the dated events of both chapters."""
    return (*briefing.chapter.meetings, *briefing.domestic.meetings)


def _top(idea: Idea) -> str:
    """Return the topic of a proposal without its subtopic."""
    return idea.topic.partition(".")[0]


def _ranked(codes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Return how often each code stands in `codes`, the most frequent first."""
    return tuple(sorted(Counter(codes).items(), key=lambda item: (-item[1], item[0])))
