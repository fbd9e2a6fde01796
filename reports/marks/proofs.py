"""What a record proves, thing by thing, and the passages that prove it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from reports.model import ArticleRecord, Evidence, Participant

#: What a record calls its lists, and what one thing in them is called.
LISTS = {
    "meetings": "meeting",
    "proposals": "proposal",
    "statements": "statement",
    "figures": "figure",
    "obstacles": "obstacle",
    "commitments": "commitment",
    "organisations": "organisation",
    "capacities": "capacity",
    "achievements": "achievement",
}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One passage that was read as something, by one rule."""

    thing: str
    evidence: Evidence


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of a record; `record` is absent for noise."""

    thing: str
    record: msgspec.Struct | None
    proofs: tuple[Evidence, ...]


def marks(record: ArticleRecord) -> tuple[Mark, ...]:
    """Return every passage that proves something, in reading order."""
    found = (
        Mark(thing=one.thing, evidence=evidence)
        for one in things(record)
        for evidence in one.proofs
    )
    return tuple(sorted(found, key=lambda one: (one.evidence.start, one.evidence.end)))


def things(record: ArticleRecord) -> Iterator[Thing]:
    """Yield each thing in a record with its proofs; a person once for all meetings."""
    people: dict[Participant, list[Participant]] = {}
    for meeting in record.meetings:
        for one in meeting.participants:
            people.setdefault(unproved(one), []).append(one)
    for name, thing in LISTS.items():
        for record_ in getattr(record, name):
            yield Thing(thing=thing, record=record_, proofs=record_.evidence)
        if thing == "meeting":
            for same in people.values():
                proofs = dict.fromkeys(proof for one in same for proof in one.evidence)
                yield Thing(thing="participant", record=same[0], proofs=tuple(proofs))


def unproved(one: Participant) -> Participant:
    """Return a person without proofs: the same one wherever he is told of."""
    return msgspec.structs.replace(one, evidence=())


def cuts(
    edges: Sequence[int], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield each range between two edges with the places of the spans over it."""
    opening: dict[int, list[int]] = {}
    for one, (start, _) in enumerate(spans):
        opening.setdefault(start, []).append(one)
    over: list[int] = []
    for start, end in pairwise(edges):
        over = sorted(
            one for one in (*over, *opening.get(start, ())) if spans[one][1] > start
        )
        yield start, end, tuple(over)
