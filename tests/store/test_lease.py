"""There is one writer at a time, by name; a killed one holds nothing."""

import subprocess
import sys

import pytest

from reports.errors import StoreError
from reports.places import ROOT
from reports.store import open_store
from tests.store.examples import article, keep, record

#: Take the right to write, say so, and hold it for ever.
HOLD = """
import sys, time
from reports.store import open_store
with open_store(sys.argv[1]) as store, store.writer("a long task"):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for long."""
    monkeypatch.setattr("reports.store.opening.PATIENCE", 0)


def test_second_writer_is_told_who_writes(url: str) -> None:
    with (
        open_store(url) as store,
        store.writer("gather"),
        open_store(url) as other,
        pytest.raises(StoreError, match=r"gather \(process \d+ on .+\) is writing"),
        other.writer("withdraw"),
    ):
        pass  # pragma: no cover
    with open_store(url) as store, store.writer("next"):
        pass


def test_reader_is_not_stopped_by_a_writer(url: str) -> None:
    keep(url, (article("a"), record("a")))
    with open_store(url) as store, store.writer("gather"), open_store(url) as reader:
        assert len(list(reader.records())) == 1


def test_killed_writer_holds_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(url).close()
    asked = [sys.executable, "-c", HOLD, url]
    with subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match=f"a long task .process {holder.pid} "):
            keep(url, (article("a"), record("a")))
        holder.kill()
    monkeypatch.setattr("reports.store.opening.PATIENCE", 20)
    assert keep(url, (article("a"), record("a"))).new == 1
