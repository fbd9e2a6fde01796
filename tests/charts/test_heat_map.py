"""Topics by partner: order, caps, sums, and words that stand apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import Grid, GridWords, topics_by_partner
from reports.charts.heat_map import by_weight, capped
from reports.model import Chart
from tests.charts import nasty
from tests.charts.drawing import assert_words_apart, written

WORDS = GridWords(rows="موضوع", others="دیگران", total="جمع")


def grid(rows: int, columns: int, times: int = 1) -> Grid:
    return Grid(
        rows=tuple(nasty.name(n) for n in range(rows)),
        columns=tuple(nasty.name(n + 3) for n in range(columns)),
        cells=tuple(
            tuple(times * nasty.number(n + 2 * m) for m in range(columns))
            for n in range(rows)
        ),
    )


def drawn(made: Grid, width: float = 170.0) -> Chart:
    return topics_by_partner(
        made, words=WORDS, alt=nasty.ALT, empty=nasty.EMPTY, width_mm=width
    )


@pytest.mark.parametrize("width", nasty.WIDTHS)
@pytest.mark.parametrize("size", [(1, 1), (1, 9), (5, 3), (40, 1), (40, 40)])
@pytest.mark.parametrize("times", [1, 99_999])
def test_words_fit_and_stand_apart(
    size: tuple[int, int], width: float, times: int
) -> None:
    assert_words_apart(drawn(grid(*size, times=times), width))


cells = st.lists(
    st.lists(st.integers(0, 999), min_size=3, max_size=3), min_size=1, max_size=20
)


@settings(max_examples=30, deadline=None)
@given(cells, st.integers(2, 5), st.integers(2, 3))
def test_nothing_is_lost_in_the_rest(
    numbers: list[list[int]], rows: int, columns: int
) -> None:
    made = Grid(
        rows=tuple(f"r{n}" for n in range(len(numbers))),
        columns=("a", "b", "c"),
        cells=tuple(map(tuple, numbers)),
    )
    whole = sum(map(sum, numbers))
    ranked = by_weight(made)
    sums = [sum(row) for row in ranked.cells]
    assert sums == sorted(sums, reverse=True)
    assert 0 not in sums
    if ranked.rows:
        small = capped(ranked, rows=rows, columns=columns, others="-")
        assert len(small.rows) == len(small.cells) <= rows
        assert {len(row) for row in small.cells} == {len(small.columns)}
        assert sum(map(sum, small.cells)) == whole


def test_the_heaviest_stand_first_and_the_rest_is_named() -> None:
    names = tuple("ابپتثجچحخدذرز")
    made = Grid(
        rows=names, columns=("مرز", "گمرک"), cells=tuple((n, 1) for n in range(13))
    )
    chart = drawn(made)
    words = written(chart)
    assert words[:3] == ["مرز", "گمرک", "جمع"]
    assert words[3] == "ز"
    assert words.count("دیگران") == 1
    assert chart.table
    assert chart.table.head == ("موضوع", "مرز", "گمرک")
    assert chart.table.rows[0] == ("ز", 12, 1)
    assert len(chart.table.rows) == 13


@pytest.mark.parametrize("size", [(0, 0), (3, 1)])
def test_a_grid_of_nothing_says_so(size: tuple[int, int]) -> None:
    assert written(drawn(grid(*size, times=0))) == [nasty.EMPTY]
