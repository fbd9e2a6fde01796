"""Print one briefing and all of the samples, in our way and in others', and time it.

Every measure is of a process of its own, so that none has loaded what another needs.
Whoever is cold prints one briefing in a new process, start and end included; whoever
is warm has printed another one before in the same process.
"""

import subprocess
import sys
from functools import cached_property
from pathlib import Path
from time import perf_counter

import msgspec

from benchmarks import ways
from benchmarks.measures import Spent, Table, middle, spent
from reports.extract import extract
from reports.gather import gather
from reports.places import ROOT, SAMPLES
from reports.publish import composed, listed, named_subjects
from reports.store import open_store
from reports.text.periods import read_period

#: The usual briefing, and the one that is printed before it to be warm.
SUBJECT, FIRST = "province/ardabil", "province/gilan"
#: The sample that is left out at first, to be the one article more.
LAST = "040826-qazvin-belarus.txt"

NAMES = {
    "weasyprint": "plain WeasyPrint",
    "press": "our press",
    "chromium": "Chromium",
    "typst": "Typst",
}


class Printing:
    """The samples but for one in a store of their own, and what was printed of them."""

    def __init__(self, folder: Path, table: Table) -> None:
        """Gather them."""
        self.folder = folder
        self.table = table
        self.url = f"sqlite:///{folder}/store.db"
        some = [path for path in sorted(SAMPLES.iterdir()) if path.name != LAST]
        gather(some, store_url=self.url, extract=extract)

    def one_briefing(self, times: int) -> None:
        """Time the ways to print one briefing, cold and warm."""
        self.table.begin("b", f"the usual briefing, medians of {times}")
        with open_store(self.url) as store:
            for subject in (SUBJECT, FIRST):
                briefing, _ = composed(
                    store, named_subjects()[subject], read_period("all")
                )
                ways.prepare(briefing, self.folder / "one" / subject)
        usual, before = (self.folder / "one" / one for one in (SUBJECT, FIRST))
        lacking = {way: ways.missing(way) for way in NAMES}
        for way, lack in lacking.items():
            if lack:
                self.table.say("b", f"{NAMES[way]}: left out, no {lack} here")
        present = [way for way, lack in lacking.items() if not lack]
        cold: dict[str, list[Spent]] = {way: [] for way in present}
        warm: dict[str, list[Spent]] = {way: [] for way in present}
        for _ in range(times):
            for way in present:
                cold[way].append(_whole(way, usual))
                warm[way].append(_printed(way, before, usual).each[-1])
        for manner, taken in (("warm", warm), ("cold", cold)):
            base = middle(taken["weasyprint"])
            for way in present:
                size = (usual / f"{way}.pdf").stat().st_size // 1024
                self.table.tell(
                    "b",
                    f"{NAMES[way]}, {manner}",
                    middle(taken[way]),
                    base,
                    note=f"{size} kB",
                )

    def whole_job(self) -> None:
        """Time all briefings of the samples against a script that prints in turn."""
        self.table.begin("c", f"all {self._count} briefings, from nothing, once")
        script = self._script()
        base = script or self._two
        if script:
            self.table.tell("c", "script, matplotlib and Chromium", script, base)
        self.table.tell("c", "ours, two processes", self._two, base)

    def again(self) -> None:
        """Time printing again, with nothing new and after one article more."""
        self.table.begin("d", "again, of the full build by two processes")
        full = self._two
        self.table.tell("d", "full build", full, full)
        self.table.tell("d", "nothing new", self._publish("two", 2), full)
        gather([SAMPLES / LAST], store_url=self.url, extract=extract)
        built = self._publish("two", 2, "--explain")
        self.table.tell("d", "one article more", built, full, note=self._explained)

    def processes(self) -> None:
        """Time all briefings by one process and by two."""
        self.table.begin("f", f"all {self._count} briefings, by one process and by two")
        one = self._publish("one", 1)
        self.table.tell("f", "one process", one, one)
        self.table.tell("f", "two processes", self._two, one)

    @cached_property
    def _count(self) -> int:
        with open_store(self.url) as store:
            return len(listed(store))

    @cached_property
    def _two(self) -> Spent:
        """Return what two processes take for everything, from nothing."""
        return self._publish("two", 2)

    def _publish(self, out: str, jobs: int, *options: str) -> Spent:
        """Print what is new as those who run the program do, and time it."""
        words = ["publish", "--store", self.url, "--formats", "pdf", "--period", "all"]
        words += ["--jobs", str(jobs), "--out", str(self.folder / out), *options]
        command = [sys.executable, str(ROOT / "build.py"), *words]
        done: list[str] = []

        def run() -> None:
            ended = subprocess.run(
                command, cwd=self.folder, check=True, capture_output=True, text=True
            )
            done.extend((ended.stdout + ended.stderr).splitlines())

        taken = spent(run)
        built = sum(line.startswith("built:") for line in done)
        self._explained = f"{built} built"
        return taken

    def _script(self) -> Spent | None:
        """Time the script, whose pages are ready, and that alone."""
        lack = ways.missing("chromium")
        if lack:
            self.table.say("c", f"the script is left out, no {lack} here")
            return None
        folders: list[Path] = []
        with open_store(self.url) as store:
            for subject in listed(store):
                briefing, _ = composed(store, subject, read_period("all"))
                place = self.folder / "all" / subject.path
                ways.prepare(briefing, place)
                folders.append(place)
        return _whole("script", *folders)


class _Told(msgspec.Struct):
    """What a process says of itself."""

    each: list[Spent]
    processor: float


def _printed(way: str, *folders: Path) -> _Told:
    """Print what is in these folders by a new process, and return what it says."""
    command = [sys.executable, "-m", "benchmarks.ways", way, *map(str, folders)]
    return msgspec.json.decode(subprocess.check_output(command, cwd=ROOT), type=_Told)


def _whole(way: str, *folders: Path) -> Spent:
    """Return what such a process takes from its start to its end."""
    start = perf_counter()
    told = _printed(way, *folders)
    return Spent(perf_counter() - start, told.processor)
