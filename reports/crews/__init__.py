"""Many hands: processes of this machine or of others that work for a corridor.

All of it stands on the interface of `concurrent.futures`: whoever hands out work does
not know who does it. What is at work when its process dies is tried once more; when
that dies too, the one piece of work fails with a `CrewError`, and the rest goes on.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager

from reports.crews.cluster import on_cluster
from reports.crews.hands import Alone, Crew
from reports.crews.local import Allowance, on_machine

__all__ = ["Allowance", "Crew", "crew", "finished"]


def crew(
    jobs: int,
    *,
    address: str | None = None,
    allowance: Allowance | None = None,
    warm: Callable[[], object] | None = None,
) -> AbstractContextManager[Crew]:
    """Return `jobs` processes here, or those of the cluster at `address`.

    One job that is held to nothing is done by this process itself.
    Processes of ours start when there is work for them, begin with `warm`, and are held
    to their allowance; those of a cluster are held to what it was started with.
    """
    if address is not None:
        return on_cluster(address)
    allowance = allowance or Allowance()
    if jobs < 2 and allowance == Allowance():
        return contextlib.nullcontext(Alone())
    return on_machine(jobs, allowance=allowance, warm=warm)


def finished[Piece, Outcome](
    hands: Crew, work: Callable[[Piece], Outcome], pieces: Iterable[Piece]
) -> Iterator[tuple[Piece, Future[Outcome]]]:
    """Yield each piece of work when it is done; only a few are handed out ahead."""
    at_work: dict[Future[Outcome], Piece] = {}
    for piece in pieces:
        at_work[hands.submit(work, piece)] = piece
        if len(at_work) >= hands.width + 1:
            yield from _done(at_work)
    while at_work:
        yield from _done(at_work)


def _done[Piece, Outcome](
    at_work: dict[Future[Outcome], Piece],
) -> Iterator[tuple[Piece, Future[Outcome]]]:
    """Wait until something is done, and take it out."""
    done, _ = wait(at_work, return_when=FIRST_COMPLETED)
    for one in done:
        yield at_work.pop(one), one
