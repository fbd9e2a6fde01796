"""A gather that is killed at any point leaves a store that the next one completes."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from reports.gather import take
from reports.places import ROOT
from reports.store import open_store
from tests.gather.tellings import articles, proof
from tests.store.examples import dump

#: Gather what was read before, in small portions, and tell of each step.
GATHER = """
import sys, msgspec, reports.gather
from reports.gather import settling, take
from reports.model import Article, ArticleRecord
reports.gather.PORTION = settling.PORTION = 2
pairs = msgspec.json.decode(open(sys.argv[2], "rb").read(),
                            type=list[tuple[Article, ArticleRecord]])
proofs = {article.origin: record for article, record in pairs}
take([article for article, _ in pairs], store_url=sys.argv[1],
     extract=lambda article: proofs[article.origin],
     progress=lambda *_: print("step", flush=True))
"""


@pytest.mark.parametrize("seed", range(2))
def test_killed_gather_is_completed_by_the_next(
    url: str, other_url: str, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    pairs = [(one, proof(one)) for one in articles()]
    (tmp_path / "pairs.json").write_bytes(msgspec.json.encode(pairs))
    asked = [sys.executable, "-c", GATHER, url, str(tmp_path / "pairs.json")]
    for _ in range(2):
        with subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.PIPE) as killed:
            assert killed.stdout
            for _ in range(chance.randrange(1, 2 * len(pairs))):
                killed.stdout.readline()
            killed.kill()
        with open_store(url) as store:  # what is there is whole
            kept = {one.article.id for one in store.records()}
            told = (ref.article for one in store.events() for ref in one.refs)
            assert kept.issuperset(told)
    take(articles(), store_url=url, extract=proof)
    take(articles(), store_url=other_url, extract=proof)
    assert dump(url) == dump(other_url)


@pytest.mark.parametrize(
    "sign", [signal.SIGKILL, signal.SIGINT], ids=["kill", "ctrl-c"]
)
def test_workers_end_with_the_one_that_started_them(
    tmp_path: Path, sign: signal.Signals
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for one in articles():
        (news / one.id).with_suffix(".txt").write_text(one.text, "utf-8")
    url = f"sqlite:///{tmp_path}/store.db"
    asked = [sys.executable, "build.py", "gather", str(news), "--jobs", "2"]
    with subprocess.Popen([*asked, "--store", url], cwd=ROOT) as gather:
        while len(workers(gather.pid)) < 2:
            assert gather.poll() is None
        started = workers(gather.pid)
        gather.send_signal(sign)
    assert gather.returncode == (-sign if sign == signal.SIGKILL else 1)
    while any(runs(process) for process in started):
        assert started  # they end by themselves, or the test hangs
    with open_store(url) as store, store.writer("next"):
        assert list(store.faults()) == []


def workers(pid: int) -> list[Path]:
    """Return the processes that read for a process."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    children = [one for path in threads for one in path.read_text("ascii").split()]
    found = (Path("/proc", number) for number in children)
    return [
        one for one in found if b"spawn_main" in one.joinpath("cmdline").read_bytes()
    ]


def runs(process: Path) -> bool:
    """Tell whether a process is still there, and not only its name."""
    try:
        return process.joinpath("stat").read_text("ascii").split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
