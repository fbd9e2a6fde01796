"""The charts of a briefing, drawn from what its tables count."""

from collections.abc import Mapping, Sequence

import msgspec

from reports import charts
from reports.briefing import Briefing
from reports.briefing.contents import LADDER, Event, Idea
from reports.briefing.tallies import (
    Bin,
    by_place,
    by_status,
    by_topic,
    by_topic_and_partner,
    by_topic_in_time,
    held_before,
    held_in_time,
    time_step,
)
from reports.model import Chart, Side
from reports.render import days_fa, place_fa, words
from reports.text.dates import day_fa
from reports.text.digits import fa
from reports.text.setting import typeset

#: How many rows of its numbers the words for those who cannot see a chart hold.
TOLD = 12


def drawings(briefing: Briefing) -> dict[str, Chart]:
    """Return the charts of a briefing by name; their numbers are those of its tables.

    Those that compare are left out where there is nothing to compare: one partner,
    one point in time, nobody who met anybody.
    """
    found = {
        "map": _map(briefing),
        "meetings_in_time": _meetings(briefing),
        "proposals_by_status": _statuses(briefing),
        "proposals_by_topic": _topics(briefing),
    }
    grid = _grid(briefing)
    if len(grid.columns) > 1:
        found["topics_and_partners"] = charts.topics_by_partner(
            grid,
            words=charts.GridWords(**words()["grid"]),
            alt=_title("topics_and_partners"),
            empty=words()["chart"]["none"],
        )
    encounters = _encounters(briefing.events)
    if encounters:
        found["who_met_whom"] = charts.who_met_whom(
            encounters,
            words=charts.NetworkWords(
                **{**words()["network"], "head": tuple(words()["network"]["head"])}
            ),
            alt=_title("who_met_whom"),
            empty=words()["chart"]["none"],
        )
    ranked = sorted(briefing.ideas, key=lambda one: -LADDER.index(one.status))
    threads = [thread for one in ranked if (thread := _thread(one))]
    if len({day for one in threads for day in one.mentions}) > 1:
        found["threads_in_time"] = charts.proposal_threads(
            threads,
            until=max(
                *(one.last for one in threads), briefing.until or threads[0].last
            ),
            words=_thread_words(),
            alt=_title("threads_in_time"),
            empty=words()["chart"]["none"],
        )
    trends = by_topic_in_time(briefing, by=time_step(briefing))
    periods = (
        [_moment(one, time_step(briefing)) for one in trends[0][1]] if trends else []
    )
    if len(periods) > 1:
        found["topics_in_time"] = charts.topic_trends(
            [
                charts.Trend(_topic(code), tuple(one.count for one in bins))
                for code, bins in trends
            ],
            periods=periods,
            alt=_title("topics_in_time"),
            head=words()["chart"]["topic"],
            empty=words()["chart"]["none"],
        )
    return {name: _with_alt(name, chart) for name, chart in found.items()}


def _map(briefing: Briefing) -> Chart:
    """Return the map of provinces and states that meetings were held with."""
    counts = by_place(briefing)
    codes = [code for code, _ in counts]
    own = briefing.subject.code
    return charts.contacts_map(
        charts.Contacts(
            provinces={code: n for code, n in counts if code.startswith("IR-")},
            states={code: n for code, n in counts if not code.startswith("IR-")},
            names={code: place_fa(code) for code in _areas((*codes, own))},
            subject=None if briefing.subject.kind == "country" else own,
        ),
        words=charts.MapWords(**words()["map"]),
        alt=_title("map"),
        head=(words()["chart"]["place"], words()["chart"]["meetings"]),
        empty=words()["chart"]["none"],
    )


