"""What matters: the few things of a period that a reader in haste should see."""

from collections.abc import Iterable, Iterator, Sequence

from reports.briefing.contents import LADDER, Chapter, Event
from reports.briefing.whole import Matter
from reports.model import MeetingKind

#: How many things there are at most, and how many of one kind.
MOST = 5
OF_A_KIND = 2

#: Events that are more than a talk.
WEIGHTY: frozenset[MeetingKind] = frozenset(
    {"mou_signing", "opening", "summit", "joint_border_committee"}
)


def matters(chapters: Sequence[Chapter]) -> tuple[Matter, ...]:
    """Return the things that matter, the weightiest first.

    Weight is given by kind and by what several outlets tell, never by wording: what
    was signed or done, then weighty events, what was agreed, what was blocked, what
    was called off, meetings, and what stands in the way. No kind fills the list.
    """
    ranked = sorted(
        (found for one in chapters for found in _weighed(one)),
        key=lambda one: (-one[0], one[2].proofs[0].source),
    )
    kept: list[Matter] = []
    kinds: list[str] = []
    for _, kind, matter in ranked:
        if kinds.count(kind) < OF_A_KIND and len(kept) < MOST:
            kinds.append(kind)
            kept.append(matter)
    return tuple(kept)


def _weighed(chapter: Chapter) -> Iterator[tuple[int, str, Matter]]:
    """Yield everything that may matter with its weight and its kind."""
    for idea in chapter.ideas:
        if idea.movement == "repeated":
            continue
        rung = LADDER.index(idea.status)
        if rung >= LADDER.index("signed"):
            yield 90 + rung, "signed", idea
        elif idea.status == "agreed":
            yield 70, "agreed", idea
        elif idea.blocked:
            yield 60, "blocked", idea
        elif idea.status == "supported":
            yield 20, "supported", idea
    yield from _events(chapter.events)
    for hurdle in chapter.hurdles:
        if not hurdle.resolved:
            yield 30, "hurdle", hurdle


def _events(events: Iterable[Event]) -> Iterator[tuple[int, str, Matter]]:
    """Yield the events that took place, were called off, or are to come."""
    for event in events:
        told = min(event.outlets, 5)
        if event.status == "held" and event.kind in WEIGHTY:
            yield 80 + told, "weighty", event
        elif event.status in {"cancelled", "postponed", "denied"}:
            yield 50 + told, "called-off", event
        elif event.status == "held":
            yield 40 + told, "meeting", event
        elif event.status == "planned":
            yield 25 + told, "planned", event
