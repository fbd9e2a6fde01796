"""The charts of a briefing, drawn from what its tables count."""

from collections.abc import Sequence

from reports import charts
from reports.briefing import Briefing
from reports.briefing.tallies import by_status, by_topic, held_in_time, time_step
from reports.model import Chart
from reports.render import days_fa, words
from reports.text.dates import day_fa
from reports.text.digits import fa


def drawings(briefing: Briefing) -> dict[str, Chart]:
    """Return the charts of a briefing by name; their bars add up to its tables."""
    printed = words()
    step = time_step(briefing)
    in_time = [
        charts.Count(
            label=day_fa(one.since).partition(" ")[2]
            if step == "month"
            else days_fa(one.since, one.until).rpartition(" ")[0],
            value=one.count,
        )
        for one in held_in_time(briefing, by=step)
    ]
    statuses = [
        charts.Count(label=printed["proposal_status"][status], value=count)
        for status, count in by_status(briefing)
    ]
    topics = [
        charts.Count(label=printed["topic"].get(code, code), value=count)
        for code, count in by_topic(briefing)
    ]
    empty = printed["chart"]["none"]
    return {
        "meetings_in_time": charts.meetings_in_time(
            in_time,
            alt=_told("meetings_in_time", in_time),
            empty=printed["chart"]["undated_only"],
        ),
        "proposals_by_status": charts.proposals_by_status(
            statuses, alt=_told("proposals_by_status", statuses), empty=empty
        ),
        "proposals_by_topic": charts.proposals_by_topic(
            topics, alt=_told("proposals_by_topic", topics), empty=empty
        ),
    }


def _told(name: str, counts: Sequence[charts.Count]) -> str:
    """Return what a chart shows, in words, for those who cannot see it."""
    printed = words()["chart"]
    items = [f"{one.label}: {fa(one.value)}" for one in counts if one.value]
    return f"{printed[name]}. {printed['between'].join(items) or printed['none']}"
