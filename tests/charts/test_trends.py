"""Topics over periods: one scale, the latest at the left, words that stand apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import Trend, topic_trends
from reports.model import Chart
from tests.charts import nasty
from tests.charts.drawing import assert_in_order, read, written

PERIODS = tuple(
    f"{season} {year}" for year in range(1395, 1405) for season in ("بهار", "پاییز")
)


def drawn(trends: list[Trend], count: int, width: float = 170.0) -> Chart:
    return topic_trends(
        trends,
        periods=PERIODS[-count:],
        alt=nasty.ALT,
        head="موضوع",
        empty=nasty.EMPTY,
        width_mm=width,
    )


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(1, 20), st.sampled_from(nasty.WIDTHS))
def test_any_trends_fit_and_stand_apart(
    data: st.DataObject, count: int, width: float
) -> None:
    values = st.tuples(*[st.sampled_from(nasty.NUMBERS)] * count)
    rows = data.draw(st.lists(values, max_size=12))
    trends = [Trend(nasty.name(n), row) for n, row in enumerate(rows)]
    assert_in_order(drawn(trends, count, width))


def test_columns_share_a_scale_and_the_latest_stands_left() -> None:
    chart = drawn([Trend("مرز", (2, 8)), Trend("گمرک", (4, 0))], 2)
    assert chart.drawing
    first, second, third = read(chart.drawing).bars
    assert first.left > second.right
    assert second.height == pytest.approx(4 * first.height, abs=0.05)
    assert third.height == pytest.approx(2 * first.height, abs=0.05)
    assert chart.table
    assert chart.table.head == ("موضوع", "بهار 1404", "پاییز 1404")
    assert chart.table.rows == (("مرز", 2, 8), ("گمرک", 4, 0))


def test_nine_topics_are_drawn_and_all_are_told() -> None:
    chart = drawn([Trend(f"موضوع {n}", (n, n)) for n in range(12)], 2)
    assert chart.table
    assert len(chart.table.rows) == 12
    names = [word for word in written(chart) if word.startswith("موضوع")]
    assert names[0] == "موضوع ۱۱"
    assert len(names) == 9


def test_trends_of_nothing_say_so() -> None:
    assert written(drawn([Trend("مرز", (0, 0))], 2)) == [nasty.EMPTY]
