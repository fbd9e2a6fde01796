"""Workers of a Dask cluster on loopback do what our own would have done."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.crews import crew
from reports.errors import CrewError
from reports.extract import extract
from reports.gather import take
from reports.places import ROOT
from reports.publish import FORMATS
from reports.theme import Look
from tests.gather.tellings import articles
from tests.publish.test_again import ARDABIL, AZ, Office
from tests.store import postgres
from tests.store.examples import dump

#: A scheduler on a port that is free, which says where it is.
SCHEDULER = """
import asyncio
from distributed import Scheduler
async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False) as scheduler:
        print(scheduler.address, flush=True)
        await scheduler.finished()
asyncio.run(main())
"""
#: A worker without anybody who would start it again.
WORKER = """
import asyncio, sys
from distributed import Worker
async def main():
    async with Worker(sys.argv[1], nthreads=1, dashboard=False) as worker:
        print(worker.address, flush=True)
        await worker.finished()
if __name__ == "__main__":
    asyncio.run(main())
"""


class Cluster:
    """A scheduler and two workers."""

    def __init__(self, address: str, workers: "list[subprocess.Popen[str]]") -> None:
        self.address = address
        self.workers = workers


@contextlib.contextmanager
def running(code: str, *told: str) -> "Iterator[tuple[subprocess.Popen[str], str]]":
    """Run a program until it is no longer wanted, and yield the line that it says."""
    with subprocess.Popen(
        [sys.executable, "-c", code, *told],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with contextlib.ExitStack() as stack:
        _, address = stack.enter_context(running(SCHEDULER))
        workers = [stack.enter_context(running(WORKER, address))[0] for _ in range(2)]
        yield Cluster(address, workers)


def kill_once(flag: Path, number: int) -> int:
    """Kill the worker that this runs in, the first time that it comes to 3."""
    if number == 3 and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_cluster_gathers_and_prints_the_same(
    cluster: Cluster, server: postgres.Server, tmp_path: Path
) -> None:
    urls = [server.new() for _ in range(2)]
    told = [
        take(articles(), store_url=url, extract=extract, cluster=address)
        for url, address in zip(urls, (None, cluster.address), strict=True)
    ]
    assert told[0] == told[1]
    assert dump(urls[0]) == dump(urls[1])

    own = tmp_path / "own"
    own.mkdir()
    (own / "print.css").write_text("p { color: #333 }", "utf-8")
    office = Office(tmp_path, url=server.new())
    made = {}

    def kill_one(_: str) -> None:
        """Kill a worker when the first briefing is done and others are at work."""
        if office.out.name == "killed":
            cluster.workers[0].kill()

    places = {"here": None, "there": cluster.address, "killed": cluster.address}
    for name, address in places.items():
        office.out = tmp_path / name
        done = office.publish(
            *(AZ, ARDABIL, "country/ir"),
            formats=FORMATS,
            look=Look(templates=own),
            cluster=address,
            done=kill_one,
        )
        assert not done.refused
        made[name] = {path: content for path, (content, _) in office.files().items()}
    assert made["here"] == made["there"] == made["killed"]
    assert cluster.workers[0].wait() == -signal.SIGKILL


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_work_of_a_killed_worker_is_done_by_another(
    cluster: Cluster, tmp_path: Path
) -> None:
    flag = tmp_path / "killed"
    with crew(1, address=cluster.address) as hands:
        assert hands.width == 2
        asked = [hands.submit(kill_once, flag, number) for number in range(6)]
        assert [one.result() for one in asked] == list(range(6))
    assert flag.exists()
    ended = [worker.poll() for worker in cluster.workers]
    assert ended.count(-signal.SIGKILL) == 1


def test_a_cluster_that_is_not_there_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reports.crews.cluster.PATIENCE", 1)
    with (
        pytest.raises(CrewError, match="cannot be reached") as caught,
        crew(1, address="tcp://127.0.0.1:9"),
    ):
        pass
    assert "docs/scaling.md" in caught.value.hint


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(CrewError, match="not installed") as caught,
        crew(1, address="tcp://127.0.0.1:9"),
    ):
        pass
    assert "extra `cluster`" in caught.value.hint
