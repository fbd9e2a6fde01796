"""The outlines: thirty-one provinces, each round its own towns, without gaps."""

import pytest

from benchmarks.outlines import UNIT, projected
from reports.charts.atlas import Areas, atlas, outer, rings
from reports.charts.canvas import Point, enclosed
from reports.lexicon.places import provinces
from reports.places import ROOT

#: Longitude and latitude of towns: the seats of governors, then towns near borders
#: and those that have come to another province since 2010.
TOWNS = {
    "IR-30": [(50.99, 35.83)],
    "IR-24": [(48.29, 38.25), (47.92, 39.65), (48.53, 37.62)],
    "IR-18": [(50.84, 28.95)],
    "IR-14": [(50.86, 32.33)],
    "IR-03": [(46.29, 38.08), (46.24, 37.39)],
    "IR-07": [(52.53, 29.61), (53.18, 27.34), (52.65, 31.16)],
    "IR-01": [(49.58, 37.28), (48.87, 38.42)],
    "IR-27": [(54.43, 36.84)],
    "IR-13": [(48.52, 34.8)],
    "IR-22": [(56.27, 27.19), (55.03, 25.87), (55.3, 26.26), (53.98, 26.53)],
    "IR-16": [(46.42, 33.64)],
    "IR-10": [(51.67, 32.65), (55.08, 33.78)],
    "IR-08": [(57.08, 30.29)],
    "IR-05": [(47.07, 34.31)],
    "IR-09": [(59.61, 36.3), (58.68, 34.35), (58.18, 34.52)],
    "IR-06": [(48.67, 31.32)],
    "IR-17": [(51.59, 30.67)],
    "IR-12": [(47.0, 35.31)],
    "IR-15": [(48.36, 33.49)],
    "IR-00": [(49.69, 34.09)],
    "IR-02": [(53.06, 36.57)],
    "IR-28": [(57.33, 37.47)],
    "IR-26": [(50.0, 36.27)],
    "IR-25": [(50.88, 34.64)],
    "IR-20": [(53.39, 35.58), (54.97, 36.42)],
    "IR-11": [(60.86, 29.5), (61.5, 31.03)],
    "IR-29": [(59.22, 32.87), (56.93, 33.6), (58.17, 34.02), (57.43, 33.87)],
    "IR-23": [(51.39, 35.7), (52.77, 35.76)],
    "IR-04": [(45.07, 37.55), (45.72, 36.76), (44.5, 39.3)],
    "IR-21": [(54.37, 31.9), (55.56, 33.03), (56.02, 31.87)],
    "IR-19": [(48.49, 36.68)],
}


def holds(areas: Areas, code: str, place: Point) -> bool:
    return any(any(enclosed(ring, [place])) for ring in rings(areas, code))


def test_there_is_an_outline_for_every_province_and_for_nothing_else() -> None:
    assert set(atlas().provinces.areas) == set(provinces()) == set(TOWNS)


@pytest.mark.parametrize("code", TOWNS)
def test_towns_lie_in_their_province_and_in_no_other(code: str) -> None:
    areas = atlas().provinces
    for town in TOWNS[code]:
        x, y = (one / UNIT for one in projected(town))
        found = {one for one in areas.areas if holds(areas, one, (x, y))}
        assert found == {code}, town


@pytest.mark.parametrize("kind", ["provinces", "states"])
def test_the_place_of_a_name_lies_within_its_area(kind: str) -> None:
    areas: Areas = getattr(atlas(), kind)
    for code, one in areas.areas.items():
        assert holds(areas, code, one.name_at), code


def test_neighbours_share_their_borders() -> None:
    areas = atlas().provinces
    used = [
        number for one in areas.areas.values() for ring in one.rings for number in ring
    ]
    forward = {number for number in used if number >= 0}
    backward = {~number for number in used if number < 0}
    assert len(used) == len(set(used))
    assert len(forward & backward) > 60
    assert forward | backward == set(range(len(areas.arcs)))
    assert len(outer(areas)) < len(areas.arcs) / 2


NEIGHBOURS = {
    "IR-24": {"IR-01", "IR-03", "IR-19"},
    "IR-30": {"IR-00", "IR-02", "IR-23", "IR-26"},
    "IR-29": {"IR-08", "IR-09", "IR-10", "IR-11", "IR-20", "IR-21"},
    "IR-21": {"IR-07", "IR-08", "IR-10", "IR-29"},
}


@pytest.mark.parametrize("code", NEIGHBOURS)
def test_provinces_border_on_their_neighbours(code: str) -> None:
    areas = atlas().provinces
    sides: dict[int, set[str]] = {}
    for name, one in areas.areas.items():
        for number in (number for ring in one.rings for number in ring):
            sides.setdefault(max(number, ~number), set()).add(name)
    beside = {name for pair in sides.values() if code in pair for name in pair}
    assert beside - {code} == NEIGHBOURS[code]


def test_the_file_is_small_and_tells_where_it_comes_from() -> None:
    room = ROOT / "reports" / "charts"
    assert (room / "iran.json").stat().st_size < 150_000
    notice = (room / "iran.NOTICE.txt").read_text("utf-8")
    assert "public domain" in notice
