"""A gather that is killed at any point leaves a store that the next one completes."""

import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from reports.gather import take, withdraw
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


@pytest.mark.parametrize("seed", range(3))
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


def test_workers_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for one in articles():
        (news / one.id).with_suffix(".txt").write_text(one.text, "utf-8")
    url = f"sqlite:///{tmp_path}/store.db"
    asked = [sys.executable, "build.py", "gather", str(news), "--jobs", "2"]
    with subprocess.Popen([*asked, "--store", url], cwd=ROOT) as killed:
        workers: set[Path] = set()
        while not workers and killed.poll() is None:
            workers = children(killed.pid)
        killed.kill()
    assert workers
    deadline = 200
    while any(path.exists() for path in workers) and deadline:
        deadline -= 1
        subprocess.run(["sleep", "0.1"], check=True)
    assert not any(path.exists() for path in workers)
    withdraw([], store_url=url)


def children(pid: int) -> set[Path]:
    """Return the processes that a process has started."""
    told = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return {Path("/proc", number) for number in told.split()}
