"""Processes of this machine.

Each worker hangs on a pipe of its own: when we end, however we end, the pipe ends and
with it the worker. Ctrl-C reaches us alone. A worker that dies takes only its own work
along, and another begins in its place.
"""

import contextlib
import multiprocessing
import resource
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Literal

import msgspec

from reports.crews.hands import Crew
from reports.errors import CrewError, ReportsError

#: Where Linux tells what a process has taken of memory.
STATUS = Path("/proc/self/status")


class Allowance(msgspec.Struct, frozen=True, kw_only=True):
    """What one piece of work may take: seconds, and megabytes beside the program."""

    seconds: float | None = None
    megabytes: int | None = None


class _LostError(Exception):
    """A worker has ended while we were waiting for its answer."""


@contextlib.contextmanager
def on_machine(
    jobs: int, *, allowance: Allowance, warm: Callable[[], object] | None
) -> Iterator[Crew]:
    """Offer workers, and see to it that they end."""
    hands = _Local(jobs, allowance=allowance, warm=warm)
    try:
        yield hands
    finally:
        hands.end()


class _Local(Crew):
    """Workers, each with a thread of ours that waits for it."""

    def __init__(
        self, jobs: int, *, allowance: Allowance, warm: Callable[[], object] | None
    ) -> None:
        self._jobs = jobs
        self._allowance = allowance
        self._warm = warm
        self._threads = ThreadPoolExecutor(jobs)
        self._lock = threading.Lock()
        self._ended = False
        self._begun: list[_Worker] = []
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(jobs):
            self._idle.put(None)

    @property
    def width(self) -> int:
        """Return how many workers there may be."""
        return self._jobs

    def submit[**P, T](
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Give work to the next worker that is idle."""
        return self._threads.submit(self._ask, partial(fn, *args, **kwargs))

    def end(self) -> None:
        """Stop all workers, whatever they are at."""
        with self._lock:
            self._ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._begun:
            worker.end()
        self._threads.shutdown()

    def _ask[T](self, work: Callable[[], T]) -> T:
        """Have a worker do it; where that dies, another, once."""
        with contextlib.suppress(_LostError):
            return self._try(work)
        try:
            return self._try(work)
        except _LostError as problem:
            raise CrewError(
                "a worker process",
                "it ended before its work was done",
                hint="see what it said above, make room in memory, or use --jobs 1",
            ) from problem

    def _try[T](self, work: Callable[[], T]) -> T:
        """Have a worker do it; one that is lost, or took too much, works no more."""
        worker = self._idle.get()
        try:
            worker = worker or self._begin()
            return worker.answer(work)
        except (_LostError, CrewError):
            if worker:
                self._bury(worker)
            worker = None
            raise
        finally:
            self._idle.put(worker)

    def _begin(self) -> "_Worker":
        """Start a worker, unless all is over."""
        with self._lock:
            if self._ended:
                raise CrewError("a worker process", "it was told to stop")
            worker = _Worker(self._allowance, self._warm)
            self._begun.append(worker)
            return worker

    def _bury(self, worker: "_Worker") -> None:
        """See to it that a worker is gone."""
        worker.end()
        with self._lock:
            if not self._ended:
                self._begun.remove(worker)


class _Worker:
    """One process, and our end of its pipe."""

    def __init__(self, allowance: Allowance, warm: Callable[[], object] | None) -> None:
        fresh = multiprocessing.get_context("spawn")
        self._allowance = allowance
        self._pipe, theirs = fresh.Pipe()
        told = (theirs, allowance.megabytes, warm)
        self._process = fresh.Process(target=_work, args=told, daemon=True)
        self._process.start()
        theirs.close()

    def answer[T](self, work: Callable[[], T]) -> T:
        """Send work, and return or raise what comes of it."""
        try:
            self._pipe.send(None)
            self._pipe.recv()  # it is warm: now the time begins
            self._pipe.send(work)
            if not self._pipe.poll(self._allowance.seconds):
                raise CrewError(
                    "a worker process",
                    f"it took longer than {self._allowance.seconds:g} seconds",
                    hint="allow more in [limits] of the settings",
                )
            answer: tuple[Literal[True], T] | tuple[Literal[False], ReportsError]
            answer = self._pipe.recv()
        except (EOFError, OSError) as problem:
            raise _LostError from problem
        if answer[0]:
            return answer[1]
        raise answer[1]

    def end(self) -> None:
        """Stop the process, and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(
    pipe: Connection, megabytes: int | None, warm: Callable[[], object] | None
) -> None:
    """Do what comes through the pipe until it ends; a bug ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if warm:
        warm()
    if megabytes is not None:
        _confine(megabytes)
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            pipe.recv()
            pipe.send(None)
            pipe.send(_outcome(pipe.recv(), megabytes))


def _outcome(work: Callable[[], object], megabytes: int | None) -> tuple[bool, object]:
    """Return whether work went well, and what came of it."""
    try:
        return True, work()
    except MemoryError:
        return False, CrewError(
            "a worker process",
            f"it needed more than {megabytes} megabytes of memory",
            hint="allow more in [limits] of the settings",
        )
    except ReportsError as problem:
        return False, problem


def _confine(megabytes: int) -> None:
    """Allow this process so much memory beside what it has taken already."""
    if not STATUS.exists():
        return
    lines = STATUS.read_text("ascii", "replace").splitlines()
    taken = next(int(line.split()[1]) for line in lines if line.startswith("VmData:"))
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, ((taken << 10) + (megabytes << 20), most))
