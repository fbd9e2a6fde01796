"""How many letters about what stand where: for a table, and for the manifest.

Addresses stay in the outbox: the folder that the manifest lies in may be public.
"""

from collections import Counter
from collections.abc import Iterable

import msgspec

from reports.parcels import STATES, Parcel, State
from reports.post.office import Office, write


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many letters about one revision of a briefing are in which state."""

    subject: str
    period: str
    revision: int
    letters: dict[State, int]


def tallies(parcels: Iterable[Parcel]) -> tuple[Tally, ...]:
    """Return the tallies of letters about briefings, in a stable order."""
    counts: dict[tuple[str, str, int], Counter[State]] = {}
    for one in parcels:
        if one.kind != "notice":
            key = (one.subject, one.period, one.revision)
            counts.setdefault(key, Counter())[one.state] += 1
    return tuple(
        Tally(
            subject=subject,
            period=period,
            revision=revision,
            letters={state: found[state] for state in STATES if found[state]},
        )
        for (subject, period, revision), found in sorted(counts.items())
    )


def tally_into_manifest(office: Office, period: str) -> None:
    """Write into the manifest of a period what became of its letters, if it has one."""
    path = office.out / period / "manifest.json"
    if not path.is_file():
        return
    document = msgspec.json.decode(path.read_bytes())
    found = tallies(office.outbox.parcels(period=period))
    document["letters"] = msgspec.to_builtins(found)
    write(path, msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")
