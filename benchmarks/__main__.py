"""Measure all that is promised to be fast: `python -m benchmarks --only b,d`.

(a) reading, beside hazm   (b) one briefing, beside other ways to print it
(c) all briefings, beside a script   (d) again, with little or nothing new
(e) many articles   (f) two processes beside one

What is measured is printed, and kept in benchmarks/results with the machine.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import invariance, steps
from benchmarks.measures import Spent, Table
from benchmarks.printing import Printing
from reports.places import ROOT

PARTS = "abcdef"
#: A line of `benchmarks.many`, and of those the ones that growth is told by.
TOLD = re.compile(r"^(\D+?) +([\d.]+) (?:s|MB)\b", re.MULTILINE)
SETTLED, PROCESSOR, MEMORY = (
    "settled after",
    "of the processor",
    "memory of this process",
)


def parts(text: str) -> str:
    """Read the letters of parts, with or without commas between them."""
    chosen = text.replace(",", "").replace(" ", "")
    if not chosen or set(chosen) - set(PARTS):
        raise argparse.ArgumentTypeError(f"some of {', '.join(PARTS)}")
    return chosen


def numbers(text: str) -> tuple[int, ...]:
    """Read numbers with commas between them."""
    return tuple(int(one) for one in text.split(","))


def parser() -> argparse.ArgumentParser:
    """Return what reads the options."""
    asked = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("--only", type=parts, default=PARTS, help="such as b,d")
    asked.add_argument("--times", type=int, default=5, help="how often (b) is repeated")
    asked.add_argument(
        "--sizes", type=numbers, default=(1000, 4000), help="articles of (e)"
    )
    return asked


def reading(table: Table) -> None:
    """Measure how articles are read; hazm is measured in a process of its own."""
    table.begin("a", "reading the samples")
    for line in steps.told():
        table.say("a", line)
    invariance.main(explain=False)
    command = [sys.executable, "-m", "benchmarks.reading"]
    for line in subprocess.check_output(command, cwd=ROOT, text=True).splitlines():
        table.say("a", line)


def growth(table: Table, sizes: tuple[int, ...]) -> None:
    """Measure what each article costs as their number grows."""
    table.begin("e", "many articles kept and settled; the ratio is of one article each")
    base: Spent | None = None
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.many", str(size)]
        told = dict(TOLD.findall(subprocess.check_output(command, cwd=ROOT, text=True)))
        each = Spent(float(told[SETTLED]) / size, float(told[PROCESSOR]) / size)
        base = base or each
        spent = Spent(float(told[SETTLED]), float(told[PROCESSOR]))
        share = Spent(base.clock * size, base.processor * size)
        table.tell("e", f"{size} articles", spent, share, note=f"{told[MEMORY]} MB")


def main(arguments: list[str]) -> None:
    """Measure the parts that were asked for."""
    told = parser().parse_args(arguments)
    table = Table()
    print(f"{'':32}{'processor':>11}{'ratio':>8}{'clock':>13}{'ratio':>8}")
    if "a" in told.only:
        reading(table)
    if set("bcdf") & set(told.only):
        with tempfile.TemporaryDirectory() as folder:
            printing = Printing(Path(folder), table)
            if "b" in told.only:
                printing.one_briefing(told.times)
            if "c" in told.only:
                printing.whole_job()
            if "f" in told.only:
                printing.processes()
            if "d" in told.only:  # the last: it adds an article
                printing.again()
    if "e" in told.only:
        growth(table, told.sizes)
    print(f"\n{table.keep().relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
