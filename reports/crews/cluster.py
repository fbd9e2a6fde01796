"""Processes of other machines, through Dask; the only file that knows it.

The scheduler gives the work of a worker that is lost to another one by itself.
"""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

from reports.crews.hands import Crew
from reports.errors import CrewError

#: Seconds to wait for the scheduler, and for its first worker.
PATIENCE = 20


@contextlib.contextmanager
def on_cluster(address: str) -> Iterator[Crew]:
    """Offer the workers of a cluster."""
    try:
        from distributed import Client
    except ImportError as problem:
        raise CrewError(
            f"the cluster {address}",
            "the library that speaks with it is not installed",
            hint="install the extra `cluster`, as docs/scaling.md says",
        ) from problem
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address, timeout=PATIENCE, set_as_default=False
        )
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, ValueError) as problem:
        raise CrewError(
            f"the cluster {address}",
            f"it cannot be reached, or has no workers: {problem}",
            hint="start it as docs/scaling.md says",
        ) from problem
    with client:
        yield _Cluster(client)


class _Cluster(Crew):
    """The workers of a cluster."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - Dask tells no types
        self._client = client
        self._hands: Executor = client.get_executor(pure=False)

    @property
    def width(self) -> int:
        """Return how many threads the workers have now."""
        threads: dict[str, int] = self._client.nthreads()
        return max(sum(threads.values()), 1)

    def submit[**P, T](
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Give work to whichever worker the scheduler chooses."""
        told: Future[T] = Future()
        told.set_running_or_notify_cancel()
        asked = self._hands.submit(fn, *args, **kwargs)
        asked.add_done_callback(lambda done: _tell(done, told))
        return told


def _tell[T](done: Future[T], told: Future[T]) -> None:
    """Pass on what came of work, in our words where workers were lost over it."""
    from distributed import KilledWorker

    problem = done.exception()
    if problem is None:
        told.set_result(done.result())
    elif isinstance(problem, KilledWorker):
        told.set_exception(
            CrewError(
                "the cluster",
                f"several workers ended over this work: {problem}",
                hint="see what they said, and give them more memory",
            )
        )
    else:
        told.set_exception(problem)
