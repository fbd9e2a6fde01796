"""Whatever kills the sender, wherever it is: nobody gets a letter twice.

Each run has its own faults and its own moments of death, all from one seed. Set
REPORTS_KILLS=200 to run as many as a release wants.
"""

import contextlib
import datetime
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.places import ROOT
from reports.store import Outbox, open_outbox, open_store
from tests.deliver.letters import HOUR, START, letter
from tests.deliver.servers import Script, Trick, serving
from tests.store import postgres

RUNS = int(os.environ.get("REPORTS_KILLS", "8"))
READERS = tuple(f"{name}@example.org" for name in "abcde")
KILLED = -9

#: About how many lines a sender runs for all of these letters.
LINES = 1500

FAULTS: dict[str, list[Trick]] = {
    "MAIL": ["451 4.3.0 later", "421 4.3.2 closing", "drop"],
    "RCPT": ["450 4.2.1 greylisted", "550 5.1.1 unknown user", "drop"],
    "DATA": ["451 4.3.0 later", "drop"],
    "END": ["452 4.3.1 no room", "554 5.7.1 refused", "drop", "take and drop"],
}


class Victims:
    """The process that starts senders and buries them."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, *jobs: dict[str, Any]) -> list[int]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(jobs) + "\n")
        self._process.stdin.flush()
        ended: list[int] = json.loads(self._process.stdout.readline())
        assert set(ended) <= {0, KILLED}
        return ended


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.deliver.victim"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Victims(process)
        assert process.stdin is not None
        process.stdin.close()


def mischief(dice: random.Random) -> Script:
    """Return a script that fails one command in six."""

    def script(command: str, _: str) -> Trick:
        return dice.choice(FAULTS[command]) if dice.random() < 1 / 6 else None

    return script


def job(
    url: str, port: int, now: datetime.datetime, owner: str, lines: int | None
) -> dict[str, Any]:
    return {
        "url": url,
        "port": port,
        "now": now.isoformat(),
        "owner": owner,
        "lines": lines,
    }


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with its tables, to be copied: making them takes its time."""
    path = tmp_path_factory.mktemp("empty") / "reports.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def stores(empty: Path, tmp_path: Path) -> Iterator[str]:
    """Return the URLs of new stores without end."""
    return (
        f"sqlite:///{shutil.copy(empty, tmp_path / f'{number}.db')}"
        for number in itertools.count()
    )


@contextlib.contextmanager
def posted(url: str) -> Iterator[Outbox]:
    """Yield an outbox that holds a letter to each reader."""
    with open_outbox(url) as outbox:
        outbox.put([letter(reader) for reader in READERS], now=START)
        yield outbox


def judge(outbox: Outbox, copies: dict[str, int]) -> None:
    """Check what must hold at the end, whatever has happened."""
    parcels = outbox.parcels()
    assert [one.recipient for one in parcels] == list(READERS)
    for parcel in parcels:
        arrived = copies[parcel.recipient]
        assert arrived <= 1, f"{parcel.recipient} got {arrived} copies"
        assert parcel.state in {"sent", "failed", "unknown"}
        if parcel.state == "sent":
            assert arrived == 1, "a letter counts as sent that nobody has"
        if parcel.state == "failed":
            assert arrived == 0, "a letter counts as failed that somebody has"


def survive(url: str, seed: int, senders: int, victims: Victims) -> None:
    """Send through faults and deaths of one seed, then in peace, and judge."""
    dice = random.Random(f"{seed} {senders}")  # noqa: S311 - to repeat, not to hide
    with posted(url) as outbox, serving(mischief(dice)) as (postmaster, port):
        now = START
        for round_ in range(dice.randint(1, 4)):
            jobs = []
            for number in range(senders):
                # The clocks of two machines differ, even by more than a lease.
                skew = HOUR * dice.choice([0, 0, 1]) * number
                owner = f"{round_} {number}"
                lines = dice.randint(1, LINES)
                jobs.append(job(url, port, now + skew, owner, lines))
            victims.run(*jobs)
            now += 2 * HOUR * dice.random()
        postmaster.script = lambda _command, _recipient: None
        while outbox.parcels(states=["queued", "sending"]):
            now += HOUR
            victims.run(job(url, port, now, f"last {now}", None))
        judge(outbox, {reader: postmaster.copies(reader) for reader in READERS})


@pytest.mark.parametrize("seed", range(RUNS))
@pytest.mark.parametrize("senders", [1, 2], ids=["one sender", "two senders"])
def test_nobody_gets_a_letter_twice(
    seed: int, senders: int, victims: Victims, stores: Iterator[str]
) -> None:
    survive(next(stores), seed, senders, victims)


@pytest.mark.parametrize("seed", range(-(-RUNS // 20)))
def test_nor_from_another_database(
    seed: int, server: postgres.Server, victims: Victims
) -> None:
    url = server.new()
    open_store(url).close()
    survive(url, seed, 2, victims)


def test_two_senders_share_the_work(url: str, victims: Victims) -> None:
    open_store(url).close()
    with posted(url) as outbox, serving() as (postmaster, port):
        jobs = [job(url, port, START, owner, None) for owner in ("one", "two")]
        assert victims.run(*jobs) == [0, 0]
        assert sorted(address for address, _ in postmaster.letters) == list(READERS)
        assert {one.state for one in outbox.parcels()} == {"sent"}


def test_death_at_every_few_lines(victims: Victims, stores: Iterator[str]) -> None:
    for lines in range(1, LINES, LINES // RUNS):
        url = next(stores)
        with posted(url) as outbox, serving() as (postmaster, port):
            victims.run(job(url, port, START, "first", lines))
            victims.run(job(url, port, START + HOUR, "second", None))
            copies = {reader: postmaster.copies(reader) for reader in READERS}
            judge(outbox, copies)
            unknown = outbox.parcels(states=["unknown"])
            assert len(unknown) <= 1
            sent = sum(copies.values())
            assert sent >= len(READERS) - len(unknown)
