"""What a step takes, on the clock and of the processor, and how it is kept.

Others may share the machine, so the seconds of the processor tell more than those of
the clock; they are those of this process and of all that it started.
"""

import os
import platform
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

import msgspec

RESULTS = Path(__file__).parent / "results"
#: The libraries whose versions the figures depend on.
LIBRARIES = ("weasyprint", "pydyf", "matplotlib", "hazm", "playwright", "typst")


class Spent(msgspec.Struct, frozen=True):
    """Seconds on the clock, and seconds of the processor."""

    clock: float
    processor: float


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table; the ratios are to the line that its part begins with."""

    part: str
    name: str
    spent: Spent
    clock_ratio: float
    processor_ratio: float
    note: str = ""


class Table:
    """The lines that were measured, printed as soon as they are known."""

    def __init__(self) -> None:
        """Begin with no line."""
        self.rows: list[Row] = []
        self.lines: dict[str, list[str]] = {}

    def begin(self, part: str, title: str) -> None:
        """Print what the next lines are about."""
        print(f"\n({part}) {title}", flush=True)

    def say(self, part: str, line: str) -> None:
        """Print and keep a line of words."""
        self.lines.setdefault(part, []).append(line)
        print(line, flush=True)

    def tell(
        self, part: str, name: str, spent: Spent, base: Spent, *, note: str = ""
    ) -> None:
        """Print and keep one measure beside that of `base`."""
        row = Row(
            part=part,
            name=name,
            spent=spent,
            clock_ratio=round(spent.clock / base.clock, 4),
            processor_ratio=round(spent.processor / base.processor, 4),
            note=note,
        )
        self.rows.append(row)
        print(
            f"{name:32}{spent.processor:9.2f} s{row.processor_ratio:8.3f}"
            f"{spent.clock:11.2f} s{row.clock_ratio:8.3f}   {note}",
            flush=True,
        )

    def keep(self, folder: Path = RESULTS) -> Path:
        """Write what was measured, and return where.

        The parts that were measured by the same machine on the same day stay.
        """
        folder.mkdir(exist_ok=True)
        place = folder / f"{time.strftime('%Y-%m-%d')}-{machine_name()}.json"
        rows, lines = list(self.rows), dict(self.lines)
        mine = {row.part for row in rows} | lines.keys()
        if place.exists():
            old = msgspec.json.decode(place.read_bytes(), type=_Kept)
            rows += [row for row in old.rows if row.part not in mine]
            lines |= {part: old.lines[part] for part in old.lines.keys() - mine}
        told = _Kept(
            day=time.strftime("%Y-%m-%d"),
            machine=machine(),
            libraries=libraries(),
            rows=sorted(rows, key=lambda row: row.part),
            lines=dict(sorted(lines.items())),
        )
        place.write_bytes(msgspec.json.format(msgspec.json.encode(told)) + b"\n")
        return place


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in a file of results."""

    day: str
    machine: dict[str, object]
    libraries: dict[str, str]
    rows: list[Row]
    lines: dict[str, list[str]]


def spent(step: Callable[[], object]) -> Spent:
    """Return what `step` takes."""
    processor, clock = of_processor(), time.perf_counter()
    step()
    return Spent(time.perf_counter() - clock, of_processor() - processor)


def middle(taken: Sequence[Spent]) -> Spent:
    """Return the medians."""
    return Spent(
        median(one.clock for one in taken), median(one.processor for one in taken)
    )


def of_processor() -> float:
    """Return what this process and those below it took of the processor so far.

    A browser goes on after it has printed, so those that live are counted as well as
    those that ended; where there is no /proc, only the latter are.
    """
    taken: dict[int, float] = {}
    below: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        number = int(place.parent.name)
        taken[number] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
        below.setdefault(int(fields[1]), []).append(number)
    if os.getpid() not in taken:
        return sum(os.times()[:4])
    total, waiting = 0.0, [os.getpid()]
    while waiting:
        one = waiting.pop()
        total += taken[one]
        waiting += below.get(one, ())
    return total


def cores() -> int:
    """Return how many cores we may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def machine_name() -> str:
    """Return what tells machines of one kind from others, and no one by name."""
    return f"{platform.system()}-{platform.machine()}-{cores()}-cores".lower()


def machine() -> dict[str, object]:
    """Return what the figures depend on beside the program."""
    found: dict[str, object] = {
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "processor": platform.machine(),
        "cores": cores(),
        "python": platform.python_version(),
    }
    if hasattr(os, "getloadavg"):
        found["waiting for a core"] = round(os.getloadavg()[2], 1)
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        found["memory in MB"] = pages // 2**20
    return found


def libraries() -> dict[str, str]:
    """Return the versions of what is installed."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found