def _areas(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of all areas that the map may name."""
    provinces = (f"IR-{number:02}" for number in range(31))
    return tuple(dict.fromkeys((*codes, *provinces, *charts.NEIGHBOURS)))


def _meetings(briefing: Briefing) -> Chart:
    """Return the meetings in time, marked with those of the period before."""
    step = time_step(briefing)
    now, before = held_in_time(briefing, by=step), held_before(briefing, by=step)
    told = words()["chart"]
    return charts.meetings_in_time(
        [
            charts.Count(
                label=_moment(one, step),
                value=one.count,
                before=before[place].count if place < len(before) else None,
            )
            for place, one in enumerate(now)
        ],
        alt=_title("meetings_in_time"),
        head=(told["time"], told["meetings"]),
        empty=told["undated_only"],
        legend=(told["this_period"], told["last_period"]) if before else None,
    )


def _statuses(briefing: Briefing) -> Chart:
    """Return how many proposals stand on each rung."""
    told = words()["chart"]
    return charts.proposals_by_status(
        [
            charts.Count(label=words()["proposal_status"][status], value=count)
            for status, count in by_status(briefing)
        ],
        alt=_title("proposals_by_status"),
        head=(told["status"], told["proposals"]),
        empty=told["none"],
    )


def _topics(briefing: Briefing) -> Chart:
    """Return how many proposals each topic has."""
    told = words()["chart"]
    return charts.proposals_by_topic(
        [
            charts.Count(label=_topic(code), value=count)
            for code, count in by_topic(briefing)
        ],
        alt=_title("proposals_by_topic"),
        head=(told["topic"], told["proposals"]),
        empty=told["none"],
    )


def _grid(briefing: Briefing) -> charts.Grid:
    """Return the proposals by topic and partner."""
    cells = {
        (topic, code): number for topic, code, number in by_topic_and_partner(briefing)
    }
    topics = sorted({topic for topic, _ in cells})
    partners = sorted({code for _, code in cells})
    return charts.Grid(
        rows=tuple(map(_topic, topics)),
        columns=tuple(map(place_fa, partners)),
        cells=tuple(
            tuple(cells.get((topic, code), 0) for code in partners) for topic in topics
        ),
    )


def _encounters(events: Sequence[Event]) -> list[charts.Encounter]:
    """Return who of both sides was at each meeting that was held."""
    met = [
        charts.Encounter(
            iranian=_party(event, "iran"), foreign=_party(event, "foreign")
        )
        for event in events
        if event.status == "held"
    ]
    return [one for one in met if one.iranian and one.foreign]


def _party(event: Event, side: Side) -> tuple[charts.Somebody, ...]:
    """Return one side of a meeting: names with titles, or what stands for them."""
    found = []
    for one in event.people:
        if one.side == side:
            name = one.name or one.title or one.affiliation
            title = one.title if one.name else None
            if name:
                found.append(charts.Somebody(typeset(name), typeset(title or "")))
    return tuple(dict.fromkeys(found))


def _thread(idea: Idea) -> charts.Thread | None:
    """Return a proposal in time, unless no page of it has a day."""
    days = [day for day in (idea.first, idea.last) if day]
    if not days:
        return None
    steps = tuple(
        charts.Step(step.day, LADDER.index(step.status))
        for step in idea.steps
        if step.day
    )
    return charts.Thread(
        text=typeset(idea.text),
        mentions=(*days, *(step.day for step in steps)),
        steps=steps,
        blocked=idea.blocked,
    )


def _thread_words() -> charts.ThreadWords:
    """Return what is printed beside the threads."""
    told: Mapping[str, str] = words()["thread"]
    return charts.ThreadWords(
        rungs=tuple(words()["proposal_status"][rung] for rung in LADDER),
        blocked=told["blocked"],
        silent=told["silent"],
        more=told["more"],
        head=(told["text"], told["first"], told["last"], told["status"], told["days"]),
    )


def _moment(one: Bin, step: str) -> str:
    """Return the name of a month, or the days of a week."""
    if step == "month":
        return day_fa(one.since).partition(" ")[2]
    return days_fa(one.since, one.until).rpartition(" ")[0]


def _topic(code: str) -> str:
    """Return the name of a topic."""
    name: str = words()["topic"].get(code, code)
    return name


def _title(name: str) -> str:
    """Return what a chart is called."""
    title: str = words()["chart"][name]
    return title


def _with_alt(name: str, chart: Chart) -> Chart:
    """Return a chart that tells those who cannot see it what it shows."""
    told = words()["chart"]
    rows = chart.table.rows if chart.table else ()
    items = [
        told["cell"].join(fa(cell) if isinstance(cell, int) else cell for cell in row)
        for row in rows
        if any(row[1:])
    ]
    said = told["between"].join(items[:TOLD]) or told["none"]
    more = told["rest"].format(fa(len(items) - TOLD)) if len(items) > TOLD else ""
    return msgspec.structs.replace(chart, alt=f"{told[name]}. {said}{more}")
