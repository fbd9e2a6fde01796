"""Whatever kills the press, wherever it is: no file is half, the next run completes.

Each run dies at a moment of its own, drawn from its seed. Set REPORTS_KILLS=20 to run
as many as a release wants.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from reports.places import ROOT
from reports.publish.printouts import Published
from tests.briefing import examples as ex
from tests.publish.test_again import Office
from tests.store.examples import keep
from tests.test_publish import told

RUNS = int(os.environ.get("REPORTS_KILLS", "4"))

#: Publish, and die at that line of what the press itself runs; tell how many it ran.
PUBLISH = """
import datetime, os, sys
from pathlib import Path
from reports.publish import publish
url, out, jobs, last, sign = sys.argv[1:]
lines = 0
def watch(frame, event, _):
    global lines
    path = frame.f_code.co_filename
    if "publish" not in path and "pathlib" not in path:
        return None
    lines += 1
    if lines == int(last):
        os.kill(os.getpid(), int(sign))
    return watch
if __name__ == "__main__":
    now = datetime.datetime(2026, 1, 1, 8, tzinfo=datetime.UTC)
    sys.settrace(watch)
    publish(url, period="1404-09", now=now, formats=("html", "json"),
            out=Path(out), jobs=int(jobs))
    sys.settrace(None)
    print(lines)
"""


def pressed(
    office: Office, *, jobs: int, last: int = 0, sign: int = signal.SIGKILL
) -> int | None:
    """Return how many lines a run took, or `None` where it was killed."""
    asked = [office.url, str(office.out), *map(str, (jobs, last, int(sign)))]
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH, *asked],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode in {0, -sign}, done.stderr
    return int(done.stdout) if done.stdout else None


def shown(office: Office) -> dict[str, bytes]:
    """Return the files that readers see."""
    return {
        path: content
        for path, (content, _) in office.files().items()
        if "/." not in path
    }


@pytest.mark.parametrize("seed", range(RUNS))
def test_the_next_run_completes_what_was_killed(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - to repeat, not to hide
    jobs = 1 + seed % 2
    office = Office(tmp_path)
    office.publish()
    before = shown(office)
    moved = msgspec.structs.replace(ex.DATED.meetings[0], date=ex.day(12, 11))
    keep(office.url, told(msgspec.structs.replace(ex.DATED, meetings=(moved,))))

    twin = Office(tmp_path / "twin")
    twin.publish()
    keep(twin.url, told(msgspec.structs.replace(ex.DATED, meetings=(moved,))))
    lines = pressed(twin, jobs=jobs)
    after = shown(twin)
    assert lines
    assert before != after

    for _ in range(2):
        pressed(office, jobs=jobs, last=dice.randint(1, lines))
        for path, content in shown(office).items():
            assert content in {before[path], after[path]}, f"{path} is neither"
    done = office.publish()
    assert shown(office) == after
    assert [path for path in office.files() if path.endswith(".new")] == []
    manifests = [one.out / "1404-09" / "manifest.json" for one in (office, twin)]
    assert manifests[0].read_bytes() == manifests[1].read_bytes()
    read = msgspec.json.decode(manifests[0].read_bytes(), type=Published)
    assert read == done


@pytest.mark.parametrize("seed", range(2))
def test_ctrl_c_leaves_no_half_file(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)  # noqa: S311 - to repeat, not to hide
    office = Office(tmp_path)
    pressed(office, jobs=2, last=dice.randint(300, 900), sign=signal.SIGINT)
    left = shown(office)
    assert [path for path in office.files() if path.endswith(".new")] == []
    office.publish()
    assert left.items() <= shown(office).items()
