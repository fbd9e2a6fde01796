"""The outlines of Iran's provinces and of the states round it, from `iran.json`.

Coordinates are units of half a kilometre east and north of the middle of the country,
in a projection that keeps areas. `benchmarks/outlines.py` tells how the file is made,
`iran.NOTICE.txt` where it comes from.
"""

from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import accumulate

import msgspec

Place = tuple[int, int]
Line = list[Place]


class Outline(msgspec.Struct, frozen=True):
    """The rings of one area as numbers of borders, and where its name fits best.

    `~n` is border `n` run through backwards.
    """

    name_at: Place
    rings: list[list[int]]


class Areas(msgspec.Struct, frozen=True):
    """Areas by ISO code. A border is its first place, then steps."""

    areas: dict[str, Outline]
    arcs: list[list[int]]


class Atlas(msgspec.Struct, frozen=True):
    """All that the map is drawn from; `frame` is left, bottom, right and top."""

    frame: tuple[int, int, int, int]
    seas: dict[str, Place]
    provinces: Areas
    states: Areas


@cache
def atlas() -> Atlas:
    """Return the outlines, read once."""
    source = files(__package__).joinpath("iran.json").read_bytes()
    return msgspec.json.decode(source, type=Atlas)


def rings(areas: Areas, code: str) -> list[Line]:
    """Return the closed lines round one area, the last place joined to the first."""
    found = []
    for numbers in areas.areas[code].rings:
        ring: Line = []
        for number in numbers:
            ring += _border(areas, number)[bool(ring) :]
        found.append(ring[:-1])
    return found


def outer(areas: Areas) -> list[Line]:
    """Return the borders that have an area on one side only."""
    used = Counter(
        number if number >= 0 else ~number
        for one in areas.areas.values()
        for ring in one.rings
        for number in ring
    )
    return [_border(areas, number) for number, times in used.items() if times == 1]


def _border(areas: Areas, number: int) -> Line:
    """Return the places along a border."""
    steps = areas.arcs[number if number >= 0 else ~number]
    line = list(zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
    return line if number >= 0 else line[::-1]
