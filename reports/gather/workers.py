"""Read articles in several processes, so that every core of the machine reads.

Each worker hangs on a pipe of its own: when we end, however we end, the pipe ends and
with it the worker. Ctrl-C reaches us alone. What is read comes in the order in which
it was given, whoever is quicker.
"""

import contextlib
import itertools
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from queue import SimpleQueue

from reports.errors import SourceError
from reports.gather.reading import Reading
from reports.model import Article
from reports.sources import Refusal

#: How many articles go to a worker at a time, and how many portions wait for each.
PORTION, AHEAD = 8, 3

Read = Callable[[Article], Reading]
Item = Article | Refusal
Outcome = Reading | Refusal


def readings(items: Iterable[Item], *, read: Read, jobs: int) -> Iterator[Outcome]:
    """Yield what is read of articles, in their order; refusals are passed on."""
    if jobs < 2:
        for item in items:
            yield _read(item, read)
        return
    asked: deque[Future[list[Outcome]]] = deque()
    with _crew(read, jobs) as ask:
        for portion in itertools.batched(items, PORTION):
            asked.append(ask(portion))
            if len(asked) >= jobs * AHEAD:
                yield from asked.popleft().result()
        while asked:
            yield from asked.popleft().result()


@contextlib.contextmanager
def _crew(
    read: Read, jobs: int
) -> Iterator[Callable[[tuple[Item, ...]], "Future[list[Outcome]]"]]:
    """Start workers, offer to ask them, and see to it that they end."""
    fresh = multiprocessing.get_context("spawn")
    idle: SimpleQueue[Connection] = SimpleQueue()
    pipes, workers = [], []

    def ask(portion: tuple[Item, ...]) -> list[Outcome]:
        pipe = idle.get()
        try:
            pipe.send(portion)
            answer: list[Outcome] = pipe.recv()
        except (EOFError, OSError) as problem:
            raise SourceError(
                "a process that reads articles",
                "it ended before its work was done",
                hint="see what it said above, make room in memory, or use --jobs 1",
            ) from problem
        finally:
            idle.put(pipe)
        return answer

    with ThreadPoolExecutor(jobs) as threads:
        try:
            for _ in range(jobs):
                ours, theirs = fresh.Pipe()
                worker = fresh.Process(target=_work, args=(theirs, read), daemon=True)
                worker.start()
                theirs.close()
                idle.put(ours)
                pipes.append(ours)
                workers.append(worker)
            yield lambda portion: threads.submit(ask, portion)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.terminate()
                worker.join()
    for pipe in pipes:
        pipe.close()


def _work(pipe: Connection, read: Read) -> None:
    """Read what comes through the pipe until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            pipe.send([_read(item, read) for item in pipe.recv()])


def _read(item: Item, read: Read) -> Outcome:
    """Read an article; pass on a refusal."""
    return item if isinstance(item, Refusal) else read(item)
