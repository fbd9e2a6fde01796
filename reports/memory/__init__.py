"""The room between extraction and store: what articles tell alike is one thing.

Three steps, all pure. `mentions` cuts the record of one article down to what is
compared. `same` says of two mentions whether they belong together, and why. `settled`
takes mentions and returns the events, threads of proposals and people that they are.
The result depends on the set of mentions only, never on their order, so articles may
be gathered in any order and in any number of runs.
"""

from collections.abc import Iterable

from reports.chronicle import Join, Known, Mention
from reports.memory.clusters import CORRECTED, grouped
from reports.memory.corrections import NONE, Corrections, read_corrections
from reports.memory.event_rules import event_verdict
from reports.memory.known_events import known_events
from reports.memory.known_people import known_person
from reports.memory.known_threads import known_thread
from reports.memory.person_rules import person_verdict
from reports.memory.tellings import mentions
from reports.memory.thread_rules import thread_verdict
from reports.memory.verdicts import compared, joined

__all__ = [
    "NONE",
    "Corrections",
    "mentions",
    "read_corrections",
    "same",
    "settled",
]

JUDGES = {"event": event_verdict, "thread": thread_verdict, "person": person_verdict}
#: Two proposals of one article are one only where they say the same.
REPEATED = frozenset({"thread/same-words"})


def same(a: Mention, b: Mention, corrections: Corrections) -> Join | None:
    """Return why two mentions of one kind belong together, or `None`.

    A meeting and the trip that it was part of belong together, too. Mentions that
    belong together may still be told apart by `settled`, which sees all of them.
    """
    pair = (a.id, b.id) if a.id < b.id else (b.id, a.id)
    if a.kind != b.kind or pair in corrections.apart:
        return None
    if pair in corrections.same:
        first, second = sorted((a.ref, b.ref))
        return Join(a=first, b=second, rule=CORRECTED, because="corrections.toml")
    if {*a.keys}.isdisjoint(b.keys):
        return None
    return joined(a, b, compared(a, b, JUDGES[a.kind]))


def settled(
    component: Iterable[Mention], corrections: Corrections
) -> tuple[Known, ...]:
    """Return what `component` tells of: a union of whole components of `same`."""
    by_kind: dict[str, list[Mention]] = {"event": [], "thread": [], "person": []}
    for mention in component:
        by_kind[mention.kind].append(mention)
    events = grouped(
        by_kind["event"], corrections, judge=event_verdict, within=frozenset()
    )
    threads = grouped(
        by_kind["thread"], corrections, judge=thread_verdict, within=REPEATED
    )
    people = grouped(by_kind["person"], corrections, judge=person_verdict, within=None)
    return (
        *known_events(events),
        *(known_thread(group, corrections.names) for group in threads.groups),
        *(known_person(group, corrections.names) for group in people.groups),
    )
